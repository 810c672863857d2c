/*
 * rules.c
 *	  Words that the store does not have: the light stem, with what the
 *	  patterns of Arabic words tell of their affixes.
 *
 * The rules look at the shape of a word only.  They are made to bring the
 * forms of a word together rather than to find its lemma: all persons of an
 * imperfect verb are under its ي form, a noun in ة is under what is left of
 * it without ة, as are its plural and its forms before pronouns.
 */
#include <string.h>

#include "morph/affixes.h"

/* A part of a word: letters are counted from its start. */
typedef struct Part
{
	const char *folded;
	const char *written;
	size_t n; /* letters */
} Part;

static inline unsigned
at(const Part *p, size_t i)
{
	return i < p->n ? an_letter(p->folded, i) : 0;
}

static Part
rest_of(const Part *p, size_t skip)
{
	Part rest = { .folded = p->folded + skip * LETTER,
				  .written = p->written + skip * LETTER,
				  .n = p->n - skip };

	return rest;
}

static bool
part_ends(const Part *p, const char *letters, size_t len)
{
	return an_ends(p->folded, p->n * LETTER, letters, len);
}

/* ---- Patterns ---- */

/* Three letters of which none is weak. */
static bool
is_root(const Part *p, size_t from)
{
	size_t i;

	for (i = from; i < from + 3; i++)
		if (i >= p->n || at(p, i) == L_ALEF || at(p, i) == L_WAW ||
			at(p, i) == L_YA)
			return false;
	return true;
}

/* تفعيل: تصريح, تطوير; what follows may be its suffix. */
static bool
is_tafeel(const Part *p)
{
	return p->n >= 5 && at(p, 0) == L_TA && at(p, 3) == L_YA;
}

/* A noun that begins so is not likely to follow a letter of the same name. */
static bool
begins_as_noun(const Part *p)
{
	unsigned first = an_letter(p->written, 0);

	if (first == L_ALEF_HAMZA || first == L_ALEF_BELOW ||
		first == L_ALEF_MADDA)
		return p->n >= 4;
	if (first == L_ALEF)
		return p->n >= 5 &&
			   (at(p, 2) == L_TA || at(p, 1) == L_NUN || at(p, 1) == L_SIN);
	return is_tafeel(p) || (first == L_MIM && p->n >= 4) ||
		   (p->n == 4 && at(p, 2) == L_ALEF);
}

bool
an_feminine_pattern(const char *folded, size_t len)
{
	size_t n = len / LETTER;

	/* مفاعلة */
	if (n == 5 && an_letter(folded, 0) == L_MIM &&
		an_letter(folded, 2) == L_ALEF)
		return true;
	/* إدارة, استقالة */
	if (n == 4 && an_letter(folded, 0) == L_ALEF &&
		an_letter(folded, 2) == L_ALEF)
		return true;
	if (n == 6 && an_begins(folded, len, ALEF SIN TA, 3 * LETTER) &&
		an_letter(folded, 4) == L_ALEF)
		return true;
	/* تنمية */
	return n == 4 && an_letter(folded, 0) == L_TA &&
		   an_letter(folded, 3) == L_YA;
}

/* ---- Proclitics ---- */

/* Letters of the proclitics, of which the article is the surest. */
static size_t
proclitics(const Part *p, size_t article)
{
	size_t n = 0;
	Part rest;

	if (article > 0 && p->n >= article + 2)
		return article;
	if (at(p, 0) == L_WAW && p->n >= 4)
		n = 1;
	else if (at(p, 0) == L_FA && p->n >= 5)
	{
		rest = rest_of(p, 1);
		if (begins_as_noun(&rest) ||
			(at(&rest, 0) == L_SIN && at(&rest, 1) == L_YA) ||
			(at(&rest, 0) == L_LAM && at(&rest, 1) == L_YA))
			n = 1;
	}
	rest = rest_of(p, n);
	switch (at(&rest, 0))
	{
		case L_LAM:
			/* ليعمل, لتعمل */
			if (rest.n >= 5 && (at(&rest, 1) == L_YA || at(&rest, 1) == L_TA ||
								at(&rest, 1) == L_NUN))
				return n + 1;
			/* FALLTHROUGH */
		case L_BA:
		case L_KAF:
			if (rest.n >= 4)
			{
				Part noun = rest_of(&rest, 1);

				if (begins_as_noun(&noun))
					return n + 1;
			}
			break;
		case L_SIN:
			if (rest.n == 5 && at(&rest, 1) == L_TA && is_root(&rest, 2))
				return n + 1; /* ستطرح */
			if (rest.n >= 5 && (at(&rest, 1) == L_YA ||
								an_letter(rest.written, 1) == L_ALEF_HAMZA))
				return n + 1;
			break;
		default:
			break;
	}
	return n;
}

