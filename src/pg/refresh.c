/*
 * refresh.c
 *	  arabic_news_refresh: reads the articles that wait, in batches, each in a
 *	  transaction of its own, as many sessions as one likes at a time.
 *
 * No lock is ever waited for while others are held, so that no deadlock can
 * come of it: articles and their rows of state are locked with SKIP LOCKED.
 * A batch holds a key share lock on its articles, as the foreign keys would
 * take it anyway: who deletes one waits before its triggers have touched
 * anything.  Who updates one waits in its trigger for the row of state, and
 * then writes over what the batch has written.
 */
#include "track.h"

#include "access/table.h"
#include "access/xact.h"
#include "access/xlog.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "storage/itemptr.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(arabic_news_refresh);

/* Blocks of a table that are searched in one transaction. */
#define RANGE_BLOCKS 1024

/* First key of the advisory lock, the second is the table's OID. */
#define NAMES_LOCK 0x61726e77

typedef struct Refresh
{
	Oid articles;
	Oid function; /* the trigger's */
	AnTracked *t; /* of the transaction that runs */
	AnOwner before;
	MemoryContext batch; /* reset with each transaction */
	MemoryContext outer;
} Refresh;

/* ---- transactions ---- */

/*
 * Read committed, whatever the default is: a later snapshot would fail on rows
 * that others have changed since.  Tables may have been changed in between.
 */
static void
begin(Refresh *r, bool for_queue)
{
	Relation articles;

	CHECK_FOR_INTERRUPTS();
	XactIsoLevel = XACT_READ_COMMITTED;
	PushActiveSnapshot(GetTransactionSnapshot());
	r->outer = MemoryContextSwitchTo(r->batch);
	an_require_owner(r->articles);
	articles = table_open(r->articles, AccessShareLock);
	an_require_owner(r->articles);
	r->t = an_tracked(articles, r->function, NULL);
	if (r->t == NULL || r->t->articles != r->articles)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not tracked",
						RelationGetRelationName(articles)),
				 errhint("arabic_news_track() begins it; of a partitioned "
						 "table, refresh the whole.")));
	an_refuse_row_security(r->t->table, r->t->row_security);
	table_close(articles, NoLock);
	an_maintain_as_owner(r->t->owner, for_queue, &r->before);
}

static void
commit(Refresh *r)
{
	an_become_caller(&r->before);
	MemoryContextSwitchTo(r->outer);
	MemoryContextReset(r->batch);
	r->t = NULL;
	PopActiveSnapshot();
	SPI_commit();
}

