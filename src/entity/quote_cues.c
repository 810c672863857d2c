/*-------------------------------------------------------------------------
 *
 * quote_cues.c
 *	  Verbs and phrases of speech: قال, أضاف, مؤكدا, بحسب, على حد قوله.
 *
 * Most are in the store as they are written.  Some of these are more often
 * something else (بين, رد, عبر): they count only where أن or a colon follows.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quotes.h"

/* How far what a verb of speech says may be from it, in words. */
#define REACH 28

/* Longest lemma of a verb, in bytes. */
#define LEMMA_MAX 40

/* ---- Sentences ---- */

/* Whether word i is the letter of an abbreviation: د. فلان */
static bool
abbreviated(const AnReader *r, uint32_t i)
{
	return r->words[i].type == AN_TOKEN_ARABIC &&
		   r->words[i].key_len == AN_LETTER;
}

static uint8_t
beside_word(const AnReader *r, uint32_t i)
{
	return an_beside(r, i > 0 ? r->words[i - 1].end : 0,
					 i < r->nwords ? r->words[i].start : (uint32_t) r->len);
}

bool
an_sentence_ends(const AnReader *r, uint32_t i)
{
	if (i == 0 || i >= r->nwords || (r->words[i].gap & AN_GAP_LINE))
		return true;
	return (r->words[i].gap & AN_GAP_STOP) && !abbreviated(r, i - 1) &&
		   (beside_word(r, i) & AN_BESIDE_STOP);
}

bool
an_colon(const AnReader *r, uint32_t i)
{
	return i > 0 && i < r->nwords && (r->words[i].gap & AN_GAP_STOP) &&
		   (beside_word(r, i) & AN_BESIDE_COLON);
}

/* ---- Words ---- */

bool
an_that(const AnReader *r, uint32_t i)
{
	static const AnSpelling that[] = { "ان",   "انه", "انها", "انهم", "انهما",
									   "انهن", "اني", "انني", "اننا", "انا" };
	/* what they have behind them is no speech: قبل أن يغادر */
	static const AnSpelling with_verb[] = { "قبل", "بعد",  "دون",
											"يجب", "يمكن", "ينبغي" };
	size_t skip;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_ARABIC ||
		(i > 0 && AN_WORD_IN(r, i - 1, with_verb)))
		return false;
	for (skip = 0; skip <= AN_LETTER; skip += AN_LETTER)
	{
		if (skip > 0 && !an_begins_with(r, i, "ب") &&
			!an_begins_with(r, i, "و") && !an_begins_with(r, i, "ف"))
			break;
		if (AN_WORD_IN_BEHIND(r, i, skip, that))
			return true;
	}
	return false;
}

/* Prepositions: what stands behind one is no verb. */
static bool
preposition(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = {
		"في",   "من",  "عن",   "علي",  "الي", "مع",  "بين", "خلال", "بعد",
		"قبل",  "حول", "بشان", "اي",   "كل",  "بعض", "هذه", "عبر",  "دون",
		"بدون", "لدي", "ضد",   "بعيد", "فور", "عقب", "اثر", "تحت"
	};

	return AN_WORD_IN(r, i, list);
}

/* Verbs whose letters are more often another word. */
static bool
doubtful(const AnReader *r, uint32_t i, size_t skip)
{
	static const AnSpelling list[] = {
		"بين",    "رد",      "امل",   "وعد",    "عبر",    "كتب",     "وجه",
		"حسب",    "نشر",     "نقل",   "علم",    "شهد",    "ختم",     "بث",
		"حث",     "يعد",     "تعد",   "اسر",    "ظن",     "شكر",     "كذب",
		"عقب",    "علق",     "كشف",   "ذكر",    "لفت",    "دعوا",    "دعا",
		"شرح",    "رفض",     "راي",   "رات",    "نبه",    "لوح",     "كرر",
		"جدد",    "هدد",     "مدح",   "شجب",    "مصر",    "مصرا",    "ردت",
		"ترد",    "يرد",     "تامل",  "يامل",   "روي",    "حكي",     "تبين",
		"يبين",   "زاد",     "زادت",  "يزيد",   "تزيد",   "مضي",     "مضت",
		"رددت",   "متهما",   "متهمه", "متهمين", "مدينه",  "مدينا",   "مدينين",
		"توجه",   "تحكي",    "يقر",   "تقر",    "قرا",    "اقر",     "عارض",
		"دافع",   "سرد",     "خطب",   "تري",    "يري",    "اكمل",    "يسر",
		"تسر",    "ارادو",   "مقدرا", "مبين",   "صاح",    "ملاحظه",  "معارضه",
		"مقترحا", "مقترحين", "موجها", "موجهه",  "محتجين", "متحدثين", "منتقدين",
		"مؤكده",  "داعيه",   "راويا", "شاكي",   "ورد",    "وردت",    "ردد",
		"تردد",   "يتذكر",   "وصل",   "يصر",    "تصر"
	};

	return AN_WORD_IN_BEHIND(r, i, skip, list);
}

