/*-------------------------------------------------------------------------
 *
 * quote_speakers.c
 *	  Who says something: the subject of a verb of speech, through pronouns,
 *	  titles and heads of organizations.
 *
 * The subject is looked for behind the verb; then it is who or what the
 * sentence was of before the verb, then the speaker of the sentences before.
 * رئيس الحكومة الروسية is the person who bore that role, or a synonym of it,
 * nearest before (quote_roles.c).
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quotes.h"
#include "entity/quote_roles.h"

/* How far a subject may be behind its verb, in words. */
#define SUBJECT_REACH 28

/* An earlier speaker is forgotten after so many sentences. */
#define MEMORY 6

/* Nobody is looked for further back than so many mentions. */
#define MENTIONS_BACK 64

/* ---- Mentions by word ---- */

static bool
speaks(const AnEntity *e)
{
	return e->type == AN_PERSON || e->type == AN_ORGANIZATION;
}

static uint32_t
begin_of(const AnEntity *e)
{
	return e->role_end > e->role_start && e->role_start < e->start
			   ? e->role_start
			   : e->start;
}

static AnStatus
place_entities(AnSpeakers *s)
{
	AnReader *r = s->r;
	uint32_t word = 0;
	size_t k;

	for (k = 0; k < r->nfound; k++)
	{
		const AnEntity *e = &r->found[k];
		uint32_t begin = begin_of(e);
		uint32_t i;

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		while (word < r->nwords && r->words[word].end <= e->start)
			word++;
		for (i = word; i < r->nwords && r->words[i].start < e->end; i++)
			s->inside[i] = (uint32_t) k + 1;
		for (i = word;
			 i > 0 && r->words[i].start > begin && word - i < SUBJECT_REACH;)
			i--;
		if (i < r->nwords && (s->begins[i] == 0 || e->type == AN_PERSON))
			s->begins[i] = (uint32_t) k + 1;
		if (e->type == AN_ORGANIZATION)
			s->organizations[s->norganizations++] = (uint32_t) k;
		if (e->type == AN_PERSON && strchr(e->name, ' ') != NULL)
			s->people[s->npeople++] = (uint32_t) k;
	}
	return AN_OK;
}

AnStatus
an_speakers_open(AnSpeakers *s, AnReader *r)
{
	size_t bytes = ((size_t) r->nwords + 1) * sizeof(uint32_t);
	AnStatus status;

	memset(s, 0, sizeof(*s));
	s->r = r;
	s->begins = r->env->alloc(r->env, bytes);
	s->inside = r->env->alloc(r->env, bytes);
	memset(s->begins, 0, bytes);
	memset(s->inside, 0, bytes);
	s->organizations =
		r->env->alloc(r->env, (r->nfound + 1) * sizeof(uint32_t));
	s->people = r->env->alloc(r->env, (r->nfound + 1) * sizeof(uint32_t));
	status = place_entities(s);
	if (status == AN_OK)
		status = an_roles(s);
	return status;
}

/* ---- One mention as a speaker ---- */

/* A given name's gender, by the first word of a full name. */
static char
gender_of_name(const AnReader *r, const char *name)
{
	char key[AN_FOLD_MAX(40)];
	size_t len = strcspn(name, " ");
	const AnRecord *given;
	size_t n;

	if (len > 40 || name[len] == '\0')
		return 0;
	n = an_fold(name, len, key, sizeof(key));
	given = an_store_sense(r->block, key, n, AN_KIND_GIVEN_NAME);
	if (given == NULL || (given->flags & AN_FLAG_UNISEX))
		return 0;
	return given->flags & AN_FLAG_FEMININE ? 'f' : 'm';
}

/* The gender that a title before a person has, as written. */
static char
gender_of_title(const AnReader *r, uint32_t i)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(TITLE));
	const AnRecord *title =
		hit != NULL ? an_hit_sense(r, hit, AN_KIND_TITLE) : NULL;

	if (title == NULL)
		return 0;
	return title->flags & AN_FLAG_FEMININE ? 'f' : 'm';
}

