/*
 * article_html.c
 *	  A page of HTML as lines of text, and what its head says of the article.
 *
 * The tokenizer says what is a tag, a character reference and a word, here as
 * for the index.  Elements end lines unless they stand inside of one; of each
 * line it is kept what it stood in.  Which lines are the article's is decided
 * at the end (choose_lines): those in <article> if it has any, of a whole page
 * without one those in paragraphs, else all but menus, footers and buttons.
 */
#include "entity/article.h"
#include "entity/dates.h"

/* Elements that nest, as far as they matter: how many are open of each. */
typedef enum Inside
{
	IN_ARTICLE,
	IN_ASIDE,
	IN_TEXT,
	IN_CAPTION,
	IN_H1,
	IN_TITLE,
	IN_NONE
} Inside;

typedef struct Html
{
	AnPage *page;
	char *out;
	size_t used;
	size_t line;    /* where the line begins */
	uint8_t markup; /* of the tags in the line */
	int open[IN_NONE];
	bool whole; /* html or body: a page, no piece of one */
	bool seen;  /* an element of HTML */

	AnText meta_title;
	AnText head_title;
} Html;

/* ---- Names ---- */

static bool
is_element(const char *name)
{
	static const char names[][AN_HTML_NAME] = {
		"address",   "article", "aside",    "body",   "br",    "button",
		"center",    "dd",      "div",      "dl",     "dt",    "figure",
		"footer",    "form",    "h1",       "h2",     "h3",    "h4",
		"h5",        "h6",      "head",     "header", "hr",    "html",
		"iframe",    "img",     "input",    "li",     "link",  "main",
		"meta",      "nav",     "noscript", "ol",     "p",     "pre",
		"script",    "section", "style",    "table",  "tbody", "td",
		"th",        "title",   "tr",       "ul",     "video", "figcaption",
		"blockquote"
	};

	return an_html_one_of(name, names, sizeof(names) / sizeof(names[0])) ||
		   an_html_inline(name);
}

static Inside
inside_of(const char *name)
{
	static const char asides[][AN_HTML_NAME] = {
		"nav", "aside", "footer", "button",   "select", "noscript",
		"svg", "menu",  "iframe", "textarea", "dialog", "template"
	};
	static const char texts[][AN_HTML_NAME] = { "p",  "h2", "h3", "h4",
												"h5", "h6", "li", "blockquote",
												"td", "dd", "dt", "pre" };

	if (strcmp(name, "article") == 0)
		return IN_ARTICLE;
	if (strcmp(name, "figcaption") == 0)
		return IN_CAPTION;
	if (strcmp(name, "h1") == 0)
		return IN_H1;
	if (strcmp(name, "title") == 0)
		return IN_TITLE;
	if (an_html_one_of(name, asides, sizeof(asides) / sizeof(asides[0])))
		return IN_ASIDE;
	if (an_html_one_of(name, texts, sizeof(texts) / sizeof(texts[0])))
		return IN_TEXT;
	return IN_NONE;
}

/* ---- Text ---- */

static void
put(Html *h, const char *s, size_t n)
{
	memcpy(h->out + h->used, s, n);
	h->used += n;
}

/* Text of a token: white space of all kinds is one blank, as in a browser. */
static void
put_text(Html *h, const char *s, size_t n)
{
	const char *end = s + n;

	for (; s < end; s++)
	{
		if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r' || *s == '\f')
		{
			if (h->used > h->line && h->out[h->used - 1] != ' ')
				h->out[h->used++] = ' ';
		}
		else
			h->out[h->used++] = *s;
	}
}

static void
put_reference(Html *h, const char *s, size_t n)
{
	char utf8[4];
	uint32_t cp;

	if (!an_html_reference(s, n, &cp))
		put(h, s, n);
	else if (cp == 0xA0 || cp < ' ')
		put_text(h, " ", 1);
	else
		put(h, utf8, (size_t) an_utf8_encode(cp, utf8));
}

