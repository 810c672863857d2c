/*-------------------------------------------------------------------------
 *
 * numbers.c
 *	  Number expressions to exact decimal numbers.
 *
 * A number is a sum of parts that get smaller: مليون و200 ألف.  A part is a
 * count and its scales: 200 ألف, خمسة وعشرين مليونا, مئة ألف; or a scale alone
 * (مليون), in the dual (مليونين), or a fraction of one (نصف مليار).
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/numbers.h"

/* More digits than this are no amount but the number of something. */
#define DIGITS_MAX 18
#define DIGITS_LIMIT UINT64_C(1000000000000000000)

/* Nor is what begins so far before or behind the point. */
#define POWER_MAX 48

/* Values of NUMBER records are in thousandths. */
#define UNIT_VALUE 1000

/* ---- Decimals ---- */

static void
trim(AnDecimal *d)
{
	while (d->digits != 0 && d->digits % 10 == 0)
	{
		d->digits /= 10;
		d->power++;
	}
	if (d->digits == 0)
		d->power = 0;
}

/* The place of the decimal separator, or end. */
static const char *
decimal_point(const char *s, const char *end)
{
	const char *point = end;
	int commas = 0;
	int after = 0;
	bool zero = true; /* nothing but zeros before the comma */

	while (s < end)
	{
		uint32_t cp;
		const char *at = s;

		s += an_utf8_decode(s, end, &cp);
		if (an_digit(cp) >= 0)
		{
			after++;
			if (commas == 0 && an_digit(cp) > 0)
				zero = false;
		}
		else if (cp == '.' || cp == 0x066B)
			return at;
		else if (cp == ',' || cp == 0x060C)
		{
			point = at;
			commas++;
			after = 0;
		}
	}

	/* one comma is a decimal one unless three digits follow */
	return commas == 1 && (after != 3 || zero) ? point : end;
}

bool
an_decimal_read(const char *s, const char *end, AnDecimal *out)
{
	const char *point = decimal_point(s, end);
	int n = 0;

	out->digits = 0;
	out->power = 0;
	while (s < end)
	{
		bool fraction = s >= point;
		uint32_t cp;
		int digit;

		s += an_utf8_decode(s, end, &cp);
		digit = an_digit(cp);
		if (digit < 0)
			continue;
		if (out->digits >= DIGITS_LIMIT / 10 || ++n >= POWER_MAX)
			return false;
		out->digits = out->digits * 10 + (uint64_t) digit;
		out->power -= fraction;
	}
	trim(out);
	return n > 0;
}

static AnDecimal
decimal(int64_t thousandths)
{
	AnDecimal d = { (uint64_t) thousandths, -3 };

	trim(&d);
	return d;
}

/* a * b; false if it has too many digits. */
static bool
multiply(AnDecimal *a, AnDecimal b)
{
	if (a->digits != 0 && b.digits > DIGITS_LIMIT / a->digits)
		return false;
	a->digits *= b.digits;
	a->power += b.power;
	trim(a);
	return true;
}

/* a with its digits at this power, which is not above its own. */
static bool
at_power(AnDecimal *a, int power)
{
	while (a->power > power)
	{
		if (a->digits >= DIGITS_LIMIT / 10)
			return false;
		a->digits *= 10;
		a->power--;
	}
	return true;
}

static bool
add(AnDecimal *a, AnDecimal b)
{
	int power = a->power < b.power ? a->power : b.power;

	if (!at_power(a, power) || !at_power(&b, power))
		return false;
	a->digits += b.digits;
	trim(a);
	return true;
}

/* Whether a < 10^power. */
static bool
below(AnDecimal a, int power)
{
	while (a.digits > 0)
	{
		a.digits /= 10;
		a.power++;
	}
	return a.power <= power;
}

bool
an_decimal_between(AnDecimal value, uint64_t min, uint64_t max)
{
	for (; value.power < 0; value.power++)
		value.digits /= 10;
	return at_power(&value, 0) && value.digits >= min && value.digits <= max;
}

