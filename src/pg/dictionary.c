/*
 * dictionary.c
 *	  The text search template and its dictionaries.
 *
 * PostgreSQL makes a dictionary anew after any catalog change and in each
 * parallel worker: so init reads its options and nothing else.
 */
#include "arabic_news.h"

#include "commands/defrem.h"
#include "tsearch/ts_public.h"

PG_FUNCTION_INFO_V1(arabic_news_dictionary_init);
PG_FUNCTION_INFO_V1(arabic_news_dictionary_lexize);

typedef struct Dictionary
{
	const AnBlock *block;
	bool stops; /* stop words have no lexeme */
} Dictionary;

static void
bad_block(void)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_DATA_CORRUPTED),
		 errmsg("the language data of arabic_news does not fit this library"),
		 errhint("Install arabic_news again.")));
}

/*
 * init(internal) returns internal
 *
 * Option StopWords: 'default' for the list of the extension, '' for none.
 */
Datum
arabic_news_dictionary_init(PG_FUNCTION_ARGS)
{
	List *options = (List *) PG_GETARG_POINTER(0);
	Dictionary *dictionary = palloc(sizeof(Dictionary));
	bool seen = false;
	ListCell *cell;

	an_require_utf8();
	dictionary->block = an_store();
	dictionary->stops = true;
	if (!an_store_valid(dictionary->block, an_store_linked_size()))
		bad_block();

	foreach (cell, options)
	{
		DefElem *option = (DefElem *) lfirst(cell);
		char *value;

		if (strcmp(option->defname, "stopwords") != 0)
			ereport(
				ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(
					 "unrecognized arabic_news dictionary parameter: \"%s\"",
					 option->defname),
				 errhint("The parameter of this template is StopWords.")));
		if (seen)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("multiple StopWords parameters")));
		seen = true;
		value = defGetString(option);
		if (value[0] == '\0')
			dictionary->stops = false;
		else if (pg_strcasecmp(value, "default") != 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized StopWords value \"%s\"", value),
					 errhint("Use 'default' for the list of arabic_news, or "
							 "'' for no stop words.")));
	}
	PG_RETURN_POINTER(dictionary);
}

/*
 * lexize(internal, internal, internal, internal) returns internal
 *
 * Takes a token of any type; knows all.  The lexeme of a word is its first
 * variant.
 */
Datum
arabic_news_dictionary_lexize(PG_FUNCTION_ARGS)
{
	Dictionary *dictionary = (Dictionary *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32 len = PG_GETARG_INT32(2);
	AnLexemes lexemes;
	TSLexeme *result;

	an_lexemes(dictionary->block, token, len > 0 ? len : 0, AN_TOKEN_END,
			   dictionary->stops, &lexemes);
	result = palloc0(sizeof(TSLexeme) * (lexemes.count + 1));
	for (int i = 0; i < lexemes.count; i++)
	{
		result[i].nvariant = lexemes.items[i].variant;

		/* the words of a hashtag stand one after the other, as in a phrase */
		if (i > 0 && result[i].nvariant == result[i - 1].nvariant)
			result[i].flags = TSL_ADDPOS;
		result[i].lexeme = pnstrdup(lexemes.pool + lexemes.items[i].start,
									lexemes.items[i].len);
	}
	PG_RETURN_POINTER(result);
}
