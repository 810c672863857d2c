/*
 * senses.c
 *	  What the store tells of one spelling: whether it is a word or a name,
 *	  of which parts of speech, and its lemma.
 *
 * One folded spelling may be several things: علي is a name and على a
 * preposition, بان a name and بأن two words.  So what was written is compared
 * with how the thing is spelled: a letter that was written otherwise speaks
 * against it, but not a hamza that was left out.
 */
#include <string.h>

#include "morph/affixes.h"

typedef enum Agreement
{
	CONTRARY, /* بأن for بان */
	LOOSE_TA, /* مدرسه for مدرسة; it may be مدرس and ه */
	LOOSE,    /* امن for أمن, قاضى for قاضي */
	SAME
} Agreement;

static Agreement
letter_agreement(unsigned written, unsigned letter)
{
	if (written == letter)
		return SAME;
	switch (written)
	{
		case L_ALEF:
			return letter == L_ALEF_HAMZA || letter == L_ALEF_BELOW ||
						   letter == L_ALEF_MADDA || letter == L_WASLA
					   ? LOOSE
					   : SAME;
		case L_YA:
		case L_MAKSURA:
			return LOOSE;
		case L_HA:
			return letter == L_TA_MARBUTA ? LOOSE_TA : SAME;
		case L_ALEF_HAMZA:
		case L_ALEF_BELOW:
		case L_ALEF_MADDA:
			/* one row stands for أن and إن */
			return letter == L_ALEF ? CONTRARY : LOOSE;
		default:
			return CONTRARY;
	}
}

/*
 * A name of other letters is what the spelling is a form of.  Then a final ه
 * is the ة of a feminine, if it is not a pronoun.
 */
static Agreement
as_form(const char *written, size_t len)
{
	return an_ends(written, len, HA, LETTER) ? LOOSE_TA : SAME;
}

/*
 * How what was written agrees with a record's name.
 */
static Agreement
agreement(const char *name, const char *folded, const char *written,
		  size_t len)
{
	Agreement worst = SAME;
	size_t i;

	if (strncmp(name, written, len) == 0)
		return SAME;
	for (i = 0; i < len / LETTER; i++)
	{
		unsigned key = an_letter(folded, i);
		unsigned letter;
		Agreement one;

		if (name[2 * i] == '\0' || name[2 * i + 1] == '\0')
			return as_form(written, len);
		letter = an_letter(name, i);
		if (letter != key &&
			!(key == L_ALEF &&
			  (letter == L_ALEF_HAMZA || letter == L_ALEF_BELOW ||
			   letter == L_ALEF_MADDA || letter == L_WASLA)) &&
			!(key == L_HA && letter == L_TA_MARBUTA) &&
			!(key == L_YA && letter == L_MAKSURA))
			return as_form(written, len);
		one = letter_agreement(an_letter(written, i), letter);
		if (one < worst)
			worst = one;
	}
	return worst;
}

/* The first two letters of a form are those of what it is a form of. */
static bool
begins_alike(const char *name, const char *folded)
{
	char head[2 * LETTER];
	size_t i;

	for (i = 0; i < 2; i++)
	{
		unsigned letter;

		if (name[2 * i] == '\0' || name[2 * i + 1] == '\0')
			return false;
		letter = an_letter(name, i);
		if (letter == L_ALEF_HAMZA || letter == L_ALEF_BELOW ||
			letter == L_ALEF_MADDA)
			letter = L_ALEF;
		head[2 * i] = (char) (letter >> 8);
		head[2 * i + 1] = (char) (letter & 0xff);
	}
	return memcmp(head, folded, sizeof(head)) == 0;
}

/*
 * Participles are words of their own, not their verb: what agrees with its
 * noun (قائلة, قائلين) or stands in the accusative (قائلا).
 */
