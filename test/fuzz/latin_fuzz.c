/*
 * latin_fuzz.c
 *	  Any bytes in Latin letters: UTF-8 without an Arabic letter, always the
 *	  same, and not absurdly longer.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/entity.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Chunk
{
	struct Chunk *next;
	max_align_t data[];
} Chunk;

typedef struct FuzzEnv
{
	AnEnv env; /* first */
	Chunk *chunks;
} FuzzEnv;

static void *
fuzz_alloc(AnEnv *env, size_t size)
{
	FuzzEnv *fuzz = (FuzzEnv *) env;
	Chunk *chunk = malloc(sizeof(Chunk) + size);

	if (chunk == NULL)
		abort();
	chunk->next = fuzz->chunks;
	fuzz->chunks = chunk;
	return chunk->data;
}

static bool
fuzz_poll(AnEnv *env)
{
	(void) env;
	return false;
}

static void
check_letters(const AnText *text)
{
	const char *end = text->str + text->len;
	const char *s = text->str;

	while (s < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, end, &cp);

		if (an_class(cp) == AN_CLASS_ARABIC ||
			(cp == AN_REPLACEMENT && size != 3))
			abort();
		s += size;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzEnv fuzz = { { fuzz_alloc, fuzz_poll }, NULL };
	char *text = malloc(size > 0 ? size : 1);
	AnText out;
	AnText again;

	if (text == NULL)
		abort();
	memcpy(text, data, size); /* exact, so that overruns are seen */
	if (an_transliterate(&fuzz.env, an_store(), text, size, &out) != AN_OK ||
		an_transliterate(&fuzz.env, an_store(), text, size, &again) != AN_OK)
		abort();
	if (out.len != again.len || memcmp(out.str, again.str, out.len) != 0)
		abort();
	if (out.len > size * 40 + 64)
		abort();
	check_letters(&out);
	while (fuzz.chunks != NULL)
	{
		Chunk *next = fuzz.chunks->next;

		free(fuzz.chunks);
		fuzz.chunks = next;
	}
	free(text);
	return 0;
}
