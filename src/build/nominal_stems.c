/*
 * nominal_stems.c
 *	  The stems of nouns, adjectives, participles, masdars and nisbas, and
 *	  the endings that each takes.
 */
#include <string.h>

#include "build/lexicon.h"

#define WITH_P(name) (AN_N(name) | AN_N(name##_P))

#define SINGULAR (WITH_P(FREE))
#define DUAL (AN_N(AN) | AN_N(AYN) | WITH_P(A) | WITH_P(AY))
#define IN_TA (WITH_P(TA))
#define DUAL_TA (AN_N(TAN) | AN_N(TAYN) | WITH_P(TA_A) | WITH_P(TAY))
#define PLURAL_UN (AN_N(UN) | AN_N(IN) | WITH_P(U) | WITH_P(I))
#define PLURAL_AWN (AN_N(AWN) | AN_N(AYN) | WITH_P(AW) | WITH_P(AY))
#define PLURAL_AT (WITH_P(AT))

/* What stands only before a pronoun. */
#define BEFORE_PRONOUN                                                   \
	(AN_N(FREE_P) | AN_N(TA_P) | AN_N(A_P) | AN_N(AY_P) | AN_N(TA_A_P) | \
	 AN_N(TAY_P) | AN_N(U_P) | AN_N(I_P) | AN_N(AW_P) | AN_N(AT_P))

void
an_put(const AnNominal *n, const char *trunk, const char *end, uint64_t set,
	   unsigned flags)
{
	AnStemSpec spec = n->spec;
	AnSounds sounds;

	strcpy(sounds, trunk);
	strcat(sounds, end);
	an_join_sounds(sounds);
	if (!n->enclitics)
		set &= ~BEFORE_PRONOUN;
	if (!n->dual)
		set &= ~(DUAL_TA | (set & AN_N(AWN) ? 0 : DUAL));
	spec.set = set;
	spec.flags |= (uint16_t) flags;
	if (flags & AN_STEM_INDEFINITE)
		spec.before &= (uint16_t) ~AN_BEFORE_AL;
	an_add_stem(n->c, &spec, sounds);
}

/* The same for a stem that has no article: أبو, ذو. */
static void
put_construct(const AnNominal *n, const char *trunk, const char *end,
			  uint64_t set)
{
	AnNominal without = *n;

	without.spec.before &= (uint16_t) ~AN_BEFORE_AL;
	an_put(&without, trunk, end, set, 0);
}

/* ---- Words by how they end ---- */

static bool
ends(const char *sounds, const char *with)
{
	size_t len = strlen(sounds);
	size_t n = strlen(with);

	return len > n && strcmp(sounds + len - n, with) == 0;
}

static void
cut(const char *sounds, size_t n, AnSounds out)
{
	strcpy(out, sounds);
	out[strlen(out) - n] = '\0';
}

/*
 * A broken plural without tanween: long a, then two or three consonants with
 * a vowel between or none (مدارس, وثائق, مصابيح, مواد), or فعلاء.
 */
static bool
is_diptote_plural(const char *s)
{
	const char *at = strrchr(s, 'A');
	size_t left = at != NULL ? strlen(at + 1) : 0;

	if (at == NULL || at - s < 2)
		return false;
	if (strcmp(at + 1, "'") == 0)
		return true;
	return (left == 3 && (at[2] == 'i' || at[2] == 'I')) ||
		   (left == 2 && at[1] == at[2]);
}

/* أكبر, أحمر: no tanween. */
static bool
is_elative(const AnNominal *n, const char *s)
{
	return s[0] == '\'' && s[1] == 'a' && strlen(s) >= 6 &&
		   (n->word_class == AN_LEX_ELATIVE || strcmp(n->feminine, "اء") == 0);
}

static void
put_in_ta(const AnNominal *n, const char *sounds, unsigned flags)
{
	AnSounds trunk;
	uint64_t set = IN_TA | (flags & AN_STEM_PLURAL ? 0 : DUAL_TA);

	cut(sounds, ends(sounds, "Ap") ? 1 : 2, trunk);
	an_put(n, trunk, "", set, flags);
}

/* مستشفى, قتلى */
static void
put_in_maqsura(const AnNominal *n, const char *sounds, unsigned flags)
{
	AnSounds trunk;

	cut(sounds, 1, trunk);
	an_put(n, trunk, "Y", AN_N(FREE), flags);
	an_put(n, trunk, "A", AN_N(FREE_P), flags);
	if (!(flags & AN_STEM_PLURAL))
		an_put(n, trunk, "ay", DUAL, flags);
}

/* عصا, قفا: three radicals, of which the last is و. */
static bool
is_short_alef(const char *sounds)
{
	return strlen(sounds) == 4 && an_is_consonant(sounds[0]) &&
		   an_is_short(sounds[1]) && an_is_consonant(sounds[2]) &&
		   sounds[3] == 'A';
}

