/*
 * writer.c
 *	  The result of normalization: room for it, its map, its last decisions.
 */
#include "text/compose.h"

#include <string.h>

bool
an_writer_fail(AnWriter *w, AnStatus status)
{
	w->status = status;
	return false;
}

bool
an_writer_poll(AnWriter *w, size_t offset)
{
	if (offset < w->next_poll || w->env == NULL)
		return true;
	w->next_poll = offset + AN_POLL_BYTES;
	return w->env->poll(w->env) ? an_writer_fail(w, AN_CANCELLED) : true;
}

static void
fill_map(AnWriter *w)
{
	size_t i;

	for (i = 0; i < w->used; i++)
		w->map[i] = ((unsigned char) w->src[i] & 0xC0) == 0x80 ? w->map[i - 1]
															   : (uint32_t) i;
}

bool
an_writer_differ(AnWriter *w)
{
	size_t cap = w->len + w->len / 16 + 64;

	if (w->out != NULL)
		return true;
	if (cap > AN_MAX_TEXT)
		cap = AN_MAX_TEXT;
	if (w->used > cap)
		return an_writer_fail(w, AN_TOO_LARGE);
	w->out = w->env->alloc(w->env, cap);
	w->cap = cap;
	memcpy(w->out, w->src, w->used);
	if (w->want_map)
	{
		w->map = w->env->alloc(w->env, (cap + 1) * sizeof(uint32_t));
		fill_map(w);
	}
	return true;
}

/*
 * Text seldom grows, so the first allocation nearly always is the only one.
 * Else by half at least, so that all copying together is linear.
 */
bool
an_writer_grow(AnWriter *w, size_t size)
{
	size_t cap = w->cap + w->cap / 2 + size;
	char *out;

	if (w->used + size <= w->cap)
		return true;
	if (cap > AN_MAX_TEXT)
		cap = AN_MAX_TEXT;
	if (w->env == NULL || w->used + size > cap)
		return an_writer_fail(w, AN_TOO_LARGE);

	out = w->env->alloc(w->env, cap);
	memcpy(out, w->out, w->used);
	w->out = out;
	w->cap = cap;
	if (w->want_map)
	{
		uint32_t *map = w->env->alloc(w->env, (cap + 1) * sizeof(uint32_t));

		memcpy(map, w->map, w->used * sizeof(uint32_t));
		w->map = map;
	}
	return true;
}

static bool
put(AnWriter *w, uint32_t cp, uint32_t offset)
{
	char bytes[4];
	size_t n = (size_t) an_utf8_encode(cp, bytes);

	if (w->out == NULL)
	{
		if (n <= w->len - w->used && memcmp(w->src + w->used, bytes, n) == 0)
		{
			w->used += n;
			return true;
		}
		if (!an_writer_differ(w))
			return false;
	}
	if (w->used + n > w->cap && !an_writer_grow(w, n))
		return false;

	memcpy(w->out + w->used, bytes, n);
	if (w->map != NULL)
	{
		size_t i;

		for (i = 0; i < n; i++)
			w->map[w->used + i] = offset;
	}
	w->used += n;
	return true;
}

void
an_writer_rewind(AnWriter *w, size_t used)
{
	w->used = used;
	if (w->maksura != AN_NOWHERE && w->maksura >= used)
		w->maksura = AN_NOWHERE;
}

/*
 * The undecided U+0649 becomes yeh unless, after marks, an Arabic letter
 * follows in the result.  Looking at the result makes the rule the same
 * whatever was removed or decomposed in between.
 */
static bool
decide_maksura(AnWriter *w)
{
	const char *result = w->out != NULL ? w->out : w->src;
	const char *s = result + w->maksura + 2;
	const char *end = result + w->used;
	size_t count;

	for (count = 0; s < end; count++)
	{
		uint32_t cp;
		AnClass class;

		s += an_utf8_decode(s, end, &cp);
		class = an_class(cp);
		if (class == AN_CLASS_ARABIC)
			return true;
		if (class != AN_CLASS_MARK)
			break;
		if (!an_writer_poll_items(w, count))
			return false;
	}
	if (!an_writer_differ(w))
		return false;
	/* the two differ in the last byte only: D9 89, D9 8A */
	w->out[w->maksura + 1] = (char) 0x8A;
	return true;
}

bool
an_writer_maksura(AnWriter *w, size_t at)
{
	if (w->maksura != AN_NOWHERE && !decide_maksura(w))
		return false;
	w->maksura = at;
	return true;
}

bool
an_writer_finish(AnWriter *w)
{
	return w->maksura == AN_NOWHERE || decide_maksura(w);
}

static bool
follows_alef(const AnWriter *w)
{
	const char *result = w->out != NULL ? w->out : w->src;

	return w->used >= 2 && memcmp(result + w->used - 2, "\xD8\xA7", 2) == 0;
}

bool
an_writer_emit(AnWriter *w, uint32_t cp, uint32_t offset)
{
	if (cp >= 0x80 && cp < 0x800)
	{
		uint32_t quick = an_quick[w->level][cp];

		switch (quick & AN_QUICK_KIND)
		{
			case 0:
			case AN_QUICK_DIGIT:
				cp = quick & AN_QUICK_VALUE;
				break;
			case AN_QUICK_MAKSURA:
				return put(w, cp, offset) && an_writer_maksura(w, w->used - 2);
			default:
				if (cp == AN_HIGH_HAMZA && w->level == AN_SEARCH &&
					follows_alef(w))
					return true;
				break;
		}
	}
	return put(w, cp, offset);
}
