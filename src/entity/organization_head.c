/*-------------------------------------------------------------------------
 *
 * organization_head.c
 *	  A generic head of an organization's name, and what makes a name of it.
 *
 * A head (وزارة, الهيئة العامة, شركة) begins a name if what follows makes one of
 * it: a name in quotation marks, a known or unknown name, a field of work
 * (التعليم), adjectives that agree (الوطنية), ل with a purpose (للتعاون). The
 * longest such span is the name.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* Words in a name behind its head; fields within fields. */
#define TAIL_MAX 16
#define DEPTH_MAX 5
#define QUOTED_MAX 8

typedef struct Head
{
	const AnRecord *record;
	bool definite;
	bool no_purpose; /* a known name: للمناخ is none of it */
	uint32_t nwords;
	uint32_t next;  /* word behind it */
	uint32_t start; /* bytes */
} Head;

/* What made a name of a head: how sure it is follows from that. */
typedef struct Evidence
{
	int adjectives;
	int strong; /* adjectives that are rare outside names */
	int weak;   /* those that say little */
	int nations;
	int purposes; /* ل with a noun */
	int fields;
	int names;   /* quoted, known, unknown or places */
	bool quoted; /* the last of them is quoted */
} Evidence;

/* Adjectives that make a name even of a head with ال. */
static const AnSpelling strong_adjectives[] = {
	"الاعلي",  "العليا", "المركزي",   "المركزيه",  "الملكي",   "الملكيه",
	"المتحده", "المتحد", "الاتحاديه", "الدستوريه", "الاوراسي", "الاوراسيه"
};

static const AnSpelling weak_adjectives[] = {
	"الدولي",   "الدوليه", "الحكومي", "الحكوميه", "المحلي",   "المحليه",
	"الخاص",    "الخاصه",  "الرسمي",  "الرسميه",  "الجديد",   "الجديده",
	"المعني",   "المعنيه", "المشترك", "المشتركه", "المنظم",   "المنظمه",
	"الامني",   "الامنيه", "الكبير",  "الكبيره",  "الرئيسي",  "الرئيسيه",
	"الكبري",   "الاول",   "الاولي",  "الثاني",   "الثانيه",  "المختص",
	"المختصه",  "العام",   "العامه",  "السياسي",  "السياسيه", "العسكري",
	"العسكريه", "الفني",   "الفنيه"
};

static uint32_t tail(const AnReader *r, uint32_t i, const Head *head,
					 Evidence *seen);

/* ---- Adjectives, purposes, lists: what may end any name ---- */

/* Whether word i is an adjective of names, with ال. */
static bool
adjective(const AnReader *r, uint32_t i)
{
	const AnHit *hit;
	const AnRecord *record;

	if (!an_after_blank(r, i) || !an_definite(r, i))
		return false;
	hit = an_hit_of(r, i, AN_BIT(ORG_WORD));
	record = hit != NULL ? an_hit_sense(r, hit, AN_KIND_ORG_WORD) : NULL;
	return record != NULL && !hit->clitic &&
		   (record->flags & AN_FLAG_ADJECTIVE) != 0;
}

/* An adjective of which the store has nothing: الإنمائي. */
static bool
nisba(const AnReader *r, uint32_t i)
{
	const AnWord *word;

	if (!an_after_blank(r, i) || !an_definite(r, i))
		return false;
	word = &r->words[i];
	return (word->kinds & ~(AN_BIT(WORD) | AN_BIT(FAMILY_NAME))) == 0 &&
		   word->key_len >= 6 * AN_LETTER &&
		   (memcmp(an_key(r, i) + word->key_len - 2, "ي", 2) == 0 ||
			memcmp(an_key(r, i) + word->key_len - 4, "يه", 4) == 0);
}

bool
an_nation(const AnReader *r, uint32_t i)
{
	const AnHit *hit =
		i < r->nwords ? an_hit_of(r, i, AN_BIT(NATIONALITY)) : NULL;

	return hit != NULL && !hit->clitic && an_definite(r, i);
}

/* Whether word i is a field of work: with ال, or without it. */
static bool
field(const AnReader *r, uint32_t i, bool definite)
{
	return i < r->nwords && an_definite(r, i) == definite &&
		   an_is(r, i, AN_BIT(ORG_WORD)) && !an_is(r, i, AN_BIT(STOP));
}

