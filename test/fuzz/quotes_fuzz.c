/*
 * quotes_fuzz.c
 *	  Any bytes as an article: quotations lie in order within it, on the
 *	  borders of characters, have no blank at their ends, and a cancel at any
 *	  poll unwinds.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"

#define ARENA_BLOCKS 65536

typedef struct FuzzEnv
{
	AnEnv env;
	void *blocks[ARENA_BLOCKS];
	int nblocks;
	int polls; /* until cancel; negative: never */
} FuzzEnv;

static void *
fuzz_alloc(AnEnv *env, size_t size)
{
	FuzzEnv *f = (FuzzEnv *) env;
	void *p = malloc(size);

	if (p == NULL || f->nblocks == ARENA_BLOCKS)
		abort();
	f->blocks[f->nblocks++] = p;
	return p;
}

static bool
fuzz_poll(AnEnv *env)
{
	FuzzEnv *f = (FuzzEnv *) env;

	return f->polls >= 0 && f->polls-- == 0;
}

static void
require(bool condition)
{
	if (!condition)
		abort();
}

static bool
is_valid(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		uint32_t cp;
		int n = an_utf8_decode(s, end, &cp);

		if (cp == AN_REPLACEMENT && n == 1)
			return false;
		s += n;
	}
	return true;
}

static void
check(const char *body, size_t len, const AnQuotes *found)
{
	bool valid = is_valid(body, len);
	uint32_t last = 0;

	for (size_t i = 0; i < found->count; i++)
	{
		const AnQuote *q = &found->items[i];

		require(q->start >= last && q->start < q->end && q->end <= len);
		require(strchr(" \t\r\n", body[q->start]) == NULL ||
				body[q->start] == '\0');
		require(strchr(" \t\r\n", body[q->end - 1]) == NULL ||
				body[q->end - 1] == '\0');
		require(q->speaker == NULL || q->speaker[0] != '\0');
		require(q->cue == NULL || q->cue[0] != '\0');
		if (valid)
		{
			require(((unsigned char) body[q->start] & 0xC0) != 0x80);
			require(q->end == len ||
					((unsigned char) body[q->end] & 0xC0) != 0x80);
			require(q->speaker == NULL ||
					is_valid(q->speaker, strlen(q->speaker)));
		}
		last = q->end;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FuzzEnv env = { { fuzz_alloc, fuzz_poll }, { NULL }, 0, -1 };
	AnQuotes found;
	char *body = malloc(size + 1);

	/* not NUL-terminated, so that a read beyond the end is seen */
	memcpy(body, data, size);
	body = realloc(body, size > 0 ? size : 1);
	env.polls = -1;
	require(an_quotes(&env.env, an_store(), body, size, &found) == AN_OK);
	check(body, size, &found);
	env.polls = size > 0 ? data[0] % 8 : 0;
	(void) an_quotes(&env.env, an_store(), body, size, &found);
	while (env.nblocks > 0)
		free(env.blocks[--env.nblocks]);
	free(body);
	return 0;
}
