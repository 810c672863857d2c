/*
 * tails.c
 *	  The tree of all tails: endings, and endings with a pronoun.
 */
#include <stdlib.h>
#include <string.h>

#include "build/lexicon.h"

#define ENDING(name, letters, first, vocal, flags) \
	{ letters, vocal, first, flags },

const AnEndingInfo an_nominal_endings[AN_N_COUNT] = { AN_NOMINAL_ENDINGS(
	ENDING) };
const AnEndingInfo an_verbal_endings[AN_V_COUNT] = { AN_VERBAL_ENDINGS(
	ENDING) };

#undef ENDING

static const struct
{
	const char *letters;
	unsigned behind;
} pronouns[AN_PRON_COUNT] = {
#define PRONOUN(name, letters, vocal, behind) { letters, behind },
	AN_PRONOUNS(PRONOUN)
#undef PRONOUN
};

const char *
an_pronoun_letters(int pronoun)
{
	return pronouns[pronoun].letters;
}

/* A tail while the tree is built: it hangs at a node. */
typedef struct Hung
{
	AnTail tail;
	uint32_t node;
} Hung;

#define MAX_NODES 2048
#define MAX_TAILS 4096

typedef struct Tree
{
	AnTailNode nodes[MAX_NODES];
	uint32_t nnodes;
	Hung hung[MAX_TAILS];
	uint32_t nhung;
} Tree;

static void
hang(Tree *tree, int ending, int pronoun, bool verbal)
{
	const AnEndingInfo *info =
		verbal ? &an_verbal_endings[ending] : &an_nominal_endings[ending];
	char letters[32];
	size_t len;
	uint32_t node = 0;
	Hung *hung;

	strcpy(letters, info->letters);
	strcat(letters, pronouns[pronoun].letters);
	for (len = strlen(letters); len > 0; len -= 2)
	{
		const char *s = letters + len - 2;
		int letter = an_tail_letter(strcmp(s, "ة") == 0 ? "ه" : s);

		if (tree->nodes[node].child[letter] == 0)
		{
			memset(&tree->nodes[tree->nnodes], 0, sizeof(AnTailNode));
			tree->nodes[node].child[letter] = (uint16_t) tree->nnodes++;
		}
		node = tree->nodes[node].child[letter];
	}
	hung = &tree->hung[tree->nhung++];
	memset(hung, 0, sizeof(*hung));
	hung->tail.ending = (uint8_t) ending;
	hung->tail.pronoun = (uint8_t) pronoun;
	hung->tail.verbal = verbal;
	hung->node = node;
	if (!verbal && (info->flags & (AN_END_NO_AL | AN_END_PRONOUN)) == 0)
		tree->nodes[node].behind_al = 1;
	if (verbal)
		tree->nodes[node].verbal |= AN_END_BIT(ending);
	else
		tree->nodes[node].nominal |= AN_END_BIT(ending);
}

/* Whether the pronoun can follow the ending. */
static bool
fits(const AnEndingInfo *info, int pronoun, unsigned behind)
{
	size_t len = strlen(info->letters);

	if ((info->flags & AN_END_PRONOUN) == 0)
		return pronoun == AN_PRON_NONE;
	if ((pronouns[pronoun].behind & behind) == 0)
		return false;
	/* و and ي melt with it into one ي, which is the ending's own */
	return pronoun != AN_PRON_YA || len == 0 ||
		   (strcmp(info->letters + len - 2, "و") != 0 &&
			strcmp(info->letters + len - 2, "ي") != 0);
}

void
an_make_tails(AnTails *out)
{
	Tree *tree = an_need(sizeof(*tree));
	uint32_t node;
	uint32_t i;
	int ending;
	int pronoun;

	memset(tree, 0, sizeof(*tree));
	tree->nnodes = 1;
	for (pronoun = 0; pronoun < AN_PRON_COUNT; pronoun++)
	{
		for (ending = 0; ending < AN_N_COUNT; ending++)
		{
			const AnEndingInfo *info = &an_nominal_endings[ending];

			if (fits(info, pronoun,
					 info->flags & AN_END_PARTICLE ? AN_PRON_PARTICLE
												   : AN_PRON_NOUN))
				hang(tree, ending, pronoun, false);
		}
		for (ending = 0; ending < AN_V_COUNT; ending++)
		{
			if (fits(&an_verbal_endings[ending], pronoun, AN_PRON_VERB))
				hang(tree, ending, pronoun, true);
		}
	}

	out->nnodes = tree->nnodes;
	out->nodes = an_need(out->nnodes * sizeof(AnTailNode));
	out->tails = an_need(tree->nhung * sizeof(AnTail));
	out->ntails = 0;
	for (node = 0; node < tree->nnodes; node++)
	{
		tree->nodes[node].first = (uint16_t) out->ntails;
		for (i = 0; i < tree->nhung; i++)
		{
			if (tree->hung[i].node != node)
				continue;
			out->tails[out->ntails++] = tree->hung[i].tail;
			tree->nodes[node].count++;
		}
	}
	memcpy(out->nodes, tree->nodes, out->nnodes * sizeof(AnTailNode));
	free(tree);
}

void
an_free_tails(AnTails *tails)
{
	free(tails->nodes);
	free(tails->tails);
}
