/*-------------------------------------------------------------------------
 *
 * name_words.c
 *	  What can be told of one word in a name.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/names.h"

#define ALEF "\xd8\xa7"
#define LAM "\xd9\x84"
#define WAW "\xd9\x88"
#define FA "\xd9\x81"
#define BA "\xd8\xa8"
#define KAF "\xd9\x83"

bool
an_word_in(const AnReader *r, uint32_t i, size_t skip, const AnSpelling *list,
		   size_t n)
{
	const char *key;
	size_t len;
	size_t k;

	if (i >= r->nwords || r->words[i].key_len < skip + AN_LETTER)
		return false;
	key = an_key(r, i) + skip;
	len = r->words[i].key_len - skip;
	for (k = 0; k < n; k++)
	{
		/* most differ in their first letter */
		if (list[k][1] == key[1] && list[k][0] == key[0] &&
			strlen(list[k]) == len && memcmp(key, list[k], len) == 0)
			return true;
	}
	return false;
}

bool
an_after_blank(const AnReader *r, uint32_t i)
{
	return i < r->nwords && (r->words[i].gap & ~AN_GAP_SPACE) == 0;
}

bool
an_begins_with(const AnReader *r, uint32_t i, const char *letters)
{
	size_t len = strlen(letters);

	return i < r->nwords && r->words[i].key_len >= len &&
		   memcmp(an_key(r, i), letters, len) == 0;
}

bool
an_definite(const AnReader *r, uint32_t i)
{
	uint32_t cp;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_ARABIC ||
		r->words[i].key_len < AN_ARTICLE + 2 * AN_LETTER ||
		!an_begins_with(r, i, ALEF LAM))
		return false;

	/* ألمانيا and إلى have a hamza, which the key has lost */
	an_utf8_decode(r->body + r->words[i].start, r->body + r->words[i].end,
				   &cp);
	return cp != 0x0623 && cp != 0x0625 && cp != 0x0622;
}

bool
an_definite_with(const AnReader *r, uint32_t i)
{
	size_t len;
	const char *s;

	if (an_definite(r, i))
		return true;
	if (i >= r->nwords || r->words[i].type != AN_TOKEN_ARABIC)
		return false;
	s = an_key(r, i);
	len = r->words[i].key_len;
	if (len >= 5 * AN_LETTER &&
		(memcmp(s, WAW, 2) == 0 || memcmp(s, FA, 2) == 0))
	{
		s += AN_LETTER;
		len -= AN_LETTER;
	}
	if (len >= 4 * AN_LETTER && memcmp(s, LAM LAM, 4) == 0)
		return true;
	if (len >= 5 * AN_LETTER &&
		(memcmp(s, BA, 2) == 0 || memcmp(s, KAF, 2) == 0))
	{
		s += AN_LETTER;
		len -= AN_LETTER;
	}
	return s != an_key(r, i) && len >= 4 * AN_LETTER &&
		   memcmp(s, ALEF LAM, 4) == 0;
}

/* The first letter that is no part of ال or a proclitic: an alef, or 0. */
static uint32_t
first_alef(const char *s, const char *end)
{
	uint32_t cp = 0;

	if (s < end)
		an_utf8_decode(s, end, &cp);
	return cp == 0x0622 || cp == 0x0623 || cp == 0x0625 ? cp : 0;
}

bool
an_spelled(const AnReader *r, uint32_t i, const AnRecord *record)
{
	const AnWord *word = &r->words[i];
	const char *name = an_string(r->block, record->name);
	size_t len = strcspn(name, " ");
	uint32_t written = first_alef(r->body + word->start, r->body + word->end);
	uint32_t listed = first_alef(name, name + len);
	size_t size = word->end - word->start;

	if (written != 0 && listed != 0 && written != listed)
		return false;

	/* ى at the end: a preposition or a verb if the store has one here */
	return !(size >= 2 && len >= 2 &&
			 memcmp(r->body + word->end - 2, "\xd9\x89", 2) == 0 &&
			 memcmp(name + len - 2, "\xd9\x8a", 2) == 0 &&
			 an_is(r, i, AN_BIT(STOP) | AN_BIT(CUE)));
}

