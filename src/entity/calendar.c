/*-------------------------------------------------------------------------
 *
 * calendar.c
 *	  Days, weeks, months and years of the Gregorian calendar, and the names
 *	  of periods.
 *
 * Days are counted from 1970-01-01, the calendar is proleptic, and years go
 * from 1 to 9999: what lies outside has no value.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>

#include "entity/dates.h"

#define DAYS_OF_ERA 146097 /* 400 years */
#define YEAR_MAX 9999

/* 0001-01-01 and 9999-12-31 */
#define DAY_MIN (-719162)
#define DAY_MAX 2932896

bool
an_leap_year(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
an_month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
									31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && an_leap_year(year));
}

/*
 * Counts in years that begin in March, so that the leap day is the last of
 * its year: days before month m of them are (153 * m + 2) / 5.
 */
bool
an_date_to_day(int year, int month, int day, int32_t *out)
{
	int y;
	int era;
	int year_of_era;
	int day_of_year;

	if (year < 1 || year > YEAR_MAX || month < 1 || month > 12 || day < 1 ||
		day > an_month_days(year, month))
		return false;
	y = month <= 2 ? year - 1 : year;
	era = y / 400;
	year_of_era = y % 400;
	day_of_year =
		(153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	*out = era * DAYS_OF_ERA + year_of_era * 365 + year_of_era / 4 -
		   year_of_era / 100 + day_of_year - 719468;
	return true;
}

void
an_day_to_date(int32_t n, int *year, int *month, int *day)
{
	int32_t z;
	int era;
	int day_of_era;
	int year_of_era;
	int day_of_year;
	int m;

	if (n < DAY_MIN)
		n = DAY_MIN;
	if (n > DAY_MAX)
		n = DAY_MAX;
	z = n + 719468;
	era = z / DAYS_OF_ERA;
	day_of_era = z % DAYS_OF_ERA;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
				   day_of_era / 146096) /
				  365;
	day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	m = (5 * day_of_year + 2) / 153;
	*day = day_of_year - (153 * m + 2) / 5 + 1;
	*month = m < 10 ? m + 3 : m - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

int
an_weekday(int32_t day)
{
	/* 1970-01-01 was a Thursday */
	int n = (int) ((day % 7 + 7 + 3) % 7);

	return n + 1;
}

/* The ISO week of a day: that of its Thursday, in the Thursday's year. */
static void
iso_week(int32_t day, int *year, int *week)
{
	int32_t thursday = day - an_weekday(day) + 4;
	int32_t first = 0;
	int month;
	int mday;

	an_day_to_date(thursday, year, &month, &mday);
	an_date_to_day(*year, 1, 1, &first);
	*week = (int) (thursday - first) / 7 + 1;
}

/* ---- Periods ---- */

bool
an_period_days(AnPeriod *p, int32_t from, int32_t to)
{
	p->grain = AN_GRAIN_DAY;
	p->from = from;
	p->to = to;
	p->known = from <= to && from >= DAY_MIN && to <= DAY_MAX;
	return p->known;
}

bool
an_period_week(AnPeriod *p, int32_t day)
{
	int32_t monday = day - an_weekday(day) + 1;

	an_period_days(p, monday, monday + 6);
	p->grain = AN_GRAIN_WEEK;
	return p->known;
}

/* Months first to last, counted from January of year 0. */
bool
an_period_months(AnPeriod *p, int first, int last)
{
	int year = last / 12;
	int month = last % 12 + 1;
	int32_t from;
	int32_t to;

	p->known = false;
	if (first < 12 || last < first || year > YEAR_MAX)
		return false;
	if (!an_date_to_day(first / 12, first % 12 + 1, 1, &from) ||
		!an_date_to_day(year, month, an_month_days(year, month), &to))
		return false;
	an_period_days(p, from, to);
	p->grain = AN_GRAIN_MONTH;
	return p->known;
}

bool
an_period_years(AnPeriod *p, int first, int last)
{
	int32_t from;
	int32_t to;

	p->known = false;
	if (!an_date_to_day(first, 1, 1, &from) ||
		!an_date_to_day(last, 12, 31, &to))
		return false;
	an_period_days(p, from, to);
	p->grain = AN_GRAIN_YEAR;
	return p->known;
}

static int
name_day(char *out, size_t size, int32_t day, AnGrain grain)
{
	int year;
	int month;
	int mday;

	an_day_to_date(day, &year, &month, &mday);
	switch (grain)
	{
		case AN_GRAIN_YEAR:
			return snprintf(out, size, "%04d", year);
		case AN_GRAIN_MONTH:
			return snprintf(out, size, "%04d-%02d", year, month);
		case AN_GRAIN_WEEK:
			iso_week(day, &year, &mday);
			return snprintf(out, size, "%04d-W%02d", year, mday);
		default:
			return snprintf(out, size, "%04d-%02d-%02d", year, month, mday);
	}
}

size_t
an_period_name(const AnPeriod *p, char out[AN_PERIOD_NAME])
{
	char last[AN_PERIOD_NAME / 2];
	char first[AN_PERIOD_NAME / 2];
	int n = name_day(first, sizeof(first), p->from, p->grain);
	int m = name_day(last, sizeof(last), p->to, p->grain);
	int len;

	if (n == m && memcmp(first, last, (size_t) n) == 0)
		len = snprintf(out, AN_PERIOD_NAME, "%s", first);
	else
		len = snprintf(out, AN_PERIOD_NAME, "%s/%s", first, last);
	return (size_t) len;
}
