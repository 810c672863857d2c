/*
 * gen_unicode.c
 *	  Prints the tables of src/text/tables.h as C, from ICU's data.
 *
 * Usage: gen_unicode > unicode_tables.h
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/uversion.h>

#include "text/tables.h"

#define CODE_POINTS 0x110000
#define TRIE_LEAF 64
#define TRIE_MID 64
#define POOL_MAX (0x10000 - AN_NORM_POOL)
#define PAIRS_MAX 4096

static const UNormalizer2 *nfc;
static const UNormalizer2 *nfkc;
static const UNormalizer2 *nfkd;

static uint16_t classes[CODE_POINTS];
static uint16_t norms[CODE_POINTS];
static uint16_t pool[POOL_MAX];
static uint32_t pool_len;
static AnPair pairs[PAIRS_MAX];
static uint32_t pair_count;
static bool composes_back[CODE_POINTS];

static void
fail(const char *what, uint32_t cp)
{
	fprintf(stderr, "gen_unicode: %s (U+%04X)\n", what, (unsigned) cp);
	exit(EXIT_FAILURE);
}

/* ---- Classes ---- */

static bool
is_arabic(uint32_t cp)
{
	return uscript_hasScript((UChar32) cp, USCRIPT_ARABIC);
}

static bool
is_removed(uint32_t cp)
{
	return cp == AN_TATWEEL ||
		   u_hasBinaryProperty((UChar32) cp,
							   UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static AnClass
class_of(uint32_t cp)
{
	uint32_t category = U_GET_GC_MASK((UChar32) cp);

	if (cp == AN_TATWEEL)
		return AN_CLASS_TATWEEL;
	if (is_removed(cp))
		return AN_CLASS_IGNORABLE;
	if (category & U_GC_M_MASK)
		return AN_CLASS_MARK;
	if (category & U_GC_L_MASK)
	{
		if (cp < 0x80)
			return AN_CLASS_ASCII;
		return is_arabic(cp) ? AN_CLASS_ARABIC : AN_CLASS_LETTER;
	}
	if (category & U_GC_N_MASK)
	{
		if (cp < 0x80 || (cp >= 0x0660 && cp <= 0x0669) ||
			(cp >= 0x06F0 && cp <= 0x06F9))
			return AN_CLASS_DIGIT;
		return AN_CLASS_NUMBER;
	}
	return AN_CLASS_OTHER;
}

/* ---- Normalization ---- */

static int32_t
normalize_one(const UNormalizer2 *form, uint32_t cp, UChar *out, int32_t size)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar source[2];
	int32_t source_len = 0;
	int32_t len;

	U16_APPEND_UNSAFE(source, source_len, cp);
	len = unorm2_normalize(form, source, source_len, out, size, &error);
	if (U_FAILURE(error))
		fail(u_errorName(error), cp);
	return len;
}

static bool
is_one(const UChar *text, int32_t len, uint32_t cp)
{
	int32_t i = 0;
	UChar32 c;

	U16_NEXT(text, i, len, c);
	return i == len && (uint32_t) c == cp;
}

static int
compare_pairs(const void *a, const void *b)
{
	const AnPair *x = a;
	const AnPair *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->second < y->second ? -1 : x->second > y->second;
}

static void
collect_pairs(void)
{
	uint32_t cp;

	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		UErrorCode error = U_ZERO_ERROR;
		UChar raw[8];
		UChar32 first;
		UChar32 second;
		int32_t i = 0;
		int32_t len;

		if (cp >= 0xAC00 && cp <= 0xD7A3)
			continue;
		len = unorm2_getRawDecomposition(nfc, (UChar32) cp, raw, 8, &error);
		if (U_FAILURE(error))
			fail(u_errorName(error), cp);
		if (len < 0)
			continue;
		U16_NEXT(raw, i, len, first);
		if (i == len)
			continue;
		U16_NEXT(raw, i, len, second);
		if (i != len)
			fail("canonical decomposition of more than two", cp);
		if (unorm2_composePair(nfc, first, second) != (UChar32) cp)
			continue; /* excluded from composition */
		if (pair_count == PAIRS_MAX)
			fail("too many pairs", cp);
		pairs[pair_count].first = (uint32_t) first;
		pairs[pair_count].second = (uint32_t) second;
		pairs[pair_count].composed = cp;
		pair_count++;
		composes_back[second] = true;
	}
	for (cp = 0x1161; cp <= 0x1175; cp++)
		composes_back[cp] = true;
	for (cp = 0x11A8; cp <= 0x11C2; cp++)
		composes_back[cp] = true;
	qsort(pairs, pair_count, sizeof(AnPair), compare_pairs);
}

