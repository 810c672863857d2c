/*-------------------------------------------------------------------------
 *
 * store.c
 *	  Reads the block of language data.
 *
 * an_store_verify() trusts no byte.  Everything else trusts a block that the
 * build has verified: it is part of the library's own text, and look-ups are
 * on the path of every word.
 *
 *-------------------------------------------------------------------------
 */
#include "store/layout.h"

/* A section of the block as a pointer to its members. */
#define SECTION(type, block, offset) \
	((const type *) (const void *) ((const char *) (block) + (offset)))

/* ---- Checks ---- */

bool
an_store_valid(const void *p, size_t size)
{
	const AnBlock *block = p;

	return size >= sizeof(AnBlock) && (uintptr_t) p % _Alignof(AnBlock) == 0 &&
		   memcmp(block->magic, AN_BLOCK_MAGIC, sizeof(block->magic)) == 0 &&
		   block->endian == AN_BLOCK_ENDIAN &&
		   block->layout == AN_BLOCK_LAYOUT && block->size == size;
}

/* CRC-32C (Castagnoli, reflected), four bits at a time. */
static uint32_t
crc32c(uint32_t crc, const unsigned char *p, size_t len)
{
	static const uint32_t nibble[16] = {
		0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3,
		0x61C69362, 0x7198540D, 0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9,
		0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75
	};
	const unsigned char *end = p + len;

	while (p < end)
	{
		crc ^= *p++;
		crc = crc >> 4 ^ nibble[crc & 15];
		crc = crc >> 4 ^ nibble[crc & 15];
	}
	return crc;
}

uint32_t
an_store_checksum(const void *p, size_t size)
{
	const unsigned char *bytes = p;
	const unsigned char zero[4] = { 0, 0, 0, 0 };
	const size_t at = offsetof(AnBlock, checksum);
	uint32_t crc = 0xFFFFFFFF;

	crc = crc32c(crc, bytes, at);
	crc = crc32c(crc, zero, sizeof(zero));
	crc = crc32c(crc, bytes + at + 4, size - at - 4);
	return ~crc;
}

/* Whether count members of so many bytes at offset lie within the block. */
static bool
section_ok(const AnBlock *block, uint32_t offset, uint32_t count,
		   size_t member)
{
	return offset >= sizeof(AnBlock) && offset % AN_BLOCK_ALIGN == 0 &&
		   offset <= block->size && count <= (block->size - offset) / member;
}

static bool
sections_ok(const AnBlock *block)
{
	return section_ok(block, block->slots, block->nslots, sizeof(AnSlot)) &&
		   section_ok(block, block->entries, block->nentries,
					  sizeof(AnPhrase)) &&
		   section_ok(block, block->senses, block->nsenses,
					  sizeof(uint32_t)) &&
		   section_ok(block, block->records, block->nrecords,
					  sizeof(AnRecord)) &&
		   section_ok(block, block->strings, block->strings_size, 1) &&
		   section_ok(block, block->hijri, block->nhijri, sizeof(int32_t)) &&
		   section_ok(block, block->lemmas, block->nlemmas, sizeof(AnLemma)) &&
		   section_ok(block, block->stem_slots, block->nstem_slots,
					  sizeof(AnSlot)) &&
		   section_ok(block, block->stems, block->nstems, sizeof(AnStem)) &&
		   section_ok(block, block->sets, block->nsets, sizeof(uint64_t)) &&
		   section_ok(block, block->nodes, block->nnodes,
					  sizeof(AnTailNode)) &&
		   section_ok(block, block->tails, block->ntails, sizeof(AnTail)) &&
		   section_ok(block, block->filter,
					  an_filter_words(block->nstem_slots), sizeof(uint32_t)) &&
		   section_ok(block, block->models, block->nmodels, 1) &&
		   (block->nmodels == 0 || block->nmodels == AN_MODELS_SIZE) &&
		   (block->nform_sets & (block->nform_sets - 1)) == 0 &&
		   block->nform_sets <= AN_FORM_SETS_MAX &&
		   section_ok(block, block->forms,
					  block->nform_sets + AN_FORM_HOT(block->nform_sets),
					  sizeof(AnFormEntry) * AN_FORM_WAYS);
}

/* The pool: "" at 0, and the last string ended, so that none runs over. */
static bool
strings_ok(const AnBlock *block)
{
	const char *pool = SECTION(char, block, block->strings);

	return block->strings_size > 0 && pool[0] == '\0' &&
		   pool[block->strings_size - 1] == '\0';
}

