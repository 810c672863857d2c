/*
 * store.h
 *	  The compiled language data: the face of src/store.
 *
 * One block of bytes without pointers, made from the files of data/ by
 * src/build/compile_data.c and linked read-only into the library.  It is
 * shared by all backends through the page cache, needs no start-up work and
 * no private memory.  All integers are in the byte order of the machine that
 * built it; strings are known by their offset in the block's pool of strings.
 *
 * The block is a dictionary of phrases.  A phrase is one or more words, each
 * folded by an_fold(), joined by single spaces.  Each has one or more senses,
 * and a sense is a record of some kind.
 */
#ifndef AN_STORE_H
#define AN_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The kinds of records: what each member of a record means is said in
 * data/README.md, beside the files that they come from.
 */
#define AN_KINDS(K)                                                      \
	K(STOP)         /* stop_words.tsv */                                 \
	K(WORD)         /* words.tsv: value = part of speech */              \
	K(FORM)         /* lexicon/decisions.tsv: extra = vocalized lemma */ \
	K(MONTH)        /* months.tsv and CLDR: value = 1-12, flags HIJRI */ \
	K(WEEKDAY)      /* weekdays.tsv and CLDR: value = 1 (Monday) - 7 */  \
	K(TIME)         /* times.tsv: words of relative time */              \
	K(NUMBER)       /* numbers.tsv: value in thousandths */              \
	K(CURRENCY)     /* currencies.tsv and CLDR: code = ISO 4217 */       \
	K(UNIT)         /* units.tsv: percent and measures */                \
	K(COUNTRY)      /* countries.tsv and CLDR: code = ISO 3166-1 */      \
	K(NATIONALITY)  /* nationalities.tsv: code = ISO 3166-1 or empty */  \
	K(PLACE)        /* places.tsv: code = country */                     \
	K(ORGANIZATION) /* organizations.tsv */                              \
	K(ORG_HEAD)     /* org_heads.tsv: flags = how the name goes on */    \
	K(ORG_WORD)     /* org_words.tsv */                                  \
	K(PERSON)       /* people.tsv: full names */                         \
	K(SURNAME)      /* people.tsv: what alone means a known person */    \
	K(GIVEN_NAME)   /* given_names.tsv */                                \
	K(FAMILY_NAME)  /* family_names.tsv */                               \
	K(TITLE)        /* titles.tsv */                                     \
	K(CUE)          /* cues.tsv: extra = lemma */                        \
	K(EVENT)        /* events.tsv: known events and heads of names */    \
	K(WORK)         /* works.tsv: products, documents, prizes, heads */  \
	K(LATIN)        /* latin.tsv and CLDR: extra = Latin spelling */     \
	K(MAP)          /* country_coordinates.tsv and CLDR */               \
	K(ARTICLE_CUE)  /* article_cues.tsv: what stands around an article */

typedef enum AnKind
{
#define AN_KIND_ENUM(k) AN_KIND_##k,
	AN_KINDS(AN_KIND_ENUM)
#undef AN_KIND_ENUM
		AN_KIND_COUNT
} AnKind;

