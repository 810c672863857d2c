/*
 * dictionary_options.c
 *	  Options of the text search template: Form, Variants, StopWords,
 *	  Synonyms, Exceptions.
 *
 * The value of a list is a sequence of items between white space.  An item is
 * the name of a file in tsearch_data ([a-z0-9_]+, as PostgreSQL has it), or an
 * entry itself, so that lists can be given where nobody may write files.
 */
#include "dictionary.h"

#include "commands/defrem.h"
#include "miscadmin.h"
#include "tsearch/ts_locale.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"

typedef struct ListKind
{
	const char *option;    /* as users write it */
	const char *extension; /* of its files */
	bool pairs;            /* word=value */
	bool alternatives;     /* word=value|value */
} ListKind;

static const ListKind stop_words = { "StopWords", "stop", false, false };
static const ListKind synonyms = { "Synonyms", "syn", true, true };
static const ListKind exceptions = { "Exceptions", "exc", true, false };

/* What is being read. */
typedef struct Reader
{
	const ListKind *kind;
	AnWordList *list;
	int sqlstate; /* of a mistake in an entry */
	AnPgEnv env;
} Reader;

#define FILE_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

/* ---- Entries ---- */

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Without the blanks at both ends. */
static void
trim(const char **s, size_t *len)
{
	while (*len > 0 && is_blank((*s)[*len - 1]))
		(*len)--;
	while (*len > 0 && is_blank(**s))
	{
		(*s)++;
		(*len)--;
	}
}

/* A part of an entry for a message, not longer than one can read. */
static char *
shown(const char *s, size_t len)
{
	return pnstrdup(
		s, pg_mbcliplen(s, (int) Min(len, 4 * AN_WORD_MAX), 2 * AN_WORD_MAX));
}

static void
check_list_status(const Reader *r, AnListStatus status, const char *word,
				  size_t len, const char *value, size_t value_len)
{
	switch (status)
	{
		case AN_LIST_OK:
			return;
		case AN_LIST_NOT_ONE_WORD:
			ereport(ERROR,
					(errcode(r->sqlstate),
					 errmsg("\"%s\" in %s is not one word", shown(word, len),
							r->kind->option),
					 errhint("The parser arabic_news has to see it as one "
							 "token, else it can match nothing.")));
			break;
		case AN_LIST_TOO_LONG:
			ereport(ERROR,
					(errcode(r->sqlstate),
					 errmsg("word is too long in %s: \"%s\"", r->kind->option,
							shown(word, len)),
					 errhint("A word has at most %d bytes.", AN_WORD_MAX)));
			break;
		case AN_LIST_BAD_VALUE:
			ereport(
				ERROR,
				(errcode(r->sqlstate),
				 errmsg("invalid value \"%s\" for \"%s\" in %s",
						shown(value, value_len), shown(word, len),
						r->kind->option),
				 r->kind->alternatives
					 ? errhint("A value is one word of at most %d bytes, or "
							   "up to %d of them with | between.",
							   AN_WORD_MAX, AN_LIST_VALUES)
					 : errhint("A value is one word of at most %d bytes.",
							   AN_WORD_MAX)));
			break;
		case AN_LIST_OTHER_VALUE:
			ereport(ERROR,
					(errcode(r->sqlstate),
					 errmsg("\"%s\" has two values in %s", shown(word, len),
							r->kind->option),
					 r->kind->alternatives
						 ? errhint("Several values of one word are written "
								   "with | between.")
						 : errhint("Leave out one of them.")));
			break;
		case AN_LIST_FULL:
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
							errmsg("more than %d words in %s", AN_LIST_MAX,
								   r->kind->option)));
			break;
	}
}

static void
missing_value(const Reader *r, const char *s, size_t len)
{
	ereport(ERROR, (errcode(r->sqlstate),
					errmsg("no \"=\" or no value behind \"%s\" in %s",
						   shown(s, len), r->kind->option),
					errhint("An entry is written word=value, inline without "
							"white space in it.")));
}

static void
add_entry(Reader *r, const char *word, size_t len, const char *value,
		  size_t value_len)
{
	AnListStatus status;

	trim(&word, &len);
	trim(&value, &value_len);
	if (r->kind->pairs && (len == 0 || value_len == 0))
		missing_value(r, word, len);
	if (!r->kind->alternatives && memchr(value, '|', value_len) != NULL)
		status = AN_LIST_BAD_VALUE;
	else
		status = an_list_add(&r->env.env, an_store(), r->list, word, len,
							 value, value_len);
	check_list_status(r, status, word, len, value, value_len);
}

/* ---- Files ---- */

/*
 * A line: a word, word=value, or as in files of PostgreSQL's synonym template
 * a word, white space and a value.
 */
static void
add_line(Reader *r, const char *line)
{
	size_t len = strlen(line);
	const char *cut;
	size_t n;

	if (strncmp(line, "\xEF\xBB\xBF", 3) == 0) /* byte order mark */
	{
		line += 3;
		len -= 3;
	}
	trim(&line, &len);
	if (len == 0 || line[0] == '#')
		return;
	if (!r->kind->pairs)
	{
		add_entry(r, line, len, "", 0);
		return;
	}
	cut = memchr(line, '=', len);
	if (cut != NULL)
		n = cut - line;
	else
		for (n = 0; n < len && !is_blank(line[n]); n++)
			;
	if (n == len)
		missing_value(r, line, len);
	add_entry(r, line, n, line + n + 1, len - n - 1);
}

