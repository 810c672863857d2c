/*-------------------------------------------------------------------------
 *
 * quote_marks.c
 *	  Quotation marks, and which of them belong together.
 *
 * News has « » and » «, “ ” and ” “, " ", ' ', as characters or as
 * references of HTML, nested, with a blank on the wrong side, and often one
 * without the other.  A mark opens or closes by its shape and by what is on
 * both sides of it; marks that are still open wait on a short stack.  One
 * that is never closed quotes nothing.
 *
 *-------------------------------------------------------------------------
 */
#include <stdlib.h>
#include <string.h>

#include "entity/quotes.h"

/* Marks deeper than this are left alone. */
#define DEPTH_MAX 8

/* A quotation that is open over more paragraphs was never closed. */
#define LINES_MAX 12

/* A paragraph of a quotation has no more words. */
#define PARAGRAPH_MAX 100

typedef enum Family
{
	NO_MARK,
	GUILLEMET, /* « » */
	CURLY,     /* “ ” „ */
	STRAIGHT,  /* " */
	ANGLE,     /* ‹ › */
	SINGLE     /* ' ‘ ’ */
} Family;

typedef enum Shape
{
	NEUTRAL,
	OPENING,
	CLOSING
} Shape;

/* How a mark stands: word« word, word »word or neither. */
typedef enum Flank
{
	EITHER,
	LEFT, /* before a word */
	RIGHT /* behind one */
} Flank;

typedef struct Mark
{
	Family family;
	Shape shape;
	Flank flank;
	uint32_t start; /* bytes */
	uint32_t end;
	uint32_t word;  /* the one behind it */
	uint8_t before; /* AN_BESIDE_ */
	bool weak;      /* opens only if nothing better does */
	int lines;      /* that ended while it was open */
} Mark;

typedef struct Marks
{
	AnReader *r;
	AnQuotePairs *out;
	Mark open[DEPTH_MAX];
	int depth;
} Marks;

static Family
family_of(uint32_t cp, Shape *shape)
{
	*shape = NEUTRAL;
	switch (cp)
	{
		case '"':
		case 0xFF02:
			return STRAIGHT;
		case 0x00AB:
			*shape = OPENING;
			return GUILLEMET;
		case 0x00BB:
			*shape = CLOSING;
			return GUILLEMET;
		case 0x2039:
			*shape = OPENING;
			return ANGLE;
		case 0x203A:
			*shape = CLOSING;
			return ANGLE;
		case 0x201C:
		case 0x201E:
		case 0x201F:
			*shape = OPENING;
			return CURLY;
		case 0x201D:
			*shape = CLOSING;
			return CURLY;
		case '\'':
		case 0x2018:
		case 0x2019:
		case 0x201A:
			return SINGLE;
		default:
			return NO_MARK;
	}
}

static uint8_t
beside_of(uint32_t cp)
{
	switch (cp)
	{
		case ' ':
		case '\t':
		case 0x00A0:
		case '*':
		case '_':
			return AN_BESIDE_BLANK;
		case '\n':
		case '\r':
		case 0x0B:
		case 0x0C:
		case 0x85:
		case 0x2028:
		case 0x2029:
			return AN_BESIDE_LINE;
		case ',':
		case 0x060C:
		case ';':
		case 0x061B:
			return AN_BESIDE_COMMA;
		case '.':
		case '!':
		case '?':
		case 0x061F:
		case 0x06D4:
		case 0x2026:
			return AN_BESIDE_STOP;
		case ':':
		case 0xFE55:
		case 0xFF1A:
			return AN_BESIDE_COLON;
		case '-':
		case 0x2013:
		case 0x2014:
		case 0x2015:
			return AN_BESIDE_DASH;
		case '(':
		case '[':
		case '{':
			return AN_BESIDE_OPEN;
		default:
			break;
	}
	if (cp >= 0x2000 && cp <= 0x200A)
		return AN_BESIDE_BLANK;
	switch (an_class(cp))
	{
		case AN_CLASS_IGNORABLE:
		case AN_CLASS_MARK:
		case AN_CLASS_TATWEEL:
			return 0;
		default:
			return AN_BESIDE_OTHER;
	}
}

/* ---- Characters between words ---- */

/* The characters of a stretch without words, tags left out. */
typedef struct Chars
{
	AnScanner scan;
	AnToken token;
	size_t base; /* of the stretch in the body */
	size_t at;   /* in the stretch; token.end: the next token */
} Chars;

static void
chars_start(Chars *c, const AnReader *r, uint32_t start, uint32_t end)
{
	an_scan_start(&c->scan, r->block, r->body + start, end - start);
	c->base = start;
	c->at = c->token.end = 0;
}