/* قاضٍ, أراضٍ: the ي is there unless the word is indefinite. */
static void
put_defective(const AnNominal *n, const char *sounds, unsigned flags)
{
	AnSounds trunk;
	uint64_t set = SINGULAR | AN_N(TANWEEN);

	cut(sounds, 1, trunk);
	if (flags & AN_STEM_PLURAL)
		set = SINGULAR;
	else
		set |= DUAL;
	an_put(n, trunk, "iy", set, flags);
	an_put(n, trunk, "", AN_N(FREE), flags | AN_STEM_INDEFINITE);
}

/* The dual of a word in اء is in و where that is the feminine's ending. */
static void
put_in_hamza(const AnNominal *n, const char *sounds, unsigned flags)
{
	uint64_t set = SINGULAR;
	AnSounds trunk;

	if (!(flags & AN_STEM_PLURAL) && !n->is_feminine &&
		!(flags & AN_STEM_FEMININE))
		set |= DUAL;
	an_put(n, sounds, "", set, flags);
	if (flags & AN_STEM_PLURAL || (set & AN_N(AN)) != 0)
		return;
	cut(sounds, 1, trunk);
	an_put(n, trunk, "w", DUAL, flags);
}

void
an_put_word(const AnNominal *n, const char *sounds, bool defective,
			unsigned flags)
{
	bool plural = (flags & AN_STEM_PLURAL) != 0;
	uint64_t set = SINGULAR;
	AnSounds trunk;

	if (n->invariable)
		an_put(n, sounds, "", set, flags);
	else if (ends(sounds, "p"))
		put_in_ta(n, sounds, flags);
	else if (ends(sounds, "Y"))
		put_in_maqsura(n, sounds, flags);
	else if (defective && ends(sounds, "I"))
		put_defective(n, sounds, flags);
	else if (ends(sounds, "A'"))
		put_in_hamza(n, sounds, flags);
	else if (plural && ends(sounds, "At"))
	{
		cut(sounds, 2, trunk);
		an_put(n, trunk, "", PLURAL_AT, flags);
	}
	else if (plural && (ends(sounds, "Un") || ends(sounds, "In")) &&
			 strchr(sounds, 'A') == NULL && strlen(sounds) <= 6)
	{
		/* سنون, مئين, ذوون; but not قوانين, فنون */
		cut(sounds, 2, trunk);
		an_put(n, trunk, "", PLURAL_UN, flags);
		an_put(n, sounds, "", SINGULAR | AN_N(TANWEEN), flags);
	}
	else
	{
		bool vowel =
			ends(sounds, "A") || ends(sounds, "U") || ends(sounds, "I");

		if (!vowel && !(plural && is_diptote_plural(sounds)) &&
			!is_elative(n, sounds))
			set |= AN_N(TANWEEN);
		if (!plural && !vowel)
			set |= DUAL;
		an_put(n, sounds, "", set, flags);
		if (!plural && is_short_alef(sounds))
		{
			cut(sounds, 1, trunk);
			an_put(n, trunk, "aw", DUAL, flags);
		}
	}
}

/* ---- Sound plurals ---- */

static void
put_plural_un(const AnNominal *n)
{
	AnSounds trunk;

	if (ends(n->sounds, "Y"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "", PLURAL_AWN, 0);
	}
	else if (ends(n->sounds, "p"))
	{
		cut(n->sounds, ends(n->sounds, "Ap") ? 1 : 2, trunk);
		an_put(n, trunk, "", PLURAL_UN, 0);
	}
	else if (n->defective && ends(n->sounds, "I"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "", PLURAL_UN, 0);
	}
	else
		an_put(n, n->sounds, "", PLURAL_UN, 0);
}

static void
put_plural_at(const AnNominal *n)
{
	AnSounds trunk;

	if (ends(n->sounds, "Ap"))
	{
		/* مباراة has مباريات; قناة and صلاة write theirs out */
		cut(n->sounds, 2, trunk);
		an_put(n, trunk, "ay", PLURAL_AT, 0);
	}
	else if (ends(n->sounds, "p"))
	{
		cut(n->sounds, 2, trunk);
		/* the endings in ة tell how a hamza is spelled before ات */
		an_put(n, trunk, "", PLURAL_AT | IN_TA, 0);
	}
	else if (ends(n->sounds, "Y"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "ay", PLURAL_AT, 0);
	}
	else if (ends(n->sounds, "I"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "iy", PLURAL_AT, 0);
	}
	else if (ends(n->sounds, "A"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "", PLURAL_AT, 0); /* كاميرات */
	}
	else if (ends(n->sounds, "U"))
		an_put(n, n->sounds, "h", PLURAL_AT, 0); /* فيديوهات */
	else if (ends(n->sounds, "A'") && n->is_feminine)
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "w", PLURAL_AT, 0);
	}
	else
		an_put(n, n->sounds, "", PLURAL_AT, 0);
}

