/*
 * article_text.c
 *	  The text of a part: of its words, without the marks around it.
 */
#include "entity/article.h"

/* Length of a mark of this list (NUL-terminated UTF-8, 4 bytes each) at s. */
size_t
an_mark_at(const char *s, const char *end, const char marks[][4], size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
	{
		size_t len = strlen(marks[i]);

		if ((size_t) (end - s) >= len && memcmp(s, marks[i], len) == 0)
			return len;
	}
	return 0;
}

/* The same before end. */
static size_t
mark_before(const char *s, const char *end, const char marks[][4], size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
	{
		size_t len = strlen(marks[i]);

		if ((size_t) (end - s) >= len && memcmp(end - len, marks[i], len) == 0)
			return len;
	}
	return 0;
}

static const char plain_marks[][4] = {
	" ", "\t", "\n", "\r",           "\xc2\xa0",     "*",
	"_", "#",  "`",  "\xe2\x80\x8f", "\xe2\x80\x8e", "\xef\xbb\xbf"
};
static const char outer_marks[][4] = { " ",
									   "\t",
									   "\n",
									   "\r",
									   "\xc2\xa0",
									   "*",
									   "_",
									   "#",
									   "`",
									   "\xe2\x80\x8f",
									   "\xe2\x80\x8e",
									   ":",
									   "-",
									   "–",
									   "—",
									   "|",
									   "/",
									   "،",
									   ",",
									   ".",
									   "؛",
									   "•",
									   "·" };

static AnText
trimmed(const char *s, const char *end, const char marks[][4], size_t n)
{
	size_t len;

	while (s < end && (len = an_mark_at(s, end, marks, n)) > 0)
		s += len;
	while (s < end && (len = mark_before(s, end, marks, n)) > 0)
		end -= len;
	return (AnText){ s, (size_t) (end - s) };
}

AnText
an_title_text(const char *s, const char *end)
{
	/* a hash begins a heading, or a hashtag: then it stays */
	while (s < end && *s == '#' && end - s > 1 && (s[1] == '#' || s[1] == ' '))
		s++;
	while (s < end &&
		   an_mark_at(s, end, plain_marks, AN_COUNT(plain_marks)) > 0 &&
		   *s != '#')
		s += an_mark_at(s, end, plain_marks, AN_COUNT(plain_marks));
	return (AnText){
		s,
		trimmed(s, end, plain_marks, AN_COUNT(plain_marks)).len +
			(size_t) (trimmed(s, end, plain_marks, AN_COUNT(plain_marks)).str -
					  s)
	};
}

AnText
an_part_text(const char *s, const char *end)
{
	static const char opening[][4] = { "(", "[", "«", "\"", "“" };
	static const char closing[][4] = { ")", "]", "»", "\"", "”" };
	AnText text = trimmed(s, end, outer_marks, AN_COUNT(outer_marks));
	size_t i;

	for (i = 0; i < AN_COUNT(opening); i++)
	{
		size_t a = strlen(opening[i]);
		size_t b = strlen(closing[i]);
		AnText inner;

		if (text.len <= a + b || memcmp(text.str, opening[i], a) != 0 ||
			memcmp(text.str + text.len - b, closing[i], b) != 0)
			continue;
		inner = (AnText){ text.str + a, text.len - a - b };
		if (memchr(inner.str, closing[i][b - 1], inner.len) == NULL || b > 1)
			return trimmed(inner.str, inner.str + inner.len, outer_marks,
						   AN_COUNT(outer_marks));
	}
	return text;
}

AnText
an_words_text(const AnReader *r, uint32_t first, uint32_t next)
{
	const AnWord *last = &r->words[next - 1];
	const char *s = r->body + r->words[first].start;
	const char *end = r->body + last->end;
	const char *stop =
		next < r->nwords ? r->body + r->words[next].start : r->body + r->len;
	const char *p = s;

	/* marks that enclose the words or end them belong to them */
	while (p > r->body && p > s - 4 &&
		   (p[-1] == '"' || p[-1] == '(' || ((unsigned char) p[-1] & 0x80)))
		p--;
	while (p < s && !((unsigned char) *p < 0x80 ||
					  an_mark_at(p, s, (const char[][4]){ "«", "“" }, 2) > 0))
		p++;
	while (end < stop && *end != '\n' && *end != ' ' && *end != '|' &&
		   *end != '/' && *end != '-')
		end++;
	return an_part_text(p, end);
}
