/*
 * packed.h
 *	  A word and what the index keeps of it in sixteen bytes, for tables of
 *	  words that were read before: those of late (recent.c) and frequent ones
 *	  (frequent.c, which the build fills); private to src/morph and src/build.
 *
 * A character is six bits, so that ten of them, a word or what a word gave,
 * are one number.  Lexemes that need more go on in further entries, whose key
 * has the number of the chunk above the word.  Four entries are a set, which
 * is one cache line; the entries of one word share theirs.
 */
#ifndef AN_PACKED_H
#define AN_PACKED_H

#include "morph/morph.h"
#include "store/lexicon.h"

#define AN_PACKED_SYMBOLS 10 /* in a number */
#define AN_PACKED_BITS 60    /* what they take of it */
#define AN_PACKED_CHUNKS 3   /* entries of one word */
#define AN_PACKED_WAYS AN_FORM_WAYS

/* Of the first entry's lexemes: how many chunks there are, and ... */
#define AN_PACKED_COUNT(lexemes) ((int) ((lexemes) >> AN_PACKED_BITS & 3))
/* ... whether the word is a stop word, although lexemes are kept of it. */
#define AN_PACKED_STOP (UINT64_C(1) << 62)

/* A word as one number, 0 if it does not fit. */
extern uint64_t an_pack_word(const char *s, size_t len);

/* The word of such a number; gives its length, at most 20. */
extern size_t an_unpack_word(uint64_t word, char *out);

/*
 * The entries of a word; gives how many, 0 if the lexemes do not fit or are
 * no alternatives in their order.
 */
extern int an_pack_lexemes(uint64_t word, const AnLexemes *lexemes,
						   AnFormEntry *entries);

/* Sets out from the lexemes of n entries. */
extern void an_unpack_lexemes(const uint64_t *chunks, int n, AnLexemes *out);

static inline uint64_t
an_packed_key(uint64_t word, int chunk)
{
	return word | (uint64_t) chunk << AN_PACKED_BITS;
}

/*
 * A word's hash, cheap enough to be had before the word is packed, so that
 * its set can be on its way meanwhile.
 */
static inline uint64_t
an_word_hash(const char *s, size_t len)
{
	uint64_t first = 0;
	uint64_t last = 0;

	if (len >= sizeof(first))
	{
		__builtin_memcpy(&first, s, sizeof(first));
		__builtin_memcpy(&last, s + len - sizeof(last), sizeof(last));
	}
	else if (len >= sizeof(uint32_t))
	{
		__builtin_memcpy(&first, s, sizeof(uint32_t));
		__builtin_memcpy(&last, s + len - sizeof(uint32_t), sizeof(uint32_t));
	}
	else
		while (len > 0)
			first = first << 8 | (unsigned char) s[--len];
	first *= UINT64_C(0x9E3779B97F4A7C15);
	first = (first ^ first >> 32 ^ last) * UINT64_C(0xD6E8FEB86659FD93);
	return first ^ first >> 32;
}

/* The set of a word, of so many (a power of two). */
static inline uint32_t
an_packed_set(uint64_t hash, uint32_t nsets)
{
	return (uint32_t) hash & (nsets - 1);
}

/* The set of a most frequent word in a table of so many others. */
static inline uint32_t
an_packed_hot_set(uint64_t hash, uint32_t nsets)
{
	return nsets + ((uint32_t) (hash >> 40) & (AN_FORM_HOT(nsets) - 1));
}

#endif /* AN_PACKED_H */
