/*
 * block_env.h
 *	  A core's environment for tests: each piece of memory by itself and filled
 *	  with what it does not expect, and a cancel.
 */
#ifndef BLOCK_ENV_H
#define BLOCK_ENV_H

#include <stdlib.h>
#include <string.h>

#include "text/text.h"

typedef struct TestEnv
{
	AnEnv env;
	void **blocks;
	size_t nblocks;
	bool cancel;
} TestEnv;

#define BLOCKS_MAX 100000

static inline void *
test_alloc(AnEnv *env, size_t size)
{
	TestEnv *own = (TestEnv *) env;
	void *p = malloc(size > 0 ? size : 1);

	assert_non_null(p);
	assert_true(own->nblocks < BLOCKS_MAX);
	memset(p, 0xA5, size);
	own->blocks[own->nblocks++] = p;
	return p;
}

static inline bool
test_poll(AnEnv *env)
{
	return ((TestEnv *) env)->cancel;
}

static inline void
open_env(TestEnv *env)
{
	env->env.alloc = test_alloc;
	env->env.poll = test_poll;
	env->blocks = malloc(BLOCKS_MAX * sizeof(void *));
	env->nblocks = 0;
	env->cancel = false;
	assert_non_null(env->blocks);
}

static inline void
close_env(TestEnv *env)
{
	while (env->nblocks > 0)
		free(env->blocks[--env->nblocks]);
	free(env->blocks);
}

#endif /* BLOCK_ENV_H */
