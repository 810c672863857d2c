/*
 * track.c
 *	  To begin and end the tracking of an article table: arabic_news_track,
 *	  arabic_news_untrack, arabic_news_grant.
 *
 * Begin only creates objects, whatever the size of the table: its articles are
 * read by refresh.
 */
#include "track.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/catalog.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "pgtime.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(arabic_news_track);
PG_FUNCTION_INFO_V1(arabic_news_untrack);
PG_FUNCTION_INFO_V1(arabic_news_grant);

/* arabic_news_track()'s arguments. */
enum
{
	ARG_ARTICLES,
	ARG_TITLE,
	ARG_BODY,
	ARG_PUBLISHED,
	ARG_KEY,
	ARG_MODE,
	ARG_FOREIGN_KEYS,
	ARG_TIME_ZONE
};

/* Columns of the companions and their views that a key's may not shadow. */
static const char *const companion_columns[] = {
	"ordinal",        "sentence",      "start_pos",    "end_pos",
	"entity_type",    "mention",       "name",         "name_key",
	"country_code",   "date_from",     "date_to",      "amount",
	"unit",           "role",          "confidence",   "published",
	"published_date", "quote",         "speaker",      "cue",
	"status",         "data_version",  "extracted_at", "error_code",
	"error_text",     "article_title", "failed_at",    "simhash",
	"shift",          "part"
};

/* Bytes of a long table's name that leave room for a number and any label. */
#define LONG_BASE 38

/* ---- the table and its columns ---- */

static void
check_table(Relation articles)
{
	char kind = articles->rd_rel->relkind;

	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a table",
						RelationGetRelationName(articles)),
				 errhint("Views and foreign tables are read by "
						 "arabic_entities_in(); track the table that holds "
						 "the articles.")));
	if (articles->rd_rel->relpersistence == RELPERSISTENCE_TEMP ||
		IsCatalogNamespace(RelationGetNamespace(articles)))
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("temporary tables and the system's own are not "
							   "tracked")));
	an_refuse_row_security(RelationGetRelationName(articles),
						   articles->rd_rel->relrowsecurity);
}

static AttrNumber
find_column(Relation articles, const char *name)
{
	AttrNumber column = get_attnum(RelationGetRelid(articles), name);
	Form_pg_attribute a;

	if (column <= 0)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_COLUMN),
						errmsg("column \"%s\" of table \"%s\" does not exist",
							   name, RelationGetRelationName(articles))));
	a = TupleDescAttr(RelationGetDescr(articles), column - 1);
#ifdef ATTRIBUTE_GENERATED_VIRTUAL
	if (a->attgenerated == ATTRIBUTE_GENERATED_VIRTUAL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("column \"%s\" is generated when it is read", name),
				 errhint("A stored generated column can be tracked.")));
#endif
	return a->attnum;
}

static AttrNumber
find_typed(Relation articles, FunctionCallInfo fcinfo, int argument,
		   const Oid *types, const char *wanted)
{
	const char *name;
	AttrNumber column;
	Oid type;

	if (PG_ARGISNULL(argument))
		return 0;
	name = NameStr(*PG_GETARG_NAME(argument));
	column = find_column(articles, name);
	type = getBaseType(
		TupleDescAttr(RelationGetDescr(articles), column - 1)->atttypid);
	for (int i = 0; OidIsValid(types[i]); i++)
		if (type == types[i])
			return column;
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("column \"%s\" is of type %s", name, format_type_be(type)),
			 errhint("It must be %s; a stored generated column can make that "
					 "of it.",
					 wanted)));
	return 0;
}

static void
find_columns(AnArticleColumns *columns, Relation articles,
			 FunctionCallInfo fcinfo)
{
	static const Oid texts[] = { TEXTOID, VARCHAROID, BPCHAROID, InvalidOid };
	static const Oid times[] = { DATEOID, TIMESTAMPOID, TIMESTAMPTZOID,
								 InvalidOid };

	columns->title =
		find_typed(articles, fcinfo, ARG_TITLE, texts, "text or varchar");
	columns->body =
		find_typed(articles, fcinfo, ARG_BODY, texts, "text or varchar");
	columns->published = find_typed(articles, fcinfo, ARG_PUBLISHED, times,
									"date, timestamp or timestamptz");
	if (columns->body == 0)
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("table and body column must not be null")));
	if (columns->title == columns->body)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("title and body are one column"),
						errhint("Give null for the title.")));
}

