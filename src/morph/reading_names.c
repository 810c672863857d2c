/*
 * reading_names.c
 *	  Names of one word as readings: they are looked up among the phrases, and
 *	  have no endings.
 */
#include <string.h>

#include "morph/readings.h"

/* The word of a full name that is written here: بوتين of فلاديمير بوتين. */
static const char *
word_of_name(const char *name, const char *folded, size_t len, size_t *n)
{
	while (*name != '\0')
	{
		size_t word = strcspn(name, " ");
		char key[AN_WORD_MAX];

		if (word < AN_WORD_MAX &&
			an_fold(name, word, key, sizeof(key)) == len &&
			memcmp(key, folded, len) == 0)
		{
			*n = word;
			return name;
		}
		name += word;
		name += strspn(name, " ");
	}
	return NULL;
}

/* What it costs that a name is written so; nothing if it is another one. */
static int
name_cost(const char *written, const char *name, size_t len)
{
	int cost = 0;
	size_t i;

	for (i = 0; i < len; i += LETTER)
	{
		int one = an_letter_cost(an_letter(written, i / LETTER),
								 an_letter(name, i / LETTER));

		if (one >= AN_OTHER_LETTER)
			return 0;
		cost += one;
	}
	return cost;
}

static const AnRecord *
best_name(const AnBlock *block, const char *key, size_t len)
{
	const AnRecord *best = NULL;
	AnEntry entry;
	int i;

	if (!an_may_be_name(block, key, len) ||
		!an_store_find(block, key, len, &entry))
		return NULL;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry.senses[i]);

		if (an_is_name(record) &&
			(best == NULL || an_name_prior(record) > an_name_prior(best)))
			best = record;
	}
	return best;
}

/* The word's own lemma: in the name, or the name if it is of one word. */
static void
find_lemma(const AnBlock *block, const AnRecord *record, const char *key,
		   size_t key_len, const char **lemma, size_t *len)
{
	const char *name = an_string(block, record->name);

	*lemma = NULL;
	*len = 0;
	/* a month's names are of several calendars: each is its own lemma */
	if (record->kind == AN_KIND_MONTH)
		return;
	*lemma = word_of_name(name, key, key_len, len);
	if (*lemma == NULL && strchr(name, ' ') == NULL)
	{
		/* another spelling of a name, whose usual one is its lemma */
		*lemma = name;
		*len = strlen(name);
	}
}

const AnRecord *
an_name_at(const AnBlock *block, const AnWord *word, const AnPrefix *prefix,
		   const char **lemma, size_t *len, int *cost)
{
	char with_al[AN_WORD_MAX + 8];
	const char *key = word->s.folded + prefix->len;
	size_t key_len = word->s.len - prefix->len;
	const AnRecord *record;

	*cost = 0;
	if (prefix->before & (AN_BEFORE_PERSON | AN_BEFORE_ASK | AN_BEFORE_SIN) ||
		key_len < 2 * LETTER)
		return NULL;
	if (prefix->before & AN_BEFORE_AL)
	{
		/* the ا of the name's own ال is gone behind ل: للقاهرة */
		if (!(prefix->before & AN_BEFORE_LAM))
			return NULL;
		memcpy(with_al, ALEF LAM, 2 * LETTER);
		memcpy(with_al + 2 * LETTER, key, key_len);
		key = with_al;
		key_len += 2 * LETTER;
	}
	record = best_name(block, key, key_len);
	if (record == NULL)
		return NULL;
	find_lemma(block, record, key, key_len, lemma, len);
	if (*lemma != NULL && *len == key_len && key != with_al)
		*cost = name_cost(word->s.written + prefix->len, *lemma, key_len);
	/* names lose a fixed ال, if that leaves a word: not الله */
	if (*lemma != NULL && *len >= 5 * LETTER &&
		memcmp(*lemma, ALEF LAM, 2 * LETTER) == 0)
	{
		*lemma += 2 * LETTER;
		*len -= 2 * LETTER;
	}
	return record;
}
