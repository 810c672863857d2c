/*
 * lexemes.c
 *	  What the index keeps of a token of any type.
 */
#include <stdio.h>
#include <string.h>

#include "morph/affixes.h"

void
an_add_lexeme(AnLexemes *out, const char *s, size_t len, int variant)
{
	if (out->count == AN_LEXEMES_MAX || len == 0 ||
		len > sizeof(out->pool) - out->used)
		return;
	memcpy(out->pool + out->used, s, len);
	out->items[out->count].start = out->used;
	out->items[out->count].len = (uint16_t) len;
	out->items[out->count].variant = (uint8_t) variant;
	out->used += (uint16_t) len;
	out->count++;
}

/* Folds as much of s as fits a lexeme. */
static size_t
fold_some(const char *s, size_t len, char *dst)
{
	while (len > 0)
	{
		size_t n = an_fold(s, len, dst, AN_LEXEME_BYTES);

		if (n > 0 || len < AN_LEXEME_BYTES / 12)
			return n;
		len /= 2;
		while (len > 0 && ((unsigned char) s[len] & 0xC0) == 0x80)
			len--;
	}
	return 0;
}

static void
add_folded(AnLexemes *out, const char *s, size_t len)
{
	char folded[AN_LEXEME_BYTES];

	an_add_lexeme(out, folded, fold_some(s, len, folded), 1);
}

static void
add_month(AnLexemes *out, int month, bool hijri, int variant)
{
	char lexeme[32];

	/* the underscore keeps it apart from anything that can be typed */
	snprintf(lexeme, sizeof(lexeme), "%s_%d",
			 hijri ? "\xd9\x87\xd8\xac\xd8\xb1\xd9\x8a"
				   : "\xd8\xb4\xd9\x87\xd8\xb1",
			 month);
	an_add_lexeme(out, lexeme, strlen(lexeme), variant);
}

/* One word of a name that was written together. */
static void
add_part(const AnBlock *block, const char *word, size_t len, int variant,
		 AnLexemes *out)
{
	AnAnalysis a;

	if (an_analyze(block, word, len, &a))
		an_add_lexeme(out, a.lexeme, a.lexeme_len, variant);
}

/*
 * عبدالعزيز is عبد العزيز too, and أبوظبي أبو ظبي where that is a name: its
 * words stand one after the other, as they do where they are written apart.
 */
static void
add_joined(const AnBlock *block, const AnAnalysis *a, int variant,
		   AnLexemes *out)
{
	static const char servant[] = "\xd8\xb9" BA "\xd8\xaf" ALEF LAM;
	static const char father[] = ALEF BA WAW;
	const char *name = a->folded + a->prefix_len;
	size_t len = a->folded_len - a->prefix_len;
	size_t cut = 3 * LETTER;
	char key[AN_WORD_MAX + 1];
	AnEntry entry;

	if (a->suffix_len > 0 || len < 6 * LETTER || len > AN_WORD_MAX)
		return;
	if (!an_begins(name, len, servant, sizeof(servant) - 1) ||
		len < 7 * LETTER)
	{
		if (!an_begins(name, len, father, sizeof(father) - 1))
			return;
		memcpy(key, name, cut);
		key[cut] = ' ';
		memcpy(key + cut + 1, name + cut, len - cut);
		if (!an_store_find(block, key, len + 1, &entry))
			return;
	}
	add_part(block, name, cut, variant, out);
	add_part(block, name + cut, len - cut, variant, out);
}

static void
word_lexemes(const AnBlock *block, const char *s, size_t len, bool stops,
			 int variant, AnLexemes *out)
{
	AnAnalysis a;

	if (!an_analyze(block, s, len, &a))
	{
		add_folded(out, s, len);
		return;
	}
	if (a.stop && stops)
	{
		out->stop = true;
		return;
	}
	an_add_lexeme(out, a.lexeme, a.lexeme_len, variant++);
	if (a.month != 0)
		add_month(out, a.month, a.hijri, variant++);
	if (a.country != NULL)
		an_add_lexeme(out, a.country, strlen(a.country), variant++);
	for (int i = 0; i < a.nothers; i++)
		an_add_lexeme(out, a.others[i].lexeme, a.others[i].len, variant++);
	add_joined(block, &a, variant, out);
}

/* Digits in ASCII; separators of thousands go, a decimal mark becomes '.'. */
static void
number_lexeme(const char *s, size_t len, AnLexemes *out)
{
	char number[AN_LEXEME_BYTES];
	size_t n = an_number_text(s, len, number, sizeof(number));

	if (n > 0)
		an_add_lexeme(out, number, n, 1);
	else
		add_folded(out, s, len);
}