/* ---- the key ---- */

static bool
holds_exactly(Form_pg_index index, const AttrNumber *key, int nkeys)
{
	if (index->indnkeyatts != nkeys)
		return false;
	for (int i = 0; i < nkeys; i++)
	{
		bool held = false;

		for (int j = 0; j < nkeys; j++)
			held |= index->indkey.values[j] == key[i];
		if (!held)
			return false;
	}
	return true;
}

/* A unique index on the key's columns; immediate: a foreign key may use it. */
static bool
has_unique_index(Relation articles, const AnTracked *t, bool *immediate)
{
	ListCell *cell;
	bool found = false;

	*immediate = false;
	foreach (cell, RelationGetIndexList(articles))
	{
		Relation index = relation_open(lfirst_oid(cell), AccessShareLock);
		Form_pg_index form = index->rd_index;

		if (form->indisunique && form->indisvalid && !form->indisexclusion &&
			heap_attisnull(index->rd_indextuple, Anum_pg_index_indpred,
						   NULL) &&
			holds_exactly(form, t->columns.key, t->nkeys))
		{
			found = true;
			*immediate |= form->indimmediate;
		}
		relation_close(index, AccessShareLock);
	}
	return found;
}

static void
primary_key(AnTracked *t, Relation articles)
{
	ListCell *cell;

	foreach (cell, RelationGetIndexList(articles))
	{
		Relation index = relation_open(lfirst_oid(cell), AccessShareLock);

		if (index->rd_index->indisprimary)
		{
			t->nkeys = index->rd_index->indnkeyatts;
			for (int i = 0; i < t->nkeys; i++)
				t->columns.key[i] = index->rd_index->indkey.values[i];
		}
		relation_close(index, AccessShareLock);
	}
	if (t->nkeys == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TABLE_DEFINITION),
				 errmsg("table \"%s\" has no primary key",
						RelationGetRelationName(articles)),
				 errhint("Add one, or give key_columns that have a unique "
						 "index and are not null.")));
}

static void
given_key(AnTracked *t, Relation articles, ArrayType *names)
{
	Datum *values;
	bool *nulls;
	int count;

	deconstruct_array(names, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR,
					  &values, &nulls, &count);
	if (count == 0 || count > INDEX_MAX_KEYS)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("key_columns must name 1 to %d columns",
							   INDEX_MAX_KEYS)));
	for (int i = 0; i < count; i++)
	{
		if (nulls[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
							errmsg("key_columns must not hold nulls")));
		t->columns.key[i] =
			find_column(articles, NameStr(*DatumGetName(values[i])));
		for (int j = 0; j < i; j++)
			if (t->columns.key[i] == t->columns.key[j])
				ereport(ERROR, (errcode(ERRCODE_DUPLICATE_COLUMN),
								errmsg("key_columns names a column twice")));
	}
	t->nkeys = count;
}

/* A key's column keeps its name in the companions, unless it is taken. */
static char *
free_name(const AnTracked *t, const char *name)
{
	for (size_t i = 0; i < lengthof(companion_columns); i++)
		if (strcmp(name, companion_columns[i]) == 0)
			return free_name(t, makeObjectName("article", name, NULL));
	return pstrdup(name);
}

static void
find_key(AnTracked *t, Relation articles, FunctionCallInfo fcinfo,
		 bool *immediate)
{
	if (PG_ARGISNULL(ARG_KEY))
		primary_key(t, articles);
	else
		given_key(t, articles, PG_GETARG_ARRAYTYPE_P(ARG_KEY));
	an_set_key(t, articles);
	for (int i = 0; i < t->nkeys; i++)
	{
		t->key[i] = free_name(t, t->article_key[i]);
		for (int j = 0; j < i; j++)
			if (strcmp(t->key[i], t->key[j]) == 0)
				t->key[i] = makeObjectName("article", t->key[i], "key");
		if (!TupleDescAttr(RelationGetDescr(articles), t->columns.key[i] - 1)
				 ->attnotnull)
			ereport(
				ERROR,
				(errcode(ERRCODE_INVALID_TABLE_DEFINITION),
				 errmsg("key column \"%s\" may be null", t->article_key[i]),
				 errhint("Set it not null: an article is known by it.")));
	}
	if (!has_unique_index(articles, t, immediate))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_FOREIGN_KEY),
				 errmsg("no unique index on the key columns of table \"%s\"",
						RelationGetRelationName(articles)),
				 errhint("Create one, without a condition, on these columns "
						 "and no others.")));
}

