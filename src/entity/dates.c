/*-------------------------------------------------------------------------
 *
 * dates.c
 *	  Reads dates of the calendar: الأربعاء 25 أكتوبر/تشرين الأول 2023.
 *
 *	  [اليوم | يوم] [weekday [الماضي]] [day | days] [من] [شهر] month
 *	  [من] [عام] [year | الماضي]
 *
 * of which every part may stand alone where nothing else could be meant.
 * Each part is looked for at most a few words ahead, so that time is linear.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

/* Marks within a date. */
#define IN_DATE (AN_GAP_COMMA | AN_GAP_BRACKET)

/* ---- Weekdays and deictics ---- */

/* Whether word i - 1 is one of these. */
static bool
one_of_before(const AnReader *r, uint32_t i, const char words[][16], size_t n)
{
	size_t w;

	if (i == 0 || !an_joined(r, i, AN_GAP_QUOTE))
		return false;
	for (w = 0; w < n; w++)
		if (an_word_is(r, i - 1, words[w]))
			return true;
	return false;
}

bool
an_date_weekday(const AnReader *r, uint32_t i, AnDateParts *parts,
				AnFact *fact)
{
	static const char not_weekday[][16] = { "صلاه", "خطبه",  "خطب", "خطيب",
											"كل",   "لصلاه", "ايام" };

	if (!an_may_be(r, i, AN_BIT(WEEKDAY)) ||
		!an_fact(r, i, AN_KIND_WEEKDAY, fact))
		return false;

	/* خطبة الجمعة is no day, nor is the Friday of each week */
	if (one_of_before(r, i, not_weekday,
					  sizeof(not_weekday) / sizeof(not_weekday[0])) ||
		(an_word_is(r, fact->next, "من") &&
		 an_word_is(r, fact->next + 1, "كل")) ||
		(i > 1 && an_word_is(r, i - 1, "يوم") && an_word_is(r, i - 2, "كل")))
		return false;
	parts->weekday = (int) fact->record->value;
	return true;
}

/* Whether the word at i shows that اليوم is no date: اليوم التالي, الأول. */
static bool
barred(const AnReader *r, uint32_t i)
{
	AnFact fact;
	int ordinal;

	if (!an_joined(r, i, 0))
		return false;
	return (an_may_be(r, i, AN_BIT(TIME)) &&
			an_time_fact(r, i, AN_TIME_BAR, &fact) && !fact.clitic) ||
		   (an_may_be(r, i, AN_BIT(NUMBER)) &&
			an_ordinal(r, i, &ordinal, &fact) && !fact.clitic) ||
		   an_article_before(r, i);
}

static bool
deictic(const AnReader *r, uint32_t i, AnDateParts *parts, AnFact *fact)
{
	/* برميل في اليوم, تلك الليلة */
	static const char not_today[][16] = { "في",  "ساعات", "طوال", "طيله",
										  "نفس", "ذات",   "ذلك",  "تلك",
										  "مثل", "بقيه",  "مدار", "كل" };

	/* أول أمس begins with a number */
	if (!an_may_be(r, i, AN_BIT(TIME) | AN_BIT(NUMBER)) ||
		!an_time_fact(r, i, AN_TIME_DATE, fact) || barred(r, fact->next))
		return false;
	if (fact->record->value == 0 && fact->next == i + 1 &&
		one_of_before(r, i, not_today,
					  sizeof(not_today) / sizeof(not_today[0])) &&
		!an_may_be(r, fact->next, AN_BIT(WEEKDAY)))
		return false;
	parts->deictic = true;
	parts->offset = (int) fact->record->value;
	return true;
}

uint32_t
an_date_closing(const AnReader *r, uint32_t i, uint32_t end)
{
	if ((r->words[i].gap & AN_GAP_BRACKET) != 0 && end < r->len &&
		(r->body[end] == ')' || r->body[end] == ']'))
		return end + 1;
	return end;
}

