/*-------------------------------------------------------------------------
 *
 * places.c
 *	  Countries, nationalities, places.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

#define PLACES (AN_BIT(COUNTRY) | AN_BIT(PLACE))

/* Words before which a name is that of a place, and stays outside of it. */
static const AnSpelling place_heads[] = {
	"مدينه",   "بمدينه",  "ومدينه",  "لمدينه",   "محافظه",   "بمحافظه",
	"ومحافظه", "لمحافظه", "منطقه",   "بمنطقه",   "ومنطقه",   "لمنطقه",
	"ولايه",   "بولايه",  "وولايه",  "بلده",     "ببلده",    "وبلده",
	"قريه",    "بقريه",   "وقريه",   "اقليم",    "باقليم",   "حي",
	"بحي",     "وحي",     "مخيم",    "بمخيم",    "مديريه",   "بمديريه",
	"مركز",    "ضاحيه",   "بضاحيه",  "معتمديه",  "بمعتمديه", "ولايتي",
	"محافظتي", "مدينتي",  "منطقتي",  "جزيره",    "بجزيره",   "مقاطعه",
	"بمقاطعه", "قضاء",    "ميناء",   "بميناء",   "بلديه",    "مطار",
	"معبر",    "عاصمه",   "العاصمه", "بالعاصمه", "والعاصمه", "للعاصمه"
};

/* ... and those that are part of it. */
static const AnSpelling name_heads[] = {
	"بحر",     "نهر",     "جبل",   "مضيق",  "بحيره", "محيط", "خليج",  "قطاع",
	"جمهوريه", "جمهوريه", "مملكه", "سلطنه", "وادي",  "هضبه", "صحراء", "ارخبيل"
};

static const AnSpelling prepositions[] = {
	"في",   "وفي",   "الي",    "والي",  "من",    "ومن",  "نحو",  "قرب", "شمال",
	"جنوب", "شرق",   "غرب",    "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "داخل",
	"خارج", "مدينه", "باتجاه", "صوب",   "ضواحي", "ريف",  "بين"
};

static const AnSpelling directions[] = { "شمال", "جنوب", "شرق", "غرب" };

/* Words of language, to which an adjective of nation belongs. */
static const AnSpelling languages[] = { "اللغه", "باللغه", "واللغه", "للغه",
										"لغه",   "اللهجه", "باللهجه" };

static bool
place_near(const AnReader *r, uint32_t i)
{
	return i < r->nwords &&
		   ((r->words[i].kinds | r->words[i].clitic_kinds) & PLACES) != 0;
}

/* Whether what stands around a word that may be none says that it is a place. */
static bool
place_context(const AnReader *r, uint32_t i, const AnHit *hit)
{
	uint32_t next = i + hit->nwords;

	if (i > 0 && an_after_blank(r, i) &&
		(AN_WORD_IN(r, i - 1, place_heads) ||
		 (AN_WORD_IN(r, i - 1, prepositions) && !an_is(r, i, AN_BIT(WORD)))))
		return true;
	if ((r->words[i].gap & AN_GAP_LINE) && next < r->nwords &&
		(r->words[next].gap & (AN_GAP_COMMA | AN_GAP_DASH | AN_GAP_STOP)))
		return true; /* where a report comes from */
	if (i > 0 && (r->words[i].gap & ~(AN_GAP_SPACE | AN_GAP_COMMA)) == 0 &&
		hit->clitic && place_near(r, i - 1))
		return true;
	return next < r->nwords && an_begins_with(r, next, "و") &&
		   (r->words[next].clitic_kinds & PLACES) != 0 &&
		   an_after_blank(r, next);
}

/* Whether a word has senses that are no names of places: مالي is financial. */
static bool
other_sense(const AnReader *r, uint32_t i)
{
	const AnRecord *word = an_store_sense(r->block, an_key(r, i),
										  r->words[i].key_len, AN_KIND_WORD);

	if (word != NULL && (word->flags & AN_FLAG_POS(AN_POS_ADJ)) != 0)
		return true;
	return an_is(r, i,
				 AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) | AN_BIT(NUMBER) |
					 AN_BIT(UNIT) | AN_BIT(CURRENCY));
}

/*
 * السعودية is a country, but behind a definite noun it is its adjective, as
 * long as no preposition or verb came before.
 */
static bool
adjective_here(const AnReader *r, uint32_t i)
{
	if (i == 0 || !an_after_blank(r, i))
		return false;
	if (an_is(r, i - 1,
			  PLACES | AN_BIT(CUE) | AN_BIT(STOP) | AN_BIT(TIME) |
				  AN_BIT(WEEKDAY)))
		return false;
	return an_definite_with(r, i - 1);
}

static void
add_nationality(AnReader *r, uint32_t i, const AnHit *hit,
				const AnRecord *record)
{
	AnEntity *e;

	if (i > 0 && an_after_blank(r, i) && AN_WORD_IN(r, i - 1, languages))
		return;
	if ((record->flags & AN_FLAG_WORD) && !hit->al)
		return;
	e = an_reader_add(r, AN_NATIONALITY, hit->start,
					  r->words[i + hit->nwords - 1].end);
	e->name = an_string(r->block, record->name);
	memcpy(e->country_code, record->code, sizeof(e->country_code));
	e->confidence = hit->al ? 0.85f : 0.75f;
}

