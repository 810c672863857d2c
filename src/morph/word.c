/*
 * word.c
 *	  The letters of a word: folded, as written, and the marks on them.
 */
#include <string.h>

#include "morph/readings.h"

static uint8_t
mark_of(uint32_t cp)
{
	switch (cp)
	{
		case 0x64B:
		case 0x64C:
		case 0x64D:
			return AN_MARK_TANWEEN;
		case 0x64E:
			return AN_MARK_FATHA;
		case 0x64F:
			return AN_MARK_DAMMA;
		case 0x650:
			return AN_MARK_KASRA;
		case 0x651:
			return AN_MARK_SHADDA;
		case 0x652:
			return AN_MARK_SUKUN;
		default:
			return 0;
	}
}

/* Notes the marks on each letter; none where letters and marks do not tally. */
static void
read_marks(const char *word, size_t len, AnWord *out)
{
	const char *end = word + len;
	size_t letters = 0;

	memset(out->marks, 0, sizeof(out->marks));
	while (word < end)
	{
		uint32_t cp;
		AnClass class;

		word += an_utf8_decode(word, end, &cp);
		class = an_class(cp);
		if (class == AN_CLASS_MARK)
		{
			if (letters > 0)
				out->marks[letters - 1] |= mark_of(cp);
			out->marked = true;
		}
		else if (class != AN_CLASS_TATWEEL && class != AN_CLASS_IGNORABLE)
		{
			if (letters == out->s.len / LETTER)
				break;
			letters++;
		}
	}
	if (word < end || letters != out->s.len / LETTER)
		out->marked = false;
}

bool
an_word(const char *word, size_t len, AnWord *out)
{
	AnSpelling *s = &out->s;

	s->len = an_fold(word, len, s->folded, AN_WORD_MAX);
	out->marked = false;
	if (s->len == 0 || !an_all_arabic(s->folded, s->len))
		return false;
	an_spell(word, len, s);
	if (len != s->len)
		read_marks(word, len, out);
	return true;
}