/*
 * Whether word i goes on with a date: after a comma, or in brackets of its own
 * (اليوم (الاثنين)), but not behind a bracket that closes.
 */
static bool
goes_on(const AnReader *r, uint32_t i, uint8_t marks)
{
	if (!an_joined(r, i, marks))
		return false;
	return (r->words[i].gap & AN_GAP_BRACKET) == 0 ||
		   r->body[r->words[i].start - 1] == '(' ||
		   r->body[r->words[i].start - 1] == '[';
}

/*
 * The head of a date: يوم, a deictic, a weekday and what modifies it.  Gives
 * the word behind it, or 0.
 */
static uint32_t
date_head(const AnReader *r, uint32_t i, AnDateParts *parts, AnDateSpan *out)
{
	AnFact fact;
	uint32_t j = i;
	bool found = false;

	if (deictic(r, j, parts, &fact))
	{
		out->start = fact.start;
		out->end = fact.end;
		j = fact.next;
		found = true;
		if (!goes_on(r, j, IN_DATE))
			return j;
		if (an_word_is(r, j, "يوم") && an_joined(r, j + 1, 0) &&
			an_may_be(r, j + 1, AN_BIT(WEEKDAY)))
			j++;
	}
	if (an_date_weekday(r, j, parts, &fact) && !(found && fact.clitic))
	{
		if (!found)
			out->start = fact.start;
		out->end = found ? an_date_closing(r, j, fact.end) : fact.end;
		j = fact.next;
		found = true;
		if (an_joined(r, j, 0) &&
			an_date_modifier(r, j, &parts->modifier, &fact) && fact.definite)
		{
			parts->modified = true;
			out->end = fact.end;
			j = fact.next;
		}
	}
	return found ? j : 0;
}

/* ---- All together ---- */

static bool
days(AnDates *d, uint32_t i, AnDateParts *parts, AnDateSpan *out)
{
	return an_date_digits(d->r, i, parts, out) ||
		   an_date_days(d, i, parts, out);
}

/*
 * The same day in another calendar, behind الموافق, which is a date of its own:
 * its value counts where it is Gregorian or this one has none.
 */
static void
other_calendar(AnDates *d, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts parts = { 0 };
	AnDateSpan other;
	AnPeriod period;
	AnFact link;
	uint32_t i = out->next;

	if (!goes_on(r, i, IN_DATE) || !an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_LINK, &link) ||
		!an_joined(r, link.next, 0) || !days(d, link.next, &parts, &other))
		return;
	an_date_resolve(d, i, &parts, &period);
	if (!out->period.known || !parts.hijri)
		out->period = period;
}

uint32_t
an_date_day_word(const AnReader *r, uint32_t i, uint32_t *start)
{
	static const struct
	{
		char word[12];
		uint8_t clitics; /* letters before it */
	} words[] = { { "يوم", 0 },   { "ليوم", 1 },  { "بيوم", 1 },
				  { "ويوم", 1 },  { "يومي", 0 },  { "ليومي", 1 },
				  { "ويومي", 1 }, { "بيومي", 1 }, { "ايام", 0 },
				  { "وايام", 1 }, { "لايام", 1 } };
	size_t w;

	if (r->words[i].key_len <= 12 && an_joined(r, i + 1, 0))
		for (w = 0; w < sizeof(words) / sizeof(words[0]); w++)
			if (an_word_is(r, i, words[w].word))
			{
				*start = an_word_skip(r, i, words[w].clitics);
				return i + 1;
			}
	return i;
}

/* Whether nothing that would be counted stands behind a number: يوم 27, ... */
bool
an_date_counts_nothing(const AnReader *r, uint32_t i)
{
	static const char words[][12] = { "مع",   "في",  "الي", "حتي",
									  "وحتي", "بعد", "قبل" };
	size_t w;

	if (i >= r->nwords)
		return true;
	if (!an_joined(r, i, 0))
		return (r->words[i].gap & (AN_GAP_OTHER | AN_GAP_DASH)) == 0;
	if (an_may_be(r, i, AN_BIT(WEEKDAY)))
		return true;
	for (w = 0; w < sizeof(words) / sizeof(words[0]); w++)
		if (an_word_is(r, i, words[w]))
			return true;
	return false;
}

