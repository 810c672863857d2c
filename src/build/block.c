/*-------------------------------------------------------------------------
 *
 * block.c
 *	  Writes a block of language data.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>

#include "build/block.h"
#include "store/layout.h"

/* ---- Memory ---- */

void *
an_need_more(void *p, size_t size)
{
	p = realloc(p, size > 0 ? size : 1);
	if (p == NULL)
	{
		fprintf(stderr, "out of memory\n");
		exit(1);
	}
	return p;
}

void *
an_need(size_t size)
{
	return an_need_more(NULL, size);
}

/* Room for one more member of an array; room is how many it can hold. */
static void *
grow(void *array, uint32_t n, uint32_t *room, size_t member)
{
	if (n < *room)
		return array;
	*room = *room > 0 ? *room * 2 : 1024;
	return an_need_more(array, *room * member);
}

/* ---- A hash index over the numbers of an array's members ---- */

typedef struct Index
{
	AnSlot *slots; /* entry = number + 1 */
	uint32_t nslots;
	uint32_t used;
} Index;

/*
 * Walks over the members with this hash: *at is where to begin (the hash
 * itself) and where to go on.  Gives the number + 1, or 0 at the end.
 */
static uint32_t
index_next(const Index *index, uint32_t hash, uint32_t *at)
{
	if (index->nslots == 0)
		return 0;
	for (;;)
	{
		const AnSlot *slot = &index->slots[*at & (index->nslots - 1)];

		if (slot->entry == 0)
			return 0;
		(*at)++;
		if (slot->hash == hash)
			return slot->entry;
	}
}

static void
index_put(Index *index, uint32_t hash, uint32_t entry)
{
	uint32_t at = hash & (index->nslots - 1);

	while (index->slots[at].entry != 0)
		at = (at + 1) & (index->nslots - 1);
	index->slots[at].hash = hash;
	index->slots[at].entry = entry;
	index->used++;
}

static void
index_add(Index *index, uint32_t hash, uint32_t number)
{
	if ((index->used + 1) * UINT64_C(10) > index->nslots * UINT64_C(7))
	{
		Index larger;
		uint32_t i;

		larger.nslots = index->nslots > 0 ? index->nslots * 2 : 1024;
		larger.used = 0;
		larger.slots = an_need(larger.nslots * sizeof(AnSlot));
		memset(larger.slots, 0, larger.nslots * sizeof(AnSlot));
		for (i = 0; i < index->nslots; i++)
		{
			if (index->slots[i].entry != 0)
				index_put(&larger, index->slots[i].hash,
						  index->slots[i].entry);
		}
		free(index->slots);
		*index = larger;
	}
	index_put(index, hash, number + 1);
}

/* ---- The writer ---- */

/* A phrase while the block is built: its senses are a list. */
typedef struct Phrase
{
	uint32_t key;
	uint32_t keylen;
	uint32_t hash;
	uint32_t first; /* Sense + 1, or 0 */
	uint32_t nsenses;
	bool more;
} Phrase;

typedef struct Sense
{
	uint32_t record;
	uint32_t next; /* Sense + 1, or 0 */
	int origin;
} Sense;

struct AnBlockWriter
{
	char *pool;
	uint32_t pool_len;
	uint32_t pool_room;
	Index strings; /* numbers are offsets */

	AnRecord *records;
	uint32_t nrecords;
	uint32_t records_room;
	Index by_record;

	Phrase *phrases;
	uint32_t nphrases;
	uint32_t phrases_room;
	Index by_key;

	Sense *senses;
	uint32_t nsenses;
	uint32_t senses_room;

	int32_t hijri[AN_HIJRI_MONTHS];

	AnBlockLexicon lexicon;
	AnBlockSection forms;
};

AnBlockWriter *
an_block_new(void)
{
	AnBlockWriter *w = an_need(sizeof(*w));

	memset(w, 0, sizeof(*w));
	w->pool_room = 65536;
	w->pool = an_need(w->pool_room);
	w->pool[0] = '\0';
	w->pool_len = 1;
	return w;
}

