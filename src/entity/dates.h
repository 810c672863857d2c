/*
 * dates.h
 *	  What the files that read dates share; private to src/entity.
 *
 * dates.c walks over the article and puts together dates of the calendar:
 * weekday, day, month, year.  dates_month.c reads days and months,
 * dates_digits.c what is digits alone, dates_relative.c what is said in units
 * of time: last week, this year, the end of 2024; dates_parts.c quarters,
 * seasons, decades; dates_week.c weeks of months and days of weeks.  dates_resolve.c finds the year or the week of what was
 * said without it.  calendar.c counts.
 */
#ifndef AN_DATES_H
#define AN_DATES_H

#include <string.h>

#include "entity/values.h"

/* ---- calendar.c ---- */

typedef enum AnGrain
{
	AN_GRAIN_DAY,
	AN_GRAIN_WEEK,
	AN_GRAIN_MONTH,
	AN_GRAIN_YEAR
} AnGrain;

typedef struct AnPeriod
{
	bool known;
	AnGrain grain; /* what its name is made of */
	int32_t from;  /* days since 1970-01-01, both inclusive */
	int32_t to;
} AnPeriod;

extern bool an_leap_year(int year);
extern int an_month_days(int year, int month);

/* False, and no day, where there is no such date. */
extern bool an_date_to_day(int year, int month, int day, int32_t *out);
extern void an_day_to_date(int32_t n, int *year, int *month, int *day);

/* 1 (Monday) to 7 */
extern int an_weekday(int32_t day);

/* Each sets p->known, and gives it back. */
extern bool an_period_days(AnPeriod *p, int32_t from, int32_t to);
extern bool an_period_week(AnPeriod *p, int32_t day);
extern bool an_period_months(AnPeriod *p, int first, int last);
extern bool an_period_years(AnPeriod *p, int first, int last);

/* A month as the functions above count them. */
#define AN_MONTH_OF(year, month) ((year) *12 + (month) -1)

/* ISO 8601 of a known period: 2023-10-25, 2023-W41, 2022/2024. */
#define AN_PERIOD_NAME 64
extern size_t an_period_name(const AnPeriod *p, char out[AN_PERIOD_NAME]);

/* ---- dates.c ---- */

/* What the readers know of the article up to the word where they stand. */
typedef struct AnDates
{
	AnReader *r;
	uint32_t sentence; /* its first word */
	bool has_anchor;   /* a date with its year is in the sentence ... */
	int32_t anchor;    /* ... and its last day is this ... */
	uint32_t anchored; /* ... behind this word */

	/* the sentence's tense, as far as it was asked for */
	uint32_t tense_until;
	AnTense tense;
	bool told; /* a verb of saying was among them */

	bool since; /* منذ is before the date that is being read */

	uint32_t last_end; /* word behind the last date */
	AnGrain last_grain;
} AnDates;

/* A date that was read. */
typedef struct AnDateSpan
{
	uint32_t start; /* bytes */
	uint32_t end;
	uint32_t next; /* word behind it */
	bool anchored; /* its year was said */
	bool weekday;  /* it is a weekday alone, with يوم or without */
	bool name;     /* it is a name's: ملعب 15 أكتوبر */
	float confidence;
	AnPeriod period;
} AnDateSpan;

/* Parts of a date of the calendar; 0 where nothing was said. */
typedef struct AnDateParts
{
	bool deictic; /* أمس ... */
	int offset;   /* its days from publication */
	int weekday;  /* 1 (Monday) to 7 */
	int day;
	int last_day; /* of a range: the day above is its first */
	int month;
	bool hijri;
	int year;
	bool modified; /* الماضي, الجاري, المقبل */
	int modifier;  /* -1, 0, 1 */
	int year_hint; /* year of a later month of the same pair */
} AnDateParts;

/* Any date at word i. */
extern bool an_date_read(AnDates *d, uint32_t i, AnDateSpan *out);

/* The word behind يوم, ليوم ... at word i, where يوم begins; or i itself. */
extern uint32_t an_date_day_word(const AnReader *r, uint32_t i,
								 uint32_t *start);

/* Whether no noun stands at i, which a number before it would count. */
extern bool an_date_counts_nothing(const AnReader *r, uint32_t i);

/* A weekday at word i. */
extern bool an_date_weekday(const AnReader *r, uint32_t i, AnDateParts *parts,
							AnFact *fact);

/* A date of the calendar at word i. */
extern bool an_date_calendar(AnDates *d, uint32_t i, AnDateSpan *out);

/* Behind the bracket that closes what was opened before word i, or end. */
extern uint32_t an_date_closing(const AnReader *r, uint32_t i, uint32_t end);

/* ---- dates_month.c ---- */

/* A month's name at word i; parts gets month and hijri. */
extern bool an_date_month(const AnReader *r, uint32_t i, AnDateParts *parts,
						  AnFact *fact);

/* Days with their month at word i. */
extern bool an_date_days(AnDates *d, uint32_t i, AnDateParts *parts,
						 AnDateSpan *out);

/* A month without a day at word i, where nothing else is meant. */
extern bool an_date_month_alone(AnDates *d, uint32_t i, AnDateParts *parts,
								AnDateSpan *out);

