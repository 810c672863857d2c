/*-------------------------------------------------------------------------
 *
 * name_part.c
 *	  What one word, or one phrase of the store, is in the name of a person.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/person_name.h"

static const AnSpelling links[] = {
	"بن",  "ابن",   "بنت",   "ولد", "ال", "ابو", "ابي", "ابا",
	"ام",  "عبد",   "دي",    "دو",  "دا", "دوس", "فان", "فون",
	"لو",  "ديل",   "ديلا",  "دل",  "بو", "سي",  "سان", "اغا",
	"بني", "اوغلو", "مولاي", "بيك", "ذو", "ست",  "ايت"
};

bool
an_common_word(const AnReader *r, uint32_t i)
{
	const AnHit *hit = an_hits(r, i);
	int n;

	for (n = r->words[i].nhits; n > 0; n--, hit++)
	{
		const AnRecord *word =
			hit->nwords == 1 ? an_hit_sense(r, hit, AN_KIND_WORD) : NULL;

		if (word != NULL && (word->flags & AN_FLAG_POS(AN_POS_NAME)) == 0)
			return true;
	}
	return false;
}

/* The parts of a name that a hit may be. */
static int
part_of_hit(const AnReader *r, uint32_t i, const AnHit *hit, bool first)
{
	const AnRecord *given = an_hit_sense(r, hit, AN_KIND_GIVEN_NAME);
	const AnRecord *family = an_hit_sense(r, hit, AN_KIND_FAMILY_NAME);
	int part = 0;
	bool sure = false;

	if (given != NULL && !hit->clitic && !an_spelled(r, i, given))
		given = NULL;
	if (family != NULL && !hit->clitic && !an_spelled(r, i, family))
		family = NULL;

	if (given != NULL && !hit->al)
	{
		part |= AN_PART_GIVEN;
		sure |= (given->flags & AN_FLAG_WORD) == 0;
	}
	if (family != NULL && (!hit->al || !first))
	{
		part |= AN_PART_FAMILY;
		sure |= (family->flags & AN_FLAG_WORD) == 0;
	}
	if (!hit->al && (hit->kinds & (AN_BIT(SURNAME))))
	{
		part |= AN_PART_FAMILY;
		sure |= family == NULL;
	}
	if (given != NULL && hit->al && !first)
		part |= AN_PART_FAMILY;
	if (part != 0 && !sure)
		part |= AN_PART_RARE;
	return part;
}

bool
an_ends_in_ya(const AnReader *r, uint32_t i)
{
	return i < r->nwords && r->words[i].key_len >= AN_LETTER &&
		   memcmp(an_key(r, i) + r->words[i].key_len - AN_LETTER, "ي",
				  AN_LETTER) == 0;
}

/* بأجدير, لمشاركتكم: ب or ل and a letter that words begin with. */
static bool
after_proclitic(const AnReader *r, uint32_t i)
{
	const char *s = r->body + r->words[i].start;
	const char *end = r->body + r->words[i].end;
	uint32_t cp;

	s += an_utf8_decode(s, end, &cp);
	if (cp != 0x0628 && cp != 0x0644 && cp != 0x0648 && cp != 0x0641 &&
		cp != 0x0643)
		return false;
	if (s >= end)
		return false;
	if (cp == 0x0648)
	{
		/* وشوهدت; but ويلكس, واين, وولف */
		an_utf8_decode(s, end, &cp);
		return cp != 0x064A && cp != 0x0627 && cp != 0x0648;
	}
	an_utf8_decode(s, end, &cp);
	return cp == 0x0623 || cp == 0x0625 || cp == 0x0622 || cp == 0x062A ||
		   cp == 0x0645;
}

/* قيسي is القيسي. */
static bool
family_without_article(const AnReader *r, uint32_t i)
{
	char key[64] = "ال";
	size_t len = r->words[i].key_len;

	if (len < 3 * AN_LETTER || len > sizeof(key) - AN_ARTICLE ||
		!an_ends_in_ya(r, i))
		return false;
	memcpy(key + AN_ARTICLE, an_key(r, i), len);
	return an_store_sense(r->block, key, len + AN_ARTICLE,
						  AN_KIND_FAMILY_NAME) != NULL;
}

