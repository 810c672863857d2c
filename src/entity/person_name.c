/*-------------------------------------------------------------------------
 *
 * person_name.c
 *	  The name of a person, word by word.
 *
 * A name is a chain: given names, بن and its like, family names, and words of
 * which the store has nothing.  How sure it is follows from what stands in it
 * and before it.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/person_name.h"

#define NAME_WORDS_MAX 7

/* Words of the kind of بن with which a name may begin. */
static const AnSpelling first_links[] = { "ابن", "ابو", "ابي", "ابا",
										  "ام",  "عبد", "ال",  "بن" };

/* هم and ها behind a word are seldom the end of a name. */
static bool
with_pronoun(const AnReader *r, uint32_t i)
{
	const AnWord *word = &r->words[i];
	const char *end = an_key(r, i) + word->key_len - 2 * AN_LETTER;

	return word->key_len >= 4 * AN_LETTER &&
		   (memcmp(end, "هم", 4) == 0 || memcmp(end, "ها", 4) == 0);
}

/* ا at the end of a noun: هجوما. Foreign names end so too. */
static bool
tanween(const AnReader *r, uint32_t i)
{
	return r->words[i].key_len >= 4 * AN_LETTER &&
		   memcmp(an_key(r, i) + r->words[i].key_len - AN_LETTER, "ا",
				  AN_LETTER) == 0;
}

/* الأول, السادس: of kings and popes. */
static bool
ordinal(const AnReader *r, uint32_t i)
{
	const AnHit *hit;
	const AnRecord *record;

	if (!an_after_blank(r, i) || !an_definite(r, i) ||
		!an_is(r, i, AN_BIT(NUMBER)))
		return false;
	hit = an_hit_of(r, i, AN_BIT(NUMBER));
	record = an_hit_sense(r, hit, AN_KIND_NUMBER);
	return !hit->clitic && (record->flags & AN_FLAG_ORDINAL) != 0;
}

/* Whether word i may follow بن, أبو, دي. */
static bool
after_link(const AnReader *r, uint32_t i)
{
	return an_after_blank(r, i) && r->words[i].type == AN_TOKEN_ARABIC &&
		   !an_is(r, i,
				  AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) |
					  AN_BIT(NUMBER)) &&
		   (r->words[i].clitic_kinds == 0 || r->words[i].kinds != 0);
}

typedef struct Chain
{
	int given; /* sure ones */
	int family;
	int rare;
	int links;
	int unknown;
	int words;   /* parts in all */
	bool second; /* the second part is a name, or بن */
} Chain;

/* Whether a word of which the store has nothing may go on a chain. */
static bool
unknown_goes_on(const AnReader *r, uint32_t i, const Chain *chain,
				AnBefore before)
{
	bool titled = before >= AN_BEFORE_TITLE;

	if (an_verb_shape(r, i) || with_pronoun(r, i) || an_owned_title(r, i))
		return false;
	/* a word known under a suffix only behind a title and one name */
	if (!an_unknown(r, i) &&
		(!titled || chain->words > 1 || chain->given == 0))
		return false;
	if (chain->words >= 2 && (tanween(r, i) || !(titled || an_foreign(r, i))))
		return false;
	if (chain->family > 0)
		return chain->words < 3 && an_foreign(r, i);
	if (chain->unknown >= 2 && !an_foreign(r, i))
		return false;
	return (chain->given > 0 || titled || an_foreign(r, i)) &&
		   (before != AN_BEFORE_NOTHING || chain->words < 3);
}

/* Whether word i is a place that is not more often something else. */
static bool
sure_place(const AnReader *r, uint32_t i)
{
	uint32_t kinds = an_kinds_with_article(r, i);
	const AnHit *hit;

	if (kinds & AN_BIT(COUNTRY))
		return true;
	if ((kinds & AN_BIT(PLACE)) == 0)
		return false;
	hit = an_hit_of(r, i, AN_BIT(PLACE));
	return hit->nwords > 1 ||
		   (an_hit_sense(r, hit, AN_KIND_PLACE)->flags & AN_FLAG_WORD) == 0;
}

