/*
 * latin.c
 *	  A text in Latin letters: an_transliterate().
 *
 * The text is brought to Unicode's normal form, then taken word by word.  A
 * name or a phrase of names has its usual spelling (data/latin.tsv, and
 * CLDR's names of countries), with the proclitics that its first word may
 * have; another word has the vowels of its likeliest reading; a word that is
 * not read so is spelled by its letters (latin_letters.c).
 */
#include <string.h>

#include "entity/entity.h"
#include "entity/latin.h"
#include "morph/morph.h"
#include "store/grammar.h"

/* Names of more words than this are not looked for. */
#define PHRASE_WORDS 6
#define PHRASE_BYTES 256

/* Proclitics of one word, at the most أوبال. */
#define PROCLITICS_MAX 8
#define PREFIX_ROOM 32

#define ALEF "\xd8\xa7"
#define LAM "\xd9\x84"
#define LETTER ((size_t) 2)

typedef struct Latin
{
	AnEnv *env;
	const AnBlock *block;
	const char *end; /* of the text */
	char *out;
	size_t len;
	size_t room;
	AnStatus status;
	bool definite; /* the word before, a blank away, has the article */
} Latin;

/* A word of the text, and what is looked up for it. */
typedef struct Piece
{
	const char *start;
	const char *end;
	char folded[AN_FOLD_MAX(AN_WORD_MAX)];
	size_t len; /* of folded; 0: too long to be looked up */
} Piece;

/* ---- Writing ---- */

static void
put(Latin *l, const char *s, size_t n)
{
	if (l->status != AN_OK)
		return;
	if (n > AN_MAX_TEXT - l->len)
	{
		l->status = AN_TOO_LARGE;
		return;
	}
	if (n > l->room - l->len)
	{
		size_t room = l->room * 2 > l->len + n ? l->room * 2 : l->len + n;
		char *out = l->env->alloc(l->env, room);

		memcpy(out, l->out, l->len);
		l->out = out;
		l->room = room;
	}
	memcpy(l->out + l->len, s, n);
	l->len += n;
}

static void
put_string(Latin *l, const char *s)
{
	put(l, s, strlen(s));
}

static void
capital(char *s)
{
	if (*s >= 'a' && *s <= 'z')
		*s = (char) (*s - 'a' + 'A');
}

/* ---- Words ---- */

static bool
in_word(uint32_t cp)
{
	AnClass class = an_class(cp);

	return class == AN_CLASS_ARABIC || class == AN_CLASS_MARK;
}

/* Where the word at s ends; s if none is there. */
static const char *
word_end(const char *s, const char *end)
{
	const char *at = s;

	while (at < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(at, end, &cp);

		if (!in_word(cp) || (at == s && an_class(cp) != AN_CLASS_ARABIC))
			break;
		at += size;
	}
	return at;
}

static void
take(Piece *p, const char *s, const char *end)
{
	p->start = s;
	p->end = word_end(s, end);
	p->len = 0;
	if ((size_t) (p->end - s) <= AN_WORD_MAX)
		p->len =
			an_fold(s, (size_t) (p->end - s), p->folded, sizeof(p->folded));
}

/* The word behind one blank; false if there is none. */
static bool
next_piece(const Latin *l, const Piece *p, Piece *next)
{
	if (p->end >= l->end || *p->end != ' ')
		return false;
	take(next, p->end + 1, l->end);
	return next->len > 0;
}

static bool
has_article(const Piece *p)
{
	return p->len > 3 * LETTER && memcmp(p->folded, ALEF LAM, 2 * LETTER) == 0;
}

/* ---- Names ---- */

/*
 * The longest name that begins with the word, from its byte skip on.  Gives
 * its record and where it ends; NULL if there is none.
 */
