/*
 * custom.c
 *	  Lexemes by the options of a dictionary: its form, and a user's lists of
 *	  stop words, synonyms and exceptions.
 */
#include <string.h>

#include "morph/affixes.h"

/* An exception behind proclitics has so many letters. */
#define EXCEPTION_LETTERS 3

static void
set_stop(AnLexemes *out)
{
	out->stop = true;
	out->count = 0;
	out->used = 0;
}

static void
set_folded(AnLexemes *out, const char *s, size_t len)
{
	char folded[AN_WORD_MAX];

	out->stop = false;
	out->count = 0;
	out->used = 0;
	an_add_lexeme(out, folded, an_fold(s, len, folded, sizeof(folded)), 1);
}

static const AnListed *
find(const AnWordList *list, const AnSpelling *word)
{
	return an_list_find(list, word->folded, word->written, word->len);
}

/* ---- Exceptions ---- */

/* Behind لل the article's ا is not written. */
static const AnListed *
find_with_article(const AnWordList *list, const AnSpelling *word, size_t at)
{
	AnSpelling with;

	with.len = word->len - at + 2 * LETTER;
	if (at < 2 * LETTER || with.len > AN_WORD_MAX ||
		memcmp(word->folded + at - 2 * LETTER, LAM LAM, 2 * LETTER) != 0)
		return NULL;
	memcpy(with.folded, ALEF LAM, 2 * LETTER);
	memcpy(with.folded + 2 * LETTER, word->folded + at, word->len - at);
	memcpy(with.written, ALEF LAM, 2 * LETTER);
	memcpy(with.written + 2 * LETTER, word->written + at, word->len - at);
	return find(list, &with);
}

/*
 * The exception behind proclitics, but where the lexicon reads their letters
 * as the word's own: one for كيل is none for وكيل.
 */
