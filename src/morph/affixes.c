/*
 * affixes.c
 *	  Proclitics and suffixes of folded words, and the light stem by rule.
 */
#include <string.h>

#include "morph/affixes.h"

#define SUFFIX(s, keep, flags)        \
	{                                 \
		s, sizeof(s) - 1, keep, flags \
	}

#define NOUN AN_ON_NOUN
#define VERB AN_ON_VERB
#define ANY (AN_ON_NOUN | AN_ON_VERB | AN_ON_PARTICLE)
#define TA_HIDDEN AN_HIDES_TA
#define PRONOUN AN_PRONOUN
#define RULE AN_BY_RULE

const AnSuffix an_suffixes[] = {
	SUFFIX(ALEF TA HA ALEF, 3, NOUN | TA_HIDDEN | PRONOUN | RULE), /* اتها */
	SUFFIX(ALEF TA HA MIM, 3, NOUN | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(ALEF TA NUN ALEF, 3, NOUN | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(ALEF TA KAF MIM, 3, NOUN | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(TA HA MIM ALEF, 3, NOUN | VERB | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(YA TA HA ALEF, 3, NOUN | TA_HIDDEN | PRONOUN),
	SUFFIX(WAW NUN HA ALEF, 3, VERB | PRONOUN), /* ونها */
	SUFFIX(WAW NUN HA MIM, 3, VERB | PRONOUN),
	SUFFIX(NUN ALEF HA ALEF, 3, VERB | PRONOUN),              /* ناها */
	SUFFIX(ALEF TA HA, 3, NOUN | TA_HIDDEN | PRONOUN | RULE), /* اته */
	SUFFIX(ALEF TA KAF, 3, NOUN | TA_HIDDEN | PRONOUN),
	SUFFIX(TA HA ALEF, 3, NOUN | VERB | TA_HIDDEN | PRONOUN | RULE), /* تها */
	SUFFIX(TA HA MIM, 3, NOUN | VERB | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(TA NUN ALEF, 3, NOUN | VERB | TA_HIDDEN | PRONOUN | RULE),
	SUFFIX(TA YA NUN, 3, NOUN | TA_HIDDEN | RULE),
	SUFFIX(TA ALEF NUN, 3, NOUN | TA_HIDDEN | RULE),
	SUFFIX(HA MIM ALEF, 3, ANY | PRONOUN | RULE),
	SUFFIX(YA HA ALEF, 3, NOUN | PRONOUN), /* يها: the plural's ي */
	SUFFIX(YA HA MIM, 3, NOUN | PRONOUN),
	SUFFIX(WAW NUN HA, 3, VERB | PRONOUN),
	SUFFIX(WAW HA ALEF, 3, VERB | PRONOUN), /* وها */
	SUFFIX(WAW HA MIM, 3, VERB | PRONOUN),
	SUFFIX(NUN ALEF HA, 3, VERB | PRONOUN),
	SUFFIX(TA HA, 3, NOUN | VERB | TA_HIDDEN | PRONOUN | RULE), /* ته */
	SUFFIX(TA KAF, 3, NOUN | VERB | TA_HIDDEN | PRONOUN),
	SUFFIX(TA YA, 3, TA_HIDDEN | PRONOUN),       /* تي */
	SUFFIX(ALEF TA, 3, NOUN | TA_HIDDEN | RULE), /* ات */
	SUFFIX(HA ALEF, 3, ANY | PRONOUN | RULE),    /* ها */
	SUFFIX(HA MIM, 3, ANY | PRONOUN | RULE),     /* هم */
	SUFFIX(HA NUN, 4, ANY | PRONOUN | RULE),     /* هن */
	SUFFIX(KAF MIM, 4, ANY | PRONOUN | RULE),    /* كم */
	SUFFIX(ALEF, 3, NOUN), /* كمينا before كمي and نا */
	SUFFIX(NUN ALEF, 4, ANY | PRONOUN | RULE),          /* نا */
	SUFFIX(NUN YA, 4, VERB | AN_ON_PARTICLE | PRONOUN), /* ني */
	SUFFIX(WAW NUN, 3, NOUN | VERB | RULE),             /* ون */
	SUFFIX(YA NUN, 3, NOUN | RULE),                     /* ين */
	SUFFIX(ALEF NUN, 4, NOUN | VERB | RULE),            /* ان */
	SUFFIX(WAW ALEF, 3, VERB | RULE),                   /* وا */
	SUFFIX(WAW HA, 3, VERB | PRONOUN),                  /* وه */
	SUFFIX(YA HA, 3, NOUN | PRONOUN),                   /* يه */
	SUFFIX(HA, 2, ANY | AN_ON_ADJECTIVE | RULE),        /* ة or ه */
	SUFFIX(ALEF, 3, NOUN | RULE),                       /* ا of tanween */
	SUFFIX(TA, 3, VERB),
	SUFFIX(KAF, 3, ANY | PRONOUN),
};

const int an_suffix_count = sizeof(an_suffixes) / sizeof(an_suffixes[0]);

bool
an_may_end_in_suffix(const char *folded, size_t len)
{
	switch (an_letter(folded, len / LETTER - 1))
	{
		case L_ALEF:
		case L_TA:
		case L_KAF:
		case L_MIM:
		case L_NUN:
		case L_HA:
		case L_YA:
			return true;
		default:
			return false;
	}
}

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
	int i;

	/* a conjunction leaves three letters or more, the article two */
	if (skip == 0 && n >= 4 * LETTER && an_begins(out, n, WAW, LETTER))
		skip = LETTER;
	if (skip > 0 && n >= skip + 2 * LETTER)
	{
		memmove(out, out + skip, n - skip);
		n -= skip;
	}
	for (i = 0; i < an_suffix_count; i++)
	{
		const AnSuffix *s = &an_suffixes[i];

		if ((s->flags & AN_BY_RULE) != 0 && n >= s->len + s->keep * LETTER &&
			an_ends(out, n, s->letters, s->len))
			return n - s->len;
	}
	return n;
}