void
an_block_free(AnBlockWriter *w)
{
	free(w->pool);
	free(w->strings.slots);
	free(w->records);
	free(w->by_record.slots);
	free(w->phrases);
	free(w->by_key.slots);
	free(w->senses);
	free(w);
}

uint32_t
an_block_string(AnBlockWriter *w, const char *s, size_t len)
{
	uint32_t hash = an_store_hash(s, len);
	uint32_t at = hash;
	uint32_t found;

	if (len == 0)
		return 0;
	while ((found = index_next(&w->strings, hash, &at)) != 0)
	{
		const char *known = w->pool + found - 1;

		if (strncmp(known, s, len) == 0 && known[len] == '\0')
			return found - 1;
	}
	while (w->pool_room - w->pool_len <= len)
	{
		w->pool_room *= 2;
		w->pool = an_need_more(w->pool, w->pool_room);
	}
	found = w->pool_len;
	memcpy(w->pool + found, s, len);
	w->pool[found + len] = '\0';
	w->pool_len += (uint32_t) len + 1;
	index_add(&w->strings, hash, found);
	return found;
}

uint32_t
an_block_record(AnBlockWriter *w, const AnRecord *record)
{
	uint32_t hash = an_store_hash((const char *) record, sizeof(*record));
	uint32_t at = hash;
	uint32_t found;

	while ((found = index_next(&w->by_record, hash, &at)) != 0)
	{
		if (memcmp(&w->records[found - 1], record, sizeof(*record)) == 0)
			return found - 1;
	}
	w->records =
		grow(w->records, w->nrecords, &w->records_room, sizeof(AnRecord));
	w->records[w->nrecords] = *record;
	index_add(&w->by_record, hash, w->nrecords);
	return w->nrecords++;
}

const AnRecord *
an_block_get(const AnBlockWriter *w, uint32_t number)
{
	return &w->records[number];
}

static Phrase *
find_phrase(const AnBlockWriter *w, const char *key, size_t len, uint32_t hash)
{
	uint32_t at = hash;
	uint32_t found;

	while ((found = index_next(&w->by_key, hash, &at)) != 0)
	{
		Phrase *phrase = &w->phrases[found - 1];

		if (phrase->keylen == len &&
			memcmp(w->pool + phrase->key, key, len) == 0)
			return phrase;
	}
	return NULL;
}

static Phrase *
need_phrase(AnBlockWriter *w, const char *key, size_t len)
{
	uint32_t hash = an_store_hash(key, len);
	Phrase *phrase = find_phrase(w, key, len, hash);

	if (phrase != NULL)
		return phrase;
	w->phrases =
		grow(w->phrases, w->nphrases, &w->phrases_room, sizeof(Phrase));
	phrase = &w->phrases[w->nphrases];
	memset(phrase, 0, sizeof(*phrase));
	phrase->key = an_block_string(w, key, len);
	phrase->keylen = (uint32_t) len;
	phrase->hash = hash;
	index_add(&w->by_key, hash, w->nphrases);
	w->nphrases++;
	return phrase;
}

bool
an_block_add(AnBlockWriter *w, const char *key, size_t len, uint32_t record,
			 int origin)
{
	uint16_t kind = w->records[record].kind;
	Phrase *phrase;
	uint32_t *link;
	Sense *sense;
	size_t i;

	if (len == 0 || len >= UINT16_MAX)
		return false;
	for (i = 1; i < len; i++)
	{
		if (key[i] == ' ')
			need_phrase(w, key, i)->more = true;
	}
	phrase = need_phrase(w, key, len);

	/*
	 * Senses lie by kind; of one kind those that have an origin come first,
	 * then it is the order of addition.
	 */
	w->senses = grow(w->senses, w->nsenses, &w->senses_room, sizeof(Sense));
	for (link = &phrase->first; *link != 0; link = &sense->next)
	{
		sense = &w->senses[*link - 1];
		if (sense->record == record)
			return true;
		if (w->records[sense->record].kind > kind ||
			(w->records[sense->record].kind == kind && sense->origin == 0 &&
			 origin > 0))
			break;
	}
	sense = &w->senses[w->nsenses];
	sense->record = record;
	sense->origin = origin;
	sense->next = *link;
	*link = ++w->nsenses;
	phrase->nsenses++;
	return phrase->nsenses <= UINT16_MAX;
}