static const AnListed *
find_exception(const AnBlock *block, const AnWordList *list,
			   const AnSpelling *word, const char *s, size_t len)
{
	uint8_t lengths[8];
	size_t article;
	AnReading reading;
	size_t own = AN_WORD_MAX; /* where the lexicon's word begins */
	int n;
	int i;

	if (list->count == 0 || !an_all_arabic(word->folded, word->len))
		return NULL;
	n = an_proclitics_of(word, lengths, 8, &article);
	if (n > 0 && an_readings(block, s, len, &reading, 1) > 0)
		own = reading.prefix_len;
	for (i = 0; i < n; i++)
	{
		size_t at = lengths[i];
		const AnListed *found;

		if (at > own || word->len < at + EXCEPTION_LETTERS * LETTER)
			continue;
		found = an_list_find(list, word->folded + at, word->written + at,
							 word->len - at);
		if (found == NULL)
			found = find_with_article(list, word, at);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* ---- Forms ---- */

/* A month's lexeme that its names share. */
static bool
is_month(const AnLexemes *lexemes, int i)
{
	return memchr(lexemes->pool + lexemes->items[i].start, '_',
				  lexemes->items[i].len) != NULL;
}

/* Leaves out what else a word may be. */
static void
keep_first(AnLexemes *out)
{
	int kept = 0;

	for (int i = 0; i < out->count; i++)
	{
		bool first = out->items[i].variant == 1;

		if (!first && !is_month(out, i))
			continue;
		out->items[kept] = out->items[i];
		out->items[kept].variant = first ? 1 : 2;
		kept++;
	}
	out->count = kept;
}

/*
 * Puts the stem or the root in the place of the lemma and of what else the
 * word may be.
 */
static void
apply_form(const AnBlock *block, AnForm form, const char *s, size_t len,
		   AnLexemes *out)
{
	char buffer[AN_FOLD_MAX(AN_WORD_MAX)];
	size_t n = 0;
	AnReading reading;

	if (len > AN_WORD_MAX)
		return;
	if (form == AN_FORM_STEM)
		n = an_stem(s, len, buffer);
	else if (an_readings(block, s, len, &reading, 1) > 0 &&
			 reading.root != NULL)
		n = an_fold(reading.root, strlen(reading.root), buffer,
					sizeof(buffer));
	if (n == 0 || n > AN_WORD_MAX || n > sizeof(out->pool) - out->used)
		return;
	memcpy(out->pool + out->used, buffer, n);
	out->items[0].start = out->used;
	out->items[0].len = (uint16_t) n;
	out->used += (uint16_t) n;
	keep_first(out);
}

/* ---- Words ---- */

static void one_word(const AnBlock *block, const AnCustom *custom,
					 const char *s, size_t len, AnTokenType type, bool replace,
					 AnLexemes *out);

/* The lexemes of all values, each a variant of its own. */
static void
set_values(const AnBlock *block, const AnCustom *custom, const AnListed *word,
		   AnLexemes *out)
{
	const char *s = word->value;
	const char *end = s + word->value_len;
	int variants = 0;

	out->stop = false;
	out->count = 0;
	out->used = 0;
	while (s < end)
	{
		const char *bar = memchr(s, '|', (size_t) (end - s));
		size_t len = (size_t) ((bar != NULL ? bar : end) - s);
		AnLexemes one;
		int last = 0;
		int i;

		one_word(block, custom, s, len, an_type_of(block, s, len), false,
				 &one);
		for (i = 0; i < one.count; i++)
		{
			last = one.items[i].variant;
			an_add_lexeme(out, one.pool + one.items[i].start, one.items[i].len,
						  variants + last);
		}
		variants += last;
		s += len + 1;
	}
	out->stop = out->count == 0;
}

/* The synonym of the lemma; of a lexeme that is none, of itself. */
static const AnListed *
find_synonym(const AnBlock *block, const AnCustom *custom, const char *s,
			 size_t len, AnTokenType type, const AnLexemes *lexemes)
{
	AnAnalysis a;
	AnSpelling lemma;

	if (custom->synonyms.count == 0 || lexemes->count == 0)
		return NULL;
	if (type == AN_TOKEN_ARABIC && custom->form == AN_FORM_LEMMA &&
		an_analyze(block, s, len, &a) && a.lemma_len > 0 &&
		an_spelling_of(a.lemma, a.lemma_len, &lemma))
	{
		const AnListed *found = find(&custom->synonyms, &lemma);

		if (found != NULL)
			return found;
	}
	return an_list_find(
		&custom->synonyms, lexemes->pool + lexemes->items[0].start,
		lexemes->pool + lexemes->items[0].start, lexemes->items[0].len);
}

/*
 * One token but a hashtag.  replace: by synonyms too; of a synonym's value,
 * which stop words do not touch, it is false.
 */
static void
one_word(const AnBlock *block, const AnCustom *custom, const char *s,
		 size_t len, AnTokenType type, bool replace, AnLexemes *out)
{
	const AnListed *found = NULL;
	AnSpelling word;
	bool spelled = an_spelling_of(s, len, &word);

	if (spelled && replace)
	{
		if (find(&custom->stop_words, &word) != NULL)
		{
			set_stop(out);
			return;
		}
		found = find(&custom->synonyms, &word);
		if (found != NULL)
		{
			set_values(block, custom, found, out);
			return;
		}
	}
	if (spelled)
		found = find(&custom->exceptions, &word);
	if (found == NULL)
	{
		an_lexemes(block, s, len, type, custom->stops && replace, out);
		if (out->stop)
			return;
		if (custom->first_only)
			keep_first(out);
		if (spelled && type == AN_TOKEN_ARABIC)
			found = find_exception(block, &custom->exceptions, &word, s, len);
		if (found == NULL && type == AN_TOKEN_ARABIC &&
			custom->form != AN_FORM_LEMMA)
			apply_form(block, custom->form, s, len, out);
	}
	if (found != NULL)
	{
		s = found->value;
		len = found->value_len;
		set_folded(out, s, len);
		type = AN_TOKEN_WORD; /* which is not analysed again */
	}
	if (replace)
	{
		found = find_synonym(block, custom, s, len, type, out);
		if (found != NULL)
			set_values(block, custom, found, out);
	}
}

/* All words of a hashtag are needed; each by its first variant. */
static void
hashtag(const AnBlock *block, const AnCustom *custom, const char *s,
		size_t len, AnLexemes *out)
{
	size_t at = 0;

	out->stop = false;
	out->count = 0;
	out->used = 0;
	while (at < len)
	{
		size_t end = at;
		AnLexemes one;
		int i;

		while (end < len && s[end] != '_' && s[end] != '#')
			end++;
		if (end > at)
		{
			one_word(block, custom, s + at, end - at,
					 an_type_of(block, s + at, end - at), true, &one);
			for (i = 0; i < one.count; i++)
				if (one.items[i].variant == 1)
					an_add_lexeme(out, one.pool + one.items[i].start,
								  one.items[i].len, 1);
		}
		at = end + 1;
	}
	out->stop = out->count == 0;
}

/* Whether these options ask for what an_lexemes() gives, or some of it. */
static bool
is_plain(const AnCustom *custom)
{
	return custom->form == AN_FORM_LEMMA && custom->stop_words.count == 0 &&
		   custom->synonyms.count == 0 && custom->exceptions.count == 0;
}

bool
an_custom_frequent(const AnBlock *block, const AnCustom *custom,
				   const char *token, size_t len, AnLexemes *out)
{
	if (!is_plain(custom) ||
		!an_frequent_lexemes(block, token, len, custom->stops, out))
		return false;
	if (custom->first_only)
		keep_first(out);
	return true;
}

void
an_custom_lexemes(const AnBlock *block, const AnCustom *custom,
				  const char *token, size_t len, AnLexemes *out)
{
	AnTokenType type;
	AnSpelling whole;

	if (is_plain(custom))
	{
		an_lexemes(block, token, len, AN_TOKEN_END, custom->stops, out);
		if (custom->first_only)
			keep_first(out);
		return;
	}
	type = an_type_of(block, token, len);
	if (type == AN_TOKEN_HASHTAG &&
		!(an_spelling_of(token, len, &whole) &&
		  (find(&custom->stop_words, &whole) != NULL ||
		   find(&custom->synonyms, &whole) != NULL ||
		   find(&custom->exceptions, &whole) != NULL)))
		hashtag(block, custom, token, len, out);
	else
		one_word(block, custom, token, len, type, true, out);
}
