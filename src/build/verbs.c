/*
 * verbs.c
 *	  A row of verbs.tsv: its class, from root, form and lemma.
 */
#include <stdio.h>
#include <string.h>

#include "build/verbs.h"

static const struct
{
	const char *name;
	const char *perfect; /* before the last radical but one */
	const char *imperfect;
	const char *passive; /* perfect */
	const char *mid;
	char person;        /* vowel of يـ */
	char perfect_vowel; /* I: by the row */
	char imperfect_vowel;
	char last; /* which radical */
} forms[AN_FORM_COUNT] = {
	{ "I", "1a", "1", "1u", "2", 'a', 'a', 'u', '3' },
	{ "II", "1a", "1a", "1u", "22", 'u', 'a', 'i', '3' },
	{ "III", "1A", "1A", "1U", "2", 'u', 'a', 'i', '3' },
	{ "IV", "'a1", "1", "'u1", "2", 'u', 'a', 'i', '3' },
	{ "V", "ta1a", "ta1a", "tu1u", "22", 'a', 'a', 'a', '3' },
	{ "VI", "ta1A", "ta1A", "tu1U", "2", 'a', 'a', 'a', '3' },
	{ "VII", "{n1a", "n1a", "{n1u", "2", 'a', 'a', 'i', '3' },
	{ "VIII", "{Ca", "Ca", "{Cu", "2", 'a', 'a', 'i', '3' },
	{ "IX", "{12a", "12a", "{12u", "3", 'a', 'a', 'i', '3' },
	{ "X", "{sta1", "sta1", "{stu1", "2", 'a', 'a', 'i', '3' },
	{ "Q1", "1a2", "1a2", "1u2", "3", 'u', 'a', 'i', '4' },
	{ "Q2", "ta1a2", "ta1a2", "tu1u2", "3", 'a', 'a', 'a', '4' },
	{ "Q4", "{12a", "12a", "{12u", "3", 'a', 'a', 'i', '4' },
};

void
an_fill(const AnVerb *v, const char *pattern, char *out)
{
	for (; *pattern != '\0'; pattern++)
	{
		if (*pattern >= '1' && *pattern <= '4')
			*out++ = v->radical[*pattern - '1'];
		else if (*pattern == 'C')
		{
			strcpy(out, v->cluster);
			out += strlen(out);
		}
		else
			*out++ = *pattern;
	}
	*out = '\0';
}

AnBase
an_perfect_base(const AnVerb *v, bool passive)
{
	AnBase base;

	memset(&base, 0, sizeof(base));
	an_fill(v, passive ? forms[v->form].passive : forms[v->form].perfect,
			base.head);
	an_fill(v, forms[v->form].mid, base.mid);
	base.vowel = passive ? 'i' : v->perfect;
	base.last = v->radical[forms[v->form].last - '1'];
	if (v->form == AN_FORM_I && !passive)
		base.closed = v->perfect == 'a' && v->imperfect == 'u' ? 'u' : 'i';
	return base;
}

AnBase
an_imperfect_base(const AnVerb *v, bool passive)
{
	AnBase base;
	const char *head = forms[v->form].imperfect;

	memset(&base, 0, sizeof(base));
	if (v->form == AN_FORM_I && v->drops_first && !passive)
		head = "";
	an_fill(v, head, base.head);
	an_fill(v, forms[v->form].mid, base.mid);
	base.vowel = passive ? 'a' : v->imperfect;
	base.last = v->radical[forms[v->form].last - '1'];
	return base;
}

char
an_person_vowel(const AnVerb *v, bool passive)
{
	return passive ? 'u' : forms[v->form].person;
}

static char
long_of(char vowel)
{
	return vowel == 'a' ? 'A' : vowel == 'u' ? 'U' : 'I';
}

void
an_contract(const AnVerb *v, const AnBase *base, bool closed, char *out)
{
	size_t len = strlen(base->head);
	char end = len > 0 ? base->head[len - 1] : '\0';
	char vowel = base->vowel;

	strcpy(out, base->head);
	if (v->form == AN_FORM_Q4)
	{
		/* اطمأنّ, before consonants اطمأنن */
		out[len++] = base->mid[0];
		if (closed)
			out[len++] = base->last;
		out[len++] = vowel;
		if (!closed)
			out[len++] = base->last;
		out[len++] = base->last;
	}
	else if (v->hollow)
	{
		/* awa is A, uwi is I; behind a consonant the vowel becomes long */
		if (an_is_short(end))
		{
			out[--len] = '\0';
			vowel = end == 'u' ? 'i' : 'a';
		}
		if (closed)
			out[len++] = base->closed != '\0' ? base->closed : vowel;
		else
			out[len++] = long_of(vowel);
		out[len++] = base->last;
	}
	else if (v->doubled && !closed)
	{
		if (!an_is_short(end) && !an_is_long(end))
			out[len++] = vowel;
		out[len++] = base->last;
		out[len++] = base->last;
	}
	else
	{
		strcpy(out + len, base->mid);
		len += strlen(base->mid);
		out[len++] = vowel;
		out[len++] = base->last;
	}
	out[len] = '\0';
	an_join_sounds(out);
}