static const AnRecord *
find_name(const Latin *l, const Piece *first, size_t skip, const char **end)
{
	char key[PHRASE_BYTES];
	const AnRecord *found = NULL;
	Piece piece = *first;
	size_t len = 1 + first->len - skip;
	int words;

	if (first->len <= skip || len > sizeof(key))
		return NULL;
	key[0] = AN_KEY_LATIN;
	memcpy(key + 1, first->folded + skip, first->len - skip);
	for (words = 1; words <= PHRASE_WORDS; words++)
	{
		const AnRecord *r = an_store_sense(l->block, key, len, AN_KIND_LATIN);
		AnEntry entry;
		Piece next;

		if (r != NULL)
		{
			found = r;
			*end = piece.end;
		}
		if (!an_store_find(l->block, key, len, &entry) || !entry.more ||
			!next_piece(l, &piece, &next) || len + 1 + next.len > sizeof(key))
			break;
		key[len++] = ' ';
		memcpy(key + len, next.folded, next.len);
		len += next.len;
		piece = next;
	}
	return found;
}

/* A particle that is not written as the name that folds to it: على, علي. */
static bool
is_particle(const Latin *l, const Piece *p, const AnReading *reading,
			const AnRecord *name)
{
	const char *written;
	size_t len = (size_t) (p->end - p->start);

	if (reading->name != NULL || reading->part_of_speech != AN_POS_PART)
		return false;
	if (name == NULL)
		return true;
	written = an_string(l->block, name->name);
	return strlen(written) != len || memcmp(written, p->start, len) != 0;
}

/* ---- Proclitics ---- */

/*
 * The first n bytes of a folded word, which are proclitics, in Latin letters.
 * article: there is one, even where لل is written with one ل.
 */
static size_t
latin_prefix(const char *folded, size_t n, bool article, char *out)
{
	size_t len = 0;
	size_t i;
	bool has = false;

	for (i = 0; i + LETTER <= n && len + 12 < PREFIX_ROOM; i += LETTER)
	{
		const char *latin = "";

		if (memcmp(folded + i, ALEF, LETTER) == 0 ||
			(i > 0 && memcmp(folded + i, LAM, LETTER) == 0 &&
			 memcmp(folded + i - LETTER, LAM, LETTER) == 0))
		{
			has = i + LETTER < n || i > 0;
			latin = has ? "al-" : "a-";
			i += memcmp(folded + i, ALEF, LETTER) == 0 && has ? LETTER : 0;
		}
		else if (memcmp(folded + i, LAM, LETTER) == 0)
			latin = "li-";
		else if (memcmp(folded + i, "و", LETTER) == 0)
			latin = "wa-";
		else if (memcmp(folded + i, "ف", LETTER) == 0)
			latin = "fa-";
		else if (memcmp(folded + i, "ب", LETTER) == 0)
			latin = "bi-";
		else if (memcmp(folded + i, "ك", LETTER) == 0)
			latin = "ka-";
		else if (memcmp(folded + i, "س", LETTER) == 0)
			latin = "sa";
		memcpy(out + len, latin, strlen(latin));
		len += strlen(latin);
	}
	if (article && !has)
	{
		memcpy(out + len, "al-", 3);
		len += 3;
	}
	return len;
}

/* A name behind proclitics that may be there. */
static const AnRecord *
find_behind(const Latin *l, const Piece *p, size_t most, size_t *skip,
			const char **end)
{
	uint8_t lengths[PROCLITICS_MAX];
	int n = an_proclitics(p->folded, p->len, lengths, PROCLITICS_MAX);
	int i;

	for (i = 0; i < n; i++)
	{
		const AnRecord *name;

		/* the future's س stands before verbs only */
		if (lengths[i] > most ||
			memcmp(p->folded + lengths[i] - LETTER, "س", LETTER) == 0)
			continue;
		name = find_name(l, p, lengths[i], end);
		if (name != NULL)
		{
			*skip = lengths[i];
			return name;
		}
	}
	return NULL;
}

