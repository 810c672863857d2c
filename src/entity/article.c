/*
 * article.c
 *	  The parts of an article as it was pasted or saved.
 *
 * Around an article stand lines that are no part of it: above it the title,
 * switches of language, date and byline, below it credits, counters and
 * links.  Lines that explain themselves (article_line.c) are taken off both
 * ends, up to the first and last paragraph; within the article only those that
 * a cue names.  The rest is the body, and nothing of it is lost.
 */
#include "entity/article.h"

#define TODAY_LINES 5 /* in which "today", with its date, tells the day */

/* ---- Lines of plain text ---- */

void
an_page_add_line(AnPage *page, uint32_t start, uint32_t end, uint32_t next,
				 uint8_t markup)
{
	if (page->nlines == page->room)
	{
		uint32_t room = page->room == 0 ? 64 : page->room * 2;
		AnLine *more = page->env->alloc(page->env, room * sizeof(AnLine));

		if (page->nlines > 0)
			memcpy(more, page->lines, page->nlines * sizeof(AnLine));
		page->lines = more;
		page->room = room;
	}
	memset(&page->lines[page->nlines], 0, sizeof(AnLine));
	page->lines[page->nlines].start = start;
	page->lines[page->nlines].end = end;
	page->lines[page->nlines].next = next;
	page->lines[page->nlines++].markup = markup;
}

/* Length of the end of a line at s, or 0. */
static size_t
line_break(const char *s, const char *end)
{
	if (*s == '\n' || *s == '\r' || *s == '\v' || *s == '\f')
		return 1;
	if (end - s >= 3 && (memcmp(s, "\xe2\x80\xa8", 3) == 0 ||
						 memcmp(s, "\xe2\x80\xa9", 3) == 0))
		return 3;
	return 0;
}

static AnStatus
plain_lines(AnPage *page)
{
	const char *end = page->text + page->len;
	const char *s = page->text;
	const char *polled = s;

	while (s < end)
	{
		const char *stop = s;
		const char *next;
		AnText line;
		size_t n = 0;

		while (stop < end && (n = line_break(stop, end)) == 0)
			stop++;
		next = stop < end ? stop + n : end;
		line = an_title_text(s, stop);
		if (line.len > 0)
		{
			/* trimmed of blanks alone: marks of markdown stay in the body */
			while (s < stop && (*s == ' ' || *s == '\t'))
				s++;
			while (stop > s && (stop[-1] == ' ' || stop[-1] == '\t'))
				stop--;
			an_page_add_line(page, (uint32_t) (s - page->text),
							 (uint32_t) (stop - page->text),
							 (uint32_t) (next - page->text), 0);
		}
		if ((size_t) (next - polled) >= AN_POLL_BYTES)
		{
			polled = next;
			if (page->env->poll(page->env))
				return AN_CANCELLED;
		}
		s = next;
	}
	return AN_OK;
}

/* Gives each line its words. */
static void
share_words(AnPasted *a)
{
	const AnReader *r = &a->r;
	uint32_t w = 0;
	uint32_t i;

	for (i = 0; i < a->page.nlines; i++)
	{
		AnLine *line = &a->page.lines[i];

		while (w < r->nwords && r->words[w].start < line->start)
			w++;
		line->first_word = w;
		while (w < r->nwords && r->words[w].start < line->end)
			w++;
		line->last_word = w;
	}
}

/* ---- What lines say ---- */

static void
take(AnText *to, const AnText *from)
{
	if (to->len == 0)
		*to = *from;
}

static void
take_parts(AnPasted *a, const AnLineParts *parts)
{
	AnArticle *out = a->out;

	take(&out->author, &parts->author);
	take(&out->publisher, &parts->publisher);
	take(&out->image_credit, &parts->image);

	/* a source by its cue counts more than an agency that is just named */
	if (parts->first == AN_ARTICLE_SOURCE && parts->source.len > 0)
		out->source = parts->source;
	else
		take(&out->source, &parts->source);
	if (parts->has_published &&
		(!out->has_published ||
		 (parts->by_cue && !a->by_cue && !a->page.has_published)))
	{
		out->has_published = true;
		out->published = parts->published;
		a->by_cue = parts->by_cue;
	}
	if (parts->has_updated && !a->has_updated)
	{
		a->has_updated = true;
		a->updated = parts->updated;
	}
}

