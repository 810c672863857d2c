/*-------------------------------------------------------------------------
 *
 * dates_resolve.c
 *	  Finds the days of a date of which something was left out: its year, its
 *	  week.
 *
 * News tells what has happened: a day or month without a year is the latest
 * one that is not after publication, unless its sentence speaks of the
 * future, or says another year just before, or the coming one is much nearer
 * and nothing speaks of the past.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"

/* A year that was said holds for so many words behind it. */
#define ANCHOR_WORDS 15

/* A coming day is meant where it is so near and the last one so far. */
#define NEAR_DAYS 120
#define FAR_DAYS 240

/*
 * A day so near is always meant, and a month where nothing speaks of the past:
 * last year's would have its year.
 */
#define SOON_DAYS 30
#define SOON_MONTH 62

/* What is later than this is no Hijri year. */
#define AN_HIJRI_LAST 1600

/* A Hijri day or month that has just been is meant whatever the tense. */
#define RECENT_DAYS 60

/* A day that has just been was written as coming before it came. */
#define JUST_BEEN_DAYS 10

/* عقود سبتمبر, تسليم أكتوبر: futures are of months to come. */
static bool
is_delivery(const AnReader *r, uint32_t i)
{
	static const char words[][16] = { "عقود",   "تسليم", "لتسليم", "وتسليم",
									  "بتسليم", "لعقود", "وعقود",  "استحقاق" };
	size_t w;

	for (w = 0; w < sizeof(words) / sizeof(words[0]); w++)
		if (i > 0 && an_word_is(r, i - 1, words[w]))
			return true;
	return false;
}

/* Of two days of which one is missing its year, the one that is meant. */
static bool
coming_is_meant(AnDates *d, uint32_t i, bool month, int32_t last,
				int32_t coming)
{
	int32_t now = *d->r->published;
	AnTense tense;

	if (d->since)
		return false;
	if (coming - now <= SOON_DAYS && !month)
		return true;
	tense = an_date_tense(d, i);
	if (month && coming - now <= SOON_MONTH &&
		(tense != AN_TENSE_PAST || is_delivery(d->r, i)))
		return true;
	if (tense == AN_TENSE_FUTURE)
		return now - last > JUST_BEEN_DAYS;
	if (tense == AN_TENSE_PRESENT)
		return now - last > coming - now;
	return tense != AN_TENSE_PAST && coming - now <= NEAR_DAYS &&
		   now - last >= FAR_DAYS;
}

/* Whether a weekday or a day of the month alone is yet to come. */
static bool
is_coming(AnDates *d, uint32_t i)
{
	AnTense tense = an_date_tense(d, i);

	return tense == AN_TENSE_FUTURE || tense == AN_TENSE_PRESENT;
}

/* ---- Gregorian ---- */

/* The period of day or month in this year. */
static bool
in_year(const AnDateParts *parts, int year, AnPeriod *out)
{
	int32_t from;
	int32_t to;

	out->known = false;
	if (parts->day == 0)
		return an_period_months(out, AN_MONTH_OF(year, parts->month),
								AN_MONTH_OF(year, parts->month));
	if (!an_date_to_day(year, parts->month, parts->day, &from))
		return false;
	to = from;
	if (parts->last_day != 0 &&
		(!an_date_to_day(year, parts->month, parts->last_day, &to) ||
		 to < from))
		return false;
	return an_period_days(out, from, to);
}

/*
 * The latest year not after this one, or with step 1 the earliest not before
 * it, that has the day: 29 February may be eight years away.
 */
static bool
from_year(const AnDateParts *parts, int year, int step, AnPeriod *out)
{
	int n;

	for (n = 0; n <= 8; n++, year += step)
		if (in_year(parts, year, out))
			return true;
	return false;
}

/* Day or month nearest to a day, in its year, the one before or behind. */
static bool
nearest(const AnDateParts *parts, int32_t day, AnPeriod *out)
{
	int32_t best = INT32_MAX;
	int year;
	int month;
	int mday;
	int n;

	out->known = false;
	an_day_to_date(day, &year, &month, &mday);
	for (n = -1; n <= 1; n++)
	{
		AnPeriod p;
		int32_t distance;

		if (!in_year(parts, year + n, &p))
			continue;
		distance = p.from > day ? p.from - day : p.to < day ? day - p.to : 0;
		if (distance < best)
		{
			best = distance;
			*out = p;
		}
	}
	return out->known;
}

