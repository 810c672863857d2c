/*
 * compile.h
 *	  What the parts of compile_data share: compile_data.c runs over the
 *	  topics (topics.c, one function for each file of data/), which check
 *	  their cells (cells.c) and add phrases (phrases.c, forms.c); cldr.c
 *	  adds what ICU knows.
 *
 * Phrases are written or made.  Written ones stand in a file: two of one kind
 * and one folded spelling are a mistake.  Made ones come from a rule or from
 * ICU: they are added after all files are read, and give way.
 */
#ifndef AN_BUILD_COMPILE_H
#define AN_BUILD_COMPILE_H

#include "build/block.h"
#include "build/tsv.h"

/* A made phrase that waits until all files are read. */
typedef struct AnMade
{
	size_t key; /* offset in made_keys */
	size_t len;
	uint32_t record;
} AnMade;

typedef struct AnLexicon AnLexicon; /* lexicon.h */

typedef struct AnCompiler
{
	AnBlockWriter *block;
	AnReport report;

	const char *path; /* of the file that is being read */
	int line;

	AnMade *made;
	size_t nmade;
	size_t made_room;
	char *made_keys;
	size_t made_bytes;
	size_t made_bytes_room;

	AnLexicon *lexicon;

	/* what waits until all of the lexicon is read */
	struct AnDerived *derived;
	size_t nderived;
	size_t derived_room;
	struct AnNationality *nationalities;
	size_t nnationalities;

	/* Records by what ICU knows them by, number + 1; 0 = none. */
	uint32_t country[26 * 26];
	uint32_t country_lexeme[26 * 26]; /* string, 0 = none of one word */
	uint32_t country_map[26 * 26];
	uint32_t month[2][12]; /* Gregorian, Hijri */
	uint32_t weekday[7];
	uint32_t currency[26 * 26 * 26];
} AnCompiler;

/* ---- topics.c ---- */

typedef struct AnTopic
{
	const char *file;
	const char *columns; /* separated by spaces */
	void (*read)(AnCompiler *c, const char *const *cell);
} AnTopic;

/* A code of capital letters as a number, an index of the arrays above. */
static inline int
an_code_number(const char *code)
{
	int number = 0;

	for (; *code != '\0'; code++)
		number = number * 26 + (*code - 'A');
	return number;
}

/* In the order in which they are to be read; ends with file = NULL. */
extern const AnTopic an_topics[];

/* ---- cells.c ---- */

/* A word that a cell may hold, and what it stands for. */
typedef struct AnChoice
{
	const char *word;
	uint16_t means;
} AnChoice;

/* For the lists of values in store.h. */
#define AN_CHOICE(id, word) { word, AN_##id },
#define AN_NCHOICES(a) (sizeof(a) / sizeof((a)[0]))

/* What one value stands for; 0, and a report, if it is none of the choices. */
extern uint16_t an_chosen(AnCompiler *c, const AnValues *values,
						  const AnChoice *list, size_t n);

/* What all words of a cell stand for, or'ed together. */
extern uint16_t an_choices(AnCompiler *c, const char *cell,
						   const AnChoice *list, size_t n);

/* The same where just one word may stand; 0 for an empty cell. */
extern uint16_t an_choice(AnCompiler *c, const char *cell,
						  const AnChoice *list, size_t n);

/* The flag for "yes", 0 for an empty cell. */
extern uint16_t an_yes(AnCompiler *c, const char *cell, uint16_t flag);

/* Reports a cell that must not be empty. */
extern void an_need_cell(AnCompiler *c, const char *column, const char *cell);

/* A record with a name that must be there, and be one spelling. */
extern AnRecord an_named_cell(AnCompiler *c, AnKind kind, const char *name);

/* Whether the code is n capital letters. */
extern bool an_code_ok(const char *code, size_t n);

/* Where a country's record is noted; NULL, and a report, for no code. */
extern uint32_t *an_country_slot(AnCompiler *c, const char *code);

/* Puts the code of a row of countries.tsv into the record, or nothing. */
extern void an_set_country(AnCompiler *c, AnRecord *record, const char *code);

