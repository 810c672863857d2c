/*
 * entities.c
 *	  Facts of articles: arabic_entities, arabic_entities_in.
 */
#include "arabic_news.h"

#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "parser/parse_coerce.h"
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

/* Entities made into rows before the memory of their columns is given back. */
#define ROWS_KEPT 256

/* Articles taken from the table at a time. */
#define FETCH_ROWS 64

static Datum
text_datum(const char *s, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* A nullable column: NULL where there is no string or an empty one. */
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
	an_set_string(values, nulls, ENTITY_NAME, e->name);
	an_set_string(values, nulls, ENTITY_NAME_KEY, e->name_key);
	an_set_string(values, nulls, ENTITY_COUNTRY_CODE, e->country_code);
	set_dates(e, values, nulls);
	set_amount(e, values, nulls);
	an_set_string(values, nulls, ENTITY_UNIT, e->unit);
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
	MemoryContext columns;
	AnPositions at = { VARDATA_ANY(body), 0, 1 };
	AnEntities found;
	AnPgEnv env;
	int first = id != NULL ? 1 : 0;

	an_pg_env(&env, work);
	an_check_status(an_entities(&env.env, an_store(), at.text,
								VARSIZE_ANY_EXHDR(body), published, &found));
	columns = AllocSetContextCreate(work, "arabic_entities columns",
									ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(columns);
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
		if (i % ROWS_KEPT == ROWS_KEPT - 1)
			MemoryContextReset(columns);
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

/* "id, title, body": the columns of a relation, for a hint. */
static char *
column_names(Oid relation)
{
	StringInfoData names;

	initStringInfo(&names);
	for (AttrNumber i = 1;; i++)
	{
		char *name = get_attname(relation, i, true);

		if (name == NULL)
			break;
		/* a dropped column has its place still */
		if (get_attnum(relation, name) == i &&
			strncmp(name, "........pg.dropped.", 19) != 0)
			appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "", name);
	}
	return names.data;
}

/*
 * The quoted name of a column that can be read as this type, checked here so
 * that the error speaks of the caller's argument and not of our query.
 */
static const char *
article_column(Oid relation, const char *table, const char *column, Oid type)
{
	AttrNumber number = get_attnum(relation, column);
	Oid has;

	if (number == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not "
						"exist",
						column, table),
				 errhint("Its columns are: %s.", column_names(relation))));
	has = get_atttype(relation, number);
	if (!can_coerce_type(1, &has, &type, COERCION_EXPLICIT))
		ereport(
			ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("column \"%s\" of relation \"%s\" is of type %s, "
					"which cannot be read as %s",
					column, table, format_type_be(has), format_type_be(type)),
			 errhint("Make a view of the articles that converts it.")));
	return quote_identifier(column);
}

/* select id, body, published from articles, every name quoted */
static char *
articles_query(PG_FUNCTION_ARGS)
{
	Oid relation = PG_GETARG_OID(0);
	char *name = get_rel_name(relation);
	const char *published = NULL;
	char kind;

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relation)));
	kind = get_rel_relkind(relation);
	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE &&
		kind != RELKIND_VIEW && kind != RELKIND_MATVIEW &&
		kind != RELKIND_FOREIGN_TABLE)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("\"%s\" is not a table or view", name)));
	if (!PG_ARGISNULL(3))
		published = article_column(relation, name, NameStr(*PG_GETARG_NAME(3)),
								   DATEOID);
	return psprintf(
		"select a.%s::pg_catalog.text, a.%s::pg_catalog.text, "
		"%s%s::pg_catalog.date from %s a",
		article_column(relation, name, NameStr(*PG_GETARG_NAME(1)), TEXTOID),
		article_column(relation, name, NameStr(*PG_GETARG_NAME(2)), TEXTOID),
		published == NULL ? "null" : "a.", published == NULL ? "" : published,
		quote_qualified_identifier(
			get_namespace_name(get_rel_namespace(relation)), name));
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
