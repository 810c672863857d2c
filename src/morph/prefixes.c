/*
 * prefixes.c
 *	  All that the first letters of a word may be, before its stem.
 *
 *	  [و ف] [أ] then one of
 *		nothing, ال, ب ك [ال], ل, لل, [س ل] ي ت ن أ of the imperfect
 */
#include "morph/readings.h"

typedef struct List
{
	const AnWord *word;
	AnPrefix *out;
	int n;
} List;

static unsigned
letter_at(const List *list, size_t at)
{
	if (at + LETTER > list->word->s.len)
		return 0;
	return an_letter(list->word->s.folded + at, 0);
}

/* Whether ا stands there as it is, without a hamza or madda. */
static bool
bare_alef_at(const List *list, size_t at)
{
	return letter_at(list, at) == L_ALEF &&
		   an_letter(list->word->s.written + at, 0) == L_ALEF;
}

/* At least one letter must be left for the stem. */
static void
add(List *list, size_t len, unsigned before, unsigned person)
{
	if (len + LETTER > list->word->s.len || list->n == AN_PREFIXES_MAX)
		return;
	list->out[list->n].len = (uint8_t) len;
	list->out[list->n].before = (uint16_t) before;
	list->out[list->n].person = (uint16_t) person;
	list->out[list->n].fa =
		(before & AN_BEFORE_AND) != 0 && letter_at(list, 0) == L_FA;
	list->n++;
}

static void
add_person(List *list, size_t at, unsigned before)
{
	unsigned person = 0;

	switch (letter_at(list, at))
	{
		case L_YA:
			person = AN_END_YA;
			break;
		case L_TA:
			person = AN_END_TA;
			break;
		case L_NUN:
			person = AN_END_NUN;
			break;
		case L_ALEF:
			/* ال without a hamza is the article, or a stem's own */
			if (letter_at(list, at + LETTER) != L_LAM ||
				an_letter(list->word->s.written + at, 0) == L_ALEF_HAMZA)
				person = AN_END_ALEF;
			break;
	}
	if (person != 0)
		add(list, at + LETTER, before | AN_BEFORE_PERSON, person);
}

static void
add_from(List *list, size_t at, unsigned before)
{
	unsigned next = letter_at(list, at + LETTER);

	add(list, at, before, 0);
	add_person(list, at, before);
	switch (letter_at(list, at))
	{
		case L_ALEF:
			/* the article has no hamza: ألغاز, إلهاب */
			if (next == L_LAM && bare_alef_at(list, at))
				add(list, at + 2 * LETTER, before | AN_BEFORE_AL, 0);
			break;
		case L_BA:
		case L_KAF:
			before |=
				letter_at(list, at) == L_BA ? AN_BEFORE_BA : AN_BEFORE_KAF;
			add(list, at + LETTER, before, 0);
			if (bare_alef_at(list, at + LETTER) &&
				letter_at(list, at + 2 * LETTER) == L_LAM)
				add(list, at + 3 * LETTER, before | AN_BEFORE_AL, 0);
			break;
		case L_LAM:
			before |= AN_BEFORE_LAM;
			add(list, at + LETTER, before, 0);
			add_person(list, at + LETTER, before);
			if (next == L_LAM)
			{
				add(list, at + 2 * LETTER, before | AN_BEFORE_AL, 0);
				/* of three ل one is not written: للجنة */
				add(list, at + LETTER, before | AN_BEFORE_AL, 0);
			}
			break;
		case L_SIN:
			add_person(list, at + LETTER, before | AN_BEFORE_SIN);
			break;
	}
}

int
an_prefixes(const AnWord *word, AnPrefix *out)
{
	List list = { word, out, 0 };
	unsigned first = letter_at(&list, 0);
	size_t at = 0;
	unsigned before = 0;

	add_from(&list, 0, 0);
	if (first == L_WAW || first == L_FA)
	{
		at = LETTER;
		before = AN_BEFORE_AND;
		add_from(&list, at, before);
	}
	/* a question's أ is never without its hamza */
	if (at + LETTER < word->s.len &&
		an_letter(word->s.written + at, 0) == L_ALEF_HAMZA)
		add_from(&list, at + LETTER, before | AN_BEFORE_ASK);
	return list.n;
}
