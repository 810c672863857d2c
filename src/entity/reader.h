/*
 * reader.h
 *	  What the readers of src/entity share; private to the folder.
 *
 * An article is tokenized once (words.c); every reader walks over the same
 * words, looks phrases up (match.c) and adds candidates.  resolve.c then
 * keeps the best of those that overlap, and link.c gives one name to all
 * mentions of one thing.
 */
#ifndef AN_READER_H
#define AN_READER_H

#include "entity/entity.h"
#include "morph/morph.h"

/* What lies between a word and the one before it: bits of AnWord.gap. */
#define AN_GAP_SPACE 0x01
#define AN_GAP_COMMA 0x02   /* ، , */
#define AN_GAP_STOP 0x04    /* . ! ? ؟ ; ؛ : … */
#define AN_GAP_LINE 0x08    /* end of line, HTML block tag */
#define AN_GAP_DASH 0x10    /* - – — */
#define AN_GAP_QUOTE 0x20   /* any quotation mark */
#define AN_GAP_BRACKET 0x40 /* ( ) [ ] */
#define AN_GAP_OTHER 0x80   /* anything else: / * # | ... */

/* Gaps over which a name may go on: blanks and marks inside names. */
#define AN_GAP_IN_NAME (AN_GAP_SPACE | AN_GAP_DASH | AN_GAP_QUOTE)

typedef struct AnWord
{
	uint32_t start; /* bytes in the body */
	uint32_t end;
	uint32_t key; /* folded spelling: see an_key() */
	uint16_t key_len;
	uint8_t type; /* AnTokenType; never a blank, tag or entity */
	uint8_t gap;

	/* what the store has that begins here (match.c): see an_hits() */
	uint32_t hits;
	uint32_t kinds;        /* bits 1 << AnKind: of the word as written,
								 * with or without ال */
	uint32_t clitic_kinds; /* of what is left without other proclitics */
	uint8_t nhits;
	bool quoted; /* in quotation marks, as far as they pair up */
} AnWord;

/*
 * A phrase of the store in the article, with its senses: an AnMatch made
 * small, since all of them are kept.
 */
typedef struct AnHit
{
	uint32_t senses; /* where in the block: see an_hit_record() */
	uint32_t kinds;  /* bits 1 << AnKind */
	uint32_t start;  /* bytes in the body */
	uint8_t nsenses;
	uint8_t nwords;
	bool clitic; /* as in AnMatch */
	bool al;
} AnHit;

typedef struct AnReader
{
	AnEnv *env;
	const AnBlock *block;
	const char *body;
	size_t len;
	const int32_t *published;

	AnWord *words;
	uint32_t nwords;
	char **keys;  /* in pieces of AN_KEYS bytes */
	AnHit **hits; /* in pieces of AN_HITS */
	uint32_t nhits;
	uint32_t *name_end; /* of each word: behind the name there, or 0 */

	AnEntity **candidates; /* in no order, in pieces of AN_CANDIDATES */
	size_t ncandidates;
	size_t npieces;

	AnEntity *found; /* those that an_resolve() kept */
	size_t nfound;
} AnReader;

/* Keys are kept in pieces of so many bytes; a key is in one piece. */
#define AN_KEYS 65536

static inline const char *
an_key(const AnReader *r, uint32_t i)
{
	return r->keys[r->words[i].key / AN_KEYS] + r->words[i].key % AN_KEYS;
}

/* ---- words.c ---- */

extern AnStatus an_reader_open(AnReader *r, AnEnv *env, const AnBlock *block,
							   const char *body, size_t len,
							   const int32_t *published);

/* Candidates stay where they are: in pieces of so many. */
#define AN_CANDIDATES 128

static inline AnEntity *
an_candidate(const AnReader *r, size_t k)
{
	return &r->candidates[k / AN_CANDIDATES][k % AN_CANDIDATES];
}

/* Adds a candidate: its other members are zero, its name and key "". */
extern AnEntity *an_reader_add(AnReader *r, AnEntityType type, uint32_t start,
							   uint32_t end);

/* Byte in the body where the letter after the first n letters of word i is. */
extern uint32_t an_word_skip(const AnReader *r, uint32_t i, size_t n);

/* Whether a tag stands inside a line of text; all others end it. */
extern bool an_inline_tag(const char *s, size_t len);

/* A NUL-terminated copy in the arena. */
extern const char *an_copy(AnEnv *env, const char *s, size_t len);

/* True when work should stop; asks the environment once in 1024 words. */
static inline bool
an_poll(AnReader *r, uint32_t i)
{
	return (i & 1023) == 1023 && r->env->poll(r->env);
}

/* ---- match.c ---- */

typedef struct AnMatch
{
	uint32_t start; /* bytes in the body, after the proclitics;
								 * ال is inside where the key or al has it */
	uint32_t end;
	uint32_t first; /* words */
	uint32_t nwords;
	bool clitic; /* a proclitic other than ال was taken off */
	bool al;     /* ال was taken off, and is inside the span */
	AnEntry entry;
} AnMatch;

#define AN_MATCH_MAX 12

/*
 * All phrases of the store that begin at word i, with each way to take
 * proclitics off it, whole spellings and long phrases first.  Gives their
 * number.
 */
extern int an_match(const AnReader *r, uint32_t i, AnMatch *out);

/* Hits are kept in pieces of so many; those of one word are in one piece. */
#define AN_HITS 1024

/* Fills hits, kinds and clitic_kinds of all words. */
extern AnStatus an_find_hits(AnReader *r);

static inline const AnHit *
an_hits(const AnReader *r, uint32_t i)
{
	return r->hits[r->words[i].hits / AN_HITS] + r->words[i].hits % AN_HITS;
}

/* A hit's sense k, k < nsenses. */
static inline const AnRecord *
an_hit_record(const AnReader *r, const AnHit *hit, int k)
{
	const uint32_t *senses =
		(const uint32_t *) ((const char *) r->block + hit->senses);

	return an_record(r->block, senses[k]);
}

#define AN_BIT(kind) ((uint32_t) 1 << AN_KIND_##kind)

/* The first sense of this kind among a hit's, or NULL. */
extern const AnRecord *an_hit_sense(const AnReader *r, const AnHit *hit,
									AnKind kind);

/* The longest hit at word i that has one of these kinds, or NULL. */
extern const AnHit *an_hit_of(const AnReader *r, uint32_t i, uint32_t kinds);

/* ---- The readers: each adds its candidates ---- */

extern AnStatus an_read_dates(AnReader *r);         /* dates.c */
extern AnStatus an_read_numbers(AnReader *r);       /* money.c: money, percent,
												 * quantities */
extern AnStatus an_read_places(AnReader *r);        /* places.c: countries,
												 * nationalities, places */
extern AnStatus an_read_organizations(AnReader *r); /* organizations.c */
extern AnStatus an_read_persons(AnReader *r);       /* persons.c */
extern AnStatus an_read_events(AnReader *r); /* events.c: events, works */

/* All of them in their order, and an_resolve() (entities.c). */
extern AnStatus an_read_all(AnReader *r);

/* quotes.c: the direct speech in what was read and linked */
extern AnStatus an_read_quotes(AnReader *r, AnQuotes *out);

/* ---- resolve.c, link.c ---- */

/* Sorts the candidates and drops all but the best of those that overlap. */
extern AnStatus an_resolve(AnReader *r);

/* Gives sums in a currency of several countries their code (money_country.c). */
extern AnStatus an_settle_money(AnReader *r);

/* Gives each mention its canonical name, key and role. */
extern AnStatus an_link(AnReader *r);

#endif /* AN_READER_H */
