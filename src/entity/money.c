/*-------------------------------------------------------------------------
 *
 * money.c
 *	  Reads numbers: money, percentages, quantities.
 *
 * Dates were read before: what lies in one is passed over.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/numbers.h"
#include "entity/quantity.h"

#define SYMBOL_MAX 4 /* bytes of a currency's symbol */

/* A currency beside a number. */
typedef struct Currency
{
	uint32_t start;
	uint32_t end;
	uint32_t next;
	const AnRecord *record;
	const char *code; /* ISO 4217, or "" */
} Currency;

/* ---- Currencies ---- */

/* The currency whose symbol is exactly [s, s + len). */
static const AnRecord *
symbol(const AnReader *r, const char *s, size_t len)
{
	char key[AN_FOLD_MAX(SYMBOL_MAX)];
	size_t n = an_fold(s, len, key, sizeof(key));

	return n == 0 ? NULL : an_store_sense(r->block, key, n, AN_KIND_CURRENCY);
}

/* The character at s is one of currency: a cheap look before the store's. */
static size_t
symbol_length(const char *s, const char *end)
{
	uint32_t cp;
	int len;

	if (s >= end)
		return 0;
	len = an_utf8_decode(s, end, &cp);
	return cp == '$' || cp == 0xA3 || cp == 0xA5 ||
				   (cp >= 0x20A0 && cp <= 0x20CF)
			   ? (size_t) len
			   : 0;
}

static bool
symbol_behind(const AnReader *r, const AnNumber *n, Currency *out)
{
	const char *end = r->body + r->len;
	const char *s = r->body + n->end;
	size_t len;

	if (s < end && *s == ' ')
		s++;
	len = symbol_length(s, end);
	if (len == 0 || (out->record = symbol(r, s, len)) == NULL)
		return false;
	out->start = n->start;
	out->end = (uint32_t) (s + len - r->body);
	out->next = n->next;
	out->code = out->record->code;
	return true;
}

static bool
symbol_before(const AnReader *r, uint32_t i, const AnNumber *n, Currency *out)
{
	const char *s = r->body + n->start;
	size_t len;
	size_t back;

	if ((r->words[i].gap & AN_GAP_OTHER) == 0)
		return false;
	if (s > r->body && s[-1] == ' ')
		s--;
	for (back = 1; back <= 3 && back <= (size_t) (s - r->body); back++)
	{
		len = symbol_length(s - back, s);
		if (len == back && (out->record = symbol(r, s - back, len)) != NULL)
		{
			out->start = (uint32_t) (s - back - r->body);
			out->end = n->end;
			out->next = n->next;
			out->code = out->record->code;
			return true;
		}
	}
	return false;
}

/* The code of "دينار كويتي" from دينار and كويتي, or "". */
static const char *
code_of_country(const AnReader *r, const AnRecord *currency,
				const AnRecord *nationality)
{
	const char *names[2] = { an_string(r->block, currency->name),
							 an_string(r->block, nationality->name) };
	char spelled[128];
	char key[AN_FOLD_MAX(sizeof(spelled))];
	size_t a = strlen(names[0]);
	size_t b = strlen(names[1]);
	size_t n;
	const AnRecord *both;

	if (a + b + 1 > sizeof(spelled))
		return "";
	memcpy(spelled, names[0], a);
	spelled[a] = ' ';
	memcpy(spelled + a + 1, names[1], b);
	n = an_fold(spelled, a + b + 1, key, sizeof(key) - 2);
	both = an_store_sense(r->block, key, n, AN_KIND_CURRENCY);
	if (both == NULL)
	{
		memcpy(key + n, "ه", 2); /* ليرة لبنانية */
		both = an_store_sense(r->block, key, n + 2, AN_KIND_CURRENCY);
	}
	return both != NULL ? both->code : "";
}

/* Goes on over the adjective that says whose currency it is. */
static void
take_country(const AnReader *r, bool definite, Currency *out)
{
	AnFact fact;

	if (!an_joined(r, out->next, AN_GAP_QUOTE) ||
		r->words[out->next].type != AN_TOKEN_ARABIC ||
		!an_fact(r, out->next, AN_KIND_NATIONALITY, &fact) || fact.clitic ||
		(fact.definite && !definite))
		return;
	out->code = code_of_country(r, out->record, fact.record);
	out->end = fact.end;
	out->next = fact.next;
}

