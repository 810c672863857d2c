/*
 * entities.c
 *	  Facts of articles: arabic_entities, arabic_entities_in.
 */
#include "arabic_news.h"

#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(arabic_entities);
PG_FUNCTION_INFO_V1(arabic_entities_in);

/* Columns of the composite type arabic_entity, in their order. */
enum
{
	ENTITY_ORDINAL,
	ENTITY_TYPE,
	ENTITY_MENTION,
	ENTITY_START,
	ENTITY_END,
	ENTITY_NAME,
	ENTITY_NAME_KEY,
	ENTITY_COUNTRY_CODE,
	ENTITY_DATE_FROM,
	ENTITY_DATE_TO,
	ENTITY_AMOUNT,
	ENTITY_UNIT,
	ENTITY_ROLE,
	ENTITY_CONFIDENCE,
	ENTITY_COLUMNS
};

/* Days between the core's epoch, 1970-01-01, and PostgreSQL's. */
#define EPOCH_DAYS (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

/* Articles taken from the table at a time. */
#define FETCH_ROWS 64

static Datum
text_datum(const char *s, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* A nullable column: NULL where there is no string or an empty one. */
static void
set_string(Datum *values, bool *nulls, int column, const char *s)
{
	nulls[column] = s == NULL || s[0] == '\0';
	if (!nulls[column])
		values[column] = text_datum(s, strlen(s));
}

static void
set_dates(const AnEntity *e, Datum *values, bool *nulls)
{
	nulls[ENTITY_DATE_FROM] = nulls[ENTITY_DATE_TO] = !e->has_dates;
	if (!e->has_dates)
		return;
	values[ENTITY_DATE_FROM] = DateADTGetDatum(e->date_from - EPOCH_DAYS);
	values[ENTITY_DATE_TO] = DateADTGetDatum(e->date_to - EPOCH_DAYS);
}

static void
set_amount(const AnEntity *e, Datum *values, bool *nulls)
{
	nulls[ENTITY_AMOUNT] = e->amount == NULL;
	if (e->amount != NULL)
		values[ENTITY_AMOUNT] = DirectFunctionCall3(
			numeric_in, CStringGetDatum(e->amount),
			ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

static void
set_entity(const AnEntity *e, const char *body, int32 ordinal, AnPositions *at,
		   Datum *values, bool *nulls)
{
	const char *type = an_entity_type_name(e->type);

	values[ENTITY_ORDINAL] = Int32GetDatum(ordinal);
	values[ENTITY_TYPE] = text_datum(type, strlen(type));
	values[ENTITY_MENTION] = text_datum(body + e->start, e->end - e->start);
	values[ENTITY_START] = Int32GetDatum(an_position(at, e->start));
	values[ENTITY_END] = Int32GetDatum(an_position(at, e->end));
	set_string(values, nulls, ENTITY_NAME, e->name);
	set_string(values, nulls, ENTITY_NAME_KEY, e->name_key);
	set_string(values, nulls, ENTITY_COUNTRY_CODE, e->country_code);
	set_dates(e, values, nulls);
	set_amount(e, values, nulls);
	set_string(values, nulls, ENTITY_UNIT, e->unit);
	nulls[ENTITY_ROLE] = e->role_end <= e->role_start;
	if (!nulls[ENTITY_ROLE])
		values[ENTITY_ROLE] =
			text_datum(body + e->role_start, e->role_end - e->role_start);
	values[ENTITY_CONFIDENCE] = Float4GetDatum(e->confidence);
}

/*
 * Adds the entities of one article to the function's result.  If id is not
 * NULL it becomes the first column.  Memory is taken from work, which is
 * reset.
 */
static void
put_entities(ReturnSetInfo *rsinfo, MemoryContext work,
			 const NullableDatum *id, text *body, const int32 *published)
{
	MemoryContext old = MemoryContextSwitchTo(work);
	AnPositions at = { VARDATA_ANY(body), 0, 1 };
	AnEntities found;
	AnPgEnv env;
	int first = id != NULL ? 1 : 0;

	an_pg_env(&env, work);
	an_check_status(an_entities(&env.env, an_store(), at.text,
								VARSIZE_ANY_EXHDR(body), published, &found));
	for (size_t i = 0; i < found.count; i++)
	{
		Datum values[ENTITY_COLUMNS + 1] = { 0 };
		bool nulls[ENTITY_COLUMNS + 1] = { 0 };

		CHECK_FOR_INTERRUPTS();
		if (id != NULL)
		{
			values[0] = id->value;
			nulls[0] = id->isnull;
		}
		set_entity(&found.items[i], at.text, (int32) i + 1, &at,
				   values + first, nulls + first);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values,
							 nulls);
	}
	MemoryContextSwitchTo(old);
	MemoryContextReset(work);
}

/*
 * The article's date for the core, or NULL: infinity and years that a
 * calendar of four digits does not have say nothing.
 */
static const int32 *
published_days(DateADT date, int32 *days)
{
	const DateADT first = date2j(1, 1, 1) - POSTGRES_EPOCH_JDATE;
	const DateADT last = date2j(9999, 12, 31) - POSTGRES_EPOCH_JDATE;

	if (DATE_NOT_FINITE(date) || date < first || date > last)
		return NULL;
	*days = date + EPOCH_DAYS;
	return days;
}

/*
 * arabic_entities(body text, published date) returns setof arabic_entity
 *
 * The mentions in the order of the text, positions in characters from 1, end
 * exclusive.  Not strict: a NULL body has none, published may be NULL.
 */
Datum
arabic_entities(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const int32 *published = NULL;
	MemoryContext work;
	int32 days;

	an_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1))
		published = published_days(PG_GETARG_DATEADT(1), &days);
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_entities",
								 ALLOCSET_DEFAULT_SIZES);
	put_entities(rsinfo, work, NULL, PG_GETARG_TEXT_PP(0), published);
	MemoryContextDelete(work);
	PG_RETURN_NULL();
}

