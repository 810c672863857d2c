/*
 * readings.c
 *	  Reads a word by the lexicon: proclitics + stem + ending + pronoun, all
 *	  ways in which the letters allow it, the likeliest first.
 *
 * The stem's place is given by where a prefix can end and where a tail can
 * begin, a few places each; every pair is looked up once.
 */
#include <string.h>

#include "morph/readings.h"

typedef struct Reader
{
	const AnBlock *block;
	AnLexiconView lexicon;
	AnWord word;
	AnReading *out;
	int n;
	int max;
} Reader;

/* A place where a tail may begin: its node in the tree of tails. */
typedef struct End
{
	size_t at;
	unsigned node;
} End;

#define MAX_ENDS 10

/* ---- Names ---- */

static bool
is_name(const AnRecord *record)
{
	switch (record->kind)
	{
		case AN_KIND_COUNTRY:
		case AN_KIND_PLACE:
		case AN_KIND_SURNAME:
		case AN_KIND_PERSON:
		case AN_KIND_GIVEN_NAME:
		case AN_KIND_FAMILY_NAME:
		case AN_KIND_ORGANIZATION:
		case AN_KIND_MONTH:
			return true;
		default:
			return false;
	}
}

/* ---- The list ---- */

static bool
same_lemma(const AnReading *left, const AnReading *right)
{
	if (left->stem == NULL || right->stem == NULL)
		return left->name == right->name;
	return left->stem->lemma == right->stem->lemma;
}

/*
 * Adds a reading where its score places it.  Of readings of one lemma only
 * the best is kept.
 */
static void
insert(Reader *r, const AnReading *reading)
{
	int i;

	for (i = 0; i < r->n; i++)
	{
		AnReading *other = &r->out[i];

		if (same_lemma(other, reading))
		{
			if (other->score >= reading->score)
				return;
			memmove(other, other + 1,
					(size_t) (r->n - i - 1) * sizeof(*other));
			r->n--;
			break;
		}
	}
	for (i = r->n; i > 0 && r->out[i - 1].score < reading->score; i--)
		;
	if (i == r->max)
		return;
	if (r->n == r->max)
		r->n--;
	memmove(&r->out[i + 1], &r->out[i],
			(size_t) (r->n - i) * sizeof(*reading));
	r->out[i] = *reading;
	r->n++;
}

static int
coarse(int word_class)
{
	switch (word_class)
	{
		case AN_LEX_NOUN:
		case AN_LEX_MASDAR:
			return AN_POS_NOUN;
		case AN_LEX_ADJ:
		case AN_LEX_PARTICIPLE:
		case AN_LEX_ELATIVE:
		case AN_LEX_NISBA:
			return AN_POS_ADJ;
		case AN_LEX_VERB:
		case AN_LEX_AUXILIARY:
			return AN_POS_VERB;
		case AN_LEX_NUMERAL:
			return AN_POS_NUM;
		default:
			return AN_POS_PART;
	}
}

static void
add_stem(Reader *r, const AnPrefix *prefix, const AnStem *stem,
		 const AnTail *tail, size_t end, int score)
{
	const AnLemma *lemma = &r->lexicon.lemmas[stem->lemma];
	AnReading reading;

	reading.lemma = an_string(r->block, lemma->spelling);
	reading.lexeme = an_string(r->block, lemma->lexeme);
	reading.vocalized = an_string(r->block, lemma->vocalized);
	reading.root = an_string(r->block, lemma->root);
	reading.word_class = lemma->word_class;
	reading.part_of_speech = coarse(lemma->word_class);
	reading.name = NULL;
	reading.stem = stem;
	reading.tail = tail;
	reading.before = prefix->before;
	reading.person = prefix->person;
	reading.prefix_len = prefix->len;
	if (prefix->before & AN_BEFORE_PERSON)
		reading.prefix_len -= LETTER;
	reading.suffix_len = r->word.s.len - end;
	reading.score = score + lemma->weight + (lemma->derived ? -250 : 0);
	insert(r, &reading);
}

/* ---- Whether they fit together ---- */

