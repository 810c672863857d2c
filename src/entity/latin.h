/*
 * latin.h
 *	  Latin letters for one Arabic word; private to src/entity.
 */
#ifndef AN_LATIN_H
#define AN_LATIN_H

#include "text/text.h"

/* A longer word is written in parts of so many letters. */
#define AN_LATIN_LETTERS 120

/* What one part may become. */
#define AN_LATIN_ROOM (AN_LATIN_LETTERS * 8)

typedef enum AnVowels
{
	AN_VOWELS_WRITTEN, /* all that are heard have their marks */
	AN_VOWELS_GUESSED,
	AN_VOWELS_ARABIC /* guessed, of a word that is surely Arabic */
} AnVowels;

/*
 * Writes the letters [s, end) of one word to out, which has AN_LATIN_ROOM
 * bytes, all small; takes at most AN_LATIN_LETTERS of them.  *used says how
 * many bytes of the word it took.  construct: a final ة is heard as t.
 */
extern size_t an_latin_letters(const char *s, const char *end, AnVowels vowels,
							   bool construct, char *out, size_t *used);

#endif /* AN_LATIN_H */