/* The name of a currency at word i. */
static bool
currency_word(const AnReader *r, uint32_t i, Currency *out)
{
	AnFact fact;

	/* مارك ألماني: مارك alone is none */
	if (i >= r->nwords || r->words[i].nhits == 0 ||
		!an_fact(r, i, AN_KIND_CURRENCY, &fact) || fact.clitic)
		return false;
	out->start = fact.start;
	out->end = fact.end;
	out->next = fact.next;
	out->record = fact.record;
	out->code = fact.record->code;
	take_country(r, fact.definite, out);
	return true;
}

/* Whether word i is a currency in the dual: دولارين, ليرتين. */
static bool
currency_dual(const AnReader *r, uint32_t i, Currency *out)
{
	static const char endings[4][8] = { "ين", "ان", "تين", "تان" };
	const char *key = an_key(r, i);
	size_t len = r->words[i].key_len;
	char name[AN_FOLD_MAX(64)];
	size_t n;
	int e;

	if (!currency_word(r, i, out))
		return false;
	n = strlen(an_string(r->block, out->record->name));
	if (n > 64)
		return false;
	n = an_fold(an_string(r->block, out->record->name), n, name, sizeof(name));
	for (e = 0; e < 4; e++)
	{
		size_t ending = strlen(endings[e]);
		size_t stem = e < 2 ? n : n - 2;

		if (n > 2 && len == stem + ending &&
			(e < 2 || memcmp(name + n - 2, "ه", 2) == 0) &&
			memcmp(key, name, stem) == 0 &&
			memcmp(key + stem, endings[e], ending) == 0)
			return true;
	}
	return false;
}

/* ---- What a number is ---- */

static void
add_amount(AnReader *r, AnEntityType type, uint32_t start, uint32_t end,
		   AnDecimal value, const char *unit, const char *unit_name,
		   float confidence)
{
	const char *amount = an_decimal_text(r->env, value);
	AnEntity *e = an_reader_add(r, type, start, end);

	e->amount = amount;
	e->unit = unit;
	e->name = amount;
	e->confidence = confidence;
	if (unit_name != NULL)
	{
		size_t a = strlen(amount);
		size_t b = strlen(unit_name);
		char *name = r->env->alloc(r->env, a + b + 2);

		memcpy(name, amount, a);
		name[a] = ' ';
		memcpy(name + a + 1, unit_name, b + 1);
		e->name = name;
	}
	e->name_key = e->name;
}

static void
add_money(AnReader *r, uint32_t start, uint32_t end, AnDecimal value,
		  const Currency *currency)
{
	if (currency->code[0] != '\0')
		add_amount(r, AN_MONEY, start, end, value, currency->code,
				   currency->code, 0.95f);
	else
		add_amount(r, AN_MONEY, start, end, value, NULL,
				   an_string(r->block, currency->record->name), 0.9f);
}

/* A bracket that closes behind the number is no end of it: (4.2) في المائة. */
static uint8_t
marks_behind(const AnReader *r, const AnNumber *n)
{
	return an_bracketed(r, n->start, n->end) ? AN_GAP_BRACKET : 0;
}

static bool
read_money(AnReader *r, uint32_t i, const AnNumber *n, uint32_t *next)
{
	Currency c;

	uint8_t bracket = marks_behind(r, n);

	if (an_joined(r, n->next, AN_GAP_QUOTE | bracket) &&
		currency_word(r, n->next, &c))
	{
		*next = c.next;
		add_money(r, n->start - (bracket != 0), c.end, n->value, &c);
		return true;
	}
	if (symbol_behind(r, n, &c) || symbol_before(r, i, n, &c))
	{
		*next = c.next;
		add_money(r, c.start, c.end, n->value, &c);
		return true;
	}

	/* USD 100 */
	if (i > 0 && n->in_digits && r->words[i - 1].type == AN_TOKEN_ASCIIWORD &&
		an_joined(r, i, 0) && currency_word(r, i - 1, &c) && c.next == i)
	{
		*next = n->next;
		add_money(r, c.start, n->end, n->value, &c);
		return true;
	}
	return false;
}