static uint8_t
line_markup(const Html *h)
{
	uint8_t markup = h->markup;

	if (h->open[IN_ARTICLE] > 0)
		markup |= AN_LINE_ARTICLE;
	if (h->open[IN_ASIDE] > 0)
		markup |= AN_LINE_ASIDE;
	if (h->open[IN_TEXT] > 0 || h->open[IN_CAPTION] > 0 || h->open[IN_H1] > 0)
		markup |= AN_LINE_TEXT;
	if (h->open[IN_CAPTION] > 0)
		markup |= AN_LINE_CAPTION;
	if (h->open[IN_H1] > 0)
		markup |= AN_LINE_HEADING;
	return markup;
}

static void
end_line(Html *h)
{
	size_t end = h->used;

	while (end > h->line && h->out[end - 1] == ' ')
		end--;
	if (end > h->line && h->open[IN_TITLE] > 0)
	{
		if (h->head_title.len == 0)
			h->head_title = an_part_text(h->out + h->line, h->out + end);
	}
	else if (end > h->line)
		an_page_add_line(h->page, (uint32_t) h->line, (uint32_t) end,
						 (uint32_t) end + 1, line_markup(h));
	h->used = end;
	if (end > h->line)
		h->out[h->used++] = '\n';
	h->line = h->used;
	h->markup = 0;
}

/* ---- What tags say ---- */

