/*
 * entities_fuzz.c
 *	  Any bytes as an article: mentions lie in order within it, on the
 *	  borders of characters, and a cancel at any poll unwinds.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"
#include "fuzz_env.h"

static void
check(const char *body, size_t len, const AnEntities *found)
{
	bool valid = is_valid(body, len);
	uint32_t last = 0;
	uint32_t sentence = 1;
	uint32_t now;
	AnSentences sentences;

	an_sentences_start(&sentences, an_store(), body, len);

	for (size_t i = 0; i < found->count; i++)
	{
		const AnEntity *e = &found->items[i];

		require(e->start >= last && e->start < e->end && e->end <= len);
		require(e->type >= 0 && e->type < AN_ENTITY_TYPES);
		require(e->name != NULL && e->name_key != NULL);
		require(e->confidence >= 0 && e->confidence <= 1);
		require(!e->has_dates || e->date_from <= e->date_to);
		require(e->role_start <= e->role_end && e->role_end <= len);
		if (valid)
		{
			require(((unsigned char) body[e->start] & 0xC0) != 0x80);
			require(e->end == len ||
					((unsigned char) body[e->end] & 0xC0) != 0x80);
			require(is_valid(e->name, strlen(e->name)));
			require(
				is_valid(body + e->role_start, e->role_end - e->role_start));
		}
		last = e->end;
		now = an_sentence(&sentences, e->start);
		require(now >= sentence && now <= len);
		sentence = now;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FuzzEnv env = { { fuzz_alloc, fuzz_poll }, { NULL }, 0, -1 };
	const int32_t published = 19000;
	AnEntities found;
	AnEntities again;
	char *body = malloc(size + 1);

	/* not NUL-terminated, so that a read beyond the end is seen */
	memcpy(body, data, size);
	body = realloc(body, size > 0 ? size : 1);
	env.polls = -1;
	require(an_entities(&env.env, an_store(), body, size, &published,
						&found) == AN_OK);
	check(body, size, &found);
	require(an_entities(&env.env, an_store(), body, size, NULL, &again) ==
			AN_OK);
	check(body, size, &again);
	env.polls = size > 0 ? data[0] % 8 : 0;
	(void) an_entities(&env.env, an_store(), body, size, NULL, &again);
	fuzz_reset(&env);
	free(body);
	return 0;
}
