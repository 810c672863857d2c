/*
 * normalize_test.c
 *	  src/text/normalize.c, compose.c and fold.c against plain definitions of
 *	  the three levels, in terms of ICU's NFKC and NFC.
 *
 * If the environment names a file in UNICODE_NORMALIZATION_TSV, its rows
 * (source, NFC, NFD, NFKC, NFKD in hexadecimal, as in Unicode's
 * NormalizationTest.txt) are checked; else as many made here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "text/text.h"

#define CODE_POINTS 0x110000
#define RANDOM_STRINGS 200000
#define TEXT_MAX 1024 /* code points of a reference text */

/* ---- An arena, and a poll that can say stop ---- */

typedef struct Chunk
{
	struct Chunk *next;
	max_align_t data[];
} Chunk;

typedef struct TestEnv
{
	AnEnv env; /* first */
	Chunk *chunks;
	size_t allocated;
	size_t allocations;
	size_t polls;
	size_t stop_at; /* cancel at this poll; 0: never */
} TestEnv;

static void *
test_alloc(AnEnv *env, size_t size)
{
	TestEnv *test = (TestEnv *) env;
	Chunk *chunk = malloc(sizeof(Chunk) + size);

	if (chunk == NULL)
		abort();
	chunk->next = test->chunks;
	test->chunks = chunk;
	test->allocated += size;
	test->allocations++;
	return chunk->data;
}

static bool
test_poll(AnEnv *env)
{
	TestEnv *test = (TestEnv *) env;

	test->polls++;
	return test->polls == test->stop_at;
}

static TestEnv
new_env(void)
{
	TestEnv test = { .env = { test_alloc, test_poll } };

	return test;
}

static void
free_env(TestEnv *test)
{
	while (test->chunks != NULL)
	{
		Chunk *next = test->chunks->next;

		free(test->chunks);
		test->chunks = next;
	}
	*test = new_env();
}

/* ---- Texts of code points ---- */

typedef struct Text
{
	UChar32 cp[TEXT_MAX];
	int len;
} Text;

static size_t
to_utf8(const Text *text, char *out)
{
	size_t len = 0;
	int i;

	for (i = 0; i < text->len; i++)
		len += (size_t) an_utf8_encode((uint32_t) text->cp[i], out + len);
	return len;
}

static void
append(Text *text, uint32_t cp)
{
	assert_true(text->len < TEXT_MAX);
	text->cp[text->len++] = (UChar32) cp;
}

/* The words of space-separated hexadecimal. */
static Text
from_hex(const char *hex)
{
	Text text = { .len = 0 };
	char *next;

	for (;;)
	{
		unsigned long cp = strtoul(hex, &next, 16);

		if (next == hex)
			return text;
		append(&text, (uint32_t) cp);
		hex = next;
	}
}

static const char *
show(const Text *text)
{
	static char buffer[2][TEXT_MAX * 8];
	static int turn;
	char *out = buffer[turn ^= 1];
	int used = 0;
	int i;

	out[0] = '\0';
	for (i = 0; i < text->len && i < 100; i++)
		used += sprintf(out + used, "%04X ", (unsigned) text->cp[i]);
	return out;
}

/* ---- What the levels mean ---- */

static const UNormalizer2 *nfc;
static const UNormalizer2 *nfkc;

static void
icu_normalize(const UNormalizer2 *form, Text *text)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar source[TEXT_MAX * 2];
	UChar result[TEXT_MAX * 2];
	int32_t len;

	u_strFromUTF32(source, TEXT_MAX * 2, &len, text->cp, text->len, &error);
	len = unorm2_normalize(form, source, len, result, TEXT_MAX * 2, &error);
	u_strToUTF32(text->cp, TEXT_MAX, &text->len, result, len, &error);
	assert_true(U_SUCCESS(error));
}