static void
run(const char *sql, int count, Oid *types, Datum *values)
{
	int result =
		SPI_execute_with_args(sql, count, types, values, NULL, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
	SPI_freetuptable(SPI_tuptable);
}

/* ---- what is to be done ---- */

/* Rows taken with other language data, to be renewed. */
static const char *const stale_sql =
	"with r as materialized ("
	" select s.ctid as place from only {news_state} s"
	" where s.ctid >= $1 and s.ctid < $2 and s.status <> 'pending'"
	" and s.data_version is distinct from"
	" {ext}.arabic_news_data_version()"
	" for no key update of s skip locked)"
	" update {news_state} s set status = 'pending' from r"
	" where s.ctid = r.place";

/* What truncate, drop or detach of a partition has left. */
static const char *const orphan_sql =
	"with r as materialized ("
	" select s.ctid as place, {key:s} from only {news_state} s"
	" where s.ctid >= $1 and s.ctid < $2"
	" and not exists (select from {articles} a where {match:a:s})"
	" for update of s skip locked),"
	" m as (delete from {mentions} m using r where {same:m:r}),"
	" q as (delete from {quotes} q using r where {same:q:r})"
	" delete from {news_state} s using r where s.ctid = r.place";

/*
 * Articles without state, of one table or partition.  The lock leaves out
 * those that a writer is just making a row of state for.
 */
static const char *const missing_sql[] = {
	"insert into {news_state} ({key}, status)"
	" select {article_key:f}, 'pending' from ("
	" select {article_key:a} from only ",
	" a where a.ctid >= $1 and a.ctid < $2"
	" and not exists (select from {news_state} s where {match:a:s})"
	" for no key update of a skip locked) f"
	" on conflict do nothing"
};

static BlockNumber
count_blocks(Oid relation)
{
	Relation rel = table_open(relation, AccessShareLock);
	BlockNumber blocks = RelationGetNumberOfBlocks(rel);

	table_close(rel, AccessShareLock);
	return blocks;
}

/* Runs a statement over [block, block + RANGE_BLOCKS) of some table. */
static void
run_range(const char *sql, BlockNumber block)
{
	ItemPointerData from;
	ItemPointerData to;
	Oid types[2] = { TIDOID, TIDOID };
	Datum values[2];

	ItemPointerSet(&from, block, 0);
	ItemPointerSet(&to, block + RANGE_BLOCKS, 0);
	values[0] = PointerGetDatum(&from);
	values[1] = PointerGetDatum(&to);
	run(sql, 2, types, values);
}

static void
search_state(Refresh *r)
{
	BlockNumber blocks = 1;

	for (BlockNumber block = 0; block < blocks; block += RANGE_BLOCKS)
	{
		begin(r, true);
		if (block == 0)
		{
			an_depend_on_articles(r->t);
			blocks = count_blocks(r->t->companions[AN_STATE]);
		}
		run_range(an_track_sql(r->t, stale_sql), block);
		if (!r->t->foreign_keys)
			run_range(an_track_sql(r->t, orphan_sql), block);
		commit(r);
	}
}

static char *
missing_in(const AnTracked *t, Oid part)
{
	char *name = get_rel_name(part);

	if (name == NULL)
		return NULL;
	return psprintf("%s%s%s", an_track_sql(t, missing_sql[0]),
					quote_qualified_identifier(
						get_namespace_name(get_rel_namespace(part)), name),
					an_track_sql(t, missing_sql[1]));
}

/*
 * The tables that hold the articles: itself, or its partitions.  What inherits
 * from a table is not in it to a foreign key.
 */
static List *
article_tables(Refresh *r)
{
	List *parts;

	begin(r, true);
	if (r->t->foreign_keys && get_rel_relkind(r->articles) == RELKIND_RELATION)
		parts = list_make1_oid(r->articles);
	else
		parts = find_all_inheritors(r->articles, NoLock, NULL);
	MemoryContextSwitchTo(r->outer);
	parts = list_copy(parts);
	MemoryContextSwitchTo(r->batch);
	commit(r);
	return parts;
}

static void
search_articles(Refresh *r)
{
	ListCell *cell;

	foreach (cell, article_tables(r))
	{
		BlockNumber blocks = 1;

		for (BlockNumber block = 0; block < blocks; block += RANGE_BLOCKS)
		{
			char *sql;
			Oid part = lfirst_oid(cell);

			begin(r, true);
			sql = missing_in(r->t, part);
			if (sql == NULL || get_rel_relkind(part) != RELKIND_RELATION)
				blocks = 0;
			else if (block == 0)
				blocks = count_blocks(part);
			if (blocks > 0)
				run_range(sql, block);
			commit(r);
		}
	}
}

/* ---- batches ---- */

/*
 * Errors that are not the article's: they end the refresh.  An internal error
 * may well be one article's (its stored body is damaged): the others go on.
 */
static bool
is_ours(int sqlstate)
{
	if (sqlstate == ERRCODE_LOCK_NOT_AVAILABLE ||
		sqlstate == ERRCODE_INSUFFICIENT_PRIVILEGE)
		return true;
	switch (ERRCODE_TO_CATEGORY(sqlstate))
	{
		case ERRCODE_INSUFFICIENT_RESOURCES:
		case ERRCODE_OPERATOR_INTERVENTION:
		case ERRCODE_TRANSACTION_ROLLBACK:
		case ERRCODE_SYSTEM_ERROR:
			return true;
		default:
			return false;
	}
}

/* Writes in a subtransaction; gives the error, or NULL. */
static ErrorData *
try_write(Refresh *r, const AnArticleRow *articles, int count)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	ErrorData *volatile error = NULL;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		an_write_articles(r->t, articles, count, false);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	if (error != NULL && is_ours(error->sqlerrcode))
		ReThrowError(error);
	return error;
}

