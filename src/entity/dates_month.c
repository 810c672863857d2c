/*-------------------------------------------------------------------------
 *
 * dates_month.c
 *	  Days and months: 25 أكتوبر/تشرين الأول 2023, 16 إلى 20 أوت, التاسع من
 *	  مايو, 15 الجاري, مارس الماضي.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

/* ---- Days and months ---- */

/* The first name of a pair: what stands before its slash or bracket. */
static size_t
first_name(const char *key, size_t len)
{
	size_t n;

	for (n = 0; n < len && key[n] != '/' && key[n] != '('; n++)
		;
	while (n > 0 && key[n - 1] == ' ')
		n--;
	return n;
}

/* The month of a token of two words or of a pair, behind n proclitics. */
static bool
month_of_token(const AnReader *r, uint32_t i, AnDateParts *parts, AnFact *fact)
{
	const char *key = an_key(r, i);
	size_t len = first_name(key, r->words[i].key_len);
	size_t letters;

	for (letters = 0; letters <= 2 && letters * 2 < len; letters++)
	{
		fact->record = an_store_sense(r->block, key + letters * 2,
									  len - letters * 2, AN_KIND_MONTH);
		if (fact->record == NULL)
			continue;
		fact->start = an_word_skip(r, i, letters);
		fact->end = r->words[i].end;
		fact->next = i + 1;
		fact->clitic = letters > 0;
		fact->definite = false;
		parts->month = (int) fact->record->value;
		parts->hijri = (fact->record->flags & AN_FLAG_HIJRI) != 0;
		return true;
	}
	return false;
}

/* إب is a town, and folds to what آب folds to. */
static bool
other_hamza(const AnReader *r, const AnFact *fact)
{
	return memcmp(an_string(r->block, fact->record->name), "آ", 2) == 0 &&
		   fact->start + 2 <= fact->end &&
		   memcmp(r->body + fact->start, "إ", 2) == 0;
}

/*
 * The same month again in another tradition: أبريل نيسان, نوفمبر [تشرين
 * الثاني]; and the bracket behind it.
 */
static void
take_other_name(const AnReader *r, const AnDateParts *parts, AnFact *fact)
{
	AnDateParts other = { 0 };
	AnFact second;

	if (!an_joined(r, fact->next, AN_GAP_BRACKET))
		return;
	if (r->words[fact->next].type == AN_TOKEN_MONTH)
	{
		if (!month_of_token(r, fact->next, &other, &second))
			return;
	}
	else if (!an_may_be(r, fact->next, AN_BIT(MONTH)) ||
			 !an_fact(r, fact->next, AN_KIND_MONTH, &second))
		return;
	else
	{
		other.month = (int) second.record->value;
		other.hijri = (second.record->flags & AN_FLAG_HIJRI) != 0;
	}
	if (other.month != parts->month || other.hijri != parts->hijri ||
		second.clitic)
		return;
	fact->end = an_date_closing(r, fact->next, second.end);
	fact->next = second.next;
}

bool
an_date_month(const AnReader *r, uint32_t i, AnDateParts *parts, AnFact *fact)
{
	if (i >= r->nwords)
		return false;
	if (r->words[i].type == AN_TOKEN_MONTH)
	{
		if (!month_of_token(r, i, parts, fact))
			return false;
	}
	else
	{
		if (!an_may_be(r, i, AN_BIT(MONTH)) ||
			!an_fact(r, i, AN_KIND_MONTH, fact) || other_hamza(r, fact))
			return false;
		parts->month = (int) fact->record->value;
		parts->hijri = (fact->record->flags & AN_FLAG_HIJRI) != 0;
	}
	take_other_name(r, parts, fact);
	return true;
}

/* شهر before a month's name: gives the name's word, or i. */
static uint32_t
skip_month_word(const AnReader *r, uint32_t i)
{
	if ((an_word_is(r, i, "شهر") || an_word_is(r, i, "شهري")) &&
		an_joined(r, i + 1, 0) &&
		(r->words[i + 1].type == AN_TOKEN_MONTH ||
		 an_may_be(r, i + 1, AN_BIT(MONTH))))
		return i + 1;
	return i;
}

/* الأيام الثلاثة الأولى, النصف الأول: an ordinal of a noun before it. */
static bool
counts_noun(const AnReader *r, uint32_t i)
{
	return i > 0 && an_joined(r, i, 0) && r->words[i - 1].key_len > 6 &&
		   memcmp(an_key(r, i - 1), "ال", 4) == 0 &&
		   !an_word_is(r, i - 1, "اليوم") &&
		   !an_may_be(r, i - 1, AN_BIT(WEEKDAY));
}

