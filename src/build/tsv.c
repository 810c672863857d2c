/*-------------------------------------------------------------------------
 *
 * tsv.c
 *	  Reads the files of data/.
 *
 * A file is comments (lines that begin with #), a header, and rows: UTF-8,
 * LF, fields separated by TAB.  Whatever an editor may have left in it (CR, a
 * byte order mark, blanks at the end of a field) is a mistake, because it
 * would go unseen into the spelling of a word.
 *
 *-------------------------------------------------------------------------
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/block.h"
#include "build/tsv.h"
#include "text/text.h"

void
an_report(AnReport *report, const char *path, int line, const char *format,
		  ...)
{
	va_list args;

	if (report->errors++ >= AN_REPORT_MAX)
		return;
	fprintf(stderr, "%s:", path);
	if (line > 0)
		fprintf(stderr, "%d:", line);
	fputc(' ', stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

/* The whole file, with a NUL behind it. */
static char *
read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	size_t room = 65536;
	char *bytes;

	if (file == NULL)
		return NULL;
	bytes = an_need(room + 1);
	*len = 0;
	while (!feof(file) && !ferror(file))
	{
		if (*len == room)
			bytes = an_need_more(bytes, (room *= 2) + 1);
		*len += fread(bytes + *len, 1, room - *len, file);
	}
	if (ferror(file))
	{
		free(bytes);
		bytes = NULL;
	}
	else
		bytes[*len] = '\0';
	fclose(file);
	return bytes;
}

/* Whether a line holds nothing but well-formed characters, none a control. */
static bool
check_characters(AnReport *report, const char *path, int line, const char *s,
				 const char *end)
{
	while (s < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, end, &cp);

		if (cp == AN_REPLACEMENT)
		{
			an_report(report, path, line, "not UTF-8");
			return false;
		}
		if (cp == '\r')
		{
			an_report(report, path, line, "carriage return; lines end in LF");
			return false;
		}
		if ((cp < 0x20 && cp != '\t') || cp == 0x7F || cp == 0xFEFF)
		{
			an_report(report, path, line, "control character U+%04X",
					  (unsigned int) cp);
			return false;
		}
		s += size;
	}
	return true;
}

static int
count_columns(const char *columns)
{
	int n = 1;

	for (; *columns != '\0'; columns++)
		n += *columns == ' ';
	return n;
}

/* Whether the line is the names of the columns. */
static bool
is_header(const char *line, const char *columns)
{
	for (; *columns != '\0'; columns++, line++)
	{
		if (*line != (*columns == ' ' ? '\t' : *columns))
			return false;
	}
	return *line == '\0';
}

/* Cuts a line into its fields; false, and a report, when it is no good row. */
static bool
split_row(AnReport *report, const char *path, char *line, int ncolumns,
		  AnTsvRow *row)
{
	int n = 0;
	char *field = line;
	char *tab;

	for (;;)
	{
		size_t len;

		tab = strchr(field, '\t');
		if (tab != NULL)
			*tab = '\0';
		len = strlen(field);
		if (len > 0 && (field[0] == ' ' || field[len - 1] == ' '))
		{
			an_report(report, path, row->line,
					  "blank at the start or end of field %d", n + 1);
			return false;
		}
		if (n < ncolumns)
			row->cells[n] = field;
		n++;
		if (tab == NULL)
			break;
		field = tab + 1;
	}
	if (n != ncolumns)
	{
		an_report(report, path, row->line,
				  "%d fields where there should be %d", n, ncolumns);
		return false;
	}
	return true;
}

bool
an_tsv_read(AnTsv *tsv, const char *path, const char *columns,
			AnReport *report)
{
	int ncolumns = count_columns(columns);
	bool header = false;
	size_t room = 0;
	size_t len = 0;
	int line = 0;
	char *s;
	char *end;

	memset(tsv, 0, sizeof(*tsv));
	tsv->path = path;
	tsv->bytes = read_file(path, &len);
	if (tsv->bytes == NULL)
	{
		an_report(report, path, 0, "cannot be read");
		return false;
	}
	for (s = tsv->bytes; s < tsv->bytes + len; s = end + 1)
	{
		AnTsvRow row;

		line++;
		end = memchr(s, '\n', (size_t) (tsv->bytes + len - s));
		if (end == NULL)
			end = tsv->bytes + len;
		*end = '\0';
		if (!check_characters(report, path, line, s, end) ||
			(*s == '#' && !header))
			continue;
		if (!header)
		{
			header = true;
			if (!is_header(s, columns))
			{
				an_report(report, path, line,
						  "the header is not \"%s\" with tabs between",
						  columns);
				return true;
			}
			continue;
		}
		if (*s == '\0')
		{
			an_report(report, path, line, "empty line");
			continue;
		}
		row.line = line;
		if (!split_row(report, path, s, ncolumns, &row))
			continue;
		if (tsv->nrows == room)
		{
			room = room > 0 ? room * 2 : 1024;
			tsv->rows = an_need_more(tsv->rows, room * sizeof(AnTsvRow));
		}
		tsv->rows[tsv->nrows++] = row;
	}
	if (!header)
		an_report(report, path, line, "no header");
	return true;
}

void
an_tsv_free(AnTsv *tsv)
{
	free(tsv->bytes);
	free(tsv->rows);
	memset(tsv, 0, sizeof(*tsv));
}

AnValues
an_values(const char *cell)
{
	AnValues values = { *cell != '\0' ? cell : NULL, NULL, 0 };

	return values;
}

bool
an_values_next(AnValues *values)
{
	const char *bar;

	if (values->rest == NULL)
		return false;
	bar = strchr(values->rest, '|');
	values->value = values->rest;
	values->len =
		bar != NULL ? (size_t) (bar - values->rest) : strlen(values->rest);
	values->rest = bar != NULL ? bar + 1 : NULL;
	return true;
}