/*
 * Words without ال that a name goes on with, up to the one with ال that ends
 * them: شؤون اللاجئين. Gives the word behind them, or i.
 */
static uint32_t
construct(const AnReader *r, uint32_t i)
{
	uint32_t k = i;

	while (k < i + 4 && an_after_blank(r, k) &&
		   (field(r, k, false) ||
			(k > i && r->words[k].kinds == 0 && an_begins_with(r, k, "و") &&
			 !an_definite_with(r, k) &&
			 (r->words[k].clitic_kinds & AN_BIT(ORG_WORD)))))
		k++;
	if (!an_after_blank(r, k))
		return i;
	if (an_definite(r, k) && !an_is(r, k, AN_BIT(CUE)))
		return k + 1;
	if (k > i && r->name_end[k] > k)
		return r->name_end[k];
	if (k > i && an_is(r, k, AN_BIT(COUNTRY)))
	{
		const AnHit *hit = an_hit_of(r, k, AN_BIT(COUNTRY));

		if (!hit->clitic)
			return k + hit->nwords;
	}
	return i;
}

/* A purpose: للتعاون, لكرة القدم, لشؤون اللاجئين. The word behind it, or i. */
static uint32_t
purpose(const AnReader *r, uint32_t i, const Head *head, const Evidence *seen)
{
	const AnWord *word = &r->words[i];
	uint32_t next;

	if ((word->gap & ~(AN_GAP_SPACE | (seen->quoted ? AN_GAP_QUOTE : 0))) ||
		word->type != AN_TOKEN_ARABIC || word->kinds != 0)
		return i;
	if (an_begins_with(r, i, "لل"))
	{
		if (word->clitic_kinds & AN_BIT(ORG_WORD))
			return i + 1;
		if (word->clitic_kinds &
			(AN_BIT(COUNTRY) | AN_BIT(NATIONALITY) | AN_BIT(TIME) |
			 AN_BIT(ORGANIZATION) | AN_BIT(ORG_HEAD) | AN_BIT(TITLE)))
			return i;
		return seen->quoted ||
					   (head->definite && seen->adjectives > 0 &&
						(word->clitic_kinds & AN_BIT(WORD))) ||
					   (seen->nations == 0 && seen->names == 0 &&
						(head->record->flags & AN_FLAG_FOLLOW_L))
				   ? i + 1
				   : i;
	}
	if (!an_begins_with(r, i, "ل") ||
		(word->clitic_kinds &
		 (AN_BIT(ORG_WORD) | AN_BIT(EVENT) | AN_BIT(WORK))) == 0)
		return i;
	next = construct(r, i + 1);
	return next > i + 1 ? next : i;
}

/* و with one more of the kind before: والثقافة, وتنمية الصادرات. */
static uint32_t
listed(const AnReader *r, uint32_t i)
{
	uint32_t next;

	if (!an_after_blank(r, i) || r->words[i].type != AN_TOKEN_ARABIC ||
		!an_begins_with(r, i, "و") || r->words[i].kinds != 0 ||
		(r->words[i].clitic_kinds & AN_BIT(ORG_WORD)) == 0 ||
		an_hit_of(r, i, AN_BIT(ORGANIZATION)) != NULL)
		return i;
	if (an_begins_with(r, i, "وال"))
		return i + 1;
	next = construct(r, i + 1);
	return next > i + 1 ? next : i;
}

