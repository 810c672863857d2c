/*-------------------------------------------------------------------------
 *
 * lexicon_report.c
 *	  What the lexicon explains of a list of words with their frequencies.
 *
 *	  lexicon_report BLOCK FREQUENCIES [ROWS]
 *
 * The list has a word and its count in each line, with a tab between.  Three
 * tables are printed, each with at most ROWS rows (200): words that nothing
 * explains, by frequency (the work list); lemmas of which no form is seen;
 * and broken plurals that are never seen though their lemma often is, of
 * which many are mistakes.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/report.h"

#define SECTION(type, block, offset) \
	((const type *) (const void *) ((const char *) (block) + (offset)))

typedef struct Report
{
	const AnBlock *block;
	double *lemma_seen; /* by number of lemma: tokens */
	double *stem_seen;  /* by number of stem */
	double tokens;
	double explained;
	long types;
	long types_explained;
	int rows;
	int unexplained;
} Report;

static void
see_word(void *arg, const char *word, size_t len, double count)
{
	Report *r = arg;
	AnReading readings[AN_READINGS_MAX];
	int n = an_readings(r->block, word, len, readings, AN_READINGS_MAX);
	int i;

	r->tokens += count;
	r->types++;
	if (n == 0)
	{
		if (r->unexplained++ < r->rows)
			printf("unexplained\t%.*s\t%.0f\n", (int) len, word, count);
		return;
	}
	r->explained += count;
	r->types_explained++;
	for (i = 0; i < n; i++)
	{
		const AnStem *stem = readings[i].stem;

		if (stem == NULL)
			continue;
		/* the whole count to the first reading, a trace to the others */
		r->lemma_seen[stem->lemma] += i == 0 ? count : 0.001;
		r->stem_seen[stem - SECTION(AnStem, r->block, r->block->stems)] +=
			i == 0 ? count : 0.001;
	}
}

static void
print_unseen_lemmas(const Report *r)
{
	uint32_t i;
	int n = 0;

	for (i = 0; i < r->block->nlemmas; i++)
	{
		const AnLemma *lemma = an_lemma(r->block, i);

		if (lemma->derived || r->lemma_seen[i] > 0)
			continue;
		if (n++ < r->rows)
			printf("never seen\t%s\n", an_string(r->block, lemma->vocalized));
	}
	fprintf(stderr, "%d lemmas are never seen\n", n);
}

static void
print_unseen_plurals(const Report *r)
{
	const AnStem *stems = SECTION(AnStem, r->block, r->block->stems);
	uint32_t i;
	int n = 0;

	for (i = 0; i < r->block->nstems; i++)
	{
		uint64_t set =
			SECTION(uint64_t, r->block, r->block->sets)[stems[i].set];

		/* those before pronouns only are other spellings of one */
		if (!(set & (AN_N(FREE) | AN_N(TA) | AN_N(AT))) ||
			!(stems[i].flags & AN_STEM_PLURAL) ||
			stems[i].flags & (AN_STEM_VARIANT | AN_STEM_INDEFINITE) ||
			r->stem_seen[i] > 0 || r->lemma_seen[stems[i].lemma] < 200)
			continue;
		if (n++ < r->rows)
			printf("plural never seen\t%s\t%s\n",
				   an_string(r->block, stems[i].vocalized),
				   an_string(r->block,
							 an_lemma(r->block, stems[i].lemma)->vocalized));
	}
	fprintf(stderr, "%d plurals are never seen\n", n);
}

int
main(int argc, char **argv)
{
	Report r;

	if (argc < 3)
	{
		fprintf(stderr, "usage: lexicon_report BLOCK FREQUENCIES [ROWS]\n");
		return 2;
	}
	memset(&r, 0, sizeof(r));
	r.block = an_report_block(argv[1]);
	r.rows = argc > 3 ? atoi(argv[3]) : 200;
	r.lemma_seen = calloc(r.block->nlemmas + 1, sizeof(double));
	r.stem_seen = calloc(r.block->nstems + 1, sizeof(double));
	if (r.lemma_seen == NULL || r.stem_seen == NULL ||
		!an_report_words(argv[2], see_word, &r))
		return 1;
	print_unseen_lemmas(&r);
	print_unseen_plurals(&r);
	fprintf(stderr,
			"%u lemmas, %u stems; explained: %.4f of %.0f tokens, "
			"%.4f of %ld forms\n",
			r.block->nlemmas, r.block->nstems, r.explained / r.tokens,
			r.tokens, (double) r.types_explained / (double) r.types, r.types);
	free(r.lemma_seen);
	free(r.stem_seen);
	free((void *) r.block);
	return 0;
}
