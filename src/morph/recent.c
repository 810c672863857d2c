/*
 * recent.c
 *	  A table of the words that were read of late.
 *
 * Texts are long and their words few: the table answers for three words of
 * four of the news without an analysis.  Letters and marks from U+0620 to
 * U+065E take six bits in it, so that a word of up to ten of them is one
 * number, its lexeme another, and a set of four words one cache line.
 *
 * A new word takes the last place of its set; each time it is found it moves
 * up by one.  So words that come once push out each other and not the common
 * ones (on the news this finds 79 of 100 words, the last recently used rule
 * 76, a table without sets 70).
 */
#include <string.h>

#include "morph/morph.h"

#define SETS 4096 /* a power of two */
#define WAYS 4
#define LETTERS 10
#define LETTER_BITS 6
#define FIRST_LETTER 0x20
#define LAST_LETTER 0x5E

typedef struct Entry
{
	uint64_t word; /* 0: free */

	/* letters in the low 60 bits, above them how many; 0: a stop word */
	uint64_t lexeme;
} Entry;

struct AnRecent
{
	Entry sets[SETS][WAYS];
};

_Static_assert(sizeof(Entry) * WAYS == 64, "a set is one cache line");
_Static_assert(sizeof(AnRecent) <= 300000, "a dictionary takes little memory");

/* Gives 0 if it does not fit. */
static inline uint64_t
pack(const char *s, size_t len)
{
	uint64_t packed = 0;
	size_t i;

	if (len % 2 != 0 || len > 2 * LETTERS)
		return 0;
	for (i = 0; i < len; i += 2)
	{
		unsigned lead = (unsigned char) s[i];
		unsigned next = (unsigned char) s[i + 1];
		unsigned letter = (lead & 1) << 6 | (next & 0x3F);

		if ((lead & 0xFE) != 0xD8 || (next & 0xC0) != 0x80 ||
			letter < FIRST_LETTER || letter > LAST_LETTER)
			return 0;
		packed = packed << LETTER_BITS | (letter - FIRST_LETTER + 1);
	}
	return packed;
}

static void
unpack(uint64_t packed, size_t letters, char *to)
{
	while (letters-- > 0)
	{
		unsigned letter = (packed & 0x3F) + FIRST_LETTER - 1;

		to[2 * letters] = (char) (0xD8 | letter >> 6);
		to[2 * letters + 1] = (char) (0x80 | (letter & 0x3F));
		packed >>= LETTER_BITS;
	}
}

static inline size_t
set_of(uint64_t word)
{
	return (size_t) (word * 0x9E3779B97F4A7C15u >> 40) & (SETS - 1);
}

size_t
an_recent_size(void)
{
	return sizeof(AnRecent);
}

bool
an_recent_find(AnRecent *recent, const char *token, size_t len, AnLexemes *out)
{
	uint64_t word = pack(token, len);
	Entry *set = recent->sets[set_of(word)];
	Entry found;
	size_t letters;
	int way = 0;

	if (word == 0)
		return false;
	while (set[way].word != word)
		if (++way == WAYS)
			return false;
	found = set[way];
	if (way > 0)
	{
		set[way] = set[way - 1];
		set[way - 1] = found;
	}
	letters = (size_t) (found.lexeme >> LETTERS * LETTER_BITS);
	out->stop = letters == 0;
	out->count = letters > 0;
	out->used = (uint16_t) (2 * letters);
	out->items[0].start = 0;
	out->items[0].len = out->used;
	out->items[0].variant = 1;
	unpack(found.lexeme, letters, out->pool);
	return true;
}

void
an_recent_keep(AnRecent *recent, const char *token, size_t len,
			   const AnLexemes *lexemes)
{
	Entry entry = { pack(token, len), 0 };

	if (entry.word == 0 || lexemes->count > 1)
		return;
	if (lexemes->count == 1)
	{
		size_t used = lexemes->items[0].len;

		entry.lexeme = pack(lexemes->pool + lexemes->items[0].start, used);
		if (entry.lexeme == 0 || lexemes->items[0].variant != 1)
			return;
		entry.lexeme |= (uint64_t) (used / 2) << LETTERS * LETTER_BITS;
	}
	recent->sets[set_of(entry.word)][WAYS - 1] = entry;
}
