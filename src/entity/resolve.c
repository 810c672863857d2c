/*
 * resolve.c
 *	  Of candidates that overlap, the best one: the longer, then the surer.
 *
 * Each reader adds its candidates in the order of the text, so that there are
 * only a few runs of them: they are merged, by number, since a candidate is
 * large.
 */
#include <string.h>

#include "entity/reader.h"

/* In the order of the text; of those that begin together the best first. */
static bool
before(const AnEntity *x, const AnEntity *y)
{
	if (x->start != y->start)
		return x->start < y->start;
	if (x->end != y->end)
		return x->end > y->end;
	if (x->confidence != y->confidence)
		return x->confidence > y->confidence;
	return x->type < y->type;
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

/* ---- Sorting ---- */

typedef struct Sort
{
	AnReader *r;
	uint32_t *from; /* numbers of candidates */
	uint32_t *to;
	uint32_t steps; /* since the environment was asked */
} Sort;

static bool
cancelled(Sort *s)
{
	if (++s->steps < 4096)
		return false;
	s->steps = 0;
	return s->r->env->poll(s->r->env);
}

/* The end of the run that begins at i: all in order. */
static uint32_t
run_end(Sort *s, uint32_t i)
{
	uint32_t n = (uint32_t) s->r->ncandidates;

	for (i++; i < n; i++)
		if (before(an_candidate(s->r, s->from[i]),
				   an_candidate(s->r, s->from[i - 1])))
			break;
	return i;
}

/* Merges the runs [a, b) and [b, c); false if cancelled. */
static bool
merge(Sort *s, uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t left = a;
	uint32_t right = b;
	uint32_t out;

	for (out = a; out < c; out++)
	{
		if (cancelled(s))
			return false;
		if (right == c ||
			(left < b && !before(an_candidate(s->r, s->from[right]),
								 an_candidate(s->r, s->from[left]))))
			s->to[out] = s->from[left++];
		else
			s->to[out] = s->from[right++];
	}
	return true;
}

/* One pass: each two neighbouring runs become one; gives their number. */
static AnStatus
merge_runs(Sort *s, uint32_t *runs)
{
	uint32_t n = (uint32_t) s->r->ncandidates;
	uint32_t *spare;
	uint32_t i;
	uint32_t middle;
	uint32_t end;

	*runs = 0;
	for (i = 0; i < n; i = end)
	{
		middle = run_end(s, i);
		end = middle < n ? run_end(s, middle) : n;
		if (!merge(s, i, middle, end))
			return AN_CANCELLED;
		++*runs;
	}
	spare = s->from;
	s->from = s->to;
	s->to = spare;
	return AN_OK;
}

AnStatus
an_resolve(AnReader *r)
{
	Sort s = { .r = r };
	AnStatus status = AN_OK;
	uint32_t runs = 2;
	size_t kept = 0;
	size_t i;

	if (r->ncandidates == 0)
		return AN_OK;
	s.from = r->env->alloc(r->env, r->ncandidates * sizeof(uint32_t));
	s.to = r->env->alloc(r->env, r->ncandidates * sizeof(uint32_t));
	for (i = 0; i < r->ncandidates; i++)
		s.from[i] = (uint32_t) i;
	while (status == AN_OK && runs > 1)
		status = merge_runs(&s, &runs);
	if (status != AN_OK)
		return status;

	/* first by number which are kept, so that only those are copied */
	for (i = 0; i < r->ncandidates; i++)
	{
		const AnEntity *e = an_candidate(r, s.from[i]);

		if (cancelled(&s))
			return AN_CANCELLED;
		if (kept > 0 && e->start < an_candidate(r, s.to[kept - 1])->end)
		{
			if (!better(e, an_candidate(r, s.to[kept - 1])))
				continue;
			kept--;
		}
		s.to[kept++] = s.from[i];
	}
	r->found = r->env->alloc(r->env, kept * sizeof(AnEntity));
	for (i = 0; i < kept; i++)
		r->found[i] = *an_candidate(r, s.to[i]);
	r->nfound = kept;
	return AN_OK;
}
