/*-------------------------------------------------------------------------
 * tokens_month.c
 *	  Names of months that are more than one word: تشرين الأول, and the pairs
 *	  أكتوبر/تشرين الأول and أكتوبر (تشرين الأول).
 *
 * This runs after every Arabic word, so it asks the store only where a word
 * follows that could complete the name, or a slash or bracket that could
 * begin its other half.
 *-------------------------------------------------------------------------
 */
#include "store/store.h"
#include "text/scan.h"

#define MONTH_WORD_MAX 48 /* bytes: no word of a month is longer */
#define MONTH_GAP_MAX 8   /* bytes of space within a name or a pair */

/* A word of a name, folded; key has room for two. */
typedef struct MonthKey
{
	char str[2 * AN_FOLD_MAX(MONTH_WORD_MAX) + 2];
	size_t len;
} MonthKey;

/*
 * Behind spaces, at most one end of line, and bidi marks; s itself if there
 * are too many.
 */
static const char *
skip_gap(const char *s, const char *end)
{
	const char *p = s;
	bool newline = false;

	while (p < end && p - s <= MONTH_GAP_MAX)
	{
		int len;

		if (*p == '\n')
		{
			if (newline)
				return s;
			newline = true;
			p++;
		}
		else if (*p == ' ' || *p == '\t' || *p == '\r')
			p++;
		else if (AN_AT(p, end, "\xC2\xA0"))
			p += 2;
		else if ((unsigned char) *p >= 0x80 &&
				 an_scan_class(p, end, &len) == AN_CLASS_IGNORABLE)
			p += len;
		else
			return p;
	}
	return p - s <= MONTH_GAP_MAX ? p : s;
}

static bool
arabic_at(const char *s, const char *end)
{
	int len;

	return s < end && an_scan_class(s, end, &len) == AN_CLASS_ARABIC;
}

/* Adds the word to the key; false if it is none of a month's. */
static bool
add_word(MonthKey *key, const char *s, const char *end)
{
	size_t n;

	if (end - s > MONTH_WORD_MAX)
		return false;
	if (key->len > 0)
		key->str[key->len++] = ' ';
	n = an_fold(s, (size_t) (end - s), key->str + key->len,
				sizeof(key->str) - key->len);
	key->len += n;
	return n > 0;
}

/* The months that a phrase means: bit n for month n, n + 16 if Hijri. */
static uint32_t
phrase_months(const AnBlock *block, const char *key, size_t len)
{
	AnEntry entry;
	uint32_t months = 0;
	int i;

	if (!an_store_find(block, key, len, &entry))
		return 0;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry.senses[i]);

		if (record->kind == AN_KIND_MONTH && record->value >= 1 &&
			record->value <= 12)
			months |=
				UINT32_C(1)
				<< (record->value + (record->flags & AN_FLAG_HIJRI ? 16 : 0));
	}
	return months;
}

/* The same with up to two proclitics, و or ف and ب, ل or ك, before it. */
static uint32_t
key_months(const AnBlock *block, const MonthKey *key)
{
	const char *s = key->str;
	const char *end = s + key->len;
	uint32_t months = phrase_months(block, s, key->len);

	if (months == 0 && (AN_AT(s, end, "و") || AN_AT(s, end, "ف")))
	{
		s += 2;
		months = phrase_months(block, s, (size_t) (end - s));
	}
	if (months == 0 &&
		(AN_AT(s, end, "ب") || AN_AT(s, end, "ل") || AN_AT(s, end, "ك")))
	{
		s += 2;
		months = phrase_months(block, s, (size_t) (end - s));
	}
	return months;
}

/*
 * The months that the word in key and the one at next mean together; gives
 * the end of the second.
 */
static uint32_t
two_words(const AnBlock *block, MonthKey *key, const char *next,
		  const char *end, const char **name_end)
{
	if (!an_store_month_start(block, key->str, key->len))
		return 0;
	if (end - next > MONTH_WORD_MAX + 4)
		end = next + MONTH_WORD_MAX + 4;
	*name_end = an_arabic_end(next, end);
	if (!add_word(key, next, *name_end))
		return 0;
	return key_months(block, key);
}

/* The second half of a pair, one or two words without proclitics. */
static uint32_t
other_half(const AnBlock *block, const char *s, const char *end,
		   const char **name_end)
{
	MonthKey key;
	const char *word_end;
	const char *next;
	size_t one;
	uint32_t months;

	key.len = 0;
	if (end - s > 4 * MONTH_WORD_MAX)
		end = s + 4 * MONTH_WORD_MAX;
	word_end = an_arabic_end(s, end);
	if (!add_word(&key, s, word_end))
		return 0;
	one = key.len;
	next = skip_gap(word_end, end);
	if (next > word_end && arabic_at(next, end))
	{
		months = two_words(block, &key, next, end, name_end);
		if (months != 0)
			return months;
	}
	*name_end = word_end;
	return phrase_months(block, key.str, one);
}

/*
 * Whether the word may begin a name of two words, by its last letters; where
 * these do not fold one by one it may.
 */
static inline bool
may_begin_name(const AnBlock *block, const char *s, const char *end)
{
	char tail[6];
	size_t n = end - s < 6 ? (size_t) (end - s) : 6;

	for (size_t i = 0; i < n; i += 2)
	{
		const char *letter = end - n + i;
		unsigned lead = (unsigned char) letter[0];
		unsigned folded;

		if ((lead & 0xFE) != 0xD8)
			return true;
		folded = an_fold_plain[(lead & 1) << 6 | (letter[1] & 0x3F)];
		if (folded == 0)
			return true;
		tail[i] = (char) (0xD8 | folded >> 6);
		tail[i + 1] = (char) (0x80 | (folded & 0x3F));
	}
	return an_store_month_start(block, tail, n);
}

const char *
an_scan_month(const AnScanner *scan, const char *s, const char *word_end)
{
	const char *end = scan->text + scan->len;
	const char *next;
	const char *name_end = NULL;
	const char *pair_end;
	uint32_t months;
	MonthKey key;

	/* nearly always one space and a letter */
	if (end - word_end > 1 && *word_end == ' ' && (word_end[1] & 0xFC) == 0xD8)
		next = word_end + 1;
	else
		next = skip_gap(word_end, end);

	if (next >= end || word_end - s > MONTH_WORD_MAX)
		return NULL;
	key.len = 0;
	if (*next == '/' || *next == '(')
	{
		if (!add_word(&key, s, word_end))
			return NULL;
		months = key_months(scan->block, &key);
	}
	else if (next > word_end && arabic_at(next, end))
	{
		/* the first word of a name of two is never definite: a quick no */
		if (AN_AT(s, word_end, "ال") ||
			!may_begin_name(scan->block, s, word_end) ||
			!add_word(&key, s, word_end))
			return NULL;
		months = two_words(scan->block, &key, next, end, &name_end);
		if (months != 0)
			next = skip_gap(name_end, end);
	}
	else
		return NULL;
	if (months == 0)
		return NULL;

	if (next < end && (*next == '/' || *next == '('))
	{
		const char *other = skip_gap(next + 1, end);

		if (arabic_at(other, end) &&
			(months & other_half(scan->block, other, end, &pair_end)) != 0)
		{
			if (*next == '/')
				return pair_end;
			pair_end = skip_gap(pair_end, end);
			if (pair_end < end && *pair_end == ')')
				return pair_end + 1;
		}
	}
	return name_end;
}