/* What a cue at the end of line i asks for, in the line behind it. */
static void
take_pending(AnPasted *a, uint32_t i, AnArticleCue cue)
{
	AnLine *line = &a->page.lines[i + 1];
	AnLineParts parts;
	AnText text;

	if (i + 1 >= a->page.nlines ||
		line->last_word - line->first_word >
			(cue == AN_ARTICLE_AUTHOR ? 6 : 12) ||
		line->end - line->start > AN_PARAGRAPH_BYTES ||
		(line->markup & AN_LINE_HEADING) != 0 || an_line_is_paragraph(a, line))
		return;
	an_line_read(&a->r, line, &parts);
	if (parts.explained && parts.first != AN_ARTICLE_NONE)
		return;
	text = an_part_text(a->page.text + line->start, a->page.text + line->end);
	if (text.len == 0)
		return;
	memset(&parts, 0, sizeof(parts));
	parts.first = cue;
	switch (cue)
	{
		case AN_ARTICLE_PUBLISHER:
			parts.publisher = text;
			break;
		case AN_ARTICLE_SOURCE:
			parts.source = text;
			break;
		case AN_ARTICLE_IMAGE:
			parts.image = text;
			break;
		default:
			parts.author = text;
			break;
	}
	take_parts(a, &parts);
	a->page.lines[i].dropped = line->dropped = true;
}

/* Drops the titles of other articles behind line i, up to text. */
static void
drop_links(AnPasted *a, uint32_t i)
{
	AnLineParts parts;

	for (i++; i < a->page.nlines; i++)
	{
		AnLine *line = &a->page.lines[i];

		if (an_line_is_paragraph(a, line) || an_line_ends(a, line, ".") ||
			(line->markup & AN_LINE_HEADING) != 0)
			break;
		an_line_read(&a->r, line, &parts);
		if (parts.explained)
			break;
		line->dropped = true;
	}
}

/* Drops line i if it explains itself; within the text only by its cue. */
static void
use_line(AnPasted *a, uint32_t i)
{
	AnLine *line = &a->page.lines[i];
	bool outside = i < a->head || i >= a->tail;
	AnLineParts parts;

	if (line->dropped || (line->markup & AN_LINE_HEADING) != 0)
		return;
	an_line_read(&a->r, line, &parts);
	if (parts.pending != AN_ARTICLE_NONE)
	{
		if (outside)
			take_pending(a, i, parts.pending);
		return;
	}
	if (!parts.explained)
	{
		/* a name where the markup says that it is the author's */
		if ((line->markup & AN_LINE_BYLINE) != 0 &&
			line->last_word - line->first_word <= 6 && outside)
		{
			parts.author = an_part_text(a->page.text + line->start,
										a->page.text + line->end);
			take(&a->out->author, &parts.author);
			line->dropped = true;
		}
		/* or below a title */
		else if (parts.person.len > 0 && i < a->head && an_follows_title(a, i))
		{
			take(&a->out->author, &parts.person);
			line->dropped = true;
		}
		return;
	}
	if (parts.signature && i < a->tail)
		return;
	if (outside || parts.cued)
	{
		take_parts(a, &parts);
		line->dropped = true;
		if (parts.heads_list && i >= a->tail)
			drop_links(a, i);
	}
}

/* ---- The day ---- */

/* Whether the words of a date begin with this one. */
static bool
begins_with(const AnPasted *a, const AnEntity *e, uint32_t word,
			const char *key)
{
	return a->r.words[word].start <= e->start && an_word_is(&a->r, word, key);
}

/*
 * The day that the text calls today, or yesterday: in its first lines, with
 * its date in full.
 */
static void
find_today(AnPasted *a)
{
	const AnReader *r = &a->r;
	uint32_t lines = 0;
	uint32_t i;

	for (i = 0; i < a->page.nlines && lines < TODAY_LINES; i++)
	{
		const AnLine *line = &a->page.lines[i];
		size_t n = an_line_entity(r, line->start);
		uint32_t word = line->first_word;

		if (line->dropped)
			continue;
		lines++;
		for (; n < r->nfound && r->found[n].start < line->end; n++)
		{
			const AnEntity *e = &r->found[n];
			int later;

			if (e->type != AN_DATE || !e->has_dates ||
				e->date_from != e->date_to)
				continue;
			while (word + 1 < line->last_word &&
				   r->words[word].end <= e->start)
				word++;
			if (begins_with(a, e, word, "اليوم"))
				later = 0;
			else if (begins_with(a, e, word, "امس"))
				later = 1;
			else
				continue;
			a->out->has_published = true;
			a->out->published = e->date_from + later;
			return;
		}
	}
}

