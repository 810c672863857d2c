/*
 * agree.c
 *	  How well a stem agrees with what was written: hamzas, ة and ى that are
 *	  written otherwise cost something, vowels that are written otherwise
 *	  rule it out.
 */
#include "morph/readings.h"

int
an_letter_cost(unsigned written, unsigned standard)
{
	if (written == standard)
		return 0;
	switch (written)
	{
		case L_ALEF: /* news leaves hamzas out */
			return standard == L_ALEF_MADDA ? 150 : 80;
		case L_ALEF_HAMZA:
		case L_ALEF_BELOW:
		case L_ALEF_MADDA:
			/* and puts them where there is none, or the other one */
			return standard == L_ALEF ? 250 : 350;
		case L_MAKSURA:
			return 100; /* as Egypt writes every final ي */
		case L_YA:
			return 200;
		case L_HA:
			return 320;
		case L_TA_MARBUTA:
			return 500;
		default:
			return AN_OTHER_LETTER;
	}
}

static unsigned
fold(unsigned letter)
{
	switch (letter)
	{
		case L_ALEF_MADDA:
		case L_ALEF_HAMZA:
		case L_ALEF_BELOW:
			return L_ALEF;
		case L_MAKSURA:
			return L_YA;
		case L_TA_MARBUTA:
			return L_HA;
		default:
			return letter;
	}
}

/* The marks that a letter of a vocalised spelling has; moves s behind them. */
static uint8_t
marks_at(const unsigned char **s)
{
	uint8_t marks = 0;

	for (; (*s)[0] == 0xD9 && (*s)[1] >= 0x8B && (*s)[1] <= 0x92; *s += 2)
	{
		switch ((*s)[1])
		{
			case 0x8E:
				marks |= AN_MARK_FATHA;
				break;
			case 0x8F:
				marks |= AN_MARK_DAMMA;
				break;
			case 0x90:
				marks |= AN_MARK_KASRA;
				break;
			case 0x91:
				marks |= AN_MARK_SHADDA;
				break;
			case 0x92:
				marks |= AN_MARK_SUKUN;
				break;
			default:
				marks |= AN_MARK_TANWEEN;
				break;
		}
	}
	return marks;
}

/* Whether what is written on a letter can be what the stem has there. */
static bool
marks_agree(uint8_t written, uint8_t standard, bool last, bool assimilated)
{
	if (written & AN_MARK_SHADDA && !(standard & AN_MARK_SHADDA) &&
		!assimilated)
		return false;
	if (last) /* its vowel is the ending's */
		return true;
	if (written & AN_MARK_SUKUN)
		return !(standard & (AN_MARK_VOWELS | AN_MARK_SHADDA));
	return (written & AN_MARK_VOWELS) == 0 ||
		   (written & AN_MARK_VOWELS) == (standard & AN_MARK_VOWELS);
}

/* The vowel of the person's letter tells active from passive, and IV. */
static bool
person_agrees(const AnWord *word, const AnPrefix *prefix, const AnStem *stem)
{
	uint8_t written;

	if (!(prefix->before & AN_BEFORE_PERSON))
		return true;
	written = word->marks[prefix->len / LETTER - 1] & AN_MARK_VOWELS;
	if (written == 0)
		return true;
	return (written == AN_MARK_DAMMA) == ((stem->flags & AN_STEM_U) != 0);
}

int
an_stem_cost(const AnBlock *block, const AnWord *word, const AnPrefix *prefix,
			 const AnStem *stem, size_t end)
{
	const unsigned char *s =
		(const unsigned char *) an_string(block, stem->vocalized);
	bool filter = word->marked && !(stem->flags & AN_STEM_BARE);
	size_t at = prefix->len;
	int cost = 0;

	if (word->marked && !person_agrees(word, prefix, stem))
		return AN_RULED_OUT;
	for (; at < end; at += LETTER)
	{
		unsigned standard = (unsigned) s[0] << 8 | s[1];
		unsigned written = an_letter(word->s.written + at, 0);
		uint8_t marks;

		if (s[0] == 0)
			return AN_RULED_OUT;
		s += LETTER;
		marks = marks_at(&s);
		if (written != standard)
		{
			if (fold(standard) != an_letter(word->s.folded + at, 0))
				return AN_RULED_OUT;
			cost += an_letter_cost(written, standard);
		}
		if (filter &&
			!marks_agree(word->marks[at / LETTER], marks, at + LETTER == end,
						 at == prefix->len &&
							 (prefix->before & AN_BEFORE_AL) != 0))
			return AN_RULED_OUT;
	}
	if (s[0] != 0)
		return AN_RULED_OUT;
	/* the first person's أ */
	if (prefix->person == AN_END_ALEF)
		cost += an_letter_cost(
			an_letter(word->s.written + prefix->len - LETTER, 0),
			L_ALEF_HAMZA);
	return cost;
}
