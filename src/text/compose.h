/*
 * compose.h
 *	  Normalization, character by character: what normalize.c and fold.c use
 *	  where their quick tables do not suffice.  Private to src/text.
 *
 * Text is a sequence of segments.  A segment begins with a boundary character
 * and goes on with all that could compose with it or change places: marks,
 * Hangul vowels and finals, and characters that are removed.  What a level
 * makes of a segment does not depend on its neighbours, with two exceptions
 * that look only at the result: U+0649 (final or not) and U+0674.
 */
#ifndef AN_COMPOSE_H
#define AN_COMPOSE_H

#include "text/tables.h"

/* A decomposed code point, its combining class and flags; where it was. */
typedef struct AnItem
{
	uint32_t code;
	uint32_t offset;
} AnItem;

#define AN_ITEM_CP(code) ((code) &0x1FFFFF)
#define AN_ITEM_CCC(code) ((code) >> 21 & 0xFF)
#define AN_ITEM_ARABIC ((uint32_t) 1 << 29)
#define AN_ITEM_BACK ((uint32_t) 1 << 30)
#define AN_ITEM_GONE ((uint32_t) 1 << 31)

/*
 * A segment longer than this is refused (AN_TOO_LARGE) rather than given
 * gigabytes of scratch memory: it is no text in any language.
 */
#define AN_SEGMENT_MAX ((size_t) 1 << 27)

#define AN_NOWHERE ((size_t) -1)

/*
 * Normalization in progress.  As long as the result equals the source, byte
 * for byte, nothing is written and out is NULL: [src, src + used) is the
 * result so far.
 */
typedef struct AnWriter
{
	AnEnv *env; /* NULL: out is there, nothing grows */
	const char *src;
	size_t len;
	AnLevel level;
	bool lower; /* lower case too */
	bool want_map;
	AnStatus status;

	char *out;
	uint32_t *map;
	size_t used;
	size_t cap;

	size_t maksura;   /* where in the result the last U+0649 stands,
								 * undecided, or AN_NOWHERE */
	size_t next_poll; /* source offset */

	AnItem *items; /* the segment: room for it, and as much again
								 * for sorting */
	size_t room;
	size_t count;
	uint32_t last_ccc;
	bool unsorted;
	bool has_arabic; /* a mark of the Arabic script is among them */
} AnWriter;

/* What normalization does with a code point: see tables.h. */
static inline uint32_t
an_norm(uint32_t cp)
{
	return AN_TRIE(an_norm, cp);
}

/* Boundary that stands for itself, as long as nothing composes with it? */
static inline bool
an_norm_keeps(uint32_t norm)
{
	return norm == 0 || norm == AN_NORM_HANGUL ||
		   (norm >= AN_NORM_POOL &&
			(an_norm_pool[norm - AN_NORM_POOL] & AN_POOL_KEEP) != 0);
}

/* All that give bool give false when the work is to stop: see status. */

/* ---- writer.c ---- */

/* Sets the status; always false. */
extern bool an_writer_fail(AnWriter *w, AnStatus status);

/* Polls if src offset has come far enough. */
extern bool an_writer_poll(AnWriter *w, size_t offset);

/* The same in loops over the items of a segment. */
static inline bool
an_writer_poll_items(AnWriter *w, size_t i)
{
	if ((i & 0xFFFF) != 0xFFFF || w->env == NULL || !w->env->poll(w->env))
		return true;
	return an_writer_fail(w, AN_CANCELLED);
}

/* Begins to write: the result is about to differ from the source. */
extern bool an_writer_differ(AnWriter *w);

/* Makes room so that used + size <= cap. */
extern bool an_writer_grow(AnWriter *w, size_t size);

/* Writes what the level makes of a composed character. */
extern bool an_writer_emit(AnWriter *w, uint32_t cp, uint32_t offset);

/* Takes back what was written from position used on. */
extern void an_writer_rewind(AnWriter *w, size_t used);

/* Notes that U+0649 was written at position at; decides the one before. */
extern bool an_writer_maksura(AnWriter *w, size_t at);

/* Decides what is undecided, at the end. */
extern bool an_writer_finish(AnWriter *w);

/* ---- compose.c ---- */

/* Normalizes from offset on to the next boundary that keeps, gives where. */
extern bool an_writer_segment(AnWriter *w, size_t *offset);

#endif /* AN_COMPOSE_H */
