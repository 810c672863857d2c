/*
 * analyze.c
 *	  The reading of one word: the likeliest that the lexicon and the grammar
 *	  give, else a guess by its shape.
 */
#include <limits.h>
#include <string.h>

#include "morph/readings.h"

/* the one month whose name is two letters */
#define AUGUST "\xd8\xa2" BA

/*
 * Whether a form is a stop word: most are by their folded letters, but some
 * only as they are written, since علي and آلي are none.
 */
static bool
is_stop(const AnBlock *block, const AnEntry *entry, const char *written,
		size_t len)
{
	int i;

	for (i = 0; i < entry->nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry->senses[i]);
		const char *exact;

		if (record->kind != AN_KIND_STOP)
			continue;
		exact = an_string(block, record->extra);
		if (*exact == '\0' ||
			(strncmp(exact, written, len) == 0 && exact[len] == '\0'))
			return true;
	}
	return false;
}

/*
 * Finds a stop word or the name of a month; most words are neither, which the
 * filter knows.
 */
static bool
find_name(const AnBlock *block, const char *folded, size_t len, AnEntry *entry)
{
	return (!an_has_lexicon(block) || an_may_be_name(block, folded, len)) &&
		   an_store_find(block, folded, len, entry);
}

/* Whether the word behind its proclitics is the name of a month. */
static void
read_month(const AnBlock *block, const AnSpelling *word, AnAnalysis *a)
{
	size_t at = a->prefix_len;
	size_t len = word->len - at;
	AnEntry entry;
	int i;

	if (a->suffix_len > 0 || len < 2 * LETTER ||
		(len == 2 * LETTER &&
		 memcmp(word->written + at, AUGUST, 2 * LETTER) != 0))
		return;
	if (!find_name(block, word->folded + at, len, &entry))
		return;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *month = an_record(block, entry.senses[i]);

		if (month->kind != AN_KIND_MONTH)
			continue;
		a->month = (int) month->value;
		a->hijri = (month->flags & AN_FLAG_HIJRI) != 0;
		return;
	}
}

/*
 * The lemma of a reading; a name is itself behind its proclitics where the
 * store knows no better, and one name of a month does not stand for the
 * others.
 */
static size_t
lemma_of(const AnReading *reading, const AnSpelling *spelling,
		 const char **lemma)
{
	*lemma = reading->lemma;
	if (reading->name == NULL)
		return strlen(reading->lemma);
	if (reading->lemma_len > 0 && reading->name->kind != AN_KIND_MONTH)
		return reading->lemma_len;
	*lemma = spelling->written + reading->prefix_len;
	return spelling->len - reading->prefix_len;
}

/* Readings that are looked at for further lexemes. */
#define READINGS 6

/*
 * A reading that is at most so much less likely than the first is a variant:
 * تعود is a verb of two lemmas.  Measured by retrieval: from 60 to 120 it
 * gains, from 200 on it loses.
 */
#define AMBIGUOUS 100

/*
 * A noun that is written as it stands in a dictionary is one even if it is
 * much less likely, so that تقدم, more often a verb, is found by التقدم.  Less
 * so beside a function word (وهم), and behind a conjunction: وصف may be و and
 * صف, but وزير is hardly و and زير.
 */
#define AMBIGUOUS_NOUN 1000
#define AMBIGUOUS_WORD 250
#define AMBIGUOUS_AND 340

/* Whether the reading is a noun as it stands in a dictionary. */
static bool
is_plain_noun(const AnReading *reading, const AnSpelling *spelling)
{
	size_t at = reading->prefix_len;
	size_t len = spelling->len - at;

	return (reading->before & ~AN_BEFORE_AND) == 0 &&
		   reading->word_class >= AN_LEX_NOUN &&
		   reading->word_class <= AN_LEX_NISBA &&
		   strlen(reading->lemma) == len &&
		   memcmp(reading->lemma, spelling->written + at, len) == 0;
}

static int
least_score(const AnReading *first, const AnReading *reading, bool noun)
{
	/* function words are themselves */
	if (first->word_class >= AN_LEX_PREPOSITION)
		return noun ? first->score - AMBIGUOUS_WORD : INT_MAX;
	if (!noun)
		return first->score - AMBIGUOUS;
	return first->score -
		   (reading->before != 0 ? AMBIGUOUS_AND : AMBIGUOUS_NOUN);
}

/* Unless it is among the lexemes that are there. */
static void
add_other(const AnReading *reading, const AnSpelling *spelling, AnAnalysis *a)
{
	char *lexeme = a->others[a->nothers].lexeme;
	const char *lemma;
	size_t len = lemma_of(reading, spelling, &lemma);

	len = an_fold(lemma, len, lexeme, AN_WORD_MAX);
	if (len == 0 ||
		(len == a->lexeme_len && memcmp(lexeme, a->lexeme, len) == 0))
		return;
	for (int i = 0; i < a->nothers; i++)
		if (len == a->others[i].len &&
			memcmp(lexeme, a->others[i].lexeme, len) == 0)
			return;
	a->others[a->nothers++].len = len;
}

