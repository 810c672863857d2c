/*-------------------------------------------------------------------------
 *
 * dates_relative.c
 *	  Dates in units of time: عام 2030, الأسبوع الماضي, هذا العام, نهاية 2024,
 *	  قبل أسبوعين.
 *
 * Each reader looks at a form from word i on, and gives false where the words
 * say no time of the calendar: a duration (يومين), or a time that is counted
 * from another event (بعد ذلك بيومين).
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"
#include "entity/numbers.h"

/* Years and weeks are counted this far, both ways. */
#define SHIFT_MAX 3000

/* بقية and باقي in times.tsv */
#define PART_REST 3

bool
an_date_modifier(const AnReader *r, uint32_t i, int *modifier, AnFact *fact)
{
	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_MODIFIER, fact) || fact->clitic)
		return false;
	*modifier = (int) fact->record->value;
	return true;
}

/* ---- Units ---- */

/* The period of a unit so many units from the day of publication. */
bool
an_date_unit_period(const AnReader *r, AnTimeUnit unit, int offset,
					AnPeriod *out)
{
	int year;
	int month;
	int day;

	out->known = false;
	if (r->published == NULL || offset > SHIFT_MAX || offset < -SHIFT_MAX)
		return false;
	an_day_to_date(*r->published, &year, &month, &day);
	switch (unit)
	{
		case AN_UNIT_DAY:
			return an_period_days(out, *r->published + offset,
								  *r->published + offset);
		case AN_UNIT_WEEK:
			return an_period_week(out, *r->published + 7 * offset);
		case AN_UNIT_MONTH:
			month = AN_MONTH_OF(year, month) + offset;
			return an_period_months(out, month, month);
		case AN_UNIT_QUARTER:
			month = AN_MONTH_OF(year, (month - 1) / 3 * 3 + 1) + 3 * offset;
			return an_period_months(out, month, month + 2);
		case AN_UNIT_YEAR:
			return an_period_years(out, year + offset, year + offset);
		case AN_UNIT_DECADE:
			year = (year / 10 + offset) * 10;
			return an_period_years(out, year, year + 9);
		case AN_UNIT_CENTURY:
			year = ((year - 1) / 100 + offset) * 100 + 1;
			return an_period_years(out, year, year + 99);
		default:
			return false;
	}
}

static AnGrain
unit_grain(AnTimeUnit unit)
{
	switch (unit)
	{
		case AN_UNIT_DAY:
			return AN_GRAIN_DAY;
		case AN_UNIT_WEEK:
			return AN_GRAIN_WEEK;
		case AN_UNIT_MONTH:
		case AN_UNIT_QUARTER:
		case AN_UNIT_SEASON:
			return AN_GRAIN_MONTH;
		default:
			return AN_GRAIN_YEAR;
	}
}

/* A noun of a unit in the singular at i. */
bool
an_date_unit(const AnReader *r, uint32_t i, AnFact *fact)
{
	return an_may_be(r, i, AN_BIT(TIME) | AN_BIT(NUMBER)) &&
		   an_time_fact(r, i, AN_TIME_NOUN, fact) && fact->record->value == 1;
}

/* Whether what follows the unit says that it is no calendar's. */
static bool
unit_barred(const AnReader *r, uint32_t i)
{
	AnFact fact;

	return an_joined(r, i, 0) && an_may_be(r, i, AN_BIT(TIME)) &&
		   an_time_fact(r, i, AN_TIME_BAR, &fact) && fact.definite &&
		   !fact.clitic;
}

/* ---- Years ---- */

/* The word behind عام, سنة, عامي, العام, العامين at i, or 0. */
static uint32_t
year_word(const AnReader *r, uint32_t i, uint32_t *start, bool *several,
		  bool *definite)
{
	AnFact fact;

	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_NOUN, &fact) ||
		AN_TIME_UNIT(fact.record) != AN_UNIT_YEAR)
		return 0;
	*start = fact.start;
	*several = fact.record->value != 1;
	*definite = fact.definite;
	return an_joined(r, fact.next, AN_GAP_BRACKET | AN_GAP_QUOTE) ? fact.next
																  : 0;
}

/* و2023, - 2023, /2023, إلى 2023 at i: the last year of a period. */
static uint32_t
last_year(const AnReader *r, uint32_t i, int first, int *year, uint32_t *end)
{
	uint32_t j = an_date_range_mark(r, i);
	uint32_t behind;
	bool hijri;

	if (j == 0)
	{
		/* 2022/2023 */
		if (i >= r->nwords || r->words[i].gap != AN_GAP_OTHER ||
			r->body[r->words[i - 1].end] != '/')
			return 0;
		j = i;
	}
	behind = an_date_year(r, j, year, &hijri, end);
	return *year > first && *year - first <= 200 ? behind : 0;
}

