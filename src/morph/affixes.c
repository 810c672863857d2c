/*
 * affixes.c
 *	  Proclitics and suffixes of folded words, and the light stem by rule.
 */
#include <string.h>

#include "morph/affixes.h"

/* What the light stem takes off, if so many letters stay before it. */
typedef struct Suffix
{
	char letters[9];
	uint8_t len;
	uint8_t keep;
} Suffix;

#define SUFFIX(s, keep)        \
	{                          \
		s, sizeof(s) - 1, keep \
	}

/* Longest first, so that the first that fits is the one to take. */
static const Suffix suffixes[] = {
	SUFFIX(ALEF TA HA ALEF, 3), /* اتها */
	SUFFIX(ALEF TA HA MIM, 3),
	SUFFIX(ALEF TA NUN ALEF, 3),
	SUFFIX(ALEF TA KAF MIM, 3),
	SUFFIX(TA HA MIM ALEF, 3),
	SUFFIX(ALEF TA HA, 3), /* اته */
	SUFFIX(TA HA ALEF, 3), /* تها */
	SUFFIX(TA HA MIM, 3),
	SUFFIX(TA NUN ALEF, 3),
	SUFFIX(TA YA NUN, 3),
	SUFFIX(TA ALEF NUN, 3),
	SUFFIX(HA MIM ALEF, 3),
	SUFFIX(TA HA, 3),    /* ته */
	SUFFIX(ALEF TA, 3),  /* ات */
	SUFFIX(HA ALEF, 3),  /* ها */
	SUFFIX(HA MIM, 3),   /* هم */
	SUFFIX(HA NUN, 4),   /* هن */
	SUFFIX(KAF MIM, 4),  /* كم */
	SUFFIX(NUN ALEF, 4), /* نا */
	SUFFIX(WAW NUN, 3),  /* ون */
	SUFFIX(YA NUN, 3),   /* ين */
	SUFFIX(ALEF NUN, 4), /* ان */
	SUFFIX(WAW ALEF, 3), /* وا */
	SUFFIX(HA, 2),       /* ة or ه */
	SUFFIX(ALEF, 3),     /* ا of tanween */
};

/* One optional conjunction, one optional preposition or س, one article. */
int
an_proclitics(const char *folded, size_t len, uint8_t *lengths, int max)
{
	size_t at[2] = { 0, 0 };
	int starts = 1;
	int n = 0;
	int i;

	if (an_begins(folded, len, WAW, LETTER) ||
		an_begins(folded, len, FA, LETTER))
		at[starts++] = LETTER;
	for (i = 0; i < starts; i++)
	{
		size_t p = at[i];
		const char *s = folded + p;
		size_t left = len - p;
		size_t found[4];
		int nfound = 0;
		int k;

		if (p > 0)
			found[nfound++] = p;
		if (an_begins(s, left, ALEF LAM, 2 * LETTER))
			found[nfound++] = p + 2 * LETTER;
		else if (an_begins(s, left, BA, LETTER) ||
				 an_begins(s, left, KAF, LETTER) ||
				 an_begins(s, left, LAM, LETTER) ||
				 an_begins(s, left, SIN, LETTER))
		{
			found[nfound++] = p + LETTER;
			if (!an_begins(s, left, SIN, LETTER) &&
				!an_begins(s, left, LAM, LETTER) &&
				an_begins(s + LETTER, left - LETTER, ALEF LAM, 2 * LETTER))
				found[nfound++] = p + 3 * LETTER;
			if (an_begins(s, left, LAM LAM, 2 * LETTER))
				found[nfound++] = p + 2 * LETTER;
		}
		for (k = 0; k < nfound && n < max; k++)
			if (len >= found[k] + 2 * LETTER)
				lengths[n++] = (uint8_t) found[k];
	}
	return n;
}

int
an_proclitics_of(const AnSpelling *word, uint8_t *lengths, int max,
				 size_t *article)
{
	int n = an_proclitics(word->folded, word->len, lengths, max);
	int kept = 0;
	int i;

	*article = 0;
	for (i = 0; i < n; i++)
	{
		size_t p = lengths[i];

		if (p >= 2 * LETTER &&
			an_letter(word->folded, p / LETTER - 1) == L_LAM)
		{
			unsigned before = an_letter(word->folded, p / LETTER - 2);

			/* إلغاء has none */
			if (before == L_ALEF &&
				an_letter(word->written, p / LETTER - 2) != L_ALEF)
				continue;
			if ((before == L_ALEF || before == L_LAM) && p > *article)
				*article = p;
		}
		lengths[kept++] = lengths[i];
	}
	return kept;
}

/* Bytes of the proclitics that any word may lose: those that end in ال. */
static size_t
article(const char *s, size_t len)
{
	uint8_t lengths[8];
	int n = an_proclitics(s, len, lengths, 8);
	size_t best = 0;

	while (n-- > 0)
	{
		size_t p = lengths[n];

		if (p >= 2 * LETTER && p > best &&
			(memcmp(s + p - 2 * LETTER, ALEF LAM, 2 * LETTER) == 0 ||
			 memcmp(s + p - 2 * LETTER, LAM LAM, 2 * LETTER) == 0))
			best = p;
	}
	return best;
}

size_t
an_stem(const char *word, size_t len, char *out)
{
	size_t n = an_fold(word, len, out, AN_FOLD_MAX(len));
	size_t skip = article(out, n);
	size_t i;

	/* a conjunction leaves three letters or more, the article two */
	if (skip == 0 && n >= 4 * LETTER && an_begins(out, n, WAW, LETTER))
		skip = LETTER;
	if (skip > 0 && n >= skip + 2 * LETTER)
	{
		memmove(out, out + skip, n - skip);
		n -= skip;
	}
	for (i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
	{
		const Suffix *suffix = &suffixes[i];

		if (n >= suffix->len + suffix->keep * LETTER &&
			an_ends(out, n, suffix->letters, suffix->len))
			return n - suffix->len;
	}
	return n;
}