/* Flags of a record.  The low bits are common to all kinds ... */
#define AN_FLAG_WORD 0x0001 /* more often a common word */
#define AN_FLAG_FEMININE 0x0002
#define AN_FLAG_PLURAL 0x0004
#define AN_FLAG_DUAL 0x0008
/* ... the high bits are each kind's own: see data/README.md. */
#define AN_FLAG_HIJRI 0x0100        /* MONTH */
#define AN_FLAG_OFFICE 0x0100       /* TITLE: and what it is of may follow */
#define AN_FLAG_HONORIFIC 0x0200    /* TITLE */
#define AN_FLAG_JOB 0x0400          /* TITLE */
#define AN_FLAG_KIN 0x0800          /* TITLE */
#define AN_FLAG_REF 0x1000          /* TITLE: نظيره */
#define AN_FLAG_FOLLOW_DEF 0x0100   /* ORG_HEAD */
#define AN_FLAG_FOLLOW_NAME 0x0200  /* ORG_HEAD */
#define AN_FLAG_FOLLOW_PLACE 0x0400 /* ORG_HEAD */
#define AN_FLAG_FOLLOW_L 0x0800     /* ORG_HEAD */
#define AN_FLAG_FOLLOW_AL 0x1000    /* ORG_HEAD: definite, with adjectives */
#define AN_FLAG_OF_NATION 0x2000    /* ORG_HEAD: a nation is enough */
#define AN_FLAG_ADJECTIVE 0x0100    /* ORG_WORD */
#define AN_FLAG_FIELD 0x0200        /* ORG_WORD */
#define AN_FLAG_HEAD 0x0100         /* EVENT, WORK: starts a name, is none */
#define AN_FLAG_SCALE 0x0100        /* NUMBER: thousand, million ... */
#define AN_FLAG_FRACTION 0x0200     /* NUMBER: half, third ... */
#define AN_FLAG_ORDINAL 0x0400      /* NUMBER: first, second ... */
#define AN_FLAG_TENS 0x0800         /* NUMBER: twenty ... ninety */
#define AN_FLAG_PERCENT 0x0100      /* UNIT: في المئة, بالمائة */
#define AN_FLAG_LABEL 0x0200  /* UNIT: المادة 5: what numbers name */
#define AN_FLAG_BARE 0x0100   /* CURRENCY: دينار: country decides code */
#define AN_FLAG_UNISEX 0x0100 /* GIVEN_NAME */
#define AN_FLAG_OPEN 0x0100   /* FORM: what is nearly as likely is kept */

/*
 * What the value of a record may be, by kind.  The second member is the word
 * that the data files use.  Values begin at 1: 0 is none.
 */
/* clang-format off */
#define AN_PARTS_OF_SPEECH(V) /* WORD */ \
	V(POS_NOUN, "noun") \
	V(POS_ADJ, "adj") \
	V(POS_VERB, "verb") \
	V(POS_NAME, "name") \
	V(POS_PART, "part") \
	V(POS_NUM, "num")

#define AN_TIME_KINDS(V) /* TIME: in the flags, see AN_TIME_KIND() */ \
	V(TIME_DATE, "date") \
	V(TIME_NOUN, "noun") \
	V(TIME_SEASON, "season") \
	V(TIME_DECADE, "decade") \
	V(TIME_MODIFIER, "modifier") \
	V(TIME_THIS, "this") \
	V(TIME_PART, "part") \
	V(TIME_SHIFT, "shift") \
	V(TIME_FUTURE, "future") \
	V(TIME_PAST, "past") \
	V(TIME_BAR, "bar") \
	V(TIME_LINK, "link") \
	V(TIME_ABOUT, "about") \
	V(TIME_CLOCK, "clock") \
	V(TIME_FIRST, "first")

#define AN_TIME_UNITS(V) /* TIME: in the flags, see AN_TIME_UNIT() */ \
	V(UNIT_MINUTE, "minute") \
	V(UNIT_HOUR, "hour") \
	V(UNIT_DAY, "day") \
	V(UNIT_WEEK, "week") \
	V(UNIT_WEEKEND, "weekend") \
	V(UNIT_MONTH, "month") \
	V(UNIT_QUARTER, "quarter") \
	V(UNIT_SEASON, "season") \
	V(UNIT_YEAR, "year") \
	V(UNIT_DECADE, "decade") \
	V(UNIT_CENTURY, "century")

#define AN_PLACE_KINDS(V) /* PLACE */ \
	V(PLACE_CAPITAL, "capital") \
	V(PLACE_CITY, "city") \
	V(PLACE_REGION, "region") \
	V(PLACE_STATE, "state") \
	V(PLACE_DISTRICT, "district") \
	V(PLACE_CAMP, "camp") \
	V(PLACE_SEA, "sea") \
	V(PLACE_GULF, "gulf") \
	V(PLACE_STRAIT, "strait") \
	V(PLACE_RIVER, "river") \
	V(PLACE_LAKE, "lake") \
	V(PLACE_CANAL, "canal") \
	V(PLACE_MOUNTAIN, "mountain") \
	V(PLACE_ISLAND, "island") \
	V(PLACE_DESERT, "desert") \
	V(PLACE_CONTINENT, "continent") \
	V(PLACE_AREA, "area") \
	V(PLACE_BORDER, "border") \
	V(PLACE_AIRPORT, "airport") \
	V(PLACE_SQUARE, "square")

