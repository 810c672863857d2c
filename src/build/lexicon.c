/*
 * lexicon.c
 *	  Collects lemmas and stems and lays them out for the block.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "build/letter_models.h"
#include "build/lexicon.h"
#include "store/layout.h"
#include "text/text.h"

/* A stem while the lexicon is made. */
typedef struct Draft
{
	AnStem stem; /* its set is not known yet */
	uint64_t endings;
	uint32_t key;   /* string: folded letters */
	uint32_t hash;  /* of the key */
	uint32_t order; /* of addition */
	int rank;       /* weight of the most frequent lemma under the key */
} Draft;

/* A lemma of a row, for finding doubles. */
typedef struct Row
{
	uint32_t vocalized; /* string */
	AnWordClass word_class;
	int line;
	uint32_t path; /* string */
} Row;

/* A row of weights.tsv, which waits until all lemmas are known. */
typedef struct Weight
{
	uint32_t vocalized; /* string */
	uint32_t word_class;
	int64_t tokens;
} Weight;

/* A row of decisions.tsv, which waits for them too. */
typedef struct Decision
{
	uint32_t vocalized; /* string */
	AnWordClass word_class;
	int line;
	uint32_t path; /* string */
} Decision;

struct AnLexicon
{
	AnLemma *lemmas;
	uint32_t nlemmas;
	uint32_t lemmas_room;

	Draft *drafts;
	uint32_t ndrafts;
	uint32_t drafts_room;

	Weight *weights;
	uint32_t nweights;
	uint32_t weights_room;

	Decision *decisions;
	uint32_t ndecisions;
	uint32_t decisions_room;

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
	AnLetterCounts *letters;
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
	free(lexicon->weights);
	free(lexicon->decisions);
	free(lexicon->letters);
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
	draft->hash = an_store_hash(folded, len);
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

/* ---- Weights ---- */

void
an_read_weight(AnCompiler *c, const char *const *cell)
{
	static const AnChoice parts[] = { AN_WORD_CLASSES(AN_CHOICE) };
	AnLexicon *lexicon = c->lexicon;
	Weight *weight;

	an_need_cell(c, "lemma", cell[0]);
	lexicon->weights = room_for(lexicon->weights, lexicon->nweights,
								&lexicon->weights_room, sizeof(Weight));
	weight = &lexicon->weights[lexicon->nweights++];
	weight->vocalized = an_block_string(c->block, cell[0], strlen(cell[0]));
	weight->word_class = an_choice(c, cell[1], parts, AN_NCHOICES(parts));
	weight->tokens = an_number_between(c, cell[2], 0, 1000000000);
}

/* ---- Decisions ---- */

void
an_read_decision(AnCompiler *c, const char *const *cell)
{
	static const AnChoice parts[] = { AN_WORD_CLASSES(AN_CHOICE) };
	AnLexicon *lexicon = c->lexicon;
	AnRecord record = an_named_cell(c, AN_KIND_FORM, cell[0]);
	Decision *decision;

	an_need_cell(c, "lemma", cell[1]);
	an_need_cell(c, "reason", cell[4]);
	record.flags = an_yes(c, cell[3], AN_FLAG_OPEN);
	if (strcmp(cell[2], "name") == 0)
	{
		an_write(c, &record, cell[0], AN_SPELL_HOMOGRAPHS);
		return;
	}
	lexicon->decisions = room_for(lexicon->decisions, lexicon->ndecisions,
								  &lexicon->decisions_room, sizeof(Decision));
	decision = &lexicon->decisions[lexicon->ndecisions++];
	decision->vocalized = an_block_string(c->block, cell[1], strlen(cell[1]));
	decision->word_class = an_choice(c, cell[2], parts, AN_NCHOICES(parts));
	decision->line = c->line;
	decision->path = an_block_string(c->block, c->path, strlen(c->path));
	record.extra = decision->vocalized;
	record.value = decision->word_class;
	an_write(c, &record, cell[0], AN_SPELL_HOMOGRAPHS);
}

/* What was decided must be among the lemmas. */
void
an_check_decisions(AnCompiler *c)
{
	AnLexicon *lexicon = c->lexicon;
	uint32_t i;

	for (i = 0; i < lexicon->ndecisions; i++)
	{
		const Decision *decision = &lexicon->decisions[i];
		uint32_t k;

		for (k = 0; k < lexicon->nlemmas; k++)
		{
			if (lexicon->lemmas[k].vocalized == decision->vocalized &&
				lexicon->lemmas[k].word_class == decision->word_class)
				break;
		}
		if (k < lexicon->nlemmas)
			continue;
		c->path = an_block_text(c->block, decision->path);
		c->line = decision->line;
		an_fail(c, "the lexicon has no lemma %s of this part of speech",
				an_block_text(c->block, decision->vocalized));
	}
	c->path = NULL;
}

static int
compare_weights(const void *left, const void *right)
{
	const Weight *a = left;
	const Weight *b = right;

	if (a->vocalized != b->vocalized)
		return a->vocalized < b->vocalized ? -1 : 1;
	return (a->word_class > b->word_class) - (a->word_class < b->word_class);
}

/*
 * What was counted goes before what the row says, which is for lemmas that
 * the count does not know.
 */
static void
set_weights(AnLexicon *lexicon)
{
	uint32_t i;

	qsort(lexicon->weights, lexicon->nweights, sizeof(Weight),
		  compare_weights);
	for (i = 0; i < lexicon->nlemmas; i++)
	{
		AnLemma *lemma = &lexicon->lemmas[i];
		Weight key = { lemma->vocalized, lemma->word_class, 0 };
		const Weight *weight;

		weight = bsearch(&key, lexicon->weights, lexicon->nweights,
						 sizeof(Weight), compare_weights);
		if (weight != NULL)
			lemma->weight = an_token_weight((double) weight->tokens);
		else if (lexicon->nweights > 0)
			lemma->weight += an_token_weight(0);
		if (lemma->derived)
			lemma->weight += AN_DERIVED_WEIGHT;
	}
}

int16_t
an_token_weight(double tokens)
{
	return (int16_t) lround(100 *
							log((tokens + AN_FLOOR_TOKENS) / AN_USUAL_TOKENS));
}

/* ---- Laying out ---- */

static const AnBlockWriter *sort_block;

static int
compare_drafts(const void *left, const void *right)
{
	const Draft *a = left;
	const Draft *b = right;
	int keys = 0;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
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

		for (j = n; j > 0 && lexicon->drafts[j - 1].hash == draft->hash; j--)
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
		if (j == 0 || lexicon->drafts[j - 1].hash != draft->hash)
			lexicon->drafts[n++] = *draft;
	}
	lexicon->ndrafts = n;
}

