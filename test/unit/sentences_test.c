/*
 * sentences_test.c
 *	  In which sentence a place of an article lies; quotations and mentions
 *	  of one reading.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entity/entity.h"

#define MEMORY ((size_t) 1 << 22)
#include "arena_env.h"

/* The sentence of the first place where word stands, asked for alone. */
static uint32_t
sentence_of(const char *text, const char *word)
{
	AnSentences s;

	an_sentences_start(&s, an_store(), text, strlen(text));
	return an_sentence(&s, (size_t) (strstr(text, word) - text));
}

static void
test_ends(void **state)
{
	(void) state;
	assert_int_equal(sentence_of("زار مصر. وغادر", "زار"), 1);
	assert_int_equal(sentence_of("زار مصر. وغادر", "وغادر"), 2);
	assert_int_equal(sentence_of("هل زار؟ نعم! وغادر… ثم", "ثم"), 4);
	assert_int_equal(sentence_of("عنوان\nنص", "نص"), 2);
	assert_int_equal(sentence_of("\n\n... نص", "نص"), 1);
	assert_int_equal(sentence_of("قال: نعم، ثم؛ غادر", "غادر"), 1);
}

static void
test_stops_that_end_nothing(void **state)
{
	(void) state;
	assert_int_equal(sentence_of("التقى د. محمد مرسي", "محمد"), 1);
	assert_int_equal(sentence_of("بلغ 2.5 مليار", "مليار"), 1);
	assert_int_equal(sentence_of("ذكرت أ.ف.ب أن", "أن"), 1);
}

static void
test_html(void **state)
{
	(void) state;
	assert_int_equal(sentence_of("<p>زار مصر</p><p>وغادر", "وغادر"), 2);
	assert_int_equal(sentence_of("زار <b>مصر</b> أمس", "أمس"), 1);
	assert_int_equal(sentence_of("زار<BR/>مصر", "مصر"), 2);
	assert_int_equal(sentence_of("<pre>زار</pre> مصر", "مصر"), 1);
	assert_int_equal(sentence_of("زار&nbsp;مصر", "مصر"), 1);
}

static void
test_nothing(void **state)
{
	AnSentences s;

	(void) state;
	an_sentences_start(&s, an_store(), "", 0);
	assert_int_equal(an_sentence(&s, 0), 1);
	assert_int_equal(an_sentence(&s, 100), 1);
}

/* an_facts() gives what the two functions give. */
static void
test_facts(void **state)
{
	static const char body[] =
		"قال وزير الخارجية المصري سامح شكري أمس: \"إن القاهرة ترحب بكل جهد "
		"يفضي إلى وقف الحرب\". وأضاف أن روسيا ستدفع 5 ملايين دولار.";
	TestEnv env = { .env = { test_alloc, test_poll } };
	int32_t published = 19860;
	AnEntities together;
	AnEntities alone;
	AnQuotes quotes;
	AnQuotes quotes_alone;

	(void) state;
	env.memory = malloc(MEMORY);
	assert_int_equal(an_facts(&env.env, an_store(), body, strlen(body),
							  &published, &together, &quotes),
					 AN_OK);
	assert_int_equal(an_entities(&env.env, an_store(), body, strlen(body),
								 &published, &alone),
					 AN_OK);
	assert_int_equal(
		an_quotes(&env.env, an_store(), body, strlen(body), &quotes_alone),
		AN_OK);
	assert_true(alone.count > 3);
	assert_int_equal(together.count, alone.count);
	for (size_t i = 0; i < alone.count; i++)
	{
		assert_int_equal(together.items[i].start, alone.items[i].start);
		assert_string_equal(together.items[i].name, alone.items[i].name);
	}
	assert_int_equal(quotes_alone.count, 1);
	assert_int_equal(quotes.count, 1);
	assert_int_equal(quotes.items[0].start, quotes_alone.items[0].start);
	assert_string_equal(quotes.items[0].speaker,
						quotes_alone.items[0].speaker);
	free(env.memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_stops_that_end_nothing),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
