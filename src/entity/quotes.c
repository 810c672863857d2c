/*-------------------------------------------------------------------------
 *
 * quotes.c
 *	  Direct speech: what in quotation marks somebody said, who, and by which
 *	  verb.
 *
 * One walk over the words outside quotations.  At each opening mark the verb
 * of speech is the last one of the sentence, or one right behind the closing
 * mark.  How surely the words in the marks are speech depends on what joins
 * them to the verb: a colon, أن, nothing; without a verb they are a name, a
 * title or a word that the writer does not make his own.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quotes.h"

/* Between a verb and what it says there are at most so many words. */
#define CUE_REACH 60

/* A word is looked up in the lexicon this near before a quotation. */
#define READ_REACH 18

/* What is done by words is right before them. */
#define STANCE_REACH 10
#define NEAR_REACH 25

/* Where a verb behind a quotation says something else, it does so soon. */
#define MORE_REACH 8

/* A word that announces a name is this near: ندوة دولية حول "..." */
#define NAMING_REACH 3

typedef struct Walk
{
	AnReader *r;
	AnSpeakers speakers;
	AnQuotePairs pairs;
	size_t pair; /* the next one */

	AnCue cue;     /* the last one of this sentence */
	AnSpeaker who; /* says it */
	bool has_cue;
	uint32_t sentence;
	uint32_t that; /* the last أن behind the cue, UINT32_MAX: none */

	uint32_t quoted_until; /* the quotation before: the word behind it */

	AnQuote *items;
	size_t count;
	size_t room;
} Walk;

static void
add_quote(Walk *w, const AnQuotePair *pair, const AnSpeaker *who,
		  const char *cue)
{
	AnQuote *quote;

	if (w->count == w->room)
	{
		size_t room = w->room == 0 ? 16 : w->room * 2;
		AnQuote *more = w->r->env->alloc(w->r->env, room * sizeof(AnQuote));

		if (w->count > 0)
			memcpy(more, w->items, w->count * sizeof(AnQuote));
		w->items = more;
		w->room = room;
	}
	quote = &w->items[w->count++];
	quote->start = pair->start;
	quote->end = pair->end;
	quote->speaker = who->set ? who->name : NULL;
	quote->cue = cue;
	w->quoted_until = pair->next;
}

/* ---- What is in the marks ---- */

/* Whether one entity is all that is in the marks. */
static bool
is_name(const Walk *w, const AnQuotePair *pair)
{
	uint32_t first = w->speakers.inside[pair->first];

	if (first == 0 || w->r->found[first - 1].type == AN_DATE)
		return false;
	return w->speakers.inside[pair->next - 1] == first;
}

/* ---- What is before them ---- */

/* Whether a name is what the words before the mark announce. */
static bool
names(const Walk *w, const AnQuotePair *pair)
{
	uint32_t from = w->sentence;

	if (w->has_cue && w->cue.next > from)
		from = w->cue.next;
	return an_names(w->r, pair, from, NAMING_REACH);
}

/* A verb of speech by the lexicon, nearer than the last of the list. */
static void
look_for_verb(Walk *w, const AnQuotePair *pair)
{
	uint32_t from = w->has_cue ? w->cue.next : w->sentence;
	uint32_t i;
	AnCue cue;

	for (i = pair->first; i > from && pair->first - i < READ_REACH; i--)
	{
		if (w->speakers.inside[i - 1] != 0 ||
			an_is(w->r, i - 1, AN_BIT(CUE)) || !an_cue_read(w->r, i - 1, &cue))
			continue;
		w->cue = cue;
		w->has_cue = true;
		w->who = an_speaker_of(&w->speakers, &cue, pair->first);
		return;
	}
}

/* ---- What is behind them ---- */

/* Whether a verb behind a quotation says something else than this one. */
static bool
says_more(const Walk *w, const AnCue *cue)
{
	static const AnSpelling about[] = { "عن" };
	const AnReader *r = w->r;
	uint32_t i;

	for (i = cue->next; i < r->nwords && i < cue->next + MORE_REACH; i++)
	{
		if (i > cue->next &&
			((r->words[i].gap & AN_GAP_COMMA) != 0 || an_sentence_ends(r, i)))
			break;
		if (an_that(r, i) || an_colon(r, i) || AN_WORD_IN(r, i, about))
			return true;
	}
	return false;
}

