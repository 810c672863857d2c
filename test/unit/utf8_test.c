/*
 * utf8_test.c
 *	  src/text/utf8.c and chars.c: decoding against a table of what is
 *	  well-formed, classes and lower case against ICU over all code points.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/text.h"

#define CODE_POINTS 0x110000

static void
round_trip(void **state)
{
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		char bytes[4];
		uint32_t back;
		int n;
		int cut;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		n = an_utf8_encode(cp, bytes);
		assert_int_equal(n, cp < 0x80      ? 1
							: cp < 0x800   ? 2
							: cp < 0x10000 ? 3
										   : 4);
		assert_int_equal(an_utf8_decode(bytes, bytes + n, &back), n);
		assert_int_equal(back, cp);
		assert_int_equal(an_utf8_length(bytes, (size_t) n), 1);

		/* cut short, each byte is malformed by itself */
		for (cut = 1; cut < n; cut++)
		{
			assert_int_equal(an_utf8_decode(bytes, bytes + cut, &back), 1);
			assert_int_equal(back, AN_REPLACEMENT);
			assert_int_equal(an_utf8_length(bytes, (size_t) cut), cut);
		}
	}
}

/*
 * Well-formed byte sequences: The Unicode Standard, table 3-7.
 */
static int
well_formed(const unsigned char *p, int len)
{
	static const unsigned char rows[][9] = {
		{ 0x00, 0x7F },
		{ 0xC2, 0xDF, 0x80, 0xBF },
		{ 0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF },
		{ 0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF },
		{ 0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
	{
		int n = 0;

		while (n < 4 && n < len && (n == 0 || rows[i][2 * n + 1] != 0) &&
			   p[n] >= rows[i][2 * n] && p[n] <= rows[i][2 * n + 1])
			n++;
		if (n > 0 && (n == 4 || rows[i][2 * n + 1] == 0))
			return n;
	}
	return 0;
}

static void
decodes_only_well_formed(void **state)
{
	/* all that matter in a second to fourth byte */
	static const unsigned char trail[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F,
										   0x90, 0x9F, 0xA0, 0xBF, 0xC0,
										   0xC3, 0xE2, 0xF0, 0xFF };
	const size_t count = sizeof(trail);
	size_t i;

	(void) state;
	for (i = 0; i < 256 * count * count * count; i++)
	{
		unsigned char bytes[4] = { (unsigned char) (i % 256),
								   trail[i / 256 % count],
								   trail[i / 256 / count % count],
								   trail[i / 256 / count / count] };
		int len;

		for (len = 1; len <= 4; len++)
		{
			/* on the heap and exact, so that sanitizers see a read too far */
			char *copy = malloc((size_t) len);
			int expected = well_formed(bytes, len);
			uint32_t cp;
			int n;

			memcpy(copy, bytes, (size_t) len);
			n = an_utf8_decode(copy, copy + len, &cp);
			if (n != (expected == 0 ? 1 : expected) ||
				(cp == AN_REPLACEMENT) != (expected == 0))
				fail_msg("%02X %02X %02X %02X of length %d: took %d", bytes[0],
						 bytes[1], bytes[2], bytes[3], len, n);
			free(copy);
		}
	}
}

static void
length_counts_malformed_bytes(void **state)
{
	(void) state;
	assert_int_equal(an_utf8_length("", 0), 0);
	assert_int_equal(an_utf8_length("a\0b", 3), 3);
	assert_int_equal(an_utf8_length("\xD8\xA8\xD8", 3), 2);
	assert_int_equal(an_utf8_length("\xE0\x80\x80", 3), 3);
	assert_int_equal(an_utf8_length("\xC0\xAF"
									"a",
									3),
					 3);
	assert_int_equal(an_utf8_length("\xED\xA0\x80", 3), 3);
}

static AnClass
expected_class(uint32_t cp)
{
	UChar32 c = (UChar32) cp;
	uint32_t category = U_GET_GC_MASK(c);

	if (cp == 0x0640)
		return AN_CLASS_TATWEEL;
	if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return AN_CLASS_IGNORABLE;
	if (category & U_GC_M_MASK)
		return AN_CLASS_MARK;
	if (category & U_GC_L_MASK)
	{
		if (cp < 0x80)
			return AN_CLASS_ASCII;
		return uscript_hasScript(c, USCRIPT_ARABIC) ? AN_CLASS_ARABIC
													: AN_CLASS_LETTER;
	}
	if (an_digit(cp) >= 0)
		return AN_CLASS_DIGIT;
	return category & U_GC_N_MASK ? AN_CLASS_NUMBER : AN_CLASS_OTHER;
}

static void
classes_are_as_icu_says(void **state)
{
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		if (an_class(cp) != expected_class(cp))
			fail_msg("U+%04X is %d, not %d", (unsigned) cp, an_class(cp),
					 expected_class(cp));
	}
	assert_int_equal(an_class(0x110000), AN_CLASS_OTHER);
	assert_int_equal(an_class(UINT32_MAX), AN_CLASS_OTHER);
}

static void
classes_of_news(void **state)
{
	static const struct
	{
		uint32_t cp;
		AnClass class;
	} cases[] = {
		{ 0x0628, AN_CLASS_ARABIC },    { 0x067E, AN_CLASS_ARABIC },
		{ 0xFEFB, AN_CLASS_ARABIC },    { 0xFDF2, AN_CLASS_ARABIC },
		{ 0xFDFC, AN_CLASS_OTHER },     { 0x060C, AN_CLASS_OTHER },
		{ 0x06D4, AN_CLASS_OTHER },     { 0x064B, AN_CLASS_MARK },
		{ 0x0670, AN_CLASS_MARK },      { 0x0640, AN_CLASS_TATWEEL },
		{ 0x200F, AN_CLASS_IGNORABLE }, { 0x00AD, AN_CLASS_IGNORABLE },
		{ 0xFEFF, AN_CLASS_IGNORABLE }, { 0xFE0F, AN_CLASS_IGNORABLE },
		{ 0x3164, AN_CLASS_IGNORABLE }, { 'x', AN_CLASS_ASCII },
		{ 0x00E9, AN_CLASS_LETTER },    { 0x4E2D, AN_CLASS_LETTER },
		{ '7', AN_CLASS_DIGIT },        { 0x0667, AN_CLASS_DIGIT },
		{ 0x06F7, AN_CLASS_DIGIT },     { 0x096D, AN_CLASS_NUMBER },
		{ 0x00BD, AN_CLASS_NUMBER },    { 0xFFFD, AN_CLASS_OTHER },
		{ 0xD800, AN_CLASS_OTHER },     { ' ', AN_CLASS_OTHER }
	};
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(an_class(cases[i].cp), cases[i].class);
}

static void
digits(void **state)
{
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		bool ours = (cp >= '0' && cp <= '9') ||
					(cp >= 0x0660 && cp <= 0x0669) ||
					(cp >= 0x06F0 && cp <= 0x06F9);

		assert_int_equal(an_digit(cp),
						 ours ? u_charDigitValue((UChar32) cp) : -1);
	}
}

static void
lower_case_is_as_icu_says(void **state)
{
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		if (an_lower(cp) != (uint32_t) u_tolower((UChar32) cp))
			fail_msg("lower case of U+%04X is U+%04X", (unsigned) cp,
					 (unsigned) an_lower(cp));
	}
	assert_int_equal(an_lower(UINT32_MAX), UINT32_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trip),
		cmocka_unit_test(decodes_only_well_formed),
		cmocka_unit_test(length_counts_malformed_bytes),
		cmocka_unit_test(classes_are_as_icu_says),
		cmocka_unit_test(classes_of_news),
		cmocka_unit_test(digits),
		cmocka_unit_test(lower_case_is_as_icu_says)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
