/*
 * names.h
 *	  What the readers of names share; private to src/entity.
 *
 * Names are read left to right out of the hits of the words (match.c): none
 * of the functions here looks anything up in the store but for words of which
 * it has nothing.
 */
#ifndef AN_NAMES_H
#define AN_NAMES_H

#include "entity/reader.h"

/* Bytes of an Arabic letter, and of ال, in a key. */
#define AN_LETTER 2
#define AN_ARTICLE 4

/* ---- Words (name_words.c) ---- */

typedef char AnSpelling[20];

/*
 * Whether word i exists and its key without the first skip bytes is one of n
 * folded spellings.
 */
extern bool an_word_in(const AnReader *r, uint32_t i, size_t skip,
					   const AnSpelling *list, size_t n);

#define AN_WORD_IN_BEHIND(r, i, skip, list) \
	an_word_in(r, i, skip, list, sizeof(list) / sizeof((list)[0]))
#define AN_WORD_IN(r, i, list) AN_WORD_IN_BEHIND(r, i, 0, list)

/* Whether word i exists and only blanks are between it and the one before. */
extern bool an_after_blank(const AnReader *r, uint32_t i);

/* Whether word i exists and has ال; with also: and maybe و, ب, ل ... too. */
extern bool an_definite(const AnReader *r, uint32_t i);
extern bool an_definite_with(const AnReader *r, uint32_t i);

/* Whether the key of word i begins with these letters. */
extern bool an_begins_with(const AnReader *r, uint32_t i, const char *letters);

/* Whether any sense of word i, as written, is of one of these kinds. */
static inline bool
an_is(const AnReader *r, uint32_t i, uint32_t kinds)
{
	return i < r->nwords && (r->words[i].kinds & kinds) != 0;
}

/*
 * Whether word i is written as the record's first word as far as hamza and
 * final ى tell: أن is no آن, على no علي.
 */
extern bool an_spelled(const AnReader *r, uint32_t i, const AnRecord *record);

/* Particles, prepositions, adverbs: never in a name of a person. */
extern bool an_particle(const AnReader *r, uint32_t i);

/* A word of which the store knows nothing, under no affix. */
extern bool an_unknown(const AnReader *r, uint32_t i);

/* The same, or one that the store has under a suffix. */
extern bool an_unlisted(const AnReader *r, uint32_t i);

/*
 * Whether the lexicon explains word i, not as a name, without a proclitic
 * other than ال.
 */
extern bool an_whole_word(const AnReader *r, uint32_t i);

/* A word unknown whose letters could be those of a foreign name. */
extern bool an_foreign(const AnReader *r, uint32_t i);

/* Whether a word unknown has the shape of a verb in the imperfect. */
extern bool an_verb_shape(const AnReader *r, uint32_t i);

/*
 * The end in bytes of a name that ends before word next: its closing
 * quotation mark belongs to it if it has the opening one.
 */
extern uint32_t an_name_stop(const AnReader *r, uint32_t start, uint32_t next);

/* The word behind a name in quotation marks that begins at i, or i. */
extern uint32_t an_quoted(const AnReader *r, uint32_t i, uint32_t max);

/* The letters of a mention without marks, with single blanks. */
extern const char *an_written(AnReader *r, uint32_t start, uint32_t end);

/* The same of a person, in one spelling: عبد الله for عبدالله. */
extern const char *an_person_written(AnReader *r, uint32_t start,
									 uint32_t end);

/* Adds a candidate and notes its words in name_end. */
extern AnEntity *an_add_name(AnReader *r, AnEntityType type, uint32_t first,
							 uint32_t next, uint32_t start, float confidence);

/* ---- Titles (titles.c) ---- */

typedef struct AnTitle
{
	uint32_t first; /* word */
	uint32_t next;  /* word behind it: a name may begin there */
	uint32_t head;  /* word behind the title proper */
	uint32_t start; /* bytes, without a proclitic */
	uint16_t flags; /* AN_FLAG_OFFICE ... of its record */
	bool whole;     /* definite, or with what it is of */
} AnTitle;

/*
 * A title with all that it is of, which begins at word i: رئيس الوزراء الروسي.
 */
extern bool an_title(const AnReader *r, uint32_t i, AnTitle *title);

/* Whether word i is a title with a pronoun: زميلي. */
extern bool an_owned_title(const AnReader *r, uint32_t i);

/* ---- People (person_name.c) ---- */

typedef struct AnName
{
	uint32_t first; /* words */
	uint32_t next;
	uint32_t start;         /* bytes */
	const AnRecord *record; /* the known person, or NULL */
	bool surname;           /* what is written is the surname alone */
	float confidence;
} AnName;

/* What stands before a name. */
typedef enum AnBefore
{
	AN_BEFORE_NOTHING,
	AN_BEFORE_CUE,   /* a verb of speech or the like */
	AN_BEFORE_KIN,   /* a word of kinship */
	AN_BEFORE_TITLE, /* a title with what it is of */
	AN_BEFORE_HONORIFIC
} AnBefore;

/* The name of a person that begins at word i. */
extern bool an_person_name(const AnReader *r, uint32_t i, AnBefore before,
						   AnName *name);

/*
 * Goes on with a known person's name behind its last word, name->next: with
 * بن and آل always, else where that makes another person of it.
 */
extern void an_longer_person(const AnReader *r, AnBefore before, AnName *name);

/* Whether a name surely begins at word i, whatever stands before. */
extern bool an_person_begins(const AnReader *r, uint32_t i);

/* ---- Organizations (organization_head.c) ---- */

typedef struct AnOrganization
{
	uint32_t start;         /* bytes */
	uint32_t next;          /* word behind it */
	const AnRecord *record; /* a known one behind its head, or NULL */
	float confidence;
} AnOrganization;

/*
 * The name that the generic head at word i begins.  If the name of a known
 * body begins here too, nothing with ل is added to it.
 */
extern bool an_organization_head(const AnReader *r, uint32_t i,
								 bool known_start, AnOrganization *out);

/* Whether word i is an adjective of nation, with ال. */
extern bool an_nation(const AnReader *r, uint32_t i);

/* ---- Keys (name_key.c) ---- */

/*
 * How many bytes of a folded word are عبد or أبو, written together with what
 * follows: أبوبكر, عبدالله. 0 if none are.
 */
extern size_t an_joined_name(const char *key, size_t len);

/* The key under which spellings of a name meet. */
extern const char *an_name_key(AnReader *r, const char *name);

/* ---- Roles (roles.c) ---- */

/* Sets the roles of persons that stand behind their names. */
extern AnStatus an_read_roles(AnReader *r);

#endif /* AN_NAMES_H */
