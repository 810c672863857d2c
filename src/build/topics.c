/*-------------------------------------------------------------------------
 *
 * topics.c
 *	  What each file of data/ means: one function a file.
 *
 * data/README.md says the same for those who edit the files.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "build/lexicon.h"
#include "text/text.h"

/* The first spelling of one word; 0 if there is none. */
static uint32_t
one_word(AnCompiler *c, const char *cell)
{
	AnValues values = an_values(cell);

	while (an_values_next(&values))
		if (memchr(values.value, ' ', values.len) == NULL)
			return an_block_string(c->block, values.value, values.len);
	return 0;
}

/* What the index keeps of a country: without a fixed article. */
static uint32_t
country_lexeme(AnCompiler *c, const char *name)
{
	char key[AN_KEY_MAX];
	size_t len = an_fold(name, strlen(name), key, sizeof(key));
	size_t skip = an_fixed_article(key, len);

	return an_block_string(c->block, key + skip, len - skip);
}

static void
read_country(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_COUNTRY, cell[1]);
	uint32_t *slot = an_country_slot(c, cell[0]);
	const char *word = cell[1];

	if (slot == NULL)
		return;
	if (!an_cldr_country(cell[0]))
		an_fail(c, "ICU knows no country %s", cell[0]);
	memcpy(record.code, cell[0], 2);
	if (strchr(word, ' ') != NULL)
	{
		record.extra = one_word(c, cell[2]);
		word = an_block_text(c->block, record.extra);
	}
	if (*word != '\0')
		c->country_lexeme[an_code_number(cell[0])] = country_lexeme(c, word);
	if (!an_note(c, slot, &record))
		an_fail(c, "a second row for %s", cell[0]);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
	an_write(c, &record, cell[2], AN_SPELL_PLAIN);
	an_make_country_latin(c, cell[0], cell[1]);
	an_make_country_latin(c, cell[0], cell[2]);

	/* places.tsv may say more of the capital; then this one gives way */
	if (*cell[3] != '\0')
	{
		AnRecord capital = an_named_cell(c, AN_KIND_PLACE, cell[3]);

		memcpy(capital.code, cell[0], 2);
		capital.value = AN_PLACE_CAPITAL;
		an_make(c, &capital, cell[3], strlen(cell[3]), "", AN_SPELL_PLAIN);
	}
}

static void
read_nationality(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_NATIONALITY, cell[1]);
	int column;

	an_set_country(c, &record, cell[0]);
	if (record.code[0] != '\0')
		record.extra = c->country_lexeme[an_code_number(cell[0])];
	for (column = 1; column <= 2; column++)
	{
		AnValues values = an_values(cell[column]);

		an_write(c, &record, cell[column], AN_SPELL_DEFINITE);
		while (an_values_next(&values))
			an_make_nationality(c, &record, values.value, values.len);
	}
	record.flags |= AN_FLAG_PLURAL;
	an_write(c, &record, cell[3], AN_SPELL_DEFINITE);
	an_note_nationality(c, cell[1], cell[2], cell[3]);
}

static void
read_place(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { AN_PLACE_KINDS(AN_CHOICE) };
	AnRecord record = an_named_cell(c, AN_KIND_PLACE, cell[0]);

	an_need_cell(c, "kind", cell[2]);
	record.value = an_choice(c, cell[2], kinds, AN_NCHOICES(kinds));
	an_set_country(c, &record, cell[3]);
	record.flags = an_yes(c, cell[4], AN_FLAG_WORD);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
}

static void
read_given_name(AnCompiler *c, const char *const *cell)
{
	static const AnChoice genders[] = { { "m", 0 },
										{ "f", AN_FLAG_FEMININE },
										{ "u", AN_FLAG_UNISEX } };
	static const AnChoice origins[] = { AN_ORIGINS(AN_CHOICE) };
	AnRecord record = an_named_cell(c, AN_KIND_GIVEN_NAME, cell[0]);

	an_need_cell(c, "gender", cell[2]);
	record.flags = an_choice(c, cell[2], genders, AN_NCHOICES(genders));
	an_need_cell(c, "origin", cell[3]);
	record.value = an_choice(c, cell[3], origins, AN_NCHOICES(origins));
	record.flags |= an_yes(c, cell[4], AN_FLAG_WORD);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
}

static void
read_family_name(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_FAMILY_NAME, cell[0]);

	record.flags = an_yes(c, cell[2], AN_FLAG_WORD);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
}

static void
read_person(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_PERSON, cell[0]);

	an_set_country(c, &record, cell[3]);
	record.extra = an_block_string(c->block, cell[4], strlen(cell[4]));
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
	record.kind = AN_KIND_SURNAME;
	an_write(c, &record, cell[2], AN_SPELL_PLAIN);
}

