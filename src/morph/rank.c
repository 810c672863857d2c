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
#define PRIOR_AND (-270)
#define PRIOR_ASK (-900)
#define PRIOR_BA (-280)
#define PRIOR_KAF (-520)
#define PRIOR_LAM (-280)
#define PRIOR_LAM_VERB (-450)
#define PRIOR_AL (-30)
#define PRIOR_SIN (-250)
#define PRIOR_YA (-60)
#define PRIOR_TA (-120)
#define PRIOR_NUN (-350)
#define PRIOR_ALEF (-450)

int
an_prefix_prior(const AnPrefix *prefix, bool verb)
{
	unsigned before = prefix->before;
	int prior = 0;

	if (before == 0)
		return 0;
	if (before & AN_BEFORE_AND)
		prior += PRIOR_AND;
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

const int16_t an_pronoun_prior[AN_PRON_COUNT] = {
	[AN_PRON_YA] = -500,     [AN_PRON_NI] = -500,    [AN_PRON_NA] = -380,
	[AN_PRON_KA] = -600,     [AN_PRON_KUMA] = -1000, [AN_PRON_KUM] = -550,
	[AN_PRON_KUNNA] = -1000, [AN_PRON_HU] = -220,    [AN_PRON_HA] = -220,
	[AN_PRON_HUMA] = -500,   [AN_PRON_HUM] = -300,   [AN_PRON_HUNNA] = -650
};

#define BOTH(name, prior) [AN_N_##name] = prior, [AN_N_##name##_P] = prior

const int16_t an_nominal_prior[AN_N_COUNT] = {
	BOTH(FREE, 0),         BOTH(TA, 0),       [AN_N_PARTICLE_P] = 0,
	[AN_N_TANWEEN] = -150, BOTH(AT, -60),     BOTH(MADDA_AT, -60),
	[AN_N_UN] = -80,       [AN_N_IN] = -80,   BOTH(U, -250),
	BOTH(I, -250),         [AN_N_AWN] = -80,  BOTH(AW, -250),
	[AN_N_AN] = -330,      [AN_N_AYN] = -330, BOTH(A, -450),
	BOTH(AY, -450),        [AN_N_TAN] = -330, [AN_N_TAYN] = -330,
	BOTH(TA_A, -450),      BOTH(TAY, -450),   [AN_N_MADDA_AN] = -330,
	BOTH(MADDA_A, -450)
};

#undef BOTH
#define BOTH(name, prior) [AN_V_##name] = prior, [AN_V_##name##_P] = prior

const int16_t an_verbal_prior[AN_V_COUNT] = {
	BOTH(PF, -20),         BOTH(PF_AT, -60),       BOTH(PF_A, -400),
	BOTH(PF_ATA, -700),    BOTH(PF_U, -150),       BOTH(PF_AW, -150),
	BOTH(PF_T, -400),      BOTH(PF_NA, -400),      BOTH(PF_N, -700),
	BOTH(PF_TUM, -700),    [AN_V_PF_TUMA] = -1000, [AN_V_PF_TUNNA] = -1000,
	BOTH(PF_NNA, -400),    [AN_V_PF_NN] = -700,    BOTH(PF_TT, -400),
	[AN_V_PF_TTUM] = -700, BOTH(IM, -20),          BOTH(IM_AN, -400),
	BOTH(IM_UN, -150),     BOTH(IM_IN, -800),      BOTH(IM_A, -500),
	BOTH(IM_U, -150),      BOTH(IM_I, -900),       BOTH(IM_AWN, -150),
	[AN_V_IM_AYN] = -800,  BOTH(IM_AW, -150),      BOTH(IM_N, -700),
	[AN_V_IM_NN] = -700,   BOTH(JUSSIVE, -200),    [AN_V_MADDA] = -500,
	[AN_V_MADDA_N] = -500
};

int
an_stem_prior(const AnStem *stem)
{
	int prior = 0;

	if (stem->flags & AN_STEM_VARIANT)
		prior -= 150;
	if (stem->flags & AN_STEM_PASSIVE)
		prior -= 150;
	if (stem->flags & AN_STEM_IMPERATIVE)
		prior -= 700;
	if (stem->flags & AN_STEM_INDEFINITE)
		prior -= 150;
	return prior;
}

int
an_name_prior(const AnRecord *record)
{
	int prior = (record->flags & AN_FLAG_WORD) != 0 ? -500 : 0;

	switch (record->kind)
	{
		case AN_KIND_COUNTRY:
			return 350;
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