static void
remove_if(Text *text, bool (*out)(UChar32))
{
	int kept = 0;
	int i;

	for (i = 0; i < text->len; i++)
	{
		if (!out(text->cp[i]))
			text->cp[kept++] = text->cp[i];
	}
	text->len = kept;
}

static bool
is_invisible(UChar32 c)
{
	return c == 0x0640 ||
		   u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static bool
is_arabic_mark(UChar32 c)
{
	return u_charType(c) == U_NON_SPACING_MARK &&
		   u_getCombiningClass(c) != 0 && uscript_hasScript(c, USCRIPT_ARABIC);
}

static void
map_text(Text *text, const UChar32 (*map)[2], size_t count)
{
	int i;
	size_t j;

	for (i = 0; i < text->len; i++)
	{
		for (j = 0; j < count; j++)
		{
			if (map[j][0] == text->cp[i])
			{
				text->cp[i] = map[j][1];
				break;
			}
		}
	}
}

static bool
is_final(const Text *text, int i)
{
	for (i++; i < text->len; i++)
	{
		switch (an_class((uint32_t) text->cp[i]))
		{
			case AN_CLASS_MARK:
				continue;
			case AN_CLASS_ARABIC:
				return false;
			default:
				return true;
		}
	}
	return true;
}

static Text
expected(const Text *source, AnLevel level)
{
	static const UChar32 look_alikes[][2] = {
		{ 0x06A9, 0x0643 }, { 0x06AA, 0x0643 }, { 0x06CC, 0x064A },
		{ 0x06CD, 0x064A }, { 0x06D0, 0x064A }, { 0x06D2, 0x064A },
		{ 0x06D3, 0x064A }, { 0x06BE, 0x0647 }, { 0x06C0, 0x0647 },
		{ 0x06C1, 0x0647 }, { 0x06C2, 0x0647 }, { 0x06D5, 0x0647 },
		{ 0x06C3, 0x0629 }
	};
	static const UChar32 folded[][2] = {
		{ 0x0622, 0x0627 }, { 0x0623, 0x0627 }, { 0x0625, 0x0627 },
		{ 0x0671, 0x0627 }, { 0x0672, 0x0627 }, { 0x0673, 0x0627 },
		{ 0x0629, 0x0647 }
	};
	Text text = *source;
	int kept = 0;
	int i;

	icu_normalize(nfkc, &text);
	remove_if(&text, is_invisible);
	icu_normalize(nfc, &text);
	if (level == AN_UNICODE)
		return text;

	remove_if(&text, is_arabic_mark);
	icu_normalize(nfc, &text);
	map_text(&text, look_alikes, sizeof(look_alikes) / sizeof(look_alikes[0]));
	if (level == AN_ORTHOGRAPHY)
		return text;

	map_text(&text, folded, sizeof(folded) / sizeof(folded[0]));
	for (i = 0; i < text.len; i++)
	{
		UChar32 c = text.cp[i];

		if (an_digit((uint32_t) c) >= 0)
			c = '0' + an_digit((uint32_t) c);
		else if (c == 0x0649 && is_final(&text, i))
			c = 0x064A;
		else if (c == 0x0674 && kept > 0 && text.cp[kept - 1] == 0x0627)
			continue;
		text.cp[kept++] = c;
	}
	text.len = kept;
	return text;
}

static Text
expected_fold(const Text *source)
{
	Text text = expected(source, AN_SEARCH);
	int i;

	for (i = 0; i < text.len; i++)
		text.cp[i] = u_tolower(text.cp[i]);
	return expected(&text, AN_SEARCH);
}

/* ---- Checks ---- */

static AnNormalized
normalize(TestEnv *test, const char *src, size_t len, AnLevel level)
{
	AnNormalized result;

	assert_int_equal(an_normalize(&test->env, src, len, level, true, &result),
					 AN_OK);
	return result;
}

/*
 * The map: one entry a byte, non-decreasing, the same within a character, at
 * the beginning of a source character; nothing before the first of them.
 */
static void
check_map(const char *src, size_t len, const AnNormalized *result)
{
	size_t i;

	if (!result->changed)
	{
		assert_null(result->map);
		assert_ptr_equal(result->str, src);
		assert_int_equal(result->len, len);
		return;
	}
	assert_non_null(result->map);
	assert_int_equal(result->map[result->len], len);
	for (i = 0; i < result->len; i++)
	{
		bool trail = ((unsigned char) result->str[i] & 0xC0) == 0x80;
		uint32_t at = result->map[i];

		assert_true(at < len);
		assert_true(result->map[i + 1] >= at);
		if (trail)
			assert_int_equal(at, result->map[i - 1]);
	}
}

static void
check_level(TestEnv *test, const Text *source, AnLevel level)
{
	Text wanted = expected(source, level);
	char src[TEXT_MAX * 4];
	char want[TEXT_MAX * 4];
	size_t len = to_utf8(source, src);
	size_t want_len = to_utf8(&wanted, want);
	AnNormalized once = normalize(test, src, len, level);
	AnNormalized twice;

	if (once.len != want_len || memcmp(once.str, want, want_len) != 0)
		fail_msg("level %d of %s: not %s", level, show(source), show(&wanted));
	if (once.changed != (len != want_len || memcmp(src, want, len) != 0))
		fail_msg("level %d of %s: changed is %d", level, show(source),
				 once.changed);
	check_map(src, len, &once);

	twice = normalize(test, once.str, once.len, level);
	if (twice.changed)
		fail_msg("level %d of %s: not idempotent", level, show(source));
}

static void
check_fold(const Text *source)
{
	Text wanted = expected_fold(source);
	char src[TEXT_MAX * 4];
	char want[TEXT_MAX * 4];
	char dst[AN_FOLD_MAX(TEXT_MAX * 4)];
	size_t len = to_utf8(source, src);
	size_t want_len = to_utf8(&wanted, want);

	if (an_fold(src, len, dst, AN_FOLD_MAX(len)) != want_len ||
		memcmp(dst, want, want_len) != 0)
		fail_msg("fold of %s: not %s", show(source), show(&wanted));

	/* exact room is room enough, less is not */
	if (an_fold(src, len, dst, want_len) != want_len)
		fail_msg("fold of %s does not fit %zu", show(source), want_len);
	if (want_len > 0 && an_fold(src, len, dst, want_len - 1) != 0)
		fail_msg("fold of %s fits %zu", show(source), want_len - 1);
}

static void
check(TestEnv *test, const Text *source)
{
	check_level(test, source, AN_UNICODE);
	check_level(test, source, AN_ORTHOGRAPHY);
	check_level(test, source, AN_SEARCH);
	check_fold(source);
}

/* ---- Tests ---- */

static int
set_up(void **state)
{
	UErrorCode error = U_ZERO_ERROR;

	(void) state;
	nfc = unorm2_getNFCInstance(&error);
	nfkc = unorm2_getNFKCInstance(&error);
	return U_FAILURE(error);
}

static void
every_code_point(void **state)
{
	TestEnv test = new_env();
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		Text alone = { .len = 0 };
		Text between = { .len = 0 };
		int i;

		if (U_IS_SURROGATE(cp))
			continue;
		append(&alone, cp);
		check(&test, &alone);

		/* and far enough from the end for the quick loops */
		append(&between, 0x0628);
		append(&between, cp);
		for (i = 0; i < 4; i++)
			append(&between, 0x0646);
		check(&test, &between);
		if (cp % 64 == 0)
			free_env(&test);
	}
	free_env(&test);
}

