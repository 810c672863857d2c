/*-------------------------------------------------------------------------
 *
 * link.c
 *	  One name for all mentions of one thing in an article; keys; roles.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* Organizations of the article by name, to find the longer form of a name. */
typedef struct Slot
{
	uint32_t hash;
	const char *name;
	size_t len; /* of the beginning that this slot is for */
} Slot;

static Slot *
slot(Slot *table, uint32_t size, const char *s, size_t len)
{
	uint32_t hash = an_hash(s, len);
	uint32_t at = hash & (size - 1);

	while (table[at].name != NULL &&
		   (table[at].hash != hash || table[at].len != len ||
			memcmp(table[at].name, s, len) != 0))
		at = (at + 1) & (size - 1);
	table[at].hash = hash;
	return &table[at];
}

/* Whether the last word of a name is an adjective of nation. */
static bool
ends_in_nation(const AnReader *r, const char *name, size_t last)
{
	char key[AN_FOLD_MAX(64)];
	size_t len = strlen(name + last);
	size_t n;

	if (len > 64)
		return false;
	n = an_fold(name + last, len, key, sizeof(key));
	return n > AN_ARTICLE &&
		   an_store_sense(r->block, key + AN_ARTICLE, n - AN_ARTICLE,
						  AN_KIND_NATIONALITY) != NULL;
}

/*
 * وزارة الصحة is وزارة الصحة الأردنية where the article names that one too, and
 * no other.
 */
static AnStatus
link_organizations(AnReader *r)
{
	uint32_t size = 64;
	uint32_t n = 0;
	Slot *table;
	size_t k;

	for (k = 0; k < r->nfound; k++)
		n += r->found[k].type == AN_ORGANIZATION;
	if (n < 2)
		return AN_OK;
	while (size < n * 2)
		size *= 2;
	table = r->env->alloc(r->env, size * sizeof(Slot));
	memset(table, 0, size * sizeof(Slot));
	for (k = 0; k < r->nfound; k++)
	{
		const AnEntity *e = &r->found[k];
		const char *last;
		Slot *s;

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		if (e->type != AN_ORGANIZATION ||
			(last = strrchr(e->name, ' ')) == NULL ||
			!ends_in_nation(r, e->name, (size_t) (last + 1 - e->name)))
			continue;
		s = slot(table, size, e->name, (size_t) (last - e->name));
		if (s->name == NULL)
		{
			s->name = e->name;
			s->len = (size_t) (last - e->name);
		}
	}
	for (k = 0; k < r->nfound; k++)
	{
		AnEntity *e = &r->found[k];
		Slot *s;

		if (e->type != AN_ORGANIZATION || strchr(e->name, ' ') == NULL)
			continue;
		s = slot(table, size, e->name, strlen(e->name));
		if (s->name != NULL)
			e->name = s->name;
	}
	return AN_OK;
}

AnStatus
an_link(AnReader *r)
{
	AnStatus status = link_organizations(r);
	size_t k;

	if (status == AN_OK)
		status = an_read_roles(r);
	for (k = 0; status == AN_OK && k < r->nfound; k++)
	{
		AnEntity *e = &r->found[k];

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		switch (e->type)
		{
			case AN_PERSON:
			case AN_ORGANIZATION:
			case AN_LOCATION:
			case AN_NATIONALITY:
			case AN_EVENT:
			case AN_MISC:
				e->name_key = an_name_key(r, e->name);
				break;
			default:
				break;
		}
	}
	return status;
}
