/*
 * words.c
 *	  An article as an array of folded words, and the candidates found in it.
 *
 * Two passes of the tokenizer: the first counts words and bytes, so that each
 * array is allocated once, at its size.
 */
#include <string.h>

#include "entity/reader.h"

/* The AN_GAP_ bit of one character between words. */
static uint8_t
gap_of(uint32_t cp)
{
	switch (cp)
	{
		case ' ':
		case '\t':
		case 0x00A0:
			return AN_GAP_SPACE;
		case '\n':
		case '\r':
		case 0x0B:
		case 0x0C:
		case 0x85:
		case 0x2028:
		case 0x2029:
			return AN_GAP_LINE;
		case ',':
		case 0x060C:
			return AN_GAP_COMMA;
		case '.':
		case '!':
		case '?':
		case 0x061F:
		case ';':
		case 0x061B:
		case ':':
		case 0x2026:
		case 0x06D4:
			return AN_GAP_STOP;
		case '-':
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x2212:
			return AN_GAP_DASH;
		case '"':
		case '\'':
		case 0x00AB:
		case 0x00BB:
		case 0x2018:
		case 0x2019:
		case 0x201A:
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x201F:
		case 0x2039:
		case 0x203A:
		case 0x02BC:
		case 0xFF02:
			return AN_GAP_QUOTE;
		case '(':
		case ')':
		case '[':
		case ']':
		case '{':
		case '}':
			return AN_GAP_BRACKET;
		case '*':
		case '_':
		case '`':
			/* markdown's emphasis stands anywhere in a name */
			return AN_GAP_SPACE;
		default:
			break;
	}
	if (an_class(cp) == AN_CLASS_IGNORABLE || an_class(cp) == AN_CLASS_MARK ||
		an_class(cp) == AN_CLASS_TATWEEL)
		return 0;
	if (cp >= 0x2000 && cp <= 0x200A)
		return AN_GAP_SPACE;
	return AN_GAP_OTHER;
}

static uint8_t
gap_of_blank(const char *s, const char *end)
{
	uint8_t gap = 0;

	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		gap |= gap_of(cp);
	}
	return gap;
}

bool
an_inline_tag(const char *s, size_t len)
{
	AnHtmlTag tag;

	return an_html_tag(s, len, &tag) && an_html_inline(tag.name);
}

/* What the character is that an entity stands for; unknown ones are space. */
static uint8_t
gap_of_entity(const char *s, size_t len)
{
	uint32_t cp;

	return an_html_reference(s, len, &cp) ? gap_of(cp) : AN_GAP_SPACE;
}

static uint8_t
gap_of_token(const char *body, const AnToken *token)
{
	const char *s = body + token->start;
	size_t len = token->end - token->start;

	switch (token->type)
	{
		case AN_TOKEN_TAG:
			return an_inline_tag(s, len) ? 0 : AN_GAP_LINE;
		case AN_TOKEN_ENTITY:
			return gap_of_entity(s, len);
		default:
			return gap_of_blank(s, s + len);
	}
}

static bool
is_blank(AnTokenType type)
{
	return type == AN_TOKEN_BLANK || type == AN_TOKEN_TAG ||
		   type == AN_TOKEN_ENTITY;
}

/* Behind so many bytes of a piece of keys no key begins any more. */
#define KEYS_USED (AN_KEYS - AN_TOKEN_MAX - KEY_GROWTH)

/*
 * Folding shortens all but rare compatibility characters; a word that grows
 * by more than this gets an empty key.
 */
#define KEY_GROWTH 8

/*
 * Counts words, and the room that their folded spellings may need.  A text
 * without a word of Arabic letters has none: its numbers are not ours to read.
 */
static AnStatus
count_words(AnReader *r, size_t *room)
{
	AnScanner scan;
	AnToken token;
	size_t polled = 0;
	size_t n = 0;
	size_t bytes = 1;
	bool arabic = false;

	an_scan_start(&scan, r->block, r->body, r->len);
	while (an_scan_next(&scan, &token))
	{
		if (token.start - polled >= AN_POLL_BYTES)
		{
			polled = token.start;
			if (r->env->poll(r->env))
				return AN_CANCELLED;
		}
		if (is_blank(token.type))
			continue;
		n++;
		arabic |=
			token.type == AN_TOKEN_ARABIC || token.type == AN_TOKEN_MONTH;
		bytes += token.end - token.start + KEY_GROWTH;
	}
	if (n > UINT32_MAX || bytes / KEYS_USED >= UINT32_MAX / AN_KEYS)
		return AN_TOO_LARGE;
	r->nwords = arabic ? (uint32_t) n : 0;
	*room = bytes;
	return AN_OK;
}

/*
 * Whether the marks in a gap leave the text behind it quoted.  Marks without
 * direction open and close by turns; a line ends all quotations.
 */
