/*
 * chars.c
 *	  Classes, digit values and lower case of characters.
 *
 * Also the home of the generated tables that tables.h declares.
 */
#include "text/tables.h"
#include "unicode_tables.h"

AnClass
an_class(uint32_t cp)
{
	if (cp > 0x10FFFF)
		return AN_CLASS_OTHER;
	return (AnClass) AN_TRIE(an_class, cp);
}

int
an_digit(uint32_t cp)
{
	if (cp - '0' < 10)
		return (int) (cp - '0');
	if (cp - 0x0660 < 10)
		return (int) (cp - 0x0660);
	if (cp - 0x06F0 < 10)
		return (int) (cp - 0x06F0);
	return -1;
}

uint32_t
an_lower(uint32_t cp)
{
	uint32_t low = 0;
	uint32_t high = an_lower_count;

	if (cp < 0x80)
		return cp - 'A' < 26 ? cp + ('a' - 'A') : cp;

	/* The scripts from Hebrew to Thai have no case. */
	if (cp >= 0x0590 && cp < 0x10A0)
		return cp;

	while (low < high)
	{
		uint32_t mid = (low + high) / 2;
		const AnLowerRange *range = &an_lower_ranges[mid];

		if (cp > range->last)
			low = mid + 1;
		else if (cp < range->first)
			high = mid;
		else if ((cp - range->first) % range->step == 0)
			return (uint32_t) ((int32_t) cp + range->delta);
		else
			break;
	}
	return cp;
}