static uint64_t
next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed >> 11;
}

static uint32_t
random_code_point(uint64_t *seed)
{
	static const uint32_t picks[] = {
		' ',    '5',    'e',    'J',    'I',     's',     0x00E9,  0x0130,
		0x01F0, 0x030C, 0x0301, 0x0323, 0x0307,  0x0344,  0x0345,  0x034F,
		0x1E9B, 0x03A9, 0x212B, 0x1F80, 0x0622,  0x0623,  0x0627,  0x0627,
		0x0648, 0x064A, 0x0649, 0x0649, 0x0649,  0x0629,  0x0640,  0x0640,
		0x064B, 0x064E, 0x0651, 0x0651, 0x0653,  0x0654,  0x0654,  0x0655,
		0x0655, 0x0656, 0x0657, 0x0670, 0x0674,  0x0675,  0x0677,  0x06C0,
		0x06C1, 0x06CC, 0x06D2, 0x06D5, 0x06DC,  0x06E3,  0x08D3,  0x08F0,
		0x0660, 0x06F9, 0x200C, 0x200D, 0x200F,  0x202B,  0xFEFF,  0xFE0F,
		0x00A0, 0x00AD, 0x2026, 0x1100, 0x1161,  0x11A8,  0xAC00,  0xAC01,
		0x115F, 0x3164, 0x0489, 0x09C7, 0x09BE,  0x0DD9,  0x0DCF,  0x0DCA,
		0x0B47, 0x0B57, 0x0F71, 0x0F73, 0x1D15E, 0x1D165, 0x2FA1D, 0x20000,
		0xFFFD, 0x05D0, 0x05B7, 0x05B0
	};

	switch (next_random(seed) % 8)
	{
		case 0:
			return 0x0620 + (uint32_t) (next_random(seed) % 0x2B);
		case 1:
			return 0x064B + (uint32_t) (next_random(seed) % 0x15);
		case 2:
			return 0x0600 + (uint32_t) (next_random(seed) % 0x100);
		case 3:
			return 0xFB50 + (uint32_t) (next_random(seed) % 0x2B0);
		case 4:
			return 0xFE70 + (uint32_t) (next_random(seed) % 0x90);
		case 5:
			return 0x0300 + (uint32_t) (next_random(seed) % 0x70);
		default:
			return picks[next_random(seed) %
						 (sizeof(picks) / sizeof(picks[0]))];
	}
}