static void
without_year(AnDates *d, uint32_t i, const AnDateParts *parts, AnPeriod *out)
{
	AnPeriod last;
	AnPeriod coming;
	int32_t now;
	int year;
	int month;
	int mday;

	/* 21 نوفمبر 2022 ... 18 ديسمبر: the year that was just said */
	if (d->has_anchor && i < d->anchored + ANCHOR_WORDS && !parts->modified &&
		!parts->deictic)
	{
		nearest(parts, d->anchor, out);
		return;
	}
	if (d->r->published == NULL)
		return;
	now = *d->r->published;
	if (parts->deictic || parts->weekday != 0)
	{
		nearest(parts, now + parts->offset, out);
		return;
	}
	an_day_to_date(now, &year, &month, &mday);

	/* last: begins not after publication; coming: ends not before it */
	if (!from_year(parts, year, -1, &last) ||
		!from_year(parts, year, 1, &coming))
		return;
	if (last.from > now)
		from_year(parts, year - 1, -1, &last);
	if (coming.to < now)
		from_year(parts, year + 1, 1, &coming);
	if (!last.known || !coming.known)
		return;
	if (parts->modified)
	{
		if (parts->modifier < 0 && last.to >= now)
			from_year(parts, year - 1, -1, &last);
		if (parts->modifier > 0 && coming.from <= now)
			from_year(parts, year + 1, 1, &coming);
		if (parts->modifier == 0)
			in_year(parts, year, out);
		else
			*out = parts->modifier < 0 ? last : coming;
	}
	else if (last.from == coming.from)
		*out = last;
	else
		*out = coming_is_meant(d, i, parts->day == 0, last.to, coming.from)
				   ? coming
				   : last;
}

/* The day of a month so many months from the one of publication. */
static bool
in_month(const AnDates *d, const AnDateParts *parts, int offset, AnPeriod *out)
{
	AnDateParts whole = *parts;
	int year;
	int month;
	int mday;
	int n;

	an_day_to_date(*d->r->published, &year, &month, &mday);
	n = AN_MONTH_OF(year, month) + offset;
	whole.month = n % 12 + 1;
	return in_year(&whole, n / 12, out);
}

/*
 * 15 الجاري, 20 من الشهر المقبل, يوم 27.  The Thursday that is the 21st is in
 * the month where that is so.
 */
static void
without_month(AnDates *d, uint32_t i, const AnDateParts *parts, AnPeriod *out)
{
	static const int8_t offsets[] = { 0, -1, 1 };
	int32_t now;
	int n;

	if (d->r->published == NULL)
		return;
	now = *d->r->published;
	if (parts->modified)
		in_month(d, parts, parts->modifier, out);
	else if (parts->weekday != 0)
	{
		for (n = 0; n < 3; n++)
			if (in_month(d, parts, offsets[n], out) &&
				an_weekday(out->from) == parts->weekday)
				return;
		out->known = false;
	}
	else if (!d->since && is_coming(d, i))
	{
		if (!in_month(d, parts, 0, out) || out->to < now)
			in_month(d, parts, 1, out);
	}
	else if (!in_month(d, parts, 0, out) || out->from > now)
		in_month(d, parts, -1, out);
}

/* اليوم (الاثنين): the Monday nearest to the day of publication. */
static void
resolve_deictic(const AnDates *d, const AnDateParts *parts, AnPeriod *out)
{
	int32_t day;

	if (d->r->published == NULL)
		return;
	day = *d->r->published + parts->offset;
	if (parts->weekday != 0)
		day += (parts->weekday - an_weekday(day) + 10) % 7 - 3;
	an_period_days(out, day, day);
}

static void
resolve_weekday(AnDates *d, uint32_t i, const AnDateParts *parts,
				AnPeriod *out)
{
	int32_t now;
	int32_t back; /* days since the last one: 0 is today */
	int32_t day;

	if (d->r->published == NULL)
		return;
	now = *d->r->published;
	back = (an_weekday(now) - parts->weekday + 7) % 7;
	if (parts->modified && parts->modifier < 0)
		day = now - (back == 0 ? 7 : back);
	else if (parts->modified && parts->modifier > 0)
		day = now - back + 7;
	else if (back == 0)
		day = now;
	else
		day = !d->since && is_coming(d, i) ? now - back + 7 : now - back;
	an_period_days(out, day, day);
}

