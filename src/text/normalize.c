/*
 * normalize.c
 *	  an_normalize(): the quick way through common text.
 *
 * Runs over letters, blanks and punctuation with one look into a table a
 * character, first without writing, from the first change on with; where
 * characters interact (compositions, marks in disorder) it steps back to the
 * beginning of the segment and lets compose.c work.
 */
#include "text/compose.h"

#include <string.h>

/* Segments up to this long need no scratch memory. */
#define SEGMENT_ROOM 32

/*
 * The quick loops look, and write, so many bytes ahead without asking; the
 * last bytes of the text are left to compose.c.
 */
#define LOOK_AHEAD 8

typedef enum Stop
{
	STOP_LIMIT,   /* as far as it was told to go */
	STOP_CHANGE,  /* the result differs from here on */
	STOP_SEGMENT, /* this segment needs compose.c */
	STOP_FAILED   /* see the writer's status */
} Stop;

/*
 * Where the quick loops are: position in the source and in the result (moving
 * with it in the source as long as nothing changed), and the same of the last
 * boundary before, where the segment begins.
 */
typedef struct Cursor
{
	const unsigned char *src;
	const unsigned char *end;
	const uint16_t *quick;
	uint32_t *map;      /* as the writer's; NULL if not asked for */
	unsigned char *out; /* as the writer's; NULL while unchanged */

	const unsigned char *p;
	const unsigned char *segment_p;
	unsigned char *d;
	unsigned char *segment_d;
} Cursor;

static inline bool
is_two_bytes(const unsigned char *p)
{
	return (p[0] & 0xE0) == 0xC0 && (p[1] & 0xC0) == 0x80;
}

