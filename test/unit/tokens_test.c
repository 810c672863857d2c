/*
 * tokens_test.c
 *	  The tokenizer: what is a token of which type, that every byte is in
 *	  exactly one, and that no input makes it slow.
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "store/store.h"
#include "text/scan.h"

typedef struct Case
{
	const char *name;
	const char *text;
	const char *tokens; /* "type text" a line, blanks left out */
} Case;

/* ---- Helpers ---- */

typedef struct Out
{
	char str[8192];
	size_t len;
} Out;

static void
add(Out *out, const char *s, size_t len)
{
	assert_true(out->len + len < sizeof(out->str));
	memcpy(out->str + out->len, s, len);
	out->len += len;
	out->str[out->len] = '\0';
}

/* The tokens of a text as a Case writes them. */
static void
tokens_of(const char *text, size_t len, bool blanks, Out *out)
{
	AnScanner scan;
	AnToken token;
	size_t at = 0;

	out->len = 0;
	out->str[0] = '\0';
	an_scan_start(&scan, an_store(), text, len);
	while (an_scan_next(&scan, &token))
	{
		const char *name = an_token_name((int) token.type);

		assert_int_equal(token.start, at);
		assert_true(token.end > at && token.end <= len);
		assert_non_null(name);
		at = token.end;
		if (token.type == AN_TOKEN_BLANK && !blanks)
			continue;
		if (out->len > 0)
			add(out, "\n", 1);
		add(out, name, strlen(name));
		add(out, " ", 1);
		add(out, text + token.start, token.end - token.start);
	}
	assert_int_equal(at, len);
}

static void
check(const Case *cases, size_t n)
{
	size_t failed = 0;
	size_t i;

	for (i = 0; i < n; i++)
	{
		Out out;

		tokens_of(cases[i].text, strlen(cases[i].text), false, &out);
		if (strcmp(out.str, cases[i].tokens) != 0)
		{
			print_error("%s: %s\n--- expected\n%s\n--- got\n%s\n",
						cases[i].name, cases[i].text, cases[i].tokens,
						out.str);
			failed++;
		}
	}
	assert_int_equal(failed, 0);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof(cases[0]))

#define ZWJ "\xE2\x80\x8D"
#define ZWNJ "\xE2\x80\x8C"
#define RLM "\xE2\x80\x8F"
#define NBSP "\xC2\xA0"

/* ---- Words ---- */

static void
arabic_words(void **state)
{
	static const Case cases[] = {
		{ "sentence", "قال الرئيس، أمس.",
		  "arabic قال\narabic الرئيس\narabic أمس" },
		{ "question", "لماذا؟ لأن؛", "arabic لماذا\narabic لأن" },
		{ "marks inside", "مُحَمَّدٌ كتب", "arabic مُحَمَّدٌ\narabic كتب" },
		{ "mark alone", "\u064E كتب", "arabic كتب" },
		{ "tatweel inside", "محمـــد", "arabic محمـــد" },
		{ "tatweel behind", "محمدـ", "arabic محمدـ" },
		{ "tatweel before", "ـمحمد", "arabic محمد" },
		{ "tatweel alone", "ــ", "" },
		{ "Hijri", "1444هـ و1443 هـ",
		  "uint 1444\narabic هـ\narabic و\nuint 1443\narabic هـ" },
		{ "Hijri with joiner", "1444ه" ZWJ, "uint 1444\narabic ه" },
		{ "anno Domini", "2022م", "uint 2022\narabic م" },
		{ "joiner between letters", "می" ZWNJ "خواهد",
		  "arabic می" ZWNJ "خواهد" },
		{ "bidi mark behind", "قال" RLM " أمس", "arabic قال\narabic أمس" },
		{ "bidi mark before", RLM "قال", "arabic قال" },
		{ "digit behind", "في7", "arabic في\nuint 7" },
		{ "digits behind", "المنتدى27", "arabic المنتدى\nuint 27" },
		{ "digits before", "27المنتدى", "uint 27\narabic المنتدى" },
		{ "Latin behind", "الGCC", "arabic ال\nasciiword GCC" },
		{ "Latin apart", "ال GCC", "arabic ال\nasciiword GCC" },
		{ "presentation forms", "\uFEFB \uFDF2",
		  "arabic \uFEFB\narabic \uFDF2" },
		{ "ligature symbol", "محمد \uFDFA", "arabic محمد\narabic \uFDFA" },
		{ "quotation marks", "«داعش» \"النصرة\" “القاعدة” ’حماس’",
		  "arabic داعش\narabic النصرة\narabic القاعدة\narabic حماس" },
		{ "underscore", "كأس_العالم", "arabic كأس\narabic العالم" },
		{ "apostrophe", "ال'ناتو'", "arabic ال\narabic ناتو" },
		{ "slash", "العربية/دبي", "arabic العربية\narabic دبي" },
		{ "dashes", "فرنسا-ألمانيا – إيطاليا — بريطانيا",
		  "arabic فرنسا\narabic ألمانيا\narabic إيطاليا\narabic بريطانيا" },
		{ "markdown", "## عنوان\n* **مهم** [رابط](https://x.com/a) `رمز`",
		  "arabic عنوان\narabic مهم\narabic رابط\nurl https://x.com/a\n"
		  "arabic رمز" },
		{ "Urdu and Persian letters", "پاکستان گچ",
		  "arabic پاکستان\narabic گچ" },
	};

	(void) state;
	CHECK(cases);
}

