/*
 * recent.c
 *	  A table of the words that were read of late.
 *
 * Texts are long and their words few: the table answers for three words of
 * four of the news without an analysis.  A character is six bits in it, so
 * that ten of them, a word or what a word gave, are one number.  Lexemes that
 * need more go on in further entries, whose key has a number above the word.
 * A set of four entries is one cache line.
 *
 * A new entry takes the last place of its set; each time it is found it moves
 * up by one.  So words that come once push out each other and not the common
 * ones (on the news this finds 79 of 100 words, the rule to push out what was
 * not used for longest 76).
 */
#include <string.h>

#include "morph/morph.h"

#define SETS 4096 /* a power of two */
#define WAYS 4
#define SYMBOLS 10 /* in a number */
#define SYMBOL_BITS 6
#define NUMBER_BITS (SYMBOLS * SYMBOL_BITS)
#define CHUNKS_MAX 3 /* entries of one word */

/*
 * Symbols, 0 for what is none: letters from U+0621 and from U+0641, marks up
 * to U+0652, and what lexemes of months and names are made of besides.
 */
#define FIRST_LETTERS 0x21 /* 1 to 26 */
#define LAST_LETTERS 0x41  /* 27 to 44 */
#define SYMBOL_LAST_LETTERS 27
#define SYMBOL_SPACE 45
#define SYMBOL_UNDERSCORE 46
#define SYMBOL_DIGIT 47 /* to 56 */
#define SYMBOL_BREAK 57 /* between lexemes */

typedef struct Entry
{
	uint64_t key; /* the word, the number of the chunk above it; 0: free */

	/* symbols of the lexemes, none of a stop word; above them the chunks */
	uint64_t lexemes;
} Entry;

struct AnRecent
{
	Entry sets[SETS][WAYS];
};

_Static_assert(sizeof(Entry) * WAYS == 64, "a set is one cache line");
_Static_assert(sizeof(AnRecent) <= 300000, "a dictionary takes little memory");

/* ---- Symbols ---- */

static inline unsigned
symbol_at(const char *s, size_t left, size_t *size)
{
	unsigned lead = (unsigned char) s[0];

	if ((lead & 0xFE) == 0xD8 && left > 1 && (s[1] & 0xC0) == 0x80)
	{
		unsigned letter = (lead & 1) << 6 | (s[1] & 0x3F);

		*size = 2;
		if (letter >= LAST_LETTERS && letter <= 0x52)
			return letter - LAST_LETTERS + SYMBOL_LAST_LETTERS;
		return letter >= FIRST_LETTERS && letter <= 0x3A
				   ? letter - FIRST_LETTERS + 1
				   : 0;
	}
	*size = 1;
	if (lead >= '0' && lead <= '9')
		return lead - '0' + SYMBOL_DIGIT;
	return lead == ' ' ? SYMBOL_SPACE : lead == '_' ? SYMBOL_UNDERSCORE : 0;
}

/* Writes a symbol; gives its bytes. */
static inline size_t
put_symbol(unsigned symbol, char *to)
{
	unsigned letter;

	if (symbol >= SYMBOL_SPACE)
	{
		*to = (char) (symbol == SYMBOL_SPACE ? ' '
					  : symbol == SYMBOL_UNDERSCORE
						  ? '_'
						  : symbol - SYMBOL_DIGIT + '0');
		return 1;
	}
	letter = symbol < SYMBOL_LAST_LETTERS
				 ? symbol - 1 + FIRST_LETTERS
				 : symbol - SYMBOL_LAST_LETTERS + LAST_LETTERS;
	to[0] = (char) (0xD8 | letter >> 6);
	to[1] = (char) (0x80 | (letter & 0x3F));
	return 2;
}

/* A word as one number, 0 if it does not fit. */
static inline uint64_t
pack_word(const char *s, size_t len)
{
	uint64_t packed = 0;
	size_t at;
	size_t size;

	if (len > 2 * SYMBOLS)
		return 0;
	for (at = 0; at < len; at += size)
	{
		unsigned symbol = symbol_at(s + at, len - at, &size);

		if (symbol == 0 || packed >> (NUMBER_BITS - SYMBOL_BITS) != 0)
			return 0;
		packed = packed << SYMBOL_BITS | symbol;
	}
	return packed;
}

/* ---- Lexemes ---- */

typedef struct Packed
{
	uint64_t chunks[CHUNKS_MAX];
	int symbols;
} Packed;

