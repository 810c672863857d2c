/*
 * sounds.h
 *	  Words as sounds, one byte each: what the rules of morphology work on.
 *
 * Consonants (after Buckwalter): ' b t v j H x d * r z s $ S D T Z E g f q k
 * l m n h w y, doubled ones twice.  Vowels: a u i, long A U I.  p is ة, Y a
 * long a that is written ى, { the ا of wasl, which is silent.
 */
#ifndef AN_BUILD_SOUNDS_H
#define AN_BUILD_SOUNDS_H

#include <stdbool.h>
#include <stddef.h>

/* Sounds of one word, NUL-terminated. */
#define AN_SOUNDS_MAX 64
typedef char AnSounds[AN_SOUNDS_MAX];

/* Bytes of a word's spelling with its marks. */
#define AN_SPELLING_MAX 256

extern bool an_is_consonant(char sound);
extern bool an_is_short(char sound);
extern bool an_is_long(char sound);

/*
 * Sounds of a word in the vocalised spelling of data/CONVENTIONS.md; false
 * where it is no such spelling, with *why set to the reason.
 */
extern bool an_sounds(const char *spelling, size_t len, AnSounds out,
					  const char **why);

/* Sounds of a root, which is written without vowels; false if it is none. */
extern bool an_root_sounds(const char *root, AnSounds out);

/*
 * The spelling of a stem before the sound next (see grammar.h: 0 for the
 * word's end, - for a consonant); out has AN_SPELLING_MAX bytes.
 */
extern void an_spell_sounds(const char *sounds, char next, char *out);

/* Sounds that follow each other as one: uw before a consonant is U ... */
extern void an_join_sounds(AnSounds s);

/* The spelling without its marks; gives its length. */
extern size_t an_strip_marks(const char *spelling, char *out);

/* ---- hamza.c ---- */

typedef enum AnSeat
{
	AN_SEAT_ALONE, /* ء */
	AN_SEAT_ALEF,  /* أ */
	AN_SEAT_BELOW, /* إ */
	AN_SEAT_WAW,   /* ؤ */
	AN_SEAT_YA,    /* ئ */
	AN_SEAT_MADDA  /* آ, which holds the long a behind it */
} AnSeat;

/*
 * How the hamza at sounds[i] is spelled; next is what stands behind the last
 * sound (0, -, a u i A U I), which for a hamza at the end decides.
 */
extern AnSeat an_hamza_seat(const char *sounds, size_t i, char next);

/* Whether the letter of a sound is joined to the next letter. */
extern bool an_letter_joins(char sound);

#endif /* AN_BUILD_SOUNDS_H */
