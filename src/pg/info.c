/*
 * info.c
 *	  The library itself: its magic, its surroundings, its versions.
 */
#include "arabic_news.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "arabic_news", .version = AN_VERSION);
#else
PG_MODULE_MAGIC;
#endif

PG_FUNCTION_INFO_V1(arabic_news_data_version);
PG_FUNCTION_INFO_V1(arabic_news_verify);

static void *
pg_alloc(AnEnv *env, size_t size)
{
	return MemoryContextAllocHuge(((AnPgEnv *) env)->context, size);
}

static bool
pg_poll(AnEnv *env)
{
	/* may not return: the core owns nothing outside its arena */
	CHECK_FOR_INTERRUPTS();
	return false;
}

void
an_pg_env(AnPgEnv *env, MemoryContext context)
{
	env->env.alloc = pg_alloc;
	env->env.poll = pg_poll;
	env->context = context;
}

void
an_require_utf8(void)
{
	if (likely(GetDatabaseEncoding() == PG_UTF8))
		return;
	ereport(
		ERROR,
		(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
		 errmsg("arabic_news works in databases with encoding UTF8 only, not "
				"\"%s\"",
				GetDatabaseEncodingName()),
		 errhint(
			 "Create the database with ENCODING 'UTF8' TEMPLATE template0.")));
}

void
an_too_large(void)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
		 errmsg(
			 "the result would exceed the maximum size of a value (1 GB)")));
}

void
an_check_status(AnStatus status)
{
	switch (status)
	{
		case AN_OK:
			return;
		case AN_CANCELLED:
			CHECK_FOR_INTERRUPTS();

			/* interrupts are held off, yet the work is undone: so say */
			ereport(ERROR,
					(errcode(ERRCODE_QUERY_CANCELED),
					 errmsg("canceling statement due to user request")));
			break;
		case AN_TOO_LARGE:
			an_too_large();
			break;
	}
}

int32
an_position(AnPositions *at, size_t byte)
{
	Assert(byte >= at->byte);
	at->position +=
		(int32) an_utf8_length(at->text + at->byte, byte - at->byte);
	at->byte = byte;
	return at->position;
}

/*
 * arabic_news_data_version() returns integer
 *
 * Changes with the language data and with the rules: lexemes and facts taken with another
 * version may differ.
 */
Datum
arabic_news_data_version(PG_FUNCTION_ARGS)
{
	uint32 version = an_store_data_version(an_store());

	version = (version ^ AN_RULES_VERSION) * 0x9E3779B1u;
	PG_RETURN_INT32((int32) (version & 0x7fffffff));
}

/*
 * arabic_news_verify() returns boolean
 *
 * Reads the whole language data and checks it against its checksum.
 */
Datum
arabic_news_verify(PG_FUNCTION_ARGS)
{
	const AnBlock *block = an_store();

	PG_RETURN_BOOL(an_store_verify(block, an_store_linked_size()));
}

void
an_set_string(Datum *values, bool *nulls, int column, const char *s)
{
	nulls[column] = s == NULL || s[0] == '\0';
	if (!nulls[column])
		values[column] = CStringGetTextDatum(s);
}
