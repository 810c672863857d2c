/*
 * sentences.c
 *	  In which sentence of an article a place lies.
 *
 * A sentence ends at . ! ? ؟ … or an end of line between words, and where a
 * tag of HTML breaks the line.  The full stop of a title of one letter ("د.
 * محمد") ends none; that of a number or acronym is inside its token.
 */
#include "entity/entity.h"

#include <string.h>

/* Tags that begin a new line on a page. */
static const char *const block_tags[] = { "p",  "br", "div", "li",
										  "ul", "ol", "h1",  "h2",
										  "h3", "h4", "h5",  "h6",
										  "td", "th", "tr",  "blockquote" };

static bool
is_block_tag(const char *tag, size_t len)
{
	size_t at = len > 1 && tag[1] == '/' ? 2 : 1;
	size_t end = at;

	while (end < len && ((tag[end] >= 'a' && tag[end] <= 'z') ||
						 (tag[end] >= 'A' && tag[end] <= 'Z') ||
						 (tag[end] >= '0' && tag[end] <= '9')))
		end++;
	for (size_t i = 0; i < sizeof(block_tags) / sizeof(block_tags[0]); i++)
	{
		size_t n = strlen(block_tags[i]);
		bool same = n == end - at;

		for (size_t j = 0; same && j < n; j++)
			same = (tag[at + j] | 0x20) == block_tags[i][j];
		if (same)
			return true;
	}
	return false;
}

/* What is between words: whether a sentence ends there. */
static bool
has_end(const char *blank, size_t len, bool after_letter)
{
	const char *end = blank + len;

	while (blank < end)
	{
		uint32_t cp;

		blank += an_utf8_decode(blank, end, &cp);
		if (cp == '!' || cp == '?' || cp == 0x061F || cp == 0x06D4 ||
			cp == 0x2026 || cp == '\n' || cp == '\r' || cp == 0x2028 ||
			cp == 0x2029)
			return true;
		if (cp == '.' && !after_letter)
			return true;
		after_letter = false;
	}
	return false;
}

void
an_sentences_start(AnSentences *s, const AnBlock *block, const char *body,
				   size_t len)
{
	an_scan_start(&s->scan, block, body, len);
	s->body = body;
	s->sentence = 0;
	s->ended = true;
	s->after_letter = false;
	s->token.start = s->token.end = 0;
}

static void
take(AnSentences *s)
{
	const char *text = s->body + s->token.start;
	size_t len = s->token.end - s->token.start;

	switch (s->token.type)
	{
		case AN_TOKEN_BLANK:
			if (has_end(text, len, s->after_letter))
				s->ended = true;
			break;
		case AN_TOKEN_TAG:
			if (is_block_tag(text, len))
				s->ended = true;
			break;
		case AN_TOKEN_ENTITY:
			break;
		default:
			s->sentence += s->ended;
			s->ended = false;
			s->after_letter = s->token.type == AN_TOKEN_ARABIC &&
							  an_utf8_length(text, len) == 1;
			return;
	}
	s->after_letter = false;
}

uint32_t
an_sentence(AnSentences *s, size_t place)
{
	while (s->token.end <= place && an_scan_next(&s->scan, &s->token))
		take(s);
	return s->sentence > 0 ? s->sentence : 1;
}
