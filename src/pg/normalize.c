/*
 * normalize.c
 *	  arabic_normalize(text, level)
 */
#include "arabic_news.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(arabic_normalize);

static AnLevel
level_of(const text *name)
{
	static const struct
	{
		const char *name;
		AnLevel level;
	} levels[] = {
		{ "unicode", AN_UNICODE },
		{ "orthography", AN_ORTHOGRAPHY },
		{ "search", AN_SEARCH },
	};
	char *given = text_to_cstring(name);

	for (int i = 0; i < lengthof(levels); i++)
		if (pg_strcasecmp(given, levels[i].name) == 0)
			return levels[i].level;
	ereport(
		ERROR,
		(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
		 errmsg("unknown normalization level \"%s\"", given),
		 errhint("Levels are \"unicode\", \"orthography\" and \"search\".")));
}

/*
 * arabic_normalize(body text, level text) returns text
 *
 * The text at one of the three levels of an_normalize(); the same value when
 * nothing changes.  22023 for an unknown level, 54000 for more than 1 GB.
 */
Datum
arabic_normalize(PG_FUNCTION_ARGS)
{
	text *body = PG_GETARG_TEXT_PP(0);
	AnLevel level = level_of(PG_GETARG_TEXT_PP(1));
	MemoryContext work;
	AnPgEnv env;
	AnNormalized out;
	text *result;

	an_require_utf8();
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_normalize",
								 ALLOCSET_DEFAULT_SIZES);
	an_pg_env(&env, work);
	an_check_status(an_normalize(&env.env, VARDATA_ANY(body),
								 VARSIZE_ANY_EXHDR(body), level, false, &out));
	result = out.changed ? cstring_to_text_with_len(out.str, out.len) : body;
	MemoryContextDelete(work);
	PG_RETURN_TEXT_P(result);
}
