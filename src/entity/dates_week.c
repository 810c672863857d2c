/*-------------------------------------------------------------------------
 *
 * dates_week.c
 *	  Days of weeks, and weeks and weekdays of months: الجمعة من الأسبوع المقبل,
 *	  هذا الأسبوع يوم السبت, الأسبوع الثالث من مايو, أول جمعة من رمضان.
 *
 * Weeks are ISO weeks.  A week belongs to the month in which it begins; the
 * last week of a month is the last one that ends in it.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

#define LAST 0 /* of weeks and weekdays: الأخير, آخر */

/* ---- Days of a week ---- */

/* الأسبوع المقبل, هذا الأسبوع at word i. */
static bool
near_week(AnDates *d, uint32_t i, AnDateSpan *out)
{
	memset(out, 0, sizeof(*out));
	return an_date_near_unit(d, i, out) && out->period.grain == AN_GRAIN_WEEK;
}

static void
days_of_week(const AnPeriod *week, int first, int last, AnDateSpan *out)
{
	out->confidence = 0.9f;
	out->period.grain = AN_GRAIN_DAY;
	out->period.known = false;
	if (week->known)
		an_period_days(&out->period, week->from + first - 1,
					   week->from + last - 1);
}

/* [يوم] الجمعة [من] الأسبوع المقبل */
static bool
weekday_of_week(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts parts = { 0 };
	AnDateSpan week;
	AnFact fact;
	uint32_t start;
	uint32_t j = an_date_day_word(r, i, &start);

	if (!an_date_weekday(r, j, &parts, &fact) || (j > i && fact.clitic) ||
		!an_joined(r, fact.next, 0))
		return false;
	out->start = j > i ? start : fact.start;
	j = fact.next;
	if (an_word_is(r, j, "من") || an_word_is(r, j, "في"))
		j++;
	if (!an_joined(r, j, 0) || !near_week(d, j, &week) ||
		week.start != r->words[j].start)
		return false;
	out->end = week.end;
	out->next = week.next;
	days_of_week(&week.period, parts.weekday, parts.weekday, out);
	return true;
}

/* بين الأربعاء والجمعة, من الثلاثاء إلى الخميس at word i: two days of a week. */
static bool
two_weekdays(const AnReader *r, uint32_t i, int *first, int *last,
			 AnFact *fact)
{
	AnDateParts parts = { 0 };
	bool between = an_word_is(r, i, "بين");
	uint32_t ignored;
	uint32_t j;

	if (!between && !an_word_is(r, i, "من"))
		return false;
	j = an_date_day_word(r, i + 1, &ignored);
	if (!an_joined(r, i + 1, 0) || !an_date_weekday(r, j, &parts, fact) ||
		fact->clitic)
		return false;
	*first = parts.weekday;
	j = fact->next;
	if (!between)
	{
		j = an_date_range_mark(r, j);
		if (j == 0)
			return false;
	}
	j = an_date_day_word(r, j, &ignored);
	if (!an_joined(r, j, 0) || !an_date_weekday(r, j, &parts, fact) ||
		fact->clitic != between)
		return false;
	*last = parts.weekday;
	return *last > *first;
}

/* الأسبوع المقبل يوم الجمعة, هذا الأسبوع بين الأربعاء والجمعة */
static bool
week_with_weekday(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts parts = { 0 };
	AnDateSpan week;
	AnFact fact;
	uint32_t start;
	uint32_t j;
	int first;
	int last;

	if (!near_week(d, i, &week) || !an_joined(r, week.next, 0))
		return false;
	j = an_date_day_word(r, week.next, &start);
	if (two_weekdays(r, week.next, &first, &last, &fact))
		;
	else if (j > week.next && an_word_is(r, week.next, "يوم") &&
			 an_date_weekday(r, j, &parts, &fact) && !fact.clitic)
		first = last = parts.weekday;
	else
		return false;
	out->start = week.start;
	out->end = fact.end;
	out->next = fact.next;
	days_of_week(&week.period, first, last, out);
	return true;
}

/* ---- Weeks and weekdays of a month or a year ---- */

/*
 * من or في and a month or a year behind it: يوليو 2016, هذا الشهر, عام 2027.
 */
static bool
of_period(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts parts = { 0 };
	int year;

	memset(out, 0, sizeof(*out));
	if (!an_joined(r, i, 0) ||
		!(an_word_is(r, i, "من") || an_word_is(r, i, "في")) ||
		!an_joined(r, i + 1, 0))
		return false;
	i++;
	if (an_date_near_unit(d, i, out) && (out->period.grain == AN_GRAIN_MONTH ||
										 out->period.grain == AN_GRAIN_YEAR))
		return out->start == r->words[i].start;
	memset(out, 0, sizeof(*out));
	if (an_date_any_year(d, i, &year, out))
	{
		if (!out->period.known)
			an_period_years(&out->period, year, year);
		return true;
	}
	if (!an_date_month_said(d, i, &parts, out) ||
		out->start != r->words[i].start)
		return false;
	an_date_resolve(d, i, &parts, &out->period);
	out->anchored = parts.year != 0;
	return true;
}

