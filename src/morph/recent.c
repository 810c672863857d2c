/*
 * recent.c
 *	  A table of the words that were read of late.
 *
 * Texts are long and their words few: the table answers for most words of
 * the news without an analysis.  packed.h says how an entry holds a word.
 *
 * A new entry takes the last place of its set; each time it is found it moves
 * up by one.  So words that come once push out each other and not the common
 * ones (on the news this finds 79 of 100 words, the rule to push out what was
 * not used for longest 76).
 */
#include "morph/packed.h"

#define SETS 4096 /* a power of two */
#define WAYS AN_PACKED_WAYS

struct AnRecent
{
	AnFormEntry sets[SETS][WAYS];
};

_Static_assert(sizeof(AnFormEntry) * WAYS == 64, "a set is one cache line");
_Static_assert(sizeof(AnRecent) <= 300000, "a dictionary takes little memory");

/* Moves what it finds up by one. */
static inline bool
find(AnFormEntry *set, uint64_t key, uint64_t *lexemes)
{
	int way = 0;

	while (set[way].word != key)
		if (++way == WAYS)
			return false;
	*lexemes = set[way].lexemes;
	if (way > 0)
	{
		AnFormEntry found = set[way];

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
	uint64_t word = an_pack_word(token, len);
	AnFormEntry *set =
		recent->sets[an_packed_set(an_word_hash(token, len), SETS)];
	uint64_t chunks[AN_PACKED_CHUNKS];
	int n;

	if (word == 0 || !find(set, word, &chunks[0]))
		return false;
	n = AN_PACKED_COUNT(chunks[0]);
	for (int i = 1; i < n; i++)
		if (!find(set, an_packed_key(word, i), &chunks[i]))
			return false;
	an_unpack_lexemes(chunks, n, out);
	return true;
}

/*
 * Puts an entry in the place of the one of that key, or in the last but so
 * many, so that the entries of one word do not push out each other.
 */
static void
put(AnFormEntry *set, const AnFormEntry *entry, int from_last)
{
	int way = 0;

	while (way < WAYS && set[way].word != entry->word)
		way++;
	set[way < WAYS ? way : WAYS - 1 - from_last] = *entry;
}

void
an_recent_keep(AnRecent *recent, const char *token, size_t len,
			   const AnLexemes *lexemes)
{
	uint64_t word = an_pack_word(token, len);
	AnFormEntry *set =
		recent->sets[an_packed_set(an_word_hash(token, len), SETS)];
	AnFormEntry entries[AN_PACKED_CHUNKS];
	int n = word != 0 ? an_pack_lexemes(word, lexemes, entries) : 0;

	for (int i = 0; i < n; i++)
		put(set, &entries[i], i);
}
