/*
 * readings.c
 *	  Reads a word by the lexicon: proclitics + stem + ending + pronoun, all
 *	  ways in which the letters allow it, the likeliest first.
 *
 * The stem's place is given by where a prefix can end and where a tail can
 * begin, a few places each; every pair is looked up once.
 */
#include <string.h>

#include "morph/readings.h"

/* A reading without its strings. */
typedef struct Candidate
{
	const AnPrefix *prefix;
	const AnStem *stem; /* NULL for a name */
	const AnTail *tail;
	const AnRecord *name;
	const char *lemma; /* of a name, NULL for the word itself */
	uint16_t lemma_len;
	uint16_t end; /* of the stem */
	int score;
} Candidate;

typedef struct Reader
{
	const AnBlock *block;
	AnLexiconView lexicon;
	AnWord word;
	Candidate found[AN_READINGS_MAX]; /* the best first */
	int n;
} Reader;

/* ---- The list ---- */

static bool
same_lemma(const Candidate *left, const Candidate *right)
{
	if (left->stem == NULL || right->stem == NULL)
		return left->name == right->name && left->stem == right->stem;
	return left->stem->lemma == right->stem->lemma;
}

/* Readings that are rarer than this are doubted. */
#define UNLIKELY (-450)

/*
 * Adds a reading where its score places it.  Of readings of one lemma only
 * the best is kept.
 */
static void
insert(Reader *r, Candidate *one)
{
	int i;
	int gap = r->n; /* the place that falls free, or the end */

	for (i = 0; i < r->n; i++)
	{
		if (!same_lemma(&r->found[i], one))
			continue;
		if (r->found[i].score >= one->score)
			return;
		gap = i;
		break;
	}
	if (gap == AN_READINGS_MAX)
	{
		gap--;
		if (r->found[gap].score >= one->score)
			return;
	}
	else if (gap == r->n)
		r->n++;
	for (; gap > 0 && r->found[gap - 1].score < one->score; gap--)
		r->found[gap] = r->found[gap - 1];
	r->found[gap] = *one;
}

/* ---- Whether they fit together ---- */

static bool
prefix_fits(const AnPrefix *prefix, const AnStem *stem)
{
	if (prefix->before & ~stem->before)
		return false;
	if ((stem->before ^ prefix->before) & AN_BEFORE_PERSON)
		return false;
	return !(stem->before & AN_BEFORE_MUST_AL) ||
		   (prefix->before & AN_BEFORE_AL) != 0;
}

static void
try_stem(Reader *r, const AnPrefix *prefix, const AnStem *stem,
		 const AnTailPlace *end, const AnTailNode *node)
{
	bool verb = (stem->flags & AN_STEM_VERB) != 0;
	uint64_t set =
		r->lexicon.sets[stem->set] & (verb ? node->verbal : node->nominal);
	const AnTail *best = NULL;
	Candidate one;
	int best_score = 0;
	int cost;
	int i;

	if (set == 0 || !prefix_fits(prefix, stem))
		return;
	for (i = 0; i < node->count; i++)
	{
		const AnTail *tail = &r->lexicon.tails[node->first + i];
		int score;

		if (tail->verbal != verb || !(set & AN_END_BIT(tail->ending)) ||
			!an_tail_fits(prefix, tail) ||
			(stem->flags & AN_STEM_INDEFINITE && !verb &&
			 an_tail_flags(tail) & AN_END_PRONOUN))
			continue;
		score = an_tail_prior(tail);
		if (end->at < r->word.s.len)
		{
			cost = an_tail_cost(&r->word, tail);
			if (cost == AN_RULED_OUT)
				continue;
			score -= cost;
		}
		if (best == NULL || score > best_score)
		{
			best = tail;
			best_score = score;
		}
	}
	if (best == NULL)
		return;
	cost = an_stem_cost(r->block, &r->word, prefix, stem, end->at);
	if (cost == AN_RULED_OUT)
		return;
	one.prefix = prefix;
	one.stem = stem;
	one.tail = best;
	one.name = NULL;
	one.lemma = NULL;
	one.lemma_len = 0;
	one.end = (uint16_t) end->at;
	one.score = best_score - cost + an_prefix_prior(prefix, verb) +
				an_stem_prior(stem) + an_feminine_prior(stem, best) +
				stem->weight;
	insert(r, &one);
}

/* ---- Places ---- */

/* Whether any tail of the node can follow what stands before the stem. */
static bool
node_fits(const AnPrefix *prefix, const AnTailNode *node)
{
	if (prefix->before & AN_BEFORE_PERSON)
		return node->verbal != 0;
	if (prefix->before & AN_BEFORE_AL)
		return node->behind_al != 0;
	if (prefix->before & (AN_BEFORE_BA | AN_BEFORE_KAF))
		return node->nominal != 0;
	return node->count > 0;
}

