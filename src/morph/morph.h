/*
 * morph.h
 *	  Words to lexemes and lemmas: the face of src/morph.
 *
 * Takes one word as it stands in a text and gives what the index keeps of it
 * and how it is taken apart.  No allocation: results lie in the caller's
 * struct.
 */
#ifndef AN_MORPH_H
#define AN_MORPH_H

#include "store/store.h"
#include "text/text.h"

/*
 * Longest folded word that is taken apart, in bytes.  A longer one (nothing
 * in the language is) is its own stem.
 */
#define AN_WORD_MAX 96

/* Further lexemes of a word that may as well be read otherwise. */
#define AN_OTHERS_MAX 2

typedef struct AnAnalysis
{
	char folded[AN_WORD_MAX]; /* the word as an_fold() gives it */
	size_t folded_len;

	/* Bytes of the folded word that are proclitics and suffixes. */
	size_t prefix_len;
	size_t suffix_len;

	/* The lexeme: what the index keeps. */
	char lexeme[AN_WORD_MAX];
	size_t lexeme_len;

	/* What else it may be, likely enough that a search should find it. */
	int nothers;
	struct
	{
		char lexeme[AN_WORD_MAX];
		size_t len;
	} others[AN_OTHERS_MAX];

	/* In standard spelling, without diacritics. */
	char lemma[AN_WORD_MAX * 2];
	size_t lemma_len;

	bool stop;           /* a stop word as written */
	bool known;          /* a lemma and the grammar explain it */
	int score;           /* of that reading: the higher the likelier */
	int part_of_speech;  /* AnPartOfSpeech, 0 where unknown */
	const char *country; /* of a nationality: the country's lexeme, or NULL */
	int month;           /* 1-12 if the word is a month's name, or 0 */
	bool hijri;          /* that month is one of the Hijri year */
} AnAnalysis;

/*
 * The likeliest reading by the lexicon (an_readings() below); of a word that
 * it does not explain the light stem, by the shape of the word (after Larkey,
 * Ballesteros and Connell, "Light stemming for Arabic information retrieval",
 * 2007).  Gives false, with nothing in out, when the word folds to nothing or
 * is longer than AN_WORD_MAX.
 */
extern bool an_analyze(const AnBlock *block, const char *word, size_t len,
					   AnAnalysis *out);

/*
 * The light stem alone, by rule, without the list of words: out needs
 * AN_FOLD_MAX(len) bytes.  Gives its length, 0 if nothing is left.
 */
extern size_t an_stem(const char *word, size_t len, char *out);

/* ---- Readings by the lexicon (readings.c) ---- */

#define AN_READINGS_MAX 16

/*
 * One way to read a word.  Strings are the block's, NUL-terminated; of names,
 * lemma may be the start of a longer string and lemma_len says where it ends
 * (lexeme is then NULL, the word as it stands behind its proclitics).
 */
typedef struct AnReading
{
	const char *lemma;         /* standard spelling without marks */
	const char *lexeme;        /* the same folded */
	const char *vocalized;     /* the lemma with its marks */
	const char *root;          /* "" where unknown */
	const AnRecord *name;      /* of a name, else NULL */
	const struct AnStem *stem; /* NULL for a name */
	const struct AnTail *tail;
	size_t lemma_len;   /* of a name */
	size_t prefix_len;  /* bytes of the folded word: proclitics */
	size_t suffix_len;  /* ending and pronoun */
	int word_class;     /* AnWordClass (store/grammar.h), 0: name */
	int part_of_speech; /* AnPartOfSpeech */
	unsigned before;    /* AN_BEFORE_ */
	unsigned person;
	int score; /* the higher the likelier */
} AnReading;

/*
 * All readings of a word that lemmas and the grammar explain, the likeliest
 * first, at most max of them; gives how many.  None for a word that has other
 * characters than Arabic letters and marks, or is longer than AN_WORD_MAX.
 */
extern int an_readings(const AnBlock *block, const char *word, size_t len,
					   AnReading *out, int max);

/*
 * The word as it was read, with its marks; out has len bytes.  Gives the
 * length, 0 if it does not fit.
 */
extern size_t an_reading_vocalized(const AnBlock *block, const char *word,
								   size_t word_len, const AnReading *reading,
								   char *out, size_t len);

typedef enum AnTense
{
	AN_TENSE_NONE, /* no verb */
	AN_TENSE_PAST,
	AN_TENSE_PRESENT,
	AN_TENSE_FUTURE
} AnTense;

/* The tense of a word's likeliest reading, if that is a verb (tense.c). */
extern AnTense an_tense(const AnBlock *block, const char *word, size_t len);

/* Whether lemmas and the grammar explain a word at all. */
extern bool an_known(const AnBlock *block, const char *word, size_t len);

/* ---- Lexemes of a token of any type (lexemes.c) ---- */

/*
 * The type of a text that is one token, or that of its first one;
 * AN_TOKEN_WORD if there is none.
 */
extern AnTokenType an_type_of(const AnBlock *block, const char *token,
							  size_t len);

#define AN_LEXEMES_MAX 16

/* A lexeme is at most this long: what a tsvector can hold. */
#define AN_LEXEME_BYTES 2046

typedef struct AnLexemes
{
	bool stop; /* a stop word: count is 0 */
	int count;
	struct
	{
		uint16_t start; /* in pool */
		uint16_t len;
		uint8_t variant; /* the same number: all are needed (AND);
								 * different: one of them is (OR) */
	} items[AN_LEXEMES_MAX];
	uint16_t used;
	char pool[AN_LEXEME_BYTES + AN_LEXEMES_MAX * 32];
} AnLexemes;

