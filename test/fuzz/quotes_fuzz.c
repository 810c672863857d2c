/*
 * quotes_fuzz.c
 *	  Any bytes as an article: quotations lie in order within it, on the
 *	  borders of characters, have no blank at their ends, and a cancel at any
 *	  poll unwinds.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"
#include "fuzz_env.h"

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
