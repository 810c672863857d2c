/*
 * verb_nouns.c
 *	  The participles and masdars of a verb.
 */
#include <string.h>

#include "build/verbs.h"

static void
derive(const AnVerb *v, const char *sounds, AnWordClass word_class)
{
	AnSounds joined;

	strcpy(joined, sounds);
	an_join_sounds(joined);
	an_derive(v->c, joined, v->root, word_class);
}

/* A participle from a base: mu- and the imperfect's stem, active or passive. */
static void
derive_from(const AnVerb *v, const char *prefix, AnBase base, char vowel)
{
	AnSounds stem;
	AnSounds whole;

	base.vowel = vowel;
	base.closed = '\0';
	if (v->defective)
	{
		an_trunk(&base, stem);
		strcat(stem, vowel == 'i' ? "I" : "Y");
	}
	else
		an_contract(v, &base, false, stem);
	strcpy(whole, prefix);
	strcat(whole, stem);
	derive(v, whole, AN_LEX_PARTICIPLE);
}

static void
active_participle(const AnVerb *v)
{
	AnBase base = an_imperfect_base(v, false);
	AnSounds given;

	if (an_lacks(v, "active_participle"))
		return;
	if (an_irregular(v, "active_participle", given))
		derive(v, given, AN_LEX_PARTICIPLE);
	else if (v->form != AN_FORM_I)
		derive_from(v, "mu", base, 'i');
	else if (v->hollow)
	{
		/* قائل; جائي has its two hamzas made one */
		an_fill(v, v->radical[2] == '\'' ? "1A'I" : "1A'i3", given);
		derive(v, given, AN_LEX_PARTICIPLE);
	}
	else
	{
		an_fill(v, "1A", base.head);
		derive_from(v, "", base, 'i');
	}
}

static void
passive_participle(const AnVerb *v)
{
	AnBase base = an_imperfect_base(v, true);
	AnSounds given;

	if (an_lacks(v, "passive_participle"))
		return;
	if (an_irregular(v, "passive_participle", given))
	{
		derive(v, given, AN_LEX_PARTICIPLE);
		return;
	}
	if (v->form == AN_FORM_VII || v->form == AN_FORM_IX ||
		v->form == AN_FORM_Q4 || v->perfect == 'u')
		return;
	if (v->form != AN_FORM_I)
	{
		derive_from(v, "mu", base, 'a');
		return;
	}
	if (v->hollow)
		an_fill(v, v->radical[1] == 'w' ? "ma1U3" : "ma1I3", given);
	else if (v->defective)
		an_fill(v,
				v->radical[2] == 'w' && v->perfect == 'a' ? "ma12uww"
														  : "ma12iyy",
				given);
	else
		an_fill(v, "ma12U3", given);
	derive(v, given, AN_LEX_PARTICIPLE);
}

/* What the regular masdar is, by form and class; NULL for form I. */
static const char *
masdar_pattern(const AnVerb *v)
{
	char last = v->radical[2];

	switch (v->form)
	{
		case AN_FORM_I:
			return NULL;
		case AN_FORM_II:
			if (v->defective)
				return "ta12iyap";
			return last == '\'' ? "ta12i3ap" : "ta12I3";
		case AN_FORM_III:
			if (v->defective)
				return "mu1A2Ap";
			return v->doubled ? "mu1A22ap" : "mu1A2a3ap";
		case AN_FORM_IV:
			if (v->defective)
				return "'i12A'";
			return v->hollow ? "'i1A3ap" : "'i12A3";
		case AN_FORM_V:
			return v->defective ? "ta1a22I" : "ta1a22u3";
		case AN_FORM_VI:
			if (v->defective)
				return "ta1A2I";
			return v->doubled ? "ta1A22" : "ta1A2u3";
		case AN_FORM_VII:
			if (v->defective)
				return "{n1i2A'";
			return v->hollow ? "{n1iyA3" : "{n1i2A3";
		case AN_FORM_VIII:
			if (v->defective)
				return "{Ci2A'";
			return v->hollow ? "{CiyA3" : "{Ci2A3";
		case AN_FORM_IX:
			return "{12i3A3";
		case AN_FORM_X:
			if (v->defective)
				return "{sti12A'";
			return v->hollow ? "{sti1A3ap" : "{sti12A3";
		case AN_FORM_Q1:
			return "1a23a4ap";
		case AN_FORM_Q2:
			return "ta1a23u4";
		case AN_FORM_Q4:
			return "{12i34A4";
		case AN_FORM_COUNT:
			break;
	}
	return NULL;
}

static void
masdar_cell(const AnVerb *v, const char *cell)
{
	AnValues values = an_values(cell);

	while (an_values_next(&values))
	{
		AnSounds sounds;
		const char *why;

		if (an_sounds(values.value, values.len, sounds, &why))
			derive(v, sounds, AN_LEX_MASDAR);
		else
			an_fail(v->c, "%.*s: %s", (int) values.len, values.value, why);
	}
}

void
an_verb_nouns(const AnVerb *v, const char *masdars)
{
	const char *pattern = masdar_pattern(v);

	active_participle(v);
	passive_participle(v);
	if (pattern != NULL)
	{
		AnSounds sounds;

		an_fill(v, pattern, sounds);
		derive(v, sounds, AN_LEX_MASDAR);
	}
	masdar_cell(v, masdars);
}