static void
random_strings(void **state)
{
	TestEnv test = new_env();
	uint64_t seed = UINT64_C(20221015);
	int i;

	(void) state;
	for (i = 0; i < RANDOM_STRINGS; i++)
	{
		Text text = { .len = 0 };
		int len = 1 + (int) (next_random(&seed) % 20);

		while (text.len < len)
			append(&text, random_code_point(&seed));
		check(&test, &text);
		if (i % 64 == 0)
			free_env(&test);
	}
	free_env(&test);
}

/* Every Arabic letter with each pair of some marks. */
static void
check_made_lines(TestEnv *test)
{
	static const uint32_t marks[] = { 0x064B, 0x0651, 0x0653,
									  0x0654, 0x0655, 0x06E3 };
	const size_t count = sizeof(marks) / sizeof(marks[0]);
	uint32_t cp;
	size_t i;

	for (cp = 0x0600; cp < 0x0900; cp++)
	{
		for (i = 0; i < count * count; i++)
		{
			Text text = { .len = 0 };

			append(&text, cp);
			append(&text, marks[i % count]);
			append(&text, marks[i / count]);
			check(test, &text);
		}
		free_env(test);
	}
}

static void
unicode_lines(void **state)
{
	const char *path = getenv("UNICODE_NORMALIZATION_TSV");
	FILE *file = path != NULL ? fopen(path, "r") : NULL;
	TestEnv test = new_env();
	char line[4096];
	int lines = 0;

	(void) state;
	if (file == NULL)
	{
		if (path != NULL)
			fail_msg("cannot read %s", path);
		check_made_lines(&test);
		return;
	}
	while (fgets(line, sizeof(line), file) != NULL)
	{
		char *fields[5];
		char *next = line;
		int count = 0;
		int i;

		while (count < 5 && next != NULL)
		{
			fields[count++] = next;
			next = strchr(next, '\t');
			if (next != NULL)
				*next++ = '\0';
		}
		if (line[0] == '#' || count < 5)
			continue;
		lines++;
		for (i = 0; i < 5; i++)
		{
			Text source = from_hex(fields[i]);
			Text wanted = from_hex(fields[3]);
			Text ours = expected(&source, AN_UNICODE);

			/* the reference first: it must agree with the file */
			remove_if(&wanted, is_invisible);
			icu_normalize(nfc, &wanted);
			assert_int_equal(ours.len, wanted.len);
			assert_memory_equal(ours.cp, wanted.cp,
								(size_t) ours.len * sizeof(UChar32));
			check(&test, &source);
		}
		free_env(&test);
	}
	fclose(file);
	assert_true(lines > 0);
}