/* Year, month and day in ISO's order, whichever order they were written in. */
static void
date_lexeme(const char *s, size_t len, AnLexemes *out)
{
	const char *end = s + len;
	int part[3] = { 0, 0, 0 };
	int width[3] = { 0, 0, 0 };
	int at = 0;
	char iso[48];

	while (s < end)
	{
		uint32_t cp;
		int digit;

		s += an_utf8_decode(s, end, &cp);
		digit = an_digit(cp);
		if (digit >= 0 && width[at] < 4)
		{
			part[at] = part[at] * 10 + digit;
			width[at]++;
		}
		else if (digit < 0 && width[at] > 0 && at < 2 &&
				 an_class(cp) != AN_CLASS_IGNORABLE)
			at++;
	}
	if (width[0] == 4)
		snprintf(iso, sizeof(iso), "%04d-%02d-%02d", part[0], part[1],
				 part[2]);
	else
	{
		/* a year of two digits is of this century up to 50 */
		if (width[2] <= 2)
			part[2] += part[2] <= 50 ? 2000 : 1900;
		snprintf(iso, sizeof(iso), "%04d-%02d-%02d", part[2], part[1],
				 part[0]);
	}
	an_add_lexeme(out, iso, strlen(iso), 1);
}

/* Letters of an acronym without its dots. */
static void
acronym_lexeme(const char *s, size_t len, AnLexemes *out)
{
	char letters[AN_TOKEN_MAX];
	size_t n = 0;
	size_t i;

	for (i = 0; i < len && n < sizeof(letters); i++)
		if (s[i] != '.')
			letters[n++] = s[i];
	add_folded(out, letters, n);
}

/* A month's name of two words, or a pair of names: one month of its own. */
static void
month_lexemes(const AnBlock *block, const char *s, size_t len, AnLexemes *out)
{
	static const uint8_t skips[] = { 0, LETTER };
	char folded[AN_LEXEME_BYTES];
	size_t n = fold_some(s, len, folded);
	size_t first;
	size_t i;

	/* the first name: up to a mark that is no letter and no single space */
	for (first = 0; first < n; first++)
		if ((unsigned char) folded[first] < 0x80 && folded[first] != ' ')
			break;
	while (first > 0 && folded[first - 1] == ' ')
		first--;
	for (i = 0; i < sizeof(skips) && skips[i] < first; i++)
	{
		const AnRecord *month = an_store_sense(
			block, folded + skips[i], first - skips[i], AN_KIND_MONTH);

		if (month != NULL)
		{
			an_add_lexeme(out, folded + skips[i], first - skips[i], 1);
			add_month(out, (int) month->value,
					  (month->flags & AN_FLAG_HIJRI) != 0, 2);
			return;
		}
	}
	an_add_lexeme(out, folded, n, 1);
}

/* All words of a hashtag are needed. */
static void
hashtag_lexemes(const AnBlock *block, const char *s, size_t len,
				AnLexemes *out)
{
	size_t at = 0;

	while (at < len)
	{
		size_t end = at;
		AnAnalysis a;

		while (end < len && s[end] != '_' && s[end] != '#')
			end++;
		if (end > at)
		{
			if (!an_analyze(block, s + at, end - at, &a))
			{
				if (out->count == 0)
					add_folded(out, s + at, end - at);
			}
			else if (!a.stop)
				an_add_lexeme(out, a.lexeme, a.lexeme_len, 1);
		}
		at = end + 1;
	}
	if (out->count == 0)
		out->stop = true;
}

AnTokenType
an_type_of(const AnBlock *block, const char *s, size_t len)
{
	AnScanner scan;
	AnToken token;
	size_t i;

	/* plain words, which are most */
	for (i = 0; i < len; i++)
		if ((unsigned char) s[i] < 0x80)
			break;
	if (i == len && !an_ends(s, len, "\xd9\x80", LETTER))
		return AN_TOKEN_ARABIC;
	an_scan_start(&scan, block, s, len);
	return an_scan_next(&scan, &token) ? token.type : AN_TOKEN_WORD;
}

void
an_lexemes(const AnBlock *block, const char *token, size_t len,
		   AnTokenType type, bool stops, AnLexemes *out)
{
	/* of no other type is a word that is found there */
	if ((type == AN_TOKEN_ARABIC || type == AN_TOKEN_END) &&
		an_frequent_lexemes(block, token, len, stops, out))
		return;
	out->stop = false;
	out->count = 0;
	out->used = 0;
	if (type == AN_TOKEN_END)
		type = an_type_of(block, token, len);
	switch (type)
	{
		case AN_TOKEN_CLITIC:
		case AN_TOKEN_BLANK:
		case AN_TOKEN_TAG:
		case AN_TOKEN_ENTITY:
			out->stop = true;
			break;
		case AN_TOKEN_INTEGER:
		case AN_TOKEN_FLOAT:
		case AN_TOKEN_PERCENT:
			number_lexeme(token, len, out);
			break;
		case AN_TOKEN_DATE:
			date_lexeme(token, len, out);
			break;
		case AN_TOKEN_ACRONYM:
			acronym_lexeme(token, len, out);
			break;
		case AN_TOKEN_MONTH:
			month_lexemes(block, token, len, out);
			break;
		case AN_TOKEN_HASHTAG:
			hashtag_lexemes(block, token, len, out);
			break;
		case AN_TOKEN_ARABIC:
			word_lexemes(block, token, len, stops, 1, out);
			break;
		default:
			add_folded(out, token, len);
			break;
	}
	if (out->count == 0 && !out->stop)
		out->stop = true; /* nothing that an index could keep */
}
