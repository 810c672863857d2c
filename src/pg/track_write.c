/*
 * track_write.c
 *	  Facts of articles into the tables beside them: one article from a
 *	  trigger, a batch of them from refresh, by the same statements.
 *
 * The rows are collected in tuplestores that the statements see as relations
 * (arabic_news_states, _mentions, _quotes), so that a batch is written by five
 * statements, however many mentions it has.
 *
 * The row of the state table is written first: it is what a trigger and
 * refresh, or two sessions, wait for on an article.  Who comes second then
 * replaces what the first has written.
 */
#include "track.h"

#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/queryenvironment.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

/* Days between the core's epoch, 1970-01-01, and PostgreSQL's. */
#define EPOCH_DAYS (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

/* A column of a relation of rows that are to be written, after the key's. */
typedef struct RowColumn
{
	const char *name;
	Oid type;
	int length; /* of a varchar, in characters */
} RowColumn;

enum
{
	STATE_STATUS,
	STATE_VERSION,
	STATE_EXTRACTED,
	STATE_SIMHASH,
	STATE_ERROR_CODE,
	STATE_ERROR_TEXT,
	STATE_COLUMNS
};

static const RowColumn state_columns[STATE_COLUMNS] = {
	[STATE_STATUS] = { "status", VARCHAROID, 7 },
	[STATE_VERSION] = { "data_version", INT4OID, 0 },
	[STATE_EXTRACTED] = { "extracted_at", TIMESTAMPTZOID, 0 },
	[STATE_SIMHASH] = { "simhash", INT8OID, 0 },
	[STATE_ERROR_CODE] = { "error_code", VARCHAROID, 5 },
	[STATE_ERROR_TEXT] = { "error_text", TEXTOID, 0 },
};

enum
{
	MENTION_ORDINAL,
	MENTION_SENTENCE,
	MENTION_START,
	MENTION_END,
	MENTION_TYPE,
	MENTION_MENTION,
	MENTION_NAME,
	MENTION_NAME_KEY,
	MENTION_COUNTRY,
	MENTION_DATE_FROM,
	MENTION_DATE_TO,
	MENTION_AMOUNT,
	MENTION_UNIT,
	MENTION_ROLE,
	MENTION_CONFIDENCE,
	MENTION_PUBLISHED,
	MENTION_DAY,
	MENTION_COLUMNS
};

static const RowColumn mention_columns[MENTION_COLUMNS] = {
	[MENTION_ORDINAL] = { "ordinal", INT4OID, 0 },
	[MENTION_SENTENCE] = { "sentence", INT4OID, 0 },
	[MENTION_START] = { "start_pos", INT4OID, 0 },
	[MENTION_END] = { "end_pos", INT4OID, 0 },
	[MENTION_TYPE] = { "entity_type", VARCHAROID, 20 },
	[MENTION_MENTION] = { "mention", VARCHAROID, 400 },
	[MENTION_NAME] = { "name", VARCHAROID, 200 },
	[MENTION_NAME_KEY] = { "name_key", VARCHAROID, 200 },
	[MENTION_COUNTRY] = { "country_code", VARCHAROID, 2 },
	[MENTION_DATE_FROM] = { "date_from", DATEOID, 0 },
	[MENTION_DATE_TO] = { "date_to", DATEOID, 0 },
	[MENTION_AMOUNT] = { "amount", NUMERICOID, 0 },
	[MENTION_UNIT] = { "unit", VARCHAROID, 40 },
	[MENTION_ROLE] = { "role", VARCHAROID, 200 },
	[MENTION_CONFIDENCE] = { "confidence", FLOAT4OID, 0 },
	[MENTION_PUBLISHED] = { "published", TIMESTAMPTZOID, 0 },
	[MENTION_DAY] = { "published_date", DATEOID, 0 },
};

enum
{
	QUOTE_ORDINAL,
	QUOTE_QUOTE,
	QUOTE_START,
	QUOTE_END,
	QUOTE_SPEAKER,
	QUOTE_CUE,
	QUOTE_PUBLISHED,
	QUOTE_DAY,
	QUOTE_COLUMNS
};

