/*
 * article_line.c
 *	  What a line around an article says: byline, date, credit, counter.
 *
 * A line is furniture if each of its words is explained: by a date, an hour, a
 * place, an agency, a person, or by a cue (article_cues.tsv) and what it takes
 * behind it.  One word that is not, and the line is text.
 */
#include "entity/article.h"

/* Longer lines are paragraphs. */
#define LINE_BYTES 600
#define UNKNOWN_WORDS 3 /* of a place or paper that is not known */

/* Words at i of a place or a paper that is not known, up to a mark; or 0. */
static uint32_t
unknown_place(const AnWalk *w, uint32_t i)
{
	uint32_t next;

	for (next = i + 1; next < w->last && next - i <= UNKNOWN_WORDS; next++)
		if (an_walk_parted(w, next))
			return (w->r->words[next].gap &
					(AN_GAP_DASH | AN_GAP_OTHER | AN_GAP_BRACKET)) != 0
					   ? next
					   : 0;
	return 0;
}

/* What the pieces make of a line in which nothing else stands. */
static void
decide(AnWalk *w)
{
	AnLineParts *out = w->out;
	const int *cues = w->cues;
	bool link = cues[AN_ARTICLE_RELATED] > 0 || cues[AN_ARTICLE_TAGS] > 0;
	bool counter = cues[AN_ARTICLE_VIEWS] > 0 &&
				   (w->numbers > 0 || an_gap_has(w->r, w->last, ":") ||
					w->last - w->first > 1);
	bool page = cues[AN_ARTICLE_LANGUAGE] > 0 || cues[AN_ARTICLE_SHARE] > 0 ||
				cues[AN_ARTICLE_RIGHTS] > 0;

	/* numbers of a counter may look like years */
	if (counter && !w->cues[AN_ARTICLE_PUBLISHED] && w->dates <= 1 &&
		w->last - w->first <= 4)
		out->has_date = out->has_published = false;
	out->has_date |= w->ago || (w->hours > 0 && w->numbers > 0);
	out->heads_list = cues[AN_ARTICLE_RELATED] > 0 && w->list;
	if (w->person.len > 0 && out->author.len == 0 &&
		(w->agencies + w->places + w->dates > 0))
		out->author = w->person;
	out->explained =
		w->credits > 0 || link || counter || page || out->has_date ||
		out->pending != AN_ARTICLE_NONE || cues[AN_ARTICLE_SECTION] > 0 ||
		cues[AN_ARTICLE_END] > 0 || w->agencies > 0 || out->author.len > 0;
	out->cued = link || counter || out->image.len > 0 ||
				cues[AN_ARTICLE_SHARE] > 0 ||
				(out->source.len > 0 && out->first == AN_ARTICLE_SOURCE) ||
				(out->has_date && (out->first == AN_ARTICLE_PUBLISHED ||
								   out->first == AN_ARTICLE_UPDATED));
	if (!out->explained && w->person.len > 0 && w->pieces == 1)
		out->person = w->person;
}

void
an_line_read(const AnReader *r, const AnLine *line, AnLineParts *out)
{
	AnWalk w;
	uint32_t i;

	bool out_of_place = false;

	an_walk_start(&w, r, line, out);
	if (line->end - line->start > LINE_BYTES || w.first == w.last)
		return;
	for (i = w.first; i < w.last && !w.refused;)
	{
		uint32_t next;

		if (w.cue != AN_ARTICLE_NONE)
		{
			if (!an_walk_ends(&w, i))
			{
				i++;
				continue;
			}
			an_walk_close(&w, i);
		}
		next = an_walk_piece(&w, i);
		if (next == 0 && i == w.first && w.last - w.first <= AN_NAME_WORDS)
		{
			next = unknown_place(&w, i);
			out_of_place = next > 0;
		}
		w.refused |= next == 0;
		w.pieces++;
		i = next;
	}
	if (!w.refused)
		an_walk_close(&w, w.last);
	if (w.refused || (out_of_place && w.agencies == 0))
		memset(out, 0, sizeof(*out));
	else
		decide(&w);
	out->signature = out_of_place && out->explained;
}

/* ---- Datelines ---- */

#define DATELINE_WORDS 16

/* Behind the marks that end a dateline, at the end of word i - 1. */
static uint32_t
text_behind(const AnReader *r, uint32_t i)
{
	static const char closing[][4] = { "»", "”", "\"", ")", "]", "*" };
	static const char marks[][4] = { " ", "\xc2\xa0", ":", "-", "–", "—",
									 "/", ".",        "،", ",", "*", ")" };
	const char *s = r->body + r->words[i - 1].end;
	const char *end = r->body + r->words[i].start;
	size_t n;

	while (s < end && (n = an_mark_at(s, end, closing, AN_COUNT(closing))) > 0)
		s += n;
	while (s < end && (n = an_mark_at(s, end, marks, AN_COUNT(marks))) > 0)
		s += n;
	return (uint32_t) (s - r->body);
}

/* Whether a dateline may end before word i. */
static bool
ends_dateline(const AnWalk *w, uint32_t i)
{
	return i < w->last &&
		   (an_gap_has(w->r, i, ":") ||
			(w->r->words[i].gap & (AN_GAP_DASH | AN_GAP_OTHER)) != 0 ||
			(w->places > 0 && an_gap_has(w->r, i, ")")));
}

uint32_t
an_line_dateline(const AnReader *r, const AnLine *line, AnLineParts *out)
{
	AnWalk w;
	uint32_t i;
	uint32_t end = 0;

	an_walk_start(&w, r, line, out);
	w.dateline = true;
	for (i = w.first; i < w.last && i - w.first < DATELINE_WORDS;)
	{
		AnArticleCue cue = AN_ARTICLE_NONE;
		uint32_t next;

		if (an_walk_cue(&w, i, &cue) == 0 || cue == AN_ARTICLE_AGENCIES ||
			cue == AN_ARTICLE_CLOCK)
			next = an_walk_piece(&w, i);
		else
			next = an_walk_agency(&w, i);
		if (next == 0 && w.agencies == 0 && i == w.first)
			next = unknown_place(&w, i);
		if (next == 0)
			break;
		i = next;
		if (ends_dateline(&w, i) &&
			(w.agencies > 0 ||
			 (w.places > 0 && out->has_published && an_gap_has(r, i, ":"))))
			end = i;
	}
	/* SPA has no mark behind its name, but a date before it */
	if (end == 0 && w.agencies > 0 && w.dates > 0 && i < w.last)
		end = i;
	if (end == 0)
	{
		memset(out, 0, sizeof(*out));
		return 0;
	}
	if (w.person.len > 0)
		out->author = w.person;
	return text_behind(r, end);
}
