/*
 * values.h
 *	  What dates and numbers are made of; private to src/entity.
 *
 * Most words of an article are no part of a date or a number: the kinds of
 * their hits say so before anything is looked at.
 */
#ifndef AN_VALUES_H
#define AN_VALUES_H

#include "entity/reader.h"

/* A phrase of one kind at a word. */
typedef struct AnFact
{
	const AnRecord *record;
	uint32_t start; /* bytes, after proclitics */
	uint32_t end;
	uint32_t next; /* word behind it */
	bool clitic;   /* a proclitic other than ال is before it */
	bool definite; /* with ال */
} AnFact;

/* Whether a phrase of one of these kinds (AN_BIT) may begin at word i. */
static inline bool
an_may_be(const AnReader *r, uint32_t i, uint32_t kinds)
{
	return i < r->nwords &&
		   ((r->words[i].kinds | r->words[i].clitic_kinds) & kinds) != 0;
}

/* Whether word i is digits: a whole or decimal number, or a percentage. */
static inline bool
an_in_digits(const AnReader *r, uint32_t i)
{
	return i < r->nwords && (r->words[i].type == AN_TOKEN_INTEGER ||
							 r->words[i].type == AN_TOKEN_FLOAT ||
							 r->words[i].type == AN_TOKEN_PERCENT);
}

/* The longest phrase of this kind at word i, whole words before cut ones. */
extern bool an_fact(const AnReader *r, uint32_t i, AnKind kind, AnFact *out);

/* The same for TIME records of one kind. */
extern bool an_time_fact(const AnReader *r, uint32_t i, AnTimeKind kind,
						 AnFact *out);

/* Whether word i exists and is, without any proclitic, this folded word. */
extern bool an_word_is(const AnReader *r, uint32_t i, const char *key);

/*
 * Whether nothing but these marks stands before word i; blanks are always
 * allowed.  False at the end of the article.
 */
extern bool an_joined(const AnReader *r, uint32_t i, uint8_t marks);

/* Whether word i is ال or الـ before a number that follows without a blank. */
extern bool an_article_before(const AnReader *r, uint32_t i);

#endif /* AN_VALUES_H */
