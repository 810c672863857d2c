/*-------------------------------------------------------------------------
 *
 * events.c
 *	  Events and works: known ones, and heads with what makes a name of them.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

#define QUOTED_MAX 8
#define TAIL_MAX 8

/* Adjectives that make no name of an event by themselves. */
static bool
event_adjective(const AnReader *r, uint32_t i)
{
	return an_after_blank(r, i) && an_definite(r, i) &&
		   an_is(r, i,
				 AN_BIT(NATIONALITY) | AN_BIT(ORG_WORD) | AN_BIT(NUMBER)) &&
		   !an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE));
}

/* القمة الروسية العربية, المنتدى الاقتصادي الثاني لبحر قزوين. */
static uint32_t
definite_tail(const AnReader *r, uint32_t i, int *nations, int *purposes)
{
	uint32_t limit = i + TAIL_MAX;
	int adjectives = 0;

	while (i < r->nwords && i < limit)
	{
		const AnHit *hit;

		if (event_adjective(r, i))
		{
			hit = an_hit_of(r, i, AN_BIT(NATIONALITY));
			*nations += hit != NULL && !hit->clitic;
			adjectives++;
			i++;
			continue;
		}
		if (adjectives == 0 || !an_after_blank(r, i) ||
			r->words[i].kinds != 0 || *purposes > 0)
			break;
		hit = an_hit_of(r, i, AN_BIT(COUNTRY) | AN_BIT(PLACE));
		if (hit != NULL && hit->clitic && an_begins_with(r, i, "ل"))
		{
			(*purposes)++;
			i += hit->nwords;
			continue;
		}
		if (!an_begins_with(r, i, "لل") ||
			(r->words[i].clitic_kinds & AN_BIT(ORG_WORD)) == 0)
			break;
		(*purposes)++;
		i++;
	}
	return i;
}

/* مهرجان قرطاج, مؤتمر القاهرة لتحلية المياه, بطولة العين الدولية للناشئين. */
static uint32_t
place_tail(const AnReader *r, uint32_t i)
{
	const AnHit *hit;
	uint32_t next;

	if (!an_after_blank(r, i))
		return i;
	hit = an_hit_of(r, i, AN_BIT(COUNTRY) | AN_BIT(PLACE));
	if (hit == NULL || hit->clitic || hit->al)
		return i;
	next = i + hit->nwords;
	while (an_after_blank(r, next) && an_definite(r, next) &&
		   an_is(r, next, AN_BIT(ORG_WORD)) && next < i + TAIL_MAX)
		next++;
	if (an_after_blank(r, next) && r->words[next].kinds == 0 &&
		an_begins_with(r, next, "ل"))
	{
		if (an_begins_with(r, next, "لل"))
			return next + 1;
		if (an_after_blank(r, next + 1) && an_definite(r, next + 1))
			return next + 2;
	}
	return next;
}

/* مهرجان زيتون المتوسط: a noun, and what it is of. */
static uint32_t
noun_tail(const AnReader *r, uint32_t i)
{
	const uint32_t no_noun = AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(NUMBER) |
							 AN_BIT(NATIONALITY) | AN_BIT(TIME);

	if (an_after_blank(r, i) && r->words[i].type == AN_TOKEN_ARABIC &&
		!an_definite_with(r, i) && !an_is(r, i, no_noun) &&
		!an_particle(r, i) && an_after_blank(r, i + 1) &&
		an_definite(r, i + 1) && !an_is(r, i + 1, no_noun))
		return i + 2;
	return i;
}

/* Heads of events that a place makes a name of. */
static const AnSpelling places_name[] = {
	"مهرجان", "مؤتمر", "منتدي", "معرض",    "بطوله",   "كاس",
	"دوري",   "قمه",   "رالي",  "ماراثون", "مونديال", "اولمبياد",
	"حرب",    "معركه", "ملتقي", "بينالي",  "دوره",    "سباق"
};

static const AnSpelling nouns_name[] = { "مهرجان" };

/* Heads of events with ال that an adjective of nation makes a name of. */
static const AnSpelling nations_name[] = { "القمه",  "الحرب",     "الدوري",
										   "الثوره", "الانتفاضه", "السوبر",
										   "الكاس" };

/* The key of the head alone, without what stands before it. */
static bool
head_in(const AnReader *r, uint32_t i, const AnHit *hit,
		const AnSpelling *list, size_t n)
{
	char key[AN_FOLD_MAX(64)];
	size_t len = r->words[i].end - hit->start;
	size_t k;

	if (len > 64)
		return false;
	len = an_fold(r->body + hit->start, len, key, sizeof(key));
	if (hit->clitic && hit->al && len >= 2 && memcmp(key, "ل", 2) == 0)
	{
		/* للقمة begins with its second ل: as القمة */
		memmove(key + 2, key, len);
		memcpy(key, "ا", 2);
		len += 2;
	}
	for (k = 0; k < n; k++)
		if (len == strlen(list[k]) && memcmp(key, list[k], len) == 0)
			return true;
	return false;
}

#define HEAD_IN(r, i, hit, list) \
	head_in(r, i, hit, list, sizeof(list) / sizeof((list)[0]))

