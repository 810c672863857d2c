/*
 * entity.h
 *	  Words to facts: the face of src/entity.
 *
 * Takes the text of an article and gives the mentions of people, places,
 * organizations, nationalities, dates, money, percentages, quantities,
 * events and works in it, and its direct speech.  What counts as a mention, and where it begins and
 * ends, is said in data/CONVENTIONS.md.
 */
#ifndef AN_ENTITY_H
#define AN_ENTITY_H

#include "store/store.h"
#include "text/text.h"

typedef enum AnEntityType
{
	AN_PERSON,
	AN_ORGANIZATION,
	AN_LOCATION,
	AN_NATIONALITY,
	AN_DATE,
	AN_MONEY,
	AN_PERCENT,
	AN_QUANTITY,
	AN_EVENT,
	AN_MISC,
	AN_ENTITY_TYPES
} AnEntityType;

/* Name of a type as SQL shows it: "person". */
extern const char *an_entity_type_name(AnEntityType type);

typedef struct AnEntity
{
	uint32_t start; /* bytes in the body, end exclusive */
	uint32_t end;
	AnEntityType type;
	float confidence; /* 0 to 1 */

	/*
	 * One spelling per thing, NUL-terminated, in the arena or the block;
	 * never NULL.
	 */
	const char *name;
	const char *name_key; /* meets other spellings of name */

	char country_code[4]; /* ISO 3166-1 alpha-2, or "" */

	bool has_dates; /* days since 1970-01-01, both inclusive */
	int32_t date_from;
	int32_t date_to;

	const char *amount; /* decimal number in ASCII, or NULL */
	const char *unit;   /* ISO 4217 for money, else a noun, or NULL */

	uint32_t role_start; /* bytes in the body; equal: no role */
	uint32_t role_end;
} AnEntity;

typedef struct AnEntities
{
	AnEntity *items; /* in the order of the text, no overlap */
	size_t count;
} AnEntities;

/*
 * Reads all mentions out of body.  published is the article's date in days
 * since 1970-01-01, or NULL: then only dates that stand alone get values.
 * Time is linear in len.  Everything given back is in env's arena or in the
 * block.
 */
extern AnStatus an_entities(AnEnv *env, const AnBlock *block, const char *body,
							size_t len, const int32_t *published,
							AnEntities *out);

/* ---- The parts of an article as it was pasted (article.c) ---- */

typedef struct AnText
{
	const char *str; /* in the arena, the block or the text that was given */
	size_t len;      /* 0: there is none */
} AnText;

typedef struct AnArticle
{
	AnText title;
	AnText author;
	AnText publisher;
	AnText source;
	AnText image_credit;
	AnText body;

	bool has_published;
	int32_t published; /* days since 1970-01-01 */
} AnArticle;

/*
 * Takes a text apart, HTML too (then body is its text).  What is recognised as
 * title, byline, date, credit, counter, switch of language, buttons or links
 * to other articles is left out of body; all else stays, in its order.  Time
 * is linear in len.
 */
extern AnStatus an_article(AnEnv *env, const AnBlock *block, const char *text,
						   size_t len, AnArticle *out);

/* ---- Quotations ---- */

/* Direct speech in quotation marks that is somebody's. */
typedef struct AnQuote
{
	uint32_t start; /* bytes in the body, inside the marks, end exclusive */
	uint32_t end;
	const char *speaker; /* name of a person or body as in AnEntity, or NULL */
	const char *cue;     /* lemma of the verb or phrase of speech, or NULL */
} AnQuote;

typedef struct AnQuotes
{
	AnQuote *items; /* in the order of the text, no overlap */
	size_t count;
} AnQuotes;

/*
 * Reads the direct speech in body: not names, titles of works and scare
 * quotes, nor what is quoted inside another quotation.  Memory and time as
 * an_entities().
 */
extern AnStatus an_quotes(AnEnv *env, const AnBlock *block, const char *body,
						  size_t len, AnQuotes *out);

/* What an_entities() and an_quotes() give, for little more than the first. */
extern AnStatus an_facts(AnEnv *env, const AnBlock *block, const char *body,
						 size_t len, const int32_t *published,
						 AnEntities *entities, AnQuotes *quotes);

/* ---- Latin script (latin.c) ---- */

/*
 * The text in Latin letters, as English-language news writes Arabic: without
 * diacritics, al- before its noun, each word but particles with a capital.
 * Names have the spelling of data/latin.tsv; other words the vowels of the
 * lexicon; what it does not know the likeliest vowels.  Digits are ASCII,
 * Arabic signs their Latin counterparts; what is not Arabic stays, in Unicode's
 * normal form NFKC.  The result has no Arabic letter.  Linear in len.
 */
extern AnStatus an_transliterate(AnEnv *env, const AnBlock *block,
								 const char *text, size_t len, AnText *out);

/* ---- Sentences (sentences.c) ---- */

/*
 * The sentence, counted from 1, that a byte of the body lies in; to be asked
 * for places in rising order.  One pass over the text in all, without memory;
 * the caller polls between its questions.
 */
typedef struct AnSentences
{
	AnScanner scan;
	const char *body;
	AnToken token; /* the last taken */
	uint32_t sentence;
	bool ended; /* the next word begins a sentence */
	bool after_letter;
} AnSentences;

extern void an_sentences_start(AnSentences *s, const AnBlock *block,
							   const char *body, size_t len);
extern uint32_t an_sentence(AnSentences *s, size_t place);

#endif /* AN_ENTITY_H */