#define AN_ORG_KINDS(V) /* ORGANIZATION, ORG_HEAD */ \
	V(ORG_INTERNATIONAL, "international") \
	V(ORG_GOVERNMENT, "government") \
	V(ORG_PARTY, "party") \
	V(ORG_COMPANY, "company") \
	V(ORG_CLUB, "club") \
	V(ORG_FEDERATION, "federation") \
	V(ORG_AGENCY, "agency") \
	V(ORG_MEDIA, "media") \
	V(ORG_UNIVERSITY, "university") \
	V(ORG_BANK, "bank") \
	V(ORG_ARMED, "armed") \
	V(ORG_UNION, "union") \
	V(ORG_COURT, "court") \
	V(ORG_NGO, "ngo") \
	V(ORG_PARLIAMENT, "parliament")

#define AN_ORIGINS(V) /* GIVEN_NAME */ \
	V(ORIGIN_ARAB, "arab") \
	V(ORIGIN_WESTERN, "western") \
	V(ORIGIN_SLAVIC, "slavic") \
	V(ORIGIN_TURKIC, "turkic") \
	V(ORIGIN_PERSIAN, "persian") \
	V(ORIGIN_INDIC, "indic") \
	V(ORIGIN_EASTASIAN, "eastasian") \
	V(ORIGIN_AFRICAN, "african") \
	V(ORIGIN_HEBREW, "hebrew")

#define AN_CUE_KINDS(V) /* CUE */ \
	V(CUE_SPEECH, "speech") \
	V(CUE_STANCE, "stance") \
	V(CUE_SOURCE, "source") \
	V(CUE_MOTION, "motion") \
	V(CUE_MEET, "meet") \
	V(CUE_OTHER, "other")

#define AN_ARTICLE_CUES(V) /* ARTICLE_CUE */ \
	V(ARTICLE_AUTHOR, "author") \
	V(ARTICLE_REPORT, "report") \
	V(ARTICLE_PUBLISHER, "publisher") \
	V(ARTICLE_SOURCE, "source") \
	V(ARTICLE_AGENCIES, "agencies") \
	V(ARTICLE_IMAGE, "image") \
	V(ARTICLE_PUBLISHED, "published") \
	V(ARTICLE_UPDATED, "updated") \
	V(ARTICLE_CLOCK, "clock") \
	V(ARTICLE_AGO, "ago") \
	V(ARTICLE_VIEWS, "views") \
	V(ARTICLE_SHARE, "share") \
	V(ARTICLE_RELATED, "related") \
	V(ARTICLE_TAGS, "tags") \
	V(ARTICLE_LANGUAGE, "language") \
	V(ARTICLE_SECTION, "section") \
	V(ARTICLE_RIGHTS, "rights") \
	V(ARTICLE_END, "end")
/* clang-format on */

#define AN_VALUE_ENUM(id, word) AN_##id,
typedef enum AnPartOfSpeech
{
	AN_POS_NONE,
	AN_PARTS_OF_SPEECH(AN_VALUE_ENUM) AN_POS_COUNT
} AnPartOfSpeech;

typedef enum AnTimeKind
{
	AN_TIME_NONE,
	AN_TIME_KINDS(AN_VALUE_ENUM) AN_TIME_COUNT
} AnTimeKind;

typedef enum AnTimeUnit
{
	AN_UNIT_NONE,
	AN_TIME_UNITS(AN_VALUE_ENUM) AN_UNIT_COUNT
} AnTimeUnit;

typedef enum AnPlaceKind
{
	AN_PLACE_NONE,
	AN_PLACE_KINDS(AN_VALUE_ENUM) AN_PLACE_COUNT
} AnPlaceKind;

typedef enum AnOrgKind
{
	AN_ORG_NONE,
	AN_ORG_KINDS(AN_VALUE_ENUM) AN_ORG_COUNT
} AnOrgKind;

typedef enum AnOrigin
{
	AN_ORIGIN_NONE,
	AN_ORIGINS(AN_VALUE_ENUM) AN_ORIGIN_COUNT
} AnOrigin;

typedef enum AnCueKind
{
	AN_CUE_NONE,
	AN_CUE_KINDS(AN_VALUE_ENUM) AN_CUE_COUNT
} AnCueKind;

