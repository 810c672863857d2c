/*
 * sounds.c
 *	  From vocalised spelling to sounds and back.
 */
#include <string.h>

#include "build/sounds.h"
#include "text/text.h"

/* The letters of consonants that are spelled one way. */
static const struct
{
	char sound;
	char letter[3];
} consonants[] = { { 'b', "ب" }, { 't', "ت" }, { 'v', "ث" }, { 'j', "ج" },
				   { 'H', "ح" }, { 'x', "خ" }, { 'd', "د" }, { '*', "ذ" },
				   { 'r', "ر" }, { 'z', "ز" }, { 's', "س" }, { '$', "ش" },
				   { 'S', "ص" }, { 'D', "ض" }, { 'T', "ط" }, { 'Z', "ظ" },
				   { 'E', "ع" }, { 'g', "غ" }, { 'f', "ف" }, { 'q', "ق" },
				   { 'k', "ك" }, { 'l', "ل" }, { 'm', "م" }, { 'n', "ن" },
				   { 'h', "ه" }, { 'w', "و" }, { 'y', "ي" } };

#define NCONSONANTS (sizeof(consonants) / sizeof(consonants[0]))

#define FATHA "\xd9\x8e"
#define DAMMA "\xd9\x8f"
#define KASRA "\xd9\x90"
#define SHADDA "\xd9\x91"

bool
an_is_consonant(char sound)
{
	return sound == '\'' ||
		   (sound != '\0' && strchr("aiuAIUYp{", sound) == NULL);
}

bool
an_is_short(char sound)
{
	return sound == 'a' || sound == 'u' || sound == 'i';
}

bool
an_is_long(char sound)
{
	return sound == 'A' || sound == 'U' || sound == 'I' || sound == 'Y';
}

/* ---- From spelling to sounds ---- */

static char
consonant_of(uint32_t letter)
{
	char utf8[4];
	size_t i;

	switch (letter)
	{
		case 0x621: /* ء أ ؤ إ ئ */
		case 0x623:
		case 0x624:
		case 0x625:
		case 0x626:
			return '\'';
	}
	if (an_utf8_encode(letter, utf8) != 2)
		return '\0';
	for (i = 0; i < NCONSONANTS; i++)
	{
		if (memcmp(utf8, consonants[i].letter, 2) == 0)
			return consonants[i].sound;
	}
	return '\0';
}

/* One letter and the marks that stand on it. */
typedef struct Letter
{
	uint32_t letter;
	char vowel; /* a u i or 0 */
	bool shadda;
} Letter;

/* Takes one letter with its marks from [s, end); NULL when they are no good. */
static const char *
take_letter(const char *s, const char *end, Letter *out, const char **why)
{
	s += an_utf8_decode(s, end, &out->letter);
	out->vowel = '\0';
	out->shadda = false;
	while (s < end)
	{
		uint32_t mark;
		int size = an_utf8_decode(s, end, &mark);
		char vowel = mark == 0x64E   ? 'a'
					 : mark == 0x64F ? 'u'
					 : mark == 0x650 ? 'i'
									 : '\0';

		if (mark == 0x651)
		{
			/* before or behind its vowel: Unicode holds both for equal */
			if (out->shadda)
			{
				*why = "two shaddas on one letter";
				return NULL;
			}
			out->shadda = true;
		}
		else if (vowel != '\0')
		{
			if (out->vowel != '\0')
			{
				*why = "two vowels on one letter";
				return NULL;
			}
			out->vowel = vowel;
		}
		else if (mark >= 0x64B && mark <= 0x670)
		{
			*why = "tanween, sukun or a mark that is not used here";
			return NULL;
		}
		else
			break;
		s += size;
	}
	return s;
}

/*
 * Adds the sounds of one letter behind those that are there; gives a reason
 * where that cannot be.
 */
static const char *
add_letter(AnSounds out, size_t *n, const Letter *l)
{
	char before = *n > 0 ? out[*n - 1] : '\0';
	char sound;

	switch (l->letter)
	{
		case 0x627: /* ا */
			if (l->vowel != '\0' || l->shadda)
				return "a mark on ا";
			if (*n == 0)
				out[(*n)++] = '{';
			else if (before == 'a')
				out[*n - 1] = 'A';
			else
				return "ا without a fatha before it";
			return NULL;
		case 0x622: /* آ */
			out[(*n)++] = '\'';
			out[(*n)++] = 'A';
			return NULL;
		case 0x649: /* ى */
			if (before != 'a')
				return "ى without a fatha before it";
			out[*n - 1] = 'Y';
			return NULL;
		case 0x629: /* ة */
			if (before != 'a' && before != 'A')
				return "ة without a fatha before it";
			out[(*n)++] = 'p';
			return NULL;
	}
	sound = consonant_of(l->letter);
	if (sound == '\0')
		return "a character that is no letter of Arabic";
	if (l->vowel == '\0' && !l->shadda &&
		((sound == 'w' && before == 'u') || (sound == 'y' && before == 'i')))
	{
		out[*n - 1] = sound == 'w' ? 'U' : 'I';
		return NULL;
	}
	out[(*n)++] = sound;
	if (l->shadda)
		out[(*n)++] = sound;
	if (l->vowel != '\0')
		out[(*n)++] = l->vowel;
	return NULL;
}