static void
put_prefixed(Latin *l, const Piece *p, size_t skip, const char *latin)
{
	char prefix[PREFIX_ROOM];
	size_t n = latin_prefix(p->folded, skip, false, prefix);

	/* والسيسي: one article */
	if (n >= 3 && memcmp(prefix + n - 3, "al-", 3) == 0 &&
		strncmp(latin, "al-", 3) == 0)
		latin += 3;
	put(l, prefix, n);
	put_string(l, latin);
}

/* ---- Words that are no names ---- */

/* s behind so many letters, and the marks of the last one. */
static const char *
skip_letters(const char *s, const char *end, size_t letters)
{
	while (s < end)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, end, &cp);

		if (an_class(cp) == AN_CLASS_ARABIC && letters-- == 0)
			break;
		s += size;
	}
	return s;
}

static bool
has_vowels(const char *s, const char *end)
{
	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (cp >= 0x064E && cp <= 0x0650)
			return true;
	}
	return false;
}

/*
 * The reading whose vowels the word gets: the likeliest, or where that is a
 * name, which has none, a noun or adjective of the same letters (كريم).
 */
static const AnReading *
with_vowels(const AnReading *readings, int n)
{
	int i;

	if (readings[0].stem != NULL &&
		has_vowels(readings[0].vocalized,
				   readings[0].vocalized + strlen(readings[0].vocalized)))
		return &readings[0];
	for (i = 1; i < n; i++)
	{
		const AnReading *r = &readings[i];

		if (r->stem != NULL && r->part_of_speech != AN_POS_VERB &&
			r->prefix_len == readings[0].prefix_len &&
			r->suffix_len == readings[0].suffix_len &&
			has_vowels(r->vocalized, r->vocalized + strlen(r->vocalized)))
			return r;
	}
	return NULL;
}

static void
put_letters(Latin *l, const char *s, const char *end, AnVowels vowels,
			bool construct, bool title)
{
	char out[AN_LATIN_ROOM];

	while (s < end && l->status == AN_OK)
	{
		size_t used;
		size_t n = an_latin_letters(s, end, vowels, construct, out, &used);

		if (title && n > 0)
			capital(out);
		title = false;
		put(l, out, n);
		s += used;
	}
}

/* ة before a definite noun or a name is heard as t: Wizarat al-Kharijiyya. */
static bool
in_construct(const Latin *l, const Piece *p, const AnReading *r)
{
	Piece next;
	const char *end;

	if (r->name != NULL || r->stem == NULL || r->before & AN_BEFORE_AL ||
		!next_piece(l, p, &next))
		return false;
	return has_article(&next) || find_name(l, &next, 0, &end) != NULL;
}

/* The word from byte skip of its folded letters on, without proclitics. */
static void
put_read(Latin *l, const Piece *p, const AnReading *readings, int n,
		 bool title)
{
	char vocalized[AN_WORD_MAX * 6];
	const AnReading *r = n > 0 ? with_vowels(readings, n) : NULL;
	size_t letters = n > 0 ? readings[0].prefix_len / LETTER : 0;
	size_t len = 0;
	const char *s = skip_letters(p->start, p->end, letters);

	if (r != NULL)
		len = an_reading_vocalized(l->block, p->start,
								   (size_t) (p->end - p->start), r, vocalized,
								   sizeof(vocalized));
	if (len > 0)
		put_letters(l, skip_letters(vocalized, vocalized + len, letters),
					vocalized + len, AN_VOWELS_WRITTEN,
					in_construct(l, p, &readings[0]), title);
	else
		put_letters(l, s, p->end,
					has_vowels(s, p->end) ? AN_VOWELS_WRITTEN
					: n > 0 && readings[0].before & AN_BEFORE_AL
						? AN_VOWELS_ARABIC
						: AN_VOWELS_GUESSED,
					false, title);
}

/* ---- عبد and one of the names of God ---- */

static const char servant[] = "عبد";