static uint32_t
tail(const AnReader *r, uint32_t i, const Head *head, Evidence *seen)
{
	uint32_t limit = i + TAIL_MAX;

	while (i < r->nwords && i < limit)
	{
		uint32_t next;

		if (an_nation(r, i) && an_after_blank(r, i))
		{
			/* behind a name as such the adjective stands by itself */
			if (seen->names > 0 && seen->adjectives + seen->purposes == 0)
				break;
			seen->nations++;
			i++;
			if (i < r->nwords && an_nation(r, i) &&
				(r->words[i].gap & AN_GAP_DASH) &&
				(r->words[i].gap & ~(AN_GAP_SPACE | AN_GAP_DASH)) == 0)
				i++;
			continue;
		}
		if (adjective(r, i) ||
			(seen->purposes + seen->fields > 0 && nisba(r, i)))
		{
			seen->adjectives++;
			if (AN_WORD_IN(r, i, strong_adjectives))
				seen->strong++;
			if (AN_WORD_IN(r, i, weak_adjectives))
				seen->weak++;
			i++;
			continue;
		}
		/* الشؤون الخارجية: a field that agrees with the one before */
		if (seen->fields > 0 && seen->names + seen->adjectives == 0 &&
			an_after_blank(r, i) && field(r, i, true))
		{
			seen->adjectives++;
			i++;
			continue;
		}
		next = head->no_purpose ? i : purpose(r, i, head, seen);
		if (next > i)
		{
			seen->purposes++;
			seen->quoted = false;
			i = next;
			continue;
		}
		next = seen->nations == 0 && seen->fields + seen->purposes > 0
				   ? listed(r, i)
				   : i;
		if (next > i)
		{
			i = next;
			continue;
		}
		break;
	}
	return i;
}

/* ---- What follows a head ---- */

/* الملك سعود, محمد السادس: a person after whom the body is called. */
static uint32_t
after_person(const AnReader *r, uint32_t i)
{
	static const AnSpelling of_honour[] = { "الملك",  "الامير", "الاميره",
											"الشيخ",  "الامام", "السلطان",
											"الرئيس", "الملكه", "الشهيد",
											"الشيخه", "خادم" };
	AnName name;

	if (!an_after_blank(r, i))
		return i;
	if (AN_WORD_IN(r, i, of_honour))
	{
		if (an_after_blank(r, i + 1) &&
			an_person_name(r, i + 1, AN_BEFORE_HONORIFIC, &name))
			return name.next;
		return i;
	}
	if (!an_is(r, i, AN_BIT(GIVEN_NAME) | AN_BIT(PERSON)))
		return i;
	return an_person_name(r, i, AN_BEFORE_NOTHING, &name) &&
				   name.confidence >= 0.6f
			   ? name.next
			   : i;
}

/* Whether a name that is more often a word is one behind this head. */
static bool
fits(const AnReader *r, const Head *head, const AnHit *hit)
{
	const AnRecord *record = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);

	return hit->nwords > 1 || (record->flags & AN_FLAG_WORD) == 0 ||
		   record->value == head->record->value ||
		   (head->record->flags & AN_FLAG_FOLLOW_AL) == 0;
}

/* What a name in apposition may be besides quoted or known: bits. */
#define APPOSED_PLACE 0x01 /* or a person */
#define APPOSED_UNKNOWN 0x02

/* A known organization behind a head; the word behind it, or i. */
static uint32_t
apposed_body(const AnReader *r, uint32_t i, const Head *head)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(ORGANIZATION));

	if (hit == NULL || hit->clitic || hit->al || !fits(r, head, hit) ||
		(head->record->flags & (AN_FLAG_FOLLOW_DEF | AN_FLAG_FOLLOW_NAME |
								AN_FLAG_FOLLOW_PLACE)) == 0 ||
		(hit->nwords == 1 && head->definite))
		return i;
	return i + hit->nwords;
}

/* A person or a place after whom a body is called. */
static uint32_t
apposed_place(const AnReader *r, uint32_t i, const Head *head)
{
	uint16_t follow = head->record->flags;
	int64_t kind = head->record->value;
	uint32_t next = i;
	const AnHit *hit;

	if (kind != AN_ORG_CLUB &&
		(follow & (AN_FLAG_FOLLOW_DEF | AN_FLAG_FOLLOW_NAME)))
		next = after_person(r, i);
	if (next > i)
		return next;
	hit = an_hit_of(r, i, AN_BIT(COUNTRY) | AN_BIT(PLACE));
	if (hit == NULL || hit->clitic || hit->al)
		return i;
	if ((follow & AN_FLAG_FOLLOW_PLACE) ||
		((follow & AN_FLAG_FOLLOW_NAME) &&
		 (kind == AN_ORG_CLUB || kind == AN_ORG_BANK ||
		  kind == AN_ORG_UNIVERSITY)))
		return i + hit->nwords;
	return i;
}

