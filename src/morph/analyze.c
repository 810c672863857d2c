/*
 * analyze.c
 *	  The reading of one word: what the store knows under its affixes, else
 *	  the light stem.
 *
 * A word is read whole if the store has it; else without proclitics, suffix,
 * or both that leave something which the store has, the least doubtful split
 * first; else by rule.  So a word's own و, ب, ك or ل stays as soon as the
 * word is written down.
 */
#include <string.h>

#include "morph/affixes.h"

/* the one month whose name is two letters */
#define AUGUST "\xd8\xa2" BA

typedef struct Split
{
	size_t prefix; /* bytes */
	size_t suffix;
	AnSense sense;

	/* what is looked up: a part of the word, or in Reading.changed */
	const char *folded;
	const char *written;
	size_t len;
} Split;

/* Doubtful splits, the least doubtful first. */
typedef enum Hold
{
	HOLD_NAME,  /* a less frequent name without clitics */
	HOLD_SHORT, /* two letters and a suffix: لف and هم */
	HOLD_POOR,  /* spelled otherwise, or a word rather */
	HOLD_COUNT
} Hold;

typedef struct Reading
{
	const AnBlock *block;
	const AnSpelling *word;
	bool stop;           /* the whole is a stop word */
	size_t article;      /* bytes up to the end of ال, or 0 */
	uint8_t prefixes[8]; /* bytes of the proclitics that it may have */
	int nprefixes;
	Split split;        /* the one that is being tried */
	AnSpelling changed; /* its base, if that is not as in the word */

	/* the first ones of each sort that are taken if there is no better one */
	Split held[HOLD_COUNT];
	bool holds[HOLD_COUNT];
	AnSpelling held_name;
} Reading;

/*
 * Whether a form is a stop word: most are by their folded letters, but some
 * only as they are written, since علي and آلي are none.
 */
static bool
is_stop(const AnBlock *block, const AnEntry *entry, const char *written,
		size_t len)
{
	int i;

	for (i = 0; i < entry->nsenses; i++)
	{
		const AnRecord *record = an_record(block, entry->senses[i]);
		const char *exact;

		if (record->kind != AN_KIND_STOP)
			continue;
		exact = an_string(block, record->extra);
		if (*exact == '\0' ||
			(strncmp(exact, written, len) == 0 && exact[len] == '\0'))
			return true;
	}
	return false;
}

/* ---- Splits ---- */

/* Looks up the base; true if that settles it. */
static bool
look_up(Reading *r)
{
	Split *split = &r->split;

	return an_sense(r->block, split->folded, split->written, split->len,
					&split->sense) == AN_GOOD;
}

/* Holds the split in case that there is no better one; always false. */
static bool
hold(Reading *r, Hold sort)
{
	if (!r->holds[sort])
	{
		r->held[sort] = r->split;
		r->holds[sort] = true;
	}
	return false;
}

static bool
hold_poor(Reading *r)
{
	if (r->split.sense.quality == AN_POOR &&
		r->split.folded != r->changed.folded)
		hold(r, HOLD_POOR);
	return false;
}

/* Takes the one that is held. */
static bool
take(Reading *r, Hold sort)
{
	if (r->holds[sort])
		r->split = r->held[sort];
	return r->holds[sort];
}

static void
set_base(Reading *r, size_t prefix, size_t suffix)
{
	Split *split = &r->split;

	split->prefix = prefix;
	split->suffix = suffix;
	split->len = r->word->len - prefix - suffix;
	split->folded = r->word->folded + prefix;
	split->written = r->word->written + prefix;
}

/*
 * Makes a base that is not as in the word: letters before it, letters behind
 * it instead of its last cut bytes.
 */
static void
change_base(Reading *r, const char *before, size_t cut, const char *folded,
			const char *written)
{
	Split *split = &r->split;
	AnSpelling *to = &r->changed;
	size_t n = strlen(before);
	size_t behind = strlen(folded);
	size_t len = split->len - cut;

	memcpy(to->folded, before, n);
	memcpy(to->folded + n, split->folded, len);
	memcpy(to->folded + n + len, folded, behind);
	memcpy(to->written, before, n);
	memcpy(to->written + n, split->written, len);
	memcpy(to->written + n + len, written, behind);
	split->folded = to->folded;
	split->written = to->written;
	split->len = n + len + behind;
}

/*
 * A name with a fixed article, which stands before it no more.  With none at
 * all (نمسا) it must be a frequent name, or wait.
 */
