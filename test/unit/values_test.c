/*-------------------------------------------------------------------------
 *
 * values_test.c
 *	  Dates, money, percentages and quantities: what is read in a text, and
 *	  the calendar under it.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entity/dates.h"
#include "entity/numbers.h"

#define MEMORY ((size_t) 1 << 22)
#include "arena_env.h"

typedef struct Case
{
	const char *text;
	const char *expected; /* type|mention|name, separated by ; */
} Case;

/* ---- A core's environment ---- */

static int32_t
day_of(int year, int month, int day)
{
	int32_t n;

	assert_true(an_date_to_day(year, month, day, &n));
	return n;
}

/* What the readers of dates and numbers find, as a case writes it. */
static void
read_text(const char *text, const int32_t *published, char *out, size_t size)
{
	TestEnv env = { { test_alloc, test_poll }, NULL, 0 };
	AnReader r;
	size_t used = 0;
	size_t i;

	env.memory = malloc(MEMORY);
	assert_non_null(env.memory);
	assert_int_equal(an_reader_open(&r, &env.env, an_store(), text,
									strlen(text), published),
					 AN_OK);
	assert_int_equal(an_read_dates(&r), AN_OK);
	assert_int_equal(an_read_numbers(&r), AN_OK);
	assert_int_equal(an_resolve(&r), AN_OK);
	out[0] = '\0';
	for (i = 0; i < r.nfound; i++)
	{
		const AnEntity *e = &r.found[i];

		used += (size_t) snprintf(
			out + used, size - used, "%s%s|%.*s|%s", i > 0 ? ";" : "",
			an_entity_type_name(e->type), (int) (e->end - e->start),
			text + e->start, e->name);
		assert_true(used < size);
		assert_true(e->confidence > 0.3f && e->confidence <= 1.0f);
		if (e->has_dates)
			assert_true(e->date_from <= e->date_to);
	}
	free(env.memory);
}

static void
check(const Case *cases, size_t n, const int32_t *published)
{
	char got[4096];
	size_t failed = 0;
	size_t i;

	for (i = 0; i < n; i++)
	{
		read_text(cases[i].text, published, got, sizeof(got));
		if (strcmp(got, cases[i].expected) == 0)
			continue;
		print_error("%s\n  expected %s\n  got      %s\n", cases[i].text,
					cases[i].expected, got);
		failed++;
	}
	assert_int_equal(failed, 0);
}

#define CHECK(cases, published) \
	check(cases, sizeof(cases) / sizeof((cases)[0]), published)

/* ---- The calendar ---- */

static void
test_known_days(void **state)
{
	(void) state;
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(day_of(2000, 2, 29), 11016);
	assert_int_equal(day_of(2023, 10, 25), 19655);
	assert_int_equal(day_of(1, 1, 1), -719162);
	assert_int_equal(day_of(9999, 12, 31), 2932896);
	assert_int_equal(an_weekday(day_of(1970, 1, 1)), 4);
	assert_int_equal(an_weekday(day_of(2023, 10, 25)), 3);
	assert_int_equal(an_weekday(day_of(1900, 1, 1)), 1);
}

static void
test_no_such_days(void **state)
{
	int32_t n;

	(void) state;
	assert_false(an_date_to_day(2023, 2, 29, &n));
	assert_false(an_date_to_day(1900, 2, 29, &n));
	assert_false(an_date_to_day(2023, 4, 31, &n));
	assert_false(an_date_to_day(2023, 13, 1, &n));
	assert_false(an_date_to_day(2023, 0, 1, &n));
	assert_false(an_date_to_day(0, 1, 1, &n));
	assert_false(an_date_to_day(10000, 1, 1, &n));
}

/* Each day of 400 years goes there and back, and follows the one before. */
static void
test_round_trip(void **state)
{
	int32_t n;
	int32_t last = day_of(2100, 1, 1);

	(void) state;
	for (n = day_of(1700, 1, 1); n < last; n++)
	{
		int year;
		int month;
		int day;

		an_day_to_date(n, &year, &month, &day);
		assert_int_equal(day_of(year, month, day), n);
		assert_int_equal(an_weekday(n + 1), an_weekday(n) % 7 + 1);
	}
}