typedef struct Example
{
	const char *source;
	const char *wanted[3]; /* NULL: as the level before */
} Example;

static void
words_of_news(void **state)
{
	static const Example examples[] = {
		{ "مُحَمَّدٌ", { "مُحَمَّدٌ", "محمد" } },
		{ "أُكْتُوبَر", { "أُكْتُوبَر", "أكتوبر", "اكتوبر" } },
		{ "الـقـاهـرة", { "القاهرة", NULL, "القاهره" } },
		{ "مستشفى", { "مستشفى", NULL, "مستشفي" } },
		{ "مستشفىً", { "مستشفىً", "مستشفى", "مستشفي" } },
		{ "مستشفى الرئيس", { "مستشفى الرئيس", NULL, "مستشفي الرئيس" } },
		{ "على\xE2\x80\x8F، إلى", { "على، إلى", NULL, "علي، الي" } },
		{ "ىى", { "ىى", NULL, "ىي" } },
		{ "مسىول", { "مسىول", NULL, NULL } },
		{ "مسؤول هيئة", { "مسؤول هيئة", NULL, "مسؤول هيئه" } },
		{ "کردستان ایران", { "کردستان ایران", "كردستان ايران", NULL } },
		{ "٢٠٢٢/١٠/١٥ ۱۲", { "٢٠٢٢/١٠/١٥ ۱۲", NULL, "2022/10/15 12" } },
		{ "ﻻ إﻟﻪ", { "لا إله", NULL, "لا اله" } },
		{ "ﷺ", { "صلى الله عليه وسلم", NULL, "صلي الله عليه وسلم" } },
		{ "آ\xD8\xA7\xD9\x93", { "آآ", NULL, "اا" } },
		{ "\xD8\xA7\xD9\x80\xD9\x94", { "أ", NULL, "ا" } },
		{ "Cafe\xCC\x81\xC2\xA0"
		  "2",
		  { "Café 2", NULL, NULL } },
		{ "وقال…", { "وقال...", NULL, NULL } },
		{ "", { "", NULL, NULL } }
	};
	TestEnv test = new_env();
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
	{
		const Example *example = &examples[i];
		const char *wanted = NULL;
		int level;

		for (level = AN_UNICODE; level <= AN_SEARCH; level++)
		{
			AnNormalized result =
				normalize(&test, example->source, strlen(example->source),
						  (AnLevel) level);

			if (example->wanted[level] != NULL)
				wanted = example->wanted[level];
			if (result.len != strlen(wanted) ||
				memcmp(result.str, wanted, result.len) != 0)
				fail_msg("level %d of %s: %.*s", level, example->source,
						 (int) result.len, result.str);
		}
	}
	free_env(&test);
}

