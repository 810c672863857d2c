/*
 * arena_env.h
 *	  A core's environment for tests: MEMORY bytes in one piece, which is all
 *	  that may be taken; never cancelled.  MEMORY is defined before.
 */
#ifndef ARENA_ENV_H
#define ARENA_ENV_H

#include "text/text.h"

typedef struct TestEnv
{
	AnEnv env;
	char *memory;
	size_t used;
} TestEnv;

static inline void *
test_alloc(AnEnv *env, size_t size)
{
	TestEnv *own = (TestEnv *) env;
	void *p = own->memory + own->used;

	own->used += (size + 15) & ~(size_t) 15;
	assert_true(own->used <= MEMORY);
	return p;
}

static inline bool
test_poll(AnEnv *env)
{
	(void) env;
	return false;
}

#endif /* ARENA_ENV_H */