/* A day behind يوم or a weekday whose month nothing says: يوم 27. */
static bool
day_alone(AnDates *d, uint32_t i, AnDateParts *parts, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts more = *parts;
	AnPeriod period;

	if (r->published == NULL || parts->modified || parts->deictic ||
		!an_joined(r, i, 0) || !an_date_integer(r, i, 2, &more.day) ||
		more.day < 1 || more.day > 31 || !an_date_counts_nothing(r, i + 1))
		return false;
	an_date_resolve(d, i, &more, &period);
	if (!period.known)
		return false;
	*parts = more;
	out->start = r->words[i].start;
	out->end = r->words[i].end;
	out->next = i + 1;
	return true;
}

/* The rest of a date that a weekday or اليوم begins: its day and month. */
static void
behind_head(AnDates *d, uint32_t j, AnDateParts *parts, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnDateParts more = *parts;
	AnDateSpan span;
	bool day;

	more.modified = false;
	day = days(d, j, &more, &span);
	if (!day && parts->weekday != 0)
	{
		more = *parts;
		day = day_alone(d, j, &more, &span);
	}
	if (!day)
		return;
	*parts = more;
	out->end = an_date_closing(r, j, span.end);
	out->next = span.next;
	out->confidence = 0.95f;
}

/* 12 ديسمبر 2015 (السبت): a weekday behind its date. */
static void
take_weekday(const AnReader *r, AnDateSpan *out)
{
	AnDateParts parts = { 0 };
	AnFact fact;
	uint32_t i = out->next;

	if (!out->period.known || out->period.from != out->period.to ||
		!goes_on(r, i, IN_DATE) || !an_date_weekday(r, i, &parts, &fact) ||
		fact.clitic || parts.weekday != an_weekday(out->period.from))
		return;
	out->end = an_date_closing(r, i, fact.end);
	out->next = fact.next;
}

/* ملعب 15 أكتوبر, ثورة 25 يناير, قوى 14 آذار: a day that is a name. */
static bool
names_something(const AnReader *r, uint32_t i)
{
	static const char heads[][16] = {
		"ملعب",  "شارع",   "ثوره",   "جامعه", "ميدان",  "ساحه",    "حي",
		"كوبري", "جسر",    "مدينه",  "قوي",   "فريق",   "حركه",    "تيار",
		"تحالف", "مستشفي", "مدرسه",  "معهد",  "نصر",    "انتفاضه", "حراك",
		"بملعب", "بشارع",  "بجامعه", "بثوره", "لثوره",  "نهج",     "بميدان",
		"بساحه", "لقوي",   "وقوي",   "حرب",   "الثوره", "قاعه",    "محطه"
	};

	return one_of_before(r, i, heads, sizeof(heads) / sizeof(heads[0]));
}

bool
an_date_calendar(AnDates *d, uint32_t i, AnDateSpan *out)
{
	static const char each[][16] = { "كل" };
	const AnReader *r = d->r;
	AnDateParts parts = { 0 };
	uint32_t start = 0;
	uint32_t first = an_date_day_word(r, i, &start);
	uint32_t j = date_head(r, first, &parts, out);

	out->next = j;
	out->confidence = parts.deictic ? 0.9f : 0.8f;
	if (j == 0)
	{
		if (days(d, first, &parts, out))
		{
			out->name = parts.year == 0 && first == i && names_something(r, i);
			out->confidence = 0.95f;
		}
		else if (first > i ? !day_alone(d, first, &parts, out)
						   : !an_date_month_alone(d, i, &parts, out))
			return false;
	}
	else if (goes_on(r, j, IN_DATE | AN_GAP_DASH) ||
			 (out->end > r->words[j - 1].end && an_joined(r, j, IN_DATE)))
		behind_head(d, j, &parts, out);
	/* each Saturday, on Saturdays */
	if (first > i && parts.day == 0 &&
		(one_of_before(r, i, each, 1) || an_word_is(r, i, "ايام")))
		return false;

	/* يومي أمس وأمس الأول are two days */
	if (first > i && !(parts.deictic && an_word_is(r, i, "يومي")))
		out->start = start;
	out->anchored = parts.year != 0;
	out->weekday = parts.weekday != 0 && parts.day == 0 && !parts.deictic &&
				   !parts.modified;
	an_date_resolve(d, i, &parts, &out->period);
	if (parts.day != 0 || parts.weekday != 0)
		other_calendar(d, out);
	if (parts.day != 0 && parts.weekday == 0)
		take_weekday(r, out);
	return true;
}