static void
test_weeks(void **state)
{
	static const struct
	{
		int year;
		int month;
		int day;
		const char *week;
	} weeks[] = {
		{ 2021, 1, 3, "2020-W53" },   { 2021, 1, 4, "2021-W01" },
		{ 2018, 12, 31, "2019-W01" }, { 2023, 10, 25, "2023-W43" },
		{ 2016, 1, 1, "2015-W53" },   { 2024, 12, 30, "2025-W01" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(weeks) / sizeof(weeks[0]); i++)
	{
		AnPeriod p;
		char name[AN_PERIOD_NAME];

		assert_true(an_period_week(
			&p, day_of(weeks[i].year, weeks[i].month, weeks[i].day)));
		an_period_name(&p, name);
		assert_string_equal(name, weeks[i].week);
		assert_int_equal(p.to - p.from, 6);
	}
}

/* ---- Decimals ---- */

static void
test_decimals(void **state)
{
	static const struct
	{
		const char *text;
		const char *value;
	} numbers[] = {
		{ "0", "0" },
		{ "000", "0" },
		{ "1", "1" },
		{ "2.50", "2.5" },
		{ "1,000,000", "1000000" },
		{ "1,6", "1.6" },
		{ "0,125", "0.125" },
		{ "\u0664\u0665\u066B\u0667", "45.7" },
		{ "0.001", "0.001" },
		{ "1\u066C234", "1234" },
		{ "120.05", "120.05" },
		{ "999999999999999999", "999999999999999999" },
	};
	TestEnv env = { { test_alloc, test_poll }, NULL, 0 };
	size_t i;

	(void) state;
	env.memory = malloc(MEMORY);
	assert_non_null(env.memory);
	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		const char *s = numbers[i].text;
		AnDecimal d;

		assert_true(an_decimal_read(s, s + strlen(s), &d));
		assert_string_equal(an_decimal_text(&env.env, d), numbers[i].value);
	}
	free(env.memory);
}

static void
test_decimals_too_long(void **state)
{
	static const char many[] = "12345678901234567890";
	static const char zeros[] =
		"0.00000000000000000000000000000000000000000000000000000000001";
	AnDecimal d;

	(void) state;
	assert_false(an_decimal_read(many, many + strlen(many), &d));
	assert_false(an_decimal_read(zeros, zeros + strlen(zeros), &d));
	assert_false(an_decimal_read(many, many, &d));
}

/* ---- Dates ---- */

