/*
 * quotes.h
 *	  What the readers of quotations share; private to src/entity.
 *
 * Direct speech is read when the entities are known, in one walk over the
 * words: quote_marks.c pairs the marks, quote_cues.c finds the verbs of
 * speech, quote_speakers.c says who speaks, and quotes.c tells what was said
 * from names and scare quotes.
 */
#ifndef AN_QUOTES_H
#define AN_QUOTES_H

#include "entity/names.h"
#include "store/grammar.h"

/* ---- Marks (quote_marks.c) ---- */

/* What is beside a mark, to the next word: bits of AnQuotePair.before. */
#define AN_BESIDE_BLANK 0x01
#define AN_BESIDE_COMMA 0x02 /* ، , ؛ ; */
#define AN_BESIDE_STOP 0x04  /* . ! ? ؟ ... */
#define AN_BESIDE_COLON 0x08
#define AN_BESIDE_LINE 0x10
#define AN_BESIDE_DASH 0x20
#define AN_BESIDE_OPEN 0x40 /* ( [ */
#define AN_BESIDE_OTHER 0x80

/* A pair of marks with words between them. */
typedef struct AnQuotePair
{
	uint32_t start; /* bytes, behind the opening mark */
	uint32_t end;   /* before the closing one */
	uint32_t after; /* behind the closing one */
	uint32_t first; /* words */
	uint32_t next;
	uint8_t before; /* AN_BESIDE_, since the word before */
} AnQuotePair;

typedef struct AnQuotePairs
{
	AnQuotePair *items; /* by start, the longer first */
	size_t count;
	size_t room;
} AnQuotePairs;

extern AnStatus an_quote_pairs(AnReader *r, AnQuotePairs *out);

/* What is between two places with no word between: bits AN_BESIDE_. */
extern uint8_t an_beside(const AnReader *r, uint32_t start, uint32_t end);

/* ---- Verbs of speech (quote_cues.c) ---- */

typedef enum AnCueForm
{
	AN_CUE_FINITE,
	AN_CUE_PARTICIPLE,  /* قائلا, مضيفا */
	AN_CUE_VERBAL_NOUN, /* قوله, بالقول */
	AN_CUE_BEFORE_NAME, /* بحسب, وفقا ل */
	AN_CUE_BACK         /* على حد قوله */
} AnCueForm;

typedef struct AnCue
{
	uint32_t first; /* words */
	uint32_t next;
	const char *lemma;
	AnCueKind kind;
	AnCueForm form;
	bool feminine;
	bool plural;
	bool joined;  /* with و or ف */
	bool goes_on; /* the speaker of before goes on: وأضاف */
} AnCue;

/* The verb or phrase of speech that begins at word i. */
extern bool an_cue(const AnReader *r, uint32_t i, AnCue *out);

/*
 * The same by the lexicon, for forms that the list does not have: أخبرتني,
 * كتبه, لم يقل.
 */
extern bool an_cue_read(const AnReader *r, uint32_t i, AnCue *out);

/* Whether أن, a colon or a quotation mark comes soon behind word i - 1. */
extern bool an_says_something(const AnReader *r, uint32_t i);

/* Whether word i is أن or إن, maybe with و, ب, ل, ف and a pronoun. */
extern bool an_that(const AnReader *r, uint32_t i);

/* Whether a sentence ends before word i; a colon does not end one. */
extern bool an_sentence_ends(const AnReader *r, uint32_t i);

/* Whether a colon is before word i. */
extern bool an_colon(const AnReader *r, uint32_t i);

/* ---- Names in marks (quote_names.c) ---- */

/* No more words than these are a name or a scare quote unless more shows. */
#define AN_FEW_WORDS 4

/* Whether word i is a verb, as the lexicon sees it first. */
extern bool an_verb(const AnReader *r, uint32_t i);

/* Whether a verb is among the first words in the marks. */
extern bool an_quotes_verb(const AnReader *r, const AnQuotePair *pair);

/* Whether the word before word i makes a name of what follows: بعنوان */
extern bool an_label(const AnReader *r, uint32_t i);

/*
 * Whether one of so many words before the mark, from a word on, makes a name
 * of what is in it: فيلم, صحيفة, ندوة حول.
 */
extern bool an_names(const AnReader *r, const AnQuotePair *pair, uint32_t from,
					 uint32_t words);

/* ---- Speakers (quote_speakers.c) ---- */

typedef struct AnSpeaker
{
	bool set;         /* somebody, be it without a name */
	const char *name; /* or NULL */
	char gender;      /* 'f', 'm' or 0 */
	uint32_t word;    /* where the mention is */
} AnSpeaker;

typedef struct AnRole AnRole;

typedef struct AnSpeakers
{
	AnReader *r;
	uint32_t *begins; /* of each word: entity that begins there with its role,
					   * from 1, or 0 */
	uint32_t *inside; /* entity whose mention the word is in, from 1, or 0 */

	AnRole *roles; /* of people, in the order of the text */
	uint32_t nroles;
	uint32_t *organizations; /* entities, in the order of the text */
	uint32_t norganizations;
	uint32_t *people; /* with full names, likewise */
	uint32_t npeople;

	uint32_t title_until; /* names before this word are part of a title */
	bool cue_seen;        /* in this sentence */
	bool clause;          /* of another subject has begun in it */
	uint32_t sentence;    /* first word of this one */
	uint32_t number;      /* of this sentence */
	AnSpeaker subject;    /* who or what this sentence is of, so far */
	AnSpeaker cue;        /* who spoke last in this sentence */
	AnSpeaker topic;      /* who the sentence before was of */
	AnSpeaker last;       /* who spoke last */
	uint32_t last_number; /* in which sentence */
} AnSpeakers;

extern AnStatus an_speakers_open(AnSpeakers *s, AnReader *r);

/* To be called at each word in order, before anything else is asked there. */
extern void an_speakers_word(AnSpeakers *s, uint32_t i, bool sentence_begins);

/*
 * Who says what the cue is of; limit is the word that its subject stands
 * before.  Remembers him for what follows.
 */
extern AnSpeaker an_speaker_of(AnSpeakers *s, const AnCue *cue,
							   uint32_t limit);

/* The person or body whose mention ends before word i, if one does. */
extern AnSpeaker an_speaker_before(const AnSpeakers *s, uint32_t i);

/* Who goes on when nothing says who: of this sentence, else the last one. */
extern AnSpeaker an_speaker_now(const AnSpeakers *s, const AnCue *cue);

#endif /* AN_QUOTES_H */
