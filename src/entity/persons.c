/*-------------------------------------------------------------------------
 *
 * persons.c
 *	  People: named in full, behind their titles, and by surname alone.
 *
 * Two passes.  The first finds the names that can be seen for such where they
 * stand; the second finds what is left of them later in the article:
 * لوفسانامسرين أويون إردين is أويون إردين from then on.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* The end of a full name, under which the person is mentioned later. */
typedef struct Tail
{
	uint32_t hash;
	uint32_t first; /* words of one place where it stands */
	uint32_t nwords;
	uint32_t person; /* the one mentioned last */
	bool given;      /* it is the given name */
	bool twice;      /* given name of several people */
} Tail;

/* A full name at its place in the article. */
typedef struct Full
{
	uint32_t first;
	uint32_t next;
	const char *name;
} Full;

typedef struct People
{
	AnReader *r;
	Full *full;
	uint32_t nfull;
	uint32_t room;
	Tail *tails;    /* hash table; person UINT32_MAX: free */
	uint32_t size;  /* a power of two */
	uint8_t *taken; /* words that a name of the first pass has */
} People;

static void
add_full(People *p, const AnName *name, const char *text)
{
	if (p->nfull == p->room)
	{
		uint32_t room = p->room == 0 ? 32 : p->room * 2;
		Full *more = p->r->env->alloc(p->r->env, (size_t) room * sizeof(Full));

		if (p->nfull > 0)
			memcpy(more, p->full, p->nfull * sizeof(Full));
		p->full = more;
		p->room = room;
	}
	p->full[p->nfull].first = name->first;
	p->full[p->nfull].next = name->next;
	p->full[p->nfull++].name = text;
}

/* ---- The first pass ---- */

/* Adds a person; role is the title before the name, or NULL. */
static void
add_person(People *p, const AnName *name, const AnTitle *role)
{
	AnReader *r = p->r;
	AnEntity *e = an_add_name(r, AN_PERSON, name->first, name->next,
							  name->start, name->confidence);

	e->end = r->words[name->next - 1].end;
	if (name->record != NULL)
		e->name = an_string(r->block, name->record->name);
	else
		e->name = an_person_written(r, e->start, e->end);
	if (role != NULL)
	{
		e->role_start = role->start;
		e->role_end = r->words[role->next - 1].end;
	}
	memset(p->taken + name->first, 1, name->next - name->first);
	if (!name->surname && name->next - name->first > 1)
		add_full(p, name, e->name);
}

/* Whether marks that may stand between a title and a name are before i. */
static bool
after_title(const AnReader *r, uint32_t i)
{
	uint8_t marks = AN_GAP_SPACE | AN_GAP_DASH | AN_GAP_QUOTE | AN_GAP_BRACKET;

	/* د. فلان, م/ فلان */
	if (i > 0 && r->words[i - 1].key_len == AN_LETTER)
		marks |= AN_GAP_STOP | AN_GAP_OTHER;
	return i < r->nwords && (r->words[i].gap & ~marks) == 0;
}

/* The name behind a title; it may begin where the title seemed to go on. */
static bool
titled_name(const AnReader *r, AnTitle *title, AnName *name)
{
	const AnHit *hit = an_hit_of(r, title->first, AN_BIT(PERSON));
	AnBefore before =
		!title->whole                      ? AN_BEFORE_NOTHING
		: title->flags & AN_FLAG_HONORIFIC ? AN_BEFORE_HONORIFIC
		: title->flags & (AN_FLAG_OFFICE | AN_FLAG_JOB | AN_FLAG_REF)
			? AN_BEFORE_TITLE
			: AN_BEFORE_KIN;
	uint32_t k;

	/* a known name that has its title in the store: الملك سلمان */
	if (hit != NULL && title->first + hit->nwords > title->head)
	{
		memset(name, 0, sizeof(*name));
		name->first = title->head;
		name->next = title->first + hit->nwords;
		name->start = r->words[title->head].start;
		name->record = an_hit_sense(r, hit, AN_KIND_PERSON);
		name->confidence = 0.9f;
		title->next = title->head;
		an_longer_person(r, before, name);
		return true;
	}

	if (after_title(r, title->next) &&
		an_person_name(r, title->next, before, name))
		return true;

	/* زعيم هذا البلد، فلان: behind a comma only what is surely a name */
	if ((title->flags & (AN_FLAG_OFFICE | AN_FLAG_JOB)) &&
		title->next > title->head && title->next < r->nwords &&
		(r->words[title->next].gap & ~(AN_GAP_SPACE | AN_GAP_COMMA)) == 0 &&
		an_person_name(r, title->next, before, name) &&
		name->start == r->words[title->next].start &&
		name->confidence >= 0.65f && name->next - name->first > 1)
		return true;
	for (k = title->head; k < title->next; k++)
	{
		if (!an_after_blank(r, k) || r->name_end[k] > 0 ||
			!an_is(r, k,
				   AN_BIT(GIVEN_NAME) | AN_BIT(FAMILY_NAME) |
					   AN_BIT(SURNAME)) ||
			an_is(r, k,
				  AN_BIT(STOP) | AN_BIT(NATIONALITY) | AN_BIT(COUNTRY) |
					  AN_BIT(PLACE) | AN_BIT(ORG_WORD) | AN_BIT(TITLE) |
					  AN_BIT(ORG_HEAD)))
			continue;
		if (an_person_name(r, k, before, name) &&
			(name->next >= title->next || name->next - k > 1))
		{
			title->next = k;
			return true;
		}
	}
	return false;
}