static const AnChoice org_kinds[] = { AN_ORG_KINDS(AN_CHOICE) };

static void
read_organization(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_ORGANIZATION, cell[0]);

	an_need_cell(c, "kind", cell[2]);
	record.value = an_choice(c, cell[2], org_kinds, AN_NCHOICES(org_kinds));
	an_set_country(c, &record, cell[3]);
	record.flags = an_yes(c, cell[4], AN_FLAG_WORD);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
}

static void
read_org_head(AnCompiler *c, const char *const *cell)
{
	static const AnChoice follows[] = {
		{ "def", AN_FLAG_FOLLOW_DEF },     { "name", AN_FLAG_FOLLOW_NAME },
		{ "place", AN_FLAG_FOLLOW_PLACE }, { "l", AN_FLAG_FOLLOW_L },
		{ "al", AN_FLAG_FOLLOW_AL },       { "nation", AN_FLAG_OF_NATION }
	};
	AnRecord record = an_named_cell(c, AN_KIND_ORG_HEAD, cell[0]);

	an_need_cell(c, "kind", cell[2]);
	record.value = an_choice(c, cell[2], org_kinds, AN_NCHOICES(org_kinds));
	an_need_cell(c, "follow", cell[3]);
	record.flags = an_choices(c, cell[3], follows, AN_NCHOICES(follows));
	an_write(c, &record, cell[0], AN_SPELL_DEFINITE);
	record.flags |= AN_FLAG_PLURAL;
	an_write(c, &record, cell[1], AN_SPELL_DEFINITE | AN_SPELL_HOMOGRAPHS);
}

static void
read_org_word(AnCompiler *c, const char *const *cell)
{
	static const AnChoice roles[] = { { "adj", AN_FLAG_ADJECTIVE },
									  { "field", AN_FLAG_FIELD } };
	AnRecord record = an_named_cell(c, AN_KIND_ORG_WORD, cell[0]);

	an_need_cell(c, "role", cell[1]);
	record.flags = an_choices(c, cell[1], roles, AN_NCHOICES(roles));
	an_write(c, &record, cell[0], AN_SPELL_DEFINITE);
	if (record.flags & AN_FLAG_ADJECTIVE)
		an_make_adjective(c, &record, cell[0]);
}

static void
read_title(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { { "office", AN_FLAG_OFFICE },
									  { "honorific", AN_FLAG_HONORIFIC },
									  { "job", AN_FLAG_JOB },
									  { "kin", AN_FLAG_KIN },
									  { "ref", AN_FLAG_REF } };
	AnRecord record = an_named_cell(c, AN_KIND_TITLE, cell[0]);
	AnRecord form;

	an_need_cell(c, "kind", cell[3]);
	record.flags = an_choices(c, cell[3], kinds, AN_NCHOICES(kinds));
	an_write(c, &record, cell[0], AN_SPELL_DEFINITE);
	form = record;
	form.flags |= AN_FLAG_FEMININE;
	an_write(c, &form, cell[1], AN_SPELL_DEFINITE | AN_SPELL_HOMOGRAPHS);
	form = record;
	form.flags |= AN_FLAG_PLURAL;
	an_write(c, &form, cell[2], AN_SPELL_DEFINITE | AN_SPELL_HOMOGRAPHS);
	if (!(record.flags & AN_FLAG_REF))
		an_make_title(c, &record, cell[0], cell[1], cell[2]);
}

static void
read_cue(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { AN_CUE_KINDS(AN_CHOICE) };
	AnRecord record = an_named_cell(c, AN_KIND_CUE, cell[0]);

	an_need_cell(c, "forms", cell[1]);
	an_need_cell(c, "kind", cell[2]);
	record.extra = record.name;
	record.value = an_choice(c, cell[2], kinds, AN_NCHOICES(kinds));
	an_write(c, &record, cell[1], AN_SPELL_HOMOGRAPHS);
}

static void
read_article_cue(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { AN_ARTICLE_CUES(AN_CHOICE) };
	AnRecord record = an_named_cell(c, AN_KIND_ARTICLE_CUE, cell[0]);

	an_need_cell(c, "kind", cell[1]);
	record.value = an_choice(c, cell[1], kinds, AN_NCHOICES(kinds));
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[2], AN_SPELL_PLAIN);
}