/* Whether a name may end before word i: a mark, أن, الذي. */
static bool
name_ends(const AnReader *r, uint32_t i)
{
	static const AnSpelling behind[] = { "ان",    "بان",   "الذي", "التي",
										 "انه",   "انها",  "لل",   "قوله",
										 "قولها", "قائلا", "قائله" };

	return i >= r->nwords ||
		   (r->words[i].gap & (AN_GAP_COMMA | AN_GAP_STOP | AN_GAP_LINE |
							   AN_GAP_BRACKET)) != 0 ||
		   (an_after_blank(r, i) &&
			(AN_WORD_IN(r, i, behind) || an_is(r, i, AN_BIT(TITLE))));
}

/*
 * Whether a common word is the surname behind one given name: محمود خلاف,
 * where a title or verb of speech stands before and the name ends with it.
 */
static bool
surname_here(const AnReader *r, uint32_t i, const Chain *chain,
			 AnBefore before)
{
	const AnWord *word = &r->words[i];
	const uint32_t other = AN_BIT(STOP) | AN_BIT(CUE) | AN_BIT(TIME) |
						   AN_BIT(WEEKDAY) | AN_BIT(NUMBER) | AN_BIT(TITLE) |
						   AN_BIT(COUNTRY) | AN_BIT(MONTH) | AN_BIT(CURRENCY) |
						   AN_BIT(ORG_HEAD) | AN_BIT(ORGANIZATION);
	AnAnalysis a;

	if (chain->words != 1 || chain->unknown > 0 ||
		chain->given + (before >= AN_BEFORE_TITLE ? chain->rare : 0) != 1 ||
		before < AN_BEFORE_CUE || before == AN_BEFORE_KIN ||
		word->type != AN_TOKEN_ARABIC || !an_after_blank(r, i) ||
		word->key_len < 3 * AN_LETTER || (word->kinds & other) != 0 ||
		an_particle(r, i) || tanween(r, i) || with_pronoun(r, i) ||
		an_verb_shape(r, i) || !name_ends(r, i + 1) || sure_place(r, i))
		return false;
	if (an_definite(r, i))
		return an_ends_in_ya(r, i) || before >= AN_BEFORE_TITLE;
	if (!an_analyze(r->block, r->body + word->start, word->end - word->start,
					&a) ||
		a.stop)
		return false;
	/* neither بفرح nor a verb nor مبتسمة */
	return (a.prefix_len == 0 || !a.known) &&
		   (!a.known || a.part_of_speech != AN_POS_VERB) &&
		   memcmp(an_key(r, i) + word->key_len - AN_LETTER, "ه", AN_LETTER) !=
			   0;
}

/* Whether part, not the first one, may go on a chain. */
static bool
goes_on(const AnReader *r, uint32_t i, int part, const Chain *chain,
		AnBefore before)
{
	static const AnSpelling ali[] = { "علي" };

	if (part & AN_PART_LATIN)
		return false;
	if (part & (AN_PART_GIVEN | AN_PART_FAMILY))
	{
		if (an_is(r, i, AN_BIT(CUE) | AN_BIT(TIME) | AN_BIT(WEEKDAY)))
			return false;
		if (!(part & AN_PART_RARE) || AN_WORD_IN(r, i, ali))
			return true;
		/* ملك البحرين behind a name is a title */
		if (an_is(r, i, AN_BIT(TITLE)) && chain->words > 1 &&
			(an_definite(r, i + 1) || an_definite(r, i) ||
			 an_is(r, i + 1,
				   AN_BIT(COUNTRY) | AN_BIT(TITLE) | AN_BIT(ORG_HEAD))))
			return false;
		/* المصري behind one name is a surname, behind two an adjective */
		if (an_is(r, i, AN_BIT(NATIONALITY)))
			return chain->words == 1 ||
				   (chain->words == 2 && before != AN_BEFORE_NOTHING);
		if (sure_place(r, i))
			return false;
		return !an_is(r, i, AN_BIT(MONTH)) || i + 1 >= r->nwords ||
			   r->words[i + 1].type == AN_TOKEN_ARABIC;
	}
	if (chain->unknown >= (before >= AN_BEFORE_TITLE ? 3 : 2))
		return false;
	if (part & AN_PART_NISBA)
		return (chain->given > 0 ||
				(before != AN_BEFORE_NOTHING && an_ends_in_ya(r, i))) &&
			   chain->words <= 4 && (chain->words == 1 || an_ends_in_ya(r, i));
	return (part & AN_PART_UNKNOWN) && unknown_goes_on(r, i, chain, before);
}

