/*
 * analyze.c
 *	  The reading of one word: the likeliest that the lexicon and the grammar
 *	  give, else a guess by its shape.
 */
#include <string.h>

#include "morph/affixes.h"

/* the one month whose name is two letters */
#define AUGUST "\xd8\xa2" BA

/*
 * Whether a form is a stop word: most are by their folded letters, but some
 * only as they are written, since علي and آلي are none.
 */
static bool
is_stop(const AnBlock *block, const AnEntry *entry, const char *written,
		size_t len)
{
	int i;

	for (i = 0; i < entry->nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry->senses[i]);
		const char *exact;

		if (record->kind != AN_KIND_STOP)
			continue;
		exact = an_string(block, record->extra);
		if (*exact == '\0' ||
			(strncmp(exact, written, len) == 0 && exact[len] == '\0'))
			return true;
	}
	return false;
}

/* Whether the word behind its proclitics is the name of a month. */
static void
read_month(const AnBlock *block, const AnSpelling *word, AnAnalysis *a)
{
	size_t at = a->prefix_len;
	size_t len = word->len - at;
	const AnRecord *month;

	if (a->suffix_len > 0 || len < 2 * LETTER ||
		(len == 2 * LETTER &&
		 memcmp(word->written + at, AUGUST, 2 * LETTER) != 0))
		return;
	month = an_store_sense(block, word->folded + at, len, AN_KIND_MONTH);
	if (month == NULL)
		return;
	a->month = (int) month->value;
	a->hijri = (month->flags & AN_FLAG_HIJRI) != 0;
}

/*
 * Takes over the likeliest reading of the lexicon.  A name loses a fixed ال;
 * one name of a month does not stand for the others.
 */
static bool
read_lexicon(const AnBlock *block, const char *word, size_t len,
			 const AnSpelling *spelling, AnAnalysis *a)
{
	AnReading reading;
	const char *lemma;
	size_t n;

	if (an_readings(block, word, len, &reading, 1) == 0)
		return false;
	lemma = reading.lemma;
	n = reading.name != NULL ? reading.lemma_len : strlen(lemma);
	if (n == 0 ||
		(reading.name != NULL && reading.name->kind == AN_KIND_MONTH))
	{
		lemma = spelling->written + reading.prefix_len;
		n = spelling->len - reading.prefix_len;
	}
	if (reading.name != NULL && n >= 5 * LETTER &&
		an_begins(lemma, n, ALEF LAM, 2 * LETTER))
	{
		lemma += 2 * LETTER;
		n -= 2 * LETTER;
	}
	if (n > sizeof(a->lemma))
		return false;
	a->lexeme_len = an_fold(lemma, n, a->lexeme, sizeof(a->lexeme));
	if (a->lexeme_len == 0)
		return false;
	memcpy(a->lemma, lemma, n);
	a->lemma_len = n;
	a->known = true;
	a->score = reading.score;
	a->part_of_speech = reading.part_of_speech;
	a->prefix_len = reading.prefix_len;
	a->suffix_len = reading.suffix_len;
	read_month(block, spelling, a);
	return true;
}

/* What is not made of Arabic letters is its own lexeme. */
static void
read_whole(AnAnalysis *a)
{
	memcpy(a->lexeme, a->folded, a->folded_len);
	a->lexeme_len = a->folded_len;
	memcpy(a->lemma, a->folded, a->folded_len);
	a->lemma_len = a->folded_len;
}

bool
an_analyze(const AnBlock *block, const char *word, size_t len, AnAnalysis *a)
{
	AnSpelling spelling;
	AnEntry entry;

	a->folded_len = an_fold(word, len, a->folded, sizeof(a->folded));
	a->prefix_len = a->suffix_len = 0;
	a->lexeme_len = a->lemma_len = 0;
	a->stop = a->known = false;
	a->part_of_speech = 0;
	a->score = 0;
	a->month = 0;
	a->hijri = false;
	if (a->folded_len == 0)
		return false;
	if (!an_all_arabic(a->folded, a->folded_len))
	{
		read_whole(a);
		return true;
	}
	memcpy(spelling.folded, a->folded, a->folded_len);
	spelling.len = a->folded_len;
	an_spell(word, len, &spelling);
	if (an_store_find(block, spelling.folded, spelling.len, &entry))
		a->stop = is_stop(block, &entry, spelling.written, spelling.len);
	if (!read_lexicon(block, word, len, &spelling, a))
		an_read_by_rule(&spelling, a);
	return true;
}
