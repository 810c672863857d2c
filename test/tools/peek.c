/*
 * peek.c
 *	  What the core reads in a text, without a server.
 *
 * usage: peek tokens|readings|entities|quotes|article FILE [YYYY-MM-DD]
 *
 * tokens: start, end, type, text, lexemes.  readings: the word, then each way
 * to read it as prefix+stem+suffix, vocalized lemma, score.  entities: start, end (code points
 * from 0), type, mention, name, country, first and last day, amount, unit,
 * role.  quotes: start, end, speaker, cue, text.  article: title, day, author,
 * publisher, source, image credit, then the body.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "entity/entity.h"
#include "morph/morph.h"

static void *
peek_alloc(AnEnv *env, size_t size)
{
	void *p = malloc(size > 0 ? size : 1);

	(void) env;
	if (p == NULL)
		abort();
	return p;
}

static bool
peek_poll(AnEnv *env)
{
	(void) env;
	return false;
}

static char *
read_file(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *s = NULL;
	size_t room = 0;

	if (f == NULL)
	{
		perror(path);
		exit(1);
	}
	*len = 0;
	do
	{
		room = room * 2 + 65536;
		s = realloc(s, room);
		if (s == NULL)
			abort();
		*len += fread(s + *len, 1, room - *len, f);
	} while (*len == room);
	fclose(f);
	return s;
}

static void
print_day(bool given, int32_t day)
{
	time_t t = (time_t) day * 86400;
	struct tm tm;
	char out[32];

	if (given && gmtime_r(&t, &tm) != NULL)
	{
		strftime(out, sizeof(out), "%Y-%m-%d", &tm);
		fputs(out, stdout);
	}
	putchar('\t');
}

static void
print_span(const char *body, uint32_t start, uint32_t end)
{
	for (; start < end; start++)
		putchar(strchr("\t\r\n", body[start]) ? ' ' : body[start]);
}

static void
print_entities(AnEnv *env, const char *body, size_t len, const char *date)
{
	int32_t published = 0;
	AnEntities found;

	if (date != NULL)
	{
		struct tm tm = { 0 };

		if (sscanf(date, "%d-%d-%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) !=
			3)
			exit(2);
		tm.tm_year -= 1900;
		tm.tm_mon--;
		published = (int32_t) (timegm(&tm) / 86400);
	}
	if (an_entities(env, an_store(), body, len, date ? &published : NULL,
					&found) != AN_OK)
		exit(1);
	for (size_t i = 0; i < found.count; i++)
	{
		const AnEntity *e = &found.items[i];

		printf("%zu\t%zu\t%s\t", an_utf8_length(body, e->start),
			   an_utf8_length(body, e->end), an_entity_type_name(e->type));
		print_span(body, e->start, e->end);
		printf("\t%s\t%s\t", e->name, e->country_code);
		print_day(e->has_dates, e->date_from);
		print_day(e->has_dates, e->date_to);
		printf("%s\t%s\t", e->amount ? e->amount : "", e->unit ? e->unit : "");
		print_span(body, e->role_start, e->role_end);
		putchar('\n');
	}
}

static void
print_quotes(AnEnv *env, const char *body, size_t len)
{
	AnQuotes found;

	if (an_quotes(env, an_store(), body, len, &found) != AN_OK)
		exit(1);
	for (size_t i = 0; i < found.count; i++)
	{
		const AnQuote *q = &found.items[i];

		printf("%zu\t%zu\t%s\t%s\t", an_utf8_length(body, q->start),
			   an_utf8_length(body, q->end), q->speaker ? q->speaker : "",
			   q->cue ? q->cue : "");
		print_span(body, q->start, q->end);
		putchar('\n');
	}
}

static void
print_tokens(const char *body, size_t len)
{
	AnScanner scan;
	AnToken token;
	AnLexemes lexemes;

	an_scan_start(&scan, an_store(), body, len);
	while (an_scan_next(&scan, &token))
	{
		if (token.type == AN_TOKEN_BLANK)
			continue;
		printf("%zu\t%zu\t%s\t", token.start, token.end,
			   an_token_name(token.type));
		print_span(body, (uint32_t) token.start, (uint32_t) token.end);
		an_lexemes(an_store(), body + token.start, token.end - token.start,
				   token.type, true, &lexemes);
		for (int i = 0; i < lexemes.count; i++)
			printf("%c%.*s", i ? '|' : '\t', lexemes.items[i].len,
				   lexemes.pool + lexemes.items[i].start);
		putchar('\n');
	}
}

static void
print_reading(const char *word, const AnReading *reading)
{
	char folded[AN_WORD_MAX];
	size_t len = an_fold(word, strlen(word), folded, sizeof(folded));
	size_t end = len - reading->suffix_len;

	printf("\t%.*s+%.*s+", (int) reading->prefix_len, folded,
		   (int) (end - reading->prefix_len), folded + reading->prefix_len);
	printf("%.*s ", (int) reading->suffix_len, folded + end);
	if (reading->stem != NULL)
		fputs(reading->vocalized, stdout);
	else
		printf("%.*s (name)", (int) reading->lemma_len, reading->lemma);
	printf(" %d", reading->score);
}

static void
print_readings(const char *body, size_t len)
{
	AnScanner scan;
	AnToken token;
	AnReading readings[AN_READINGS_MAX];

	an_scan_start(&scan, an_store(), body, len);
	while (an_scan_next(&scan, &token))
	{
		size_t n = token.end - token.start;
		char word[AN_WORD_MAX * 2];
		int count;

		if (token.type != AN_TOKEN_ARABIC || n >= sizeof(word))
			continue;
		memcpy(word, body + token.start, n);
		word[n] = '\0';
		count = an_readings(an_store(), word, n, readings, AN_READINGS_MAX);
		fputs(word, stdout);
		for (int i = 0; i < count; i++)
			print_reading(word, &readings[i]);
		putchar('\n');
	}
}

static void
print_text(const char *name, AnText text)
{
	printf("%s\t%.*s\n", name, (int) text.len, text.str);
}

static void
print_article(AnEnv *env, const char *body, size_t len)
{
	AnArticle article;

	if (an_article(env, an_store(), body, len, &article) != AN_OK)
		exit(1);
	print_text("title", article.title);
	fputs("published\t", stdout);
	print_day(article.has_published, article.published);
	putchar('\n');
	print_text("author", article.author);
	print_text("publisher", article.publisher);
	print_text("source", article.source);
	print_text("image_credit", article.image_credit);
	print_text("body", article.body);
}

int
main(int argc, char **argv)
{
	AnEnv env = { peek_alloc, peek_poll };
	size_t len;
	char *body;

	if (argc < 3)
	{
		fputs("usage: peek tokens|readings|entities|quotes|article FILE "
			  "[YYYY-MM-DD]\n",
			  stderr);
		return 2;
	}
	body = read_file(argv[2], &len);
	if (strcmp(argv[1], "tokens") == 0)
		print_tokens(body, len);
	else if (strcmp(argv[1], "readings") == 0)
		print_readings(body, len);
	else if (strcmp(argv[1], "quotes") == 0)
		print_quotes(&env, body, len);
	else if (strcmp(argv[1], "article") == 0)
		print_article(&env, body, len);
	else
		print_entities(&env, body, len, argc > 3 ? argv[3] : NULL);
	free(body);
	return 0;
}