/* ---- the options ---- */

static bool
deferred_mode(FunctionCallInfo fcinfo)
{
	char *mode = PG_ARGISNULL(ARG_MODE)
					 ? pstrdup("immediate")
					 : text_to_cstring(PG_GETARG_TEXT_PP(ARG_MODE));

	if (strcmp(mode, "immediate") != 0 && strcmp(mode, "deferred") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown mode \"%s\"", mode),
				 errhint("immediate reads an article when it is written, "
						 "deferred when arabic_news_refresh() is called.")));
	return strcmp(mode, "deferred") == 0;
}

/* Raises an error for a zone that the server does not know. */
static char *
time_zone(FunctionCallInfo fcinfo)
{
	text *zone = PG_ARGISNULL(ARG_TIME_ZONE)
					 ? cstring_to_text(pg_get_timezone_name(session_timezone))
					 : PG_GETARG_TEXT_PP(ARG_TIME_ZONE);

	(void) DirectFunctionCall2(timestamptz_zone, PointerGetDatum(zone),
							   TimestampTzGetDatum(0));
	return text_to_cstring(zone);
}

static bool
foreign_keys(FunctionCallInfo fcinfo, Relation articles, bool immediate)
{
	if (PG_ARGISNULL(ARG_FOREIGN_KEYS))
		return immediate && articles->rd_rel->relkind == RELKIND_RELATION;
	if (PG_GETARG_BOOL(ARG_FOREIGN_KEYS) && !immediate)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_FOREIGN_KEY),
				 errmsg("the key of table \"%s\" is deferrable, so that no "
						"foreign key can refer to it",
						RelationGetRelationName(articles)),
				 errhint("Track it with foreign_keys => false.")));
	return PG_GETARG_BOOL(ARG_FOREIGN_KEYS);
}

/*
 * The name that those of the companions begin with: the table's.  Long ones
 * are cut, and may then need a number.
 */
static char *
free_base(const char *table, Oid schema)
{
	char *base = pstrdup(table);

	for (int pass = 1;; pass++)
	{
		const char *taken = NULL;
		bool cut = false;

		for (int i = 0; i < AN_COMPANIONS; i++)
		{
			char *name = an_companion_name(base, i);

			cut |= strlen(name) <
				   strlen(base) + 1 + strlen(an_companion_labels[i]);
			if (OidIsValid(get_relname_relid(name, schema)))
				taken = name;
		}
		if (taken == NULL)
			return base;
		if (!cut && pass == 1)
			ereport(
				ERROR,
				(errcode(ERRCODE_DUPLICATE_TABLE),
				 errmsg("relation \"%s\" already exists", taken),
				 errhint("arabic_news_track() makes tables and views whose "
						 "names begin with the article table's.")));
		base = psprintf("%.*s_%d",
						pg_mbcliplen(table, (int) strlen(table), LONG_BASE),
						table, pass);
	}
}

/* ---- the objects ---- */

