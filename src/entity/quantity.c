/*-------------------------------------------------------------------------
 *
 * quantity.c
 *	  Numbers that count, apart from all those that only look so.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quantity.h"

/* An integer of more digits than this is no count unless it has commas. */
#define PLAIN_DIGITS_MAX 8

/* Digits of word i, without separators; 0 if it is no integer. */
static int
integer_digits(const AnReader *r, uint32_t i)
{
	const char *s;
	const char *end;
	int n = 0;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_INTEGER)
		return 0;
	s = r->body + r->words[i].start;
	end = r->body + r->words[i].end;
	while (s < end && n < 100)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (an_digit(cp) < 0)
			return 0;
		n++;
	}
	return n;
}

/* The mark c, and nothing else, between word i - 1 and word i. */
static bool
tied_by(const AnReader *r, uint32_t i, char c)
{
	return i > 0 && i < r->nwords &&
		   r->words[i].start == r->words[i - 1].end + 1 &&
		   r->body[r->words[i - 1].end] == c;
}

/* 10:30; gives the word behind it, or 0. */
static uint32_t
time_of_day(const AnReader *r, uint32_t i)
{
	uint32_t j = i + 1;

	if (!tied_by(r, j, ':') || integer_digits(r, j) != 2 ||
		integer_digits(r, i) == 0 || integer_digits(r, i) > 2)
		return 0;
	while (tied_by(r, j + 1, ':') && integer_digits(r, j + 1) == 2 &&
		   j - i < 3)
		j++;
	return j + 1;
}

/*
 * 3-1, 3 – 1, 1/3, 050-123-4567: numbers with dashes or slashes between.
 * Gives the word behind them, or 0.
 */
static uint32_t
chain(const AnReader *r, uint32_t i)
{
	uint32_t j = i;
	bool short_ones = integer_digits(r, i) <= 2;
	AnNumber last;

	/* 1 - صفر */
	if (i + 1 < r->nwords && an_word_is(r, i + 1, "صفر") &&
		(r->words[i + 1].gap & ~AN_GAP_SPACE) == AN_GAP_DASH)
		return i + 2;

	while (j + 1 < r->nwords && integer_digits(r, j + 1) > 0 &&
		   ((r->words[j + 1].gap & ~AN_GAP_SPACE) == AN_GAP_DASH ||
			tied_by(r, j + 1, '/')))
	{
		j++;
		short_ones &= integer_digits(r, j) <= 2;
	}
	if (j == i)
		return 0;

	/* 5-10 ملايين is a range; longer chains are telephones and the like */
	if (j - i == 1 && ((an_number(r, j, &last) && last.scaled) || !short_ones))
		return 0;
	return j + 1;
}

/* 10ص, 9 مساء, 5 بتوقيت غرينتش */
static bool
hour(const AnReader *r, uint32_t i, const AnNumber *n)
{
	AnFact fact;

	if (integer_digits(r, i) == 0 || integer_digits(r, i) > 2 ||
		!an_joined(r, n->next, 0))
		return false;
	if (r->words[n->next].gap == 0 &&
		(an_word_is(r, n->next, "ص") || an_word_is(r, n->next, "م")))
		return true;
	return an_time_fact(r, n->next, AN_TIME_CLOCK, &fact);
}

/* 1- and 2. and (3) at the start of a line, and the digits of keycaps. */
static bool
list_number(const AnReader *r, uint32_t i, const AnNumber *n)
{
	const char *s = r->body + n->end;
	const char *end = r->body + r->len;

	if (n->scaled || integer_digits(r, i) == 0 || integer_digits(r, i) > 3 ||
		(r->words[i].gap & (AN_GAP_LINE | AN_GAP_STOP)) == 0)
		return false;

	/* 3- in a text whose lines were joined */
	if ((r->words[i].gap & AN_GAP_LINE) == 0)
		return integer_digits(r, i) <= 2 && i + 1 < r->nwords &&
			   (r->words[i + 1].gap & AN_GAP_DASH) != 0;
	if (i + 1 < r->nwords && (r->words[i + 1].gap & AN_GAP_LINE) != 0 &&
		(r->words[i].gap & AN_GAP_LINE) != 0)
		return true; /* a line of its own */
	if (s < end && *s == ' ')
		s++;
	return s < end &&
		   (*s == '-' || *s == '.' || *s == ')' || *s == '/' || *s == ':' ||
			(end - s > 2 && memcmp(s, "\xE2\x80\x93", 3) == 0));
}