static void
put_plurals(const AnNominal *n)
{
	AnValues values = an_values(n->plurals);
	const char *why;

	while (an_values_next(&values))
	{
		AnSounds sounds;
		size_t len = values.len;
		bool star = len > 0 && values.value[len - 1] == '*';

		if (len == strlen("ون") && memcmp(values.value, "ون", len) == 0)
			put_plural_un(n);
		else if (len == strlen("ات") && memcmp(values.value, "ات", len) == 0)
			put_plural_at(n);
		else if (an_sounds(values.value, len - star, sounds, &why))
		{
			if (star && !ends(sounds, "I"))
				an_fail(n->c, "%.*s does not end in ي", (int) len,
						values.value);
			an_put_word(n, sounds, star, AN_STEM_PLURAL);
		}
		else
			an_fail(n->c, "plural %.*s: %s", (int) len, values.value, why);
	}
}

/* ---- Feminines ---- */

/*
 * كبرى of أكبر, حمراء of أحمر, عطشى of عطشان: their pattern on the word's own
 * consonants.
 */
static bool
feminine_sounds(const AnNominal *n, bool maqsura, AnSounds out)
{
	const char *s = n->sounds;
	size_t len = strlen(s);
	size_t used = 0;
	char three[3];
	size_t i;
	bool elative = s[0] == '\'' && (s[1] == 'a' || s[1] == 'A');

	for (i = elative ? 1 : 0; i < len && used < 3; i++)
	{
		if (an_is_consonant(s[i]))
			three[used++] = s[i];
		else if (s[i] == 'Y')
			three[used++] = 'y';
		else if (s[i] == 'A' && i == 1)
			three[used++] = '\''; /* آخر */
	}
	if (used < 3)
		return false;
	out[0] = three[0];
	out[1] = elative && maqsura ? 'u' : 'a';
	out[2] = three[1];
	out[3] = three[2];
	strcpy(out + 4, maqsura ? "Y" : "A'");
	return true;
}

static void
put_feminine_word(const AnNominal *n, const char *sounds)
{
	AnSounds trunk;

	an_put_word(n, sounds, false, AN_STEM_FEMININE);
	if (ends(sounds, "Y"))
	{
		cut(sounds, 1, trunk);
		an_put(n, trunk, "ay", PLURAL_AT, AN_STEM_FEMININE);
	}
	else if (ends(sounds, "A'"))
	{
		cut(sounds, 1, trunk);
		an_put(n, trunk, "w", PLURAL_AT, AN_STEM_FEMININE);
	}
	else if (ends(sounds, "ap"))
	{
		cut(sounds, 2, trunk);
		an_put(n, trunk, "", PLURAL_AT | IN_TA, AN_STEM_FEMININE);
	}
}

static void
put_feminine_ta(const AnNominal *n)
{
	uint64_t set = IN_TA | DUAL_TA | PLURAL_AT;
	AnSounds trunk;

	if (ends(n->sounds, "Y"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "A", IN_TA | DUAL_TA, 0);
		an_put(n, trunk, "ay", PLURAL_AT, 0);
	}
	else if (n->defective && ends(n->sounds, "I"))
	{
		cut(n->sounds, 1, trunk);
		an_put(n, trunk, "iy", set, 0);
	}
	else
		an_put(n, n->sounds, "", set, 0);
}

static void
put_feminine(const AnNominal *n)
{
	AnSounds sounds;
	const char *why;

	if (*n->feminine == '\0')
		return;
	if (strcmp(n->feminine, "ة") == 0)
		put_feminine_ta(n);
	else if (strcmp(n->feminine, "ى") == 0 || strcmp(n->feminine, "اء") == 0)
	{
		if (feminine_sounds(n, n->feminine[0] == "ى"[0], sounds))
			put_feminine_word(n, sounds);
		else
			an_fail(n->c, "the feminine in %s must be written out",
					n->feminine);
	}
	else if (an_sounds(n->feminine, strlen(n->feminine), sounds, &why))
		put_feminine_word(n, sounds);
	else
		an_fail(n->c, "feminine %s: %s", n->feminine, why);
}

/* ---- The five nouns ---- */

static void
put_five(const AnNominal *n)
{
	static const char *const endings[] = { "U", "A", "I" };
	AnSounds trunk;
	size_t i;

	if (strcmp(n->sounds, "*U") == 0)
	{
		static const char *const forms[] = { "*U",      "*A",    "*I",
											 "*awA",    "*away", "*At",
											 "*AtA",    "*Atay", "*awAtA",
											 "*awAtay", "*awAt" };

		for (i = 0; i < AN_NCHOICES(forms); i++)
			put_construct(n, forms[i], "", AN_N(FREE));
		put_construct(n, "*awU", "", SINGULAR);
		put_construct(n, "*awI", "", SINGULAR);
		return;
	}
	an_put(n, n->sounds, "", SINGULAR | AN_N(TANWEEN), 0);
	strcpy(trunk, strcmp(n->sounds, "fam") == 0 ? "f" : n->sounds);
	for (i = 0; i < AN_NCHOICES(endings); i++)
		put_construct(n, trunk, endings[i], SINGULAR);
	an_put(n, n->sounds, strcmp(n->sounds, "fam") == 0 ? "" : "aw", DUAL, 0);
}

void
an_nominal_stems(const AnNominal *n)
{
	if (n->five)
		put_five(n);
	else
		an_put_word(n, n->sounds, n->defective, 0);
	put_plurals(n);
	put_feminine(n);
}
