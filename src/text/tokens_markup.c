/*-------------------------------------------------------------------------
 * tokens_markup.c
 *	  HTML tags and entities, and addresses: URL, host, e-mail.
 *-------------------------------------------------------------------------
 */
#include "text/scan.h"

/* ---- Tags ---- */

/* AnScanner.absent: an end once not found is not in the rest of the text. */
#define ABSENT_COMMENT 0x01
#define ABSENT_SCRIPT 0x02
#define ABSENT_STYLE 0x04

static char
lower_at(const char *s)
{
	return (char) (*s >= 'A' && *s <= 'Z' ? *s + ('a' - 'A') : *s);
}

/* Whether [s, end) begins with this lower-case name, in any case. */
static bool
name_at(const char *s, const char *end, const char *name)
{
	for (; *name != '\0'; s++, name++)
		if (s >= end || lower_at(s) != *name)
			return false;
	return true;
}

/* Behind the first "-->", or NULL. */
static const char *
comment_end(const char *s, const char *end)
{
	while (s < end)
	{
		s = memchr(s, '>', (size_t) (end - s));
		if (s == NULL)
			return NULL;
		s++;
		if (s[-2] == '-' && s[-3] == '-')
			return s;
	}
	return NULL;
}

/* Behind the end tag of this name, or NULL. */
static const char *
element_end(const char *s, const char *end, const char *name)
{
	while (s < end)
	{
		s = memchr(s, '<', (size_t) (end - s));
		if (s == NULL)
			return NULL;
		s++;
		if (s < end && *s == '/' && name_at(s + 1, end, name))
		{
			s = memchr(s, '>', (size_t) (end - s));
			return s == NULL ? NULL : s + 1;
		}
	}
	return NULL;
}

/*
 * Behind the '>' that closes a tag begun before s.  A '>' within a quoted
 * value is not it, unless the quotation never ends.  Another '<' outside of
 * one says that this is no tag.  Gives NULL then, and in *seen how far no
 * other tag need be tried, which keeps the whole linear.
 */
static const char *
tag_end(const char *s, const char *end, const char **seen)
{
	for (; s < end; s++)
	{
		if (*s == '>')
			return s + 1;
		if (*s == '<')
			break;
		if (*s == '=' && end - s > 1 && (s[1] == '"' || s[1] == '\''))
		{
			const char *quote = memchr(s + 2, s[1], (size_t) (end - s - 2));

			if (quote == NULL)
			{
				quote = memchr(s + 2, '>', (size_t) (end - s - 2));
				if (quote != NULL)
					return quote + 1;
				s = end;
				break;
			}
			s = quote;
		}
	}
	*seen = s;
	return NULL;
}

/* Behind the contents of a script or style whose start tag ends at s. */
static const char *
skip_contents(AnScanner *scan, const char *name, const char *s,
			  const char *end)
{
	bool script = name_at(name, end, "script");
	unsigned bit = script ? ABSENT_SCRIPT : ABSENT_STYLE;
	const char *p;

	if (!script && !name_at(name, end, "style"))
		return s;
	name += script ? 6 : 5;
	if (an_ascii_letter(name, end) || an_ascii_digit(name, end) ||
		s[-2] == '/' || (scan->absent & bit) != 0)
		return s;
	p = element_end(s, end, script ? "script" : "style");
	if (p != NULL)
		return p;
	scan->absent |= bit;
	return s;
}

const char *
an_scan_tag(AnScanner *scan, const char *s)
{
	const char *end = scan->text + scan->len;
	const char *name = s + 1;
	const char *seen = NULL;
	const char *p;

	if ((size_t) (s - scan->text) < scan->no_tag_before || name >= end)
		return NULL;
	if (AN_AT(name, end, "!--"))
	{
		if ((scan->absent & ABSENT_COMMENT) != 0)
			return NULL;
		p = comment_end(name + 3, end);
		if (p == NULL)
			scan->absent |= ABSENT_COMMENT;
		return p;
	}
	if (*name == '/')
		name++;
	else if ((*name == '!' || *name == '?') && end - name > 1)
	{
		name++;
		if (*name == '[') /* <![CDATA[ */
			name++;
	}
	if (!an_ascii_letter(name, end))
		return NULL;
	p = tag_end(name, end, &seen);
	if (p == NULL)
	{
		scan->no_tag_before = (size_t) (seen - scan->text);
		return NULL;
	}
	return s[1] == '/' ? p : skip_contents(scan, name, p, end);
}

/* ---- Entities ---- */

#define ENTITY_NAME_MAX 32 /* the longest of HTML has 31 letters */

const char *
an_scan_entity(const char *s, const char *end)
{
	const char *limit = end - s > ENTITY_NAME_MAX ? s + ENTITY_NAME_MAX : end;
	const char *name;

	s++;
	if (s < limit && *s == '#')
	{
		s++;
		if (s < limit && (*s == 'x' || *s == 'X'))
		{
			name = ++s;
			while (an_ascii_digit(s, limit) ||
				   (s < limit && lower_at(s) >= 'a' && lower_at(s) <= 'f'))
				s++;
		}
		else
		{
			name = s;
			while (an_ascii_digit(s, limit))
				s++;
		}
	}
	else
	{
		name = s;
		if (an_ascii_letter(s, limit))
			while (an_ascii_letter(s, limit) || an_ascii_digit(s, limit))
				s++;
	}
	return s > name && s < limit && *s == ';' ? s + 1 : NULL;
}

/* ---- Addresses ---- */

#define ADDRESS_MAX 320 /* bytes of name and host of an e-mail address */

/*
 * The top-level domains of three letters and more that stand without
 * "http://" or "www." in running text; any two letters are a country's.
 */