static void
run(const char *sql)
{
	int result = SPI_execute(sql, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
}

/* Adds a column to the trigger's list, or one more part to a column's. */
static void
add_part(StringInfo columns, StringInfo parts, Bitmapset **seen,
		 const char *name, AttrNumber column, const char *part)
{
	if (column == 0)
		return;
	if (!bms_is_member(column, *seen))
		appendStringInfo(columns, "%s%s", columns->len > 0 ? ", " : "",
						 quote_identifier(name));
	if (parts->len > 0)
		appendStringInfoChar(parts, ',');
	appendStringInfoString(parts, part);
	*seen = bms_add_member(*seen, column);
}

/*
 * A key's column may be the published one, too: "published+key" names the
 * parts of one column.
 */
static char *
trigger_sql(const AnTracked *t, const char *create)
{
	StringInfoData columns;
	StringInfoData parts;
	Bitmapset *seen = NULL;
	bool published_in_key = false;

	initStringInfo(&columns);
	initStringInfo(&parts);
	for (int i = 0; i < t->nkeys; i++)
	{
		bool both = t->columns.key[i] == t->columns.published;

		published_in_key |= both;
		add_part(&columns, &parts, &seen, t->article_key[i], t->columns.key[i],
				 both ? "published+key" : "key");
	}
	add_part(&columns, &parts, &seen, t->title, t->columns.title, "title");
	add_part(&columns, &parts, &seen, t->body, t->columns.body, "body");
	if (!published_in_key)
		add_part(&columns, &parts, &seen, t->published, t->columns.published,
				 "published");
	return psprintf(
		"%s trigger " AN_TRIGGER_NAME
		" after insert or update of %s%s on %s for each row"
		" execute function %s." AN_TRIGGER_FUNCTION "(%s, %s, %s, %s)",
		create, columns.data, t->foreign_keys ? "" : " or delete",
		quote_qualified_identifier(t->schema, t->table),
		quote_identifier(t->extension_schema),
		quote_literal_cstr(t->deferred ? "deferred" : "immediate"),
		quote_literal_cstr(t->time_zone), quote_literal_cstr(parts.data),
		quote_literal_cstr(t->base));
}

static bool
is_owner(Oid relation, Oid role)
{
	HeapTuple row = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	bool is = HeapTupleIsValid(row) &&
			  ((Form_pg_class) GETSTRUCT(row))->relowner == role;

	if (HeapTupleIsValid(row))
		ReleaseSysCache(row);
	return is;
}

static bool
depends_on(Oid companion, Oid articles)
{
	Oid types[2] = { OIDOID, OIDOID };
	Datum values[2] = { ObjectIdGetDatum(companion),
						ObjectIdGetDatum(articles) };

	SPI_execute_with_args(
		"select from pg_catalog.pg_depend"
		" where classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
		" and objid = $1 and refobjid = $2 and deptype = 'a'"
		" and refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass",
		2, types, values, NULL, true, 1);
	return SPI_processed > 0;
}

/*
 * So that drop table takes the companions along.  A dump does not hold these
 * dependencies: after a restore they come back with the first refresh.
 */
void
an_depend_on_articles(const AnTracked *t)
{
	ObjectAddress articles;
	Oid schema = get_rel_namespace(t->articles);

	ObjectAddressSet(articles, RelationRelationId, t->articles);
	for (int i = 0; i < AN_COMPANIONS; i++)
	{
		ObjectAddress companion;
		Oid oid = get_relname_relid(an_companion_name(t->base, i), schema);

		/* another's table of that name must not be dropped with ours */
		if (!OidIsValid(oid) || !is_owner(oid, t->owner) ||
			depends_on(oid, t->articles))
			continue;
		ObjectAddressSet(companion, RelationRelationId, oid);
		recordDependencyOn(&companion, &articles, DEPENDENCY_AUTO);
	}
}

static void
comment_keys(const AnTracked *t)
{
	static const AnCompanion with_key[] = { AN_MENTIONS, AN_QUOTES, AN_STATE };

	for (size_t c = 0; c < lengthof(with_key); c++)
		for (int i = 0; i < t->nkeys; i++)
			run(psprintf(
				"comment on column %s.%s is %s",
				quote_qualified_identifier(
					t->schema, an_companion_name(t->base, with_key[c])),
				quote_identifier(t->key[i]),
				quote_literal_cstr(psprintf("%s of the article in %s",
											t->article_key[i], t->table))));
}

static void
create_objects(const AnTracked *t, bool unlogged)
{
	AnOwner before;

	SPI_connect();
	an_maintain_as_owner(t->owner, false, &before);
	run(an_track_sql(t, an_companion_sql));
	if (unlogged)
		for (int i = 0; i < AN_COMPANION_TABLES; i++)
			run(psprintf("alter table %s set unlogged",
						 quote_qualified_identifier(
							 t->schema, an_companion_name(t->base, i))));
	if (t->foreign_keys)
		run(an_track_sql(t, an_foreign_key_sql));
	comment_keys(t);
	run(an_track_sql(t, an_view_sql));
	run(an_track_sql(t, an_news_view_sql));
	run(trigger_sql(t, "create"));
	an_depend_on_articles(t);
	an_become_caller(&before);
	SPI_finish();
}

/* ---- SQL's functions ---- */

static bool
same_columns(const AnTracked *a, const AnTracked *b)
{
	return a->nkeys == b->nkeys &&
		   memcmp(&a->columns, &b->columns, sizeof(a->columns)) == 0 &&
		   strcmp(a->time_zone, b->time_zone) == 0;
}

/* Tracked already: nothing to do, or another mode. */
static void
track_again(const AnTracked *now, AnTracked *asked, FunctionCallInfo fcinfo)
{
	AnOwner before;

	if (PG_ARGISNULL(ARG_TIME_ZONE))
		asked->time_zone = now->time_zone;
	if (PG_ARGISNULL(ARG_FOREIGN_KEYS))
		asked->foreign_keys = now->foreign_keys;
	if (!same_columns(now, asked) || now->foreign_keys != asked->foreign_keys)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" is tracked with other columns or "
							   "options",
							   now->table),
						errhint("Only the mode can be changed; call "
								"arabic_news_untrack() first.")));
	if (now->deferred == asked->deferred)
	{
		ereport(NOTICE,
				(errmsg("table \"%s\" is tracked already", now->table)));
		return;
	}
	asked->base = now->base;
	SPI_connect();
	an_maintain_as_owner(now->owner, false, &before);
	run(trigger_sql(asked, "create or replace"));
	an_become_caller(&before);
	SPI_finish();
}