static void
read_word(AnCompiler *c, const char *const *cell)
{
	static const AnChoice parts[] = { AN_PARTS_OF_SPEECH(AN_CHOICE) };
	static const char form_of[] = "form of ";
	AnRecord record = an_named_cell(c, AN_KIND_WORD, cell[0]);
	AnValues values = an_values(cell[1]);

	_Static_assert(AN_FLAG_POS(AN_POS_COUNT - 1) <= UINT16_MAX,
				   "each part of speech has a flag");

	an_need_cell(c, "pos", cell[1]);
	while (an_values_next(&values))
	{
		uint16_t part = an_chosen(c, &values, parts, AN_NCHOICES(parts));

		if (part == 0)
			continue;
		if (record.value == 0) /* the first is the most frequent one */
			record.value = part;
		record.flags |= AN_FLAG_POS(part);
	}
	if (strncmp(cell[2], form_of, strlen(form_of)) == 0)
	{
		const char *lemma = cell[2] + strlen(form_of);

		record.extra = an_block_string(c->block, lemma, strcspn(lemma, ";"));
	}
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
}

static void
read_stop(AnCompiler *c, const char *const *cell)
{
	static const char exact[] = "exact:";
	AnRecord record = an_named_cell(c, AN_KIND_STOP, cell[0]);
	int spell = AN_SPELL_PLAIN;

	/* several of these may fold to one: إلى and الى */
	if (strncmp(cell[1], exact, strlen(exact)) == 0)
	{
		record.extra = record.name;
		spell |= AN_SPELL_HOMOGRAPHS;
	}
	an_write(c, &record, cell[0], spell);
}

static void
read_month(AnCompiler *c, const char *const *cell)
{
	static const AnChoice calendars[] = { { "gregorian", 0 },
										  { "hijri", AN_FLAG_HIJRI } };
	AnRecord record = an_named_cell(c, AN_KIND_MONTH, cell[0]);
	int calendar;

	record.value = an_number_between(c, cell[1], 1, 12);
	an_need_cell(c, "calendar", cell[2]);
	record.flags = an_choice(c, cell[2], calendars, AN_NCHOICES(calendars));
	calendar = record.flags != 0;
	record.flags |= an_yes(c, cell[4], AN_FLAG_WORD);
	an_note(c, &c->month[calendar][record.value - 1], &record);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[3], AN_SPELL_PLAIN);
}

static void
read_weekday(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_WEEKDAY, cell[0]);

	record.value = an_number_between(c, cell[1], 1, 7);
	if (!an_note(c, &c->weekday[record.value - 1], &record))
		an_fail(c, "a second row for %s", cell[1]);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[2], AN_SPELL_PLAIN);
}

static void
read_time(AnCompiler *c, const char *const *cell)
{
	static const AnChoice units[] = { AN_TIME_UNITS(AN_CHOICE) };
	static const AnChoice kinds[] = { AN_TIME_KINDS(AN_CHOICE) };
	AnRecord record = an_named_cell(c, AN_KIND_TIME, cell[0]);

	_Static_assert(AN_UNIT_COUNT <= 16 && AN_TIME_COUNT <= 16,
				   "unit and kind have four bits each");

	record.flags = (uint16_t) (an_choice(c, cell[1], units, AN_NCHOICES(units))
							   << AN_TIME_UNIT_SHIFT);
	record.value = an_number(c, cell[2], 1);
	an_need_cell(c, "kind", cell[3]);
	record.flags |=
		(uint16_t) (an_choice(c, cell[3], kinds, AN_NCHOICES(kinds))
					<< AN_TIME_KIND_SHIFT);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[4], AN_SPELL_PLAIN);
}

static void
read_number(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { { "unit", 0 },
									  { "tens", AN_FLAG_TENS },
									  { "hundred", 0 },
									  { "scale", AN_FLAG_SCALE },
									  { "dual", AN_FLAG_SCALE | AN_FLAG_DUAL },
									  { "plural",
										AN_FLAG_SCALE | AN_FLAG_PLURAL },
									  { "fraction", AN_FLAG_FRACTION },
									  { "ordinal", AN_FLAG_ORDINAL } };
	AnRecord record = an_named_cell(c, AN_KIND_NUMBER, cell[0]);

	record.value = an_number(c, cell[1], 1000);
	an_need_cell(c, "kind", cell[2]);
	record.flags = an_choice(c, cell[2], kinds, AN_NCHOICES(kinds));
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[3], AN_SPELL_PLAIN);
}

static void
read_currency(AnCompiler *c, const char *const *cell)
{
	AnRecord record = an_named_cell(c, AN_KIND_CURRENCY, cell[1]);

	record.flags = an_yes(c, cell[3], AN_FLAG_BARE);
	if (*cell[0] != '\0')
	{
		if (!an_code_ok(cell[0], 3) || !an_cldr_currency(cell[0]))
			an_fail(c, "ICU knows no currency \"%s\"", cell[0]);
		else
		{
			memcpy(record.code, cell[0], 3);
			/* a bare name may have the code of the usual one of its kind */
			if (record.flags == 0 &&
				!an_note(c, &c->currency[an_code_number(cell[0])], &record))
				an_fail(c, "a second row for %s", cell[0]);
		}
	}
	else if (record.flags == 0)
		an_need_cell(c, "code", cell[0]);
	an_write(c, &record, cell[1], AN_SPELL_SYMBOLS | AN_SPELL_DEFINITE);
	an_write(c, &record, cell[2], AN_SPELL_SYMBOLS | AN_SPELL_DEFINITE);
}

