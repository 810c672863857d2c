/*
 * clitics_test.c
 *	  Each noun of the lexicon has one lexeme with and without its clitics:
 *	  x, الx, وx, والx, بالx, للx.
 *
 * Homographs make some of them differ by right (بن and لبن, ولد and لد): at
 * most one noun in a hundred may.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "morph/morph.h"
#include "store/layout.h"
#include "store/lexicon.h"

#define AL "\xd8\xa7\xd9\x84"
#define LAM "\xd9\x84"
#define WAW "\xd9\x88"
#define BA "\xd8\xa8"
#define FORM_MAX (AN_WORD_MAX + 16)

/* Whether the lemma stands behind the article as it is. */
static bool
takes_article(uint32_t number, const AnLemma *lemma)
{
	const char *key = an_string(an_store(), lemma->lexeme);
	const AnStem *stem = an_stems(an_store(), key, strlen(key));

	if (lemma->word_class != AN_LEX_NOUN && lemma->word_class != AN_LEX_MASDAR)
		return false;
	for (; stem != NULL; stem++)
	{
		if (stem->lemma == number && (stem->before & AN_BEFORE_AL) != 0 &&
			(stem->before & AN_BEFORE_MUST_AL) == 0)
			return true;
		if (stem->flags & AN_STEM_LAST)
			break;
	}
	return false;
}

static void
lexemes_of(const char *before, const char *word, AnLexemes *out)
{
	char form[FORM_MAX];

	snprintf(form, sizeof(form), "%s%s", before, word);
	an_lexemes(an_store(), form, strlen(form), AN_TOKEN_ARABIC, false, out);
	assert_true(out->count > 0);
}

/* Whether a search for the one finds the other. */
static bool
share(const AnLexemes *left, const AnLexemes *right)
{
	for (int i = 0; i < left->count; i++)
		for (int k = 0; k < right->count; k++)
			if (left->items[i].len == right->items[k].len &&
				memcmp(left->pool + left->items[i].start,
					   right->pool + right->items[k].start,
					   left->items[i].len) == 0)
				return true;
	return false;
}

/* Prints what differs. */
static bool
agrees(const char *word)
{
	static const char *const before[] = { AL, WAW, WAW AL, BA AL, LAM LAM };
	AnLexemes bare;
	AnLexemes other;
	bool same = true;
	size_t i;

	lexemes_of("", word, &bare);
	for (i = 0; i < sizeof(before) / sizeof(before[0]); i++)
	{
		/* of three ل one is not written: للجنة */
		bool three =
			strcmp(before[i], LAM LAM) == 0 && strncmp(word, LAM, 2) == 0;

		lexemes_of(three ? LAM : before[i], word, &other);
		if (share(&bare, &other))
			continue;
		printf("# %s is %.*s, with %s %.*s\n", word, bare.items[0].len,
			   bare.pool, before[i], other.items[0].len, other.pool);
		same = false;
	}
	return same;
}

static void
test_nouns(void **state)
{
	unsigned nouns = 0;
	unsigned differ = 0;
	uint32_t i;

	(void) state;
	for (i = 0; i < an_store()->nlemmas; i++)
	{
		const AnLemma *lemma = an_lemma(an_store(), i);

		if (!takes_article(i, lemma))
			continue;
		nouns++;
		differ += !agrees(an_string(an_store(), lemma->spelling));
	}
	printf("# %u of %u nouns agree\n", nouns - differ, nouns);
	assert_true(nouns > 1000);
	assert_true(differ * 100 <= nouns);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nouns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