/* ---- Verbs ---- */

static size_t
verb_suffix(const Part *p)
{
	static const char pronouns[][9] = { HA MIM ALEF, HA ALEF, HA MIM, NUN ALEF,
										NUN YA,      KAF MIM, HA,     KAF };
	Part rest = *p;
	size_t i;

	for (i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); i++)
	{
		size_t len = strlen(pronouns[i]);

		if (rest.n >= len / LETTER + (len == LETTER ? 4 : 3) &&
			part_ends(&rest, pronouns[i], len))
		{
			rest.n -= len / LETTER;
			/* the ا of وا goes before a pronoun */
			if (rest.n >= 5 && part_ends(&rest, WAW, LETTER))
				rest.n--;
			break;
		}
	}
	if (rest.n >= 6 && (part_ends(&rest, WAW NUN, 2 * LETTER) ||
						part_ends(&rest, WAW ALEF, 2 * LETTER) ||
						part_ends(&rest, ALEF NUN, 2 * LETTER)))
		rest.n -= 2;
	return p->n - rest.n;
}

static size_t
copy_form(char *out, const char *first, const Part *p, size_t skip)
{
	size_t n = strlen(first);

	memcpy(out, first, n);
	memcpy(out + n, p->folded + skip * LETTER, (p->n - skip) * LETTER);
	return n + (p->n - skip) * LETTER;
}

/*
 * An imperfect verb without its suffixes, in the form that all its persons
 * share: the perfect where the pattern tells it (يستخدم, يعتبر, يتطور,
 * يشارك), else the one in ي.  0 if it is not of one of those patterns.
 */
static size_t
imperfect_form(const Part *p, char *out)
{
	unsigned first = at(p, 0);
	bool ta = first == L_TA;

	if (p->n < 5 || (first != L_YA && first != L_NUN && !ta))
		return 0;
	if (at(p, 1) == L_SIN && at(p, 2) == L_TA)
		return copy_form(out, ALEF, p, 1); /* يستخدم */
	if (ta && (at(p, 3) == L_YA || at(p, 2) == L_ALEF))
		return 0; /* تفعيل, تفاعل */
	if (first == L_NUN && at(p, 2) == L_ALEF)
		return 0; /* نتائج */
	if (at(p, 1) == L_TA && p->n <= 6)
		return copy_form(out, "", p, 1); /* يتطور, يتعاون */
	if (p->n == 5 && at(p, 2) == L_TA)
		return copy_form(out, ALEF, p, 1); /* يعتبر */
	if (first != L_YA || p->n != 5)
		return 0;
	if (at(p, 1) == L_NUN && at(p, 2) != L_ALEF)
		return copy_form(out, ALEF, p, 1); /* ينفصل */
	if (at(p, 2) == L_ALEF)
		return copy_form(out, "", p, 1); /* يشارك */
	return 0;
}

/* Whether ت at the end of a word is that of a verb: what is left of it. */
static bool
takes_ta(const Part *p)
{
	size_t n = p->n - 1;

	if (p->n < 4 || at(p, p->n - 2) == L_ALEF)
		return false;
	if (at(p, 0) == L_ALEF && n >= 4)
		return true; /* أصبحت, استخدمت */
	if (n == 4 && at(p, 1) == L_ALEF)
		return true; /* شاركت */
	if (at(p, 0) == L_TA && n >= 4)
		return at(p, 3) != L_YA;    /* تطورت */
	return n == 3 && is_root(p, 0); /* سببت */
}

/* ---- The whole ---- */

/*
 * Whether the ending of a word that has no article and no proclitic is likely
 * to be this suffix: names of people and places end in ان, ون, ين and ا too.
 */
static bool
likely_behind(const Part *p, const AnSuffix *s)
{
	Part base = { .folded = p->folded,
				  .written = p->written,
				  .n = p->n - s->len / LETTER };
	bool plural =
		s->len == 2 * LETTER && an_ends(s->letters, s->len, NUN, LETTER);

	if (!plural && !AN_IS(s, ALEF))
		return true;
	if (part_ends(&base, YA, LETTER))
		return plural || base.n >= 5; /* a nisba */
	if (at(&base, 0) == L_MIM || begins_as_noun(&base))
		return true;
	if (base.n == 3)
		return !plural && is_root(&base, 0);
	/* فاعل, فعال, فعيل, فعول */
	return base.n == 4 && (at(&base, 1) == L_ALEF || at(&base, 2) == L_ALEF ||
						   at(&base, 2) == L_YA || at(&base, 2) == L_WAW);
}

