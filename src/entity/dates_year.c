/*-------------------------------------------------------------------------
 *
 * dates_year.c
 *	  Years and their eras, in digits and in words: 2023, 1445هـ, ألفين وسبعة
 *	  عشر, 622م, 1200 قبل الميلاد.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 2199

bool
an_date_integer(const AnReader *r, uint32_t i, int max_digits, int *value)
{
	const char *s;
	const char *end;
	int n = 0;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_INTEGER)
		return false;
	s = r->body + r->words[i].start;
	end = r->body + r->words[i].end;
	*value = 0;
	while (s < end)
	{
		uint32_t cp;
		int digit;

		s += an_utf8_decode(s, end, &cp);
		digit = an_digit(cp);
		if (digit < 0 || ++n > max_digits)
			return false;
		*value = *value * 10 + digit;
	}
	return n > 0;
}

uint32_t
an_date_era(const AnReader *r, uint32_t i, int *year, bool *hijri,
			uint32_t *end)
{
	static const char gregorian[][20] = { "م", "ميلادي", "ميلاديه",
										  "للميلاد" };
	static const char lunar[][20] = { "ه", "هجري", "هجريه", "للهجره" };
	size_t w;

	if (!an_joined(r, i, 0))
		return i;
	for (w = 0; w < sizeof(lunar) / sizeof(lunar[0]); w++)
		if (an_word_is(r, i, lunar[w]) || an_word_is(r, i, gregorian[w]))
		{
			*hijri = an_word_is(r, i, lunar[w]);
			*end = r->words[i].end;
			return i + 1;
		}

	/* a year before the first one has no day here */
	if (an_word_is(r, i, "قبل") && an_joined(r, i + 1, 0) &&
		an_word_is(r, i + 1, "الميلاد"))
	{
		*year = -*year;
		*end = r->words[i + 1].end;
		return i + 2;
	}
	return i;
}

uint32_t
an_date_year_digits(const AnReader *r, uint32_t i, int *year, bool *hijri,
					uint32_t *end)
{
	if (!an_date_integer(r, i, 4, year) || *year < FIRST_YEAR ||
		*year > LAST_YEAR)
		return 0;
	*hijri = false;
	*end = r->words[i].end;
	return an_date_era(r, i + 1, year, hijri, end);
}

uint32_t
an_date_number(const AnReader *r, uint32_t i, int min, int max, int *value,
			   uint32_t *end)
{
	AnNumber n;

	if (!an_may_be(r, i, AN_BIT(NUMBER)) || an_in_digits(r, i) ||
		!an_number(r, i, &n) || n.in_digits || n.start != r->words[i].start ||
		n.value.power < 0 ||
		!an_decimal_between(n.value, (uint64_t) min, (uint64_t) max))
		return 0;
	*value = (int) n.value.digits;
	for (; n.value.power > 0; n.value.power--)
		*value *= 10;
	*end = n.end;
	return n.next;
}

uint32_t
an_date_year(const AnReader *r, uint32_t i, int *year, bool *hijri,
			 uint32_t *end)
{
	uint32_t next = an_date_year_digits(r, i, year, hijri, end);
	uint32_t behind;

	if (next != 0)
		return next;
	next = an_date_number(r, i, FIRST_YEAR, LAST_YEAR, year, end);
	if (next == 0)
		return 0;
	*hijri = false;
	behind = an_date_era(r, next, year, hijri, end);

	/* ألف شخص is a thousand of them */
	if (behind == next && *year % 1000 == 0 && an_joined(r, next, 0) &&
		r->words[next].type == AN_TOKEN_ARABIC)
		return 0;
	return behind;
}

uint32_t
an_date_small_year(const AnReader *r, uint32_t i, int *year, bool *hijri,
				   uint32_t *end)
{
	uint32_t next;
	uint32_t behind;

	if (an_date_integer(r, i, 3, year) && *year >= 100)
	{
		*end = r->words[i].end;
		next = i + 1;
	}
	else
		next = an_date_number(r, i, 100, FIRST_YEAR - 1, year, end);
	if (next == 0)
		return 0;
	*hijri = false;
	behind = an_date_era(r, next, year, hijri, end);
	return behind > next || !an_joined(r, next, 0) ||
				   r->words[next].type != AN_TOKEN_ARABIC
			   ? behind
			   : 0;
}
