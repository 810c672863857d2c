/*
 * packed.c
 *	  Words and their lexemes as numbers.
 */
#include <string.h>

#include "morph/packed.h"

/*
 * Symbols, 0 for what is none: letters from U+0621 and from U+0641, marks up
 * to U+0652, and what lexemes of months and names are made of besides.
 */
#define FIRST_LETTERS 0x21 /* to 0x3A: 1 to 26 */
#define LAST_LETTERS 0x41  /* to 0x52: 27 to 44 */
#define SYMBOL_LAST_LETTERS 27
#define SYMBOL_SPACE 45
#define SYMBOL_UNDERSCORE 46
#define SYMBOL_DIGIT 47 /* to 56 */
#define SYMBOL_BREAK 57 /* between lexemes */
#define SYMBOL_BITS 6
#define SYMBOL_MASK ((1u << SYMBOL_BITS) - 1)

/* U+0600 to U+067F */
static const uint8_t symbols[128] = {
	0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
	0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  1,
	2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18,
	19, 20, 21, 22, 23, 24, 25, 26, 0,  0,  0,  0,  0,  0,  27, 28, 29,
	30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44
};

static inline unsigned
symbol_at(const unsigned char *s, size_t left, size_t *size)
{
	unsigned lead = s[0];

	if ((lead & 0xFE) == 0xD8 && left > 1 && (s[1] & 0xC0) == 0x80)
	{
		*size = 2;
		return symbols[(lead & 1) << 6 | (s[1] & 0x3F)];
	}
	*size = 1;
	if (lead >= '0' && lead <= '9')
		return lead - '0' + SYMBOL_DIGIT;
	return lead == ' ' ? SYMBOL_SPACE : lead == '_' ? SYMBOL_UNDERSCORE : 0;
}

/* Writes a symbol, two bytes of which one may count; gives how many do. */
static inline size_t
put_symbol(unsigned symbol, char *to)
{
	unsigned letter;

	if (symbol >= SYMBOL_SPACE)
	{
		to[0] = (char) (symbol == SYMBOL_SPACE ? ' '
						: symbol == SYMBOL_UNDERSCORE
							? '_'
							: symbol - SYMBOL_DIGIT + '0');
		return 1;
	}
	letter = symbol + (symbol < SYMBOL_LAST_LETTERS
						   ? FIRST_LETTERS - 1
						   : LAST_LETTERS - SYMBOL_LAST_LETTERS);
	to[0] = (char) (0xD8 | letter >> 6);
	to[1] = (char) (0x80 | (letter & 0x3F));
	return 2;
}

uint64_t
an_pack_word(const char *word, size_t len)
{
	const unsigned char *s = (const unsigned char *) word;
	uint64_t packed = 0;
	size_t at;
	size_t size;

	if (len > 2 * AN_PACKED_SYMBOLS)
		return 0;
	for (at = 0; at < len; at += size)
	{
		unsigned symbol = symbol_at(s + at, len - at, &size);

		if (symbol == 0 || packed >> (AN_PACKED_BITS - SYMBOL_BITS) != 0)
			return 0;
		packed = packed << SYMBOL_BITS | symbol;
	}
	return packed;
}

size_t
an_unpack_word(uint64_t word, char *out)
{
	size_t n = 0;
	int shift = AN_PACKED_BITS - SYMBOL_BITS;

	for (; shift >= 0; shift -= SYMBOL_BITS)
	{
		unsigned symbol = (unsigned) (word >> shift) & SYMBOL_MASK;

		if (symbol != 0)
			n += put_symbol(symbol, out + n);
	}
	return n;
}

/* ---- Lexemes ---- */

/* The first symbol of a chunk is the lowest. */
static bool
add_symbol(AnFormEntry *entries, int *n, unsigned symbol)
{
	if (symbol == 0 || *n == AN_PACKED_SYMBOLS * AN_PACKED_CHUNKS)
		return false;
	entries[*n / AN_PACKED_SYMBOLS].lexemes |=
		(uint64_t) symbol << *n % AN_PACKED_SYMBOLS * SYMBOL_BITS;
	(*n)++;
	return true;
}

int
an_pack_lexemes(uint64_t word, const AnLexemes *lexemes, AnFormEntry *entries)
{
	int n = 0;
	int chunks;

	for (int i = 0; i < AN_PACKED_CHUNKS; i++)
	{
		entries[i].word = an_packed_key(word, i);
		entries[i].lexemes = 0;
	}
	for (int i = 0; i < lexemes->count; i++)
	{
		const unsigned char *s =
			(const unsigned char *) lexemes->pool + lexemes->items[i].start;
		size_t len = lexemes->items[i].len;
		size_t size;

		if (lexemes->items[i].variant != i + 1 ||
			(i > 0 && !add_symbol(entries, &n, SYMBOL_BREAK)))
			return 0;
		for (size_t at = 0; at < len; at += size)
			if (!add_symbol(entries, &n, symbol_at(s + at, len - at, &size)))
				return 0;
	}
	chunks = n == 0 ? 1 : (n + AN_PACKED_SYMBOLS - 1) / AN_PACKED_SYMBOLS;
	entries[0].lexemes |= (uint64_t) chunks << AN_PACKED_BITS;
	return chunks;
}

static inline void
end_lexeme(AnLexemes *out, size_t start, size_t end)
{
	if (end == start || out->count == AN_LEXEMES_MAX)
		return;
	out->items[out->count].start = (uint16_t) start;
	out->items[out->count].len = (uint16_t) (end - start);
	out->items[out->count].variant = (uint8_t) (out->count + 1);
	out->count++;
}

void
an_unpack_lexemes(const uint64_t *chunks, int n, AnLexemes *out)
{
	size_t start = 0;
	size_t used = 0;

	out->count = 0;
	for (int i = 0; i < n; i++)
	{
		uint64_t left = chunks[i] & ((UINT64_C(1) << AN_PACKED_BITS) - 1);

		for (; left != 0; left >>= SYMBOL_BITS)
		{
			unsigned symbol = left & SYMBOL_MASK;

			if (symbol == SYMBOL_BREAK)
			{
				end_lexeme(out, start, used);
				start = used;
			}
			else
				used += put_symbol(symbol, out->pool + used);
		}
	}
	end_lexeme(out, start, used);
	out->used = (uint16_t) used;
	out->stop = out->count == 0;
}