static void
count(Chain *chain, int part)
{
	chain->words++;
	if (chain->words == 2)
		chain->second =
			(part & (AN_PART_GIVEN | AN_PART_FAMILY)) != 0 || chain->links > 0;
	if (part & (AN_PART_GIVEN | AN_PART_FAMILY))
	{
		if (part & AN_PART_RARE)
			chain->rare++;
		else if (part & AN_PART_GIVEN)
			chain->given++;
		else
			chain->family++;
	}
	else if (part & (AN_PART_UNKNOWN | AN_PART_NISBA))
		chain->unknown++;
}

/* Goes over the words of a name from i on; gives the word behind it. */
static uint32_t
follow_chain(const AnReader *r, uint32_t i, AnBefore before, Chain *chain,
			 uint32_t begun)
{
	static const AnSpelling fathers[] = { "ابي", "ابو", "ابا", "ام", "ال" };
	uint32_t limit = i + NAME_WORDS_MAX;

	while (i < r->nwords && i < limit)
	{
		uint32_t nwords;
		uint32_t start;
		int part;

		if (i > begun && !an_after_blank(r, i) &&
			r->words[i].gap != AN_GAP_DASH)
			break;
		if (chain->words == 1 && chain->given == 1 && ordinal(r, i))
		{
			static const AnSpelling ten[] = { "عشر" };

			chain->given++;
			return AN_WORD_IN(r, i + 1, ten) ? i + 2 : i + 1;
		}
		part = an_name_part(r, i, false, &nwords, &start);
		if ((part & AN_PART_LINK) && after_link(r, i + 1) &&
			((part & (AN_PART_GIVEN | AN_PART_FAMILY)) == 0 ||
			 !an_is(r, i, AN_BIT(STOP))))
		{
			uint32_t more;
			int next = an_name_part(r, i + 1, false, &more, &start);

			if (next == 0 || (next & AN_PART_LATIN))
			{
				if (an_is(r, i, AN_BIT(STOP)))
					break;
				more = 1;
			}
			/* بن أبي طالب */
			if (more == 1 && AN_WORD_IN(r, i + 1, fathers) &&
				(after_link(r, i + 2) ||
				 (an_after_blank(r, i + 2) && an_is(r, i + 2, AN_KINDS_NAME))))
				more = 2;
			chain->links++;
			count(chain, next & (AN_PART_GIVEN | AN_PART_FAMILY)
							 ? next
							 : AN_PART_UNKNOWN);
			i += 1 + more;
			continue;
		}
		if (part == 0 || (nwords == 1 && !goes_on(r, i, part, chain, before)))
		{
			if (!surname_here(r, i, chain, before))
				break;
			part = AN_PART_FAMILY;
			nwords = 1;
		}
		count(chain, part);
		i += nwords;
	}
	return i;
}

static bool
arab_given(const AnReader *r, uint32_t i)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(GIVEN_NAME));

	return hit != NULL &&
		   an_hit_sense(r, hit, AN_KIND_GIVEN_NAME)->value == AN_ORIGIN_ARAB;
}

