/*
 * an_floor.c
 *	  The floor of the benchmark: a text search parser and dictionary that do
 *	  nothing.
 *
 * What to_tsvector takes with them is what PostgreSQL itself takes for
 * calling them, sorting the words and writing the tsvector: no parser and
 * dictionary can be faster.  The parser looks at each byte once and cuts at
 * blanks; the lexeme is the token.
 */
#include "postgres.h"

#include "fmgr.h"
#include "tsearch/ts_public.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(an_floor_start);
PG_FUNCTION_INFO_V1(an_floor_next);
PG_FUNCTION_INFO_V1(an_floor_end);
PG_FUNCTION_INFO_V1(an_floor_types);
PG_FUNCTION_INFO_V1(an_floor_init);
PG_FUNCTION_INFO_V1(an_floor_lexize);

/* The default parser's numbers of these types. */
#define FLOOR_WORD 2
#define FLOOR_BLANK 12

typedef struct FloorParser
{
	const char *next;
	const char *end;
} FloorParser;

Datum
an_floor_start(PG_FUNCTION_ARGS)
{
	FloorParser *parser = palloc(sizeof(FloorParser));

	parser->next = (const char *) PG_GETARG_POINTER(0);
	parser->end = parser->next + PG_GETARG_INT32(1);
	PG_RETURN_POINTER(parser);
}

static inline bool
is_blank(char c)
{
	return (unsigned char) c <= ' ';
}

Datum
an_floor_next(PG_FUNCTION_ARGS)
{
	FloorParser *parser = (FloorParser *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int *len = (int *) PG_GETARG_POINTER(2);
	const char *p = parser->next;
	bool blank;

	if (p == parser->end)
		PG_RETURN_INT32(0);
	blank = is_blank(*p);
	do
		p++;
	while (p < parser->end && is_blank(*p) == blank);
	*start = parser->next;
	*len = (int) (p - parser->next);
	parser->next = p;
	PG_RETURN_INT32(blank ? FLOOR_BLANK : FLOOR_WORD);
}

Datum
an_floor_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

Datum
an_floor_types(PG_FUNCTION_ARGS)
{
	LexDescr *types = palloc0(sizeof(LexDescr) * 3);

	types[0].lexid = FLOOR_WORD;
	types[0].alias = pstrdup("word");
	types[0].descr = pstrdup("what stands between blanks");
	types[1].lexid = FLOOR_BLANK;
	types[1].alias = pstrdup("blank");
	types[1].descr = pstrdup("blanks");
	PG_RETURN_POINTER(types);
}

Datum
an_floor_init(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(palloc(1));
}

Datum
an_floor_lexize(PG_FUNCTION_ARGS)
{
	const char *token = (const char *) PG_GETARG_POINTER(1);
	TSLexeme *result = palloc0(sizeof(TSLexeme) * 2);

	result[0].lexeme = pnstrdup(token, PG_GETARG_INT32(2));
	PG_RETURN_POINTER(result);
}