bool
an_iso_day(const char *s, size_t len, int32_t *day)
{
	static const char form[] = "dddd-dd-dd";
	size_t i;

	if (len < sizeof(form) - 1)
		return false;
	for (i = 0; i < sizeof(form) - 1; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	if (len > i && s[i] >= '0' && s[i] <= '9')
		return false;
#define DIGIT(n) (s[n] - '0')
	return an_date_to_day(
		DIGIT(0) * 1000 + DIGIT(1) * 100 + DIGIT(2) * 10 + DIGIT(3),
		DIGIT(5) * 10 + DIGIT(6), DIGIT(8) * 10 + DIGIT(9), day);
#undef DIGIT
}

static void
take_day(AnPage *page, const AnHtmlAttribute *value)
{
	int32_t day;

	if (!page->has_published &&
		an_iso_day(value->value, value->value_len, &day))
	{
		page->has_published = true;
		page->published = day;
	}
}

/* An attribute's value as text, with its references resolved. */
static AnText
attribute_text(Html *h, const AnHtmlAttribute *a)
{
	const char *end = a->value + a->value_len;
	const char *s = a->value;
	char *out = h->page->env->alloc(h->page->env, a->value_len + 1);
	char *p = out;

	while (s < end)
	{
		const char *stop =
			*s == '&'
				? memchr(s, ';',
						 (size_t) (end - s) < 32 ? (size_t) (end - s) : 32)
				: NULL;
		uint32_t cp;

		if (stop != NULL && an_html_reference(s, (size_t) (stop + 1 - s), &cp))
		{
			p += an_utf8_encode(cp < ' ' ? ' ' : cp, p);
			s = stop + 1;
		}
		else
		{
			*p++ = (unsigned char) *s < ' ' ? ' ' : *s;
			s++;
		}
	}
	return an_part_text(out, p);
}

static bool
is_one_of(const AnHtmlAttribute *a, const char names[][32], size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (an_html_is(a->value, a->value_len, names[i]))
			return true;
	return false;
}

#define ONE_OF(a, names) is_one_of(a, names, sizeof(names) / sizeof(names[0]))

static void
take_meta(Html *h, AnHtmlTag *tag)
{
	static const char titles[][32] = { "og:title", "twitter:title",
									   "dc.title" };
	static const char days[][32] = { "article:published_time",
									 "datepublished",
									 "pubdate",
									 "publish_date",
									 "publishdate",
									 "dc.date.issued",
									 "dc.date",
									 "date",
									 "article.published" };
	static const char authors[][32] = { "author", "article:author",
										"dc.creator", "parsely-author" };
	static const char publishers[][32] = { "og:site_name", "publisher",
										   "dc.publisher" };
	AnHtmlAttribute name = { .name_len = 0 };
	AnHtmlAttribute content = { .name_len = 0 };
	AnHtmlAttribute a;
	AnText *to = NULL;

	while (an_html_next_attribute(tag, &a))
	{
		if (an_html_is(a.name, a.name_len, "content"))
			content = a;
		else if (an_html_is(a.name, a.name_len, "name") ||
				 an_html_is(a.name, a.name_len, "property") ||
				 an_html_is(a.name, a.name_len, "itemprop"))
			name = a;
	}
	if (name.name_len == 0 || content.value_len == 0)
		return;
	if (ONE_OF(&name, days))
		take_day(h->page, &content);
	else if (ONE_OF(&name, titles))
		to = &h->meta_title;
	else if (ONE_OF(&name, publishers))
		to = &h->page->publisher;
	else if (ONE_OF(&name, authors) && content.value_len < 200 &&
			 memchr(content.value, '/', content.value_len) == NULL)
		to = &h->page->author; /* no address of a page */
	if (to != NULL && to->len == 0)
		*to = attribute_text(h, &content);
}

/* Whether a value has this word between blanks, - and _. */
static bool
has_word(const AnHtmlAttribute *a, const char *word)
{
	const char *s = a->value;
	const char *end = s + a->value_len;

	while (s < end)
	{
		const char *stop = s;

		while (stop < end && *stop != ' ' && *stop != '-' && *stop != '_')
			stop++;
		if (an_html_is(s, (size_t) (stop - s), word))
			return true;
		s = stop + 1;
	}
	return false;
}

/* class, rel, datetime of any element. */
static void
take_attributes(Html *h, AnHtmlTag *tag)
{
	bool time = strcmp(tag->name, "time") == 0;
	AnHtmlAttribute a;

	while (an_html_next_attribute(tag, &a))
	{
		if ((time && an_html_is(a.name, a.name_len, "datetime")) ||
			(an_html_is(a.name, a.name_len, "content") && !time))
			take_day(h->page, &a);
		else if (an_html_is(a.name, a.name_len, "class") ||
				 an_html_is(a.name, a.name_len, "rel") ||
				 an_html_is(a.name, a.name_len, "itemprop"))
		{
			if (has_word(&a, "author") || has_word(&a, "byline"))
				h->markup |= AN_LINE_BYLINE;
		}
	}
}

static void
take_script(Html *h, const char *s, size_t len, AnHtmlTag *tag)
{
	AnHtmlAttribute a;
	const char *json = memchr(s, '>', len);

	while (json != NULL && an_html_next_attribute(tag, &a))
		if (an_html_is(a.name, a.name_len, "type") &&
			an_html_is(a.value, a.value_len, "application/ld+json"))
		{
			an_page_json(h->page, json, (size_t) (s + len - json));
			return;
		}
}

static void
put_tag(Html *h, const char *s, size_t len)
{
	Inside inside;
	AnHtmlTag tag;

	if (!an_html_tag(s, len, &tag) || !is_element(tag.name))
	{
		/* a comment ends nothing; <b2> and <رويترز> are no HTML */
		return;
	}
	h->seen = true;
	if (strcmp(tag.name, "script") == 0 && !tag.closing)
		take_script(h, s, len, &tag);
	if (strcmp(tag.name, "html") == 0 || strcmp(tag.name, "body") == 0)
		h->whole = true;
	if (!an_html_inline(tag.name))
		end_line(h);
	inside = inside_of(tag.name);
	if (inside != IN_NONE)
	{
		if (!tag.closing)
			h->open[inside]++;
		else if (h->open[inside] > 0)
			h->open[inside]--;
	}
	if (tag.closing)
		return;
	if (strcmp(tag.name, "meta") == 0)
		take_meta(h, &tag);
	else
		take_attributes(h, &tag);
}

/* ---- The page ---- */

/* The markup that a line must have, and must not, to be the article's. */
static void
choose_lines(Html *h)
{
	AnPage *page = h->page;
	uint8_t all = 0;
	uint8_t must = 0;
	uint32_t i;
	uint32_t n = 0;

	/* form is no aside: some sites have all of a page in one */
	for (i = 0; i < page->nlines; i++)
		if ((page->lines[i].markup & (AN_LINE_ASIDE | AN_LINE_HEADING)) == 0)
			all |= page->lines[i].markup;
	if (all & AN_LINE_ARTICLE)
		must = AN_LINE_ARTICLE;
	else if (h->whole && (all & AN_LINE_TEXT))
		must = AN_LINE_TEXT;
	for (i = 0; i < page->nlines; i++)
	{
		const AnLine *line = &page->lines[i];

		if ((line->markup & AN_LINE_ASIDE) != 0 ||
			((line->markup & must) != must &&
			 (line->markup & (AN_LINE_HEADING | AN_LINE_BYLINE)) == 0))
			continue;
		page->lines[n++] = *line;
	}
	/* where an aside was never closed, all is better than nothing */
	if (n > 0)
		page->nlines = n;
}

/* <title> without the name of the site behind a bar or dash. */
static AnText
page_title(AnText title)
{
	static const char marks[][8] = {
		" | ", " - ", " – ", " — ", " :: ", " » "
	};
	size_t i;
	size_t at;

	for (at = title.len; at > title.len / 3 && at > 0; at--)
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
			if (title.len - at > strlen(marks[i]) &&
				memcmp(title.str + at, marks[i], strlen(marks[i])) == 0)
				return an_part_text(title.str, title.str + at);
	return title;
}

static AnStatus
read_tokens(Html *h, AnScanner *scan)
{
	AnToken token;
	size_t polled = 0;

	while (an_scan_whole(scan, &token))
	{
		const char *s = scan->text + token.start;
		size_t n = token.end - token.start;

		if (token.end - polled >= AN_POLL_BYTES)
		{
			polled = token.end;
			if (h->page->env->poll(h->page->env))
				return AN_CANCELLED;
		}
		if (token.type == AN_TOKEN_TAG)
			put_tag(h, s, n);
		else if (token.type == AN_TOKEN_ENTITY)
			put_reference(h, s, n);
		else
			put_text(h, s, n);
	}
	end_line(h);
	return AN_OK;
}

/* Whether any tag is one of HTML. */
static AnStatus
is_html(AnPage *page, const AnBlock *block, const char *s, size_t len,
		bool *found)
{
	AnScanner scan;
	AnToken token;
	AnHtmlTag tag;
	size_t polled = 0;

	*found = false;
	if (memchr(s, '<', len) == NULL)
		return AN_OK;
	an_scan_start(&scan, block, s, len);
	while (!*found && an_scan_next(&scan, &token))
	{
		if (token.end - polled >= AN_POLL_BYTES)
		{
			polled = token.end;
			if (page->env->poll(page->env))
				return AN_CANCELLED;
		}
		*found = token.type == AN_TOKEN_TAG &&
				 an_html_tag(s + token.start, token.end - token.start, &tag) &&
				 is_element(tag.name);
	}
	return AN_OK;
}

AnStatus
an_page_html(AnPage *page, const AnBlock *block, const char *html, size_t len)
{
	Html h = { .page = page };
	AnScanner scan;
	AnStatus status = is_html(page, block, html, len, &page->html);

	if (status != AN_OK || !page->html)
		return status;
	/* no reference is shorter than its character; each line ends in one byte */
	h.out = page->env->alloc(page->env, len + 2);
	an_scan_start(&scan, block, html, len);
	status = read_tokens(&h, &scan);
	if (status != AN_OK)
		return status;
	page->text = h.out;
	page->len = h.used;
	choose_lines(&h);
	if (h.meta_title.len > 0)
		page->title = h.meta_title;
	else if (page->title.len == 0)
		page->title = page_title(h.head_title);
	return AN_OK;
}
