/*
 * verb_stems.c
 *	  The stems of a verb: perfect, imperfect and imperative, active and
 *	  passive, and the endings that each takes.
 */
#include <string.h>

#include "build/verbs.h"

#define WITH_P(name) (AN_V(name) | AN_V(name##_P))

/* Perfect: endings that begin with a vowel, and those that do not. */
#define PF_OPEN \
	(WITH_P(PF) | WITH_P(PF_AT) | WITH_P(PF_A) | WITH_P(PF_ATA) | WITH_P(PF_U))
#define PF_CLOSED                                                   \
	(WITH_P(PF_T) | WITH_P(PF_NA) | WITH_P(PF_N) | WITH_P(PF_TUM) | \
	 AN_V(PF_TUMA) | AN_V(PF_TUNNA))
#define IM_SUFFIXED                                                 \
	(WITH_P(IM_AN) | WITH_P(IM_UN) | WITH_P(IM_IN) | WITH_P(IM_A) | \
	 WITH_P(IM_U) | WITH_P(IM_I))
#define IM_OPEN (WITH_P(IM) | IM_SUFFIXED)
#define IM_CLOSED (WITH_P(IM_N) | WITH_P(JUSSIVE))
/* of these the imperative has */
#define IMPERATIVE                                                  \
	(WITH_P(JUSSIVE) | WITH_P(IM_A) | WITH_P(IM_U) | WITH_P(IM_I) | \
	 WITH_P(IM_N) | WITH_P(IM_AW) | AN_V(IM_NN))

typedef enum Kind
{
	PERFECT,
	IMPERFECT,
	IMPERATIVE_OF
} Kind;

typedef struct Emitter
{
	const AnVerb *v;
	Kind kind;
	bool passive;
	char person; /* vowel of the person's letter */
} Emitter;

static void
emit_as_is(const Emitter *e, const char *sounds, uint64_t set)
{
	AnStemSpec spec = e->v->spec;
	AnSounds whole;

	spec.set = set;
	if (e->passive)
		spec.flags |= AN_STEM_PASSIVE;
	switch (e->kind)
	{
		case PERFECT:
			spec.before = AN_BEFORE_AND | AN_BEFORE_ASK | AN_BEFORE_LAM;
			an_add_stem(e->v->c, &spec, sounds);
			break;
		case IMPERFECT:
			spec.before = AN_BEFORE_AND | AN_BEFORE_ASK | AN_BEFORE_LAM |
						  AN_BEFORE_SIN | AN_BEFORE_PERSON;
			an_add_imperfect(e->v->c, &spec, e->person, sounds);
			break;
		case IMPERATIVE_OF:
			spec.set &= IMPERATIVE;
			spec.before = AN_BEFORE_AND;
			spec.flags |= AN_STEM_IMPERATIVE;
			whole[0] = '\0';
			if (e->v->form == AN_FORM_IV)
				strcpy(whole, "'a");
			else if (an_is_consonant(sounds[0]) && !an_is_short(sounds[1]) &&
					 !an_is_long(sounds[1]))
				strcpy(whole, "{");
			strcat(whole, sounds);
			an_join_sounds(whole);
			an_add_stem(e->v->c, &spec, whole);
			break;
	}
}

/* Moves endings from one set to another, each to its counterpart. */
static uint64_t
take(uint64_t *set, uint64_t these, uint64_t *to, uint64_t instead)
{
	if (*set & these)
		*to |= instead;
	return *set &= ~these;
}

/* A stem that ends in the ن or ت of its ending: one doubled letter. */
static void
emit(const Emitter *e, const char *sounds, uint64_t set)
{
	size_t len = strlen(sounds);
	uint64_t melted = 0;

	if (len == 0)
		return;
	if (sounds[len - 1] == 'n')
	{
		take(&set, AN_V(PF_NA), &melted, AN_V(PF_NNA));
		take(&set, AN_V(PF_NA_P), &melted, AN_V(PF_NNA_P));
		take(&set, WITH_P(PF_N), &melted, AN_V(PF_NN));
		take(&set, WITH_P(IM_N), &melted, AN_V(IM_NN));
	}
	else if (sounds[len - 1] == 't')
	{
		take(&set, AN_V(PF_T), &melted, AN_V(PF_TT));
		take(&set, AN_V(PF_T_P), &melted, AN_V(PF_TT_P));
		take(&set, WITH_P(PF_TUM), &melted, AN_V(PF_TTUM));
	}
	if (set != 0)
		emit_as_is(e, sounds, set);
	if (melted != 0)
	{
		AnSounds cut;

		strcpy(cut, sounds);
		cut[len - 1] = '\0';
		emit_as_is(e, cut, melted);
	}
}