/*
 * البطل المغربي before a name: a noun that is no title of the store, but has
 * an adjective of nation.
 */
static bool
noun_and_nation(const AnReader *r, uint32_t i, AnTitle *title)
{
	const AnHit *nation =
		i >= 2 && an_after_blank(r, i) && an_after_blank(r, i - 1)
			? an_hit_of(r, i - 1, AN_BIT(NATIONALITY))
			: NULL;

	if (nation == NULL || nation->clitic || !an_definite(r, i - 1) ||
		!an_definite_with(r, i - 2) || r->name_end[i - 2] > 0 ||
		an_is(r, i - 2,
			  AN_BIT(PLACE) | AN_BIT(COUNTRY) | AN_BIT(ORGANIZATION) |
				  AN_BIT(TIME) | AN_BIT(WEEKDAY) | AN_BIT(ORG_HEAD) |
				  AN_BIT(GIVEN_NAME) | AN_BIT(FAMILY_NAME)))
		return false;
	title->first = i - 2;
	title->next = i;
	title->start = r->words[i - 2].start;
	if (!an_definite(r, i - 2))
		title->start = an_word_skip(r, i - 2, 1);
	return true;
}

/* Whether a verb of speech or the like is directly before word i. */
static AnBefore
before_word(const AnReader *r, uint32_t i)
{
	const AnHit *nation;

	if (i == 0 || !an_after_blank(r, i))
		return AN_BEFORE_NOTHING;
	nation = an_hit_of(r, i - 1, AN_BIT(NATIONALITY));
	if (nation != NULL && an_definite_with(r, i - 1) &&
		(an_hit_sense(r, nation, AN_KIND_NATIONALITY)->flags &
		 AN_FLAG_PLURAL) == 0)
		return AN_BEFORE_CUE; /* والتشيكي بافل ندفيد */
	return ((r->words[i - 1].kinds | r->words[i - 1].clitic_kinds) &
			AN_BIT(CUE))
			   ? AN_BEFORE_CUE
			   : AN_BEFORE_NOTHING;
}

static AnStatus
first_pass(People *p)
{
	AnReader *r = p->r;
	uint32_t i = 0;
	uint32_t polled = 0;

	while (i < r->nwords)
	{
		AnTitle title;
		AnName name;
		const AnHit *hit;

		if (i - polled >= 1024)
		{
			polled = i;
			if (r->env->poll(r->env))
				return AN_CANCELLED;
		}
		if (r->words[i].type != AN_TOKEN_ARABIC)
		{
			i++;
			continue;
		}
		hit = an_hit_of(r, i, AN_BIT(PERSON));
		if ((hit == NULL || hit->nwords < 2 || hit->al ||
			 an_definite_with(r, i)) &&
			an_title(r, i, &title) && titled_name(r, &title, &name))
		{
			/* طالب alone before a name is a verb: a role is of something */
			add_person(p, &name,
					   title.whole || title.next - title.first > 1 ||
							   (title.flags & AN_FLAG_HONORIFIC)
						   ? &title
						   : NULL);
			i = name.next;
			continue;
		}
		if (an_person_name(r, i, before_word(r, i), &name))
		{
			add_person(p, &name,
					   noun_and_nation(r, i, &title) ? &title : NULL);
			i = name.next;
			continue;
		}
		i++;
	}
	return AN_OK;
}

/* ---- The second pass ---- */

static uint32_t
hash_bytes(uint32_t hash, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		hash = (hash ^ (unsigned char) s[i]) * 16777619u;
	return hash;
}

static uint32_t
hash_words(const AnReader *r, uint32_t i, uint32_t next, size_t skip)
{
	uint32_t hash = 2166136261u;

	for (; i < next; i++)
	{
		hash =
			hash_bytes(hash, an_key(r, i) + skip, r->words[i].key_len - skip);
		hash = hash_bytes(hash, " ", 1);
		skip = 0;
	}
	return hash;
}