/* The next character and where it is; a tag is a line's end. */
static bool
chars_next(Chars *c, uint32_t *cp, uint32_t *start, uint32_t *end)
{
	const char *text = c->scan.text;
	size_t from;

	if (c->at == c->token.end)
	{
		if (!an_scan_next(&c->scan, &c->token))
			return false;
		c->at = c->token.start;
	}
	from = c->at;
	if (c->token.type == AN_TOKEN_ENTITY)
	{
		if (!an_html_reference(text + from, c->token.end - from, cp))
			*cp = ' ';
		c->at = c->token.end;
	}
	else if (c->token.type == AN_TOKEN_TAG)
	{
		*cp = an_inline_tag(text + from, c->token.end - from) ? 0x200B : '\n';
		c->at = c->token.end;
	}
	else
		c->at += (size_t) an_utf8_decode(text + from, text + c->token.end, cp);
	*start = (uint32_t) (c->base + from);
	*end = (uint32_t) (c->base + c->at);
	return true;
}

uint8_t
an_beside(const AnReader *r, uint32_t start, uint32_t end)
{
	Chars chars;
	uint32_t cp;
	uint32_t from;
	uint32_t to;
	uint8_t beside = 0;
	Shape shape;

	if (start >= end)
		return 0;
	chars_start(&chars, r, start, end);
	while (chars_next(&chars, &cp, &from, &to))
		if (family_of(cp, &shape) == NO_MARK)
			beside |= beside_of(cp);
	return beside;
}

/* ---- Pairs ---- */

static void
add_pair(Marks *m, const Mark *from, const Mark *to)
{
	AnQuotePairs *out = m->out;
	AnQuotePair *pair;

	if (from->word >= to->word)
		return; /* nothing is quoted */
	if (out->count == out->room)
	{
		size_t room = out->room == 0 ? 32 : out->room * 2;
		AnQuotePair *more =
			m->r->env->alloc(m->r->env, room * sizeof(AnQuotePair));

		if (out->count > 0)
			memcpy(more, out->items, out->count * sizeof(AnQuotePair));
		out->items = more;
		out->room = room;
	}
	pair = &out->items[out->count++];
	pair->start = from->end;
	pair->end = to->start;
	pair->after = to->end;
	pair->first = from->word;
	pair->next = to->word;
	pair->before = from->before;
}

/* Whether a mark closes the open one of its family. */
static bool
closes(const Mark *open, const Mark *mark)
{
	if (mark->family == SINGLE)
		return mark->flank == RIGHT;
	if (open->shape == OPENING && mark->shape == CLOSING)
		return true;
	return mark->flank != LEFT;
}

static void
push(Marks *m, const Mark *mark)
{
	if (mark->family == SINGLE && mark->flank != LEFT)
		return; /* an apostrophe */
	if (mark->shape == CLOSING && mark->family != CURLY &&
		mark->flank == RIGHT)
		return; /* what it closes is not there */
	if (m->depth == DEPTH_MAX)
		return;
	m->open[m->depth] = *mark;
	m->open[m->depth].weak = mark->flank == RIGHT;
	m->open[m->depth++].lines = 0;
}

static void
take(Marks *m, const Mark *mark)
{
	int k = m->depth;
	Mark *open;

	while (k > 0 && m->open[k - 1].family != mark->family)
		k--;
	if (k == 0)
	{
		push(m, mark);
		return;
	}
	open = &m->open[k - 1];
	if (closes(open, mark))
	{
		add_pair(m, open, mark);
		m->depth = k - 1;
		return;
	}
	/* each paragraph of a long quotation begins with a mark */
	if (open->lines > 0 && !open->weak && (mark->before & AN_BESIDE_LINE) &&
		k == 1)
		return;
	/* also where paragraphs have become one */
	if ((open->before & AN_BESIDE_COLON) && (mark->before & AN_BESIDE_STOP) &&
		(mark->before & AN_BESIDE_COLON) == 0 && k == 1 &&
		mark->family != GUILLEMET && mark->word - open->word < PARAGRAPH_MAX)
		return;
	if (open->weak || open->lines > 0)
		m->depth = k - 1;
	push(m, mark);
}

static void
end_line(Marks *m)
{
	int k;

	for (k = 0; k < m->depth; k++)
		if (++m->open[k].lines > LINES_MAX || m->open[k].family == SINGLE ||
			m->open[k].weak)
			m->depth = k;
}

/* What a mark stands beside. */
typedef enum Side
{
	SIDE_BLANK, /* or a mark that opens something */
	SIDE_WORD,
	SIDE_CLOSE /* , . ) */
} Side;

static Side
side_of(uint8_t beside)
{
	if (beside & (AN_BESIDE_COMMA | AN_BESIDE_STOP | AN_BESIDE_OTHER))
		return SIDE_CLOSE;
	return SIDE_BLANK;
}

