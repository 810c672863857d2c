/*-------------------------------------------------------------------------
 * tokens.c
 *	  Text to tokens: the walk over the text, and words.
 *
 * The classes of characters decide: a token begins with a letter, a digit, or
 * one of the few signs that may begin something (< & # @ %); all between is
 * blank.  What looks like more than a word, by the character that follows it,
 * goes to the recognisers of scan.h.
 *-------------------------------------------------------------------------
 */
#include "text/scan.h"

void
an_scan_start(AnScanner *scan, const struct AnBlock *block, const char *text,
			  size_t len)
{
	memset(scan, 0, sizeof(*scan));
	scan->block = block;
	scan->text = text;
	scan->len = len;
	scan->ahead_type = AN_TOKEN_END;
}

int
an_scan_class_slow(const char *s, const char *end, int *len)
{
	uint32_t cp;

	*len = an_utf8_decode(s, end, &cp);
	return (int) an_class(cp);
}

const char *
an_scan_joined(const char *s, const char *limit, bool arabic)
{
	while (s < limit)
	{
		int len;
		int cls = an_scan_class(s, limit, &len);

		switch (cls)
		{
			case AN_CLASS_IGNORABLE:
				s += len;
				break;
			case AN_CLASS_MARK:
				return s;
			case AN_CLASS_ARABIC:
			case AN_CLASS_TATWEEL:
				return arabic ? s : NULL;
			case AN_CLASS_ASCII:
			case AN_CLASS_LETTER:
			case AN_CLASS_DIGIT:
			case AN_CLASS_NUMBER:
				return arabic ? NULL : s;
			default:
				return NULL;
		}
	}
	return NULL;
}

/* ---- Arabic words ---- */

/*
 * Whether the word is a sequence of proclitics, (و|ف) (ب|ك|ل) (ال|ل), with a
 * tatweel at its end (which the caller has seen).
 */
static bool
is_clitic(const char *s, const char *end)
{
	char bare[5]; /* the letters but marks and tatweel, romanized */
	int n = 0;
	int i = 0;

	for (; s < end; s += 2)
	{
		int len;
		int cls = an_scan_class(s, end, &len);

		if (len != 2)
			return false;
		if (cls == AN_CLASS_MARK || cls == AN_CLASS_TATWEEL)
			continue;
		if (cls != AN_CLASS_ARABIC || n == (int) sizeof(bare))
			return false;
		if (AN_AT(s, end, "و"))
			bare[n++] = 'w';
		else if (AN_AT(s, end, "ف"))
			bare[n++] = 'f';
		else if (AN_AT(s, end, "ب"))
			bare[n++] = 'b';
		else if (AN_AT(s, end, "ك"))
			bare[n++] = 'k';
		else if (AN_AT(s, end, "ل"))
			bare[n++] = 'l';
		else if (AN_AT(s, end, "ا"))
			bare[n++] = 'a';
		else
			return false;
	}
	if (n == 0)
		return false;
	if (bare[i] == 'w' || bare[i] == 'f')
		i++;
	if (i < n && bare[i] == 'l')
	{
		i++;
		if (i < n && bare[i] == 'l') /* لل */
			i++;
		return i == n;
	}
	if (i < n && (bare[i] == 'b' || bare[i] == 'k'))
		i++;
	if (i + 2 == n && bare[i] == 'a' && bare[i + 1] == 'l')
		i += 2;
	return i == n;
}

/* One letter with its marks, of whatever script; NULL if there is none. */
static const char *
single_letter(const char *s, const char *end)
{
	int len;
	int cls;

	if (s >= end)
		return NULL;
	cls = an_scan_class(s, end, &len);
	if (cls != AN_CLASS_ARABIC && cls != AN_CLASS_ASCII &&
		cls != AN_CLASS_LETTER)
		return NULL;
	s += len;
	if (s >= end)
		return s;
	cls = an_scan_class(s, end, &len);
	return cls == AN_CLASS_OTHER || cls == AN_SCAN_SPECIAL ? s : NULL;
}