static const RowColumn quote_columns[QUOTE_COLUMNS] = {
	[QUOTE_ORDINAL] = { "ordinal", INT4OID, 0 },
	[QUOTE_QUOTE] = { "quote", TEXTOID, 0 },
	[QUOTE_START] = { "start_pos", INT4OID, 0 },
	[QUOTE_END] = { "end_pos", INT4OID, 0 },
	[QUOTE_SPEAKER] = { "speaker", VARCHAROID, 200 },
	[QUOTE_CUE] = { "cue", VARCHAROID, 40 },
	[QUOTE_PUBLISHED] = { "published", TIMESTAMPTZOID, 0 },
	[QUOTE_DAY] = { "published_date", DATEOID, 0 },
};

/* The three relations. */
typedef enum RowKind
{
	ROWS_STATES,
	ROWS_MENTIONS,
	ROWS_QUOTES,
	ROW_KINDS
} RowKind;

#define MAX_COLUMNS (INDEX_MAX_KEYS + MENTION_COLUMNS)

static const struct
{
	const char *name;
	const RowColumn *columns;
	int count;
} row_kinds[ROW_KINDS] = {
	{ "arabic_news_states", state_columns, STATE_COLUMNS },
	{ "arabic_news_mentions", mention_columns, MENTION_COLUMNS },
	{ "arabic_news_quotes", quote_columns, QUOTE_COLUMNS },
};

typedef struct Rows
{
	TupleDesc desc;
	Tuplestorestate *store;
	int64 count;
} Rows;

/* One row as it is filled. */
typedef struct Row
{
	const RowColumn *columns;
	int nkeys;
	Datum values[MAX_COLUMNS];
	bool nulls[MAX_COLUMNS];
} Row;

/* What is known of an article while its rows are made. */
typedef struct Dated
{
	const Datum *key;
	bool has_day;
	DateADT day;
	bool has_time;
	TimestampTz time;
} Dated;

typedef struct Writer
{
	AnTracked *t;
	Rows rows[ROW_KINDS];
	MemoryContext work; /* of one article */
} Writer;

/* ---- the statements ---- */

static const char *const plan_sql[AN_PLANS] = {
	[AN_PLAN_STATE] =
		"insert into {news_state} as s ({key}, status, data_version,"
		" extracted_at, simhash, error_code, error_text)"
		" select {key}, status, data_version, extracted_at, simhash, "
		"error_code,"
		" error_text from arabic_news_states"
		" on conflict ({key}) do update set status = excluded.status,"
		" data_version = excluded.data_version,"
		" extracted_at = excluded.extracted_at,"
		" simhash = excluded.simhash,"
		" error_code = excluded.error_code,"
		" error_text = excluded.error_text",
	[AN_PLAN_DELETE_MENTIONS] =
		"delete from {mentions} m using arabic_news_states s"
		" where {same:m:s}",
	[AN_PLAN_DELETE_QUOTES] = "delete from {quotes} q using arabic_news_states"
							  " s where {same:q:s}",
	[AN_PLAN_MENTIONS] =
		"insert into {mentions} ({key}, ordinal, sentence, start_pos, end_pos,"
		" entity_type, mention, name, name_key, country_code, date_from,"
		" date_to, amount, unit, role, confidence, published, published_date)"
		" select {key}, ordinal, sentence, start_pos, end_pos,"
		" entity_type, mention, name, name_key, country_code, date_from,"
		" date_to, amount, unit, role, confidence, published, published_date"
		" from arabic_news_mentions",
	[AN_PLAN_QUOTES] =
		"insert into {quotes} ({key}, ordinal, quote, start_pos, end_pos,"
		" speaker, cue, published, published_date)"
		" select {key}, ordinal, quote, start_pos, end_pos,"
		" speaker, cue, published, published_date from arabic_news_quotes",

	/* the key may be another article's by now: update ... set id = id + 1 */
	[AN_PLAN_GONE_STATE] =
		"delete from {news_state} s where {is:s} and not exists"
		" (select from {articles} a where {article_is:a})",
	[AN_PLAN_GONE_MENTIONS] =
		"delete from {mentions} m where {is:m} and not exists"
		" (select from {articles} a where {article_is:a})",
	[AN_PLAN_GONE_QUOTES] =
		"delete from {quotes} q where {is:q} and not exists"
		" (select from {articles} a where {article_is:a})",

	[AN_PLAN_READ] = "select {body:a}, {published:a} from {articles} a"
					 " where {article_is:a}",

	/* see refresh.c for why the articles are locked, too */
	[AN_PLAN_LOCK] = "select {article_key:a}, {body:a}, {published:a}"
					 " from {news_state} s join {articles} a on {match:a:s}"
					 " where s.status = 'pending' limit $1"
					 " for key share of a skip locked"
					 " for no key update of s skip locked",
};

