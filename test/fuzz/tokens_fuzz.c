/*
 * tokens_fuzz.c
 *	  Any bytes to tokens.  The first byte says whether the names of months
 *	  are known.
 */
#include <stdlib.h>
#include <string.h>

#include "store/store.h"
#include "text/text.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)  \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

static bool
valid_utf8(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		uint32_t cp;
		int n = an_utf8_decode(s, end, &cp);

		if (n == 1 && cp == AN_REPLACEMENT)
			return false;
		s += n;
	}
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AnScanner scan;
	AnToken token;
	AnTokenType last = AN_TOKEN_END;
	size_t last_len = 0;
	size_t at = 0;
	size_t len;
	bool valid;
	char *text;

	if (size == 0)
		return 0;

	/* a copy of its own, so that a sanitizer sees every byte read beyond */
	len = size - 1;
	text = malloc(len + (len == 0));
	CHECK(text != NULL);
	memcpy(text, data + 1, len);
	valid = valid_utf8(text, len);

	an_scan_start(&scan, (data[0] & 1) != 0 ? an_store() : NULL, text, len);
	while (an_scan_next(&scan, &token))
	{
		size_t n = token.end - token.start;

		/* every byte in one token, none empty, none too long */
		CHECK(token.start == at);
		CHECK(token.end > at && token.end <= len);
		CHECK(n < AN_TOKEN_MAX);

		/* no character split */
		if (valid && token.end < len)
			CHECK((text[token.end] & 0xC0) != 0x80);

		CHECK(token.type > AN_TOKEN_END && token.type <= AN_TOKEN_LAST);
		CHECK(an_token_name((int) token.type) != NULL);
		CHECK(an_token_description((int) token.type) != NULL);

		/* blanks are one token, unless it would be too long */
		if (last == AN_TOKEN_BLANK && token.type == AN_TOKEN_BLANK)
			CHECK(last_len >= AN_TOKEN_MAX - 4);
		if ((data[0] & 1) == 0)
			CHECK(token.type != AN_TOKEN_MONTH);

		/* a number can be read, and is not longer than its token */
		if (token.type == AN_TOKEN_INTEGER || token.type == AN_TOKEN_FLOAT ||
			token.type == AN_TOKEN_PERCENT)
		{
			char number[AN_TOKEN_MAX];
			size_t digits =
				an_number_text(text + token.start, n, number, sizeof(number));

			CHECK(digits > 0 && digits <= n);
			if (token.type == AN_TOKEN_FLOAT)
				CHECK(memchr(number, '.', digits) != NULL);
			if (token.type == AN_TOKEN_INTEGER)
				CHECK(memchr(number, '.', digits) == NULL);
		}

		last = token.type;
		last_len = n;
		at = token.end;
	}
	CHECK(at == len);
	CHECK(!an_scan_next(&scan, &token));
	free(text);
	return 0;
}