bool
an_says_something(const AnReader *r, uint32_t i)
{
	uint32_t k;

	for (k = i; k < r->nwords && k < i + REACH; k++)
	{
		if (an_that(r, k) || an_colon(r, k))
			return true;
		if (k > i && an_sentence_ends(r, k))
			return false;
		if ((r->words[k].gap & AN_GAP_QUOTE) && k <= i + 6)
			return true;
	}
	return false;
}

/* Prepositions that verbs are written as: verbs begin a clause. */
static bool
preposition_verb(const AnReader *r, uint32_t i, size_t skip)
{
	static const AnSpelling list[] = { "بين", "عبر", "حسب", "عقب", "وفق" };

	return AN_WORD_IN_BEHIND(r, i, skip, list);
}

/* Whether the last letter of word i is written as ة. */
static bool
ends_in_ta(const AnReader *r, uint32_t i)
{
	uint32_t end = r->words[i].end;

	return end >= 2 && memcmp(r->body + end - 2, "ة", 2) == 0;
}

/* ---- Cues of the list ---- */

/* The sense of a cue that says what somebody said, of those of a hit. */
static const AnRecord *
speech_sense(const AnReader *r, const AnHit *hit)
{
	const AnRecord *found = NULL;
	int k;

	for (k = 0; k < hit->nsenses; k++)
	{
		const AnRecord *sense = an_hit_record(r, hit, k);

		if (sense->kind != AN_KIND_CUE ||
			(sense->value != AN_CUE_SPEECH && sense->value != AN_CUE_STANCE &&
			 sense->value != AN_CUE_SOURCE))
			continue;
		if (found == NULL || sense->value < found->value)
			found = sense;
	}
	return found;
}

static bool
ends_with(const char *key, size_t len, const char *letters)
{
	size_t n = strlen(letters);

	return len >= n && memcmp(key + len - n, letters, n) == 0;
}

/* Gender, number and form, as the letters say. */
static void
set_form(AnCue *cue, const char *key, size_t len, const char *lemma)
{
	static const char verbal_nouns[][16] = { "قول", "بقول", "القول",
											 "بالقول" };
	char base[AN_FOLD_MAX(LEMMA_MAX)];
	size_t n = strlen(lemma);
	size_t k;

	n = n <= LEMMA_MAX ? an_fold(lemma, n, base, sizeof(base)) : 0;
	for (k = 0; k < sizeof(verbal_nouns) / sizeof(verbal_nouns[0]); k++)
	{
		size_t m = strlen(verbal_nouns[k]);

		if (len < m || memcmp(key, verbal_nouns[k], m) != 0)
			continue;
		cue->form = AN_CUE_VERBAL_NOUN;
		cue->feminine = ends_with(key, len, "ها");
		cue->plural = ends_with(key, len, "هم");
		return;
	}
	if (len == n && memcmp(key, base, n) == 0)
		return;
	if (memcmp(key, "ي", AN_LETTER) == 0)
		cue->plural = ends_with(key, len, "ون");
	else if (memcmp(key, "ت", AN_LETTER) == 0 && len >= n &&
			 !ends_with(key, len, "وا"))
		cue->feminine = true;
	else if (ends_with(key, len, "وا"))
		cue->plural = true;
	else if (ends_with(key, len, "ا"))
		cue->form = AN_CUE_PARTICIPLE;
	else if (ends_with(key, len, "ه"))
	{
		cue->form = AN_CUE_PARTICIPLE;
		cue->feminine = true;
	}
	else if (ends_with(key, len, "ين"))
	{
		cue->form = AN_CUE_PARTICIPLE;
		cue->plural = true;
	}
	else if (ends_with(key, len, "ت"))
		cue->feminine = true;
}