static void
add_percent(AnReader *r, uint32_t start, uint32_t end, AnDecimal value,
			bool negative)
{
	char *amount;
	const char *digits;
	size_t len;
	AnEntity *e;

	add_amount(r, AN_PERCENT, start, end, value, NULL, NULL, 0.95f);
	if (!negative || value.digits == 0)
		return;
	e = an_candidate(r, r->ncandidates - 1);
	digits = e->amount;
	len = strlen(digits);
	amount = r->env->alloc(r->env, len + 2);
	amount[0] = '-';
	memcpy(amount + 1, digits, len + 1);
	e->amount = e->name = e->name_key = amount;
}

/*
 * Where the sign of a number that begins with word i is, if it is below zero:
 * سالب خمسة بالمئة, -5%; else start.  A dash between numbers is of a range.
 */
static uint32_t
minus_before(const AnReader *r, uint32_t i, uint32_t start)
{
	if (i > 0 && an_joined(r, i, 0) &&
		(an_word_is(r, i - 1, "سالب") || an_word_is(r, i - 1, "ناقص")))
		return r->words[i - 1].start;
	if (start > 0 && start == r->words[i].start && r->body[start - 1] == '-' &&
		(r->words[i].gap & AN_GAP_LINE) == 0 && start > 1 &&
		(r->body[start - 2] == ' ' || r->body[start - 2] == '('))
		return start - 1;
	return start;
}

/* في المئة behind a number */
static bool
read_percent(AnReader *r, uint32_t i, const AnNumber *n, uint32_t *next)
{
	uint32_t start;
	AnFact fact;

	uint8_t bracket = marks_behind(r, n);

	if (!an_joined(r, n->next, bracket) ||
		r->words[n->next].type != AN_TOKEN_ARABIC ||
		!an_fact(r, n->next, AN_KIND_UNIT, &fact) ||
		(fact.record->flags & AN_FLAG_PERCENT) == 0)
		return false;
	*next = fact.next;
	start = minus_before(r, i, n->start);
	add_percent(r, start - (bracket != 0), fact.end, n->value,
				start < n->start);
	return true;
}

static bool
read_percent_token(AnReader *r, uint32_t i)
{
	const AnWord *word = &r->words[i];
	uint32_t start;
	AnDecimal value;

	if (!an_decimal_read(r->body + word->start, r->body + word->end, &value))
		return false;
	start = minus_before(r, i, word->start);
	add_percent(r, start, word->end, value, start < word->start);
	return true;
}

static bool
read_quantity(AnReader *r, uint32_t i, const AnNumber *n, uint32_t *next)
{
	const char *unit;

	if (!n->in_digits && !n->scaled)
		return false;
	unit = an_quantity_unit(r, n);
	if (!an_is_quantity(r, i, n, unit != NULL, next))
		return false;
	add_amount(r, AN_QUANTITY, n->start, n->end, n->value, unit, NULL,
			   n->in_digits ? 0.8f : 0.75f);
	return true;
}

/* What begins with word i; gives the word to go on with. */
static uint32_t
read_number(AnReader *r, uint32_t i)
{
	static const AnDecimal two = { 2, 0 };
	uint32_t next = i + 1;
	AnNumber n;
	Currency c;

	if (r->words[i].type == AN_TOKEN_PERCENT)
	{
		read_percent_token(r, i);
		return next;
	}
	if ((an_in_digits(r, i) || an_may_be(r, i, AN_BIT(NUMBER))) &&
		an_number(r, i, &n))
	{
		if (read_percent(r, i, &n, &next) || read_money(r, i, &n, &next) ||
			read_quantity(r, i, &n, &next))
			return next;
		return n.in_digits && next < n.next ? n.next : next;
	}
	if (an_may_be(r, i, AN_BIT(CURRENCY)) && currency_dual(r, i, &c))
	{
		add_money(r, c.start, c.end, two, &c);
		return c.next;
	}
	return next;
}

AnStatus
an_read_numbers(AnReader *r)
{
	size_t ndates = r->ncandidates;
	size_t date = 0;
	uint32_t i = 0;

	/* the dates are in the order of the text: nothing else was read before */
	while (i < r->nwords)
	{
		if (an_poll(r, i))
			return AN_CANCELLED;
		while (date < ndates &&
			   an_candidate(r, date)->end <= r->words[i].start)
			date++;
		if ((date < ndates &&
			 an_candidate(r, date)->start < r->words[i].end) ||
			!(an_in_digits(r, i) ||
			  an_may_be(r, i, AN_BIT(NUMBER) | AN_BIT(CURRENCY))))
			i++;
		else
			i = read_number(r, i);
	}
	return AN_OK;
}