/* Whether words [i, i + n) without skip bytes are those from k on. */
static bool
same_words(const AnReader *r, uint32_t i, size_t skip, uint32_t k, uint32_t n)
{
	for (; n > 0; n--, i++, k++)
	{
		size_t len = r->words[k].key_len;

		if (i >= r->nwords || r->words[i].key_len != len + skip ||
			memcmp(an_key(r, i) + skip, an_key(r, k), len) != 0)
			return false;
		skip = 0;
	}
	return true;
}

/* The slot of a tail: the one that has it, or a free one. */
static Tail *
slot(const People *p, uint32_t hash, uint32_t i, size_t skip, uint32_t n)
{
	uint32_t at = hash & (p->size - 1);

	for (;; at = (at + 1) & (p->size - 1))
	{
		Tail *tail = &p->tails[at];

		if (tail->person == UINT32_MAX ||
			(tail->hash == hash && tail->nwords == n &&
			 same_words(p->r, i, skip, tail->first, n)))
			return tail;
	}
}

/* Tails of more words than this are the name itself. */
#define TAIL_WORDS 3

static void
note_tail(const People *p, uint32_t person, uint32_t first, uint32_t n,
		  bool given)
{
	uint32_t hash = hash_words(p->r, first, first + n, 0);
	Tail *tail = slot(p, hash, first, 0, n);
	bool fresh = tail->person == UINT32_MAX;

	if (!fresh && tail->person != person &&
		strcmp(p->full[tail->person].name, p->full[person].name) != 0 &&
		tail->given)
		tail->twice = true;
	if (!fresh && tail->given && !given)
		tail->given = tail->twice = false;
	if (fresh)
	{
		tail->hash = hash;
		tail->first = first;
		tail->nwords = n;
		tail->given = given;
		tail->twice = false;
		tail->person = person;
	}
}

static void
note_tails(People *p)
{
	const AnReader *r = p->r;
	uint32_t ntails = 0;
	uint32_t i;
	uint32_t k;

	for (i = 0; i < p->nfull; i++)
	{
		uint32_t words = p->full[i].next - p->full[i].first;

		ntails += words > TAIL_WORDS ? TAIL_WORDS + 1 : words;
	}
	if (p->tails == NULL)
	{
		p->size = 64;
		while (p->size < ntails + ntails / 3)
			p->size *= 2;
		p->tails = r->env->alloc(r->env, p->size * sizeof(Tail));
	}
	for (i = 0; i < p->size; i++)
		p->tails[i].person = UINT32_MAX;
	for (i = 0; i < p->nfull; i++)
	{
		const Full *full = &p->full[i];

		for (k = 1; k <= TAIL_WORDS && k < full->next - full->first; k++)
			note_tail(p, i, full->next - k, k, false);
		if (an_is(r, full->first, AN_BIT(GIVEN_NAME)))
			note_tail(p, i, full->first, 1, true);
	}
}

/* Makes the person at full the one that its tails mean from here on. */
static void
activate(const People *p, uint32_t person)
{
	const Full *full = &p->full[person];
	uint32_t k;

	for (k = 1; k <= TAIL_WORDS && k < full->next - full->first; k++)
	{
		uint32_t first = full->next - k;
		Tail *tail =
			slot(p, hash_words(p->r, first, full->next, 0), first, 0, k);

		if (tail->person != UINT32_MAX && !tail->given)
			tail->person = person;
	}
}

/* Whether a word that is also something else means the person here. */
static bool
may_be_person(const AnReader *r, uint32_t i, const Tail *tail, size_t skip)
{
	uint32_t kinds = r->words[tail->first].kinds;
	const uint32_t doubtful =
		AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) | AN_BIT(WEEKDAY) |
		AN_BIT(NUMBER) | AN_BIT(TITLE) | AN_BIT(ORG_HEAD) | AN_BIT(ORG_WORD) |
		AN_BIT(NATIONALITY) | AN_BIT(COUNTRY) | AN_BIT(PLACE) | AN_BIT(WORD) |
		AN_BIT(MONTH) | AN_BIT(UNIT) | AN_BIT(CURRENCY) |
		AN_BIT(ORGANIZATION) | AN_BIT(WORK) | AN_BIT(EVENT);
	const AnHit *given = an_hit_of(r, tail->first, AN_BIT(GIVEN_NAME));

	if (tail->twice)
		return false;
	if (tail->given)
	{
		const AnRecord *record =
			given != NULL ? an_hit_sense(r, given, AN_KIND_GIVEN_NAME) : NULL;

		if (record == NULL || (record->flags & AN_FLAG_WORD) ||
			(kinds & doubtful) != 0 || given->nwords > 1)
			return false;
	}
	if (tail->nwords > 1 || (kinds & doubtful) == 0)
		return true;
	if (kinds &
		(AN_BIT(STOP) | AN_BIT(TIME) | AN_BIT(COUNTRY) | AN_BIT(PLACE)))
		return false;
	/* الأسد is the person that the article has named */
	if ((kinds & doubtful) == AN_BIT(WORD) && an_definite(r, tail->first) &&
		(kinds & (AN_BIT(FAMILY_NAME) | AN_BIT(SURNAME))) != 0)
		return true;
	return skip == 0 && before_word(r, i) == AN_BEFORE_CUE;
}