static void
set_goes_on(AnCue *cue)
{
	static const char lemmas[][16] = { "أضاف", "تابع",  "أردف",   "استطرد",
									   "زاد",  "مضى",   "واصل",   "أكمل",
									   "ختم",  "اختتم", "استدرك", "أوضح",
									   "بين",  "أبان",  "كرر" };
	size_t k;

	for (k = 0; k < sizeof(lemmas) / sizeof(lemmas[0]); k++)
		if (strcmp(cue->lemma, lemmas[k]) == 0)
			cue->goes_on = true;
}

/* A phrase before a name, or with a pronoun: بحسب, على حد قوله. */
static bool
source_phrase(const AnReader *r, AnCue *cue)
{
	static const AnSpelling relative[] = { "ما", "لما" };
	const char *key = an_key(r, cue->next - 1);
	size_t len = r->words[cue->next - 1].key_len;
	bool phrase = cue->next - cue->first > 1;

	cue->form = AN_CUE_BEFORE_NAME;
	if (phrase && (ends_with(key, len, "ه") || ends_with(key, len, "ها") ||
				   ends_with(key, len, "هم")))
	{
		cue->form = AN_CUE_BACK;
		cue->feminine = ends_with(key, len, "ها");
		cue->plural = ends_with(key, len, "هم");
		return true;
	}

	/* in بحسب ما قال فلان the verb is the cue */
	return cue->next < r->nwords && !AN_WORD_IN(r, cue->next, relative) &&
		   (r->words[cue->next].gap & AN_GAP_LINE) == 0;
}

/* How many bytes of the key are و, ف or س before the hit; -1: others. */
static int
before_verb(const AnReader *r, uint32_t i, const AnHit *hit, bool *joined)
{
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;
	size_t skip = 0;

	*joined = false;
	if (!hit->clitic)
		return 0;
	if (memcmp(key, "و", 2) == 0 || memcmp(key, "ف", 2) == 0)
	{
		*joined = true;
		skip += AN_LETTER;
	}
	if (an_word_skip(r, i, skip / AN_LETTER) == hit->start)
		return (int) skip;
	if (skip + AN_LETTER < len &&
		(memcmp(key + skip, "س", 2) == 0 || memcmp(key + skip, "ل", 2) == 0) &&
		an_word_skip(r, i, skip / AN_LETTER + 1) == hit->start)
		return (int) skip + AN_LETTER;
	return -1;
}

/* قوله, بقولها; القول without one may be any saying. */
static bool
has_pronoun(const AnReader *r, uint32_t i)
{
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;

	return ends_with(key, len, "ه") || ends_with(key, len, "ها") ||
		   ends_with(key, len, "هم");
}

/* Forms that are something else where they stand. */
static bool
no_speech(const AnReader *r, const AnCue *cue, size_t skip)
{
	static const AnSpelling called[] = { "يدعي", "تدعي" };
	static const AnSpelling mentioned[] = { "يذكر", "يلاحظ", "يعتقد" };
	static const AnSpelling in_name_of[] = { "باسم" };
	static const AnSpelling wrote[] = { "كتب", "كتبت" };
	static const AnSpelling on_it[] = { "تحت",  "تحته", "تحتها", "فيه",
										"فيها", "عليه", "عليها", "علي" };
	uint32_t i = cue->first;
	uint32_t end = r->words[i].end;

	size_t n = strlen(cue->lemma);

	if (cue->form == AN_CUE_PARTICIPLE)
		return AN_WORD_IN(r, cue->next, in_name_of);
	/* نادي is no نادى */
	if (end - r->words[i].start == n + skip && n >= 2 &&
		memcmp(cue->lemma + n - 2, "ى", 2) == 0 &&
		memcmp(r->body + end - 2, "ي", 2) == 0)
		return true;
	if (AN_WORD_IN_BEHIND(r, i, skip, called))
		return end >= 2 && memcmp(r->body + end - 2, "ى", 2) == 0;
	if (AN_WORD_IN_BEHIND(r, i, skip, wrote) &&
		AN_WORD_IN(r, cue->next, on_it))
		return true; /* was written */
	return skip == 0 && AN_WORD_IN(r, i, mentioned) && an_that(r, cue->next);
}