/* The verb of speech right behind the closing mark: "..."، يقول فلان */
static bool
cue_behind(const Walk *w, const AnQuotePair *pair, AnCue *cue)
{
	static const AnSpelling fillers[] = { "هكذا", "كما",   "هذا",   "ما",
										  "بهذه", "هذه",   "حسب",   "وفق",
										  "بحسب", "حسبما", "وفقما", "مثلما",
										  "بما",  "لما" };
	const AnReader *r = w->r;
	uint32_t i = pair->next;
	uint8_t beside;
	int tries;

	if (i >= r->nwords)
		return false;
	beside = an_beside(r, pair->after, r->words[i].start);
	if (beside & (AN_BESIDE_LINE | AN_BESIDE_COLON | AN_BESIDE_OPEN))
		return false;
	for (tries = 0; tries < 4 && i < r->nwords; tries++, i++)
	{
		if (i > pair->next && (an_sentence_ends(r, i) || an_colon(r, i)))
			return false;
		if (an_cue(r, i, cue) || ((tries > 0 || ((beside & AN_BESIDE_COMMA) &&
												 an_definite(r, i + 1))) &&
								  an_cue_read(r, i, cue)))
		{
			if (cue->joined || cue->form == AN_CUE_PARTICIPLE ||
				cue->form == AN_CUE_VERBAL_NOUN)
				return false;
			/* in "..."، يذكر أن a new thing is said */
			return cue->form != AN_CUE_FINITE ||
				   ((cue->kind == AN_CUE_SPEECH || cue->goes_on) &&
					!says_more(w, cue));
		}
		if (!AN_WORD_IN(r, i, fillers))
			return false;
	}
	return false;
}

/* Whether the sentence goes on behind the mark as one with a name would. */
static bool
goes_on(const AnReader *r, const AnQuotePair *pair)
{
	uint8_t beside;
	AnCue cue;

	if (pair->next >= r->nwords)
		return false;
	beside = an_beside(r, pair->after, r->words[pair->next].start) |
			 an_beside(r, r->words[pair->next - 1].end, pair->end);
	return (beside & (AN_BESIDE_COMMA | AN_BESIDE_STOP | AN_BESIDE_LINE)) ==
			   0 &&
		   !an_begins_with(r, pair->next, "و") && !an_cue(r, pair->next, &cue);
}

/* Whether a sentence ends with the closing mark. */
static bool
ends_sentence(const AnReader *r, const AnQuotePair *pair)
{
	return an_sentence_ends(r, pair->next) ||
		   (an_beside(r, r->words[pair->next - 1].end, pair->end) &
			AN_BESIDE_STOP) != 0;
}

/* ---- Speech or not ---- */

/* What joins a verb of speech to what is in the marks. */
typedef enum Joint
{
	JOINT_NONE,
	JOINT_COLON,
	JOINT_THAT,  /* أن right before the mark */
	JOINT_UNDER, /* somewhere behind أن */
	JOINT_NEAR   /* nothing but the subject between */
} Joint;

static Joint
joint(Walk *w, const AnQuotePair *pair)
{
	uint32_t i = pair->first;
	bool that;

	if (i == w->sentence)
		return JOINT_NONE;
	if (pair->before & (AN_BESIDE_LINE | AN_BESIDE_STOP))
		return JOINT_NONE;
	if (pair->before & AN_BESIDE_COLON)
	{
		look_for_verb(w, pair);
		return JOINT_COLON;
	}
	that = an_that(w->r, i - 1);
	if (that)
		look_for_verb(w, pair);
	if (!w->has_cue || i - w->cue.first > CUE_REACH)
		return JOINT_NONE;
	if (that)
		return JOINT_THAT;
	if (w->that != UINT32_MAX)
		return JOINT_UNDER;
	return JOINT_NEAR;
}

