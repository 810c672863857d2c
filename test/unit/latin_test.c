/*-------------------------------------------------------------------------
 *
 * latin_test.c
 *	  Arabic in Latin letters, and the table of countries.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entity/entity.h"

typedef struct Case
{
	const char *text;
	const char *latin;
} Case;

typedef struct TestEnv
{
	AnEnv env;
	void *blocks[64];
	int nblocks;
	bool cancel;
} TestEnv;

static void *
test_alloc(AnEnv *env, size_t size)
{
	TestEnv *own = (TestEnv *) env;
	void *p = malloc(size > 0 ? size : 1);

	assert_non_null(p);
	assert_true(own->nblocks < 64);
	own->blocks[own->nblocks++] = p;
	return p;
}

static bool
test_poll(AnEnv *env)
{
	return ((TestEnv *) env)->cancel;
}

static void
close_env(TestEnv *env)
{
	while (env->nblocks > 0)
		free(env->blocks[--env->nblocks]);
}

static void
check(const Case *c)
{
	TestEnv env = { .env = { test_alloc, test_poll } };
	AnText out;

	assert_int_equal(
		an_transliterate(&env.env, an_store(), c->text, strlen(c->text), &out),
		AN_OK);
	if (out.len != strlen(c->latin) || memcmp(out.str, c->latin, out.len) != 0)
		fail_msg("%s: %.*s, expected %s", c->text, (int) out.len, out.str,
				 c->latin);
	close_env(&env);
}

#define CHECK_ALL(cases)                                       \
	do                                                         \
	{                                                          \
		size_t n;                                              \
		(void) state;                                          \
		for (n = 0; n < sizeof(cases) / sizeof(cases[0]); n++) \
			check(&(cases)[n]);                                \
	} while (0)

static void
names_that_are_listed(void **state)
{
	static const Case cases[] = {
		{ "محمد", "Mohammed" },
		{ "فلاديمير بوتين", "Vladimir Putin" },
		{ "القاهرة", "Cairo" },
		{ "والقاهرة", "wa-Cairo" },
		{ "لموسكو", "li-Moscow" },
		{ "للسيسي", "li-al-Sisi" },
		{ "الولايات المتحدة", "United States" },
		{ "سان سلفادور", "San Salvador" },
		{ "سان", "San" },
		{ "محمد بن سلمان بن عبدالعزيز آل سعود",
		  "Mohammed bin Salman bin Abdulaziz Al Saud" },
	};

	CHECK_ALL(cases);
}

/* السعودية is the country, and an adjective behind a definite noun. */
static void
country_or_adjective(void **state)
{
	static const Case cases[] = {
		{ "السعودية", "Saudi Arabia" },
		{ "في السعودية", "fi Saudi Arabia" },
		{ "وكالة الأنباء السعودية", "Wakalat al-Anba al-Saudiyya" },
		{ "الأنباء، السعودية", "al-Anba, Saudi Arabia" },
	};

	CHECK_ALL(cases);
}

/* The preposition is not the name that folds to the same letters. */
static void
particles_are_no_names(void **state)
{
	static const Case cases[] = { { "علي", "Ali" }, { "على", "ala" } };

	CHECK_ALL(cases);
}

static void
servants_of_god(void **state)
{
	static const Case cases[] = {
		{ "عبد الله", "Abdullah" },
		{ "عبدالله", "Abdullah" },
		{ "عبد الكريم", "Abdulkarim" },
		{ "عبدالكريم", "Abdulkarim" },
		{ "عبد الفتاح السيسي", "Abdel Fattah al-Sisi" },
		{ "عبد", "Abd" },
	};

	CHECK_ALL(cases);
}

static void
vowels_of_the_lexicon(void **state)
{
	static const Case cases[] = {
		{ "وزارة الخارجية", "Wizarat al-Kharijiyya" },
		{ "وزارة", "Wizara" },
		{ "مجلس الأمن الدولي", "Majlis al-Amn al-Duwali" },
		{ "الهيئة العامة للإحصاء", "al-Haya al-Amma li-al-Ihsa" },
		{ "محافظة عدن", "Muhafazat Aden" },
		{ "انتخابات", "Intikhabat" },
		{ "سيكون", "Sayakun" },
		{ "الذي", "alladhi" },
		{ "خطابه", "Khitabuh" },
		{ "قرارًا", "Qararan" },
		{ "صلاة", "Salat" },
		{ "جامعة الدول العربية", "Jamiat al-Duwal al-Arabiyya" },
	};

	CHECK_ALL(cases);
}

