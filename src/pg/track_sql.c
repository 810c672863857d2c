/*
 * track_sql.c
 *	  The SQL of article tables' companions: templates, and their filling.
 *
 * In a template stand
 *
 *	{articles}			the article table, {mentions} ... a companion by its
 *						label, with schema, quoted
 *	{ext}				the extension's schema
 *	{key}, {key:m}		the key's columns in a companion, with an alias
 *	{key_as:m:1}		the same, renamed: id as id_1
 *	{article_key:a}		the same in the article table
 *	{key_definitions}	the companions' key columns with types
 *	{same:m:s}			two companions have the same key
 *	{match:a:s}			an article and a companion have
 *	{is:m}				a companion's key is $1, $2 ...
 *	{article_is:a}		an article's is
 *	{title:a} {body:a} {published:a}	columns of the article table, or null
 *
 * Keys are compared by the operators of the article table's unique index,
 * named with their schema: nothing is left to a search_path.
 */
#include "track.h"

#include "commands/defrem.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/ruleutils.h"

const char *const an_companion_labels[AN_COMPANIONS] = {
	[AN_MENTIONS] = "mentions",
	[AN_QUOTES] = "quotes",
	[AN_NAMES] = "names",
	[AN_STATE] = "news_state",
	[AN_BY_DAY] = "mentions_by_day",
	[AN_BY_WEEK] = "mentions_by_week",
	[AN_PAIRS] = "name_pairs",
	[AN_COUNTRIES] = "countries",
	[AN_SPEAKERS] = "quotes_by_speaker",
	[AN_COPIES] = "copies",
	[AN_PROGRESS] = "news_progress",
	[AN_FAILURES] = "news_failures",
};

/* One key column in a condition or a list. */
typedef void (*KeyWriter)(StringInfo out, const AnTracked *t, int i,
						  const char *first, const char *second);

static void
put_column(StringInfo out, const char *alias, const char *column)
{
	if (alias[0] != '\0')
		appendStringInfo(out, "%s.", alias);
	appendStringInfoString(out, quote_identifier(column));
}

static void
put_key(StringInfo out, const AnTracked *t, int i, const char *first,
		const char *second)
{
	put_column(out, first, t->key[i]);
}

static void
put_key_as(StringInfo out, const AnTracked *t, int i, const char *alias,
		   const char *ending)
{
	put_column(out, alias, t->key[i]);
	appendStringInfo(
		out, " as %s",
		quote_identifier(makeObjectName(t->key[i], NULL, ending)));
}

static void
put_article_key(StringInfo out, const AnTracked *t, int i, const char *first,
				const char *second)
{
	put_column(out, first, t->article_key[i]);
}

static void
put_key_definition(StringInfo out, const AnTracked *t, int i,
				   const char *first, const char *second)
{
	put_column(out, "", t->key[i]);
	appendStringInfo(out, " %s",
					 format_type_extended(t->key_type[i], t->key_typmod[i],
										  FORMAT_TYPE_TYPEMOD_GIVEN |
											  FORMAT_TYPE_FORCE_QUALIFY));
	if (OidIsValid(t->key_collation[i]) &&
		t->key_collation[i] != get_typcollation(t->key_type[i]))
		appendStringInfo(out, " collate %s",
						 generate_collation_name(t->key_collation[i]));
	appendStringInfoString(out, " not null");
}

static void
put_same(StringInfo out, const AnTracked *t, int i, const char *first,
		 const char *second)
{
	put_column(out, first, t->key[i]);
	appendStringInfo(out, " %s ", t->key_equal[i]);
	put_column(out, second, t->key[i]);
}

static void
put_match(StringInfo out, const AnTracked *t, int i, const char *first,
		  const char *second)
{
	put_column(out, first, t->article_key[i]);
	appendStringInfo(out, " %s ", t->key_equal[i]);
	put_column(out, second, t->key[i]);
}

static void
put_is(StringInfo out, const AnTracked *t, int i, const char *first,
	   const char *second)
{
	put_column(out, first, t->key[i]);
	appendStringInfo(out, " %s $%d", t->key_equal[i], i + 1);
}

static void
put_article_is(StringInfo out, const AnTracked *t, int i, const char *first,
			   const char *second)
{
	put_column(out, first, t->article_key[i]);
	appendStringInfo(out, " %s $%d", t->key_equal[i], i + 1);
}

static const struct
{
	const char *word;
	const char *between;
	KeyWriter write;
} key_words[] = {
	{ "key", ", ", put_key },
	{ "key_as", ", ", put_key_as },
	{ "article_key", ", ", put_article_key },
	{ "key_definitions", ",\n\t", put_key_definition },
	{ "same", " and ", put_same },
	{ "match", " and ", put_match },
	{ "is", " and ", put_is },
	{ "article_is", " and ", put_article_is },
};

/* A column of the article table, or null in its type. */
static void
put_article_column(StringInfo out, const char *column, const char *alias,
				   const char *type)
{
	if (column == NULL)
		appendStringInfo(out, "null::pg_catalog.%s", type);
	else
		put_column(out, alias, column);
}

static bool
put_relation(StringInfo out, const AnTracked *t, const char *word)
{
	if (strcmp(word, "articles") == 0)
	{
		appendStringInfoString(
			out, quote_qualified_identifier(t->schema, t->table));
		return true;
	}
	for (int i = 0; i < AN_COMPANIONS; i++)
		if (strcmp(word, an_companion_labels[i]) == 0)
		{
			appendStringInfoString(
				out, quote_qualified_identifier(
						 t->schema, an_companion_name(t->base, i)));
			return true;
		}
	return false;
}

static void
put_word(StringInfo out, const AnTracked *t, const char *word,
		 const char *first, const char *second)
{
	for (size_t w = 0; w < lengthof(key_words); w++)
	{
		if (strcmp(word, key_words[w].word) != 0)
			continue;
		for (int i = 0; i < t->nkeys; i++)
		{
			if (i > 0)
				appendStringInfoString(out, key_words[w].between);
			key_words[w].write(out, t, i, first, second);
		}
		return;
	}
	if (strcmp(word, "ext") == 0)
		appendStringInfoString(out, quote_identifier(t->extension_schema));
	else if (strcmp(word, "title") == 0)
		put_article_column(out, t->title, first, "text");
	else if (strcmp(word, "body") == 0)
		put_article_column(out, t->body, first, "text");
	else if (strcmp(word, "published") == 0)
		put_article_column(out, t->published, first, "date");
	else if (!put_relation(out, t, word))
		elog(ERROR, "unknown word \"%s\" in a template", word);
}

/* The word and up to two aliases between braces; gives what comes after. */
static const char *
put_braces(StringInfo out, const AnTracked *t, const char *at)
{
	const char *end = strchr(at, '}');
	char *word = pnstrdup(at, end - at);
	char *first = strchr(word, ':');
	char *second = NULL;

	if (first != NULL)
	{
		*first++ = '\0';
		second = strchr(first, ':');
		if (second != NULL)
			*second++ = '\0';
	}
	put_word(out, t, word, first != NULL ? first : "",
			 second != NULL ? second : "");
	return end + 1;
}

char *
an_track_sql(const AnTracked *t, const char *template)
{
	StringInfoData out;

	initStringInfo(&out);
	while (*template != '\0')
	{
		size_t plain = strcspn(template, "{");

		appendBinaryStringInfo(&out, template, (int) plain);
		template += plain;
		if (*template == '{')
			template = put_braces(&out, t, template + 1);
	}
	return out.data;
}
