/*
 * vocalize.c
 *	  A word as it was read, with its vowels.
 */
#include <string.h>

#include "morph/readings.h"

#define VOCAL(name, letters, first, vocal, flags) vocal,
#define PRONOUN(name, letters, vocal, behind) vocal,

static const char nominal[AN_N_COUNT][16] = { AN_NOMINAL_ENDINGS(VOCAL) };
static const char verbal[AN_V_COUNT][16] = { AN_VERBAL_ENDINGS(VOCAL) };
static const char pronoun[AN_PRON_COUNT][16] = { AN_PRONOUNS(PRONOUN) };

#define FATHA "\xd9\x8e"
#define DAMMA "\xd9\x8f"
#define KASRA "\xd9\x90"

typedef struct Buffer
{
	char *out;
	size_t len;
	size_t room;
	bool full;
} Buffer;

static void
put(Buffer *b, const char *s, size_t n)
{
	if (n > b->room - b->len)
	{
		b->full = true;
		return;
	}
	memcpy(b->out + b->len, s, n);
	b->len += n;
}

#define PUT(b, s) put(b, s, strlen(s))

static void
put_proclitics(Buffer *b, const AnReading *r, const char *written)
{
	unsigned before = r->before;

	if (before & AN_BEFORE_AND)
	{
		put(b, written, LETTER);
		PUT(b, FATHA);
	}
	if (before & AN_BEFORE_ASK)
		PUT(b, "أ" FATHA);
	if (before & AN_BEFORE_BA)
		PUT(b, "ب" KASRA);
	if (before & AN_BEFORE_KAF)
		PUT(b, "ك" FATHA);
	if (before & AN_BEFORE_SIN)
		PUT(b, "س" FATHA);
	if (before & AN_BEFORE_LAM)
		PUT(b, "ل" KASRA);
	if (before & AN_BEFORE_AL)
	{
		/* لل for ل and ال; a third ل is not written */
		if (!(before & AN_BEFORE_LAM))
			PUT(b, ALEF);
		if (!(before & AN_BEFORE_LAM) || r->prefix_len >= 2 * LETTER)
			PUT(b, LAM);
	}
}

static void
put_person(Buffer *b, const AnReading *r)
{
	switch (r->person)
	{
		case AN_END_YA:
			PUT(b, YA);
			break;
		case AN_END_TA:
			PUT(b, TA);
			break;
		case AN_END_NUN:
			PUT(b, NUN);
			break;
		case AN_END_ALEF:
			PUT(b, "أ");
			break;
		default:
			return;
	}
	PUT(b, r->stem->flags & AN_STEM_U ? DAMMA : FATHA);
}

/* A vowel that begins an ending goes where the stem has one already. */
static const char *
behind_alef(const Buffer *b, const char *ending)
{
	static const char madda[] = "آ";

	if (b->len >= LETTER && ending[0] == FATHA[0] && ending[1] == FATHA[1] &&
		(memcmp(b->out + b->len - LETTER, ALEF, LETTER) == 0 ||
		 memcmp(b->out + b->len - LETTER, madda, LETTER) == 0))
		return ending + LETTER;
	return ending;
}

size_t
an_reading_vocalized(const AnBlock *block, const char *word, size_t word_len,
					 const AnReading *r, char *out, size_t len)
{
	Buffer b = { out, 0, len, false };
	AnWord w;

	if (!an_word(word, word_len, &w))
		return 0;
	if (r->stem == NULL)
	{
		put(&b, w.s.written, w.s.len); /* names have no vowels here */
		return b.full ? 0 : b.len;
	}
	put_proclitics(&b, r, w.s.written);
	put_person(&b, r);
	PUT(&b, an_string(block, r->stem->vocalized));
	PUT(&b, behind_alef(&b, r->tail->verbal ? verbal[r->tail->ending]
											: nominal[r->tail->ending]));
	PUT(&b, pronoun[r->tail->pronoun]);
	return b.full ? 0 : b.len;
}
