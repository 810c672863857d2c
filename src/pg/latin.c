/*
 * latin.c
 *	  What readers of Latin script need: arabic_transliterate,
 *	  arabic_countries.
 */
#include "arabic_news.h"

#include "funcapi.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(arabic_transliterate);
PG_FUNCTION_INFO_V1(arabic_countries);

/*
 * arabic_transliterate(body text) returns text
 *
 * The text in Latin letters.  54000 for more than 1 GB.
 */
Datum
arabic_transliterate(PG_FUNCTION_ARGS)
{
	text *body = PG_GETARG_TEXT_PP(0);
	MemoryContext work;
	AnPgEnv env;
	AnText out;
	text *result;

	an_require_utf8();
	work = AllocSetContextCreate(CurrentMemoryContext, "arabic_transliterate",
								 ALLOCSET_DEFAULT_SIZES);
	an_pg_env(&env, work);
	an_check_status(an_transliterate(&env.env, an_store(), VARDATA_ANY(body),
									 VARSIZE_ANY_EXHDR(body), &out));
	result = cstring_to_text_with_len(out.str, out.len);
	MemoryContextDelete(work);
	PG_RETURN_TEXT_P(result);
}

static Datum
text_of(uint32 string)
{
	return PointerGetDatum(cstring_to_text(an_string(an_store(), string)));
}

/* Columns of the composite type arabic_country, in their order. */
enum
{
	COUNTRY_CODE,
	COUNTRY_ALPHA3,
	COUNTRY_NAME_AR,
	COUNTRY_NAME_EN,
	COUNTRY_LATITUDE,
	COUNTRY_LONGITUDE,
	COUNTRY_COLUMNS
};

/*
 * arabic_countries() returns setof arabic_country
 *
 * One row for each country of the data, by its code.
 */
Datum
arabic_countries(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	an_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < 26 * 26; i++)
	{
		char code[] = { AN_KEY_MAP, 'A' + i / 26, 'A' + i % 26 };
		const AnRecord *map =
			an_store_sense(an_store(), code, sizeof(code), AN_KIND_MAP);
		Datum values[COUNTRY_COLUMNS];
		bool nulls[COUNTRY_COLUMNS] = { 0 };

		if (map == NULL)
			continue;
		values[COUNTRY_CODE] =
			PointerGetDatum(cstring_to_text_with_len(code + 1, 2));
		values[COUNTRY_ALPHA3] = PointerGetDatum(cstring_to_text(map->code));
		values[COUNTRY_NAME_AR] = text_of(map->name);
		values[COUNTRY_NAME_EN] = text_of(map->extra);
		values[COUNTRY_LATITUDE] =
			Float8GetDatum(AN_MAP_LATITUDE(map) / 1000.0);
		values[COUNTRY_LONGITUDE] =
			Float8GetDatum(AN_MAP_LONGITUDE(map) / 1000.0);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values,
							 nulls);
	}
	PG_RETURN_NULL();
}
