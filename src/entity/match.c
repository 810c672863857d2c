/*
 * match.c
 *	  Phrases of the store at a word of the article.
 */
#include <string.h>

#include "entity/reader.h"

/* Phrases longer than this are cut: no name of the store has more words. */
#define PHRASE_WORDS 12
#define PHRASE_BYTES 256

#define ALEF "\xd8\xa7"
#define LAM "\xd9\x84"

typedef struct Probe
{
	char key[PHRASE_BYTES];
	size_t len;
	size_t skip; /* letters before the span begins */
	bool clitic;
	bool al;
} Probe;

/* Looks up the probe's first word, then goes on while longer phrases may. */
static int
follow(const AnReader *r, uint32_t i, Probe *probe, AnMatch *out, int max)
{
	AnMatch found[PHRASE_WORDS];
	int n = 0;
	int kept = 0;
	uint32_t j;

	for (j = i;;)
	{
		AnMatch *m = &found[n];

		if (!an_store_find(r->block, probe->key, probe->len, &m->entry))
			break;
		if (m->entry.nsenses > 0)
		{
			m->first = i;
			m->nwords = j - i + 1;
			m->clitic = probe->clitic;
			m->al = probe->al;
			m->end = r->words[j].end;
			n++;
		}
		if (!m->entry.more || ++j >= r->nwords || j - i >= PHRASE_WORDS)
			break;
		if ((r->words[j].gap & ~AN_GAP_IN_NAME) != 0 ||
			probe->len + 1 + r->words[j].key_len > PHRASE_BYTES)
			break;
		probe->key[probe->len++] = ' ';
		memcpy(probe->key + probe->len, an_key(r, j), r->words[j].key_len);
		probe->len += r->words[j].key_len;
	}
	if (n == 0)
		return 0;
	found[0].start = an_word_skip(r, i, probe->skip);
	while (n > 0 && kept < max)
	{
		n--;
		found[n].start = found[0].start;
		out[kept++] = found[n];
	}
	return kept;
}

/* The probe for word i without its first n bytes; ال stays or goes. */
static bool
probe_without(const AnReader *r, uint32_t i, size_t n, bool keep_al,
			  Probe *probe)
{
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;
	const char *rest = key + n;
	size_t rest_len = len - n;

	probe->al = false;
	probe->len = 0;
	probe->skip = n / 2;
	if (n >= 4 && memcmp(rest - 4, ALEF LAM, 4) == 0)
	{
		probe->clitic = n > 4;
		probe->skip = n / 2 - 2;
		probe->al = true;
	}
	else if (n >= 4 && memcmp(rest - 4, LAM LAM, 4) == 0)
	{
		/* للصين is ل and الصين: the span begins at the second ل */
		probe->clitic = true;
		probe->skip = n / 2 - 1;
		probe->al = true;
	}
	else
		probe->clitic = n > 0;
	if (rest_len == 0 || rest_len + 4 > PHRASE_BYTES)
		return false;
	if (keep_al)
	{
		/* ال alone: that is the word as written */
		if (!probe->al || !probe->clitic)
			return false;
		memcpy(probe->key, ALEF LAM, 4);
		probe->len = 4;
		probe->al = false;
	}
	memcpy(probe->key + probe->len, rest, rest_len);
	probe->len += rest_len;
	return true;
}

/*
 * The phrase of a hashtag: its words, without a year at the end.  The whole
 * tag without its # is the span.
 */
static int
match_hashtag(const AnReader *r, uint32_t i, AnMatch *out)
{
	const AnWord *word = &r->words[i];
	const char *s = an_key(r, i);
	const char *end = s + word->key_len;
	char key[PHRASE_BYTES];
	size_t len = 0;

	while (s < end && !(*s & 0x80) && *s != '_')
		s++;
	if (end - s > (ptrdiff_t) sizeof(key) || s == end)
		return 0;
	for (; s < end; s++)
		key[len++] = *s == '_' ? ' ' : *s;
	if (len > 5 && key[len - 5] == ' ' &&
		(memcmp(key + len - 4, "19", 2) == 0 ||
		 memcmp(key + len - 4, "20", 2) == 0))
		len -= 5;
	if (!an_store_find(r->block, key, len, &out->entry) ||
		out->entry.nsenses == 0)
		return 0;
	out->start = an_word_skip(r, i, 1);
	out->end = word->end;
	out->first = i;
	out->nwords = 1;
	out->clitic = out->al = false;
	return 1;
}

int
an_match(const AnReader *r, uint32_t i, AnMatch *out)
{
	uint8_t lengths[8];
	Probe probe;
	int n;
	int p;
	int k;

	if (r->words[i].key_len == 0)
		return 0;
	if (r->words[i].type == AN_TOKEN_HASHTAG)
		return match_hashtag(r, i, out);
	n = probe_without(r, i, 0, false, &probe)
			? follow(r, i, &probe, out, AN_MATCH_MAX)
			: 0;
	if (r->words[i].type != AN_TOKEN_ARABIC)
		return n;
	p = an_proclitics(an_key(r, i), r->words[i].key_len, lengths, 8);
	for (k = 0; k < p; k++)
	{
		if (probe_without(r, i, lengths[k], true, &probe))
			n += follow(r, i, &probe, out + n, AN_MATCH_MAX - n);
		if (probe_without(r, i, lengths[k], false, &probe))
			n += follow(r, i, &probe, out + n, AN_MATCH_MAX - n);
	}
	return n;
}