bool
an_cue(const AnReader *r, uint32_t i, AnCue *out)
{
	const AnHit *hit = NULL;
	const AnRecord *sense = NULL;
	const AnHit *hits;
	int skip;
	int k;

	if (i >= r->nwords || r->words[i].nhits == 0)
		return false;
	hits = an_hits(r, i);
	for (k = 0; k < r->words[i].nhits; k++)
	{
		const AnRecord *s;

		if ((hits[k].kinds & AN_BIT(CUE)) == 0 ||
			(s = speech_sense(r, &hits[k])) == NULL ||
			(hit != NULL && hits[k].nwords <= hit->nwords))
			continue;
		hit = &hits[k];
		sense = s;
	}
	if (hit == NULL)
		return false;
	memset(out, 0, sizeof(*out));
	skip = before_verb(r, i, hit, &out->joined);
	if (skip < 0)
		return false;
	out->first = i;
	out->next = i + hit->nwords;
	out->lemma = an_string(r->block, sense->name);
	out->kind = (AnCueKind) sense->value;
	if (out->kind == AN_CUE_SOURCE)
		return source_phrase(r, out);
	set_form(out, an_key(r, i) + skip, r->words[i].key_len - (size_t) skip,
			 out->lemma);
	set_goes_on(out);
	if (out->form == AN_CUE_VERBAL_NOUN)
		return has_pronoun(r, i) || an_that(r, out->next) ||
			   (r->words[out->next].gap & (AN_GAP_STOP | AN_GAP_QUOTE)) != 0;
	if (no_speech(r, out, (size_t) skip))
		return false;
	if (out->form == AN_CUE_PARTICIPLE && out->feminine && !ends_in_ta(r, i))
		return false; /* مقره is no مقرة */
	if (skip == 0 && preposition(r, i - (i > 0)) && i > 0 &&
		an_after_blank(r, i))
		return false;
	if (preposition_verb(r, i, (size_t) skip) && skip == 0 &&
		!an_sentence_ends(r, i))
		return false;
	return !doubtful(r, i, (size_t) skip) || an_says_something(r, out->next);
}

bool
an_cue_read(const AnReader *r, uint32_t i, AnCue *out)
{
	static const AnSpelling impersonal[] = { "يشار", "ويشار", "يذكر" };
	AnReading readings[AN_READINGS_MAX];
	const AnWord *word;
	int n;
	int k;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_ARABIC ||
		an_particle(r, i) || AN_WORD_IN(r, i, impersonal))
		return false;
	word = &r->words[i];
	n = an_readings(r->block, r->body + word->start, word->end - word->start,
					readings, 4);
	for (k = 0; k < n; k++)
	{
		const AnReading *reading = &readings[k];
		const AnRecord *sense;

		if (reading->word_class != AN_LEX_VERB)
			continue;
		sense = an_store_sense(r->block, reading->lexeme,
							   strlen(reading->lexeme), AN_KIND_CUE);
		if (sense == NULL ||
			(sense->value != AN_CUE_SPEECH && sense->value != AN_CUE_STANCE))
			continue;
		memset(out, 0, sizeof(*out));
		out->first = i;
		out->next = i + 1;
		out->lemma = an_string(r->block, sense->name);
		out->kind = (AnCueKind) sense->value;
		out->joined = (reading->before & AN_BEFORE_AND) != 0;
		set_goes_on(out);
		return true;
	}
	return false;
}