static void
emit_with(const Emitter *e, const char *trunk, const char *end, uint64_t set)
{
	AnSounds sounds;

	strcpy(sounds, trunk);
	strcat(sounds, end);
	an_join_sounds(sounds);
	emit(e, sounds, set);
}

/* ---- Perfect ---- */

static void
emit_defective_perfect(const Emitter *e, const char *trunk, char vowel,
					   char last)
{
	bool alef = e->v->form == AN_FORM_I && last == 'w';

	if (vowel != 'a')
	{
		/* رَضِيَ; the last radical is gone before وا only */
		emit_with(e, trunk, vowel == 'i' ? "iy" : "uw",
				  (PF_OPEN | PF_CLOSED) & ~WITH_P(PF_U));
		emit_with(e, trunk, "", WITH_P(PF_U));
		return;
	}
	emit_with(e, trunk, alef ? "A" : "Y", AN_V(PF));
	emit_with(e, trunk, "A", AN_V(PF_P));
	emit_with(e, trunk, "", WITH_P(PF_AT) | WITH_P(PF_ATA) | WITH_P(PF_AW));
	emit_with(e, trunk, alef ? "aw" : "ay", WITH_P(PF_A) | PF_CLOSED);
}

static void
emit_perfect(const Emitter *e, const AnBase *base)
{
	AnSounds open;
	AnSounds closed;

	if (e->v->defective)
	{
		an_trunk(base, open);
		emit_defective_perfect(e, open, base->vowel, base->last);
		return;
	}
	an_contract(e->v, base, false, open);
	an_contract(e->v, base, true, closed);
	if (strcmp(open, closed) == 0)
		emit(e, open, PF_OPEN | PF_CLOSED);
	else
	{
		emit(e, open, PF_OPEN);
		emit(e, closed, PF_CLOSED);
	}
}

/* ---- Imperfect and imperative ---- */

static void
emit_defective_imperfect(const Emitter *e, const char *trunk, char vowel)
{
	const uint64_t one =
		AN_V(IM_AN) | AN_V(IM_AN_P) | WITH_P(IM_A) | WITH_P(IM_N);

	if (vowel == 'a')
	{
		emit_with(e, trunk, "Y", AN_V(IM));
		emit_with(e, trunk, "A", AN_V(IM_P));
		emit_with(e, trunk, "ay", one);
		emit_with(e, trunk, "",
				  WITH_P(JUSSIVE) | WITH_P(IM_AWN) | WITH_P(IM_AW) |
					  AN_V(IM_AYN));
		return;
	}
	emit_with(e, trunk, vowel == 'i' ? "I" : "U", WITH_P(IM) | one);
	emit_with(e, trunk, "",
			  WITH_P(JUSSIVE) | WITH_P(IM_UN) | WITH_P(IM_U) | WITH_P(IM_IN) |
				  WITH_P(IM_I));
}

static void
emit_imperfect_of(const Emitter *e, const char *open, const char *closed)
{
	uint64_t whole = IM_OPEN;

	/* the imperative has no indicative, and the jussive's form */
	if (e->kind == IMPERATIVE_OF && e->v->doubled)
		whole |= WITH_P(JUSSIVE);
	if (strcmp(open, closed) == 0)
		emit(e, open,
			 e->kind == IMPERATIVE_OF ? IM_OPEN | IM_CLOSED
									  : IM_OPEN | WITH_P(IM_N));
	else
	{
		emit(e, open, whole);
		emit(e, closed, IM_CLOSED);
	}
}

static void
emit_imperfect(const Emitter *e, const AnBase *base)
{
	AnSounds open;
	AnSounds closed;

	if (e->v->defective)
	{
		an_trunk(base, open);
		emit_defective_imperfect(e, open, base->vowel);
		return;
	}
	an_contract(e->v, base, false, open);
	an_contract(e->v, base, true, closed);
	emit_imperfect_of(e, open, closed);
}

/* ---- Slots that the row gives ---- */

