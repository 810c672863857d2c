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
in_filter(const AnBlock *block, uint32_t bit)
{
	const uint32_t *filter = SECTION(uint32_t, block, block->filter);

	return (filter[bit / 32] >> (bit % 32) & 1) != 0;
}

const AnStem *
an_stems(const AnBlock *block, const char *folded, size_t len)
{
	const AnSlot *slot = SECTION(AnSlot, block, block->stem_slots);
	uint32_t mask = block->nstem_slots - 1;
	uint32_t hash = an_store_hash(folded, len);
	uint32_t at;

	if (!in_filter(block, an_filter_bit(hash, block->nstem_slots)))
		return NULL;
	for (at = hash & mask; slot[at].entry != 0; at = (at + 1) & mask)
	{
		if (slot[at].hash == hash)
			return SECTION(AnStem, block, block->stems) + slot[at].entry - 1;
	}
	return NULL;
}

AnFormSets
an_form_sets(const AnBlock *block)
{
	AnFormSets forms;

	forms.sets = SECTION(AnFormEntry, block, block->forms);
	forms.nsets = block->nform_sets;
	return forms;
}

const uint8_t *
an_models(const AnBlock *block)
{
	return block->nmodels > 0 ? SECTION(uint8_t, block, block->models) : NULL;
}

bool
an_may_be_name(const AnBlock *block, const char *folded, size_t len)
{
	uint32_t hash = an_store_hash(folded, len);

	return in_filter(block, an_name_bit(hash, block->nstem_slots));
}

bool
an_is_name(const AnRecord *record)
{
	switch (record->kind)
	{
		case AN_KIND_COUNTRY:
		case AN_KIND_PLACE:
		case AN_KIND_SURNAME:
		case AN_KIND_PERSON:
		case AN_KIND_GIVEN_NAME:
		case AN_KIND_FAMILY_NAME:
		case AN_KIND_ORGANIZATION:
		case AN_KIND_MONTH:
			return true;
		default:
			return false;
	}
}

bool
an_folds_to(const char *spelling, const char *key, size_t len)
{
	const unsigned char *s = (const unsigned char *) spelling;
	const unsigned char *k = (const unsigned char *) key;
	const unsigned char *end = k + len;

	for (; s[0] != 0 && s[1] != 0; s += 2)
	{
		unsigned char low = s[1];

		if (s[0] == 0xD9 && low >= 0x8B && low <= 0x92)
			continue;
		if (end - k < 2)
			return false;
		if (s[0] == 0xD8 && low >= 0xA2 && low <= 0xA5 && low != 0xA4)
			low = 0xA7;
		else if (s[0] == 0xD9 && low == 0x89)
			low = 0x8A;
		if (s[0] == 0xD8 && low == 0xA9)
		{
			if (k[0] != 0xD9 || k[1] != 0x87)
				return false;
		}
		else if (k[0] != s[0] || k[1] != low)
			return false;
		k += 2;
	}
	return k == end;
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