/* عام 2030, العام 2021, سنة 1445هـ, عامي 2022 و2023, عام 2022/2023 */
static bool
named_year(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	bool several = false;
	bool definite = false;
	uint32_t j = year_word(r, i, &out->start, &several, &definite);
	uint32_t behind;
	uint32_t end;
	int year;
	int last;
	bool hijri;

	if (j == 0)
		return false;
	out->next = an_date_year(r, j, &year, &hijri, &out->end);
	if (out->next == 0 && !several && !definite)
		out->next = an_date_small_year(r, j, &year, &hijri, &out->end);
	if (out->next == 0)
		return false;
	out->confidence = 0.95f;
	out->anchored = true;
	hijri |= year >= AN_HIJRI_FROM && year <= AN_HIJRI_TO;
	an_date_year_period(r->block, year, year, hijri, &out->period);

	/* عام 2018 و2019 are two dates, عامي 2018 و2019 is one */
	if (!several && an_word_is(r, out->next, "و"))
		return true;
	behind = last_year(r, out->next, year, &last, &end);
	if (behind != 0)
	{
		an_date_year_period(r->block, year, last, hijri, &out->period);
		out->next = behind;
		out->end = end;
	}
	return true;
}

/*
 * العام الجاري 2015م, هذا العام (1436هـ): the year is said after all.  False
 * where it is not, or where it is no year of ours.
 */
static bool
take_said_year(const AnReader *r, AnDateSpan *out)
{
	int year;
	bool hijri;
	uint32_t end;
	uint32_t i = out->next;
	uint32_t next;

	if (!an_joined(r, i, AN_GAP_BRACKET))
		return false;
	next = an_date_year_digits(r, i, &year, &hijri, &end);
	if (next == 0)
		return false;
	hijri |= year >= AN_HIJRI_FROM && year <= AN_HIJRI_TO;
	if (!hijri && (year < 1900 || year >= 2100))
		return false;
	an_date_year_period(r->block, year, year, hijri, &out->period);
	out->end = an_date_closing(r, i, end);
	out->next = next;
	out->anchored = true;
	return !hijri;
}

bool
an_date_any_year(AnDates *d, uint32_t i, int *year, AnDateSpan *out)
{
	const AnReader *r = d->r;
	bool hijri;
	int modifier = 0;
	uint32_t j = i;
	AnFact fact;
	AnFact noun;
	int month;
	int day;

	if (named_year(d, i, out))
	{
		int32_t from = out->period.from;

		if (!out->period.known)
			return false;
		an_day_to_date(from, year, &month, &day);
		return true;
	}
	out->next = an_date_year(r, i, year, &hijri, &out->end);
	if (out->next != 0)
	{
		out->anchored = true;
		return !hijri && *year >= 1900;
	}
	if (an_may_be(r, j, AN_BIT(TIME)) &&
		an_time_fact(r, j, AN_TIME_THIS, &fact) && an_joined(r, fact.next, 0))
		j = fact.next;
	if (!an_date_unit(r, j, &noun) || !noun.definite ||
		AN_TIME_UNIT(noun.record) != AN_UNIT_YEAR || r->published == NULL)
		return false;
	out->end = noun.end;
	out->next = noun.next;
	if (unit_barred(r, noun.next))
		return false;
	if (an_joined(r, noun.next, 0) &&
		an_date_modifier(r, noun.next, &modifier, &fact) && fact.definite)
	{
		out->end = fact.end;
		out->next = fact.next;
	}
	an_day_to_date(*r->published, year, &month, &day);
	*year += modifier;
	an_period_years(&out->period, *year, *year);
	if (take_said_year(r, out))
		an_day_to_date(out->period.from, year, &month, &day);
	return true;
}

/* ---- Units that are near: الأسبوع الماضي, هذا العام ---- */

/* قبل الماضي, بعد المقبل behind a unit: one more. */
static int
one_more(const AnReader *r, uint32_t *i)
{
	AnFact fact;

	if (!an_joined(r, *i, 0) || !an_joined(r, *i + 1, 0) ||
		!an_may_be(r, *i, AN_BIT(TIME)) ||
		!an_time_fact(r, *i, AN_TIME_SHIFT, &fact) || fact.next != *i + 1)
		return 0;
	*i = fact.next;
	return (int) fact.record->value;
}