/* A batch at once; where that fails, row by row. */
static void
write_batch(Refresh *r, const AnArticleRow *articles, int count)
{
	if (try_write(r, articles, count) == NULL)
		return;
	for (int i = 0; i < count; i++)
	{
		ErrorData *error = try_write(r, &articles[i], 1);

		if (error != NULL)
			an_write_failure(r->t, &articles[i], error->sqlerrcode,
							 error->message);
	}
}

/* A text that is stored out of line stays so. */
static Datum
copy_column(TupleDesc desc, int column, Datum value)
{
	Form_pg_attribute a = TupleDescAttr(desc, column);

	return datumCopy(value, a->attbyval, a->attlen);
}

/*
 * Reads an article that is locked, with a snapshot later than the lock: whoever
 * has changed it and committed is seen, whoever changes it now waits.  (What
 * the locking query itself sees of a row locked for key share may be old.)
 */
static void
read_article(AnArticleRow *article, AnTracked *t, HeapTuple row,
			 TupleDesc desc)
{
	Datum key[INDEX_MAX_KEYS];
	bool isnull;
	NullableDatum *columns[2] = { &article->body, &article->published };

	for (int i = 0; i < t->nkeys; i++)
		key[i] = article->key[i] = SPI_getbinval(row, desc, i + 1, &isnull);
	SPI_execute_plan(an_track_plan(t, AN_PLAN_READ), key, NULL, false, 0);
	for (int i = 0; i < 2; i++)
	{
		columns[i]->isnull = true;
		if (SPI_processed == 0)
			continue;
		columns[i]->value =
			SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, i + 1,
						  &columns[i]->isnull);
		if (!columns[i]->isnull)
			columns[i]->value =
				copy_column(SPI_tuptable->tupdesc, i, columns[i]->value);
	}
	SPI_freetuptable(SPI_tuptable);
}

/* Gives the number of articles that were there for us. */
static uint64
do_batch(Refresh *r, int32 size)
{
	SPITupleTable *rows;
	AnArticleRow *articles;
	uint64 count;
	Datum limit = Int64GetDatum(size);

	begin(r, true);
	SPI_execute_plan(an_track_plan(r->t, AN_PLAN_LOCK), &limit, NULL, false,
					 0);
	rows = SPI_tuptable;
	count = SPI_processed;
	MemoryContextSwitchTo(r->batch);
	articles = palloc0(sizeof(AnArticleRow) * Max(count, 1));
	for (uint64 i = 0; i < count; i++)
		read_article(&articles[i], r->t, rows->vals[i], rows->tupdesc);
	if (count > 0)
		write_batch(r, articles, (int) count);
	SPI_freetuptable(rows);
	commit(r);
	return count;
}

/* ---- names ---- */

/*
 * All names are counted anew, in one statement and hence one snapshot; rows
 * that stay as they are are not written.
 */
