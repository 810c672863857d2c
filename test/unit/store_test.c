/*
 * store_test.c
 *	  The store: blocks that the test writes itself, damaged ones, and the
 *	  one that is linked in.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <unicode/ucal.h>

/* The writer is no part of the library: taken in whole. */
#include "build/block.c"
#include "text/text.h"

/* ---- Help ---- */

static AnRecord
record(AnBlockWriter *w, AnKind kind, const char *name, int64_t value)
{
	AnRecord r;

	memset(&r, 0, sizeof(r));
	r.kind = (uint16_t) kind;
	r.name = an_block_string(w, name, strlen(name));
	r.value = value;
	return r;
}

static void
add(AnBlockWriter *w, AnKind kind, const char *key, const char *name,
	int64_t value)
{
	AnRecord r = record(w, kind, name, value);

	assert_true(an_block_add(w, key, strlen(key), an_block_record(w, &r), 1));
}

static void
add_months(AnBlockWriter *w)
{
	int32_t days[AN_HIJRI_MONTHS];
	int i;

	for (i = 0; i < AN_HIJRI_MONTHS; i++)
		days[i] = i * 30 - (i / 2);
	an_block_hijri(w, days);
}

/* A writer with a few phrases of all sorts. */
static AnBlockWriter *
few(void)
{
	AnBlockWriter *w = an_block_new();

	add_months(w);
	add(w, AN_KIND_COUNTRY, "مصر", "مصر", 0);
	add(w, AN_KIND_PLACE, "كاس", "كأس", 1);
	add(w, AN_KIND_EVENT, "كاس العالم", "كأس العالم", 0);
	add(w, AN_KIND_EVENT, "كاس العالم للانديه", "كأس العالم للأندية", 0);
	add(w, AN_KIND_MONTH, "مارس", "مارس", 3);
	add(w, AN_KIND_WORD, "مارس", "مارس", AN_POS_VERB);
	add(w, AN_KIND_MONTH, "تشرين الاول", "أكتوبر", 10);
	return w;
}

static AnBlock *
finish(AnBlockWriter *w, size_t *size)
{
	AnBlock *block = an_block_finish(w, size);

	assert_non_null(block);
	an_block_free(w);
	return block;
}

static bool
find(const AnBlock *block, const char *key, AnEntry *entry)
{
	return an_store_find(block, key, strlen(key), entry);
}

static bool
month_start(const AnBlock *block, const char *word)
{
	return an_store_month_start(block, word, strlen(word));
}

/* ---- Blocks of our own ---- */

static void
finds_what_was_added(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);
	AnEntry entry;
	const AnRecord *r;

	(void) state;
	assert_true(an_store_valid(block, size));
	assert_true(an_store_verify(block, size));
	assert_int_equal(an_store_size(block), size);

	assert_true(find(block, "مصر", &entry));
	assert_int_equal(entry.nsenses, 1);
	assert_false(entry.more);
	r = an_record(block, entry.senses[0]);
	assert_int_equal(r->kind, AN_KIND_COUNTRY);
	assert_string_equal(an_string(block, r->name), "مصر");
	assert_string_equal(an_string(block, r->extra), "");

	assert_false(find(block, "مص", &entry));
	assert_false(find(block, "مصرر", &entry));
	assert_false(find(block, "", &entry));
	assert_false(an_store_find(block, "مصر\0", 7, &entry));
	free(block);
}

static void
beginnings_of_phrases(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);
	AnEntry entry;

	(void) state;
	assert_true(find(block, "كاس", &entry));
	assert_int_equal(entry.nsenses, 1);
	assert_true(entry.more);
	assert_true(find(block, "كاس العالم", &entry));
	assert_int_equal(entry.nsenses, 1);
	assert_true(entry.more);
	assert_true(find(block, "كاس العالم للانديه", &entry));
	assert_false(entry.more);

	/* no phrase itself */
	assert_true(find(block, "تشرين", &entry));
	assert_int_equal(entry.nsenses, 0);
	assert_true(entry.more);
	assert_null(
		an_store_sense(block, "تشرين", strlen("تشرين"), AN_KIND_MONTH));
	/* nor a beginning */
	assert_false(find(block, "كاس العا", &entry));
	assert_false(find(block, "كاس ", &entry));
	free(block);
}

