/*
 * nominal_rows.c
 *	  Rows of nouns and adjectives, and the nominals that verbs give.
 */
#include <stdlib.h>
#include <string.h>

#include "build/lexicon.h"

#define ALL_BEFORE \
	(AN_BEFORE_AND | AN_BEFORE_ASK | AN_BEFORE_PREP | AN_BEFORE_AL)

static const AnChoice parts[] = {
	{ "noun", AN_LEX_NOUN },       { "adj", AN_LEX_ADJ },
	{ "masdar", AN_LEX_MASDAR },   { "participle", AN_LEX_PARTICIPLE },
	{ "elative", AN_LEX_ELATIVE }, { "nisba", AN_LEX_NISBA }
};

enum
{
	CLASS_DEFECTIVE = 1,
	CLASS_FIVE,
	CLASS_INVARIABLE,
	CLASS_LOAN
};

static const AnChoice classes[] = { { "defective", CLASS_DEFECTIVE },
									{ "five", CLASS_FIVE },
									{ "invariable", CLASS_INVARIABLE },
									{ "loan", CLASS_LOAN } };

/* The consonants of a root, but the weak ones, stand in its words in order. */
static void
check_root(AnCompiler *c, const char *root, const char *sounds)
{
	AnSounds radicals;
	const char *at = sounds;
	const char *found;
	const char *r;

	if (*root == '\0')
		return;
	if (!an_root_sounds(root, radicals))
	{
		an_fail(c, "\"%s\" is no root", root);
		return;
	}
	for (r = radicals; *r != '\0'; r++)
	{
		/* weak ones, and the h of شفة and فم, may be gone */
		if (*r == 'w' || *r == 'y' || *r == '\'' ||
			(*r == 'h' && r[1] == '\0'))
			continue;
		found = strchr(at, *r);
		/* ادّخار, ازدهار: form VIII makes its first radical like the t */
		if (found == NULL && r == radicals && (*r == '*' || *r == 'v'))
			found = strchr(at, *r == '*' ? 'd' : 't');
		if (found == NULL)
		{
			an_fail(c, "the root %s is not in the lemma", root);
			return;
		}
		/* of a doubled radical both may be one letter */
		at = r[1] == *r ? found : found + 1;
	}
}

/* Columns of nouns and adjectives. */
enum
{
	LEMMA,
	ROOT,
	POS,
	GENDER,
	HUMAN,
	CLASS,
	FEMININE,
	PLURALS,
	DUAL,
	ARTICLE,
	ENCLITICS,
	SPELLINGS,
	RELATED,
	WEIGHT
};

static void
check_choices(AnCompiler *c, const char *const *cell)
{
	static const AnChoice genders[] = { { "m", 1 }, { "f", 2 }, { "mf", 3 } };
	static const AnChoice yes_no[] = { { "yes", 1 }, { "no", 2 } };
	static const AnChoice no[] = { { "no", 1 } };
	static const AnChoice articles[] = { { "no", 1 }, { "always", 2 } };
	AnValues related = an_values(cell[RELATED]);

	an_choice(c, cell[GENDER], genders, 3);
	an_choice(c, cell[HUMAN], yes_no, 2);
	an_choice(c, cell[DUAL], no, 1);
	an_choice(c, cell[ARTICLE], articles, 2);
	an_choice(c, cell[ENCLITICS], no, 1);
	while (an_values_next(&related))
	{
		const char *colon = memchr(related.value, ':', related.len);

		if (colon == NULL)
			an_fail(c, "related: \"%.*s\" has no colon", (int) related.len,
					related.value);
	}
}

static void
check_spellings(AnCompiler *c, const char *cell)
{
	AnValues values = an_values(cell);

	while (an_values_next(&values))
	{
		size_t i;

		for (i = 0; i + 1 < values.len; i++)
		{
			if (values.value[i] == '\xd9' &&
				(unsigned char) values.value[i + 1] >= 0x8B &&
				(unsigned char) values.value[i + 1] <= 0x92)
			{
				an_fail(c, "spellings have no diacritics");
				break;
			}
		}
	}
}

