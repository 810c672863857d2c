/*
 * fold.c
 *	  What the index and every look-up see of one word: an_fold().
 */
#include "text/compose.h"
#include "text/scan.h"

/*
 * A segment has at most as many items as its text has bytes: even the longest
 * token, all marks on one letter, has room.
 */
#define FOLD_ITEMS AN_TOKEN_MAX

/* Is U+0649 the last letter of its word, as far as is easily told? */
typedef enum Final
{
	FINAL_NO,
	FINAL_YES,
	FINAL_UNKNOWN
} Final;

static inline bool
is_two_bytes(const unsigned char *p, const unsigned char *end)
{
	return end - p >= 2 && (p[0] & 0xE0) == 0xC0 && (p[1] & 0xC0) == 0x80;
}

static inline uint32_t
two_bytes(const unsigned char *p)
{
	return (uint32_t) (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
}

/* Does what begins at p end a word before it? */
static Final
ends_word(const unsigned char *p, const unsigned char *end)
{
	while (is_two_bytes(p, end))
	{
		uint32_t cp = two_bytes(p);
		uint32_t kind = an_quick[AN_SEARCH][cp] & AN_QUICK_KIND;
		AnClass class = an_class(cp);

		if (kind == AN_QUICK_SLOW)
			return FINAL_UNKNOWN;
		if (kind != AN_QUICK_DROP && class != AN_CLASS_MARK)
			return class == AN_CLASS_ARABIC ? FINAL_NO : FINAL_YES;
		p += 2;
	}
	return p == end || *p < 0x80 ? FINAL_YES : FINAL_UNKNOWN;
}

const uint8_t an_fold_plain[128] = {
	0,    0,    0,    0,    0,    0,    0,    0,    /* 0600 */
	0,    0,    0,    0,    0,    0,    0,    0,    /* 0608 */
	0,    0,    0,    0,    0,    0,    0,    0,    /* 0610 */
	0,    0,    0,    0,    0,    0,    0,    0,    /* 0618 */
	0,    0x21, 0x27, 0x27, 0x24, 0x27, 0x26, 0x27, /* 0620 */
	0x28, 0x47, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, /* 0628 */
	0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, /* 0630 */
	0x38, 0x39, 0x3A, 0,    0,    0,    0,    0,    /* 0638 */
	0,    0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, /* 0640 */
	0x48, 0,    0x4A                                /* 0648 */
};

/*
 * All words but few: characters of one and two bytes of which none composes.
 * False if it met another; *used is then of no meaning.
 */
static bool
fold_simple(const unsigned char *p, const unsigned char *end, char *dst,
			size_t dstlen, size_t *used)
{
	size_t n = 0;

	while (p < end)
	{
		uint32_t cp = *p;

		/* nearly all of Arabic news */
		if ((cp & 0xFE) == 0xD8 && is_two_bytes(p, end) && dstlen - n >= 2)
		{
			unsigned letter = an_fold_plain[(cp & 1) << 6 | (p[1] & 0x3F)];

			if (letter != 0)
			{
				dst[n++] = (char) (0xD8 | letter >> 6);
				dst[n++] = (char) (0x80 | (letter & 0x3F));
				p += 2;
				continue;
			}
		}
		if (cp < 0x80)
		{
			cp = an_lower(cp);
			p++;
		}
		else
		{
			uint32_t quick;
			Final final;

			if (!is_two_bytes(p, end))
				return false;
			quick = an_quick[AN_SEARCH][two_bytes(p)];
			p += 2;
			cp = quick & AN_QUICK_VALUE;
			switch (quick & AN_QUICK_KIND)
			{
				case 0:
					cp = an_lower(cp);
					break;
				case AN_QUICK_DIGIT:
					break;
				case AN_QUICK_DROP:
					continue;
				case AN_QUICK_MAKSURA:
					final = ends_word(p, end);
					if (final == FINAL_UNKNOWN)
						return false;
					if (final == FINAL_YES)
						cp = AN_YEH;
					break;
				default:
					return false;
			}
		}

		if (dstlen - n < (cp < 0x80 ? 1 : 2))
		{
			*used = 0;
			return true;
		}
		if (cp < 0x80)
			dst[n++] = (char) cp;
		else
		{
			/* lower case of two bytes may be three: U+023A */
			if (cp >= 0x800)
				return false;
			dst[n++] = (char) (0xC0 | cp >> 6);
			dst[n++] = (char) (0x80 | (cp & 0x3F));
		}
	}
	*used = n;
	return true;
}

/* Any word, by way of compose.c. */
static size_t
fold_segments(const char *src, size_t len, char *dst, size_t dstlen)
{
	AnItem items[2 * FOLD_ITEMS];
	AnWriter w = { .src = src,
				   .len = len,
				   .level = AN_SEARCH,
				   .lower = true,
				   .out = dst,
				   .cap = dstlen,
				   .maksura = AN_NOWHERE,
				   .items = items,
				   .room = FOLD_ITEMS };
	size_t offset = 0;

	while (offset < len)
	{
		if (!an_writer_segment(&w, &offset))
			return 0;
	}
	return an_writer_finish(&w) ? w.used : 0;
}

size_t
an_fold(const char *src, size_t len, char *dst, size_t dstlen)
{
	size_t used;

	if (fold_simple((const unsigned char *) src,
					(const unsigned char *) src + len, dst, dstlen, &used))
		return used;
	return fold_segments(src, len, dst, dstlen);
}
