/*
 * guess.c
 *	  Words that the lexicon does not explain: the likeliest way to cut them.
 *
 * Every way to take proclitics and an ending off is rated by how likely the
 * affixes are (rank.c) and how likely the letters that are left make a
 * nominal stem, a verb's, or a name (models of letters that the build learns
 * from the lexicon and the names, src/build/letter_models.c).  A name has no
 * ending: a transliterated one keeps all its letters but for proclitics.
 */
#include <limits.h>
#include <string.h>

#include "morph/readings.h"

/* How common each kind is among unknown words, in hundredths of a logarithm. */
static const int kind_prior[AN_MODEL_COUNT] = {
	[AN_MODEL_NOMINAL] = -120,
	[AN_MODEL_PERFECT] = -300,
	[AN_MODEL_IMPERFECT] = -300,
	[AN_MODEL_NAME] = -60,
};

/*
 * What makes the score of a guess comparable with that of a reading: one
 * token of fifty is unknown, and a lemma of weight 0 has 100 tokens of eight
 * millions.
 */
#define UNKNOWN_WEIGHT 740

/*
 * Of what no reading at all explains most is a name; a word that has a rare
 * reading is not so likely one.
 */
#define AGAINST_WORDS 200

/* What is left must have so many letters, if anything was taken off. */
#define LEAST_LETTERS 3

/* The endings that any stem may take; the others are of particular classes. */
#define NOMINAL_ENDINGS                                                       \
	(AN_END_BIT(AN_N_FREE) | AN_END_BIT(AN_N_FREE_P) |                        \
	 AN_END_BIT(AN_N_TANWEEN) | AN_END_BIT(AN_N_TA) | AN_END_BIT(AN_N_TA_P) | \
	 AN_END_BIT(AN_N_AN) | AN_END_BIT(AN_N_AYN) | AN_END_BIT(AN_N_TAN) |      \
	 AN_END_BIT(AN_N_TAYN) | AN_END_BIT(AN_N_UN) | AN_END_BIT(AN_N_IN) |      \
	 AN_END_BIT(AN_N_U) | AN_END_BIT(AN_N_AT) | AN_END_BIT(AN_N_AT_P))
#define PERFECT_ENDINGS                                                     \
	(AN_END_BIT(AN_V_PF) | AN_END_BIT(AN_V_PF_P) | AN_END_BIT(AN_V_PF_AT) | \
	 AN_END_BIT(AN_V_PF_AT_P) | AN_END_BIT(AN_V_PF_U) |                     \
	 AN_END_BIT(AN_V_PF_U_P) | AN_END_BIT(AN_V_PF_NA) |                     \
	 AN_END_BIT(AN_V_PF_NA_P))
#define IMPERFECT_ENDINGS                                                   \
	(AN_END_BIT(AN_V_IM) | AN_END_BIT(AN_V_IM_P) | AN_END_BIT(AN_V_IM_AN) | \
	 AN_END_BIT(AN_V_IM_UN) | AN_END_BIT(AN_V_IM_UN_P) |                    \
	 AN_END_BIT(AN_V_IM_U) | AN_END_BIT(AN_V_IM_U_P))

typedef struct Guess
{
	AnModel model;
	const AnPrefix *prefix;
	const AnTail *tail; /* NULL for a name */
	size_t end;         /* of the stem, bytes */
	int score;
} Guess;

typedef struct Guesser
{
	const uint8_t *models;
	AnLexiconView lexicon;
	const AnWord *word;
	int against_words;
	Guess best;
} Guesser;

/* How likely the letters from start to end are by a model. */
static int
letters_score(const Guesser *g, AnModel model, size_t start, size_t end)
{
	const uint8_t *table = g->models + (size_t) model * AN_MODEL_SIZE;
	unsigned before = 0;
	unsigned last = 0;
	int cost = 0;

	for (; start < end; start += LETTER)
	{
		unsigned letter = an_model_letter(g->word->s.folded + start);

		cost += table[an_model_at(before, last, letter)];
		before = last;
		last = letter;
	}
	cost += table[an_model_at(before, last, 0)];
	return -cost * AN_MODEL_UNIT;
}

static void
offer(Guesser *g, AnModel model, const AnPrefix *prefix, const AnTail *tail,
	  size_t end, int score)
{
	if (score <= g->best.score)
		return;
	g->best.model = model;
	g->best.prefix = prefix;
	g->best.tail = tail;
	g->best.end = end;
	g->best.score = score;
}

static AnModel
model_of(const AnPrefix *prefix, const AnTail *tail)
{
	if (!tail->verbal)
		return AN_MODEL_NOMINAL;
	return prefix->person != 0 ? AN_MODEL_IMPERFECT : AN_MODEL_PERFECT;
}