/* A day of the month at i, in digits with or without ال, or as an ordinal. */
static uint32_t
day_number(const AnReader *r, uint32_t i, int *day, uint32_t *start)
{
	AnFact fact;

	if (i >= r->nwords)
		return 0;
	*start = r->words[i].start;
	if (an_article_before(r, i))
		i++;
	if (an_date_integer(r, i, 2, day))
		return *day >= 1 && *day <= 31 ? i + 1 : 0;
	if (an_ordinal(r, i, day, &fact) && *day <= 31 && !counts_noun(r, i))
	{
		*start = fact.start;
		return fact.next;
	}
	return 0;
}

/* إلى, و, - before the second day of a range: gives the day's word, or 0. */
uint32_t
an_date_range_mark(const AnReader *r, uint32_t i)
{
	if (i + 1 < r->nwords && an_joined(r, i, 0) && an_joined(r, i + 1, 0) &&
		(an_word_is(r, i, "الي") || an_word_is(r, i, "حتي") ||
		 an_word_is(r, i, "وحتي") || an_word_is(r, i, "والي") ||
		 an_word_is(r, i, "و")))
		return i + 1;
	if (i < r->nwords && (r->words[i].gap & ~AN_GAP_SPACE) == AN_GAP_DASH)
		return i;
	return 0;
}

/* مايو الماضي 2015: the year is said after all. */
static void
take_said_year(const AnReader *r, uint32_t *next, uint32_t *end,
			   AnDateParts *parts)
{
	int year;
	bool hijri;
	uint32_t last;
	uint32_t behind;

	if (!an_joined(r, *next, 0))
		return;
	behind = an_date_year_digits(r, *next, &year, &hijri, &last);
	if (behind == 0 || (parts->hijri ? year > 1500 : year < 1900))
		return;
	parts->year = year;
	parts->modified = false;
	*next = behind;
	*end = last;
}

/* 11 صفر 309هـ: a year that only its letter shows. */
static uint32_t
year_with_era(const AnReader *r, uint32_t i, AnDateParts *parts, uint32_t *end)
{
	uint32_t last;
	int year;
	bool hijri;
	uint32_t next;

	if (!an_date_integer(r, i, 3, &year) || year < 100)
		return 0;
	last = r->words[i].end;
	next = an_date_era(r, i + 1, &year, &hijri, &last);
	if (next == i + 1)
		return 0;
	parts->year = year;
	*end = last;
	return next;
}

/* What follows a month: a year, or الماضي, or عام with either of them. */
static void
month_tail(const AnReader *r, uint32_t *next, uint32_t *end,
		   AnDateParts *parts)
{
	uint32_t i = *next;
	uint32_t behind;
	uint8_t marks = AN_GAP_COMMA;
	bool hijri;
	bool of_year = false;
	AnFact fact;

	/* مايو [أيار] 2012 */
	if (*end > 0 && (r->body[*end - 1] == ']' || r->body[*end - 1] == ')'))
		marks |= AN_GAP_BRACKET;
	if (!an_joined(r, i, marks | AN_GAP_DASH) &&
		!(parts->day != 0 && an_date_slash_before(r, i)))
		return;
	if (an_word_is(r, i, "من"))
		i++;
	if (i < r->nwords && an_may_be(r, i, AN_BIT(TIME)) &&
		an_joined(r, i, marks) && an_time_fact(r, i, AN_TIME_NOUN, &fact) &&
		AN_TIME_UNIT(fact.record) == AN_UNIT_YEAR && fact.record->value == 1)
	{
		of_year = true;
		i = fact.next;
	}
	else if (i != *next)
		return;
	if (of_year && !an_joined(r, i, 0))
		return;
	behind = an_date_year(r, i, &parts->year, &hijri, end);
	if (behind == 0)
		behind = year_with_era(r, i, parts, end);
	if (behind != 0 && (r->words[i].gap & AN_GAP_DASH) != 0 && parts->day == 0)
		behind = 0; /* مايو - 2000 */
	if (behind != 0)
	{
		*next = behind;
		return;
	}
	parts->year = 0;
	if (an_joined(r, i, marks & AN_GAP_BRACKET) &&
		an_date_modifier(r, i, &parts->modifier, &fact))
	{
		if (of_year)
		{
			int month;
			int day;

			if (r->published == NULL)
				return;
			an_day_to_date(*r->published, &parts->year, &month, &day);
			parts->year += parts->modifier;
		}
		else
			parts->modified = true;
		*end = fact.end;
		*next = fact.next;
		take_said_year(r, next, end, parts);
	}
}

