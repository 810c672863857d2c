/*-------------------------------------------------------------------------
 *
 * roles.c
 *	  Roles behind names: سعاد بنجلون، مديرة المشروع، ...
 *
 * A role before a name is found with it (persons.c).
 *
 *-------------------------------------------------------------------------
 */
#include "entity/names.h"

/* Whether a title that ends before word i may end a role there. */
static bool
role_ends(const AnReader *r, uint32_t i)
{
	return i >= r->nwords ||
		   (r->words[i].gap & (AN_GAP_COMMA | AN_GAP_STOP | AN_GAP_LINE |
							   AN_GAP_BRACKET | AN_GAP_DASH)) != 0 ||
		   an_is(r, i,
				 AN_BIT(CUE) | AN_BIT(STOP) | AN_BIT(TIME) | AN_BIT(WEEKDAY));
}

static void
role_behind(const AnReader *r, AnEntity *e, uint32_t next)
{
	AnTitle title;
	AnName name;

	if (next >= r->nwords ||
		(r->words[next].gap & ~(AN_GAP_SPACE | AN_GAP_COMMA)) != 0 ||
		(r->words[next].gap & AN_GAP_COMMA) == 0)
		return;
	if (!an_title(r, next, &title) || title.start != r->words[next].start ||
		!role_ends(r, title.next) ||
		an_person_name(r, title.next, AN_BEFORE_TITLE, &name))
		return;
	e->role_start = title.start;
	e->role_end = r->words[title.next - 1].end;
}

AnStatus
an_read_roles(AnReader *r)
{
	uint32_t word = 0;
	size_t k;

	for (k = 0; k < r->nfound; k++)
	{
		AnEntity *e = &r->found[k];

		if ((k & 1023) == 1023 && r->env->poll(r->env))
			return AN_CANCELLED;
		while (word < r->nwords && r->words[word].start < e->end)
			word++;
		if (e->type == AN_PERSON && e->role_start == e->role_end)
			role_behind(r, e, word);
	}
	return AN_OK;
}