/*
 * Letters with dots between.  A dot at the end belongs to it if there is
 * another before (U.N.); "د." alone is none.
 */
static const char *
scan_acronym(const char *s, const char *end)
{
	int letters = 1;

	s = single_letter(s, end);
	while (s != NULL && s < end && *s == '.')
	{
		const char *next = single_letter(s + 1, end);

		if (next == NULL)
			break;
		s = next;
		letters++;
	}
	if (s == NULL || letters < 2)
		return NULL;
	if (s < end && *s == '.')
		s++;
	return s;
}

static const char *
scan_arabic(const AnScanner *scan, const char *s, const char *end,
			AnTokenType *type)
{
	const char *limit = an_scan_limit(s, end);
	const char *p = an_arabic_end(s, limit);
	const char *more;

	*type = AN_TOKEN_ARABIC;
	if (p - s >= 4 && p[-1] == '\x80' && p[-2] == '\xD9')
	{
		/* ends in tatweel */
		if (is_clitic(s, p))
			*type = AN_TOKEN_CLITIC;
	}
	else if (p - s <= 4 && p < end && *p == '.')
	{
		more = scan_acronym(s, limit);
		if (more != NULL)
		{
			*type = AN_TOKEN_ACRONYM;
			return more;
		}
	}
	else if (p < limit && scan->block != NULL)
	{
		more = an_scan_month(scan, s, p);
		if (more != NULL)
		{
			*type = AN_TOKEN_MONTH;
			return more;
		}
	}
	return p;
}

/* ---- Other words ---- */

/* Letters but Arabic ones, digits and marks. */
static const char *
scan_latin(const char *s, const char *limit, AnTokenType *type)
{
	bool digits = false;
	bool others = false;

	while (s < limit)
	{
		int len;
		int cls = an_scan_class(s, limit, &len);

		if (cls == AN_CLASS_ASCII)
			s += len;
		else if (cls == AN_CLASS_LETTER || cls == AN_CLASS_MARK)
		{
			others = true;
			s += len;
		}
		else if (cls == AN_CLASS_DIGIT || cls == AN_CLASS_NUMBER)
		{
			digits = true;
			s += len;
		}
		else if (cls == AN_CLASS_IGNORABLE)
		{
			const char *next = an_scan_joined(s + len, limit, false);

			if (next == NULL)
				break;
			others = true;
			s = next;
		}
		else
			break;
	}
	*type = digits   ? AN_TOKEN_NUMWORD
			: others ? AN_TOKEN_WORD
					 : AN_TOKEN_ASCIIWORD;
	return s;
}

/* Whether a word that is followed by this byte may begin an address. */
static bool
address_follows(const char *p, const char *end)
{
	return p < end && (*p == '.' || *p == '@' || *p == ':' || *p == '-' ||
					   *p == '_' || *p == '+');
}

static const char *
scan_word(AnScanner *scan, const char *s, const char *end, AnTokenType *type)
{
	const char *limit = an_scan_limit(s, end);
	const char *p = scan_latin(s, limit, type);
	const char *more;

	if (address_follows(p, end))
	{
		AnTokenType address;

		more = an_scan_address(scan, s, &address);
		if (more != NULL)
		{
			*type = address;
			return more;
		}
		if (*p == '.' && p - s <= 4)
			more = scan_acronym(s, limit);
		if (more != NULL)
		{
			*type = AN_TOKEN_ACRONYM;
			return more;
		}
	}
	return p;
}