/* Words of which the store has nothing, as names of companies are. */
static uint32_t
apposed_unknown(const AnReader *r, uint32_t i, const Head *head,
				const Evidence *seen)
{
	uint32_t next;

	if (!(head->record->flags & AN_FLAG_FOLLOW_NAME))
		return i;
	for (next = i; next < r->nwords && next < i + 3; next++)
	{
		AnTokenType type = (AnTokenType) r->words[next].type;

		if (!an_after_blank(r, next) ||
			!(type == AN_TOKEN_ASCIIWORD || type == AN_TOKEN_NUMWORD ||
			  (an_foreign(r, next) && !an_verb_shape(r, next))))
			break;
	}
	if (next == i && head->record->value == AN_ORG_COMPANY &&
		r->words[i].type == AN_TOKEN_ARABIC && i + 1 < r->nwords &&
		!an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE)) && !an_definite_with(r, i) &&
		purpose(r, i + 1, head, seen) > i + 1)
		next = i + 1; /* شركة سلامة للتأمين */
	return next;
}

/* A name in apposition; the word behind it, or i. */
static uint32_t
apposition(const AnReader *r, uint32_t i, const Head *head, Evidence *seen,
		   int apposed)
{
	uint32_t next = head->definite ? i : an_quoted(r, i, QUOTED_MAX);

	if (next > i && apposed == 0 && an_hit_of(r, i, AN_BIT(ORGANIZATION)))
		return i; /* its short name, a mention of its own */
	seen->quoted |= next > i;
	if (next == i && (r->words[i].gap & ~AN_GAP_SPACE) == 0)
	{
		next = apposed_body(r, i, head);
		if (next == i && (apposed & APPOSED_PLACE) && !head->definite)
			next = apposed_place(r, i, head);
		if (next == i && (apposed & APPOSED_UNKNOWN) && !head->definite)
			next = apposed_unknown(r, i, head, seen);
	}
	seen->names += next > i;
	return next;
}

/* Whether a word with ال makes a name with this head. */
static bool
definite_name(const AnReader *r, uint32_t i, const Head *head)
{
	static const AnSpelling ministry[] = { "وزاره", "ووزاره", "بوزاره",
										   "لوزاره" };
	static const AnSpelling named[] = { "صحيفه", "لصحيفه", "وصحيفه", "بصحيفه",
										"جريده", "لجريده", "وجريده", "مجله",
										"لمجله", "قناه",   "لقناه",  "وقناه",
										"بقناه", "اذاعه",  "لاذاعه", "حزب",
										"وحزب",  "لحزب",   "نادي",   "لنادي",
										"ونادي", "بنادي" };
	/* مجلس الإدارة is every company's */
	static const AnSpelling generic[] = { "الاداره", "النواب",   "المحكمه",
										  "الفريق",  "الفريقين", "الاعمال",
										  "العمل",   "المدينه" };
	uint32_t kinds = r->words[i].kinds;

	if (!an_after_blank(r, i) || !an_definite(r, i) ||
		(kinds & (AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(WEEKDAY))) != 0)
		return false;
	/* حزب الغد */
	if ((kinds & AN_BIT(TIME)) != 0)
		return head->record->value == AN_ORG_PARTY;
	if (AN_WORD_IN(r, i, generic))
		return false;
	if ((kinds & AN_BIT(ORG_WORD)) != 0)
		return (head->record->flags & AN_FLAG_FOLLOW_DEF) != 0;
	if (AN_WORD_IN(r, head->next - 1, ministry))
		return true;
	if (!(head->record->flags & AN_FLAG_FOLLOW_NAME))
		return false;
	return AN_WORD_IN(r, head->next - 1, named) ||
		   (kinds &
			(AN_BIT(FAMILY_NAME) | AN_BIT(GIVEN_NAME) | AN_BIT(PLACE))) != 0;
}

static bool find_head(const AnReader *r, uint32_t i, Head *head);