/* The first symbol of a chunk is the lowest. */
static bool
add_symbol(Packed *packed, unsigned symbol)
{
	if (symbol == 0 || packed->symbols == SYMBOLS * CHUNKS_MAX)
		return false;
	packed->chunks[packed->symbols / SYMBOLS] |=
		(uint64_t) symbol << packed->symbols % SYMBOLS * SYMBOL_BITS;
	packed->symbols++;
	return true;
}

/* False if they do not fit, or are no alternatives in their order. */
static bool
pack_lexemes(const AnLexemes *lexemes, Packed *packed)
{
	memset(packed, 0, sizeof(*packed));
	for (int i = 0; i < lexemes->count; i++)
	{
		const char *s = lexemes->pool + lexemes->items[i].start;
		size_t len = lexemes->items[i].len;
		size_t size;

		if (lexemes->items[i].variant != i + 1 ||
			(i > 0 && !add_symbol(packed, SYMBOL_BREAK)))
			return false;
		for (size_t at = 0; at < len; at += size)
			if (!add_symbol(packed, symbol_at(s + at, len - at, &size)))
				return false;
	}
	return true;
}

static void
end_lexeme(AnLexemes *out, uint16_t start)
{
	out->items[out->count].start = start;
	out->items[out->count].len = (uint16_t) (out->used - start);
	out->items[out->count].variant = (uint8_t) (out->count + 1);
	out->count++;
}

static void
unpack_lexemes(const uint64_t *chunks, int n, AnLexemes *out)
{
	uint16_t start = 0;

	out->count = 0;
	out->used = 0;
	for (int i = 0; i < n; i++)
	{
		uint64_t left = chunks[i] & ((UINT64_C(1) << NUMBER_BITS) - 1);

		for (; left != 0; left >>= SYMBOL_BITS)
		{
			unsigned symbol = left & ((1u << SYMBOL_BITS) - 1);

			if (symbol == SYMBOL_BREAK)
			{
				end_lexeme(out, start);
				start = out->used;
			}
			else
				out->used +=
					(uint16_t) put_symbol(symbol, out->pool + out->used);
		}
	}
	if (out->used > start)
		end_lexeme(out, start);
	out->stop = out->count == 0;
}

/* ---- The table ---- */

static inline Entry *
set_of(AnRecent *recent, uint64_t word)
{
	return recent->sets[(word * 0x9E3779B97F4A7C15u >> 40) & (SETS - 1)];
}

static inline uint64_t
key_of(uint64_t word, int chunk)
{
	return word | (uint64_t) chunk << NUMBER_BITS;
}

/* Moves what it finds up by one. */
static inline bool
find(Entry *set, uint64_t key, uint64_t *lexemes)
{
	int way = 0;

	while (set[way].key != key)
		if (++way == WAYS)
			return false;
	*lexemes = set[way].lexemes;
	if (way > 0)
	{
		Entry found = set[way];

		set[way] = set[way - 1];
		set[way - 1] = found;
	}
	return true;
}

size_t
an_recent_size(void)
{
	return sizeof(AnRecent);
}

bool
an_recent_find(AnRecent *recent, const char *token, size_t len, AnLexemes *out)
{
	uint64_t word = pack_word(token, len);
	Entry *set = set_of(recent, word);
	uint64_t chunks[CHUNKS_MAX];
	int n;

	if (word == 0 || !find(set, word, &chunks[0]))
		return false;
	n = (int) (chunks[0] >> NUMBER_BITS);
	for (int i = 1; i < n; i++)
		if (!find(set, key_of(word, i), &chunks[i]))
			return false;
	unpack_lexemes(chunks, n, out);
	return true;
}

/*
 * Puts an entry in the place of the one of that key, or in the last but so
 * many, so that the entries of one word do not push out each other.
 */
static void
put(Entry *set, const Entry *entry, int from_last)
{
	int way = 0;

	while (way < WAYS && set[way].key != entry->key)
		way++;
	set[way < WAYS ? way : WAYS - 1 - from_last] = *entry;
}

void
an_recent_keep(AnRecent *recent, const char *token, size_t len,
			   const AnLexemes *lexemes)
{
	uint64_t word = pack_word(token, len);
	Packed packed;
	int n;

	if (word == 0 || !pack_lexemes(lexemes, &packed))
		return;
	n = packed.symbols == 0 ? 1 : (packed.symbols + SYMBOLS - 1) / SYMBOLS;
	packed.chunks[0] |= (uint64_t) n << NUMBER_BITS;
	for (int i = 0; i < n; i++)
	{
		Entry entry = { key_of(word, i), packed.chunks[i] };

		put(set_of(recent, word), &entry, i);
	}
}
