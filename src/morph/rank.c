/*
 * rank.c
 *	  How likely the affixes of a reading are.
 *
 * All numbers are natural logarithms in hundredths, so that they add up with
 * the weights of lemmas: -230 means ten times as rare.
 */
#include "morph/readings.h"

#define FLAGS(name, letters, first, vocal, flags) flags,

const uint16_t an_tail_flags_nominal[AN_N_COUNT] = { AN_NOMINAL_ENDINGS(
	FLAGS) };
const uint16_t an_tail_flags_verbal[AN_V_COUNT] = { AN_VERBAL_ENDINGS(FLAGS) };

/* What stands before a stem. */
#define PRIOR_AND (-264)
#define PRIOR_FA (-450)
#define PRIOR_ASK (-900)
#define PRIOR_BA (-290)
#define PRIOR_KAF (-660)
#define PRIOR_LAM (-300)
#define PRIOR_LAM_VERB (-430)
#define PRIOR_AL (0)
#define PRIOR_SIN (-260)
#define PRIOR_YA (-40)
#define PRIOR_TA (-90)
#define PRIOR_NUN (-310)
#define PRIOR_ALEF (-330)

int
an_prefix_prior(const AnPrefix *prefix, bool verb)
{
	unsigned before = prefix->before;
	int prior = 0;

	if (before == 0)
		return 0;
	if (before & AN_BEFORE_AND)
		prior += prefix->fa ? PRIOR_FA : PRIOR_AND;
	if (before & AN_BEFORE_ASK)
		prior += PRIOR_ASK;
	if (before & AN_BEFORE_BA)
		prior += PRIOR_BA;
	if (before & AN_BEFORE_KAF)
		prior += PRIOR_KAF;
	if (before & AN_BEFORE_LAM)
		prior += verb ? PRIOR_LAM_VERB : PRIOR_LAM;
	if (before & AN_BEFORE_AL)
		prior += PRIOR_AL;
	if (before & AN_BEFORE_SIN)
		prior += PRIOR_SIN;
	switch (prefix->person)
	{
		case AN_END_YA:
			return prior + PRIOR_YA;
		case AN_END_TA:
			return prior + PRIOR_TA;
		case AN_END_NUN:
			return prior + PRIOR_NUN;
		case AN_END_ALEF:
			return prior + PRIOR_ALEF;
		default:
			return prior;
	}
}

/* clang-format off */
const int16_t an_pronoun_prior[AN_PRON_COUNT] = {
	[AN_PRON_YA] = -470, [AN_PRON_NI] = -380, [AN_PRON_NA] = -300,
	[AN_PRON_KA] = -430, [AN_PRON_KUMA] = -1000, [AN_PRON_KUM] = -580,
	[AN_PRON_KUNNA] = -1000, [AN_PRON_HU] = -95, [AN_PRON_HA] = -110,
	[AN_PRON_HUMA] = -460, [AN_PRON_HUM] = -200, [AN_PRON_HUNNA] = -620
};

#define BOTH(name, alone, behind) \
	[AN_N_##name] = alone, [AN_N_##name##_P] = behind

const int16_t an_nominal_prior[AN_N_COUNT] = {
	BOTH(FREE, 0, -260), BOTH(TA, -70, -350), [AN_N_TANWEEN] = -240,
	BOTH(AT, -200, -450), BOTH(MADDA_AT, -200, -450),
	[AN_N_UN] = -450, [AN_N_IN] = -330,
	BOTH(U, -700, -900), BOTH(I, -530, -680),
	[AN_N_AWN] = -450, BOTH(AW, -700, -900),
	[AN_N_AN] = -600, [AN_N_AYN] = -480,
	BOTH(A, -850, -900), BOTH(AY, -620, -830),
	[AN_N_TAN] = -800, [AN_N_TAYN] = -600,
	BOTH(TA_A, -850, -1100), BOTH(TAY, -650, -900),
	[AN_N_MADDA_AN] = -600, BOTH(MADDA_A, -850, -900),
	[AN_N_PARTICLE_P] = -100
};

#undef BOTH
#define BOTH(name, alone, behind) \
	[AN_V_##name] = alone, [AN_V_##name##_P] = behind

const int16_t an_verbal_prior[AN_V_COUNT] = {
	BOTH(PF, 0, -180), BOTH(PF_AT, -90, -400), BOTH(PF_A, -450, -700),
	BOTH(PF_ATA, -680, -1000), BOTH(PF_U, -300, -550),
	BOTH(PF_AW, -300, -550), BOTH(PF_T, -500, -750),
	BOTH(PF_NA, -460, -650), BOTH(PF_N, -690, -1000),
	BOTH(PF_TUM, -730, -1000),
	[AN_V_PF_TUMA] = -1200, [AN_V_PF_TUNNA] = -1200,
	BOTH(PF_NNA, -460, -650), [AN_V_PF_NN] = -690,
	BOTH(PF_TT, -500, -750), [AN_V_PF_TTUM] = -730,
	BOTH(IM, 0, -180), BOTH(IM_AN, -550, -900), BOTH(IM_UN, -300, -550),
	BOTH(IM_IN, -870, -1200), BOTH(IM_A, -700, -900),
	BOTH(IM_U, -450, -700), BOTH(IM_I, -870, -1000),
	BOTH(IM_AWN, -300, -550), [AN_V_IM_AYN] = -870, BOTH(IM_AW, -450, -700),
	BOTH(IM_N, -600, -1000), [AN_V_IM_NN] = -600,
	BOTH(JUSSIVE, -280, -500), [AN_V_MADDA] = -600, [AN_V_MADDA_N] = -600
};
/* clang-format on */

int
an_stem_prior(const AnStem *stem)
{
	int prior = 0;

	if (stem->flags & AN_STEM_VARIANT)
		prior -= 100;
	if (stem->flags & AN_STEM_PASSIVE)
		prior -= 280;
	if (stem->flags & AN_STEM_IMPERATIVE)
		prior -= 500;
	if (stem->flags & AN_STEM_PLURAL)
		prior -= 100;
	if (stem->flags & AN_STEM_INDEFINITE)
		prior -= 100;
	return prior;
}

/*
 * عالمية is an adjective before it is a noun, unless the noun is said to be
 * the commoner; but بلديات and حافلات are of بلدية and حافلة, since adjectives have
 * this plural for women only, and so is حافلتهم, since few have pronouns.
 */
int
an_feminine_prior(const AnStem *stem, const AnTail *tail)
{
	if (tail->verbal ||
		(stem->flags & (AN_STEM_ADJECTIVE | AN_STEM_PARTICIPLE)) == 0)
		return 0;
	switch (tail->ending)
	{
		case AN_N_TA:
			return stem->flags & AN_STEM_ADJECTIVE ? 25 : 0;
		case AN_N_TA_P:
		case AN_N_AT:
		case AN_N_AT_P:
		case AN_N_MADDA_AT:
		case AN_N_MADDA_AT_P:
			return -150;
		default:
			return 0;
	}
}

int
an_name_prior(const AnRecord *record)
{
	int prior = (record->flags & AN_FLAG_WORD) != 0 ? -500 : 0;

	switch (record->kind)
	{
		case AN_KIND_COUNTRY:
			return 405;
		case AN_KIND_PLACE:
		case AN_KIND_MONTH:
			return prior + 150;
		case AN_KIND_ORGANIZATION:
		case AN_KIND_SURNAME:
			return prior;
		case AN_KIND_GIVEN_NAME:
			return prior + 50;
		default:
			return prior - 100;
	}
}
