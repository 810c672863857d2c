/*
 * frequent_forms.c
 *	  Makes the table of frequent words: the forms that the lexicon, its
 *	  weights and the likelihood of affixes expect most often in news, each
 *	  with what the analysis makes of it.
 *
 * No list of words from outside is read.  Forms are put together as readings
 * take them apart (morph/readings.c), but without care for letters that
 * change where parts meet: a form that nobody writes only takes room, for its
 * lexemes come from the analysis like all others'.
 */
#include <stdlib.h>
#include <string.h>

#include "build/frequent_forms.h"
#include "build/lexicon.h"
#include "morph/packed.h"
#include "morph/readings.h"
#include "store/layout.h"

#define SETS 32768       /* 2 MB */
#define LEAST (-430)     /* score of forms that are looked at: one in 10^8 */
#define COST_BARE (-150) /* of أ and إ without their hamzas */

typedef struct Form
{
	uint64_t word; /* packed */
	int score;
} Form;

typedef struct Forms
{
	const AnBlock *block;
	Form *all;
	size_t n;
	size_t room;
} Forms;

/* What may stand before a stem, with its letters. */
typedef struct Before
{
	char letters[16];
	AnPrefix prefix;
} Before;

#define BEFORE_MAX 64

static int
befores(Before *out)
{
	static const struct
	{
		const char *letters;
		unsigned before;
		unsigned person;
	} parts[] = { { "", 0, 0 },
				  { "ال", AN_BEFORE_AL, 0 },
				  { "ب", AN_BEFORE_BA, 0 },
				  { "بال", AN_BEFORE_BA | AN_BEFORE_AL, 0 },
				  { "ل", AN_BEFORE_LAM, 0 },
				  { "لل", AN_BEFORE_LAM | AN_BEFORE_AL, 0 },
				  { "ك", AN_BEFORE_KAF, 0 },
				  { "كال", AN_BEFORE_KAF | AN_BEFORE_AL, 0 },
				  { "ي", AN_BEFORE_PERSON, AN_END_YA },
				  { "ت", AN_BEFORE_PERSON, AN_END_TA },
				  { "ن", AN_BEFORE_PERSON, AN_END_NUN },
				  { "أ", AN_BEFORE_PERSON, AN_END_ALEF },
				  { "سي", AN_BEFORE_SIN | AN_BEFORE_PERSON, AN_END_YA },
				  { "ست", AN_BEFORE_SIN | AN_BEFORE_PERSON, AN_END_TA },
				  { "سن", AN_BEFORE_SIN | AN_BEFORE_PERSON, AN_END_NUN },
				  { "لي", AN_BEFORE_LAM | AN_BEFORE_PERSON, AN_END_YA },
				  { "لت", AN_BEFORE_LAM | AN_BEFORE_PERSON, AN_END_TA },
				  { "لن", AN_BEFORE_LAM | AN_BEFORE_PERSON, AN_END_NUN } };
	static const char *const conjunctions[] = { "", "و", "ف" };
	int n = 0;

	for (size_t i = 0; i < AN_NCHOICES(conjunctions); i++)
		for (size_t k = 0; k < AN_NCHOICES(parts); k++)
		{
			Before *one = &out[n++];

			strcpy(one->letters, conjunctions[i]);
			strcat(one->letters, parts[k].letters);
			one->prefix.len = (uint8_t) strlen(one->letters);
			one->prefix.before =
				(uint16_t) (parts[k].before | (i > 0 ? AN_BEFORE_AND : 0));
			one->prefix.person = (uint16_t) parts[k].person;
			one->prefix.fa = i == 2;
		}
	return n;
}

/* ---- The list of forms ---- */

static void
add_packed(Forms *forms, const char *s, size_t len, int score)
{
	uint64_t word = an_pack_word(s, len);

	if (word == 0 || score < LEAST)
		return;
	if (forms->n == forms->room)
	{
		forms->room = forms->room > 0 ? forms->room * 2 : 65536;
		forms->all = an_need_more(forms->all, forms->room * sizeof(Form));
	}
	forms->all[forms->n].word = word;
	forms->all[forms->n].score = score;
	forms->n++;
}

static void
add_form(Forms *forms, const char *before, const char *stem, const char *after,
		 int score)
{
	char form[AN_SPELLING_MAX + 64];
	bool hamza = false;
	size_t len;

	/* of three ل one is not written */
	if (strlen(before) >= 2 * LETTER && strncmp(stem, LAM, LETTER) == 0 &&
		strcmp(before + strlen(before) - 2 * LETTER, LAM LAM) == 0)
		stem += LETTER;
	strcpy(form, before);
	strcat(form, stem);
	strcat(form, after);
	len = strlen(form);
	add_packed(forms, form, len, score);
	for (size_t i = 0; i + LETTER <= len; i += LETTER)
	{
		unsigned letter = an_letter(form, i / LETTER);

		if (letter != L_ALEF_HAMZA && letter != L_ALEF_BELOW)
			continue;
		memcpy(form + i, ALEF, LETTER);
		hamza = true;
	}
	if (hamza)
		add_packed(forms, form, len, score + COST_BARE);
}

static bool
stem_fits(const AnPrefix *prefix, const AnStem *stem)
{
	return (prefix->before & ~stem->before) == 0 &&
		   ((stem->before ^ prefix->before) & AN_BEFORE_PERSON) == 0 &&
		   (!(stem->before & AN_BEFORE_MUST_AL) ||
			prefix->before & AN_BEFORE_AL);
}

