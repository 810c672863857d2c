/*
 * verbs.h
 *	  What verbs.c (the row, and which class it is of), verb_stems.c (its
 *	  stems) and verb_nouns.c (participles and masdars) share.
 */
#ifndef AN_BUILD_VERBS_H
#define AN_BUILD_VERBS_H

#include "build/lexicon.h"

typedef enum AnForm
{
	AN_FORM_I,
	AN_FORM_II,
	AN_FORM_III,
	AN_FORM_IV,
	AN_FORM_V,
	AN_FORM_VI,
	AN_FORM_VII,
	AN_FORM_VIII,
	AN_FORM_IX,
	AN_FORM_X,
	AN_FORM_Q1,
	AN_FORM_Q2,
	AN_FORM_Q4, /* in the files it is IX of four radicals */
	AN_FORM_COUNT
} AnForm;

/*
 * A stem before its weak letters are seen to: head, then what is between the
 * last two vowels, the vowel, the last radical.
 */
typedef struct AnBase
{
	char head[24];
	char mid[4];
	char vowel;
	char last;
	char closed; /* hollow: the short vowel, if not its own */
} AnBase;

typedef struct AnVerb
{
	AnCompiler *c;
	AnForm form;
	char radical[5];     /* the first is radical[0]; '\0' behind */
	const char *cluster; /* VIII: the first radical and its t */
	char perfect;        /* vowel of the last syllable */
	char imperfect;
	bool drops_first; /* يصل */
	bool hollow;
	bool doubled;
	bool defective;
	bool own_perfect; /* no class gives the lemma: take it as it is */
	const char *lemma;
	AnStemSpec spec; /* with the lemma */
	const char *root;
	const char *irregular; /* cell */
} AnVerb;

/* Puts the radicals into a pattern, in which 1 to 4 stand for them. */
extern void an_fill(const AnVerb *v, const char *pattern, char *out);

extern AnBase an_perfect_base(const AnVerb *v, bool passive);
extern AnBase an_imperfect_base(const AnVerb *v, bool passive);

/* The vowel of the letter of the person. */
extern char an_person_vowel(const AnVerb *v, bool passive);

/* Sounds of a base before an ending that begins with a vowel, or not. */
extern void an_contract(const AnVerb *v, const AnBase *base, bool closed,
						char *out);

/* All before the vowel of the last syllable: the stem of a defective verb. */
extern void an_trunk(const AnBase *base, char *out);

/* The irregular form of this slot; false if there is none. */
extern bool an_irregular(const AnVerb *v, const char *slot, AnSounds out);

/* Whether the row says "slot=" with nothing behind it: the verb lacks it. */
extern bool an_lacks(const AnVerb *v, const char *slot);

extern void an_verb_stems(const AnVerb *v);
extern void an_verb_nouns(const AnVerb *v, const char *masdars);

#endif /* AN_BUILD_VERBS_H */