const char *
an_decimal_text(AnEnv *env, AnDecimal value)
{
	char digits[DIGITS_MAX + 2];
	char out[DIGITS_MAX + 2 * POWER_MAX];
	int n = 0;
	int len = 0;
	int whole; /* digits before the point */

	do
	{
		digits[n++] = (char) ('0' + value.digits % 10);
		value.digits /= 10;
	} while (value.digits > 0);

	whole = n + value.power;
	if (whole <= 0)
		out[len++] = '0';
	for (; whole > 0; whole--)
		out[len++] = n > 0 ? digits[--n] : '0';
	if (n > 0)
	{
		out[len++] = '.';
		for (; whole < 0; whole++)
			out[len++] = '0';
		while (n > 0)
			out[len++] = digits[--n];
	}
	return an_copy(env, out, (size_t) len);
}

/* ---- Words ---- */

/* A number's word at i that continues a number: not after a comma or dash. */
static bool
number_word(const AnReader *r, uint32_t i, AnFact *fact)
{
	return an_may_be(r, i, AN_BIT(NUMBER)) &&
		   an_fact(r, i, AN_KIND_NUMBER, fact);
}

static bool
plain(const AnFact *fact)
{
	return (fact->record->flags &
			(AN_FLAG_SCALE | AN_FLAG_FRACTION | AN_FLAG_ORDINAL)) == 0;
}

/* Whether the word is joined to what is before it by و, and by nothing else. */
static bool
with_and(const AnReader *r, const AnFact *fact, uint32_t i)
{
	char folded[AN_FOLD_MAX(2)];

	return an_joined(r, i, 0) && !fact->definite &&
		   fact->start == r->words[i].start + 2 &&
		   an_fold(r->body + r->words[i].start, 2, folded, sizeof(folded)) ==
			   2 &&
		   memcmp(folded, "و", 2) == 0;
}

/*
 * A count in words at i, below a thousand: خمسة, خمسة وعشرون, ثلاث مئة,
 * مئتان وخمسون.  Gives the word behind it, or 0.
 */
static uint32_t
count_in_words(const AnReader *r, uint32_t i, int64_t *count, AnFact *first)
{
	AnFact fact;
	int64_t last;
	uint32_t next;

	if (!number_word(r, i, first) || !plain(first))
		return 0;
	*count = last = first->record->value;
	next = first->next;
	if (last >= 3 * UNIT_VALUE && last < 10 * UNIT_VALUE &&
		an_joined(r, next, 0) && number_word(r, next, &fact) && plain(&fact) &&
		!fact.clitic && !fact.definite &&
		fact.record->value == 100 * UNIT_VALUE)
	{
		*count = last = last / UNIT_VALUE * fact.record->value;
		first->end = fact.end;
		next = fact.next;
	}

	/* مئتان و خمسة و عشرون: at most three parts */
	while (number_word(r, next, &fact) && plain(&fact) &&
		   with_and(r, &fact, next))
	{
		int64_t value = fact.record->value;
		bool tens = (fact.record->flags & AN_FLAG_TENS) != 0;

		if (!(last >= 100 * UNIT_VALUE && value < 100 * UNIT_VALUE) &&
			!(last < 10 * UNIT_VALUE && tens))
			break;
		*count += value;
		last = value;
		first->end = fact.end;
		next = fact.next;
	}
	return next;
}

bool
an_bracketed(const AnReader *r, uint32_t start, uint32_t end)
{
	return start > 0 && end < r->len && r->body[start - 1] == '(' &&
		   r->body[end] == ')';
}

/* ---- Parts ---- */

/* A part of a number; unscaled ones have magnitude 0. */
typedef struct Part
{
	uint32_t start;
	uint32_t end;
	uint32_t next;
	bool in_digits;
	int magnitude; /* power of ten of its last scale */
	AnDecimal value;
} Part;

