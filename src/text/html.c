/*
 * html.c
 *	  What the tokenizer's tags and character references say.
 */
#include "text/scan.h"

bool
an_scan_whole(AnScanner *scan, AnToken *token)
{
	AnToken more;

	if (!an_scan_next(scan, token))
		return false;
	while (scan->pos < scan->ahead_until && scan->ahead_type == token->type &&
		   an_scan_next(scan, &more))
		token->end = more.end;
	return true;
}

/* ---- Character references ---- */

/* The names that news has; &apos and all of Latin 1 that is more than a mark. */
static const struct
{
	char name[8];
	uint16_t cp;
} references[] = {
	{ "AMP", '&' },      { "GT", '>' },        { "LT", '<' },
	{ "QUOT", '"' },     { "aacute", 0xE1 },   { "acirc", 0xE2 },
	{ "acute", 0xB4 },   { "agrave", 0xE0 },   { "amp", '&' },
	{ "apos", '\'' },    { "aring", 0xE5 },    { "auml", 0xE4 },
	{ "bdquo", 0x201E }, { "bull", 0x2022 },   { "ccedil", 0xE7 },
	{ "cent", 0xA2 },    { "copy", 0xA9 },     { "deg", 0xB0 },
	{ "divide", 0xF7 },  { "eacute", 0xE9 },   { "ecirc", 0xEA },
	{ "egrave", 0xE8 },  { "emsp", 0x2003 },   { "ensp", 0x2002 },
	{ "euml", 0xEB },    { "euro", 0x20AC },   { "frac12", 0xBD },
	{ "frac14", 0xBC },  { "frac34", 0xBE },   { "ge", 0x2265 },
	{ "gt", '>' },       { "hellip", 0x2026 }, { "iacute", 0xED },
	{ "icirc", 0xEE },   { "iuml", 0xEF },     { "laquo", 0xAB },
	{ "larr", 0x2190 },  { "ldquo", 0x201C },  { "le", 0x2264 },
	{ "lrm", 0x200E },   { "lsaquo", 0x2039 }, { "lsquo", 0x2018 },
	{ "lt", '<' },       { "mdash", 0x2014 },  { "micro", 0xB5 },
	{ "middot", 0xB7 },  { "minus", 0x2212 },  { "nbsp", 0xA0 },
	{ "ndash", 0x2013 }, { "ntilde", 0xF1 },   { "oacute", 0xF3 },
	{ "ocirc", 0xF4 },   { "oelig", 0x153 },   { "oslash", 0xF8 },
	{ "ouml", 0xF6 },    { "para", 0xB6 },     { "permil", 0x2030 },
	{ "plusmn", 0xB1 },  { "pound", 0xA3 },    { "quot", '"' },
	{ "raquo", 0xBB },   { "rarr", 0x2192 },   { "rdquo", 0x201D },
	{ "reg", 0xAE },     { "rlm", 0x200F },    { "rsaquo", 0x203A },
	{ "rsquo", 0x2019 }, { "sbquo", 0x201A },  { "sect", 0xA7 },
	{ "shy", 0xAD },     { "sup2", 0xB2 },     { "sup3", 0xB3 },
	{ "szlig", 0xDF },   { "thinsp", 0x2009 }, { "times", 0xD7 },
	{ "trade", 0x2122 }, { "uacute", 0xFA },   { "ucirc", 0xFB },
	{ "ugrave", 0xF9 },  { "uuml", 0xFC },     { "yen", 0xA5 },
	{ "zwj", 0x200D },   { "zwnj", 0x200C },
};

/* Numbers 128 to 159 mean what Windows-1252 has there, as in HTML. */
static uint32_t
windows_1252(uint32_t n)
{
	static const uint16_t high[32] = {
		0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
		0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178
	};

	return n >= 128 && n < 160 ? high[n - 128] : n;
}

static uint32_t
number_of(const char *s, const char *end)
{
	unsigned base = 10;
	uint32_t n = 0;

	if (s < end && (*s == 'x' || *s == 'X'))
	{
		base = 16;
		s++;
	}
	for (; s < end && *s != ';' && n <= 0x10FFFF; s++)
	{
		unsigned char c = (unsigned char) *s;

		n = n * base + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	n = windows_1252(n);
	if (n == 0 || n > 0x10FFFF || (n >= 0xD800 && n < 0xE000))
		return AN_REPLACEMENT;
	return n;
}

bool
an_html_reference(const char *s, size_t len, uint32_t *cp)
{
	size_t n = len >= 2 ? len - 2 : 0; /* without & and ; */
	size_t i;

	if (n > 1 && s[1] == '#')
	{
		*cp = number_of(s + 2, s + len);
		return true;
	}
	for (i = 0; i < sizeof(references) / sizeof(references[0]); i++)
		if (strnlen(references[i].name, sizeof(references[i].name)) == n &&
			memcmp(references[i].name, s + 1, n) == 0)
		{
			*cp = references[i].cp;
			return true;
		}
	return false;
}

/* ---- Tags ---- */

static char
lower(char c)
{
	return (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool
an_html_tag(const char *s, size_t len, AnHtmlTag *tag)
{
	const char *end = s + len;
	size_t n = 0;

	memset(tag, 0, sizeof(*tag));
	if (len < 3 || *s++ != '<')
		return false;
	if (*s == '/')
	{
		tag->closing = true;
		s++;
	}
	if (!an_ascii_letter(s, end))
		return false;
	for (; an_ascii_letter(s, end) || an_ascii_digit(s, end); s++)
		if (n < sizeof(tag->name) - 1)
			tag->name[n++] = lower(*s);
	tag->attributes = s;
	tag->end = end;
	return true;
}

bool
an_html_next_attribute(AnHtmlTag *tag, AnHtmlAttribute *out)
{
	const char *s = tag->attributes;
	const char *end = tag->end;

	while (s < end && (is_blank(*s) || *s == '/'))
		s++;
	out->name = s;
	while (s < end && !is_blank(*s) && *s != '=' && *s != '>' && *s != '/')
		s++;
	out->name_len = (size_t) (s - out->name);
	out->value = s;
	out->value_len = 0;
	if (out->name_len == 0 && (s >= end || *s != '='))
	{
		tag->attributes = end;
		return false;
	}
	while (s < end && is_blank(*s))
		s++;
	if (s < end && *s == '=')
	{
		char quote = 0;

		s++;
		while (s < end && is_blank(*s))
			s++;
		if (s < end && (*s == '"' || *s == '\''))
			quote = *s++;
		out->value = s;
		while (s < end && (quote ? *s != quote : !is_blank(*s) && *s != '>'))
			s++;
		out->value_len = (size_t) (s - out->value);
		if (quote && s < end)
			s++;
	}
	tag->attributes = s;
	return true;
}

bool
an_html_is(const char *s, size_t len, const char *name)
{
	size_t i;

	for (i = 0; i < len && name[i] != '\0'; i++)
		if (lower(s[i]) != name[i])
			return false;
	return i == len && name[i] == '\0';
}

bool
an_html_one_of(const char *name, const char names[][AN_HTML_NAME], size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

bool
an_html_inline(const char *name)
{
	static const char names[][AN_HTML_NAME] = {
		"a",    "abbr", "b",     "bdi",  "bdo",    "big",    "cite", "code",
		"del",  "dfn",  "em",    "font", "i",      "ins",    "kbd",  "mark",
		"q",    "s",    "small", "span", "strike", "strong", "sub",  "sup",
		"time", "tt",   "u",     "var",  "wbr"
	};

	return an_html_one_of(name, names, sizeof(names) / sizeof(names[0]));
}
