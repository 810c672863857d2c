/*
 * lexicon.c
 *	  Collects lemmas and stems and lays them out for the block.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "build/lexicon.h"
#include "store/layout.h"
#include "text/text.h"

/* A stem while the lexicon is made. */
typedef struct Draft
{
	AnStem stem; /* its set is not known yet */
	uint64_t endings;
	uint32_t key;   /* string: folded letters */
	uint32_t order; /* of addition */
} Draft;

/* A lemma of a row, for finding doubles. */
typedef struct Row
{
	uint32_t vocalized; /* string */
	AnWordClass word_class;
	int line;
	uint32_t path; /* string */
} Row;

struct AnLexicon
{
	AnLemma *lemmas;
	uint32_t nlemmas;
	uint32_t lemmas_room;

	Draft *drafts;
	uint32_t ndrafts;
	uint32_t drafts_room;

	Row *rows; /* hash table by vocalised spelling */
	uint32_t nrows;
	uint32_t rows_room;

	/* what the block takes */
	AnStem *stems;
	uint32_t nstems;
	AnSlot *slots;
	uint32_t nslots;
	uint64_t *sets;
	uint32_t nsets;
	AnTails tails;
};

AnLexicon *
an_lexicon_new(void)
{
	AnLexicon *lexicon = an_need(sizeof(*lexicon));

	memset(lexicon, 0, sizeof(*lexicon));
	return lexicon;
}

void
an_lexicon_free(AnLexicon *lexicon)
{
	free(lexicon->lemmas);
	free(lexicon->drafts);
	free(lexicon->rows);
	free(lexicon->stems);
	free(lexicon->slots);
	free(lexicon->sets);
	an_free_tails(&lexicon->tails);
	free(lexicon);
}

/* ---- Rows ---- */

static Row *
find_row(AnCompiler *c, uint32_t vocalized, int word_class)
{
	AnLexicon *lexicon = c->lexicon;
	uint32_t at;

	if (lexicon->rows_room == 0)
		return NULL;
	for (at = vocalized * 0x9E3779B1u;; at++)
	{
		Row *row = &lexicon->rows[at & (lexicon->rows_room - 1)];

		if (row->vocalized == 0)
			return NULL;
		if (row->vocalized == vocalized &&
			(word_class < 0 ? row->word_class != AN_LEX_VERB
							: row->word_class == (AnWordClass) word_class))
			return row;
	}
}

static void
put_row(AnLexicon *lexicon, const Row *row)
{
	uint32_t at = row->vocalized * 0x9E3779B1u;

	while (lexicon->rows[at & (lexicon->rows_room - 1)].vocalized != 0)
		at++;
	lexicon->rows[at & (lexicon->rows_room - 1)] = *row;
}

static void
add_row(AnCompiler *c, const Row *row)
{
	AnLexicon *lexicon = c->lexicon;

	if (lexicon->nrows * 2 >= lexicon->rows_room)
	{
		Row *old = lexicon->rows;
		uint32_t room = lexicon->rows_room;
		uint32_t i;

		lexicon->rows_room = room > 0 ? room * 2 : 4096;
		lexicon->rows = an_need(lexicon->rows_room * sizeof(Row));
		memset(lexicon->rows, 0, lexicon->rows_room * sizeof(Row));
		for (i = 0; i < room; i++)
		{
			if (old[i].vocalized != 0)
				put_row(lexicon, &old[i]);
		}
		free(old);
	}
	put_row(lexicon, row);
	lexicon->nrows++;
}

void
an_check_twice(AnCompiler *c, const char *vocalized, AnWordClass word_class)
{
	uint32_t string = an_block_string(c->block, vocalized, strlen(vocalized));
	Row *known = find_row(c, string, (int) word_class);
	Row row;

	if (known != NULL)
	{
		an_fail(c, "%s is in line %d of %s already", vocalized, known->line,
				an_block_text(c->block, known->path));
		return;
	}
	row.vocalized = string;
	row.word_class = word_class;
	row.line = c->line;
	row.path = an_block_string(c->block, c->path, strlen(c->path));
	add_row(c, &row);
}