static int
magnitude(const AnRecord *scale)
{
	AnDecimal d = decimal(scale->value);

	return d.power;
}

/* A scale at word i that counts with what is before it: مليون, آلاف. */
static bool
scale_word(const AnReader *r, uint32_t i, uint8_t marks, AnFact *fact)
{
	return an_joined(r, i, marks) && number_word(r, i, fact) &&
		   (fact->record->flags & AN_FLAG_SCALE) != 0 &&
		   (fact->record->flags & AN_FLAG_DUAL) == 0 && !fact->clitic;
}

/* مليون after 2.49, مليون after مئة ألف: at most two scales. */
static bool
take_scales(const AnReader *r, Part *part, bool definite)
{
	AnFact fact;
	int n;

	for (n = 0;
		 n < 2 && scale_word(r, part->next,
							 n == 0 && an_bracketed(r, part->start, part->end)
								 ? AN_GAP_BRACKET
								 : 0,
							 &fact);
		 n++)
	{
		if (fact.definite && !definite)
			break;
		if (n == 1 && magnitude(fact.record) <= part->magnitude)
			break;
		if (!multiply(&part->value, decimal(fact.record->value)))
			return false;
		part->magnitude = magnitude(fact.record);
		part->start -= an_bracketed(r, part->start, part->end);
		part->end = fact.end;
		part->next = fact.next;
	}
	return true;
}

/*
 * Groups of three digits with dots between: 27.300.000 always, 150.000 where
 * the last one is 0, since fractions do not end so.  Gives how many dots.
 */
static int
dotted_groups(const AnReader *r, uint32_t i)
{
	const char *s = r->body + r->words[i].start;
	const char *end = r->body + r->words[i].end;
	int group = 0;
	int groups = 0;
	int digit = 0;
	int value = 0;

	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (an_digit(cp) >= 0)
		{
			digit = an_digit(cp);
			value += groups == 0 ? digit : 0;
			group++;
		}
		else if (cp != '.' || (groups == 0 ? group > 3 : group != 3))
			return 0;
		else
		{
			group = 0;
			groups++;
		}
	}
	return group == 3 && value > 0 && (groups > 1 || digit == 0) ? groups : 0;
}

/* The digits of 27.300.000 alone. */
static bool
dotted_value(const AnReader *r, uint32_t i, Part *part)
{
	const char *s = r->body + r->words[i].start;
	const char *end = r->body + r->words[i].end;
	uint64_t value = 0;

	while (s < end)
	{
		uint32_t cp;

		s += an_utf8_decode(s, end, &cp);
		if (an_digit(cp) < 0)
			continue;
		if (value >= DIGITS_LIMIT / 10)
			return false;
		value = value * 10 + (uint64_t) an_digit(cp);
	}
	part->value.digits = value;
	part->value.power = 0;
	trim(&part->value);
	return true;
}

/* 5ر1, as agencies write 1.5: the fraction comes first. */
static bool
take_whole(const AnReader *r, uint32_t i, Part *part)
{
	AnDecimal fraction = part->value;
	AnDecimal whole;
	uint32_t n;

	if (r->words[i].type != AN_TOKEN_INTEGER || i + 2 >= r->nwords ||
		r->words[i + 1].gap != 0 || r->words[i + 2].gap != 0 ||
		!an_word_is(r, i + 1, "ر") || r->words[i + 2].type != AN_TOKEN_INTEGER)
		return false;
	if (!an_decimal_read(r->body + r->words[i + 2].start,
						 r->body + r->words[i + 2].end, &whole))
		return false;
	for (n = r->words[i].key_len; n > 0; n--)
		fraction.power--;
	if (fraction.digits != 0 && !add(&whole, fraction))
		return false;
	part->value = whole;
	part->end = r->words[i + 2].end;
	part->next = i + 3;
	return true;
}

