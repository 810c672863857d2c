/*
 * frequent_forms.h
 *	  The table of frequent words (frequent_forms.c).
 */
#ifndef AN_BUILD_FREQUENT_FORMS_H
#define AN_BUILD_FREQUENT_FORMS_H

#include "store/store.h"

/*
 * The sets (AnFormEntry[AN_FORM_WAYS]) for a block that has none yet, to be
 * freed with free(); NULL and 0 without a lexicon.
 */
extern void *an_frequent_forms(const AnBlock *block, uint32_t *nsets);

#endif /* AN_BUILD_FREQUENT_FORMS_H */
