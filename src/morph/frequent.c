/*
 * frequent.c
 *	  The frequent words' lexemes, which the build has found out by the same
 *	  analysis (src/build/frequent_forms.c): the answer for most of a text lies
 *	  in one cache line.
 */
#include "morph/packed.h"

static inline const AnFormEntry *
set_at(const AnFormSets *forms, uint32_t set)
{
	return forms->sets + (size_t) set * AN_PACKED_WAYS;
}

void
an_frequent_prefetch(const AnBlock *block, const char *token, size_t len)
{
	AnFormSets forms = an_form_sets(block);
	uint64_t hash = an_word_hash(token, len);

	if (forms.nsets == 0)
		return;
	__builtin_prefetch(set_at(&forms, an_packed_hot_set(hash, forms.nsets)));
	__builtin_prefetch(set_at(&forms, an_packed_set(hash, forms.nsets)));
}

/* The entries of a word in a set; gives how many, 0 if it is not there. */
static int
find(const AnFormEntry *set, uint64_t word, uint64_t *chunks)
{
	int n = 1;

	for (int chunk = 0; chunk < n; chunk++)
	{
		uint64_t key = an_packed_key(word, chunk);
		int way = 0;

		while (set[way].word != key)
			if (++way == AN_PACKED_WAYS)
				return 0;
		chunks[chunk] = set[way].lexemes;
		n = AN_PACKED_COUNT(chunks[0]);
	}
	return n;
}

bool
an_frequent_lexemes(const AnBlock *block, const char *token, size_t len,
					bool stops, AnLexemes *out)
{
	AnFormSets forms = an_form_sets(block);
	uint64_t hash = an_word_hash(token, len);
	uint64_t word = an_pack_word(token, len);
	uint64_t chunks[AN_PACKED_CHUNKS];
	int n;

	if (forms.nsets == 0 || word == 0)
		return false;
	n = find(set_at(&forms, an_packed_hot_set(hash, forms.nsets)), word,
			 chunks);
	if (n == 0)
		n = find(set_at(&forms, an_packed_set(hash, forms.nsets)), word,
				 chunks);
	if (n == 0)
		return false;
	if (stops && chunks[0] & AN_PACKED_STOP)
		n = 0;
	an_unpack_lexemes(chunks, n, out);
	return true;
}