/* ---- Hijri ---- */

bool
an_date_hijri(const AnBlock *block, int year, int month, int day,
			  AnPeriod *out)
{
	int last_year = month == 0 || month == 12 ? year + 1 : year;
	int last_month = month == 0 || month == 12 ? 1 : month + 1;
	int32_t from;
	int32_t to;

	out->known = false;
	if (!an_store_hijri(block, year, month == 0 ? 1 : month, &from) ||
		!an_store_hijri(block, last_year, last_month, &to))
		return false;
	if (day > 0)
	{
		if (day > to - from)
			return false;
		from += day - 1;
		to = from + 1;
	}
	return an_period_days(out, from, to - 1);
}

/* رمضان 2017: the one that begins in this Gregorian year. */
static void
in_gregorian_year(const AnBlock *block, const AnDateParts *parts,
				  AnPeriod *out)
{
	int hijri = (parts->year - 622) * 33 / 32 - 1;
	int n;

	for (n = 0; n < 4; n++)
	{
		int year;
		int month;
		int day;

		if (!an_date_hijri(block, hijri + n, parts->month, parts->day, out))
			continue;
		an_day_to_date(out->from, &year, &month, &day);
		if (year == parts->year)
			return;
	}
	out->known = false;
}

/* The Hijri day or month nearest before publication, or behind it. */
static void
resolve_hijri(AnDates *d, uint32_t i, const AnDateParts *parts, AnPeriod *out)
{
	AnPeriod p;
	AnPeriod last;
	AnPeriod before; /* has ended */
	AnPeriod coming;
	int32_t now;
	int year;
	int n;
	int month;
	int mday;

	if (parts->year > AN_HIJRI_LAST)
	{
		in_gregorian_year(d->r->block, parts, out);
		return;
	}
	if (parts->year != 0)
	{
		an_date_hijri(d->r->block, parts->year, parts->month, parts->day, out);
		if (out->known && parts->last_day > parts->day)
			out->to += parts->last_day - parts->day;
		return;
	}
	if (d->r->published == NULL)
		return;

	now = *d->r->published;

	/* 33 Hijri years are 32 of ours, from 622 on */
	an_day_to_date(now, &year, &month, &mday);
	year = (year - 622) * 33 / 32;
	last.known = coming.known = before.known = false;
	for (n = -2; n <= 3 && !coming.known; n++)
	{
		if (!an_date_hijri(d->r->block, year + n, parts->month, parts->day,
						   &p))
			continue;
		if (p.from <= now)
			last = p;
		if (p.to < now)
			before = p;
		if (p.to >= now)
			coming = p;
	}
	if (!last.known || !coming.known)
		return;
	if (parts->modified && parts->modifier == 0)
		*out = coming.from - now < now - last.to ? coming : last;
	else if (parts->modified)
		*out = parts->modifier > 0 ? coming : before.known ? before : last;
	else if (last.to >= now || now - last.to <= RECENT_DAYS)
		*out = last;
	else
		*out = coming_is_meant(d, i, parts->day == 0, last.to, coming.from)
				   ? coming
				   : last;
	if (parts->last_day > parts->day)
		out->to += parts->last_day - parts->day;
}

/* ---- All ---- */

void
an_date_resolve(AnDates *d, uint32_t i, const AnDateParts *parts,
				AnPeriod *out)
{
	out->known = false;
	out->grain =
		parts->day != 0 || parts->month == 0 ? AN_GRAIN_DAY : AN_GRAIN_MONTH;
	if (parts->hijri)
		resolve_hijri(d, i, parts, out);
	else if (parts->day != 0 && parts->month == 0)
		without_month(d, i, parts, out);
	else if (parts->month != 0 && (parts->year != 0 || parts->year_hint != 0))
		in_year(parts, parts->year != 0 ? parts->year : parts->year_hint, out);
	else if (parts->month != 0)
		without_year(d, i, parts, out);
	else if (parts->deictic)
		resolve_deictic(d, parts, out);
	else if (parts->weekday != 0)
		resolve_weekday(d, i, parts, out);
}