static const char *const names_sql =
	"with spelled as ("
	" select entity_type, name_key, name,"
	" min(country_code) as country_code, count(*) as mentions,"
	" min(published_date) as first_seen, max(published_date) as last_seen"
	" from {mentions} where name_key is not null and name is not null"
	" and entity_type in ('person', 'organization', 'location',"
	" 'nationality', 'event', 'misc')"
	" group by entity_type, name_key, name),"
	" counted as ("
	" select entity_type, name_key,"
	" (array_agg(name order by mentions desc, name collate \"C\"))[1] as name,"
	" (array_agg(country_code order by mentions desc, name collate \"C\")"
	" filter (where country_code is not null))[1] as country_code,"
	" string_agg(name, '، ' order by mentions desc, name collate \"C\")"
	" as spellings,"
	" min(first_seen) as first_seen, max(last_seen) as last_seen,"
	" sum(mentions)::bigint as mentions from spelled group by 1, 2),"
	" held as ("
	" select m.entity_type, m.name_key, count(distinct ({key:m})) as articles"
	" from {mentions} m group by 1, 2),"
	" found as materialized ("
	" select c.*, h.articles from counted c join held h"
	" on h.entity_type = c.entity_type and h.name_key = c.name_key),"
	" gone as ("
	" delete from {names} n where not exists (select from found f"
	" where f.entity_type = n.entity_type and f.name_key = n.name_key))"
	" insert into {names} as n (entity_type, name_key, name, latin,"
	" country_code, spellings, first_seen, last_seen, mentions, articles)"
	" select entity_type, name_key, name,"
	" left({ext}.arabic_transliterate(name), 200), country_code,"
	" case when length(spellings) <= 1000 then spellings"
	" else left(spellings, 999) || '…' end,"
	" first_seen, last_seen, mentions, articles from found"
	" on conflict (entity_type, name_key) do update set"
	" name = excluded.name, latin = excluded.latin,"
	" country_code = excluded.country_code, spellings = excluded.spellings,"
	" first_seen = excluded.first_seen, last_seen = excluded.last_seen,"
	" mentions = excluded.mentions, articles = excluded.articles"
	" where row(n.name, n.latin, n.country_code, n.spellings, n.first_seen,"
	" n.last_seen, n.mentions, n.articles) is distinct from"
	" row(excluded.name, excluded.latin, excluded.country_code,"
	" excluded.spellings, excluded.first_seen, excluded.last_seen,"
	" excluded.mentions, excluded.articles)";

/*
 * Under a lock that is taken before the snapshot: of several sessions the last
 * counts what all have written.
 */
static void
count_names(Refresh *r)
{
	DirectFunctionCall2(pg_advisory_xact_lock_int4, Int32GetDatum(NAMES_LOCK),
						Int32GetDatum((int32) r->articles));
	begin(r, false);
	run(an_track_sql(r->t, names_sql), 0, NULL, NULL);
	commit(r);
}

/*
 * arabic_news_refresh(articles regclass, batch_size integer, names boolean)
 *
 * A procedure; ends when no article is left to read but those that other
 * sessions are at.
 */
Datum
arabic_news_refresh(PG_FUNCTION_ARGS)
{
	Refresh r = { 0 };
	int32 size;

	if (fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) ||
		castNode(CallContext, fcinfo->context)->atomic)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TRANSACTION_TERMINATION),
				 errmsg("arabic_news_refresh() cannot run inside a "
						"transaction block or a function"),
				 errhint("It commits each batch: call it by itself, with "
						 "autocommit on.")));
	PreventCommandDuringRecovery("arabic_news_refresh()");
	an_require_utf8();
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("arguments must not be null")));
	size = PG_GETARG_INT32(1);
	if (size < 1 || size > 10000)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("batch_size must be 1 to 10000")));
	r.articles = PG_GETARG_OID(0);
	r.function =
		an_trigger_function(get_func_namespace(fcinfo->flinfo->fn_oid));
	SPI_connect_ext(SPI_OPT_NONATOMIC);
	r.batch = AllocSetContextCreate(
		CurrentMemoryContext, "arabic_news_refresh", ALLOCSET_DEFAULT_SIZES);

	SPI_commit();
	search_state(&r);
	search_articles(&r);
	while (do_batch(&r, size) > 0)
		;
	if (PG_GETARG_BOOL(2))
		count_names(&r);
	SPI_finish();
	PG_RETURN_VOID();
}
