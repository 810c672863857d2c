/*
 * affixes.h
 *	  Letters and affixes of words, and what the store tells of a spelling;
 *	  private to src/morph.
 */
#ifndef AN_AFFIXES_H
#define AN_AFFIXES_H

#include "morph/morph.h"
#include "store/lexicon.h"

/* Letters by their names, in UTF-8: every one takes two bytes. */
#define LETTER ((size_t) 2)
#define ALEF "\xd8\xa7"
#define BA "\xd8\xa8"
#define TA_MARBUTA "\xd8\xa9"
#define TA "\xd8\xaa"
#define SIN "\xd8\xb3"
#define FA "\xd9\x81"
#define KAF "\xd9\x83"
#define LAM "\xd9\x84"
#define MIM "\xd9\x85"
#define NUN "\xd9\x86"
#define HA "\xd9\x87"
#define WAW "\xd9\x88"
#define YA "\xd9\x8a"
#define HAMZA "\xd8\xa1"
#define MAKSURA "\xd9\x89"
#define YA_HAMZA "\xd8\xa6"

/* The same as numbers, for an_letter(). */
#define L_HAMZA 0xd8a1
#define L_ALEF_MADDA 0xd8a2
#define L_ALEF_HAMZA 0xd8a3
#define L_WAW_HAMZA 0xd8a4
#define L_ALEF_BELOW 0xd8a5
#define L_YA_HAMZA 0xd8a6
#define L_ALEF 0xd8a7
#define L_BA 0xd8a8
#define L_TA_MARBUTA 0xd8a9
#define L_TA 0xd8aa
#define L_SIN 0xd8b3
#define L_FA 0xd981
#define L_KAF 0xd983
#define L_LAM 0xd984
#define L_MIM 0xd985
#define L_NUN 0xd986
#define L_HA 0xd987
#define L_WAW 0xd988
#define L_MAKSURA 0xd989
#define L_YA 0xd98a
#define L_WASLA 0xd9b1

/*
 * A word as it is looked up: its folded letters, and the same letters as they
 * were written (أ, ة and ى kept apart), one for one.
 */
typedef struct AnSpelling
{
	char folded[AN_WORD_MAX + 8];
	char written[AN_WORD_MAX + 8];
	size_t len;
} AnSpelling;

static inline unsigned
an_letter(const char *s, size_t i)
{
	const unsigned char *p = (const unsigned char *) s + LETTER * i;

	return (unsigned) p[0] << 8 | p[1];
}

static inline bool
an_begins(const char *s, size_t len, const char *with, size_t n)
{
	return len >= n && __builtin_memcmp(s, with, n) == 0;
}

static inline bool
an_ends(const char *s, size_t len, const char *with, size_t n)
{
	return len >= n && __builtin_memcmp(s + len - n, with, n) == 0;
}

/* ---- Spelling (spelling.c) ---- */

/* Whether every character of a folded word takes two bytes, as ours do. */
extern bool an_all_arabic(const char *folded, size_t len);

/*
 * Sets the letters of a word as written, one for one with the folded ones
 * that out has.  Where the two do not run side by side (ligatures), the
 * folded ones stand for both.
 */
extern void an_spell(const char *word, size_t len, AnSpelling *out);

/*
 * Folded and written letters of any word; false if it folds to nothing or is
 * longer than AN_WORD_MAX.
 */
extern bool an_spelling_of(const char *word, size_t len, AnSpelling *out);

/* ---- Affixes (affixes.c) ---- */

/*
 * The proclitics that a word may have as it is written (an_proclitics() sees
 * folded letters only), and the bytes up to the end of the article, or 0.
 */
extern int an_proclitics_of(const AnSpelling *word, uint8_t *lengths, int max,
							size_t *article);

/* ---- Lexemes (lexemes.c) ---- */

/* Adds one, unless there is no room left, or nothing in it. */
extern void an_add_lexeme(AnLexemes *out, const char *s, size_t len,
						  int variant);

#endif /* AN_AFFIXES_H */