bool
an_is_nominal_row(const AnCompiler *c, const char *vocalized)
{
	return find_row((AnCompiler *) c,
					an_block_string(c->block, vocalized, strlen(vocalized)),
					-1) != NULL;
}

bool
an_find_lemma(const AnCompiler *c, const char *spelling, int from, int to,
			  uint32_t *number)
{
	const AnLexicon *lexicon = c->lexicon;
	uint32_t string = an_block_string(c->block, spelling, strlen(spelling));
	uint32_t i;

	for (i = 0; i < lexicon->nlemmas; i++)
	{
		if (lexicon->lemmas[i].spelling == string &&
			lexicon->lemmas[i].word_class >= from &&
			lexicon->lemmas[i].word_class <= to)
		{
			*number = i;
			return true;
		}
	}
	return false;
}

/* ---- Adding ---- */

static void *
room_for(void *array, uint32_t n, uint32_t *room, size_t member)
{
	if (n < *room)
		return array;
	*room = *room > 0 ? *room * 2 : 1024;
	return an_need_more(array, *room * member);
}

uint32_t
an_add_lemma(AnCompiler *c, const AnLemmaSpec *spec)
{
	AnLexicon *lexicon = c->lexicon;
	char bare[AN_SPELLING_MAX];
	char folded[AN_FOLD_MAX(AN_SPELLING_MAX)];
	const char *spelling = spec->spelling;
	AnLemma *lemma;
	size_t len;

	if (spelling == NULL)
	{
		an_strip_marks(spec->vocalized, bare);
		spelling = bare;
	}
	lexicon->lemmas = room_for(lexicon->lemmas, lexicon->nlemmas,
							   &lexicon->lemmas_room, sizeof(AnLemma));
	lemma = &lexicon->lemmas[lexicon->nlemmas];
	memset(lemma, 0, sizeof(*lemma));
	lemma->spelling = an_block_string(c->block, spelling, strlen(spelling));
	lemma->vocalized =
		an_block_string(c->block, spec->vocalized, strlen(spec->vocalized));
	lemma->root = an_block_string(c->block, spec->root, strlen(spec->root));
	len = an_fold(spelling, strlen(spelling), folded, sizeof(folded));
	lemma->lexeme = an_block_string(c->block, folded, len);
	lemma->weight =
		(int16_t) lround(100 * log(spec->weight > 0 ? spec->weight : 1));
	lemma->word_class = (uint8_t) spec->word_class;
	lemma->derived = spec->derived;
	return lexicon->nlemmas++;
}

static void
add_draft(AnCompiler *c, const AnStemSpec *spec, const char *vocalized,
		  uint16_t flags, uint64_t set)
{
	AnLexicon *lexicon = c->lexicon;
	char bare[AN_SPELLING_MAX];
	char folded[AN_FOLD_MAX(AN_SPELLING_MAX)];
	Draft *draft;
	size_t len = an_strip_marks(vocalized, bare);

	if (set == 0 || len == 0)
		return;
	len = an_fold(bare, len, folded, sizeof(folded));
	lexicon->drafts = room_for(lexicon->drafts, lexicon->ndrafts,
							   &lexicon->drafts_room, sizeof(Draft));
	draft = &lexicon->drafts[lexicon->ndrafts];
	memset(draft, 0, sizeof(*draft));
	draft->stem.vocalized =
		an_block_string(c->block, vocalized, strlen(vocalized));
	draft->stem.lemma = spec->lemma;
	draft->stem.before = spec->before;
	draft->stem.flags = flags;
	draft->endings = set;
	draft->key = an_block_string(c->block, folded, len);
	draft->order = lexicon->ndrafts++;
}

/*
 * The stem in the other spellings of its lemma.  Those that differ from the
 * lemma behind the stem's end (in ة, say) differ there in the stem, too.
 */