static void
senses_by_kind(void **state)
{
	AnBlockWriter *w = few();
	size_t size;
	AnBlock *block;
	AnEntry entry;
	const AnRecord *r;

	(void) state;
	/* again, and another one of a kind that is there */
	add(w, AN_KIND_MONTH, "مارس", "مارس", 3);
	add(w, AN_KIND_MONTH, "مارس", "آذار", 3);
	add(w, AN_KIND_STOP, "مارس", "مارس", 0);
	block = finish(w, &size);
	assert_true(an_store_verify(block, size));
	assert_true(find(block, "مارس", &entry));
	assert_int_equal(entry.nsenses, 4);
	assert_int_equal(an_record(block, entry.senses[0])->kind, AN_KIND_STOP);
	assert_int_equal(an_record(block, entry.senses[1])->kind, AN_KIND_WORD);
	assert_int_equal(an_record(block, entry.senses[2])->kind, AN_KIND_MONTH);
	assert_int_equal(an_record(block, entry.senses[3])->kind, AN_KIND_MONTH);
	r = an_store_sense(block, "مارس", strlen("مارس"), AN_KIND_MONTH);
	assert_non_null(r);
	assert_string_equal(an_string(block, r->name), "مارس");
	assert_null(an_store_sense(block, "مارس", strlen("مارس"), AN_KIND_PLACE));
	free(block);
}

static void
months_of_two_words(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);

	(void) state;
	assert_true(month_start(block, "تشرين"));
	assert_true(month_start(block, "بتشرين"));
	assert_true(month_start(block, "وبتشرين"));
	assert_false(month_start(block, "مارس"));
	assert_false(month_start(block, "كاس"));
	assert_false(month_start(block, ""));
	free(block);
}

static void
hijri_in_bounds(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);
	int32_t day = -1;

	(void) state;
	assert_true(an_store_hijri(block, 1300, 1, &day));
	assert_int_equal(day, 0);
	assert_true(an_store_hijri(block, 1300, 2, &day));
	assert_int_equal(day, 30);
	assert_true(an_store_hijri(block, 1600, 12, &day));
	assert_false(an_store_hijri(block, 1299, 12, &day));
	assert_false(an_store_hijri(block, 1601, 1, &day));
	assert_false(an_store_hijri(block, 1444, 0, &day));
	assert_false(an_store_hijri(block, 1444, 13, &day));
	assert_false(an_store_hijri(block, -2147483647, 1, &day));
	assert_false(an_store_hijri(block, 2147483647, 12, &day));
	free(block);
}

/* 100 000 phrases: all found, none that was not added. */
static void
many_phrases(void **state)
{
	const int n = 100000;
	AnBlockWriter *w = an_block_new();
	AnBlock *block;
	AnBlockCounts counts;
	AnEntry entry;
	size_t size;
	char key[32];
	int i;

	(void) state;
	add_months(w);
	for (i = 0; i < n; i++)
	{
		snprintf(key, sizeof(key), "k%d", i);
		add(w, AN_KIND_WORD, key, key, AN_POS_NOUN);
	}
	an_block_counts(w, &counts);
	assert_int_equal(counts.phrases, n);
	assert_int_equal(counts.records, n);
	block = finish(w, &size);
	assert_true(an_store_verify(block, size));
	assert_true(block->nentries * 10.0 <= block->nslots * 7.0);
	for (i = 0; i < 2 * n; i++)
	{
		snprintf(key, sizeof(key), "k%d", i);
		assert_int_equal(find(block, key, &entry), i < n);
		if (i < n)
		{
			const AnRecord *r = an_record(block, entry.senses[0]);

			assert_string_equal(an_string(block, r->name), key);
		}
	}
	free(block);
}

static void
keys_too_long(void **state)
{
	AnBlockWriter *w = an_block_new();
	AnRecord r = record(w, AN_KIND_WORD, "x", 0);
	uint32_t number = an_block_record(w, &r);
	char *key = malloc(70000);

	(void) state;
	memset(key, 'a', 70000);
	assert_false(an_block_add(w, key, 70000, number, 1));
	assert_false(an_block_add(w, key, 65535, number, 1));
	assert_false(an_block_add(w, key, 0, number, 1));
	assert_true(an_block_add(w, key, 65534, number, 1));
	free(key);
	an_block_free(w);
}

/* The same additions make the same bytes; other ones another version. */
static void
same_bytes(void **state)
{
	size_t size_a;
	size_t size_b;
	AnBlock *a = finish(few(), &size_a);
	AnBlock *b = finish(few(), &size_b);
	AnBlockWriter *w = few();

	(void) state;
	assert_int_equal(size_a, size_b);
	assert_memory_equal(a, b, size_a);
	free(b);
	add(w, AN_KIND_COUNTRY, "تونس", "تونس", 0);
	b = finish(w, &size_b);
	assert_int_not_equal(an_store_data_version(a), an_store_data_version(b));
	free(a);
	free(b);
}