static void
read_unit(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[] = { { "percent", AN_FLAG_PERCENT },
									  { "measure", 0 },
									  { "label", AN_FLAG_LABEL } };
	AnRecord record = an_named_cell(c, AN_KIND_UNIT, cell[0]);

	an_need_cell(c, "kind", cell[1]);
	record.flags = an_choice(c, cell[1], kinds, AN_NCHOICES(kinds));
	an_write(c, &record, cell[0], AN_SPELL_SYMBOLS | AN_SPELL_DEFINITE);
	an_write(c, &record, cell[2], AN_SPELL_SYMBOLS | AN_SPELL_DEFINITE);
}

/* Events and works: names, and heads that begin names. */
static void
read_name_or_head(AnCompiler *c, AnKind kind, const AnChoice *kinds,
				  const char *const *cell)
{
	AnRecord record = an_named_cell(c, kind, cell[0]);

	an_need_cell(c, "kind", cell[2]);
	record.flags = an_choice(c, cell[2], kinds, 2);
	an_write(c, &record, cell[0], AN_SPELL_PLAIN);
	an_write(c, &record, cell[1], AN_SPELL_PLAIN);
}

static void
read_event(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[2] = { { "event", 0 },
									   { "head", AN_FLAG_HEAD } };

	read_name_or_head(c, AN_KIND_EVENT, kinds, cell);
}

static void
read_work(AnCompiler *c, const char *const *cell)
{
	static const AnChoice kinds[2] = { { "work", 0 },
									   { "head", AN_FLAG_HEAD } };

	read_name_or_head(c, AN_KIND_WORK, kinds, cell);
}

#define NOMINAL_COLUMNS                                                \
	"lemma root pos gender human class feminine plurals dual article " \
	"enclitics spellings related weight"

const AnTopic an_topics[] = {
	/* first, because the others' country codes are checked against it */
	{ "countries.tsv", "code name spellings capital", read_country },
	{ "nationalities.tsv", "code name spellings plurals", read_nationality },
	{ "places.tsv", "name spellings kind country word", read_place },
	{ "given_names.tsv", "name spellings gender origin word",
	  read_given_name },
	{ "family_names.tsv", "name spellings word", read_family_name },
	{ "people.tsv", "name spellings surnames country role", read_person },
	{ "organizations.tsv", "name spellings kind country word",
	  read_organization },
	{ "org_heads.tsv", "head plural kind follow", read_org_head },
	{ "org_words.tsv", "word role", read_org_word },
	{ "titles.tsv", "title feminine plural kind", read_title },
	{ "cues.tsv", "verb forms kind", read_cue },
	{ "article_cues.tsv", "phrase kind spellings", read_article_cue },
	{ "words.tsv", "word pos note", read_word },
	{ "stop_words.tsv", "form note", read_stop },
	{ "months.tsv", "name number calendar spellings word", read_month },
	{ "weekdays.tsv", "name number spellings", read_weekday },
	{ "times.tsv", "phrase unit offset kind spellings", read_time },
	{ "numbers.tsv", "word value kind spellings", read_number },
	{ "currencies.tsv", "code name spellings bare", read_currency },
	{ "units.tsv", "name kind spellings", read_unit },
	{ "events.tsv", "name spellings kind", read_event },
	{ "works.tsv", "name spellings kind", read_work },
	{ "latin.tsv", "name spellings latin", an_read_latin },
	{ "country_coordinates.tsv", "code latitude longitude",
	  an_read_coordinates },
	/* the frequent ones first: order decides between equals */
	{ "lexicon/particles.tsv",
	  "form lemma pos proclitics enclitics vocalized weight",
	  an_read_particle },
	{ "lexicon/nouns_1.tsv", NOMINAL_COLUMNS, an_read_nominal },
	{ "lexicon/nouns_2.tsv", NOMINAL_COLUMNS, an_read_nominal },
	{ "lexicon/nouns_3.tsv", NOMINAL_COLUMNS, an_read_nominal },
	{ "lexicon/adjectives.tsv", NOMINAL_COLUMNS, an_read_nominal },
	{ "lexicon/weights.tsv", "lemma pos tokens", an_read_weight },
	{ "lexicon/verbs.tsv",
	  "lemma root form vowels masdars transitive irregular weight",
	  an_read_verb },
	{ "lexicon/decisions.tsv", "form lemma pos open reason",
	  an_read_decision },
	{ NULL, NULL, NULL }
};
