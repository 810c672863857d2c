/*
 * readings_fuzz.c
 *	  Any bytes as a word: readings keep their promises.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "morph/morph.h"
#include "store/grammar.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const char *word, size_t len, const AnReading *reading, size_t folded)
{
	char out[1024];
	size_t n;

	if (reading->prefix_len + reading->suffix_len + 2 > folded ||
		reading->lemma == NULL)
		abort();
	if (reading->name == NULL &&
		(reading->stem == NULL || reading->tail == NULL ||
		 *reading->lemma == '\0' || reading->word_class <= 0 ||
		 reading->word_class >= (int) AN_LEX_COUNT))
		abort();
	n = an_reading_vocalized(an_store(), word, len, reading, out, sizeof(out));
	if (n == 0 || n > sizeof(out))
		abort();
	if (an_reading_vocalized(an_store(), word, len, reading, out, n - 1) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AnReading readings[AN_READINGS_MAX];
	AnReading again[AN_READINGS_MAX];
	char *word = malloc(size > 0 ? size : 1);
	char folded[AN_WORD_MAX];
	size_t folded_len;
	int n;
	int i;

	if (word == NULL)
		abort();
	memcpy(word, data, size); /* exact, so that overruns are seen */
	n = an_readings(an_store(), word, size, readings, AN_READINGS_MAX);
	if (n < 0 || n > AN_READINGS_MAX)
		abort();
	folded_len = an_fold(word, size, folded, sizeof(folded));
	for (i = 0; i < n; i++)
	{
		if (i > 0 && readings[i].score > readings[i - 1].score)
			abort();
		check(word, size, &readings[i], folded_len);
	}
	memset(again, 0xA5, sizeof(again));
	if (an_readings(an_store(), word, size, again, AN_READINGS_MAX) != n)
		abort();
	for (i = 0; i < n; i++)
	{
		if (again[i].lemma != readings[i].lemma ||
			again[i].score != readings[i].score)
			abort();
	}
	free(word);
	return 0;
}