static inline uint32_t
two_bytes(const unsigned char *p)
{
	return (uint32_t) (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
}

/*
 * Takes characters, of one and two bytes, that stand for themselves or just
 * for another; stops at any other.  Compiled three times, so that the loop is
 * small: without writing it also stops where the result would differ.
 */
static inline __attribute__((always_inline)) void
run_plain(Cursor *c, const unsigned char *limit, bool writing, bool mapping)
{
	const unsigned char *p = c->p;
	const unsigned char *segment_p = c->segment_p;
	unsigned char *d = c->d;
	unsigned char *segment_d = c->segment_d;

	while (p < limit)
	{
		uint32_t value;
		size_t n;

		if (is_two_bytes(p))
		{
			value = c->quick[two_bytes(p)];
			if (writing ? value >= AN_QUICK_DROP : value != two_bytes(p))
				break;
			n = 2;
		}
		else if (*p < 0x80)
		{
			value = *p;
			n = 1;
		}
		else
			break;

		segment_p = p;
		if (writing)
		{
			segment_d = d;
			if (mapping)
			{
				uint32_t *map = c->map + (d - c->out);

				/* the second is overwritten if this is one byte */
				map[0] = map[1] = (uint32_t) (p - c->src);
			}
			if (n == 2)
			{
				d[0] = (unsigned char) (0xC0 | value >> 6);
				d[1] = (unsigned char) (0x80 | (value & 0x3F));
			}
			else
				d[0] = (unsigned char) value;
			d += n;
		}
		p += n;
	}
	c->p = p;
	c->segment_p = segment_p;
	c->d = d;
	c->segment_d = segment_d;
}

/* Writes n bytes, which stand for what is at p, and steps over skip bytes. */
static inline void
take(Cursor *c, const unsigned char *bytes, size_t n, size_t skip)
{
	if (c->out != NULL)
	{
		size_t i;

		for (i = 0; i < n; i++)
		{
			if (c->map != NULL)
				c->map[c->d - c->out] = (uint32_t) (c->p - c->src);
			*c->d++ = bytes[i];
		}
	}
	c->p += skip;
}

static inline void
begin_segment(Cursor *c)
{
	c->segment_p = c->p;
	c->segment_d = c->d;
}

/* Is p right behind the boundary character that begins the segment? */
static inline bool
follows_boundary(const Cursor *c)
{
	unsigned char lead = *c->segment_p;

	return c->p - c->segment_p == (lead < 0x80   ? 1
								   : lead < 0xE0 ? 2
								   : lead < 0xF0 ? 3
												 : 4);
}

/*
 * Marks of Arabic that do not compose: kept, in canonical order.  People type
 * shadda before the vowel, Unicode wants it behind, so the second mark may be
 * put before the first; what is in greater disorder is not common.
 */
static Stop
quick_marks(Cursor *c)
{
	const unsigned char *first = c->p;
	uint32_t last_ccc = 0;

	if (!follows_boundary(c))
		return STOP_SEGMENT;
	while (c->end - c->p >= LOOK_AHEAD && is_two_bytes(c->p))
	{
		uint32_t value = c->quick[two_bytes(c->p)];
		uint32_t ccc = value & AN_QUICK_VALUE;

		if ((value & AN_QUICK_KIND) != AN_QUICK_MARK)
			break;
		if (ccc >= last_ccc)
		{
			last_ccc = ccc;
			take(c, c->p, 2, 2);
			continue;
		}
		if (c->p != first + 2)
			return STOP_SEGMENT;
		if (c->out == NULL)
		{
			c->p = first;
			return STOP_CHANGE;
		}
		take(c, c->p, 2, 2);
		memcpy(c->d - 2, first, 2);
		memcpy(c->d - 4, first + 2, 2);
		if (c->map != NULL)
		{
			uint32_t *map = c->map + (c->d - c->out);

			map[-1] = map[-2] = map[-3];
		}
	}
	return STOP_LIMIT;
}

/*
 * U+0649, which becomes yeh if no Arabic letter follows.  Mostly the next
 * character tells; else it is written as it is, and mended when the result
 * shows what follows.
 */
static Stop
quick_maksura(AnWriter *w, Cursor *c)
{
	static const unsigned char yeh[2] = { 0xD9, 0x8A };
	const unsigned char *next = c->p + 2;
	AnClass class = AN_CLASS_MARK; /* which does not tell */

	if (*next < 0x80)
		class = AN_CLASS_OTHER;
	else if (is_two_bytes(next) &&
			 (c->quick[two_bytes(next)] & AN_QUICK_KIND) == 0)
		class = an_class(two_bytes(next));

	if (class != AN_CLASS_ARABIC && class != AN_CLASS_MARK)
	{
		if (c->out == NULL)
			return STOP_CHANGE;
		begin_segment(c);
		take(c, yeh, 2, 2);
		return STOP_LIMIT;
	}

	begin_segment(c);
	take(c, c->p, 2, 2);
	if (class == AN_CLASS_ARABIC)
		return STOP_LIMIT;
	w->used = (size_t) (c->out != NULL ? c->d - c->out : c->p - c->src);
	if (!an_writer_maksura(w, w->used - 2))
		return STOP_FAILED;
	/* that decided the one before, and perhaps changed it */
	return c->out == NULL && w->out != NULL ? STOP_CHANGE : STOP_LIMIT;
}

/* A character that run_plain() does not take. */
static Stop
quick_other(AnWriter *w, Cursor *c)
{
	uint32_t norm;
	uint32_t cp;
	int n;

	if (is_two_bytes(c->p))
	{
		uint32_t value = c->quick[two_bytes(c->p)];
		unsigned char digit;

		switch (value & AN_QUICK_KIND)
		{
			case AN_QUICK_MARK:
				return quick_marks(c);
			case AN_QUICK_MAKSURA:
				return quick_maksura(w, c);
			case AN_QUICK_SLOW:
				return STOP_SEGMENT;
			default:
				break;
		}
		if (c->out == NULL)
			return STOP_CHANGE;
		if ((value & AN_QUICK_KIND) == AN_QUICK_DIGIT)
		{
			digit = (unsigned char) value;
			begin_segment(c);
			take(c, &digit, 1, 2);
		}
		else
			c->p += 2;
		return STOP_LIMIT;
	}

	/* three or four bytes, or malformed */
	n = an_utf8_decode((const char *) c->p, (const char *) c->end, &cp);
	norm = an_norm(cp);
	if (n >= 3 && an_norm_keeps(norm))
	{
		begin_segment(c);
		take(c, c->p, (size_t) n, (size_t) n);
		return STOP_LIMIT;
	}
	if (norm == AN_NORM_REMOVED)
	{
		if (c->out == NULL)
			return STOP_CHANGE;
		c->p += n;
		return STOP_LIMIT;
	}
	return STOP_SEGMENT;
}

/*
 * Goes from *offset up to limit or to where it must stop, w->used with it.
 * Room for limit - *offset + LOOK_AHEAD bytes is there.
 */
static Stop
quick_run(AnWriter *w, size_t *offset, size_t limit, size_t *segment,
		  size_t *segment_used)
{
	const unsigned char *src = (const unsigned char *) w->src;
	unsigned char *out = (unsigned char *) w->out;
	Cursor c = { .src = src,
				 .end = src + w->len,
				 .quick = an_quick[w->level],
				 .map = w->map,
				 .out = out,
				 .p = src + *offset,
				 .segment_p = src + *segment,
				 .d = out != NULL ? out + w->used : NULL,
				 .segment_d = out != NULL ? out + *segment_used : NULL };
	Stop stop = STOP_LIMIT;

	while (stop == STOP_LIMIT && c.p < src + limit)
	{
		if (out == NULL)
			run_plain(&c, src + limit, false, false);
		else if (c.map == NULL)
			run_plain(&c, src + limit, true, false);
		else
			run_plain(&c, src + limit, true, true);
		if (c.p < src + limit)
			stop = quick_other(w, &c);
	}

	*offset = (size_t) (c.p - src);
	*segment = (size_t) (c.segment_p - src);
	w->used = out != NULL ? (size_t) (c.d - out) : *offset;
	*segment_used = out != NULL ? (size_t) (c.segment_d - out) : *segment;
	return stop;
}

static bool
normalize(AnWriter *w)
{
	size_t quick_end = w->len > LOOK_AHEAD ? w->len - LOOK_AHEAD : 0;
	size_t offset = 0;
	size_t segment = 0;
	size_t segment_used = 0;

	while (offset < w->len)
	{
		size_t limit = quick_end;
		Stop stop = STOP_SEGMENT;

		if (limit > offset + AN_POLL_BYTES)
			limit = offset + AN_POLL_BYTES;
		if (offset < limit &&
			w->used + (limit - offset) + LOOK_AHEAD <= AN_MAX_TEXT)
		{
			if (w->out != NULL &&
				!an_writer_grow(w, limit - offset + LOOK_AHEAD))
				return false;
			stop = quick_run(w, &offset, limit, &segment, &segment_used);
		}

		switch (stop)
		{
			case STOP_LIMIT:
				break;
			case STOP_CHANGE:
				if (!an_writer_differ(w))
					return false;
				break;
			case STOP_SEGMENT:
				an_writer_rewind(w, segment_used);
				offset = segment;
				if (!an_writer_segment(w, &offset))
					return false;
				segment = offset;
				segment_used = w->used;
				break;
			case STOP_FAILED:
				return false;
		}
		if (!an_writer_poll(w, offset))
			return false;
	}
	return an_writer_finish(w);
}

AnStatus
an_normalize(AnEnv *env, const char *src, size_t len, AnLevel level,
			 bool want_map, AnNormalized *out)
{
	AnItem items[2 * SEGMENT_ROOM];
	AnWriter w = { .env = env,
				   .src = src,
				   .len = len,
				   .level = level,
				   .want_map = want_map,
				   .maksura = AN_NOWHERE,
				   .next_poll = AN_POLL_BYTES,
				   .items = items,
				   .room = SEGMENT_ROOM };

	out->str = src;
	out->len = len;
	out->changed = false;
	out->map = NULL;

	/* offsets are of 32 bits */
	if (len > UINT32_MAX)
		return AN_TOO_LARGE;
	if (!normalize(&w))
		return w.status;
	if (w.out == NULL)
		return AN_OK;

	if (w.map != NULL)
		w.map[w.used] = (uint32_t) len;
	out->str = w.out;
	out->len = w.used;
	out->changed = true;
	out->map = w.map;
	return AN_OK;
}
