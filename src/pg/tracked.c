/*
 * tracked.c
 *	  How a table of articles is tracked, read from its trigger and kept in the
 *	  backend until the relation cache says that something changed.
 */
#include "track.h"

#include "access/stratnum.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/partition.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "parser/parse_func.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

/* The trigger's arguments. */
enum
{
	ARGUMENT_MODE,
	ARGUMENT_TIME_ZONE,
	ARGUMENT_PARTS,
	ARGUMENT_BASE,
	ARGUMENTS
};

/* What is known of one relation; a partition leads to its root. */
typedef struct TrackedEntry
{
	Oid relation; /* hash key */
	Oid root;     /* 0: to be looked up anew */
	AnArticleColumns columns;
	AnTracked *tracked; /* of the root only */
} TrackedEntry;

static HTAB *entries = NULL;

char *
an_companion_name(const char *base, AnCompanion companion)
{
	return makeObjectName(base, NULL, an_companion_labels[companion]);
}

Oid
an_trigger_function(Oid schema)
{
	List *name = list_make2(makeString(get_namespace_name(schema)),
							makeString(pstrdup(AN_TRIGGER_FUNCTION)));

	return LookupFuncName(name, 0, NULL, false);
}

void
an_refuse_row_security(const char *table, bool row_security)
{
	if (!row_security)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("table \"%s\" has row-level security, so that arabic_news "
					"cannot track it",
					table),
			 errdetail("What readers may not see of the articles would stand "
					   "in the tables of mentions."),
			 errhint("Untrack the table with arabic_news_untrack(), or "
					 "disable its row-level security.")));
}

void
an_require_owner(Oid articles)
{
	char *name = get_rel_name(articles);

	if (name == NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("table with OID %u does not exist", articles)));
#if PG_VERSION_NUM >= 160000
	if (object_ownercheck(RelationRelationId, articles, GetUserId()))
		return;
#else
	if (pg_class_ownercheck(articles, GetUserId()))
		return;
#endif
	ereport(ERROR,
			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
			 errmsg("must be owner of table %s", name),
			 errhint("What is kept beside a table belongs to its owner, who "
					 "alone may track, refresh and untrack it.")));
}

/* ---- acting as the owner ---- */