static void
empty_block(void **state)
{
	AnBlockWriter *w = an_block_new();
	AnBlock *block;
	AnEntry entry;
	size_t size;

	(void) state;
	add_months(w);
	block = finish(w, &size);
	assert_true(an_store_verify(block, size));
	assert_false(find(block, "مصر", &entry));
	free(block);
}

/* ---- Damage ---- */

static void
every_bit_is_checked(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);
	unsigned char *bytes = (unsigned char *) block;
	size_t i;

	(void) state;
	/* each byte of the header, and every 41st of the rest */
	for (i = 0; i < size; i += i < sizeof(AnBlock) ? 1 : 41)
	{
		bytes[i] ^= (unsigned char) (1 << i % 8);
		assert_false(an_store_verify(block, size));
		bytes[i] ^= (unsigned char) (1 << i % 8);
	}
	assert_true(an_store_verify(block, size));
	assert_false(an_store_verify(block, size - 1));
	assert_false(an_store_verify(block, size + 1));
	assert_false(an_store_verify(block, 0));
	assert_false(an_store_valid(block, sizeof(AnBlock) - 1));
	free(block);
}

static void
other_blocks_are_refused(void **state)
{
	size_t size;
	AnBlock *block = finish(few(), &size);
	AnBlock saved = *block;

	(void) state;
	block->layout++;
	assert_false(an_store_valid(block, size));
	*block = saved;
	block->endian = 0x04030201;
	assert_false(an_store_valid(block, size));
	*block = saved;
	block->magic[0]++;
	assert_false(an_store_valid(block, size));
	*block = saved;
	block->size--;
	assert_false(an_store_valid(block, size));
	*block = saved;
	assert_true(an_store_valid(block, size));
	free(block);
}

/*
 * Members of the header that point outside, with the right checksum: a check
 * of bounds must say no, each time.
 */
static void
bounds_are_checked(void **state)
{
	static const size_t members[] = {
		offsetof(AnBlock, slots),   offsetof(AnBlock, nslots),
		offsetof(AnBlock, entries), offsetof(AnBlock, nentries),
		offsetof(AnBlock, senses),  offsetof(AnBlock, nsenses),
		offsetof(AnBlock, records), offsetof(AnBlock, nrecords),
		offsetof(AnBlock, strings), offsetof(AnBlock, strings_size),
		offsetof(AnBlock, hijri),   offsetof(AnBlock, nhijri)
	};
	static const uint32_t values[] = { 0,          1,          63,
									   0x7fffffff, 0x80000000, 0xffffffc0,
									   0xffffffff };
	size_t size;
	AnBlock *block = finish(few(), &size);
	AnBlock saved = *block;
	size_t i;
	size_t j;

	(void) state;
	for (i = 0; i < sizeof(members) / sizeof(members[0]); i++)
	{
		for (j = 0; j < sizeof(values) / sizeof(values[0]); j++)
		{
			memcpy((char *) block + members[i], &values[j], 4);
			block->checksum = an_store_checksum(block, size);
			assert_false(an_store_verify(block, size));
			*block = saved;
		}
	}
	free(block);
}

/* ---- The block that is linked in ---- */

static void
linked_block_is_whole(void **state)
{
	(void) state;
	assert_true(an_store_valid(an_store(), an_store_linked_size()));
	assert_true(an_store_verify(an_store(), an_store_linked_size()));
	assert_int_equal((uintptr_t) an_store() % AN_BLOCK_ALIGN, 0);
}

/* The record that a spelling has, folded as in a text. */
static const AnRecord *
linked(const char *spelling, AnKind kind)
{
	char key[256];
	size_t len = an_fold(spelling, strlen(spelling), key, sizeof(key));

	return an_store_sense(an_store(), key, len, kind);
}

static void
check_linked(const char *spelling, AnKind kind, const char *name,
			 const char *code)
{
	const AnRecord *r = linked(spelling, kind);

	if (r == NULL)
		fail_msg("%s is not there", spelling);
	assert_string_equal(an_string(an_store(), r->name), name);
	assert_string_equal(r->code, code);
}

