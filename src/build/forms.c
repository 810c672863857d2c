/*-------------------------------------------------------------------------
 *
 * forms.c
 *	  Inflected forms that follow a rule, and so are not written in data/.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "build/compile.h"

static bool
ends_with(const char *s, size_t len, const char *suffix)
{
	size_t suffix_len = strlen(suffix);

	return len > suffix_len &&
		   memcmp(s + len - suffix_len, suffix, suffix_len) == 0;
}

/*
 * Makes a form by putting the suffix on the last word, and on those before it
 * that are nisbas too: كوري جنوبي gives كورية جنوبية, but جنوب أفريقي gives
 * جنوب أفريقية.
 */
static void
inflect(AnCompiler *c, AnRecord record, uint16_t flags, const char *s,
		size_t len, const char *suffix)
{
	char form[AN_KEY_MAX];
	size_t suffix_len = strlen(suffix);
	size_t used = 0;
	size_t i;

	for (i = 0; i < len; i++)
	{
		if (used + suffix_len + 1 > sizeof(form))
			return;
		if (s[i] == ' ' && ends_with(s, i, "ي"))
		{
			memcpy(form + used, suffix, suffix_len);
			used += suffix_len;
		}
		form[used++] = s[i];
	}
	record.flags |= flags;
	an_make(c, &record, form, used, suffix, AN_SPELL_DEFINITE);
}

typedef struct Form
{
	const char *suffix;
	uint16_t flags;
} Form;

static void
inflect_all(AnCompiler *c, const AnRecord *record, const char *s, size_t len,
			const Form *forms, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		inflect(c, *record, forms[i].flags, s, len, forms[i].suffix);
}

/* Of a nisba, all; of a name for a people that is none, nothing. */
void
an_make_nationality(AnCompiler *c, const AnRecord *record, const char *s,
					size_t len)
{
	static const Form forms[] = { { "ة", AN_FLAG_FEMININE },
								  { "ا", 0 },
								  { "ان", AN_FLAG_DUAL },
								  { "ين", AN_FLAG_DUAL | AN_FLAG_PLURAL },
								  { "ون", AN_FLAG_PLURAL },
								  { "تان", AN_FLAG_FEMININE | AN_FLAG_DUAL },
								  { "تين", AN_FLAG_FEMININE | AN_FLAG_DUAL },
								  { "ات",
									AN_FLAG_FEMININE | AN_FLAG_PLURAL } };

	if (ends_with(s, len, "ي"))
		inflect_all(c, record, s, len, forms, AN_NCHOICES(forms));
}

void
an_make_adjective(AnCompiler *c, const AnRecord *record, const char *s)
{
	static const Form forms[] = { { "ة", AN_FLAG_FEMININE },
								  { "ون", AN_FLAG_PLURAL },
								  { "ين", AN_FLAG_PLURAL },
								  { "ات",
									AN_FLAG_FEMININE | AN_FLAG_PLURAL } };
	size_t len = strlen(s);

	/* أعلى has عليا, which is a row of its own */
	if (!ends_with(s, len, "ى") && !ends_with(s, len, "ا") &&
		!ends_with(s, len, "ة"))
		inflect_all(c, record, s, len, forms, AN_NCHOICES(forms));
}

/*
 * The duals of a title, in the construct state (رئيسا روسيا والصين) too, and
 * the forms of its sound plural.
 */
void
an_make_title(AnCompiler *c, const AnRecord *record, const char *masculine,
			  const char *feminine, const char *plural)
{
	static const Form dual[] = { { "ا", AN_FLAG_DUAL },
								 { "ي", AN_FLAG_DUAL },
								 { "ان", AN_FLAG_DUAL },
								 { "ين", AN_FLAG_DUAL } };
	static const Form feminine_forms[] = {
		{ "تا", AN_FLAG_FEMININE | AN_FLAG_DUAL },
		{ "تي", AN_FLAG_FEMININE | AN_FLAG_DUAL },
		{ "تان", AN_FLAG_FEMININE | AN_FLAG_DUAL },
		{ "تين", AN_FLAG_FEMININE | AN_FLAG_DUAL },
		{ "ات", AN_FLAG_FEMININE | AN_FLAG_PLURAL }
	};
	static const Form sound_plural[] = { { "ون", AN_FLAG_PLURAL },
										 { "ين", AN_FLAG_PLURAL },
										 { "و", AN_FLAG_PLURAL },
										 { "ي", AN_FLAG_PLURAL } };
	size_t len = strlen(masculine);
	AnValues values = an_values(plural);

	/* sound plurals first: their ي and ين are more frequent than the dual's */
	while (an_values_next(&values))
	{
		if (memchr(values.value, ' ', values.len) == NULL &&
			ends_with(values.value, values.len, "ون"))
			inflect_all(c, record, values.value, values.len - strlen("ون"),
						sound_plural, AN_NCHOICES(sound_plural));
	}
	if (strchr(masculine, ' ') == NULL && !ends_with(masculine, len, "ة") &&
		!ends_with(masculine, len, "ا") && !ends_with(masculine, len, "ى"))
		inflect_all(c, record, masculine, len, dual, AN_NCHOICES(dual));

	values = an_values(feminine);
	while (an_values_next(&values))
	{
		if (memchr(values.value, ' ', values.len) == NULL &&
			ends_with(values.value, values.len, "ة"))
			inflect_all(c, record, values.value, values.len - strlen("ة"),
						feminine_forms, AN_NCHOICES(feminine_forms));
	}
}