static void
set_for_now(const char *name, const char *value)
{
	(void) set_config_option(name, value, PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
}

/*
 * As foreign keys' triggers do.  A queue wants few rows by their keys, however
 * little the statistics know of it yet.
 */
void
an_become_owner(Oid owner, bool for_queue, AnOwner *before)
{
	GetUserIdAndSecContext(&before->user, &before->context);
	SetUserIdAndSecContext(owner, before->context |
									  SECURITY_LOCAL_USERID_CHANGE |
									  SECURITY_NOFORCE_RLS);
	before->guc_level = NewGUCNestLevel();
	set_for_now("search_path", "pg_catalog, pg_temp");
	if (!for_queue)
		return;
	set_for_now("enable_seqscan", "off");
	set_for_now("enable_bitmapscan", "off");
	set_for_now("enable_hashjoin", "off");
	set_for_now("enable_mergejoin", "off");
	set_for_now("jit", "off");
}

/*
 * As vacuum and reindex do: triggers that the owner has put on the companions
 * must not be able to defer themselves to the commit, where they would run
 * with the rights of the caller.
 */
void
an_maintain_as_owner(Oid owner, bool for_queue, AnOwner *before)
{
	an_become_owner(owner, for_queue, before);
	if (before->user != owner)
		SetUserIdAndSecContext(
			owner, before->context | SECURITY_LOCAL_USERID_CHANGE |
					   SECURITY_RESTRICTED_OPERATION | SECURITY_NOFORCE_RLS);
}

/* What the owner's code has set in between does not stay. */
void
an_become_caller(const AnOwner *before)
{
	AtEOXact_GUC(false, before->guc_level);
	SetUserIdAndSecContext(before->user, before->context);
}

/* ---- the cache ---- */

static bool
uses(const AnTracked *t, Oid relation)
{
	if (!OidIsValid(relation) || relation == t->articles)
		return true;
	for (int i = 0; i < AN_COMPANION_TABLES; i++)
		if (relation == t->companions[i])
			return true;
	return false;
}

/* Marks only: what runs now may still use it. */
static void
invalidate(Datum arg, Oid relation)
{
	HASH_SEQ_STATUS all;
	TrackedEntry *entry;

	hash_seq_init(&all, entries);
	while ((entry = hash_seq_search(&all)) != NULL)
	{
		if (!OidIsValid(relation) || entry->relation == relation)
			entry->root = InvalidOid;
		if (entry->tracked != NULL && uses(entry->tracked, relation))
			entry->tracked->stale = true;
	}
}

/* The statements name the schema, whose tables know nothing of its renaming. */
static void
invalidate_schema(Datum arg, int cache, uint32 hash)
{
	invalidate((Datum) 0, InvalidOid);
}

static void
start_cache(void)
{
	HASHCTL control = { 0 };

	if (entries != NULL)
		return;
	control.keysize = sizeof(Oid);
	control.entrysize = sizeof(TrackedEntry);
	entries = hash_create("arabic_news tracked tables", 16, &control,
						  HASH_ELEM | HASH_BLOBS);
	CacheRegisterRelcacheCallback(invalidate, (Datum) 0);
	CacheRegisterSyscacheCallback(NAMESPACEOID, invalidate_schema, (Datum) 0);
}

static TrackedEntry *
find_entry(Oid relation)
{
	bool found;
	TrackedEntry *entry;

	start_cache();
	entry = hash_search(entries, &relation, HASH_ENTER, &found);
	if (!found)
	{
		entry->root = InvalidOid;
		entry->tracked = NULL;
	}
	return entry;
}

static void
free_tracked(AnTracked *t)
{
	for (int i = 0; i < AN_PLANS; i++)
		if (t->plans[i] != NULL)
			SPI_freeplan(t->plans[i]);
	MemoryContextDelete(t->context);
}

static void
release(void *t)
{
	((AnTracked *) t)->users--;
}

/* Kept as long as the caller's memory, whether it ends well or in an error. */
static void
hold(AnTracked *t)
{
	MemoryContextCallback *callback = palloc(sizeof(*callback));

	callback->func = release;
	callback->arg = t;
	MemoryContextRegisterResetCallback(CurrentMemoryContext, callback);
	t->users++;
}

/* ---- reading the trigger ---- */

static const Trigger *
find_trigger(Relation relation, Oid function)
{
	TriggerDesc *triggers = relation->trigdesc;

	for (int i = 0; triggers != NULL && i < triggers->numtriggers; i++)
		if (triggers->triggers[i].tgfoid == function &&
			triggers->triggers[i].tgnargs == ARGUMENTS)
			return &triggers->triggers[i];
	return NULL;
}

static void
broken(Relation relation)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("trigger \"%s\" of table \"%s\" is not as "
					"arabic_news_track() makes it",
					AN_TRIGGER_NAME, RelationGetRelationName(relation)),
			 errhint("Drop the trigger and call arabic_news_track() again.")));
}

static Oid
column_type(Relation relation, AttrNumber column)
{
	return TupleDescAttr(RelationGetDescr(relation), column - 1)->atttypid;
}

/*
 * Whoever owns a table may create the trigger by hand: a number is not to be
 * read as the address of a text.
 */
static void
check_types(Relation relation, const AnArticleColumns *columns)
{
	Oid body = getBaseType(column_type(relation, columns->body));
	Oid published =
		columns->published != 0
			? getBaseType(column_type(relation, columns->published))
			: DATEOID;

	if (body != TEXTOID && body != VARCHAROID && body != BPCHAROID)
		broken(relation);
	if (published != DATEOID && published != TIMESTAMPOID &&
		published != TIMESTAMPTZOID)
		broken(relation);
}

/* A partition may be another's, its trigger too; it has the root's types. */
static void
check_key(Relation relation, const AnArticleColumns *columns,
		  const AnTracked *t)
{
	for (int i = 0; i < t->nkeys; i++)
		if (columns->key[i] == 0 ||
			column_type(relation, columns->key[i]) != t->key_type[i])
			broken(relation);
}

/*
 * "key,title,body,published+key": what each column of the trigger's list is.
 * Gives the number of key columns.
 */