/*
 * What the index keeps of one token: of a word its lexeme; of a month's name
 * in any tradition also a second variant that all its names share; of a
 * number its digits in ASCII without separators of thousands; of a date its
 * ISO form; of a hashtag the lexemes of its words.  type 0: found out from
 * the text.  stops: whether stop words have no lexeme.
 */
extern void an_lexemes(const AnBlock *block, const char *token, size_t len,
					   AnTokenType type, bool stops, AnLexemes *out);

/*
 * The same of a frequent word of Arabic letters, from a table that was made
 * with the data; false if the word is not there.  No other token is.
 */
extern bool an_frequent_lexemes(const AnBlock *block, const char *token,
								size_t len, bool stops, AnLexemes *out);

/* Has the cache line that the above will read brought near. */
extern void an_frequent_prefetch(const AnBlock *block, const char *token,
								 size_t len);

/* ---- A user's own lists of words (word_list.c) ---- */

/* A word of a list, with what it stands for. */
typedef struct AnListed
{
	const char *folded;  /* as an_fold() gives it */
	const char *written; /* the same letters with hamza, ة and ى; as long */
	const char *value;   /* as it was given; alternatives parted by | */
	uint32_t hash;       /* of folded */
	uint16_t len;        /* of folded and written */
	uint16_t value_len;  /* 0 in a list of words alone */
} AnListed;

/* All zero is an empty list. */
typedef struct AnWordList
{
	AnListed *words;
	uint32_t *slots; /* open addressing: 1 + index in words, 0 if free */
	uint32_t count;
	uint32_t room; /* of words; slots are twice as many */
} AnWordList;

typedef enum AnListStatus
{
	AN_LIST_OK,
	AN_LIST_NOT_ONE_WORD, /* the tokenizer sees none, or more than one */
	AN_LIST_TOO_LONG,     /* longer than AN_WORD_MAX */
	AN_LIST_BAD_VALUE,    /* the same of a value, or too many of them */
	AN_LIST_OTHER_VALUE,  /* the list has the word with another value */
	AN_LIST_FULL          /* AN_LIST_MAX */
} AnListStatus;

#define AN_LIST_MAX 4000000
#define AN_LIST_VALUES 8

/*
 * Adds a word; both strings are copied.  One that is there with the same
 * value is passed over.
 */
extern AnListStatus an_list_add(AnEnv *env, const AnBlock *block,
								AnWordList *list, const char *word, size_t len,
								const char *value, size_t value_len);

/*
 * The listed word that folds to these bytes and is not written otherwise: a
 * hamza and the dots of ة may be left out on either side, but إ is not أ and
 * ى is not ي.  NULL if there is none.
 */
extern const AnListed *an_list_find(const AnWordList *list, const char *folded,
									const char *written, size_t len);

/* ---- Lexemes by the options of a dictionary (custom.c) ---- */

typedef enum AnForm
{
	AN_FORM_LEMMA,
	AN_FORM_STEM, /* by rule, without the lexicon */
	AN_FORM_ROOT  /* the lemma where the lexicon knows no root */
} AnForm;

typedef struct AnCustom
{
	AnForm form;
	bool stops;      /* the extension's stop words have no lexeme */
	bool first_only; /* a word has none besides its likeliest */
	AnWordList stop_words;
	AnWordList synonyms;
	AnWordList exceptions;
} AnCustom;

/*
 * As an_lexemes(), by a user's options.  First comes what is listed as it is
 * written: a stop word, a synonym, an exception; then the extension's stop
 * words; then exceptions behind proclitics; then the form that is asked for;
 * then the synonyms of the lemma.  A synonym replaces the word by the lexemes
 * of its values, an exception by its value folded.  With first_only a word has
 * its first lexeme, and the one that the names of its month share.
 */
extern void an_custom_lexemes(const AnBlock *block, const AnCustom *custom,
							  const char *token, size_t len, AnLexemes *out);

/* The same by way of an_frequent_lexemes(), which may say false. */
extern bool an_custom_frequent(const AnBlock *block, const AnCustom *custom,
							   const char *token, size_t len, AnLexemes *out);

/* ---- Recent words (recent.c) ---- */

/*
 * What words gave of late: a table of fixed size in the caller's memory, of
 * which every byte is zero at the start.  It keeps words of up to ten letters
 * or digits whose lexemes are alternatives, so nearly all; the options by
 * which they were read must not change.
 */
typedef struct AnRecent AnRecent;

extern size_t an_recent_size(void);

/* Sets out as an_lexemes() did; false if the word is not there. */
extern bool an_recent_find(AnRecent *recent, const char *token, size_t len,
						   AnLexemes *out);

/* To be called where the word was not found. */
extern void an_recent_keep(AnRecent *recent, const char *token, size_t len,
						   const AnLexemes *lexemes);

/*
 * Whether a folded word can stand without these first n bytes because they
 * are proclitics (و ف ب ك ل س أ ال and their orders); for readers of names.
 * Gives the lengths of all proclitic sequences at the start of the word,
 * shortest first, at most max of them.
 */
extern int an_proclitics(const char *folded, size_t len, uint8_t *lengths,
						 int max);

/* ---- Fingerprint of a text (simhash.c) ---- */

/*
 * 64 bits of the lexemes of a text without stop words and without what sites
 * put around it (place and agency, tags, a link); copies of one text differ
 * in few of them.  empty: the text has no lexeme, and bits says nothing.
 * Time is linear in len.
 */
extern AnStatus an_simhash(AnEnv *env, const AnBlock *block, const char *body,
						   size_t len, uint64_t *bits, bool *empty);

#endif /* AN_MORPH_H */