static void
linked_facts(void **state)
{
	const AnRecord *r;

	(void) state;
	check_linked("روسيا", AN_KIND_COUNTRY, "روسيا", "RU");
	check_linked("موسكو", AN_KIND_PLACE, "موسكو", "RU");
	check_linked("روسية", AN_KIND_NATIONALITY, "روسي", "RU");
	check_linked("روس", AN_KIND_NATIONALITY, "روسي", "RU");
	check_linked("دينار تونسي", AN_KIND_CURRENCY, "دينار تونسي", "TND");
	check_linked("دينار التونسي", AN_KIND_CURRENCY, "دينار تونسي", "TND");

	r = linked("روسيتين", AN_KIND_NATIONALITY);
	assert_non_null(r);
	assert_int_equal(r->flags, AN_FLAG_FEMININE | AN_FLAG_DUAL);
	r = linked("تشرين الأول", AN_KIND_MONTH);
	assert_non_null(r);
	assert_int_equal(r->value, 10);
	assert_int_equal(r->flags & AN_FLAG_HIJRI, 0);
	r = linked("ذو القعدة", AN_KIND_MONTH);
	assert_non_null(r);
	assert_int_equal(r->value, 11);
	assert_int_equal(r->flags & AN_FLAG_HIJRI, AN_FLAG_HIJRI);
	r = linked("الاثنين", AN_KIND_WEEKDAY);
	assert_non_null(r);
	assert_int_equal(r->value, 1);
	r = linked("نصف", AN_KIND_NUMBER);
	assert_non_null(r);
	assert_int_equal(r->value, 500);
	assert_true(r->flags & AN_FLAG_FRACTION);
}

/*
 * Each first word of a month of several words passes the filter, with
 * proclitics too; of all other words few do.
 */
static void
linked_months_pass_the_filter(void **state)
{
	static const char *const proclitics[] = { "", "و", "ب", "وب", "ول" };
	const AnBlock *block = an_store();
	const AnPhrase *phrase =
		(const void *) ((const char *) block + block->entries);
	int words = 0;
	int passed = 0;
	uint32_t i;
	size_t j;

	(void) state;
	for (i = 0; i < block->nentries; i++)
	{
		const char *key = an_string(block, phrase[i].key);
		const char *space = strchr(key, ' ');
		char word[1024];

		if (space == NULL)
		{
			words++;
			passed += month_start(block, key);
			continue;
		}
		if (an_store_sense(block, key, phrase[i].keylen, AN_KIND_MONTH) ==
			NULL)
			continue;
		for (j = 0; j < sizeof(proclitics) / sizeof(proclitics[0]); j++)
		{
			snprintf(word, sizeof(word), "%s%.*s", proclitics[j],
					 (int) (space - key), key);
			assert_true(month_start(block, word));
		}
	}
	assert_true(passed * 20 < words);
}

/* Every month of the table is ICU's, and some are what calendars print. */
static void
linked_hijri(void **state)
{
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar =
		ucal_open(u"Etc/UTC", -1, "ar_SA@calendar=islamic-umalqura",
				  UCAL_DEFAULT, &status);
	int32_t day;
	int year;
	int month;

	(void) state;
	for (year = AN_HIJRI_FIRST; year <= AN_HIJRI_LAST; year++)
	{
		for (month = 1; month <= 12; month++)
		{
			ucal_clear(calendar);
			ucal_setDateTime(calendar, year, month - 1, 1, 0, 0, 0, &status);
			assert_true(an_store_hijri(an_store(), year, month, &day));
			assert_true(ucal_getMillis(calendar, &status) ==
						(double) day * 86400000.0);
		}
	}
	assert_true(U_SUCCESS(status));
	ucal_close(calendar);

	assert_true(an_store_hijri(an_store(), 1445, 1, &day));
	assert_int_equal(day, 19557); /* 2023-07-19 */
	assert_true(an_store_hijri(an_store(), 1444, 9, &day));
	assert_int_equal(day, 19439); /* 2023-03-23 */
	assert_true(an_store_hijri(an_store(), 1442, 12, &day));
	assert_int_equal(day, 18819); /* 2021-07-11 */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_was_added),
		cmocka_unit_test(beginnings_of_phrases),
		cmocka_unit_test(senses_by_kind),
		cmocka_unit_test(months_of_two_words),
		cmocka_unit_test(hijri_in_bounds),
		cmocka_unit_test(many_phrases),
		cmocka_unit_test(keys_too_long),
		cmocka_unit_test(same_bytes),
		cmocka_unit_test(empty_block),
		cmocka_unit_test(every_bit_is_checked),
		cmocka_unit_test(other_blocks_are_refused),
		cmocka_unit_test(bounds_are_checked),
		cmocka_unit_test(linked_block_is_whole),
		cmocka_unit_test(linked_facts),
		cmocka_unit_test(linked_months_pass_the_filter),
		cmocka_unit_test(linked_hijri),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
