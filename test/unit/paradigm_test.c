/*
 * paradigm_test.c
 *	  Every form of test/words/paradigms.tsv is read as its lemma's, and none
 *	  that the grammar forbids.  One test a row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "morph/morph.h"

#define ROWS_MAX 512

typedef struct Row
{
	char *lemma;
	char *class;
	char *forms;
	char *never;
} Row;

static bool
is_mark(const char *s)
{
	return (unsigned char) s[0] == 0xD9 && (unsigned char) s[1] >= 0x8B &&
		   (unsigned char) s[1] <= 0x92;
}

/* The marks of each letter in one order: Unicode holds all for equal. */
static void
order_marks(char *s)
{
	for (; s[0] != '\0' && s[1] != '\0' && s[2] != '\0'; s += 2)
	{
		if (is_mark(s) && is_mark(s + 2) && s[1] > s[3])
		{
			char mark = s[1];

			s[1] = s[3];
			s[3] = mark;
		}
	}
}

static bool
same_lemma(const char *left, const char *right)
{
	char a[256];
	char b[256];

	snprintf(a, sizeof(a), "%s", left);
	snprintf(b, sizeof(b), "%s", right);
	order_marks(a);
	order_marks(b);
	return strcmp(a, b) == 0;
}

/* Whether the form, without proclitics, may be one of the lemma's. */
static bool
is_form_of(const char *form, const char *lemma)
{
	AnReading readings[AN_READINGS_MAX];
	int n =
		an_readings(an_store(), form, strlen(form), readings, AN_READINGS_MAX);
	int i;

	for (i = 0; i < n; i++)
	{
		if (readings[i].name == NULL && readings[i].prefix_len == 0 &&
			same_lemma(readings[i].vocalized, lemma))
			return true;
	}
	return false;
}

static void
test_row(void **state)
{
	const Row *row = *state;
	char *forms = strdup(row->forms);
	char *never = strdup(row->never);
	int wrong = 0;
	char *form;

	for (form = strtok(forms, "|"); form != NULL; form = strtok(NULL, "|"))
	{
		if (!is_form_of(form, row->lemma))
		{
			print_error("%s is not read as %s\n", form, row->lemma);
			wrong++;
		}
	}
	for (form = strtok(never, "|"); form != NULL; form = strtok(NULL, "|"))
	{
		if (is_form_of(form, row->lemma))
		{
			print_error("%s is read as %s\n", form, row->lemma);
			wrong++;
		}
	}
	free(forms);
	free(never);
	assert_int_equal(wrong, 0);
}

static int
read_rows(const char *path, Row *rows)
{
	FILE *file = fopen(path, "r");
	char line[8192];
	int n = 0;
	bool header = false;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	while (n < ROWS_MAX && fgets(line, sizeof(line), file) != NULL)
	{
		char *cell[4];
		int i;

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (!header)
		{
			header = true;
			continue;
		}
		cell[0] = strdup(line);
		for (i = 1; i < 4; i++)
		{
			cell[i] = strchr(cell[i - 1], '\t');
			if (cell[i] == NULL)
			{
				fprintf(stderr, "%s: too few fields: %s\n", path, line);
				exit(1);
			}
			*cell[i]++ = '\0';
		}
		rows[n].lemma = cell[0];
		rows[n].class = cell[1];
		rows[n].forms = cell[2];
		rows[n++].never = cell[3];
	}
	fclose(file);
	return n;
}

int
main(void)
{
	static Row rows[ROWS_MAX];
	static struct CMUnitTest tests[ROWS_MAX];
	int n = read_rows("test/words/paradigms.tsv", rows);
	int i;

	for (i = 0; i < n; i++)
	{
		char name[512];

		snprintf(name, sizeof(name), "%s: %s", rows[i].lemma, rows[i].class);
		tests[i].name = strdup(name);
		tests[i].test_func = test_row;
		tests[i].initial_state = &rows[i];
	}
	return _cmocka_run_group_tests("paradigms", tests, (size_t) n, NULL, NULL);
}