/* How sure a chain is; 0: no name. */
static float
sureness(const AnReader *r, const AnName *name, const Chain *chain, int first,
		 AnBefore before)
{
	int sure = chain->given + chain->family;
	bool titled = before >= AN_BEFORE_TITLE;

	if (chain->words + chain->links >= 2)
	{
		if (first & AN_PART_GIVEN)
		{
			bool whole = name->start == r->words[name->first].start;

			/* a name that was made by taking a letter off needs another */
			if (!(first & AN_PART_RARE))
				return sure >= 2 || chain->links > 0 ? 0.85f
					   : whole || chain->rare > 0 ||
							   an_begins_with(r, name->first, "و")
						   ? 0.7f
						   : 0;
			if (!titled && !(before == AN_BEFORE_CUE && chain->links > 0) &&
				an_is(r, name->first, AN_KINDS_STOP & ~AN_BIT(STOP)))
				return 0;
			/* قالت رحمة التمسماني */
			if (before == AN_BEFORE_CUE && chain->unknown == 1 &&
				an_definite(r, name->next - 1) &&
				an_ends_in_ya(r, name->next - 1))
				return 0.6f;
			if (!titled && chain->second && chain->words > 2 &&
				!arab_given(r, name->first))
				return 0; /* the name begins with the next word */
			if (titled || (chain->second && (sure >= 1 || chain->links > 0)))
				return 0.7f;
			return chain->rare >= 2 && !an_is(r, name->first, AN_KINDS_STOP) &&
						   !an_common_word(r, name->first)
					   ? 0.5f
					   : 0;
		}
		if (first & AN_PART_LINK)
			return sure > 0 || titled                     ? 0.7f
				   : an_begins_with(r, name->first, "اب") ? 0.45f
														  : 0;
		if (first & AN_PART_FAMILY)
			return titled || (chain->given > 0 && chain->family > 0 &&
							  !(first & AN_PART_RARE))
					   ? 0.65f
					   : 0;
		if (titled)
			return 0.65f;
		if (before == AN_BEFORE_CUE && an_ends_in_ya(r, name->next - 1))
			return 0.6f;
		return (sure > 0 || before == AN_BEFORE_CUE) &&
					   an_foreign(r, name->first)
				   ? 0.5f
				   : 0;
	}
	if (first & (AN_PART_GIVEN | AN_PART_FAMILY))
	{
		if (titled && (first & AN_PART_RARE))
			return an_common_word(r, name->first) ||
						   an_is(r, name->first,
								 AN_KINDS_STOP | AN_BIT(NATIONALITY) |
									 AN_BIT(COUNTRY) | AN_BIT(ORG_WORD) |
									 AN_BIT(TITLE) | AN_BIT(ORG_HEAD))
					   ? 0
					   : 0.5f;
		if (titled)
			return 0.7f;
		if (before == AN_BEFORE_CUE && !(first & AN_PART_RARE))
			return 0.5f;
		return 0;
	}
	if (!titled || tanween(r, name->first) ||
		an_begins_with(r, name->first, "لا") ||
		an_begins_with(r, name->first, "با"))
		return 0;
	return 0.5f;
}

/* A person whom the store knows by this name. */
static bool
known_person(const AnReader *r, uint32_t i, AnName *name)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(PERSON));

	if (hit == NULL || hit->al)
		return false;
	if (hit->nwords == 1 && an_is(r, i, AN_KINDS_STOP | AN_KINDS_OTHER))
		return false;
	/* الملك سلمان: the title is outside of the name */
	if (hit->nwords > 1 && an_definite_with(r, i) &&
		an_is(r, i, AN_BIT(TITLE)))
		return false;
	name->record = an_hit_sense(r, hit, AN_KIND_PERSON);
	name->start = hit->start;
	name->next = i + hit->nwords;
	name->confidence = 0.95f;
	return true;
}

/* What alone means a known person. */
static bool
known_surname(const AnReader *r, uint32_t i, AnBefore before, AnName *name)
{
	const AnHit *hit = an_hit_of(r, i, AN_BIT(SURNAME));
	const AnHit *given = an_hit_of(r, i, AN_BIT(GIVEN_NAME));

	if (hit == NULL || hit->al)
		return false;
	if (hit->nwords == 1 && before < AN_BEFORE_TITLE &&
		(an_is(r, i,
			   AN_KINDS_STOP | AN_BIT(NATIONALITY) | AN_BIT(COUNTRY) |
				   AN_BIT(PLACE) | AN_BIT(TITLE) | AN_BIT(ORG_WORD) |
				   AN_BIT(ORGANIZATION) | AN_BIT(MONTH)) ||
		 an_common_word(r, i)))
		return false;
	/* an Arab given name that alone could be anybody's */
	if (given != NULL && given->nwords >= hit->nwords &&
		before < AN_BEFORE_TITLE)
	{
		const AnRecord *record = an_hit_sense(r, given, AN_KIND_GIVEN_NAME);

		if (record->value == AN_ORIGIN_ARAB &&
			(record->flags & AN_FLAG_WORD) == 0)
			return false;
	}
	name->record = an_hit_sense(r, hit, AN_KIND_SURNAME);
	name->start = hit->start;
	name->next = i + hit->nwords;
	name->surname = true;
	name->confidence = hit->clitic ? 0.7f : 0.8f;
	return true;
}

/*
 * Whether a word that may be a name is a title outside of it: الشيخ محمد and
 * ومعالي عباس, but السيد البدوي.
 */