/* Whether a stem of the model takes the tail, behind what stands before it. */
static bool
may_take(AnModel model, const AnPrefix *prefix, const AnTail *tail)
{
	static const uint64_t endings[AN_MODEL_COUNT] = {
		[AN_MODEL_NOMINAL] = NOMINAL_ENDINGS,
		[AN_MODEL_PERFECT] = PERFECT_ENDINGS,
		[AN_MODEL_IMPERFECT] = IMPERFECT_ENDINGS,
	};

	if ((endings[model] & AN_END_BIT(tail->ending)) == 0 ||
		!an_tail_fits(prefix, tail))
		return false;
	if (model == AN_MODEL_NOMINAL)
		return (prefix->before & (AN_BEFORE_PERSON | AN_BEFORE_SIN)) == 0;
	return (prefix->before & AN_BEFORE_AL) == 0 &&
		   (model == AN_MODEL_IMPERFECT ||
			(prefix->before & (AN_BEFORE_PREP | AN_BEFORE_SIN)) == 0);
}

static void
try_tails(Guesser *g, const AnPrefix *prefix, const AnTailPlace *place)
{
	const AnTailNode *node = &g->lexicon.nodes[place->node];
	int letters[AN_MODEL_COUNT];
	int i;

	for (i = 0; i < AN_MODEL_COUNT; i++)
		letters[i] = INT_MIN;
	for (i = 0; i < node->count; i++)
	{
		const AnTail *tail = &g->lexicon.tails[node->first + i];
		AnModel model = model_of(prefix, tail);
		int cost;

		if (!may_take(model, prefix, tail))
			continue;
		cost = place->at < g->word->s.len ? an_tail_cost(g->word, tail) : 0;
		if (cost == AN_RULED_OUT)
			continue;
		if (letters[model] == INT_MIN)
			letters[model] = letters_score(g, model, prefix->len, place->at);
		offer(g, model, prefix, tail, place->at,
			  kind_prior[model] - g->against_words + letters[model] - cost +
				  an_prefix_prior(prefix, tail->verbal) + an_tail_prior(tail));
	}
}

static void
try_prefix(Guesser *g, const AnPrefix *prefix, const AnTailPlace *places,
		   int nplaces)
{
	size_t len = g->word->s.len;
	size_t least = prefix->len + LEAST_LETTERS * LETTER;
	int i;

	if (prefix->len > 0 && len < least)
		return;
	if ((prefix->before &
		 (AN_BEFORE_PERSON | AN_BEFORE_SIN | AN_BEFORE_ASK)) == 0)
		offer(g, AN_MODEL_NAME, prefix, NULL, len,
			  kind_prior[AN_MODEL_NAME] + an_prefix_prior(prefix, false) +
				  letters_score(g, AN_MODEL_NAME, prefix->len, len));
	for (i = 0; i < nplaces; i++)
		if (places[i].at >= least || (places[i].at == len && prefix->len == 0))
			try_tails(g, prefix, &places[i]);
}

/* ---- What comes of it ---- */

static void
set_lexeme(AnAnalysis *a, const char *s, size_t len)
{
	memcpy(a->lexeme, s, len);
	a->lexeme_len = len;
}

static void
add_letters(AnAnalysis *a, const char *folded, const char *written)
{
	memcpy(a->lexeme + a->lexeme_len, folded, LETTER);
	a->lexeme_len += LETTER;
	memcpy(a->lemma + a->lemma_len, written, LETTER);
	a->lemma_len += LETTER;
}

/*
 * The singular in ة that lies behind ات, told by its pattern alone: مشاركات
 * is of مشاركة, but تصريحات of تصريح.
 */
static bool
feminine_pattern(const char *folded, size_t len)
{
	size_t n = len / LETTER;

	/* مفاعلة */
	if (n == 5 && an_letter(folded, 0) == L_MIM &&
		an_letter(folded, 2) == L_ALEF)
		return true;
	/* إدارة, استقالة */
	if (n == 4 && an_letter(folded, 0) == L_ALEF &&
		an_letter(folded, 2) == L_ALEF)
		return true;
	if (n == 6 && an_begins(folded, len, ALEF SIN TA, 3 * LETTER) &&
		an_letter(folded, 4) == L_ALEF)
		return true;
	/* تنمية */
	return n == 4 && an_letter(folded, 0) == L_TA &&
		   an_letter(folded, 3) == L_YA;
}