static bool
part_in_digits(const AnReader *r, uint32_t i, Part *part)
{
	const AnWord *word = &r->words[i];
	int dots;

	if ((word->type != AN_TOKEN_INTEGER && word->type != AN_TOKEN_FLOAT) ||
		!an_decimal_read(r->body + word->start, r->body + word->end,
						 &part->value))
		return false;
	part->start = word->start;
	part->end = word->end;
	part->next = i + 1;
	part->in_digits = true;
	part->magnitude = 0;
	dots = dotted_groups(r, i);
	take_whole(r, i, part);
	if (!take_scales(r, part, an_word_is(r, i - (i > 0), "ال")))
		return false;

	/* before a scale the dot is decimal, and dinars have thousandths */
	if (dots == 0 || part->magnitude > 0 ||
		(dots == 1 &&
		 (an_word_is(r, i + 1, "دينار") || an_word_is(r, i + 1, "دينارا"))))
		return true;
	return dotted_value(r, i, part);
}

/* Whether a scale alone is two of it: ألفا دولار, with no number before it. */
static bool
construct_dual(const AnReader *r, const AnFact *fact, uint32_t i)
{
	const char *name = an_string(r->block, fact->record->name);
	size_t len = r->words[i].key_len;
	char folded[AN_FOLD_MAX(64)];
	size_t n = strlen(name);

	if (n > 64 || len < 2 || memcmp(an_key(r, i) + len - 2, "ا", 2) != 0)
		return false;
	n = an_fold(name, n, folded, sizeof(folded));
	return n + 2 <= len && memcmp(an_key(r, i) + len - 2 - n, folded, n) == 0;
}

/* مليون مليون مبروك: a word that is said again is no number. */
static bool
repeats(const AnReader *r, uint32_t i, const AnFact *first)
{
	AnFact other;

	if (an_joined(r, first->next, 0) && number_word(r, first->next, &other) &&
		other.record == first->record && !other.clitic)
		return true;
	return i > 0 && !first->clitic && an_joined(r, i, 0) &&
		   number_word(r, i - 1, &other) && other.record == first->record;
}

/* مليون, مليونين, نصف مليون, ثلاثة أرباع المليون */
static bool
part_of_scale(const AnReader *r, uint32_t i, const AnFact *first, Part *part)
{
	int flags = first->record->flags;
	AnFact other;

	part->start = first->start;
	part->end = first->end;
	part->next = first->next;
	part->in_digits = false;
	part->value = decimal(first->record->value);
	part->magnitude = 0;
	if (flags & AN_FLAG_FRACTION)
		return !first->definite && take_scales(r, part, true) &&
			   part->magnitude > 0;
	if (first->definite || (flags & AN_FLAG_PLURAL) != 0)
		return false;

	/* a number that could not be read is before it */
	if (i > 0 && !first->clitic && an_in_digits(r, i - 1) &&
		an_joined(r, i, AN_GAP_BRACKET))
		return false;
	if (repeats(r, i, first))
		return false;
	part->magnitude = magnitude(first->record);
	if (!(flags & AN_FLAG_DUAL) && construct_dual(r, first, i) &&
		!(number_word(r, first->next, &other) &&
		  with_and(r, &other, first->next)) && /* مليونا ومئة ألف */
		!multiply(&part->value, decimal(2 * UNIT_VALUE)))
		return false;
	return take_scales(r, part, false);
}

static bool
part_in_words(const AnReader *r, uint32_t i, AnFact *first, Part *part)
{
	int64_t count;

	if (!number_word(r, i, first) ||
		(first->record->flags & AN_FLAG_ORDINAL) != 0)
		return false;
	if (!plain(first))
		return part_of_scale(r, i, first, part);
	part->next = count_in_words(r, i, &count, first);
	if (part->next == 0)
		return false;
	part->start = first->start;
	part->end = first->end;
	part->in_digits = false;
	part->magnitude = 0;
	part->value = decimal(count);
	return take_scales(r, part, false) &&
		   (!first->definite || part->magnitude > 0);
}

/* ---- Sums ---- */

