/*
 * latin_letters.c
 *	  One Arabic word in Latin letters, by rule.
 *
 * Consonants are written as newspapers do: th, kh, dh, sh, gh for one letter,
 * nothing for ع and hamza, no dots or strokes.  Where the vowels are written
 * they are taken as they are, long ones like short ones; else a syllable that
 * has none gets an a.  Words that look foreign (بلاتر) keep the clusters of
 * consonants that Arabic has not, and hear و as o and غ as g.
 */
#include <string.h>

#include "entity/latin.h"

#define MARK_A 0x01
#define MARK_U 0x02
#define MARK_I 0x04
#define MARK_VOWEL (MARK_A | MARK_U | MARK_I)
#define MARK_AN 0x08
#define MARK_SHADDA 0x10
#define MARK_LONG_A 0x20 /* the small alef above */

typedef struct Letter
{
	uint32_t cp;
	uint8_t marks;
} Letter;

typedef struct Word
{
	Letter at[AN_LATIN_LETTERS];
	int n;
	bool foreign;
	bool construct;
	char *out;
	size_t len;
} Word;

/* Latin for the letters of U+0620 - U+064A; "" where rules decide. */
static const char basic[][3] = {
	"y",  "",  "",   "",   "",   "",  "",   "",  /* 0620: hamzas, ا */
	"b",  "",  "t",  "th", "j",  "h", "kh", "d", /* 0628 */
	"dh", "r", "z",  "s",  "sh", "s", "d",  "t", /* 0630 */
	"z",  "",  "gh", "k",  "k",  "y", "y",  "y", /* 0638 */
	"",   "f", "q",  "k",  "l",  "m", "n",  "h", "", "", "" /* 0640 */
};

/* Letters of Persian, Urdu, Kurdish, Pashto and the Maghreb. */
static const struct
{
	uint16_t cp;
	char latin[3];
} others[] = {
	{ 0x0671, "a" },  { 0x0679, "t" },  { 0x067A, "t" },  { 0x067B, "b" },
	{ 0x067C, "t" },  { 0x067E, "p" },  { 0x0680, "b" },  { 0x0681, "z" },
	{ 0x0685, "ts" }, { 0x0686, "ch" }, { 0x0688, "d" },  { 0x0689, "d" },
	{ 0x0691, "r" },  { 0x0693, "r" },  { 0x0695, "r" },  { 0x0696, "zh" },
	{ 0x0698, "zh" }, { 0x069A, "sh" }, { 0x069C, "ch" }, { 0x06A4, "v" },
	{ 0x06A5, "v" },  { 0x06A8, "g" },  { 0x06A9, "k" },  { 0x06AB, "k" },
	{ 0x06AD, "ng" }, { 0x06AF, "g" },  { 0x06B5, "l" },  { 0x06BA, "n" },
	{ 0x06BC, "n" },  { 0x06BE, "h" },  { 0x06C0, "h" },  { 0x06C1, "h" },
	{ 0x06C3, "h" },  { 0x06C6, "o" },  { 0x06C7, "u" },  { 0x06C8, "u" },
	{ 0x06CB, "v" },  { 0x06CC, "y" },  { 0x06CD, "y" },  { 0x06CE, "e" },
	{ 0x06D0, "e" },  { 0x06D2, "e" },  { 0x06D5, "a" }
};

#define ALEF 0x0627
#define MADDA 0x0622
#define ALEF_HAMZA 0x0623
#define WAW_HAMZA 0x0624
#define ALEF_BELOW 0x0625
#define YA_HAMZA 0x0626
#define TA_MARBUTA 0x0629
#define AIN 0x0639
#define GHAIN 0x063A
#define LAM 0x0644
#define HA 0x0647
#define NUN 0x0646
#define RA 0x0631
#define WAW 0x0648
#define MAKSURA 0x0649
#define YA 0x064A

static const char *
consonant(const Word *w, int i)
{
	uint32_t cp = w->at[i].cp;
	size_t k;

	if (cp == GHAIN && w->foreign)
		return "g";
	if (cp >= 0x0620 && cp <= YA)
		return basic[cp - 0x0620];
	for (k = 0; k < sizeof(others) / sizeof(others[0]); k++)
		if (others[k].cp == cp)
			return others[k].latin;
	return "";
}

static void
put(Word *w, const char *s)
{
	size_t n = strlen(s);

	memcpy(w->out + w->len, s, n);
	w->len += n;
}

