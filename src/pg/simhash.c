/*
 * simhash.c
 *	  Fingerprints of articles: arabic_simhash, arabic_simhash_distance.
 */
#include "arabic_news.h"

#include "port/pg_bitutils.h"

PG_FUNCTION_INFO_V1(arabic_simhash);
PG_FUNCTION_INFO_V1(arabic_simhash_distance);

/*
 * arabic_simhash(body text) returns bigint
 *
 * The 64 bits of an_simhash(); NULL for a text without a lexeme, since all of
 * these would be copies of one another.
 */
Datum
arabic_simhash(PG_FUNCTION_ARGS)
{
	text *body = PG_GETARG_TEXT_PP(0);
	MemoryContext work;
	AnPgEnv env;
	uint64_t bits;
	bool empty;

	an_require_utf8();
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_simhash",
								 ALLOCSET_DEFAULT_SIZES);
	an_pg_env(&env, work);
	an_check_status(an_simhash(&env.env, an_store(), VARDATA_ANY(body),
							   VARSIZE_ANY_EXHDR(body), &bits, &empty));
	MemoryContextDelete(work);
	if (empty)
		PG_RETURN_NULL();
	PG_RETURN_INT64((int64) bits);
}

/*
 * arabic_simhash_distance(bigint, bigint) returns integer
 *
 * In how many of 64 bits two fingerprints differ.
 */
Datum
arabic_simhash_distance(PG_FUNCTION_ARGS)
{
	uint64 a = (uint64) PG_GETARG_INT64(0);
	uint64 b = (uint64) PG_GETARG_INT64(1);

	PG_RETURN_INT32(pg_popcount64(a ^ b));
}
