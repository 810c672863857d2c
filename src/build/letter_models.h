/*
 * letter_models.h
 *	  Learns the models of store/lexicon.h: add all stems and names, then
 *	  finish.
 */
#ifndef AN_BUILD_LETTER_MODELS_H
#define AN_BUILD_LETTER_MODELS_H

#include "build/block.h"

typedef struct AnLetterCounts AnLetterCounts;

/* To be freed with free(). */
extern AnLetterCounts *an_letters_new(void);

/* One stem or name, folded. */
extern void an_letters_add(AnLetterCounts *counts, AnModel model,
						   const char *folded, size_t len);

/* The section of the block, which lives in counts. */
extern AnBlockSection an_letters_finish(AnLetterCounts *counts);

#endif /* AN_BUILD_LETTER_MODELS_H */