/* Gives the index of a pool entry, an old one where it has the same content. */
static uint32_t
pool_entry(uint16_t head, const UChar *text, int32_t len, uint32_t cp)
{
	uint32_t i;

	for (i = 0; i < pool_len; i += 1 + (pool[i] & AN_POOL_LEN))
	{
		if (pool[i] == head &&
			memcmp(pool + i + 1, text, (size_t) len * sizeof(UChar)) == 0)
			return i;
	}
	if (pool_len + 1 + (uint32_t) len > POOL_MAX)
		fail("pool of decompositions is full", cp);
	pool[pool_len++] = head;
	memcpy(pool + pool_len, text, (size_t) len * sizeof(UChar));
	pool_len += (uint32_t) len;
	return i;
}

static uint16_t
norm_of(uint32_t cp)
{
	UChar composed[AN_POOL_LEN];
	UChar decomposed[AN_POOL_LEN];
	int32_t composed_len;
	int32_t decomposed_len;
	uint32_t ccc = unorm2_getCombiningClass(nfc, (UChar32) cp);
	UChar32 first;
	int32_t i = 0;
	bool keep;

	if (U_IS_SURROGATE(cp))
		return 0;
	if (is_removed(cp))
		return AN_NORM_REMOVED;
	if (cp >= 0xAC00 && cp <= 0xD7A3)
		return AN_NORM_HANGUL;

	composed_len = normalize_one(nfkc, cp, composed, AN_POOL_LEN);
	decomposed_len = normalize_one(nfkd, cp, decomposed, AN_POOL_LEN);
	if (is_one(decomposed, decomposed_len, cp))
	{
		if (ccc != 0)
			return (uint16_t) (AN_NORM_MARK + 4 * ccc +
							   (composes_back[cp] ? AN_NORM_BACK : 0) +
							   (is_arabic(cp) ? AN_NORM_ARABIC : 0));
		return composes_back[cp] ? AN_NORM_STARTER : 0;
	}

	/*
	 * A composed character is left alone unless what stands before it may
	 * compose with its first part (Tulu-Tigalari, from Unicode 16 on).
	 */
	U16_NEXT(decomposed, i, decomposed_len, first);
	keep = is_one(composed, composed_len, cp) && ccc == 0 &&
		   !composes_back[cp] && !composes_back[first] &&
		   unorm2_getCombiningClass(nfc, first) == 0;
	return (uint16_t) (AN_NORM_POOL +
					   pool_entry((uint16_t) (decomposed_len +
											  (keep ? AN_POOL_KEEP : 0)),
								  decomposed, decomposed_len, cp));
}

/* ---- The quick table ---- */

static uint32_t
fold(uint32_t cp, AnLevel level)
{
	uint32_t folded = cp;

	/* A later entry is of a higher level: the last that applies counts. */
#define FOLD(from, to, at)             \
	if (cp == (from) && level >= (at)) \
		folded = (to);
	AN_FOLDINGS(FOLD)
#undef FOLD
	return folded;
}

static uint16_t
quick_of(uint32_t cp, AnLevel level)
{
	uint16_t norm = norms[cp];

	if (cp < 0x80)
		return AN_QUICK_SLOW;
	if (norm == AN_NORM_REMOVED)
		return AN_QUICK_DROP;
	if (norm >= AN_NORM_MARK && norm < AN_NORM_POOL)
	{
		if (!(norm & AN_NORM_ARABIC) || (norm & AN_NORM_BACK))
			return AN_QUICK_SLOW;
		if (level >= AN_ORTHOGRAPHY)
			return AN_QUICK_DROP;
		return (uint16_t) (AN_QUICK_MARK | (norm - AN_NORM_MARK) / 4);
	}
	if (norm != 0 &&
		!(norm >= AN_NORM_POOL && (pool[norm - AN_NORM_POOL] & AN_POOL_KEEP)))
		return AN_QUICK_SLOW;
	if (level == AN_SEARCH)
	{
		if (classes[cp] == AN_CLASS_DIGIT)
			return (uint16_t) (AN_QUICK_DIGIT |
							   ('0' + u_charDigitValue((UChar32) cp)));
		if (cp == AN_ALEF_MAKSURA)
			return AN_QUICK_MAKSURA | AN_ALEF_MAKSURA;
		if (cp == AN_HIGH_HAMZA)
			return AN_QUICK_SLOW;
	}
	return (uint16_t) fold(cp, level);
}

/* ---- Printing ---- */

