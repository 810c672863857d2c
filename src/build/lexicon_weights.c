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
 * on for some rounds (expectation and maximisation).  It begins with what the
 * words say that have one reading only: a noun that is spelled as a feminine
 * adjective in all its forms has no such word, and leaves them to the
 * adjective.
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

/* Words of one reading only, or of one that is far better than the others. */
static void
begin(Training *t)
{
	size_t i;

	for (i = 0; i < t->nwords; i++)
	{
		const Word *word = &t->words[i];
		const Option *option = t->options + word->first;

		if (option->lemma != UINT32_MAX && word->n == 1)
			t->tokens[option->lemma] += word->count;
	}
}

static void
print_weights(const Training *t)
{
	uint32_t i;

	for (i = 0; i < t->block->nlemmas; i++)
	{
		const AnLemma *lemma = an_lemma(t->block, i);
		static const char *const classes[] = { "",
#define WORD(id, word) word,
											   AN_WORD_CLASSES(WORD)
#undef WORD
		};

		printf("%s\t%s\t%.0f\n", an_string(t->block, lemma->vocalized),
			   classes[lemma->word_class], t->tokens[i]);
	}
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
