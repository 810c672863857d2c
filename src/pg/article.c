/*
 * article.c
 *	  The parts of a pasted article: arabic_article.
 */
#include "arabic_news.h"

#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

PG_FUNCTION_INFO_V1(arabic_article);

/* Columns of the composite type arabic_article_parts, in their order. */
enum
{
	PART_TITLE,
	PART_PUBLISHED,
	PART_AUTHOR,
	PART_PUBLISHER,
	PART_SOURCE,
	PART_IMAGE_CREDIT,
	PART_BODY,
	PART_COLUMNS
};

/* Days between the core's epoch, 1970-01-01, and PostgreSQL's. */
#define EPOCH_DAYS (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

static void
set_part(Datum *values, bool *nulls, int column, AnText part)
{
	nulls[column] = part.len == 0;
	if (part.len > 0)
		values[column] = PointerGetDatum(
			cstring_to_text_with_len(part.str, (int) part.len));
}

/*
 * arabic_article(body text) returns arabic_article_parts
 *
 * NULL for each part that the text does not have; body is the empty text where
 * all of it was something else.
 */
Datum
arabic_article(PG_FUNCTION_ARGS)
{
	text *body = PG_GETARG_TEXT_PP(0);
	Datum values[PART_COLUMNS] = { 0 };
	bool nulls[PART_COLUMNS] = { 0 };
	MemoryContext work;
	AnArticle parts;
	TupleDesc desc;
	AnPgEnv env;
	HeapTuple tuple;

	an_require_utf8();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("function returning record called in context "
							   "that cannot accept type record")));
	desc = BlessTupleDesc(desc);
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_article",
								 ALLOCSET_DEFAULT_SIZES);
	an_pg_env(&env, work);
	an_check_status(an_article(&env.env, an_store(), VARDATA_ANY(body),
							   VARSIZE_ANY_EXHDR(body), &parts));
	set_part(values, nulls, PART_TITLE, parts.title);
	nulls[PART_PUBLISHED] = !parts.has_published;
	if (parts.has_published)
		values[PART_PUBLISHED] = DateADTGetDatum(parts.published - EPOCH_DAYS);
	set_part(values, nulls, PART_AUTHOR, parts.author);
	set_part(values, nulls, PART_PUBLISHER, parts.publisher);
	set_part(values, nulls, PART_SOURCE, parts.source);
	set_part(values, nulls, PART_IMAGE_CREDIT, parts.image_credit);
	values[PART_BODY] = PointerGetDatum(
		cstring_to_text_with_len(parts.body.str, (int) parts.body.len));
	tuple = heap_form_tuple(desc, values, nulls);
	MemoryContextDelete(work);
	PG_RETURN_DATUM(HeapTupleGetDatum(tuple));
}
