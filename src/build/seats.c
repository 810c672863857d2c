/*
 * seats.c
 *	  Stems by their sounds: one spelling, or, where a hamza is at the end,
 *	  as many as its endings want.
 */
#include <string.h>

#include "build/lexicon.h"

/* The spellings of one stem, and the endings that each stands before. */
typedef struct Seats
{
	char spelling[8][AN_SPELLING_MAX];
	uint64_t set[8];
	bool variant[8];
	int n;
} Seats;

static void
add_seat(Seats *seats, const char *sounds, char next, int ending, bool variant)
{
	char spelling[AN_SPELLING_MAX];
	int i;

	an_spell_sounds(sounds, next, spelling);
	for (i = 0; i < seats->n; i++)
	{
		if (seats->variant[i] == variant &&
			strcmp(seats->spelling[i], spelling) == 0)
			break;
	}
	if (i == seats->n)
	{
		if (i == 8)
			return;
		strcpy(seats->spelling[i], spelling);
		seats->set[i] = 0;
		seats->variant[i] = variant;
		seats->n++;
	}
	seats->set[i] |= AN_END_BIT(ending);
}

/* Endings in long a melt with the hamza into آ: which one is left then. */
static int
madda_ending(int ending, bool verb)
{
	if (verb)
	{
		switch (ending)
		{
			case AN_V_PF_A:
			case AN_V_IM_A:
				return AN_V_MADDA;
			case AN_V_IM_AN:
				return AN_V_MADDA_N;
		}
		return -1;
	}
	switch (ending)
	{
		case AN_N_AN:
			return AN_N_MADDA_AN;
		case AN_N_A:
			return AN_N_MADDA_A;
		case AN_N_A_P:
			return AN_N_MADDA_A_P;
		case AN_N_AT:
			return AN_N_MADDA_AT;
		case AN_N_AT_P:
			return AN_N_MADDA_AT_P;
	}
	return -1;
}

static void
add_seats(Seats *seats, const char *sounds, int ending, const AnStemSpec *spec)
{
	bool verb = (spec->flags & AN_STEM_VERB) != 0;
	const AnEndingInfo *info =
		verb ? &an_verbal_endings[ending] : &an_nominal_endings[ending];
	size_t len = strlen(sounds);
	char before = len > 1 ? sounds[len - 2] : '\0';
	char after_madda[AN_SOUNDS_MAX + 1];

	if (info->first == '*')
	{
		add_seat(seats, sounds, 'u', ending, false);
		add_seat(seats, sounds, 'a', ending, false);
		add_seat(seats, sounds, 'i', ending, false);
		add_seat(seats, sounds, '0', ending, true);
		return;
	}
	if (info->first == 'A')
	{
		bool inside = !verb && (spec->set & AN_N(TA)) != 0 &&
					  (ending == AN_N_AT || ending == AN_N_AT_P) &&
					  an_is_consonant(before) && before != 'y';

		/* no ا of tanween behind ا: ماءً, مبدأً */
		if (!verb && ending == AN_N_TANWEEN &&
			(before == 'A' || before == 'a'))
			return;
		if (before == 'a' || inside)
		{
			ending = madda_ending(ending, verb);
			if (ending < 0)
				return;
			strcpy(after_madda, sounds);
			strcat(after_madda, "A");
			add_seat(seats, after_madda, '0', ending, false);
			return;
		}
	}
	add_seat(seats, sounds, info->first, ending, false);
	/* جزءين beside جزأين */
	if (!verb && info->first == 'a' && (spec->set & AN_N(TA)) == 0)
		add_seat(seats, sounds, 'A', ending, true);
	/* يبدأون beside يبدؤون, جاءوا beside جاؤوا */
	if (verb && info->first == 'U')
		add_seat(seats, sounds, '0', ending, true);
}

/* Cuts what stands before the stem off its spellings. */
static void
add_stem_behind(AnCompiler *c, const AnStemSpec *spec, const char *sounds,
				size_t cut)
{
	size_t len = strlen(sounds);
	Seats seats;
	AnStemSpec one = *spec;
	int i;

	if (len == 0)
		return;
	if (sounds[len - 1] != '\'')
	{
		char spelling[AN_SPELLING_MAX];

		an_spell_sounds(sounds, '0', spelling);
		an_add_spelled(c, spec, spelling + cut);
		return;
	}
	seats.n = 0;
	for (i = 0; i < 64; i++)
	{
		if (spec->set & AN_END_BIT(i))
			add_seats(&seats, sounds, i, spec);
	}
	for (i = 0; i < seats.n; i++)
	{
		one.set = seats.set[i];
		one.flags = spec->flags | (seats.variant[i] ? AN_STEM_VARIANT : 0);
		an_add_spelled(c, &one, seats.spelling[i] + cut);
	}
}

void
an_add_imperfect(AnCompiler *c, const AnStemSpec *spec, char vowel,
				 const char *stem)
{
	AnStemSpec first = *spec;
	char sounds[AN_SOUNDS_MAX + 4];

	sounds[0] = 'y';
	sounds[1] = vowel;
	strcpy(sounds + 2, stem);
	an_join_sounds(sounds);
	if (vowel == 'u')
		first.flags |= AN_STEM_U;
	add_stem_behind(c, &first, sounds, strlen("يَ"));

	/* the first person's hamza before another: آكل */
	if (stem[0] != '\'' || an_is_short(stem[1]) || an_is_long(stem[1]))
		return;
	first.before &= (uint16_t) ~AN_BEFORE_PERSON;
	first.set &= AN_V(IM) | AN_V(IM_P) | AN_V(JUSSIVE) | AN_V(JUSSIVE_P);
	sounds[0] = '\'';
	sounds[1] = vowel;
	strcpy(sounds + 2, stem);
	an_join_sounds(sounds);
	add_stem_behind(c, &first, sounds, 0);
}

void
an_add_stem(AnCompiler *c, const AnStemSpec *spec, const char *sounds)
{
	add_stem_behind(c, spec, sounds, 0);
}