const AnRecord *
an_hit_sense(const AnReader *r, const AnHit *hit, AnKind kind)
{
	int i;

	if ((hit->kinds & ((uint32_t) 1 << kind)) == 0)
		return NULL;
	for (i = 0; i < hit->nsenses; i++)
	{
		const AnRecord *record = an_hit_record(r, hit, i);

		if (record->kind == kind)
			return record;
	}
	return NULL;
}

const AnHit *
an_hit_of(const AnReader *r, uint32_t i, uint32_t kinds)
{
	const AnHit *hit = an_hits(r, i);
	const AnHit *best = NULL;
	int n;

	for (n = r->words[i].nhits; n > 0; n--, hit++)
		if ((hit->kinds & kinds) != 0 &&
			(best == NULL || hit->nwords > best->nwords))
			best = hit;
	return best;
}

static uint32_t
kinds_of(const AnReader *r, const AnEntry *entry)
{
	uint32_t kinds = 0;
	int i;

	for (i = 0; i < entry->nsenses; i++)
		kinds |= (uint32_t) 1 << an_record(r->block, entry->senses[i])->kind;
	return kinds;
}

/* س stands before verbs alone. */
static bool
after_future(const AnReader *r, uint32_t i, const AnMatch *m)
{
	static const char sin[] = "\xd8\xb3";
	const char *s = r->body + m->start;

	return m->clitic && !m->al && m->start >= r->words[i].start + 2 &&
		   memcmp(s - 2, sin, 2) == 0;
}

/* Keeps the matches of one word as hits. */
static void
keep_hits(AnReader *r, uint32_t i, const AnMatch *match, int n)
{
	AnWord *word = &r->words[i];
	AnHit *hit;
	int whole = 0;
	uint32_t least = 0;
	int k;

	if (r->nhits % AN_HITS + AN_MATCH_MAX > AN_HITS)
		r->nhits += AN_HITS - r->nhits % AN_HITS;
	if (r->hits[r->nhits / AN_HITS] == NULL)
		r->hits[r->nhits / AN_HITS] =
			r->env->alloc(r->env, AN_HITS * sizeof(AnHit));
	hit = r->hits[r->nhits / AN_HITS] + r->nhits % AN_HITS;
	word->hits = r->nhits;
	for (k = 0; k < n; k++)
		if (!match[k].clitic && match[k].nwords > (uint32_t) whole)
			whole = (int) match[k].nwords;
	for (k = 0; k < n; k++)
	{
		const AnMatch *m = &match[k];
		uint32_t kinds = kinds_of(r, &m->entry);

		/*
		 * What the store has as written has no proclitic: بدر is no ب and
		 * در.  A longer phrase shows that it has one after all.
		 */
		if (m->clitic && m->nwords <= (uint32_t) whole)
			continue;
		/* nor one more than it needs: وبنوك is و and بنوك */
		if (m->clitic && least != 0 && m->start > least && m->nwords == 1)
			continue;
		if (m->clitic && least == 0)
			least = m->start;
		if (after_future(r, i, m) &&
			(kinds & (AN_BIT(CUE) | AN_BIT(WORD))) == 0)
			continue;
		if (m->al)
			kinds &= ~AN_BIT(CUE); /* no verb has ال */
		hit->senses = (uint32_t) ((const char *) m->entry.senses -
								  (const char *) r->block);
		hit->nsenses =
			(uint8_t) (m->entry.nsenses < UINT8_MAX ? m->entry.nsenses
													: UINT8_MAX);
		hit->kinds = kinds;
		hit->start = m->start;
		hit->nwords = (uint8_t) m->nwords;
		hit->clitic = m->clitic;
		hit->al = m->al;
		if (m->nwords == 1 && m->clitic)
			word->clitic_kinds |= kinds;
		else if (m->nwords == 1)
			word->kinds |= kinds;
		hit++;
		word->nhits++;
	}
	r->nhits += word->nhits;
}

AnStatus
an_find_hits(AnReader *r)
{
	size_t pieces =
		(size_t) r->nwords * AN_MATCH_MAX / (AN_HITS - AN_MATCH_MAX) + 2;
	uint32_t i;

	r->hits = r->env->alloc(r->env, pieces * sizeof(AnHit *));
	memset(r->hits, 0, pieces * sizeof(AnHit *));
	r->name_end =
		r->env->alloc(r->env, ((size_t) r->nwords + 1) * sizeof(uint32_t));
	memset(r->name_end, 0, ((size_t) r->nwords + 1) * sizeof(uint32_t));
	for (i = 0; i < r->nwords; i++)
	{
		AnMatch match[AN_MATCH_MAX];
		AnWord *word = &r->words[i];

		if (an_poll(r, i))
			return AN_CANCELLED;
		word->hits = word->kinds = word->clitic_kinds = 0;
		word->nhits = 0;
		keep_hits(r, i, match, an_match(r, i, match));
	}
	return AN_OK;
}