static void
read_file(Reader *r, const char *name)
{
	char *path = get_tsearch_config_filename(name, r->kind->extension);
	tsearch_readline_state file;
	char *line;

	if (!tsearch_readline_begin(&file, path))
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("could not open file \"%s\" of %s: %m", path,
						r->kind->option),
				 r->kind->pairs
					 ? errhint("Without such a file, write the entries "
							   "themselves, as word=value.")
					 : errhint("Without such a file, write the words "
							   "themselves with white space between.")));
	r->sqlstate = ERRCODE_CONFIG_FILE_ERROR;
	while ((line = tsearch_readline(&file)) != NULL)
	{
		CHECK_FOR_INTERRUPTS();
		add_line(r, line);
		pfree(line);
	}
	tsearch_readline_end(&file);
	pfree(path);
}

/* ---- Values of options ---- */

static bool
is_ascii(const char *s, size_t len)
{
	while (len > 0 && (unsigned char) s[len - 1] < 0x80)
		len--;
	return len == 0;
}

static void
add_inline(Reader *r, const char *item, size_t len)
{
	const char *cut = memchr(item, '=', len);

	r->sqlstate = ERRCODE_INVALID_PARAMETER_VALUE;
	if (r->kind->pairs && cut == NULL)
		missing_value(r, item, len);
	if (r->kind->pairs)
		add_entry(r, item, cut - item, cut + 1, item + len - cut - 1);
	else if (is_ascii(item, len))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("invalid file name \"%s\" in %s",
							   shown(item, len), r->kind->option),
						errhint("Names of files have lower-case letters, "
								"digits and underscores; Latin stop words "
								"are given in a file.")));
	else
		add_entry(r, item, len, "", 0);
}

/*
 * Reads the items of a value.  has_default: where to say that 'default' was
 * one of them, NULL if the extension has no such list.
 */
static void
read_list(const ListKind *kind, const char *value, AnWordList *list,
		  bool *has_default)
{
	Reader r = { .kind = kind, .list = list };

	an_pg_env(&r.env, CurrentMemoryContext);
	for (;;)
	{
		size_t len = 0;

		while (is_blank(*value))
			value++;
		if (*value == '\0')
			break;
		while (value[len] != '\0' && !is_blank(value[len]))
			len++;
		if (len == 7 && pg_strncasecmp(value, "default", 7) == 0)
		{
			if (has_default == NULL)
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("arabic_news has no list of its own for %s",
								kind->option),
						 errhint("Give entries as word=value, or the name "
								 "of another file.")));
			*has_default = true;
		}
		else if (strspn(value, FILE_LETTERS) >= len)
			read_file(&r, pnstrdup(value, len));
		else
			add_inline(&r, value, len);
		value += len;
	}
}

static AnForm
read_form(const char *value)
{
	if (pg_strcasecmp(value, "lemma") == 0)
		return AN_FORM_LEMMA;
	if (pg_strcasecmp(value, "stem") == 0)
		return AN_FORM_STEM;
	if (pg_strcasecmp(value, "root") == 0)
		return AN_FORM_ROOT;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unrecognized Form value \"%s\"", value),
					errhint("Forms are lemma, stem and root.")));
}

static bool
read_variants(const char *value)
{
	bool variants;

	if (!parse_bool(value, &variants))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unrecognized Variants value \"%s\"", value),
						errhint("It is yes or no.")));
	return variants;
}

void
an_dictionary_options(List *options, AnCustom *custom)
{
	ListCell *cell;

	memset(custom, 0, sizeof(*custom));
	custom->form = AN_FORM_LEMMA;
	custom->stops = true;
	foreach (cell, options)
	{
		DefElem *option = (DefElem *) lfirst(cell);
		ListCell *other;

		for_each_cell(other, options, lnext(options, cell))
		{
			if (strcmp(((DefElem *) lfirst(other))->defname,
					   option->defname) == 0)
				ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
								errmsg("dictionary parameter \"%s\" is given "
									   "twice",
									   option->defname)));
		}
		if (strcmp(option->defname, "form") == 0)
			custom->form = read_form(defGetString(option));
		else if (strcmp(option->defname, "variants") == 0)
			custom->first_only = !read_variants(defGetString(option));
		else if (strcmp(option->defname, "stopwords") == 0)
		{
			custom->stops = false;
			read_list(&stop_words, defGetString(option), &custom->stop_words,
					  &custom->stops);
		}
		else if (strcmp(option->defname, "synonyms") == 0)
			read_list(&synonyms, defGetString(option), &custom->synonyms,
					  NULL);
		else if (strcmp(option->defname, "exceptions") == 0)
			read_list(&exceptions, defGetString(option), &custom->exceptions,
					  NULL);
		else
			ereport(
				ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(
					 "unrecognized arabic_news dictionary parameter: \"%s\"",
					 option->defname),
				 errhint("The parameters of this template are Form, Variants, "
						 "StopWords, Synonyms and Exceptions.")));
	}
}