/* Week n of a period, or its last one. */
static void
nth_week(const AnPeriod *period, int n, AnPeriod *out)
{
	int32_t monday;

	out->known = false;
	out->grain = AN_GRAIN_WEEK;
	if (!period->known)
		return;
	if (period->grain == AN_GRAIN_YEAR && n == LAST)
		monday = period->to - 3;
	else if (period->grain == AN_GRAIN_YEAR)
		monday = period->from + 3 + 7 * (n - 1);
	else if (n == LAST)
		monday = period->to - an_weekday(period->to + 1) - 5;
	else
		monday =
			period->from + (8 - an_weekday(period->from)) % 7 + 7 * (n - 1);
	if (monday >= period->from - 6 && monday <= period->to)
		an_period_week(out, monday);
}

/* الأسبوع الثالث من مايو, الأسبوع الأخير من عام 2015 */
static bool
week_of_period(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateSpan period;
	AnFact noun;
	AnFact fact;
	uint32_t j;
	int n;

	if (!an_date_unit(r, i, &noun) || !noun.definite ||
		AN_TIME_UNIT(noun.record) != AN_UNIT_WEEK ||
		!an_joined(r, noun.next, 0))
		return false;
	if (an_word_is(r, noun.next, "الاخير"))
	{
		n = LAST;
		j = noun.next + 1;
	}
	else if (an_ordinal(r, noun.next, &n, &fact) && n <= 53)
		j = fact.next;
	else
		return false;
	if (!of_period(d, j, &period))
		return false;
	out->start = noun.start;
	out->end = period.end;
	out->next = period.next;
	out->anchored = period.anchored;
	out->confidence = 0.85f;
	nth_week(&period.period, n, &out->period);
	return true;
}

/* جمعة for الجمعة at word i. */
static bool
bare_weekday(const AnReader *r, uint32_t i, int *weekday)
{
	char key[64] = "ال";
	size_t len;
	const AnRecord *record;

	if (!an_joined(r, i, 0) || r->words[i].type != AN_TOKEN_ARABIC)
		return false;
	len = r->words[i].key_len;
	if (len + 4 > sizeof(key))
		return false;
	memcpy(key + 4, an_key(r, i), len);
	record = an_store_sense(r->block, key, len + 4, AN_KIND_WEEKDAY);
	if (record == NULL)
		return false;
	*weekday = (int) record->value;
	return true;
}

/*
 * أول [يوم] جمعة, آخر جمعة, الجمعة الأولى at word i: which and what weekday.
 * Gives the word behind it, or 0.
 */
static uint32_t
nth_weekday(const AnReader *r, uint32_t i, int *n, int *weekday,
			uint32_t *start)
{
	AnDateParts parts = { 0 };
	AnFact fact;

	if (an_may_be(r, i, AN_BIT(WEEKDAY)))
	{
		AnFact ordinal;

		if (!an_date_weekday(r, i, &parts, &fact) ||
			!an_joined(r, fact.next, 0))
			return 0;
		*start = fact.start;
		*weekday = parts.weekday;
		*n = LAST;
		if (an_word_is(r, fact.next, "الاخير") ||
			an_word_is(r, fact.next, "الاخيره"))
			return fact.next + 1;
		return an_ordinal(r, fact.next, n, &ordinal) && *n <= 5 ? ordinal.next
																: 0;
	}
	*start = r->words[i].start;
	if (an_word_is(r, i, "اخر"))
		*n = LAST;
	else if (an_may_be(r, i, AN_BIT(NUMBER)) &&
			 an_fact(r, i, AN_KIND_NUMBER, &fact) && !fact.definite &&
			 !fact.clitic && (fact.record->flags & AN_FLAG_ORDINAL) != 0 &&
			 fact.record->value <= 5000 && fact.next == i + 1)
		*n = (int) (fact.record->value / 1000);
	else
		return 0;
	i++;
	if (an_word_is(r, i, "يوم"))
		i++;
	return bare_weekday(r, i, weekday) ? i + 1 : 0;
}

static bool
weekday_of_period(AnDates *d, uint32_t i, AnDateSpan *out)
{
	AnDateSpan span;
	int n;
	int weekday;
	uint32_t j = nth_weekday(d->r, i, &n, &weekday, &out->start);
	int32_t day;

	if (j == 0 || !of_period(d, j, &span))
		return false;
	out->end = span.end;
	out->next = span.next;
	out->anchored = span.anchored;
	out->confidence = 0.85f;
	out->period.grain = AN_GRAIN_DAY;
	if (!span.period.known)
		return true;
	if (n == LAST)
		day = span.period.to - (an_weekday(span.period.to) - weekday + 7) % 7;
	else
		day = span.period.from +
			  (weekday - an_weekday(span.period.from) + 7) % 7 + 7 * (n - 1);
	if (day <= span.period.to)
		an_period_days(&out->period, day, day);
	return true;
}

/* One reader's turn, on a clean span. */
#define READS(reader) (memset(out, 0, sizeof(*out)), reader(d, i, out))

bool
an_date_week(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;

	if (an_may_be(r, i, AN_BIT(WEEKDAY) | AN_BIT(TIME)) &&
		(READS(weekday_of_week) || READS(week_with_weekday) ||
		 READS(week_of_period)))
		return true;
	return (an_may_be(r, i, AN_BIT(WEEKDAY) | AN_BIT(NUMBER)) ||
			an_word_is(r, i, "اخر")) &&
		   READS(weekday_of_period);
}