bool
an_particle(const AnReader *r, uint32_t i)
{
	static const AnSpelling particles[] = {
		"خلال",  "بعد",  "قبل",   "عبر",   "ضد",    "نحو",   "حول",    "دون",
		"بين",   "تحت",  "فوق",   "امام",  "وراء",  "خلف",   "داخل",   "خارج",
		"ضمن",   "حيث",  "حين",   "عند",   "عندما", "منذ",   "حتي",    "لدي",
		"رغم",   "بسبب", "اثر",   "كما",   "اذ",    "اذا",   "لكن",    "ثم",
		"قد",    "لقد",  "كان",   "كانت",  "كانوا", "يكون",  "تكون",   "ليس",
		"ليست",  "هناك", "هنا",   "هذا",   "هذه",   "ذلك",   "تلك",    "كل",
		"كلا",   "بعض",  "جميع",  "غير",   "اكثر",  "اقل",   "اي",     "ما",
		"لا",    "لم",   "لن",    "ان",    "انه",   "انها",  "انهم",   "بان",
		"بانه",  "فان",  "لان",   "هو",    "هي",    "هم",    "وهو",    "وهي",
		"مع",    "عن",   "في",    "من",    "الي",   "او",    "ام",     "بل",
		"سوف",   "عدم",  "عدد",   "كيف",   "كي",    "لكي",   "مثل",    "فقط",
		"ايضا",  "جدا",  "معا",   "لدينا", "لديه",  "وان",   "وقد",    "وكان",
		"وكانت", "الذي", "التي",  "الذين", "والذي", "والتي", "والذين", "مما",
		"بما",   "لما",  "عما",   "فيما",  "بينما", "كلما",  "حينما",  "لذلك",
		"كذلك",  "وذلك", "زال",   "زالت",  "زالوا", "يزال",  "تزال",   "عليه",
		"عليها", "اليه", "اليها", "منه",   "منها",  "فيه",   "فيها",   "به",
		"بها",   "له",   "لها",   "لهم",   "اني",   "لاني",  "باني",   "جديد",
		"جديده", "صادر", "شمال",  "جنوب",  "شرق",   "غرب"
	};

	return AN_WORD_IN(r, i, particles);
}

/* Imperfect verbs have ي or ت and three or four letters more. */
bool
an_verb_shape(const AnReader *r, uint32_t i)
{
	size_t letters = r->words[i].key_len / AN_LETTER;

	if (an_begins_with(r, i, "سي") || an_begins_with(r, i, "ست"))
		return letters <= 7;
	if (an_begins_with(r, i, "يا"))
		return false; /* يانكو */
	return (an_begins_with(r, i, "ي") || an_begins_with(r, i, "ت") ||
			an_begins_with(r, i, "است") || an_begins_with(r, i, "لل")) &&
		   letters <= 6;
}

/* What the lexicon explains by a rare form only may as well be a name. */
#define UNLIKELY (-600)

static bool
is_unknown(const AnAnalysis *a)
{
	return !a->known || a->score < UNLIKELY;
}

bool
an_unlisted(const AnReader *r, uint32_t i)
{
	const AnWord *word;
	AnAnalysis a;

	if (i >= r->nwords)
		return false;
	word = &r->words[i];
	if (word->type != AN_TOKEN_ARABIC || word->kinds != 0 ||
		word->clitic_kinds != 0 || word->key_len < 2 * AN_LETTER ||
		an_particle(r, i))
		return false;
	return an_analyze(r->block, r->body + word->start, word->end - word->start,
					  &a) &&
		   !a.stop &&
		   (is_unknown(&a) || (a.suffix_len > 0 && a.prefix_len == 0));
}

bool
an_unknown(const AnReader *r, uint32_t i)
{
	const AnWord *word;
	AnAnalysis a;

	if (i >= r->nwords)
		return false;
	word = &r->words[i];
	if (word->type != AN_TOKEN_ARABIC || word->kinds != 0 ||
		word->clitic_kinds != 0 || word->key_len < 2 * AN_LETTER ||
		an_particle(r, i))
		return false;
	return an_analyze(r->block, r->body + word->start, word->end - word->start,
					  &a) &&
		   !a.stop && is_unknown(&a);
}

bool
an_whole_word(const AnReader *r, uint32_t i)
{
	const AnWord *word = &r->words[i];
	AnAnalysis a;

	return an_analyze(r->block, r->body + word->start, word->end - word->start,
					  &a) &&
		   !is_unknown(&a) &&
		   a.prefix_len == (an_definite(r, i) ? AN_ARTICLE : 0) &&
		   a.part_of_speech != AN_POS_NAME;
}

/*
 * Letters of sounds that other languages lack: transliteration uses them
 * seldom, and words of Arabic often.
 */
static bool
native_letter(uint32_t cp)
{
	switch (cp)
	{
		case 0x062D: /* ح */
		case 0x0639: /* ع */
		case 0x0635: /* ص */
		case 0x0636: /* ض */
		case 0x0638: /* ظ */
		case 0x0630: /* ذ */
		case 0x0629: /* ة */
		case 0x0649: /* ى */
		case 0x0621: /* ء */
		case 0x0624: /* ؤ */
			return true;
		default:
			return false;
	}
}

bool
an_foreign(const AnReader *r, uint32_t i)
{
	const char *s;
	const char *end;
	int letters = 0;
	int vowels = 0;

	if (!an_unknown(r, i) || an_definite_with(r, i))
		return false;
	s = r->body + r->words[i].start;
	end = r->body + r->words[i].end;
	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (an_class(cp) != AN_CLASS_ARABIC)
			continue;
		if (native_letter(cp))
			return false;
		letters++;
		vowels += cp == 0x0627 || cp == 0x0648 || cp == 0x064A;
	}
	return letters >= 3 && vowels > 0;
}

/* ---- Quotation marks ---- */

