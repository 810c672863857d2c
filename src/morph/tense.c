/*-------------------------------------------------------------------------
 *
 * tense.c
 *	  The tense of a verb, by its likeliest reading.
 *
 *-------------------------------------------------------------------------
 */
#include "morph/morph.h"
#include "morph/readings.h"

AnTense
an_tense(const AnBlock *block, const char *word, size_t len)
{
	AnReading reading;

	if (an_readings(block, word, len, &reading, 1) == 0 ||
		reading.word_class != AN_LEX_VERB || reading.tail == NULL ||
		!reading.tail->verbal ||
		(reading.stem->flags & AN_STEM_IMPERATIVE) != 0)
		return AN_TENSE_NONE;
	if ((reading.before & AN_BEFORE_SIN) != 0)
		return AN_TENSE_FUTURE;
	return reading.tail->ending < AN_V_IM ? AN_TENSE_PAST : AN_TENSE_PRESENT;
}

bool
an_known(const AnBlock *block, const char *word, size_t len)
{
	AnReading reading;

	return an_readings(block, word, len, &reading, 1) > 0;
}