void
an_trunk(const AnBase *base, char *out)
{
	strcpy(out, base->head);
	strcat(out, base->mid);
}

/* ---- The class ---- */

static bool
is_weak(char radical)
{
	return radical == 'w' || radical == 'y';
}

/* The lemma that the verb would have if it were of the class that is set. */
static void
lemma_of(const AnVerb *v, AnSounds out)
{
	AnBase base = an_perfect_base(v, false);

	if (v->defective)
	{
		an_trunk(&base, out);
		if (base.vowel != 'a')
			strcat(out, base.vowel == 'i' ? "iya" : "uwa");
		else
			strcat(out, v->form == AN_FORM_I && base.last == 'w' ? "A" : "Y");
	}
	else
	{
		an_contract(v, &base, false, out);
		strcat(out, "a");
	}
	an_join_sounds(out);
}

static bool
class_gives(const AnVerb *v, const char *lemma)
{
	AnSounds sounds;
	char made[AN_SPELLING_MAX];

	lemma_of(v, sounds);
	an_spell_sounds(sounds, '0', made);
	return strcmp(made, lemma) == 0;
}

/* What the first radical and the t of form VIII may become. */
static int
clusters(const AnVerb *v, char out[6][4])
{
	char first = v->radical[0];
	int n = 0;

	if (strchr("dz*", first) != NULL)
	{
		sprintf(out[n++], "%cd", first);
		strcpy(out[n++], "dd");
		sprintf(out[n++], "%c%c", first, first);
	}
	else if (strchr("SDTZ", first) != NULL)
	{
		sprintf(out[n++], "%cT", first);
		strcpy(out[n++], "TT");
		sprintf(out[n++], "%c%c", first, first);
	}
	else
	{
		if (strchr("wy'", first) != NULL)
			strcpy(out[n++], "tt");
		if (first == 'v')
			strcpy(out[n++], "vv");
		sprintf(out[n++], "%ct", first);
	}
	return n;
}

/*
 * Finds the class that gives the lemma: weak and doubled letters are
 * contracted unless the lemma says otherwise (قَوِيَ, استَجوَبَ, عَوِرَ).
 */
static bool
find_class(AnVerb *v, const char *lemma)
{
	static char cluster[6][4];
	int nclusters = v->form == AN_FORM_VIII ? clusters(v, cluster) : 1;
	char second = v->radical[1];
	char last = v->radical[forms[v->form].last - '1'];
	bool contracts = v->form == AN_FORM_I || v->form == AN_FORM_IV ||
					 v->form == AN_FORM_VII || v->form == AN_FORM_VIII ||
					 v->form == AN_FORM_X;
	bool may_double =
		v->form == AN_FORM_IX ||
		(second == v->radical[2] && v->radical[3] == '\0' &&
		 (contracts || v->form == AN_FORM_III || v->form == AN_FORM_VI));
	bool may_hollow = contracts && is_weak(second) && !is_weak(last);
	int i;

	for (i = 0; i < nclusters; i++)
	{
		v->cluster = cluster[i];
		v->doubled = may_double;
		v->hollow = may_hollow;
		v->defective = is_weak(last) && !may_double;
		if (class_gives(v, lemma))
			return true;
		v->doubled = v->hollow = false;
		v->defective = is_weak(last);
		if (class_gives(v, lemma))
			return true;
	}
	v->cluster = cluster[0];
	v->doubled = may_double;
	v->hollow = may_hollow;
	return false;
}

/* ---- The row ---- */

static bool
read_form(AnVerb *v, const char *cell)
{
	for (v->form = 0; v->form < AN_FORM_COUNT; v->form++)
	{
		if (strcmp(forms[v->form].name, cell) == 0)
			return true;
	}
	an_fail(v->c, "there is no form \"%s\"", cell);
	return false;
}

static bool
read_root(AnVerb *v, const char *cell)
{
	AnSounds sounds;
	size_t wanted = v->form == AN_FORM_Q1 || v->form == AN_FORM_Q2 ? 4 : 3;

	if (v->form == AN_FORM_IX && an_root_sounds(cell, sounds) &&
		strlen(sounds) == 4)
	{
		v->form = AN_FORM_Q4;
		wanted = 4;
	}
	if (!an_root_sounds(cell, sounds) || strlen(sounds) != wanted)
	{
		an_fail(v->c, "\"%s\" is no root of form %s", cell,
				forms[v->form].name);
		return false;
	}
	memset(v->radical, 0, sizeof(v->radical));
	memcpy(v->radical, sounds, strlen(sounds));
	return true;
}