static char
last(const Word *w)
{
	return w->len > 0 ? w->out[w->len - 1] : '\0';
}

static bool
ends_in_vowel(const Word *w)
{
	return w->len > 0 && strchr("aeiou", last(w)) != NULL;
}

/* ---- Decoding ---- */

static uint8_t
mark_of(uint32_t cp)
{
	switch (cp)
	{
		case 0x064B:
			return MARK_AN;
		case 0x064E:
			return MARK_A;
		case 0x064F:
			return MARK_U;
		case 0x0650:
			return MARK_I;
		case 0x0651:
			return MARK_SHADDA;
		case 0x0670:
			return MARK_LONG_A;
		default:
			return 0;
	}
}

/* Letters that words from other languages hardly have. */
static bool
arabic_only(uint32_t cp)
{
	static const uint16_t letters[] = {
		0x0621, 0x0623, 0x0624, 0x062D, 0x0630,
		0x0635, 0x0636, 0x0638, AIN,    0x0642
	};
	size_t k;

	for (k = 0; k < sizeof(letters) / sizeof(letters[0]); k++)
		if (letters[k] == cp)
			return true;
	return false;
}

static bool
looks_foreign(const Word *w)
{
	bool vowels = false;
	int i;

	for (i = 0; i < w->n; i++)
	{
		uint32_t cp = w->at[i].cp;

		if (cp > 0x0671)
			return true; /* پ چ گ ... */
		if (arabic_only(cp) && (i > 0 || cp != ALEF_HAMZA))
			return false;
		vowels |=
			cp == ALEF || cp == MADDA || (i > 0 && (cp == WAW || cp == YA));
	}
	return vowels && w->n >= 5;
}

static size_t
decode(Word *w, const char *s, const char *end)
{
	const char *at = s;

	while (at < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(at, end, &cp);

		if (an_class(cp) == AN_CLASS_ARABIC)
		{
			if (w->n == AN_LATIN_LETTERS)
				break;
			w->at[w->n].cp = cp;
			w->at[w->n++].marks = 0;
		}
		else if (w->n > 0)
			w->at[w->n - 1].marks |= mark_of(cp);
		at += size;
	}
	return (size_t) (at - s);
}

/* ---- Vowels that are written ---- */

/* The letter's own vowel; alef's fatha is heard once. */
static void
put_vowel(Word *w, uint8_t marks)
{
	if (marks & MARK_U)
		put(w, "u");
	else if (marks & MARK_I)
		put(w, "i");
	else if (marks & (MARK_A | MARK_LONG_A))
		put(w, "a");
}

static void
put_hamza(Word *w, int i)
{
	uint8_t marks = w->at[i].marks;

	if (marks & (MARK_VOWEL | MARK_LONG_A))
		put_vowel(w, marks);
	else if (w->at[i].cp == MADDA)
		put(w, "a");
	else if (i == 0)
		put(w, w->at[i].cp == ALEF_BELOW ? "i" : "a");
}

/* The alef that carries no hamza; that of الذي is the article's. */
static void
put_alef(Word *w, int i)
{
	uint8_t marks = w->at[i].marks;
	bool article =
		i + 1 < w->n && w->at[i + 1].cp == LAM && w->at[i + 1].marks != 0;

	if (i > 0)
	{
		if (last(w) != 'a' && !(w->at[i - 1].marks & MARK_AN))
			put(w, "a");
	}
	else if (marks & MARK_U)
		put(w, "u");
	else
		put(w, marks & MARK_A || article ? "a" : "i");
}

/* و and ي with vowels: a consonant, the end of ay and aw, or a long vowel. */
static void
put_glide(Word *w, int i, const char *glide, char vowel)
{
	uint8_t marks = w->at[i].marks;
	bool at_end = i == w->n - 1;

	if (marks & MARK_SHADDA && last(w) == vowel)
	{
		if (at_end && !(marks & MARK_VOWEL))
			return; /* عربيّ */
		put(w, glide);
		put(w, glide);
	}
	else if (marks & MARK_SHADDA)
	{
		put(w, glide);
		if (!at_end)
			put(w, glide);
	}
	else if (!(marks & MARK_VOWEL) && last(w) == vowel)
		return;
	else if (marks & MARK_VOWEL || i == 0 || ends_in_vowel(w) ||
			 (i + 1 < w->n && w->at[i + 1].cp == ALEF))
		put(w, glide);
	else
	{
		char s[] = { vowel, '\0' };

		put(w, s);
	}
	put_vowel(w, marks);
}