/* The imperfect as it is written, with its ي: يَرَى, jussive يَرَ. */
static bool
emit_irregular_imperfect(Emitter *e, const char *slot, bool imperative)
{
	AnSounds whole;
	AnSounds jussive;
	size_t len;
	char end;

	if (!an_irregular(e->v, slot, whole))
		return false;
	len = strlen(whole);
	if (len < 3 || whole[0] != 'y')
	{
		an_fail(e->v->c, "%s does not begin with ي", slot);
		return true;
	}
	/* يُو, يِي: the long vowel is the person's and a radical's */
	e->person = whole[1] == 'U' ? 'u' : whole[1];
	if (whole[1] == 'U')
		whole[1] = 'w';
	else
		memmove(whole + 1, whole + 2, len - 1);
	len = strlen(whole);
	end = whole[len - 1];
	if (an_is_short(end)) /* the mood's vowel */
		whole[--len] = '\0';
	else if (an_is_long(end))
	{
		whole[len - 1] = '\0';
		emit_defective_imperfect(e, whole + 1,
								 end == 'I'   ? 'i'
								 : end == 'U' ? 'u'
											  : 'a');
		if (imperative)
			return true;
		if (an_irregular(e->v, "jussive", jussive))
			emit(e, jussive + 2, WITH_P(JUSSIVE));
		return true;
	}
	if (!e->passive && an_irregular(e->v, "jussive", jussive))
		memmove(jussive, jussive + 2, strlen(jussive) - 1);
	else
		strcpy(jussive, whole + 1);
	emit_imperfect_of(e, whole + 1, jussive);
	return true;
}

static void
emit_imperfects(const AnVerb *v, bool passive)
{
	Emitter e = { v, IMPERFECT, passive, an_person_vowel(v, passive) };
	AnBase base = an_imperfect_base(v, passive);
	AnSounds jussive;

	if (an_lacks(v, passive ? "passive_imperfect" : "imperfect"))
		return;
	if (emit_irregular_imperfect(
			&e, passive ? "passive_imperfect" : "imperfect", false))
		return;
	emit_imperfect(&e, &base);
	if (!passive && an_irregular(v, "jussive", jussive) && strlen(jussive) > 2)
		emit(&e, jussive + 2, WITH_P(JUSSIVE));
}

static void
emit_imperatives(const AnVerb *v)
{
	Emitter e = { v, IMPERATIVE_OF, false, '\0' };
	AnBase base = an_imperfect_base(v, false);
	AnSounds given;

	if (an_lacks(v, "imperative"))
		return;
	if (an_irregular(v, "imperative", given))
	{
		AnStemSpec spec = v->spec;

		spec.before = AN_BEFORE_AND;
		spec.flags |= AN_STEM_IMPERATIVE;
		spec.set = IMPERATIVE & ~AN_V(IM_AW) & ~AN_V(IM_AW_P);
		an_add_stem(v->c, &spec, given);
		return;
	}
	if (!emit_irregular_imperfect(&e, "imperfect", true))
		emit_imperfect(&e, &base);
}

static void
emit_perfects(const AnVerb *v, bool passive)
{
	Emitter e = { v, PERFECT, passive, '\0' };
	AnBase base = an_perfect_base(v, passive);
	AnSounds open;
	AnSounds closed;
	size_t len;

	if (an_lacks(v, passive ? "passive_perfect" : "perfect"))
		return;
	if (v->own_perfect && !passive)
		strcpy(open, v->lemma);
	else if (!an_irregular(v, passive ? "passive_perfect" : "perfect", open))
	{
		if (passive || !an_irregular(v, "perfect_c", closed))
			emit_perfect(&e, &base);
		else
		{
			an_contract(v, &base, false, open);
			emit(&e, open, PF_OPEN);
			emit(&e, closed, PF_CLOSED);
		}
		return;
	}
	len = strlen(open);
	if (an_is_long(open[len - 1]))
	{
		char last = open[len - 1] == 'A' ? 'w' : 'y';

		open[len - 1] = '\0';
		emit_defective_perfect(&e, open, 'a', last);
		return;
	}
	if (an_is_short(open[len - 1]))
		open[len - 1] = '\0';
	if (passive || !an_irregular(v, "perfect_c", closed))
		strcpy(closed, open);
	emit(&e, open, PF_OPEN);
	emit(&e, closed, PF_CLOSED);
}

void
an_verb_stems(const AnVerb *v)
{
	bool passive = v->form != AN_FORM_VII && v->form != AN_FORM_IX &&
				   v->form != AN_FORM_Q4 && v->perfect != 'u';

	emit_perfects(v, false);
	emit_imperfects(v, false);
	emit_imperatives(v);
	if (passive)
	{
		emit_perfects(v, true);
		emit_imperfects(v, true);
	}
}