/* A year behind the name of an event belongs to it: مونديال 2026. */
static uint32_t
with_year(const AnReader *r, uint32_t i)
{
	const AnWord *word = &r->words[i];

	if (an_after_blank(r, i) && word->type == AN_TOKEN_INTEGER &&
		word->key_len == 4 &&
		(memcmp(an_key(r, i), "19", 2) == 0 ||
		 memcmp(an_key(r, i), "20", 2) == 0))
		return i + 1;
	return i;
}

static void
add(AnReader *r, AnEntityType type, uint32_t i, uint32_t next, uint32_t start,
	const AnRecord *record, float confidence)
{
	AnEntity *e = an_add_name(r, type, i, next, start, confidence);

	e->name = record != NULL ? an_string(r->block, record->name)
							 : an_written(r, e->start, e->end);
}

static void
read_event(AnReader *r, uint32_t i, const AnHit *hit)
{
	const AnRecord *record = an_hit_sense(r, hit, AN_KIND_EVENT);
	uint32_t next = i + hit->nwords;
	uint32_t end;
	int nations = 0;
	int purposes = 0;

	if (!(record->flags & AN_FLAG_HEAD))
	{
		end = with_year(r, next);
		if (!hit->al)
			add(r, AN_EVENT, i, end, hit->start,
				end > next || r->words[i].type == AN_TOKEN_HASHTAG ? NULL
																   : record,
				hit->nwords > 1 ? 0.9f : 0.7f);
		return;
	}
	if (next >= r->nwords)
		return;
	if (!hit->al)
	{
		end = an_quoted(r, next, QUOTED_MAX);
		if (end == next && HEAD_IN(r, i, hit, places_name))
		{
			end = place_tail(r, next);
			if (end == next && HEAD_IN(r, i, hit, nouns_name))
				end = noun_tail(r, next);
			if (end == next && with_year(r, next) > next)
				end = next + 1;
		}
		if (end > next)
			add(r, AN_EVENT, i, with_year(r, end), hit->start, NULL, 0.85f);
		return;
	}
	end = definite_tail(r, next, &nations, &purposes);
	if (end > next &&
		(purposes > 0 || (nations > 0 && HEAD_IN(r, i, hit, nations_name))))
		add(r, AN_EVENT, i, with_year(r, end), hit->start, NULL, 0.65f);
}

/* Documents: what they are of belongs to the name. */
static const AnSpelling documents[] = { "اعلان", "اتفاقيه",  "معاهده",
										"ميثاق", "بروتوكول", "اتفاق",
										"جائزه" };

/* إعلان الصداقة ... بين روسيا وقيرغيزستان, اتفاقية جنيف. */
static uint32_t
document_tail(const AnReader *r, uint32_t i, int *names)
{
	static const AnSpelling between[] = { "بين" };
	uint32_t limit = i + 12;
	bool joint = false;

	*names = 0;
	while (an_after_blank(r, i) && i < limit)
	{
		const AnHit *hit = an_hit_of(r, i, AN_BIT(COUNTRY) | AN_BIT(PLACE));

		if (hit != NULL && !hit->al &&
			(!hit->clitic || an_begins_with(r, i, "ل") ||
			 (joint && an_begins_with(r, i, "و"))))
		{
			(*names)++;
			i += hit->nwords;
			continue;
		}
		if (AN_WORD_IN(r, i, between) && !joint &&
			an_is(r, i + 1, AN_BIT(COUNTRY)))
		{
			joint = true;
			i++;
			continue;
		}
		if (an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE)))
			break;
		if (*names == 0 && !joint && an_definite_with(r, i) &&
			!an_is(r, i, AN_BIT(NATIONALITY)))
			i++;
		else if (*names > 0 && !joint && an_begins_with(r, i, "لل"))
			i++;
		else
			break;
	}
	return i;
}

static void
read_work(AnReader *r, uint32_t i, const AnHit *hit)
{
	const AnRecord *record = an_hit_sense(r, hit, AN_KIND_WORK);
	uint32_t next = i + hit->nwords;
	uint32_t end;
	int names;

	if (!(record->flags & AN_FLAG_HEAD))
	{
		if (!hit->al &&
			(hit->nwords > 1 ||
			 !an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(PLACE))))
			add(r, AN_MISC, i, next, hit->start, record,
				hit->nwords > 1 ? 0.85f : 0.65f);
		return;
	}
	if (next >= r->nwords)
		return;

	/* a name in quotation marks behind a head: the name alone */
	end = an_quoted(r, next, QUOTED_MAX);
	if (end > next)
	{
		add(r, AN_MISC, next, end, r->words[next].start, NULL, 0.7f);
		return;
	}
	if (hit->al || !HEAD_IN(r, i, hit, documents))
		return;
	end = document_tail(r, next, &names);
	if (names > 0)
		add(r, AN_MISC, i, end, hit->start, NULL, 0.6f);
}

AnStatus
an_read_events(AnReader *r)
{
	uint32_t i;

	for (i = 0; i < r->nwords; i++)
	{
		const AnHit *hit;

		if (an_poll(r, i))
			return AN_CANCELLED;
		if (r->words[i].nhits == 0)
			continue;
		hit = an_hit_of(r, i, AN_BIT(EVENT));
		if (hit != NULL)
			read_event(r, i, hit);
		hit = an_hit_of(r, i, AN_BIT(WORK));
		if (hit != NULL)
			read_work(r, i, hit);
	}
	return AN_OK;
}
