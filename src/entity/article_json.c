/*
 * article_json.c
 *	  What a page says of its article in JSON-LD (schema.org).
 *
 * No parser of JSON in full: strings are found, and which key each stands
 * under, so that broken JSON gives less and never an error.  Memory is a stack
 * of fixed depth; time is linear.
 */
#include "entity/article.h"

#define DEPTH 16

typedef enum Key
{
	KEY_OTHER,
	KEY_HEADLINE,
	KEY_DATE,
	KEY_AUTHOR,
	KEY_PUBLISHER,
	KEY_NAME
} Key;

typedef struct Json
{
	AnPage *page;
	Key key;         /* of the value that comes next */
	Key open[DEPTH]; /* the keys that the open objects and arrays are under */
	bool list[DEPTH];
	int depth;
} Json;

static Key
key_of(const char *s, size_t len)
{
	static const struct
	{
		char name[16];
		Key key;
	} keys[] = { { "headline", KEY_HEADLINE },
				 { "datePublished", KEY_DATE },
				 { "author", KEY_AUTHOR },
				 { "publisher", KEY_PUBLISHER },
				 { "name", KEY_NAME } };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strlen(keys[i].name) == len && memcmp(keys[i].name, s, len) == 0)
			return keys[i].key;
	return KEY_OTHER;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char) (c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four hexadecimal digits at s, or -1. */
static int
unit_at(const char *s, const char *end)
{
	int n = 0;
	int i;

	if (end - s < 4)
		return -1;
	for (i = 0; i < 4; i++)
	{
		int digit = hex(s[i]);

		if (digit < 0)
			return -1;
		n = n * 16 + digit;
	}
	return n;
}

/* The character of \u at s, behind it in *next. */
static uint32_t
escaped_unit(const char *s, const char *end, const char **next)
{
	int high = unit_at(s, end);
	int low;

	*next = high < 0 ? s : s + 4;
	if (high < 0xD800 || high >= 0xE000)
		return high > 0 ? (uint32_t) high : AN_REPLACEMENT;
	if (high >= 0xDC00 || end - s < 6 || s[4] != '\\' || s[5] != 'u')
		return AN_REPLACEMENT;
	low = unit_at(s + 6, end);
	if (low < 0xDC00 || low >= 0xE000)
		return AN_REPLACEMENT;
	*next = s + 10;
	return 0x10000 + (((uint32_t) high - 0xD800) << 10) +
		   ((uint32_t) low - 0xDC00);
}

/* A string's value: escapes are never shorter than what they mean. */
static AnText
value_of(AnEnv *env, const char *s, const char *end)
{
	char *out = env->alloc(env, (size_t) (end - s) + 1);
	size_t n = 0;

	while (s < end)
	{
		if (*s != '\\' || end - s < 2)
		{
			out[n++] = *s++;
			continue;
		}
		s += 2;
		if (s[-1] == 'u')
			n += (size_t) an_utf8_encode(escaped_unit(s, end, &s), out + n);
		else
			out[n++] = strchr("nrtbf", s[-1]) != NULL ? ' ' : s[-1];
	}
	return an_part_text(out, out + n);
}

static void
take(Json *j, const char *s, const char *end)
{
	AnPage *page = j->page;
	Key under =
		j->depth > 0 && j->depth <= DEPTH ? j->open[j->depth - 1] : KEY_OTHER;
	Key key = j->key == KEY_NAME || j->key == KEY_OTHER ? under : j->key;
	AnText *to = NULL;

	/* of an object under author only the name; of a list each string */
	if (key == KEY_DATE)
	{
		int32_t day;

		if (!page->has_published && an_iso_day(s, (size_t) (end - s), &day))
		{
			page->has_published = true;
			page->published = day;
		}
		return;
	}
	if (key == KEY_HEADLINE && j->key == KEY_HEADLINE)
		to = &page->title;
	else if (key == KEY_AUTHOR && j->key != KEY_OTHER)
		to = &page->author;
	else if (key == KEY_PUBLISHER && j->key != KEY_OTHER)
		to = &page->publisher;
	if (to != NULL && to->len == 0)
		*to = value_of(page->env, s, end);
}

/* Behind the quotation mark that ends the string begun before s. */
static const char *
string_end(const char *s, const char *end)
{
	while (s < end && *s != '"')
		s += *s == '\\' && end - s > 1 ? 2 : 1;
	return s;
}

/* Whether a colon follows: the string is a key. */
static bool
is_key(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r'))
		s++;
	return s < end && *s == ':';
}

static void
open_at(Json *j, bool list)
{
	/* the second author of a list is under author too */
	if (j->key == KEY_OTHER && j->depth > 0 && j->depth <= DEPTH &&
		j->list[j->depth - 1])
		j->key = j->open[j->depth - 1];
	if (j->depth < DEPTH)
	{
		j->open[j->depth] = j->key;
		j->list[j->depth] = list;
	}
	j->depth++;
	if (!list)
		j->key = KEY_OTHER;
}

void
an_page_json(AnPage *page, const char *json, size_t len)
{
	Json j = { .page = page };
	const char *end = json + len;
	const char *polled = json;
	const char *s;

	for (s = json; s < end; s++)
	{
		const char *stop;

		/* the caller asks again, and unwinds */
		if ((size_t) (s - polled) >= AN_POLL_BYTES)
		{
			polled = s;
			if (page->env->poll(page->env))
				return;
		}

		switch (*s)
		{
			case '"':
				stop = string_end(s + 1, end);
				if (stop >= end)
					return;
				if (is_key(stop + 1, end))
					j.key = key_of(s + 1, (size_t) (stop - s - 1));
				else
					take(&j, s + 1, stop);
				s = stop;
				break;
			case '{':
			case '[':
				open_at(&j, *s == '[');
				break;
			case '}':
			case ']':
				if (j.depth > 0)
					j.depth--;
				j.key = KEY_OTHER;
				break;
			case ',':
				if (j.depth == 0 || j.depth > DEPTH)
					j.key = KEY_OTHER;
				break;
			default:
				break;
		}
	}
}
