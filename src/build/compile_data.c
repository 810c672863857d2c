/*-------------------------------------------------------------------------
 *
 * compile_data.c
 *	  Compiles the files of data/ into the block that is linked into the
 *	  library.
 *
 *	  compile_data DATA_DIRECTORY BLOCK
 *
 * Mistakes in the data are printed as "file:line: text", and no block is
 * written.  The block is put in place whole or not at all.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/frequent_forms.h"
#include "build/lexicon.h"

static void
read_topic(AnCompiler *c, const char *directory, const AnTopic *topic)
{
	char path[4096];
	AnTsv tsv;
	size_t i;

	snprintf(path, sizeof(path), "%s/%s", directory, topic->file);
	if (!an_tsv_read(&tsv, path, topic->columns, &c->report))
		return;
	c->path = path;
	for (i = 0; i < tsv.nrows; i++)
	{
		c->line = tsv.rows[i].line;
		topic->read(c, tsv.rows[i].cells);
	}
	c->path = NULL;
	an_tsv_free(&tsv);
}

/* Writes the block beside its place, then renames it. */
static bool
write_block(const char *path, const void *block, size_t size)
{
	char part[4096];
	FILE *file;
	bool written;

	if (snprintf(part, sizeof(part), "%s.part", path) >= (int) sizeof(part))
		return false;
	file = fopen(part, "wb");
	if (file == NULL)
	{
		perror(part);
		return false;
	}
	written = fwrite(block, 1, size, file) == size;
	if (fclose(file) != 0)
		written = false;
	if (written && rename(part, path) == 0)
		return true;
	perror(part);
	remove(part);
	return false;
}

/*
 * The block, made twice: the lexemes of frequent words are found out with a
 * block that does not have them yet.
 */
static void *
finish_block(AnBlockWriter *writer, size_t *size)
{
	AnBlock *block = an_block_finish(writer, size);
	AnBlockSection forms;
	void *members;

	if (block == NULL || !an_store_verify(block, *size))
		return block;
	members = an_frequent_forms(block, &forms.count);
	forms.members = members;
	free(block);
	an_block_forms(writer, &forms);
	block = an_block_finish(writer, size);
	free(members);
	return block;
}

static bool
compile(AnCompiler *c, const char *directory, const char *path)
{
	const AnTopic *topic;
	AnBlockCounts counts;
	void *block;
	size_t size;
	bool done;

	for (topic = an_topics; topic->file != NULL; topic++)
		read_topic(c, directory, topic);
	an_add_derived(c);
	an_add_nationalities(c);
	an_check_decisions(c);
	an_check_coordinates(c);
	an_add_made(c);
	an_cldr_add(c);
	if (c->report.errors > 0)
	{
		if (c->report.errors > AN_REPORT_MAX)
			fprintf(stderr, "%s: %d more mistakes are not shown\n", directory,
					c->report.errors - AN_REPORT_MAX);
		return false;
	}

	an_lexicon_finish(c);
	block = finish_block(c->block, &size);
	if (block == NULL || !an_store_verify(block, size))
	{
		fprintf(stderr, "%s: the block could not be laid out\n", path);
		free(block);
		return false;
	}
	done = write_block(path, block, size);
	free(block);
	an_block_counts(c->block, &counts);
	if (done)
		printf("%s: %u phrases, %u senses, %u records, %zu bytes\n", path,
			   counts.phrases, counts.senses, counts.records, size);
	return done;
}

int
main(int argc, char **argv)
{
	AnCompiler c;
	bool done;

	if (argc != 3)
	{
		fprintf(stderr, "usage: compile_data DATA_DIRECTORY BLOCK\n");
		return 2;
	}
	memset(&c, 0, sizeof(c));
	c.block = an_block_new();
	c.lexicon = an_lexicon_new();
	done = compile(&c, argv[1], argv[2]);
	free(c.made);
	free(c.made_keys);
	an_lexicon_free(c.lexicon);
	an_block_free(c.block);
	return done ? 0 : 1;
}