/* Where the head before word i begins that is part of its name, or word i. */
static uint32_t
name_head(const AnReader *r, uint32_t i)
{
	if (i > 0 && an_after_blank(r, i))
	{
		if (AN_WORD_IN(r, i - 1, name_heads))
			return r->words[i - 1].start;
		if (AN_WORD_IN_BEHIND(r, i - 1, AN_LETTER, name_heads))
			return an_word_skip(r, i - 1, 1);
	}
	return r->words[i].start;
}

/* Where the place begins: at its head, if that is part of its name. */
static uint32_t
place_start(const AnReader *r, uint32_t i, const AnHit *hit)
{
	uint32_t start = hit->clitic ? hit->start : name_head(r, i);

	return start < r->words[i].start ? start : hit->start;
}

static void
add_place(AnReader *r, uint32_t i, const AnHit *hit, const AnRecord *record)
{
	bool country = record->kind == AN_KIND_COUNTRY;
	bool sure = hit->nwords > 1;
	AnEntity *e;

	if (hit->al)
		return; /* names with ال are listed with it */
	/* لغات is no غات */
	if (!sure && hit->clitic && !country &&
		record->value != AN_PLACE_CAPITAL &&
		r->words[i].end - hit->start <= 3 * AN_LETTER &&
		(an_begins_with(r, i, "ل") || an_begins_with(r, i, "ك")) &&
		!place_context(r, i, hit))
		return;
	if (!sure && ((record->flags & AN_FLAG_WORD) || other_sense(r, i)) &&
		!place_context(r, i, hit))
		return;
	e = an_add_name(r, AN_LOCATION, i, i + hit->nwords, place_start(r, i, hit),
					0.8f);
	r->name_end[i] = 0; /* titles look at hits for places */
	e->name = an_string(r->block, record->name);
	if (country)
		memcpy(e->country_code, record->code, sizeof(e->country_code));
	e->confidence = country ? 0.9f : sure ? 0.85f : 0.75f;
	if (hit->clitic)
		e->confidence -= 0.1f;
}

/* شمال شرق الصين: two directions and a country make a region of it. */
static void
add_direction(AnReader *r, uint32_t i)
{
	const AnHit *hit;
	AnEntity *e;
	size_t skip = an_begins_with(r, i, "و") ? 1 : 0;

	if (!AN_WORD_IN(r, i + 1, directions) ||
		!AN_WORD_IN_BEHIND(r, i, skip * AN_LETTER, directions) ||
		!an_after_blank(r, i + 1) || !an_after_blank(r, i + 2))
		return;
	hit = an_hit_of(r, i + 2, PLACES);
	if (hit == NULL || hit->clitic || hit->al)
		return;
	e = an_reader_add(r, AN_LOCATION, an_word_skip(r, i, skip),
					  r->words[i + 1 + hit->nwords].end);
	e->confidence = 0.8f;
	e->name = an_written(r, e->start, e->end);
}

/* An unknown word behind مدينة is the name of one. */
static void
add_unknown(AnReader *r, uint32_t i)
{
	uint32_t next = i;
	AnEntity *e;
	uint32_t start = i > 0 ? r->words[i].start : 0;

	if (i == 0 || !an_after_blank(r, i) || r->words[i].nhits > 0 ||
		(!AN_WORD_IN(r, i - 1, place_heads) &&
		 (start = name_head(r, i)) == r->words[i].start) ||
		!an_unknown(r, i) || an_begins_with(r, i, "لل") ||
		r->words[i].key_len < 3 * AN_LETTER || an_begins_with(r, i, "و"))
		return;
	while (next < i + 2 && next < r->nwords &&
		   (next == i || (an_after_blank(r, next) && an_foreign(r, next) &&
						  an_foreign(r, i))))
		next++;
	e = an_reader_add(r, AN_LOCATION, start, r->words[next - 1].end);
	e->confidence = 0.66f; /* above that of a person unknown */
	e->name = an_written(r, e->start, e->end);
}

AnStatus
an_read_places(AnReader *r)
{
	uint32_t i;

	for (i = 0; i < r->nwords; i++)
	{
		uint32_t kinds = r->words[i].kinds | r->words[i].clitic_kinds;
		const AnHit *hit;
		const AnRecord *record;

		if (an_poll(r, i))
			return AN_CANCELLED;
		if (i + 2 < r->nwords)
			add_direction(r, i);
		if (r->words[i].nhits == 0)
		{
			add_unknown(r, i);
			continue;
		}
		hit = an_hit_of(r, i, AN_BIT(NATIONALITY));
		if (hit != NULL && (hit->kinds & PLACES) == 0 &&
			((kinds & AN_BIT(COUNTRY)) == 0 || adjective_here(r, i)))
			add_nationality(r, i, hit,
							an_hit_sense(r, hit, AN_KIND_NATIONALITY));
		hit = an_hit_of(r, i, PLACES);
		if (hit == NULL)
			continue;
		record = an_hit_sense(r, hit, AN_KIND_COUNTRY);
		if (record == NULL)
			record = an_hit_sense(r, hit, AN_KIND_PLACE);

		/* روسيا is no indefinite روسي, but السعودية may be an adjective */
		if ((hit->kinds & AN_BIT(NATIONALITY)) != 0 || hit->nwords > 1 ||
			(kinds & AN_BIT(NATIONALITY)) == 0 || !adjective_here(r, i))
			add_place(r, i, hit, record);
	}
	return AN_OK;
}