/* select id, body, published from articles, every name quoted */
static char *
articles_query(PG_FUNCTION_ARGS)
{
	Oid relation = PG_GETARG_OID(0);
	char *name = get_rel_name(relation);
	char *schema;

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relation)));
	schema = get_namespace_name(get_rel_namespace(relation));
	return psprintf(
		"select a.%s::pg_catalog.text, a.%s::pg_catalog.text, "
		"%s%s::pg_catalog.date from %s a",
		quote_identifier(NameStr(*PG_GETARG_NAME(1))),
		quote_identifier(NameStr(*PG_GETARG_NAME(2))),
		PG_ARGISNULL(3) ? "null" : "a.",
		PG_ARGISNULL(3) ? "" : quote_identifier(NameStr(*PG_GETARG_NAME(3))),
		quote_qualified_identifier(schema, name));
}

static void
put_article(ReturnSetInfo *rsinfo, MemoryContext work, HeapTuple row,
			TupleDesc desc)
{
	NullableDatum id;
	bool no_body;
	bool no_date;
	MemoryContext old;
	text *detoasted;
	Datum body = SPI_getbinval(row, desc, 2, &no_body);
	Datum date = SPI_getbinval(row, desc, 3, &no_date);
	const int32 *published = NULL;
	int32 days;

	if (no_body)
		return;
	id.value = SPI_getbinval(row, desc, 1, &id.isnull);
	if (!no_date)
		published = published_days(DatumGetDateADT(date), &days);

	/* in the context that each article resets */
	old = MemoryContextSwitchTo(work);
	detoasted = DatumGetTextPP(body);
	MemoryContextSwitchTo(old);
	put_entities(rsinfo, work, &id, detoasted, published);
}

/*
 * arabic_entities_in(articles regclass, id_column name, body_column name,
 *					  published_column name)
 *		returns setof arabic_article_entity
 *
 * arabic_entities() over every row of a table or view, by the caller's
 * rights and snapshot; all rows are read before the first is given.
 */
Datum
arabic_entities_in(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext work;
	Portal portal;

	an_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < 3; i++)
		if (PG_ARGISNULL(i))
			ereport(
				ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("table, id column and body column must not be null")));
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_entities_in",
								 ALLOCSET_DEFAULT_SIZES);
	SPI_connect();
	portal = SPI_cursor_open_with_args(NULL, articles_query(fcinfo), 0, NULL,
									   NULL, NULL, true, 0);
	for (;;)
	{
		SPI_cursor_fetch(portal, true, FETCH_ROWS);
		if (SPI_processed == 0)
			break;
		for (uint64 i = 0; i < SPI_processed; i++)
			put_article(rsinfo, work, SPI_tuptable->vals[i],
						SPI_tuptable->tupdesc);
		SPI_freetuptable(SPI_tuptable);
	}
	SPI_cursor_close(portal);
	SPI_finish();
	PG_RETURN_NULL();
}
