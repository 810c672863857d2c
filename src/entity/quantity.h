/*
 * quantity.h
 *	  Whether a number counts something, and what.
 */
#ifndef AN_QUANTITY_H
#define AN_QUANTITY_H

#include "entity/numbers.h"

/*
 * Whether the number at word i is a quantity, not the number of a list, a
 * telephone, a time of day, a match's result or a name.  noun: whether what it
 * would count was found.  next: where to go on if it is none.
 */
extern bool an_is_quantity(const AnReader *r, uint32_t i, const AnNumber *n,
						   bool noun, uint32_t *next);

/* The lemma of what is counted, or NULL; in the arena or the block. */
extern const char *an_quantity_unit(AnReader *r, const AnNumber *n);

#endif /* AN_QUANTITY_H */
