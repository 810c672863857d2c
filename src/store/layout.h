/*
 * layout.h
 *	  How the bytes of a block lie: what its reader (store.c) and its writer
 *	  (src/build/block.c) agree on.  Private to these two and to their tests.
 *
 *	  header | slots | entries | senses | records | strings | hijri |
 *	  lemmas | stem slots | stems | ending sets | tail nodes | tails | filter |
 *	  models of letters | frequent words
 *
 * Offsets of sections count bytes from the block's start.  Each section
 * begins on a cache line.
 *
 * A slot is 8 bytes, so that 8 of them share a cache line; linear probing in
 * a table that is at most 0.7 full ends a failing look-up in the first line or
 * the next.  The hash beside the number of the entry says no without a look
 * at the entry and its key in all but one of 2^32 comparisons.
 */
#ifndef AN_LAYOUT_H
#define AN_LAYOUT_H

#include <string.h>

#include "store/lexicon.h"
#include "store/store.h"

/* 8 bytes; a copy made in text mode would change it */
#define AN_BLOCK_MAGIC "arnews\r\n"
#define AN_BLOCK_LAYOUT 4
#define AN_BLOCK_ENDIAN 0x01020304
#define AN_BLOCK_ALIGN 64

/* The filter of an_store_month_start(): 1024 bits. */
#define AN_MONTH_WORDS 32

#define AN_FORM_SETS_MAX (1u << 24)

/* The table of Hijri months. */
#define AN_HIJRI_FIRST 1300
#define AN_HIJRI_LAST 1600
#define AN_HIJRI_MONTHS ((AN_HIJRI_LAST - AN_HIJRI_FIRST + 1) * 12)

struct AnBlock
{
	char magic[8];
	uint32_t endian;
	uint32_t layout;
	uint32_t size;         /* of all, header included */
	uint32_t checksum;     /* CRC-32C of all, itself taken as 0 */
	uint32_t data_version; /* hash of all that follows the header */

	uint32_t slots;   /* offset of AnSlot[nslots] */
	uint32_t nslots;  /* power of two, more than nentries */
	uint32_t entries; /* offset of AnPhrase[nentries] */
	uint32_t nentries;
	uint32_t senses; /* offset of uint32_t[nsenses] */
	uint32_t nsenses;
	uint32_t records; /* offset of AnRecord[nrecords] */
	uint32_t nrecords;
	uint32_t strings; /* offset of the pool, which begins with "" */
	uint32_t strings_size;
	uint32_t hijri;  /* offset of int32_t[nhijri] */
	uint32_t nhijri; /* first days of months, from AN_HIJRI_FIRST */

	/* the lexicon: see store/lexicon.h */
	uint32_t lemmas; /* offset of AnLemma[nlemmas] */
	uint32_t nlemmas;
	uint32_t stem_slots;  /* offset of AnSlot[nstem_slots] */
	uint32_t nstem_slots; /* power of two, or 0: no lexicon */
	uint32_t stems;       /* offset of AnStem[nstems] */
	uint32_t nstems;
	uint32_t sets; /* offset of uint64_t[nsets] */
	uint32_t nsets;
	uint32_t nodes; /* offset of AnTailNode[nnodes] */
	uint32_t nnodes;
	uint32_t tails; /* offset of AnTail[ntails] */
	uint32_t ntails;
	uint32_t filter; /* offset of uint32_t[an_filter_words()] */
	uint32_t month_start[AN_MONTH_WORDS];

	uint32_t models; /* offset of uint8_t[nmodels]: store/lexicon.h */
	uint32_t nmodels;

	uint32_t forms;        /* offset of sets of AnFormEntry[AN_FORM_WAYS] */
	uint32_t nform_sets;   /* power of two, or 0; the hot ones come on top */
	uint32_t reserved[12]; /* 0 */
};

typedef struct AnSlot
{
	uint32_t hash;
	uint32_t entry; /* number of the entry + 1; 0 = free */
} AnSlot;