/* The tail that begins at word i without skip bytes, the longest. */
static const Tail *
tail_at(const People *p, uint32_t i, size_t skip)
{
	const AnReader *r = p->r;
	uint32_t n;

	for (n = TAIL_WORDS; n > 0; n--)
	{
		const Tail *tail;
		uint32_t k;

		if (i + n > r->nwords)
			continue;
		for (k = 1; k < n && an_after_blank(r, i + k) && !p->taken[i + k]; k++)
			;
		if (k < n)
			continue;
		tail = slot(p, hash_words(r, i, i + n, skip), i, skip, n);
		if (tail->person != UINT32_MAX && may_be_person(r, i, tail, skip))
			return tail;
	}
	return NULL;
}

/* Adds the mention that begins at word i, if one does; gives its length. */
static uint32_t
add_tail(const People *p, uint32_t i)
{
	AnReader *r = p->r;
	const AnWord *word = &r->words[i];
	const Tail *tail = tail_at(p, i, 0);
	uint8_t lengths[8];
	size_t skip = 0;
	AnEntity *e;
	int n = 0;
	int k;

	if (tail == NULL && word->kinds == 0)
		n = an_proclitics(an_key(r, i), word->key_len, lengths, 8);
	for (k = 0; k < n && tail == NULL; k++)
	{
		skip = lengths[k];
		if (skip <= AN_LETTER)
			tail = tail_at(p, i, skip);
	}
	if (tail == NULL)
		return 0;
	e = an_reader_add(r, AN_PERSON, an_word_skip(r, i, skip / AN_LETTER),
					  r->words[i + tail->nwords - 1].end);
	e->name = p->full[tail->person].name;
	e->confidence = tail->given ? 0.55f : 0.75f;
	return tail->nwords;
}

static AnStatus
second_pass(People *p)
{
	AnReader *r = p->r;
	uint32_t person = 0;
	uint32_t i = 0;
	uint32_t polled = 0;

	if (p->nfull == 0)
		return AN_OK;
	note_tails(p);
	while (i < r->nwords)
	{
		uint32_t n = 0;

		if (i - polled >= 1024)
		{
			polled = i;
			if (r->env->poll(r->env))
				return AN_CANCELLED;
		}
		while (person < p->nfull && p->full[person].first <= i)
			activate(p, person++);
		if (!p->taken[i] && r->words[i].type == AN_TOKEN_ARABIC)
			n = add_tail(p, i);
		i += n > 0 ? n : 1;
	}
	return AN_OK;
}

/*
 * A surname that the store knows means the person of that name in the
 * article, if there is one.
 */
static AnStatus
settle_surnames(People *p, size_t begun, size_t end)
{
	AnReader *r = p->r;
	size_t k;
	uint32_t person = 0;
	uint32_t word = 0;

	if (p->nfull == 0)
		return AN_OK;
	note_tails(p); /* as they were before the second pass */
	for (k = begun; k < end; k++)
	{
		AnEntity *e = an_candidate(r, k);
		const Tail *tail;
		uint32_t n = 1;

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		while (word < r->nwords && r->words[word].end <= e->start)
			word++;
		if (word == r->nwords)
			break;
		while (person < p->nfull && p->full[person].first <= word)
			activate(p, person++);
		if (r->words[word].start != e->start)
			continue;
		while (word + n < r->nwords && r->words[word + n].start < e->end)
			n++;
		if (n > TAIL_WORDS)
			continue;
		tail = slot(p, hash_words(r, word, word + n, 0), word, 0, n);
		if (tail->person != UINT32_MAX && !tail->twice)
			e->name = p->full[tail->person].name;
	}
	return AN_OK;
}

AnStatus
an_read_persons(AnReader *r)
{
	People p = { .r = r };
	size_t begun = r->ncandidates;
	size_t middle;
	AnStatus status;

	p.taken = r->env->alloc(r->env, (size_t) r->nwords + 1);
	memset(p.taken, 0, (size_t) r->nwords + 1);
	status = first_pass(&p);
	middle = r->ncandidates;
	if (status == AN_OK)
		status = second_pass(&p);
	/* only those of the first pass: the others know their person */
	if (status == AN_OK && middle > begun)
		status = settle_surnames(&p, begun, middle);
	return status;
}