static const char top_domains[][8] = {
	"com",   "org",  "net",   "edu",   "gov",   "int",    "mil",    "info",
	"biz",   "name", "news",  "press", "media", "online", "site",   "website",
	"app",   "dev",  "blog",  "live",  "world", "today",  "agency", "tech",
	"store", "shop", "cloud", "xyz",   "top",   "mobi",   "travel", "arab"
};

static bool
known_top_domain(const char *s, const char *end)
{
	size_t len = (size_t) (end - s);
	size_t i;

	for (i = 0; i < len; i++)
		if (s[i] < 'a' || s[i] > 'z')
			return false;
	if (len == 2)
		return true;
	for (i = 0; i < sizeof(top_domains) / sizeof(top_domains[0]); i++)
		if (len < sizeof(top_domains[0]) && top_domains[i][len] == '\0' &&
			memcmp(top_domains[i], s, len) == 0)
			return true;
	return false;
}

/*
 * Behind the host name at s, two labels or more; strict where nothing but its
 * top-level domain tells it from two words around a full stop.  If there is
 * none, *seen says how far none begins: a later label has no other domains
 * behind it than the first.
 */
static const char *
scan_host(const char *s, const char *limit, bool strict, const char **seen)
{
	const char *host_end = NULL;
	bool first = true;

	for (;;)
	{
		const char *label = s;
		bool letters = true;

		while (an_ascii_letter(s, limit) || an_ascii_digit(s, limit) ||
			   (s < limit && *s == '-' && s > label))
		{
			if (!an_ascii_letter(s, limit))
				letters = false;
			s++;
		}
		*seen = s;
		if (s == label || s[-1] == '-')
			return host_end;
		if (!first && letters && s - label >= 2 &&
			(!strict || known_top_domain(label, s)))
			host_end = s;
		first = false;
		if (s >= limit || *s != '.')
			return host_end;
		s++;
	}
}

/*
 * Behind the URL that goes on at s: up to a blank, a quotation mark, a bracket
 * that was not opened in it, or Arabic punctuation.  An Arabic letter right
 * after a Latin one or a digit is the next word, glued to it.  Punctuation at
 * the end belongs to the sentence.
 */
static const char *
url_end(const char *s, const char *end)
{
	const char *start = s;
	int depth = 0;

	while (s < end)
	{
		int len;
		int cls = an_scan_class(s, end, &len);

		if (len == 1)
		{
			unsigned char c = (unsigned char) *s;

			if (c <= ' ' || c >= 0x7F || strchr("\"'<>[]\\^`{|}", c) != NULL)
				break;
			if (c == '(')
				depth++;
			else if (c == ')' && depth-- == 0)
				break;
		}
		else if (cls == AN_CLASS_OTHER || cls == AN_CLASS_IGNORABLE)
			break;
		else if (cls == AN_CLASS_ARABIC && s > start &&
				 (an_ascii_letter(s - 1, s) || an_ascii_digit(s - 1, s)))
			break;
		s += len;
	}
	while (s > start && strchr(".,;:!?*(", s[-1]) != NULL)
		s--;
	return s;
}

static bool
scheme_at(const char *s, const char *end)
{
	return name_at(s, end, "http://") || name_at(s, end, "https://") ||
		   name_at(s, end, "ftp://");
}

/* What may follow a host: a port, and a path, query or fragment. */
static const char *
after_host(const char *s, const char *end, AnTokenType *type)
{
	const char *p = s;

	*type = AN_TOKEN_HOST;
	if (p < end && *p == ':')
	{
		p++;
		while (an_ascii_digit(p, end) && p - s <= 5)
			p++;
		if (p - s < 2 || an_ascii_digit(p, end))
			return s;
	}
	if (p < end && (*p == '/' || *p == '?' || *p == '#'))
	{
		const char *path = url_end(p, end);

		if (path > p + 1 || (path > p && *p == '/'))
		{
			*type = AN_TOKEN_URL;
			return path;
		}
	}
	return p;
}

/* Name, '@' and host. */
static const char *
scan_email(AnScanner *scan, const char *s, const char *limit)
{
	const char *p = s;
	const char *host_end;
	const char *seen;

	if ((size_t) (s - scan->text) < scan->no_email_before)
		return NULL;
	while (an_ascii_letter(p, limit) || an_ascii_digit(p, limit) ||
		   AN_AT(p, limit, ".") || AN_AT(p, limit, "_") ||
		   AN_AT(p, limit, "-") || AN_AT(p, limit, "+"))
		p++;
	if (p < limit && *p == '@')
	{
		host_end = scan_host(p + 1, limit, false, &seen);
		if (host_end != NULL)
			return host_end;
	}
	scan->no_email_before = (size_t) (p - scan->text);
	return NULL;
}

const char *
an_scan_address(AnScanner *scan, const char *s, AnTokenType *type)
{
	const char *end = scan->text + scan->len;
	const char *limit = end - s > ADDRESS_MAX ? s + ADDRESS_MAX : end;
	const char *seen;
	const char *p;

	if (scheme_at(s, end))
	{
		const char *rest = (const char *) memchr(s, '/', 8) + 2;

		p = url_end(rest, end);
		if (p > rest)
		{
			*type = AN_TOKEN_URL;
			return p;
		}
	}
	p = scan_email(scan, s, limit);
	if (p != NULL)
	{
		*type = AN_TOKEN_EMAIL;
		return p;
	}
	if ((size_t) (s - scan->text) < scan->no_host_before)
		return NULL;
	p = scan_host(s, limit, !name_at(s, end, "www."), &seen);
	if (p != NULL)
		return after_host(p, end, type);
	scan->no_host_before = (size_t) (seen - scan->text);
	return NULL;
}
