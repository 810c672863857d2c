/*-------------------------------------------------------------------------
 *
 * quote_roles.c
 *	  People by their roles: رئيس الحكومة الروسية is the prime minister who
 *	  was named before.
 *
 * A role is its head, with synonyms as one, its country, and what else it is
 * of.  One refers to another if all it says is said of the other too.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quote_roles.h"

#define DETAILS_MAX 8

/* Nobody is looked for further back, in people with roles. */
#define ROLES_BACK 64

struct AnRole
{
	uint32_t entity;
	uint32_t head;   /* hash of the head's word or of its synonym */
	char country[4]; /* ISO 3166-1, or "" */
	bool feminine;
	uint8_t ndetails;
	uint32_t details[DETAILS_MAX]; /* hashes of words */
};

/* Roles that are one, as folded words without ال; the longest first. */
static const struct
{
	char words[3][16];
	char same[32];
} synonyms[] = {
	{ { "رئيس", "مجلس", "وزراء" }, "رئيس وزراء" },
	{ { "رئيس", "وزراء", "" }, "رئيس وزراء" },
	{ { "رئيس", "حكومه", "" }, "رئيس وزراء" },
	{ { "وزير", "اول", "" }, "رئيس وزراء" },
	{ { "رئيس", "جمهوريه", "" }, "رئيس" },
	{ { "رئيس", "دوله", "" }, "رئيس" },
	{ { "عاهل", "", "" }, "ملك" },
	{ { "ناطق", "باسم", "" }, "متحدث" },
	{ { "ناطق", "رسمي", "" }, "متحدث" },
	{ { "متحدث", "باسم", "" }, "متحدث" },
	{ { "متحدث", "رسمي", "" }, "متحدث" },
	{ { "ناطق", "", "" }, "متحدث" },
	{ { "مدير", "فني", "" }, "مدرب" },
	{ { "سكرتير", "عام", "" }, "امين عام" },
};

#define BARE_MAX 96

/* A word's letters without ال, ل and و, a title in its masculine form. */
static size_t
bare(const AnReader *r, uint32_t i, char *out)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(TITLE));
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;

	if (hit != NULL && hit->nwords == 1)
	{
		const AnRecord *title = an_hit_sense(r, hit, AN_KIND_TITLE);
		const char *name = an_string(r->block, title->name);

		if (title->flags & AN_FLAG_FEMININE)
			return an_fold(name, strcspn(name, " "), out, BARE_MAX);
	}
	if (len > AN_ARTICLE + AN_LETTER &&
		(an_begins_with(r, i, "لل") || an_definite(r, i)))
	{
		key += AN_ARTICLE;
		len -= AN_ARTICLE;
	}
	else if (len > 3 * AN_LETTER + AN_ARTICLE && an_begins_with(r, i, "وال"))
	{
		key += AN_ARTICLE + AN_LETTER;
		len -= AN_ARTICLE + AN_LETTER;
	}
	if (len > BARE_MAX)
		len = BARE_MAX;
	memcpy(out, key, len);
	return len;
}

static bool
word_is(const AnReader *r, uint32_t i, uint32_t next, const char *spelling)
{
	char word[BARE_MAX];
	size_t len;

	if (i >= next)
		return false;
	len = bare(r, i, word);
	return strlen(spelling) == len && memcmp(word, spelling, len) == 0;
}

/* The head of the role at word i; gives how many words it has. */
static uint32_t
read_head(const AnReader *r, uint32_t i, uint32_t next, AnRole *role)
{
	char word[BARE_MAX];
	size_t len;
	size_t k;

	for (k = 0; k < sizeof(synonyms) / sizeof(synonyms[0]); k++)
	{
		uint32_t n = 0;

		while (n < 3 && synonyms[k].words[n][0] != '\0' &&
			   word_is(r, i + n, next, synonyms[k].words[n]))
			n++;
		if (n < 3 && synonyms[k].words[n][0] != '\0')
			continue;
		role->head = an_hash(synonyms[k].same, strlen(synonyms[k].same));
		return n;
	}
	len = bare(r, i, word);
	role->head = an_hash(word, len);
	return 1;
}

/* Words that say nothing in a role. */
static bool
empty_word(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = { "في",     "باسم",    "لدي",   "من",
									   "السابق", "السابقه", "هذا",   "هذه",
									   "البلاد", "بلاده",   "البلد", "رسمي",
									   "الرسمي", "الرسميه" };

	return AN_WORD_IN(r, i, list);
}