int
an_block_origin(const AnBlockWriter *w, const char *key, size_t len,
				AnKind kind, uint32_t record)
{
	const Phrase *phrase = find_phrase(w, key, len, an_store_hash(key, len));
	uint32_t at = phrase != NULL ? phrase->first : 0;
	int origin = -1;

	while (at != 0)
	{
		const Sense *sense = &w->senses[at - 1];

		if (w->records[sense->record].kind == (uint16_t) kind &&
			(record == AN_ANY_RECORD || record == sense->record) &&
			sense->origin > origin)
			origin = sense->origin;
		at = sense->next;
	}
	return origin;
}

void
an_block_hijri(AnBlockWriter *w, const int32_t *days)
{
	memcpy(w->hijri, days, sizeof(w->hijri));
}

void
an_block_lexicon(AnBlockWriter *w, const AnBlockLexicon *lexicon)
{
	w->lexicon = *lexicon;
}

void
an_block_forms(AnBlockWriter *w, const AnBlockSection *sets)
{
	w->forms = *sets;
}

const char *
an_block_text(const AnBlockWriter *w, uint32_t offset)
{
	return w->pool + offset;
}

void
an_block_counts(const AnBlockWriter *w, AnBlockCounts *counts)
{
	counts->phrases = w->nphrases;
	counts->senses = w->nsenses;
	counts->records = w->nrecords;
	counts->string_bytes = w->pool_len;
}

/* ---- Laying out ---- */

#define FORM_SET (sizeof(AnFormEntry) * AN_FORM_WAYS)

/* Takes room for a section; 0 when the block grows too large. */
static uint32_t
section(uint64_t *size, uint64_t count, size_t member)
{
	uint64_t start =
		(*size + AN_BLOCK_ALIGN - 1) / AN_BLOCK_ALIGN * AN_BLOCK_ALIGN;

	*size = start + count * member;
	return *size <= INT32_MAX ? (uint32_t) start : 0;
}

static bool
lay_out_lexicon(const AnBlockWriter *w, AnBlock *head, uint64_t *size)
{
	const AnBlockLexicon *lexicon = &w->lexicon;

	head->nlemmas = lexicon->lemmas.count;
	head->lemmas = section(size, head->nlemmas, sizeof(AnLemma));
	head->nstem_slots = lexicon->stem_slots.count;
	head->stem_slots = section(size, head->nstem_slots, sizeof(AnSlot));
	head->nstems = lexicon->stems.count;
	head->stems = section(size, head->nstems, sizeof(AnStem));
	head->nsets = lexicon->sets.count;
	head->sets = section(size, head->nsets, sizeof(uint64_t));
	head->nnodes = lexicon->nodes.count;
	head->nodes = section(size, head->nnodes, sizeof(AnTailNode));
	head->ntails = lexicon->tails.count;
	head->tails = section(size, head->ntails, sizeof(AnTail));
	head->filter =
		section(size, an_filter_words(head->nstem_slots), sizeof(uint32_t));
	head->nmodels = lexicon->models.count;
	head->models = section(size, head->nmodels, 1);
	head->nform_sets = w->forms.count;
	head->forms = section(
		size, head->nform_sets + AN_FORM_HOT(head->nform_sets), FORM_SET);
	head->size = (uint32_t) *size;
	return head->filter != 0 && head->models != 0 && head->forms != 0;
}

