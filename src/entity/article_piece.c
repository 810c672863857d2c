/*
 * article_piece.c
 *	  The pieces of a line around an article: dates, hours, places, agencies,
 *	  persons, and cues (article_cues.tsv) with what they take behind them.
 *
 * What a cue takes is bounded and must look like it, since كتب is a verb too.
 */
#include "entity/article.h"

#define CREDIT_WORDS 14 /* of a source or a credit */

size_t
an_line_entity(const AnReader *r, uint32_t byte)
{
	size_t low = 0;
	size_t high = r->nfound;

	while (low < high)
	{
		size_t middle = low + (high - low) / 2;

		if (r->found[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
an_walk_start(AnWalk *w, const AnReader *r, const AnLine *line,
			  AnLineParts *out)
{
	memset(out, 0, sizeof(*out));
	memset(w, 0, sizeof(*w));
	w->r = r;
	w->out = out;
	w->first = line->first_word;
	w->last = line->last_word;
	w->entity = an_line_entity(r, line->start);
}

/* ---- Pieces ---- */

/* Whether what stands before word i parts it from the word before. */
bool
an_walk_parted(const AnWalk *w, uint32_t i)
{
	return i == w->first || i >= w->last ||
		   (w->r->words[i].gap & ~AN_GAP_SPACE) != 0;
}

/* Whether this character stands between word i - 1 and word i. */
bool
an_gap_has(const AnReader *r, uint32_t i, const char *mark)
{
	const char *s = r->body + r->words[i - 1].end;
	const char *end =
		i < r->nwords ? r->body + r->words[i].start : r->body + r->len;
	size_t len = strlen(mark);

	for (; (size_t) (end - s) >= len && s < end && *s != '\n'; s++)
		if (memcmp(s, mark, len) == 0)
			return true;
	return false;
}

/* The first word at or behind this byte, from word i on. */
static uint32_t
word_behind(const AnWalk *w, uint32_t i, uint32_t byte)
{
	while (i < w->last && w->r->words[i].start < byte)
		i++;
	return i;
}

/* The entity of this type that begins at word i, or NULL. */
static const AnEntity *
entity_at(AnWalk *w, uint32_t i, AnEntityType type)
{
	const AnReader *r = w->r;
	const AnEntity *e;

	while (w->entity < r->nfound &&
		   r->found[w->entity].end <= r->words[i].start)
		w->entity++;
	if (w->entity >= r->nfound)
		return NULL;
	e = &r->found[w->entity];
	return e->type == type && e->start >= r->words[i].start &&
				   e->start < r->words[i].end
			   ? e
			   : NULL;
}

static bool
is_hijri(const AnReader *r, uint32_t i, uint32_t next)
{
	AnFact fact;

	for (; i < next; i++)
		if (an_may_be(r, i, AN_BIT(MONTH)) &&
			an_fact(r, i, AN_KIND_MONTH, &fact) &&
			(fact.record->flags & AN_FLAG_HIJRI) != 0)
			return true;
	return false;
}

/* A day of the line: the first one, but a Gregorian before a Hijri one. */
static void
note_day(AnWalk *w, const AnEntity *e, uint32_t i, uint32_t next)
{
	AnLineParts *out = w->out;

	w->dates++;
	out->has_date = true;
	if (!e->has_dates || e->date_from != e->date_to)
		return;
	if (w->updating)
	{
		out->has_updated = true;
		out->updated = e->date_from;
	}
	else if (!out->has_published || w->hijri)
	{
		out->has_published = true;
		out->published = e->date_from;
		out->by_cue = w->cues[AN_ARTICLE_PUBLISHED] > 0;
		w->hijri = is_hijri(w->r, i, next);
	}
}

static const AnHit *
hit_of(const AnReader *r, uint32_t i, AnKind kind)
{
	const AnHit *hit = an_hits(r, i);
	const AnHit *best = NULL;
	int n;

	for (n = r->words[i].nhits; n > 0; n--, hit++)
		if ((hit->kinds & (uint32_t) 1 << kind) != 0 && !hit->clitic &&
			!hit->al && (best == NULL || hit->nwords > best->nwords))
			best = hit;
	return best;
}

/* Whether a date begins at word i. */
static bool
begins_date(AnWalk *w, uint32_t i)
{
	size_t entity = w->entity;
	bool found = i < w->last && entity_at(w, i, AN_DATE) != NULL;

	w->entity = entity;
	return found;
}

/* An agency, or a paper, station or site, that stands by itself. */
uint32_t
an_walk_agency(AnWalk *w, uint32_t i)
{
	const AnHit *hit = hit_of(w->r, i, AN_KIND_ORGANIZATION);
	const AnRecord *record;
	uint32_t next;
	AnText *to;

	if (hit == NULL)
		return 0;
	record = an_hit_sense(w->r, hit, AN_KIND_ORGANIZATION);
	next = i + hit->nwords;
	if ((record->value != AN_ORG_AGENCY && record->value != AN_ORG_MEDIA) ||
		next > w->last)
		return 0;
	if (!an_walk_parted(w, next) && !begins_date(w, next) &&
		!(w->dateline && w->dates > 0))
		return 0;
	to = record->value == AN_ORG_AGENCY ? &w->out->source : &w->out->publisher;
	if (to->len == 0)
		*to = an_words_text(w->r, i, next);
	w->agencies++;
	return next;
}

static bool
is_number(const AnReader *r, uint32_t i)
{
	return an_in_digits(r, i) || r->words[i].type == AN_TOKEN_DATE ||
		   r->words[i].type == AN_TOKEN_VERSION;
}

/* The initials of who edited the text: ر.ك/ س.ع */
static bool
is_initials(const AnReader *r, uint32_t i)
{
	return r->words[i].type == AN_TOKEN_ACRONYM ||
		   (r->words[i].type == AN_TOKEN_ARABIC && r->words[i].key_len == 2);
}

/* في before a date. */
static bool
joins_date(AnWalk *w, uint32_t i)
{
	return (an_word_is(w->r, i, "في") || an_word_is(w->r, i, "يوم") ||
			an_word_is(w->r, i, "بتاريخ") || an_word_is(w->r, i, "الموافق")) &&
		   begins_date(w, i + 1);
}

/* ---- Cues ---- */

static bool
takes_content(AnArticleCue cue)
{
	return cue == AN_ARTICLE_AUTHOR || cue == AN_ARTICLE_REPORT ||
		   cue == AN_ARTICLE_PUBLISHER || cue == AN_ARTICLE_SOURCE ||
		   cue == AN_ARTICLE_IMAGE;
}

/* Whether what stands between the words shows that more is meant: a colon. */
static bool
is_strong(const AnWalk *w, uint32_t next)
{
	uint32_t start = w->r->words[w->first].start;

	if (an_gap_has(w->r, next, ":") ||
		(start > 0 && w->r->body[start - 1] == '('))
		return true;
	return next < w->last &&
		   (w->r->words[next].gap &
			(AN_GAP_DASH | AN_GAP_COMMA | AN_GAP_BRACKET | AN_GAP_OTHER)) != 0;
}

/* The cue at word i, if it may begin here; the word behind it, or 0. */
uint32_t
an_walk_cue(const AnWalk *w, uint32_t i, AnArticleCue *cue)
{
	const AnHit *hit = hit_of(w->r, i, AN_KIND_ARTICLE_CUE);

	if (hit == NULL || i + hit->nwords > w->last)
		return 0;
	*cue = (AnArticleCue) an_hit_sense(w->r, hit, AN_KIND_ARTICLE_CUE)->value;
	return i + hit->nwords;
}

/*
 * Whether the name of a language is a switch: العربية may be a station, unless
 * it stands alone or beside others.
 */
static bool
is_switch(const AnWalk *w, uint32_t i, uint32_t next)
{
	return w->cues[AN_ARTICLE_LANGUAGE] > 0 ||
		   w->r->words[i].type != AN_TOKEN_ARABIC ||
		   (i == w->first && next == w->last);
}

/* A cue, and all that it explains; the word behind that, or 0. */
static uint32_t
cue_piece(AnWalk *w, uint32_t i)
{
	AnArticleCue cue;
	uint32_t next = an_walk_cue(w, i, &cue);

	if (next == 0)
		return 0;
	if (takes_content(cue))
	{
		bool strong = is_strong(w, next);

		if (!strong && next < w->last && cue != AN_ARTICLE_AUTHOR)
			return 0;
		w->cue = cue;
		w->strong = strong;
		w->content = next;
	}
	else if (cue == AN_ARTICLE_PUBLISHED || cue == AN_ARTICLE_UPDATED)
		w->updating = cue == AN_ARTICLE_UPDATED;
	else if (cue == AN_ARTICLE_AGENCIES)
	{
		if (w->out->source.len == 0)
			w->out->source = an_words_text(w->r, i, next);
		w->agencies++;
	}
	else if (cue == AN_ARTICLE_RELATED || cue == AN_ARTICLE_TAGS)
	{
		/* المزيد من القتلى is no link */
		if (i != w->first || (next < w->last && !is_strong(w, next) &&
							  (cue == AN_ARTICLE_TAGS || next == i + 1)))
			return 0;
		w->list = next == w->last;
		next = w->last;
	}
	else if (cue == AN_ARTICLE_RIGHTS)
	{
		if (i != w->first || w->last - i > CREDIT_WORDS)
			return 0;
		next = w->last;
	}
	else if (cue == AN_ARTICLE_SHARE && i == w->first &&
			 w->last - next <= CREDIT_WORDS &&
			 (an_gap_has(w->r, next, ":") ||
			  an_word_is(w->r, w->last - 1, "علي") ||
			  an_word_is(w->r, w->last - 1, "عبر")))
		next = w->last;
	else if (cue == AN_ARTICLE_LANGUAGE && !is_switch(w, i, next))
		return 0;
	else if (cue == AN_ARTICLE_AGO)
		w->ago = true;
	else if (cue == AN_ARTICLE_CLOCK)
		w->hours++;
	if (i == w->first)
		w->out->first = cue;
	w->cues[cue]++;
	return next;
}

/* ---- What a cue takes ---- */

/* Whether persons alone stand in words [i, end), joined by و and commas. */
static bool
all_persons(AnWalk *w, uint32_t i, uint32_t end)
{
	size_t entity = w->entity;
	bool found = false;

	w->entity = an_line_entity(w->r, w->r->words[i].start);
	while (i < end)
	{
		const AnEntity *e = entity_at(w, i, AN_PERSON);

		if (e != NULL)
		{
			found = true;
			i = word_behind(w, i + 1, e->end);
		}
		else if ((w->r->words[i].kinds & AN_BIT(TITLE)) != 0)
			i++;
		else
			break;
	}
	w->entity = entity;
	return found && i >= end;
}

/* Whether words [i, end) may be names that nobody knows. */
static bool
may_be_names(const AnWalk *w, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
	{
		uint32_t kinds = w->r->words[i].kinds;

		/* علي folds to a stop word */
		if (an_in_digits(w->r, i) ||
			((kinds & (AN_BIT(CUE) | AN_BIT(STOP))) != 0 &&
			 (kinds & (AN_BIT(GIVEN_NAME) | AN_BIT(FAMILY_NAME))) == 0))
			return false;
	}
	return true;
}

/* Ends what the cue takes before word end. */
void
an_walk_close(AnWalk *w, uint32_t end)
{
	AnLineParts *out = w->out;
	uint32_t n = end - w->content;
	AnText text;
	AnText *to;
	bool author = w->cue == AN_ARTICLE_AUTHOR || w->cue == AN_ARTICLE_REPORT;
	AnArticleCue cue;

	if (w->cue == AN_ARTICLE_NONE)
		return;
	if (n == 0)
	{
		if (end == w->last && w->content == end && out->pending == 0)
			out->pending = w->cue;
		w->cue = AN_ARTICLE_NONE;
		return;
	}
	text = an_words_text(w->r, w->content, end);
	to = author                           ? &out->author
		 : w->cue == AN_ARTICLE_PUBLISHER ? &out->publisher
		 : w->cue == AN_ARTICLE_SOURCE    ? &out->source
										  : &out->image;
	if (n > (author ? AN_NAME_WORDS : CREDIT_WORDS) || text.len == 0)
		w->refused = true;
	else if (author && an_walk_cue(w, w->content, &cue) == end)
		w->credits++; /* "by: the editor" names nobody */
	else if (author && !all_persons(w, w->content, end) &&
			 (w->cue == AN_ARTICLE_REPORT || !w->strong || n > 5 ||
			  !may_be_names(w, w->content, end)))
		w->refused = true;
	else
	{
		if (to->len == 0)
			*to = text;
		w->credits++;
	}
	w->cue = AN_ARTICLE_NONE;
}

/* Whether what a cue takes ends before word i. */
bool
an_walk_ends(AnWalk *w, uint32_t i)
{
	bool author = w->cue == AN_ARTICLE_AUTHOR || w->cue == AN_ARTICLE_REPORT;
	AnArticleCue cue;

	if (i == w->content)
		return false;
	if (an_gap_has(w->r, i, "|") || an_gap_has(w->r, i, "•"))
		return true;
	if (author && (an_gap_has(w->r, i, " - ") || an_gap_has(w->r, i, " – ") ||
				   an_gap_has(w->r, i, "/") || an_gap_has(w->r, i, "(") ||
				   entity_at(w, i, AN_DATE) != NULL))
		return true;
	if (an_walk_cue(w, i, &cue) == 0)
		return false;
	if (cue == AN_ARTICLE_END)
		return true;
	return an_walk_parted(w, i) &&
		   (takes_content(cue) || cue == AN_ARTICLE_PUBLISHED ||
			cue == AN_ARTICLE_UPDATED || cue == AN_ARTICLE_VIEWS) &&
		   (cue != AN_ARTICLE_AUTHOR ||
			is_strong(w, an_walk_cue(w, i, &cue)) ||
			w->r->words[i].gap & AN_GAP_DASH);
}

/* ---- A piece of the line ---- */

/*
 * A person at word i: a mention, or between marks a given name and others, of
 * which no sentence says that they are one.  The word behind it, or 0.
 */
static uint32_t
person(AnWalk *w, uint32_t i)
{
	const AnReader *r = w->r;
	const AnEntity *e = entity_at(w, i, AN_PERSON);
	uint32_t next;

	if (e != NULL && e->start == r->words[i].start)
		return word_behind(w, i + 1, e->end);
	if (!an_walk_parted(w, i) || (r->words[i].kinds & AN_BIT(GIVEN_NAME)) == 0)
		return 0;
	for (next = i + 1; !an_walk_parted(w, next); next++)
		if ((r->words[next].kinds &
			 (AN_BIT(GIVEN_NAME) | AN_BIT(FAMILY_NAME))) == 0)
			return 0;
	return next - i >= 2 && next - i <= 4 ? next : 0;
}

/* The piece at word i; the word behind it, or 0 for text. */
uint32_t
an_walk_piece(AnWalk *w, uint32_t i)
{
	const AnReader *r = w->r;
	const AnEntity *e = entity_at(w, i, AN_DATE);
	const AnHit *hit;
	uint32_t next;

	if (e != NULL)
	{
		next = word_behind(w, i + 1, e->end);
		note_day(w, e, i, next);
		return next;
	}
	next = cue_piece(w, i);
	if (next > 0)
		return next;
	next = an_walk_agency(w, i);
	if (next > 0)
		return next;
	next = person(w, i);
	if (next > 0)
	{
		/* several names are one byline */
		if (w->person.len == 0)
			w->person_first = i;
		if (w->person.len == 0 ||
			(i == w->person_next && an_joined(r, i, AN_GAP_COMMA)))
		{
			w->person = an_words_text(r, w->person_first, next);
			w->person_next = next;
		}
		return next;
	}
	hit = an_hit_of(r, i, AN_BIT(PLACE) | AN_BIT(COUNTRY));
	if (hit != NULL && !hit->clitic && i + hit->nwords <= w->last)
	{
		w->places++;
		return i + hit->nwords;
	}
	if (is_number(r, i))
	{
		w->numbers++;
		return i + 1;
	}
	if (joins_date(w, i) || is_initials(r, i) ||
		(w->ago && an_may_be(r, i, AN_BIT(TIME) | AN_BIT(NUMBER))))
		return i + 1;
	return 0;
}