/* An article, and what may stand before a verb, rule some tails out. */
static bool
tail_fits(const AnPrefix *prefix, const AnStem *stem, const AnTail *tail)
{
	unsigned flags = an_tail_flags(tail);

	if (tail->verbal)
	{
		if (prefix->person != 0 && (flags & prefix->person) == 0)
			return false;
		if (prefix->before & AN_BEFORE_SIN && !(flags & AN_END_FUTURE))
			return false;
		if (prefix->before & AN_BEFORE_LAM && prefix->person != 0 &&
			!(flags & AN_END_LAM))
			return false;
		return true;
	}
	if (prefix->before & AN_BEFORE_AL &&
		flags & (AN_END_NO_AL | AN_END_PRONOUN))
		return false;
	if (prefix->before & AN_BEFORE_PREP && flags & AN_END_NO_PREP)
		return false;
	if (stem->flags & AN_STEM_INDEFINITE && flags & AN_END_PRONOUN)
		return false;
	return true;
}

static bool
prefix_fits(const AnPrefix *prefix, const AnStem *stem)
{
	if (prefix->before & ~stem->before)
		return false;
	if ((stem->before ^ prefix->before) & AN_BEFORE_PERSON)
		return false;
	return !(stem->before & AN_BEFORE_MUST_AL) ||
		   (prefix->before & AN_BEFORE_AL) != 0;
}

/*
 * What the tail's own letters cost: only ة may be written otherwise, and what
 * is written ة is no pronoun.
 */
static int
tail_cost(const AnWord *word, const AnTail *tail)
{
	unsigned last = an_letter(word->s.written + word->s.len - LETTER, 0);

	if (!tail->verbal && tail->ending == AN_N_TA)
		return an_letter_cost(last, L_TA_MARBUTA);
	return last == L_TA_MARBUTA ? AN_RULED_OUT : 0;
}

static void
try_stem(Reader *r, const AnPrefix *prefix, const AnStem *stem, const End *end,
		 const AnTailNode *node)
{
	bool verb = (stem->flags & AN_STEM_VERB) != 0;
	uint64_t set =
		r->lexicon.sets[stem->set] & (verb ? node->verbal : node->nominal);
	const AnTail *best = NULL;
	int best_score = 0;
	int cost;
	int i;

	if (set == 0 || !prefix_fits(prefix, stem))
		return;
	for (i = 0; i < node->count; i++)
	{
		const AnTail *tail = &r->lexicon.tails[node->first + i];
		int score;

		if (tail->verbal != verb || !(set & AN_BIT(tail->ending)) ||
			!tail_fits(prefix, stem, tail))
			continue;
		score = an_tail_prior(tail);
		if (end->at < r->word.s.len)
		{
			cost = tail_cost(&r->word, tail);
			if (cost == AN_RULED_OUT)
				continue;
			score -= cost;
		}
		if (best == NULL || score > best_score)
		{
			best = tail;
			best_score = score;
		}
	}
	if (best == NULL)
		return;
	cost = an_stem_cost(r->block, &r->word, prefix, stem, end->at);
	if (cost == AN_RULED_OUT)
		return;
	add_stem(r, prefix, stem, best, end->at,
			 best_score - cost + an_prefix_prior(prefix, verb) +
				 an_stem_prior(stem));
}

/* Whether any tail of the node can follow what stands before the stem. */
static bool
node_fits(const AnPrefix *prefix, const AnTailNode *node)
{
	if (prefix->before & AN_BEFORE_PERSON)
		return node->verbal != 0;
	if (prefix->before & AN_BEFORE_AL)
		return node->behind_al != 0;
	if (prefix->before & (AN_BEFORE_BA | AN_BEFORE_KAF))
		return node->nominal != 0;
	return node->count > 0;
}

static void
try_place(Reader *r, const AnPrefix *prefix, const End *end)
{
	const AnTailNode *node = &r->lexicon.nodes[end->node];
	const AnStem *stem;

	if (!node_fits(prefix, node))
		return;
	stem = an_stems(r->block, r->word.s.folded + prefix->len,
					end->at - prefix->len);
	if (stem == NULL)
		return;
	for (;; stem++)
	{
		try_stem(r, prefix, stem, end, node);
		if (stem->flags & AN_STEM_LAST)
			break;
	}
}

static int
find_ends(const Reader *r, End *ends)
{
	const AnSpelling *s = &r->word.s;
	size_t at = s->len;
	unsigned node = 0;
	int n = 0;

	for (;;)
	{
		int letter;

		ends[n].at = at;
		ends[n].node = node;
		n++;
		if (at <= LETTER || n == MAX_ENDS)
			break;
		letter = an_tail_letter(s->folded + at - LETTER);
		if (letter < 0)
			break;
		node = r->lexicon.nodes[node].child[letter];
		if (node == 0)
			break;
		at -= LETTER;
	}
	return n;
}

