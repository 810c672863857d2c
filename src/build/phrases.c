/*-------------------------------------------------------------------------
 *
 * phrases.c
 *	  Checks spellings, makes keys of them, adds them to the block.
 *
 *-------------------------------------------------------------------------
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/compile.h"
#include "text/text.h"

void
an_fail(AnCompiler *c, const char *format, ...)
{
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	an_report(&c->report, c->path, c->line, "%s", text);
}

/* ---- Spelling ---- */

/* Signs that may stand in a phrase besides letters and digits. */
static bool
sign_allowed(uint32_t cp, int spell)
{
	switch (cp)
	{
		case ' ':
		case '-':
		case '.':
		case '\'':
		case '&':
		case '/':
		case '+':
			return true;
		case '%':
		case '$':
		case 0x066A: /* Arabic percent sign */
		case 0x00A3:
		case 0x00A5:
		case 0x00B0:
			return (spell & AN_SPELL_SYMBOLS) != 0;
		default:
			return (spell & AN_SPELL_SYMBOLS) != 0 && cp >= 0x20A0 &&
				   cp <= 0x20CF;
	}
}

static bool
character_ok(AnCompiler *c, uint32_t cp, int spell)
{
	switch (an_class(cp))
	{
		case AN_CLASS_ARABIC:
		case AN_CLASS_ASCII:
		case AN_CLASS_LETTER:
			return true;
		case AN_CLASS_DIGIT:
			if (cp <= '9')
				return true;
			an_fail(c, "digit U+%04X; write 0-9", (unsigned int) cp);
			return false;
		case AN_CLASS_TATWEEL:
			an_fail(c, "tatweel");
			return false;
		case AN_CLASS_MARK:
			an_fail(c, "diacritic U+%04X", (unsigned int) cp);
			return false;
		default:
			if (sign_allowed(cp, spell))
				return true;
			an_fail(c, "character U+%04X is not allowed here",
					(unsigned int) cp);
			return false;
	}
}

/* Memory for an_normalize(): one spelling at a time. */
typedef struct SpellingEnv
{
	AnEnv env;
	char room[AN_FOLD_MAX(AN_KEY_MAX) * 4];
	size_t used;
} SpellingEnv;

static void *
spelling_alloc(AnEnv *env, size_t size)
{
	SpellingEnv *own = (SpellingEnv *) env;
	char *p = own->room + own->used;

	size = (size + 15) & ~(size_t) 15;
	if (size > sizeof(own->room) - own->used)
	{
		fprintf(stderr, "out of memory for a spelling\n");
		exit(1);
	}
	own->used += size;
	return p;
}

static bool
spelling_poll(AnEnv *env)
{
	(void) env;
	return false;
}

/* Standard letters only: no look-alikes, no presentation forms, composed. */
static bool
letters_standard(const char *s, size_t len)
{
	SpellingEnv own = { .env = { spelling_alloc, spelling_poll } };
	AnNormalized norm;

	return an_normalize(&own.env, s, len, AN_ORTHOGRAPHY, false, &norm) ==
			   AN_OK &&
		   !norm.changed;
}

static bool
spelling_ok(AnCompiler *c, const char *s, size_t len, int spell)
{
	const char *end = s + len;
	const char *at = s;
	uint32_t before = ' ';

	if (len == 0)
	{
		an_fail(c, "empty spelling");
		return false;
	}
	if (len > AN_KEY_MAX / 2)
	{
		an_fail(c, "spelling of %zu bytes", len);
		return false;
	}
	while (at < end)
	{
		uint32_t cp;

		at += an_utf8_decode(at, end, &cp);
		if (!character_ok(c, cp, spell))
			return false;
		if (cp == ' ' && (before == ' ' || at == end))
		{
			an_fail(c, "blank too many in \"%.*s\"", (int) len, s);
			return false;
		}
		before = cp;
	}
	if (!letters_standard(s, len))
	{
		an_fail(c,
				"\"%.*s\" has letters that are not the Arabic ones, or "
				"forms for presentation",
				(int) len, s);
		return false;
	}
	return true;
}

/* ---- Keys ---- */

static bool
is_letter(uint32_t cp)
{
	AnClass class = an_class(cp);

	return class == AN_CLASS_ARABIC || class == AN_CLASS_ASCII ||
		   class == AN_CLASS_LETTER;
}

static bool
in_word(uint32_t cp)
{
	return an_class(cp) != AN_CLASS_OTHER;
}

/*
 * Length of an acronym at s: single letters with dots between, at least two;
 * the dot after the last one is not counted.  0 if there is none.
 */