/* A number in brackets by itself: a note, or a number of a list. */
static bool
in_brackets(const AnReader *r, uint32_t i, const AnNumber *n)
{
	return n->start > 0 && n->end < r->len && r->body[n->start - 1] == '(' &&
		   r->body[n->end] == ')' && integer_digits(r, i) > 0 &&
		   integer_digits(r, i) <= 2;
}

/* +966 50..., 0501234567 */
static bool
telephone(const AnReader *r, uint32_t i)
{
	const char *s = r->body + r->words[i].start;
	int digits = integer_digits(r, i);
	uint32_t cp;

	if (digits == 0)
		return false;
	an_utf8_decode(s, r->body + r->words[i].end, &cp);
	if (an_digit(cp) == 0 && digits > 1)
		return true;
	if (digits > PLAIN_DIGITS_MAX)
		return true;
	if (r->words[i].start > 0 && s[-1] == '+')
		return true;

	/* the rest of one that was cut by blanks */
	return i > 0 && integer_digits(r, i - 1) > 0 && an_joined(r, i, 0) &&
		   r->words[i].gap != 0;
}

/*
 * Part of a name: بوينغ 737 (in Latin letters, or with a dash: إف-16),
 * المادة 5, رقم 7.
 */
static bool
part_of_name(const AnReader *r, uint32_t i)
{
	AnFact fact;
	const AnWord *before;

	if (i == 0)
		return false;
	before = &r->words[i - 1];
	if ((r->words[i].gap & AN_GAP_DASH) != 0 &&
		(r->words[i].gap & AN_GAP_LINE) == 0 &&
		r->body[r->words[i].start - 1] == '-' &&
		before->type != AN_TOKEN_INTEGER)
		return true;
	if (!an_joined(r, i, AN_GAP_QUOTE))
		return false;
	if (before->type == AN_TOKEN_ASCIIWORD ||
		before->type == AN_TOKEN_NUMWORD || an_word_is(r, i - 1, "رقم"))
		return true;

	/* عام 82 */
	if ((an_word_is(r, i - 1, "عام") || an_word_is(r, i - 1, "سنه")) &&
		integer_digits(r, i) == 2)
		return true;
	if (!an_may_be(r, i - 1, AN_BIT(UNIT)) ||
		!an_fact(r, i - 1, AN_KIND_UNIT, &fact) ||
		(fact.record->flags & AN_FLAG_LABEL) == 0)
		return false;
	return fact.definite;
}

/* خليجي 23» and توب 500": the end of a name in quotation marks. */
static bool
ends_quote(const AnReader *r, uint32_t i, const AnNumber *n)
{
	uint32_t next = n->next;

	return i > 0 && next < r->nwords && !n->scaled &&
		   (r->words[next].gap & AN_GAP_QUOTE) != 0 &&
		   (r->words[i].gap & ~AN_GAP_SPACE) == 0 && r->body[n->end] != ' ' &&
		   r->words[i - 1].type == AN_TOKEN_ARABIC;
}

/*
 * An ordinal (ذكراه الـ 30), a year (مونديال 2026), a law (عدد 52): numbers
 * that count only where what they count follows.
 */
static bool
needs_noun(const AnReader *r, uint32_t i)
{
	AnDecimal value;

	if (i > 0 && an_joined(r, i, 0) &&
		(an_word_is(r, i - 1, "ال") || an_word_is(r, i - 1, "عدد")))
		return true;
	return integer_digits(r, i) == 4 &&
		   an_decimal_read(r->body + r->words[i].start,
						   r->body + r->words[i].end, &value) &&
		   an_decimal_between(value, 1900, 2099);
}

/* 16F, 4K, 5G: digits tied to Latin letters behind them by a dash. */
static bool
tied_to_letters(const AnReader *r, const AnNumber *n)
{
	return n->next < r->nwords &&
		   r->words[n->next].type == AN_TOKEN_ASCIIWORD &&
		   (r->words[n->next].gap & ~AN_GAP_DASH) == 0 &&
		   r->words[n->next].gap != 0;
}

