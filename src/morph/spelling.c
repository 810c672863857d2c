/*
 * spelling.c
 *	  The letters of a word as they were written, beside its folded ones.
 */
#include <string.h>

#include "morph/affixes.h"

/* Whether the index and the look-up see a letter so written as this one. */
static bool
folds_to(unsigned written, unsigned letter)
{
	if (written == letter)
		return true;
	switch (written)
	{
		case L_ALEF_MADDA:
		case L_ALEF_HAMZA:
		case L_ALEF_BELOW:
			return letter == L_ALEF;
		case L_TA_MARBUTA:
			return letter == L_HA;
		case L_MAKSURA:
			return letter == L_YA;
		default:
			return false;
	}
}

void
an_spell(const char *word, size_t len, AnSpelling *out)
{
	const char *end = word + len;
	size_t n = 0;

	if (len == out->len && memcmp(word, out->folded, len) == 0)
	{
		memcpy(out->written, out->folded, len);
		return;
	}
	while (word < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(word, end, &cp);
		AnClass class = an_class(cp);
		const char *letter = word;

		word += size;
		if (class == AN_CLASS_MARK || class == AN_CLASS_TATWEEL ||
			class == AN_CLASS_IGNORABLE)
			continue;
		if (n + LETTER > out->len)
		{
			n = 0;
			break;
		}
		if (size != (int) LETTER ||
			!folds_to(an_letter(letter, 0), an_letter(out->folded + n, 0)))
			letter = out->folded + n;
		memcpy(out->written + n, letter, LETTER);
		n += LETTER;
	}
	if (n != out->len)
		memcpy(out->written, out->folded, out->len);
}

bool
an_all_arabic(const char *s, size_t len)
{
	size_t i;

	if (len % LETTER != 0)
		return false;
	for (i = 0; i < len; i += LETTER)
		if ((unsigned char) s[i] < 0xd8 || (unsigned char) s[i] > 0xdb)
			return false;
	return true;
}

bool
an_spelling_of(const char *word, size_t len, AnSpelling *out)
{
	out->len = an_fold(word, len, out->folded, AN_WORD_MAX);
	if (out->len == 0)
		return false;
	if (an_all_arabic(out->folded, out->len))
		an_spell(word, len, out);
	else
		memcpy(out->written, out->folded, out->len);
	return true;
}