static size_t
acronym_length(const char *s, const char *end)
{
	const char *at = s;
	int letters = 0;

	for (;;)
	{
		const char *next = at;
		uint32_t cp = 0;

		if (at < end)
			next += an_utf8_decode(at, end, &cp);
		if (cp == 0 || !is_letter(cp))
			break;
		letters++;
		at = next;
		if (at == end || *at != '.')
		{
			if (at < end)
				an_utf8_decode(at, end, &cp);
			if (at < end && in_word(cp))
				return 0; /* a word follows: ا.محمد */
			return letters > 1 ? (size_t) (at - s) : 0;
		}
		at++;
	}
	return letters > 1 ? (size_t) (at - 1 - s) : 0;
}

/* Length of a run of letters and digits, Arabic ones apart from others. */
static size_t
word_length(const char *s, const char *end)
{
	const char *at = s;
	bool arabic = false;

	while (at < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(at, end, &cp);
		AnClass class = an_class(cp);

		if (at == s)
			arabic = class == AN_CLASS_ARABIC;
		if (class == AN_CLASS_OTHER ||
			(arabic != (class == AN_CLASS_ARABIC) && class != AN_CLASS_MARK))
			break;
		at += size;
	}
	return (size_t) (at - s);
}

/* Appends a folded word; false when it does not fit. */
static bool
put_word(const char *s, size_t len, char *key, size_t keylen, size_t *used)
{
	size_t folded;

	if (*used > 0)
	{
		if (*used == keylen)
			return false;
		key[(*used)++] = ' ';
	}
	folded = an_fold(s, len, key + *used, keylen - *used);
	*used += folded;
	return folded > 0;
}

static bool
put_acronym(const char *s, size_t len, AnDots dots, char *key, size_t keylen,
			size_t *used)
{
	const char *end = s + len;

	if (dots != AN_DOTS_BLANK)
	{
		if (!put_word(s, len, key, keylen, used) || *used == keylen)
			return false;
		if (dots == AN_DOTS_FINAL)
			key[(*used)++] = '.';
		return true;
	}
	while (s < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, end, &cp);

		if (!put_word(s, (size_t) size, key, keylen, used))
			return false;
		s += size;
		s += s < end; /* the dot */
	}
	return true;
}

size_t
an_phrase_key(const char *s, size_t len, AnDots dots, char *key, size_t keylen)
{
	const char *start = s;
	const char *end = s + len;
	size_t used = 0;

	while (s < end)
	{
		size_t acronym = acronym_length(s, end);
		size_t word = word_length(s, end);

		if (acronym > 0)
		{
			if (!put_acronym(s, acronym, dots, key, keylen, &used))
				return 0;
			s += acronym;
		}
		else if (word > 0)
		{
			if (!put_word(s, word, key, keylen, &used))
				return 0;
			s += word;
		}
		else
		{
			uint32_t cp;

			s += an_utf8_decode(s, end, &cp);
		}
	}
	if (used == 0) /* a symbol: $ or % */
		used = an_fold(start, len, key, keylen);
	return used;
}

/* ---- Adding ---- */

AnRecord
an_named(AnCompiler *c, AnKind kind, const char *name)
{
	AnRecord record;

	memset(&record, 0, sizeof(record));
	record.kind = (uint16_t) kind;
	record.name = an_block_string(c->block, name, strlen(name));
	return record;
}

static void
wait_made(AnCompiler *c, uint32_t record, const char *key, size_t len)
{
	if (len == 0)
		return;
	if (c->nmade == c->made_room)
	{
		c->made_room = c->made_room > 0 ? c->made_room * 2 : 1024;
		c->made = an_need_more(c->made, c->made_room * sizeof(AnMade));
	}
	while (c->made_bytes_room - c->made_bytes < len)
	{
		c->made_bytes_room =
			c->made_bytes_room > 0 ? c->made_bytes_room * 2 : 65536;
		c->made_keys = an_need_more(c->made_keys, c->made_bytes_room);
	}
	memcpy(c->made_keys + c->made_bytes, key, len);
	c->made[c->nmade].key = c->made_bytes;
	c->made[c->nmade].len = len;
	c->made[c->nmade++].record = record;
	c->made_bytes += len;
}

/*
 * A key with ال on its last word, and with it on all but its first, unless
 * they have it.
 */
static void
make_definite(AnCompiler *c, uint32_t record, const char *key, size_t len)
{
	static const char al[] = "\xd8\xa7\xd9\x84";
	const size_t al_len = sizeof(al) - 1;
	bool all;
	size_t i;

	for (all = false;; all = true)
	{
		char out[AN_KEY_MAX * 2];
		size_t used = 0;
		bool changed = false;

		for (i = 0; i < len; i++)
		{
			bool last = memchr(key + i + 1, ' ', len - i - 1) == NULL;

			out[used++] = key[i];
			if (key[i] != ' ' || (!all && !last) ||
				(len - i > al_len && memcmp(key + i + 1, al, al_len) == 0))
				continue;
			if (used + al_len + (len - i) > sizeof(out))
				return;
			memcpy(out + used, al, al_len);
			used += al_len;
			changed = true;
		}
		if (changed)
			wait_made(c, record, out, used);
		if (all)
			break;
	}
}