static bool
read_vowels(AnVerb *v, const char *cell)
{
	static const char known[] = "a u|a i|a a|i a|u u|i i";

	v->perfect = forms[v->form].perfect_vowel;
	v->imperfect = forms[v->form].imperfect_vowel;
	if (v->form != AN_FORM_I)
	{
		if (*cell == '\0')
			return true;
		an_fail(v->c, "vowels are for form I");
		return false;
	}
	if (strlen(cell) != 3 || strstr(known, cell) == NULL)
	{
		an_fail(v->c, "\"%s\" are no vowels of form I", cell);
		return false;
	}
	v->perfect = cell[0];
	v->imperfect = cell[2];
	v->drops_first =
		v->radical[0] == 'w' && (cell[2] == 'i' || strcmp(cell, "a a") == 0);
	return true;
}

/* What the row gives for a slot: false where it says nothing of it. */
static bool
find_slot(const AnVerb *v, const char *slot, AnValues *form)
{
	AnValues values = an_values(v->irregular);
	size_t len = strlen(slot);

	while (an_values_next(&values))
	{
		if (values.len <= len || memcmp(values.value, slot, len) != 0 ||
			values.value[len] != '=')
			continue;
		form->value = values.value + len + 1;
		form->len = values.len - len - 1;
		return true;
	}
	return false;
}

bool
an_lacks(const AnVerb *v, const char *slot)
{
	AnValues form;

	return find_slot(v, slot, &form) && form.len == 0;
}

bool
an_irregular(const AnVerb *v, const char *slot, AnSounds out)
{
	AnValues form;
	const char *why;

	if (!find_slot(v, slot, &form) || form.len == 0)
		return false;
	if (an_sounds(form.value, form.len, out, &why))
		return true;
	an_fail(v->c, "%s: %s", slot, why);
	return false;
}

static void
check_irregular(const AnVerb *v)
{
	static const char *const slots[] = {
		"perfect=",           "perfect_c=",         "imperfect=",
		"jussive=",           "imperative=",        "passive_perfect=",
		"passive_imperfect=", "active_participle=", "passive_participle="
	};
	AnValues values = an_values(v->irregular);
	size_t i;

	while (an_values_next(&values))
	{
		for (i = 0; i < AN_NCHOICES(slots); i++)
		{
			if (values.len >= strlen(slots[i]) &&
				memcmp(values.value, slots[i], strlen(slots[i])) == 0)
				break;
		}
		if (i == AN_NCHOICES(slots))
			an_fail(v->c, "unknown slot in \"%.*s\"", (int) values.len,
					values.value);
	}
}

/* Whether the row itself says what the perfect is: ليس. */
static bool
gives_perfect(AnVerb *v)
{
	AnValues form;

	v->own_perfect = find_slot(v, "perfect_c", &form);
	return v->own_perfect || find_slot(v, "perfect", &form);
}

/* lemma root form vowels masdars transitive irregular weight */
void
an_read_verb(AnCompiler *c, const char *const *cell)
{
	AnVerb v;
	AnLemmaSpec lemma;
	AnSounds sounds;
	char spelling[AN_SPELLING_MAX];
	char key[AN_SPELLING_MAX * 2];
	const char *why;

	memset(&v, 0, sizeof(v));
	v.c = c;
	v.root = cell[1];
	v.irregular = cell[6];
	if (!an_sounds(cell[0], strlen(cell[0]), sounds, &why))
	{
		an_fail(c, "%s: %s", cell[0], why);
		return;
	}
	if (!read_form(&v, cell[2]) || !read_root(&v, cell[1]) ||
		!read_vowels(&v, cell[3]))
		return;
	check_irregular(&v);
	an_choice(c, cell[5], (const AnChoice[]){ { "yes", 1 }, { "no", 2 } }, 2);
	if (an_is_consonant(sounds[strlen(sounds) - 1]))
		strcat(sounds, "a");
	an_spell_sounds(sounds, '0', spelling);
	if (!find_class(&v, spelling) && !gives_perfect(&v))
	{
		AnSounds made;
		char other[AN_SPELLING_MAX];

		lemma_of(&v, made);
		an_spell_sounds(made, '0', other);
		an_fail(c, "root %s, form %s give %s, not %s", cell[1], cell[2], other,
				spelling);
		return;
	}
	if (v.form == AN_FORM_I && *cell[4] == '\0' && !an_lacks(&v, "imperfect"))
		an_fail(c, "masdars is empty");

	/* زال يزول and زال يزال are two */
	snprintf(key, sizeof(key), "%s %s %s", spelling, cell[1], cell[3]);
	an_check_twice(c, key, AN_LEX_VERB);
	memset(&lemma, 0, sizeof(lemma));
	lemma.vocalized = spelling;
	lemma.root = cell[1];
	lemma.word_class = AN_LEX_VERB;
	lemma.weight =
		*cell[7] != '\0' ? (int) an_number_between(c, cell[7], 1, 100000) : 1;
	v.spec.lemma = an_add_lemma(c, &lemma);
	v.lemma = sounds;
	v.spec.flags = AN_STEM_VERB;
	an_verb_stems(&v);
	an_verb_nouns(&v, cell[4]);
}
