/*
 * hamza.c
 *	  How a hamza is spelled: by the vowels around it.
 *
 * Of the vowel before and the vowel behind, the stronger decides: i before u
 * before a before none.  What departs from this is a hamza at the end of a
 * word, which goes by the vowel before it alone, and one behind a long vowel.
 */
#include <string.h>

#include "build/sounds.h"

/* د ذ ر ز و, alef and what is spelled with them end a run of letters. */
bool
an_letter_joins(char sound)
{
	return sound != '\0' && strchr("d*rzwAUYp{", sound) == NULL;
}

static char
short_of(char vowel)
{
	switch (vowel)
	{
		case 'A':
		case 'Y':
			return 'a';
		case 'U':
			return 'u';
		case 'I':
			return 'i';
		default:
			return an_is_short(vowel) ? vowel : '-';
	}
}

/* A hamza that ends its stem, before a suffix in long a: جزءان, شيئان. */
static AnSeat
seat_before_dual(char before)
{
	switch (before)
	{
		case 'a':
			return AN_SEAT_MADDA;
		case 'u':
			return AN_SEAT_WAW;
		case 'i':
			return AN_SEAT_YA;
		default:
			return an_letter_joins(before) ? AN_SEAT_YA : AN_SEAT_ALONE;
	}
}

static AnSeat
seat_at_end(char before)
{
	switch (before)
	{
		case 'a':
			return AN_SEAT_ALEF;
		case 'u':
			return AN_SEAT_WAW;
		case 'i':
			return AN_SEAT_YA;
		default:
			return AN_SEAT_ALONE;
	}
}

static AnSeat
seat_inside(char before, char behind, bool last)
{
	char own = short_of(behind);

	if (before == 'i' || before == 'I' || before == 'y' || own == 'i')
		return AN_SEAT_YA;
	if (before == 'U' || (before == 'w' && last))
		return AN_SEAT_ALONE; /* مروءة, ضوءه; but توأم */
	if (before == 'A')
		return own == 'u' ? AN_SEAT_WAW : AN_SEAT_ALONE;
	if (before == 'u' || own == 'u')
		return AN_SEAT_WAW;
	return behind == 'A' ? AN_SEAT_MADDA : AN_SEAT_ALEF;
}

AnSeat
an_hamza_seat(const char *sounds, size_t i, char next)
{
	bool last = sounds[i + 1] == '\0';
	char behind = last ? next : sounds[i + 1];
	char before = i > 0 ? sounds[i - 1] : '\0';

	if (i == 0)
	{
		if (behind == 'A')
			return AN_SEAT_MADDA;
		return behind == 'i' || behind == 'I' ? AN_SEAT_BELOW : AN_SEAT_ALEF;
	}

	/* behind the silent alef, by the vowel that it would have alone */
	if (before == '{')
		before = strlen(sounds) > i + 2 && sounds[i + 2] == 'u' ? 'u' : 'i';
	/* of a doubled one, the first goes by what is before the second */
	if (sounds[i + 1] == '\'')
		behind = sounds[i + 2] != '\0' ? sounds[i + 2] : next;
	if (last && next == '0')
		return seat_at_end(before);
	if (last && next == 'A')
		return seat_before_dual(before);
	return seat_inside(before, behind, last);
}