static void
fill_tracked(AnTracked *t, Relation articles, FunctionCallInfo fcinfo)
{
	bool immediate;

	find_columns(&t->columns, articles, fcinfo);
	find_key(t, articles, fcinfo, &immediate);
	t->articles = RelationGetRelid(articles);
	t->owner = articles->rd_rel->relowner;
	t->schema = get_namespace_name(RelationGetNamespace(articles));
	t->table = pstrdup(RelationGetRelationName(articles));
	t->extension_schema =
		get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	t->deferred = deferred_mode(fcinfo);
	t->time_zone = time_zone(fcinfo);
	t->foreign_keys = foreign_keys(fcinfo, articles, immediate);
	t->title = get_attname(t->articles, t->columns.title, true);
	t->body = get_attname(t->articles, t->columns.body, true);
	t->published = get_attname(t->articles, t->columns.published, true);
}

/*
 * Who may not is told so before the lock is waited for, behind which others
 * would have to wait.
 */
static Relation
open_articles(FunctionCallInfo fcinfo, LOCKMODE mode)
{
	Relation articles;

	if (PG_ARGISNULL(ARG_ARTICLES))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("the table must not be null")));
	an_require_owner(PG_GETARG_OID(ARG_ARTICLES));
	articles = relation_open(PG_GETARG_OID(ARG_ARTICLES), mode);
	an_require_owner(RelationGetRelid(articles));
	return articles;
}

/*
 * arabic_news_track(articles regclass, title_column name, body_column name,
 *					 published_column name, key_columns name[], mode text,
 *					 foreign_keys boolean, time_zone text) returns void
 */
Datum
arabic_news_track(PG_FUNCTION_ARGS)
{
	Oid function;
	Relation articles;
	AnTracked asked = { 0 };
	const AnTracked *now;
	bool unlogged;

	an_require_utf8();
	function = an_trigger_function(get_func_namespace(fcinfo->flinfo->fn_oid));
	articles = open_articles(fcinfo, ShareRowExclusiveLock);
	check_table(articles);
	fill_tracked(&asked, articles, fcinfo);
	now = an_tracked(articles, function, NULL);
	if (now != NULL && now->articles != RelationGetRelid(articles))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("\"%s\" is a partition of \"%s\", which is tracked",
						asked.table, now->table)));
	unlogged = articles->rd_rel->relpersistence == RELPERSISTENCE_UNLOGGED;
	if (now == NULL)
		asked.base = free_base(asked.table, RelationGetNamespace(articles));
	relation_close(articles, NoLock);
	if (now != NULL)
		track_again(now, &asked, fcinfo);
	else
		create_objects(&asked, unlogged);
	PG_RETURN_VOID();
}

