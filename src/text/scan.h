/*-------------------------------------------------------------------------
 * scan.h
 *	  Private to src/text: what the files of the tokenizer share.
 *
 * tokens.c walks over the text and reads words; numbers, markup, addresses
 * and names of months are each recognised in a file of their own.  Every
 * recogniser takes a place in the text and gives the place behind what it
 * found, or NULL where there is none.  None looks further than a token can be
 * long, but for tags and URLs: these note in AnScanner what they have seen,
 * so that no byte is looked at more than a fixed number of times.
 *-------------------------------------------------------------------------
 */
#ifndef AN_SCAN_H
#define AN_SCAN_H

#include <string.h>

#include "text/text.h"

/* ---- Classes without a function call for nearly all of Arabic news ---- */

/*
 * Beyond AnClass, in the ASCII table only: characters that may begin a token
 * which is no word: < & # @ %.
 */
#define AN_SCAN_SPECIAL 15

_Static_assert(AN_CLASS_NUMBER < AN_SCAN_SPECIAL,
			   "no class of characters has the number of the special one");

#define O AN_CLASS_OTHER
#define A AN_CLASS_ARABIC
#define L AN_CLASS_ASCII
#define M AN_CLASS_MARK
#define T AN_CLASS_TATWEEL
#define I AN_CLASS_IGNORABLE
#define D AN_CLASS_DIGIT
#define S AN_SCAN_SPECIAL

static const uint8_t an_scan_ascii[128] = {
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* controls */
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* controls */
	O, O, O, S, O, S, S, O, O, O, O, O, O, O, O, O, /* # % & */
	D, D, D, D, D, D, D, D, D, D, O, O, S, O, O, O, /* 0 to 9, < */
	S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @, A to O */
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* P to Z */
	O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* a to o */
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O  /* p to z */
};

/* U+0600 to U+06FF: as an_class(), which the unit test compares. */
static const uint8_t an_scan_arabic[256] = {
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 0600 */
	M, M, M, M, M, M, M, M, M, M, M, O, I, O, O, O, /* 0610 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 0620 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 0630 */
	T, A, A, A, A, A, A, A, A, A, A, M, M, M, M, M, /* 0640 */
	M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, /* 0650 */
	D, D, D, D, D, D, D, D, D, D, O, O, O, O, A, A, /* 0660 */
	M, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 0670 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 0680 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 0690 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 06A0 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 06B0 */
	A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* 06C0 */
	A, A, A, A, O, A, M, M, M, M, M, M, M, O, O, M, /* 06D0 */
	M, M, M, M, M, A, A, M, M, O, M, M, M, M, A, A, /* 06E0 */
	D, D, D, D, D, D, D, D, D, D, A, A, A, O, O, A  /* 06F0 */
};

#undef O
#undef A
#undef L
#undef M
#undef T
#undef I
#undef D
#undef S

/*
 * U+0600 to U+067F: the low seven bits of what a letter folds to, wherever it
 * stands; 0 for the rest (fold.c).
 */
extern const uint8_t an_fold_plain[128];

/* The general case of an_scan_class (tokens.c). */
extern int an_scan_class_slow(const char *s, const char *end, int *len);

/*
 * Class of the character at s (s < end), and its length in bytes.  Bytes that
 * are no UTF-8, a character cut by end too, are AN_CLASS_OTHER.
 */
static inline int
an_scan_class(const char *s, const char *end, int *len)
{
	unsigned char c = (unsigned char) *s;

	if (c < 0x80)
	{
		*len = 1;
		return an_scan_ascii[c];
	}
	if ((c & 0xFC) == 0xD8 && end - s > 1 && (s[1] & 0xC0) == 0x80)
	{
		*len = 2;
		return an_scan_arabic[(c & 3) << 6 | (s[1] & 0x3F)];
	}
	return an_scan_class_slow(s, end, len);
}

/* Whether the bytes at s begin with this string constant. */
#define AN_AT(s, end, constant)                        \
	((size_t) ((end) - (s)) >= sizeof(constant) - 1 && \
	 memcmp((s), (constant), sizeof(constant) - 1) == 0)

static inline bool
an_ascii_letter(const char *s, const char *end)
{
	return s < end && (unsigned char) *s < 0x80 &&
		   an_scan_ascii[(unsigned char) *s] == AN_CLASS_ASCII;
}

static inline bool
an_ascii_digit(const char *s, const char *end)
{
	return s < end && *s >= '0' && *s <= '9';
}

/* Where a token that begins at s has to end at the latest. */
static inline const char *
an_scan_limit(const char *s, const char *end)
{
	return end - s < AN_TOKEN_MAX ? end : s + AN_TOKEN_MAX - 1;
}

/*
 * If the ignorable characters at s are followed by a letter (or what else may
 * continue a word), the place of that, else NULL.
 */
extern const char *an_scan_joined(const char *s, const char *limit,
								  bool arabic);

/*
 * Behind the characters at s that are U+0620 to U+065F, Arabic letters, marks
 * and tatweel all: D8 A0 to D8 BF and D9 80 to D9 9F, four at a time.
 */
static inline const char *
an_skip_plain(const char *s, const char *limit)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const uint64_t ones = UINT64_C(0x0001000100010001);
	uint64_t w;

	while (limit - s >= (ptrdiff_t) sizeof(w))
	{
		uint64_t other;

		memcpy(&w, s, sizeof(w));
		/* the first byte's last bit differs from bit 5 of the second */
		other =
			((w & ones * 0xC0FE) ^ ones * 0x80D8) | (~(w ^ w >> 13) & ones);
		if (other != 0)
			return s + __builtin_ctzll(other) / 16 * 2;
		s += sizeof(w);
	}
#endif
	return s;
}

/* End of the Arabic word at s: letters, marks, tatweel, joined by ignorables. */
static inline const char *
an_arabic_end(const char *s, const char *limit)
{
	s = an_skip_plain(s, limit);
	while (s < limit)
	{
		int len;
		int cls = an_scan_class(s, limit, &len);

		if (cls == AN_CLASS_ARABIC || cls == AN_CLASS_MARK ||
			cls == AN_CLASS_TATWEEL)
			s += len;
		else if (cls == AN_CLASS_IGNORABLE)
		{
			const char *next = an_scan_joined(s + len, limit, true);

			if (next == NULL)
				break;
			s = next;
		}
		else
			break;
	}
	return s;
}

/* ---- Recognisers ---- */

/* Number, version, date or percentage that begins with a digit at s. */
extern const char *an_scan_number(const char *text, const char *s,
								  const char *end, AnTokenType *type);

/* A percent sign at s before a number; length of the sign if one is there. */
extern const char *an_scan_percent(const char *text, const char *s,
								   const char *end);
extern int an_percent_sign(const char *s, const char *end);

/* Tag at '<', with the contents of a script or style; any length. */
extern const char *an_scan_tag(AnScanner *scan, const char *s);

/* Entity at '&'. */
extern const char *an_scan_entity(const char *s, const char *end);

/* URL, host or e-mail address at a Latin letter or digit; a URL of any length. */
extern const char *an_scan_address(AnScanner *scan, const char *s,
								   AnTokenType *type);

/* Name of a month at the Arabic word [s, word_end) that is more than it. */
extern const char *an_scan_month(const AnScanner *scan, const char *s,
								 const char *word_end);

#endif /* AN_SCAN_H */
