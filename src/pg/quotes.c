/*
 * quotes.c
 *	  Direct speech: arabic_quotes.
 */
#include "arabic_news.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(arabic_quotes);

/* Columns of the composite type arabic_quote, in their order. */
enum
{
	QUOTE_ORDINAL,
	QUOTE_QUOTE,
	QUOTE_START,
	QUOTE_END,
	QUOTE_SPEAKER,
	QUOTE_CUE,
	QUOTE_COLUMNS
};

/*
 * arabic_quotes(body text) returns setof arabic_quote
 *
 * The quotations in the order of the text, positions in characters from 1,
 * end exclusive.
 */
Datum
arabic_quotes(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext work;
	MemoryContext old;
	AnPositions at = { NULL, 0, 1 };
	AnQuotes found;
	AnPgEnv env;
	text *body;

	an_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	body = PG_GETARG_TEXT_PP(0);
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_quotes",
								 ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(work);
	an_pg_env(&env, work);
	at.text = VARDATA_ANY(body);
	an_check_status(an_quotes(&env.env, an_store(), at.text,
							  VARSIZE_ANY_EXHDR(body), &found));
	for (size_t i = 0; i < found.count; i++)
	{
		const AnQuote *q = &found.items[i];
		Datum values[QUOTE_COLUMNS] = { 0 };
		bool nulls[QUOTE_COLUMNS] = { 0 };

		CHECK_FOR_INTERRUPTS();
		values[QUOTE_ORDINAL] = Int32GetDatum((int32) i + 1);
		values[QUOTE_QUOTE] = PointerGetDatum(cstring_to_text_with_len(
			at.text + q->start, (int) (q->end - q->start)));
		values[QUOTE_START] = Int32GetDatum(an_position(&at, q->start));
		values[QUOTE_END] = Int32GetDatum(an_position(&at, q->end));
		an_set_string(values, nulls, QUOTE_SPEAKER, q->speaker);
		an_set_string(values, nulls, QUOTE_CUE, q->cue);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values,
							 nulls);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(work);
	PG_RETURN_NULL();
}
