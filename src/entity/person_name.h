/*-------------------------------------------------------------------------
 *
 * person_name.h
 *	  What a word may be in the name of a person; private to person_name.c
 *	  and name_part.c.
 *
 *-------------------------------------------------------------------------
 */
#ifndef AN_PERSON_NAME_H
#define AN_PERSON_NAME_H

#include "entity/names.h"

/* What one word, or one phrase, is in a name: bits. */
#define AN_PART_GIVEN 0x01
#define AN_PART_FAMILY 0x02
#define AN_PART_LINK 0x04 /* بن, آل, أبو, دي: a word must follow */
#define AN_PART_UNKNOWN 0x08
#define AN_PART_NISBA 0x10 /* unknown, with ال */
#define AN_PART_RARE 0x20  /* more often something else */
#define AN_PART_LATIN 0x40

/* Kinds of words that stop a name or make one doubtful. */
#define AN_KINDS_STOP                                              \
	(AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) | AN_BIT(WEEKDAY) | \
	 AN_BIT(NUMBER) | AN_BIT(UNIT))
#define AN_KINDS_OTHER                                                        \
	(AN_BIT(NATIONALITY) | AN_BIT(COUNTRY) | AN_BIT(PLACE) | AN_BIT(MONTH) |  \
	 AN_BIT(TITLE) | AN_BIT(ORG_HEAD) | AN_BIT(ORG_WORD) | AN_BIT(CURRENCY) | \
	 AN_BIT(EVENT) | AN_BIT(WORK) | AN_BIT(ORGANIZATION))

#define AN_KINDS_NAME                                             \
	(AN_BIT(GIVEN_NAME) | AN_BIT(FAMILY_NAME) | AN_BIT(SURNAME) | \
	 AN_BIT(PERSON))

/* What word i is in a name; how many words that takes, where it starts. */
extern int an_name_part(const AnReader *r, uint32_t i, bool first,
						uint32_t *nwords, uint32_t *start);

/* Whether the store has word i as a common word, not as a name. */
extern bool an_common_word(const AnReader *r, uint32_t i);

/* Whether word i exists and ends in ي, as surnames of place and tribe do. */
extern bool an_ends_in_ya(const AnReader *r, uint32_t i);

/* The kinds of word i as written: of its hits that have its ال, if any. */
extern uint32_t an_kinds_with_article(const AnReader *r, uint32_t i);

#endif /* AN_PERSON_NAME_H */