/* What follows عبد ال, in one word with it. */
static void
put_servant(Latin *l, const char *s, const char *end)
{
	AnReading readings[AN_READINGS_MAX];
	Piece rest;
	const char *name_end;
	const AnRecord *name;
	size_t from;

	take(&rest, s, end);
	put_string(l, "Abdul");
	from = l->len;
	name = rest.len > 0 ? find_name(l, &rest, 0, &name_end) : NULL;
	if (name != NULL && name_end == rest.end)
		put_string(l, an_string(l->block, name->extra));
	else
	{
		int n = an_readings(l->block, s, (size_t) (end - s), readings,
							AN_READINGS_MAX);

		if (n > 0 && readings[0].prefix_len > 0)
			n = 0; /* no proclitic stands behind the article */
		put_read(l, &rest, readings, n, false);
	}
	if (from < l->len && l->out[from] >= 'A' && l->out[from] <= 'Z')
		l->out[from] = (char) (l->out[from] - 'A' + 'a');
}

/* Where the name with عبد ends that begins here; NULL if none does. */
static const char *
try_servant(Latin *l, const Piece *p, const AnRecord *name)
{
	const size_t n = strlen(servant);
	Piece next;
	const char *end;

	if (p->len < n || memcmp(p->folded, servant, n) != 0)
		return NULL;
	if (p->len == n && next_piece(l, p, &next) && has_article(&next))
		end = next.end;
	else if (name == NULL && p->len > n + 4 * LETTER &&
			 memcmp(p->folded + n, ALEF LAM, 2 * LETTER) == 0)
	{
		next = *p;
		next.start = skip_letters(p->start, p->end, n / LETTER);
		end = p->end;
	}
	else
		return NULL;
	put_servant(l, skip_letters(next.start, end, 2), end);
	return end;
}

/* ---- The text ---- */

/* A word without a reading, or a name that is never without its article. */
static void
put_unread(Latin *l, const Piece *p)
{
	const char *s = p->start;
	AnVowels vowels = AN_VOWELS_GUESSED;

	if (has_article(p))
	{
		vowels = AN_VOWELS_ARABIC;
		put_string(l, "al-");
		s = skip_letters(s, p->end, 2);
	}
	if (has_vowels(s, p->end))
		vowels = AN_VOWELS_WRITTEN;
	put_letters(l, s, p->end, vowels, false, true);
}

static void
put_reading(Latin *l, const Piece *p, const AnReading *readings, int n)
{
	const AnReading *r = &readings[0];
	char prefix[PREFIX_ROOM];
	size_t len = latin_prefix(p->folded, r->prefix_len,
							  (r->before & AN_BEFORE_AL) != 0, prefix);
	bool title = r->name != NULL || r->part_of_speech != AN_POS_PART;

	/* the future's sa is one word with its verb */
	if (len >= 2 && memcmp(prefix + len - 2, "sa", 2) == 0)
	{
		capital(prefix + len - 2);
		title = false;
	}
	put(l, prefix, len);
	put_read(l, p, readings, n, title);
}

/*
 * A country's name that is also the adjective of the noun before it, which
 * has the article: وكالة الأنباء السعودية.
 */
static bool
is_adjective(const Latin *l, const Piece *p)
{
	const AnRecord *r;

	if (!l->definite || !has_article(p))
		return false;
	r = an_store_sense(l->block, p->folded + 2 * LETTER, p->len - 2 * LETTER,
					   AN_KIND_NATIONALITY);
	return r != NULL && (r->flags & AN_FLAG_FEMININE) != 0;
}

