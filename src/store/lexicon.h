/*
 * lexicon.h
 *	  The lexicon within the block: lemmas, the stems that the build made of
 *	  them, and the tails (ending and pronoun) that may follow a stem.
 *
 * A stem is found by its folded letters; those that fold to the same lie
 * together.  How a stem is spelled, with its vowels, is one string: without
 * the marks it is the standard spelling, without hamzas the key.
 */
#ifndef AN_LEXICON_H
#define AN_LEXICON_H

#include "store/grammar.h"
#include "store/store.h"

typedef struct AnLemma
{
	uint32_t spelling;  /* string: standard spelling, without marks */
	uint32_t vocalized; /* string */
	uint32_t root;      /* string, or 0 where unknown */
	uint32_t lexeme;    /* string: the spelling folded */
	int16_t weight;     /* logarithm, hundredths: how common it is */
	uint8_t word_class; /* AnWordClass */
	uint8_t derived;    /* 1: made from a verb's row */
} AnLemma;

typedef struct AnStem
{
	uint32_t vocalized; /* string */
	uint32_t lemma;     /* its number */
	uint16_t set;       /* which endings it takes: number of the set */
	uint16_t before;    /* AN_BEFORE_ */
	uint16_t flags;     /* AN_STEM_ */
	int16_t weight;     /* of its lemma */
} AnStem;

/*
 * The tails, as a tree that is walked from the word's last letter to the
 * front: the letters of affixes are eight.
 */
#define AN_TAIL_LETTERS 8

typedef struct AnTailNode
{
	uint64_t nominal; /* endings that tails of these letters have */
	uint64_t verbal;
	uint16_t child[AN_TAIL_LETTERS]; /* number of the node, 0 = none */
	uint16_t first;                  /* the tails */
	uint16_t count;
	uint32_t behind_al; /* 1: some of them may stand behind ال */
} AnTailNode;

typedef struct AnTail
{
	uint8_t ending;   /* AnNominalEnding or AnVerbalEnding */
	uint8_t pronoun;  /* AnPronoun */
	uint8_t verbal;   /* 1: of verbs */
	uint8_t reserved; /* 0 */
} AnTail;

extern bool an_has_lexicon(const AnBlock *block);

/*
 * The stems whose folded letters these may be, NULL if there are none.  The
 * last one has AN_STEM_LAST.  It is the hash of the letters that agrees: who
 * compares a stem's spelling with the word anyway finds out the rest, else
 * there is an_folds_to().
 */
extern const AnStem *an_stems(const AnBlock *block, const char *folded,
							  size_t len);

/*
 * A cheap filter before an_store_find(): false where no name of one word, no
 * stop word and no decided form has these folded letters.  Only with a
 * lexicon.
 */
extern bool an_may_be_name(const AnBlock *block, const char *folded,
						   size_t len);

/*
 * Bytes of the article that is part of a name, which its lexeme loses: 0 where
 * there is none, or where it would leave no word (الله).
 */
static inline size_t
an_fixed_article(const char *name, size_t len)
{
	return len >= 10 && __builtin_memcmp(name, "\xd8\xa7\xd9\x84", 4) == 0 ? 4
																		   : 0;
}

/* Whether a record is of a kind that the filter holds. */
extern bool an_is_name(const AnRecord *record);

/*
 * Whether the spelling, without its vowel marks, folds to key: alef with any
 * hamza is ا, and at the end of a word ى is ي and ة is ه.
 */
extern bool an_folds_to(const char *spelling, const char *key, size_t len);

extern const AnLemma *an_lemma(const AnBlock *block, uint32_t number);

/*
 * The arrays of the lexicon, for loops over stems and tails.  Node 0 is the
 * root: no letters.
 */
typedef struct AnLexiconView
{
	const AnLemma *lemmas;
	const uint64_t *sets;
	const AnTailNode *nodes;
	const AnTail *tails;
} AnLexiconView;

extern AnLexiconView an_lexicon_view(const AnBlock *block);

/*
 * Frequent words with what the index keeps of each, as src/morph has packed
 * both (morph/packed.h): sets of so many entries, one cache line each.  Behind
 * nsets of them are some more for the most frequent words, few enough to stay
 * in a core's own cache.
 */
#define AN_FORM_WAYS 4
#define AN_FORM_HOT(nsets) ((nsets) / 32)

typedef struct AnFormEntry
{
	uint64_t word; /* 0: free */
	uint64_t lexemes;
} AnFormEntry;

typedef struct AnFormSets
{
	const AnFormEntry *sets;
	uint32_t nsets; /* a power of two, or 0: the block has none */
} AnFormSets;

extern AnFormSets an_form_sets(const AnBlock *block);

/*
 * Models of the letters that stems and names are made of, for the guesser: of
 * each model, how unlikely a letter is behind two others, as a logarithm in
 * units of 0.05 (0: certain).  Letter 0 is the word's edge.
 */
typedef enum AnModel
{
	AN_MODEL_NOMINAL,
	AN_MODEL_PERFECT,
	AN_MODEL_IMPERFECT, /* behind the letter of the person */
	AN_MODEL_NAME,
	AN_MODEL_COUNT
} AnModel;

#define AN_MODEL_LETTERS 38
#define AN_MODEL_UNIT 5 /* hundredths */
#define AN_MODEL_SIZE (AN_MODEL_LETTERS * AN_MODEL_LETTERS * AN_MODEL_LETTERS)
#define AN_MODELS_SIZE (AN_MODEL_COUNT * AN_MODEL_SIZE)

/* Their tables one after the other; NULL if the block has none. */
extern const uint8_t *an_models(const AnBlock *block);

/* The number of a folded letter (two bytes) in the models. */
static inline unsigned
an_model_letter(const char *s)
{
	unsigned cp =
		((unsigned char) s[0] & 0x1Fu) << 6 | ((unsigned char) s[1] & 0x3Fu);

	if (cp >= 0x621 && cp <= 0x63A)
		return cp - 0x620;
	if (cp >= 0x641 && cp <= 0x64A)
		return cp - 0x641 + 27;
	return AN_MODEL_LETTERS - 1;
}

static inline size_t
an_model_at(unsigned before, unsigned last, unsigned letter)
{
	return ((size_t) before * AN_MODEL_LETTERS + last) * AN_MODEL_LETTERS +
		   letter;
}

/* The number of a folded letter (two bytes) in the tree, -1 if it has none. */
static inline int
an_tail_letter(const char *s)
{
	switch ((unsigned char) s[0] << 8 | (unsigned char) s[1])
	{
		case 0xD8A7: /* ا */
			return 0;
		case 0xD8AA: /* ت */
			return 1;
		case 0xD983: /* ك */
			return 2;
		case 0xD985: /* م */
			return 3;
		case 0xD986: /* ن */
			return 4;
		case 0xD987: /* ه */
			return 5;
		case 0xD988: /* و */
			return 6;
		case 0xD98A: /* ي */
			return 7;
		default:
			return -1;
	}
}

#endif /* AN_LEXICON_H */
