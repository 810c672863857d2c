/*
 * text.h
 *	  Bytes to words: the face of src/text.
 *
 * Takes UTF-8 text as (pointer, length in bytes), not NUL-terminated, any
 * bytes at all, and gives code points, classes, normalized text and tokens.
 * All positions are byte offsets into the text that was given.  Nothing here
 * knows PostgreSQL, a locale or ICU: the tables were made from ICU when the
 * extension was built (src/build/gen_unicode.c), so that an upgrade of ICU
 * cannot change what an index holds.
 *
 * Memory comes from the caller's AnEnv and is never freed by the core: it
 * belongs to whatever arena (memory context) the caller put behind it.
 */
#ifndef AN_TEXT_H
#define AN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct AnBlock; /* store/store.h */

/* ---- The two things that the core asks of its surroundings ---- */

typedef struct AnEnv
{
	/*
	 * Allocates size bytes, aligned for any type, uninitialised.  Never
	 * returns NULL; it may not return at all (PostgreSQL's palloc throws), so
	 * the core owns nothing outside the arena while it calls this.
	 */
	void *(*alloc)(struct AnEnv *env, size_t size);

	/*
	 * True when work should stop (query cancel); the core then unwinds.  Like
	 * alloc it may not return at all.
	 */
	bool (*poll)(struct AnEnv *env);
} AnEnv;

typedef enum AnStatus
{
	AN_OK = 0,
	AN_CANCELLED, /* poll said so */
	AN_TOO_LARGE  /* the result would not fit AN_MAX_TEXT */
} AnStatus;

/* Results stay below what a varlena can hold. */
#define AN_MAX_TEXT ((size_t) 0x3fffff00)

/* Long loops poll once in so many bytes. */
#define AN_POLL_BYTES ((size_t) 65536)

/* ---- UTF-8 (utf8.c) ---- */

#define AN_REPLACEMENT 0xFFFD

/*
 * Decodes one code point at s (s < end).  Gives the number of bytes taken, at
 * least 1; bytes that are no well-formed UTF-8 (overlong forms, surrogates,
 * values above U+10FFFF, cut sequences) are taken one at a time and give
 * AN_REPLACEMENT.
 */
extern int an_utf8_decode(const char *s, const char *end, uint32_t *cp);

/* Writes cp (a scalar value) to out, 1 to 4 bytes; gives how many. */
extern int an_utf8_encode(uint32_t cp, char *out);

/* Number of code points in [s, s + len), malformed bytes counting one each. */
extern size_t an_utf8_length(const char *s, size_t len);

/* ---- Classes of characters (chars.c over the generated tables) ---- */

typedef enum AnClass
{
	AN_CLASS_OTHER = 0, /* blanks, punctuation, symbols, unassigned */
	AN_CLASS_ARABIC,    /* letter of the Arabic script, presentation
								 * forms and ligatures too */
	AN_CLASS_ASCII,     /* A-Z a-z */
	AN_CLASS_LETTER,    /* any other letter */
	AN_CLASS_MARK,      /* combining mark of any script: part of the
								 * word that it stands in */
	AN_CLASS_TATWEEL,   /* U+0640 */
	AN_CLASS_IGNORABLE, /* default ignorable: bidi controls, joiners,
								 * soft hyphen, variation selectors */
	AN_CLASS_DIGIT,     /* 0-9, Arabic-Indic, extended Arabic-Indic */
	AN_CLASS_NUMBER     /* digits and numbers of other scripts */
} AnClass;

extern AnClass an_class(uint32_t cp);

/* Value 0-9 of a digit of AN_CLASS_DIGIT, else -1. */
extern int an_digit(uint32_t cp);

/* Simple lower case of one code point (Unicode simple case mapping). */
extern uint32_t an_lower(uint32_t cp);

/* ---- Normalization (normalize.c) ---- */

/*
 * AN_UNICODE: NFKC, then without default-ignorable characters and tatweel.
 * AN_ORTHOGRAPHY: and no Arabic diacritics (harakat, tanween, shadda, sukun,
 * dagger alef, Quranic signs); Persian and Urdu look-alikes are Arabic
 * letters (ک to ك, ی to ي, ہ to ه ...).
 * AN_SEARCH: and آ أ إ ٱ are ا, final ى is ي, ة is ه, digits are ASCII.
 */
typedef enum AnLevel
{
	AN_UNICODE,
	AN_ORTHOGRAPHY,
	AN_SEARCH
} AnLevel;

typedef struct AnNormalized
{
	const char *str; /* src itself when nothing changed */
	size_t len;
	bool changed;

	/*
	 * If asked for: map[i] is the byte offset in src of the character that
	 * byte i of str came from, map[len] = length of src; non-decreasing at
	 * the first bytes of characters.  NULL when nothing changed (identity).
	 */
	const uint32_t *map;
} AnNormalized;

/*
 * Normalizes src in one linear pass; allocates only when something changes.
 * Bytes that are no UTF-8 become U+FFFD.
 */
extern AnStatus an_normalize(AnEnv *env, const char *src, size_t len,
							 AnLevel level, bool want_map, AnNormalized *out);

/*
 * The same for one short word into the caller's buffer, at AN_SEARCH, with
 * Latin and other cased letters in lower case, without allocation: what the
 * index and every look-up in the store see.  Gives the length, or 0 when the
 * result is empty or would not fit dstlen (AN_FOLD_MAX(len) always fits).
 */
extern size_t an_fold(const char *src, size_t len, char *dst, size_t dstlen);

#define AN_FOLD_MAX(len) ((len) *12 + 16)

/* ---- Tokens (tokens.c) ---- */

/*
 * Token types: 1 to 23 mean what they mean to PostgreSQL's default parser, so
 * that its headline code works on ours; from 24 on they are our own.
 */
