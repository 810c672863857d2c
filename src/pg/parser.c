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

PG_FUNCTION_INFO_V1(arabic_news_parser_start);
PG_FUNCTION_INFO_V1(arabic_news_parser_next);
PG_FUNCTION_INFO_V1(arabic_news_parser_end);
PG_FUNCTION_INFO_V1(arabic_news_parser_types);

/* start(internal, int4) returns internal: the text need not end in NUL */
Datum
arabic_news_parser_start(PG_FUNCTION_ARGS)
{
	AnScanner *scan;

	an_require_utf8();
	scan = palloc(sizeof(AnScanner));
	an_scan_start(scan, an_store(), (char *) PG_GETARG_POINTER(0),
				  PG_GETARG_INT32(1));
	PG_RETURN_POINTER(scan);
}

/* nexttoken(internal, internal, internal) returns internal: 0 at the end */
Datum
arabic_news_parser_next(PG_FUNCTION_ARGS)
{
	AnScanner *scan = (AnScanner *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int *len = (int *) PG_GETARG_POINTER(2);
	AnToken token;

	CHECK_FOR_INTERRUPTS();
	if (!an_scan_next(scan, &token))
		PG_RETURN_INT32(0);
	*start = scan->text + token.start;
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