static bool
is_participle(const char *verb, const char *folded, size_t len)
{
	size_t n = strlen(verb);

	if (n == len)
		return an_ends(folded, len, HA, LETTER);
	return an_ends(folded, len, HA, LETTER) ||
		   an_ends(folded, len, YA NUN, 2 * LETTER) ||
		   (an_ends(folded, len, ALEF, LETTER) &&
			!an_ends(folded, len, WAW ALEF, 2 * LETTER)) ||
		   an_begins(folded, len, MIM, LETTER);
}

/* Whether a word is listed as it is used, in the plural: اتحاد لاجئين. */
static bool
is_sound_plural(const char *folded, size_t len)
{
	return an_ends(folded, len, ALEF TA, 2 * LETTER) ||
		   an_ends(folded, len, YA NUN, 2 * LETTER) ||
		   an_ends(folded, len, WAW NUN, 2 * LETTER);
}

/* How good a record is as the reading of a word: 0 is none. */
static int
rank_of(const AnRecord *record, const char *name, const char *folded,
		size_t len)
{
	switch (record->kind)
	{
		case AN_KIND_WORD:
			if (record->value == AN_POS_NAME)
				return 5;
			return record->value == AN_POS_VERB ? 6 : 10;
		case AN_KIND_NUMBER:
			return 9;
		case AN_KIND_ORG_HEAD:
			return is_sound_plural(folded, len) && strlen(name) == len ? 0 : 9;
		case AN_KIND_TITLE:
			if (strlen(name) == len)
				return 9;
			/* a dual is known by its suffix; عمان and بكين are none */
			if ((record->flags & AN_FLAG_DUAL) != 0)
				return 0;
			/* ملكي is royal rather than two kings of */
			return an_ends(folded, len, YA, LETTER) ? 5 : 8;
		case AN_KIND_NATIONALITY:
			/* else Britain would be a British one in the accusative */
			return an_ends(folded, len, ALEF, LETTER) ? 0 : 8;
		case AN_KIND_CUE:
			return is_participle(name, folded, len) ? 0 : 8;
		case AN_KIND_ORG_WORD:
			return is_sound_plural(folded, len) && strlen(name) == len ? 0 : 7;
		case AN_KIND_CURRENCY:
			return 7;
		case AN_KIND_UNIT:
			return (record->flags & AN_FLAG_PERCENT) != 0 ? 0 : 7;
		case AN_KIND_COUNTRY:
			return 4;
		case AN_KIND_PLACE:
		case AN_KIND_PERSON:
		case AN_KIND_SURNAME:
		case AN_KIND_GIVEN_NAME:
		case AN_KIND_FAMILY_NAME:
		case AN_KIND_ORGANIZATION:
		case AN_KIND_MONTH:
			return (record->flags & AN_FLAG_WORD) != 0 ? 2 : 3;
		default:
			return 0;
	}
}

static bool
is_name(const AnRecord *record)
{
	switch (record->kind)
	{
		case AN_KIND_WORD:
			return record->value == AN_POS_NAME;
		case AN_KIND_COUNTRY:
		case AN_KIND_PLACE:
		case AN_KIND_PERSON:
		case AN_KIND_SURNAME:
		case AN_KIND_GIVEN_NAME:
		case AN_KIND_FAMILY_NAME:
		case AN_KIND_ORGANIZATION:
		case AN_KIND_MONTH:
			return true;
		default:
			return false;
	}
}

