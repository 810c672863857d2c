/*
 * report.h
 *	  What the programs that look at the lexicon from outside share: reading a
 *	  block, reading a list of words with their counts.
 */
#ifndef AN_BUILD_REPORT_H
#define AN_BUILD_REPORT_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "morph/morph.h"
#include "store/layout.h"

/* The block of a file; ends the program where it is none. */
static inline const AnBlock *
an_report_block(const char *path)
{
	FILE *file = fopen(path, "rb");
	long size;
	void *block;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 ||
		(size = ftell(file)) <= 0)
	{
		perror(path);
		exit(1);
	}
	rewind(file);
	block =
		aligned_alloc(AN_BLOCK_ALIGN, ((size_t) size + AN_BLOCK_ALIGN - 1) /
										  AN_BLOCK_ALIGN * AN_BLOCK_ALIGN);
	if (block == NULL ||
		fread(block, 1, (size_t) size, file) != (size_t) size ||
		!an_store_verify(block, (size_t) size))
	{
		fprintf(stderr, "%s: no block of this version\n", path);
		exit(1);
	}
	fclose(file);
	return block;
}

/* Calls see for each line, which is a word, a tab and its count. */
static inline bool
an_report_words(const char *path,
				void (*see)(void *arg, const char *word, size_t len,
							double count),
				void *arg)
{
	char line[4096];
	FILE *list = fopen(path, "r");

	if (list == NULL)
	{
		perror(path);
		return false;
	}
	while (fgets(line, sizeof(line), list) != NULL)
	{
		char *tab = strchr(line, '\t');

		if (tab != NULL)
			see(arg, line, (size_t) (tab - line), atof(tab + 1));
	}
	fclose(list);
	return true;
}

#endif /* AN_BUILD_REPORT_H */
