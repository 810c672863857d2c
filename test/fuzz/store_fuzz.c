/*
 * store_fuzz.c
 *	  Any bytes as a block: an_store_valid() and an_store_verify() must
 *	  survive them, and what they let through must be safe to read.
 *
 * Bytes as such never have the right checksum.  So an odd first byte means:
 * take a good block, change it at places that the input names, and mend the
 * checksum; then the checks of bounds are all that protects the reader.
 */
#include <stdlib.h>

#include "build/block.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
add(AnBlockWriter *w, AnKind kind, const char *key)
{
	AnRecord record;

	memset(&record, 0, sizeof(record));
	record.kind = (uint16_t) kind;
	record.name = an_block_string(w, key, strlen(key));
	record.value = 1;
	an_block_add(w, key, strlen(key), an_block_record(w, &record), 0);
}

/* A copy with no byte to spare, so that sanitizers see where it ends. */
static char *
exact_copy(const void *p, size_t size)
{
	char *copy = an_need(size);

	if (size > 0)
		memcpy(copy, p, size);
	return copy;
}

/* A small block with a bit of everything, made once. */
static const void *
good_block(size_t *size)
{
	static void *block;
	static size_t block_size;
	static int32_t days[AN_HIJRI_MONTHS];
	AnBlockWriter *w;
	int i;

	*size = block_size;
	if (block != NULL)
		return block;
	w = an_block_new();
	for (i = 0; i < AN_HIJRI_MONTHS; i++)
		days[i] = i * 30;
	an_block_hijri(w, days);
	add(w, AN_KIND_COUNTRY, "a");
	add(w, AN_KIND_MONTH, "b c");
	add(w, AN_KIND_EVENT, "b c d");
	add(w, AN_KIND_WEEKDAY, "b");
	add(w, AN_KIND_PLACE, "b");
	block = an_block_finish(w, &block_size);
	an_block_free(w);
	*size = block_size;
	return block;
}

/* Keeps the reads below from being left out. */
static volatile size_t sink;

/* Reads all that a reader may: every key, sense, record and string. */
static void
read_all(const AnBlock *block)
{
	const AnPhrase *phrase =
		(const void *) ((const char *) block + block->entries);
	uint32_t i;
	int32_t day;

	for (i = 0; i < block->nentries; i++)
	{
		const char *key = an_string(block, phrase[i].key);
		AnEntry entry;
		int j;

		if (!an_store_find(block, key, phrase[i].keylen, &entry))
			abort();
		for (j = 0; j < entry.nsenses; j++)
		{
			const AnRecord *record = an_record(block, entry.senses[j]);

			sink += strlen(an_string(block, record->name)) +
					strlen(an_string(block, record->extra)) +
					strlen(record->code);
			if (record->kind >= AN_KIND_COUNT)
				abort();
			if (an_store_sense(block, key, phrase[i].keylen,
							   (AnKind) record->kind) == NULL)
				abort();
		}
		sink += an_store_month_start(block, key, phrase[i].keylen);
	}
	if (!an_store_hijri(block, 1444, 9, &day) ||
		an_store_hijri(block, 1601, 1, &day))
		abort();
}

static void
look_up(const AnBlock *block, const uint8_t *data, size_t size)
{
	AnEntry entry;

	an_store_find(block, (const char *) data, size, &entry);
	an_store_month_start(block, (const char *) data, size);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool patch = size > 0 && data[0] % 2 == 1;
	size_t length = size;
	char *block;

	if (patch)
	{
		const void *good = good_block(&length);
		size_t i;

		block = exact_copy(good, length);
		for (i = 1; i + 3 <= size; i += 3)
			block[(data[i] | data[i + 1] << 8) % length] = (char) data[i + 2];
	}
	else
		block = exact_copy(data, size);

	if (an_store_valid(block, length))
	{
		((AnBlock *) (void *) block)->checksum =
			an_store_checksum(block, length);
		if (an_store_verify(block, length))
		{
			const AnBlock *good = (const AnBlock *) (const void *) block;

			read_all(good);
			look_up(good, data, size);
		}
	}
	else if (an_store_verify(block, length))
		abort();
	free(block);
	return 0;
}
