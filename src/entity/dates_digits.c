/*-------------------------------------------------------------------------
 *
 * dates_digits.c
 *	  Dates in digits alone: 25/10/2023, 2023-10-25, 4 / 11 / 1436هـ; and years
 *	  without عام: 2022-2024, في 2025, 1436هـ.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"

/* Years that a number without عام may mean. */
#define FIRST_BARE_YEAR 1900
#define LAST_BARE_YEAR 2099
#define SPAN_MAX 100 /* years of a period */

/* ---- Days ---- */

/* The three numbers of a date and how many digits they have. */
typedef struct Three
{
	int value[3];
	int digits[3];
} Three;

static bool
three_of_token(const AnReader *r, uint32_t i, Three *three)
{
	const char *s = r->body + r->words[i].start;
	const char *end = r->body + r->words[i].end;
	int n = 0;

	while (s < end)
	{
		uint32_t cp;
		int digit;

		s += an_utf8_decode(s, end, &cp);
		digit = an_digit(cp);
		if (digit >= 0 && three->digits[n] < 4)
		{
			three->value[n] = three->value[n] * 10 + digit;
			three->digits[n]++;
		}
		else if (digit < 0 && an_class(cp) == AN_CLASS_OTHER && n < 2)
			n++;
	}
	return n == 2;
}

/* Whether a slash, with blanks or without, is all between two words. */
bool
an_date_slash_before(const AnReader *r, uint32_t i)
{
	const char *s;
	const char *end;
	int slashes = 0;

	if (i == 0 || i >= r->nwords)
		return false;
	s = r->body + r->words[i - 1].end;
	end = r->body + r->words[i].start;
	if (end - s > 8)
		return false;
	for (; s < end; s++)
	{
		if (*s == '/')
			slashes++;
		else if (*s != ' ')
			return false;
	}
	return slashes == 1;
}

/* 4 / 11 / 1436: the tokenizer leaves them apart. */
static bool
three_of_words(const AnReader *r, uint32_t i, Three *three)
{
	int n;

	if (i + 2 >= r->nwords || r->words[i].type != AN_TOKEN_INTEGER ||
		!an_date_slash_before(r, i + 1) || !an_date_slash_before(r, i + 2))
		return false;
	for (n = 0; n < 3; n++)
	{
		if (!an_date_integer(r, i + (uint32_t) n, 4, &three->value[n]))
			return false;
		three->digits[n] = three->value[n] > 99 ? 4 : 2;
	}
	return three->digits[1] == 2 && three->value[1] <= 12 &&
		   three->digits[0] + three->digits[2] == 6;
}

/* Nothing but a dash between two words. */
static bool
dash_before(const AnReader *r, uint32_t i)
{
	return i > 0 && i < r->nwords &&
		   r->words[i].start == r->words[i - 1].end + 1 &&
		   r->body[r->words[i - 1].end] == '-';
}

/* 18-9-15; 4-3-3 is how a team lines up. */
static bool
three_with_dashes(const AnReader *r, uint32_t i, Three *three)
{
	int n;

	if (i + 2 >= r->nwords || dash_before(r, i) || !dash_before(r, i + 1) ||
		!dash_before(r, i + 2) || dash_before(r, i + 3))
		return false;
	for (n = 0; n < 3; n++)
	{
		if (!an_date_integer(r, i + (uint32_t) n, 2, &three->value[n]))
			return false;
		three->digits[n] = 2;
	}
	return three->value[0] <= 31 && three->value[1] <= 12 &&
		   three->value[2] >= 10;
}

/*
 * 22/04, and behind a weekday or يوم also 5/7: a day and a month.  Elsewhere
 * these are parts and results.
 */