typedef enum AnTokenType
{
	AN_TOKEN_END = 0,
	AN_TOKEN_ASCIIWORD = 1, /* Latin word of ASCII letters */
	AN_TOKEN_WORD = 2,      /* word of any other script but Arabic */
	AN_TOKEN_NUMWORD = 3,   /* letters and digits: G20, covid19 */
	AN_TOKEN_EMAIL = 4,
	AN_TOKEN_HOST = 6,
	AN_TOKEN_VERSION = 8,  /* 10.15.7, 192.168.0.1 */
	AN_TOKEN_BLANK = 12,   /* spaces, punctuation, marks of markdown */
	AN_TOKEN_TAG = 13,     /* HTML tag, comment, script or style */
	AN_TOKEN_URL = 18,     /* with or without protocol; number of the
								 * default's url_path, since headlines leave
								 * out what has that of its url (5) */
	AN_TOKEN_FLOAT = 20,   /* 2.49, ٢٫٤٩ */
	AN_TOKEN_INTEGER = 22, /* 1,000,000 or ٢٠٢٢ */
	AN_TOKEN_ENTITY = 23,  /* &nbsp; &#1548; */
	AN_TOKEN_ARABIC = 24,  /* word of Arabic letters */
	AN_TOKEN_MONTH = 25,   /* two-word month, or a pair of month names */
	AN_TOKEN_DATE = 26,    /* 15/10/2022, ٢٠٢٢/١٠/١٥, 2022-10-15 */
	AN_TOKEN_PERCENT = 27, /* 46.6%, ٪٤٦ */
	AN_TOKEN_ACRONYM = 28, /* أ.ف.ب, U.N. */
	AN_TOKEN_HASHTAG = 29, /* #كأس_العالم with its # */
	AN_TOKEN_MENTION = 30, /* @name */
	AN_TOKEN_CLITIC = 31,  /* proclitic with tatweel that stands alone:
								 * الـ before 30, بـ before a quotation */
	AN_TOKEN_LAST = 31
} AnTokenType;

/* Every token is shorter than this: core drops longer ones. */
#define AN_TOKEN_MAX 2047

typedef struct AnToken
{
	size_t start; /* byte offsets, end exclusive */
	size_t end;
	AnTokenType type;
} AnToken;

typedef struct AnScanner
{
	const struct AnBlock *block; /* for the names of months */
	const char *text;
	size_t len;
	size_t pos;

	/* the tokenizer's own: what it already knows of the text ahead */
	size_t no_tag_before;   /* no tag begins before this place */
	size_t no_email_before; /* nor an address */
	size_t no_host_before;
	unsigned absent;    /* ends of markup that the rest has not */
	size_t ahead_until; /* up to here all is ahead_type */
	AnTokenType ahead_type;
} AnScanner;

extern void an_scan_start(AnScanner *scan, const struct AnBlock *block,
						  const char *text, size_t len);

/*
 * The next token; false at the end.  Tokens follow each other without gap or
 * overlap: every byte is in exactly one, blanks too.  No token splits a
 * character.  Bounded work a call: no allocation, no poll.
 */
extern bool an_scan_next(AnScanner *scan, AnToken *token);

/*
 * The number in a token of type INTEGER, FLOAT or PERCENT as ASCII digits with
 * a full stop before the fraction and nothing between thousands: what in it
 * separates what, only the tokenizer's own rules can tell (1.900.000 and
 * 2.500, 1,234 and 2,5).  Gives the length, at most len; 0 if there is no
 * number or it does not fit.
 */
extern size_t an_number_text(const char *token, size_t len, char *out,
							 size_t outlen);

/*
 * The same, but what is longer than a token may be (a script, a tag with an
 * image in it) comes whole.
 */
extern bool an_scan_whole(AnScanner *scan, AnToken *token);

/* Name ("arabic") and description of a type, NULL for a number unused. */
extern const char *an_token_name(int type);
extern const char *an_token_description(int type);

/* ---- Markup (html.c): what tags and character references say ---- */

/* The character of an ENTITY token; false for a name that is not known. */
extern bool an_html_reference(const char *s, size_t len, uint32_t *cp);

#define AN_HTML_NAME 12 /* names are cut to fit, all that matter do */

typedef struct AnHtmlTag
{
	char name[AN_HTML_NAME]; /* in small letters */
	bool closing;

	const char *attributes; /* what is left of them */
	const char *end;
} AnHtmlTag;

typedef struct AnHtmlAttribute
{
	const char *name; /* as written */
	size_t name_len;
	const char *value; /* without quotation marks, references as they are */
	size_t value_len;
} AnHtmlAttribute;

/* Reads a TAG token; false for a comment, a doctype and their like. */
extern bool an_html_tag(const char *s, size_t len, AnHtmlTag *tag);

/* The tag's next attribute; false behind the last one. */
extern bool an_html_next_attribute(AnHtmlTag *tag, AnHtmlAttribute *out);

/* Whether these bytes are this name (in small letters), in any case. */
extern bool an_html_is(const char *s, size_t len, const char *name);

extern bool an_html_one_of(const char *name, const char names[][AN_HTML_NAME],
						   size_t n);

/* Whether an element stands inside a line of text; all others end it. */
extern bool an_html_inline(const char *name);

/* ---- Tables in memory ---- */

/* FNV-1a, 32 bits: for tables that live no longer than a call or a session. */
static inline uint32_t
an_hash(const char *s, size_t len)
{
	uint32_t hash = 2166136261u;

	while (len-- > 0)
		hash = (hash ^ (unsigned char) *s++) * 16777619u;
	return hash;
}

#endif /* AN_TEXT_H */
