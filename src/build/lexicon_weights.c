/*-------------------------------------------------------------------------
 *
 * lexicon_weights.c
 *	  Learns how common the lemmas are from a list of words with their
 *	  frequencies, and prints the rows of data/lexicon/weights.tsv.
 *
 *	  lexicon_weights BLOCK FREQUENCIES [ROUNDS]
 *
 * A word that has several readings is shared among their lemmas, each by how
 * common it is and how likely its affixes are; that gives new numbers, and so
 * on for some rounds (expectation and maximisation).  It begins with the
 * weights of the rows; a participle that a rule made begins with what the
 * words say that nothing else explains.
 *
 *-------------------------------------------------------------------------
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/report.h"

/* Tokens of a lemma whose weight is 0. */
#define USUAL_TOKENS 100.0

/* What a lemma without any evidence counts as. */
#define FLOOR_TOKENS 0.5

typedef struct Option
{
	uint32_t lemma; /* its number, UINT32_MAX for a name */
	float score;    /* without the lemma's weight */
} Option;

typedef struct Word
{
	double count;
	uint32_t first;
	uint32_t n;
} Word;

typedef struct Training
{
	const AnBlock *block;
	Word *words;
	size_t nwords;
	size_t words_room;
	Option *options;
	size_t noptions;
	size_t options_room;
	double *tokens; /* by lemma */
	double *before;
} Training;

static void *
more(void *p, size_t size)
{
	p = realloc(p, size);
	if (p == NULL)
	{
		fprintf(stderr, "out of memory\n");
		exit(1);
	}
	return p;
}

static void
add_word(void *arg, const char *word, size_t len, double count)
{
	Training *t = arg;
	AnReading readings[AN_READINGS_MAX];
	int n = an_readings(t->block, word, len, readings, AN_READINGS_MAX);
	int i;

	if (n == 0)
		return;
	if (t->nwords == t->words_room)
	{
		t->words_room = t->words_room > 0 ? t->words_room * 2 : 65536;
		t->words = more(t->words, t->words_room * sizeof(Word));
	}
	if (t->noptions + AN_READINGS_MAX > t->options_room)
	{
		t->options_room = t->options_room > 0 ? t->options_room * 2 : 262144;
		t->options = more(t->options, t->options_room * sizeof(Option));
	}
	t->words[t->nwords].count = count;
	t->words[t->nwords].first = (uint32_t) t->noptions;
	t->words[t->nwords++].n = (uint32_t) n;
	for (i = 0; i < n; i++)
	{
		Option *option = &t->options[t->noptions++];

		option->lemma = UINT32_MAX;
		option->score = (float) readings[i].score;
		if (readings[i].stem == NULL)
			continue;
		option->lemma = readings[i].stem->lemma;
		option->score -= an_lemma(t->block, option->lemma)->weight;
	}
}

static double
weight_of(double tokens)
{
	return 100 * log((tokens + FLOOR_TOKENS) / USUAL_TOKENS);
}

/* Shares one word among its readings. */
static void
share(Training *t, const Word *word)
{
	const Option *option = t->options + word->first;
	double part[AN_READINGS_MAX];
	double sum = 0;
	uint32_t i;

	for (i = 0; i < word->n; i++)
	{
		double score = option[i].score;

		if (option[i].lemma != UINT32_MAX)
			score += weight_of(t->before[option[i].lemma]);
		part[i] = exp(score / 100);
		sum += part[i];
	}
	for (i = 0; i < word->n; i++)
	{
		if (option[i].lemma != UINT32_MAX && sum > 0)
			t->tokens[option[i].lemma] += word->count * part[i] / sum;
	}
}

/* Verbs without number make participles that nobody uses. */
static bool
by_rule(const AnLemma *lemma)
{
	return lemma->derived && lemma->word_class == AN_LEX_PARTICIPLE;
}

/*
 * Participles that are made by rule begin with the words that nothing else
 * explains: منطقة, which has a row, says nothing of a participle منطق.
 */
static void
begin_participles(Training *t, const Word *word)
{
	const Option *option = t->options + word->first;
	uint32_t i;

	for (i = 0; i < word->n; i++)
	{
		if (option[i].lemma == UINT32_MAX ||
			!by_rule(an_lemma(t->block, option[i].lemma)))
			return;
	}
	for (i = 0; i < word->n; i++)
		t->tokens[option[i].lemma] += word->count / word->n;
}