static bool
unit_with_modifier(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact noun;
	AnFact fact;
	uint32_t j;
	int more;
	int modifier;

	if (!an_date_unit(r, i, &noun) || !noun.definite ||
		AN_TIME_UNIT(noun.record) <= AN_UNIT_HOUR ||
		!an_joined(r, noun.next, 0))
		return false;
	j = noun.next;
	more = one_more(r, &j);
	if (!an_date_modifier(r, j, &modifier, &fact) || !fact.definite ||
		(more != 0 && modifier != more))
		return false;

	/* الأمين العام الحالي: the word is an adjective */
	if (modifier == 0 && i > 0 && !noun.clitic && an_joined(r, i, 0) &&
		r->words[i - 1].type == AN_TOKEN_ARABIC &&
		r->words[i - 1].key_len > 8 && memcmp(an_key(r, i - 1), "ال", 4) == 0)
		return false;
	out->start = noun.start;
	out->end = fact.end;
	out->next = fact.next;
	out->confidence = 0.9f;
	out->period.grain = unit_grain(AN_TIME_UNIT(noun.record));
	an_date_unit_period(r, AN_TIME_UNIT(noun.record), modifier + more,
						&out->period);
	return true;
}

static bool
this_unit(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact this;
	AnFact noun;

	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_THIS, &this) ||
		!an_joined(r, this.next, 0) || !an_date_unit(r, this.next, &noun) ||
		!noun.definite || noun.clitic ||
		AN_TIME_UNIT(noun.record) <= AN_UNIT_DAY ||
		AN_TIME_UNIT(noun.record) == AN_UNIT_SEASON)
		return false;
	out->start = this.start;
	out->end = noun.end;
	out->next = noun.next;
	out->confidence = 0.9f;
	out->period.grain = unit_grain(AN_TIME_UNIT(noun.record));
	an_date_unit_period(r, AN_TIME_UNIT(noun.record), 0, &out->period);
	return true;
}

bool
an_date_near_unit(AnDates *d, uint32_t i, AnDateSpan *out)
{
	memset(out, 0, sizeof(*out));
	if (!unit_with_modifier(d, i, out) && !this_unit(d, i, out))
		return false;
	if (out->period.grain == AN_GRAIN_YEAR)
		take_said_year(d->r, out);
	return true;
}

/* ---- نهاية العام, مطلع 2024, منتصف مايو المقبل ---- */

/* بقية الأسبوع: from the day of publication on. */
static bool
rest_of_period(const AnReader *r, AnPeriod *period)
{
	if (period->known)
		period->known = r->published != NULL && *r->published <= period->to &&
						*r->published >= period->from &&
						an_period_days(period, *r->published, period->to);
	period->grain = AN_GRAIN_DAY;
	return true;
}

static bool
part_of(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact noun;
	int year;

	if (an_date_near_unit(d, i, out) || an_date_season(d, i, out) ||
		an_date_decade(d, i, out) || an_date_century(d, i, out))
		return out->period.grain != AN_GRAIN_DAY;
	memset(out, 0, sizeof(*out));
	if (an_date_any_year(d, i, &year, out))
	{
		/* a Hijri year has its days already */
		if (!out->period.known)
			an_period_years(&out->period, year, year);
		out->confidence = 0.85f;
		return true;
	}
	if (an_date_unit(r, i, &noun) && noun.definite && !noun.clitic &&
		(AN_TIME_UNIT(noun.record) == AN_UNIT_WEEK ||
		 AN_TIME_UNIT(noun.record) == AN_UNIT_MONTH) &&
		!unit_barred(r, noun.next))
	{
		out->end = noun.end;
		out->next = noun.next;
		out->confidence = 0.8f;
		out->period.grain = unit_grain(AN_TIME_UNIT(noun.record));
		an_date_unit_period(r, AN_TIME_UNIT(noun.record), 0, &out->period);
		return true;
	}
	memset(out, 0, sizeof(*out));
	if ((r->words[i].type == AN_TOKEN_MONTH ||
		 an_may_be(r, i, AN_BIT(MONTH)) || an_word_is(r, i, "شهر")) &&
		an_date_calendar(d, i, out) && out->period.grain == AN_GRAIN_MONTH)
	{
		return true;
	}
	return false;
}

static bool
part_of_period(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact part;

	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_PART, &part) || part.definite ||
		!an_joined(r, part.next, 0) || !part_of(d, part.next, out))
		return false;
	out->start = part.start;
	return part.record->value != PART_REST || rest_of_period(r, &out->period);
}

/* ---- قبل أسبوعين, منذ ثلاثة أيام, بعد شهر ---- */

/*
 * So many units at i: يومين, ثلاثة أيام, 10 سنوات, شهر.  Gives how many, and 0
 * for none.
 */
