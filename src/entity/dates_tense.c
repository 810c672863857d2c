/*-------------------------------------------------------------------------
 *
 * dates_tense.c
 *	  Whether a sentence tells what was or what will be, where a date stands.
 *
 * The verb nearest before the date decides: "he said that it will be held on
 * Thursday", "the team that won on Sunday will play".  A date that its verb
 * follows takes the first one behind it.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"

/* Words of a sentence that are asked for its tense, before and behind. */
#define SENTENCE_MAX 80
#define AHEAD_MAX 10

/* سيزور, وستعقد: س before a verb, in a word that the lexicon cannot read. */
static bool
future_verb(const AnReader *r, uint32_t i)
{
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;
	AnEntry entry;

	if (len >= 8 && memcmp(key, "و", 2) == 0)
	{
		key += 2;
		len -= 2;
	}
	if (len < 8 || memcmp(key, "س", 2) != 0 ||
		(memcmp(key + 2, "ي", 2) != 0 && memcmp(key + 2, "ت", 2) != 0 &&
		 memcmp(key + 2, "ن", 2) != 0))
		return false;
	return (!an_store_find(r->block, key, len, &entry) ||
			entry.nsenses == 0) &&
		   !an_known(r->block, r->body + r->words[i].start,
					 r->words[i].end - r->words[i].start);
}

static bool
says(const AnReader *r, uint32_t i)
{
	AnFact fact;

	return an_may_be(r, i, AN_BIT(CUE)) && an_fact(r, i, AN_KIND_CUE, &fact) &&
		   (fact.record->value == AN_CUE_SPEECH ||
			fact.record->value == AN_CUE_STANCE);
}

/* إن, بأنها: what is said begins, and tells its own time. */
static bool
that(const AnReader *r, uint32_t i)
{
	static const char words[][16] = {
		"ان",   "انه",   "انها", "انهم", "بان",
		"بانه", "بانها", "وان",  "وانه", "وانها"
	};
	size_t w;

	for (w = 0; w < sizeof(words) / sizeof(words[0]); w++)
		if (an_word_is(r, i, words[w]))
			return true;
	return false;
}

/* The tense of one word: a verb's, or what others such as "due to" show. */
static AnTense
tense_of(const AnReader *r, uint32_t i)
{
	AnFact fact;
	AnTense tense;
	uint32_t kinds = r->words[i].kinds | r->words[i].clitic_kinds;

	if (r->words[i].type != AN_TOKEN_ARABIC)
		return AN_TENSE_NONE;
	if (r->words[i].nhits > 0)
	{
		if (an_time_fact(r, i, AN_TIME_FUTURE, &fact))
			return AN_TENSE_FUTURE;
		if (an_time_fact(r, i, AN_TIME_PAST, &fact))
			return AN_TENSE_PAST;
	}

	/* names and numbers are no verbs: وليد, ستة */
	if ((kinds & (AN_BIT(NUMBER) | AN_BIT(MONTH) | AN_BIT(WEEKDAY))) != 0 ||
		r->name_end[i] != 0)
		return AN_TENSE_NONE;
	tense = an_tense(r->block, r->body + r->words[i].start,
					 r->words[i].end - r->words[i].start);
	if (tense == AN_TENSE_NONE && future_verb(r, i))
		return AN_TENSE_FUTURE;
	return tense;
}

/* Takes one more word of the sentence in. */
static void
take_word(AnDates *d, uint32_t j)
{
	AnTense tense;

	if (that(d->r, j))
	{
		d->tense = AN_TENSE_NONE;
		d->told = false;
	}

	/* "said" tells nothing of what is said, only that it was before today */
	else if (says(d->r, j))
		d->told = true;
	else
	{
		tense = tense_of(d->r, j);
		if (tense == AN_TENSE_PAST || tense == AN_TENSE_FUTURE ||
			(tense == AN_TENSE_PRESENT && d->tense == AN_TENSE_NONE))
			d->tense = tense;
	}
}

/* Reads on to word i. */
static void
read_tense(AnDates *d, uint32_t i)
{
	uint32_t j = d->tense_until;

	if (j < d->sentence)
		j = d->sentence;
	for (; j < i && j < d->sentence + SENTENCE_MAX; j++)
		take_word(d, j);
	if (i > d->tense_until)
		d->tense_until = i;
}

AnTense
an_date_tense(AnDates *d, uint32_t i)
{
	const AnReader *r = d->r;
	uint32_t j;

	read_tense(d, i);
	if (d->tense == AN_TENSE_PRESENT && d->told)
		return AN_TENSE_NONE;
	if (d->tense != AN_TENSE_NONE || d->told)
		return d->tense;
	for (j = i + 1; j < r->nwords && j < i + AHEAD_MAX; j++)
	{
		AnTense tense;

		if ((r->words[j].gap & (AN_GAP_STOP | AN_GAP_LINE)) != 0 ||
			that(r, j) || says(r, j))
			break;
		tense = tense_of(r, j);
		if (tense != AN_TENSE_NONE)
			return tense;
	}
	return AN_TENSE_NONE;
}

bool
an_date_since(const AnReader *r, uint32_t i)
{
	return i > 0 && an_joined(r, i, 0) &&
		   (an_word_is(r, i - 1, "منذ") || an_word_is(r, i - 1, "مذ") ||
			an_word_is(r, i - 1, "ومنذ") || an_word_is(r, i - 1, "مند"));
}