static size_t
noun_suffix(const Part *p, bool bare)
{
	bool marbuta = an_ends(p->written, p->n * LETTER, TA_MARBUTA, LETTER);
	int i;

	if (part_ends(p, TA, LETTER) && takes_ta(p))
		return 1;
	for (i = 0; i < an_suffix_count; i++)
	{
		const AnSuffix *s = &an_suffixes[i];
		size_t n = s->len / LETTER;

		if ((s->flags & AN_BY_RULE) != 0 && (n == 1 || !marbuta) &&
			p->n >= n + s->keep && an_ends_in(p->folded, p->n * LETTER, s) &&
			(!bare || likely_behind(p, s)))
			return n;
	}
	if (part_ends(p, KAF, LETTER) && p->n >= 6 &&
		(at(p, 0) == L_ALEF || at(p, 0) == L_TA))
		return 1;
	return 0;
}

static void
set_lexeme(AnAnalysis *a, const char *s, size_t len)
{
	memcpy(a->lexeme, s, len);
	a->lexeme_len = len;
}

/* The lemma as it was written, with the ة that a suffix hides or is. */
static void
set_noun(const Part *p, size_t suffix, AnAnalysis *a)
{
	size_t n = (p->n - suffix) * LETTER;
	const char *hidden = p->folded + n;
	size_t left = suffix * LETTER;
	bool ta = an_begins(hidden, left, TA, LETTER) && suffix > 1;
	bool at_sign = an_begins(hidden, left, ALEF TA, 2 * LETTER);
	bool marbuta = suffix == 1 && an_begins(hidden, left, HA, LETTER);

	set_lexeme(a, p->folded, n);
	memcpy(a->lemma, p->written, n);
	a->lemma_len = n;
	if (suffix == 1 && marbuta)
		marbuta = an_ends(p->written, p->n * LETTER, TA_MARBUTA, LETTER);
	if ((ta || at_sign || marbuta) && an_feminine_pattern(p->folded, n))
	{
		memcpy(a->lexeme + n, HA, LETTER);
		a->lexeme_len += LETTER;
		marbuta = true;
	}
	if (ta || marbuta)
	{
		memcpy(a->lemma + n, TA_MARBUTA, LETTER);
		a->lemma_len += LETTER;
	}
	/* أصدقائه */
	if (suffix > 0 && n >= 3 * LETTER &&
		(an_ends(a->lexeme, n, ALEF "\xd8\xa6", 2 * LETTER) ||
		 an_ends(a->lexeme, n, ALEF "\xd8\xa4", 2 * LETTER)))
	{
		memcpy(a->lexeme + n - LETTER, HAMZA, LETTER);
		memcpy(a->lemma + n - LETTER, HAMZA, LETTER);
	}
}

void
an_read_by_rule(const AnSpelling *word, AnAnalysis *a)
{
	Part p = { .folded = word->folded,
			   .written = word->written,
			   .n = word->len / LETTER };
	uint8_t lengths[8];
	size_t article;
	size_t skip;
	bool definite;
	size_t suffix;
	size_t form = 0;

	an_proclitics_of(word, lengths, (int) sizeof(lengths), &article);
	skip = proclitics(&p, article / LETTER);
	definite = article > 0 && skip == article / LETTER;
	a->prefix_len = skip * LETTER;
	p = rest_of(&p, skip);
	if (!definite)
	{
		Part verb = p;

		suffix = verb_suffix(&p);
		verb.n -= suffix;
		form = imperfect_form(&verb, a->lexeme);
		if (form == 0 && at(&verb, 0) == L_YA && verb.n >= 4)
			form = copy_form(a->lexeme, "", &verb, 0);
		if (form > 0)
		{
			a->lexeme_len = form;
			memcpy(a->lemma, a->lexeme, form);
			a->lemma_len = form;
			a->suffix_len = suffix * LETTER;
			return;
		}
	}
	suffix = noun_suffix(&p, skip == 0);
	a->suffix_len = suffix * LETTER;
	set_noun(&p, suffix, a);
}