/* What follows a head without ال; gives the word behind it, or i. */
static uint32_t
after_indefinite(const AnReader *r, uint32_t i, const Head *head,
				 Evidence *seen, int depth)
{
	uint32_t next;
	Head inner;

	if (i >= r->nwords || depth == 0)
		return i;
	next =
		apposition(r, i, head, seen,
				   APPOSED_PLACE | (depth == DEPTH_MAX ? APPOSED_UNKNOWN : 0));
	if (next > i)
		return next;
	if (definite_name(r, i, head))
	{
		seen->fields++;
		return i + 1;
	}
	if (!an_after_blank(r, i) || an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE)) ||
		!(head->record->flags & AN_FLAG_FOLLOW_DEF))
		return i;
	if (find_head(r, i, &inner) && !inner.definite &&
		inner.start == r->words[i].start)
	{
		next = after_indefinite(r, inner.next, &inner, seen, depth - 1);
		if (next > inner.next)
			return next;
	}
	if (field(r, i, false) || an_is(r, i, AN_BIT(TITLE) | AN_BIT(ORG_HEAD)))
	{
		next = after_indefinite(r, i + 1, head, seen, depth - 1);
		if (next > i + 1)
			return next;
		if (an_is(r, i + 1, AN_BIT(COUNTRY)) && an_after_blank(r, i + 1))
		{
			const AnHit *hit = an_hit_of(r, i + 1, AN_BIT(COUNTRY));

			seen->fields++;
			return hit->clitic ? i : i + 1 + hit->nwords;
		}
	}
	return i;
}

/* The head at word i: its phrase may have ال, or be of several words. */
static bool
find_head(const AnReader *r, uint32_t i, Head *head)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(ORG_HEAD));
	const AnRecord *record = NULL;
	int k;

	if (hit == NULL)
		return false;
	for (k = 0; k < hit->nsenses; k++)
	{
		const AnRecord *sense = an_hit_record(r, hit, k);

		if (sense->kind == AN_KIND_ORG_HEAD &&
			(record == NULL || (record->flags & AN_FLAG_PLURAL)))
			record = sense;
	}
	head->record = record;
	head->definite = hit->al;
	head->no_purpose = false;
	head->nwords = hit->nwords;
	head->next = i + hit->nwords;
	head->start = hit->start;
	return true;
}

/* ---- The whole ---- */

/* Whether a head with ال and what follows it make a name. */
static bool
names_definite(const Head *head, const Evidence *seen)
{
	if (seen->names > 0)
		return true;
	if (seen->strong > 0)
		return true;
	if (seen->nations > 0 && (head->record->flags & AN_FLAG_OF_NATION))
		return true;
	if (seen->purposes > 0)
		return seen->adjectives + seen->nations > 0 || head->nwords > 1;
	return seen->adjectives - seen->weak > 0 &&
		   seen->adjectives + seen->nations >= 2;
}

/* A head without ال, with all that follows it; the word behind, or its own. */
static uint32_t
indefinite_name(const AnReader *r, const Head *head, Evidence *seen,
				AnOrganization *out)
{
	const AnHit *hit = an_hit_of(r, head->next, AN_BIT(ORGANIZATION));
	uint32_t behind = after_indefinite(r, head->next, head, seen, DEPTH_MAX);
	uint32_t next;

	if (behind == head->next)
		return behind;
	next = tail(r, behind, head, seen);
	if (hit != NULL && head->next + hit->nwords == next && !hit->al &&
		!hit->clitic)
		out->record = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);
	if (next < r->nwords && seen->names == 0 &&
		(head->record->flags & AN_FLAG_FOLLOW_NAME))
		next = apposition(r, next, head, seen, 0);
	out->confidence = seen->names > 0 ? 0.8f : 0.7f;
	return next;
}

bool
an_organization_head(const AnReader *r, uint32_t i, bool known_start,
					 AnOrganization *out)
{
	Evidence seen = { 0 };
	Head head;

	if (!find_head(r, i, &head) || (head.record->flags & AN_FLAG_PLURAL) ||
		head.next >= r->nwords)
		return false;
	head.no_purpose = known_start;
	out->start = head.start;
	out->record = NULL;
	if (!head.definite)
	{
		out->next = indefinite_name(r, &head, &seen, out);
		return out->next > head.next;
	}
	out->next = tail(r, head.next, &head, &seen);
	if (out->next > head.next && out->next < r->nwords)
		out->next = apposition(r, out->next, &head, &seen, 0);
	out->confidence = 0.7f;
	return out->next > head.next && names_definite(&head, &seen);
}
