/*-------------------------------------------------------------------------
 *
 * titles.c
 *	  A title with all that it is of: النائب الأول للرئيس الإيراني.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* What a title is of is no longer than this, in words. */
#define COMPLEMENT_MAX 14

static const AnSpelling at_places[] = { "في", "لدي", "الي" };

static const AnSpelling in_name_of[] = { "باسم" };

static const AnSpelling these[] = { "هذا", "هذه" };

/* ---- The title proper ---- */

/* Pronouns behind a title: رئيسها, زميلي. */
static const AnSpelling pronouns[] = { "ها", "هم", "هما", "نا", "ه", "ي" };

/* A title under a pronoun, and maybe و or ل before it. */
static const AnRecord *
owned_title(const AnReader *r, uint32_t i, uint32_t *start)
{
	const AnWord *word = &r->words[i];
	char base[64];
	size_t k;
	size_t skip;

	if (word->type != AN_TOKEN_ARABIC || (word->kinds & ~AN_BIT(TITLE)) != 0 ||
		word->key_len >= sizeof(base) - AN_LETTER)
		return NULL;
	for (skip = 0; skip < 2; skip++)
	{
		if (skip == 1 && !an_begins_with(r, i, "و") &&
			!an_begins_with(r, i, "ل"))
			break;
		for (k = 0; k < sizeof(pronouns) / sizeof(pronouns[0]); k++)
		{
			size_t n = strlen(pronouns[k]);
			size_t len = word->key_len - skip * AN_LETTER;
			const char *key = an_key(r, i) + skip * AN_LETTER;
			const AnRecord *record;

			if (len < n + 3 * AN_LETTER ||
				memcmp(key + len - n, pronouns[k], n) != 0)
				continue;
			len -= n;
			memcpy(base, key, len);
			if (memcmp(base + len - AN_LETTER, "ت", AN_LETTER) == 0)
				memcpy(base + len - AN_LETTER, "ه", AN_LETTER);
			record = an_store_sense(r->block, base, len, AN_KIND_TITLE);
			if (record != NULL)
			{
				*start = an_word_skip(r, i, skip);
				return record;
			}
		}
	}
	return NULL;
}

bool
an_owned_title(const AnReader *r, uint32_t i)
{
	uint32_t start;

	return owned_title(r, i, &start) != NULL;
}

/*
 * Letters that are short for a title (د.) need their dot or stroke; longer
 * ones must be no particle.
 */
static bool
proper_title(const AnReader *r, uint32_t i, const AnHit *hit)
{
	size_t letters = r->words[i].key_len / AN_LETTER;

	if (hit->nwords > 1)
		return true;
	if (letters == 1)
		return (r->words[i + 1].gap & (AN_GAP_STOP | AN_GAP_OTHER)) != 0 &&
			   (r->words[i + 1].gap & AN_GAP_LINE) == 0;
	return letters > 2 && !an_is(r, i, AN_BIT(STOP));
}

/* Whether a title hit has a sense of one person. */
static bool
singular(const AnReader *r, const AnHit *hit)
{
	int k;

	for (k = 0; k < hit->nsenses; k++)
	{
		const AnRecord *sense = an_hit_record(r, hit, k);

		if (sense->kind == AN_KIND_TITLE &&
			(sense->flags & (AN_FLAG_PLURAL | AN_FLAG_DUAL)) == 0)
			return true;
	}
	return false;
}

/* The record and span of the title proper at word i. */
static const AnRecord *
title_proper(const AnReader *r, uint32_t i, AnTitle *title)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(TITLE));
	const AnRecord *record = NULL;

	title->first = i;
	title->whole = true;
	if (hit != NULL && !proper_title(r, i, hit))
		hit = NULL;
	if (hit != NULL && hit->nwords == 1 && !singular(r, hit))
		hit = NULL; /* أستاذي is no أستاذا here */
	if (hit != NULL)
	{
		int k;

		/* of the senses of both numbers, the singular */
		for (k = 0; k < hit->nsenses; k++)
		{
			const AnRecord *sense = an_hit_record(r, hit, k);

			if (sense->kind == AN_KIND_TITLE &&
				(record == NULL ||
				 (record->flags & (AN_FLAG_PLURAL | AN_FLAG_DUAL))))
				record = sense;
		}
		title->next = i + hit->nwords;
		title->start = hit->start;
		title->whole = hit->al || an_definite_with(r, i) ||
					   (record->flags & AN_FLAG_REF) ||
					   r->words[i].key_len == AN_LETTER;
		if (!an_spelled(r, i, record) && !hit->clitic && !hit->al)
			return NULL;
	}
	else
	{
		record = owned_title(r, i, &title->start);
		title->next = i + 1;
	}
	return record;
}

/* ---- What it is of ---- */