static void
try_place(Reader *r, const AnPrefix *prefix, const AnTailPlace *end)
{
	const AnTailNode *node = &r->lexicon.nodes[end->node];
	const AnStem *stem;

	if (!node_fits(prefix, node))
		return;
	stem = an_stems(r->block, r->word.s.folded + prefix->len,
					end->at - prefix->len);
	if (stem == NULL)
		return;
	for (;; stem++)
	{
		try_stem(r, prefix, stem, end, node);
		if (stem->flags & AN_STEM_LAST)
			break;
	}
}

static void
try_name(Reader *r, const AnPrefix *prefix)
{
	Candidate one;
	size_t len = 0;
	int cost;

	one.name = an_name_at(r->block, &r->word, prefix, &one.lemma, &len, &cost);
	if (one.name == NULL)
		return;
	one.prefix = prefix;
	one.stem = NULL;
	one.tail = NULL;
	one.lemma_len = (uint16_t) len;
	one.end = (uint16_t) r->word.s.len;
	one.score =
		an_name_prior(one.name) - cost + an_prefix_prior(prefix, false);
	insert(r, &one);
}

/* ---- Decisions ---- */

/*
 * By how much the others fall behind what was decided: by more than any
 * variant may be less likely, or, where the decision is open, by so little
 * that one remains (AMBIGUOUS in analyze.c).
 */
#define DECIDED 1000
#define DECIDED_OPEN 50

static bool
is_decided(const Reader *r, const AnRecord *decision, const Candidate *one)
{
	const AnLemma *lemma;

	if (one->stem == NULL)
		return decision->value == 0;
	lemma = &r->lexicon.lemmas[one->stem->lemma];
	return lemma->vocalized == decision->extra &&
		   lemma->word_class == decision->value;
}

static void
sort(Reader *r)
{
	for (int i = 1; i < r->n; i++)
	{
		Candidate one = r->found[i];
		int at = i;

		for (; at > 0 && r->found[at - 1].score < one.score; at--)
			r->found[at] = r->found[at - 1];
		r->found[at] = one;
	}
}

/*
 * Puts what was decided of the word behind some letters before the other
 * readings of that word, whether they divide it further or not.  It is as
 * likely then as the likeliest of them: وسام remains an order, whatever was
 * decided of سام.
 */
static void
put_first(Reader *r, const AnRecord *decision, size_t from)
{
	int less = decision->flags & AN_FLAG_OPEN ? DECIDED_OPEN : DECIDED;
	int first = -1;
	int chosen = -1;
	int i;

	for (i = 0; i < r->n && chosen < 0; i++)
	{
		if (r->found[i].prefix->len < from)
			continue;
		if (first < 0)
			first = i;
		if (is_decided(r, decision, &r->found[i]))
			chosen = i;
	}
	if (chosen < 0)
		return;
	r->found[chosen].score = r->found[first].score;
	for (i = 0; i < r->n; i++)
	{
		if (i != chosen && r->found[i].prefix->len >= from)
			r->found[i].score -= less;
	}
	sort(r);
}

/*
 * Whether a prefix may stand before a word that was decided: not the letter
 * of a person, which makes another word of it, nor أ and س, which look like it.
 */
static bool
before_word(const AnPrefix *prefix)
{
	return prefix->len > 0 && prefix->person == 0 &&
		   (prefix->before & (AN_BEFORE_ASK | AN_BEFORE_SIN)) == 0;
}

/*
 * Follows what was decided of the word as it is written, else of most of it:
 * of what stands behind the shortest proclitics.
 */
static void
decide(Reader *r, const AnPrefix *prefixes, int n)
{
	const AnRecord *decision = an_decision(r->block, &r->word, 0);
	size_t from = 0;

	for (int i = 0; i < n && r->n > 1 && decision == NULL; i++)
	{
		if (!before_word(&prefixes[i]))
			continue;
		from = prefixes[i].len;
		decision = an_decision(r->block, &r->word, from);
	}
	if (decision != NULL)
		put_first(r, decision, from);
}

/* ---- What is given out ---- */

static int
coarse(int word_class)
{
	switch (word_class)
	{
		case AN_LEX_NOUN:
		case AN_LEX_MASDAR:
			return AN_POS_NOUN;
		case AN_LEX_ADJ:
		case AN_LEX_PARTICIPLE:
		case AN_LEX_ELATIVE:
		case AN_LEX_NISBA:
			return AN_POS_ADJ;
		case AN_LEX_VERB:
		case AN_LEX_AUXILIARY:
			return AN_POS_VERB;
		case AN_LEX_NUMERAL:
			return AN_POS_NUM;
		default:
			return AN_POS_PART;
	}
}