static AnSpeaker
speaker_of_entity(const AnSpeakers *s, uint32_t number, uint32_t i)
{
	const AnReader *r = s->r;
	const AnEntity *e = &r->found[number - 1];
	AnSpeaker speaker = { .set = true, .name = e->name, .word = i };

	if (e->type == AN_PERSON)
	{
		speaker.gender =
			e->role_end > e->role_start && e->role_start < e->start
				? gender_of_title(r, i)
				: 0;
		if (speaker.gender != 'f')
		{
			char by_name = gender_of_name(r, e->name);

			if (by_name != 0)
				speaker.gender = by_name;
		}
	}
	return speaker;
}

/* Prepositions and the like: who stands behind one is not the subject. */
static bool
governs(const AnSpeakers *s, uint32_t i)
{
	static const AnSpelling list[] = {
		"في",    "من",    "عن",     "علي",    "الي",   "مع",    "بين",  "لدي",
		"ضد",    "حول",   "نحو",    "خلال",   "قبل",   "بعد",   "عند",  "عبر",
		"ان",    "انه",   "بان",    "غير",    "سوي",   "مثل",   "دون",  "عقب",
		"امام",  "وسط",   "تحت",    "فوق",    "داخل",  "خارج",  "ضمن",  "منذ",
		"ازاء",  "تجاه",  "كل",     "احد",    "جانب",  "قبول",  "لقاء", "حضور",
		"بحضور", "رئاسه", "برئاسه", "بقياده", "لقائه", "نظيره", "ومع",  "وفي",
		"ومن",   "وعن",   "وعلي",   "والي"
	};
	static const AnSpelling with_pronoun[] = {
		"فيه",   "فيها", "به",   "بها",   "له",    "لها",  "لهم",
		"لي",    "لنا",  "لديه", "لديها", "منه",   "منها", "عليه",
		"عليها", "عنه",  "عنها", "اليه",  "اليها", "معه",  "معها"
	};
	const AnReader *r = s->r;
	const uint32_t apposed = AN_BIT(TITLE) | AN_BIT(NATIONALITY) |
							 AN_BIT(TIME) | AN_BIT(WEEKDAY) | AN_BIT(MONTH) |
							 AN_BIT(CUE);

	if (AN_WORD_IN(r, i, list))
		return true;
	if (AN_WORD_IN(r, i, with_pronoun) ||
		r->words[i].type != AN_TOKEN_ARABIC || s->inside[i] != 0 ||
		an_definite(r, i) ||
		((r->words[i].kinds | r->words[i].clitic_kinds) & apposed) != 0)
		return false;
	return r->words[i].key_len > 3 * AN_LETTER &&
		   memcmp(an_key(r, i) + r->words[i].key_len - AN_LETTER, "ي",
				  AN_LETTER) != 0 &&
		   an_is(r, i, AN_BIT(WORD) | AN_BIT(ORG_HEAD) | AN_BIT(ORG_WORD));
}

/* Whether what begins at word i stands alone there, as a subject does. */
static bool
free_at(const AnSpeakers *s, uint32_t i, const AnEntity *e)
{
	const AnReader *r = s->r;

	if (begin_of(e) > r->words[i].start && !an_begins_with(r, i, "و") &&
		!an_begins_with(r, i, "ف"))
		return false; /* لبوتين, بالوزارة */
	if (i == 0 || i == s->sentence ||
		(r->words[i].gap &
		 (AN_GAP_COMMA | AN_GAP_BRACKET | AN_GAP_DASH | AN_GAP_LINE)) != 0)
		return true;
	return !governs(s, i - 1);
}

/* ---- Words that refer back: وقالت الوزارة, وقال سامر ---- */

