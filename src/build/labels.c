/*-------------------------------------------------------------------------
 *
 * labels.c
 *	  What labels and maps need: names in Latin letters, where countries lie.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "build/compile.h"
#include "text/text.h"

static bool
latin_ok(const char *s)
{
	return *s != '\0' &&
		   strspn(s, "abcdefghijklmnopqrstuvwxyz"
					 "ABCDEFGHIJKLMNOPQRSTUVWXYZ -'.+") == strlen(s);
}

void
an_read_latin(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_LATIN, cell[0]);

	if (!latin_ok(cell[2]))
		an_fail(c, "\"%s\" is no name in ASCII letters", cell[2]);
	record.extra = an_block_string(c->block, cell[2], strlen(cell[2]));
	an_write(c, &record, cell[0], AN_SPELL_LATIN);
	an_write(c, &record, cell[1], AN_SPELL_LATIN);
}

/* ---- Countries ---- */

/*
 * A name of CLDR without diacritics, and without what CLDR puts in brackets:
 * "Myanmar (Burma)", "Côte d’Ivoire", "Bosnia & Herzegovina".
 */
static bool
plain_name(const char *name, char *out, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
	UChar units[256];
	UChar apart[256];
	int32_t n;
	int32_t i;
	size_t used = 0;

	u_strFromUTF8(units, 256, &n, name, -1, &status);
	n = unorm2_normalize(nfd, units, n, apart, 256, &status);
	if (U_FAILURE(status))
		return false;
	for (i = 0; i < n && apart[i] != '('; i++)
	{
		UChar u = apart[i];

		if (used + 4 > len)
			return false;
		if (u >= 0x0300 && u <= 0x036F)
			continue;
		if (u == '&')
		{
			memcpy(out + used, "and", 3);
			used += 3;
		}
		else
			out[used++] = u == 0x2019 ? '\'' : u < 0x80 ? (char) u : '?';
	}
	while (used > 0 && out[used - 1] == ' ')
		used--;
	out[used] = '\0';
	return latin_ok(out);
}

void
an_make_country_latin(AnCompiler *c, const char *code, const char *cell)
{
	char english[256];
	char plain[256];
	AnValues values = an_values(cell);

	if (!an_cldr_english(code, english, sizeof(english)) ||
		!plain_name(english, plain, sizeof(plain)))
		return;
	while (an_values_next(&values))
	{
		AnRecord record;

		memset(&record, 0, sizeof(record));
		record.kind = AN_KIND_LATIN;
		record.name = an_block_string(c->block, values.value, values.len);
		record.extra = an_block_string(c->block, plain, strlen(plain));
		an_make(c, &record, values.value, values.len, "", AN_SPELL_LATIN);
	}
}

static int64_t
degrees(AnCompiler *c, const char *cell, int max)
{
	int64_t value = an_number(c, cell, 1000);

	if (value < -max * 1000 || value > max * 1000)
	{
		an_fail(c, "%s is not between %d and %d", cell, -max, max);
		return 0;
	}
	return value;
}

void
an_read_coordinates(AnCompiler *c, const char *const *cell)
{
	const uint32_t *country = an_country_slot(c, cell[0]);
	int64_t latitude = degrees(c, cell[1], 90);
	int64_t longitude = degrees(c, cell[2], 180);
	char key[] = { AN_KEY_MAP, cell[0][0], cell[0][1] };
	char english[256];
	AnRecord record;
	uint32_t *map;

	if (country == NULL)
		return;
	if (*country == 0)
	{
		an_fail(c, "countries.tsv has no country %s", cell[0]);
		return;
	}
	map = &c->country_map[an_code_number(cell[0])];
	if (*map != 0)
		an_fail(c, "a second row for %s", cell[0]);
	if (!an_cldr_english(cell[0], english, sizeof(english)))
		an_fail(c, "ICU has no English name of %s", cell[0]);
	memset(&record, 0, sizeof(record));
	record.kind = AN_KIND_MAP;
	record.name = an_block_get(c->block, *country - 1)->name;
	record.extra = an_block_string(c->block, english, strlen(english));
	record.value = AN_MAP_VALUE(latitude, longitude);
	memcpy(record.code, an_cldr_alpha3(cell[0]), 3);
	*map = an_block_record(c->block, &record) + 1;
	an_block_add(c->block, key, sizeof(key), *map - 1, c->line);
}

void
an_check_coordinates(AnCompiler *c)
{
	int i;

	for (i = 0; i < 26 * 26; i++)
		if (c->country[i] != 0 && c->country_map[i] == 0)
			an_report(&c->report, "country_coordinates.tsv", 0,
					  "no row for %c%c", 'A' + i / 26, 'A' + i % 26);
}
