/*
 * normalize_fuzz.c
 *	  Any bytes normalize, to UTF-8 that stays as it is, with a map that never
 *	  goes back; the levels are steps of one stair; an_fold() agrees.
 */
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)  \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

/* So much of the input is also taken as one word. */
#define WORD_MAX 256

typedef struct Chunk
{
	struct Chunk *next;
	max_align_t data[];
} Chunk;

typedef struct FuzzEnv
{
	AnEnv env; /* first */
	Chunk *chunks;
	size_t polls;
	size_t stop_at;
} FuzzEnv;

static void *
fuzz_alloc(AnEnv *env, size_t size)
{
	FuzzEnv *fuzz = (FuzzEnv *) env;
	Chunk *chunk = malloc(sizeof(Chunk) + size);

	CHECK(chunk != NULL);
	chunk->next = fuzz->chunks;
	fuzz->chunks = chunk;
	return chunk->data;
}

static bool
fuzz_poll(AnEnv *env)
{
	FuzzEnv *fuzz = (FuzzEnv *) env;

	return ++fuzz->polls == fuzz->stop_at;
}

static AnNormalized
normalize(FuzzEnv *fuzz, const char *src, size_t len, AnLevel level,
		  bool want_map)
{
	AnNormalized result;

	CHECK(an_normalize(&fuzz->env, src, len, level, want_map, &result) ==
		  AN_OK);
	return result;
}

static bool
same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	return a_len == b_len && memcmp(a, b, a_len) == 0;
}

static void
check_result(const char *src, size_t len, const AnNormalized *result)
{
	const char *s = result->str;
	const char *end = s + result->len;
	uint32_t last = 0;

	if (!result->changed)
		CHECK(result->str == src && result->len == len && result->map == NULL);
	else
	{
		CHECK(result->map != NULL && result->map[result->len] == len);
		CHECK(!same(src, len, result->str, result->len));
	}
	while (s < end)
	{
		uint32_t cp;
		int n = an_utf8_decode(s, end, &cp);
		size_t at = (size_t) (s - result->str);
		int i;

		CHECK(cp != AN_REPLACEMENT || n == 3);
		CHECK(an_class(cp) != AN_CLASS_IGNORABLE &&
			  an_class(cp) != AN_CLASS_TATWEEL);
		for (i = 0; result->changed && i < n; i++)
			CHECK(result->map[at + (size_t) i] == result->map[at]);
		if (result->changed)
		{
			CHECK(result->map[at] >= last && result->map[at] < len);
			last = result->map[at];
		}
		s += n;
	}
}

/* an_fold() is AN_SEARCH, then lower case, normalized again. */
static void
check_fold(FuzzEnv *fuzz, const char *src, size_t len)
{
	AnNormalized search = normalize(fuzz, src, len, AN_SEARCH, false);
	AnNormalized wanted;
	char *lowered = fuzz_alloc(&fuzz->env, 2 * search.len + 1);
	char *dst = fuzz_alloc(&fuzz->env, AN_FOLD_MAX(len));
	const char *s = search.str;
	size_t used = 0;
	size_t folded;
	size_t short_len;

	while (s < search.str + search.len)
	{
		uint32_t cp;

		s += an_utf8_decode(s, search.str + search.len, &cp);
		used += (size_t) an_utf8_encode(an_lower(cp), lowered + used);
	}
	wanted = normalize(fuzz, lowered, used, AN_SEARCH, false);
	folded = an_fold(src, len, dst, AN_FOLD_MAX(len));
	CHECK(same(dst, folded, wanted.str, wanted.len));

	/* into a buffer of any size it fits or not, and never writes beyond */
	for (short_len = 0; short_len <= wanted.len;
		 short_len += 1 + wanted.len / 8)
	{
		char *exact = malloc(short_len + (short_len == 0));

		CHECK(an_fold(src, len, exact, short_len) ==
			  (short_len == wanted.len ? wanted.len : 0));
		free(exact);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzEnv fuzz = { .env = { fuzz_alloc, fuzz_poll } };
	const char *src = (const char *) data;
	AnNormalized last = { .str = src, .len = size };
	int level;

	for (level = AN_UNICODE; level <= AN_SEARCH; level++)
	{
		AnNormalized result =
			normalize(&fuzz, src, size, (AnLevel) level, true);
		AnNormalized plain =
			normalize(&fuzz, src, size, (AnLevel) level, false);
		AnNormalized nested =
			normalize(&fuzz, last.str, last.len, (AnLevel) level, true);

		check_result(src, size, &result);
		CHECK(plain.map == NULL && plain.changed == result.changed);
		CHECK(same(result.str, result.len, plain.str, plain.len));
		CHECK(same(result.str, result.len, nested.str, nested.len));
		CHECK(!normalize(&fuzz, result.str, result.len, (AnLevel) level, true)
				   .changed);
		last = result;
	}
	check_fold(&fuzz, src, size < WORD_MAX ? size : WORD_MAX);

	/* stopped at the first poll, if it comes to that */
	fuzz.polls = 0;
	fuzz.stop_at = 1;
	CHECK(an_normalize(&fuzz.env, src, size, AN_SEARCH, true, &last) ==
		  (fuzz.polls > 0 ? AN_CANCELLED : AN_OK));

	while (fuzz.chunks != NULL)
	{
		Chunk *next = fuzz.chunks->next;

		free(fuzz.chunks);
		fuzz.chunks = next;
	}
	return 0;
}
