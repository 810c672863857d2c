/*
 * tables.h
 *	  Layout of the tables that src/build/gen_unicode.c prints; private to
 *	  src/text.
 *
 * The tables are const integers without pointers: they lie in .rodata, need
 * no relocation and are shared by all processes.  They are defined once, by
 * chars.c, which includes the generated unicode_tables.h.  They have external
 * linkage and are not hidden: code that PostgreSQL's JIT compiler copies out of
 * this library finds them by name.
 */
#ifndef AN_TABLES_H
#define AN_TABLES_H

#include "text/text.h"

/*
 * What the levels fold, one code point for another, beyond what Unicode says:
 * (from, to, the first level that does it).  Applied once, to composed text,
 * never in a chain.  All are below U+0800, so that they fit the quick table.
 *
 * Persian, Urdu, Kurdish and Uyghur keyboards put their own letters, which
 * look the same in some position of the word, into Arabic text.  A hamza that
 * they carry (U+06C0, U+06C2, U+06D3) marks a Persian or Urdu ending, not an
 * Arabic letter, and goes.  Dotless letters of old script (U+066E, U+066F)
 * stay: they are not typed by mistake.
 *
 * The last group is what a search overlooks.  Three things of AN_SEARCH are
 * not in the list, since they depend on more than the character: digits
 * (an_digit), U+0649 at the end of a word, and U+0674 after alef, which is
 * what NFKC leaves of U+0675.
 */
#define AN_FOLDINGS(X)                                                    \
	X(0x06A9, 0x0643, AN_ORTHOGRAPHY) /* keheh: kaf */                    \
	X(0x06AA, 0x0643, AN_ORTHOGRAPHY) /* swash kaf: kaf */                \
	X(0x06CC, 0x064A, AN_ORTHOGRAPHY) /* Farsi yeh: yeh */                \
	X(0x06CD, 0x064A, AN_ORTHOGRAPHY) /* yeh with tail: yeh */            \
	X(0x06D0, 0x064A, AN_ORTHOGRAPHY) /* e: yeh */                        \
	X(0x06D2, 0x064A, AN_ORTHOGRAPHY) /* yeh barree: yeh */               \
	X(0x06D3, 0x064A, AN_ORTHOGRAPHY) /* yeh barree with hamza: yeh */    \
	X(0x06BE, 0x0647, AN_ORTHOGRAPHY) /* heh doachashmee: heh */          \
	X(0x06C0, 0x0647, AN_ORTHOGRAPHY) /* heh with yeh above: heh */       \
	X(0x06C1, 0x0647, AN_ORTHOGRAPHY) /* heh goal: heh */                 \
	X(0x06C2, 0x0647, AN_ORTHOGRAPHY) /* heh goal with hamza: heh */      \
	X(0x06D5, 0x0647, AN_ORTHOGRAPHY) /* ae: heh */                       \
	X(0x06C3, 0x0629, AN_ORTHOGRAPHY) /* teh marbuta goal: teh marbuta */ \
                                                                          \
	X(0x0622, 0x0627, AN_SEARCH) /* alef with madda: alef */              \
	X(0x0623, 0x0627, AN_SEARCH) /* alef with hamza above: alef */        \
	X(0x0625, 0x0627, AN_SEARCH) /* alef with hamza below: alef */        \
	X(0x0671, 0x0627, AN_SEARCH) /* alef wasla: alef */                   \
	X(0x0672, 0x0627, AN_SEARCH) /* alef, wavy hamza above: alef */       \
	X(0x0673, 0x0627, AN_SEARCH) /* alef, wavy hamza below: alef */       \
	X(0x0629, 0x0647, AN_SEARCH) /* teh marbuta: heh */                   \
	X(0x06C3, 0x0647, AN_SEARCH) /* teh marbuta goal: heh */

#define AN_ALEF 0x0627
#define AN_TATWEEL 0x0640
#define AN_ALEF_MAKSURA 0x0649
#define AN_YEH 0x064A
#define AN_HIGH_HAMZA 0x0674

/*
 * Tries of three stages, over all code points: 4096, 64 and 64 of them.
 */
#define AN_TRIE(name, cp)                                                    \
	(name##_leaf[(uint32_t)                                                  \
						 name##_mid[(uint32_t) name##_top[(cp) >> 12] << 6 | \
									((cp) >> 6 & 63)]                        \
					 << 6 |                                                  \
				 ((cp) &63)])

/* AnClass of each code point. */
extern const uint8_t an_class_top[];
extern const uint16_t an_class_mid[];
extern const uint8_t an_class_leaf[];

/*
 * What normalization does with each code point:
 *
 * 0			stands for itself and is a boundary: whatever comes before
 *				cannot change it
 * AN_NORM_...	as named
 * marks		AN_NORM_MARK + 4 * (canonical combining class), plus
 *				AN_NORM_BACK if the mark can be the second of a composition,
 *				plus AN_NORM_ARABIC if it is a mark of the Arabic script; the
 *				overlay of U+10EFC, of class 0, is part of its letter
 * above		AN_NORM_POOL + index into an_norm_pool, where one unit holds the
 *				length of the full compatibility decomposition in UTF-16 units,
 *				plus AN_POOL_KEEP if the character is normalized and a boundary
 *				all the same; then those units
 */
#define AN_NORM_REMOVED 1 /* default ignorable, or tatweel */
#define AN_NORM_HANGUL 2  /* syllable, decomposed by arithmetic */
#define AN_NORM_STARTER 3 /* class 0, may compose with what precedes */
#define AN_NORM_MARK 0x0200
#define AN_NORM_BACK 1
#define AN_NORM_ARABIC 2
#define AN_NORM_POOL 0x0600
#define AN_POOL_KEEP 0x40
#define AN_POOL_LEN 0x3F

extern const uint8_t an_norm_top[];
extern const uint16_t an_norm_mid[];
extern const uint16_t an_norm_leaf[];
extern const uint16_t an_norm_pool[];

/* Canonical compositions but Hangul, in order of (first, second). */
typedef struct AnPair
{
	uint32_t first;
	uint32_t second;
	uint32_t composed;
} AnPair;

extern const AnPair an_pairs[];
extern const uint32_t an_pair_count;

/* Lower case: first, first + step ... last are mapped by adding delta. */
typedef struct AnLowerRange
{
	uint32_t first;
	uint32_t last;
	int32_t delta;
	uint32_t step;
} AnLowerRange;

extern const AnLowerRange an_lower_ranges[];
extern const uint32_t an_lower_count;

/*
 * The quick table: for each level, what becomes of the code points that two
 * bytes of UTF-8 can hold (and of those below 0x80, whose two-byte form is
 * malformed: AN_QUICK_SLOW).  Kind in the high bits; kind 0 is a boundary that
 * gives the code point in the low 11 bits, in the common case itself.
 */
#define AN_QUICK_VALUE 0x07FF
#define AN_QUICK_KIND 0xF800
#define AN_QUICK_DROP 0x0800    /* gives nothing */
#define AN_QUICK_MARK 0x1000    /* kept, never composed; value is its class */
#define AN_QUICK_DIGIT 0x1800   /* value is an ASCII digit */
#define AN_QUICK_MAKSURA 0x2000 /* yeh if it ends the word */
#define AN_QUICK_SLOW 0x2800    /* look at it closely */

extern const uint16_t an_quick[3][0x800];

#endif /* AN_TABLES_H */
