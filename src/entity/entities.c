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

AnStatus
an_entities(AnEnv *env, const AnBlock *block, const char *body, size_t len,
			const int32_t *published, AnEntities *out)
{
	AnReader reader;
	AnStatus status;

	out->items = NULL;
	out->count = 0;
	status = an_reader_open(&reader, env, block, body, len, published);
	if (status == AN_OK)
		status = an_read_all(&reader);
	if (status == AN_OK)
		status = an_settle_money(&reader);
	if (status == AN_OK)
		status = an_link(&reader);
	if (status == AN_OK)
	{
		out->items = reader.found;
		out->count = reader.nfound;
	}
	return status;
}
