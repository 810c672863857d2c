/*
 * dictionary_fuzz.c
 *	  Any lines as a dictionary's lists, any bytes as tokens: lexemes are
 *	  valid, come out the same twice, and the table of recent words gives what
 *	  it was given.  The first byte is the form and the stops; then lines, of
 *	  which the first character says what they are.
 */
#include <stdlib.h>
#include <string.h>

#include "morph/morph.h"

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)  \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

typedef struct FuzzEnv
{
	AnEnv env;
	void *blocks[65536];
	int nblocks;
} FuzzEnv;

static void *
fuzz_alloc(AnEnv *env, size_t size)
{
	FuzzEnv *f = (FuzzEnv *) env;
	void *p = malloc(size);

	CHECK(p != NULL && f->nblocks < 65536);
	f->blocks[f->nblocks++] = p;
	return p;
}

static bool
fuzz_poll(AnEnv *env)
{
	(void) env;
	return false;
}

static void
check_same(const AnLexemes *one, const AnLexemes *other)
{
	CHECK(one->stop == other->stop && one->count == other->count);
	for (int i = 0; i < one->count; i++)
	{
		CHECK(one->items[i].variant == other->items[i].variant &&
			  one->items[i].len == other->items[i].len);
		CHECK(memcmp(one->pool + one->items[i].start,
					 other->pool + other->items[i].start,
					 one->items[i].len) == 0);
	}
}

static void
check_token(const AnCustom *custom, AnRecent *recent, const char *s,
			size_t len)
{
	static AnLexemes first;
	static AnLexemes again;

	an_custom_lexemes(an_store(), custom, s, len, &first);
	CHECK(first.count >= 0 && first.count <= AN_LEXEMES_MAX);
	CHECK(first.stop == (first.count == 0));
	for (int i = 0; i < first.count; i++)
	{
		CHECK(first.items[i].len >= 1 &&
			  first.items[i].len <= AN_LEXEME_BYTES);
		CHECK(first.items[i].variant >= 1);
		CHECK(i == 0 || first.items[i].variant >= first.items[i - 1].variant);
		CHECK((size_t) first.items[i].start + first.items[i].len <=
			  sizeof(first.pool));
	}
	an_custom_lexemes(an_store(), custom, s, len, &again);
	check_same(&first, &again);
	if (!an_recent_find(recent, s, len, &again))
	{
		an_recent_keep(recent, s, len, &first);
		if (!an_recent_find(recent, s, len, &again))
			return;
	}
	check_same(&first, &again);
}

/* A line that begins with '-', '~' or '!' is of a list, another a token. */
static void
take_line(FuzzEnv *f, AnCustom *custom, const char *s, size_t len)
{
	const char *cut = memchr(s, '=', len);
	size_t n = cut != NULL ? (size_t) (cut - s) : len;
	const char *value = cut != NULL ? cut + 1 : "";
	size_t value_len = cut != NULL ? len - n - 1 : 0;
	AnWordList *list = s[0] == '-'   ? &custom->stop_words
					   : s[0] == '~' ? &custom->synonyms
									 : &custom->exceptions;
	AnListStatus status;

	if (list == &custom->stop_words)
		value_len = 0;
	else if (value_len == 0 || (list == &custom->exceptions &&
								memchr(value, '|', value_len) != NULL))
		return;
	status =
		an_list_add(&f->env, an_store(), list, s + 1, n - 1, value, value_len);
	CHECK(status >= AN_LIST_OK && status <= AN_LIST_FULL);
}

static void
each_line(FuzzEnv *f, AnCustom *custom, AnRecent *recent, const char *s,
		  size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		const char *line_end = memchr(s, '\n', (size_t) (end - s));
		size_t n = (size_t) ((line_end != NULL ? line_end : end) - s);
		bool listed = n > 1 && strchr("-~!", s[0]) != NULL && s[0] != '\0' &&
					  memchr(s, '=', n) != s;

		if (recent == NULL && listed)
			take_line(f, custom, s, n);
		else if (recent != NULL)
		{
			check_token(custom, recent, s, n);
			if (listed)
				check_token(custom, recent, s + 1, n - 1);
		}
		s += n + (line_end != NULL);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FuzzEnv f = { { fuzz_alloc, fuzz_poll }, { NULL }, 0 };
	AnCustom custom = { 0 };
	AnRecent *recent;
	char *text;

	if (size < 1 || size > 20000)
		return 0;
	recent = calloc(1, an_recent_size());

	/* a copy of its own, so that a sanitizer sees every byte read beyond */
	text = malloc(size);
	CHECK(text != NULL && recent != NULL);
	memcpy(text, data + 1, size - 1);
	custom.form = (AnForm) (data[0] % 3);
	custom.stops = (data[0] & 4) != 0;
	each_line(&f, &custom, NULL, text, size - 1);
	each_line(&f, &custom, recent, text, size - 1);
	free(text);
	free(recent);
	while (f.nblocks > 0)
		free(f.blocks[--f.nblocks]);
	return 0;
}