/* ---- Names ---- */

/* The word of a full name that is written here: بوتين of فلاديمير بوتين. */
static const char *
word_of_name(const char *name, const char *folded, size_t len, size_t *n)
{
	while (*name != '\0')
	{
		size_t word = strcspn(name, " ");
		char key[AN_WORD_MAX];

		if (word < AN_WORD_MAX &&
			an_fold(name, word, key, sizeof(key)) == len &&
			memcmp(key, folded, len) == 0)
		{
			*n = word;
			return name;
		}
		name += word;
		name += strspn(name, " ");
	}
	return NULL;
}

static void
add_name(Reader *r, const AnPrefix *prefix, const AnRecord *record,
		 const char *folded, size_t len)
{
	const char *name = an_string(r->block, record->name);
	AnReading reading;
	size_t n;
	const char *lemma = word_of_name(name, folded, len, &n);
	int cost = 0;
	size_t i;

	if (lemma == NULL && strchr(name, ' ') == NULL)
	{
		/* another spelling of a name, whose usual one is its lemma */
		lemma = name;
		n = strlen(name);
	}
	memset(&reading, 0, sizeof(reading));
	if (lemma != NULL && n == len)
	{
		size_t at = r->word.s.len - len;

		for (i = 0; i < len; i += LETTER)
		{
			if (at + i < r->word.s.len && len <= r->word.s.len)
				cost +=
					an_letter_cost(an_letter(r->word.s.written + at + i, 0),
								   an_letter(lemma + i, 0));
		}
		if (prefix->before & AN_BEFORE_AL)
			cost = 0;
	}
	reading.name = record;
	reading.lemma = lemma != NULL ? lemma : "";
	reading.lemma_len = lemma != NULL ? n : 0;
	reading.part_of_speech = AN_POS_NAME;
	reading.before = prefix->before;
	reading.prefix_len = prefix->len;
	reading.score =
		an_name_prior(record) - cost + an_prefix_prior(prefix, false);
	insert(r, &reading);
}

static void
try_name(Reader *r, const AnPrefix *prefix)
{
	char with_al[AN_WORD_MAX + 8];
	const char *key = r->word.s.folded + prefix->len;
	size_t len = r->word.s.len - prefix->len;
	const AnRecord *best = NULL;
	AnEntry entry;
	int i;

	if (prefix->before & (AN_BEFORE_PERSON | AN_BEFORE_ASK | AN_BEFORE_SIN))
		return;
	if (len < 2 * LETTER)
		return;
	if (prefix->before & AN_BEFORE_AL)
	{
		/* the ا of the name's own ال is gone behind ل: للقاهرة */
		if (!(prefix->before & AN_BEFORE_LAM))
			return;
		memcpy(with_al, ALEF LAM, 2 * LETTER);
		memcpy(with_al + 2 * LETTER, key, len);
		key = with_al;
		len += 2 * LETTER;
	}
	if (!an_may_be_word(r->block, key, len) ||
		!an_store_find(r->block, key, len, &entry))
		return;
	for (i = 0; i < entry.nsenses; i++)
	{
		const AnRecord *record = an_record(r->block, entry.senses[i]);

		if (is_name(record) &&
			(best == NULL || an_name_prior(record) > an_name_prior(best)))
			best = record;
	}
	if (best != NULL)
		add_name(r, prefix, best, key, len);
}

int
an_readings(const AnBlock *block, const char *word, size_t len, AnReading *out,
			int max)
{
	AnPrefix prefixes[AN_PREFIXES_MAX];
	End ends[MAX_ENDS];
	Reader r;
	int nprefixes;
	int nends;
	int i;
	int j;

	if (max <= 0 || !an_has_lexicon(block) || !an_word(word, len, &r.word))
		return 0;
	r.block = block;
	r.lexicon = an_lexicon_view(block);
	r.out = out;
	r.n = 0;
	r.max = max < AN_READINGS_MAX ? max : AN_READINGS_MAX;
	nprefixes = an_prefixes(&r.word, prefixes);
	nends = find_ends(&r, ends);
	for (i = 0; i < nprefixes; i++)
	{
		for (j = 0; j < nends; j++)
		{
			if (ends[j].at >= prefixes[i].len + LETTER)
				try_place(&r, &prefixes[i], &ends[j]);
		}
		try_name(&r, &prefixes[i]);
	}
	return r.n;
}
