/*-------------------------------------------------------------------------
 *
 * cells.c
 *	  What a cell of a data file may hold: words of a list, codes, numbers.
 *
 * A cell that is not as it should be is reported at the row that is read;
 * what is given for it then does not matter, since no block will be written.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "build/compile.h"

/* What the value stands for; 0, and a report, if it is none of the choices. */
uint16_t
an_chosen(AnCompiler *c, const AnValues *values, const AnChoice *list,
		  size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
	{
		if (strlen(list[i].word) == values->len &&
			memcmp(list[i].word, values->value, values->len) == 0)
			return list[i].means;
	}
	an_fail(c, "unknown word \"%.*s\"", (int) values->len, values->value);
	return 0;
}

/* The flags of all words of a cell, or'ed together. */
uint16_t
an_choices(AnCompiler *c, const char *cell, const AnChoice *list, size_t n)
{
	AnValues values = an_values(cell);
	uint16_t means = 0;

	while (an_values_next(&values))
		means |= an_chosen(c, &values, list, n);
	return means;
}

/* The same where just one word may stand. */
uint16_t
an_choice(AnCompiler *c, const char *cell, const AnChoice *list, size_t n)
{
	if (strchr(cell, '|') != NULL)
	{
		an_fail(c, "more than one word in \"%s\"", cell);
		return 0;
	}
	return an_choices(c, cell, list, n);
}

/* A cell that must not be empty. */
void
an_need_cell(AnCompiler *c, const char *column, const char *cell)
{
	if (*cell == '\0')
		an_fail(c, "%s is empty", column);
}

/* A name that must be there, and be one spelling. */
AnRecord
an_named_cell(AnCompiler *c, AnKind kind, const char *name)
{
	an_need_cell(c, "name", name);
	if (strchr(name, '|') != NULL)
		an_fail(c, "more than one name in \"%s\"", name);
	return an_named(c, kind, name);
}

uint16_t
an_yes(AnCompiler *c, const char *cell, uint16_t flag)
{
	const AnChoice choice_yes = { "yes", flag };

	return an_choice(c, cell, &choice_yes, 1);
}

bool
an_code_ok(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
	{
		if (s[i] < 'A' || s[i] > 'Z')
			return false;
	}
	return s[n] == '\0';
}

/* Where the record of a country is noted; NULL, and a report, for no code. */
uint32_t *
an_country_slot(AnCompiler *c, const char *code)
{
	if (!an_code_ok(code, 2))
	{
		an_fail(c, "\"%s\" is no ISO 3166-1 code of two letters", code);
		return NULL;
	}
	return &c->country[an_code_number(code)];
}

/* Puts the code of a country of countries.tsv into the record, or nothing. */
void
an_set_country(AnCompiler *c, AnRecord *record, const char *code)
{
	const uint32_t *slot;

	if (*code == '\0')
		return;
	slot = an_country_slot(c, code);
	if (slot == NULL)
		return;
	if (*slot == 0)
		an_fail(c, "countries.tsv has no country %s", code);
	memcpy(record->code, code, 2);
}

/*
 * Notes the record that ICU's names for it will mean; false where one is
 * noted already.
 */
bool
an_note(AnCompiler *c, uint32_t *slot, const AnRecord *record)
{
	if (*slot != 0)
		return false;
	*slot = an_block_record(c->block, record) + 1;
	return true;
}

/* A decimal number times scale, which is a power of ten. */
int64_t
an_number(AnCompiler *c, const char *cell, int64_t scale)
{
	const char *s = cell;
	int64_t value = 0;
	int64_t unit = scale;
	bool negative = *s == '-';
	bool point = false;
	bool digits = false;

	for (s += negative; *s != '\0'; s++)
	{
		if (*s == '.' && !point && digits && unit > 1)
		{
			point = true;
			digits = false;
			continue;
		}
		if (*s < '0' || *s > '9' || (point && unit == 1) ||
			value > (INT64_MAX / scale - 9) / 10)
		{
			digits = false;
			break;
		}
		value = value * 10 + (*s - '0');
		if (point)
			unit /= 10;
		digits = true;
	}
	if (!digits)
	{
		an_fail(c, "\"%s\" is no number%s", cell,
				scale > 1 ? " of at most three decimals" : "");
		return 0;
	}
	value *= unit;
	return negative ? -value : value;
}

int64_t
an_number_between(AnCompiler *c, const char *cell, int64_t min, int64_t max)
{
	int64_t value = an_number(c, cell, 1);

	if (value < min || value > max)
	{
		an_fail(c, "%s is not between %d and %d", cell, (int) min, (int) max);
		return min;
	}
	return value;
}