/* الأيام الـ15 المقبلة are days, not the fifteenth. */
static bool
is_feminine(const AnReader *r, uint32_t i)
{
	return r->words[i].key_len > 2 &&
		   memcmp(an_key(r, i) + r->words[i].key_len - 2, "ه", 2) == 0;
}

/*
 * 15 الجاري, 15 من الشهر المقبل, 15 من هذا الشهر: a day of a month that has no
 * name.
 */
static bool
day_of_this_month(const AnReader *r, uint32_t i, bool in_digits,
				  AnDateParts *parts, AnDateSpan *out)
{
	AnFact fact;
	bool month = false;

	if (!an_joined(r, i, 0))
		return false;
	if (an_word_is(r, i, "من") && an_joined(r, i + 1, 0))
		i++;
	if ((an_word_is(r, i, "هذا") || an_word_is(r, i, "الشهر")) &&
		an_joined(r, i + 1, 0))
	{
		month = true;
		i++;
	}
	if (month && an_word_is(r, i - 1, "هذا"))
	{
		if (!an_word_is(r, i, "الشهر"))
			return false;
		parts->modifier = 0;
		out->end = r->words[i].end;
		out->next = i + 1;
	}
	else
	{
		if ((!month && !in_digits) ||
			!an_date_modifier(r, i, &parts->modifier, &fact) ||
			!fact.definite || (!month && is_feminine(r, fact.next - 1)))
			return false;
		out->end = fact.end;
		out->next = fact.next;
	}
	parts->modified = true;
	return true;
}

/* الخامس عشر والتاسع عشر: the second one behind j. */
static uint32_t
last_ordinal(const AnReader *r, uint32_t j, int *day)
{
	AnFact fact;
	int last;

	if (!an_joined(r, j, 0) || !an_ordinal(r, j, &last, &fact) ||
		fact.start != r->words[j].start + 2 || last > 31)
		return j;
	*day = last;
	return fact.next;
}

/* The second day of a range, or the last one of a list, behind j. */
static uint32_t
last_day(const AnReader *r, uint32_t j, int *day)
{
	uint32_t ignored;
	uint32_t range;
	int n;

	for (n = 0; n < 8 && (range = an_date_range_mark(r, j)) != 0; n++)
	{
		int next;
		uint32_t behind = day_number(r, range, &next, &ignored);

		if (behind == 0)
			break;
		*day = next;
		j = behind;
	}
	return n == 0 ? last_ordinal(r, j, day) : j;
}

/*
 * أول يناير, غرة شهر شوال, الفاتح من نوفمبر, واحد وعشرين مايو: days that are
 * said so before a month only.  Gives the month's word, or 0.
 */
static uint32_t
day_of_month_name(const AnReader *r, uint32_t i, AnDateParts *parts,
				  uint32_t *start)
{
	AnDateParts month = { 0 };
	AnFact fact;
	uint32_t ignored;
	uint32_t next;

	if (an_may_be(r, i, AN_BIT(TIME)) &&
		an_time_fact(r, i, AN_TIME_FIRST, &fact))
	{
		parts->day = (int) fact.record->value;
		*start = fact.start;
		next = fact.next;
		if (an_word_is(r, next, "من"))
			next++;
	}
	else if (!an_may_be(r, i, AN_BIT(NUMBER)) || an_in_digits(r, i))
		return 0;
	else if (an_fact(r, i, AN_KIND_NUMBER, &fact) && !fact.definite &&
			 (fact.record->flags & AN_FLAG_ORDINAL) != 0 &&
			 fact.record->value == 1000 && an_word_is(r, fact.next - 1, "اول"))
	{
		parts->day = 1;
		*start = fact.start;
		next = fact.next;
	}
	else
	{
		next = an_date_number(r, i, 1, 31, &parts->day, &ignored);
		*start = r->words[i].start;
		if (next != 0 && an_date_month(r, next, &month, &fact) && month.hijri)
			return 0; /* خمسة صفر is a result */
	}
	return next;
}

