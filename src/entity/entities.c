/*
 * entities.c
 *	  The order in which the readers of facts run.
 */
#include "entity/reader.h"

const char *
an_entity_type_name(AnEntityType type)
{
	static const char names[AN_ENTITY_TYPES][16] = {
		"person", "organization", "location", "nationality", "date",
		"money",  "percent",      "quantity", "event",       "misc"
	};

	return names[type];
}

AnStatus
an_read_all(AnReader *r)
{
	AnStatus status = an_read_dates(r);

	if (status == AN_OK)
		status = an_read_numbers(r);
	if (status == AN_OK)
		status = an_read_places(r);
	if (status == AN_OK)
		status = an_read_events(r);
	if (status == AN_OK)
		status = an_read_organizations(r);
	if (status == AN_OK)
		status = an_read_persons(r);
	if (status == AN_OK)
		status = an_resolve(r);
	return status;
}

/* Reads all into a reader that the caller has, for more to be read of it. */
static AnStatus
read_entities(AnReader *r, AnEnv *env, const AnBlock *block, const char *body,
			  size_t len, const int32_t *published, AnEntities *out)
{
	AnStatus status;

	out->items = NULL;
	out->count = 0;
	status = an_reader_open(r, env, block, body, len, published);
	if (status == AN_OK)
		status = an_read_all(r);
	if (status == AN_OK)
		status = an_settle_money(r);
	if (status == AN_OK)
		status = an_link(r);
	if (status == AN_OK)
	{
		out->items = r->found;
		out->count = r->nfound;
	}
	return status;
}

AnStatus
an_entities(AnEnv *env, const AnBlock *block, const char *body, size_t len,
			const int32_t *published, AnEntities *out)
{
	AnReader reader;

	return read_entities(&reader, env, block, body, len, published, out);
}

AnStatus
an_facts(AnEnv *env, const AnBlock *block, const char *body, size_t len,
		 const int32_t *published, AnEntities *entities, AnQuotes *quotes)
{
	AnReader reader;
	AnStatus status =
		read_entities(&reader, env, block, body, len, published, entities);

	quotes->items = NULL;
	quotes->count = 0;
	if (status == AN_OK)
		status = an_read_quotes(&reader, quotes);
	return status;
}