bool
an_sounds(const char *spelling, size_t len, AnSounds out, const char **why)
{
	const char *end = spelling + len;
	size_t n = 0;

	while (spelling < end)
	{
		Letter letter;

		if (n + 4 > AN_SOUNDS_MAX)
		{
			*why = "too long for a word";
			return false;
		}
		if (n > 0 && (out[n - 1] == 'p' || out[n - 1] == 'Y'))
		{
			*why = "a letter behind ة or ى";
			return false;
		}
		spelling = take_letter(spelling, end, &letter, why);
		if (spelling == NULL)
			return false;
		*why = add_letter(out, &n, &letter);
		if (*why != NULL)
			return false;
	}
	out[n] = '\0';
	if (n == 0)
		*why = "nothing";
	return n > 0;
}

bool
an_root_sounds(const char *root, AnSounds out)
{
	const char *end = root + strlen(root);
	size_t n = 0;

	while (root < end)
	{
		uint32_t letter;

		root += an_utf8_decode(root, end, &letter);
		out[n] = consonant_of(letter);
		if (out[n] == '\0' || n >= 5)
			return false;
		n++;
	}
	out[n] = '\0';
	return n >= 3;
}

/* ---- From sounds to spelling ---- */

void
an_join_sounds(AnSounds s)
{
	size_t from;
	size_t to = 0;

	for (from = 0; s[from] != '\0'; from++)
	{
		char before = to > 0 ? s[to - 1] : '\0';
		char sound = s[from];
		char behind = s[from + 1];
		bool closed =
			!an_is_short(behind) && !an_is_long(behind) && behind != sound;

		if (closed && (sound == 'w' || sound == 'y') &&
			(before == 'u' || before == 'i') && s[from - 1] == before)
			s[to - 1] = before == 'u' ? 'U' : 'I';
		/* two hamzas in one syllable: the second makes the vowel long */
		else if (closed && sound == '\'' && to >= 2 && an_is_short(before) &&
				 s[to - 2] == '\'')
			s[to - 1] = before == 'a' ? 'A' : before == 'u' ? 'U' : 'I';
		else
			s[to++] = sound;
	}
	s[to] = '\0';
}

static char *
put(char *out, const char *s)
{
	size_t len = strlen(s);

	memcpy(out, s, len);
	return out + len;
}

static const char *
letter_of(char sound)
{
	size_t i;

	for (i = 0; i < NCONSONANTS; i++)
	{
		if (consonants[i].sound == sound)
			return consonants[i].letter;
	}
	return "";
}

static const char *
vowel_spelling(char vowel, char before)
{
	switch (vowel)
	{
		case 'a':
			return FATHA;
		case 'u':
			return DAMMA;
		case 'i':
			return KASRA;
		case 'A':
			return FATHA "ا";
		case 'U':
			return DAMMA "و";
		case 'I':
			return KASRA "ي";
		case 'Y':
			/* never two of its shape: دنيا, يحيا */
			return before == 'y' ? FATHA "ا" : FATHA "ى";
		case 'p':
			return "ة";
		case '{':
			return "ا";
		default:
			return "";
	}
}

void
an_spell_sounds(const char *s, char next, char *out)
{
	static const char *const seats[] = { "ء", "أ", "إ", "ؤ", "ئ", "آ" };
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
	{
		AnSeat seat;

		if (s[i] == '\'')
		{
			seat = an_hamza_seat(s, i, next);
			out = put(out, seats[seat]);
			if (seat == AN_SEAT_MADDA && s[i + 1] == 'A')
				i++;
		}
		else if (an_is_consonant(s[i]))
			out = put(out, letter_of(s[i]));
		else
		{
			out = put(out, vowel_spelling(s[i], i > 0 ? s[i - 1] : '\0'));
			continue;
		}
		if (s[i + 1] == s[i] && an_is_consonant(s[i]))
		{
			out = put(out, SHADDA);
			i++;
		}
	}
	*out = '\0';
}

size_t
an_strip_marks(const char *spelling, char *out)
{
	const unsigned char *s = (const unsigned char *) spelling;
	size_t n = 0;

	for (; s[0] != 0 && s[1] != 0; s += 2)
	{
		if (s[0] == 0xD9 && s[1] >= 0x8B && s[1] <= 0x92)
			continue;
		out[n++] = (char) s[0];
		out[n++] = (char) s[1];
	}
	out[n] = '\0';
	return n;
}