static void
clitics(void **state)
{
	static const Case cases[] = {
		{ "before a number", "الـ 30 والـ30",
		  "clitic الـ\nuint 30\nclitic والـ\nuint 30" },
		{ "before Latin", "الـGCC", "clitic الـ\nasciiword GCC" },
		{ "before a quotation", "بـ”الإرهاب“", "clitic بـ\narabic الإرهاب" },
		{ "before another", "لـ\"القدس\" ولـ«العرب» بالـ(واتس)",
		  "clitic لـ\narabic القدس\nclitic ولـ\narabic العرب\nclitic "
		  "بالـ\narabic واتس" },
		{ "before bold", "لـ**القدس**", "clitic لـ\narabic القدس" },
		{ "long tatweel", "بـــ 5", "clitic بـــ\nuint 5" },
		{ "tatweel within", "بـالـ5", "clitic بـالـ\nuint 5" },
		{ "all of them", "وـ فـ بـ كـ لـ للـ وللـ فبالـ وكالـ ولـ",
		  "clitic وـ\nclitic فـ\nclitic بـ\nclitic كـ\nclitic لـ\nclitic للـ\n"
		  "clitic وللـ\nclitic فبالـ\nclitic وكالـ\nclitic ولـ" },
		{ "marks", "بِـ \"", "clitic بِـ" },
		{ "before a stop", "بـ...", "clitic بـ" },
		{ "letter follows", "بـالقدس لـه", "arabic بـالقدس\narabic لـه" },
		{ "no clitics", "هـ مـ سـ ابـ بوـ فوـ الـلـ الوـ",
		  "arabic هـ\narabic مـ\narabic سـ\narabic ابـ\narabic بوـ\narabic "
		  "فوـ\n"
		  "arabic الـلـ\narabic الوـ" },
		{ "no tatweel", "ال 30", "arabic ال\nuint 30" },
	};

	(void) state;
	CHECK(cases);
}

static void
other_words(void **state)
{
	static const Case cases[] = {
		{ "ASCII", "The Next", "asciiword The\nasciiword Next" },
		{ "accents", "Élysée café", "word Élysée\nword café" },
		{ "combining mark", "cafe\u0301", "word cafe\u0301" },
		{ "soft hyphen", "co\u00ADop", "word co\u00ADop" },
		{ "Cyrillic", "Москва", "word Москва" },
		{ "Hebrew", "שלום", "word שלום" },
		{ "CJK", "東京 한국", "word 東京\nword 한국" },
		{ "letters and digits", "G20 covid19 5G 4x4 H5N1 300ER",
		  "numword G20\nnumword covid19\nnumword 5G\nnumword 4x4\n"
		  "numword H5N1\nnumword 300ER" },
		{ "Arabic digits in it", "G٢٠", "numword G٢٠" },
		{ "hyphen", "Covid-19", "asciiword Covid\nuint 19" },
		{ "apostrophe", "l'Iran", "asciiword l\nasciiword Iran" },
		{ "other numbers", "½ km² Ⅳ", "numword ½\nnumword km²\nnumword Ⅳ" },
		{ "keycap", "1\uFE0F\u20E3", "uint 1" },
		{ "emoji", "👍🏽 نعم", "arabic نعم" },
		{ "next to Arabic", "iPhoneالجديد",
		  "asciiword iPhone\narabic الجديد" },
	};

	(void) state;
	CHECK(cases);
}

