/*
 * simhash.c
 *	  A fingerprint of a text: texts of nearly the same words have nearly the
 *	  same bits.
 *
 * After Charikar, "Similarity estimation techniques from rounding algorithms"
 * (2002), and Manku, Jain, Das Sarma, "Detecting near-duplicates for web
 * crawling" (2007).  Each lexeme votes on each of 64 bits by its own hash; its
 * weight grows with the logarithm of how often it stands in the text, so that
 * the subject's own words do not decide alone: with plain counts ten times as
 * many pairs of different stories come within 3 bits.  Stop words do not
 * vote.
 *
 * All is whole numbers: the bits are the same on every machine.
 */
#include <string.h>

#include "morph/morph.h"

#define FIRST_ROOM 512 /* power of two */

/* How often each lexeme was seen: open addressing, 0 is free. */
typedef struct Counts
{
	AnEnv *env;
	uint64_t *hash;
	uint32_t *count;
	size_t room; /* power of two */
	size_t used;
} Counts;

/* FNV-1a, with the finalizer of splitmix64: all bits must be good here. */
static uint64_t
hash_of(const char *s, size_t len)
{
	uint64_t h = UINT64_C(0xCBF29CE484222325);
	size_t i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char) s[i]) * UINT64_C(0x100000001B3);
	h = (h ^ h >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	h = (h ^ h >> 27) * UINT64_C(0x94D049BB133111EB);
	h ^= h >> 31;
	return h != 0 ? h : 1;
}

static void
make_room(Counts *c, size_t room)
{
	c->hash = c->env->alloc(c->env, room * sizeof(uint64_t));
	c->count = c->env->alloc(c->env, room * sizeof(uint32_t));
	c->room = room;
	memset(c->hash, 0, room * sizeof(uint64_t));
	memset(c->count, 0, room * sizeof(uint32_t));
}

static size_t
slot_of(const Counts *c, uint64_t h)
{
	size_t i = (size_t) h & (c->room - 1);

	while (c->hash[i] != 0 && c->hash[i] != h)
		i = (i + 1) & (c->room - 1);
	return i;
}

static void
count(Counts *c, uint64_t h)
{
	size_t i;

	if (c->used >= c->room / 2)
	{
		Counts old = *c;

		make_room(c, old.room * 2);
		for (i = 0; i < old.room; i++)
			if (old.hash[i] != 0)
			{
				size_t to = slot_of(c, old.hash[i]);

				c->hash[to] = old.hash[i];
				c->count[to] = old.count[i];
			}
	}
	i = slot_of(c, h);
	if (c->hash[i] == 0)
	{
		c->hash[i] = h;
		c->used++;
	}
	if (c->count[i] < UINT32_MAX)
		c->count[i]++;
}

/* 256 times 1 + log2(n), straight between the powers of two. */
static int64_t
weight_of(uint32_t n)
{
	int k = 0;

	while (n >> k > 1)
		k++;
	return 256 * (1 + k) +
		   (int64_t) (((uint64_t) n - ((uint64_t) 1 << k)) * 256 >> k);
}

/* The lexemes of one token; of alternatives the first. */
static void
count_token(Counts *c, const AnBlock *block, const char *s, size_t len,
			AnTokenType type, AnLexemes *lexemes)
{
	int i;

	an_lexemes(block, s, len, type, true, lexemes);
	for (i = 0; i < lexemes->count; i++)
		if (lexemes->items[i].variant == lexemes->items[0].variant)
			count(c, hash_of(lexemes->pool + lexemes->items[i].start,
							 lexemes->items[i].len));
}

static uint64_t
vote(const Counts *c)
{
	int64_t sum[64] = { 0 };
	uint64_t bits = 0;
	size_t i;
	int b;

	for (i = 0; i < c->room; i++)
	{
		int64_t weight;

		if (c->hash[i] == 0)
			continue;
		weight = weight_of(c->count[i]);
		for (b = 0; b < 64; b++)
			sum[b] += (c->hash[i] >> b & 1) != 0 ? weight : -weight;
	}
	for (b = 0; b < 64; b++)
		if (sum[b] > 0)
			bits |= (uint64_t) 1 << b;
	return bits;
}

AnStatus
an_simhash(AnEnv *env, const AnBlock *block, const char *body, size_t len,
		   uint64_t *bits, bool *empty)
{
	Counts c = { .env = env };
	AnLexemes *lexemes = env->alloc(env, sizeof(AnLexemes));
	AnScanner scan;
	AnToken token;
	size_t polled = 0;

	make_room(&c, FIRST_ROOM);
	an_scan_start(&scan, block, body, len);
	while (an_scan_next(&scan, &token))
	{
		if (token.start - polled >= AN_POLL_BYTES)
		{
			polled = token.start;
			if (env->poll(env))
				return AN_CANCELLED;
		}
		count_token(&c, block, body + token.start, token.end - token.start,
					token.type, lexemes);
	}
	*empty = c.used == 0;
	*bits = vote(&c);
	return AN_OK;
}