static bool
try_name(Reading *r, size_t prefix)
{
	Split *split = &r->split;

	if (r->word->len - prefix < 3 * LETTER)
		return false;
	set_base(r, prefix, 0);
	change_base(r, ALEF LAM, 0, "", "");
	if (!look_up(r) || !split->sense.name ||
		strncmp(an_string(r->block, split->sense.record->name), ALEF LAM,
				2 * LETTER) != 0)
		return false;
	if (split->sense.strong || prefix > 0)
		return true;
	r->held_name = r->changed;
	split->folded = r->held_name.folded;
	split->written = r->held_name.written;
	return hold(r, HOLD_NAME);
}

/* Whether the letter can begin an imperfect verb. */
static bool
begins_imperfect(unsigned letter)
{
	return letter == L_YA || letter == L_TA || letter == L_NUN ||
		   letter == L_ALEF;
}

/* Whether the sense found may stand behind these proclitics. */
static bool
prefix_fits(const Reading *r, size_t prefix)
{
	const AnSense *sense = &r->split.sense;
	unsigned last = an_letter(r->word->folded, prefix / LETTER - 1);

	/* the article stands before nouns */
	if (prefix == r->article)
		return sense->name || (sense->parts & AN_ON_NOUN) != 0;
	/* the future's س stands before imperfect verbs */
	if (last == L_SIN)
		return (sense->parts & AN_ON_VERB) != 0 &&
			   begins_imperfect(an_letter(r->split.folded, 0));
	return true;
}

/* The whole word, or what else needs no affix to be explained. */
static bool
try_whole(Reading *r, const AnEntry *entry)
{
	set_base(r, 0, 0);
	if (an_sense_of(r->block, entry, r->split.folded, r->split.written,
					r->split.len, &r->split.sense) == AN_GOOD)
		return true;
	/* with the article it is no pronoun: القاهره is القاهرة */
	if (r->split.sense.quality == AN_POOR && r->split.sense.marbuta &&
		!r->stop &&
		an_begins(r->word->written, r->word->len, ALEF LAM, 2 * LETTER))
		return true;
	return hold_poor(r);
}

/*
 * Without proclitics alone.  Less frequent names, and words of three letters
 * that no list of words has, wait.
 */
static bool
try_prefix(Reading *r, size_t prefix)
{
	const AnSense *sense = &r->split.sense;
	size_t left = r->word->len - prefix;
	bool definite = prefix == r->article;

	if (left < 2 * LETTER)
		return false;
	/* للصين is of الصين */
	if (definite && an_letter(r->word->folded, prefix / LETTER - 2) == L_LAM &&
		try_name(r, prefix))
		return true;
	set_base(r, prefix, 0);
	if (!look_up(r))
		return (definite && sense->quality == AN_POOR && sense->marbuta) ||
			   hold_poor(r);
	if (!prefix_fits(r, prefix))
		return false;
	if (definite)
		return true;
	if (left < 3 * LETTER && sense->name)
		return false;
	if (left > 3 * LETTER ? !sense->name || sense->strong
						  : sense->record->kind == AN_KIND_WORD ||
								sense->record->kind == AN_KIND_COUNTRY ||
								sense->record->kind == AN_KIND_CUE)
		return true;
	return !sense->name || left > 3 * LETTER ? hold(r, HOLD_NAME) : false;
}

static bool
is_preposition(const Reading *r, size_t prefix)
{
	unsigned last = an_letter(r->word->folded, prefix / LETTER - 1);

	return last == L_BA || last == L_KAF ||
		   (last == L_LAM && prefix != r->article);
}

/* Whether the sense found may have the suffix behind it. */
static bool
suffix_fits(const Reading *r, const AnSuffix *suffix, bool marbuta)
{
	const Split *split = &r->split;
	unsigned parts = split->sense.parts;
	unsigned first = an_letter(split->folded, 0);

	if (split->sense.name && (parts & AN_ON_NOUN) == 0)
		return false;
	/* no nominative or accusative behind a preposition */
	if (split->prefix > 0 && (parts & AN_ON_VERB) == 0 &&
		is_preposition(r, split->prefix) &&
		(AN_IS(suffix, ALEF) || AN_IS(suffix, ALEF NUN) ||
		 AN_IS(suffix, WAW NUN)))
		return false;
	/* ان and ون stand behind imperfect verbs */
	if ((parts & AN_ON_NOUN) == 0 && suffix->len == 2 * LETTER &&
		an_ends(suffix->letters, suffix->len, NUN, LETTER) && first != L_YA &&
		first != L_TA)
		return false;
	if (AN_IS(suffix, HA))
		return marbuta ? (parts & AN_ON_ADJECTIVE) != 0
					   : (parts & ~(unsigned) AN_ON_ADJECTIVE) != 0;
	return (parts & suffix->flags) != 0;
}

