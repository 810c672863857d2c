/*
 * lexicon.c
 *	  Reads the lexicon of the block.
 */
#include "store/layout.h"
#include "store/lexicon.h"

#define SECTION(type, block, offset) \
	((const type *) (const void *) ((const char *) (block) + (offset)))

bool
an_has_lexicon(const AnBlock *block)
{
	return block->nstem_slots > 0;
}

static inline bool
may_be_word(const AnBlock *block, uint32_t hash)
{
	const uint32_t *filter = SECTION(uint32_t, block, block->filter);
	uint32_t bit = an_filter_bit(hash, block->nstem_slots);

	return (filter[bit / 32] >> (bit % 32) & 1) != 0;
}

bool
an_may_be_word(const AnBlock *block, const char *folded, size_t len)
{
	return may_be_word(block, an_store_hash(folded, len));
}

const AnStem *
an_stems(const AnBlock *block, const char *folded, size_t len)
{
	const AnSlot *slot = SECTION(AnSlot, block, block->stem_slots);
	const AnStem *stems = SECTION(AnStem, block, block->stems);
	uint32_t mask = block->nstem_slots - 1;
	uint32_t hash = an_store_hash(folded, len);
	uint32_t at;

	if (!may_be_word(block, hash))
		return NULL;
	for (at = hash & mask; slot[at].entry != 0; at = (at + 1) & mask)
	{
		const AnStem *stem;

		if (slot[at].hash != hash)
			continue;
		stem = &stems[slot[at].entry - 1];
		if (an_folds_to(an_string(block, stem->vocalized), folded, len))
			return stem;
	}
	return NULL;
}

const AnLemma *
an_lemma(const AnBlock *block, uint32_t number)
{
	return SECTION(AnLemma, block, block->lemmas) + number;
}

AnLexiconView
an_lexicon_view(const AnBlock *block)
{
	AnLexiconView view;

	view.lemmas = SECTION(AnLemma, block, block->lemmas);
	view.sets = SECTION(uint64_t, block, block->sets);
	view.nodes = SECTION(AnTailNode, block, block->nodes);
	view.tails = SECTION(AnTail, block, block->tails);
	return view;
}