static bool
lay_out(const AnBlockWriter *w, AnBlock *head)
{
	uint64_t size = sizeof(AnBlock);
	uint32_t nslots = 8;

	while (nslots * UINT64_C(7) < w->nphrases * UINT64_C(10))
		nslots *= 2;

	memset(head, 0, sizeof(*head));
	memcpy(head->magic, AN_BLOCK_MAGIC, sizeof(head->magic));
	head->endian = AN_BLOCK_ENDIAN;
	head->layout = AN_BLOCK_LAYOUT;
	head->nslots = nslots;
	head->slots = section(&size, nslots, sizeof(AnSlot));
	head->nentries = w->nphrases;
	head->entries = section(&size, w->nphrases, sizeof(AnPhrase));
	head->nsenses = w->nsenses;
	head->senses = section(&size, w->nsenses, sizeof(uint32_t));
	head->nrecords = w->nrecords;
	head->records = section(&size, w->nrecords, sizeof(AnRecord));
	head->strings_size = w->pool_len;
	head->strings = section(&size, w->pool_len, 1);
	head->nhijri = AN_HIJRI_MONTHS;
	head->hijri = section(&size, AN_HIJRI_MONTHS, sizeof(int32_t));
	return head->hijri != 0 && lay_out_lexicon(w, head, &size);
}

/* Sets the bits of a word after a proclitic in the filter of months. */
static void
add_month_start(AnBlock *head, const char *proclitic, const char *word,
				size_t len)
{
	char whole[256];
	size_t start = strlen(proclitic);
	uint32_t hash;

	if (start + len > sizeof(whole))
		return;
	memcpy(whole, proclitic, start);
	memcpy(whole + start, word, len);
	hash = an_month_hash(whole, start + len);
	head->month_start[hash / 32 % AN_MONTH_WORDS] |= UINT32_C(1) << hash % 32;
	hash >>= 10;
	head->month_start[hash / 32 % AN_MONTH_WORDS] |= UINT32_C(1) << hash % 32;
}

/* The words that begin names of months of more than one word. */
static void
write_month_filter(const AnBlockWriter *w, AnBlock *head)
{
	static const char *const proclitics[] = { "",   "و",  "ف",  "ب",
											  "ل",  "ك",  "وب", "ول",
											  "وك", "فب", "فل", "فك" };
	uint32_t i;
	size_t j;

	for (i = 0; i < w->nphrases; i++)
	{
		const char *key = w->pool + w->phrases[i].key;
		const char *space = strchr(key, ' ');

		if (space == NULL || an_block_origin(w, key, w->phrases[i].keylen,
											 AN_KIND_MONTH, AN_ANY_RECORD) < 0)
			continue;
		for (j = 0; j < sizeof(proclitics) / sizeof(proclitics[0]); j++)
			add_month_start(head, proclitics[j], key, (size_t) (space - key));
	}
}

static void
write_phrases(const AnBlockWriter *w, char *base, const AnBlock *head)
{
	AnSlot *slots = (AnSlot *) (void *) (base + head->slots);
	AnPhrase *entries = (AnPhrase *) (void *) (base + head->entries);
	uint32_t *senses = (uint32_t *) (void *) (base + head->senses);
	uint32_t nsenses = 0;
	uint32_t i;

	for (i = 0; i < w->nphrases; i++)
	{
		const Phrase *phrase = &w->phrases[i];
		uint32_t slot = phrase->hash & (head->nslots - 1);
		uint32_t at;

		while (slots[slot].entry != 0)
			slot = (slot + 1) & (head->nslots - 1);
		slots[slot].hash = phrase->hash;
		slots[slot].entry = i + 1;

		entries[i].key = phrase->key;
		entries[i].keylen = (uint16_t) phrase->keylen;
		entries[i].senses = nsenses;
		entries[i].nsenses = (uint16_t) phrase->nsenses;
		entries[i].more = phrase->more;
		for (at = phrase->first; at != 0; at = w->senses[at - 1].next)
			senses[nsenses++] = w->senses[at - 1].record;
	}
}

static void
write_section(char *base, uint32_t offset, const AnBlockSection *part,
			  size_t member)
{
	if (part->count > 0)
		memcpy(base + offset, part->members, part->count * member);
}

static void
write_lexicon(const AnBlockLexicon *lexicon, char *base, const AnBlock *head)
{
	write_section(base, head->lemmas, &lexicon->lemmas, sizeof(AnLemma));
	write_section(base, head->stem_slots, &lexicon->stem_slots,
				  sizeof(AnSlot));
	write_section(base, head->stems, &lexicon->stems, sizeof(AnStem));
	write_section(base, head->sets, &lexicon->sets, sizeof(uint64_t));
	write_section(base, head->nodes, &lexicon->nodes, sizeof(AnTailNode));
	write_section(base, head->tails, &lexicon->tails, sizeof(AnTail));
	write_section(base, head->models, &lexicon->models, 1);
}