static void
add_variants(AnCompiler *c, const AnStemSpec *spec, const char *vocalized)
{
	AnValues values = an_values(spec->variants != NULL ? spec->variants : "");
	char stem[AN_SPELLING_MAX];
	size_t stem_len = an_strip_marks(vocalized, stem);

	while (an_values_next(&values))
	{
		size_t len = strlen(spec->lemma_spelling);
		size_t differs = 0; /* letters from the end that are equal */
		char other[AN_SPELLING_MAX * 2];

		while (differs + 2 <= len && differs + 2 <= values.len &&
			   memcmp(spec->lemma_spelling + len - differs - 2,
					  values.value + values.len - differs - 2, 2) == 0)
			differs += 2;
		if (len - differs > stem_len ||
			memcmp(stem, spec->lemma_spelling, len - differs) != 0 ||
			values.len + stem_len >= sizeof(other))
			continue;
		memcpy(other, values.value, values.len - differs);
		strcpy(other + values.len - differs, stem + (len - differs));
		add_draft(c, spec, other, spec->flags | AN_STEM_VARIANT | AN_STEM_BARE,
				  spec->set);
	}
}

/* Egypt's ئ where others have ؤ before و, and a letter joined before it. */
static void
add_egyptian(AnCompiler *c, const AnStemSpec *spec, const char *vocalized,
			 uint64_t set)
{
	static const char waw[] = "ؤُو";
	const char *at = strstr(vocalized, waw);
	char other[AN_SPELLING_MAX];

	if (at == NULL || at - vocalized < 2 || memcmp(at - 2, "ا", 2) == 0 ||
		strstr(vocalized, "َاؤُو") != NULL)
		return;
	strcpy(other, vocalized);
	memcpy(other + (at - vocalized), "ئ", 2);
	add_draft(c, spec, other, spec->flags | AN_STEM_VARIANT, set);
}

void
an_add_spelled(AnCompiler *c, const AnStemSpec *spec, const char *vocalized)
{
	add_draft(c, spec, vocalized, spec->flags, spec->set);
	add_egyptian(c, spec, vocalized, spec->set);
	add_variants(c, spec, vocalized);
}

/* ---- Hamza at the end ---- */

/* The spellings of one stem, and the endings that each stands before. */
typedef struct Seats
{
	char spelling[8][AN_SPELLING_MAX];
	uint64_t set[8];
	bool variant[8];
	int n;
} Seats;

static void
add_seat(Seats *seats, const char *sounds, char next, int ending, bool variant)
{
	char spelling[AN_SPELLING_MAX];
	int i;

	an_spell_sounds(sounds, next, spelling);
	for (i = 0; i < seats->n; i++)
	{
		if (seats->variant[i] == variant &&
			strcmp(seats->spelling[i], spelling) == 0)
			break;
	}
	if (i == seats->n)
	{
		if (i == 8)
			return;
		strcpy(seats->spelling[i], spelling);
		seats->set[i] = 0;
		seats->variant[i] = variant;
		seats->n++;
	}
	seats->set[i] |= AN_BIT(ending);
}

/* Endings in long a melt with the hamza into آ: which one is left then. */
static int
madda_ending(int ending, bool verb)
{
	if (verb)
	{
		switch (ending)
		{
			case AN_V_PF_A:
			case AN_V_IM_A:
				return AN_V_MADDA;
			case AN_V_IM_AN:
				return AN_V_MADDA_N;
		}
		return -1;
	}
	switch (ending)
	{
		case AN_N_AN:
			return AN_N_MADDA_AN;
		case AN_N_A:
			return AN_N_MADDA_A;
		case AN_N_A_P:
			return AN_N_MADDA_A_P;
		case AN_N_AT:
			return AN_N_MADDA_AT;
		case AN_N_AT_P:
			return AN_N_MADDA_AT_P;
	}
	return -1;
}

