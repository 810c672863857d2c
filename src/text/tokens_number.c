/*-------------------------------------------------------------------------
 * tokens_number.c
 *	  Numbers, versions, dates and percentages in digits of any script that
 *	  news use: 0-9, Arabic-Indic, extended Arabic-Indic, also mixed.
 *-------------------------------------------------------------------------
 */
#include "text/scan.h"

static int
digit_at(const char *s, const char *end, int *len)
{
	unsigned char c;

	if (s >= end)
		return -1;
	c = (unsigned char) *s;
	if (c >= '0' && c <= '9')
	{
		*len = 1;
		return c - '0';
	}
	if (end - s > 1)
	{
		unsigned char d = (unsigned char) s[1];

		*len = 2;
		if (c == 0xD9 && d >= 0xA0 && d <= 0xA9)
			return d - 0xA0;
		if (c == 0xDB && d >= 0xB0 && d <= 0xB9)
			return d - 0xB0;
	}
	return -1;
}

/* Behind the digits at s; how many, and the value while it fits. */
static const char *
skip_digits(const char *s, const char *limit, int *count, int *value)
{
	int len;
	int d;

	*count = 0;
	*value = 0;
	while ((d = digit_at(s, limit, &len)) >= 0)
	{
		if (*count < 9)
			*value = *value * 10 + d;
		(*count)++;
		s += len;
	}
	return s;
}

/* Behind bidi marks, a few of them. */
static const char *
skip_marks(const char *s, const char *end)
{
	int i;
	int len;

	for (i = 0; i < 4 && s < end; i++)
	{
		if ((unsigned char) *s < 0x80 ||
			an_scan_class(s, end, &len) != AN_CLASS_IGNORABLE)
			break;
		s += len;
	}
	return s;
}

/* Length of the thousands separator at s: comma, Arabic comma, U+066C. */
static int
group_separator(const char *s, const char *end)
{
	if (s >= end)
		return 0;
	if (*s == ',')
		return 1;
	return AN_AT(s, end, "٬") || AN_AT(s, end, "،") ? 2 : 0;
}

/* Whether a digit ends at s. */
static bool
digit_before(const char *text, const char *s)
{
	int len;

	return (s - text >= 1 && digit_at(s - 1, s, &len) >= 0) ||
		   (s - text >= 2 && digit_at(s - 2, s, &len) >= 0 && len == 2);
}

/* Whether s is not the first of numbers with commas between. */
static bool
in_list(const char *text, const char *s)
{
	return (s - text >= 2 && *(s - 1) == ',' && digit_before(text, s - 1)) ||
		   (s - text >= 3 && group_separator(s - 2, s) == 2 &&
			digit_before(text, s - 2));
}

/* ---- Dates ---- */