static bool
records_ok(const AnBlock *block)
{
	const AnRecord *rec = SECTION(AnRecord, block, block->records);
	const AnRecord *end = rec + block->nrecords;

	for (; rec < end; rec++)
	{
		if (rec->name >= block->strings_size ||
			rec->extra >= block->strings_size || rec->kind >= AN_KIND_COUNT ||
			rec->code[3] != '\0')
			return false;
		/* what readers may use as an index */
		if (rec->kind == AN_KIND_MONTH && (rec->value < 1 || rec->value > 12))
			return false;
		if (rec->kind == AN_KIND_WEEKDAY && (rec->value < 1 || rec->value > 7))
			return false;
	}
	return true;
}

static bool
entries_ok(const AnBlock *block)
{
	const AnPhrase *phrase = SECTION(AnPhrase, block, block->entries);
	const AnPhrase *end = phrase + block->nentries;
	const uint32_t *sense = SECTION(uint32_t, block, block->senses);
	const char *pool = SECTION(char, block, block->strings);
	uint32_t i;

	for (; phrase < end; phrase++)
	{
		/* the key's end is a NUL of the pool, so it lies before the last */
		if (phrase->keylen == 0 || phrase->key >= block->strings_size ||
			phrase->keylen >= block->strings_size - phrase->key ||
			pool[phrase->key + phrase->keylen] != '\0' ||
			phrase->senses > block->nsenses ||
			phrase->nsenses > block->nsenses - phrase->senses ||
			phrase->more > 1)
			return false;
	}
	for (i = 0; i < block->nsenses; i++)
	{
		if (sense[i] >= block->nrecords)
			return false;
	}
	return true;
}

/*
 * Each entry is in one slot, under its hash, and can be reached from where
 * its hash begins: no free slot lies between.  One pass, whatever the bytes:
 * it starts behind a free slot and goes around.
 */
static bool
slots_ok(const AnBlock *block)
{
	const AnSlot *slot = SECTION(AnSlot, block, block->slots);
	const AnPhrase *phrase = SECTION(AnPhrase, block, block->entries);
	const char *pool = SECTION(char, block, block->strings);
	uint32_t mask = block->nslots - 1;
	uint32_t used = 0;
	uint32_t run = 0; /* used slots since the last free one */
	uint32_t free_slot = 0;
	uint32_t i;

	if (block->nslots == 0 || (block->nslots & mask) != 0 ||
		block->nentries >= block->nslots)
		return false;
	while (free_slot < block->nslots && slot[free_slot].entry != 0)
		free_slot++;
	if (free_slot == block->nslots)
		return false;

	for (i = 1; i < block->nslots; i++)
	{
		uint32_t at = (free_slot + i) & mask;
		const AnPhrase *p;

		if (slot[at].entry == 0)
		{
			run = 0;
			continue;
		}
		if (slot[at].entry > block->nentries)
			return false;
		p = &phrase[slot[at].entry - 1];
		if (slot[at].hash != an_store_hash(pool + p->key, p->keylen) ||
			((at - slot[at].hash) & mask) > run)
			return false;
		run++;
		used++;
	}
	return used == block->nentries;
}

/* Months follow each other and have 29 or 30 days. */
static bool
hijri_ok(const AnBlock *block)
{
	const int32_t *day = SECTION(int32_t, block, block->hijri);
	uint32_t i;

	if (block->nhijri != AN_HIJRI_MONTHS)
		return false;
	for (i = 1; i < block->nhijri; i++)
	{
		int64_t days = (int64_t) day[i] - day[i - 1];

		if (days != 29 && days != 30)
			return false;
	}
	return true;
}

/* ---- Checks of the lexicon ---- */

static bool
lemmas_ok(const AnBlock *block)
{
	const AnLemma *lemma = SECTION(AnLemma, block, block->lemmas);
	const AnLemma *end = lemma + block->nlemmas;

	for (; lemma < end; lemma++)
	{
		if (lemma->spelling >= block->strings_size ||
			lemma->vocalized >= block->strings_size ||
			lemma->root >= block->strings_size ||
			lemma->lexeme >= block->strings_size ||
			lemma->word_class >= AN_LEX_COUNT || lemma->derived > 1)
			return false;
	}
	return true;
}

static bool
stems_ok(const AnBlock *block)
{
	const AnStem *stem = SECTION(AnStem, block, block->stems);
	uint32_t i;

	for (i = 0; i < block->nstems; i++)
	{
		if (stem[i].vocalized >= block->strings_size ||
			stem[i].lemma >= block->nlemmas || stem[i].set >= block->nsets)
			return false;
	}
	return i == 0 || (stem[i - 1].flags & AN_STEM_LAST) != 0;
}