static int
read_parts(Relation relation, const Trigger *trigger,
		   AnArticleColumns *columns)
{
	const char *at = trigger->tgargs[ARGUMENT_PARTS];
	int column = 0;
	int nkeys = 0;

	memset(columns, 0, sizeof(*columns));
	while (*at != '\0')
	{
		size_t len = strcspn(at, ",+");

		if (column >= trigger->tgnattr || nkeys >= INDEX_MAX_KEYS)
			broken(relation);
		if (len == 3 && strncmp(at, "key", len) == 0)
			columns->key[nkeys++] = trigger->tgattr[column];
		else if (len == 4 && strncmp(at, "body", len) == 0)
			columns->body = trigger->tgattr[column];
		else if (len == 5 && strncmp(at, "title", len) == 0)
			columns->title = trigger->tgattr[column];
		else if (len == 9 && strncmp(at, "published", len) == 0)
			columns->published = trigger->tgattr[column];
		else
			broken(relation);
		at += len;
		column += *at != '+';
		at += *at != '\0';
	}
	if (nkeys == 0 || columns->body == 0)
		broken(relation);
	check_types(relation, columns);
	return nkeys;
}

static char *
column_name(Relation relation, AttrNumber attribute)
{
	if (attribute == 0)
		return NULL;
	return pstrdup(NameStr(
		TupleDescAttr(RelationGetDescr(relation), attribute - 1)->attname));
}

static void
set_article(AnTracked *t, Relation articles, const Trigger *trigger)
{
	t->articles = RelationGetRelid(articles);
	t->owner = articles->rd_rel->relowner;
	t->row_security = articles->rd_rel->relrowsecurity;
	t->schema = get_namespace_name(RelationGetNamespace(articles));
	t->table = pstrdup(RelationGetRelationName(articles));
	t->base = pstrdup(trigger->tgargs[ARGUMENT_BASE]);
	t->time_zone = pstrdup(trigger->tgargs[ARGUMENT_TIME_ZONE]);
	t->deferred = strcmp(trigger->tgargs[ARGUMENT_MODE], "deferred") == 0;
	t->foreign_keys = !TRIGGER_FOR_DELETE(trigger->tgtype);
	t->extension_schema =
		get_namespace_name(get_func_namespace(trigger->tgfoid));
	t->title = column_name(articles, t->columns.title);
	t->body = column_name(articles, t->columns.body);
	t->published = column_name(articles, t->columns.published);
	if (t->columns.published != 0)
		t->published_type = getBaseType(
			TupleDescAttr(RelationGetDescr(articles), t->columns.published - 1)
				->atttypid);
}

/* "operator(pg_catalog.=)": the equality of a type's default order. */
static char *
equality(Oid type)
{
	Oid class = GetDefaultOpClass(type, BTREE_AM_OID);
	Oid equal = InvalidOid;
	HeapTuple row;
	Form_pg_operator form;
	char *sql;

	if (OidIsValid(class))
		equal = get_opfamily_member(
			get_opclass_family(class), get_opclass_input_type(class),
			get_opclass_input_type(class), BTEqualStrategyNumber);
	row = SearchSysCache1(OPEROID, ObjectIdGetDatum(equal));
	if (!HeapTupleIsValid(row))
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("values of type %s have no order, so that they "
							   "cannot be keys",
							   format_type_be(type))));
	form = (Form_pg_operator) GETSTRUCT(row);
	sql = psprintf("operator(%s.%s)",
				   quote_identifier(get_namespace_name(form->oprnamespace)),
				   NameStr(form->oprname));
	ReleaseSysCache(row);
	return sql;
}

void
an_set_key(AnTracked *t, Relation articles)
{
	for (int i = 0; i < t->nkeys; i++)
	{
		Form_pg_attribute a =
			TupleDescAttr(RelationGetDescr(articles), t->columns.key[i] - 1);

		t->article_key[i] = pstrdup(NameStr(a->attname));
		t->key_type[i] = a->atttypid;
		t->key_typmod[i] = a->atttypmod;
		t->key_collation[i] = a->attcollation;
		t->key_equal[i] = equality(a->atttypid);
	}
}

/*
 * The companion tables, which must be the articles' owner's: else whoever may
 * create a table and a trigger could write to the tables of others.
 */
