/*
 * resolve.c
 *	  Of candidates that overlap, the best one: the longer, then the surer.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/reader.h"

/* In the order of the text; of those that begin together the best first. */
static int
compare(const void *a, const void *b)
{
	const AnEntity *x = a;
	const AnEntity *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	if (x->confidence != y->confidence)
		return x->confidence > y->confidence ? -1 : 1;
	return (int) x->type - (int) y->type;
}

/* Whether y, which begins inside x, should take its place. */
static bool
better(const AnEntity *y, const AnEntity *x)
{
	uint32_t lx = x->end - x->start;
	uint32_t ly = y->end - y->start;

	if (lx != ly)
		return ly > lx;
	return y->confidence > x->confidence;
}

AnStatus
an_resolve(AnReader *r)
{
	size_t kept = 0;
	size_t i;

	if (r->nfound == 0)
		return AN_OK;
	qsort(r->found, r->nfound, sizeof(AnEntity), compare);
	for (i = 0; i < r->nfound; i++)
	{
		AnEntity *e = &r->found[i];

		if ((i & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		if (kept > 0 && e->start < r->found[kept - 1].end)
		{
			if (!better(e, &r->found[kept - 1]))
				continue;
			kept--;
		}
		r->found[kept++] = *e;
	}
	r->nfound = kept;
	return AN_OK;
}