static int
amount_of_units(const AnReader *r, uint32_t i, AnFact *noun)
{
	AnNumber n;
	AnFact fact;
	uint32_t j = i;

	if (an_may_be(r, j, AN_BIT(TIME)) &&
		an_time_fact(r, j, AN_TIME_ABOUT, &fact) && !fact.clitic &&
		an_joined(r, fact.next, 0))
		j = fact.next;
	if (an_in_digits(r, j) || an_may_be(r, j, AN_BIT(NUMBER)))
	{
		if (!an_number(r, j, &n) || n.value.power < 0 || n.value.power > 3 ||
			n.value.digits > SHIFT_MAX || n.value.digits == 0 || n.scaled ||
			!an_joined(r, n.next, 0) || !an_may_be(r, n.next, AN_BIT(TIME)) ||
			!an_time_fact(r, n.next, AN_TIME_NOUN, noun) || noun->definite ||
			noun->clitic)
			return 0;
		for (; n.value.power > 0; n.value.power--)
			n.value.digits *= 10;
		return n.value.digits <= SHIFT_MAX ? (int) n.value.digits : 0;
	}
	if (!an_may_be(r, j, AN_BIT(TIME)) ||
		!an_time_fact(r, j, AN_TIME_NOUN, noun) || noun->definite ||
		noun->clitic)
		return 0;
	return (int) noun->record->value;
}

/* Whether a noun of time goes on to something else: عام 2010, شهر مايو. */
static bool
noun_goes_on(const AnReader *r, uint32_t i, int amount)
{
	AnFact date;

	if (!an_joined(r, i, AN_GAP_BRACKET))
		return false;
	if (an_word_is(r, i, "من") && an_word_is(r, i + 1, "الان"))
		return false;
	if (amount > 1)
		return an_word_is(r, i, "من");
	if (an_may_be(r, i, AN_BIT(TIME)) &&
		an_time_fact(r, i, AN_TIME_DATE, &date)) /* منذ يوم أمس */
		return true;
	return an_in_digits(r, i) || r->words[i].type == AN_TOKEN_MONTH ||
		   r->words[i].type == AN_TOKEN_DATE || an_word_is(r, i, "من") ||
		   an_word_is(r, i, "علي") ||
		   an_may_be(r, i, AN_BIT(MONTH) | AN_BIT(WEEKDAY)) ||
		   (r->words[i].key_len > 6 && memcmp(an_key(r, i), "ال", 4) == 0);
}

static bool
shift(AnDates *d, uint32_t i, AnDateSpan *out)
{
	const AnReader *r = d->r;
	AnFact word;
	AnFact noun;
	int amount;

	if (!an_may_be(r, i, AN_BIT(TIME)) ||
		!an_time_fact(r, i, AN_TIME_SHIFT, &word) || word.definite ||
		!an_joined(r, word.next, 0) ||
		an_time_fact(r, i, AN_TIME_DATE, &noun)) /* قبل يوم أمس */
		return false;
	amount = amount_of_units(r, word.next, &noun);
	if (amount == 0 || AN_TIME_UNIT(noun.record) <= AN_UNIT_HOUR ||
		noun_goes_on(r, noun.next, amount))
		return false;

	/* بعد يومين in a story is counted from what it tells */
	if (word.record->value > 0 && an_date_tense(d, i) != AN_TENSE_FUTURE)
		return false;
	out->start = word.start;
	out->end = noun.end;
	out->next = noun.next;
	if (amount == 1 && an_joined(r, noun.next, 0) &&
		(an_word_is(r, noun.next, "واحد") ||
		 an_word_is(r, noun.next, "واحده") ||
		 an_word_is(r, noun.next, "كامل") ||
		 an_word_is(r, noun.next, "كامله")))
	{
		out->end = r->words[noun.next].end;
		out->next = noun.next + 1;
	}
	if (an_joined(r, out->next, 0) && an_word_is(r, out->next, "من") &&
		an_joined(r, out->next + 1, 0) && an_word_is(r, out->next + 1, "الان"))
	{
		out->end = r->words[out->next + 1].end;
		out->next += 2;
	}
	out->confidence = 0.8f;
	out->period.grain = unit_grain(AN_TIME_UNIT(noun.record));
	an_date_unit_period(r, AN_TIME_UNIT(noun.record),
						(int) word.record->value * amount, &out->period);
	return true;
}

/* One reader's turn, on a clean span. */
#define READS(reader) (memset(out, 0, sizeof(*out)), reader(d, i, out))

bool
an_date_relative(AnDates *d, uint32_t i, AnDateSpan *out)
{
	return READS(part_of_period) || READS(shift) || READS(named_year) ||
		   READS(an_date_near_unit) || READS(an_date_part_of_year) ||
		   READS(an_date_season) || READS(an_date_decade) ||
		   READS(an_date_century);
}