/* What begins with a digit. */
static const char *
scan_digits(AnScanner *scan, const char *s, const char *end, AnTokenType *type)
{
	const char *limit = an_scan_limit(s, end);
	const char *p = s;
	int len;
	int cls = AN_CLASS_OTHER;
	const char *more;

	while (p < limit)
	{
		cls = an_scan_class(p, limit, &len);
		if (cls != AN_CLASS_DIGIT)
			break;
		p += len;
	}
	if (p < limit)
	{
		if (cls == AN_CLASS_ASCII || cls == AN_CLASS_LETTER ||
			cls == AN_CLASS_NUMBER)
			return scan_word(scan, s, end, type);
		more = an_scan_number(scan->text, s, end, type);
		if (*type != AN_TOKEN_DATE && address_follows(p, end))
		{
			AnTokenType address;
			const char *a = an_scan_address(scan, s, &address);

			if (a != NULL)
			{
				*type = address;
				return a;
			}
		}
		return more;
	}
	*type = AN_TOKEN_INTEGER;
	return p;
}

/* ---- Signs that begin something ---- */

/* Letters, digits, marks and underscores, one letter at least, after '#'. */
static const char *
scan_hashtag(const char *s, const char *end)
{
	const char *limit = an_scan_limit(s, end);
	const char *last = NULL;
	bool letter = false;

	s++;
	while (s < limit)
	{
		int len;
		int cls = an_scan_class(s, limit, &len);

		if (cls == AN_CLASS_ARABIC || cls == AN_CLASS_ASCII ||
			cls == AN_CLASS_LETTER)
			letter = true;
		else if ((cls == AN_CLASS_OTHER && *s != '_') ||
				 cls == AN_SCAN_SPECIAL)
			break;
		s += len;
		if (cls != AN_CLASS_IGNORABLE)
			last = s;
	}
	return letter ? last : NULL;
}

static const char *
scan_mention(const char *text, const char *s, const char *end)
{
	const char *limit = an_scan_limit(s, end);
	const char *p = s + 1;

	if (s > text && (an_ascii_letter(s - 1, s) || an_ascii_digit(s - 1, s)))
		return NULL; /* an address gone wrong */
	while (an_ascii_letter(p, limit) || an_ascii_digit(p, limit) ||
		   (p < limit && *p == '_'))
		p++;
	return p > s + 1 ? p : NULL;
}

/*
 * What begins at a character that is neither letter nor digit; NULL if it is
 * but a blank.
 */
static const char *
scan_sign(AnScanner *scan, const char *s, const char *end, AnTokenType *type)
{
	switch (*s)
	{
		case '<':
			*type = AN_TOKEN_TAG;
			return an_scan_tag(scan, s);
		case '&':
			*type = AN_TOKEN_ENTITY;
			return an_scan_entity(s, end);
		case '#':
			*type = AN_TOKEN_HASHTAG;
			return scan_hashtag(s, end);
		case '@':
			*type = AN_TOKEN_MENTION;
			return scan_mention(scan->text, s, end);
		default:
			*type = AN_TOKEN_PERCENT;
			return an_scan_percent(scan->text, s, end);
	}
}

/*
 * End of the blank that begins at s; s itself if something else begins there.
 * What scan_sign found behind the blank is left in ahead_until.
 */
static const char *
scan_blank(AnScanner *scan, const char *s, const char *end)
{
	const char *limit = an_scan_limit(s, end);

	while (s < limit)
	{
		int len;
		int cls = an_scan_class(s, end, &len);

		if (cls == AN_SCAN_SPECIAL ||
			(cls == AN_CLASS_OTHER && len > 1 && an_percent_sign(s, end) > 0))
		{
			AnTokenType type;
			const char *more = scan_sign(scan, s, end, &type);

			if (more != NULL)
			{
				scan->ahead_until = (size_t) (more - scan->text);
				scan->ahead_type = type;
				return s;
			}
		}
		else if (cls == AN_CLASS_ARABIC || cls == AN_CLASS_ASCII ||
				 cls == AN_CLASS_LETTER || cls == AN_CLASS_DIGIT ||
				 cls == AN_CLASS_NUMBER)
			return s;
		if (s + len > limit)
			break;
		s += len;
	}
	return s;
}

/* ---- The walk ---- */