typedef struct AnPhrase
{
	uint32_t key;    /* string */
	uint32_t senses; /* number of the first one */
	uint16_t keylen;
	uint16_t nsenses;
	uint32_t more; /* 1: a proper beginning of longer phrases */
} AnPhrase;

_Static_assert(sizeof(struct AnBlock) == 5 * AN_BLOCK_ALIGN,
			   "the first section follows the header on a cache line");
_Static_assert(offsetof(struct AnBlock, month_start) == 2 * AN_BLOCK_ALIGN,
			   "the filter that every word asks lies in two cache lines");
_Static_assert(offsetof(struct AnBlock, size) == 16,
			   "magic, byte order, layout and size keep their places in all "
			   "layouts, so that an older or newer block is known as such");
_Static_assert(sizeof(AnSlot) == 8 && AN_BLOCK_ALIGN % sizeof(AnSlot) == 0,
			   "no slot lies across two cache lines");
_Static_assert(sizeof(AnPhrase) == 16 &&
				   AN_BLOCK_ALIGN % sizeof(AnPhrase) == 0,
			   "no entry lies across two cache lines");
_Static_assert(sizeof(AnRecord) == 24 && offsetof(AnRecord, value) == 8,
			   "a record has no padding, whose bytes would be indeterminate");
_Static_assert(sizeof(AnLemma) == 20 && sizeof(AnStem) == 16 &&
				   sizeof(AnTailNode) == 40 && sizeof(AnTail) == 4,
			   "nor have the members of the lexicon");
_Static_assert(sizeof(AnFormEntry) * AN_FORM_WAYS == AN_BLOCK_ALIGN,
			   "a set of frequent words is one cache line");
_Static_assert(_Alignof(AnRecord) <= AN_BLOCK_ALIGN,
			   "a section's start is aligned for what it holds");

/*
 * The hash of a key: eight bytes at a time, since keys are short and this is
 * on the path of every word of every article.
 */
static inline uint32_t
an_store_hash(const char *key, size_t len)
{
	const uint64_t mul = UINT64_C(0x9E3779B97F4A7C15);
	uint64_t h = len * mul;
	uint64_t w;

	while (len >= 8)
	{
		memcpy(&w, key, 8);
		h = (h ^ w) * mul;
		h ^= h >> 32;
		key += 8;
		len -= 8;
	}
	w = 0;
	while (len > 0)
		w = w << 8 | (unsigned char) key[--len];
	h = (h ^ w) * mul;
	h ^= h >> 29;
	h *= mul;
	return (uint32_t) (h >> 32);
}

/*
 * The two bits of a word in the filter of months (a Bloom filter), 10 bits of
 * the hash each.  Only the last three letters count: they are had without
 * folding all of the word, and proclitics do not add to the bits of a word.
 */
static inline uint32_t
an_month_hash(const char *word, size_t len)
{
	size_t tail = len < 6 ? len : 6;

	return an_store_hash(word + len - tail, tail) * 0x9E3779B1u >> 12;
}

/*
 * The filter of words holds the keys of all stems and of all names of one
 * word, 8 bits for each slot of a stem: nine look-ups of ten find nothing, and
 * this says so within a few cache lines.
 */
static inline uint32_t
an_filter_words(uint32_t nstem_slots)
{
	return nstem_slots / 4;
}

static inline uint32_t
an_filter_bit(uint32_t hash, uint32_t nstem_slots)
{
	return (hash * 0x9E3779B1u >> 4) & (nstem_slots * 8 - 1);
}

/* Names have bits of their own: most stems are none. */
static inline uint32_t
an_name_bit(uint32_t hash, uint32_t nstem_slots)
{
	return an_filter_bit(hash ^ 0x85EBCA6Bu, nstem_slots);
}

static inline bool
an_month_bit(const uint32_t *filter, uint32_t bit)
{
	return (filter[bit / 32 % AN_MONTH_WORDS] >> (bit % 32) & 1) != 0;
}

/* CRC-32C of a block's size bytes, its member checksum taken as 0. */
extern uint32_t an_store_checksum(const void *p, size_t size);

#endif /* AN_LAYOUT_H */
