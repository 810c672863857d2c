/*
 * track.h
 *	  Article tables that are kept up to date: what the files of tracking
 *	  share.  Private to src/pg/track*.c and refresh.c.
 *
 * A tracked table has one trigger of arabic_news_trigger(); all that is known
 * of the tracking is read from it (tracked.c), so that it follows renames and
 * survives pg_dump: the columns are the trigger's own column list, in the
 * order in which its third argument names their parts.  Arguments: mode, time
 * zone, parts of the columns, the name that those of the companions are made
 * of.  No OID is stored.
 */
#ifndef AN_TRACK_H
#define AN_TRACK_H

#include "arabic_news.h"

#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/relcache.h"

#define AN_TRIGGER_NAME "arabic_news"
#define AN_TRIGGER_FUNCTION "arabic_news_trigger"

/*
 * A body of more bytes is left to refresh: reading it takes some 100 ms a
 * megabyte, which a writer does not expect of an insert.
 */
#define AN_IMMEDIATE_BYTES (1024 * 1024)

/* What stands beside a table of articles: tables first, then views. */
typedef enum AnCompanion
{
	AN_MENTIONS,
	AN_QUOTES,
	AN_NAMES,
	AN_STATE,
	AN_COMPANION_TABLES,
	AN_BY_DAY = AN_COMPANION_TABLES,
	AN_BY_WEEK,
	AN_PAIRS,
	AN_COUNTRIES,
	AN_SPEAKERS,
	AN_COPIES,
	AN_PROGRESS,
	AN_FAILURES,
	AN_COMPANIONS
} AnCompanion;

/* The last part of their names: "mentions" of articles_mentions. */
extern const char *const an_companion_labels[AN_COMPANIONS];

/* The columns of an article in one relation: those of a partition differ. */
typedef struct AnArticleColumns
{
	AttrNumber title; /* 0: none */
	AttrNumber body;
	AttrNumber published; /* 0: none */
	AttrNumber key[INDEX_MAX_KEYS];
} AnArticleColumns;

/* The statements that keep the companions, prepared once in a backend. */
typedef enum AnTrackPlan
{
	AN_PLAN_STATE,
	AN_PLAN_DELETE_MENTIONS,
	AN_PLAN_DELETE_QUOTES,
	AN_PLAN_MENTIONS,
	AN_PLAN_QUOTES,
	AN_PLAN_GONE_STATE,
	AN_PLAN_GONE_MENTIONS,
	AN_PLAN_GONE_QUOTES,
	AN_PLAN_READ,
	AN_PLAN_LOCK,
	AN_PLANS
} AnTrackPlan;

typedef struct AnTracked
{
	MemoryContext context; /* holds this and all below it */
	Oid articles;          /* of a partitioned table, the root */
	Oid owner;             /* of the articles and of the companions */
	char *schema;
	char *table;
	char *extension_schema;
	char *base; /* that the companions' names are made of */
	bool deferred;
	bool foreign_keys; /* delete is theirs */
	bool row_security;
	char *time_zone;

	AnArticleColumns columns;
	char *title; /* names of the columns, NULL: none */
	char *body;
	char *published;
	Oid published_type; /* date, timestamp or timestamptz, else 0 */

	int nkeys;
	char *article_key[INDEX_MAX_KEYS]; /* in the article table */
	char *key[INDEX_MAX_KEYS];         /* in the companions */
	char *key_equal[INDEX_MAX_KEYS];   /* operator(schema.=) */
	Oid key_type[INDEX_MAX_KEYS];
	int32 key_typmod[INDEX_MAX_KEYS];
	Oid key_collation[INDEX_MAX_KEYS];

	Oid companions[AN_COMPANION_TABLES];
	SPIPlanPtr plans[AN_PLANS];

	int users; /* running, also in outer calls: then not to be freed */
	bool stale;
} AnTracked;

/* ---- tracked.c ---- */

/*
 * How relation is tracked by triggers of the function, or NULL.  columns, if
 * not NULL, gets the places in this relation, which may be a partition.  What
 * is given stays until the memory context that is current is reset.
 * Raises an error if companions are missing or are another owner's.
 */
extern AnTracked *an_tracked(Relation relation, Oid trigger_function,
							 AnArticleColumns *columns);

/* OID of arabic_news_trigger() in a schema. */
extern Oid an_trigger_function(Oid schema);

/* The base of the companions' names, by the trigger alone, or NULL. */
extern char *an_tracked_base(Relation relation, Oid trigger_function);

/* Sets how the key's columns of an article table are named and compared. */
extern void an_set_key(AnTracked *t, Relation articles);

/* Raises 42501 unless the user owns the table, 42P01 if there is none. */
extern void an_require_owner(Oid articles);

/* Raises 0A000 where a table has row-level security. */
extern void an_refuse_row_security(const char *table, bool row_security);

/* Name of a companion, not quoted. */
extern char *an_companion_name(const char *base, AnCompanion companion);

/*
 * Act as the owner, with a search_path of nobody, and back; for_queue: with
 * the plans that suit a queue.
 */
typedef struct AnOwner
{
	Oid user;
	int context;
	int guc_level;
} AnOwner;

extern void an_become_owner(Oid owner, bool for_queue, AnOwner *before);

/*
 * The same for what another user, maybe a superuser, calls to maintain the
 * owner's tables: the owner's code cannot leave anything that runs later.
 */
extern void an_maintain_as_owner(Oid owner, bool for_queue, AnOwner *before);
extern void an_become_caller(const AnOwner *before);

/* ---- track.c ---- */

/* Lets drop table take the companions along; within SPI. */
extern void an_depend_on_articles(const AnTracked *t);

/* ---- track_sql.c ---- */

/* A statement from its template; what {...} may say stands there. */
extern char *an_track_sql(const AnTracked *t, const char *template);

/* The templates of the companions, their views and comments. */
extern const char *const an_companion_sql;
extern const char *const an_foreign_key_sql;
extern const char *const an_view_sql;
extern const char *const an_news_view_sql;

/* ---- track_write.c ---- */

typedef struct AnArticleRow
{
	Datum key[INDEX_MAX_KEYS];
	NullableDatum body; /* may be toasted */
	NullableDatum published;
} AnArticleRow;

/*
 * Writes articles' mentions and quotations in place of those that there are,
 * and marks them done or failed; with defer, marks them pending only.  To be
 * called as the owner.  An article's content raises no error.
 */
extern void an_write_articles(AnTracked *t, const AnArticleRow *articles,
							  int count, bool defer);

/* Marks one article failed, without facts. */
extern void an_write_failure(AnTracked *t, const AnArticleRow *article,
							 int sqlstate, const char *message);

/* Removes what companions hold of a key that no article has. */
extern void an_write_gone(AnTracked *t, const Datum *key);

/* A plan, prepared when first asked for; within SPI, as the owner. */
extern SPIPlanPtr an_track_plan(AnTracked *t, AnTrackPlan which);

#endif /* AN_TRACK_H */