/* The ة of a noun is its own, also before a pronoun and in the dual. */
static bool
own_ta(const AnTail *tail, const char *lexeme)
{
	size_t len = strlen(lexeme);

	if (tail->verbal || !an_ends(lexeme, len, HA, LETTER))
		return false;
	switch (tail->ending)
	{
		case AN_N_TA:
		case AN_N_TA_P:
		case AN_N_TAN:
		case AN_N_TAYN:
		case AN_N_TA_A:
		case AN_N_TA_A_P:
		case AN_N_TAY:
		case AN_N_TAY_P:
			return true;
		default:
			return false;
	}
}

static void
give_out(const Reader *r, const Candidate *one, AnReading *out)
{
	memset(out, 0, sizeof(*out));
	out->stem = one->stem;
	out->tail = one->tail;
	out->name = one->name;
	out->before = one->prefix->before;
	out->person = one->prefix->person;
	out->prefix_len = one->prefix->len;
	if (one->prefix->person != 0) /* which is no proclitic */
		out->prefix_len -= LETTER;
	out->suffix_len = r->word.s.len - one->end;
	out->score = one->score;
	if (one->stem != NULL)
	{
		const AnLemma *lemma = &r->lexicon.lemmas[one->stem->lemma];

		out->lemma = an_string(r->block, lemma->spelling);
		out->lemma_len = strlen(out->lemma);
		out->lexeme = an_string(r->block, lemma->lexeme);
		out->vocalized = an_string(r->block, lemma->vocalized);
		out->root = an_string(r->block, lemma->root);
		out->word_class = lemma->word_class;
		out->part_of_speech = coarse(lemma->word_class);
		if (out->suffix_len > 0 && own_ta(one->tail, out->lexeme))
			out->suffix_len -= LETTER;
	}
	else
	{
		out->lemma = one->lemma != NULL ? one->lemma : "";
		out->lemma_len = one->lemma_len;
		out->part_of_speech = AN_POS_NAME;
	}
}

static int
read_word(const AnBlock *block, const AnWord *word, AnReading *out, int max)
{
	AnPrefix prefixes[AN_PREFIXES_MAX];
	AnTailPlace ends[AN_TAIL_PLACES];
	Reader r;
	int nprefixes;
	int nends;
	int i;
	int j;

	r.block = block;
	r.word = *word;
	r.lexicon = an_lexicon_view(block);
	r.n = 0;
	nprefixes = an_prefixes(&r.word, prefixes);
	nends = an_tail_places(&r.lexicon, &r.word, ends);
	for (i = 0; i < nprefixes; i++)
	{
		for (j = 0; j < nends; j++)
		{
			if (ends[j].at >= prefixes[i].len + LETTER)
				try_place(&r, &prefixes[i], &ends[j]);
		}
		try_name(&r, &prefixes[i]);
	}
	decide(&r, prefixes, nprefixes);
	/* verbs of few letters explain most foreign names */
	if (r.n > 0 && r.found[0].score < UNLIKELY &&
		an_rather_a_name(block, &r.word, r.found[0].score))
		return 0;
	if (r.n > max)
		r.n = max;
	for (i = 0; i < r.n; i++)
		give_out(&r, &r.found[i], &out[i]);
	return r.n;
}

/*
 * A final hamza that is written beside the letter that carries it: مبادىء for
 * مبادئ, شىء for شيء.
 */
static int
read_split_hamza(const AnBlock *block, const AnWord *word, AnReading *out,
				 int max)
{
	AnWord other = *word;
	AnSpelling *s = &other.s;
	int n;

	if (s->len < 3 * LETTER ||
		!an_ends(s->written, s->len, MAKSURA HAMZA, 2 * LETTER))
		return 0;
	memcpy(s->folded + s->len - 2 * LETTER, YA, LETTER);
	memcpy(s->written + s->len - 2 * LETTER, YA, LETTER);
	n = read_word(block, &other, out, max);
	if (n > 0)
		return n;
	s->len -= LETTER;
	memcpy(s->folded + s->len - LETTER, YA_HAMZA, LETTER);
	memcpy(s->written + s->len - LETTER, YA_HAMZA, LETTER);
	return read_word(block, &other, out, max);
}

int
an_word_readings(const AnBlock *block, const AnWord *word, AnReading *out,
				 int max)
{
	int n;

	if (max <= 0 || !an_has_lexicon(block))
		return 0;
	n = read_word(block, word, out, max);
	return n > 0 ? n : read_split_hamza(block, word, out, max);
}

int
an_readings(const AnBlock *block, const char *word, size_t len, AnReading *out,
			int max)
{
	AnWord letters;

	return an_word(word, len, &letters)
			   ? an_word_readings(block, &letters, out, max)
			   : 0;
}
