/*
 * values_fuzz.c
 *	  Dates and numbers out of words of dates and numbers in any order: values
 *	  are in order and well formed, what is read without a date of publication
 *	  stands alone, and a cancel at any poll unwinds.
 *
 * The first bytes choose the day of publication; each one behind them a word
 * of the vocabulary, or, above it, stands for itself.
 */
#include <stdlib.h>
#include <string.h>

#include "entity/dates.h"
#include "entity/numbers.h"
#include "fuzz_env.h"

#define TEXT_MAX 4096

static const char *const vocabulary[] = {
	"يوم",      "الجمعة",      "الثلاثاء",   "25",      "31",
	"29",       "أكتوبر",      "فبراير",     "مايو",    "رمضان",
	"صفر",      "تشرين الأول", "2023",       "1445",    "هـ",
	"م",        "قبل",         "بعد",        "منذ",     "أسبوعين",
	"سنة",      "عام",         "عامي",       "الماضي",  "المقبل",
	"الجاري",   "هذا",         "الأسبوع",    "الشهر",   "العام",
	"الربع",    "الأول",       "الأخير",     "الثالث",  "النصف",
	"نهاية",    "بقية",        "القرن",      "العشرين", "التسعينيات",
	"صيف",      "الصيف",       "من",         "إلى",     "حتى",
	"بين",      "و",           "-",          "/",       "،",
	".",        "(",           ")",          "اليوم",   "أمس",
	"غدا",      "الموافق",     "أول",        "آخر",     "جمعة",
	"غرة",      "سيزور",       "زار",        "إن",      "مليون",
	"ألف",      "ألفين",       "ثلاثة",      "وعشرين",  "مئة",
	"نصف",      "ونصف",        "2.49",       "1,000",   "150.000",
	"5ر1",      "ملايين",      "مليارات",    "دولار",   "ريال",
	"دينار",    "كويتي",       "السعودية",   "$",       "%",
	"في المئة", "سالب",        "كيلومتر",    "شخص",     "من الآن",
	"٤٥٫٧",     "۱۲",          "12/10/2022", "الـ",     "ليل",
	"\n",
};

#define WORDS (sizeof(vocabulary) / sizeof(vocabulary[0]))

/* -?digits[.digits], as numeric reads it. */
static void
check_amount(const char *s)
{
	size_t whole;
	size_t fraction;

	if (*s == '-')
		s++;
	whole = strspn(s, "0123456789");
	require(whole > 0 && (s[0] != '0' || whole == 1));
	s += whole;
	if (*s == '.')
	{
		fraction = strspn(++s, "0123456789");
		require(fraction > 0 && s[fraction - 1] != '0');
		s += fraction;
	}
	require(*s == '\0');
}

static void
check(const AnEntity *e, const char *body, size_t len)
{
	require(e->start < e->end && e->end <= len);
	require(e->name != NULL && e->name[0] != '\0');
	require(e->confidence > 0 && e->confidence <= 1);
	require((((unsigned char) body[e->start]) & 0xC0) != 0x80);
	require((e->type == AN_DATE) == (e->amount == NULL));
	if (e->has_dates)
	{
		int32_t last;

		require(e->type == AN_DATE && e->date_from <= e->date_to);
		require(an_date_to_day(9999, 12, 31, &last) && e->date_to <= last);
		require(strspn(e->name, "0123456789-/W") == strlen(e->name));
	}
	if (e->amount != NULL)
		check_amount(e->amount);
	if (e->type == AN_MONEY && e->unit != NULL)
		require(strlen(e->unit) == 3);
}

/* Reads a text once; gives whether it was not cancelled. */
static bool
read_text(FuzzEnv *env, AnReader *r, const char *body, size_t len,
		  const int32_t *published)
{
	if (an_reader_open(r, &env->env, an_store(), body, len, published) !=
			AN_OK ||
		an_read_dates(r) != AN_OK || an_read_numbers(r) != AN_OK ||
		an_resolve(r) != AN_OK || an_settle_money(r) != AN_OK)
		return false;
	for (size_t i = 0; i < r->nfound; i++)
	{
		require(i == 0 || r->found[i].start >= r->found[i - 1].end);
		check(&r->found[i], body, len);
	}
	return true;
}

/* A word's number at any place, and any bytes as a decimal. */
static void
check_numbers(FuzzEnv *env, const AnReader *r, const char *body, size_t len)
{
	AnDecimal value;

	for (uint32_t i = 0; i < r->nwords; i++)
	{
		AnNumber n;

		if (!an_number(r, i, &n))
			continue;
		require(n.next > i && n.next <= r->nwords && n.start < n.end);
		check_amount(an_decimal_text(&env->env, n.value));
	}
	if (an_decimal_read(body, body + len, &value))
		check_amount(an_decimal_text(&env->env, value));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FuzzEnv env = { { fuzz_alloc, fuzz_poll }, { NULL }, 0, -1 };
	char text[TEXT_MAX];
	size_t len = 0;
	int32_t published = 19000;
	AnReader r;
	char *body;

	if (size < 2)
		return 0;
	published += (data[0] << 8 | data[1]) - 32768;
	for (size_t i = 2; i < size && len + 64 < TEXT_MAX; i++)
	{
		if (data[i] < WORDS)
		{
			size_t n = strlen(vocabulary[data[i]]);

			memcpy(text + len, vocabulary[data[i]], n);
			len += n;
		}
		else if (data[i] < 0xF0)
			text[len++] = (char) data[i];

		/* from 0xF0 on: the next word is joined to this one */
		if (i + 1 < size && data[i + 1] < 0xF0)
			text[len++] = ' ';
	}

	/* not NUL-terminated, so that a read beyond the end is seen */
	body = malloc(len + 1);
	memcpy(body, text, len);
	body = realloc(body, len > 0 ? len : 1);

	env.polls = -1;
	require(read_text(&env, &r, body, len, &published));
	check_numbers(&env, &r, body, len);
	require(read_text(&env, &r, body, len, NULL));
	env.polls = data[0] % 8;
	(void) read_text(&env, &r, body, len, &published);

	while (env.nblocks > 0)
		free(env.blocks[--env.nblocks]);
	free(body);
	return 0;
}