SPIPlanPtr
an_track_plan(AnTracked *t, AnTrackPlan which)
{
	Oid types[INDEX_MAX_KEYS];
	int ntypes = 0;
	SPIPlanPtr plan;

	if (t->plans[which] != NULL)
		return t->plans[which];
	if (which == AN_PLAN_LOCK)
		types[ntypes++] = INT8OID;
	else if (which >= AN_PLAN_GONE_STATE)
		for (; ntypes < t->nkeys; ntypes++)
			types[ntypes] = t->key_type[ntypes];
	plan = SPI_prepare(an_track_sql(t, plan_sql[which]), ntypes, types);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s",
			 SPI_result_code_string(SPI_result));
	SPI_keepplan(plan);
	t->plans[which] = plan;
	return plan;
}

static void
execute(AnTracked *t, AnTrackPlan which, Datum *values)
{
	int result =
		SPI_execute_plan(an_track_plan(t, which), values, NULL, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute_plan failed: %s",
			 SPI_result_code_string(result));
}

/* ---- values ---- */

/* A varchar of at most max characters; what is longer ends in "…". */
static Datum
cut_text(const char *s, size_t len, int max)
{
	const char *end = s + len;
	const char *at = s;
	const char *before_last = s;
	uint32_t cp;
	int n = 0;
	char *cut;

	for (; at < end && n < max; n++)
	{
		before_last = at;
		at += an_utf8_decode(at, end, &cp);
	}
	if (at >= end)
		return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
	cut = psprintf("%.*s\xE2\x80\xA6", (int) (before_last - s), s);
	return CStringGetTextDatum(cut);
}

static void
put(Row *row, int column, Datum value)
{
	row->values[row->nkeys + column] = value;
	row->nulls[row->nkeys + column] = false;
}

/* Nothing is put for NULL and the empty string. */
static void
put_text(Row *row, int column, const char *s, size_t len)
{
	if (len == 0)
		return;
	if (row->columns[column].length > 0)
		put(row, column, cut_text(s, len, row->columns[column].length));
	else
		put(row, column,
			PointerGetDatum(cstring_to_text_with_len(s, (int) len)));
}

static void
put_string(Row *row, int column, const char *s)
{
	if (s != NULL)
		put_text(row, column, s, strlen(s));
}

static void
start_row(Row *row, const Writer *w, RowKind kind, const Datum *key)
{
	row->columns = row_kinds[kind].columns;
	row->nkeys = w->t->nkeys;
	for (int i = 0; i < row->nkeys + row_kinds[kind].count; i++)
	{
		row->values[i] = i < row->nkeys ? key[i] : (Datum) 0;
		row->nulls[i] = i >= row->nkeys;
	}
}

static void
end_row(Row *row, Writer *w, RowKind kind)
{
	Rows *rows = &w->rows[kind];

	tuplestore_putvalues(rows->store, rows->desc, row->values, row->nulls);
	rows->count++;
}

static void
put_published(Row *row, int time_column, int day_column, const Dated *article)
{
	if (article->has_time)
		put(row, time_column, TimestampTzGetDatum(article->time));
	if (article->has_day)
		put(row, day_column, DateADTGetDatum(article->day));
}

/* ---- when the article was published ---- */

/*
 * Infinity and years that a calendar of four digits does not have say
 * nothing; nothing here can overflow then.
 */
