/*
 * parser.c
 *	  The text search parser: the tokenizer of src/text behind PostgreSQL's
 *	  interface.
 *
 * Every byte of the text comes back in exactly one token, and no token is as
 * long as core's limit, so that to_tsvector, to_tsquery and ts_headline drop
 * nothing.
 */
#include "arabic_news.h"

#include "miscadmin.h"
#include "tsearch/ts_public.h"

/*
 * Behind a blank the next token is read ahead, so that what the dictionary
 * will ask of it is near by then.
 */
typedef struct Parser
{
	AnScanner scan;
	AnToken ahead;
	bool has_ahead;
} Parser;

PG_FUNCTION_INFO_V1(arabic_news_parser_start);
PG_FUNCTION_INFO_V1(arabic_news_parser_next);
PG_FUNCTION_INFO_V1(arabic_news_parser_end);
PG_FUNCTION_INFO_V1(arabic_news_parser_types);

/* start(internal, int4) returns internal: the text need not end in NUL */
Datum
arabic_news_parser_start(PG_FUNCTION_ARGS)
{
	Parser *parser;

	an_require_utf8();
	parser = palloc(sizeof(Parser));
	an_scan_start(&parser->scan, an_store(), (char *) PG_GETARG_POINTER(0),
				  PG_GETARG_INT32(1));
	parser->has_ahead = false;
	PG_RETURN_POINTER(parser);
}

static void
read_ahead(Parser *parser)
{
	const AnToken *ahead = &parser->ahead;

	parser->has_ahead = an_scan_next(&parser->scan, &parser->ahead);
	if (parser->has_ahead && ahead->type == AN_TOKEN_ARABIC)
		an_frequent_prefetch(parser->scan.block,
							 parser->scan.text + ahead->start,
							 ahead->end - ahead->start);
}

/* nexttoken(internal, internal, internal) returns internal: 0 at the end */
Datum
arabic_news_parser_next(PG_FUNCTION_ARGS)
{
	Parser *parser = (Parser *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int *len = (int *) PG_GETARG_POINTER(2);
	AnToken token;

	CHECK_FOR_INTERRUPTS();
	if (parser->has_ahead)
	{
		token = parser->ahead;
		parser->has_ahead = false;
	}
	else if (!an_scan_next(&parser->scan, &token))
		PG_RETURN_INT32(0);
	if (token.type == AN_TOKEN_BLANK)
		read_ahead(parser);
	*start = parser->scan.text + token.start;
	*len = (int) (token.end - token.start);
	PG_RETURN_INT32(token.type);
}

/* end(internal) returns void */
Datum
arabic_news_parser_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

/* lextypes(internal) returns internal: LexDescr, ended by lexid 0 */
Datum
arabic_news_parser_types(PG_FUNCTION_ARGS)
{
	LexDescr *types = palloc0(sizeof(LexDescr) * (AN_TOKEN_LAST + 1));
	int n = 0;

	for (int type = 1; type <= AN_TOKEN_LAST; type++)
	{
		const char *name = an_token_name(type);

		if (name == NULL)
			continue;
		types[n].lexid = type;
		types[n].alias = pstrdup(name);
		types[n].descr = pstrdup(an_token_description(type));
		n++;
	}
	PG_RETURN_POINTER(types);
}
