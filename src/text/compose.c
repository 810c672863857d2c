/*
 * compose.c
 *	  Normalization of one segment: decompose, sort, compose, lower.
 *
 * Complete for all of Unicode and linear in the length of a segment, however
 * many marks it has.
 */
#include "text/compose.h"

#include <string.h>

/* Hangul by arithmetic: The Unicode Standard, 3.12. */
#define HANGUL_S 0xAC00
#define HANGUL_L 0x1100
#define HANGUL_V 0x1161
#define HANGUL_T 0x11A7
#define HANGUL_LS 19
#define HANGUL_VS 21
#define HANGUL_TS 28
#define HANGUL_SS (HANGUL_LS * HANGUL_VS * HANGUL_TS)

/* Up to so many marks are sorted by insertion. */
#define SHORT_RUN 24

static bool push_decomposed(AnWriter *w, uint32_t cp, uint32_t offset);

/* ---- Canonical order ---- */

/* Stable, linear: counts the classes, then deals the items out. */
static bool
sort_long(AnWriter *w, AnItem *run, size_t n)
{
	size_t start[256] = { 0 };
	AnItem *sorted = w->items + w->room;
	size_t total = 0;
	size_t i;

	for (i = 0; i < n; i++)
	{
		start[AN_ITEM_CCC(run[i].code)]++;
		if (!an_writer_poll_items(w, i))
			return false;
	}
	for (i = 0; i < 256; i++)
	{
		size_t count = start[i];

		start[i] = total;
		total += count;
	}
	for (i = 0; i < n; i++)
	{
		sorted[start[AN_ITEM_CCC(run[i].code)]++] = run[i];
		if (!an_writer_poll_items(w, i))
			return false;
	}
	memcpy(run, sorted, n * sizeof(AnItem));
	return true;
}

static void
sort_short(AnItem *run, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++)
	{
		AnItem item = run[i];
		size_t j = i;

		while (j > 0 && AN_ITEM_CCC(run[j - 1].code) > AN_ITEM_CCC(item.code))
		{
			run[j] = run[j - 1];
			j--;
		}
		run[j] = item;
	}
}

/* Sorts each run of marks in the segment; starters stay in their place. */
static bool
sort_marks(AnWriter *w, size_t n)
{
	AnItem *items = w->items;
	size_t i = 0;

	while (i < n)
	{
		size_t first = i;

		while (i < n && AN_ITEM_CCC(items[i].code) != 0)
		{
			if (!an_writer_poll_items(w, i))
				return false;
			i++;
		}
		if (i - first > SHORT_RUN)
		{
			if (!sort_long(w, items + first, i - first))
				return false;
		}
		else if (i - first > 1)
			sort_short(items + first, i - first);
		i++;
	}
	return true;
}

/* ---- Composition ---- */