static bool
usable_day(DateADT day)
{
	return !DATE_NOT_FINITE(day) &&
		   day > date2j(1, 1, 1) - POSTGRES_EPOCH_JDATE &&
		   day < date2j(9999, 12, 31) - POSTGRES_EPOCH_JDATE;
}

static bool
usable_time(Timestamp time)
{
	return !TIMESTAMP_NOT_FINITE(time) &&
		   usable_day((DateADT) (time / USECS_PER_DAY));
}

static DateADT
day_of(Timestamp local)
{
	DateADT day = (DateADT) (local / USECS_PER_DAY);

	return local % USECS_PER_DAY < 0 ? day - 1 : day;
}

/* The time zone is the tracking's, not the session's: facts are the same. */
static void
set_published(Dated *out, const AnTracked *t, const NullableDatum *published)
{
	Datum zone = CStringGetTextDatum(t->time_zone);
	Timestamp local;

	if (published->isnull)
		return;
	if (t->published_type == TIMESTAMPTZOID)
	{
		out->time = DatumGetTimestampTz(published->value);
		if (!usable_time(out->time))
			return;
		local = DatumGetTimestamp(DirectFunctionCall2(
			timestamptz_zone, zone, TimestampTzGetDatum(out->time)));
		out->day = day_of(local);
	}
	else
	{
		if (t->published_type == DATEOID)
		{
			out->day = DatumGetDateADT(published->value);
			if (!usable_day(out->day))
				return;
			local = (Timestamp) out->day * USECS_PER_DAY;
		}
		else
		{
			local = DatumGetTimestamp(published->value);
			if (!usable_time(local))
				return;
			out->day = day_of(local);
		}
		out->time = DatumGetTimestampTz(DirectFunctionCall2(
			timestamp_zone, zone, TimestampGetDatum(local)));
	}
	out->has_day = out->has_time = true;
}

/* ---- an article's rows ---- */