static bool
title_here(const AnReader *r, uint32_t i, int part)
{
	const AnWord *word = &r->words[i];

	if (((word->kinds | word->clitic_kinds) & AN_BIT(TITLE)) == 0)
		return false;
	if (an_definite_with(r, i))
		return (part & AN_PART_GIVEN) == 0 ||
			   (an_after_blank(r, i + 1) && !an_definite(r, i + 1) &&
				an_is(r, i + 1,
					  AN_BIT(GIVEN_NAME) | AN_BIT(PERSON) | AN_BIT(TITLE)));
	return word->kinds == 0 && an_after_blank(r, i + 1) &&
		   an_is(r, i + 1,
				 AN_BIT(GIVEN_NAME) | AN_BIT(PERSON) | AN_BIT(TITLE));
}

/* Whether a chain may begin with this part. */
static bool
begins(const AnReader *r, uint32_t i, int part, AnBefore before)
{
	if (part & AN_PART_LATIN)
		return false;
	if (title_here(r, i, part))
		return false;
	if (part & (AN_PART_GIVEN | AN_PART_FAMILY))
		return true;
	if (part & AN_PART_LINK)
		return AN_WORD_IN(r, i, first_links);
	if (part & AN_PART_UNKNOWN)
		return an_unknown(r, i) &&
			   (!an_verb_shape(r, i) ||
				(before >= AN_BEFORE_TITLE && an_foreign(r, i) &&
				 an_after_blank(r, i + 1) && an_foreign(r, i + 1))) &&
			   !(r->words[i].gap & AN_GAP_QUOTE) &&
			   (before == AN_BEFORE_HONORIFIC ||
				(before == AN_BEFORE_CUE && an_after_blank(r, i + 1) &&
				 an_definite(r, i + 1) && an_ends_in_ya(r, i + 1) &&
				 (an_is(r, i + 1, AN_BIT(FAMILY_NAME)) ||
				  an_unknown(r, i + 1))) ||
				(before != AN_BEFORE_NOTHING && before != AN_BEFORE_KIN &&
				 an_foreign(r, i)));
	return false;
}

/* Whether the letters of one name are the beginning of the other's. */
static bool
same_so_far(const AnReader *r, const AnName *name)
{
	const char *known = an_string(r->block, name->record->name);
	uint32_t i;

	for (i = name->first; i < name->next; i++)
	{
		size_t len = strcspn(known, " ");
		char key[AN_FOLD_MAX(64)];
		size_t n;

		if (len == 0)
			return true;
		n = len <= 64 ? an_fold(known, len, key, sizeof(key)) : 0;
		if (n != r->words[i].key_len || memcmp(key, an_key(r, i), n) != 0)
			return false;
		known += len;
		known += *known == ' ';
	}
	return true;
}

/*
 * If a family name follows and all words of the known name are given names,
 * it is another person: محمد علي is not محمد علي العظمي.
 */
void
an_longer_person(const AnReader *r, AnBefore before, AnName *name)
{
	static const AnSpelling house[] = { "ال", "بن" };
	Chain chain = { .given = 2, .words = 2 };
	uint32_t begun = name->first;
	uint32_t next = name->next;
	uint32_t k;

	for (k = begun; k < next; k++)
		if (!an_is(r, k, AN_BIT(GIVEN_NAME)) &&
			!AN_WORD_IN(r, k, first_links) &&
			(r->words[k].clitic_kinds & AN_BIT(GIVEN_NAME)) == 0)
			break;
	if (AN_WORD_IN(r, next, house) && an_after_blank(r, next))
	{
		name->next = follow_chain(r, next, AN_BEFORE_NOTHING, &chain, begun);
		/* الملك سلمان is known, but not with any father */
		if (next - begun == 1 && name->next > next && !same_so_far(r, name))
			name->record = NULL;
		return;
	}
	if (k < next || next - begun < 2)
		return;
	chain.unknown = 2;
	if (an_ends_in_ya(r, next) && an_after_blank(r, next) &&
		an_definite(r, next) && an_unknown(r, next))
	{
		chain.family = 1;
		name->next = next + 1;
	}
	else
		name->next = follow_chain(r, next, before, &chain, begun);
	if (name->next > next && (chain.family > 0 || chain.given > 2))
	{
		name->record = NULL;
		name->confidence = 0.85f;
	}
	else
		name->next = next;
}

/*
 * A name of the Far East with a hyphen, which says that it is one: بارك
 * سونغ-مين.
 */