static bool
quote_mark(uint32_t cp)
{
	switch (cp)
	{
		case '"':
		case 0x00AB:
		case 0x00BB:
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x2018:
		case 0x2019:
			return true;
		default:
			return false;
	}
}

uint32_t
an_name_stop(const AnReader *r, uint32_t start, uint32_t next)
{
	uint32_t end = r->words[next - 1].end;
	uint32_t limit =
		next < r->nwords ? r->words[next].start : (uint32_t) r->len;
	const char *s = r->body + start;
	int marks = 0;
	uint32_t cp;

	if ((r->words[next].gap & AN_GAP_QUOTE) == 0)
		return end;
	while (s < r->body + end)
	{
		s += an_utf8_decode(s, r->body + end, &cp);
		marks += quote_mark(cp);
	}
	if (marks % 2 == 0 || end >= limit)
		return end;
	s += an_utf8_decode(s, r->body + limit, &cp);
	return quote_mark(cp) ? (uint32_t) (s - r->body) : end;
}

uint32_t
an_quoted(const AnReader *r, uint32_t i, uint32_t max)
{
	uint32_t k;

	if (i >= r->nwords || !r->words[i].quoted ||
		(r->words[i].gap & ~(AN_GAP_SPACE | AN_GAP_QUOTE)) != 0 ||
		(r->words[i].gap & AN_GAP_QUOTE) == 0)
		return i;
	for (k = i + 1; k <= r->nwords && k - i <= max; k++)
	{
		if (r->words[k].gap & AN_GAP_QUOTE)
			return k;
		if (r->words[k].gap & ~(AN_GAP_SPACE | AN_GAP_DASH))
			break;
	}
	return i;
}

/* ---- Names as written ---- */

const char *
an_written(AnReader *r, uint32_t start, uint32_t end)
{
	AnNormalized norm;
	const char *s;
	const char *stop;
	char *out;
	size_t n = 0;
	bool blank = false;

	if (an_normalize(r->env, r->body + start, end - start, AN_ORTHOGRAPHY,
					 false, &norm) != AN_OK)
		return "";
	out = r->env->alloc(r->env, norm.len + 1);
	s = norm.str;
	stop = s + norm.len;
	while (s < stop)
	{
		uint32_t cp;
		int size = an_utf8_decode(s, stop, &cp);

		if (cp == '_' || (an_class(cp) == AN_CLASS_OTHER && cp != '.' &&
						  cp != '&' && cp != '+'))
			blank = n > 0;
		else
		{
			if (blank)
				out[n++] = ' ';
			blank = false;
			memcpy(out + n, s, (size_t) size);
			n += (size_t) size;
		}
		s += size;
	}
	out[n] = '\0';
	return out;
}

/* Whether the store has this as a name of people. */
static bool
given_or_family(const AnReader *r, const char *key, size_t len)
{
	return an_store_sense(r->block, key, len, AN_KIND_GIVEN_NAME) != NULL ||
		   an_store_sense(r->block, key, len, AN_KIND_FAMILY_NAME) != NULL;
}

/* Bytes of a written word behind which a blank belongs, or 0. */
static size_t
split_at(const AnReader *r, const char *word, size_t len)
{
	char key[AN_FOLD_MAX(AN_WORD_MAX)];
	size_t n = len <= AN_WORD_MAX ? an_fold(word, len, key, sizeof(key)) : 0;
	size_t joined = n > 0 ? an_joined_name(key, n) : 0;

	/* letters without marks: as many bytes as in the key */
	if (joined == 0 || n != len ||
		(memcmp(key, ALEF, AN_LETTER) == 0 &&
		 !given_or_family(r, key + joined, n - joined)))
		return 0;
	return joined;
}

const char *
an_person_written(AnReader *r, uint32_t start, uint32_t end)
{
	const char *name = an_written(r, start, end);
	const char *at;
	size_t len = strlen(name);
	size_t n = 0;
	char *out;

	for (at = name; *at != '\0'; at += *at == ' ')
	{
		size_t size = strcspn(at, " ");

		n += split_at(r, at, size) > 0;
		at += size;
	}
	if (n == 0)
		return name;
	out = r->env->alloc(r->env, len + n + 1);
	n = 0;
	for (at = name; *at != '\0';)
	{
		size_t size = strcspn(at, " ");
		size_t split = split_at(r, at, size);

		memcpy(out + n, at, split);
		n += split;
		if (split > 0)
			out[n++] = ' ';
		memcpy(out + n, at + split, size - split);
		n += size - split;
		at += size;
		if (*at == ' ')
			out[n++] = *at++;
	}
	out[n] = '\0';
	return out;
}

AnEntity *
an_add_name(AnReader *r, AnEntityType type, uint32_t first, uint32_t next,
			uint32_t start, float confidence)
{
	AnEntity *e = an_reader_add(r, type, start, an_name_stop(r, start, next));

	e->confidence = confidence;
	if (type != AN_PERSON && next > r->name_end[first])
		r->name_end[first] = next;
	return e;
}