/* Whether what a verb says may be in the marks, as it is joined to it. */
static bool
said(const Walk *w, const AnQuotePair *pair, Joint joint)
{
	const AnReader *r = w->r;
	uint32_t n = pair->next - pair->first;
	bool clitic =
		pair->first > 0 && r->words[pair->first - 1].type == AN_TOKEN_CLITIC;

	switch (joint)
	{
		case JOINT_COLON:
			return w->has_cue && !an_label(w->r, pair->first);
		case JOINT_THAT:
			if (n <= AN_FEW_WORDS && goes_on(r, pair))
				return an_quotes_verb(r, pair) && !is_name(w, pair);
			return n > 1 && !is_name(w, pair);
		case JOINT_UNDER:
			if (names(w, pair) || is_name(w, pair))
				return false;
			return n > AN_FEW_WORDS + (uint32_t) clitic ||
				   (!clitic && n > 2 && an_quotes_verb(r, pair));
		case JOINT_NEAR:
			if (names(w, pair) || is_name(w, pair))
				return false;
			if (an_that(r, pair->first))
				return n > 2;
			if (strcmp(w->cue.lemma, "اعتبر") == 0)
				return false; /* a thing is thought to be another */
			if (pair->first == w->cue.next)
				return n > AN_FEW_WORDS || (n > 1 && an_quotes_verb(r, pair));
			if (w->cue.kind == AN_CUE_SOURCE ||
				pair->first - w->cue.next > NEAR_REACH ||
				(w->cue.kind == AN_CUE_STANCE &&
				 (n <= AN_FEW_WORDS + 1 ||
				  pair->first - w->cue.next > STANCE_REACH)))
				return false;
			return n > AN_FEW_WORDS + (uint32_t) clitic ||
				   (!clitic && n > 2 && an_quotes_verb(r, pair));
		default:
			return false;
	}
}

/* "..." as a sentence of its own, behind another one of the same speaker. */
static bool
continues(const Walk *w, const AnQuotePair *pair)
{
	uint32_t n = pair->next - pair->first;
	uint32_t begin = w->sentence;

	if (n <= AN_FEW_WORDS || is_name(w, pair))
		return false;
	if (w->count > 0 && pair->first == w->quoted_until)
		return true;
	if (begin < pair->first && w->r->words[begin].key_len == AN_LETTER)
		begin++; /* و"..." */
	return pair->first == begin && w->speakers.last.set &&
		   w->speakers.number - w->speakers.last_number <= 1 &&
		   ends_sentence(w->r, pair);
}

/* بوتين: "..." */
static bool
headline(const Walk *w, const AnQuotePair *pair, AnSpeaker *who)
{
	if (w->has_cue || pair->first == 0 ||
		(pair->before & AN_BESIDE_COLON) == 0 || pair->next - pair->first < 3)
		return false;
	*who = an_speaker_before(&w->speakers, pair->first);
	return who->set;
}

/* Whether the pair is a quotation: then it is added. */
static bool
read_pair(Walk *w, const AnQuotePair *pair)
{
	uint32_t n = pair->next - pair->first;
	Joint how = joint(w, pair);

	AnSpeaker who;
	bool clitic;
	AnCue cue;

	if (how == JOINT_COLON && said(w, pair, how))
	{
		add_quote(w, pair, &w->who, w->cue.lemma);
		return true;
	}
	clitic = pair->first > 0 &&
			 w->r->words[pair->first - 1].type == AN_TOKEN_CLITIC;
	if (how != JOINT_THAT && n >= 2 && cue_behind(w, pair, &cue) &&
		(cue.form == AN_CUE_BACK ||
		 (!clitic && (n >= AN_FEW_WORDS || cue.form == AN_CUE_FINITE ||
					  an_quotes_verb(w->r, pair)))) &&
		!is_name(w, pair) && !names(w, pair))
	{
		who = an_speaker_of(&w->speakers, &cue, w->r->nwords);
		add_quote(w, pair, &who, cue.lemma);
		return true;
	}
	if (said(w, pair, how))
	{
		add_quote(w, pair, &w->who, w->cue.lemma);
		return true;
	}
	/* بدا فلان واثقا: "..." */
	if (how == JOINT_COLON && !w->has_cue && n >= AN_FEW_WORDS &&
		w->speakers.subject.set && an_quotes_verb(w->r, pair) &&
		!names(w, pair))
	{
		who = w->speakers.subject;
		w->speakers.last = who;
		w->speakers.last_number = w->speakers.number;
		add_quote(w, pair, &who, NULL);
		return true;
	}
	if (headline(w, pair, &who))
	{
		w->speakers.last = who;
		w->speakers.last_number = w->speakers.number;
		add_quote(w, pair, &who, NULL);
		return true;
	}
	if (continues(w, pair))
	{
		who = w->speakers.last;
		add_quote(w, pair, &who, NULL);
		return true;
	}
	return false;
}

/* ---- The walk ---- */

static void
begin_sentence(Walk *w, uint32_t i)
{
	w->sentence = i;
	w->has_cue = false;
	w->that = UINT32_MAX;
	memset(&w->who, 0, sizeof(w->who));
}

/* Where a subject is no longer looked for: the next pair of many words. */
static uint32_t
subject_limit(const Walk *w, uint32_t i)
{
	size_t k;

	for (k = w->pair; k < w->pairs.count && k < w->pair + 8; k++)
	{
		const AnQuotePair *pair = &w->pairs.items[k];

		if (pair->first >= i && (pair->next - pair->first > AN_FEW_WORDS ||
								 (pair->before & AN_BESIDE_COLON)))
			return pair->first;
	}
	return w->r->nwords;
}