/* The keys of a spelling that are made besides its first one. */
static void
make_keys(AnCompiler *c, uint32_t record, const char *s, size_t len,
		  const char *key, size_t keylen, int spell)
{
	char other[AN_KEY_MAX];

	if (spell & AN_SPELL_LATIN)
		return;
	if (memchr(key, '.', keylen) != NULL)
	{
		wait_made(c, record, other,
				  an_phrase_key(s, len, AN_DOTS_FINAL, other, sizeof(other)));
		wait_made(c, record, other,
				  an_phrase_key(s, len, AN_DOTS_BLANK, other, sizeof(other)));
	}
	if (spell & AN_SPELL_DEFINITE)
		make_definite(c, record, key, keylen);
}

/* The line in which the phrase is already, 0 if it may be added. */
static int
line_of_same(const AnCompiler *c, const AnRecord *record, uint32_t number,
			 const char *key, size_t keylen, int spell)
{
	AnKind kind = (AnKind) record->kind;
	int line;

	if (spell & AN_SPELL_HOMOGRAPHS)
		return an_block_origin(c->block, key, keylen, kind, number) >= 0
				   ? c->line
				   : 0;
	line = an_block_origin(c->block, key, keylen, kind, AN_ANY_RECORD);
	return line > 0 ? line : 0;
}

/* The key of a spelling, in the namespace that it belongs to. */
static size_t
spelled_key(const char *s, size_t len, int spell, char *key, size_t keylen)
{
	size_t mark = (spell & AN_SPELL_LATIN) != 0;
	size_t n;

	key[0] = AN_KEY_LATIN;
	n = an_phrase_key(s, len, AN_DOTS_INSIDE, key + mark, keylen - mark);
	return n > 0 ? n + mark : 0;
}

static void
write_one(AnCompiler *c, const AnRecord *record, const char *s, size_t len,
		  int spell)
{
	char key[AN_KEY_MAX];
	size_t keylen;
	int line;
	uint32_t number;

	if (!spelling_ok(c, s, len, spell))
		return;
	keylen = spelled_key(s, len, spell, key, sizeof(key));
	if (keylen == 0)
	{
		an_fail(c, "nothing is left of \"%.*s\"", (int) len, s);
		return;
	}
	number = an_block_record(c->block, record);
	line = line_of_same(c, record, number, key, keylen, spell);
	if (line > 0)
	{
		an_fail(c,
				"\"%.*s\" is in line %d already, or something that folds "
				"to the same",
				(int) len, s, line);
		return;
	}

	/* only what stands as a row's own spelling has a line to point to */
	an_block_add(c->block, key, keylen, number,
				 spell & AN_SPELL_HOMOGRAPHS ? 0 : c->line);
	make_keys(c, number, s, len, key, keylen, spell);
}

void
an_write(AnCompiler *c, const AnRecord *record, const char *cell, int spell)
{
	AnValues values = an_values(cell);

	while (an_values_next(&values))
		write_one(c, record, values.value, values.len, spell);
}

void
an_make(AnCompiler *c, const AnRecord *record, const char *stem, size_t len,
		const char *suffix, int spell)
{
	char s[AN_KEY_MAX];
	char key[AN_KEY_MAX];
	size_t suffix_len = strlen(suffix);
	size_t keylen;
	uint32_t number;

	if (len + suffix_len > sizeof(s))
		return;
	memcpy(s, stem, len);
	memcpy(s + len, suffix, suffix_len);
	len += suffix_len;
	keylen = spelled_key(s, len, spell, key, sizeof(key));
	if (keylen == 0)
		return;
	number = an_block_record(c->block, record);
	wait_made(c, number, key, keylen);
	make_keys(c, number, s, len, key, keylen, spell);
}

void
an_add_made(AnCompiler *c)
{
	size_t i;

	for (i = 0; i < c->nmade; i++)
	{
		const char *key = c->made_keys + c->made[i].key;
		size_t len = c->made[i].len;
		const AnRecord *record = an_block_get(c->block, c->made[i].record);

		if (an_block_origin(c->block, key, len, (AnKind) record->kind,
							AN_ANY_RECORD) < 0)
			an_block_add(c->block, key, len, c->made[i].record, 0);
	}
	c->nmade = 0;
	c->made_bytes = 0;
}
