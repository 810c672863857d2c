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
an_entities(AnEnv *env, const AnBlock *block, const char *body, size_t len,
			const int32_t *published, AnEntities *out)
{
	AnReader reader;
	AnStatus status;

	out->items = NULL;
	out->count = 0;
	status = an_reader_open(&reader, env, block, body, len, published);
	if (status == AN_OK)
		status = an_read_dates(&reader);
	if (status == AN_OK)
		status = an_read_numbers(&reader);
	if (status == AN_OK)
		status = an_read_places(&reader);
	if (status == AN_OK)
		status = an_read_events(&reader);
	if (status == AN_OK)
		status = an_read_organizations(&reader);
	if (status == AN_OK)
		status = an_read_persons(&reader);
	if (status == AN_OK)
		status = an_resolve(&reader);
	if (status == AN_OK)
		status = an_link(&reader);
	if (status == AN_OK)
	{
		out->items = reader.found;
		out->count = reader.nfound;
	}
	return status;
}