static bool
read_country(const AnReader *r, uint32_t i, AnRole *role)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(NATIONALITY) | AN_BIT(COUNTRY));
	const AnRecord *record;

	if (hit == NULL || hit->nwords > 1)
		return false;
	record = an_hit_sense(r, hit, AN_KIND_NATIONALITY);
	if (record == NULL)
		record = an_hit_sense(r, hit, AN_KIND_COUNTRY);
	if (record == NULL || record->code[0] == '\0')
		return false;
	if (role->country[0] == '\0')
		memcpy(role->country, record->code, sizeof(role->country));
	return true;
}

static void
read_role(const AnReader *r, uint32_t i, uint32_t next, AnRole *role)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(TITLE));
	const AnRecord *title =
		hit != NULL ? an_hit_sense(r, hit, AN_KIND_TITLE) : NULL;

	memset(role, 0, sizeof(*role));
	role->feminine = title != NULL && (title->flags & AN_FLAG_FEMININE);
	i += read_head(r, i, next, role);
	for (; i < next && role->ndetails < DETAILS_MAX; i++)
	{
		char word[BARE_MAX];
		size_t len;

		if (empty_word(r, i) || read_country(r, i, role))
			continue;
		len = bare(r, i, word);
		role->details[role->ndetails++] = an_hash(word, len);
	}
}

static void
add_role(AnSpeakers *s, uint32_t entity, uint32_t first, uint32_t next)
{
	if (first >= next)
		return;
	read_role(s->r, first, next, &s->roles[s->nroles]);
	s->roles[s->nroles++].entity = entity;
}

/* The role that is given with a name, and one behind it: فلان رئيس الهيئة. */
static void
roles_of(AnSpeakers *s, uint32_t number, uint32_t word)
{
	const AnReader *r = s->r;
	const AnEntity *e = &r->found[number];
	uint32_t i = word;
	uint32_t next;
	AnTitle title;

	if (e->role_end > e->role_start)
	{
		if (e->role_start < e->start)
			while (i > 0 && r->words[i].start > e->role_start)
				i--;
		else
			while (i < r->nwords && r->words[i].start < e->role_start)
				i++;
		for (next = i; next < r->nwords && r->words[next].start < e->role_end;)
			next++;
		add_role(s, number, i, next);
	}
	for (next = word; next < r->nwords && r->words[next].start < e->end;)
		next++;
	if (next < r->nwords &&
		(r->words[next].gap & ~(AN_GAP_SPACE | AN_GAP_COMMA)) == 0 &&
		e->role_start <= e->start && an_title(r, next, &title) &&
		title.start == r->words[next].start && title.whole)
		add_role(s, number, next, title.next);
}

AnStatus
an_roles(AnSpeakers *s)
{
	AnReader *r = s->r;
	uint32_t n = 0;
	uint32_t word = 0;
	size_t k;

	for (k = 0; k < r->nfound; k++)
		n += r->found[k].type == AN_PERSON;
	s->roles = r->env->alloc(r->env, ((size_t) n * 2 + 1) * sizeof(AnRole));
	for (k = 0; k < r->nfound; k++)
	{
		const AnEntity *e = &r->found[k];

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		while (word < r->nwords && r->words[word].end <= e->start)
			word++;
		if (e->type == AN_PERSON)
			roles_of(s, (uint32_t) k, word);
	}
	return AN_OK;
}

/* Whether all that the one role says is said of the other too. */
static bool
refers_to(const AnRole *role, const AnRole *to)
{
	uint8_t i;
	uint8_t k;

	if (role->head != to->head)
		return false;
	if (role->country[0] != '\0' && to->country[0] != '\0' &&
		memcmp(role->country, to->country, sizeof(role->country)) != 0)
		return false;
	for (i = 0; i < role->ndetails; i++)
	{
		for (k = 0; k < to->ndetails; k++)
			if (role->details[i] == to->details[k])
				break;
		if (k == to->ndetails)
			return false;
	}
	return true;
}

AnSpeaker
an_speaker_by_role(const AnSpeakers *s, const AnTitle *title)
{
	const AnReader *r = s->r;
	AnSpeaker speaker = { .set = true, .word = title->first };
	AnRole role;
	uint32_t low = 0;
	uint32_t high = s->nroles;
	int tries;

	read_role(r, title->first, title->next, &role);
	speaker.gender = role.feminine ? 'f' : 'm';
	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (r->found[s->roles[middle].entity].start < title->start)
			low = middle + 1;
		else
			high = middle;
	}
	for (tries = 0; low > 0 && tries < ROLES_BACK; tries++)
	{
		low--;
		if (refers_to(&role, &s->roles[low]))
		{
			speaker.name = r->found[s->roles[low].entity].name;
			break;
		}
	}
	return speaker;
}
