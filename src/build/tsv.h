/*
 * tsv.h
 *	  Reads the files of data/, and reports what is wrong with them.
 */
#ifndef AN_BUILD_TSV_H
#define AN_BUILD_TSV_H

#include <stdbool.h>
#include <stddef.h>

/* Mistakes are counted; the first ones are printed. */
#define AN_REPORT_MAX 20

typedef struct AnReport
{
	int errors;
} AnReport;

/* Prints "path:line: text", or "path: text" where line is 0. */
extern void an_report(AnReport *report, const char *path, int line,
					  const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#define AN_TSV_COLUMNS_MAX 16

typedef struct AnTsvRow
{
	int line;
	const char *cells[AN_TSV_COLUMNS_MAX]; /* NUL-terminated */
} AnTsvRow;

typedef struct AnTsv
{
	const char *path;
	char *bytes;
	AnTsvRow *rows;
	size_t nrows;
} AnTsv;

/*
 * Reads a file whose header must be these columns (separated by spaces).
 * Rows with the wrong number of fields are reported and left out.  False when
 * there is no such file to read; it is reported too.
 */
extern bool an_tsv_read(AnTsv *tsv, const char *path, const char *columns,
						AnReport *report);

extern void an_tsv_free(AnTsv *tsv);

/*
 * The values of a cell, which are separated by '|'.  Start with an_values(),
 * then each an_values_next() that is true gives one (not NUL-terminated).  An
 * empty cell has none; "a|" has two, of which one is empty.
 */
typedef struct AnValues
{
	const char *rest; /* NULL at the end */
	const char *value;
	size_t len;
} AnValues;

extern AnValues an_values(const char *cell);
extern bool an_values_next(AnValues *values);

#endif /* AN_BUILD_TSV_H */
