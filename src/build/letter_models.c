/*
 * letter_models.c
 *	  Learns which letters stems and names are made of, for the guesser.
 *
 * A letter's probability behind two others, interpolated with that behind one
 * and that of the letter alone, each by how many different letters were seen
 * there (Witten and Bell, "The zero-frequency problem", 1991).  Each stem and
 * each name counts once: it is the unknown words that these models are for.
 */
#include <math.h>
#include <string.h>

#include "build/letter_models.h"

#define N AN_MODEL_LETTERS

struct AnLetterCounts
{
	double three[AN_MODEL_COUNT][AN_MODEL_SIZE];
	uint8_t models[AN_MODELS_SIZE];
};

AnLetterCounts *
an_letters_new(void)
{
	AnLetterCounts *counts = an_need(sizeof(*counts));

	memset(counts, 0, sizeof(*counts));
	return counts;
}

void
an_letters_add(AnLetterCounts *counts, AnModel model, const char *folded,
			   size_t len)
{
	unsigned before = 0;
	unsigned last = 0;

	for (size_t i = 0; i + 2 <= len; i += 2)
	{
		unsigned letter;

		if ((unsigned char) folded[i] < 0xD8)
			return; /* a digit or a hyphen: not of letters alone */
		letter = an_model_letter(folded + i);
		counts->three[model][an_model_at(before, last, letter)]++;
		before = last;
		last = letter;
	}
	counts->three[model][an_model_at(before, last, 0)]++;
}

typedef struct Seen
{
	double sum;   /* occurrences */
	double kinds; /* different letters */
} Seen;

static Seen
seen(const double *row)
{
	Seen s = { 0, 0 };

	for (unsigned i = 0; i < N; i++)
	{
		s.sum += row[i];
		s.kinds += row[i] > 0;
	}
	return s;
}

static double
mixed(const double *row, Seen s, unsigned letter, double shorter)
{
	return s.sum > 0 ? (row[letter] + s.kinds * shorter) / (s.sum + s.kinds)
					 : shorter;
}

static uint8_t
cost(double probability)
{
	double units = -100 * log(probability) / AN_MODEL_UNIT;

	return (uint8_t) (units < UINT8_MAX ? units + 0.5 : UINT8_MAX);
}

static void
finish_model(const double *three, uint8_t *out)
{
	double two[N][N];
	double one[N];
	double all = 0;

	memset(two, 0, sizeof(two));
	memset(one, 0, sizeof(one));
	for (unsigned a = 0; a < N; a++)
		for (unsigned b = 0; b < N; b++)
			for (unsigned c = 0; c < N; c++)
			{
				double n = three[an_model_at(a, b, c)];

				two[b][c] += n;
				one[c] += n;
				all += n;
			}
	for (unsigned b = 0; b < N; b++)
	{
		Seen after_one = seen(two[b]);

		for (unsigned a = 0; a < N; a++)
		{
			const double *row = &three[an_model_at(a, b, 0)];
			Seen after_two = seen(row);

			for (unsigned c = 0; c < N; c++)
			{
				double p = (one[c] + 1) / (all + N);

				p = mixed(two[b], after_one, c, p);
				out[an_model_at(a, b, c)] = cost(mixed(row, after_two, c, p));
			}
		}
	}
}

AnBlockSection
an_letters_finish(AnLetterCounts *counts)
{
	AnBlockSection section = { counts->models, AN_MODELS_SIZE };

	for (int i = 0; i < AN_MODEL_COUNT; i++)
		finish_model(counts->three[i], counts->models + i * AN_MODEL_SIZE);
	return section;
}