/* Whether the ة, written or hidden, is the noun's own, not an adjective's. */
static bool
keeps_ta(const AnTail *tail, const char *stem, size_t len)
{
	switch (tail->ending)
	{
		case AN_N_TA:
		case AN_N_TA_P:
		case AN_N_TAN:
		case AN_N_TAYN:
			return !an_ends(stem, len, YA, LETTER) ||
				   feminine_pattern(stem, len);
		case AN_N_AT:
		case AN_N_AT_P:
			return feminine_pattern(stem, len);
		default:
			return false;
	}
}

static void
set_nominal(const Guesser *g, AnAnalysis *a)
{
	const Guess *best = &g->best;
	const char *stem = g->word->s.folded + best->prefix->len;
	size_t len = best->end - best->prefix->len;

	set_lexeme(a, stem, len);
	memcpy(a->lemma, g->word->s.written + best->prefix->len, len);
	a->lemma_len = len;
	if (best->tail == NULL)
		return;
	if (keeps_ta(best->tail, stem, len))
		add_letters(a, HA, TA_MARBUTA);
	/* أصدقائه */
	else if (best->tail->pronoun != 0 && len >= 3 * LETTER &&
			 (an_ends(stem, len, ALEF "\xd8\xa6", 2 * LETTER) ||
			  an_ends(stem, len, ALEF "\xd8\xa4", 2 * LETTER)))
	{
		a->lexeme_len -= LETTER;
		a->lemma_len -= LETTER;
		add_letters(a, HAMZA, HAMZA);
	}
}

/*
 * What all persons of an imperfect verb share: the perfect where the pattern
 * tells it (يستخدم, يعتبر, يتطور, يشارك), else the form in ي.
 */
static void
set_imperfect(const Guesser *g, AnAnalysis *a)
{
	const char *stem = g->word->s.folded + g->best.prefix->len;
	size_t len = g->best.end - g->best.prefix->len;
	size_t n = len / LETTER;
	const char *before = YA;

	if (an_begins(stem, len, SIN TA, 2 * LETTER) ||
		(n == 4 &&
		 (an_letter(stem, 1) == L_TA || an_letter(stem, 0) == L_NUN)))
		before = ALEF; /* يستخدم, يعتبر, ينفصل */
	else if ((an_letter(stem, 0) == L_TA && n >= 4) ||
			 (n == 4 && an_letter(stem, 1) == L_ALEF))
		before = ""; /* يتطور, يشارك */
	a->lexeme_len = strlen(before);
	memcpy(a->lexeme, before, a->lexeme_len);
	memcpy(a->lexeme + a->lexeme_len, stem, len);
	a->lexeme_len += len;
	memcpy(a->lemma, a->lexeme, a->lexeme_len);
	a->lemma_len = a->lexeme_len;
}

/* The likeliest guess; false without models. */
static bool
find_best(Guesser *g, const AnBlock *block, const AnWord *word,
		  int against_words, AnPrefix *prefixes)
{
	AnTailPlace places[AN_TAIL_PLACES];
	int nprefixes;
	int nplaces;
	int i;

	g->models = an_models(block);
	if (g->models == NULL)
		return false;
	g->word = word;
	g->against_words = against_words;
	g->lexicon = an_lexicon_view(block);
	g->best.score = INT_MIN;
	nprefixes = an_prefixes(word, prefixes);
	nplaces = an_tail_places(&g->lexicon, word, places);
	for (i = 0; i < nprefixes; i++)
		try_prefix(g, &prefixes[i], places, nplaces);
	return g->best.score != INT_MIN;
}

bool
an_rather_a_name(const AnBlock *block, const AnWord *word, int score)
{
	AnPrefix prefixes[AN_PREFIXES_MAX];
	Guesser g;

	return find_best(&g, block, word, 0, prefixes) &&
		   g.best.model == AN_MODEL_NAME &&
		   g.best.score + UNKNOWN_WEIGHT > score;
}

void
an_guess(const AnBlock *block, const AnWord *word, AnAnalysis *a)
{
	AnPrefix prefixes[AN_PREFIXES_MAX];
	Guesser g;

	set_lexeme(a, a->folded, a->folded_len);
	memcpy(a->lemma, a->folded, a->folded_len);
	a->lemma_len = a->folded_len;
	if (!find_best(&g, block, word, AGAINST_WORDS, prefixes))
		return;
	a->prefix_len = g.best.prefix->len;
	if (g.best.prefix->person != 0) /* which is no proclitic */
		a->prefix_len -= LETTER;
	a->suffix_len = word->s.len - g.best.end;
	if (g.best.model == AN_MODEL_IMPERFECT)
		set_imperfect(&g, a);
	else
		set_nominal(&g, a);
}