typedef enum AnArticleCue
{
	AN_ARTICLE_NONE,
	AN_ARTICLE_CUES(AN_VALUE_ENUM) AN_ARTICLE_CUE_COUNT
} AnArticleCue;
#undef AN_VALUE_ENUM

/* Unit and kind of a TIME record lie above its common flags, 4 bits each. */
#define AN_TIME_UNIT_SHIFT 8
#define AN_TIME_KIND_SHIFT 12
#define AN_TIME_UNIT(record) \
	((AnTimeUnit) ((record)->flags >> AN_TIME_UNIT_SHIFT & 15))
#define AN_TIME_KIND(record) \
	((AnTimeKind) ((record)->flags >> AN_TIME_KIND_SHIFT))

/* A WORD may be of several parts of speech: the flag of each. */
#define AN_FLAG_POS(part) (0x0080 << (part))

/*
 * Keys that are no words of a text begin with a character that no folded word
 * has, so that readers of texts never meet them.
 */
#define AN_KEY_LATIN '\1' /* then a phrase: its sense is a LATIN */
#define AN_KEY_MAP '\2'   /* then ISO 3166-1 alpha-2: its sense is a MAP */

/* A MAP's value: where a country lies, in thousandths of a degree. */
#define AN_MAP_VALUE(latitude, longitude) \
	(((int64_t) (latitude) + 90000) * 1000000 + (longitude) + 180000)
#define AN_MAP_LATITUDE(record) ((int) ((record)->value / 1000000) - 90000)
#define AN_MAP_LONGITUDE(record) ((int) ((record)->value % 1000000) - 180000)

typedef struct AnRecord
{
	uint32_t name;  /* string: canonical spelling */
	uint32_t extra; /* string, or 0 for none */
	int64_t value;
	char code[4];  /* ISO code, NUL-padded */
	uint16_t kind; /* AnKind */
	uint16_t flags;
} AnRecord;

typedef struct AnBlock AnBlock;

/* What a phrase means. */
typedef struct AnEntry
{
	const uint32_t *senses; /* numbers of records, for an_record() */
	int nsenses;            /* 0: only the start of longer phrases */
	bool more;              /* longer phrases begin with these words */
} AnEntry;

/* The block linked into this program (builtin.c); the only name for it. */
extern const AnBlock *an_store(void);

/* How many bytes were linked in: what an_store_valid() is to be asked with. */
extern size_t an_store_linked_size(void);

/*
 * Whether size bytes at p begin with a block of this version: magic, layout
 * version, byte order, size.  Cheap: reads the header only.
 */
extern bool an_store_valid(const void *p, size_t size);

/* Whether every byte of the block is as the build wrote it, all bounds too. */
extern bool an_store_verify(const void *p, size_t size);

extern size_t an_store_size(const AnBlock *block);

/*
 * Raised whenever the code makes other lexemes or facts of the same data, so
 * that users know when to index again.
 */
#define AN_RULES_VERSION 4u

/* Version of the language data: changes whenever lexemes or facts may. */
extern uint32_t an_store_data_version(const AnBlock *block);

/* Looks a phrase up; false where the store has nothing under it. */
extern bool an_store_find(const AnBlock *block, const char *key, size_t len,
						  AnEntry *entry);

/* How many records there are: their numbers begin with 0. */
extern uint32_t an_store_records(const AnBlock *block);

extern const AnRecord *an_record(const AnBlock *block, uint32_t number);

/* A string of the pool, NUL-terminated; "" for offset 0. */
extern const char *an_string(const AnBlock *block, uint32_t offset);

/* The first sense of this kind under key, or NULL. */
extern const AnRecord *an_store_sense(const AnBlock *block, const char *key,
									  size_t len, AnKind kind);

/*
 * A cheap filter before an_store_find(): whether a folded word of these bytes
 * can begin a month name of more than one word.  Its last six bytes will do.
 */
extern bool an_store_month_start(const AnBlock *block, const char *word,
								 size_t len);

/*
 * First day of a Hijri month (Umm al-Qura, from ICU at build time) as days
 * since 1970-01-01; false outside the years that the table holds.
 */
extern bool an_store_hijri(const AnBlock *block, int year, int month,
						   int32_t *day);

#endif /* AN_STORE_H */