static bool
two_of_words(const AnReader *r, uint32_t i, AnDateParts *parts)
{
	const char *month;

	if (i + 1 >= r->nwords || !an_date_slash_before(r, i + 1) ||
		r->words[i + 1].start != r->words[i].end + 1 ||
		an_date_slash_before(r, i) || an_date_slash_before(r, i + 2) ||
		!an_date_integer(r, i, 2, &parts->day) ||
		!an_date_integer(r, i + 1, 2, &parts->month))
		return false;
	month = r->body + r->words[i + 1].start;
	if (!(*month == '0' && r->words[i + 1].key_len == 2) &&
		!(i > 0 && an_joined(r, i, 0) &&
		  (an_may_be(r, i - 1, AN_BIT(WEEKDAY)) ||
		   an_word_is(r, i - 1, "يوم") || an_word_is(r, i - 1, "ليوم"))))
		return false;
	return parts->day >= 1 && parts->day <= 31 && parts->month >= 1 &&
		   parts->month <= 12;
}

bool
an_date_digits(const AnReader *r, uint32_t i, AnDateParts *parts,
			   AnDateSpan *out)
{
	Three three = { { 0, 0, 0 }, { 0, 0, 0 } };
	bool year_first;
	uint32_t last = i;

	if (i >= r->nwords)
		return false;
	if (r->words[i].type == AN_TOKEN_DATE)
	{
		if (!three_of_token(r, i, &three))
			return false;
	}
	else if (three_of_words(r, i, &three) || three_with_dashes(r, i, &three))
		last = i + 2;
	else if (two_of_words(r, i, parts))
	{
		out->start = r->words[i].start;
		out->end = r->words[i + 1].end;
		out->next = i + 2;
		return true;
	}
	else
		return false;
	year_first = three.digits[0] > 2;
	parts->year = three.value[year_first ? 0 : 2];
	parts->month = three.value[1];
	parts->day = three.value[year_first ? 2 : 0];
	if (!year_first && three.digits[2] == 2)
		parts->year += parts->year < 70 ? 2000 : 1900;
	parts->hijri = parts->year >= 1300 && parts->year < 1500;
	if (parts->month < 1 || parts->month > 12)
		return false;
	out->start = r->words[i].start;
	out->end = r->words[last].end;
	out->next = last + 1;
	if (an_joined(r, out->next, 0) &&
		(an_word_is(r, out->next, "ه") || an_word_is(r, out->next, "م")))
	{
		out->end = r->words[out->next].end;
		out->next++;
	}
	return true;
}

/* ---- Years ---- */

/*
 * A year without عام at word i: of this century or the last one, or with its
 * calendar's letter.  said: the letter is there.
 */
static uint32_t
bare_year(const AnReader *r, uint32_t i, int *year, bool *hijri, bool *said,
		  uint32_t *end)
{
	uint32_t next = an_date_year_digits(r, i, year, hijri, end);

	if (next == 0)
		return 0;
	*said = next == i + 2;

	/* 2000 م may be metres, 2015م is a year */
	if (*said && !*hijri && r->words[i + 1].gap != 0)
	{
		*said = false;
		*end = r->words[i].end;
		next = i + 1;
	}
	if (!*said && *year >= AN_HIJRI_FROM && *year <= AN_HIJRI_TO)
		*hijri = true;
	if (*hijri)
		return *year >= AN_HIJRI_FROM && *year <= AN_HIJRI_TO ? next : 0;
	return *year >= FIRST_BARE_YEAR && *year <= LAST_BARE_YEAR ? next : 0;
}

void
an_date_year_period(const AnBlock *block, int first, int last, bool hijri,
					AnPeriod *out)
{
	AnPeriod end;

	if (!hijri)
		an_period_years(out, first, last);
	else if (an_date_hijri(block, first, 0, 0, out))
	{
		out->known = an_date_hijri(block, last, 0, 0, &end);
		out->to = end.to;
	}
}

