/*
 * dictionary_test.c
 *	  The options of a dictionary: lists, forms, the table of recent words.
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

#define MEMORY ((size_t) 1 << 24)
#include "arena_env.h"

/* ---- Helpers ---- */

static TestEnv
new_env(void)
{
	TestEnv own = { { test_alloc, test_poll }, malloc(MEMORY), 0 };

	assert_non_null(own.memory);
	return own;
}

static AnListStatus
add(TestEnv *env, AnWordList *list, const char *word, const char *value)
{
	return an_list_add(&env->env, an_store(), list, word, strlen(word), value,
					   strlen(value));
}

/* Lexemes as one string: "a b" are both needed, "a | b" is one of them. */
static const char *
shown(const AnLexemes *lexemes)
{
	static char text[AN_LEXEME_BYTES + 1024];
	size_t n = 0;
	int i;

	assert_true(lexemes->stop == (lexemes->count == 0));
	if (lexemes->stop)
		return "(stop)";
	for (i = 0; i < lexemes->count; i++)
		n += (size_t) snprintf(text + n, sizeof(text) - n, "%s%.*s",
							   i == 0 ? ""
							   : lexemes->items[i].variant ==
									   lexemes->items[i - 1].variant
								   ? " "
								   : " | ",
							   (int) lexemes->items[i].len,
							   lexemes->pool + lexemes->items[i].start);
	return text;
}

static void
expect(const AnCustom *custom, const char *word, const char *expected)
{
	AnLexemes lexemes;

	an_custom_lexemes(an_store(), custom, word, strlen(word), &lexemes);
	assert_string_equal(shown(&lexemes), expected);
}

/* ---- Lists ---- */

static const char *
value_of(const AnWordList *list, const char *word)
{
	AnWordList own = { 0 };
	TestEnv env = new_env();
	const AnListed *found;

	/* a list gives the spelling that a look-up takes */
	if (add(&env, &own, word, "") != AN_LIST_OK)
		found = NULL;
	else
		found = an_list_find(list, own.words[0].folded, own.words[0].written,
							 own.words[0].len);
	free(env.memory);
	return found == NULL ? "-" : found->value;
}

static void
test_spellings(void **state)
{
	TestEnv env = new_env();
	AnWordList list = { 0 };

	(void) state;
	assert_string_equal(value_of(&list, "من"), "-");
	assert_int_equal(add(&env, &list, "على", "1"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "إن", "2"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "أن", "3"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "حياة", "4"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "اسلام", "5"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "NATO", "6"), AN_LIST_OK);
	assert_string_equal(value_of(&list, "على"), "1");
	assert_string_equal(value_of(&list, "عَلَى"), "1");
	assert_string_equal(value_of(&list, "علي"), "-");
	assert_string_equal(value_of(&list, "إن"), "2");
	assert_string_equal(value_of(&list, "أن"), "3");
	assert_string_equal(value_of(&list, "آن"), "-");
	assert_string_equal(value_of(&list, "ان"), "2"); /* the first */
	assert_string_equal(value_of(&list, "حياه"), "4");
	assert_string_equal(value_of(&list, "إسلام"), "5");
	assert_string_equal(value_of(&list, "nato"), "6");
	assert_string_equal(value_of(&list, "nat"), "-");
	free(env.memory);
}

static void
test_mistakes(void **state)
{
	TestEnv env = new_env();
	AnWordList list = { 0 };
	char word[4 * AN_WORD_MAX];

	(void) state;
	assert_int_equal(add(&env, &list, "", "x"), AN_LIST_NOT_ONE_WORD);
	assert_int_equal(add(&env, &list, "من هنا", "x"), AN_LIST_NOT_ONE_WORD);
	assert_int_equal(add(&env, &list, "،", "x"), AN_LIST_NOT_ONE_WORD);
	assert_int_equal(add(&env, &list, "<b>", "x"), AN_LIST_NOT_ONE_WORD);
	assert_int_equal(add(&env, &list, "تشرين الأول", "x"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "a", "x y"), AN_LIST_BAD_VALUE);
	assert_int_equal(add(&env, &list, "a", "|"), AN_LIST_BAD_VALUE);
	assert_int_equal(add(&env, &list, "a", "x|"), AN_LIST_BAD_VALUE);
	assert_int_equal(add(&env, &list, "a", "1|2|3|4|5|6|7|8"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "a", "1|2|3|4|5|6|7|8"), AN_LIST_OK);
	assert_int_equal(add(&env, &list, "b", "1|2|3|4|5|6|7|8|9"),
					 AN_LIST_BAD_VALUE);
	assert_int_equal(add(&env, &list, "A", "1"), AN_LIST_OTHER_VALUE);
	memset(word, 'a', sizeof(word));
	word[AN_WORD_MAX] = '\0';
	assert_int_equal(add(&env, &list, word, word), AN_LIST_OK);
	word[AN_WORD_MAX] = 'a';
	word[sizeof(word) - 1] = '\0';
	assert_int_equal(add(&env, &list, word, "x"), AN_LIST_TOO_LONG);
	assert_int_equal(add(&env, &list, "c", word), AN_LIST_BAD_VALUE);
	assert_int_equal(list.count, 3);
	free(env.memory);
}

