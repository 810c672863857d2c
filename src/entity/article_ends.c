/*
 * article_ends.c
 *	  Where the text of an article begins and ends, its title and who
 *	  published it, by what lines look like.
 */
#include "entity/article.h"

#define HEAD_LINES 16 /* lines above the first paragraph, at most */
#define TAIL_LINES 40
#define PARAGRAPH_WORDS 9 /* with a full stop at the end */
#define TITLE_BYTES 400
#define TITLE_WORDS 4   /* so many at least, if another line may be it */
#define SUMMARY_LINES 3 /* below it, the byline or date must be found */

bool
an_line_ends(const AnPasted *a, const AnLine *line, const char *mark)
{
	AnText text =
		an_title_text(a->page.text + line->start, a->page.text + line->end);
	size_t len = strlen(mark);

	return text.len >= len &&
		   memcmp(text.str + text.len - len, mark, len) == 0;
}

bool
an_line_is_paragraph(const AnPasted *a, const AnLine *line)
{
	if (line->markup & AN_LINE_HEADING)
		return false;
	return line->end - line->start >= AN_PARAGRAPH_BYTES ||
		   (line->last_word - line->first_word >= PARAGRAPH_WORDS &&
			an_line_ends(a, line, "."));
}

static bool
may_be_title(const AnPasted *a, const AnLine *line)
{
	return line->end - line->start <= TITLE_BYTES &&
		   line->last_word > line->first_word &&
		   (!an_line_ends(a, line, ".") || an_line_ends(a, line, "..")) &&
		   !an_line_ends(a, line, "،") && !an_line_ends(a, line, ":") &&
		   a->page.text[line->start] != '-';
}

/* Whether the line before i, of those that are left, may be the title. */
bool
an_follows_title(const AnPasted *a, uint32_t i)
{
	while (i-- > 0)
	{
		const AnLine *line = &a->page.lines[i];

		if (!line->dropped)
			return (line->markup & AN_LINE_HEADING) != 0 ||
				   (line->last_word - line->first_word >= TITLE_WORDS &&
					may_be_title(a, line));
	}
	return false;
}

/* ---- The head and the end ---- */

/*
 * Whether paragraph i is the summary below a title: a short one, before a
 * byline or a date.
 */
static bool
is_summary(const AnPasted *a, uint32_t i)
{
	uint32_t last = i + SUMMARY_LINES;

	if (a->page.lines[i].end - a->page.lines[i].start >= AN_PARAGRAPH_BYTES)
		return false;
	for (i++; i < a->page.nlines && i <= last; i++)
	{
		AnLineParts parts;

		an_line_read(&a->r, &a->page.lines[i], &parts);
		if (parts.explained)
			return parts.has_date || parts.author.len > 0;
		if (an_line_is_paragraph(a, &a->page.lines[i]))
			return false;
	}
	return false;
}

/* Lines up to the first paragraph are the head, behind the last the end. */
void
an_find_ends(AnPasted *a)
{
	bool summary = false;
	uint32_t n = a->page.nlines;
	AnLineParts parts;
	uint32_t i;

	for (i = 0; i < n && i < HEAD_LINES; i++)
		if (an_line_is_paragraph(a, &a->page.lines[i]))
		{
			an_line_read(&a->r, &a->page.lines[i], &parts);
			if (!parts.explained && (summary || !is_summary(a, i)))
				break;
			summary |= !parts.explained;
		}
	a->head = i;
	for (i = n; i > 0 && n - i < TAIL_LINES; i--)
		if (an_line_is_paragraph(a, &a->page.lines[i - 1]))
		{
			an_line_read(&a->r, &a->page.lines[i - 1], &parts);
			if (!parts.explained)
				break;
		}
	a->tail = i;
}

static void
set_title(AnPasted *a, AnLine *line)
{
	a->out->title =
		an_title_text(a->page.text + line->start, a->page.text + line->end);
	line->dropped = true;
}

/* Whether text that is no part of the head follows line i. */
static bool
text_follows(const AnPasted *a, uint32_t i)
{
	uint32_t size = a->page.lines[i].end - a->page.lines[i].start;

	for (i++; i < a->page.nlines; i++)
	{
		const AnLine *line = &a->page.lines[i];

		if (!line->dropped &&
			(an_line_is_paragraph(a, line) || line->end - line->start > size))
			return true;
	}
	return false;
}

/*
 * The title: what the markup says, or of plain text the first line in the
 * head that could be one, before another that is longer than a label.
 */
void
an_find_title(AnPasted *a)
{
	AnPage *page = &a->page;
	uint32_t best = UINT32_MAX;
	uint32_t i;

	for (i = 0; i < page->nlines; i++)
		if ((page->lines[i].markup & AN_LINE_HEADING) != 0)
		{
			if (a->out->title.len == 0)
				set_title(a, &page->lines[i]);
			return;
		}
	if (page->title.len > 0)
	{
		a->out->title = page->title;
		for (i = 0; i < a->head; i++)
		{
			const AnLine *line = &page->lines[i];
			AnText text = an_title_text(page->text + line->start,
										page->text + line->end);

			if (text.len == page->title.len &&
				memcmp(text.str, page->title.str, text.len) == 0)
				page->lines[i].dropped = true;
		}
		return;
	}
	for (i = 0; i < a->head && i < page->nlines; i++)
	{
		const AnLine *line = &page->lines[i];
		uint32_t words = line->last_word - line->first_word;

		if (line->dropped || !may_be_title(a, line))
			continue;
		if (best == UINT32_MAX)
			best = i;
		if (words >= TITLE_WORDS)
		{
			best = i;
			break;
		}
	}
	if (best != UINT32_MAX && text_follows(a, best))
		set_title(a, &page->lines[best]);
}

/*
 * The name of who published the article, alone in a line before the credits
 * at the end.
 */
void
an_find_publisher(AnPasted *a)
{
	uint32_t i = a->page.nlines;
	bool credits = false;

	while (i > a->tail && a->page.lines[i - 1].dropped)
	{
		credits = true;
		i--;
	}
	if (i > a->tail && credits && i > 1 && a->out->publisher.len == 0)
	{
		AnLine *line = &a->page.lines[i - 1];
		size_t entity = an_line_entity(&a->r, line->start);
		bool organization =
			entity < a->r.nfound &&
			a->r.found[entity].type == AN_ORGANIZATION &&
			a->r.found[entity].start < line->end &&
			a->r.found[entity].start == a->r.words[line->first_word].start;

		if (line->last_word - line->first_word <= 12 &&
			line->last_word > line->first_word &&
			!an_line_ends(a, line, ".") && !an_line_is_paragraph(a, line) &&
			(organization ||
			 (a->r.words[line->first_word].kinds & AN_BIT(ORG_HEAD)) != 0))
		{
			a->out->publisher = an_part_text(a->page.text + line->start,
											 a->page.text + line->end);
			line->dropped = true;
		}
	}
}
