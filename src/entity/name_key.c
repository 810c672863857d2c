/*-------------------------------------------------------------------------
 *
 * name_key.c
 *	  The key under which spellings of one name meet.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

/* Letters of hamza under which spellings differ: dropped, or as their seat. */
static size_t
without_hamza(char *s, size_t len)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < len; i++)
	{
		if (i + 1 < len && s[i] == '\xd8' && s[i + 1] == '\xa1')
		{
			i++; /* ء */
			continue;
		}
		if (i + 1 < len && s[i] == '\xd8' && s[i + 1] == '\xa4')
		{
			s[n++] = '\xd9'; /* ؤ */
			s[n++] = '\x88';
			i++;
			continue;
		}
		if (i + 1 < len && s[i] == '\xd8' && s[i + 1] == '\xa6')
		{
			s[n++] = '\xd9'; /* ئ */
			s[n++] = '\x8a';
			i++;
			continue;
		}
		s[n++] = s[i];
	}
	return n;
}

size_t
an_joined_name(const char *key, size_t len)
{
	static const char servant[] = "عبدال";
	static const char father[] = "ابو";

	/* عبد alone before ال: عبدالي is a name of its own */
	if (len >= sizeof(servant) - 1 + 2 * AN_LETTER &&
		memcmp(key, servant, sizeof(servant) - 1) == 0)
		return 3 * AN_LETTER;
	if (len >= sizeof(father) - 1 + 3 * AN_LETTER &&
		memcmp(key, father, sizeof(father) - 1) == 0)
		return 3 * AN_LETTER;
	return 0;
}

/* A word of a key without its ال; gives its length. */
static size_t
without_article(char *s, size_t len)
{
	static const char al[] = "\xd8\xa7\xd9\x84";

	if (len < AN_ARTICLE + 2 * AN_LETTER || memcmp(s, al, AN_ARTICLE) != 0)
		return len;
	memmove(s, s + AN_ARTICLE, len - AN_ARTICLE);
	return len - AN_ARTICLE;
}

/* Writes the key of a name; out has room for AN_FOLD_MAX() of its bytes. */
static size_t
write_key(const char *name, char *out, size_t room)
{
	size_t n = 0;
	const char *at = name;

	while (*at != '\0')
	{
		size_t size = strcspn(at, " ");
		size_t begun = n;

		if (size > 0)
		{
			size_t used;
			size_t joined;

			if (n > 0)
				out[n++] = ' ';
			used = an_fold(at, size, out + n, room - n);
			joined = an_joined_name(out + n, used);
			if (joined > 0 && used + 1 < room - n)
			{
				/* عبدالله is عبد الله */
				memmove(out + n + joined + 1, out + n + joined, used - joined);
				out[n + joined] = ' ';
				n += joined + 1;
				used -= joined;
			}
			used = without_article(out + n, used);
			used = without_hamza(out + n, used);
			n = used > 0 ? n + used : begun;
		}
		at += size;
		at += *at == ' ';
	}
	out[n] = '\0';
	return n;
}

/* Names of no more bytes than this are folded without room in the arena. */
#define SHORT 128

const char *
an_name_key(AnReader *r, const char *name)
{
	size_t len = strlen(name);
	char *key;

	if (len <= SHORT)
	{
		char folded[AN_FOLD_MAX(SHORT) + 1];
		size_t n = write_key(name, folded, AN_FOLD_MAX(SHORT));

		return an_copy(r->env, folded, n);
	}
	key = r->env->alloc(r->env, AN_FOLD_MAX(len) + 1);
	write_key(name, key, AN_FOLD_MAX(len));
	return key;
}
