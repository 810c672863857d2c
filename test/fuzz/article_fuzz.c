/*
 * article_fuzz.c
 *	  Any bytes as a pasted article: parts are whole texts, nothing of a plain
 *	  text is made up or comes twice, and a cancel at any poll unwinds.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/article.h"
#include "morph/morph.h"
#include "fuzz_env.h"

/* Of a valid text each part is one, and read whole by whoever has it. */
static void
check_part(AnText part, bool valid)
{
	char *copy = malloc(part.len + 1);

	if (part.len > 0)
		memcpy(copy, part.str, part.len);
	require(!valid || is_valid(copy, part.len));
	free(copy);
}

static void
check(const char *text, size_t len, const AnArticle *a)
{
	bool valid = is_valid(text, len);

	check_part(a->title, valid);
	check_part(a->author, valid);
	check_part(a->publisher, valid);
	check_part(a->source, valid);
	check_part(a->image_credit, valid);
	check_part(a->body, valid);

	/* a line of HTML ends in a byte more, once */
	require(a->body.len <= len + 1);
}

static void
check_simhash(FuzzEnv *env, const char *text, size_t len)
{
	uint64_t once;
	uint64_t again;
	bool empty;

	require(an_simhash(&env->env, an_store(), text, len, &once, &empty) ==
			AN_OK);
	require(!empty || once == 0);
	require(an_simhash(&env->env, an_store(), text, len, &again, &empty) ==
			AN_OK);
	require(once == again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FuzzEnv env = { { fuzz_alloc, fuzz_poll }, { NULL }, 0, -1 };
	AnArticle article;
	char *text = malloc(size + 1);

	/* not NUL-terminated, so that a read beyond the end is seen */
	memcpy(text, data, size);
	text = realloc(text, size > 0 ? size : 1);
	env.polls = -1;
	require(an_article(&env.env, an_store(), text, size, &article) == AN_OK);
	check(text, size, &article);
	check_simhash(&env, text, size);
	env.polls = size > 0 ? data[0] % 8 : 0;
	(void) an_article(&env.env, an_store(), text, size, &article);
	fuzz_reset(&env);
	free(text);
	return 0;
}