static bool
hyphenated(const AnReader *r, uint32_t i, AnBefore before, AnName *name)
{
	uint32_t k;

	if (i + 2 >= r->nwords || !an_after_blank(r, i + 1) ||
		r->words[i + 2].gap != AN_GAP_DASH)
		return false;
	for (k = i; k < i + 3; k++)
	{
		const AnWord *word = &r->words[k];

		if (word->type != AN_TOKEN_ARABIC || word->key_len < 2 * AN_LETTER ||
			word->key_len > 6 * AN_LETTER || an_definite_with(r, k) ||
			an_particle(r, k) || an_is(r, k, AN_BIT(STOP) | AN_BIT(NUMBER)) ||
			(an_is(r, k, AN_BIT(CUE)) && !an_is(r, k, AN_KINDS_NAME)))
			return false;
		if ((k > i || before < AN_BEFORE_CUE) && !an_unlisted(r, k) &&
			!an_is(r, k, AN_KINDS_NAME))
			return false;
	}
	name->next = i + 3;
	name->start = r->words[i].start;
	name->confidence = before < AN_BEFORE_CUE ? 0.6f : 0.7f;
	return true;
}

/*
 * A verb and who did it, where nothing before says that a name begins: رفعت أم
 * علي, ووعد الجودر.
 */
static bool
verb_first(const AnReader *r, uint32_t i, int part, AnBefore before)
{
	static const AnSpelling parents[] = { "ام", "ابو" };
	const AnWord *word = &r->words[i];
	bool feminine =
		word->key_len > AN_LETTER &&
		memcmp(an_key(r, i) + word->key_len - AN_LETTER, "ت", AN_LETTER) == 0;

	if (before != AN_BEFORE_NOTHING || !an_after_blank(r, i + 1) ||
		!((feminine && AN_WORD_IN(r, i + 1, parents)) ||
		  ((part & AN_PART_RARE) && word->kinds == 0 &&
		   an_definite(r, i + 1))))
		return false;
	return an_tense(r->block, r->body + word->start,
					word->end - word->start) == AN_TENSE_PAST;
}

bool
an_person_name(const AnReader *r, uint32_t i, AnBefore before, AnName *name)
{
	Chain chain = { 0 };
	uint32_t nwords;
	int part;

	if (i >= r->nwords)
		return false;
	memset(name, 0, sizeof(*name));
	name->first = i;
	if (before == AN_BEFORE_NOTHING &&
		((r->words[i].kinds | r->words[i].clitic_kinds) & AN_KINDS_NAME) ==
			0 &&
		an_hit_of(r, i, AN_KINDS_NAME) == NULL &&
		!AN_WORD_IN(r, i, first_links))
		return false; /* as nearly all words are */
	if (known_person(r, i, name))
	{
		an_longer_person(r, before, name);
		return true;
	}
	if (hyphenated(r, i, before, name))
		return true;
	part = an_name_part(r, i, true, &nwords, &name->start);
	if ((part & AN_PART_GIVEN) && nwords == 1 &&
		verb_first(r, i, part, before))
		return false;
	if (part == 0 || !begins(r, i, part, before))
		return known_surname(r, i, before, name);
	if (part & (AN_PART_GIVEN | AN_PART_FAMILY | AN_PART_UNKNOWN))
	{
		if (!(part & AN_PART_LINK) || (part & AN_PART_GIVEN))
		{
			count(&chain, part);
			name->next = i + nwords;
		}
	}
	else
		name->next = i;
	name->next =
		follow_chain(r, name->next > i ? name->next : i, before, &chain, i);
	if (name->next <= i + nwords && chain.links == 0 && chain.words <= 1 &&
		known_surname(r, i, before, name))
		return true;
	name->confidence = sureness(r, name, &chain, part, before);
	if (name->confidence == 0)
		return known_surname(r, i, before, name);
	return name->next > i;
}

bool
an_person_begins(const AnReader *r, uint32_t i)
{
	AnName name;
	const AnHit *hit;

	if (i >= r->nwords)
		return false;
	hit = an_hit_of(r, i, AN_BIT(PERSON) | AN_BIT(GIVEN_NAME));
	if (hit == NULL || hit->clitic || hit->al)
		return false;
	if (hit->nwords == 1 &&
		(an_is(r, i, AN_BIT(ORG_HEAD) | AN_BIT(STOP)) || an_nation(r, i)))
		return false;
	return an_person_name(r, i, AN_BEFORE_NOTHING, &name) &&
		   name.confidence >= 0.5f;
}
