/*
 * closed.c
 *	  Particles, pronouns and numerals, whose forms are written out; and
 *	  nationalities, which have a file of their own.
 */
#include <stdlib.h>
#include <string.h>

#include "build/lexicon.h"
#include "text/text.h"

/* form lemma pos proclitics enclitics vocalized weight */
enum
{
	FORM,
	LEMMA,
	POS,
	PROCLITICS,
	ENCLITICS,
	VOCALIZED,
	WEIGHT
};

static uint16_t
proclitics_of(AnCompiler *c, const char *cell)
{
	const char *end = cell + strlen(cell);
	uint16_t before = 0;

	if (strcmp(cell, "none") == 0)
		return 0;
	while (cell < end)
	{
		uint32_t letter;

		cell += an_utf8_decode(cell, end, &letter);
		switch (letter)
		{
			case 0x648:
			case 0x641:
				before |= AN_BEFORE_AND;
				break;
			case 0x628:
				before |= AN_BEFORE_BA;
				break;
			case 0x643:
				before |= AN_BEFORE_KAF;
				break;
			case 0x644:
				before |= AN_BEFORE_LAM;
				break;
			case 0x623:
				before |= AN_BEFORE_ASK;
				break;
			case 0x627: /* ال */
				before |= AN_BEFORE_AL;
				break;
			case '|':
				break;
			default:
				an_fail(c, "a letter of proclitics is none of وفبكلأ");
		}
	}
	return before;
}

static void
check_vocalized(AnCompiler *c, const char *const *cell)
{
	char bare[AN_SPELLING_MAX];

	if (strlen(cell[VOCALIZED]) >= sizeof(bare))
		return;
	an_strip_marks(cell[VOCALIZED], bare);
	if (strcmp(bare, cell[FORM]) != 0)
		an_fail(c, "%s is not %s with vowels", cell[VOCALIZED], cell[FORM]);
}

void
an_read_particle(AnCompiler *c, const char *const *cell)
{
	static const AnChoice parts[] = { AN_WORD_CLASSES(AN_CHOICE) };
	static const AnChoice enclitics[] = { { "pronouns", 1 },
										  { "required", 2 } };
	AnStemSpec spec;
	AnLemmaSpec lemma;
	const char *vocalized =
		*cell[VOCALIZED] != '\0' ? cell[VOCALIZED] : cell[FORM];
	char bare[AN_SPELLING_MAX];
	int class;
	int follow;

	an_need_cell(c, "form", cell[FORM]);
	an_need_cell(c, "lemma", cell[LEMMA]);
	an_need_cell(c, "pos", cell[POS]);
	class = an_choice(c, cell[POS], parts, AN_NCHOICES(parts));
	follow = an_choice(c, cell[ENCLITICS], enclitics, 2);
	if (*cell[VOCALIZED] != '\0')
		check_vocalized(c, cell);

	memset(&spec, 0, sizeof(spec));
	spec.before = proclitics_of(c, cell[PROCLITICS]);
	spec.set = follow == 1   ? AN_N(FREE) | AN_N(PARTICLE_P)
			   : follow == 2 ? AN_N(PARTICLE_P)
							 : AN_N(FREE);
	if (class == AN_LEX_NUMERAL)
		spec.before |= AN_BEFORE_AL;
	if (strlen(cell[LEMMA]) >= sizeof(bare))
		return;
	an_strip_marks(cell[LEMMA], bare);
	if (!an_find_lemma(c, bare, class, class, &spec.lemma))
	{
		memset(&lemma, 0, sizeof(lemma));
		lemma.spelling = bare;
		lemma.vocalized = cell[LEMMA];
		lemma.root = "";
		lemma.word_class = (AnWordClass) class;
		lemma.weight =
			*cell[WEIGHT] != '\0'
				? (int) an_number_between(c, cell[WEIGHT], 1, 100000)
				: 1;
		spec.lemma = an_add_lemma(c, &lemma);
	}
	an_add_spelled(c, &spec, vocalized);
}

/* ---- Nationalities ---- */

typedef struct AnNationality
{
	char name[AN_SPELLING_MAX];
	char spellings[AN_SPELLING_MAX * 4];
	char plurals[AN_SPELLING_MAX * 2];
} AnNationality;

void
an_note_nationality(AnCompiler *c, const char *name, const char *spellings,
					const char *plurals)
{
	AnNationality *one;

	if (strlen(name) >= sizeof(one->name) || strchr(name, ' ') != NULL ||
		strlen(spellings) >= sizeof(one->spellings) ||
		strlen(plurals) >= sizeof(one->plurals))
		return;
	c->nationalities = an_need_more(
		c->nationalities, (c->nnationalities + 1) * sizeof(AnNationality));
	one = &c->nationalities[c->nnationalities++];
	strcpy(one->name, name);
	strcpy(one->spellings, spellings);
	strcpy(one->plurals, plurals);
}

#define WITH_P(name) (AN_N(name) | AN_N(name##_P))

/* Words of which only the letters are known. */
static void
add_bare(AnCompiler *c, const AnStemSpec *spec, const char *cell)
{
	AnValues values = an_values(cell);

	while (an_values_next(&values))
	{
		char word[AN_SPELLING_MAX];

		if (values.len >= sizeof(word) ||
			memchr(values.value, ' ', values.len) != NULL)
			continue;
		memcpy(word, values.value, values.len);
		word[values.len] = '\0';
		an_add_spelled(c, spec, word);
	}
}

static void
add_nationality(AnCompiler *c, const AnNationality *one)
{
	AnStemSpec spec;
	AnLemmaSpec lemma;
	size_t len = strlen(one->name);
	bool nisba = len > 2 && strcmp(one->name + len - 2, "ي") == 0;

	memset(&spec, 0, sizeof(spec));
	if (!an_find_lemma(c, one->name, AN_LEX_NOUN, AN_LEX_NISBA, &spec.lemma))
	{
		memset(&lemma, 0, sizeof(lemma));
		lemma.spelling = lemma.vocalized = one->name;
		lemma.root = "";
		lemma.word_class = AN_LEX_NISBA;
		spec.lemma = an_add_lemma(c, &lemma);
	}
	spec.flags = AN_STEM_BARE;
	spec.before =
		AN_BEFORE_AND | AN_BEFORE_ASK | AN_BEFORE_PREP | AN_BEFORE_AL;
	spec.set = WITH_P(FREE) | AN_N(TANWEEN);
	if (nisba)
		spec.set |= WITH_P(TA) | AN_N(AN) | AN_N(AYN) | WITH_P(A) |
					WITH_P(AY) | AN_N(TAN) | AN_N(TAYN) | WITH_P(TA_A) |
					WITH_P(TAY) | AN_N(UN) | AN_N(IN) | WITH_P(U) | WITH_P(I) |
					WITH_P(AT);
	add_bare(c, &spec, one->name);
	add_bare(c, &spec, one->spellings);
	spec.set = WITH_P(FREE);
	spec.flags |= AN_STEM_PLURAL;
	add_bare(c, &spec, one->plurals);
}

void
an_add_nationalities(AnCompiler *c)
{
	size_t i;

	for (i = 0; i < c->nnationalities; i++)
		add_nationality(c, &c->nationalities[i]);
	free(c->nationalities);
	c->nationalities = NULL;
	c->nnationalities = 0;
}
