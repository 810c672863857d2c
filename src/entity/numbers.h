/*
 * numbers.h
 *	  Number expressions: 2.49, ٣٨, 2.49 مليار, خمسة ملايين, مليون و200 ألف.
 */
#ifndef AN_NUMBERS_H
#define AN_NUMBERS_H

#include "entity/values.h"

/* An exact decimal number: digits * 10^power. */
typedef struct AnDecimal
{
	uint64_t digits;
	int power;
} AnDecimal;

typedef struct AnNumber
{
	uint32_t start; /* bytes, after proclitics */
	uint32_t end;
	uint32_t next;  /* word behind it */
	bool in_digits; /* it has digits */
	bool scaled;    /* it has a scale word: thousand ... */
	AnDecimal value;
} AnNumber;

/* The number that begins at word i, as long as it goes. */
extern bool an_number(const AnReader *r, uint32_t i, AnNumber *out);

/* The value of the digits in [s, end); false if there are too many. */
extern bool an_decimal_read(const char *s, const char *end, AnDecimal *out);

/* Whether brackets are right around [start, end): (7.18) مليار. */
extern bool an_bracketed(const AnReader *r, uint32_t start, uint32_t end);

/* Whether a value is between two whole numbers. */
extern bool an_decimal_between(AnDecimal value, uint64_t min, uint64_t max);

/* Plain decimal text, as PostgreSQL's numeric reads it; in the arena. */
extern const char *an_decimal_text(AnEnv *env, AnDecimal value);

/* An ordinal in words at word i: التاسع, الحادي والعشرين; next: behind it. */
extern bool an_ordinal(const AnReader *r, uint32_t i, int *value,
					   AnFact *fact);

#endif /* AN_NUMBERS_H */
