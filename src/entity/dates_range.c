/*-------------------------------------------------------------------------
 *
 * dates_range.c
 *	  Two dates that bound a period: من 15 ديسمبر إلى 20 يناير 2024, of which
 *	  the first takes its year from the last; and two weekdays, which are one:
 *	  ليل الثلاثاء - الأربعاء, يومي السبت والأحد.
 *
 *-------------------------------------------------------------------------
 */
#include "entity/dates.h"

/* The middle of the year behind a day: what is nearest to it is in that year. */
#define HALF_YEAR 182

/* Whether بين is before word i, or it is يومي. */
static bool
between_before(const AnReader *r, uint32_t i)
{
	if (an_word_is(r, i, "يومي") || an_word_is(r, i, "ليومي") ||
		an_word_is(r, i, "ويومي"))
		return true;
	return i > 0 && an_joined(r, i, 0) &&
		   (an_word_is(r, i - 1, "بين") || an_word_is(r, i - 1, "وبين"));
}

/*
 * The word that begins the last date of a period whose first one begins at
 * word i, or 0.  with_and: its و is written together with it.
 */
static uint32_t
last_begins(const AnReader *r, uint32_t i, const AnDateSpan *first,
			bool *with_and)
{
	uint32_t j = first->next;
	bool between = between_before(r, i);
	bool night =
		i > 0 && (an_word_is(r, i - 1, "ليل") || an_word_is(r, i - 1, "ليله"));

	*with_and = false;
	if (j >= r->nwords)
		return 0;
	if ((r->words[j].gap & ~AN_GAP_SPACE) == AN_GAP_DASH)
		return j;
	if (first->weekday && night && an_may_be(r, j, AN_BIT(WEEKDAY)) &&
		(an_joined(r, j, 0) || an_date_slash_before(r, j)))
		return j;
	if (!an_joined(r, j, 0))
		return 0;
	if (an_word_is(r, j, "حتي") || an_word_is(r, j, "وحتي"))
		return an_joined(r, j + 1, 0) ? j + 1 : 0;

	/* put off from Sunday to Monday: no period */
	if (an_word_is(r, j, "الي") || an_word_is(r, j, "والي"))
		return !first->weekday && an_joined(r, j + 1, 0) ? j + 1 : 0;
	if (!between || first->period.grain != AN_GRAIN_DAY)
		return 0;
	if (an_word_is(r, j, "و"))
		return an_joined(r, j + 1, 0) ? j + 1 : 0;
	*with_and = true;
	return j;
}

/* Reads the date at word i as one near a day. */
static bool
read_near(AnDates *d, uint32_t i, int32_t day, AnDateSpan *out)
{
	bool has_anchor = d->has_anchor;
	int32_t anchor = d->anchor;
	uint32_t anchored = d->anchored;
	bool found;

	d->has_anchor = true;
	d->anchor = day;
	d->anchored = i;
	found = an_date_read(d, i, out);
	d->has_anchor = has_anchor;
	d->anchor = anchor;
	d->anchored = anchored;
	return found;
}

void
an_date_join(AnDates *d, uint32_t i, AnDateSpan *first)
{
	const AnReader *r = d->r;
	AnDateSpan last;
	AnDateSpan again;
	bool with_and;
	uint32_t j = last_begins(r, i, first, &with_and);

	/* since the first of the month and until today: two dates */
	if (an_date_since(r, i) && first->period.grain != AN_GRAIN_YEAR)
		return;
	if (j == 0 || !(first->period.known
						? read_near(d, j, first->period.to + HALF_YEAR, &last)
						: an_date_read(d, j, &last)))
		return;
	if (last.start != r->words[j].start + (with_and ? 2 : 0) ||
		last.period.grain != first->period.grain)
		return;
	if (last.anchored && !first->anchored && last.period.known &&
		read_near(d, i, last.period.from - HALF_YEAR, &again) &&
		again.next == first->next)
		*first = again;

	/* from Friday to Sunday */
	if (last.weekday && last.period.known && first->period.known &&
		last.period.to < first->period.from)
		an_period_days(&last.period, last.period.from + 7, last.period.to + 7);
	if (first->period.known && last.period.known &&
		first->period.from > last.period.to)
		return;

	/* two complete dates stay two, which only share their year */
	if (!first->weekday || !last.weekday)
		return;
	first->period.known &= last.period.known;
	first->period.to = last.period.to;
	first->end = last.end;
	first->next = last.next;
	first->anchored |= last.anchored;
}
