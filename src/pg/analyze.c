/*
 * analyze.c
 *	  Words taken apart: arabic_analyze, arabic_lemma, arabic_root, arabic_stem.
 */
#include "arabic_news.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(arabic_analyze);
PG_FUNCTION_INFO_V1(arabic_lemma);
PG_FUNCTION_INFO_V1(arabic_root);
PG_FUNCTION_INFO_V1(arabic_stem);

/* Columns of the composite type arabic_token, in their order. */
enum
{
	TOKEN_POS,
	TOKEN_TOKEN,
	TOKEN_TYPE,
	TOKEN_START,
	TOKEN_END,
	TOKEN_LEXEMES,
	TOKEN_LEMMA,
	TOKEN_VOCALIZED,
	TOKEN_ROOT,
	TOKEN_PART_OF_SPEECH,
	TOKEN_PREFIX,
	TOKEN_SUFFIX,
	TOKEN_LEMMAS,
	TOKEN_IS_STOP,
	TOKEN_KNOWN,
	TOKEN_COLUMNS
};

const char *
an_part_of_speech_name(int part_of_speech)
{
	switch (part_of_speech)
	{
		case AN_POS_NOUN:
			return "noun";
		case AN_POS_ADJ:
			return "adjective";
		case AN_POS_VERB:
			return "verb";
		case AN_POS_NAME:
			return "name";
		case AN_POS_PART:
			return "particle";
		case AN_POS_NUM:
			return "numeral";
		default:
			return NULL;
	}
}

