/*
 * utf8_fuzz.c
 *	  Any bytes decode: all are taken, well-formed ones come back the same.
 */
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)  \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	const char *end = s + size;
	size_t count = 0;

	while (s < end)
	{
		uint32_t cp;
		char bytes[4];
		int n = an_utf8_decode(s, end, &cp);

		CHECK(n >= 1 && n <= 4 && n <= end - s);
		CHECK(cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF));
		if (cp != AN_REPLACEMENT || n == 3)
			CHECK(an_utf8_encode(cp, bytes) == n &&
				  memcmp(bytes, s, (size_t) n) == 0);
		else
			CHECK(n == 1 && (unsigned char) *s >= 0x80);

		CHECK(an_class(cp) <= AN_CLASS_NUMBER);
		CHECK((an_digit(cp) >= 0) == (an_class(cp) == AN_CLASS_DIGIT));
		CHECK(an_lower(an_lower(cp)) == an_lower(cp));
		s += n;
		count++;
	}
	CHECK(an_utf8_length((const char *) data, size) == count);
	return 0;
}
