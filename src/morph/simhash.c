/*
 * simhash.c
 *	  A fingerprint of a text: texts of nearly the same words have nearly the
 *	  same bits.
 *
 * After Charikar, "Similarity estimation techniques from rounding algorithms"
 * (2002), and Manku, Jain, Das Sarma, "Detecting near-duplicates for web
 * crawling" (2007).  Each lexeme votes on each of 64 bits by its own hash, stop
 * words do not vote.
 *
 * What differs between copies of one story decides about the weights.  A
 * lexeme that stands once in the text is missing from a copy four times as
 * often as one that stands twice: it has half the weight.  Beyond two the
 * weight grows with the logarithm, so that the subject's own words do not
 * decide alone: with plain counts three times as many pairs of different
 * stories come within 6 bits.  Weights by how rare a lemma is were tried and
 * gain nothing.  And most of all differs what the sites put around the text,
 * the place and agency before it, and tags, a link, the hour of sending behind
 * it: that does not vote (frame_out() below).
 *
 * All is whole numbers: the bits are the same on every machine.
 */
#include <string.h>

#include "morph/morph.h"

#define FIRST_ROOM 512 /* power of two */

/* What is around the text, in lexemes; a shorter text than this has none. */
#define FRAME_TEXT 20
#define HEAD_MAX 5  /* before the first dash or colon */
#define TAIL_MAX 24 /* behind the last mark that ends a sentence */

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

static void
uncount(Counts *c, uint64_t h)
{
	size_t i = slot_of(c, h);

	if (c->count[i] > 0)
		c->count[i]--;
}

/* Where the text seems to begin and to end, as far as it has been read. */
typedef struct Frame
{
	size_t lexemes;               /* so far */
	uint64_t first[HEAD_MAX + 1]; /* the first ones, by hash */
	uint64_t last[TAIL_MAX];      /* number n is at n % TAIL_MAX */
	size_t head;                  /* so many are before the text */
	bool head_known;
	size_t sentence_end; /* so many were before the last mark; 0: none yet */
} Frame;

static void
add_lexeme(Counts *c, Frame *frame, uint64_t h)
{
	count(c, h);
	if (frame->lexemes <= HEAD_MAX)
		frame->first[frame->lexemes] = h;
	frame->last[frame->lexemes % TAIL_MAX] = h;
	frame->lexemes++;
}

/* The lexemes of one token; of alternatives the first. */
static void
count_token(Counts *c, Frame *frame, const AnBlock *block, const char *s,
			size_t len, AnTokenType type, AnLexemes *lexemes)
{
	int i;

	an_lexemes(block, s, len, type, true, lexemes);
	for (i = 0; i < lexemes->count; i++)
		if (lexemes->items[i].variant == lexemes->items[0].variant)
			add_lexeme(c, frame,
					   hash_of(lexemes->pool + lexemes->items[i].start,
							   lexemes->items[i].len));
}

/*
 * The marks between words.  Behind a dash comes as a rule a second part, عين
 * اليوم – الرياض, of which one word goes with the first; behind a colon the
 * text.
 */
static void
see_marks(Frame *frame, const char *s, size_t len)
{
	const char *end = s + len;
	bool dash = false;
	bool colon = false;

	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (cp == '.' || cp == '!' || cp == '?' || cp == 0x061F)
			frame->sentence_end = frame->lexemes;
		else if (cp == ':')
			colon = true;
		else if (cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x0640)
			dash = true;
	}
	if (!(colon || dash) || frame->head_known || frame->lexemes == 0 ||
		frame->lexemes > HEAD_MAX)
		return;
	frame->head = colon ? frame->lexemes : frame->lexemes + 1;
	frame->head_known = true;
}

/*
 * Takes back what stands around the text: before it place and agency, behind
 * it what no mark ends, if it is short and another sentence was before.
 */
static void
frame_out(Counts *c, const Frame *frame)
{
	size_t tail = frame->lexemes - frame->sentence_end;
	size_t i;

	if (frame->lexemes <= FRAME_TEXT)
		return;
	for (i = 0; i < frame->head; i++)
		uncount(c, frame->first[i]);
	if (frame->sentence_end > 0 && tail <= TAIL_MAX &&
		tail <= frame->lexemes / 3)
		for (i = frame->sentence_end; i < frame->lexemes; i++)
			uncount(c, frame->last[i % TAIL_MAX]);
}

/* 256 times log2(n), straight between the powers of two; of one, half. */
static int64_t
weight_of(uint32_t n)
{
	int k = 0;

	if (n == 1)
		return 128;
	while (n >> k > 1)
		k++;
	return 256 * k +
		   (int64_t) (((uint64_t) n - ((uint64_t) 1 << k)) * 256 >> k);
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

		if (c->hash[i] == 0 || c->count[i] == 0)
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
	Frame frame = { 0 };
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
		if (token.type == AN_TOKEN_BLANK)
			see_marks(&frame, body + token.start, token.end - token.start);
		else
			count_token(&c, &frame, block, body + token.start,
						token.end - token.start, token.type, lexemes);
	}
	*empty = frame.lexemes == 0;
	frame_out(&c, &frame);
	*bits = vote(&c);
	return AN_OK;
}