static void
add_seats(Seats *seats, const char *sounds, int ending, const AnStemSpec *spec)
{
	bool verb = (spec->flags & AN_STEM_VERB) != 0;
	const AnEndingInfo *info =
		verb ? &an_verbal_endings[ending] : &an_nominal_endings[ending];
	size_t len = strlen(sounds);
	char before = len > 1 ? sounds[len - 2] : '\0';
	char after_madda[AN_SOUNDS_MAX + 1];

	if (info->first == '*')
	{
		add_seat(seats, sounds, 'u', ending, false);
		add_seat(seats, sounds, 'a', ending, false);
		add_seat(seats, sounds, 'i', ending, false);
		add_seat(seats, sounds, '0', ending, true);
		return;
	}
	if (info->first == 'A')
	{
		bool inside = !verb && (spec->set & AN_N(TA)) != 0 &&
					  (ending == AN_N_AT || ending == AN_N_AT_P) &&
					  an_is_consonant(before) && before != 'y';

		/* no ا of tanween behind ا: ماءً, مبدأً */
		if (!verb && ending == AN_N_TANWEEN &&
			(before == 'A' || before == 'a'))
			return;
		if (before == 'a' || inside)
		{
			ending = madda_ending(ending, verb);
			if (ending < 0)
				return;
			strcpy(after_madda, sounds);
			strcat(after_madda, "A");
			add_seat(seats, after_madda, '0', ending, false);
			return;
		}
	}
	add_seat(seats, sounds, info->first, ending, false);
	/* جزءين beside جزأين */
	if (!verb && info->first == 'a' && (spec->set & AN_N(TA)) == 0)
		add_seat(seats, sounds, 'A', ending, true);
	/* يبدأون beside يبدؤون, جاءوا beside جاؤوا */
	if (verb && info->first == 'U')
		add_seat(seats, sounds, '0', ending, true);
}

/* Cuts what stands before the stem off its spellings. */
static void
add_stem_behind(AnCompiler *c, const AnStemSpec *spec, const char *sounds,
				size_t cut)
{
	size_t len = strlen(sounds);
	Seats seats;
	AnStemSpec one = *spec;
	int i;

	if (len == 0)
		return;
	if (sounds[len - 1] != '\'')
	{
		char spelling[AN_SPELLING_MAX];

		an_spell_sounds(sounds, '0', spelling);
		an_add_spelled(c, spec, spelling + cut);
		return;
	}
	seats.n = 0;
	for (i = 0; i < 64; i++)
	{
		if (spec->set & AN_BIT(i))
			add_seats(&seats, sounds, i, spec);
	}
	for (i = 0; i < seats.n; i++)
	{
		one.set = seats.set[i];
		one.flags = spec->flags | (seats.variant[i] ? AN_STEM_VARIANT : 0);
		an_add_spelled(c, &one, seats.spelling[i] + cut);
	}
}

void
an_add_imperfect(AnCompiler *c, const AnStemSpec *spec, char vowel,
				 const char *stem)
{
	AnStemSpec first = *spec;
	char sounds[AN_SOUNDS_MAX + 4];

	sounds[0] = 'y';
	sounds[1] = vowel;
	strcpy(sounds + 2, stem);
	an_join_sounds(sounds);
	if (vowel == 'u')
		first.flags |= AN_STEM_U;
	add_stem_behind(c, &first, sounds, strlen("يَ"));

	/* the first person's hamza before another: آكل */
	if (stem[0] != '\'' || an_is_short(stem[1]) || an_is_long(stem[1]))
		return;
	first.before &= (uint16_t) ~AN_BEFORE_PERSON;
	first.set &= AN_V(IM) | AN_V(IM_P) | AN_V(JUSSIVE) | AN_V(JUSSIVE_P);
	sounds[0] = '\'';
	sounds[1] = vowel;
	strcpy(sounds + 2, stem);
	an_join_sounds(sounds);
	add_stem_behind(c, &first, sounds, 0);
}

void
an_add_stem(AnCompiler *c, const AnStemSpec *spec, const char *sounds)
{
	add_stem_behind(c, spec, sounds, 0);
}

/* ---- Laying out ---- */

static const AnBlockWriter *sort_block;