/* Days and their month at word i: 25 أكتوبر 2023, 16 إلى 20 أوت, التاسع من مايو. */
bool
an_date_days(AnDates *d, uint32_t i, AnDateParts *parts, AnDateSpan *out)
{
	const AnReader *r = d->r;
	uint32_t j = day_number(r, i, &parts->day, &out->start);
	bool slash = false;
	AnFact month;

	if (j != 0)
	{
		j = last_day(r, j, &parts->last_day);
		if (day_of_this_month(r, j, an_in_digits(r, i), parts, out))
			return true;
		slash = an_in_digits(r, j - 1) && an_date_slash_before(r, j);
		if (!slash && !an_joined(r, j, AN_GAP_DASH))
			return false;
		if (an_word_is(r, j, "من"))
			j++;
	}
	else if ((j = day_of_month_name(r, i, parts, &out->start)) == 0)
		return false;
	j = skip_month_word(r, j);
	if (!(slash || an_joined(r, j, AN_GAP_DASH)) ||
		!an_date_month(r, j, parts, &month) || month.clitic)
		return false;

	/* 3-صفر is a match's result */
	if ((r->words[j].gap & AN_GAP_DASH) != 0 &&
		(month.record->flags & AN_FLAG_WORD) != 0)
		return false;
	out->end = month.end;
	out->next = month.next;
	month_tail(r, &out->next, &out->end, parts);
	return true;
}

/* ---- Months alone ---- */

/* Words after which a name that is also a word is a month. */
static bool
month_expected(const AnDates *d, uint32_t i, bool hijri)
{
	/* the last ones also stand before names and verbs: من مارس الرياضة */
	static const char words[][12] = { "في",  "منذ", "خلال", "حتي",
									  "بين", "شهر", "شهري", "اشهر",
									  "من",  "قبل", "بعد",  "الي" };
	bool month = hijri && !an_may_be(d->r, i, AN_BIT(NUMBER)); /* صفر */
	size_t n = sizeof(words) / sizeof(words[0]) - (month ? 0 : 4);
	size_t w;
	AnFact fact;

	if (i == 0 || !an_joined(d->r, i, 0))
		return false;
	for (w = 0; w < n; w++)
		if (an_word_is(d->r, i - 1, words[w]))
			return true;
	return an_may_be(d->r, i - 1, AN_BIT(TIME)) &&
		   an_time_fact(d->r, i - 1, AN_TIME_PART, &fact) && !fact.definite;
}

/* بين أبريل ويونيو 2024: the year that the next month says for this one too. */
static int
year_of_next_month(const AnReader *r, uint32_t i, int month)
{
	AnDateParts parts = { 0 };
	AnFact fact;
	uint32_t end;
	int year;
	bool hijri;
	uint32_t range = an_date_range_mark(r, i);

	if (range == 0 && i < r->nwords && an_joined(r, i, 0))
		range = i;
	if (range == 0 || !an_date_month(r, range, &parts, &fact) ||
		(range == i && !fact.clitic && (r->words[i].gap & AN_GAP_DASH) == 0) ||
		!an_joined(r, fact.next, 0) ||
		an_date_year(r, fact.next, &year, &hijri, &end) == 0)
		return 0;
	return parts.month >= month ? year : year - 1;
}

/* A month without a day at word i; expected: whether nothing else is meant. */
static bool
read_month(AnDates *d, uint32_t i, bool expected, AnDateParts *parts,
		   AnDateSpan *out)
{
	const AnReader *r = d->r;
	uint32_t j = skip_month_word(r, i);
	AnFact fact;

	if (!an_date_month(r, j, parts, &fact))
		return false;
	out->start = j > i ? an_word_skip(r, i, 0) : fact.start;
	out->end = fact.end;
	out->next = fact.next;
	month_tail(r, &out->next, &out->end, parts);
	if (parts->year == 0 && !parts->modified)
	{
		parts->year_hint = year_of_next_month(r, out->next, parts->month);
		if ((fact.record->flags & AN_FLAG_WORD) != 0 && j == i &&
			r->words[j].type != AN_TOKEN_MONTH && parts->year_hint == 0 &&
			!expected && !month_expected(d, i, parts->hijri) &&
			!(fact.clitic && d->last_end == i &&
			  d->last_grain == AN_GRAIN_MONTH))
			return false;
	}
	out->confidence = parts->year != 0 ? 0.95f : 0.8f;
	return true;
}

bool
an_date_month_alone(AnDates *d, uint32_t i, AnDateParts *parts,
					AnDateSpan *out)
{
	return read_month(d, i, false, parts, out);
}

bool
an_date_month_said(AnDates *d, uint32_t i, AnDateParts *parts, AnDateSpan *out)
{
	return read_month(d, i, true, parts, out);
}