/*
 * Notes the record that ICU's names for it will mean; false where one is
 * noted already.
 */
extern bool an_note(AnCompiler *c, uint32_t *slot, const AnRecord *record);

/* A decimal number times scale, which is 1 or 1000. */
extern int64_t an_number(AnCompiler *c, const char *cell, int64_t scale);

extern int64_t an_number_between(AnCompiler *c, const char *cell, int64_t min,
								 int64_t max);

/* ---- forms.c ---- */

/* Each adds the forms that follow by rule as made phrases. */
extern void an_make_nationality(AnCompiler *c, const AnRecord *record,
								const char *s, size_t len);
extern void an_make_adjective(AnCompiler *c, const AnRecord *record,
							  const char *s);
extern void an_make_title(AnCompiler *c, const AnRecord *record,
						  const char *masculine, const char *feminine,
						  const char *plural);

/* ---- phrases.c ---- */

/* Reports a mistake at the row that is being read. */
extern void an_fail(AnCompiler *c, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The parts of a phrase's spelling that its kind may hold. */
#define AN_SPELL_PLAIN 0x00   /* letters, digits, blank - . ' & / */
#define AN_SPELL_SYMBOLS 0x01 /* and symbols of currency, percent */

/*
 * Multi-word phrases whose words agree also get their definite forms, as they
 * stand behind the ال that callers take off the first word: for أمين عام also
 * "أمين العام", for رئيس وزراء "رئيس الوزراء".
 */
#define AN_SPELL_DEFINITE 0x02

/*
 * Inflected forms: another row may have the same one (حكام is the plural of
 * حاكم and of حكم), and then the phrase means both.
 */
#define AN_SPELL_HOMOGRAPHS 0x04

/* Under AN_KEY_LATIN, apart from the phrases of texts. */
#define AN_SPELL_LATIN 0x08

/* A record of this kind with this name (one spelling), its rest zero. */
extern AnRecord an_named(AnCompiler *c, AnKind kind, const char *name);

/* Adds all spellings of a cell as written phrases of the record. */
extern void an_write(AnCompiler *c, const AnRecord *record, const char *cell,
					 int spell);

/* Adds one spelling, stem and suffix, as a made phrase of the record. */
extern void an_make(AnCompiler *c, const AnRecord *record, const char *stem,
					size_t len, const char *suffix, int spell);

/* Adds the made phrases that wait. */
extern void an_add_made(AnCompiler *c);

/*
 * The key of a spelling: its words, folded, with single blanks between, as
 * they will come from the tokenizer.  Gives the length, 0 if there is none or
 * if it does not fit.
 */
typedef enum AnDots
{
	AN_DOTS_INSIDE, /* أ.ف.ب is one word: as an acronym is read */
	AN_DOTS_FINAL,  /* the same with a dot at its end */
	AN_DOTS_BLANK   /* أ ف ب */
} AnDots;

#define AN_KEY_MAX 1024

extern size_t an_phrase_key(const char *s, size_t len, AnDots dots, char *key,
							size_t keylen);

/* ---- labels.c ---- */

extern void an_read_latin(AnCompiler *c, const char *const *cell);
extern void an_read_coordinates(AnCompiler *c, const char *const *cell);

/* Adds the English name of a country for all spellings of a cell. */
extern void an_make_country_latin(AnCompiler *c, const char *code,
								  const char *cell);

/* Reports countries without coordinates. */
extern void an_check_coordinates(AnCompiler *c);

/* ---- cldr.c ---- */

/* The English name of a country, and its code of three letters. */
extern bool an_cldr_english(const char *code, char *name, size_t len);
extern const char *an_cldr_alpha3(const char *code);

/* Whether ICU knows the code. */
extern bool an_cldr_country(const char *code);
extern bool an_cldr_currency(const char *code);

/* Adds names from CLDR as made phrases, and the Hijri months. */
extern void an_cldr_add(AnCompiler *c);

#endif /* AN_BUILD_COMPILE_H */