/* The next piece of what is known to be of one type, however long. */
static const char *
cut_ahead(const AnScanner *scan, const char *s)
{
	const char *until = scan->text + scan->ahead_until;
	const char *limit = an_scan_limit(s, until);

	if (limit < until)
	{
		/* not within a character: at most three bytes back */
		const char *p = limit;

		while (p > limit - 4 && (*p & 0xC0) == 0x80)
			p--;
		if ((*p & 0xC0) != 0x80)
			limit = p;
	}
	return limit;
}

bool
an_scan_next(AnScanner *scan, AnToken *token)
{
	const char *s = scan->text + scan->pos;
	const char *end = scan->text + scan->len;
	const char *p;
	AnTokenType type;
	int len;

	if (scan->pos >= scan->len)
		return false;

	if (scan->pos >= scan->ahead_until)
	{
		switch (an_scan_class(s, end, &len))
		{
			case AN_CLASS_ARABIC:
				p = scan_arabic(scan, s, end, &type);
				break;
			case AN_CLASS_ASCII:
			case AN_CLASS_LETTER:
			case AN_CLASS_NUMBER:
				p = scan_word(scan, s, end, &type);
				break;
			case AN_CLASS_DIGIT:
				p = scan_digits(scan, s, end, &type);
				break;
			default:
				p = scan_blank(scan, s, end);
				type = AN_TOKEN_BLANK;
				break;
		}

		/* longer than a token may be, or found by scan_blank */
		if (p - s >= AN_TOKEN_MAX)
		{
			scan->ahead_until = (size_t) (p - scan->text);
			scan->ahead_type = type;
			p = s;
		}
	}
	else
		p = s;

	if (p == s)
	{
		type = scan->ahead_type;
		p = cut_ahead(scan, s);
	}
	token->start = scan->pos;
	token->end = (size_t) (p - scan->text);
	token->type = type;
	scan->pos = token->end;
	return true;
}

/* ---- Names ---- */

typedef struct TokenName
{
	char name[12];
	char description[44];
} TokenName;

static const TokenName token_names[AN_TOKEN_LAST + 1] = {
	[AN_TOKEN_ASCIIWORD] = { "asciiword", "Word, all ASCII" },
	[AN_TOKEN_WORD] = { "word", "Word, all letters" },
	[AN_TOKEN_NUMWORD] = { "numword", "Word, letters and digits" },
	[AN_TOKEN_EMAIL] = { "email", "Email address" },
	[AN_TOKEN_URL] = { "url", "URL" },
	[AN_TOKEN_HOST] = { "host", "Host" },
	[AN_TOKEN_VERSION] = { "version", "Version number" },
	[AN_TOKEN_BLANK] = { "blank", "Space symbols" },
	[AN_TOKEN_TAG] = { "tag", "XML tag" },
	[AN_TOKEN_FLOAT] = { "float", "Decimal notation" },
	[AN_TOKEN_INTEGER] = { "uint", "Unsigned integer" },
	[AN_TOKEN_ENTITY] = { "entity", "XML entity" },
	[AN_TOKEN_ARABIC] = { "arabic", "Word, Arabic letters" },
	[AN_TOKEN_MONTH] = { "month", "Month name of more than one word" },
	[AN_TOKEN_DATE] = { "date", "Date in digits" },
	[AN_TOKEN_PERCENT] = { "percent", "Percentage" },
	[AN_TOKEN_ACRONYM] = { "acronym", "Letters with dots" },
	[AN_TOKEN_HASHTAG] = { "hashtag", "Hashtag" },
	[AN_TOKEN_MENTION] = { "mention", "Mention of an account" },
	[AN_TOKEN_CLITIC] = { "clitic", "Arabic prefix that stands alone" },
};

const char *
an_token_name(int type)
{
	if (type < 0 || type > AN_TOKEN_LAST || token_names[type].name[0] == '\0')
		return NULL;
	return token_names[type].name;
}

const char *
an_token_description(int type)
{
	if (an_token_name(type) == NULL)
		return NULL;
	return token_names[type].description;
}