/* A base before a pronoun, in the spelling that it has there. */
static bool
before_pronoun(Reading *r)
{
	const char *last = r->split.folded + r->split.len - LETTER;
	unsigned letter = an_letter(last, 0);

	if ((letter == L_YA_HAMZA || letter == L_WAW_HAMZA) &&
		an_letter(last - LETTER, 0) == L_ALEF)
		change_base(r, "", LETTER, HAMZA, HAMZA); /* أبنائه */
	else if (letter == L_ALEF)
		change_base(r, "", LETTER, YA, MAKSURA); /* مستواه */
	else
		return false;
	return look_up(r);
}

/*
 * Whether what is left before the suffix is long enough for a word: two
 * letters are if it is a particle, or if nothing else begins the word.
 */
static bool
long_enough(Reading *r, const AnSuffix *suffix)
{
	unsigned parts = r->split.sense.parts;

	if (r->split.len > 2 * LETTER)
		return true;
	if ((suffix->flags & AN_ON_PARTICLE) == 0 && !AN_IS(suffix, ALEF))
		return false;
	if (r->split.prefix > 0 || r->nprefixes == 0 ||
		(parts & AN_ON_PARTICLE) != 0)
		return true;
	return hold(r, HOLD_SHORT); /* لفهم is rather ل and فهم */
}

static bool
try_suffix(Reading *r, size_t prefix, const AnSuffix *suffix)
{
	Split *split = &r->split;
	size_t left = r->word->len - prefix;
	bool marbuta = an_ends(r->word->written, r->word->len, TA_MARBUTA, LETTER);

	if (left < suffix->len + 2 * LETTER)
		return false;
	if (marbuta && suffix->len > LETTER)
		return false;
	if (prefix > 0 && prefix == r->article &&
		(suffix->flags & AN_PRONOUN) != 0)
		return false; /* never both */

	/* the singular in ة first: سلطات is of سلطة */
	if ((suffix->flags & AN_HIDES_TA) != 0)
	{
		set_base(r, prefix, suffix->len);
		change_base(r, "", 0, HA, TA_MARBUTA);
		if (look_up(r) && !split->sense.name)
			return true;
	}
	/* a noun that is listed in the plural before its singular */
	if (suffix->len > 2 * LETTER &&
		an_begins(suffix->letters, suffix->len, ALEF TA, 2 * LETTER))
	{
		set_base(r, prefix, suffix->len - 2 * LETTER);
		if (look_up(r) && !split->sense.name)
		{
			split->suffix = suffix->len - 2 * LETTER;
			return true;
		}
	}
	set_base(r, prefix, suffix->len);
	if (look_up(r))
		return suffix_fits(r, suffix, marbuta) && long_enough(r, suffix) &&
			   !(r->holds[HOLD_POOR] && r->held[HOLD_POOR].sense.marbuta &&
				 split->sense.record->kind != AN_KIND_WORD);
	if (split->sense.quality == AN_POOR)
		return hold_poor(r);
	if ((suffix->flags & AN_HIDES_TA) != 0)
	{
		change_base(r, "", 0, ALEF, ALEF); /* كاميرات */
		return look_up(r) && !split->sense.name;
	}
	if (left < suffix->len + 3 * LETTER)
		return false;
	if ((suffix->flags & AN_PRONOUN) != 0 || (!marbuta && AN_IS(suffix, HA)))
		return before_pronoun(r) && suffix_fits(r, suffix, false);
	return false;
}

static bool
try_suffixes(Reading *r, size_t prefix)
{
	int k;

	for (k = 0; k < an_suffix_count; k++)
		if (an_ends_in(r->word->folded, r->word->len, &an_suffixes[k]) &&
			try_suffix(r, prefix, &an_suffixes[k]))
			return true;
	return false;
}

/* A stop word behind و or ف, as in وفي, is one too: never a word of content. */
static bool
try_stop(Reading *r)
{
	unsigned first = an_letter(r->word->folded, 0);
	AnEntry entry;

	if ((first != L_WAW && first != L_FA) || r->word->len < 3 * LETTER)
		return false;
	set_base(r, LETTER, 0);
	return an_store_find(r->block, r->split.folded, r->split.len, &entry) &&
		   is_stop(r->block, &entry, r->split.written, r->split.len) &&
		   look_up(r);
}

