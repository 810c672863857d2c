/*
 * quote_roles.h
 *	  People by their roles; private to src/entity.
 */
#ifndef AN_QUOTE_ROLES_H
#define AN_QUOTE_ROLES_H

#include "entity/quotes.h"

/* Notes the roles of all people of the article. */
extern AnStatus an_roles(AnSpeakers *s);

/* Who bore a role nearest before; without a name where nobody did. */
extern AnSpeaker an_speaker_by_role(const AnSpeakers *s, const AnTitle *title);

#endif /* AN_QUOTE_ROLES_H */