/* و, ب, ل ... before a mark: what is quoted begins there. */
static bool
proclitic(const AnReader *r, uint32_t i)
{
	return r->words[i].type == AN_TOKEN_CLITIC ||
		   r->words[i].key_len == AN_LETTER ||
		   (r->words[i].type == AN_TOKEN_ARABIC &&
			r->words[i].key_len == AN_ARTICLE &&
			(an_begins_with(r, i, "ال") || an_begins_with(r, i, "لل")));
}

static void
set_flank(Mark *mark, Side before, Side after)
{
	if (before == SIDE_BLANK && after == SIDE_WORD)
		mark->flank = LEFT;
	else if (before != SIDE_BLANK && after != SIDE_WORD)
		mark->flank = RIGHT;
	else
		mark->flank = EITHER;
}

/* The marks between word i - 1 and word i; false: the work should stop. */
static bool
read_gap(Marks *m, uint32_t i)
{
	AnReader *r = m->r;
	uint32_t from = i > 0 ? r->words[i - 1].end : 0;
	uint32_t to = i < r->nwords ? r->words[i].start : (uint32_t) r->len;
	Side side = i == 0 || proclitic(r, i - 1) ? SIDE_BLANK : SIDE_WORD;
	uint8_t seen = i == 0 ? AN_BESIDE_LINE : 0;
	Mark mark = { .family = NO_MARK };
	Side before = SIDE_BLANK;
	size_t polled = from;
	Chars chars;
	uint32_t cp;
	uint32_t start;
	uint32_t end;

	chars_start(&chars, r, from, to);
	while (chars_next(&chars, &cp, &start, &end))
	{
		Shape shape;
		Family family = family_of(cp, &shape);
		uint8_t beside = family == NO_MARK ? beside_of(cp) : 0;

		if (start - polled >= AN_POLL_BYTES)
		{
			polled = start;
			if (r->env->poll(r->env))
				return false;
		}
		if (family == NO_MARK && beside == 0)
			continue;
		if (mark.family != NO_MARK)
		{
			/* beside another mark it does as that one */
			set_flank(&mark, before,
					  family == NO_MARK      ? side_of(beside)
					  : before == SIDE_BLANK ? SIDE_WORD
											 : SIDE_CLOSE);
			take(m, &mark);
			mark.family = NO_MARK;
		}
		if (beside & AN_BESIDE_LINE)
			end_line(m);
		if (family != NO_MARK)
		{
			before = side;
			mark.family = family;
			mark.shape = shape;
			mark.start = start;
			mark.end = end;
			mark.word = i;
			mark.before = seen;
			continue;
		}
		seen |= beside;
		side = side_of(beside);
	}
	if (mark.family != NO_MARK)
	{
		set_flank(&mark, before, i < r->nwords ? SIDE_WORD : SIDE_CLOSE);
		take(m, &mark);
	}
	return true;
}

static int
compare(const void *a, const void *b)
{
	const AnQuotePair *x = a;
	const AnQuotePair *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end > y->end ? -1 : x->end < y->end;
}

/* Blanks inside the marks are not part of what was said. */
static void
trim(const AnReader *r, AnQuotePair *pair)
{
	const char *s = r->body;
	uint32_t cp;

	while (pair->start < r->words[pair->first].start)
	{
		int n = an_utf8_decode(s + pair->start,
							   s + r->words[pair->first].start, &cp);

		if ((beside_of(cp) & (AN_BESIDE_BLANK | AN_BESIDE_LINE)) == 0)
			break;
		pair->start += (uint32_t) n;
	}
	while (pair->end > r->words[pair->next - 1].end)
	{
		uint32_t at = pair->end - 1;

		while (at > r->words[pair->next - 1].end &&
			   ((unsigned char) s[at] & 0xC0) == 0x80)
			at--;
		an_utf8_decode(s + at, s + pair->end, &cp);
		if ((beside_of(cp) & (AN_BESIDE_BLANK | AN_BESIDE_LINE)) == 0)
			break;
		pair->end = at;
	}
}

AnStatus
an_quote_pairs(AnReader *r, AnQuotePairs *out)
{
	Marks m = { .r = r, .out = out };
	size_t k;
	uint32_t i;

	memset(out, 0, sizeof(*out));
	if (r->nwords == 0)
		return AN_OK;
	for (i = 0; i <= r->nwords; i++)
	{
		if (an_poll(r, i))
			return AN_CANCELLED;
		if (r->words[i].gap & AN_GAP_QUOTE)
		{
			if (!read_gap(&m, i))
				return AN_CANCELLED;
		}
		else if (r->words[i].gap & AN_GAP_LINE)
			end_line(&m);
	}
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(AnQuotePair), compare);
	for (k = 0; k < out->count; k++)
		trim(r, &out->items[k]);
	return AN_OK;
}
