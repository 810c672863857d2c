/*-------------------------------------------------------------------------
 *
 * organizations.c
 *	  Organizations: known names, and generic heads with what follows them.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* ---- Candidates ---- */

/*
 * Whether a role hides the body that begins at word i: in وزير الخارجية and
 * رئيس مجلس الوزراء it is no mention.
 */
static bool
hidden(const AnReader *r, uint32_t i, bool *cabinet)
{
	static const AnSpelling ministers[] = {
		"وزير",   "ووزير", "لوزير",  "بوزير",  "وزيره", "ووزيره", "لوزيره",
		"الوزير", "وزراء", "ووزراء", "لوزراء", "وزيري", "وزيرا",  "فوزير"
	};
	static const AnSpelling chiefs[] = { "رئيس",  "ورئيس",  "لرئيس", "برئيس",
										 "رئيسه", "ورئيسه", "رؤساء", "ورؤساء",
										 "رئيسي", "رئيسا",  "فرئيس" };

	*cabinet = false;
	if (i == 0 || !an_after_blank(r, i))
		return false;
	if (AN_WORD_IN(r, i - 1, ministers))
		return true;
	*cabinet = AN_WORD_IN(r, i - 1, chiefs);
	return false;
}

/* Bodies that the title of their chief hides. */
static bool
is_cabinet(const AnReader *r, uint32_t i)
{
	static const AnSpelling of[] = { "الوزراء", "وزراء", "الدوله", "دوله",
									 "الحكومه" };
	static const AnSpelling heads[] = { "الحكومه", "حكومه", "الوزراء",
										"وزراء" };
	static const AnSpelling council[] = { "مجلس" };

	return AN_WORD_IN(r, i, heads) ||
		   (AN_WORD_IN(r, i, council) && AN_WORD_IN(r, i + 1, of));
}

static AnEntity *
add_organization(AnReader *r, uint32_t first, uint32_t next, uint32_t start,
				 const AnRecord *record, float confidence)
{
	bool cabinet;
	AnEntity *e;

	if (hidden(r, first, &cabinet) || (cabinet && is_cabinet(r, first)))
		return NULL;
	e = an_add_name(r, AN_ORGANIZATION, first, next, start, confidence);
	e->name = record != NULL ? an_string(r->block, record->name)
							 : an_written(r, e->start, e->end);
	return e;
}

/* Words beside which a name like الهلال is that of a club. */
static const AnSpelling sport[] = {
	"مدرب",  "لاعب",   "لاعبي", "مشجع", "مشجعي", "لاعبو",  "مهاجم",
	"حارس",  "مدافع",  "نجم",   "قائد", "جمهور", "جماهير", "فوز",
	"خساره", "مباراه", "صفوف",  "مرمي", "نظيره", "ضيفه",   "مضيفه",
	"فاز",   "خسر",    "تعادل", "هزم",  "تاهل",  "انتصار", "هزيمه",
	"تعاقد", "شباك",   "قميص",  "هدف",  "دفاع",  "هجوم"
};

/* Whether one of these words, maybe with a proclitic, is before word i. */
static bool
behind_sport(const AnReader *r, uint32_t i)
{
	return i > 0 && an_after_blank(r, i) &&
		   (AN_WORD_IN(r, i - 1, sport) ||
			AN_WORD_IN_BEHIND(r, i - 1, AN_LETTER, sport));
}

/* Whether a club begins at word i whose name is nothing else. */
static bool
sure_club(const AnReader *r, uint32_t i)
{
	const AnHit *hit =
		i < r->nwords ? an_hit_of(r, i, AN_BIT(ORGANIZATION)) : NULL;
	const AnRecord *record;

	if (hit == NULL || hit->al)
		return false;
	record = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);
	return record->value == AN_ORG_CLUB &&
		   (hit->nwords > 1 || !(record->flags & AN_FLAG_WORD));
}