static void
vowels_that_are_written(void **state)
{
	static const Case cases[] = {
		{ "كُتُب", "Kutub" },
		{ "زَبْقَل", "Zabqal" },
		{ "ظُحَيْش", "Zuhaysh" },
	};

	CHECK_ALL(cases);
}

static void
vowels_that_are_guessed(void **state)
{
	static const Case cases[] = {
		{ "شنكل", "Shankal" },
		{ "ستانيسلاف", "Stanislaf" },
		{ "نيكول باشينيان", "Nikol Bashinian" },
		{ "الزبقل", "al-Zabqal" },
		{ "الجاسر", "al-Jasir" },
		{ "الدواسر", "al-Dawasir" },
		{ "إيميريك", "Imirik" },
		{ "سولي", "Suli" },
	};

	CHECK_ALL(cases);
}

static void
what_is_no_arabic_word(void **state)
{
	static const Case cases[] = {
		{ "", "" },
		{ "G20: 5.5", "G20: 5.5" },
		{ "٤٦٪، ٢٫٥؟", "46%, 2.5?" },
		{ "#كأس_العالم", "#Kas_al-Alam" },
		{ "«محمد»", "«Mohammed»" },
		{ "م\xd9\x80\xd9\x80حمد", "Mohammed" },
		{ "ﻣﺤﻤﺪ", "Mohammed" },
		{ "پارس", "Pars" },
		{ "\xff\xd8", "\xef\xbf\xbd\xef\xbf\xbd" },
	};

	CHECK_ALL(cases);
}

/* A word of 20000 letters, and a text that is cancelled. */
static void
long_texts(void **state)
{
	TestEnv env = { .env = { test_alloc, test_poll } };
	const size_t n = 200000;
	char *text = malloc(n);
	AnText out;
	size_t i;

	(void) state;
	assert_non_null(text);
	for (i = 0; i < n; i += 2)
		memcpy(text + i, "\xd8\xb4", 2);
	assert_int_equal(an_transliterate(&env.env, an_store(), text, 40000, &out),
					 AN_OK);
	assert_true(out.len >= 40000 && out.len <= 80000);
	memset(text, ' ', n);
	env.cancel = true;
	assert_int_equal(an_transliterate(&env.env, an_store(), text, n, &out),
					 AN_CANCELLED);
	free(text);
	close_env(&env);
}

/* ---- Countries ---- */

static const AnRecord *
country(const char *code)
{
	char key[3] = { AN_KEY_MAP, code[0], code[1] };

	return an_store_sense(an_store(), key, 3, AN_KIND_MAP);
}

static void
countries_lie_somewhere(void **state)
{
	const AnRecord *r = country("EG");

	(void) state;
	assert_non_null(r);
	assert_string_equal(r->code, "EGY");
	assert_string_equal(an_string(an_store(), r->name), "مصر");
	assert_string_equal(an_string(an_store(), r->extra), "Egypt");
	assert_int_equal(AN_MAP_LATITUDE(r), 26500);
	assert_int_equal(AN_MAP_LONGITUDE(r), 30000);
	r = country("AQ");
	assert_non_null(r);
	assert_int_equal(AN_MAP_LATITUDE(r), -90000);
	r = country("CL");
	assert_non_null(r);
	assert_int_equal(AN_MAP_LONGITUDE(r), -71000);
	assert_null(country("ZZ"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_are_listed),
		cmocka_unit_test(country_or_adjective),
		cmocka_unit_test(particles_are_no_names),
		cmocka_unit_test(servants_of_god),
		cmocka_unit_test(vowels_of_the_lexicon),
		cmocka_unit_test(vowels_that_are_written),
		cmocka_unit_test(vowels_that_are_guessed),
		cmocka_unit_test(what_is_no_arabic_word),
		cmocka_unit_test(long_texts),
		cmocka_unit_test(countries_lie_somewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