static uint32_t
read_word(Walk *w, uint32_t i)
{
	static const AnSpelling relatives[] = { "الذي", "التي", "الذين",
											"وهو",  "وهي",  "وهم" };
	static const AnSpelling clauses[] = { "حين", "فيما", "بينما", "لكن",
										  "حيث", "اذ",   "ثم" };
	AnCue cue;

	if (an_that(w->r, i))
		w->that = i;
	if (!an_cue(w->r, i, &cue))
		return i + 1;
	if (w->has_cue && i > 0 && AN_WORD_IN(w->r, i - 1, relatives))
		return cue.next; /* قال فلان الذي يرفض الاتفاق إن */
	/* قال فلان إن بلاده ترفض الاتفاق, قال مسؤول رفض كشف اسمه */
	if (w->has_cue && !cue.joined && cue.form == AN_CUE_FINITE &&
		an_after_blank(w->r, i) &&
		((w->that != UINT32_MAX && !an_says_something(w->r, cue.next)) ||
		 (cue.kind == AN_CUE_STANCE && !cue.goes_on &&
		  !AN_WORD_IN(w->r, i - 1, clauses) && !an_colon(w->r, cue.next))))
		return cue.next;
	/* تابع قائلا, مستدركة بالقول: the verb before says more */
	if (w->has_cue && w->cue.next == i && w->cue.kind == AN_CUE_SPEECH &&
		an_after_blank(w->r, i) &&
		(cue.form == AN_CUE_VERBAL_NOUN ||
		 (cue.form == AN_CUE_PARTICIPLE && strcmp(cue.lemma, "قال") == 0)))
	{
		w->cue.next = cue.next;
		return cue.next;
	}
	/* قال فلان مؤكدا: the later verb is nearer to what is said */
	w->cue = cue;
	w->who = an_speaker_of(&w->speakers, &cue, subject_limit(w, cue.next));
	w->has_cue = true;
	w->that = UINT32_MAX;
	return cue.next;
}

static AnStatus
walk(Walk *w)
{
	AnReader *r = w->r;
	bool begins = true;
	uint32_t polled = 0;
	uint32_t i = 0;
	uint32_t next;

	while (i < r->nwords)
	{
		bool quoted = false;

		if (i - polled >= 1024)
		{
			polled = i;
			if (r->env->poll(r->env))
				return AN_CANCELLED;
		}
		an_speakers_word(&w->speakers, i, begins);
		if (begins)
			begin_sentence(w, i);
		begins = false;
		while (w->pair < w->pairs.count && w->pairs.items[w->pair].first < i)
			w->pair++;
		while (!quoted && w->pair < w->pairs.count &&
			   w->pairs.items[w->pair].first == i)
		{
			const AnQuotePair *pair = &w->pairs.items[w->pair++];

			quoted = read_pair(w, pair);
			if (quoted)
			{
				next = pair->next;
				begins = ends_sentence(r, pair);
			}
		}
		if (!quoted)
		{
			next = read_word(w, i);
			while (++i < next && !an_sentence_ends(r, i))
				an_speakers_word(&w->speakers, i, false);
		}
		else
			i = next;
		begins |= i < r->nwords && an_sentence_ends(r, i);
	}
	return AN_OK;
}

AnStatus
an_read_quotes(AnReader *r, AnQuotes *out)
{
	Walk w = { .r = r };
	AnStatus status = an_quote_pairs(r, &w.pairs);

	out->items = NULL;
	out->count = 0;
	if (status != AN_OK || w.pairs.count == 0)
		return status;
	status = an_speakers_open(&w.speakers, r);
	if (status == AN_OK)
		status = walk(&w);
	if (status == AN_OK)
	{
		out->items = w.items;
		out->count = w.count;
	}
	return status;
}

AnStatus
an_quotes(AnEnv *env, const AnBlock *block, const char *body, size_t len,
		  AnQuotes *out)
{
	AnReader reader;
	AnStatus status = an_reader_open(&reader, env, block, body, len, NULL);

	out->items = NULL;
	out->count = 0;
	if (status == AN_OK)
		status = an_read_all(&reader);
	if (status == AN_OK)
		status = an_link(&reader);
	if (status == AN_OK)
		status = an_read_quotes(&reader, out);
	return status;
}