static void
set_companions(AnTracked *t, Oid schema)
{
	Relation state;

	for (int i = 0; i < AN_COMPANION_TABLES; i++)
	{
		char *name = an_companion_name(t->base, i);

		t->companions[i] = get_relname_relid(name, schema);
		if (!OidIsValid(t->companions[i]))
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_TABLE),
					 errmsg("table \"%s.%s\" of the tracked table \"%s\" does "
							"not exist",
							t->schema, name, t->table),
					 errhint("The tables that arabic_news_track() made keep "
							 "their names, and move with the articles to "
							 "another schema; arabic_news_untrack() ends the "
							 "tracking.")));
	}
	state = table_open(t->companions[AN_STATE], AccessShareLock);
	for (int i = 0; i < AN_COMPANION_TABLES; i++)
	{
		HeapTuple row =
			SearchSysCache1(RELOID, ObjectIdGetDatum(t->companions[i]));
		bool same = HeapTupleIsValid(row) &&
					((Form_pg_class) GETSTRUCT(row))->relowner == t->owner;

		if (HeapTupleIsValid(row))
			ReleaseSysCache(row);
		if (!same)
			ereport(ERROR,
					(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
					 errmsg("table \"%s\" does not belong to the owner of "
							"\"%s\"",
							an_companion_name(t->base, i), t->table),
					 errhint("Give the tables and views that "
							 "arabic_news_track() made to the owner of the "
							 "articles, too.")));
	}
	if (RelationGetNumberOfAttributes(state) <= t->nkeys)
		broken(state);
	for (int i = 0; i < t->nkeys; i++)
		t->key[i] = column_name(state, i + 1);
	table_close(state, AccessShareLock);
}

static AnTracked *
read_tracked(Relation articles, const Trigger *trigger)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "arabic_news tracked table",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	AnTracked *t = palloc0(sizeof(*t));

	t->context = context;
	t->nkeys = read_parts(articles, trigger, &t->columns);
	set_article(t, articles, trigger);
	an_set_key(t, articles);
	set_companions(t, RelationGetNamespace(articles));
	MemoryContextSwitchTo(old);

	/* it is whole: let it live on */
	MemoryContextSetParent(context, CacheMemoryContext);
	return t;
}

char *
an_tracked_base(Relation relation, Oid function)
{
	const Trigger *trigger = find_trigger(relation, function);

	return trigger != NULL ? pstrdup(trigger->tgargs[ARGUMENT_BASE]) : NULL;
}

/* The topmost of a partition's parents that has the trigger, or itself. */
static Oid
find_root(Relation relation, Oid function)
{
	Oid root = RelationGetRelid(relation);
	ListCell *cell;

	if (!relation->rd_rel->relispartition)
		return root;
	foreach (cell, get_partition_ancestors(root))
	{
		Relation parent = table_open(lfirst_oid(cell), AccessShareLock);

		if (find_trigger(parent, function) != NULL)
			root = lfirst_oid(cell);
		table_close(parent, NoLock);
	}
	return root;
}

/* The root's, read anew where something changed. */
static AnTracked *
root_tracked(Oid root, Oid function)
{
	TrackedEntry *entry = find_entry(root);
	AnTracked *t = entry->tracked;
	Relation articles;
	const Trigger *trigger;

	if (t != NULL && !t->stale)
		return t;
	articles = table_open(root, AccessShareLock);
	trigger = find_trigger(articles, function);
	if (trigger == NULL)
	{
		table_close(articles, NoLock);
		return NULL;
	}
	t = read_tracked(articles, trigger);

	/* tables may have been opened: the entry's place may be another's now */
	entry = find_entry(root);
	if (entry->tracked != NULL && entry->tracked->users == 0)
		free_tracked(entry->tracked);
	entry->tracked = t;
	table_close(articles, NoLock);
	return t;
}

AnTracked *
an_tracked(Relation relation, Oid function, AnArticleColumns *columns)
{
	Oid relid = RelationGetRelid(relation);
	TrackedEntry *entry = find_entry(relid);
	AnArticleColumns places;
	AnTracked *t;

	if (!OidIsValid(entry->root))
	{
		const Trigger *trigger = find_trigger(relation, function);
		Oid root;

		if (trigger == NULL)
			return NULL;
		(void) read_parts(relation, trigger, &places);
		root = find_root(relation, function);
		entry = find_entry(relid);
		entry->columns = places;
		entry->root = root;
	}
	places = entry->columns;
	t = root_tracked(entry->root, function);
	if (t == NULL)
		return NULL;
	hold(t);
	if (columns != NULL)
	{
		check_key(relation, &places, t);
		*columns = places;
	}
	return t;
}
