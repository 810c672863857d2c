/*
 * utf8.c
 *	  Decodes and encodes UTF-8; survives any bytes.
 */
#include "text/text.h"

#define IS_TRAIL(c) (((c) &0xC0) == 0x80)

int
an_utf8_decode(const char *s, const char *end, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *) s;
	size_t left = (size_t) (end - s);
	uint32_t c = p[0];

	if (c < 0x80)
	{
		*cp = c;
		return 1;
	}
	if (c >= 0xC2 && c <= 0xDF && left >= 2 && IS_TRAIL(p[1]))
	{
		*cp = (c & 0x1F) << 6 | (p[1] & 0x3F);
		return 2;
	}
	if ((c & 0xF0) == 0xE0 && left >= 3 && IS_TRAIL(p[1]) && IS_TRAIL(p[2]))
	{
		c = (c & 0x0F) << 12 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
		if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
		{
			*cp = c;
			return 3;
		}
	}
	else if ((c & 0xF8) == 0xF0 && left >= 4 && IS_TRAIL(p[1]) &&
			 IS_TRAIL(p[2]) && IS_TRAIL(p[3]))
	{
		c = (c & 0x07) << 18 | (uint32_t) (p[1] & 0x3F) << 12 |
			(uint32_t) (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
		if (c >= 0x10000 && c <= 0x10FFFF)
		{
			*cp = c;
			return 4;
		}
	}

	*cp = AN_REPLACEMENT;
	return 1;
}

int
an_utf8_encode(uint32_t cp, char *out)
{
	if (cp < 0x80)
	{
		out[0] = (char) cp;
		return 1;
	}
	if (cp < 0x800)
	{
		out[0] = (char) (0xC0 | cp >> 6);
		out[1] = (char) (0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000)
	{
		out[0] = (char) (0xE0 | cp >> 12);
		out[1] = (char) (0x80 | (cp >> 6 & 0x3F));
		out[2] = (char) (0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | cp >> 18);
	out[1] = (char) (0x80 | (cp >> 12 & 0x3F));
	out[2] = (char) (0x80 | (cp >> 6 & 0x3F));
	out[3] = (char) (0x80 | (cp & 0x3F));
	return 4;
}

size_t
an_utf8_length(const char *s, size_t len)
{
	const char *end = s + len;
	size_t n = 0;

	while (s < end)
	{
		const unsigned char *p = (const unsigned char *) s;

		/* Nearly all of our text is ASCII and two-byte letters. */
		if (p[0] < 0x80)
			s++;
		else if (p[0] >= 0xC2 && p[0] <= 0xDF && end - s >= 2 &&
				 IS_TRAIL(p[1]))
			s += 2;
		else
		{
			uint32_t cp;

			s += an_utf8_decode(s, end, &cp);
		}
		n++;
	}
	return n;
}
