/*
 * article.h
 *	  What the files that take an article apart share; private to src/entity.
 *
 * article_html.c makes lines of text of a page and reads what its head says
 * of itself; of plain text the lines are as they stand (article.c).
 * article_line.c says what a line is: a byline, a date, a credit, a counter.
 * article.c finds the title, and where the article begins and ends.
 */
#ifndef AN_ARTICLE_H
#define AN_ARTICLE_H

#include <string.h>

#include "entity/values.h"

/* What the markup says of a line. */
#define AN_LINE_HEADING 0x01 /* h1 */
#define AN_LINE_CAPTION 0x02 /* figcaption */
#define AN_LINE_BYLINE 0x04  /* class or rel says so */
#define AN_LINE_ASIDE 0x08   /* nav, aside, footer, form, buttons */
#define AN_LINE_ARTICLE 0x10 /* within article */
#define AN_LINE_TEXT 0x20    /* p, h2 to h6, li, blockquote and their like */

typedef struct AnLine
{
	uint32_t start; /* bytes in the text, without blanks at the ends */
	uint32_t end;
	uint32_t next; /* where the next line begins */

	uint32_t first_word; /* in the reader, set by article.c */
	uint32_t last_word;  /* behind the last one */
	uint8_t markup;      /* AN_LINE_ */
	bool dropped;        /* not part of the body */
} AnLine;

/* The text of an article as lines; of HTML what its head says. */
typedef struct AnPage
{
	AnEnv *env;
	const char *text;
	size_t len;
	AnLine *lines;
	uint32_t nlines;
	uint32_t room;
	bool html;

	AnText title;
	AnText author;
	AnText publisher;
	bool has_published;
	int32_t published;
} AnPage;

extern void an_page_add_line(AnPage *page, uint32_t start, uint32_t end,
							 uint32_t next, uint8_t markup);

/* ---- article_html.c ---- */

/*
 * Makes the page of HTML; page->html stays false, and nothing is made, where
 * the text has no tag of HTML.
 */
extern AnStatus an_page_html(AnPage *page, const AnBlock *block,
							 const char *html, size_t len);

/* YYYY-MM-DD at the start of a value, if there is such a day. */
extern bool an_iso_day(const char *s, size_t len, int32_t *day);

/* ---- article_json.c ---- */

/* Reads title, day, author, publisher out of JSON-LD into empty members. */
extern void an_page_json(AnPage *page, const char *json, size_t len);

/* ---- article_line.c ---- */

/* What was read in a line. */
typedef struct AnLineParts
{
	bool explained; /* nothing in it is left: it may go from the head or end */
	bool cued;      /* and by a cue that says so anywhere in the text */
	AnArticleCue pending; /* its cue ends the line: the next line is meant */
	AnArticleCue first;   /* the cue that it begins with */
	bool heads_list;      /* links to other articles follow it */

	bool signature; /* an agency behind words that are not known */

	AnText person; /* the line is a name and nothing else: not explained */
	AnText author;
	AnText publisher;
	AnText source;
	AnText image;
	bool has_date; /* a date or hour is told, of known value or not */
	bool has_published;
	bool by_cue; /* a cue says that this is the date of publication */
	int32_t published;
	bool has_updated;
	int32_t updated;
} AnLineParts;

extern void an_line_read(const AnReader *r, const AnLine *line,
						 AnLineParts *out);

/*
 * A dateline before the text of a paragraph (القاهرة - رويترز: ...): what it
 * says goes to out.  Gives the byte where the text begins, 0 for none.
 */
extern uint32_t an_line_dateline(const AnReader *r, const AnLine *line,
								 AnLineParts *out);

/* ---- article_piece.c ---- */

#define AN_NAME_WORDS 8 /* of an author, or several */

/* A line as it is read, piece by piece. */
typedef struct AnWalk
{
	const AnReader *r;
	AnLineParts *out;
	uint32_t first;
	uint32_t last;
	size_t entity;

	AnArticleCue cue; /* that takes what follows, or none */
	bool strong;      /* with a colon or dash behind it */
	uint32_t content; /* first word of what it takes */
	bool dateline;    /* the line goes on as text */
	bool updating;    /* dates are of the last change */
	bool hijri;       /* the date was one */
	bool ago;
	bool list;    /* the links stand in the lines that follow */
	bool refused; /* some words are text */

	/* how many pieces of each were seen */
	int dates;
	int hours;
	int numbers;
	int places;
	int agencies;
	int credits;
	int cues[AN_ARTICLE_CUE_COUNT];
	int pieces;
	AnText person; /* the first, and those that follow it at once */
	uint32_t person_first;
	uint32_t person_next;
} AnWalk;

extern void an_walk_start(AnWalk *w, const AnReader *r, const AnLine *line,
						  AnLineParts *out);

/* The piece at word i; the word behind it, or 0 for text. */
extern uint32_t an_walk_piece(AnWalk *w, uint32_t i);

/* An agency, paper, station or site alone; the same. */
extern uint32_t an_walk_agency(AnWalk *w, uint32_t i);

/* The cue at word i, if there is one; the same. */
extern uint32_t an_walk_cue(const AnWalk *w, uint32_t i, AnArticleCue *cue);

/* Whether what a cue takes ends before word i; ends it there. */
extern bool an_walk_ends(AnWalk *w, uint32_t i);
extern void an_walk_close(AnWalk *w, uint32_t end);

/* Whether what stands before word i parts it from the word before. */
extern bool an_walk_parted(const AnWalk *w, uint32_t i);

/* Whether these bytes stand between word i - 1 and word i, in one line. */
extern bool an_gap_has(const AnReader *r, uint32_t i, const char *mark);

/* The number of the first entity that ends behind this byte. */
extern size_t an_line_entity(const AnReader *r, uint32_t byte);

/* ---- article_text.c ---- */

#define AN_COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Length of the mark of a list at s, or 0. */
extern size_t an_mark_at(const char *s, const char *end, const char marks[][4],
						 size_t n);

/* The text of words [first, next), with the marks that belong to it. */
extern AnText an_words_text(const AnReader *r, uint32_t first, uint32_t next);

/* A part's text without blanks and marks at its ends. */
extern AnText an_part_text(const char *s, const char *end);

/* The same, with quotation marks, brackets and final marks as they are. */
extern AnText an_title_text(const char *s, const char *end);

/* ---- article_ends.c ---- */

#define AN_PARAGRAPH_BYTES 260 /* about 140 letters */

typedef struct AnPasted
{
	AnPage page;
	AnReader r;
	AnArticle *out;

	uint32_t head; /* lines [0, head) are above the article */
	uint32_t tail; /* lines [tail, nlines) below it */
	uint32_t text; /* the first line of text, or nlines */
	uint32_t cut;  /* byte where that begins, behind a dateline */
	bool by_cue;   /* the date is one of publication, by its cue */
	bool has_updated;
	int32_t updated;
} AnPasted;

/* Whether a line ends with this mark. */
extern bool an_line_ends(const AnPasted *a, const AnLine *line,
						 const char *mark);

/* Whether it looks like text: long, or a sentence. */
extern bool an_line_is_paragraph(const AnPasted *a, const AnLine *line);

/* Whether the line before i, of those that are left, may be the title. */
extern bool an_follows_title(const AnPasted *a, uint32_t i);

/* Sets head and tail. */
extern void an_find_ends(AnPasted *a);

/* Take title and publisher out of the lines that are left. */
extern void an_find_title(AnPasted *a);
extern void an_find_publisher(AnPasted *a);

#endif /* AN_ARTICLE_H */
