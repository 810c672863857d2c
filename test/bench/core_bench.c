/*
 * core_bench.c
 *	  How fast the core is without PostgreSQL around it: the objects that the
 *	  library is made of, over a file with one article a line.
 *
 * usage: core_bench lexemes|entities FILE RUNS
 *
 * lexemes: each article's tokens and what the index keeps of each; entities:
 * its mentions.  One pass to warm up, then RUNS passes that are timed.
 * Prints a line for each: seconds, bytes, tokens with a lexeme (or mentions).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "entity/entity.h"
#include "morph/morph.h"

/*
 * An arena as a memory context is one: memory comes in chunks and goes back
 * all at once, after each article.
 */
typedef struct Chunk
{
	struct Chunk *next;
	size_t size;
	size_t used;
} Chunk;

typedef struct Arena
{
	AnEnv env; /* first: the core gives back its address */
	Chunk *chunks;
} Arena;

#define CHUNK_BYTES ((size_t) 1 << 20)
#define CHUNK_HEAD ((sizeof(Chunk) + 15) & ~(size_t) 15)

static void *
arena_alloc(AnEnv *env, size_t size)
{
	Arena *arena = (Arena *) env;
	Chunk *chunk = arena->chunks;
	void *result;

	size = (size + 15) & ~(size_t) 15;
	if (chunk == NULL || chunk->size - chunk->used < size)
	{
		size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;

		chunk = malloc(CHUNK_HEAD + room);
		if (chunk == NULL)
			abort();
		chunk->next = arena->chunks;
		chunk->size = room;
		chunk->used = 0;
		arena->chunks = chunk;
	}
	result = (char *) chunk + CHUNK_HEAD + chunk->used;
	chunk->used += size;
	return result;
}

/* Keeps the first chunk for the next article. */
static void
arena_reset(Arena *arena)
{
	while (arena->chunks != NULL && arena->chunks->next != NULL)
	{
		Chunk *chunk = arena->chunks;

		arena->chunks = chunk->next;
		free(chunk);
	}
	if (arena->chunks != NULL)
		arena->chunks->used = 0;
}

static bool
never(AnEnv *env)
{
	(void) env;
	return false;
}

static size_t
count_lexemes(const char *body, size_t len)
{
	AnScanner scan;
	AnToken token;
	AnLexemes lexemes;
	size_t n = 0;

	an_scan_start(&scan, an_store(), body, len);
	while (an_scan_next(&scan, &token))
	{
		if (token.type == AN_TOKEN_BLANK || token.type == AN_TOKEN_TAG ||
			token.type == AN_TOKEN_ENTITY)
			continue;
		an_lexemes(an_store(), body + token.start, token.end - token.start,
				   token.type, true, &lexemes);
		n += lexemes.count > 0;
	}
	return n;
}

static size_t
count_entities(Arena *arena, const char *body, size_t len)
{
	AnEntities found;

	if (an_entities(&arena->env, an_store(), body, len, NULL, &found) != AN_OK)
		abort();
	arena_reset(arena);
	return found.count;
}

static size_t
pass(Arena *arena, bool entities, const char *text, size_t len)
{
	const char *end = text + len;
	size_t n = 0;

	while (text < end)
	{
		const char *line_end = memchr(text, '\n', (size_t) (end - text));
		size_t line = (size_t) ((line_end ? line_end : end) - text);

		n += entities ? count_entities(arena, text, line)
					  : count_lexemes(text, line);
		text += line + (line_end != NULL);
	}
	return n;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static char *
read_file(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *s = NULL;
	size_t room = 0;

	if (f == NULL)
	{
		perror(path);
		exit(1);
	}
	*len = 0;
	do
	{
		room = room * 2 + 65536;
		s = realloc(s, room);
		if (s == NULL)
			abort();
		*len += fread(s + *len, 1, room - *len, f);
	} while (*len == room);
	fclose(f);
	return s;
}

int
main(int argc, char **argv)
{
	Arena arena = { { arena_alloc, never }, NULL };
	bool entities;
	size_t len;
	char *text;

	if (argc != 4 ||
		(strcmp(argv[1], "lexemes") != 0 && strcmp(argv[1], "entities") != 0))
	{
		fputs("usage: core_bench lexemes|entities FILE RUNS\n", stderr);
		return 2;
	}
	entities = strcmp(argv[1], "entities") == 0;
	text = read_file(argv[2], &len);
	for (int run = 0, runs = atoi(argv[3]); run <= runs; run++)
	{
		double start = now();
		size_t n = pass(&arena, entities, text, len);

		if (run > 0)
			printf("%.6f\t%zu\t%zu\n", now() - start, len, n);
	}
	arena_reset(&arena);
	free(arena.chunks);
	free(text);
	return 0;
}