/* ---- The body ---- */

/* The agency before the text of line i. */
static void
cut_dateline(AnPasted *a, uint32_t i)
{
	AnLineParts parts;
	uint32_t cut = an_line_dateline(&a->r, &a->page.lines[i], &parts);

	if (cut == 0 || cut >= a->page.lines[i].end)
		return;
	take_parts(a, &parts);
	a->text = i;
	a->cut = cut;
}

/*
 * A dateline stands before the first paragraph, or what is left of a text
 * without one.
 */
static void
find_dateline(AnPasted *a)
{
	uint32_t first = UINT32_MAX;
	uint32_t i;

	for (i = 0; i < a->page.nlines; i++)
	{
		if (a->page.lines[i].dropped)
			continue;
		if (first == UINT32_MAX)
			first = i;
		if (i >= a->head || an_line_is_paragraph(a, &a->page.lines[i]))
			break;
	}
	if (i < a->page.nlines)
		cut_dateline(a, i);
	else if (first != UINT32_MAX)
		cut_dateline(a, first);
}

/* All lines that were not dropped, with what stood between them. */
static void
make_body(AnPasted *a)
{
	const AnPage *page = &a->page;
	char *body = page->env->alloc(page->env, page->len + 1);
	size_t used = 0;
	uint32_t i;

	for (i = 0; i < page->nlines; i++)
	{
		const AnLine *line = &page->lines[i];
		uint32_t start = a->cut > 0 && i == a->text ? a->cut : line->start;

		if (line->dropped)
			continue;
		if (used > 0)
		{
			/* of HTML, other lines may have stood there */
			uint32_t from =
				page->html ? line->start - 1 : page->lines[i - 1].end;

			memcpy(body + used, page->text + from, line->start - from);
			used += line->start - from;
		}
		memcpy(body + used, page->text + start, line->end - start);
		used += line->end - start;
	}
	a->out->body = (AnText){ body, used };
}

static bool
same_text(const AnText *a, const AnText *b)
{
	return a->len > 0 && a->len == b->len &&
		   memcmp(a->str, b->str, a->len) == 0;
}

static AnStatus
take_apart(AnPasted *a)
{
	AnPage *page = &a->page;
	AnArticle *out = a->out;
	uint32_t i;

	out->author = page->author;
	out->publisher = page->publisher;
	out->has_published = page->has_published;
	out->published = page->published;
	an_find_ends(a);
	for (i = 0; i < page->nlines; i++)
	{
		if ((i & 1023) == 1023 && page->env->poll(page->env))
			return AN_CANCELLED;
		use_line(a, i);
	}
	an_find_title(a);
	an_find_publisher(a);
	find_dateline(a);
	if (!out->has_published)
		find_today(a);
	if (!out->has_published && a->has_updated)
	{
		out->has_published = true;
		out->published = a->updated;
	}
	if (same_text(&out->author, &out->publisher))
		out->author.len = 0;
	return AN_OK;
}

AnStatus
an_article(AnEnv *env, const AnBlock *block, const char *text, size_t len,
		   AnArticle *out)
{
	AnPasted a = { .out = out, .text = UINT32_MAX };
	AnStatus status;
	uint32_t i;

	memset(out, 0, sizeof(*out));
	if (len > AN_MAX_TEXT)
		return AN_TOO_LARGE;
	a.page.env = env;
	a.page.text = text;
	a.page.len = len;
	status = an_page_html(&a.page, block, text, len);
	if (status == AN_OK && !a.page.html)
		status = plain_lines(&a.page);
	if (status == AN_OK)
		status =
			an_reader_open(&a.r, env, block, a.page.text, a.page.len, NULL);
	if (status == AN_OK)
		status = an_read_all(&a.r);
	if (status != AN_OK)
		return status;
	share_words(&a);
	status = take_apart(&a);
	if (status != AN_OK)
		return status;

	/* what has nothing around it stays as it is, to the last blank */
	for (i = 0; i < a.page.nlines; i++)
		if (a.page.lines[i].dropped)
			break;
	if (i == a.page.nlines && a.cut == 0 && !a.page.html)
		out->body = (AnText){ text, len };
	else
		make_body(&a);
	return AN_OK;
}
