/*
 * tail_places.c
 *	  All that the last letters of a word may be, behind its stem: ending and
 *	  pronoun.
 */
#include "morph/readings.h"

int
an_tail_places(const AnLexiconView *lexicon, const AnWord *word,
			   AnTailPlace *out)
{
	const AnSpelling *s = &word->s;
	size_t at = s->len;
	unsigned node = 0;
	int n = 0;

	for (;;)
	{
		int letter;

		out[n].at = at;
		out[n].node = node;
		n++;
		if (at <= LETTER || n == AN_TAIL_PLACES)
			break;
		letter = an_tail_letter(s->folded + at - LETTER);
		if (letter < 0)
			break;
		node = lexicon->nodes[node].child[letter];
		if (node == 0)
			break;
		at -= LETTER;
	}
	return n;
}

/* An article, and what may stand before a verb, rule some tails out. */
bool
an_tail_fits(const AnPrefix *prefix, const AnTail *tail)
{
	unsigned flags = an_tail_flags(tail);

	if (tail->verbal)
	{
		if (prefix->person != 0 && (flags & prefix->person) == 0)
			return false;
		if (prefix->before & AN_BEFORE_SIN && !(flags & AN_END_FUTURE))
			return false;
		return !(prefix->before & AN_BEFORE_LAM && prefix->person != 0 &&
				 !(flags & AN_END_LAM));
	}
	if (prefix->before & AN_BEFORE_AL &&
		flags & (AN_END_NO_AL | AN_END_PRONOUN))
		return false;
	return !(prefix->before & AN_BEFORE_PREP && flags & AN_END_NO_PREP);
}

int
an_tail_cost(const AnWord *word, const AnTail *tail)
{
	unsigned last = an_letter(word->s.written + word->s.len - LETTER, 0);

	if (!tail->verbal && tail->ending == AN_N_TA)
		return an_letter_cost(last, L_TA_MARBUTA);
	return last == L_TA_MARBUTA ? AN_RULED_OUT : 0;
}
