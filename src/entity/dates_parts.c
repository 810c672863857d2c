/*-------------------------------------------------------------------------
 *
 * dates_parts.c
 *	  Parts of years and runs of them: الربع الرابع من عام 2023, صيف 2014,
 *	  ستينيات القرن الماضي, القرن التاسع عشر.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

/* ---- Parts of a year ---- */

/* الربع الرابع من عام 2023, النصف الأول من العام الجاري */
bool
an_date_part_of_year(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact part;
	AnFact fact;
	AnDateSpan span;
	int ordinal;
	int months;
	int parts;
	int year;
	uint32_t j;

	if (!an_may_be(r, i, AN_BIT(NUMBER)) ||
		!an_fact(r, i, AN_KIND_NUMBER, &part) || !part.definite ||
		(part.record->flags & AN_FLAG_FRACTION) == 0 ||
		!an_joined(r, part.next, 0))
		return false;
	parts = part.record->value == 500 ? 2 : part.record->value == 250 ? 4 : 0;
	if (parts == 0)
		return false;
	if (an_word_is(r, part.next, "الاخير"))
	{
		ordinal = parts;
		j = part.next + 1;
	}
	else if (an_ordinal(r, part.next, &ordinal, &fact))
		j = fact.next;
	else
		return false;
	if (ordinal < 1 || ordinal > parts || !an_joined(r, j, AN_GAP_COMMA))
		return false;
	if (an_word_is(r, j, "من") || an_word_is(r, j, "في"))
		j++;
	memset(&span, 0, sizeof(span));
	if (!an_joined(r, j, AN_GAP_COMMA) ||
		!an_date_any_year(d, j, &year, &span))
		return false;
	months = 12 / parts;
	out->start = part.start;
	out->end = span.end;
	out->next = span.next;
	out->anchored = true;
	out->confidence = 0.9f;
	return an_period_months(&out->period,
							AN_MONTH_OF(year, 1) + (ordinal - 1) * months,
							AN_MONTH_OF(year, 1) + ordinal * months - 1);
}

/* صيف 2014, الصيف الماضي, هذا الشتاء */
bool
an_date_season(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateSpan span;
	AnFact this;
	AnFact fact;
	AnFact last;
	int modifier = 0;
	int year;
	int month;
	int day;
	bool near = false;
	uint32_t j = i;

	memset(&span, 0, sizeof(span));
	this.start = 0;
	if (an_may_be(r, i, AN_BIT(TIME)) &&
		an_time_fact(r, i, AN_TIME_THIS, &this))
	{
		near = true;
		j = this.next;
	}
	if (!an_may_be(r, j, AN_BIT(TIME)) ||
		!an_time_fact(r, j, AN_TIME_SEASON, &fact))
		return false;
	out->start = near ? this.start : fact.start;
	out->end = fact.end;
	out->next = fact.next;
	out->period.grain = AN_GRAIN_MONTH;
	out->confidence = 0.85f;
	if (fact.definite)
	{
		if (!near && an_joined(r, fact.next, 0) &&
			an_date_modifier(r, fact.next, &modifier, &last) && last.definite)
		{
			near = true;
			out->end = last.end;
			out->next = last.next;
		}
		if (!near)
			return false;
		if (r->published == NULL)
			return true;
		an_day_to_date(*r->published, &year, &month, &day);
		month = AN_MONTH_OF(year, month);
		year = AN_MONTH_OF(year, (int) fact.record->value);

		/* the last one has ended, the next one has not begun */
		if (modifier < 0 && year + 2 >= month)
			year -= 12;
		if (modifier < 0 && year + 14 < month)
			year += 12;
		if (modifier > 0 && year <= month)
			year += 12;
		if (modifier == 0 && year - 12 + 2 >= month)
			year -= 12;
		an_period_months(&out->period, year, year + 2);
		return true;
	}
	if (near || !an_joined(r, fact.next, 0))
		return false;
	j = fact.next;
	if (an_word_is(r, j, "من"))
		j++;
	if (!an_date_any_year(d, j, &year, &span))
		return false;
	out->end = span.end;
	out->next = span.next;
	out->anchored = true;
	month = AN_MONTH_OF(year, (int) fact.record->value);
	an_period_months(&out->period, month, month + 2);
	return true;
}

/* ---- Decades and centuries ---- */

/* القرن الماضي, القرن العشرين, القرن الـ19, القرن التاسع عشر */
bool
an_date_century(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact noun;
	AnFact fact;
	int n;
	uint32_t j;

	if (!an_date_unit(r, i, &noun) || !noun.definite ||
		AN_TIME_UNIT(noun.record) != AN_UNIT_CENTURY ||
		!an_joined(r, noun.next, 0))
		return false;
	j = noun.next;
	out->start = noun.start;
	out->confidence = 0.85f;
	out->period.grain = AN_GRAIN_YEAR;
	if (an_date_modifier(r, j, &n, &fact))
	{
		out->end = fact.end;
		out->next = fact.next;
		an_date_unit_period(r, AN_UNIT_CENTURY, n, &out->period);
		return true;
	}
	if (an_article_before(r, j))
		j++;
	if (an_date_integer(r, j, 2, &n))
	{
		out->end = r->words[j].end;
		out->next = j + 1;
	}
	else if (an_ordinal(r, j, &n, &fact))
	{
		out->end = fact.end;
		out->next = fact.next;
	}
	else
		return false;
	out->anchored = true;
	return n >= 1 && an_period_years(&out->period, (n - 1) * 100 + 1, n * 100);
}

/* في الثلاثينات من عمره: an age. */
static bool
of_life(const AnReader *r, uint32_t i)
{
	return i < r->nwords && r->words[i].key_len >= 6 &&
		   (memcmp(an_key(r, i), "عمر", 6) == 0 || an_word_is(r, i, "العمر"));
}

/* ستينيات القرن الماضي, التسعينيات من القرن العشرين */
bool
an_date_decade(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateSpan span;
	AnFact fact;
	bool of;
	int first;
	int month;
	int day;

	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_DECADE, &fact))
		return false;
	memset(&span, 0, sizeof(span));
	of = an_word_is(r, fact.next, "من");
	out->start = fact.start;
	out->confidence = 0.85f;
	first = 1900;
	if (an_joined(r, fact.next, 0) &&
		an_date_century(d, fact.next + (of && an_joined(r, fact.next + 1, 0)),
						&span))
	{
		out->end = span.end;
		out->next = span.next;
		out->period.grain = AN_GRAIN_YEAR;
		if (!span.period.known)
			return true;
		an_day_to_date(span.period.from, &first, &month, &day);
		first -= 1;
	}
	else if (fact.definite && !(of && of_life(r, fact.next + 1)))
	{
		out->end = fact.end;
		out->next = fact.next;
	}
	else
		return false;
	first += (int) fact.record->value;
	return an_period_years(&out->period, first, first + 9);
}
