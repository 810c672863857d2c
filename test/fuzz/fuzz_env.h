/*
 * fuzz_env.h
 *	  What targets over a reader of texts share: memory in blocks of their own,
 *	  so that each overrun is seen, and a cancel after a number of polls.
 */
#ifndef FUZZ_ENV_H
#define FUZZ_ENV_H

#include <stdlib.h>

#include "text/text.h"

#define ARENA_BLOCKS 65536

typedef struct FuzzEnv
{
	AnEnv env;
	void *blocks[ARENA_BLOCKS];
	int nblocks;
	int polls; /* until cancel; negative: never */
} FuzzEnv;

static inline void *
fuzz_alloc(AnEnv *env, size_t size)
{
	FuzzEnv *f = (FuzzEnv *) env;
	void *p = malloc(size);

	if (p == NULL || f->nblocks == ARENA_BLOCKS)
		abort();
	f->blocks[f->nblocks++] = p;
	return p;
}

static inline bool
fuzz_poll(AnEnv *env)
{
	FuzzEnv *f = (FuzzEnv *) env;

	return f->polls >= 0 && f->polls-- == 0;
}

static inline void
fuzz_reset(FuzzEnv *f)
{
	while (f->nblocks > 0)
		free(f->blocks[--f->nblocks]);
}

static inline void
require(bool condition)
{
	if (!condition)
		abort();
}

/* Whether the bytes are UTF-8. */
static inline bool
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

#endif /* FUZZ_ENV_H */