/* ة: what its fatha has not said yet. */
static void
put_ta_marbuta(Word *w, int i)
{
	bool long_vowel = i > 0 && w->at[i - 1].cp == ALEF;

	if (i + 1 < w->n || w->construct || long_vowel)
	{
		if (!ends_in_vowel(w))
			put(w, "a");
		put(w, "t");
		put_vowel(w, w->at[i].marks);
	}
	else if (last(w) != 'a')
		put(w, "a");
}

static void
put_consonant(Word *w, int i, uint8_t marks)
{
	const char *latin = consonant(w, i);

	/* the pronoun behind a consonant: kitabuh */
	if (w->at[i].cp == HA && i > 1 && i == w->n - 1 && !ends_in_vowel(w))
		put(w, "u");
	put(w, latin);
	if (marks & MARK_SHADDA && strlen(latin) == 1 && w->len > 1)
		put(w, latin);
}

/* ع after a and before a consonant makes it long: Saad, Jaafar. */
static bool
lengthens(const Word *w, int i)
{
	return w->at[i].cp == AIN && last(w) == 'a' && i + 1 < w->n &&
		   *consonant(w, i + 1) != '\0';
}

static void
write_marked(Word *w)
{
	int i;

	for (i = 0; i < w->n; i++)
	{
		uint8_t marks = w->at[i].marks;

		switch (w->at[i].cp)
		{
			case ALEF:
				put_alef(w, i);
				break;
			case MAKSURA:
				if (!ends_in_vowel(w))
					put(w, "a");
				break;
			case MADDA:
			case ALEF_HAMZA:
			case ALEF_BELOW:
			case WAW_HAMZA:
			case YA_HAMZA:
			case 0x0621:
				put_hamza(w, i);
				break;
			case WAW:
				put_glide(w, i, "w", 'u');
				break;
			case YA:
				put_glide(w, i, "y", 'i');
				break;
			case TA_MARBUTA:
				put_ta_marbuta(w, i);
				break;
			default:
				if (!(marks & MARK_VOWEL) && lengthens(w, i))
					put(w, "a");
				put_consonant(w, i, marks);
				put_vowel(w, marks);
		}
		if (marks & MARK_AN)
			put(w, last(w) == 'a' ? "n" : "an");
	}
}

/* ---- Vowels that are not written ---- */

/* A letter that is always a vowel behind a consonant. */
static bool
is_alef(const Word *w, int i)
{
	uint32_t cp = w->at[i].cp;

	return cp == ALEF || cp == MADDA || cp == MAKSURA || cp == TA_MARBUTA;
}

static bool
is_glide(const Word *w, int i)
{
	return w->at[i].cp == WAW || w->at[i].cp == YA;
}

static bool
is_hamza(const Word *w, int i)
{
	uint32_t cp = w->at[i].cp;

	return cp >= 0x0621 && cp <= YA_HAMZA && cp != MADDA;
}

/* إيران, أوباما: the carrier of the long vowel that begins the word. */
static bool
carries_long(const Word *w, int i)
{
	uint32_t cp = w->at[i].cp;

	if (i + 2 >= w->n || w->at[i].marks != 0 || w->at[i + 1].marks != 0 ||
		is_alef(w, i + 2) || is_glide(w, i + 2))
		return false;
	if (w->at[i + 1].cp == WAW)
		return i == 0 && (cp == ALEF || cp == ALEF_HAMZA);
	return w->at[i + 1].cp == YA &&
		   ((i == 0 && (cp == ALEF || cp == ALEF_BELOW)) || cp == YA_HAMZA);
}

/* Whether the letter is heard as a vowel, given what came before it. */
static bool
is_vowel(const Word *w, int i, bool after_vowel)
{
	if (i >= w->n)
		return false;
	if (is_alef(w, i) || w->at[i].cp == WAW_HAMZA || w->at[i].cp == YA_HAMZA ||
		w->at[i].cp == ALEF_HAMZA || w->at[i].cp == ALEF_BELOW ||
		w->at[i].marks & MARK_VOWEL)
		return true;
	if (!is_glide(w, i) || i == 0 ||
		(after_vowel &&
		 !(is_hamza(w, i - 1) && w->at[i - 1].cp != ALEF_HAMZA)))
		return false;
	if (i + 1 == w->n)
		return true;
	/* مصرية: the nisba's iyya */
	if (w->at[i].cp == YA && w->at[i + 1].cp == TA_MARBUTA)
		return true;
	/* سوريا, غوانتانامو: heard as a vowel; جواد: not */
	if (is_alef(w, i + 1))
		return w->foreign;
	return !is_glide(w, i + 1);
}