/* Plain nouns first, which a search for the noun must find. */
static void
add_others(const AnReading *readings, int n, const AnSpelling *spelling,
		   AnAnalysis *a)
{
	for (int nouns = 1; nouns >= 0; nouns--)
		for (int i = 1; i < n && a->nothers < AN_OTHERS_MAX; i++)
		{
			bool noun = is_plain_noun(&readings[i], spelling);

			if (noun == nouns &&
				readings[i].score >= least_score(readings, &readings[i], noun))
				add_other(&readings[i], spelling, a);
		}
}

/* الروسي is found by روسيا too: the country of a nationality. */
static void
read_country(const AnBlock *block, const AnReading *reading, AnAnalysis *a)
{
	const AnRecord *record;

	if (reading->word_class != AN_LEX_NISBA)
		return;
	record =
		an_store_sense(block, a->lexeme, a->lexeme_len, AN_KIND_NATIONALITY);
	if (record != NULL && record->extra != 0)
		a->country = an_string(block, record->extra);
}

/*
 * A name that is not written as usual keeps its own letters, and the usual
 * ones are a variant: طوني finds توني, but is not taken for it.  A country is
 * the same however it is written.
 */
static void
keep_letters(const AnReading *first, const AnSpelling *spelling, AnAnalysis *a)
{
	const char *own = spelling->folded + first->prefix_len;
	size_t len = spelling->len - first->prefix_len;
	size_t skip;

	if (first->name == NULL || first->name->kind == AN_KIND_COUNTRY)
		return;
	skip = an_fixed_article(own, len);
	own += skip;
	len -= skip;
	if (len == a->lexeme_len && memcmp(own, a->lexeme, len) == 0)
		return;
	memcpy(a->others[0].lexeme, a->lexeme, a->lexeme_len);
	a->others[0].len = a->lexeme_len;
	a->nothers = 1;
	memcpy(a->lexeme, own, len);
	a->lexeme_len = len;
}

/* Takes over the likeliest readings of the lexicon. */
static bool
read_lexicon(const AnBlock *block, const AnWord *word, AnAnalysis *a)
{
	const AnSpelling *spelling = &word->s;
	AnReading readings[READINGS];
	const AnReading *first = readings;
	int count = an_word_readings(block, word, readings, READINGS);
	const char *lemma;
	size_t n;

	if (count == 0)
		return false;
	n = lemma_of(first, spelling, &lemma);
	if (first->name != NULL)
	{
		size_t skip = an_fixed_article(lemma, n);

		lemma += skip;
		n -= skip;
	}
	if (n > sizeof(a->lemma))
		return false;
	a->lexeme_len = an_fold(lemma, n, a->lexeme, sizeof(a->lexeme));
	if (a->lexeme_len == 0)
		return false;
	memcpy(a->lemma, lemma, n);
	a->lemma_len = n;
	a->known = true;
	a->score = first->score;
	a->part_of_speech = first->part_of_speech;
	a->prefix_len = first->prefix_len;
	a->suffix_len = first->suffix_len;
	read_month(block, spelling, a);
	read_country(block, first, a);
	keep_letters(first, spelling, a);
	add_others(readings, count, spelling, a);
	return true;
}

/* What is not made of Arabic letters is its own lexeme. */
static void
read_whole(AnAnalysis *a)
{
	memcpy(a->lexeme, a->folded, a->folded_len);
	a->lexeme_len = a->folded_len;
	memcpy(a->lemma, a->folded, a->folded_len);
	a->lemma_len = a->folded_len;
}

bool
an_analyze(const AnBlock *block, const char *word, size_t len, AnAnalysis *a)
{
	AnWord letters;
	const AnSpelling *spelling = &letters.s;
	AnEntry entry;

	a->prefix_len = a->suffix_len = 0;
	a->lexeme_len = a->lemma_len = 0;
	a->stop = a->known = false;
	a->part_of_speech = 0;
	a->score = 0;
	a->nothers = 0;
	a->country = NULL;
	a->month = 0;
	a->hijri = false;
	if (!an_word(word, len, &letters))
	{
		a->folded_len = an_fold(word, len, a->folded, sizeof(a->folded));
		if (a->folded_len == 0)
			return false;
		read_whole(a);
		return true;
	}
	memcpy(a->folded, spelling->folded, spelling->len);
	a->folded_len = spelling->len;
	if (find_name(block, spelling->folded, spelling->len, &entry))
		a->stop = is_stop(block, &entry, spelling->written, spelling->len);
	if (!read_lexicon(block, &letters, a))
		an_guess(block, &letters, a);
	return true;
}
