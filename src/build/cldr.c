/*-------------------------------------------------------------------------
 *
 * cldr.c
 *	  What ICU adds to the files of data/: names of countries, months,
 *	  weekdays and currencies in all Arabic locales of CLDR, and the first
 *	  days of the Hijri months (Umm al-Qura).
 *
 * Names that hold marks other than those of words (brackets, for one) are
 * left out: they are how CLDR tells things apart, not how news writes.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "build/compile.h"
#include "store/layout.h"
#include "text/text.h"

#define NAME_MAX_UNITS 128

bool
an_cldr_country(const char *code)
{
	const char *const *known;

	for (known = uloc_getISOCountries(); *known != NULL; known++)
	{
		if (strcmp(*known, code) == 0)
			return true;
	}
	return strcmp(code, "XK") == 0; /* Kosovo: in use, not in the standard */
}

bool
an_cldr_currency(const char *code)
{
	UChar units[4];
	UErrorCode status = U_ZERO_ERROR;

	if (strlen(code) != 3)
		return false;
	u_charsToUChars(code, units, 4);
	return ucurr_isAvailable(units, U_DATE_MIN, U_DATE_MAX, &status) &&
		   U_SUCCESS(status);
}

bool
an_cldr_english(const char *code, char *name, size_t len)
{
	char region[16];
	UChar units[NAME_MAX_UNITS];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n;

	snprintf(region, sizeof(region), "und_%s", code);
	n = uloc_getDisplayCountry(region, "en", units, NAME_MAX_UNITS, &status);
	u_strToUTF8(name, (int32_t) len, NULL, units, n, &status);
	return U_SUCCESS(status) && n > 0;
}

const char *
an_cldr_alpha3(const char *code)
{
	char region[16];

	snprintf(region, sizeof(region), "und_%s", code);
	return uloc_getISO3Country(region);
}

/* Adds a name of ICU as a made phrase, if it is Arabic words alone. */
static void
make_name(AnCompiler *c, const AnRecord *record, const UChar *name,
		  int32_t len, int spell)
{
	char utf8[NAME_MAX_UNITS * 3 + 1];
	int32_t utf8_len;
	UErrorCode status = U_ZERO_ERROR;
	const char *s;
	const char *end;

	u_strToUTF8(utf8, sizeof(utf8), &utf8_len, name, len, &status);
	if (U_FAILURE(status) || utf8_len == 0 ||
		utf8_len >= (int32_t) sizeof(utf8))
		return;
	end = utf8 + utf8_len;
	for (s = utf8; s < end;)
	{
		uint32_t cp;
		AnClass class;

		s += an_utf8_decode(s, end, &cp);
		class = an_class(cp);
		if (class != AN_CLASS_ARABIC && class != AN_CLASS_MARK && cp != ' ')
			return;
	}
	an_make(c, record, utf8, (size_t) utf8_len, "", spell);
}

static void
add_countries(AnCompiler *c, const char *locale)
{
	int i;

	for (i = 0; i < 26 * 26; i++)
	{
		char region[] = {
			'u', 'n', 'd', '_', (char) ('A' + i / 26), (char) ('A' + i % 26),
			'\0'
		};
		UChar name[NAME_MAX_UNITS];
		UErrorCode status = U_ZERO_ERROR;
		AnRecord record;
		int32_t len;

		if (c->country[i] == 0)
			continue;
		record = *an_block_get(c->block, c->country[i] - 1);
		len = uloc_getDisplayCountry(region, locale, name, NAME_MAX_UNITS,
									 &status);
		if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING)
			make_name(c, &record, name, len, AN_SPELL_PLAIN);
	}
}

/* The names of n records as a date format's symbols give them. */
static void
add_symbols(AnCompiler *c, const UDateFormat *format,
			UDateFormatSymbolType type, int32_t first, const uint32_t *records,
			int n)
{
	int i;

	for (i = 0; i < n; i++)
	{
		UChar name[NAME_MAX_UNITS];
		UErrorCode status = U_ZERO_ERROR;
		AnRecord record;
		int32_t len;

		if (records[i] == 0)
			continue;
		record = *an_block_get(c->block, records[i] - 1);
		len = udat_getSymbols(format, type, first + i, name, NAME_MAX_UNITS,
							  &status);
		if (U_SUCCESS(status))
			make_name(c, &record, name, len, AN_SPELL_PLAIN);
	}
}