/* Whether word i is of a kind that titles are of, without ال. */
static bool
indefinite_part(const AnReader *r, uint32_t i)
{
	uint32_t next = i + 1;

	if (!an_after_blank(r, next) || an_person_begins(r, i) ||
		an_is(r, i, AN_BIT(SURNAME) | AN_BIT(PERSON)))
		return false;
	if (!an_is(r, i,
			   AN_BIT(ORG_WORD) | AN_BIT(ORG_HEAD) | AN_BIT(TITLE) |
				   AN_BIT(WORD) | AN_BIT(EVENT) | AN_BIT(WORK)) ||
		an_is(r, i, AN_BIT(CUE) | AN_BIT(STOP)))
		return false;
	return an_definite(r, next) || r->name_end[next] > next ||
		   an_is(r, next,
				 AN_BIT(COUNTRY) | AN_BIT(PLACE) | AN_BIT(ORG_WORD) |
					 AN_BIT(ORG_HEAD) | AN_BIT(TITLE));
}

/* How many words at i go on with what a title is of; 0: none. */
static uint32_t
complement(const AnReader *r, uint32_t i)
{
	const AnHit *hit;

	if (i >= r->nwords ||
		(r->words[i].gap & ~(AN_GAP_SPACE | AN_GAP_QUOTE)) != 0)
		return 0;
	if (r->name_end[i] > i)
		return r->name_end[i] - i;
	if (!an_after_blank(r, i) || r->words[i].type != AN_TOKEN_ARABIC)
		return 0;
	if (AN_WORD_IN(r, i, these) && an_definite(r, i + 1))
		return 2;
	if (AN_WORD_IN(r, i, in_name_of) && an_after_blank(r, i + 1) &&
		!AN_WORD_IN(r, i + 1, in_name_of))
		return complement(r, i + 1) > 0 ? 1 : 0;
	if (AN_WORD_IN(r, i, at_places) && an_after_blank(r, i + 1))
		return r->name_end[i + 1] > 0 ||
					   an_is(r, i + 1, AN_BIT(COUNTRY) | AN_BIT(PLACE))
				   ? 1
				   : 0;
	if (an_is(r, i,
			  AN_BIT(CUE) | AN_BIT(STOP) | AN_BIT(WEEKDAY) | AN_BIT(TIME)) ||
		an_particle(r, i) || an_person_begins(r, i))
		return 0;
	hit =
		an_hit_of(r, i, AN_BIT(NATIONALITY) | AN_BIT(COUNTRY) | AN_BIT(PLACE));
	if (hit != NULL && !hit->clitic)
		return hit->nwords;
	if (an_definite(r, i))
		return 1;
	if (an_begins_with(r, i, "لل") && r->words[i].kinds == 0)
		return 1;
	if (an_begins_with(r, i, "ل") && r->words[i].kinds == 0 &&
		(r->words[i].clitic_kinds & (AN_BIT(ORG_WORD) | AN_BIT(COUNTRY) |
									 AN_BIT(PLACE) | AN_BIT(ORG_HEAD))))
		return 1;
	if (an_begins_with(r, i, "وال") && an_definite(r, i - 1) &&
		(r->words[i].clitic_kinds & AN_BIT(ORG_WORD)))
		return 1;
	return indefinite_part(r, i) ? 1 : 0;
}

/* Behind an honorific only more titles and ranks stand. */
static uint32_t
honorific_complement(const AnReader *r, uint32_t i)
{
	static const AnSpelling ranks[] = { "الركن", "الطيار", "البحري",   "اول",
										"ثان",   "متقاعد", "المتقاعد", "ركن",
										"حقوقي", "بحري",   "طيار" };
	const AnHit *hit;

	if (!an_after_blank(r, i) || an_person_begins(r, i))
		return 0;
	if (AN_WORD_IN(r, i, ranks))
		return 1;
	hit = an_hit_of(r, i, AN_BIT(NATIONALITY));
	if (hit != NULL && hit->al && !hit->clitic)
		return hit->nwords;
	hit = an_hit_of(r, i, AN_BIT(TITLE));
	return hit != NULL && !hit->clitic ? hit->nwords : 0;
}

bool
an_title(const AnReader *r, uint32_t i, AnTitle *title)
{
	const AnRecord *record = title_proper(r, i, title);
	uint32_t limit;
	uint32_t n;

	if (record == NULL || (record->flags & (AN_FLAG_PLURAL | AN_FLAG_DUAL)))
		return false;
	title->head = title->next;
	title->flags = record->flags;
	limit = title->next + COMPLEMENT_MAX;
	while (title->next < limit)
	{
		bool office =
			(title->flags & (AN_FLAG_OFFICE | AN_FLAG_JOB | AN_FLAG_REF)) != 0;

		n = office ? complement(r, title->next)
				   : honorific_complement(r, title->next);
		if (n == 0)
			break;
		if (!office)
		{
			/* معالي وزير الصحة: the second title has its own complement */
			const AnHit *hit = an_hit_of(r, title->next, AN_BIT(TITLE));
			const AnRecord *more =
				hit != NULL ? an_hit_sense(r, hit, AN_KIND_TITLE) : NULL;

			if (more != NULL)
				title->flags |= more->flags;
		}
		title->next += n;
		title->whole = true;
	}
	return title->next <= r->nwords;
}