static Datum
text_datum(const char *s, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* A nullable column: NULL for no bytes. */
static void
set_text(Datum *values, bool *nulls, int column, const char *s, size_t len)
{
	nulls[column] = len == 0;
	if (len > 0)
		values[column] = text_datum(s, len);
}

static Datum
text_array(Datum *items, int n)
{
	return PointerGetDatum(
		construct_array(items, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum
lexeme_array(const AnLexemes *lexemes)
{
	Datum items[AN_LEXEMES_MAX];

	for (int i = 0; i < lexemes->count; i++)
		items[i] = text_datum(lexemes->pool + lexemes->items[i].start,
							  lexemes->items[i].len);
	return text_array(items, lexemes->count);
}

/* The lemma of a reading; of no length for a name that stands for itself. */
static void
reading_lemma(const AnReading *reading, const char **lemma, size_t *len)
{
	*lemma = reading->lemma;
	*len = reading->name != NULL ? reading->lemma_len : strlen(*lemma);
}

/* All lemmas of a word by rank, each once. */
static Datum
lemma_array(const AnReading *readings, int n)
{
	Datum items[AN_READINGS_MAX];
	int count = 0;

	for (int i = 0; i < n; i++)
	{
		const char *lemma;
		size_t len;
		bool seen = false;

		reading_lemma(&readings[i], &lemma, &len);
		for (int k = 0; k < count && !seen; k++)
			seen = VARSIZE_ANY_EXHDR(DatumGetPointer(items[k])) == len &&
				   memcmp(VARDATA_ANY(DatumGetPointer(items[k])), lemma,
						  len) == 0;
		if (!seen && len > 0)
			items[count++] = text_datum(lemma, len);
	}
	return text_array(items, count);
}

/* What the lexicon and the grammar say of a word; false if nothing. */
static bool
set_readings(const char *word, size_t len, Datum *values, bool *nulls)
{
	AnReading readings[AN_READINGS_MAX];
	AnAnalysis a;
	char vocalized[AN_WORD_MAX * 4];
	const char *pos;
	const char *lemma;
	size_t n;
	int count = an_readings(an_store(), word, len, readings, AN_READINGS_MAX);

	if (count == 0 || !an_analyze(an_store(), word, len, &a))
		return false;
	reading_lemma(&readings[0], &lemma, &n);
	if (n == 0)
		return false;
	set_text(values, nulls, TOKEN_LEMMA, lemma, n);
	n = an_reading_vocalized(an_store(), word, len, &readings[0], vocalized,
							 sizeof(vocalized));
	set_text(values, nulls, TOKEN_VOCALIZED, vocalized, n);
	if (readings[0].root != NULL)
		set_text(values, nulls, TOKEN_ROOT, readings[0].root,
				 strlen(readings[0].root));
	pos = an_part_of_speech_name(readings[0].part_of_speech);
	if (pos != NULL)
		set_text(values, nulls, TOKEN_PART_OF_SPEECH, pos, strlen(pos));
	set_text(values, nulls, TOKEN_PREFIX, a.folded, readings[0].prefix_len);
	set_text(values, nulls, TOKEN_SUFFIX,
			 a.folded + a.folded_len - readings[0].suffix_len,
			 readings[0].suffix_len);
	values[TOKEN_LEMMAS] = lemma_array(readings, count);
	nulls[TOKEN_LEMMAS] = false;
	values[TOKEN_KNOWN] = BoolGetDatum(true);
	return true;
}

/* What only words of Arabic letters have: lemma, affixes, part of speech. */
static void
set_analysis(const char *word, size_t len, Datum *values, bool *nulls)
{
	AnAnalysis a;
	Datum lemma;
	const char *pos;

	for (int column = TOKEN_LEMMA; column <= TOKEN_LEMMAS; column++)
		nulls[column] = true;
	if (set_readings(word, len, values, nulls) ||
		!an_analyze(an_store(), word, len, &a))
		return;
	set_text(values, nulls, TOKEN_LEMMA, a.lemma, a.lemma_len);
	set_text(values, nulls, TOKEN_PREFIX, a.folded, a.prefix_len);
	set_text(values, nulls, TOKEN_SUFFIX,
			 a.folded + a.folded_len - a.suffix_len, a.suffix_len);
	pos = an_part_of_speech_name(a.part_of_speech);
	if (pos != NULL)
		set_text(values, nulls, TOKEN_PART_OF_SPEECH, pos, strlen(pos));
	if (!nulls[TOKEN_LEMMA])
	{
		lemma = values[TOKEN_LEMMA];
		values[TOKEN_LEMMAS] = text_array(&lemma, 1);
		nulls[TOKEN_LEMMAS] = false;
	}
	values[TOKEN_KNOWN] = BoolGetDatum(a.month != 0);
}

static void
set_token(const char *s, size_t len, const AnToken *token, Datum *values,
		  bool *nulls)
{
	const char *type = an_token_name(token->type);
	AnLexemes lexemes;

	an_lexemes(an_store(), s, len, token->type, true, &lexemes);
	values[TOKEN_TOKEN] = text_datum(s, len);
	values[TOKEN_TYPE] = text_datum(type, strlen(type));
	values[TOKEN_LEXEMES] = lexeme_array(&lexemes);
	values[TOKEN_IS_STOP] = BoolGetDatum(lexemes.stop);
	values[TOKEN_KNOWN] = BoolGetDatum(false);
	if (token->type == AN_TOKEN_ARABIC)
		set_analysis(s, len, values, nulls);
	else
		for (int column = TOKEN_LEMMA; column <= TOKEN_LEMMAS; column++)
			nulls[column] = true;
}

/*
 * arabic_analyze(body text) returns setof arabic_token
 *
 * One row a token in the order of the text; blanks and tags give none.
 * Positions count characters from 1, end exclusive.  Not strict: a NULL body
 * has no tokens.
 */
Datum
arabic_analyze(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext row;
	MemoryContext old;
	AnPositions at;
	AnScanner scan;
	AnToken token;
	text *body;
	int32 pos = 0;

	an_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	body = PG_GETARG_TEXT_PP(0);
	row = AllocSetContextCreate(CurrentMemoryContext, "arabic_analyze row",
								ALLOCSET_DEFAULT_SIZES);
	at.text = VARDATA_ANY(body);
	at.byte = 0;
	at.position = 1;
	an_scan_start(&scan, an_store(), at.text, VARSIZE_ANY_EXHDR(body));
	while (an_scan_next(&scan, &token))
	{
		Datum values[TOKEN_COLUMNS] = { 0 };
		bool nulls[TOKEN_COLUMNS] = { 0 };

		CHECK_FOR_INTERRUPTS();
		if (token.type == AN_TOKEN_BLANK || token.type == AN_TOKEN_TAG ||
			token.type == AN_TOKEN_ENTITY)
			continue;
		old = MemoryContextSwitchTo(row);
		values[TOKEN_POS] = Int32GetDatum(++pos);
		values[TOKEN_START] = Int32GetDatum(an_position(&at, token.start));
		values[TOKEN_END] = Int32GetDatum(an_position(&at, token.end));
		set_token(at.text + token.start, token.end - token.start, &token,
				  values, nulls);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values,
							 nulls);
		MemoryContextSwitchTo(old);
		MemoryContextReset(row);
	}
	MemoryContextDelete(row);
	PG_RETURN_NULL();
}

/*
 * arabic_lemma(word text) returns text
 *
 * The lemma of a word in standard spelling, without diacritics; the word as
 * it is where it folds to nothing or is longer than any word.
 */
Datum
arabic_lemma(PG_FUNCTION_ARGS)
{
	text *word = PG_GETARG_TEXT_PP(0);
	AnReading reading;
	AnAnalysis a;

	an_require_utf8();
	if (an_readings(an_store(), VARDATA_ANY(word), VARSIZE_ANY_EXHDR(word),
					&reading, 1) > 0)
	{
		const char *lemma;
		size_t len;

		reading_lemma(&reading, &lemma, &len);
		if (len > 0)
			PG_RETURN_TEXT_P(cstring_to_text_with_len(lemma, len));
	}
	if (!an_analyze(an_store(), VARDATA_ANY(word), VARSIZE_ANY_EXHDR(word),
					&a) ||
		a.lemma_len == 0)
		PG_RETURN_TEXT_P(word);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(a.lemma, a.lemma_len));
}

/*
 * arabic_root(word text) returns text
 *
 * The consonants of the likeliest reading's root; NULL where the lexicon has
 * none (loans, names, unknown words).
 */
Datum
arabic_root(PG_FUNCTION_ARGS)
{
	text *word = PG_GETARG_TEXT_PP(0);
	AnReading reading;

	an_require_utf8();
	if (an_readings(an_store(), VARDATA_ANY(word), VARSIZE_ANY_EXHDR(word),
					&reading, 1) == 0 ||
		reading.root == NULL || reading.root[0] == '\0')
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(reading.root));
}

/*
 * arabic_stem(word text) returns text
 *
 * The light stem by rule alone, folded; longer than any token, the word as it
 * is.
 */
Datum
arabic_stem(PG_FUNCTION_ARGS)
{
	text *word = PG_GETARG_TEXT_PP(0);
	size_t len = VARSIZE_ANY_EXHDR(word);
	char *stem;
	size_t n;
	text *result;

	an_require_utf8();
	if (len > AN_TOKEN_MAX)
		PG_RETURN_TEXT_P(word);
	stem = palloc(AN_FOLD_MAX(len));
	n = an_stem(VARDATA_ANY(word), len, stem);
	result = cstring_to_text_with_len(stem, n);
	pfree(stem);
	PG_RETURN_TEXT_P(result);
}
