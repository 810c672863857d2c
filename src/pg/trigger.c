/*
 * trigger.c
 *	  The row trigger that keeps an article table's companions up to date.
 *
 * It writes as their owner, as foreign keys' triggers do, so that whoever may
 * write articles need have no rights on them.  It changes nothing that belongs
 * to another article, hence two writers never wait for each other here.
 */
#include "track.h"

#include "access/detoast.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/datum.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(arabic_news_trigger);

static Datum
column_value(TupleTableSlot *slot, AttrNumber column, bool *isnull)
{
	*isnull = true;
	return column == 0 ? (Datum) 0 : slot_getattr(slot, column, isnull);
}

static void
read_row(AnArticleRow *article, TupleTableSlot *row, const AnTracked *t,
		 const AnArticleColumns *columns)
{
	for (int i = 0; i < t->nkeys; i++)
	{
		bool isnull;

		article->key[i] = column_value(row, columns->key[i], &isnull);
		if (isnull)
			ereport(ERROR, (errcode(ERRCODE_NOT_NULL_VIOLATION),
							errmsg("the key of a tracked article is null")));
	}
	article->body.value =
		column_value(row, columns->body, &article->body.isnull);
	article->published.value =
		column_value(row, columns->published, &article->published.isnull);
}

/* Whether both are the same value where it is stored out of line. */
static bool
same_place(Datum before, Datum after)
{
	struct varlena *a = (struct varlena *) DatumGetPointer(before);
	struct varlena *b = (struct varlena *) DatumGetPointer(after);

	return VARATT_IS_EXTERNAL_ONDISK(a) && VARATT_IS_EXTERNAL_ONDISK(b) &&
		   memcmp(a, b, VARSIZE_EXTERNAL(a)) == 0;
}

/* Whether an update left a column as it was, in every byte. */
static bool
unchanged(TupleTableSlot *old, TupleTableSlot *new, AttrNumber column)
{
	Form_pg_attribute a;
	bool old_null;
	bool new_null;
	Datum before = column_value(old, column, &old_null);
	Datum after = column_value(new, column, &new_null);

	if (old_null || new_null)
		return old_null == new_null;
	a = TupleDescAttr(old->tts_tupleDescriptor, column - 1);
	if (a->attlen == -1 && same_place(before, after))
		return true;
	return datum_image_eq(before, after, a->attbyval, a->attlen);
}

static bool
same_key(TupleTableSlot *old, TupleTableSlot *new, const AnTracked *t,
		 const AnArticleColumns *columns)
{
	for (int i = 0; i < t->nkeys; i++)
		if (!unchanged(old, new, columns->key[i]))
			return false;
	return true;
}

static void
write_row(AnTracked *t, const AnArticleRow *article)
{
	bool defer =
		t->deferred || (!article->body.isnull &&
						toast_raw_datum_size(article->body.value) - VARHDRSZ >
							AN_IMMEDIATE_BYTES);

	an_write_articles(t, article, 1, defer);
}

static void
handle(AnTracked *t, const AnArticleColumns *columns, TriggerData *event)
{
	TupleTableSlot *old = event->tg_trigslot;
	TupleTableSlot *new = event->tg_newslot;
	AnArticleRow article;

	if (TRIGGER_FIRED_BY_INSERT(event->tg_event))
	{
		read_row(&article, old, t, columns);
		write_row(t, &article);
		return;
	}
	if (TRIGGER_FIRED_BY_DELETE(event->tg_event))
	{
		read_row(&article, old, t, columns);
		an_write_gone(t, article.key);
		return;
	}
	if (!same_key(old, new, t, columns))
	{
		read_row(&article, old, t, columns);
		an_write_gone(t, article.key);
	}
	else if (unchanged(old, new, columns->body) &&
			 unchanged(old, new, columns->published))
		return;
	read_row(&article, new, t, columns);
	write_row(t, &article);
}

/*
 * arabic_news_trigger() returns trigger
 *
 * After insert, update of an article's columns, delete; for each row.  What
 * it is to do stands in its arguments (track.h).
 */
Datum
arabic_news_trigger(PG_FUNCTION_ARGS)
{
	TriggerData *event = (TriggerData *) fcinfo->context;
	AnArticleColumns columns;
	AnTracked *t;
	AnOwner before;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(event->tg_event) ||
		!TRIGGER_FIRED_FOR_ROW(event->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("arabic_news_trigger() is a trigger for each row, "
						"after insert, update or delete"),
				 errhint("arabic_news_track() makes it.")));
	an_require_utf8();
	t = an_tracked(event->tg_relation, event->tg_trigger->tgfoid, &columns);
	if (t == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("arabic_news_trigger() needs the arguments that "
						"arabic_news_track() gives it")));
	an_refuse_row_security(t->table, t->row_security);
	an_refuse_row_security(RelationGetRelationName(event->tg_relation),
						   event->tg_relation->rd_rel->relrowsecurity);
	an_become_owner(t->owner, true, &before);
	handle(t, &columns, event);
	an_become_caller(&before);
	return PointerGetDatum(NULL);
}
