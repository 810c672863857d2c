/*
 * morph_test.c
 *	  Words and other tokens to lexemes; what an analysis says of a word.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "morph/morph.h"

typedef struct Case
{
	const char *given;
	const char *expected;
} Case;

#define CASES(a) (sizeof(a) / sizeof((a)[0]))

/* ---- Helpers ---- */

/* Lexemes as one string: "a b" are both needed, "a | b" is one of them. */
static const char *
lexemes_of(const char *token, AnTokenType type, bool stops)
{
	static char text[AN_LEXEME_BYTES + 1024];
	AnLexemes lexemes;
	size_t n = 0;
	int i;

	an_lexemes(an_store(), token, strlen(token), type, stops, &lexemes);
	if (lexemes.stop)
	{
		assert_int_equal(lexemes.count, 0);
		return "(stop)";
	}
	assert_true(lexemes.count > 0);
	for (i = 0; i < lexemes.count; i++)
		n += (size_t) snprintf(
			text + n, sizeof(text) - n, "%s%.*s",
			i == 0                                                     ? ""
			: lexemes.items[i].variant == lexemes.items[i - 1].variant ? " "
																	   : " | ",
			(int) lexemes.items[i].len, lexemes.pool + lexemes.items[i].start);
	return text;
}

static void
check_lexemes(const Case *cases, size_t n, AnTokenType type)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_string_equal(lexemes_of(cases[i].given, type, true),
							cases[i].expected);
}

static AnAnalysis
analysis(const char *word)
{
	AnAnalysis a;

	assert_true(an_analyze(an_store(), word, strlen(word), &a));
	return a;
}

/* ---- Proclitics ---- */