static void
print_array(const char *type, const char *name, const uint16_t *values,
			uint32_t count)
{
	uint32_t i;

	printf("const %s %s[%u] = {", type, name, (unsigned) count);
	for (i = 0; i < count; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", values[i]);
	printf("\n};\n\n");
}

/*
 * Finds block (of size values) among the count blocks of store, or adds it;
 * gives its number.
 */
static uint32_t
store_block(uint16_t *store, uint32_t *count, const uint16_t *block,
			uint32_t size)
{
	uint32_t i;

	for (i = 0; i < *count; i++)
	{
		if (memcmp(store + i * size, block, size * sizeof(uint16_t)) == 0)
			return i;
	}
	memcpy(store + i * size, block, size * sizeof(uint16_t));
	(*count)++;
	return i;
}

static void
print_trie(const char *name, const char *leaf_type, const uint16_t *values)
{
	static uint16_t leaves[CODE_POINTS];
	static uint16_t mids[CODE_POINTS / TRIE_LEAF];
	static uint16_t tops[CODE_POINTS / TRIE_LEAF / TRIE_MID];
	uint32_t leaf_count = 0;
	uint32_t mid_count = 0;
	uint32_t top_count = 0;
	char full_name[64];
	uint32_t cp = 0;

	while (cp < CODE_POINTS)
	{
		uint16_t mid[TRIE_MID];
		uint32_t i;

		for (i = 0; i < TRIE_MID; i++, cp += TRIE_LEAF)
			mid[i] = (uint16_t) store_block(leaves, &leaf_count, values + cp,
											TRIE_LEAF);
		tops[top_count++] =
			(uint16_t) store_block(mids, &mid_count, mid, TRIE_MID);
	}
	if (mid_count > 256)
		fail("trie too large", 0);

	snprintf(full_name, sizeof(full_name), "%s_top", name);
	print_array("uint8_t", full_name, tops, top_count);
	snprintf(full_name, sizeof(full_name), "%s_mid", name);
	print_array("uint16_t", full_name, mids, mid_count * TRIE_MID);
	snprintf(full_name, sizeof(full_name), "%s_leaf", name);
	print_array(leaf_type, full_name, leaves, leaf_count * TRIE_LEAF);
}

static void
print_pairs(void)
{
	uint32_t i;

	printf("const AnPair an_pairs[%u] = {\n", (unsigned) pair_count);
	for (i = 0; i < pair_count; i++)
		printf("\t{0x%04X, 0x%04X, 0x%04X},\n", (unsigned) pairs[i].first,
			   (unsigned) pairs[i].second, (unsigned) pairs[i].composed);
	printf("};\n\nconst uint32_t an_pair_count = %u;\n\n",
		   (unsigned) pair_count);
}

/*
 * Upper case letters mostly come in a row, or alternate with lower case:
 * both make one range.
 */
static void
print_lower(void)
{
	uint32_t count = 0;
	uint32_t cp = 0x80;

	printf("const AnLowerRange an_lower_ranges[] = {\n");
	while (cp < CODE_POINTS)
	{
		int32_t delta = (int32_t) u_tolower((UChar32) cp) - (int32_t) cp;
		uint32_t last = cp;
		uint32_t step = 1;

		if (delta != 0)
		{
			/* an alternating range has the next-but-one, not the next */
			if (u_tolower((UChar32) (cp + 1)) - (UChar32) (cp + 1) != delta)
				step = 2;
			while (last + step < CODE_POINTS &&
				   u_tolower((UChar32) (last + step)) -
						   (UChar32) (last + step) ==
					   delta &&
				   (step == 1 ||
					u_tolower((UChar32) (last + 1)) == (UChar32) (last + 1)))
				last += step;
			printf("\t{0x%04X, 0x%04X, %d, %u},\n", (unsigned) cp,
				   (unsigned) last, (int) delta, (unsigned) step);
			count++;
		}
		cp = last + 1;
	}
	printf("};\n\nconst uint32_t an_lower_count = %u;\n\n", (unsigned) count);
}

static void
print_quick(void)
{
	int level;
	uint32_t cp;

	printf("const uint16_t an_quick[3][0x800] = {\n");
	for (level = AN_UNICODE; level <= AN_SEARCH; level++)
	{
		printf("\t{");
		for (cp = 0; cp < 0x800; cp++)
			printf("%s0x%04X,", cp % 12 == 0 ? "\n\t\t" : " ",
				   quick_of(cp, (AnLevel) level));
		printf("\n\t},\n");
	}
	printf("};\n");
}

int
main(void)
{
	UErrorCode error = U_ZERO_ERROR;
	UVersionInfo version;
	char version_text[U_MAX_VERSION_STRING_LENGTH];
	uint32_t cp;

	nfc = unorm2_getNFCInstance(&error);
	nfkc = unorm2_getNFKCInstance(&error);
	nfkd = unorm2_getNFKDInstance(&error);
	if (U_FAILURE(error))
		fail(u_errorName(error), 0);

	collect_pairs();
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		classes[cp] = (uint16_t) class_of(cp);
		norms[cp] = norm_of(cp);
	}

	u_getUnicodeVersion(version);
	u_versionToString(version, version_text);
	printf("/* Unicode %s; printed by gen_unicode.c, do not edit. */\n\n",
		   version_text);
	print_trie("an_class", "uint8_t", classes);
	print_trie("an_norm", "uint16_t", norms);
	print_array("uint16_t", "an_norm_pool", pool, pool_len);
	print_pairs();
	print_lower();
	print_quick();

	if (fflush(stdout) != 0 || ferror(stdout))
	{
		perror("gen_unicode");
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}