/* A free slot ends every search, and no slot leads out of the stems. */
static bool
stem_slots_ok(const AnBlock *block)
{
	const AnSlot *slot = SECTION(AnSlot, block, block->stem_slots);
	uint32_t free_slots = 0;
	uint32_t i;

	if ((block->nstem_slots & (block->nstem_slots - 1)) != 0)
		return false;
	for (i = 0; i < block->nstem_slots; i++)
	{
		free_slots += slot[i].entry == 0;
		if (slot[i].entry > block->nstems)
			return false;
	}
	return block->nstem_slots == 0 || free_slots > 0;
}

/* The tree of tails: every child lies behind its parent, so that it ends. */
static bool
tails_ok(const AnBlock *block)
{
	const AnTailNode *node = SECTION(AnTailNode, block, block->nodes);
	const AnTail *tail = SECTION(AnTail, block, block->tails);
	uint32_t i;
	int letter;

	if (block->nstem_slots > 0 && block->nnodes == 0)
		return false;
	for (i = 0; i < block->nnodes; i++)
	{
		for (letter = 0; letter < AN_TAIL_LETTERS; letter++)
		{
			unsigned child = node[i].child[letter];

			if (child != 0 && (child <= i || child >= block->nnodes))
				return false;
		}
		if (node[i].first > block->ntails ||
			node[i].count > block->ntails - node[i].first)
			return false;
	}
	for (i = 0; i < block->ntails; i++)
	{
		if (tail[i].verbal > 1 || tail[i].pronoun >= AN_PRON_COUNT ||
			tail[i].ending >=
				(tail[i].verbal ? (int) AN_V_COUNT : (int) AN_N_COUNT))
			return false;
	}
	return true;
}

bool
an_store_verify(const void *p, size_t size)
{
	const AnBlock *block = p;

	return an_store_valid(p, size) &&
		   block->checksum == an_store_checksum(p, size) &&
		   sections_ok(block) && strings_ok(block) && records_ok(block) &&
		   entries_ok(block) && slots_ok(block) && hijri_ok(block) &&
		   lemmas_ok(block) && stems_ok(block) && stem_slots_ok(block) &&
		   tails_ok(block);
}

/* ---- Look-ups ---- */

size_t
an_store_size(const AnBlock *block)
{
	return block->size;
}

uint32_t
an_store_data_version(const AnBlock *block)
{
	return block->data_version;
}

bool
an_store_find(const AnBlock *block, const char *key, size_t len,
			  AnEntry *entry)
{
	const AnSlot *slot = SECTION(AnSlot, block, block->slots);
	const AnPhrase *phrase = SECTION(AnPhrase, block, block->entries);
	const char *pool = SECTION(char, block, block->strings);
	uint32_t mask = block->nslots - 1;
	uint32_t hash = an_store_hash(key, len);
	uint32_t at;

	for (at = hash & mask; slot[at].entry != 0; at = (at + 1) & mask)
	{
		const AnPhrase *p;

		if (slot[at].hash != hash)
			continue;
		p = &phrase[slot[at].entry - 1];
		if (p->keylen != len || memcmp(pool + p->key, key, len) != 0)
			continue;
		entry->senses = SECTION(uint32_t, block, block->senses) + p->senses;
		entry->nsenses = p->nsenses;
		entry->more = p->more != 0;
		return true;
	}
	return false;
}

uint32_t
an_store_records(const AnBlock *block)
{
	return block->nrecords;
}

const AnRecord *
an_record(const AnBlock *block, uint32_t number)
{
	return SECTION(AnRecord, block, block->records) + number;
}

const char *
an_string(const AnBlock *block, uint32_t offset)
{
	return SECTION(char, block, block->strings) + offset;
}

const AnRecord *
an_store_sense(const AnBlock *block, const char *key, size_t len, AnKind kind)
{
	AnEntry entry;
	int i;

	if (!an_store_find(block, key, len, &entry))
		return NULL;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *rec = an_record(block, entry.senses[i]);

		if (rec->kind == (uint16_t) kind)
			return rec;
	}
	return NULL;
}

bool
an_store_month_start(const AnBlock *block, const char *word, size_t len)
{
	uint32_t hash = an_month_hash(word, len);

	return an_month_bit(block->month_start, hash) &&
		   an_month_bit(block->month_start, hash >> 10);
}

bool
an_store_hijri(const AnBlock *block, int year, int month, int32_t *day)
{
	if (year < AN_HIJRI_FIRST || year > AN_HIJRI_LAST || month < 1 ||
		month > 12)
		return false;
	*day = SECTION(int32_t, block,
				   block->hijri)[(year - AN_HIJRI_FIRST) * 12 + month - 1];
	return true;
}
