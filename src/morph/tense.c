/*-------------------------------------------------------------------------
 *
 * tense.c
 *	  The tense of a verb, by its likeliest reading.
 *
 *-------------------------------------------------------------------------
 */
#include "morph/morph.h"
#include "morph/readings.h"

static AnTense
tense_of(const AnReading *reading)
{
	if (reading->word_class != AN_LEX_VERB || reading->tail == NULL ||
		!reading->tail->verbal ||
		(reading->stem->flags & AN_STEM_IMPERATIVE) != 0)
		return AN_TENSE_NONE;
	if ((reading->before & AN_BEFORE_SIN) != 0)
		return AN_TENSE_FUTURE;
	return reading->tail->ending < AN_V_IM ? AN_TENSE_PAST : AN_TENSE_PRESENT;
}

AnTense
an_tense(const AnBlock *block, const char *word, size_t len)
{
	AnReading readings[AN_READINGS_MAX];
	int n = an_readings(block, word, len, readings, AN_READINGS_MAX);
	AnTense tense = n > 0 ? tense_of(&readings[0]) : AN_TENSE_NONE;
	int i;

	/* تجمع is "gathers", and as often "gathered" */
	for (i = 1; i < n && tense == AN_TENSE_PRESENT; i++)
		if (tense_of(&readings[i]) == AN_TENSE_PAST)
			tense = AN_TENSE_NONE;
	return tense;
}

bool
an_known(const AnBlock *block, const char *word, size_t len)
{
	AnReading reading;

	return an_readings(block, word, len, &reading, 1) > 0;
}