void
an_read_nominal(AnCompiler *c, const char *const *cell)
{
	AnNominal n;
	AnLemmaSpec lemma;
	AnSounds sounds;
	char spelling[AN_SPELLING_MAX];
	char bare[AN_SPELLING_MAX];
	char given[AN_SPELLING_MAX];
	const char *why;
	int class;

	if (!an_sounds(cell[LEMMA], strlen(cell[LEMMA]), sounds, &why))
	{
		an_fail(c, "%s: %s", cell[LEMMA], why);
		return;
	}
	an_spell_sounds(sounds, '0', spelling);
	an_strip_marks(spelling, bare);
	if (strlen(cell[LEMMA]) < sizeof(given))
	{
		an_strip_marks(cell[LEMMA], given);
		/* both توأم and سوءة are usual */
		if (strcmp(bare, given) != 0 && strstr(given, "وء") == NULL)
			an_fail(c, "%s would be spelled %s", given, bare);
	}
	check_root(c, cell[ROOT], sounds);
	check_choices(c, cell);
	check_spellings(c, cell[SPELLINGS]);
	an_need_cell(c, "pos", cell[POS]);

	memset(&n, 0, sizeof(n));
	n.c = c;
	n.word_class =
		(AnWordClass) an_choice(c, cell[POS], parts, AN_NCHOICES(parts));
	n.sounds = sounds;
	n.plurals = cell[PLURALS];
	n.feminine = cell[FEMININE];
	n.is_feminine = strcmp(cell[GENDER], "f") == 0;
	class = an_choice(c, cell[CLASS], classes, AN_NCHOICES(classes));
	n.defective = class == CLASS_DEFECTIVE;
	n.five = class == CLASS_FIVE;
	n.invariable = class == CLASS_INVARIABLE;
	n.loan = class == CLASS_LOAN;
	n.dual = strcmp(cell[DUAL], "no") != 0;
	n.enclitics = strcmp(cell[ENCLITICS], "no") != 0;
	n.spec.before = ALL_BEFORE;
	if (strcmp(cell[ARTICLE], "no") == 0)
		n.spec.before &= (uint16_t) ~AN_BEFORE_AL;
	else if (strcmp(cell[ARTICLE], "always") == 0)
		n.spec.before |= AN_BEFORE_MUST_AL;
	n.spec.variants = cell[SPELLINGS];
	n.spec.lemma_spelling = bare;

	an_check_twice(c, spelling, n.word_class);
	memset(&lemma, 0, sizeof(lemma));
	lemma.vocalized = spelling;
	lemma.root = cell[ROOT];
	lemma.word_class = n.word_class;
	lemma.weight = *cell[WEIGHT] != '\0'
					   ? (int) an_number_between(c, cell[WEIGHT], 1, 100000)
					   : 1;
	n.spec.lemma = an_add_lemma(c, &lemma);
	an_nominal_stems(&n);
}

/* ---- What verbs give ---- */

typedef struct AnDerived
{
	AnSounds sounds;
	char root[24];
	AnWordClass word_class;
	const char *path;
	int line;
} AnDerived;

void
an_derive(AnCompiler *c, const char *sounds, const char *root,
		  AnWordClass word_class)
{
	AnDerived *derived;

	if (strlen(root) >= sizeof(derived->root))
		return;
	if (c->nderived == c->derived_room)
	{
		c->derived_room = c->derived_room > 0 ? c->derived_room * 2 : 1024;
		c->derived =
			an_need_more(c->derived, c->derived_room * sizeof(AnDerived));
	}
	derived = &c->derived[c->nderived++];
	memset(derived, 0, sizeof(*derived));
	strcpy(derived->sounds, sounds);
	strcpy(derived->root, root);
	derived->word_class = word_class;
	derived->path = "data/lexicon/verbs.tsv";
	derived->line = c->line;
}

static void
add_derived(AnCompiler *c, const AnDerived *derived)
{
	char spelling[AN_SPELLING_MAX];
	AnLemmaSpec lemma;
	AnNominal n;

	an_spell_sounds(derived->sounds, '0', spelling);
	if (an_is_nominal_row(c, spelling))
		return;
	an_check_twice(c, spelling, derived->word_class);

	memset(&lemma, 0, sizeof(lemma));
	lemma.vocalized = spelling;
	lemma.root = derived->root;
	lemma.word_class = derived->word_class;
	lemma.weight = 1;
	lemma.derived = true;

	memset(&n, 0, sizeof(n));
	n.c = c;
	n.word_class = derived->word_class;
	n.sounds = derived->sounds;
	n.dual = true;
	n.enclitics = true;
	n.spec.before = ALL_BEFORE;
	n.spec.lemma = an_add_lemma(c, &lemma);
	n.defective = derived->sounds[strlen(derived->sounds) - 1] == 'I';
	n.plurals = derived->word_class == AN_LEX_PARTICIPLE ? "ون" : "ات";
	n.feminine = derived->word_class == AN_LEX_PARTICIPLE ? "ة" : "";
	an_nominal_stems(&n);
}

void
an_add_derived(AnCompiler *c)
{
	size_t i;

	for (i = 0; i < c->nderived; i++)
	{
		c->path = c->derived[i].path;
		c->line = c->derived[i].line;
		add_derived(c, &c->derived[i]);
	}
	c->path = NULL;
	free(c->derived);
	c->derived = NULL;
	c->nderived = c->derived_room = 0;
}
