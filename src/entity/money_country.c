/*-------------------------------------------------------------------------
 *
 * money_country.c
 *	  Whose dinar it is: gives a currency without a country the code that the
 *	  rest of the article settles.
 *
 * Of the countries that have a currency of this name, the one that the
 * article names far more often than any other, by itself, its people or its
 * cities, is meant; a sum whose currency is said in full counts most.  Where
 * two are named alike, the sum stays without code.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/values.h"

#define CANDIDATES_MAX 24 /* countries with a dinar, a franc, ... */
#define SAID_IN_FULL 50   /* mentions that one sum in full is worth */
#define FAR_MORE 3        /* times as often as the next one */
#define PLACE_MAX 64      /* bytes of a place's name */

typedef struct Candidate
{
	const char *code; /* ISO 4217: begins with the country's */
	uint32_t mentions;
} Candidate;

/* The name of the currency of a sum without code, behind its amount. */
static const char *
currency_of(const AnEntity *e)
{
	const char *blank;

	if (e->type != AN_MONEY || e->unit != NULL)
		return NULL;
	blank = strchr(e->name, ' ');
	return blank == NULL ? NULL : blank + 1;
}

/* The currencies whose names begin with this one; gives how many. */
static int
find_candidates(const AnReader *r, const char *name, Candidate *out)
{
	uint32_t count = an_store_records(r->block);
	size_t len = strlen(name);
	uint32_t i;
	int n = 0;

	for (i = 0; i < count && n < CANDIDATES_MAX; i++)
	{
		const AnRecord *record = an_record(r->block, i);
		const char *full;

		if (record->kind != AN_KIND_CURRENCY || record->code[0] == '\0')
			continue;
		full = an_string(r->block, record->name);
		if (strncmp(full, name, len) != 0 || full[len] != ' ')
			continue;
		out[n].code = record->code;
		out[n].mentions = 0;
		n++;
	}
	return n;
}

/* The country of a place, or "". */
static const char *
country_of_place(const AnReader *r, const AnEntity *e)
{
	char key[AN_FOLD_MAX(PLACE_MAX)];
	size_t len = strlen(e->name);
	const AnRecord *record;

	if (e->type != AN_LOCATION || len > PLACE_MAX)
		return "";
	len = an_fold(e->name, len, key, sizeof(key));
	record = an_store_sense(r->block, key, len, AN_KIND_PLACE);
	return record != NULL ? record->code : "";
}

static AnStatus
count_mentions(AnReader *r, Candidate *candidates, int n)
{
	size_t i;

	for (i = 0; i < r->nfound; i++)
	{
		const AnEntity *e = &r->found[i];
		const char *country = e->country_code;
		uint32_t mentions = 1;
		int c;

		if ((i & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		if (e->type == AN_MONEY && e->unit != NULL)
		{
			country = e->unit;
			mentions = SAID_IN_FULL;
		}
		else if (country[0] == '\0')
			country = country_of_place(r, e);
		if (country[0] == '\0')
			continue;
		for (c = 0; c < n; c++)
			if (memcmp(candidates[c].code, country, 2) == 0 &&
				(mentions == 1 || strcmp(candidates[c].code, country) == 0))
				candidates[c].mentions += mentions;
	}
	return AN_OK;
}

/*
 * The kingdom, the sultanate: how news at home calls its country.  Says
 * nothing where two of the candidates are kingdoms.
 */
static AnStatus
count_states(AnReader *r, Candidate *candidates, int n)
{
	static const struct
	{
		char word[20];
		char countries[12];
	} states[] = { { "المملكه", "SAJOBHMA" },
				   { "بالمملكه", "SAJOBHMA" },
				   { "للمملكه", "SAJOBHMA" },
				   { "السلطنه", "OM" },
				   { "بالسلطنه", "OM" } };
	uint32_t i;

	for (i = 0; i < r->nwords; i++)
	{
		size_t s;

		if (an_poll(r, i))
			return AN_CANCELLED;
		for (s = 0; s < sizeof(states) / sizeof(states[0]); s++)
		{
			const char *country;
			int c;

			if (!an_word_is(r, i, states[s].word))
				continue;
			for (country = states[s].countries; *country; country += 2)
				for (c = 0; c < n; c++)
					if (memcmp(candidates[c].code, country, 2) == 0)
						candidates[c].mentions++;
		}
	}
	return AN_OK;
}

/* The one that is meant, or NULL. */
static const char *
winner(const Candidate *candidates, int n)
{
	int best = -1;
	uint32_t next = 0;
	int c;

	for (c = 0; c < n; c++)
		if (best < 0 || candidates[c].mentions > candidates[best].mentions)
			best = c;
	for (c = 0; c < n; c++)
		if (c != best && candidates[c].mentions > next)
			next = candidates[c].mentions;
	return best >= 0 && candidates[best].mentions > 0 &&
				   candidates[best].mentions >= next * FAR_MORE
			   ? candidates[best].code
			   : NULL;
}

/* Gives all sums in this currency the code. */
static void
settle(AnReader *r, size_t from, const char *name, const char *code)
{
	size_t i;

	for (i = from; i < r->nfound; i++)
	{
		AnEntity *e = &r->found[i];
		const char *currency = currency_of(e);
		size_t amount;
		char *full;

		if (currency == NULL || strcmp(currency, name) != 0)
			continue;
		amount = (size_t) (currency - e->name);
		full = r->env->alloc(r->env, amount + 4);
		memcpy(full, e->name, amount);
		memcpy(full + amount, code, 4);
		e->unit = code;
		e->name = e->name_key = full;
		e->confidence = 0.8f;
	}
}

AnStatus
an_settle_money(AnReader *r)
{
	/* a currency that nothing settles is not asked for again */
	const char *asked[CANDIDATES_MAX];
	int nasked = 0;
	size_t i;

	for (i = 0; i < r->nfound; i++)
	{
		const char *name = currency_of(&r->found[i]);
		Candidate candidates[CANDIDATES_MAX];
		const char *code;
		int n;
		int a;

		if (name == NULL || nasked == CANDIDATES_MAX)
			continue;
		for (a = 0; a < nasked && strcmp(asked[a], name) != 0; a++)
			;
		if (a < nasked)
			continue;
		asked[nasked++] = name;
		n = find_candidates(r, name, candidates);
		if (count_mentions(r, candidates, n) != AN_OK ||
			count_states(r, candidates, n) != AN_OK)
			return AN_CANCELLED;
		code = winner(candidates, n);
		if (code != NULL)
			settle(r, i, name, code);
	}
	return AN_OK;
}