/* ونصف, with the scale again or without it: half of the last scale. */
static bool
take_fraction(const AnReader *r, AnNumber *n, const AnFact *fact,
			  int last_magnitude)
{
	AnDecimal value = decimal(fact->record->value);
	AnFact scale;

	value.power += last_magnitude;
	if (!add(&n->value, value))
		return false;
	n->end = fact->end;
	n->next = fact->next;
	if (scale_word(r, n->next, 0, &scale) &&
		magnitude(scale.record) == last_magnitude)
	{
		n->end = scale.end;
		n->next = scale.next;
	}
	return true;
}

/* ثلاثة ونصف, 2 ونصف مليون: a half behind a count, and the scale of both. */
static bool
take_half(const AnReader *r, AnNumber *n, const AnFact *fact)
{
	AnFact scale;

	if (!add(&n->value, decimal(fact->record->value)))
		return false;
	n->end = fact->end;
	n->next = fact->next;
	if (scale_word(r, n->next, 0, &scale) && !scale.definite)
	{
		n->scaled = true;
		n->end = scale.end;
		n->next = scale.next;
		return multiply(&n->value, decimal(scale.record->value));
	}
	return true;
}

/* The next part of a sum, with its و; false where there is none. */
static bool
next_part(const AnReader *r, const AnNumber *n, Part *part, AnFact *fact)
{
	uint32_t i = n->next;

	if (!an_joined(r, i, 0))
		return false;
	if (an_word_is(r, i, "و") && an_in_digits(r, i + 1) &&
		an_joined(r, i + 1, 0))
		return part_in_digits(r, i + 1, part);
	return part_in_words(r, i, fact, part) && with_and(r, fact, i);
}

/* A fraction of the last scale that is joined with و. */
static bool
next_fraction(const AnReader *r, const AnNumber *n, AnFact *fact)
{
	return number_word(r, n->next, fact) && with_and(r, fact, n->next) &&
		   (fact->record->flags & AN_FLAG_FRACTION) != 0;
}

bool
an_number(const AnReader *r, uint32_t i, AnNumber *out)
{
	Part part;
	AnFact fact;
	int last;

	if (i >= r->nwords ||
		!(an_in_digits(r, i) ? part_in_digits(r, i, &part)
							 : part_in_words(r, i, &fact, &part)))
		return false;
	out->start = part.start;
	out->end = part.end;
	out->next = part.next;
	out->in_digits = part.in_digits;
	out->scaled = part.magnitude > 0;
	out->value = part.value;
	if (part.magnitude == 0 && next_fraction(r, out, &fact))
		return take_half(r, out, &fact);
	for (last = part.magnitude; last > 0; last = part.magnitude)
	{
		AnDecimal sum = out->value;

		if (next_fraction(r, out, &fact))
			return take_fraction(r, out, &fact, last);
		if (!next_part(r, out, &part, &fact) || part.magnitude >= last ||
			!below(part.value, last) || !add(&sum, part.value))
			break;
		out->value = sum;
		out->end = part.end;
		out->next = part.next;
		out->in_digits |= part.in_digits;
	}
	return out->value.power < POWER_MAX;
}

/* ---- Ordinals ---- */

bool
an_ordinal(const AnReader *r, uint32_t i, int *value, AnFact *fact)
{
	AnFact tens;

	if (!number_word(r, i, fact) || !fact->definite ||
		((fact->record->flags & AN_FLAG_ORDINAL) == 0 &&
		 (fact->record->flags & AN_FLAG_TENS) == 0))
		return false;
	*value = (int) (fact->record->value / UNIT_VALUE);

	/* الحادي والعشرين, الثالث والعشرين */
	if (*value < 10 && an_joined(r, fact->next, 0) &&
		number_word(r, fact->next, &tens) && tens.clitic && tens.definite &&
		(tens.record->flags & AN_FLAG_TENS) != 0)
	{
		*value += (int) (tens.record->value / UNIT_VALUE);
		fact->end = tens.end;
		fact->next = tens.next;
	}
	return true;
}
