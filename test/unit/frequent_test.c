/*
 * frequent_test.c
 *	  The table of frequent words says what the analysis says.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "morph/packed.h"
#include "store/layout.h"

/* The linked block without the table. */
static AnBlock *
block_without(void)
{
	size_t size = an_store_size(an_store());
	size_t room = (size + AN_BLOCK_ALIGN - 1) / AN_BLOCK_ALIGN;
	AnBlock *block = aligned_alloc(AN_BLOCK_ALIGN, room * AN_BLOCK_ALIGN);

	assert_non_null(block);
	memcpy(block, an_store(), size);
	block->nform_sets = 0;
	return block;
}

static void
assert_same(const AnLexemes *left, const AnLexemes *right)
{
	assert_int_equal(left->stop, right->stop);
	assert_int_equal(left->count, right->count);
	for (int i = 0; i < left->count; i++)
	{
		assert_int_equal(left->items[i].variant, right->items[i].variant);
		assert_int_equal(left->items[i].len, right->items[i].len);
		assert_memory_equal(left->pool + left->items[i].start,
							right->pool + right->items[i].start,
							left->items[i].len);
	}
}

static void
test_all_agree(void **state)
{
	AnFormSets forms = an_form_sets(an_store());
	size_t n =
		(size_t) (forms.nsets + AN_FORM_HOT(forms.nsets)) * AN_FORM_WAYS;
	AnBlock *without = block_without();
	size_t words = 0;

	(void) state;
	assert_true(forms.nsets > 0);
	for (size_t i = 0; i < n; i++)
	{
		uint64_t word = forms.sets[i].word;
		char s[2 * AN_PACKED_SYMBOLS];
		AnLexemes found;
		AnLexemes read;
		size_t len;

		if (word == 0 || word >> AN_PACKED_BITS != 0)
			continue;
		len = an_unpack_word(word, s);
		assert_true(an_pack_word(s, len) == word);
		for (int stops = 0; stops <= 1; stops++)
		{
			assert_true(
				an_frequent_lexemes(an_store(), s, len, stops, &found));
			assert_false(an_frequent_lexemes(without, s, len, stops, &read));
			an_lexemes(without, s, len, AN_TOKEN_END, stops, &read);
			assert_same(&found, &read);
		}
		words++;
	}
	assert_true(words > 50000);
	free(without);
}

static void
test_what_is_there(void **state)
{
	static const char *const words[] = { "في",      "قال", "الرئيس", "وزير",
										 "الحكومة", "ان",  "واضاف" };
	static const char *const none[] = { "",       "2024", "ـ",      "قـال",
										"Moscow", "الـ",  "ققققققق" };
	AnLexemes out;

	(void) state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		assert_true(an_frequent_lexemes(an_store(), words[i], strlen(words[i]),
										true, &out));
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(an_frequent_lexemes(an_store(), none[i], strlen(none[i]),
										 true, &out));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_agree),
		cmocka_unit_test(test_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