static void
put_guessed_vowel(Word *w, int i)
{
	switch (w->at[i].cp)
	{
		case WAW:
			put(w, w->foreign ? "o" : "u");
			break;
		case WAW_HAMZA:
			put(w, "u");
			break;
		case YA:
			put(w,
				i + 1 < w->n && w->at[i + 1].cp == TA_MARBUTA ? "iyy" : "i");
			break;
		case YA_HAMZA:
			put(w, "i");
			break;
		case ALEF_BELOW:
			put(w, last(w) == 'i' ? "" : "i");
			break;
		case TA_MARBUTA:
			put_ta_marbuta(w, i);
			break;
		default:
			put(w, last(w) == 'a' ? "" : "a");
	}
}

/* The beginnings that foreign words keep: bl, kr, st ... */
static bool
begins_cluster(const Word *w, int i)
{
	const char *a = consonant(w, i);
	const char *b = consonant(w, i + 1);

	if (!w->foreign || i > 0 || !is_vowel(w, i + 2, false))
		return false;
	if (*b == 'l' || *b == 'r')
		return strlen(a) == 1 && strchr("bptdkgf", *a) != NULL;
	return *a == 's' && strlen(b) == 1 && strchr("ptkmn", *b) != NULL;
}

/* Two consonants that may end a word: nk, rt ... */
static bool
ends_cluster(const Word *w, int i)
{
	const char *a = consonant(w, i);
	const char *b = consonant(w, i + 1);

	return strlen(a) == 1 && strchr("lrnm", *a) != NULL && *b != '\0' &&
		   strchr("lrnm", *b) == NULL;
}

/*
 * What is heard between two consonants, i and the next; coda: i ends the
 * syllable of a vowel before it.
 */
static const char *
between(const Word *w, int i, bool coda)
{
	uint32_t next = w->at[i + 1].cp;
	bool at_end = i + 2 == w->n;

	if (!coda && begins_cluster(w, i))
		return "";
	if (!w->foreign && at_end && i > 0 && w->at[i - 1].cp == ALEF)
		return "i"; /* فاعل */
	if (coda && (!at_end || ends_cluster(w, i)))
		return "";
	if (w->foreign && at_end && (next == RA || next == LAM || next == NUN))
		return "e";
	return "a";
}

static void
write_unmarked(Word *w)
{
	int i;

	for (i = 0; i < w->n; i++)
	{
		bool after_vowel = ends_in_vowel(w);

		if (carries_long(w, i))
		{
			put_guessed_vowel(w, ++i);
			continue;
		}
		if (is_glide(w, i) && is_vowel(w, i, after_vowel) &&
			!(w->at[i].marks & MARK_VOWEL))
		{
			put_guessed_vowel(w, i);
			continue;
		}
		if (!is_glide(w, i) && is_vowel(w, i, after_vowel) &&
			*consonant(w, i) == '\0')
		{
			if (w->at[i].marks & MARK_VOWEL)
				put_vowel(w, w->at[i].marks);
			else
				put_guessed_vowel(w, i);
			continue;
		}
		if (w->at[i].cp == AIN && lengthens(w, i))
			put(w, "a");
		if (is_glide(w, i))
			put(w, w->at[i].cp == WAW ? "w" : "y");
		else
			put_consonant(w, i, w->at[i].marks);
		if (w->at[i].marks & MARK_VOWEL)
			put_vowel(w, w->at[i].marks);
		else if (w->at[i].marks & MARK_AN)
			put(w, "an");
		else if (i + 1 < w->n && !is_vowel(w, i + 1, ends_in_vowel(w)) &&
				 !(ends_in_vowel(w) && w->at[i].cp != AIN))
			put(w, between(w, i, after_vowel));
	}
}

size_t
an_latin_letters(const char *s, const char *end, AnVowels vowels,
				 bool construct, char *out, size_t *used)
{
	Word w;

	w.n = 0;
	w.out = out;
	w.len = 0;
	w.construct = construct;
	w.foreign = false;
	*used = decode(&w, s, end);
	if (vowels == AN_VOWELS_WRITTEN)
		write_marked(&w);
	else
	{
		w.foreign = vowels == AN_VOWELS_GUESSED && looks_foreign(&w);
		write_unmarked(&w);
	}
	return w.len;
}