static void
add_stem(Forms *forms, const AnLexiconView *view, const AnStem *stem,
		 const Before *before, int nbefore)
{
	bool verb = (stem->flags & AN_STEM_VERB) != 0;
	char letters[AN_SPELLING_MAX];

	an_strip_marks(an_string(forms->block, stem->vocalized), letters);
	for (uint32_t i = 0; i < forms->block->ntails; i++)
	{
		const AnTail *tail = &view->tails[i];
		int score = an_tail_prior(tail) + an_stem_prior(stem) +
					an_feminine_prior(stem, tail) + stem->weight;
		char after[32];

		if (score < LEAST || tail->verbal != verb ||
			!(view->sets[stem->set] & AN_END_BIT(tail->ending)))
			continue;
		strcpy(after,
			   (verb ? an_verbal_endings : an_nominal_endings)[tail->ending]
				   .letters);
		strcat(after, an_pronoun_letters(tail->pronoun));
		for (int k = 0; k < nbefore; k++)
		{
			const AnPrefix *prefix = &before[k].prefix;

			if (stem_fits(prefix, stem) && an_tail_fits(prefix, tail))
				add_form(forms, before[k].letters, letters, after,
						 score + an_prefix_prior(prefix, verb));
		}
	}
}

/* Names of one word, as their records spell them and folded. */
static void
add_names(Forms *forms, const Before *before, int nbefore)
{
	const AnBlock *block = forms->block;
	const AnPhrase *phrases =
		(const void *) ((const char *) block + block->entries);

	for (uint32_t i = 0; i < block->nentries; i++)
	{
		const char *key = an_string(block, phrases[i].key);
		AnEntry entry;

		if (!an_may_be_name(block, key, phrases[i].keylen) ||
			!an_store_find(block, key, phrases[i].keylen, &entry))
			continue;
		for (int k = 0; k < entry.nsenses; k++)
		{
			const AnRecord *record = an_record(block, entry.senses[k]);
			const char *name = an_string(block, record->name);
			int score = an_name_prior(record);

			if (!an_is_name(record))
				continue;
			if (!an_folds_to(name, key, phrases[i].keylen))
				name = key;
			for (int b = 0; b < nbefore; b++)
				if (!(before[b].prefix.before &
					  (AN_BEFORE_PERSON | AN_BEFORE_AL)))
					add_form(forms, before[b].letters, name, "",
							 score +
								 an_prefix_prior(&before[b].prefix, false));
		}
	}
}

static int
compare_words(const void *left, const void *right)
{
	const Form *a = left;
	const Form *b = right;

	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return (a->score < b->score) - (a->score > b->score);
}

static int
compare_scores(const void *left, const void *right)
{
	const Form *a = left;
	const Form *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

/* The likeliest first, each form once. */
static void
sort(Forms *forms)
{
	size_t n = 0;

	qsort(forms->all, forms->n, sizeof(Form), compare_words);
	for (size_t i = 0; i < forms->n; i++)
		if (n == 0 || forms->all[n - 1].word != forms->all[i].word)
			forms->all[n++] = forms->all[i];
	forms->n = n;
	qsort(forms->all, forms->n, sizeof(Form), compare_scores);
}

/* ---- The table ---- */

/* Puts a word's entries into a set if there is room for all of them. */
static bool
put(AnFormEntry *set, const AnFormEntry *entries, int n)
{
	int at = 0;

	while (at < AN_FORM_WAYS && set[at].word != 0)
		at++;
	if (n > AN_FORM_WAYS - at)
		return false;
	for (int i = 0; i < n; i++)
		set[at + i] = entries[i];
	return true;
}

static void
add_to_table(const AnBlock *block, uint64_t word, AnFormEntry *sets)
{
	char form[2 * AN_PACKED_SYMBOLS];
	size_t len = an_unpack_word(word, form);
	uint64_t hash = an_word_hash(form, len);
	AnFormEntry *set =
		sets + (size_t) an_packed_set(hash, SETS) * AN_FORM_WAYS;
	AnFormEntry *hot =
		sets + (size_t) an_packed_hot_set(hash, SETS) * AN_FORM_WAYS;
	AnFormEntry entries[AN_PACKED_CHUNKS];
	AnLexemes lexemes;
	AnAnalysis a;
	int n;

	if ((hot[AN_FORM_WAYS - 1].word != 0 && set[AN_FORM_WAYS - 1].word != 0) ||
		!an_analyze(block, form, len, &a) || (!a.stop && !a.known))
		return;
	an_lexemes(block, form, len, AN_TOKEN_ARABIC, false, &lexemes);
	n = an_pack_lexemes(word, &lexemes, entries);
	if (n == 0)
		return;
	if (a.stop)
		entries[0].lexemes |= AN_PACKED_STOP;
	if (!put(hot, entries, n))
		put(set, entries, n);
}

void *
an_frequent_forms(const AnBlock *block, uint32_t *nsets)
{
	Forms forms = { block, NULL, 0, 0 };
	AnLexiconView view = an_lexicon_view(block);
	const AnStem *stems = (const void *) ((const char *) block + block->stems);
	Before before[BEFORE_MAX];
	int nbefore = befores(before);
	const size_t size =
		(SETS + AN_FORM_HOT(SETS)) * AN_FORM_WAYS * sizeof(AnFormEntry);
	AnFormEntry *sets;

	*nsets = 0;
	if (!an_has_lexicon(block))
		return NULL;
	for (uint32_t i = 0; i < block->nstems; i++)
		add_stem(&forms, &view, &stems[i], before, nbefore);
	add_names(&forms, before, nbefore);
	sort(&forms);
	sets = an_need(size);
	memset(sets, 0, size);
	for (size_t i = 0; i < forms.n; i++)
		add_to_table(block, forms.all[i].word, sets);
	free(forms.all);
	*nsets = SETS;
	return sets;
}