/* الشحرية is of the family الشحري. */
static bool
family_of_woman(const AnReader *r, uint32_t i)
{
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;

	return r->words[i].kinds == 0 && len > 6 * AN_LETTER &&
		   memcmp(key + len - 2 * AN_LETTER, "يه", 2 * AN_LETTER) == 0 &&
		   (an_store_sense(r->block, key, len - AN_LETTER,
						   AN_KIND_FAMILY_NAME) != NULL ||
			an_store_sense(r->block, key + AN_ARTICLE,
						   len - AN_ARTICLE - AN_LETTER,
						   AN_KIND_FAMILY_NAME) != NULL) &&
		   !an_whole_word(r, i);
}

uint32_t
an_kinds_with_article(const AnReader *r, uint32_t i)
{
	const AnHit *hit = an_hits(r, i);
	uint32_t kinds = 0;
	int n;

	for (n = r->words[i].nhits; n > 0; n--, hit++)
		if (!hit->al && !hit->clitic && hit->nwords == 1)
			kinds |= hit->kinds;
	return kinds;
}

/* Whether a word with ال that is no family name of the store may be one. */
static bool
may_be_nisba(const AnReader *r, uint32_t i)
{
	const uint32_t name = AN_BIT(PLACE) | AN_BIT(GIVEN_NAME) |
						  AN_BIT(FAMILY_NAME) | AN_BIT(SURNAME) |
						  AN_BIT(PERSON);
	const uint32_t word = AN_BIT(ORG_WORD) | AN_BIT(WORD);
	uint32_t kinds = r->words[i].kinds;

	if (kinds == 0)
		return an_unknown(r, i);
	return an_kinds_with_article(r, i) == 0 && (kinds & ~(name | word)) == 0 &&
		   ((kinds & word) == 0 || an_ends_in_ya(r, i));
}

/* Whether word i is a particle and no name that is spelled as one. */
static bool
particle_here(const AnReader *r, uint32_t i)
{
	static const AnSpelling names[] = { "علي", "بان", "فان", "ام", "عبر" };

	if (AN_WORD_IN(r, i, names))
		return an_is(r, i, AN_BIT(STOP)) &&
			   memcmp(r->body + r->words[i].end - 2, "\xd9\x89", 2) == 0;
	return an_is(r, i, AN_BIT(STOP)) || an_particle(r, i);
}

int
an_name_part(const AnReader *r, uint32_t i, bool first, uint32_t *nwords,
			 uint32_t *start)
{
	const AnWord *word = &r->words[i];
	const AnHit *hit = an_hits(r, i);
	const AnHit *best = NULL;
	int part = 0;
	int n;

	*nwords = 1;
	*start = word->start;
	if (word->type == AN_TOKEN_ASCIIWORD || word->type == AN_TOKEN_WORD)
		return AN_PART_LATIN;
	if (word->type != AN_TOKEN_ARABIC || particle_here(r, i))
		return 0;
	for (n = word->nhits; n > 0; n--, hit++)
	{
		int p;

		if ((hit->clitic && !first) ||
			(best != NULL && hit->nwords <= best->nwords))
			continue;
		p = part_of_hit(r, i, hit, first);
		if (p != 0)
		{
			part = p;
			best = hit;
		}
	}
	if (best != NULL && best->clitic && !an_begins_with(r, i, "و") &&
		!AN_WORD_IN(r, i + 1, links) &&
		!AN_WORD_IN_BEHIND(r, i, AN_LETTER, links) && an_whole_word(r, i))
	{
		best = NULL; /* بيانا is no ب and يانا */
		part = 0;
	}
	if (best != NULL)
	{
		*nwords = best->nwords;
		*start = best->start;
		if (best->nwords == 1)
		{
			if (an_is(r, i, AN_KINDS_STOP))
				part |= AN_PART_RARE;
			if (an_is(r, i, AN_KINDS_OTHER) && first)
				part |= AN_PART_RARE;
			if (an_common_word(r, i) && best->clitic)
				part |= AN_PART_RARE;
		}
	}
	if ((best == NULL || best->nwords == 1) && AN_WORD_IN(r, i, links))
		return part | AN_PART_LINK;
	if (best != NULL)
		return part;
	if (an_definite(r, i) && !first && family_of_woman(r, i))
		return AN_PART_FAMILY;
	if (an_definite(r, i))
		return !first && may_be_nisba(r, i) ? AN_PART_NISBA : 0;
	if (!first && word->kinds == 0 && family_without_article(r, i))
		return AN_PART_FAMILY;
	return an_unlisted(r, i) && !an_definite_with(r, i) &&
				   !after_proclitic(r, i)
			   ? AN_PART_UNKNOWN
			   : 0;
}