/* Whether words around say that a word like الهلال is the body. */
static bool
body_context(const AnReader *r, uint32_t i, const AnHit *hit,
			 const AnRecord *record)
{
	bool club = record->value == AN_ORG_CLUB;
	uint32_t next = i + hit->nwords;
	const AnHit *nationality;

	if (i > 0 && an_after_blank(r, i) && !an_definite_with(r, i - 1))
	{
		const AnHit *head = an_hit_of(r, i - 1, AN_BIT(ORG_HEAD));

		if (head != NULL && head->nwords == 1 &&
			an_hit_sense(r, head, AN_KIND_ORG_HEAD)->value == record->value)
			return true;
	}
	if (r->words[i].quoted && (r->words[i].gap & AN_GAP_QUOTE) &&
		(r->words[next].gap & AN_GAP_QUOTE))
		return true;
	if (!club)
		return false;
	if (behind_sport(r, i))
		return true;
	if (next < r->nwords && an_after_blank(r, next) &&
		an_begins_with(r, next, "و") && sure_club(r, next))
		return true;
	nationality = an_nation(r, next) && an_after_blank(r, next)
					  ? an_hit_of(r, next, AN_BIT(NATIONALITY))
					  : NULL;
	return nationality != NULL &&
		   memcmp(an_hit_sense(r, nationality, AN_KIND_NATIONALITY)->code,
				  record->code, sizeof(record->code)) == 0;
}

/* ---- Names that an article uses for a body again and again ---- */

#define CONFIRMED_MAX 64

/*
 * A name like الهلال is the body everywhere in an article that shows it once.
 */
typedef struct Confirmed
{
	const AnRecord *records[CONFIRMED_MAX];
	int n;
} Confirmed;

static bool
is_confirmed(const Confirmed *c, const AnRecord *record)
{
	int k;

	for (k = 0; k < c->n; k++)
		if (c->records[k] == record)
			return true;
	return false;
}

static void
confirm(Confirmed *c, const AnRecord *record)
{
	if (c->n < CONFIRMED_MAX && !is_confirmed(c, record))
		c->records[c->n++] = record;
}

/* Where adjectives of a known name go on: الهلال السعودي. */
static uint32_t
known_tail(const AnReader *r, uint32_t next, const AnRecord *record)
{
	const AnHit *hit;

	if (!an_after_blank(r, next) || !an_nation(r, next))
		return next;
	hit = an_hit_of(r, next, AN_BIT(NATIONALITY));
	if (record->code[0] != '\0' &&
		memcmp(an_hit_sense(r, hit, AN_KIND_NATIONALITY)->code, record->code,
			   sizeof(record->code)) != 0)
		return next;
	switch (record->value)
	{
		case AN_ORG_CLUB:
			/* الهلال السعودي, but ريال مدريد and then الإسباني */
			return an_definite_with(r, next - 1) &&
						   strchr(an_string(r->block, record->name), ' ') ==
							   NULL
					   ? next + 1
					   : next;
		case AN_ORG_BANK:
		case AN_ORG_GOVERNMENT:
		case AN_ORG_PARLIAMENT:
		case AN_ORG_COURT:
		case AN_ORG_ARMED:
		case AN_ORG_NGO:
		case AN_ORG_UNIVERSITY:
			return next + 1;
		default:
			return next;
	}
}

/* Whether و joins the name at word i to a club that is sure. */
static bool
beside_club(const AnReader *r, uint32_t i, const Confirmed *confirmed)
{
	const AnHit *before =
		i > 0 && an_after_blank(r, i) && an_begins_with(r, i, "و")
			? an_hit_of(r, i - 1, AN_BIT(ORGANIZATION))
			: NULL;

	return before != NULL && !before->al && before->nwords == 1 &&
		   (sure_club(r, i - 1) ||
			is_confirmed(confirmed,
						 an_hit_sense(r, before, AN_KIND_ORGANIZATION)));
}