/* The same, where a month is expected. */
extern bool an_date_month_said(AnDates *d, uint32_t i, AnDateParts *parts,
							   AnDateSpan *out);

/*
 * إلى, حتى, و, or a dash before the next word of a range at word i.  Gives the
 * word behind it, i itself for a dash, 0 for none.
 */
extern uint32_t an_date_range_mark(const AnReader *r, uint32_t i);

/* ---- dates_year.c ---- */

/*
 * A year in digits at word i, with the letter of its calendar behind it.
 * Gives the word behind it, or 0.
 */
extern uint32_t an_date_year_digits(const AnReader *r, uint32_t i, int *year,
									bool *hijri, uint32_t *end);

/* The same in digits or in words; a year before Christ is negative. */
extern uint32_t an_date_year(const AnReader *r, uint32_t i, int *year,
							 bool *hijri, uint32_t *end);

/* A year of three digits, behind عام. */
extern uint32_t an_date_small_year(const AnReader *r, uint32_t i, int *year,
								   bool *hijri, uint32_t *end);

/* A whole number of at most max_digits at word i. */
extern bool an_date_integer(const AnReader *r, uint32_t i, int max_digits,
							int *value);

/*
 * Of which calendar a year is, at word i behind it: هـ, ميلادية, قبل الميلاد.
 * Gives the word to go on with, i for none.
 */
extern uint32_t an_date_era(const AnReader *r, uint32_t i, int *year,
							bool *hijri, uint32_t *end);

/*
 * A whole number in words at i, without a proclitic; gives the word behind it,
 * or 0.
 */
extern uint32_t an_date_number(const AnReader *r, uint32_t i, int min, int max,
							   int *value, uint32_t *end);

/* ---- dates_digits.c ---- */

/* Years that news means as Hijri ones, also without هـ. */
#define AN_HIJRI_FROM 1350
#define AN_HIJRI_TO 1480

/* A day in digits alone at word i. */
extern bool an_date_digits(const AnReader *r, uint32_t i, AnDateParts *parts,
						   AnDateSpan *out);

/* Whether a slash, with blanks or without, is all before word i. */
extern bool an_date_slash_before(const AnReader *r, uint32_t i);

/* Years without عام at word i. */
extern bool an_date_years(AnDates *d, uint32_t i, AnDateSpan *out);

extern void an_date_year_period(const AnBlock *block, int first, int last,
								bool hijri, AnPeriod *out);

/* ---- dates_relative.c ---- */

/* A date in units of time at word i. */
extern bool an_date_relative(AnDates *d, uint32_t i, AnDateSpan *out);

/* A unit counted from publication at word i: الأسبوع الماضي, هذا العام. */
extern bool an_date_near_unit(AnDates *d, uint32_t i, AnDateSpan *out);

/* الماضي, الجاري, المقبل at word i. */
extern bool an_date_modifier(const AnReader *r, uint32_t i, int *modifier,
							 AnFact *fact);

/* The period of a unit so many units from the day of publication. */
extern bool an_date_unit_period(const AnReader *r, AnTimeUnit unit, int offset,
								AnPeriod *out);

/* A noun of a unit in the singular at word i: يوم, العام. */
extern bool an_date_unit(const AnReader *r, uint32_t i, AnFact *fact);

/*
 * A year in any form at word i, such as stands behind a part of it: عام 2023,
 * 2023, العام الجاري, هذا العام, العام.
 */
extern bool an_date_any_year(AnDates *d, uint32_t i, int *year,
							 AnDateSpan *out);

/* ---- dates_parts.c: each reads its form at word i ---- */

extern bool an_date_part_of_year(AnDates *d, uint32_t i, AnDateSpan *out);
extern bool an_date_season(AnDates *d, uint32_t i, AnDateSpan *out);
extern bool an_date_decade(AnDates *d, uint32_t i, AnDateSpan *out);
extern bool an_date_century(AnDates *d, uint32_t i, AnDateSpan *out);

/* ---- dates_week.c ---- */

/* A day of a week, or a week or weekday of a month or year, at word i. */
extern bool an_date_week(AnDates *d, uint32_t i, AnDateSpan *out);

/* ---- dates_range.c ---- */

/*
 * Gives a date that begins at word i the year of the last one of its period,
 * and joins two weekdays.
 */
extern void an_date_join(AnDates *d, uint32_t i, AnDateSpan *first);

/* ---- dates_resolve.c ---- */

/* Gives parts their days; unknown where nothing says the year. */
extern void an_date_resolve(AnDates *d, uint32_t i, const AnDateParts *parts,
							AnPeriod *out);

/* The days of a Hijri month, or of a year where month is 0. */
extern bool an_date_hijri(const AnBlock *block, int year, int month, int day,
						  AnPeriod *out);

/* ---- dates_tense.c ---- */

/*
 * The tense of what is told at word i; AN_TENSE_PRESENT, which news uses of
 * what is planned, only where no other verb is there.
 */
extern AnTense an_date_tense(AnDates *d, uint32_t i);

/* Whether منذ is before word i: no day that is coming. */
extern bool an_date_since(const AnReader *r, uint32_t i);

#endif /* AN_DATES_H */