static bool
is_date(const int *count, const int *value, char sep)
{
	int day = 0;
	int month = value[1];

	if (count[1] > 2)
		return false;
	if (count[0] == 4 && count[2] <= 2)
		day = value[2];
	else if (count[0] <= 2 && (count[2] == 4 || (count[2] == 2 && sep == '/')))
		day = value[0];
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/*
 * Three numbers with the same separator, bidi marks allowed around it:
 * day/month/year or year/month/day.
 */
static const char *
scan_date(const char *text, const char *s, const char *end)
{
	const char *limit = end - s > 64 ? s + 64 : end;
	const char *p;
	char sep = '\0';
	int count[3];
	int value[3];
	int i;
	int len;

	/* not the later part of something else */
	if (s - text >= 2 && strchr("/-.", s[-1]) != NULL && s[-1] != '\0' &&
		digit_before(text, s - 1))
		return NULL;
	for (i = 0;; i++)
	{
		s = skip_digits(s, limit, &count[i], &value[i]);
		if (count[i] == 0 || count[i] > 4)
			return NULL;
		if (i == 2)
			break;
		p = skip_marks(s, limit);
		if (p >= limit || (*p != '/' && *p != '-' && *p != '.') ||
			(sep != '\0' && *p != sep))
			return NULL;
		sep = *p;
		s = skip_marks(p + 1, limit);
	}
	if (!is_date(count, value, sep))
		return NULL;
	if (s < end && *s == sep && digit_at(s + 1, end, &len) >= 0)
		return NULL; /* a fourth part */
	return s;
}

/* ---- Percentages ---- */

int
an_percent_sign(const char *s, const char *end)
{
	if (s >= end)
		return 0;
	if (*s == '%')
		return 1;
	if (AN_AT(s, end, "٪"))
		return 2;
	if (AN_AT(s, end, "﹪") || AN_AT(s, end, "％"))
		return 3;
	return 0;
}

/* Behind marks and at most one space. */
static const char *
skip_one_space(const char *s, const char *end)
{
	s = skip_marks(s, end);
	if (s < end && *s == ' ')
		s = skip_marks(s + 1, end);
	else if (AN_AT(s, end, "\xC2\xA0"))
		s = skip_marks(s + 2, end);
	return s;
}

/* ---- Numbers ---- */

/* Behind groups of exactly three digits, each after the same separator. */
static const char *
scan_groups(const char *s, const char *limit)
{
	const char *first = s;
	int seplen = group_separator(s, limit);

	while (seplen > 0 && group_separator(s, limit) == seplen &&
		   memcmp(s, first, (size_t) seplen) == 0)
	{
		int count;
		int value;
		const char *p = skip_digits(s + seplen, limit, &count, &value);

		if (count != 3)
			break;
		s = p;
	}
	return s;
}

/*
 * Whether [s, end), three parts or more between full stops, is a number with
 * thousands so written: 1.900.000, but not 10.15.7 nor 192.168.100.200.
 */
static bool
dots_are_thousands(const char *s, const char *end, int parts)
{
	bool octets = true;
	int i;

	for (i = 0; i < parts; i++)
	{
		int count;
		int value;

		s = skip_digits(s, end, &count, &value) + 1;
		if (count > 3 || (i == 0 ? value == 0 : count < 3))
			return false;
		if (value > 255)
			octets = false;
	}
	return parts != 4 || !octets;
}

/* What follows the integer part [start, s): 2.49 ٢٫٤٩, 10.15.7 */
static const char *
scan_fraction(const char *start, const char *s, const char *limit,
			  bool grouped, AnTokenType *type)
{
	int parts = 1;
	int count;
	int value;
	int len;

	if (AN_AT(s, limit, "٫") && digit_at(s + 2, limit, &len) >= 0)
	{
		*type = AN_TOKEN_FLOAT;
		return skip_digits(s + 2, limit, &count, &value);
	}
	while (s < limit && *s == '.' && digit_at(s + 1, limit, &len) >= 0 &&
		   !(grouped && parts == 2))
	{
		s = skip_digits(s + 1, limit, &count, &value);
		parts++;
	}
	if (parts == 2)
		*type = AN_TOKEN_FLOAT;
	else if (parts > 2 && !dots_are_thousands(start, s, parts))
		*type = AN_TOKEN_VERSION;
	return s;
}

/*
 * A number at s.  A comma separates thousands where groups of three follow
 * one to three digits, and is a decimal comma before other digits (after a
 * zero before any), but in a list of numbers it is neither.
 */
static const char *
scan_plain(const char *text, const char *start, const char *limit,
		   AnTokenType *type)
{
	const char *s;
	const char *p;
	int count;
	int value;
	int seplen;
	int next;
	int len;
	bool zero;

	*type = AN_TOKEN_INTEGER;
	s = skip_digits(start, limit, &count, &value);
	zero = value == 0;
	seplen = group_separator(s, limit);
	if (seplen == 0 || in_list(text, start))
		return scan_fraction(start, s, limit, false, type);

	if (count <= 3 && !zero)
	{
		p = scan_groups(s, limit);
		if (p > s)
			return scan_fraction(start, p, limit, true, type);
	}
	if (AN_AT(s, limit, "٬"))
		return s;
	p = skip_digits(s + seplen, limit, &count, &value);
	if (count == 0 || (count == 3 && !zero))
		return s;
	next = group_separator(p, limit);
	if (next > 0 && digit_at(p + next, limit, &len) >= 0)
		return s; /* 1,2,3 */
	*type = AN_TOKEN_FLOAT;
	return p;
}

const char *
an_scan_number(const char *text, const char *s, const char *end,
			   AnTokenType *type)
{
	const char *limit = an_scan_limit(s, end);
	const char *p;
	const char *sign;
	int len;

	p = scan_date(text, s, end);
	if (p != NULL)
	{
		*type = AN_TOKEN_DATE;
		return p;
	}
	p = scan_plain(text, s, limit, type);
	if (*type == AN_TOKEN_VERSION)
		return p;
	sign = skip_one_space(p, limit);
	len = an_percent_sign(sign, limit);
	if (len > 0)
	{
		*type = AN_TOKEN_PERCENT;
		return sign + len;
	}
	return p;
}

const char *
an_scan_percent(const char *text, const char *s, const char *end)
{
	const char *limit = an_scan_limit(s, end);
	const char *p;
	AnTokenType type;
	int len;

	p = skip_one_space(s + an_percent_sign(s, limit), limit);
	if (digit_at(p, limit, &len) < 0 || scan_date(text, p, end) != NULL)
		return NULL;
	p = scan_plain(text, p, limit, &type);
	return type == AN_TOKEN_VERSION ? NULL : p;
}

size_t
an_number_text(const char *token, size_t len, char *out, size_t outlen)
{
	const char *end = token + len;
	const char *s = token;
	AnTokenType type;
	size_t n = 0;
	size_t separator = 0; /* digits before the last one */
	int skip;

	while (s < end && digit_at(s, end, &skip) < 0)
		s++;
	if (s == end)
		return 0;
	end = scan_plain(s, s, end, &type);
	while (s < end)
	{
		int digit = digit_at(s, end, &skip);

		if (digit < 0)
		{
			separator = n;
			skip = 1;
		}
		else if (n < outlen)
			out[n++] = (char) ('0' + digit);
		else
			return 0;
		s += skip;
	}
	if (type == AN_TOKEN_FLOAT)
	{
		if (n == outlen)
			return 0;
		memmove(out + separator + 1, out + separator, n - separator);
		out[separator] = '.';
		n++;
	}
	return n;
}
