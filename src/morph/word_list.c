/*
 * word_list.c
 *	  Lists of words that a user gives: stop words, synonyms, exceptions.
 *
 * A word is found by its folded letters; the letters as they were written
 * then tell على from علي and إن from أن.
 */
#include <string.h>

#include "morph/affixes.h"

/* ---- Spellings ---- */

/* Whether two letters that fold to the same can be one. */
static bool
letters_agree(unsigned one, unsigned other, unsigned folded)
{
	if (one == other)
		return true;
	return folded != L_YA && (one == folded || other == folded);
}

static bool
spellings_agree(const AnListed *word, const char *written)
{
	size_t i;

	if (memcmp(word->written, written, word->len) == 0)
		return true;
	if (word->len % LETTER != 0)
		return false;
	for (i = 0; i < word->len / LETTER; i++)
		if (!letters_agree(an_letter(word->written, i), an_letter(written, i),
						   an_letter(word->folded, i)))
			return false;
	return true;
}

/* ---- The table ---- */

static uint32_t
hash_of(const char *s, size_t len)
{
	uint32_t hash = an_hash(s, len);

	return hash ^ hash >> 15;
}

/*
 * The first word from *slot on with these folded letters, or NULL at a free
 * slot; *slot is then the place behind it, or the free one.
 */
static AnListed *
next_at(const AnWordList *list, const char *folded, size_t len, uint32_t hash,
		uint32_t *slot)
{
	uint32_t mask = 2 * list->room - 1;

	for (;;)
	{
		uint32_t index = list->slots[*slot & mask];
		AnListed *word;

		if (index == 0)
			return NULL;
		(*slot)++;
		word = &list->words[index - 1];
		if (word->hash == hash && word->len == len &&
			memcmp(word->folded, folded, len) == 0)
			return word;
	}
}

const AnListed *
an_list_find(const AnWordList *list, const char *folded, const char *written,
			 size_t len)
{
	const AnListed *word;
	const AnListed *found = NULL;
	uint32_t hash;
	uint32_t slot;

	if (list->count == 0 || len == 0)
		return NULL;
	hash = hash_of(folded, len);
	slot = hash;
	while ((word = next_at(list, folded, len, hash, &slot)) != NULL)
	{
		if (memcmp(word->written, written, len) == 0)
			return word;
		if (found == NULL && spellings_agree(word, written))
			found = word;
	}
	return found;
}

/* Twice the room, which is a power of two. */
static void
grow(AnEnv *env, AnWordList *list)
{
	uint32_t room = list->room == 0 ? 16 : 2 * list->room;
	AnListed *words = env->alloc(env, sizeof(AnListed) * room);
	uint32_t *slots = env->alloc(env, sizeof(uint32_t) * 2 * room);
	uint32_t i;

	if (list->count > 0)
		memcpy(words, list->words, sizeof(AnListed) * list->count);
	memset(slots, 0, sizeof(uint32_t) * 2 * room);
	for (i = 0; i < list->count; i++)
	{
		uint32_t slot = words[i].hash;

		while (slots[slot & (2 * room - 1)] != 0)
			slot++;
		slots[slot & (2 * room - 1)] = i + 1;
	}
	list->words = words;
	list->slots = slots;
	list->room = room;
}

/* ---- Adding ---- */

static AnListStatus
check_word(const AnBlock *block, const char *s, size_t len,
		   AnSpelling *spelling)
{
	AnScanner scan;
	AnToken token;

	if (len > AN_FOLD_MAX(AN_WORD_MAX))
		return AN_LIST_TOO_LONG;
	an_scan_start(&scan, block, s, len);
	if (!an_scan_next(&scan, &token) || token.end != len ||
		token.type == AN_TOKEN_BLANK || token.type == AN_TOKEN_TAG ||
		token.type == AN_TOKEN_ENTITY)
		return AN_LIST_NOT_ONE_WORD;
	return an_spelling_of(s, len, spelling) ? AN_LIST_OK : AN_LIST_TOO_LONG;
}

static bool
check_values(const AnBlock *block, const char *value, size_t len)
{
	const char *end = value + len;
	AnSpelling spelling;
	int n;

	for (n = 1;; n++)
	{
		const char *bar = memchr(value, '|', (size_t) (end - value));
		size_t one = (size_t) ((bar != NULL ? bar : end) - value);

		if (n > AN_LIST_VALUES ||
			check_word(block, value, one, &spelling) != AN_LIST_OK)
			return false;
		if (bar == NULL)
			return true;
		value = bar + 1;
	}
}

static const char *
copy(AnEnv *env, const char *s, size_t len)
{
	char *to = env->alloc(env, len + 1);

	memcpy(to, s, len);
	to[len] = '\0';
	return to;
}

AnListStatus
an_list_add(AnEnv *env, const AnBlock *block, AnWordList *list,
			const char *word, size_t len, const char *value, size_t value_len)
{
	AnSpelling spelling;
	AnListStatus status = check_word(block, word, len, &spelling);
	AnListed one;
	const AnListed *same;
	uint32_t slot;

	if (status != AN_LIST_OK)
		return status;
	if (value_len > AN_LIST_VALUES * AN_FOLD_MAX(AN_WORD_MAX) ||
		(value_len > 0 && !check_values(block, value, value_len)))
		return AN_LIST_BAD_VALUE;
	if (list->count == AN_LIST_MAX)
		return AN_LIST_FULL;
	if (list->count == list->room)
		grow(env, list);
	one.hash = hash_of(spelling.folded, spelling.len);
	slot = one.hash;
	while ((same = next_at(list, spelling.folded, spelling.len, one.hash,
						   &slot)) != NULL)
		if (memcmp(same->written, spelling.written, spelling.len) == 0)
			return same->value_len == value_len &&
						   memcmp(same->value, value, value_len) == 0
					   ? AN_LIST_OK
					   : AN_LIST_OTHER_VALUE;
	one.folded = copy(env, spelling.folded, spelling.len);
	one.written = copy(env, spelling.written, spelling.len);
	one.value = copy(env, value, value_len);
	one.len = (uint16_t) spelling.len;
	one.value_len = (uint16_t) value_len;
	list->words[list->count++] = one;
	list->slots[slot & (2 * list->room - 1)] = list->count;
	return AN_LIST_OK;
}
