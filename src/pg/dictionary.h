/*
 * dictionary.h
 *	  The options of a text search dictionary; private to src/pg.
 */
#ifndef AN_DICTIONARY_H
#define AN_DICTIONARY_H

#include "arabic_news.h"

#include "nodes/pg_list.h"

/*
 * Reads the options of a dictionary (a List of DefElem) into custom, whose
 * lists go to the current memory context.  Raises 22023 for what is wrong in
 * an option, F0000 with file and line for what is wrong in a file of it.
 */
extern void an_dictionary_options(List *options, AnCustom *custom);

#endif /* AN_DICTIONARY_H */