static unsigned
parts_of(const AnRecord *record)
{
	unsigned parts = 0;

	switch (record->kind)
	{
		case AN_KIND_WORD:
			if (record->flags &
				(AN_FLAG_POS(AN_POS_NOUN) | AN_FLAG_POS(AN_POS_NUM)))
				parts |= AN_ON_NOUN;
			if (record->flags & AN_FLAG_POS(AN_POS_ADJ))
				parts |= AN_ON_NOUN | AN_ON_ADJECTIVE;
			if (record->flags & AN_FLAG_POS(AN_POS_VERB))
				parts |= AN_ON_VERB;
			if (record->flags & AN_FLAG_POS(AN_POS_PART))
				parts |= AN_ON_PARTICLE;
			return parts;
		case AN_KIND_CUE:
			return AN_ON_VERB;
		case AN_KIND_TITLE:
		case AN_KIND_NATIONALITY:
			return AN_ON_NOUN | AN_ON_ADJECTIVE;
		case AN_KIND_ORG_WORD:
			return (record->flags & AN_FLAG_ADJECTIVE) != 0
					   ? AN_ON_NOUN | AN_ON_ADJECTIVE
					   : AN_ON_NOUN;
		case AN_KIND_ORG_HEAD:
		case AN_KIND_NUMBER:
		case AN_KIND_CURRENCY:
		case AN_KIND_UNIT:
			return AN_ON_NOUN;
		default:
			return 0;
	}
}

/* The lemma of a form that is spelled otherwise, NULL if it has none. */
static const char *
lemma_of(const AnBlock *block, const AnRecord *record, const char *folded)
{
	const char *lemma = an_string(block, record->name);

	switch (record->kind)
	{
		case AN_KIND_WORD:
			if (record->extra != 0)
				return an_string(block, record->extra);
			return lemma;
		case AN_KIND_CUE:
			/* imperfect verbs begin otherwise than their lemma */
			if (an_letter(folded, 0) != L_YA && an_letter(folded, 0) != L_TA &&
				!begins_alike(lemma, folded))
				return NULL;
			break;
		case AN_KIND_TITLE:
		case AN_KIND_ORG_HEAD:
		case AN_KIND_ORG_WORD:
		case AN_KIND_NATIONALITY:
		case AN_KIND_NUMBER:
		case AN_KIND_CURRENCY:
		case AN_KIND_UNIT:
		case AN_KIND_COUNTRY:
			if (!begins_alike(lemma, folded))
				return NULL;
			break;
		default:
			return NULL;
	}
	return strchr(lemma, ' ') == NULL ? lemma : NULL;
}

AnQuality
an_sense_of(const AnBlock *block, const AnEntry *entry, const char *folded,
			const char *written, size_t len, AnSense *out)
{
	int best = 0;
	Agreement agreed = CONTRARY;
	int i;

	out->quality = AN_UNKNOWN;
	out->parts = 0;
	out->month = NULL;
	for (i = 0; i < entry->nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry->senses[i]);
		const char *name = an_string(block, record->name);
		int rank = rank_of(record, name, folded, len);
		Agreement one;

		if (rank == 0)
			continue;
		if (record->kind == AN_KIND_MONTH)
			out->month = record;
		one = agreement(name, folded, written, len);
		/* the usual name of a country says nothing of this one */
		if (one == SAME && rank <= 4 && strncmp(name, written, len) != 0)
			one = LOOSE;
		if (one > LOOSE_TA)
			out->parts |= parts_of(record);
		rank += (int) one * 16;
		if (rank <= best)
			continue;
		best = rank;
		agreed = one;
		out->record = record;
	}
	if (best == 0)
		return AN_UNKNOWN;
	if (out->parts == 0)
		out->parts = parts_of(out->record);
	out->name = is_name(out->record);
	out->lemma = lemma_of(block, out->record, folded);
	out->own = out->record->kind == AN_KIND_WORD && out->record->extra == 0;
	out->strong = best % 16 >= 4;
	out->marbuta = agreed == LOOSE_TA;
	out->quality = agreed <= LOOSE_TA || best % 16 <= 2 ? AN_POOR : AN_GOOD;
	return out->quality;
}

AnQuality
an_sense(const AnBlock *block, const char *folded, const char *written,
		 size_t len, AnSense *out)
{
	AnEntry entry;

	if (an_store_find(block, folded, len, &entry))
		return an_sense_of(block, &entry, folded, written, len, out);
	out->quality = AN_UNKNOWN;
	out->parts = 0;
	return AN_UNKNOWN;
}
