/*
 * reading_names.c
 *	  Names of one word as readings: they are looked up among the phrases, and
 *	  have no endings.
 */
#include <string.h>

#include "morph/readings.h"

/* what it costs that the article of a name is not written */
#define COST_COUNTRY 50
#define COST_PLACE 220

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

const AnRecord *
an_decision(const AnBlock *block, const AnWord *word, size_t from)
{
	const char *folded = word->s.folded + from;
	const char *written = word->s.written + from;
	size_t len = word->s.len - from;
	AnEntry entry;
	int i;

	if (len == 0 || word->marked || !an_may_be_name(block, folded, len) ||
		!an_store_find(block, folded, len, &entry))
		return NULL;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry.senses[i]);
		const char *form;

		if (record->kind != AN_KIND_FORM)
			continue;
		form = an_string(block, record->name);
		if (strncmp(form, written, len) == 0 && form[len] == '\0')
			return record;
	}
	return NULL;
}

static unsigned
first_letter(const char *s)
{
	unsigned letter = an_letter(s, 0);

	return letter == L_ALEF_HAMZA || letter == L_ALEF_BELOW ? L_ALEF : letter;
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
	else if (*lemma == NULL && record->kind == AN_KIND_COUNTRY &&
			 record->extra != 0)
	{
		/* أميركا, of a country whose name has two words */
		name = an_string(block, record->extra);
		if (first_letter(name) == first_letter(key))
		{
			*lemma = name;
			*len = strlen(name);
		}
	}
}

/* The key with the article of a name before it; gives its length. */
static size_t
with_article(const char *key, size_t len, char *out)
{
	memcpy(out, ALEF LAM, 2 * LETTER);
	memcpy(out + 2 * LETTER, key, len);
	return len + 2 * LETTER;
}

/*
 * The country or the place whose fixed article is not written, and all its
 * other letters as they should be: نمسا.
 */
static const AnRecord *
name_without_article(const AnBlock *block, const AnWord *word, const char *key,
					 size_t len, int *cost)
{
	const AnRecord *record = best_name(block, key, len);
	const char *name;

	if (record == NULL || (record->flags & AN_FLAG_WORD) != 0 ||
		(record->kind != AN_KIND_COUNTRY && record->kind != AN_KIND_PLACE))
		return NULL;
	name = an_string(block, record->name);
	if (strncmp(name, ALEF LAM, 2 * LETTER) != 0 || strlen(name) != len ||
		name_cost(word->s.written, name + 2 * LETTER, len - 2 * LETTER) > 80)
		return NULL;
	*cost = record->kind == AN_KIND_COUNTRY ? COST_COUNTRY : COST_PLACE;
	return record;
}

const AnRecord *
an_name_at(const AnBlock *block, const AnWord *word, const AnPrefix *prefix,
		   const char **lemma, size_t *len, int *cost)
{
	char article[AN_WORD_MAX + 8];
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
		key_len = with_article(key, key_len, article);
		key = article;
	}
	record = best_name(block, key, key_len);
	if (record == NULL && prefix->before == 0 && key_len >= 3 * LETTER)
	{
		key_len = with_article(key, key_len, article);
		key = article;
		record = name_without_article(block, word, key, key_len, cost);
	}
	if (record == NULL)
		return NULL;
	find_lemma(block, record, key, key_len, lemma, len);
	if (*lemma != NULL && *len == key_len && key != article)
		*cost = name_cost(word->s.written + prefix->len, *lemma, key_len);
	if (*lemma != NULL)
	{
		size_t skip = an_fixed_article(*lemma, *len);

		*lemma += skip;
		*len -= skip;
	}
	return record;
}