static void
map_of_groups(void **state)
{
	/* meem, shadda, fatha, tatweel, alef, hamza above, lam-alef ligature */
	static const char source[] =
		"\xD9\x85\xD9\x91\xD9\x8E\xD9\x80\xD8\xA7\xD9\x94\xEF\xBB\xBBx";

	/* meem, fatha, shadda, alef with hamza, lam, alef, x */
	static const uint32_t wanted[] = { 0, 0,  2,  2,  2,  2,  8,
									   8, 12, 12, 12, 12, 15, 16 };
	TestEnv test = new_env();
	AnNormalized result =
		normalize(&test, source, sizeof(source) - 1, AN_UNICODE);
	size_t i;

	(void) state;
	assert_int_equal(result.len + 1, sizeof(wanted) / sizeof(wanted[0]));
	for (i = 0; i <= result.len; i++)
		assert_int_equal(result.map[i], wanted[i]);
	free_env(&test);
}

static void
unchanged_text_is_not_copied(void **state)
{
	static const char text[] =
		"قال المتحدث باسم الوزارة يوم الثلاثاء 15 مارس: \"نعم\".";
	TestEnv test = new_env();
	AnNormalized result = normalize(&test, text, sizeof(text) - 1, AN_UNICODE);

	(void) state;
	assert_false(result.changed);
	assert_ptr_equal(result.str, text);
	assert_int_equal(test.allocations, 0);

	/* one allocation for the text, and one for the map if asked for */
	assert_int_equal(an_normalize(&test.env, text, sizeof(text) - 1, AN_SEARCH,
								  false, &result),
					 AN_OK);
	assert_true(result.changed);
	assert_null(result.map);
	assert_int_equal(test.allocations, 1);
	free_env(&test);
}

static void
malformed_bytes(void **state)
{
	static const char text[] = "\xD8\xA8\xFF\xD8\xD8\xA8\xE2\x80\xED\xA0\x80"
							   "a\xC0\xAF\xD8";
	static const char wanted[] =
		"\xD8\xA8\xEF\xBF\xBD\xEF\xBF\xBD\xD8\xA8"
		"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
		"a"
		"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD";
	TestEnv test = new_env();
	int level;

	(void) state;
	for (level = AN_UNICODE; level <= AN_SEARCH; level++)
	{
		AnNormalized result =
			normalize(&test, text, sizeof(text) - 1, (AnLevel) level);
		char dst[AN_FOLD_MAX(sizeof(text))];

		assert_int_equal(result.len, sizeof(wanted) - 1);
		assert_memory_equal(result.str, wanted, result.len);
		check_map(text, sizeof(text) - 1, &result);
		assert_int_equal(an_fold(text, sizeof(text) - 1, dst, sizeof(dst)),
						 sizeof(wanted) - 1);
	}
	free_env(&test);
}

/*
 * Long runs: of marks in the worst order, of what is removed, of letters that
 * must wait to know whether they are final, of what grows elevenfold.  Memory
 * and polls show that the work is linear; quadratic work would not end.
 */
static void
long_runs(void **state)
{
	static const char *const units[] = {
		"\xD9\x91\xD9\x8E", "\xCC\x81\xCC\xA3", "\xCC\x81\xD9\x8E\xD9\x94",
		"\xD9\x80",         "\xE2\x80\x8D",     "\xD9\x89\xCC\x81",
		"\xD9\x89\xD9\x80", "\xEF\xB7\xBA",     "\xFF",
		"\xE1\x85\xA1",     "\xD8\xA7\xD9\xB4"
	};
	const size_t repeats = 300000;
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
	{
		size_t unit = strlen(units[i]);
		size_t len = unit * repeats + 2;
		char *text = malloc(len);
		int level;
		size_t j;

		memcpy(text, "\xD8\xA7", 2);
		for (j = 0; j < repeats; j++)
			memcpy(text + 2 + j * unit, units[i], unit);
		for (level = AN_UNICODE; level <= AN_SEARCH; level++)
		{
			TestEnv test = new_env();
			AnNormalized result = normalize(&test, text, len, (AnLevel) level);

			check_map(text, len, &result);
			assert_true(test.polls >= len / AN_POLL_BYTES);
			assert_true(test.allocated <= 256 * len);
			assert_true(test.allocations < 64);
			assert_false(
				normalize(&test, result.str, result.len, (AnLevel) level)
					.changed);
			free_env(&test);

			/* and it can be stopped at any poll */
			test.stop_at = 2;
			assert_int_equal(an_normalize(&test.env, text, len,
										  (AnLevel) level, true, &result),
							 AN_CANCELLED);
			assert_int_equal(test.polls, 2);
			free_env(&test);
		}
		free(text);
	}
}