static void
add_months(AnCompiler *c, const char *locale, const char *calendar,
		   const uint32_t *months)
{
	char id[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format;

	snprintf(id, sizeof(id), "%s@calendar=%s", locale, calendar);
	format = udat_open(UDAT_LONG, UDAT_LONG, id, NULL, 0, NULL, 0, &status);
	if (U_FAILURE(status))
		return;
	add_symbols(c, format, UDAT_MONTHS, 0, months, 12);
	add_symbols(c, format, UDAT_STANDALONE_MONTHS, 0, months, 12);

	/* ICU's first weekday is Sunday, which is 1; ours is Monday */
	add_symbols(c, format, UDAT_WEEKDAYS, 2, c->weekday, 6);
	add_symbols(c, format, UDAT_WEEKDAYS, 1, c->weekday + 6, 1);
	udat_close(format);
}

/* All Arabic names of one currency: one, and each of the plural's forms. */
static void
add_currency(AnCompiler *c, const char *code)
{
	static const char *const plurals[] = { "zero", "one",  "two",
										   "few",  "many", "other" };
	UChar units[4];
	UErrorCode status = U_ZERO_ERROR;
	int32_t len;
	const UChar *name;
	char utf8[NAME_MAX_UNITS * 3 + 1] = "";
	AnRecord record;
	uint32_t known;
	size_t i;

	if (strlen(code) != 3)
		return;
	u_charsToUChars(code, units, 4);
	name = ucurr_getName(units, "ar", UCURR_LONG_NAME, NULL, &len, &status);
	u_strToUTF8(utf8, sizeof(utf8), NULL, name, len, &status);
	if (U_FAILURE(status) || strcmp(utf8, code) == 0)
		return; /* ICU has no name for it */
	known = c->currency[an_code_number(code)];
	if (known != 0)
		record = *an_block_get(c->block, known - 1);
	else
	{
		record = an_named(c, AN_KIND_CURRENCY, utf8);
		memcpy(record.code, code, 3);
	}
	make_name(c, &record, name, len, AN_SPELL_DEFINITE);
	for (i = 0; i < sizeof(plurals) / sizeof(plurals[0]); i++)
	{
		status = U_ZERO_ERROR;
		name =
			ucurr_getPluralName(units, "ar", NULL, plurals[i], &len, &status);
		if (U_SUCCESS(status))
			make_name(c, &record, name, len, AN_SPELL_DEFINITE);
	}
}

static void
add_currencies(AnCompiler *c)
{
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *codes =
		ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
	const char *code;

	while (U_SUCCESS(status) &&
		   (code = uenum_next(codes, NULL, &status)) != NULL)
		add_currency(c, code);
	uenum_close(codes);
}

/* First day of each Hijri month, as days since 1970-01-01. */
static void
add_hijri(AnCompiler *c)
{
	static int32_t days[AN_HIJRI_MONTHS];
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar =
		ucal_open(u"Etc/UTC", -1, "ar_SA@calendar=islamic-umalqura",
				  UCAL_DEFAULT, &status);
	int i;

	for (i = 0; i < AN_HIJRI_MONTHS && U_SUCCESS(status); i++)
	{
		UDate start;

		ucal_clear(calendar);
		ucal_setDateTime(calendar, AN_HIJRI_FIRST + i / 12, i % 12, 1, 0, 0, 0,
						 &status);
		start = ucal_getMillis(calendar, &status);
		days[i] = (int32_t) (start / U_MILLIS_PER_DAY);
	}
	if (U_FAILURE(status))
		an_report(&c->report, "ICU", 0, "islamic-umalqura: %s",
				  u_errorName(status));
	else
		an_block_hijri(c->block, days);
	ucal_close(calendar);
}

void
an_cldr_add(AnCompiler *c)
{
	int32_t n = uloc_countAvailable();
	int32_t i;

	for (i = 0; i < n; i++)
	{
		const char *locale = uloc_getAvailable(i);

		if (strcmp(locale, "ar") != 0 && strncmp(locale, "ar_", 3) != 0)
			continue;
		add_countries(c, locale);
		add_months(c, locale, "gregorian", c->month[0]);
		add_months(c, locale, "islamic", c->month[1]);
	}
	add_currencies(c);
	an_add_made(c);
	add_hijri(c);
}