/* All splits but the whole word, the most likely first. */
static bool
find_split(Reading *r)
{
	const AnSpelling *word = r->word;
	bool suffixed = an_may_end_in_suffix(word->folded, word->len);
	bool definite = !r->stop && /* اليه is إليه */
					an_begins(word->written, word->len, ALEF LAM, 2 * LETTER);
	int i;

	r->nprefixes = an_proclitics_of(word, r->prefixes,
									(int) sizeof(r->prefixes), &r->article);
	if (!definite && try_name(r, 0))
		return true;
	for (i = 0; i < r->nprefixes; i++)
		if (try_prefix(r, r->prefixes[i]))
			return true;
	if (suffixed && !definite && try_suffixes(r, 0))
		return true;
	if (take(r, HOLD_NAME))
		return true;
	for (i = 0; suffixed && i < r->nprefixes; i++)
		if (try_suffixes(r, r->prefixes[i]))
			return true;
	return take(r, HOLD_SHORT) || take(r, HOLD_POOR);
}

/* ---- What comes of it ---- */

/*
 * The lexeme of a known word is its lemma, folded; names lose their ال, if
 * that leaves a word.
 */
static void
read_known(const Split *split, AnAnalysis *a)
{
	const AnSense *sense = &split->sense;
	size_t n = sense->lemma == NULL ? 0 : strlen(sense->lemma);
	size_t folded = 0;

	a->known = true;
	a->prefix_len = split->prefix;
	a->suffix_len = split->suffix;
	if (sense->record->kind == AN_KIND_WORD)
		a->part_of_speech = (int) sense->record->value;
	if (n > 0 && sense->own && split->len <= sizeof(a->lexeme))
	{
		folded = split->len;
		memcpy(a->lexeme, split->folded, folded);
	}
	else if (n > 0 && n <= sizeof(a->lemma))
		folded = an_fold(sense->lemma, n, a->lexeme, sizeof(a->lexeme));
	if (folded > 0)
	{
		memcpy(a->lemma, sense->lemma, n);
		a->lemma_len = n;
		a->lexeme_len = folded;
	}
	else
	{
		memcpy(a->lemma, split->written, split->len);
		a->lemma_len = split->len;
		a->lexeme_len = split->len;
		if (a->lexeme_len > sizeof(a->lexeme))
			a->lexeme_len = sizeof(a->lexeme);
		memcpy(a->lexeme, split->folded, a->lexeme_len);
	}
	if (sense->name && a->lexeme_len >= 5 * LETTER &&
		an_begins(a->lemma, a->lemma_len, ALEF LAM, 2 * LETTER))
	{
		a->lexeme_len -= 2 * LETTER;
		memmove(a->lexeme, a->lexeme + 2 * LETTER, a->lexeme_len);
	}
	/* آب is a month as it is written, not أب and إب that fold to the same */
	if (sense->month != NULL && split->suffix == 0 &&
		(split->len > 2 * LETTER ||
		 memcmp(split->written, AUGUST, 2 * LETTER) == 0))
	{
		a->month = (int) sense->month->value;
		a->hijri = (sense->month->flags & AN_FLAG_HIJRI) != 0;
	}
}

bool
an_analyze(const AnBlock *block, const char *word, size_t len, AnAnalysis *a)
{
	AnSpelling spelling;
	AnEntry entry;
	Reading r;
	bool found = false;

	a->folded_len = an_fold(word, len, a->folded, sizeof(a->folded));
	a->prefix_len = a->suffix_len = 0;
	a->lexeme_len = a->lemma_len = 0;
	a->stop = a->known = false;
	a->part_of_speech = 0;
	a->month = 0;
	a->hijri = false;
	if (a->folded_len == 0)
		return false;
	if (!an_all_arabic(a->folded, a->folded_len))
	{
		memcpy(a->lexeme, a->folded, a->folded_len);
		a->lexeme_len = a->folded_len;
		memcpy(a->lemma, a->folded, a->folded_len);
		a->lemma_len = a->folded_len;
		return true;
	}
	memcpy(spelling.folded, a->folded, a->folded_len);
	spelling.len = a->folded_len;
	an_spell(word, len, &spelling);
	r.block = block;
	r.word = &spelling;
	r.stop = false;
	r.article = 0;
	r.nprefixes = 0;
	memset(r.holds, 0, sizeof(r.holds));
	if (an_store_find(block, spelling.folded, spelling.len, &entry))
	{
		a->stop = is_stop(block, &entry, spelling.written, spelling.len);
		r.stop = a->stop;
		found = (a->stop && try_stop(&r)) || try_whole(&r, &entry);
	}
	if (found || find_split(&r))
		read_known(&r.split, a);
	else
		an_read_by_rule(block, &spelling, a);
	return true;
}
