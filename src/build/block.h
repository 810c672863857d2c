/*
 * block.h
 *	  Writes a block of language data: the other side of src/store.
 *
 * Phrases and records are added in any order; an_block_finish() lays them out.
 * The same additions give the same bytes.  All memory is the writer's own and
 * goes with an_block_free(); without memory the program ends.
 */
#ifndef AN_BUILD_BLOCK_H
#define AN_BUILD_BLOCK_H

#include "store/lexicon.h"
#include "store/store.h"

typedef struct AnBlockWriter AnBlockWriter;

extern AnBlockWriter *an_block_new(void);
extern void an_block_free(AnBlockWriter *w);

/* Offset of a string in the pool; "" is 0.  Equal strings are kept once. */
extern uint32_t an_block_string(AnBlockWriter *w, const char *s, size_t len);

/* Number of a record; equal records are kept once. */
extern uint32_t an_block_record(AnBlockWriter *w, const AnRecord *record);

/* The record of a number; the pointer is good until the next one is added. */
extern const AnRecord *an_block_get(const AnBlockWriter *w, uint32_t number);

/*
 * Gives the phrase one more sense.  origin, not negative, is anything that the
 * caller wants to know of it later: the line of a file; senses without one
 * (0) come after the others of their kind.  False, and nothing done, where
 * the key is too long for the block.
 */
extern bool an_block_add(AnBlockWriter *w, const char *key, size_t len,
						 uint32_t record, int origin);

/*
 * The greatest origin of the senses of this kind under key, -1 if there are
 * none.  Where record is not AN_ANY_RECORD, only that record counts.
 */
#define AN_ANY_RECORD UINT32_MAX

extern int an_block_origin(const AnBlockWriter *w, const char *key, size_t len,
						   AnKind kind, uint32_t record);

/* First days of the months of AN_HIJRI_FIRST .. AN_HIJRI_LAST (layout.h). */
extern void an_block_hijri(AnBlockWriter *w, const int32_t *days);

/*
 * The sections of the lexicon, as src/build/lexicon.c has laid them out.  They
 * are the caller's and must live until the block is finished; a block that is
 * given none has no lexicon.
 */
typedef struct AnBlockSection
{
	const void *members;
	uint32_t count;
} AnBlockSection;

typedef struct AnBlockLexicon
{
	AnBlockSection lemmas;     /* AnLemma */
	AnBlockSection stem_slots; /* AnSlot */
	AnBlockSection stems;      /* AnStem */
	AnBlockSection sets;       /* uint64_t */
	AnBlockSection nodes;      /* AnTailNode */
	AnBlockSection tails;      /* AnTail */
	AnBlockSection models;     /* uint8_t */
} AnBlockLexicon;

extern void an_block_lexicon(AnBlockWriter *w, const AnBlockLexicon *lexicon);

/*
 * Sets of frequent words (AnFormEntry[AN_FORM_WAYS]), on the same terms: count
 * is a power of two, AN_FORM_HOT(count) more lie behind.
 */
extern void an_block_forms(AnBlockWriter *w, const AnBlockSection *sets);

/* Calls fn for each word that is a name, or part of a person's. */
extern void an_block_each_name(const AnBlockWriter *w,
							   void (*fn)(void *context, const char *word,
										  size_t len),
							   void *context);

/* The string at an offset; good until the next one is added. */
extern const char *an_block_text(const AnBlockWriter *w, uint32_t offset);

/* How many of each there are. */
typedef struct AnBlockCounts
{
	uint32_t phrases;
	uint32_t senses;
	uint32_t records;
	uint32_t string_bytes;
} AnBlockCounts;

extern void an_block_counts(const AnBlockWriter *w, AnBlockCounts *counts);

/*
 * The finished block, aligned as src/store wants it, to be freed with free();
 * NULL if it would be too large for its offsets.
 */
extern void *an_block_finish(AnBlockWriter *w, size_t *size);

/* malloc() and realloc() that end the program where there is no memory. */
extern void *an_need(size_t size);
extern void *an_need_more(void *p, size_t size);

#endif /* AN_BUILD_BLOCK_H */
