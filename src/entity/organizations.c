/*-------------------------------------------------------------------------
 *
 * organizations.c
 *	  Organizations: known names, and generic heads with what follows them.
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

#define FOLLOW_ANY                                                     \
	(AN_FLAG_FOLLOW_DEF | AN_FLAG_FOLLOW_NAME | AN_FLAG_FOLLOW_PLACE | \
	 AN_FLAG_FOLLOW_L | AN_FLAG_FOLLOW_AL)

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

/* Whether word i is an adjective of nation, with ال. */
static bool
nation(const AnReader *r, uint32_t i)
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
		return seen->quoted || (seen->nations == 0 && seen->names == 0 &&
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

		/* behind a name as such the adjective stands by itself */
		if (nation(r, i) && an_after_blank(r, i) &&
			(seen->names == 0 || seen->adjectives + seen->purposes > 0))
		{
			seen->nations++;
			i++;
			if (i < r->nwords && nation(r, i) &&
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

/* A name in apposition: quoted, known, of a place, a person, unknown. */
static uint32_t
apposition(const AnReader *r, uint32_t i, const Head *head, Evidence *seen,
		   bool last)
{
	uint16_t follow = head->record->flags;
	const AnHit *hit;
	uint32_t next = head->definite && !last ? i : an_quoted(r, i, QUOTED_MAX);

	if (next > i && last && an_hit_of(r, i, AN_BIT(ORGANIZATION)) != NULL)
		return i; /* its short name, a mention of its own */
	if (next > i)
	{
		seen->names++;
		seen->quoted = true;
		return next;
	}
	if ((r->words[i].gap & ~AN_GAP_SPACE) != 0)
		return i;
	hit = an_hit_of(r, i, AN_BIT(ORGANIZATION));
	if (hit != NULL && !hit->clitic && !hit->al && fits(r, head, hit) &&
		(follow &
		 (AN_FLAG_FOLLOW_DEF | AN_FLAG_FOLLOW_NAME | AN_FLAG_FOLLOW_PLACE)) &&
		(hit->nwords > 1 || !head->definite))
	{
		seen->names++;
		return i + hit->nwords;
	}
	if (head->definite || last)
		return i;
	next = head->record->value != AN_ORG_CLUB &&
				   (follow & (AN_FLAG_FOLLOW_DEF | AN_FLAG_FOLLOW_NAME))
			   ? after_person(r, i)
			   : i;
	if (next > i)
	{
		seen->names++;
		return next;
	}
	hit = an_hit_of(r, i, AN_BIT(COUNTRY) | AN_BIT(PLACE));
	if (hit != NULL && !hit->clitic && !hit->al &&
		((follow & AN_FLAG_FOLLOW_PLACE) ||
		 ((follow & AN_FLAG_FOLLOW_NAME) &&
		  (head->record->value == AN_ORG_CLUB ||
		   head->record->value == AN_ORG_BANK ||
		   head->record->value == AN_ORG_UNIVERSITY))))
	{
		seen->names++;
		return i + hit->nwords;
	}
	if (!(follow & AN_FLAG_FOLLOW_NAME))
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
		(kinds &
		 (AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) | AN_BIT(WEEKDAY))) != 0)
		return false;
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
	next = apposition(r, i, head, seen, false);
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
		const AnRecord *sense = an_record(r->block, hit->senses[k]);

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
	"مدرب",  "لاعب",   "لاعبي", "مهاجم", "حارس",   "مدافع", "نجم",  "قائد",
	"جمهور", "جماهير", "فوز",   "خساره", "مباراه", "صفوف",  "مرمي", "نظيره",
	"ضيفه",  "مضيفه",  "فاز",   "خسر",   "تعادل",  "هزم",   "تاهل", "انتصار",
	"هزيمه", "تعاقد",  "شباك",  "قميص",  "هدف",    "دفاع",  "هجوم"
};

/* The letters of one proclitic before a word of a list. */
static bool
after_word_of(const AnReader *r, uint32_t i, const AnSpelling *list, size_t n)
{
	size_t k;

	if (i == 0 || !an_after_blank(r, i))
		return false;
	if (an_word_in(r, i - 1, list, n))
		return true;
	for (k = 0; k < n; k++)
	{
		size_t len = strlen(list[k]);

		if (r->words[i - 1].key_len == len + AN_LETTER &&
			memcmp(an_key(r, i - 1) + AN_LETTER, list[k], len) == 0)
			return true;
	}
	return false;
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
	if (after_word_of(r, i, sport, sizeof(sport) / sizeof(sport[0])))
		return true;
	if (next < r->nwords && an_after_blank(r, next) &&
		an_begins_with(r, next, "و") && sure_club(r, next))
		return true;
	nationality = nation(r, next) && an_after_blank(r, next)
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

	if (!an_after_blank(r, next) || !nation(r, next))
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
	next = known_tail(r, i + hit->nwords, record);
	add_organization(r, i, next, hit->start, record,
					 hit->nwords > 1 ? 0.9f
					 : hit->clitic   ? 0.7f
									 : 0.8f);
}

/* Whether a head with ال and what follows it make a name. */
static bool
names_definite(const Head *head, const Evidence *seen)
{
	if (seen->names > 0)
		return true;
	if (seen->strong > 0)
		return true;
	if (seen->purposes > 0)
		return seen->adjectives + seen->nations > 0 || head->nwords > 1;
	return seen->adjectives - seen->weak > 0 &&
		   seen->adjectives + seen->nations >= 2;
}

static void
read_head(AnReader *r, uint32_t i, bool known_start)
{
	Evidence seen = { 0 };
	Head head;
	uint32_t next;
	const AnRecord *known = NULL;
	float confidence;

	if (!find_head(r, i, &head) || (head.record->flags & AN_FLAG_PLURAL) ||
		head.next >= r->nwords)
		return;
	head.no_purpose = known_start;
	if (head.definite)
	{
		next = tail(r, head.next, &head, &seen);
		if (next > head.next && next < r->nwords)
			next = apposition(r, next, &head, &seen, true);
		if (next == head.next || !names_definite(&head, &seen))
			return;
		confidence = 0.7f;
	}
	else
	{
		uint32_t behind =
			after_indefinite(r, head.next, &head, &seen, DEPTH_MAX);
		const AnHit *hit = an_hit_of(r, head.next, AN_BIT(ORGANIZATION));

		if (behind == head.next)
			return;
		next = tail(r, behind, &head, &seen);
		if (hit != NULL && head.next + hit->nwords == next && !hit->al &&
			!hit->clitic)
			known = an_hit_sense(r, hit, AN_KIND_ORGANIZATION);
		if (next < r->nwords && seen.names == 0 &&
			(head.record->flags & AN_FLAG_FOLLOW_NAME))
			next = apposition(r, next, &head, &seen, true);
		confidence = seen.names > 0 ? 0.8f : 0.7f;
	}
	add_organization(r, i, next, head.start, known, confidence);
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