/*
 * What the rows say to begin with; function words are frequent, whatever else
 * their letters may mean.
 */
static void
begin(Training *t)
{
	uint32_t i;

	for (i = 0; i < t->block->nlemmas; i++)
	{
		const AnLemma *lemma = an_lemma(t->block, i);
		double weight = lemma->weight;

		if (lemma->word_class >= AN_LEX_PREPOSITION)
			weight += 300;
		t->tokens[i] = by_rule(lemma) ? 0 : USUAL_TOKENS * exp(weight / 100);
	}
	for (i = 0; i < t->nwords; i++)
		begin_participles(t, &t->words[i]);
}

static const char *
lemma_text(const Training *t, uint32_t number)
{
	return an_string(t->block, an_lemma(t->block, number)->vocalized);
}

static const Training *sorted;

static int
compare_lemmas(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *) left;
	uint32_t b = *(const uint32_t *) right;
	int order = strcmp(lemma_text(sorted, a), lemma_text(sorted, b));

	if (order == 0)
		order = an_lemma(sorted->block, a)->word_class -
				an_lemma(sorted->block, b)->word_class;
	return order != 0 ? order : a < b ? -1 : 1;
}

/* In the order of the alphabet, so that two versions can be compared. */
static void
print_weights(const Training *t)
{
	static const char *const classes[] = { "",
#define WORD(id, word) word,
										   AN_WORD_CLASSES(WORD)
#undef WORD
	};
	uint32_t n = t->block->nlemmas;
	uint32_t *order = more(NULL, (n + 1) * sizeof(uint32_t));
	uint32_t i;

	for (i = 0; i < n; i++)
		order[i] = i;
	sorted = t;
	qsort(order, n, sizeof(uint32_t), compare_lemmas);
	printf("# How common the lemmas are in news.  Made by make "
		   "lexicon-weights: do not edit.\n"
		   "# lemma, pos: as in the other files; tokens: expected number "
		   "of tokens.\n"
		   "# Origin: counts of word forms in 8.1 million words of "
		   "SaudiNewsNet (CC BY-NC-SA 4.0) and\n"
		   "#   the ANT Corpus 1.1 (Apache 2.0), shared among the lemmas "
		   "by src/build/lexicon_weights.c.\n"
		   "# Licence: PostgreSQL License.\n"
		   "lemma\tpos\ttokens\n");
	for (i = 0; i < n; i++)
	{
		const AnLemma *lemma = an_lemma(t->block, order[i]);
		double tokens = t->tokens[order[i]];

		/* homographs of one part of speech share what they have */
		while (
			i + 1 < n &&
			an_lemma(t->block, order[i + 1])->vocalized == lemma->vocalized &&
			an_lemma(t->block, order[i + 1])->word_class == lemma->word_class)
			tokens += t->tokens[order[++i]];
		if (tokens >= 0.5)
			printf("%s\t%s\t%.0f\n", lemma_text(t, order[i]),
				   classes[lemma->word_class], tokens);
	}
	free(order);
}

int
main(int argc, char **argv)
{
	Training t;
	int rounds;

	if (argc < 3)
	{
		fprintf(stderr, "usage: lexicon_weights BLOCK FREQUENCIES [ROUNDS]\n");
		return 2;
	}
	memset(&t, 0, sizeof(t));
	t.block = an_report_block(argv[1]);
	t.tokens = calloc(t.block->nlemmas + 1, sizeof(double));
	t.before = calloc(t.block->nlemmas + 1, sizeof(double));
	if (t.tokens == NULL || t.before == NULL ||
		!an_report_words(argv[2], add_word, &t))
		return 1;
	begin(&t);
	for (rounds = argc > 3 ? atoi(argv[3]) : 3; rounds > 0; rounds--)
	{
		size_t i;

		memcpy(t.before, t.tokens, t.block->nlemmas * sizeof(double));
		memset(t.tokens, 0, t.block->nlemmas * sizeof(double));
		for (i = 0; i < t.nwords; i++)
			share(&t, &t.words[i]);
	}
	print_weights(&t);
	return 0;
}