static void
put_amount(Row *row, const char *amount)
{
	if (amount == NULL)
		return;
	put(row, MENTION_AMOUNT,
		DirectFunctionCall3(numeric_in, CStringGetDatum(amount),
							ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
}

static void
put_mention(Writer *w, const AnEntity *e, int32 ordinal, int32 sentence,
			AnPositions *at, const Dated *article)
{
	Row row;

	start_row(&row, w, ROWS_MENTIONS, article->key);
	put(&row, MENTION_ORDINAL, Int32GetDatum(ordinal));
	put(&row, MENTION_SENTENCE, Int32GetDatum(sentence));
	put(&row, MENTION_START, Int32GetDatum(an_position(at, e->start)));
	put(&row, MENTION_END, Int32GetDatum(an_position(at, e->end)));
	put_string(&row, MENTION_TYPE, an_entity_type_name(e->type));
	put_text(&row, MENTION_MENTION, at->text + e->start, e->end - e->start);
	put_string(&row, MENTION_NAME, e->name);
	put_string(&row, MENTION_NAME_KEY, e->name_key);
	put_string(&row, MENTION_COUNTRY, e->country_code);
	if (e->has_dates)
	{
		put(&row, MENTION_DATE_FROM,
			DateADTGetDatum(e->date_from - EPOCH_DAYS));
		put(&row, MENTION_DATE_TO, DateADTGetDatum(e->date_to - EPOCH_DAYS));
	}
	put_amount(&row, e->amount);
	put_string(&row, MENTION_UNIT, e->unit);
	if (e->role_end > e->role_start)
		put_text(&row, MENTION_ROLE, at->text + e->role_start,
				 e->role_end - e->role_start);
	put(&row, MENTION_CONFIDENCE, Float4GetDatum(e->confidence));
	put_published(&row, MENTION_PUBLISHED, MENTION_DAY, article);
	end_row(&row, w, ROWS_MENTIONS);
}

static void
put_mentions(Writer *w, const AnEntities *found, const char *body, size_t len,
			 const Dated *article)
{
	AnPositions at = { body, 0, 1 };
	AnSentences sentences;

	an_sentences_start(&sentences, an_store(), body, len);
	for (size_t i = 0; i < found->count; i++)
	{
		const AnEntity *e = &found->items[i];

		CHECK_FOR_INTERRUPTS();
		put_mention(w, e, (int32) i + 1,
					(int32) an_sentence(&sentences, e->start), &at, article);
	}
}

static void
put_quotes(Writer *w, const AnQuotes *found, const char *body,
		   const Dated *article)
{
	AnPositions at = { body, 0, 1 };

	for (size_t i = 0; i < found->count; i++)
	{
		const AnQuote *q = &found->items[i];
		Row row;

		CHECK_FOR_INTERRUPTS();
		start_row(&row, w, ROWS_QUOTES, article->key);
		put(&row, QUOTE_ORDINAL, Int32GetDatum((int32) i + 1));
		put_text(&row, QUOTE_QUOTE, body + q->start, q->end - q->start);
		put(&row, QUOTE_START, Int32GetDatum(an_position(&at, q->start)));
		put(&row, QUOTE_END, Int32GetDatum(an_position(&at, q->end)));
		put_string(&row, QUOTE_SPEAKER, q->speaker);
		put_string(&row, QUOTE_CUE, q->cue);
		put_published(&row, QUOTE_PUBLISHED, QUOTE_DAY, article);
		end_row(&row, w, ROWS_QUOTES);
	}
}

/* Begins an article's row of state, which says done. */
static void
start_state(Row *row, Writer *w, const Datum *key)
{
	start_row(row, w, ROWS_STATES, key);
	put_string(row, STATE_STATUS, "done");
	put(row, STATE_VERSION,
		DirectFunctionCall1(arabic_news_data_version, (Datum) 0));
	put(row, STATE_EXTRACTED, TimestampTzGetDatum(GetCurrentTimestamp()));
}

static void
put_pending(Writer *w, const Datum *key)
{
	Row row;

	start_row(&row, w, ROWS_STATES, key);
	put_string(&row, STATE_STATUS, "pending");
	end_row(&row, w, ROWS_STATES);
}

static void
put_failed(Writer *w, const Datum *key, int sqlstate, const char *message)
{
	Row row;

	start_state(&row, w, key);
	put_string(&row, STATE_STATUS, "failed");
	put_string(&row, STATE_ERROR_CODE, unpack_sql_state(sqlstate));
	put_string(&row, STATE_ERROR_TEXT, message);
	end_row(&row, w, ROWS_STATES);
}

/* Reads a body; state gets what is known of the whole. */
static AnStatus
read_body(Writer *w, Row *state, text *body, const Dated *article)
{
	const char *s = VARDATA_ANY(body);
	size_t len = VARSIZE_ANY_EXHDR(body);
	int32 published = article->has_day ? article->day + EPOCH_DAYS : 0;
	AnEntities entities;
	AnQuotes quotes;
	AnPgEnv env;
	AnStatus status;
	uint64_t bits;
	bool empty;

	an_pg_env(&env, w->work);
	status =
		an_facts(&env.env, an_store(), s, len,
				 article->has_day ? &published : NULL, &entities, &quotes);
	if (status == AN_OK)
		status = an_simhash(&env.env, an_store(), s, len, &bits, &empty);
	if (status != AN_OK)
		return status;
	if (!empty)
		put(state, STATE_SIMHASH, Int64GetDatum((int64) bits));
	put_mentions(w, &entities, s, len, article);
	put_quotes(w, &quotes, s, article);
	return AN_OK;
}

/* Reads one article; its content's problems are its state. */
static void
read_article(Writer *w, const AnArticleRow *article)
{
	Dated dated = { .key = article->key };
	AnStatus status = AN_OK;
	Row state;

	start_state(&state, w, article->key);
	set_published(&dated, w->t, &article->published);
	if (!article->body.isnull)
		status =
			read_body(w, &state, DatumGetTextPP(article->body.value), &dated);
	if (status == AN_CANCELLED)
		an_check_status(status);
	else if (status == AN_TOO_LARGE)
		put_failed(w, article->key, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
				   "the article is too large to be read");
	else
		end_row(&state, w, ROWS_STATES);
}

/* ---- writing ---- */

static void
start_rows(Writer *w, RowKind kind)
{
	const AnTracked *t = w->t;
	Rows *rows = &w->rows[kind];
	int count = row_kinds[kind].count;

	rows->desc = CreateTemplateTupleDesc(t->nkeys + count);
	for (int i = 0; i < t->nkeys; i++)
	{
		TupleDescInitEntry(rows->desc, (AttrNumber) (i + 1), t->key[i],
						   t->key_type[i], t->key_typmod[i], 0);
		TupleDescInitEntryCollation(rows->desc, (AttrNumber) (i + 1),
									t->key_collation[i]);
	}
	for (int i = 0; i < count; i++)
	{
		const RowColumn *c = &row_kinds[kind].columns[i];

		TupleDescInitEntry(rows->desc, (AttrNumber) (t->nkeys + i + 1),
						   c->name, c->type,
						   c->length > 0 ? c->length + VARHDRSZ : -1, 0);
	}
	rows->store = tuplestore_begin_heap(false, false, work_mem);
	rows->count = 0;
}

/* Lets the statements see the rows under their names. */
static void
show_rows(Writer *w, RowKind kind)
{
	EphemeralNamedRelation relation = palloc0(sizeof(*relation));

	relation->md.name = unconstify(char *, row_kinds[kind].name);
	relation->md.tupdesc = w->rows[kind].desc;
	relation->md.enrtype = ENR_NAMED_TUPLESTORE;
	relation->md.enrtuples = (double) w->rows[kind].count;
	relation->reldata = w->rows[kind].store;
	if (SPI_register_relation(relation) != SPI_OK_REL_REGISTER)
		elog(ERROR, "SPI_register_relation failed");
}

static void
start_writer(Writer *w, AnTracked *t)
{
	SPI_connect();
	w->t = t;
	for (int kind = 0; kind < ROW_KINDS; kind++)
		start_rows(w, kind);
	w->work = AllocSetContextCreate(
		CurrentMemoryContext, "arabic_news article", ALLOCSET_DEFAULT_SIZES);
}

static void
end_writer(Writer *w, bool facts)
{
	for (int kind = 0; kind < ROW_KINDS; kind++)
		show_rows(w, kind);
	execute(w->t, AN_PLAN_STATE, NULL);
	if (facts)
	{
		execute(w->t, AN_PLAN_DELETE_MENTIONS, NULL);
		execute(w->t, AN_PLAN_DELETE_QUOTES, NULL);
		if (w->rows[ROWS_MENTIONS].count > 0)
			execute(w->t, AN_PLAN_MENTIONS, NULL);
		if (w->rows[ROWS_QUOTES].count > 0)
			execute(w->t, AN_PLAN_QUOTES, NULL);
	}
	for (int kind = 0; kind < ROW_KINDS; kind++)
		tuplestore_end(w->rows[kind].store);
	SPI_finish();
}

void
an_write_articles(AnTracked *t, const AnArticleRow *articles, int count,
				  bool defer)
{
	Writer w;

	start_writer(&w, t);
	for (int i = 0; i < count; i++)
	{
		MemoryContext old = MemoryContextSwitchTo(w.work);

		if (defer)
			put_pending(&w, articles[i].key);
		else
			read_article(&w, &articles[i]);
		MemoryContextSwitchTo(old);
		MemoryContextReset(w.work);
	}
	end_writer(&w, !defer);
}

void
an_write_failure(AnTracked *t, const AnArticleRow *article, int sqlstate,
				 const char *message)
{
	Writer w;

	start_writer(&w, t);
	put_failed(&w, article->key, sqlstate, message);
	end_writer(&w, true);
}

void
an_write_gone(AnTracked *t, const Datum *key)
{
	Datum values[INDEX_MAX_KEYS];

	memcpy(values, key, sizeof(Datum) * t->nkeys);
	SPI_connect();
	execute(t, AN_PLAN_GONE_STATE, values);
	execute(t, AN_PLAN_GONE_MENTIONS, values);
	execute(t, AN_PLAN_GONE_QUOTES, values);
	SPI_finish();
}