/* The base of a tracked table's companions; else an error. */
static char *
tracked_base(Relation articles, FunctionCallInfo fcinfo)
{
	char *base = an_tracked_base(
		articles,
		an_trigger_function(get_func_namespace(fcinfo->flinfo->fn_oid)));

	if (base == NULL)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" is not tracked",
							   RelationGetRelationName(articles)),
						errhint("arabic_news_track() begins it.")));
	return base;
}

/* Views before the tables that they read. */
static void
drop_companions(const char *schema, const char *base, const char *behavior)
{
	Oid namespace = get_namespace_oid(schema, false);

	for (int i = AN_COMPANIONS - 1; i >= 0; i--)
	{
		char *name = an_companion_name(base, i);

		if (OidIsValid(get_relname_relid(name, namespace)))
			run(psprintf("drop %s %s %s",
						 i < AN_COMPANION_TABLES ? "table" : "view",
						 quote_qualified_identifier(schema, name), behavior));
	}
}

/*
 * arabic_news_untrack(articles regclass, cascade boolean) returns void
 *
 * Drops trigger, views and tables; by names, also where some are gone.
 */
Datum
arabic_news_untrack(PG_FUNCTION_ARGS)
{
	Relation articles = open_articles(fcinfo, AccessExclusiveLock);
	char *schema = get_namespace_name(RelationGetNamespace(articles));
	Oid owner = articles->rd_rel->relowner;
	char *table = pstrdup(RelationGetRelationName(articles));
	AnOwner before;
	char *base;

	base = tracked_base(articles, fcinfo);
	if (articles->rd_rel->relispartition &&
		an_tracked(
			articles,
			an_trigger_function(get_func_namespace(fcinfo->flinfo->fn_oid)),
			NULL)
				->articles != RelationGetRelid(articles))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("\"%s\" is a partition of the tracked table", table),
				 errhint("Untrack that table.")));
	relation_close(articles, NoLock);

	SPI_connect();
	an_maintain_as_owner(owner, false, &before);
	run(psprintf("drop trigger " AN_TRIGGER_NAME " on %s",
				 quote_qualified_identifier(schema, table)));
	drop_companions(schema, base,
					!PG_ARGISNULL(1) && PG_GETARG_BOOL(1) ? "cascade"
														  : "restrict");
	an_become_caller(&before);
	SPI_finish();
	PG_RETURN_VOID();
}

/* The roles that may read the articles, as grant wants them. */
static const char *const readers_sql =
	"select pg_catalog.string_agg(r.who, ', ') filter (where not r.further),"
	" pg_catalog.string_agg(r.who, ', ') filter (where r.further)"
	" from (select case when a.grantee = 0 then 'public'"
	"  else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end"
	"  as who, pg_catalog.bool_or(a.is_grantable) as further"
	"  from pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a"
	"  where c.oid = $1 and a.privilege_type = 'SELECT'"
	"  and a.grantee <> c.relowner group by a.grantee) r";

static void
grant_to(const char *schema, const char *base, const char *who,
		 const char *further)
{
	if (who == NULL)
		return;
	for (int i = 0; i < AN_COMPANIONS; i++)
		if (OidIsValid(get_relname_relid(an_companion_name(base, i),
										 get_namespace_oid(schema, false))))
			run(psprintf(
				"grant select on %s to %s %s",
				quote_qualified_identifier(schema, an_companion_name(base, i)),
				who, further));
}

/*
 * arabic_news_grant(articles regclass) returns void
 *
 * Whoever may read the articles may read what is made of them.
 */
Datum
arabic_news_grant(PG_FUNCTION_ARGS)
{
	Relation articles = open_articles(fcinfo, AccessShareLock);
	char *schema = get_namespace_name(RelationGetNamespace(articles));
	Datum relation = ObjectIdGetDatum(RelationGetRelid(articles));
	Oid owner = articles->rd_rel->relowner;
	Oid type = OIDOID;
	AnOwner before;
	char *base;
	char *readers;
	char *granters;

	base = tracked_base(articles, fcinfo);
	relation_close(articles, NoLock);
	SPI_connect();
	an_maintain_as_owner(owner, false, &before);
	SPI_execute_with_args(readers_sql, 1, &type, &relation, NULL, true, 0);
	readers = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	granters = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2);
	grant_to(schema, base, readers, "");
	grant_to(schema, base, granters, "with grant option");
	an_become_caller(&before);
	SPI_finish();
	PG_RETURN_VOID();
}