static int
compare_ranks(const void *left, const void *right)
{
	const Draft *a = left;
	const Draft *b = right;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return compare_drafts(left, right);
}

/*
 * Frequent stems first, those of one key together: what is asked for often
 * lies in few cache lines.
 */
static void
order_by_rank(AnLexicon *lexicon)
{
	uint32_t first;
	uint32_t end;
	uint32_t i;

	for (first = 0; first < lexicon->ndrafts; first = end)
	{
		int rank = INT16_MIN;

		for (end = first;
			 end < lexicon->ndrafts &&
			 lexicon->drafts[end].hash == lexicon->drafts[first].hash;
			 end++)
		{
			uint32_t lemma = lexicon->drafts[end].stem.lemma;

			if (lexicon->lemmas[lemma].weight > rank)
				rank = lexicon->lemmas[lemma].weight;
		}
		for (i = first; i < end; i++)
			lexicon->drafts[i].rank = rank;
	}
	qsort(lexicon->drafts, lexicon->ndrafts, sizeof(Draft), compare_ranks);
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

static unsigned
adjective_flags(const AnLemma *lemma)
{
	switch (lemma->word_class)
	{
		case AN_LEX_NISBA:
		case AN_LEX_ADJ:
			return AN_STEM_ADJECTIVE;
		case AN_LEX_PARTICIPLE:
			return AN_STEM_PARTICIPLE;
		default:
			return 0;
	}
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
	order_by_rank(lexicon);
	while (nslots * UINT64_C(7) < lexicon->ndrafts * UINT64_C(10))
		nslots *= 2;
	lexicon->slots = an_need(nslots * sizeof(AnSlot));
	memset(lexicon->slots, 0, nslots * sizeof(AnSlot));
	lexicon->stems = an_need(lexicon->ndrafts * sizeof(AnStem));
	lexicon->nstems = lexicon->ndrafts;

	for (i = 0; i < lexicon->ndrafts; i++)
	{
		const Draft *draft = &lexicon->drafts[i];
		uint32_t at = draft->hash & (nslots - 1);

		lexicon->stems[i] = draft->stem;
		lexicon->stems[i].flags |=
			adjective_flags(&lexicon->lemmas[draft->stem.lemma]);
		lexicon->stems[i].weight = lexicon->lemmas[draft->stem.lemma].weight;
		lexicon->stems[i].set =
			set_number(lexicon, draft->endings, &sets_room);
		if (i + 1 == lexicon->ndrafts || draft[1].hash != draft->hash)
			lexicon->stems[i].flags |= AN_STEM_LAST;
		if (i > 0 && draft[-1].hash == draft->hash)
			continue;
		while (lexicon->slots[at].entry != 0)
			at = (at + 1) & (nslots - 1);
		lexicon->slots[at].hash = draft->hash;
		lexicon->slots[at].entry = i + 1;
	}
	lexicon->nslots = nslots;
}

/* ---- Letters ---- */

static void
add_name_letters(void *counts, const char *word, size_t len)
{
	size_t skip = an_fixed_article(word, len); /* tells nothing of a name */

	an_letters_add(counts, AN_MODEL_NAME, word + skip, len - skip);
}

static AnBlockSection
learn_letters(AnCompiler *c)
{
	AnLexicon *lexicon = c->lexicon;
	uint32_t i;

	lexicon->letters = an_letters_new();
	for (i = 0; i < lexicon->ndrafts; i++)
	{
		const AnStem *stem = &lexicon->drafts[i].stem;
		const char *key = an_block_text(c->block, lexicon->drafts[i].key);
		int word_class = lexicon->lemmas[stem->lemma].word_class;

		if (word_class > AN_LEX_VERB) /* function words tell nothing */
			continue;
		an_letters_add(lexicon->letters,
					   !(stem->flags & AN_STEM_VERB)     ? AN_MODEL_NOMINAL
					   : stem->before & AN_BEFORE_PERSON ? AN_MODEL_IMPERFECT
														 : AN_MODEL_PERFECT,
					   key, strlen(key));
	}
	an_block_each_name(c->block, add_name_letters, lexicon->letters);
	return an_letters_finish(lexicon->letters);
}

void
an_lexicon_finish(AnCompiler *c)
{
	AnLexicon *lexicon = c->lexicon;
	AnBlockLexicon sections;

	memset(&sections, 0, sizeof(sections));
	if (lexicon->ndrafts > 0)
	{
		set_weights(lexicon);
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
		sections.models = learn_letters(c);
	}
	an_block_lexicon(c->block, &sections);
}
