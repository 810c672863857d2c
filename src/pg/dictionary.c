/*
 * dictionary.c
 *	  The text search template and its dictionaries.
 *
 * PostgreSQL makes a dictionary anew after any catalog change and in each
 * parallel worker: so init reads its options and nothing else, and the table
 * of recent words is made when there have been enough of them to fill it.
 */
#include "dictionary.h"

#include "tsearch/ts_public.h"

PG_FUNCTION_INFO_V1(arabic_news_dictionary_init);
PG_FUNCTION_INFO_V1(arabic_news_dictionary_lexize);

/* Words before a table pays. */
#define WORDS_BEFORE_TABLE 1000

#define CACHE_LINE 64

typedef struct Dictionary
{
	const AnBlock *block;
	AnCustom custom;
	MemoryContext context; /* which lives as long as the dictionary */
	AnRecent *recent;      /* NULL at first */
	int words;             /* looked up without it */
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

/* init(internal) returns internal; options: see dictionary_options.c */
Datum
arabic_news_dictionary_init(PG_FUNCTION_ARGS)
{
	List *options = (List *) PG_GETARG_POINTER(0);
	Dictionary *dictionary = palloc0(sizeof(Dictionary));

	an_require_utf8();
	dictionary->block = an_store();
	dictionary->context = CurrentMemoryContext;
	if (!an_store_valid(dictionary->block, an_store_linked_size()))
		bad_block();
	an_dictionary_options(options, &dictionary->custom);
	PG_RETURN_POINTER(dictionary);
}

static void
make_table(Dictionary *dictionary)
{
	char *memory = MemoryContextAllocZero(dictionary->context,
										  an_recent_size() + CACHE_LINE);

	dictionary->recent = (AnRecent *) TYPEALIGN(CACHE_LINE, memory);
}

/*
 * The lexemes of a token: a frequent word's, of recent memory, or by
 * analysis.
 */
static void
look_up(Dictionary *dictionary, const char *token, size_t len,
		AnLexemes *lexemes)
{
	AnRecent *recent = dictionary->recent;

	if (an_custom_frequent(dictionary->block, &dictionary->custom, token, len,
						   lexemes))
		return;
	if (recent != NULL && an_recent_find(recent, token, len, lexemes))
		return;
	an_custom_lexemes(dictionary->block, &dictionary->custom, token, len,
					  lexemes);
	if (recent != NULL)
		an_recent_keep(recent, token, len, lexemes);
	else if (++dictionary->words >= WORDS_BEFORE_TABLE)
		make_table(dictionary);
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
	int32 token_len = PG_GETARG_INT32(2);
	AnLexemes lexemes;
	TSLexeme *result;

	look_up(dictionary, token, Max(token_len, 0), &lexemes);
	/* core reads the flags of the end too */
	result = palloc0(sizeof(TSLexeme) * (lexemes.count + 1));
	for (int i = 0; i < lexemes.count; i++)
	{
		int len = lexemes.items[i].len;

		result[i].nvariant = lexemes.items[i].variant;

		/* the words of a hashtag stand one after the other, as in a phrase */
		if (i > 0 && result[i].nvariant == result[i - 1].nvariant)
			result[i].flags = TSL_ADDPOS;
		result[i].lexeme = palloc(len + 1);
		memcpy(result[i].lexeme, lexemes.pool + lexemes.items[i].start, len);
		result[i].lexeme[len] = '\0';
	}
	PG_RETURN_POINTER(result);
}