/* How many of a list of entities begin before word i. */
static uint32_t
before_word(const AnSpeakers *s, const uint32_t *list, uint32_t n, uint32_t i)
{
	const AnReader *r = s->r;
	uint32_t low = 0;

	while (low < n)
	{
		uint32_t middle = low + (n - low) / 2;

		if (r->found[list[middle]].start < r->words[i].start)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/* Whether a word of a name is the key of word i, ال or not. */
static bool
same_word(const AnReader *r, uint32_t i, const char *word, size_t len)
{
	char folded[AN_FOLD_MAX(40)];
	const char *key = an_key(r, i);
	size_t key_len = r->words[i].key_len;
	const char *s = folded;
	size_t n;

	if (len > 40)
		return false;
	n = an_fold(word, len, folded, sizeof(folded));
	if (n > AN_ARTICLE && memcmp(s, "ال", AN_ARTICLE) == 0)
	{
		s += AN_ARTICLE;
		n -= AN_ARTICLE;
	}
	if (an_definite(r, i) || an_begins_with(r, i, "لل"))
	{
		key += AN_ARTICLE;
		key_len -= AN_ARTICLE;
	}
	return n == key_len && memcmp(s, key, n) == 0;
}

/* A body of the article whose name begins with the head at word i. */
static AnSpeaker
organization_of_head(const AnSpeakers *s, uint32_t i)
{
	uint32_t n = before_word(s, s->organizations, s->norganizations, i);
	AnSpeaker none = { .set = false };
	uint32_t tries;

	for (tries = 0; n > 0 && tries < MENTIONS_BACK; tries++)
	{
		const AnEntity *e = &s->r->found[s->organizations[--n]];

		if (same_word(s->r, i, e->name, strcspn(e->name, " ")))
			return speaker_of_entity(s, s->organizations[n] + 1, i);
	}
	return none;
}

/* A person named in full before, of whose name word i is the first or last. */
static AnSpeaker
person_of_word(const AnSpeakers *s, uint32_t i)
{
	uint32_t n = before_word(s, s->people, s->npeople, i);
	AnSpeaker none = { .set = false };
	uint32_t tries;

	for (tries = 0; n > 0 && tries < MENTIONS_BACK; tries++)
	{
		const char *name = s->r->found[s->people[--n]].name;
		const char *last = strrchr(name, ' ');

		if (same_word(s->r, i, name, strcspn(name, " ")) ||
			(last != NULL && same_word(s->r, i, last + 1, strlen(last + 1))))
			return speaker_of_entity(s, s->people[n] + 1, i);
	}
	return none;
}

/* ---- The subject behind a verb ---- */

/* Words behind a verb that are neither its subject nor the end of it. */
static bool
passed_over(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = { "ايضا",  "كذلك",  "قائلا", "لاحقا",
									   "سابقا", "مجددا", "بدوره", "بدورها",
									   "امس",   "اليوم", "قد",    "حينها",
									   "انذاك", "هنا",   "لنا",   "لي",
									   "له",    "لها",   "لهم",   "هو" };

	return AN_WORD_IN(r, i, list) ||
		   an_is(r, i, AN_BIT(TIME) | AN_BIT(WEEKDAY) | AN_BIT(STOP)) ||
		   an_particle(r, i);
}

/* Nouns for what said something before: the speaker goes on. */
static bool
refers_back(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = {
		"المصدر",  "المصادر",  "البيان",  "التقرير", "نفسه",    "ذاته",
		"ذات",     "المتحدث",  "المسؤول", "المسوول", "السفير",  "المتحدثه",
		"الرجل",   "المدرب",   "اللاعب",  "النجم",   "الكاتب",  "الوزير",
		"الرئيس",  "المسؤوله", "الوزيره", "المدير",  "سعادته",  "معاليه",
		"سموه",    "فضيلته",   "سيادته",  "سعادتها", "معاليها", "البلاغ",
		"الاستاذ", "الاستاذه", "الكاتبه"
	};

	return AN_WORD_IN(r, i, list);
}

/* Whether word i may be the noun that a verb has for its subject. */
static bool
noun_subject(const AnReader *r, uint32_t i, uint32_t limit)
{
	AnReading reading;
	AnCue cue;

	if (i >= limit || !an_after_blank(r, i) ||
		r->words[i].type != AN_TOKEN_ARABIC || an_that(r, i) ||
		passed_over(r, i) ||
		(an_cue(r, i, &cue) && cue.form == AN_CUE_PARTICIPLE))
		return false;
	if (an_readings(r->block, r->body + r->words[i].start,
					r->words[i].end - r->words[i].start, &reading, 1) < 1)
		return !an_begins_with(r, i, "ل") && !an_begins_with(r, i, "ب");
	if (reading.before & (AN_BEFORE_PREP | AN_BEFORE_AND))
		return false;
	switch (reading.word_class)
	{
		case AN_LEX_NONE: /* a name */
			return true;
		case AN_LEX_NOUN:
		case AN_LEX_PARTICIPLE:
		case AN_LEX_ADJ:
		case AN_LEX_NISBA:
		case AN_LEX_ELATIVE:
			return an_definite(r, i) || r->words[i].key_len < AN_LETTER ||
				   memcmp(an_key(r, i) + r->words[i].key_len - AN_LETTER, "ا",
						  AN_LETTER) != 0;
		default:
			return false;
	}
}

/* A title that says no more than who spoke before: المسؤول الأميركي. */
static bool
epithet(const AnReader *r, const AnTitle *title)
{
	static const AnSpelling offices[] = { "الرييس", "الرئيس", "الوزير",
										  "السفير", "المدير" };
	uint32_t k;

	if (!refers_back(r, title->first))
		return false;
	if (title->next > title->first + 1 && AN_WORD_IN(r, title->first, offices))
		return false;
	for (k = title->first + 1; k < title->next; k++)
		if (!an_is(r, k, AN_BIT(NATIONALITY)))
			return false;
	return true;
}

/* Who or what was spoken of before, by a noun that stands for it. */
static AnSpeaker
subject_before(const AnSpeakers *s, uint32_t i)
{
	static const AnSpelling statements[] = { "بيان", "بلاغ", "تقرير",
											 "تصريح" };
	static const AnSpelling people[] = { "الرجل", "السيده", "المراه",
										 "الشاب", "الشابه", "الفتاه" };
	const AnReader *r = s->r;
	AnSpeaker speaker = { .set = false };

	if (an_definite(r, i) && an_is(r, i, AN_BIT(ORG_HEAD)))
	{
		speaker = organization_of_head(s, i);
		if (speaker.name != NULL)
			return speaker;
	}
	/* قال بيان للوزارة */
	if (AN_WORD_IN(r, i, statements) && an_after_blank(r, i + 1) &&
		an_begins_with(r, i + 1, "لل"))
	{
		speaker = organization_of_head(s, i + 1);
		speaker.set = true;
		return speaker;
	}
	if (AN_WORD_IN(r, i, people) && s->topic.set)
		return s->topic;
	if (refers_back(r, i))
	{
		speaker = s->last.set ? s->last : s->topic;
		speaker.set = true;
		return speaker;
	}
	return speaker;
}

/*
 * The subject directly at word i: a name, a title, a head.  goes_on: the verb
 * says that the speaker of before does.
 */
static AnSpeaker
subject_at(const AnSpeakers *s, uint32_t i, uint32_t limit, bool goes_on)
{
	const AnReader *r = s->r;
	AnSpeaker speaker = { .set = false };
	AnTitle title;

	if (i >= limit)
		return speaker;
	if (s->begins[i] != 0)
	{
		const AnEntity *e = &r->found[s->begins[i] - 1];

		if ((speaks(e) || e->type == AN_LOCATION) &&
			begin_of(e) == r->words[i].start)
			return speaker_of_entity(s, s->begins[i], i);
	}
	if (an_title(r, i, &title) && title.start == r->words[i].start)
	{
		speaker = an_speaker_by_role(s, &title);
		if (speaker.name == NULL && s->last.set &&
			((goes_on && an_definite(r, i)) || epithet(r, &title)))
			speaker = s->last;
		return speaker;
	}
	speaker = subject_before(s, i);
	if (speaker.set)
		return speaker;
	if (an_after_blank(r, i) && !passed_over(r, i) && !an_that(r, i))
		speaker = person_of_word(s, i);
	if (speaker.set || !noun_subject(r, i, limit))
		return speaker;
	if (goes_on && an_definite(r, i) && s->last.set)
		return s->last;
	speaker.set = true;
	return speaker;
}

/* The person or body between a verb and what it says, if there is one. */
static AnSpeaker
subject_behind(const AnSpeakers *s, uint32_t from, uint32_t limit,
			   bool goes_on)
{
	const AnReader *r = s->r;
	AnSpeaker speaker = { .set = false };
	uint32_t i;

	if (limit > from + SUBJECT_REACH)
		limit = from + SUBJECT_REACH;
	for (i = from; i < limit; i++)
	{
		const AnEntity *e;

		if (i > from && (an_sentence_ends(r, i) || an_colon(r, i)))
			break;
		if (an_that(r, i))
			break;
		if (s->begins[i] == 0)
			continue;
		e = &r->found[s->begins[i] - 1];
		if (e->type == AN_PERSON && (i == from || free_at(s, i, e)) &&
			(i > from || begin_of(e) == r->words[i].start))
			return speaker_of_entity(s, s->begins[i], i);
		if (e->type == AN_ORGANIZATION && i > from && free_at(s, i, e) &&
			(r->words[i].gap & AN_GAP_COMMA))
			return speaker_of_entity(s, s->begins[i], i);
	}
	while (from < limit && passed_over(r, from) && an_after_blank(r, from) &&
		   !an_that(r, from) && !an_sentence_ends(r, from + 1) &&
		   !refers_back(r, from))
	{
		/* behind a preposition no subject stands */
		if (governs(s, from))
			return speaker;
		from++;
	}
	return subject_at(s, from, i < limit ? i : limit, goes_on);
}

/* ---- Nobody behind the verb ---- */

static bool
agrees(const AnSpeaker *speaker, const AnCue *cue)
{
	if (!speaker->set)
		return false;
	if (speaker->gender == 0)
		return true;
	if (cue->plural)
		return false;
	if (cue->form == AN_CUE_VERBAL_NOUN && !cue->feminine)
		return true; /* بالقول */
	return cue->form == AN_CUE_PARTICIPLE && !cue->feminine
			   ? true
			   : (speaker->gender == 'f') == cue->feminine;
}

AnSpeaker
an_speaker_now(const AnSpeakers *s, const AnCue *cue)
{
	static const AnSpelling as_for[] = { "اما" };
	const AnSpeaker none = { .set = false };
	bool recent = s->last.set && s->number - s->last_number <= MEMORY;

	if (agrees(&s->cue, cue))
		return s->cue;
	if (agrees(&s->subject, cue))
		return s->subject;
	if (AN_WORD_IN(s->r, s->sentence, as_for))
		return none; /* somebody else, who was not read */
	if (recent && cue->goes_on && agrees(&s->last, cue))
		return s->last;
	if (recent && s->number - s->last_number <= 1 && agrees(&s->last, cue))
		return s->last;
	if (agrees(&s->topic, cue))
		return s->topic;
	if (recent && agrees(&s->last, cue))
		return s->last;
	return none;
}

/* In نقل عن فلان قوله and عن فلان أنه قال: who stands behind عن. */
static AnSpeaker
behind_about(const AnSpeakers *s, const AnCue *cue)
{
	static const AnSpelling about[] = { "عن" };
	AnSpeaker none = { .set = false };
	uint32_t i;

	if (an_begins_with(s->r, cue->first, "ب"))
		return none; /* أوضح بقوله */
	for (i = cue->first; i > s->sentence && cue->first - i < 16; i--)
		if (AN_WORD_IN(s->r, i - 1, about))
			return subject_behind(s, i, cue->first, false);
	return none;
}

static AnSpeaker
subject_of_verb(const AnSpeakers *s, const AnCue *cue, uint32_t limit)
{
	const AnReader *r = s->r;
	uint32_t number = s->begins[cue->first];
	AnSpeaker speaker;

	/* طالب is a title too */
	if (number != 0 && r->found[number - 1].type == AN_PERSON &&
		r->found[number - 1].start > r->words[cue->first].start)
		speaker = speaker_of_entity(s, number, cue->first);
	else
		speaker = subject_behind(s, cue->next, limit, cue->goes_on);
	/* فلان رفض الاتفاق: what is behind the verb is no subject */
	if (speaker.set && speaker.name == NULL && cue->kind == AN_CUE_STANCE &&
		s->subject.set && !s->clause && agrees(&s->subject, cue))
		return s->subject;
	if (speaker.set && !cue->plural)
		speaker.gender = cue->feminine ? 'f' : 'm';
	return speaker;
}

AnSpeaker
an_speaker_of(AnSpeakers *s, const AnCue *cue, uint32_t limit)
{
	AnSpeaker speaker = { .set = false };

	s->cue_seen = true;
	switch (cue->form)
	{
		case AN_CUE_BEFORE_NAME:
			speaker = subject_behind(s, cue->next, limit, cue->goes_on);
			break;
		case AN_CUE_VERBAL_NOUN:
			speaker = behind_about(s, cue);
			break;
		case AN_CUE_FINITE:
			speaker = subject_of_verb(s, cue, limit);
			break;
		default:
			break;
	}
	if (!speaker.set && cue->form != AN_CUE_BEFORE_NAME)
		speaker = an_speaker_now(s, cue);
	if (speaker.set && cue->kind != AN_CUE_SOURCE)
	{
		s->cue = s->last = speaker;
		s->last_number = s->number;
	}
	return speaker;
}

AnSpeaker
an_speaker_before(const AnSpeakers *s, uint32_t i)
{
	AnSpeaker none = { .set = false };
	uint32_t number = i > 0 ? s->inside[i - 1] : 0;

	if (number == 0 || !speaks(&s->r->found[number - 1]))
		return none;
	return speaker_of_entity(s, number, i - 1);
}

/* ---- As the text goes on ---- */

static void
take_subject(AnSpeakers *s, AnSpeaker speaker)
{
	s->subject = speaker;
	s->clause = false;
}

void
an_speakers_word(AnSpeakers *s, uint32_t i, bool sentence_begins)
{
	/* behind one of these another subject comes */
	static const AnSpelling clause[] = { "فيما",   "بينما", "حين", "لكن",
										 "ولكن",   "حيث",   "اذ",  "وفيما",
										 "وبينما", "عندما" };
	const AnReader *r = s->r;
	const AnEntity *e;
	AnTitle title;

	if (sentence_begins)
	{
		if (s->cue.set)
			s->topic = s->cue;
		else if (s->subject.set)
			s->topic = s->subject;
		memset(&s->cue, 0, sizeof(s->cue));
		memset(&s->subject, 0, sizeof(s->subject));
		s->cue_seen = s->clause = false;
		s->sentence = i;
		s->number++;
	}
	if (AN_WORD_IN(r, i, clause))
		s->clause = true;
	if ((s->subject.set && !s->clause) || s->cue_seen)
		return;
	e = s->begins[i] != 0 ? &r->found[s->begins[i] - 1] : NULL;
	if (e != NULL && e->type == AN_PERSON && free_at(s, i, e))
		take_subject(s, speaker_of_entity(s, s->begins[i], i));
	else if (i < s->title_until)
		return;
	else if (an_is(r, i, AN_BIT(TITLE)) && an_title(r, i, &title))
	{
		AnSpeaker speaker = an_speaker_by_role(s, &title);

		s->title_until = title.next;
		if (speaker.name != NULL && (i == s->sentence || !governs(s, i - 1)))
			take_subject(s, speaker);
	}
	else if (e != NULL && speaks(e) && free_at(s, i, e))
		take_subject(s, speaker_of_entity(s, s->begins[i], i));
}