/* 2022-2024, 2022/2023, 1436 - 1437هـ: gives the word behind it, or 0. */
static uint32_t
years_with_dash(const AnReader *r, uint32_t i, AnDateSpan *out)
{
	int first;
	int last;
	bool hijri;
	bool last_hijri;
	bool said;
	uint32_t next = bare_year(r, i, &first, &hijri, &said, &out->end);
	uint8_t mark;

	if (next == 0 || next >= r->nwords)
		return 0;
	mark = r->words[next].gap & ~AN_GAP_SPACE;
	if (mark != AN_GAP_DASH &&
		!(mark == AN_GAP_OTHER && an_date_slash_before(r, next)))
		return 0;
	next = bare_year(r, next, &last, &last_hijri, &said, &out->end);
	if (next == 0 || last_hijri != hijri || last <= first ||
		last - first > SPAN_MAX)
		return 0;
	an_date_year_period(r->block, first, last, hijri, &out->period);
	out->start = r->words[i].start;
	out->confidence = 0.95f;
	return next;
}

/* Whether the number at i is in its place a year: في 2025, (2015), و2019. */
static bool
year_expected(const AnDates *d, uint32_t i, int year)
{
	static const char words[][12] = { "في",  "منذ", "خلال", "حتي", "بحلول",
									  "قبل", "بعد", "وحتي", "مند" };
	const AnReader *r = d->r;
	size_t w;

	if (i == 0)
		return false;
	if ((r->words[i].gap & AN_GAP_BRACKET) != 0 && r->words[i].end < r->len &&
		r->body[r->words[i].end] == ')' &&
		r->body[r->words[i].start - 1] == '(')
		return true;
	if (!an_joined(r, i, 0))
		return false;

	/* في 2000 موقع: a round number and a noun is none */
	if (year % 100 == 0 && an_joined(r, i + 1, 0) &&
		r->words[i + 1].type == AN_TOKEN_ARABIC)
		return false;
	if (d->last_end == i && d->last_grain == AN_GRAIN_YEAR)
		return true;
	for (w = 0; w < sizeof(words) / sizeof(words[0]); w++)
		if (an_word_is(r, i - 1, words[w]))
			return true;

	/* عام 2018 و2019 */
	return an_word_is(r, i - 1, "و") && r->words[i].gap == 0 &&
		   d->last_end == i - 1 && d->last_grain == AN_GRAIN_YEAR;
}

/* حتى 2012, إلى 2020 behind a year. */
static void
take_last_year(const AnReader *r, int first, AnDateSpan *out)
{
	uint32_t range = an_date_range_mark(r, out->next);
	uint32_t next;
	uint32_t end;
	int last;
	bool hijri;
	bool said;

	if (range == 0 || range == out->next || an_word_is(r, out->next, "و"))
		return;
	next = bare_year(r, range, &last, &hijri, &said, &end);
	if (next == 0 || hijri || last <= first || last - first > SPAN_MAX)
		return;
	out->end = end;
	out->next = next;
	an_period_years(&out->period, first, last);
}

/* من 2014 إلى 2018, of what is no number of things. */
static bool
from_to(const AnReader *r, uint32_t i, uint32_t next, const AnDateSpan *out)
{
	return i > 0 && an_joined(r, i, 0) && out->next > next &&
		   (an_word_is(r, i - 1, "من") || an_word_is(r, i - 1, "بين")) &&
		   an_date_counts_nothing(r, out->next);
}

bool
an_date_years(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	int year;
	bool hijri;
	bool said;
	uint32_t next = years_with_dash(r, i, out);

	out->anchored = true;
	if (next != 0)
	{
		out->next = next;
		return true;
	}
	next = bare_year(r, i, &year, &hijri, &said, &out->end);
	if (next == 0 || (!said && hijri))
		return false;
	out->start = r->words[i].start;
	out->next = next;
	out->confidence = said ? 0.85f : 0.7f;
	an_date_year_period(r->block, year, year, hijri, &out->period);
	if (!hijri)
		take_last_year(r, year, out);
	return said || year_expected(d, i, year) || from_to(r, i, next, out);
}
