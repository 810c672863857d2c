/*
 * lexicon.h
 *	  The lexicon while it is made: rows of data/lexicon (lexicon.c), the
 *	  stems of verbs (verbs.c), of nominals (nominal_rows.c) and of particles
 *	  (closed.c), and the tree of tails (tails.c).
 */
#ifndef AN_BUILD_LEXICON_H
#define AN_BUILD_LEXICON_H

#include "build/compile.h"
#include "build/sounds.h"

/* ---- lexicon.c ---- */

extern AnLexicon *an_lexicon_new(void);
extern void an_lexicon_free(AnLexicon *lexicon);

/* What a new lemma is; the spelling is vocalised. */
typedef struct AnLemmaSpec
{
	const char *vocalized;
	const char *spelling; /* NULL: the above without its marks */
	const char *root;     /* "" for none */
	AnWordClass word_class;
	int weight; /* 1 is the usual one */
	bool derived;
} AnLemmaSpec;

/* Adds a lemma; gives its number. */
extern uint32_t an_add_lemma(AnCompiler *c, const AnLemmaSpec *spec);

/*
 * Reports a lemma that stands in a row already: same vocalised spelling and
 * part of speech.
 */
extern void an_check_twice(AnCompiler *c, const char *vocalized,
						   AnWordClass word_class);

/* Whether a row for a nominal has this vocalised spelling as its lemma. */
extern bool an_is_nominal_row(const AnCompiler *c, const char *vocalized);

/* The first lemma so spelled (without marks) of the classes from .. to. */
extern bool an_find_lemma(const AnCompiler *c, const char *spelling, int from,
						  int to, uint32_t *number);

/* A row of weights.tsv: how many tokens of news are of the lemma. */
extern void an_read_weight(AnCompiler *c, const char *const *cell);

/*
 * The weight of a lemma of so many tokens: a logarithm in hundredths, 0 for
 * what is neither rare nor frequent; and what no token at all counts as.
 */
#define AN_USUAL_TOKENS 100.0
#define AN_FLOOR_TOKENS 0.5

/* What is made by rule alone is rarer than what has a row. */
#define AN_DERIVED_WEIGHT (-100)

extern int16_t an_token_weight(double tokens);

typedef struct AnStemSpec
{
	uint32_t lemma;
	uint16_t before; /* AN_BEFORE_ */
	uint16_t flags;  /* AN_STEM_ */
	uint64_t set;    /* endings */

	/*
	 * Other spellings of the lemma: where a stem begins as the lemma does,
	 * there is one with each of these, too.
	 */
	const char *lemma_spelling; /* unvocalised */
	const char *variants;       /* a cell: separated by | */
} AnStemSpec;

/* Adds a stem as it is spelled. */
extern void an_add_spelled(AnCompiler *c, const AnStemSpec *spec,
						   const char *vocalized);

/*
 * Adds a stem by its sounds.  A hamza at its end is spelled as each ending
 * wants it, which may make several stems of it.
 */
extern void an_add_stem(AnCompiler *c, const AnStemSpec *spec,
						const char *sounds);

/*
 * The same for a stem of the imperfect, which has a vowel (a or u) and the
 * letter of the person before it.
 */
extern void an_add_imperfect(AnCompiler *c, const AnStemSpec *spec, char vowel,
							 const char *sounds);

/*
 * Lays the lexicon out in the block, once all is added.  The lexicon must
 * live until the block is finished.
 */
extern void an_lexicon_finish(AnCompiler *c);

/* ---- verbs.c ---- */

extern void an_read_verb(AnCompiler *c, const char *const *cell);

/* ---- nominal_stems.c, nominal_rows.c ---- */

typedef struct AnNominal
{
	AnCompiler *c;
	AnStemSpec spec; /* with the lemma, and what may be before it */
	AnWordClass word_class;
	const char *sounds;
	const char *plurals;  /* cell */
	const char *feminine; /* cell */
	bool is_feminine;     /* by gender */
	bool defective;
	bool five;
	bool invariable;
	bool loan;
	bool dual;
	bool enclitics;
} AnNominal;

extern void an_nominal_stems(const AnNominal *n);

/* Adds one stem, with the endings that the row allows. */
extern void an_put(const AnNominal *n, const char *trunk, const char *end,
				   uint64_t set, unsigned flags);

/* A whole word, singular or broken plural, by how it ends. */
extern void an_put_word(const AnNominal *n, const char *sounds, bool defective,
						unsigned flags);

extern void an_read_nominal(AnCompiler *c, const char *const *cell);

/*
 * A participle or masdar that follows from a verb: becomes a lemma when all
 * is read, unless there is a row for it.
 */
extern void an_derive(AnCompiler *c, const char *sounds, const char *root,
					  AnWordClass word_class);
extern void an_add_derived(AnCompiler *c);

/* ---- lexicon.c: decisions.tsv ---- */

extern void an_read_decision(AnCompiler *c, const char *const *cell);
extern void an_check_decisions(AnCompiler *c);

/* ---- closed.c ---- */

extern void an_read_particle(AnCompiler *c, const char *const *cell);

/*
 * The names of a nationality (a cell), of which the first is the lemma, and
 * its broken plurals; added when all is read, if the lexicon lacks it.
 */
extern void an_note_nationality(AnCompiler *c, const char *name,
								const char *spellings, const char *plurals);
extern void an_add_nationalities(AnCompiler *c);

/* ---- tails.c ---- */

typedef struct AnTails
{
	AnTailNode *nodes;
	uint32_t nnodes;
	AnTail *tails;
	uint32_t ntails;
} AnTails;

extern void an_make_tails(AnTails *tails);
extern void an_free_tails(AnTails *tails);

/* Of the ending: its letters, flags and what sound begins it. */
typedef struct AnEndingInfo
{
	const char *letters;
	const char *vocalized;
	char first;
	uint16_t flags;
} AnEndingInfo;

extern const AnEndingInfo an_nominal_endings[AN_N_COUNT];
extern const AnEndingInfo an_verbal_endings[AN_V_COUNT];

extern const char *an_pronoun_letters(int pronoun);

#endif /* AN_BUILD_LEXICON_H */