/* Whether the name at word i needs to be shown as one of a body. */
static bool
needs_context(const AnReader *r, uint32_t i, const AnHit *hit,
			  const AnRecord *record)
{
	const AnHit *place = an_hit_of(r, i, AN_BIT(PLACE) | AN_BIT(COUNTRY));

	/* الشرق الأوسط is a newspaper too */
	if (place != NULL && place->nwords >= hit->nwords)
		return true;
	return hit->nwords == 1 && ((record->flags & AN_FLAG_WORD) ||
								an_is(r, i,
									  AN_BIT(STOP) | AN_BIT(CUE) |
										  AN_BIT(TIME) | AN_BIT(COUNTRY)));
}

static void
read_known(AnReader *r, uint32_t i, const Confirmed *confirmed)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(ORGANIZATION));
	const AnRecord *record;
	uint32_t next;

	if (hit == NULL || hit->al)
		return;
	record = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);
	if (needs_context(r, i, hit, record) && !body_context(r, i, hit, record) &&
		(an_is(r, i, AN_BIT(ORG_HEAD)) || /* الاتحاد alone refers back */
		 !an_definite_with(r, i) ||
		 !(is_confirmed(confirmed, record) || beside_club(r, i, confirmed))))
		return;
	if (hit->nwords == 1 && !hit->clitic && !an_spelled(r, i, record))
		return; /* أودى is no أودي */
	next = known_tail(r, i + hit->nwords, record);
	add_organization(r, i, next, hit->start, record,
					 hit->nwords > 1 ? 0.9f
					 : hit->clitic   ? 0.7f
									 : 0.8f);
}

static void
read_head(AnReader *r, uint32_t i, bool known_start)
{
	AnOrganization found;

	if (an_organization_head(r, i, known_start, &found))
		add_organization(r, i, found.next, found.start, found.record,
						 found.confidence);
}

/* The names that need context, of clubs and the like, that have it once. */
static AnStatus
find_confirmed(AnReader *r, Confirmed *confirmed)
{
	uint32_t i;

	for (i = 0; i < r->nwords; i++)
	{
		const AnHit *hit;
		const AnRecord *record;

		if (an_poll(r, i))
			return AN_CANCELLED;
		if (((r->words[i].kinds | r->words[i].clitic_kinds) &
			 AN_BIT(ORGANIZATION)) == 0)
			continue;
		hit = an_hit_of(r, i, AN_BIT(ORGANIZATION));
		if (hit->al)
			continue;
		record = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);
		if (hit->nwords > 1)
		{
			/* حركة النهضة: then النهضة too */
			if (record->flags & AN_FLAG_WORD)
				confirm(confirmed, record);
			continue;
		}
		if (needs_context(r, i, hit, record) && record->value == AN_ORG_CLUB &&
			body_context(r, i, hit, record))
			confirm(confirmed, record);
	}
	return AN_OK;
}

AnStatus
an_read_organizations(AnReader *r)
{
	Confirmed confirmed = { .n = 0 };
	AnStatus status = find_confirmed(r, &confirmed);
	uint32_t i;

	if (status != AN_OK)
		return status;
	for (i = 0; i < r->nwords; i++)
	{
		const AnHit *hit;

		if (an_poll(r, i))
			return AN_CANCELLED;
		if (r->words[i].nhits == 0)
			continue;
		hit = an_hit_of(r, i, AN_BIT(ORGANIZATION));
		if (hit != NULL)
			read_known(r, i, &confirmed);
		if (an_hit_of(r, i, AN_BIT(ORG_HEAD)) != NULL)
			read_head(r, i,
					  hit != NULL && hit->nwords > 1 && !hit->al &&
						  an_hit_sense(r, hit, AN_KIND_ORGANIZATION)->value ==
							  AN_ORG_INTERNATIONAL);
	}
	return AN_OK;
}