/* ---- The walk ---- */

static void
add_date(AnDates *d, const AnDateSpan *span)
{
	AnReader *r = d->r;
	char name[AN_PERIOD_NAME];
	const char *copy;
	AnEntity *e;

	if (span->period.known)
	{
		size_t len = an_period_name(&span->period, name);

		copy = an_copy(r->env, name, len);
	}
	else
		copy = an_copy(r->env, r->body + span->start, span->end - span->start);
	e = an_reader_add(r, AN_DATE, span->start, span->end);
	e->name = copy;
	e->name_key = copy;
	e->confidence =
		span->period.known ? span->confidence : span->confidence - 0.2f;
	e->has_dates = span->period.known;
	if (span->period.known)
	{
		e->date_from = span->period.from;
		e->date_to = span->period.to;
	}
	if (span->period.known && span->anchored)
	{
		d->has_anchor = true;
		d->anchor = span->period.to;
		d->anchored = span->next;
	}
	d->last_end = span->next;
	d->last_grain = span->period.grain;
}

/* Whether a date may begin at word i. */
static bool
may_begin(const AnReader *r, uint32_t i)
{
	uint32_t ignored;

	return an_date_day_word(r, i, &ignored) > i ||
		   an_may_be(r, i,
					 AN_BIT(TIME) | AN_BIT(NUMBER) | AN_BIT(WEEKDAY) |
						 AN_BIT(MONTH)) ||
		   r->words[i].type == AN_TOKEN_MONTH ||
		   r->words[i].type == AN_TOKEN_DATE ||
		   r->words[i].type == AN_TOKEN_INTEGER || an_article_before(r, i) ||
		   an_word_is(r, i, "اخر");
}

bool
an_date_read(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;

	if (!may_begin(r, i))
		return false;
	d->since = an_date_since(r, i);
	if (an_date_week(d, i, out))
		return true;
	memset(out, 0, sizeof(*out));
	if (an_may_be(r, i, AN_BIT(TIME) | AN_BIT(NUMBER)) &&
		an_date_relative(d, i, out))
		return true;
	memset(out, 0, sizeof(*out));
	if (an_date_calendar(d, i, out))
		return true;
	memset(out, 0, sizeof(*out));
	return an_date_years(d, i, out);
}

AnStatus
an_read_dates(AnReader *r)
{
	AnDates d = { .r = r };
	uint32_t i = 0;

	d.last_end = UINT32_MAX;
	while (i < r->nwords)
	{
		AnDateSpan span;

		if (an_poll(r, i))
			return AN_CANCELLED;
		if ((r->words[i].gap & (AN_GAP_STOP | AN_GAP_LINE)) != 0)
		{
			d.sentence = i;
			d.tense_until = i;
			d.has_anchor = false;
			d.tense = AN_TENSE_NONE;
			d.told = false;
		}
		if (!an_date_read(&d, i, &span))
			i++;
		else
		{
			an_date_join(&d, i, &span);
			if (!span.name)
				add_date(&d, &span);
			i = span.next > i ? span.next : i + 1;
		}
	}
	return AN_OK;
}