/* The quick loops go in pieces: what they meet at a seam must not matter. */
static void
seams(void **state)
{
	static const char *const tails[] = { "\xD9\x91\xD9\x8E", "\xD9\x94",
										 "\xD9\x89\xD9\x8E", "\xD9\x89",
										 "\xD9\x80\xD9\x94", "e\xCC\x81",
										 "\xEF\xB7\xBA",     "\xE2\x80\x8F",
										 "\xD9\xA1" };
	const size_t around = 16;
	char *text = malloc(AN_POLL_BYTES + 64);
	char *shorter = malloc(AN_POLL_BYTES + 64);
	size_t i;

	(void) state;
	for (i = 0; i < 2 * around * (sizeof(tails) / sizeof(tails[0])); i++)
	{
		const char *tail = tails[i / (2 * around)];
		size_t pad = AN_POLL_BYTES - around + i % (2 * around);
		size_t cut = pad - 100;
		size_t len;
		int level;

		/* ends in alef, so that the tail acts on it */
		memset(text, ' ', pad);
		memcpy(text + pad - 2, "\xD8\xA7", 2);
		strcpy(text + pad, tail);
		strcat(text, "\xD8\xA8 abcdefghijkl");
		len = strlen(text);
		memcpy(shorter, text + cut, len - cut);
		for (level = AN_UNICODE; level <= AN_SEARCH; level++)
		{
			TestEnv test = new_env();
			AnNormalized whole = normalize(&test, text, len, (AnLevel) level);
			AnNormalized part =
				normalize(&test, shorter, len - cut, (AnLevel) level);

			check_map(text, len, &whole);
			assert_int_equal(whole.len, part.len + cut);
			assert_memory_equal(whole.str + cut, part.str, part.len);
			free_env(&test);
		}
	}
	free(text);
	free(shorter);
}

static void
fold_long_words(void **state)
{
	char word[AN_TOKEN_MAX];
	char dst[AN_FOLD_MAX(AN_TOKEN_MAX)];
	size_t i;

	(void) state;
	assert_int_equal(an_fold("", 0, dst, sizeof(dst)), 0);
	assert_int_equal(an_fold("\xD9\x80\xD9\x8E", 4, dst, sizeof(dst)), 0);

	/* whatever a token holds, AN_FOLD_MAX is enough */
	for (i = 0; i + 3 <= sizeof(word); i += 3)
		memcpy(word + i, "\xEF\xB7\xBA", 3);
	assert_int_equal(an_fold(word, i, dst, sizeof(dst)), i * 11);
	word[0] = 'x';
	for (i = 1; i + 2 <= sizeof(word); i += 2)
		memcpy(word + i, i % 4 == 1 ? "\xCC\x81" : "\xCC\xA3", 2);
	assert_true(an_fold(word, i, dst, sizeof(dst)) > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_code_point),
										cmocka_unit_test(random_strings),
										cmocka_unit_test(unicode_lines),
										cmocka_unit_test(words_of_news),
										cmocka_unit_test(map_of_groups),
										cmocka_unit_test(
											unchanged_text_is_not_copied),
										cmocka_unit_test(malformed_bytes),
										cmocka_unit_test(long_runs),
										cmocka_unit_test(seams),
										cmocka_unit_test(fold_long_words) };

	return cmocka_run_group_tests(tests, set_up, NULL);
}