/* The canonical composition of two code points, 0 if there is none. */
static uint32_t
compose_pair(uint32_t first, uint32_t second)
{
	uint32_t low = 0;
	uint32_t high = an_pair_count;

	if (first - HANGUL_L < HANGUL_LS && second - HANGUL_V < HANGUL_VS)
		return HANGUL_S +
			   ((first - HANGUL_L) * HANGUL_VS + (second - HANGUL_V)) *
				   HANGUL_TS;
	if (first - HANGUL_S < HANGUL_SS)
		return (first - HANGUL_S) % HANGUL_TS == 0 &&
					   second - (HANGUL_T + 1) < HANGUL_TS - 1
				   ? first + (second - HANGUL_T)
				   : 0;

	while (low < high)
	{
		uint32_t mid = (low + high) / 2;
		const AnPair *pair = &an_pairs[mid];

		if (pair->first == first && pair->second == second)
			return pair->composed;
		if (pair->first < first ||
			(pair->first == first && pair->second < second))
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

/*
 * Composes the sorted segment.  What goes into a composition is marked GONE;
 * the composed character stands in the starter's place, unless this is only
 * to find out what would go.
 */
static bool
compose(AnWriter *w, size_t n, bool only_mark)
{
	AnItem *starter = NULL;
	uint32_t composed = 0;
	int last_ccc = -1; /* of what stays since the starter */
	size_t i;

	for (i = 0; i < n; i++)
	{
		AnItem *item = &w->items[i];
		uint32_t cp = AN_ITEM_CP(item->code);
		int ccc = (int) AN_ITEM_CCC(item->code);
		uint32_t both;

		if (!an_writer_poll_items(w, i))
			return false;
		if (item->code & AN_ITEM_GONE)
			continue;
		if (starter != NULL && (item->code & AN_ITEM_BACK) && last_ccc < ccc &&
			(both = compose_pair(composed, cp)) != 0)
		{
			composed = both;
			item->code |= AN_ITEM_GONE;
			if (!only_mark)
				starter->code = composed;
			continue;
		}
		last_ccc = ccc;
		if (ccc == 0)
		{
			starter = item;
			composed = cp;
			last_ccc = -1;
		}
	}
	return true;
}

/*
 * Takes the Arabic marks away that do not compose, and takes back what else
 * composed: with those marks gone, others may.
 */
static bool
drop_arabic_marks(AnWriter *w, size_t *n)
{
	AnItem *items = w->items;
	size_t kept = 0;
	size_t i;

	if (!compose(w, *n, true))
		return false;
	for (i = 0; i < *n; i++)
	{
		uint32_t code = items[i].code;

		if ((code & AN_ITEM_ARABIC) && !(code & AN_ITEM_GONE))
			continue;
		items[kept] = items[i];
		items[kept].code = code & ~AN_ITEM_GONE;
		kept++;
		if (!an_writer_poll_items(w, i))
			return false;
	}
	*n = kept;
	return true;
}

/*
 * Makes the offsets non-decreasing: what changed places has the offset of the
 * first of the group.
 */
static bool
settle_offsets(AnWriter *w, size_t n)
{
	uint32_t least = UINT32_MAX;

	while (n-- > 0)
	{
		AnItem *item = &w->items[n];

		if (!an_writer_poll_items(w, n))
			return false;
		if (item->code & AN_ITEM_GONE)
			continue;
		if (item->offset < least)
			least = item->offset;
		item->offset = least;
	}
	return true;
}

/*
 * Lower case, and composed again: J with caron is two characters, j with
 * caron one.  No character has a longer decomposition in lower case.
 */
static bool
lower_segment(AnWriter *w, size_t *n)
{
	AnItem *copy = w->items + w->room;
	bool changed = false;
	size_t kept = 0;
	size_t i;

	for (i = 0; i < *n; i++)
	{
		uint32_t cp = AN_ITEM_CP(w->items[i].code);

		if (w->items[i].code & AN_ITEM_GONE)
			continue;
		copy[kept] = w->items[i];
		copy[kept].code = an_lower(cp);
		changed |= copy[kept].code != cp;
		kept++;
	}
	if (!changed)
		return true;

	w->count = 0;
	w->last_ccc = 0;
	w->unsorted = false;
	for (i = 0; i < kept; i++)
	{
		if (!push_decomposed(w, copy[i].code, copy[i].offset))
			return false;
	}
	*n = w->count;
	if (w->unsorted && !sort_marks(w, *n))
		return false;
	return compose(w, *n, false);
}

/* Finishes the segment that was gathered in items. */
static bool
flush(AnWriter *w)
{
	size_t n = w->count;
	size_t i;

	if (w->unsorted && !sort_marks(w, n))
		return false;
	if (w->has_arabic && w->level >= AN_ORTHOGRAPHY &&
		!drop_arabic_marks(w, &n))
		return false;
	if (n > 1 && !compose(w, n, false))
		return false;
	if (w->unsorted && w->want_map && !settle_offsets(w, n))
		return false;
	if (w->lower && !lower_segment(w, &n))
		return false;
	w->count = 0;
	w->last_ccc = 0;
	w->unsorted = false;
	w->has_arabic = false;

	for (i = 0; i < n; i++)
	{
		if (w->items[i].code & AN_ITEM_GONE)
			continue;
		if (!an_writer_emit(w, AN_ITEM_CP(w->items[i].code),
							w->items[i].offset) ||
			!an_writer_poll_items(w, i))
			return false;
	}
	return true;
}

/* ---- Decomposition ---- */

static bool
grow_items(AnWriter *w)
{
	size_t room = w->room * 2;
	AnItem *items;

	if (w->env == NULL || w->room >= AN_SEGMENT_MAX)
		return an_writer_fail(w, AN_TOO_LARGE);
	if (room > AN_SEGMENT_MAX)
		room = AN_SEGMENT_MAX;
	items = w->env->alloc(w->env, 2 * room * sizeof(AnItem));
	memcpy(items, w->items, w->count * sizeof(AnItem));
	w->items = items;
	w->room = room;
	return true;
}

/* Takes one code point of a full decomposition. */
static bool
push(AnWriter *w, uint32_t cp, uint32_t norm, uint32_t offset)
{
	uint32_t code = cp;

	if (norm == AN_NORM_REMOVED)
		return true;
	if (norm >= AN_NORM_MARK)
	{
		uint32_t bits = norm - AN_NORM_MARK;
		uint32_t ccc = bits >> 2;

		w->unsorted |= ccc < w->last_ccc;
		w->last_ccc = ccc;
		code |= ccc << 21;
		if (bits & AN_NORM_BACK)
			code |= AN_ITEM_BACK;
		if (bits & AN_NORM_ARABIC)
		{
			code |= AN_ITEM_ARABIC;
			w->has_arabic = true;
		}
	}
	else
	{
		if (norm == AN_NORM_STARTER)
			code |= AN_ITEM_BACK;
		else if (w->count > 0 && !flush(w))
			return false;
		w->last_ccc = 0;
	}

	if (w->count == w->room && !grow_items(w))
		return false;
	w->items[w->count].code = code;
	w->items[w->count].offset = offset;
	w->count++;
	return true;
}

static bool
push_hangul(AnWriter *w, uint32_t cp, uint32_t offset)
{
	uint32_t index = cp - HANGUL_S;
	uint32_t t = index % HANGUL_TS;

	return push(w, HANGUL_L + index / (HANGUL_VS * HANGUL_TS), 0, offset) &&
		   push(w, HANGUL_V + index / HANGUL_TS % HANGUL_VS, AN_NORM_STARTER,
				offset) &&
		   (t == 0 || push(w, HANGUL_T + t, AN_NORM_STARTER, offset));
}

/* Takes any code point, decomposed. */
static bool
push_decomposed(AnWriter *w, uint32_t cp, uint32_t offset)
{
	uint32_t norm = an_norm(cp);
	const uint16_t *unit;
	const uint16_t *end;

	if (norm == AN_NORM_HANGUL)
		return push_hangul(w, cp, offset);
	if (norm < AN_NORM_POOL)
		return push(w, cp, norm, offset);

	unit = &an_norm_pool[norm - AN_NORM_POOL];
	end = unit + 1 + (*unit & AN_POOL_LEN);
	for (unit++; unit < end; unit++)
	{
		cp = *unit;
		if ((cp & 0xFC00) == 0xD800)
			cp = 0x10000 + ((cp & 0x3FF) << 10) + (*++unit & 0x3FF);
		if (!push(w, cp, an_norm(cp), offset))
			return false;
	}
	return true;
}

bool
an_writer_segment(AnWriter *w, size_t *offset)
{
	const char *end = w->src + w->len;
	const char *start = w->src + *offset;
	const char *s = start;
	int n;

	for (; s < end; s += n)
	{
		size_t at = (size_t) (s - w->src);
		uint32_t cp;

		n = an_utf8_decode(s, end, &cp);
		if (s > start && an_norm_keeps(an_norm(cp)))
			break;
		if (!push_decomposed(w, cp, (uint32_t) at) || !an_writer_poll(w, at))
			return false;
	}
	*offset = (size_t) (s - w->src);
	if (!flush(w))
		return false;
	/* what the segment ended in was removed */
	return w->used == *offset || an_writer_differ(w);
}
