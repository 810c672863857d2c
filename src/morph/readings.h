/*
 * readings.h
 *	  What the readers of a word by the lexicon share: its letters (word.c),
 *	  what may stand before a stem (prefixes.c), how well a reading agrees
 *	  with what was written (agree.c) and how likely it is (rank.c); private
 *	  to src/morph.
 */
#ifndef AN_READINGS_H
#define AN_READINGS_H

#include "morph/affixes.h"
#include "store/lexicon.h"

#define AN_LETTERS_MAX (AN_WORD_MAX / 2)

/* Marks that are written on a letter. */
#define AN_MARK_SHADDA 0x01
#define AN_MARK_FATHA 0x02
#define AN_MARK_DAMMA 0x04
#define AN_MARK_KASRA 0x08
#define AN_MARK_SUKUN 0x10
#define AN_MARK_TANWEEN 0x20
#define AN_MARK_VOWELS (AN_MARK_FATHA | AN_MARK_DAMMA | AN_MARK_KASRA)

/* A word of Arabic letters, its folded and written ones one for one. */
typedef struct AnWord
{
	AnSpelling s;
	uint8_t marks[AN_LETTERS_MAX + 4];
	bool marked; /* any mark is written */
} AnWord;

/* False where the word has other characters, or none, or too many. */
extern bool an_word(const char *word, size_t len, AnWord *out);

/* an_readings() of a word whose letters are known (readings.c) */
extern int an_word_readings(const AnBlock *block, const AnWord *word,
							AnReading *out, int max);

/* ---- Before the stem (prefixes.c) ---- */

typedef struct AnPrefix
{
	uint8_t len;     /* bytes */
	uint16_t before; /* AN_BEFORE_, all that is there */
	uint16_t person; /* AN_END_YA .. AN_END_ALEF, or 0 */
	bool fa;         /* its conjunction is ف */
} AnPrefix;

#define AN_PREFIXES_MAX 32

extern int an_prefixes(const AnWord *word, AnPrefix *out);

/* ---- Behind the stem (tail_places.c) ---- */

/* A place where a tail may begin: its node in the tree of tails. */
typedef struct AnTailPlace
{
	size_t at; /* bytes of the folded word */
	unsigned node;
} AnTailPlace;

#define AN_TAIL_PLACES 10

/* All places, from the word's end on; gives how many. */
extern int an_tail_places(const AnLexiconView *lexicon, const AnWord *word,
						  AnTailPlace *out);

/* Whether a tail goes with what stands before the stem. */
extern bool an_tail_fits(const AnPrefix *prefix, const AnTail *tail);

/*
 * What the tail's own letters cost: only ة may be written otherwise, and what
 * is written ة is no pronoun (AN_RULED_OUT).
 */
extern int an_tail_cost(const AnWord *word, const AnTail *tail);

/* ---- Agreement with what was written (agree.c) ---- */

/*
 * What speaks against a reading, in hundredths: letters that are written
 * otherwise.  Negative where the written vowels rule it out.
 */
#define AN_RULED_OUT (-1)

extern int an_stem_cost(const AnBlock *block, const AnWord *word,
						const AnPrefix *prefix, const AnStem *stem,
						size_t end);

/* What a letter costs that does not even fold to the standard one. */
#define AN_OTHER_LETTER 1000

extern int an_letter_cost(unsigned written, unsigned standard);

/* ---- Names (reading_names.c) ---- */

/*
 * The name that is written behind a prefix, NULL if there is none.  Its lemma
 * begins at *lemma and has *len bytes; where that is NULL it is the word
 * itself.  *cost is what its letters cost.
 */
extern const AnRecord *an_name_at(const AnBlock *block, const AnWord *word,
								  const AnPrefix *prefix, const char **lemma,
								  size_t *len, int *cost);

/*
 * What was decided by hand of the word as it is written, without its first
 * bytes, which are proclitics: extra is the vocalised lemma and value its
 * AnWordClass, 0 for a name.  NULL if nothing.
 */
extern const AnRecord *an_decision(const AnBlock *block, const AnWord *word,
								   size_t from);

/*
 * Whether a word is likelier a name that the store does not know than what a
 * reading of this score says (guess.c).
 */
extern bool an_rather_a_name(const AnBlock *block, const AnWord *word,
							 int score);

/*
 * Fills in lexeme, lemma and affixes of a word that the lexicon does not
 * explain (guess.c).
 */
extern void an_guess(const AnBlock *block, const AnWord *word, AnAnalysis *a);

/* ---- How likely (rank.c): logarithms in hundredths ---- */

extern int an_prefix_prior(const AnPrefix *prefix, bool verb);
extern const int16_t an_pronoun_prior[AN_PRON_COUNT];
extern const int16_t an_nominal_prior[AN_N_COUNT];
extern const int16_t an_verbal_prior[AN_V_COUNT];

static inline int
an_tail_prior(const AnTail *tail)
{
	return an_pronoun_prior[tail->pronoun] +
		   (tail->verbal ? an_verbal_prior[tail->ending]
						 : an_nominal_prior[tail->ending]);
}

extern int an_stem_prior(const AnStem *stem);
extern int an_feminine_prior(const AnStem *stem, const AnTail *tail);
extern int an_name_prior(const AnRecord *record);

extern const uint16_t an_tail_flags_nominal[AN_N_COUNT];
extern const uint16_t an_tail_flags_verbal[AN_V_COUNT];

static inline uint16_t
an_tail_flags(const AnTail *tail)
{
	return tail->verbal ? an_tail_flags_verbal[tail->ending]
						: an_tail_flags_nominal[tail->ending];
}

#endif /* AN_READINGS_H */
