/*-------------------------------------------------------------------------
 *
 * values.c
 *	  Phrases of dates and numbers, and what joins them.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/values.h"

static bool
find_fact(const AnReader *r, uint32_t i, AnKind kind, int time_kind,
		  AnFact *out)
{
	const AnHit *hit;
	const AnRecord *found = NULL;
	int words = 0;
	int n;

	/* a word that only begins longer phrases has hits, but no kinds */
	if (i >= r->nwords || r->words[i].nhits == 0)
		return false;
	hit = an_hits(r, i);
	for (n = r->words[i].nhits; n > 0; n--, hit++)
	{
		int s;

		if ((hit->kinds & (uint32_t) 1 << kind) == 0 || hit->nwords <= words)
			continue;
		for (s = 0; s < hit->nsenses; s++)
		{
			const AnRecord *record = an_hit_record(r, hit, s);

			if (record->kind != kind ||
				(time_kind != AN_TIME_NONE &&
				 (int) AN_TIME_KIND(record) != time_kind))
				continue;
			found = record;
			words = hit->nwords;
			out->start = hit->start;
			out->clitic = hit->clitic;
			out->definite = hit->al;
			break;
		}
	}
	if (found == NULL)
		return false;
	out->record = found;
	out->next = i + (uint32_t) words;
	out->end = r->words[out->next - 1].end;
	return true;
}

bool
an_fact(const AnReader *r, uint32_t i, AnKind kind, AnFact *out)
{
	return find_fact(r, i, kind, AN_TIME_NONE, out);
}

bool
an_time_fact(const AnReader *r, uint32_t i, AnTimeKind kind, AnFact *out)
{
	return find_fact(r, i, AN_KIND_TIME, (int) kind, out);
}

bool
an_word_is(const AnReader *r, uint32_t i, const char *key)
{
	size_t len = strlen(key);

	return i < r->nwords && r->words[i].key_len == len &&
		   memcmp(an_key(r, i), key, len) == 0;
}

bool
an_joined(const AnReader *r, uint32_t i, uint8_t marks)
{
	return i < r->nwords && (r->words[i].gap & ~(AN_GAP_SPACE | marks)) == 0;
}

bool
an_article_before(const AnReader *r, uint32_t i)
{
	return an_word_is(r, i, "ال") && i + 1 < r->nwords &&
		   r->words[i + 1].gap == 0 && an_in_digits(r, i + 1);
}