static void
set_filter_bit(char *base, const AnBlock *head, uint32_t bit)
{
	uint32_t *filter = (uint32_t *) (void *) (base + head->filter);

	filter[bit / 32] |= UINT32_C(1) << bit % 32;
}

/* Names, and the other words that an analysis asks for by their whole form. */
static bool
has_name(const AnBlockWriter *w, const Phrase *phrase)
{
	uint32_t at = phrase->first;

	for (; at != 0; at = w->senses[at - 1].next)
	{
		const AnRecord *record = &w->records[w->senses[at - 1].record];

		if (an_is_name(record) || record->kind == AN_KIND_FORM ||
			record->kind == AN_KIND_STOP)
			return true;
	}
	return false;
}

static bool
has_kind(const AnBlockWriter *w, const Phrase *phrase, AnKind kind)
{
	uint32_t at;

	for (at = phrase->first; at != 0; at = w->senses[at - 1].next)
		if (w->records[w->senses[at - 1].record].kind == kind)
			return true;
	return false;
}

void
an_block_each_name(const AnBlockWriter *w,
				   void (*fn)(void *context, const char *word, size_t len),
				   void *context)
{
	uint32_t i;

	for (i = 0; i < w->nphrases; i++)
	{
		const Phrase *phrase = &w->phrases[i];
		const char *key = w->pool + phrase->key;
		bool one = strchr(key, ' ') == NULL;

		if (!(one ? has_name(w, phrase) : has_kind(w, phrase, AN_KIND_PERSON)))
			continue;
		while (*key != '\0')
		{
			size_t len = strcspn(key, " ");

			fn(context, key, len);
			key += len;
			key += strspn(key, " ");
		}
	}
}

static void
write_word_filter(const AnBlockWriter *w, char *base, const AnBlock *head)
{
	const AnSlot *slots = w->lexicon.stem_slots.members;
	uint32_t i;

	if (head->nstem_slots == 0)
		return;
	for (i = 0; i < head->nstem_slots; i++)
	{
		if (slots[i].entry != 0)
			set_filter_bit(base, head,
						   an_filter_bit(slots[i].hash, head->nstem_slots));
	}
	for (i = 0; i < w->nphrases; i++)
	{
		const Phrase *phrase = &w->phrases[i];

		if (memchr(w->pool + phrase->key, ' ', phrase->keylen) == NULL &&
			has_name(w, phrase))
			set_filter_bit(base, head,
						   an_name_bit(phrase->hash, head->nstem_slots));
	}
}

void *
an_block_finish(AnBlockWriter *w, size_t *size)
{
	AnBlock head;
	size_t room;
	char *base;

	if (!lay_out(w, &head))
		return NULL;
	room = (head.size + (size_t) AN_BLOCK_ALIGN - 1) / AN_BLOCK_ALIGN *
		   AN_BLOCK_ALIGN;
	base = aligned_alloc(AN_BLOCK_ALIGN, room);
	if (base == NULL)
		return NULL;
	memset(base, 0, room);
	write_phrases(w, base, &head);
	if (w->nrecords > 0)
		memcpy(base + head.records, w->records,
			   w->nrecords * sizeof(AnRecord));
	memcpy(base + head.strings, w->pool, w->pool_len);
	memcpy(base + head.hijri, w->hijri, sizeof(w->hijri));
	write_lexicon(&w->lexicon, base, &head);
	if (w->forms.count > 0)
		memcpy(base + head.forms, w->forms.members,
			   (w->forms.count + AN_FORM_HOT(w->forms.count)) * FORM_SET);
	write_word_filter(w, base, &head);
	write_month_filter(w, &head);

	head.data_version =
		an_store_hash(base + sizeof(head), head.size - sizeof(head));
	memcpy(base, &head, sizeof(head));
	head.checksum = an_store_checksum(base, head.size);
	memcpy(base, &head, sizeof(head));
	*size = head.size;
	return base;
}