static int
compare_drafts(const void *left, const void *right)
{
	const Draft *a = left;
	const Draft *b = right;
	int keys = 0;

	if (a->key != b->key)
		keys = strcmp(an_block_text(sort_block, a->key),
					  an_block_text(sort_block, b->key));
	if (keys != 0)
		return keys;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Leaves out what another stem of the same key says already. */
static void
join_drafts(AnLexicon *lexicon)
{
	uint32_t n = 0;
	uint32_t i;

	for (i = 0; i < lexicon->ndrafts; i++)
	{
		Draft *draft = &lexicon->drafts[i];
		uint32_t j;

		for (j = n; j > 0 && lexicon->drafts[j - 1].key == draft->key; j--)
		{
			Draft *other = &lexicon->drafts[j - 1];

			if (other->stem.lemma == draft->stem.lemma &&
				other->stem.vocalized == draft->stem.vocalized &&
				other->stem.before == draft->stem.before &&
				other->stem.flags == draft->stem.flags)
			{
				other->endings |= draft->endings;
				break;
			}
		}
		if (j == 0 || lexicon->drafts[j - 1].key != draft->key)
			lexicon->drafts[n++] = *draft;
	}
	lexicon->ndrafts = n;
}

static uint16_t
set_number(AnLexicon *lexicon, uint64_t set, uint32_t *room)
{
	uint32_t i;

	for (i = 0; i < lexicon->nsets; i++)
	{
		if (lexicon->sets[i] == set)
			return (uint16_t) i;
	}
	lexicon->sets =
		room_for(lexicon->sets, lexicon->nsets, room, sizeof(uint64_t));
	lexicon->sets[lexicon->nsets++] = set;
	return (uint16_t) i;
}

static void
lay_out_stems(AnCompiler *c)
{
	AnLexicon *lexicon = c->lexicon;
	uint32_t sets_room = 0;
	uint32_t nslots = 8;
	uint32_t i;

	sort_block = c->block;
	qsort(lexicon->drafts, lexicon->ndrafts, sizeof(Draft), compare_drafts);
	join_drafts(lexicon);
	while (nslots * UINT64_C(7) < lexicon->ndrafts * UINT64_C(10))
		nslots *= 2;
	lexicon->slots = an_need(nslots * sizeof(AnSlot));
	memset(lexicon->slots, 0, nslots * sizeof(AnSlot));
	lexicon->stems = an_need(lexicon->ndrafts * sizeof(AnStem));
	lexicon->nstems = lexicon->ndrafts;

	for (i = 0; i < lexicon->ndrafts; i++)
	{
		const Draft *draft = &lexicon->drafts[i];
		const char *key = an_block_text(c->block, draft->key);
		uint32_t hash = an_store_hash(key, strlen(key));
		uint32_t at = hash & (nslots - 1);

		lexicon->stems[i] = draft->stem;
		lexicon->stems[i].set =
			set_number(lexicon, draft->endings, &sets_room);
		if (i + 1 == lexicon->ndrafts || draft[1].key != draft->key)
			lexicon->stems[i].flags |= AN_STEM_LAST;
		if (i > 0 && draft[-1].key == draft->key)
			continue;
		while (lexicon->slots[at].entry != 0)
			at = (at + 1) & (nslots - 1);
		lexicon->slots[at].hash = hash;
		lexicon->slots[at].entry = i + 1;
	}
	lexicon->nslots = nslots;
}

void
an_lexicon_finish(AnCompiler *c)
{
	AnLexicon *lexicon = c->lexicon;
	AnBlockLexicon sections;

	memset(&sections, 0, sizeof(sections));
	if (lexicon->ndrafts > 0)
	{
		lay_out_stems(c);
		an_make_tails(&lexicon->tails);
		sections.lemmas.members = lexicon->lemmas;
		sections.lemmas.count = lexicon->nlemmas;
		sections.stem_slots.members = lexicon->slots;
		sections.stem_slots.count = lexicon->nslots;
		sections.stems.members = lexicon->stems;
		sections.stems.count = lexicon->nstems;
		sections.sets.members = lexicon->sets;
		sections.sets.count = lexicon->nsets;
		sections.nodes.members = lexicon->tails.nodes;
		sections.nodes.count = lexicon->tails.nnodes;
		sections.tails.members = lexicon->tails.tails;
		sections.tails.count = lexicon->tails.ntails;
	}
	an_block_lexicon(c->block, &sections);
}
