/*
 * stems_test.c
 *	  Which words get one lexeme and which must not: every row of
 *	  test/words/stems.tsv.
 *
 * Runs at the root of the project.  One test a row; each breach is printed.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "morph/morph.h"

#define PATH "test/words/stems.tsv"
#define ROWS 2000
#define FIRST_ROWS 300 /* fewer have been lost on the way */

typedef struct Row
{
	char *cell[4]; /* word, agrees, differs, note */
	int line;
} Row;

static Row rows[ROWS];
static struct CMUnitTest tests[ROWS];
static int nrows;

/* The first lexeme of a word, stop words included. */
static void
lexeme(const char *word, size_t len, char *out, size_t outlen)
{
	AnLexemes lexemes;

	an_lexemes(an_store(), word, len, AN_TOKEN_ARABIC, false, &lexemes);
	assert_true(lexemes.count > 0);
	snprintf(out, outlen, "%.*s", (int) lexemes.items[0].len,
			 lexemes.pool + lexemes.items[0].start);
}

/* Compares all words of a list with the row's own; gives the breaches. */
static int
breaches(const Row *row, const char *list, bool agree)
{
	char own[AN_WORD_MAX * 2];
	char other[AN_WORD_MAX * 2];
	int n = 0;

	lexeme(row->cell[0], strlen(row->cell[0]), own, sizeof(own));
	while (*list != '\0')
	{
		size_t len = strcspn(list, "|");

		lexeme(list, len, other, sizeof(other));
		if ((strcmp(own, other) == 0) != agree)
		{
			print_error(PATH ":%d: %s is %s, but %.*s is %s\n", row->line,
						row->cell[0], own, (int) len, list, other);
			n++;
		}
		list += len;
		list += *list == '|';
	}
	return n;
}

static void
test_row(void **state)
{
	const Row *row = *state;
	int n =
		breaches(row, row->cell[1], true) + breaches(row, row->cell[2], false);

	assert_int_equal(n, 0);
}

static void
add_row(char *line, int number)
{
	Row *row = &rows[nrows];
	int i;

	assert_true(nrows < ROWS);
	row->line = number;
	for (i = 0; i < 4; i++)
	{
		size_t len = strcspn(line, "\t");

		row->cell[i] = line;
		line += len;
		if (*line == '\t')
			*line++ = '\0';
	}
	tests[nrows].name = row->cell[0];
	tests[nrows].test_func = test_row;
	tests[nrows].initial_state = row;
	nrows++;
}

static void
read_rows(void)
{
	FILE *f = fopen(PATH, "rb");
	static char text[1 << 20];
	char *line = text;
	size_t n;
	int number = 0;
	bool header = true;

	if (f == NULL)
	{
		perror(PATH);
		exit(1);
	}
	n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	if (n == sizeof(text) - 1)
	{
		fprintf(stderr, PATH " is too long\n");
		exit(1);
	}
	while (*line != '\0')
	{
		size_t len = strcspn(line, "\n");
		bool last = line[len] == '\0';

		number++;
		line[len] = '\0';
		if (line[0] != '#' && line[0] != '\0')
		{
			if (!header)
				add_row(line, number);
			header = false;
		}
		if (last)
			break;
		line += len + 1;
	}
}

int
main(void)
{
	read_rows();
	if (nrows < FIRST_ROWS)
	{
		fprintf(stderr, PATH ": only %d rows\n", nrows);
		return 1;
	}
	return _cmocka_run_group_tests("stems", tests, (size_t) nrows, NULL, NULL);
}