/* Writes the word, and those of a phrase that it begins; gives its end. */
static const char *
put_word(Latin *l, const Piece *p)
{
	AnReading readings[AN_READINGS_MAX];
	const AnRecord *name;
	const char *end = p->end;
	const char *servant_end;
	size_t skip = 0;
	int n;

	if (p->len == 0)
	{
		put_unread(l, p);
		return p->end;
	}
	n = an_readings(l->block, p->start, (size_t) (p->end - p->start), readings,
					AN_READINGS_MAX);
	name = find_name(l, p, 0, &end);
	if (name != NULL && end == p->end && n > 0 &&
		is_particle(l, p, &readings[0], name))
		name = NULL;
	if (name != NULL && end == p->end && is_adjective(l, p))
	{
		skip = 2 * LETTER;
		name = find_name(l, p, skip, &end);
	}
	servant_end = end == p->end ? try_servant(l, p, name) : NULL;
	if (servant_end != NULL)
		return servant_end;
	if (name != NULL)
	{
		put_prefixed(l, p, skip, an_string(l->block, name->extra));
		return end;
	}
	if (n == 0 || readings[0].prefix_len > 0)
		name = find_behind(l, p, n > 0 ? readings[0].prefix_len : p->len,
						   &skip, &end);
	if (name != NULL)
	{
		put_prefixed(l, p, skip, an_string(l->block, name->extra));
		return end;
	}
	if (n > 0 && !(readings[0].name != NULL && readings[0].prefix_len == 0 &&
				   has_article(p)))
		put_reading(l, p, readings, n);
	else
		put_unread(l, p);
	return p->end;
}

/* Signs of Arabic writing; NULL for any other character. */
static const char *
latin_sign(uint32_t cp)
{
	switch (cp)
	{
		case 0x060C: /* comma */
			return ",";
		case 0x061B: /* semicolon */
			return ";";
		case 0x061F: /* question mark */
			return "?";
		case 0x066A: /* percent sign */
			return "%";
		case 0x066B: /* decimal separator */
			return ".";
		case 0x066C: /* thousands separator */
			return ",";
		case 0x066D: /* star */
			return "*";
		case 0x06D4: /* full stop of Urdu */
			return ".";
		default:
			return NULL;
	}
}

/* Marks that belong to the Arabic script. */
static bool
arabic_mark(uint32_t cp)
{
	return an_class(cp) == AN_CLASS_MARK &&
		   ((cp >= 0x0600 && cp <= 0x06FF) || (cp >= 0x0890 && cp <= 0x08FF));
}

/* One character that is no Arabic letter; gives where it ends. */
static const char *
put_other(Latin *l, const char *s)
{
	uint32_t cp;
	int size = an_utf8_decode(s, l->end, &cp);
	int digit = an_digit(cp);
	const char *sign = latin_sign(cp);

	if (digit >= 0)
	{
		char c = (char) ('0' + digit);

		put(l, &c, 1);
	}
	else if (sign != NULL)
		put_string(l, sign);
	else if (!arabic_mark(cp))
		put(l, s, (size_t) size);
	return s + size;
}

AnStatus
an_transliterate(AnEnv *env, const AnBlock *block, const char *text,
				 size_t len, AnText *out)
{
	AnNormalized norm;
	Latin l;
	const char *s;
	const char *polled;

	l.status = an_normalize(env, text, len, AN_UNICODE, false, &norm);
	if (l.status != AN_OK)
		return l.status;
	l.env = env;
	l.block = block;
	l.end = norm.str + norm.len;
	l.len = 0;
	l.definite = false;
	l.room = norm.len + 64;
	l.out = env->alloc(env, l.room);
	polled = norm.str;
	for (s = norm.str; s < l.end && l.status == AN_OK;)
	{
		Piece piece;

		if ((size_t) (s - polled) > AN_POLL_BYTES)
		{
			if (env->poll(env))
				return AN_CANCELLED;
			polled = s;
		}
		take(&piece, s, l.end);
		if (piece.end > s)
		{
			s = put_word(&l, &piece);
			l.definite = has_article(&piece);
			continue;
		}
		l.definite = l.definite && *s == ' ';
		s = put_other(&l, s);
	}
	out->str = l.out;
	out->len = l.len;
	return l.status;
}