static bool
quoted_after(const char *s, const char *end, bool quoted)
{
	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		switch (cp)
		{
			case 0x00AB:
			case 0x201C:
			case 0x201E:
				quoted = true;
				break;
			case 0x00BB:
			case 0x201D:
				quoted = false;
				break;
			case '"':
				quoted = !quoted;
				break;
			default:
				if (gap_of(cp) == AN_GAP_LINE)
					quoted = false;
				break;
		}
	}
	return quoted;
}

/*
 * Folds a word behind the keys there are, of which used says the end; gives
 * its length.
 */
static uint16_t
add_key(AnReader *r, const char *s, size_t size, size_t *used)
{
	char *piece;
	size_t len;

	if (size > AN_TOKEN_MAX)
		return 0;
	if (*used % AN_KEYS > KEYS_USED)
		*used += AN_KEYS - *used % AN_KEYS;
	if (r->keys[*used / AN_KEYS] == NULL)
		r->keys[*used / AN_KEYS] = r->env->alloc(r->env, AN_KEYS);
	piece = r->keys[*used / AN_KEYS];
	len = an_fold(s, size, piece + *used % AN_KEYS, size + KEY_GROWTH);
	*used += len;
	return (uint16_t) len;
}

AnStatus
an_reader_open(AnReader *r, AnEnv *env, const AnBlock *block, const char *body,
			   size_t len, const int32_t *published)
{
	AnScanner scan;
	AnToken token;
	AnStatus status;
	size_t room;
	size_t pieces;
	size_t used = 0;
	uint32_t i = 0;
	uint8_t gap = AN_GAP_LINE;
	bool quoted = false;

	memset(r, 0, sizeof(*r));
	r->env = env;
	r->block = block;
	r->body = body;
	r->len = len;
	r->published = published;
	if (len > AN_MAX_TEXT)
		return AN_TOO_LARGE;
	status = count_words(r, &room);
	if (status != AN_OK)
		return status;
	r->words = env->alloc(env, ((size_t) r->nwords + 1) * sizeof(AnWord));
	pieces = room / KEYS_USED + 1;
	r->keys = env->alloc(env, pieces * sizeof(char *));
	memset(r->keys, 0, pieces * sizeof(char *));
	r->keys[0] = env->alloc(env, room < AN_KEYS ? room : AN_KEYS);

	an_scan_start(&scan, block, body, len);
	while (an_scan_next(&scan, &token))
	{
		AnWord *word = &r->words[i];
		size_t size = token.end - token.start;

		if (is_blank(token.type))
		{
			gap |= gap_of_token(body, &token);
			quoted =
				quoted_after(body + token.start, body + token.end, quoted);
			continue;
		}
		if (i == r->nwords)
			break;
		if (an_poll(r, i))
			return AN_CANCELLED;
		word->start = (uint32_t) token.start;
		word->end = (uint32_t) token.end;
		word->type = (uint8_t) token.type;
		word->gap = gap;
		word->quoted = quoted;
		word->key_len = add_key(r, body + token.start, size, &used);
		word->key = (uint32_t) (used - word->key_len);
		gap = 0;
		i++;
	}
	/* a word behind the last one, so that its gap can be asked for */
	memset(&r->words[i], 0, sizeof(AnWord));
	r->words[i].gap = gap | AN_GAP_LINE;
	return an_find_hits(r);
}

AnEntity *
an_reader_add(AnReader *r, AnEntityType type, uint32_t start, uint32_t end)
{
	size_t piece = r->ncandidates / AN_CANDIDATES;
	AnEntity *e;

	if (piece == r->npieces)
	{
		size_t n = r->npieces == 0 ? 16 : r->npieces * 2;
		AnEntity **more = r->env->alloc(r->env, n * sizeof(AnEntity *));

		if (r->npieces > 0)
			memcpy(more, r->candidates, r->npieces * sizeof(AnEntity *));
		r->candidates = more;
		r->npieces = n;
	}
	if (r->ncandidates % AN_CANDIDATES == 0)
		r->candidates[piece] =
			r->env->alloc(r->env, AN_CANDIDATES * sizeof(AnEntity));
	e = an_candidate(r, r->ncandidates++);
	memset(e, 0, sizeof(*e));
	e->type = type;
	e->start = start;
	e->end = end;
	e->name = "";
	e->name_key = "";
	e->confidence = 0.5f;
	return e;
}

uint32_t
an_word_skip(const AnReader *r, uint32_t i, size_t n)
{
	const char *s = r->body + r->words[i].start;
	const char *end = r->body + r->words[i].end;

	while (s < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, end, &cp);
		AnClass class = an_class(cp);

		if (class != AN_CLASS_MARK && class != AN_CLASS_TATWEEL &&
			class != AN_CLASS_IGNORABLE)
		{
			if (n == 0)
				break;
			n--;
		}
		s += size;
	}
	return (uint32_t) (s - r->body);
}

const char *
an_copy(AnEnv *env, const char *s, size_t len)
{
	char *copy = env->alloc(env, len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}