static void
test_proclitics(void **state)
{
	/* what is left after each sequence, shortest first */
	static const Case cases[] = {
		{ "كتاب", "تاب" },
		{ "والكتاب", "الكتاب كتاب" },
		{ "وبالكتاب", "بالكتاب الكتاب كتاب" },
		{ "للكتاب", "لكتاب كتاب" },
		{ "فللكتاب", "للكتاب لكتاب كتاب" },
		{ "سيعمل", "يعمل" },
		{ "وسيعمل", "سيعمل يعمل" },
		{ "محمد", "" },
		{ "في", "" },
		{ "", "" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(cases); i++)
	{
		const char *word = cases[i].given;
		uint8_t lengths[8];
		int n = an_proclitics(word, strlen(word), lengths, 8);
		char left[256] = "";
		int k;

		for (k = 0; k < n; k++)
		{
			assert_true(lengths[k] < strlen(word));
			if (k > 0)
				strcat(left, " ");
			strcat(left, word + lengths[k]);
		}
		assert_string_equal(left, cases[i].expected);
	}
}

static void
test_proclitics_limit(void **state)
{
	uint8_t lengths[2] = { 0, 77 };
	const char *word = "وبالكتاب";

	(void) state;
	assert_int_equal(an_proclitics(word, strlen(word), lengths, 1), 1);
	assert_int_equal(lengths[1], 77);
	assert_int_equal(an_proclitics(word, strlen(word), lengths, 0), 0);
}

/* ---- Lexemes ---- */

static void
test_words(void **state)
{
	static const Case cases[] = {
		{ "الكتاب", "كتاب" },
		{ "وَبِالمَدرَسَةِ", "مدرسه" },
		{ "أمريكا", "امريكا" },
		{ "بالمائة", "مئه" },
		{ "إلغاء", "الغاء" },
		{ "بوتين", "بوتين" },
		{ "سبوتنيك", "سبوتنيك" },
		{ "عبدالعزيز", "عبدالعزيز | عبد عزيز" },
		{ "ولعبدالله", "عبدالله | عبد الله" },
		{ "أبوظبي", "ابوظبي | اب ظبي" },
		{ "أبواب", "باب" },
		{ "كتابهم", "كتاب" },
		{ "كتابة", "كتابه" },
		{ "وجوده", "وجود" },
		{ "سلطات", "سلطه" },
		{ "أبنائه", "ابن" },
		{ "سيتم", "تم" },
	};

	(void) state;
	check_lexemes(cases, CASES(cases), AN_TOKEN_ARABIC);
	check_lexemes(cases, CASES(cases), AN_TOKEN_END);
}

/* Words that no list has: by rule. */
static void
test_unknown_words(void **state)
{
	static const Case same[] = {
		{ "يستفنرون", "تستفنر" },
		{ "والمستنطرين", "المستنطرون" },
		{ "زعنبتها", "الزعنبة" },
		{ "باستنطار", "استنطارها" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(same); i++)
	{
		char first[256];

		assert_false(analysis(same[i].given).known);
		snprintf(first, sizeof(first), "%s",
				 lexemes_of(same[i].given, AN_TOKEN_ARABIC, true));
		assert_string_equal(
			lexemes_of(same[i].expected, AN_TOKEN_ARABIC, true), first);
	}
}

static void
test_stop_words(void **state)
{
	static const Case cases[] = {
		{ "في", "(stop)" },
		{ "فِي", "(stop)" },
		{ "على", "(stop)" },
		{ "إلى", "(stop)" },
		{ "الى", "(stop)" },
		{ "وإلى", "(stop)" },
		{ "والى", "(stop)" },
		{ "بأن", "(stop)" },
		{ "فإن", "(stop)" },
		{ "إليه", "(stop)" },
		/* spelled as names and nouns are */
		{ "علي", "علي" },
		{ "بان", "بان" },
		{ "والي", "والي" },
	};

	(void) state;
	check_lexemes(cases, CASES(cases), AN_TOKEN_ARABIC);
	assert_string_equal(lexemes_of("آلي", AN_TOKEN_ARABIC, true), "الي");
	assert_string_equal(lexemes_of("في", AN_TOKEN_ARABIC, false), "في");
	assert_string_equal(lexemes_of("وفي", AN_TOKEN_ARABIC, false), "في");
}

static void
test_numbers(void **state)
{
	static const Case integers[] = {
		{ "42", "42" },     { "٢٠٢٢", "2022" },
		{ "۱۹۷۹", "1979" }, { "1,000,000", "1000000" },
		{ "007", "007" },
	};
	static const Case floats[] = {
		{ "2.49", "2.49" },
		{ "٢٫٤٩", "2.49" },
		{ "2,5", "2.5" },
	};
	static const Case percents[] = {
		{ "46.6%", "46.6" },
		{ "٪٤٦", "46" },
		{ "10%", "10" },
	};

	(void) state;
	check_lexemes(integers, CASES(integers), AN_TOKEN_INTEGER);
	check_lexemes(floats, CASES(floats), AN_TOKEN_FLOAT);
	check_lexemes(percents, CASES(percents), AN_TOKEN_PERCENT);
}

static void
test_dates(void **state)
{
	static const Case cases[] = {
		{ "2022-10-15", "2022-10-15" }, { "2022/10/15", "2022-10-15" },
		{ "15/10/2022", "2022-10-15" }, { "٢٠٢٢/١٠/١٥", "2022-10-15" },
		{ "5-3-2021", "2021-03-05" },   { "5/3/21", "2021-03-05" },
		{ "5/3/50", "2050-03-05" },     { "5/3/51", "1951-03-05" },
		{ "15/3/1444", "1444-03-15" },
	};

	(void) state;
	check_lexemes(cases, CASES(cases), AN_TOKEN_DATE);
}

static void
test_months(void **state)
{
	static const Case words[] = {
		{ "أكتوبر", "اكتوبر | شهر_10" },
		{ "وأكتوبر", "اكتوبر | شهر_10" },
		{ "آب", "اب | شهر_8" },
		{ "رمضان", "رمضان | هجري_9" },
	};
	static const Case phrases[] = {
		{ "تشرين الأول", "تشرين الاول | شهر_10" },
		{ "وتشرين الأول", "تشرين الاول | شهر_10" },
		{ "كانون الثاني", "كانون الثاني | شهر_1" },
		{ "تشرين الأول/أكتوبر", "تشرين الاول | شهر_10" },
		{ "أكتوبر/تشرين الأول", "اكتوبر | شهر_10" },
		{ "ربيع الأول", "ربيع الاول | هجري_3" },
	};

	(void) state;
	check_lexemes(words, CASES(words), AN_TOKEN_ARABIC);
	check_lexemes(phrases, CASES(phrases), AN_TOKEN_MONTH);
}

static void
test_other_types(void **state)
{
	static const struct
	{
		AnTokenType type;
		const char *given;
		const char *expected;
	} cases[] = {
		{ AN_TOKEN_ACRONYM, "أ.ف.ب", "افب" },
		{ AN_TOKEN_ACRONYM, "U.N.", "un" },
		{ AN_TOKEN_HASHTAG, "#كأس_العالم", "كاس عالم" },
		{ AN_TOKEN_HASHTAG, "#السعودية", "سعوديه" },
		{ AN_TOKEN_HASHTAG, "#في", "(stop)" },
		{ AN_TOKEN_ASCIIWORD, "Reuters", "reuters" },
		{ AN_TOKEN_WORD, "Владимир", "владимир" },
		{ AN_TOKEN_NUMWORD, "COVID19", "covid19" },
		{ AN_TOKEN_HOST, "www.Example.com", "www.example.com" },
		{ AN_TOKEN_MENTION, "@Name", "@name" },
		{ AN_TOKEN_CLITIC, "الـ", "(stop)" },
		{ AN_TOKEN_BLANK, " ", "(stop)" },
		{ AN_TOKEN_TAG, "<b>", "(stop)" },
		{ AN_TOKEN_ENTITY, "&nbsp;", "(stop)" },
		{ AN_TOKEN_ARABIC, "", "(stop)" },
		{ AN_TOKEN_END, "", "(stop)" },
		{ AN_TOKEN_END, "2022/10/15", "2022-10-15" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(cases); i++)
		assert_string_equal(lexemes_of(cases[i].given, cases[i].type, true),
							cases[i].expected);
}

/* Each type takes any length that a token may have, and longer ones. */
static void
test_long_tokens(void **state)
{
	static const char *const pieces[] = { "ب", "a", "1", "ﷺ", ".", "_", "ـ" };
	static char text[AN_TOKEN_MAX * 3];
	size_t i;
	int type;

	(void) state;
	for (i = 0; i < CASES(pieces); i++)
	{
		size_t piece = strlen(pieces[i]);
		size_t len = 0;

		while (len + piece <= sizeof(text))
		{
			memcpy(text + len, pieces[i], piece);
			len += piece;
		}
		for (type = 0; type <= AN_TOKEN_LAST; type++)
		{
			static const size_t lengths[] = { 94, 96, 98, 2046, sizeof(text) };
			size_t k;

			for (k = 0; k < CASES(lengths); k++)
			{
				AnLexemes lexemes;
				int n;

				len = lengths[k] - lengths[k] % piece;
				an_lexemes(an_store(), text, len, (AnTokenType) type, true,
						   &lexemes);
				assert_true(lexemes.count <= AN_LEXEMES_MAX);
				for (n = 0; n < lexemes.count; n++)
					assert_in_range(lexemes.items[n].len, 1, AN_LEXEME_BYTES);
			}
		}
	}
}

/* A hashtag of more words than there is room for keeps the first ones. */
static void
test_long_hashtag(void **state)
{
	AnLexemes lexemes;
	char text[1024] = "#";
	int i;

	(void) state;
	for (i = 0; i < 40; i++)
		strcat(text, "كتاب_");
	an_lexemes(an_store(), text, strlen(text), AN_TOKEN_HASHTAG, true,
			   &lexemes);
	assert_int_equal(lexemes.count, AN_LEXEMES_MAX);
}

/* ---- Analyses ---- */

static void
test_lemma(void **state)
{
	static const Case cases[] = {
		{ "والوزارات", "وزارة" }, { "الوِزارةُ", "وزارة" },
		{ "وزارتها", "وزارة" },   { "المدينه", "مدينة" },
		{ "أبنائهم", "ابن" },     { "للمستشفى", "مستشفى" },
		{ "مستشفيات", "مستشفى" }, { "امريكا", "أمريكا" },
		{ "الصين", "صين" },       { "للصين", "صين" },
		{ "وأعلنت", "أعلن" },     { "ستكون", "كان" },
		{ "اليه", "إلى" },        { "الرّئـيـس", "رئيس" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(cases); i++)
	{
		AnAnalysis a = analysis(cases[i].given);

		assert_int_equal(a.lemma_len, strlen(cases[i].expected));
		assert_memory_equal(a.lemma, cases[i].expected, a.lemma_len);
	}
}

static void
test_affixes(void **state)
{
	static const struct
	{
		const char *word;
		const char *prefix;
		const char *suffix;
	} cases[] = {
		{ "وبالكلمات", "وبال", "ات" }, { "كتاب", "", "" },
		{ "كتابهم", "", "هم" },        { "للجنة", "ل", "" },
		{ "وسيعمل", "وس", "" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(cases); i++)
	{
		AnAnalysis a = analysis(cases[i].word);
		size_t prefix = strlen(cases[i].prefix);
		size_t suffix = strlen(cases[i].suffix);

		assert_int_equal(a.prefix_len, prefix);
		assert_int_equal(a.suffix_len, suffix);
		assert_memory_equal(a.folded, cases[i].prefix, prefix);
		assert_memory_equal(a.folded + a.folded_len - suffix, cases[i].suffix,
							suffix);
	}
}

static void
test_no_word(void **state)
{
	AnAnalysis a;
	char text[AN_WORD_MAX + 2];
	size_t i;

	(void) state;
	assert_false(an_analyze(an_store(), "", 0, &a));
	assert_false(an_analyze(an_store(), "\xd9\x80", 2, &a)); /* tatweel */
	for (i = 0; i < sizeof(text); i += 2)
		memcpy(text + i, "\xd8\xa8", 2);
	assert_true(an_analyze(an_store(), text, AN_WORD_MAX, &a));
	assert_false(an_analyze(an_store(), text, sizeof(text), &a));

	a = analysis("Reuters");
	assert_int_equal(a.lexeme_len, 7);
	assert_memory_equal(a.lexeme, "reuters", 7);
	assert_false(a.known);
}

static void
test_stem(void **state)
{
	static const Case cases[] = {
		{ "والكتاب", "كتاب" },
		{ "المهندسين", "مهندس" },
		{ "مدارسهم", "مدارس" },
		{ "وقال", "قال" },
		{ "من", "من" },
		{ "Reuters", "reuters" },
		{ "", "" },
	};
	size_t i;

	(void) state;
	for (i = 0; i < CASES(cases); i++)
	{
		char stem[512];
		size_t n = an_stem(cases[i].given, strlen(cases[i].given), stem);

		assert_int_equal(n, strlen(cases[i].expected));
		assert_memory_equal(stem, cases[i].expected, n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_proclitics),
		cmocka_unit_test(test_proclitics_limit),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_unknown_words),
		cmocka_unit_test(test_stop_words),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_months),
		cmocka_unit_test(test_other_types),
		cmocka_unit_test(test_long_tokens),
		cmocka_unit_test(test_long_hashtag),
		cmocka_unit_test(test_lemma),
		cmocka_unit_test(test_affixes),
		cmocka_unit_test(test_no_word),
		cmocka_unit_test(test_stem),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