static void
test_growth(void **state)
{
	TestEnv env = new_env();
	AnWordList list = { 0 };
	char word[32];
	int i;

	(void) state;
	for (i = 0; i < 20000; i++)
	{
		snprintf(word, sizeof(word), "w%d", i);
		assert_int_equal(add(&env, &list, word, word + 1), AN_LIST_OK);
	}
	assert_int_equal(list.count, 20000);
	for (i = 0; i < 20000; i++)
	{
		const AnListed *found;

		snprintf(word, sizeof(word), "w%d", i);
		found = an_list_find(&list, word, word, strlen(word));
		assert_non_null(found);
		assert_string_equal(found->value, word + 1);
	}
	assert_null(an_list_find(&list, "w20000", "w20000", 6));
	free(env.memory);
}

/* ---- Lexemes ---- */

static void
test_order(void **state)
{
	TestEnv env = new_env();
	AnCustom custom = { 0 };

	(void) state;
	custom.stops = true;
	add(&env, &custom.stop_words, "لندن", "");
	add(&env, &custom.synonyms, "لندن", "باريس");
	add(&env, &custom.synonyms, "باريس", "روما");
	add(&env, &custom.synonyms, "من", "في|وزير|مارس");
	add(&env, &custom.synonyms, "مكيال", "وزن");
	add(&env, &custom.exceptions, "كيل", "مكيال");
	add(&env, &custom.exceptions, "عن", "عنعن");

	expect(&custom, "لندن", "(stop)"); /* the user's stop word is first */
	expect(&custom, "ولندن", "باريس"); /* by its lemma; values end it */
	expect(&custom, "باريس", "روما");
	expect(&custom, "من", "في | وزير | مارس | شهر_3");
	expect(&custom, "إلى", "(stop)");
	expect(&custom, "عن", "عنعن"); /* an exception before a stop word */
	expect(&custom, "بالكيل", "وزن");
	expect(&custom, "وكيل", "وكيل");
	expect(&custom, "#باريس_في_الكيل", "روما وزن");
	expect(&custom, "#لندن", "(stop)");
	expect(&custom, "2024", "2024");
	free(env.memory);
}

static void
test_forms(void **state)
{
	AnCustom custom = { 0 };

	(void) state;
	custom.form = AN_FORM_ROOT;
	expect(&custom, "المكتبات", "كتب");
	expect(&custom, "وأكتوبر", "اكتوبر | شهر_10");
	expect(&custom, "G20", "g20");
	custom.form = AN_FORM_STEM;
	expect(&custom, "المكتبات", "مكتب");
	expect(&custom, "#المكتبات_G20", "مكتب g20");
}

/* ---- Recent words ---- */

static void
test_recent(void **state)
{
	AnRecent *recent = calloc(1, an_recent_size());
	AnLexemes lexemes;
	AnLexemes again;
	char word[64];
	char first[AN_LEXEME_BYTES];
	int kept = 0;
	int round;
	int i;

	(void) state;
	assert_non_null(recent);
	for (round = 0; round < 2; round++)
		for (i = 0; i < 30000; i++)
		{
			size_t n = 0;
			int rest = i;

			while (rest > 0 || n < 4)
			{
				word[n++] = (char) 0xd9;
				word[n++] = (char) (0x81 + rest % 10);
				rest /= 10;
			}
			an_lexemes(an_store(), word, n, AN_TOKEN_END, true, &lexemes);
			if (!an_recent_find(recent, word, n, &again))
			{
				an_recent_keep(recent, word, n, &lexemes);
				if (!an_recent_find(recent, word, n, &again))
					continue;
			}
			kept++;
			snprintf(first, sizeof(first), "%s", shown(&lexemes));
			assert_string_equal(first, shown(&again));
		}
	assert_true(kept > 50000);
	free(recent);
}

static void
test_recent_others(void **state)
{
	static const char *const words[] = {
		"",     "ب",           "في",      "مارس", "بالاستراتيجيات", "G20",
		"2024", "تشرين الأول", "پاکستان", "مُحَمَّد", "\xd8",           "بب\xd8"
	};
	AnRecent *recent = calloc(1, an_recent_size());
	AnLexemes lexemes;
	AnLexemes again;
	size_t i;

	(void) state;
	assert_non_null(recent);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
	{
		size_t len = strlen(words[i]);

		assert_false(an_recent_find(recent, words[i], len, &again));
		an_lexemes(an_store(), words[i], len, AN_TOKEN_END, true, &lexemes);
		an_recent_keep(recent, words[i], len, &lexemes);
		if (an_recent_find(recent, words[i], len, &again))
		{
			char first[AN_LEXEME_BYTES];

			snprintf(first, sizeof(first), "%s", shown(&lexemes));
			assert_string_equal(first, shown(&again));
		}
	}
	assert_true(an_recent_find(recent, "في", 4, &again) && again.stop);
	assert_true(an_recent_find(recent, "ب", 2, &again));
	assert_true(an_recent_find(recent, "مارس", 8, &again));
	assert_string_equal(shown(&again), "مارس | شهر_3");
	assert_true(an_recent_find(recent, "2024", 4, &again));
	assert_false(an_recent_find(recent, "G20", 3, &again));
	free(recent);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings),     cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_growth),        cmocka_unit_test(test_order),
		cmocka_unit_test(test_forms),         cmocka_unit_test(test_recent),
		cmocka_unit_test(test_recent_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