static void
test_full_dates(void **state)
{
	static const Case cases[] = {
		{ "الأربعاء 25 أكتوبر/تشرين الأول 2023",
		  "date|الأربعاء 25 أكتوبر/تشرين الأول 2023|2023-10-25" },
		{ "في ٢٢ يناير ٢٠٢٥", "date|٢٢ يناير ٢٠٢٥|2025-01-22" },
		{ "15 أوت 2023 و3 جويلية 2023",
		  "date|15 أوت 2023|2023-08-15;date|3 جويلية 2023|2023-07-03" },
		{ "24 من كانون الثاني (يناير) 2020",
		  "date|24 من كانون الثاني (يناير) 2020|2020-01-24" },
		{ "نوفمبر تشرين الثاني 2012",
		  "date|نوفمبر تشرين الثاني 2012|2012-11" },
		{ "مايو [أيار] 2012", "date|مايو [أيار] 2012|2012-05" },
		{ "بين 16 و20 شباط 2021",
		  "date|16 و20 شباط 2021|2021-02-16/2021-02-20" },
		{ "من 3 إلى 7 مايو 2019",
		  "date|3 إلى 7 مايو 2019|2019-05-03/2019-05-07" },
		{ "15/10/2022 و2022-10-16",
		  "date|15/10/2022|2022-10-15;date|2022-10-16|2022-10-16" },
		{ "31 فبراير 2023", "date|31 فبراير 2023|31 فبراير 2023" },
		{ "29 فبراير 2024", "date|29 فبراير 2024|2024-02-29" },
		{ "الحادي والعشرين من آذار 2020",
		  "date|الحادي والعشرين من آذار 2020|2020-03-21" },
		{ "الـ25 من يناير 2011", "date|الـ25 من يناير 2011|2011-01-25" },
		{ "12/أغسطس/2015", "date|12/أغسطس/2015|2015-08-12" },
		{ "12 / أغسطس 2015", "date|12 / أغسطس 2015|2015-08-12" },
		{ "18-9-2015 و18-9-15",
		  "date|18-9-2015|2015-09-18;date|18-9-15|2015-09-18" },
		{ "بخطة 4-3-3", "" },
		{ "غرة ماي 1945", "date|غرة ماي 1945|1945-05-01" },
		{ "أول يناير 2000", "date|أول يناير 2000|2000-01-01" },
		{ "الفاتح من نوفمبر 1954", "date|الفاتح من نوفمبر 1954|1954-11-01" },
		{ "واحد وعشرين مايو 2000", "date|واحد وعشرين مايو 2000|2000-05-21" },
		{ "يومي 21 و22 ديسمبر 2016",
		  "date|يومي 21 و22 ديسمبر 2016|2016-12-21/2016-12-22" },
		{ "أيام 19 و20 و21 ماي 2017",
		  "date|أيام 19 و20 و21 ماي 2017|2017-05-19/2017-05-21" },
		{ "بين الخامس عشر والتاسع عشر من نوفمبر 2016",
		  "date|الخامس عشر والتاسع عشر من نوفمبر 2016|2016-11-15/2016-11-19" },
		{ "10 سبتمبر ألفين وثمانية عشر",
		  "date|10 سبتمبر ألفين وثمانية عشر|2018-09-10" },
		{ "12 ديسمبر 2015 (السبت)", "date|12 ديسمبر 2015 (السبت)|2015-12-12" },
		{ "الأحد 12 ديسمبر 2015", "date|الأحد 12 ديسمبر 2015|2015-12-12" },
		{ "32 مايو 2015", "date|مايو 2015|2015-05" },
		{ "29/2/2023", "" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_hijri_dates(void **state)
{
	static const Case cases[] = {
		{ "1 محرم 1445هـ", "date|1 محرم 1445هـ|2023-07-19" },
		{ "يوم السبت 4/11/1435هـ الموافق 30/8/2014م",
		  "date|يوم السبت 4/11/1435هـ|2014-08-30;date|30/8/2014م|2014-08-30" },
		{ "في 9 / 10 / 1436 هـ", "date|9 / 10 / 1436 هـ|2015-07-25" },
		{ "عام 1445هـ", "date|عام 1445هـ|2023-07-19/2024-07-06" },
		{ "رمضان 1444", "date|رمضان 1444|2023-03-23/2023-04-20" },
		{ "رمضان 2017", "date|رمضان 2017|2017-05-27/2017-06-24" },
		{ "سنة 1438 هجرية", "date|سنة 1438 هجرية|2016-10-02/2017-09-20" },
		{ "11 صفر 309هـ", "date|11 صفر 309هـ|11 صفر 309هـ" },
		{ "30 صفر 1445هـ", "date|30 صفر 1445هـ|2023-09-15" },
		{ "آخر جمعة من رمضان 1444", "date|آخر جمعة من رمضان 1444|2023-04-14" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_years_and_periods(void **state)
{
	static const Case cases[] = {
		{ "عام 2030", "date|عام 2030|2030" },
		{ "لعام 2025", "date|عام 2025|2025" },
		{ "العام 2021م", "date|العام 2021م|2021" },
		{ "للفترة 2025-2027", "date|2025-2027|2025/2027" },
		{ "خطة 2023- 2026", "date|2023- 2026|2023/2026" },
		{ "بين عامي 2015 و2020", "date|عامي 2015 و2020|2015/2020" },
		{ "في عام 2018 و2019", "date|عام 2018|2018;date|2019|2019" },
		{ "منذ 2001 وحتى 2012", "date|2001 وحتى 2012|2001/2012" },
		{ "في 2000 موقع", "quantity|2000|2000" },
		{ "أكتوبر 2022", "date|أكتوبر 2022|2022-10" },
		{ "بين أبريل ويونيو 2024",
		  "date|أبريل|2024-04;date|يونيو 2024|2024-06" },
		{ "الربع الرابع من عام 2023",
		  "date|الربع الرابع من عام 2023|2023-10/2023-12" },
		{ "النصف الأول من عام 2026",
		  "date|النصف الأول من عام 2026|2026-01/2026-06" },
		{ "صيف 2014", "date|صيف 2014|2014-06/2014-08" },
		{ "مطلع 2024", "date|مطلع 2024|2024" },
		{ "القرن التاسع عشر", "date|القرن التاسع عشر|1801/1900" },
		{ "عام ألفين وسبعة عشر", "date|عام ألفين وسبعة عشر|2017" },
		{ "سنة ألف وتسعمائة وتسعين", "date|سنة ألف وتسعمائة وتسعين|1990" },
		{ "كل عام ألف شخص", "quantity|ألف|1000" },
		{ "عام 622م", "date|عام 622م|0622" },
		{ "عام 247", "date|عام 247|0247" },
		{ "عام 1200 قبل الميلاد",
		  "date|عام 1200 قبل الميلاد|عام 1200 قبل الميلاد" },
		{ "عام 82", "" },
		{ "من 2014 إلى 2018.", "date|2014 إلى 2018|2014/2018" },
		{ "من 2000 إلى 2050 ريالا", "money|2050 ريالا|2050 ريال" },
		{ "من 12 يناير 2016 إلى 3 مارس 2016",
		  "date|12 يناير 2016|2016-01-12;date|3 مارس 2016|2016-03-03" },
		{ "من 15 ديسمبر إلى 20 يناير 2024",
		  "date|15 ديسمبر|2023-12-15;date|20 يناير 2024|2024-01-20" },
		{ "من يناير إلى مارس 2024",
		  "date|يناير|2024-01;date|مارس 2024|2024-03" },
		{ "الأسبوع الثالث من عام 2027",
		  "date|الأسبوع الثالث من عام 2027|2027-W03" },
		{ "الأسبوع الأخير من عام 2015",
		  "date|الأسبوع الأخير من عام 2015|2015-W53" },
		{ "الأسبوع الأول من مايو 2017",
		  "date|الأسبوع الأول من مايو 2017|2017-W18" },
		{ "الأسبوع الأخير من يوليو 2016",
		  "date|الأسبوع الأخير من يوليو 2016|2016-W30" },
		{ "أول يوم جمعة من يوليو 2017",
		  "date|أول يوم جمعة من يوليو 2017|2017-07-07" },
		{ "الخميس الأخير من نوفمبر 2016",
		  "date|الخميس الأخير من نوفمبر 2016|2016-11-24" },
		{ "الأحد الخامس من فبراير 2016",
		  "date|الأحد الخامس من فبراير 2016|الأحد الخامس من فبراير 2016" },
		{ "التسعينيات من القرن الماضي",
		  "date|التسعينيات من القرن الماضي|التسعينيات من القرن الماضي" },
		{ "في الأربعينيات من عمره", "" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_relative_dates(void **state)
{
	static const Case cases[] = {
		{ "وذلك اليوم الأربعاء 25 أكتوبر/تشرين الأول 2023.",
		  "date|اليوم الأربعاء 25 أكتوبر/تشرين الأول 2023|2023-10-25" },
		{ "قال اليوم (الأربعاء)، إن", "date|اليوم (الأربعاء)|2023-10-25" },
		{ "أمس الثلاثاء", "date|أمس الثلاثاء|2023-10-24" },
		{ "مساء أمس", "date|أمس|2023-10-24" },
		{ "أول من أمس", "date|أول من أمس|2023-10-23" },
		{ "غدًا", "date|غدًا|2023-10-26" },
		{ "بعد غد", "date|بعد غد|2023-10-27" },
		{ "في الأسبوع الماضي", "date|الأسبوع الماضي|2023-W42" },
		{ "الشهر المقبل", "date|الشهر المقبل|2023-11" },
		{ "العام الماضي", "date|العام الماضي|2022" },
		{ "هذا العام", "date|هذا العام|2023" },
		{ "في نهاية العام", "date|نهاية العام|2023" },
		{ "الصيف الماضي", "date|الصيف الماضي|2023-06/2023-08" },
		{ "ستينيات القرن الماضي", "date|ستينيات القرن الماضي|1960/1969" },
		{ "كان قبل أسبوعين قد زار", "date|قبل أسبوعين|2023-W41" },
		{ "منذ ثلاثة أيام", "date|منذ ثلاثة أيام|2023-10-22" },
		{ "قبل عشر سنوات", "date|قبل عشر سنوات|2013" },
		{ "يناير الجاري", "date|يناير الجاري|2023-01" },
		{ "سبتمبر/أيلول الماضي", "date|سبتمبر/أيلول الماضي|2023-09" },
		{ "يوم 20 الجاري", "date|يوم 20 الجاري|2023-10-20" },
		{ "15 من الشهر المقبل", "date|15 من الشهر المقبل|2023-11-15" },
		{ "الربع الثالث من العام الجاري",
		  "date|الربع الثالث من العام الجاري|2023-07/2023-09" },
		{ "الربع الثاني من العام الجاري 2023م",
		  "date|الربع الثاني من العام الجاري 2023م|2023-04/2023-06" },
		{ "مايو الماضي 2022", "date|مايو الماضي 2022|2022-05" },
		{ "شهر سبتمبر الفارط", "date|شهر سبتمبر الفارط|2023-09" },
		{ "قبل أمس", "date|قبل أمس|2023-10-23" },
		{ "منذ سنة كاملة", "date|منذ سنة كاملة|2022" },
		{ "منذ يوم أمس", "date|يوم أمس|2023-10-24" },
		{ "سيبدأ بعد أسبوعين من الآن", "date|بعد أسبوعين من الآن|2023-W45" },
		{ "بقية الأسبوع", "date|بقية الأسبوع|2023-10-25/2023-10-29" },
		{ "باقي العام", "date|باقي العام|2023-10-25/2023-12-31" },
		{ "الجمعة من الأسبوع المقبل",
		  "date|الجمعة من الأسبوع المقبل|2023-11-03" },
		{ "يوم الجمعة هذا الأسبوع", "date|يوم الجمعة هذا الأسبوع|2023-10-27" },
		{ "الأسبوع المقبل يوم الجمعة",
		  "date|الأسبوع المقبل يوم الجمعة|2023-11-03" },
		{ "الأسبوع المقبل بين الأربعاء والجمعة",
		  "date|الأسبوع المقبل بين الأربعاء والجمعة|2023-11-01/2023-11-03" },
		{ "أول جمعة من الشهر المقبل",
		  "date|أول جمعة من الشهر المقبل|2023-11-03" },
		{ "اليوم (الثلاثاء)", "date|اليوم (الثلاثاء)|2023-10-24" },
		{ "من اليوم حتى الأحد المقبل",
		  "date|اليوم|2023-10-25;date|الأحد المقبل|2023-10-29" },
		{ "ليل الثلاثاء - الأربعاء",
		  "date|الثلاثاء - الأربعاء|2023-10-24/2023-10-25" },
		{ "ليلة الثلاثاء/الأربعاء",
		  "date|الثلاثاء/الأربعاء|2023-10-24/2023-10-25" },
		{ "يوم الاثنين 16", "date|يوم الاثنين 16|2023-10-16" },
		{ "يوم الاثنين 17 قتيلا",
		  "date|يوم الاثنين|2023-10-23;quantity|17|17" },
		{ "الخميس 5/10", "date|الخميس 5/10|2023-10-05" },
		{ "في 22/04", "date|22/04|2023-04-22" },
		{ "يومي أمس وأمس الأول",
		  "date|أمس|2023-10-24;date|أمس الأول|2023-10-23" },
	};
	int32_t published = day_of(2023, 10, 25);

	(void) state;
	CHECK(cases, &published);
}

static void
test_tense(void **state)
{
	static const Case cases[] = {
		{ "اجتمعا في مايو، عندما زار", "date|مايو|2023-05" },
		{ "سيستمر برنامج العمل إلى يوم الخميس", "date|يوم الخميس|2023-10-26" },
		{ "وصل الوفد يوم الخميس", "date|يوم الخميس|2023-10-19" },
		{ "يوم الثلاثاء المقبل", "date|يوم الثلاثاء المقبل|2023-10-31" },
		{ "الأربعاء الماضي", "date|الأربعاء الماضي|2023-10-18" },
		{ "وتقام المباراة يوم 12 ديسمبر.", "date|يوم 12 ديسمبر|2023-12-12" },
		{ "شارك في 12 ديسمبر في الحفل", "date|12 ديسمبر|2022-12-12" },
		{ "شهدت المدينة في 12 مارس حفلا", "date|12 مارس|2023-03-12" },
		{ "تبدأ في 21 نوفمبر 2022 وتستمر حتى 18 ديسمبر",
		  "date|21 نوفمبر 2022|2022-11-21;date|18 ديسمبر|2022-12-18" },

		/* the verb nearest before the date */
		{ "سيلعب الفريق الذي فاز الأحد", "date|الأحد|2023-10-22" },
		{ "وصل الوفد الذي سيغادر الأحد", "date|الأحد|2023-10-29" },

		/* saying tells when it was said, not what it tells of */
		{ "قالت الوزارة يوم الجمعة إنها ستحقق", "date|يوم الجمعة|2023-10-20" },
		{ "قال إن الاجتماع سيعقد الجمعة", "date|الجمعة|2023-10-27" },

		/* the verb behind */
		{ "والجمعة سيغادر الوفد", "date|الجمعة|2023-10-27" },
		{ "تستضيف الدوحة الجمعة المعرض", "date|الجمعة|2023-10-27" },

		/* منذ is never in the future */
		{ "ستستمر المعارك المندلعة منذ الجمعة", "date|الجمعة|2023-10-20" },
		{ "سيظل مغلقا منذ 12 نوفمبر", "date|12 نوفمبر|2022-11-12" },

		/* futures are of the month that comes */
		{ "هبط الخام في عقود ديسمبر", "date|ديسمبر|2023-12" },
	};
	int32_t published = day_of(2023, 10, 25);

	(void) state;
	CHECK(cases, &published);
}

static void
test_no_dates(void **state)
{
	static const Case cases[] = {
		{ "في اليوم الأول من الزيارة", "" },
		{ "مليون برميل في اليوم", "quantity|مليون|1000000" },
		{ "اليوم التالي", "" },
		{ "استمرت يومين", "" },
		{ "قبل يومين من الانتخابات", "" },
		{ "الأمين العام الحالي", "" },
		{ "مارس الرياضة", "" },
		{ "بمدينة إب", "" },
		{ "خطبة الجمعة", "" },
		{ "فاز 3-صفر", "" },
		{ "أحد الوزراء", "" },
		{ "منتصف الليل", "" },
		{ "كل يوم سبت", "" },
		{ "كل يوم السبت", "" },
		{ "أيام السبت", "" },
		{ "ملعب 15 أكتوبر", "" },
		{ "ثورة 25 يناير", "" },
		{ "الأيام الـ15 المقبلة", "" },
		{ "بعد 20 عاما، يلتقي التوأم", "quantity|20|20" },
		{ "الأمس القريب", "" },
	};
	int32_t published = day_of(2023, 10, 25);

	(void) state;
	CHECK(cases, &published);
}

/* Without a date of publication the mention stays, with no value. */
static void
test_unresolved(void **state)
{
	static const Case cases[] = {
		{ "في مايو", "date|مايو|مايو" },
		{ "أمس", "date|أمس|أمس" },
		{ "الأسبوع الماضي", "date|الأسبوع الماضي|الأسبوع الماضي" },
		{ "يوم الخميس", "date|يوم الخميس|يوم الخميس" },
	};

	(void) state;
	CHECK(cases, NULL);
}

/* ---- Numbers ---- */

static void
test_money(void **state)
{
	static const Case cases[] = {
		{ "2.49 مليار دولار", "money|2.49 مليار دولار|2490000000 USD" },
		{ "٤٥٫٧ مليون ريال سعودي",
		  "money|٤٥٫٧ مليون ريال سعودي|45700000 SAR" },
		{ "خمسة آلاف دينار أردني", "money|خمسة آلاف دينار أردني|5000 JOD" },
		{ "ملياري درهم مغربي", "money|ملياري درهم مغربي|2000000000 MAD" },
		{ "نصف مليار ين", "money|نصف مليار ين|500000000 JPY" },
		{ "3.4 ملايين دولار أميركي",
		  "money|3.4 ملايين دولار أميركي|3400000 USD" },
		{ "مليون و200 ألف دولار", "money|مليون و200 ألف دولار|1200000 USD" },
		{ "مليونين ونصف المليون جنيه مصري",
		  "money|مليونين ونصف المليون جنيه مصري|2500000 EGP" },
		{ "ألفا دولار", "money|ألفا دولار|2000 USD" },
		{ "دولارين", "money|دولارين|2 USD" },
		{ "500 مليون ليرة لبنانية",
		  "money|500 مليون ليرة لبنانية|500000000 LBP" },
		{ "160 ألف جنيه إسترليني", "money|160 ألف جنيه إسترليني|160000 GBP" },
		{ "10 فرنكات سويسرية", "money|10 فرنكات سويسرية|10 CHF" },
		{ "$100 و€5.5 مليون",
		  "money|$100|100 USD;money|€5.5 مليون|5500000 EUR" },
		{ "100$ و400 £", "money|100$|100 USD;money|400 £|400 GBP" },
		{ "55 ألف دينار", "money|55 ألف دينار|55000 دينار" },
		{ "5ر1 مليار دولار", "money|5ر1 مليار دولار|1500000000 USD" },
		{ "(7.18) مليار ريال عماني",
		  "money|(7.18) مليار ريال عماني|7180000000 OMR" },
		{ "150.000 دولار", "money|150.000 دولار|150000 USD" },
		{ "2.500 دينار كويتي", "money|2.500 دينار كويتي|2.5 KWD" },
		{ "10.100.000 ريال قطري", "money|10.100.000 ريال قطري|10100000 QAR" },
		{ "مئة وخمسة وعشرين مليون يورو",
		  "money|مئة وخمسة وعشرين مليون يورو|125000000 EUR" },
		{ "خمسة مليارات يورو", "money|خمسة مليارات يورو|5000000000 EUR" },
		{ "مئتي ألف دولار", "money|مئتي ألف دولار|200000 USD" },
		{ "واحد ونصف ريال قطري", "money|واحد ونصف ريال قطري|1.5 QAR" },
		{ "2 ونصف مليون دولار", "money|2 ونصف مليون دولار|2500000 USD" },
		{ "3 آلاف مارك ألماني", "money|3 آلاف مارك ألماني|3000 DEM" },
		{ "50 ليو روماني", "money|50 ليو روماني|50 RON" },
		{ "20 كرونة سويدية", "money|20 كرونة سويدية|20 SEK" },
		{ "مليون مليون مبروك", "" },
		{ "مليونا وسبعمئة ألف يورو",
		  "money|مليونا وسبعمئة ألف يورو|1700000 EUR" },
		{ "9 ملايير درهم مغربي", "money|9 ملايير درهم مغربي|9000000000 MAD" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_percent(void **state)
{
	static const Case cases[] = {
		{ "46.6 بالمائة", "percent|46.6 بالمائة|46.6" },
		{ "17% و٪٤٦", "percent|17%|17;percent|٪٤٦|46" },
		{ "1,6 في المئة", "percent|1,6 في المئة|1.6" },
		{ "ثلاثة في المئة", "percent|ثلاثة في المئة|3" },
		{ "واحد وخمسين في المائة", "percent|واحد وخمسين في المائة|51" },
		{ "(8.59) في المائة", "percent|(8.59) في المائة|8.59" },
		{ "سالب خمسة بالمئة", "percent|سالب خمسة بالمئة|-5" },
		{ "ناقص 0.5 في المئة", "percent|ناقص 0.5 في المئة|-0.5" },
		{ "نمو -2%", "percent|-2%|-2" },
		{ "بين 3-5%", "quantity|3|3;percent|5%|5" },
		{ "اثنين ونصف في المئة", "percent|اثنين ونصف في المئة|2.5" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_quantities(void **state)
{
	static const Case cases[] = {
		{ "800 ألف شخص", "quantity|800 ألف|800000" },
		{ "8054 وثيقة", "quantity|8054|8054" },
		{ "مئة ألف طن", "quantity|مئة ألف|100000" },
		{ "خمسة ملايين نسمة", "quantity|خمسة ملايين|5000000" },
		{ "الأربعين مليون نسمة", "quantity|الأربعين مليون|40000000" },
		{ "خمس وثائق", "" },
		{ "ملايين الأشخاص", "" },
		{ "الـ 30 ممرضة", "quantity|30|30" },
		{ "دورته الـ 30 بمدينة", "" },
		{ "الساعة 10:30", "" },
		{ "فاز 3-1 وتعادل 2 – 2", "" },
		{ "المادة 5 من القانون", "" },
		{ "طائرة إف-16", "" },
		{ "هاتف 0501234567", "" },
		{ "مونديال 2026.", "" },
		{ "1- الوزير\n2- السفير", "" },
		{ "من 5 مساء", "" },
	};

	(void) state;
	CHECK(cases, NULL);
}

static void
test_units(void **state)
{
	static const char text[] = "36 كيلومترا";
	TestEnv env = { { test_alloc, test_poll }, NULL, 0 };
	AnReader r;

	(void) state;
	env.memory = malloc(MEMORY);
	assert_non_null(env.memory);
	assert_int_equal(
		an_reader_open(&r, &env.env, an_store(), text, strlen(text), NULL),
		AN_OK);
	assert_int_equal(an_read_dates(&r), AN_OK);
	assert_int_equal(an_read_numbers(&r), AN_OK);
	assert_int_equal(r.ncandidates, 1);
	assert_string_equal(an_candidate(&r, 0)->amount, "36");
	assert_string_equal(an_candidate(&r, 0)->unit, "كيلومتر");
	free(env.memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_days),
		cmocka_unit_test(test_no_such_days),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_weeks),
		cmocka_unit_test(test_decimals),
		cmocka_unit_test(test_decimals_too_long),
		cmocka_unit_test(test_full_dates),
		cmocka_unit_test(test_hijri_dates),
		cmocka_unit_test(test_years_and_periods),
		cmocka_unit_test(test_relative_dates),
		cmocka_unit_test(test_tense),
		cmocka_unit_test(test_no_dates),
		cmocka_unit_test(test_unresolved),
		cmocka_unit_test(test_money),
		cmocka_unit_test(test_percent),
		cmocka_unit_test(test_quantities),
		cmocka_unit_test(test_units),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
