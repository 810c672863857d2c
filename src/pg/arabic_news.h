/*
 * arabic_news.h
 *	  What the files of src/pg share: the core's surroundings in a backend.
 *
 * Only this folder includes postgres.h.
 */
#ifndef ARABIC_NEWS_H
#define ARABIC_NEWS_H

#include "postgres.h"

#include "fmgr.h"
#include "utils/memutils.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "entity/entity.h"
#include "morph/morph.h"
#include "store/store.h"
#include "text/text.h"

/* The core's environment: memory of a context, cancel by the query's. */
typedef struct AnPgEnv
{
	AnEnv env; /* must be first */
	MemoryContext context;
} AnPgEnv;

extern void an_pg_env(AnPgEnv *env, MemoryContext context);

/* Raises 0A000 unless the database's encoding is UTF8. */
extern void an_require_utf8(void);

/* Raises what the status means; returns on AN_OK. */
extern void an_check_status(AnStatus status);

/* Raises 54000: the result would not fit a value. */
extern void an_too_large(void) __attribute__((noreturn));

/*
 * Character positions for byte offsets that are asked for in rising order:
 * one pass over the text in all.
 */
typedef struct AnPositions
{
	const char *text;
	size_t byte;
	int32 position; /* of the character at byte, from 1 */
} AnPositions;

extern int32 an_position(AnPositions *at, size_t byte);

/* A column of text, NULL for no string or an empty one. */
extern void an_set_string(Datum *values, bool *nulls, int column,
						  const char *s);

/* arabic_news_data_version(), for the companions of articles (info.c). */
extern Datum arabic_news_data_version(PG_FUNCTION_ARGS);

/* Name of a part of speech, NULL where unknown. */
extern const char *an_part_of_speech_name(int part_of_speech);

#endif /* ARABIC_NEWS_H */