bool
an_is_quantity(const AnReader *r, uint32_t i, const AnNumber *n, bool noun,
			   uint32_t *next)
{
	uint32_t behind;

	*next = n->next;
	if (!n->in_digits)
		return true;
	if (n->scaled)
		return true;
	behind = time_of_day(r, i);
	if (behind == 0)
		behind = chain(r, i);
	if (behind != 0)
	{
		*next = behind;
		return false;
	}
	if (!noun && (needs_noun(r, i) || ends_quote(r, i, n)))
		return false;

	/* a day that is part of a name, or that is none */
	if (an_joined(r, n->next, 0) &&
		(r->words[n->next].type == AN_TOKEN_MONTH ||
		 an_may_be(r, n->next, AN_BIT(MONTH))))
		return false;
	return !hour(r, i, n) && !list_number(r, i, n) && !in_brackets(r, i, n) &&
		   !telephone(r, i) && !part_of_name(r, i) && !tied_to_letters(r, n);
}

/* Whether the lemma of a word may be what is counted. */
static bool
countable(const AnAnalysis *a, bool article)
{
	if (a->stop || a->lemma_len <= 2 || a->part_of_speech == AN_POS_VERB ||
		a->part_of_speech == AN_POS_PART)
		return false;
	if (a->prefix_len > 0)
		return article && memcmp(a->folded, "ال", 4) == 0;

	/* verbs: ظلوا, يتجهون, whose lemma has no ي */
	if (a->folded_len >= 4 &&
		memcmp(a->folded + a->folded_len - 4, "وا", 4) == 0)
		return false;
	if ((memcmp(a->folded, "ي", 2) == 0 || memcmp(a->folded, "ت", 2) == 0) &&
		memcmp(a->folded, a->lemma, 2) != 0)
		return false;
	if (a->known)
		return true;

	/* verbs, and prepositions that the rules did not cut off */
	return memcmp(a->folded, "ي", 2) != 0 && memcmp(a->folded, "ب", 2) != 0 &&
		   memcmp(a->folded, "ل", 2) != 0 && memcmp(a->folded, "ك", 2) != 0;
}

/* The lemma of the likeliest noun that word i is: شخص of أشخاص; or NULL. */
static const char *
lemma_of(AnReader *r, uint32_t i, bool article)
{
	AnReading readings[AN_READINGS_MAX];
	const char *word = r->body + r->words[i].start;
	int n = an_readings(r->block, word, r->words[i].end - r->words[i].start,
						readings, AN_READINGS_MAX);
	int k;

	for (k = 0; k < n; k++)
	{
		const AnReading *a = &readings[k];

		if (k == 0 && a->part_of_speech == AN_POS_PART)
			return NULL;
		if (a->name != NULL ||
			(a->part_of_speech != AN_POS_NOUN &&
			 a->part_of_speech != AN_POS_ADJ) ||
			a->lemma_len <= 2)
			continue;
		if (a->prefix_len > 0 && !(article && a->prefix_len == 4 &&
								   memcmp(an_key(r, i), "ال", 4) == 0))
			continue;
		return an_copy(r->env, a->lemma, a->lemma_len);
	}
	return NULL;
}

const char *
an_quantity_unit(AnReader *r, const AnNumber *n)
{
	uint32_t i = n->next;
	uint8_t bracket = an_bracketed(r, n->start, n->end) ? AN_GAP_BRACKET : 0;
	bool of = false;
	const char *lemma;
	AnAnalysis a;
	AnFact fact;

	/* خمسة آلاف من المتظاهرين */
	if (an_joined(r, i, 0) && an_word_is(r, i, "من") &&
		(n->next < 2 || !an_article_before(r, n->next - 2)))
	{
		of = true;
		i++;
	}
	if (!an_joined(r, i, AN_GAP_QUOTE | bracket) ||
		r->words[i].type != AN_TOKEN_ARABIC)
		return NULL;
	if (r->words[i].nhits > 0 && an_fact(r, i, AN_KIND_UNIT, &fact) &&
		!fact.clitic && !fact.definite &&
		(fact.record->flags & (AN_FLAG_PERCENT | AN_FLAG_LABEL)) == 0)
		return an_string(r->block, fact.record->name);
	lemma = lemma_of(r, i, of);
	if (lemma != NULL)
		return lemma;
	if (!an_analyze(r->block, r->body + r->words[i].start,
					r->words[i].end - r->words[i].start, &a) ||
		!countable(&a, of))
		return NULL;
	return an_copy(r->env, a.lemma, a.lemma_len);
}