static void
acronyms(void **state)
{
	static const Case cases[] = {
		{ "agency", "(أ.ف.ب)", "acronym أ.ف.ب" },
		{ "agency at the end", "د.ب.أ.", "acronym د.ب.أ." },
		{ "Latin", "U.N. U.S.A e.g.",
		  "acronym U.N.\nacronym U.S.A\nacronym e.g." },
		{ "spaces", "أ. ف. ب", "arabic أ\narabic ف\narabic ب" },
		{ "title", "د. محمد", "arabic د\narabic محمد" },
		{ "two titles", "أ.د. محمد", "acronym أ.د.\narabic محمد" },
		{ "title glued", "د.محمد", "arabic د\narabic محمد" },
		{ "era", "ق.م", "acronym ق.م" },
		{ "end of sentence", "كتب.ثم", "arabic كتب\narabic ثم" },
		{ "digit", "x.5", "asciiword x\nuint 5" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Numbers ---- */

static void
numbers(void **state)
{
	static const Case cases[] = {
		{ "plain", "2022 ٢٠٢٢ ۲۰۲۲ ٢0۲2",
		  "uint 2022\nuint ٢٠٢٢\nuint ۲۰۲۲\nuint ٢0۲2" },
		{ "thousands", "1,000,000 ١٬٠٠٠٬٠٠٠ 1٬000 15،000",
		  "uint 1,000,000\nuint ١٬٠٠٠٬٠٠٠\nuint 1٬000\nuint 15،000" },
		{ "thousands with stops", "1.900.000 159.669.362",
		  "uint 1.900.000\nuint 159.669.362" },
		{ "thousands and fraction", "1,234.5 ١٬٢٣٤٫٥",
		  "float 1,234.5\nfloat ١٬٢٣٤٫٥" },
		{ "malformed groups", "1,000,00 1234,567",
		  "uint 1,000\nuint 00\nuint 1234\nuint 567" },
		{ "mixed separators", "1,000٬000", "uint 1,000\nuint 000" },
		{ "fraction", "2.49 ٢٫٤٩ ٢.٤٩ 0.5",
		  "float 2.49\nfloat ٢٫٤٩\nfloat ٢.٤٩\nfloat 0.5" },
		{ "decimal comma", "2,5 ٢،٥ 1,2345 0,500",
		  "float 2,5\nfloat ٢،٥\nfloat 1,2345\nfloat 0,500" },
		{ "list", "1,2,3 1،2،3",
		  "uint 1\nuint 2\nuint 3\nuint 1\nuint 2\nuint 3" },
		{ "list of years", "2021،2022", "float 2021،2022" },
		{ "version", "10.15.7 5.1.1 192.168.0.1 192.168.100.200",
		  "version 10.15.7\nversion 5.1.1\nversion 192.168.0.1\nversion "
		  "192.168.100.200" },
		{ "full stop", "عام 20. ثم", "arabic عام\nuint 20\narabic ثم" },
		{ "commas behind", "20, 30، 40", "uint 20\nuint 30\nuint 40" },
		{ "signs", "-5 +7 2022-2024", "uint 5\nuint 7\nuint 2022\nuint 2024" },
		{ "range of thousands", "1,000-2,000", "uint 1,000\nuint 2,000" },
		{ "times", "10:30 23:59:59",
		  "uint 10\nuint 30\nuint 23\nuint 59\nuint 59" },
		{ "currency", "$5 5€ 3.5$", "uint 5\nuint 5\nfloat 3.5" },
		{ "unit glued", "3.5G 20km", "float 3.5\nasciiword G\nnumword 20km" },
	};

	(void) state;
	CHECK(cases);
}

static void
number_text(void **state)
{
	static const char *const cases[][2] = { { "2022", "2022" },
											{ "٢٠٢٢", "2022" },
											{ "1,000,000", "1000000" },
											{ "١٬٠٠٠٬٠٠٠", "1000000" },
											{ "15،000", "15000" },
											{ "1.900.000", "1900000" },
											{ "2.500", "2.500" },
											{ "1,234.5", "1234.5" },
											{ "١٬٢٣٤٫٥", "1234.5" },
											{ "2,5", "2.5" },
											{ "٢،٥", "2.5" },
											{ "0,500", "0.500" },
											{ "46.6%", "46.6" },
											{ "٪ ٤٦", "46" },
											{ "1,000%", "1000" },
											{ "46" RLM " %", "46" },
											{ "%", "" },
											{ "", "" } };
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		size_t len = strlen(cases[i][0]);
		char out[64];
		size_t n = an_number_text(cases[i][0], len, out, sizeof(out));

		assert_int_equal(n, strlen(cases[i][1]));
		assert_memory_equal(out, cases[i][1], n);
		if (n > 0)
			assert_int_equal(an_number_text(cases[i][0], len, out, n - 1), 0);
	}
}

static void
percentages(void **state)
{
	static const Case cases[] = {
		{ "behind", "46.6% 46% ٤٦٪ ٤٦٫٦٪ 5﹪ 5％",
		  "percent 46.6%\npercent 46%\npercent ٤٦٪\npercent ٤٦٫٦٪\npercent "
		  "5﹪\npercent 5％" },
		{ "before", "%46 ٪٤٦ ٪ ٤٦", "percent %46\npercent ٪٤٦\npercent ٪ ٤٦" },
		{ "after a space", "46 % ٤٦ ٪", "percent 46 %\npercent ٤٦ ٪" },
		{ "after a no-break space", "46" NBSP "%", "percent 46" NBSP "%" },
		{ "after two spaces", "46  %", "uint 46" },
		{ "bidi mark", "46" RLM "%", "percent 46" RLM "%" },
		{ "glued to a word", "بنسبة46%من",
		  "arabic بنسبة\npercent 46%\narabic من" },
		{ "one of two", "46% 50%", "percent 46%\npercent 50%" },
		{ "range", "10-15%", "uint 10\npercent 15%" },
		{ "comma", "2,5%", "percent 2,5%" },
		{ "no number", "% ٪ نسبة", "arabic نسبة" },
		{ "version", "%1.2.3", "version 1.2.3" },
	};

	(void) state;
	CHECK(cases);
}

static void
dates(void **state)
{
	static const Case cases[] = {
		{ "day first", "15/10/2022 15-10-2022 15.10.2022",
		  "date 15/10/2022\ndate 15-10-2022\ndate 15.10.2022" },
		{ "year first", "2022/10/15 2022-10-15 2022.10.15",
		  "date 2022/10/15\ndate 2022-10-15\ndate 2022.10.15" },
		{ "Arabic digits", "٢٠٢٢/١٠/١٥ ۱۵/۱۰/۲۰۲۲",
		  "date ٢٠٢٢/١٠/١٥\ndate ۱۵/۱۰/۲۰۲۲" },
		{ "Hijri", "12/10/1436هـ", "date 12/10/1436\narabic هـ" },
		{ "bidi marks", "15" RLM "/10" RLM "/2022",
		  "date 15" RLM "/10" RLM "/2022" },
		{ "short year", "1/2/22", "date 1/2/22" },
		{ "short year, other sign", "1-2-22 1.2.22",
		  "uint 1\nuint 2\nuint 22\nversion 1.2.22" },
		{ "ISO time", "2022-10-15T10:00",
		  "date 2022-10-15\nnumword T10\nuint 00" },
		{ "month too large", "10/15/2022", "uint 10\nuint 15\nuint 2022" },
		{ "day too large", "32/1/2022", "uint 32\nuint 1\nuint 2022" },
		{ "zero", "0/1/2022", "uint 0\nuint 1\nuint 2022" },
		{ "separators differ", "15/10-2022", "uint 15\nuint 10\nuint 2022" },
		{ "two parts", "24/7 7/8", "uint 24\nuint 7\nuint 7\nuint 8" },
		{ "four parts", "1/2/2022/3 3/1/2/2022",
		  "uint 1\nuint 2\nuint 2022\nuint 3\nuint 3\nuint 1\nuint 2\nuint "
		  "2022" },
		{ "long year", "1/2/20222", "uint 1\nuint 2\nuint 20222" },
		{ "at the end", "في 1/2/2022.", "arabic في\ndate 1/2/2022" },
		{ "range", "15/10/2022-20/10/2022",
		  "date 15/10/2022\nuint 20\nuint 10\nuint 2022" },
	};

	(void) state;
	CHECK(cases);
}

static void
months(void **state)
{
	static const Case cases[] = {
		{ "two words", "15 تشرين الأول 2022",
		  "uint 15\nmonth تشرين الأول\nuint 2022" },
		{ "other spelling", "تشرين الاول وكانون الثانى",
		  "month تشرين الاول\nmonth وكانون الثانى" },
		{ "Hijri", "ربيع الأول، جمادى الآخرة، ذو القعدة، ذي الحجة",
		  "month ربيع الأول\nmonth جمادى الآخرة\nmonth ذو القعدة\n"
		  "month ذي الحجة" },
		{ "proclitics", "وتشرين الأول لتشرين الأول وبكانون الثاني",
		  "month وتشرين الأول\nmonth لتشرين الأول\nmonth وبكانون الثاني" },
		{ "line break", "تشرين\nالأول", "month تشرين\nالأول" },
		{ "paragraphs", "تشرين\n\nالأول", "arabic تشرين\narabic الأول" },
		{ "one word", "15 أكتوبر 2022", "uint 15\narabic أكتوبر\nuint 2022" },
		{ "not a month", "تشرين المقبل", "arabic تشرين\narabic المقبل" },
		{ "longer word", "تشرين الأولى", "arabic تشرين\narabic الأولى" },
		{ "slash", "أكتوبر/تشرين الأول", "month أكتوبر/تشرين الأول" },
		{ "slash and spaces", "أيار/ مايو، أيار / مايو",
		  "month أيار/ مايو\nmonth أيار / مايو" },
		{ "slash, two words first", "كانون الثاني/يناير 2022",
		  "month كانون الثاني/يناير\nuint 2022" },
		{ "slash, proclitic", "وأيار/مايو", "month وأيار/مايو" },
		{ "brackets", "أكتوبر (تشرين الأول) الماضي",
		  "month أكتوبر (تشرين الأول)\narabic الماضي" },
		{ "brackets, two words first", "تشرين الأول (أكتوبر)",
		  "month تشرين الأول (أكتوبر)" },
		{ "bracket not closed", "تشرين الأول (أكتوبر الماضي)",
		  "month تشرين الأول\narabic أكتوبر\narabic الماضي" },
		{ "different months", "أكتوبر/تشرين الثاني، مايو/يناير",
		  "arabic أكتوبر\nmonth تشرين الثاني\narabic مايو\narabic يناير" },
		{ "no month behind", "أكتوبر/دبي مايو (أمس)",
		  "arabic أكتوبر\narabic دبي\narabic مايو\narabic أمس" },
		{ "Hijri is not Gregorian", "نوفمبر/ذو القعدة",
		  "arabic نوفمبر\nmonth ذو القعدة" },
		{ "bidi marks", "أكتوبر" RLM "/" RLM "تشرين الأول",
		  "month أكتوبر" RLM "/" RLM "تشرين الأول" },
	};

	(void) state;
	CHECK(cases);
}

/* The names of months are not needed for anything else. */
static void
without_store(void **state)
{
	static const char text[] = "تشرين الأول";
	AnScanner scan;
	AnToken token;

	(void) state;
	an_scan_start(&scan, NULL, text, strlen(text));
	assert_true(an_scan_next(&scan, &token));
	assert_int_equal(token.type, AN_TOKEN_ARABIC);
	assert_int_equal(token.end, strlen("تشرين"));
}

/* ---- Addresses and markup ---- */

static void
addresses(void **state)
{
	static const Case cases[] = {
		{ "URL", "https://www.x.com/a?b=c#d http://x",
		  "url https://www.x.com/a?b=c#d\nurl http://x" },
		{ "upper case", "HTTP://X.COM", "url HTTP://X.COM" },
		{ "end of sentence", "(http://x.com/a). http://x.com/b، ثم",
		  "url http://x.com/a\nurl http://x.com/b\narabic ثم" },
		{ "brackets in it", "http://x.com/a_(b)", "url http://x.com/a_(b)" },
		{ "quotation", "\"http://x.com/a\" «http://x.com/b»",
		  "url http://x.com/a\nurl http://x.com/b" },
		{ "Arabic path", "https://x.com/أخبار/%D8%A3-1",
		  "url https://x.com/أخبار/%D8%A3-1" },
		{ "word glued", "https://t.co/Ab1وقال",
		  "url https://t.co/Ab1\narabic وقال" },
		{ "no protocol", "example.com/path x.org:8080/a",
		  "url example.com/path\nurl x.org:8080/a" },
		{ "host", "www.moh.gov.sa example.com x.org:8080",
		  "host www.moh.gov.sa\nhost example.com\nhost x.org:8080" },
		{ "host, end of sentence", "موقع aljazeera.net.",
		  "arabic موقع\nhost aljazeera.net" },
		{ "unknown domain", "end.Next file.txt www.x.zzzz",
		  "asciiword end\nasciiword Next\nasciiword file\nasciiword txt\nhost "
		  "www.x.zzzz" },
		{ "host after dots", "more...www.x.com",
		  "asciiword more\nhost www.x.com" },
		{ "digit first", "24.ae 1xbet.com", "host 24.ae\nhost 1xbet.com" },
		{ "mail", "a.b-c+d@mail.x.com. 5a@x.org",
		  "email a.b-c+d@mail.x.com\nemail 5a@x.org" },
		{ "mail, Arabic before", "بريدname@x.com",
		  "arabic بريد\nemail name@x.com" },
		{ "no mail", "a@b", "asciiword a\nasciiword b" },
		{ "only protocol", "http:// و", "asciiword http\narabic و" },
	};

	(void) state;
	CHECK(cases);
}

static void
social(void **state)
{
	static const Case cases[] = {
		{ "hashtag", "#كأس_العالم_2022 و#قطر",
		  "hashtag #كأس_العالم_2022\narabic و\nhashtag #قطر" },
		{ "Latin", "#Qatar2022!", "hashtag #Qatar2022" },
		{ "marks", "#ثمانٍ_وأربعون", "hashtag #ثمانٍ_وأربعون" },
		{ "bidi mark behind", "#قطر" RLM " ", "hashtag #قطر" },
		{ "number", "#1 # ##", "uint 1" },
		{ "two", "#a#b", "hashtag #a\nhashtag #b" },
		{ "mention", "@user_1: عبر@AJArabic",
		  "mention @user_1\narabic عبر\nmention @AJArabic" },
		{ "Arabic mention", "@محمد", "arabic محمد" },
		{ "alone", "@ @@", "" },
	};

	(void) state;
	CHECK(cases);
}

static void
markup(void **state)
{
	static const Case cases[] = {
		{ "tags", "<p>قال<br/>أمس</p>",
		  "tag <p>\narabic قال\ntag <br/>\narabic أمس\ntag </p>" },
		{ "attributes", "<a href=\"http://x.com/?a>b\" title='<'>نص</a>",
		  "tag <a href=\"http://x.com/?a>b\" title='<'>\narabic نص\ntag "
		  "</a>" },
		{ "quotation not closed", "<a href=\"x>نص</a>",
		  "tag <a href=\"x>\narabic نص\ntag </a>" },
		{ "comment", "a<!-- <b> كتب -->b",
		  "asciiword a\ntag <!-- <b> كتب -->\nasciiword b" },
		{ "comment not closed", "<!-- كتب <b>", "arabic كتب\ntag <b>" },
		{ "declarations",
		  "<!DOCTYPE html><?xml version=\"1.0\"?><![CDATA[x]]>",
		  "tag <!DOCTYPE html>\ntag <?xml version=\"1.0\"?>\ntag "
		  "<![CDATA[x]]>" },
		{ "script", "<script type=\"a\">if (a<b) f('</p>');</SCRIPT >نص",
		  "tag <script type=\"a\">if (a<b) f('</p>');</SCRIPT >\narabic نص" },
		{ "style", "<style>p {color: #fff}</style>x",
		  "tag <style>p {color: #fff}</style>\nasciiword x" },
		{ "script not closed", "<script>نص", "tag <script>\narabic نص" },
		{ "other element", "<scripts>نص</scripts>",
		  "tag <scripts>\narabic نص\ntag </scripts>" },
		{ "less than", "5 < 6 <3 << a<b c<d>",
		  "uint 5\nuint 6\nuint 3\nasciiword a\nasciiword b\nasciiword c\ntag "
		  "<d>" },
		{ "entities", "&quot;قال&nbsp;&#8221; &#x1F;",
		  "entity &quot;\narabic قال\nentity &nbsp;\nentity &#8221;\nentity "
		  "&#x1F;" },
		{ "no entities", "& &; &#; &#xg; &#12 AT&T",
		  "hashtag #xg\nuint 12\nasciiword AT\nasciiword T" },
	};

	(void) state;
	CHECK(cases);
}

static void
blanks(void **state)
{
	Out out;

	(void) state;
	tokens_of("a, \"b\" \t\n–— c", strlen("a, \"b\" \t\n–— c"), true, &out);
	assert_string_equal(out.str, "asciiword a\nblank , \"\nasciiword b\n"
								 "blank \" \t\n–— \nasciiword c");
	tokens_of("", 0, true, &out);
	assert_string_equal(out.str, "");
	tokens_of("\0a\0", 3, false, &out);
	assert_string_equal(out.str, "asciiword a");
	tokens_of("a\xFF\xD8 \xE2\x80", 6, true, &out);
	assert_string_equal(out.str, "asciiword a\nblank \xFF\xD8 \xE2\x80");
	tokens_of("%1.2.3 &&", 9, true, &out);
	assert_string_equal(out.str, "blank %\nversion 1.2.3\nblank  &&");
}

/* ---- Tables ---- */

static void
classes(void **state)
{
	uint32_t cp;

	(void) state;
	for (cp = 0; cp < 0x700; cp++)
	{
		char s[4];
		int n = an_utf8_encode(cp, s);
		int len;
		int cls = an_scan_class(s, s + n, &len);

		assert_int_equal(len, n);
		if (cls == AN_SCAN_SPECIAL)
		{
			assert_non_null(strchr("<&#@%", (int) cp));
			cls = AN_CLASS_OTHER;
		}
		if (cls != (int) an_class(cp))
			print_error("U+%04X\n", (unsigned) cp);
		assert_int_equal(cls, an_class(cp));
	}
}

static void
names(void **state)
{
	int type;
	int named = 0;

	(void) state;
	for (type = -1; type < 40; type++)
	{
		const char *name = an_token_name(type);

		assert_int_equal(name == NULL, an_token_description(type) == NULL);
		if (name == NULL)
			continue;
		assert_true(strlen(name) > 0);
		assert_true(strlen(an_token_description(type)) > 0);
		named++;
	}
	assert_int_equal(named, 20);
	assert_string_equal(an_token_name(AN_TOKEN_ARABIC), "arabic");
	assert_string_equal(an_token_name(AN_TOKEN_INTEGER), "uint");
}

/* ---- Long inputs ---- */

/*
 * A piece repeated to that size: every byte in one token, none too long, no
 * character split, in a time that a quadratic algorithm would not meet by far.
 */
static void
long_input(const char *prefix, const char *piece, size_t size)
{
	size_t plen = strlen(prefix);
	size_t n = strlen(piece);
	size_t len = plen;
	char *text = test_malloc(size + plen + n);
	clock_t start;
	double seconds;
	AnScanner scan;
	AnToken token;
	size_t at = 0;

	memcpy(text, prefix, plen);
	for (; len < size; len += n)
		memcpy(text + len, piece, n);

	start = clock();
	an_scan_start(&scan, an_store(), text, len);
	while (an_scan_next(&scan, &token))
	{
		assert_true(token.start == at && token.end > at);
		assert_true(token.end - token.start < AN_TOKEN_MAX);
		assert_true(token.end == len || (text[token.end] & 0xC0) != 0x80);
		at = token.end;
	}
	seconds = (double) (clock() - start) / CLOCKS_PER_SEC;
	assert_int_equal(at, len);
	if (seconds > 2)
		print_error("%s%s...: %.3f s\n", prefix, piece, seconds);
	assert_true(seconds <= 2);
	test_free(text);
}

static void
long_inputs(void **state)
{
	static const char *const pieces[] = { "ا",
										  "a",
										  "é",
										  "漢",
										  "1",
										  "١",
										  "½",
										  "ـ",
										  "\u064E",
										  ZWJ,
										  "ا\u200D",
										  " ",
										  "،",
										  "<",
										  "<a ",
										  "<a \"",
										  "<a =\"",
										  "<a =\">",
										  "<a ='\"<a =\"'",
										  "<!--",
										  "<!-- --",
										  "<script>",
										  "<style>",
										  "</",
										  "<a>",
										  "<a>x",
										  "&",
										  "&a",
										  "&#1",
										  "#",
										  "#_",
										  "#1",
										  "#a",
										  "#ا",
										  "@",
										  "@a",
										  "%",
										  "%1",
										  "٪١",
										  "%1.1.1.",
										  "1.",
										  "1,",
										  "1,000,",
										  "1/",
										  "1/1/",
										  "1-1-2022-",
										  "1 ",
										  "أ.",
										  "أ",
										  "a.",
										  "ab.",
										  "a-",
										  "a_",
										  "a.-",
										  "a@",
										  "a.a@",
										  "a@a.",
										  "com.",
										  "http://",
										  "http://a ",
										  "http://a,",
										  "a.com",
										  "a.com/",
										  "a.com?,",
										  "a.com:1",
										  "www.",
										  "ا/",
										  "ا (",
										  "مايو/",
										  "مايو (",
										  "مايو/أيار",
										  "تشرين ",
										  "تشرين الأول",
										  "تشرين الأول (",
										  "بـ",
										  "بـ ",
										  "a1",
										  "\xFF",
										  "\xD8",
										  "()",
										  "\"'",
										  "😀" };
	static const char *const prefixes[] = { "",        "ا",       "a",
											"1",       "#",       "<",
											"<a ",     "<a b=\"", "<script>",
											"http://", "a@",      "%" };
	size_t i;
	size_t j;

	(void) state;
	for (i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
		for (j = 0; j < sizeof(prefixes) / sizeof(prefixes[0]); j++)
			long_input(prefixes[j], pieces[i], j == 0 ? 1 << 20 : 1 << 17);
}

/* A tag and a URL stay what they are however many tokens they take. */
static void
long_tokens(void **state)
{
	static const struct
	{
		const char *head;
		const char *piece;
		const char *tail;
		AnTokenType type;
	} cases[] = {
		{ "<a title='", "خبر ", "'>", AN_TOKEN_TAG },
		{ "<!-- ", "خبر <b> ", "-->", AN_TOKEN_TAG },
		{ "<script>", "خبر <b> ", "</script>", AN_TOKEN_TAG },
		{ "https://x.com/", "أخبار-", "a", AN_TOKEN_URL },
	};
	char text[20064];
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		size_t len = (size_t) sprintf(text, "%s", cases[i].head);
		AnScanner scan;
		AnToken token;

		while (len < 20000)
			len += (size_t) sprintf(text + len, "%s", cases[i].piece);
		len += (size_t) sprintf(text + len, "%s", cases[i].tail);
		an_scan_start(&scan, NULL, text, len);
		while (an_scan_next(&scan, &token))
		{
			assert_int_equal(token.type, cases[i].type);
			assert_true(token.end - token.start < AN_TOKEN_MAX);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arabic_words), cmocka_unit_test(clitics),
		cmocka_unit_test(other_words),  cmocka_unit_test(acronyms),
		cmocka_unit_test(numbers),      cmocka_unit_test(number_text),
		cmocka_unit_test(percentages),  cmocka_unit_test(dates),
		cmocka_unit_test(months),       cmocka_unit_test(without_store),
		cmocka_unit_test(addresses),    cmocka_unit_test(social),
		cmocka_unit_test(markup),       cmocka_unit_test(blanks),
		cmocka_unit_test(classes),      cmocka_unit_test(names),
		cmocka_unit_test(long_inputs),  cmocka_unit_test(long_tokens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
