/*
 * lexemes_fuzz.c
 *	  Any bytes as a token of any type, to lexemes, analysis, stem and
 *	  proclitics.  The first byte is the type, the second says whether stop
 *	  words have lexemes.
 */
#include <stdlib.h>
#include <string.h>

#include "morph/morph.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)  \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

static bool
valid_utf8(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		uint32_t cp;
		int n = an_utf8_decode(s, end, &cp);

		if (n == 1 && cp == AN_REPLACEMENT)
			return false;
		s += n;
	}
	return true;
}

static void
check_lexemes(const char *s, size_t len, AnTokenType type, bool stops)
{
	static AnLexemes first;
	static AnLexemes again;
	int i;

	an_lexemes(an_store(), s, len, type, stops, &first);
	CHECK(first.count >= 0 && first.count <= AN_LEXEMES_MAX);
	CHECK(first.stop ? first.count == 0 : first.count > 0);
	for (i = 0; i < first.count; i++)
	{
		CHECK(first.items[i].len >= 1 &&
			  first.items[i].len <= AN_LEXEME_BYTES);
		CHECK(first.items[i].variant >= 1);
		CHECK((size_t) first.items[i].start + first.items[i].len <=
			  sizeof(first.pool));
		CHECK(
			valid_utf8(first.pool + first.items[i].start, first.items[i].len));
	}

	an_lexemes(an_store(), s, len, type, stops, &again);
	CHECK(again.stop == first.stop && again.count == first.count &&
		  again.used == first.used &&
		  memcmp(again.items, first.items,
				 (size_t) first.count * sizeof(first.items[0])) == 0 &&
		  memcmp(again.pool, first.pool, first.used) == 0);
}

static void
check_analysis(const char *s, size_t len)
{
	AnAnalysis a;
	AnAnalysis b;

	if (!an_analyze(an_store(), s, len, &a))
		return;
	CHECK(a.folded_len > 0 && a.folded_len <= sizeof(a.folded));
	CHECK(a.prefix_len + a.suffix_len <= a.folded_len);
	CHECK(a.lexeme_len > 0 && a.lexeme_len <= sizeof(a.lexeme));
	CHECK(a.lemma_len <= sizeof(a.lemma));
	CHECK(a.month >= 0 && a.month <= 12);
	CHECK(a.part_of_speech >= 0 && a.part_of_speech < AN_POS_COUNT);
	CHECK(valid_utf8(a.folded, a.prefix_len));
	CHECK(valid_utf8(a.folded, a.folded_len - a.suffix_len));
	CHECK(valid_utf8(a.lexeme, a.lexeme_len));
	CHECK(valid_utf8(a.lemma, a.lemma_len));

	CHECK(an_analyze(an_store(), s, len, &b));
	CHECK(a.lexeme_len == b.lexeme_len && a.lemma_len == b.lemma_len &&
		  memcmp(a.lexeme, b.lexeme, a.lexeme_len) == 0 &&
		  memcmp(a.lemma, b.lemma, a.lemma_len) == 0 &&
		  a.prefix_len == b.prefix_len && a.suffix_len == b.suffix_len &&
		  a.stop == b.stop && a.known == b.known);
}

static void
check_stem(const char *s, size_t len)
{
	char *stem = malloc(AN_FOLD_MAX(len));
	char *folded = malloc(AN_FOLD_MAX(len));
	uint8_t lengths[8];
	size_t n;
	size_t whole;
	int count;
	int i;

	CHECK(stem != NULL && folded != NULL);
	n = an_stem(s, len, stem);
	whole = an_fold(s, len, folded, AN_FOLD_MAX(len));
	CHECK(n <= whole && (n > 0 || whole == 0));
	CHECK(valid_utf8(stem, n));

	count = an_proclitics(folded, whole, lengths, 8);
	CHECK(count >= 0 && count <= 8);
	for (i = 0; i < count; i++)
		CHECK(lengths[i] > 0 && lengths[i] < whole &&
			  valid_utf8(folded, lengths[i]));
	free(stem);
	free(folded);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t len;
	char *token;

	if (size < 2)
		return 0;

	/* a copy of its own, so that a sanitizer sees every byte read beyond */
	len = size - 2;
	token = malloc(len + (len == 0));
	CHECK(token != NULL);
	memcpy(token, data + 2, len);
	check_lexemes(token, len, (AnTokenType) (data[0] % (AN_TOKEN_LAST + 1)),
				  (data[1] & 1) != 0);
	check_analysis(token, len);
	check_stem(token, len);
	free(token);
	return 0;
}
