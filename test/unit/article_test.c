/*
 * article_test.c
 *	  The parts of an article, what the markup says of them, and fingerprints.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entity/article.h"
#include "entity/dates.h"

#define MEMORY ((size_t) 1 << 24)
#include "arena_env.h"

/* ---- A core's environment ---- */

static int
set_up(void **state)
{
	TestEnv *env = calloc(1, sizeof(TestEnv));

	assert_non_null(env);
	env->env.alloc = test_alloc;
	env->env.poll = test_poll;
	env->memory = malloc(MEMORY);
	assert_non_null(env->memory);
	*state = env;
	return 0;
}

static int
tear_down(void **state)
{
	free(((TestEnv *) *state)->memory);
	free(*state);
	return 0;
}

static void
assert_part(AnText part, const char *expected)
{
	if (part.len != strlen(expected) ||
		(part.len > 0 && memcmp(part.str, expected, part.len) != 0))
		fail_msg("\"%.*s\" is not \"%s\"", (int) part.len,
				 part.len > 0 ? part.str : "", expected);
}

static AnArticle
article_of(void **state, const char *text)
{
	AnArticle out;

	assert_int_equal(an_article(*state, an_store(), text, strlen(text), &out),
					 AN_OK);
	return out;
}

#define TITLE "افتتاح مكتبة عامة جديدة في مدينة طنجة"
#define TEXT                                                                                                               \
	"افتتحت في مدينة طنجة مكتبة عامة جديدة تضم خمسين ألف كتاب وقاعات " \
	"للمطالعة، وحضر الافتتاح كتاب وناشرون من بلدان عربية عدة."

/* ---- Plain text ---- */

static void
test_plain(void **state)
{
	/* what has nothing around it stays as it is, to the last blank */
	assert_part(article_of(state, TEXT "\n \n").body, TEXT "\n \n");
	assert_part(article_of(state, "").body, "");
	assert_part(article_of(state, "\n\n").body, "\n\n");
	assert_part(article_of(state, "plain text").body, "plain text");
	assert_part(article_of(state, TITLE "\n\n" TEXT).title, TITLE);
	assert_part(article_of(state, TITLE "\r\n" TEXT "\r\n").body, TEXT);
}

/* Lines that are furniture, and what each says. */
static void
test_lines(void **state)
{
	static const struct
	{
		const char *line;
		const char *author;
		const char *source;
		const char *image;
	} cases[] = {
		{ "كتب: سمير العلي", "سمير العلي", "", "" },
		{ "بقلم/ سمير العلي", "سمير العلي", "", "" },
		{ "المصدر: وكالات", "", "وكالات", "" },
		{ "الصورة: «الأفق»", "", "", "الأفق" },
		{ "تصوير: نور حداد | المصدر: تاس", "", "تاس", "نور حداد" },
		{ "عدد المشاهدات: 7", "", "", "" },
		{ "1,204 مشاهدة", "", "", "" },
		{ "Ar En Fr", "", "", "" },
		{ "شارك: فيسبوك تويتر", "", "", "" },
		{ "اقرأ أيضا: معرض للكتاب في فاس", "", "", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char text[2048];
		AnArticle a;

		snprintf(text, sizeof(text), "%s\n\n%s\n\n%s", TITLE, cases[i].line,
				 TEXT);
		a = article_of(state, text);
		assert_part(a.title, TITLE);
		assert_part(a.body, TEXT);
		assert_part(a.author, cases[i].author);
		assert_part(a.source, cases[i].source);
		assert_part(a.image_credit, cases[i].image);
	}
}

/* Lines that begin as furniture does, and are text. */
static void
test_text_lines(void **state)
{
	static const char *const lines[] = {
		"كتب الشاعر قصيدته الأولى وهو في السجن",
		"تقرير: ثلاثة ملايين طفل بلا مدارس",
		"المزيد من القتلى تحت الأنقاض",
		"مصدر: المفاوضات تستأنف غدا",
		"شارك مئات المتطوعين في الحملة",
		"القاهرة",
	};
	size_t i;

	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
	{
		char text[2048];

		snprintf(text, sizeof(text), "%s\n%s\n%s", TEXT, lines[i], TEXT);
		assert_part(article_of(state, text).body, text);
	}
}

static void
test_dateline(void **state)
{
	static const struct
	{
		const char *dateline;
		const char *source;
		const char *publisher;
	} cases[] = {
		{ "القاهرة - رويترز: ", "رويترز", "" },
		{ "القاهرة (رويترز) - ", "رويترز", "" },
		{ "واشنطن – (أ ف ب) – ", "أ ف ب", "" },
		{ "أبوظبي في 5 يناير / وام / ", "وام", "" },
		{ "خميس مشيط - واس: ", "واس", "" },
		{ "الرياض 05 جمادى الآخرة 1444 هـ الموافق 29 ديسمبر 2022 م واس ",
		  "واس", "" },
		{ "غزة – «القدس العربي»: ", "", "القدس العربي" },
		{ "بيروت - وكالات - ", "وكالات", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char text[2048];
		AnArticle a;

		snprintf(text, sizeof(text), "%s%s", cases[i].dateline, TEXT);
		a = article_of(state, text);
		assert_part(a.body, TEXT);
		assert_part(a.source, cases[i].source);
		assert_part(a.publisher, cases[i].publisher);
	}

	/* a city alone is no agency's line, and a quotation keeps its mark */
	assert_part(article_of(state, "الرياض: " TEXT).body, "الرياض: " TEXT);
	assert_part(article_of(state, "القاهرة - رويترز: «" TEXT).body, "«" TEXT);
}

static void
test_published(void **state)
{
	static const struct
	{
		const char *line;
		int year; /* 0: none */
		int month;
		int day;
	} cases[] = {
		{ "نشر في: 12:05 - 3/4/2019", 2019, 4, 3 },
		{ "الأربعاء 5 يناير 2022 - 10:15 بتوقيت غرينتش", 2022, 1, 5 },
		{ "17/5/2024|آخر تحديث: 18/5/2024", 2024, 5, 17 },
		{ "آخر تحديث: 18/5/2024|تاريخ النشر: 17/5/2024", 2024, 5, 17 },
		{ "27 رمضان 1445 هـ - 6 إبريل 2024 م", 2024, 4, 6 },
		{ "آخر تحديث: الأحد 07 جويلية 2019", 2019, 7, 7 },
		{ "تاريخ النشر: 31/2/2020", 0, 0, 0 },
		{ "منذ 3 ساعات", 0, 0, 0 },
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char text[2048];
		int32_t day;
		AnArticle a;

		snprintf(text, sizeof(text), "%s\n%s\n\n%s", TITLE, cases[i].line,
				 TEXT);
		a = article_of(state, text);
		assert_part(a.body, TEXT);
		assert_int_equal(a.has_published, cases[i].year != 0);
		if (cases[i].year != 0)
		{
			assert_true(an_date_to_day(cases[i].year, cases[i].month,
									   cases[i].day, &day));
			assert_int_equal(a.published, day);
		}
	}
}

/* ---- HTML ---- */

static void
test_references(void **state)
{
	static const struct
	{
		const char *reference;
		uint32_t cp; /* 0: unknown */
	} cases[] = {
		{ "&amp;", '&' },
		{ "&nbsp;", 0xA0 },
		{ "&laquo;", 0xAB },
		{ "&rlm;", 0x200F },
		{ "&thinsp;", 0x2009 },
		{ "&#1548;", 0x60C },
		{ "&#x60c;", 0x60C },
		{ "&#X60C;", 0x60C },
		{ "&#150;", 0x2013 },
		{ "&#0;", AN_REPLACEMENT },
		{ "&#xD800;", AN_REPLACEMENT },
		{ "&#99999999999;", AN_REPLACEMENT },
		{ "&bogus;", 0 },
		{ "&Amp;", 0 },
	};
	size_t i;

	(void) state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		uint32_t cp = 0;

		assert_int_equal(an_html_reference(cases[i].reference,
										   strlen(cases[i].reference), &cp),
						 cases[i].cp != 0);
		assert_int_equal(cp, cases[i].cp);
	}
}

static void
test_attributes(void **state)
{
	static const char text[] = "<Meta name=a CONTENT = 'b \"c' x y=\"\"/>";
	AnHtmlAttribute a;
	AnHtmlTag tag;

	(void) state;
	assert_true(an_html_tag(text, sizeof(text) - 1, &tag));
	assert_string_equal(tag.name, "meta");
	assert_false(tag.closing);
	assert_true(an_html_next_attribute(&tag, &a));
	assert_true(an_html_is(a.name, a.name_len, "name"));
	assert_true(an_html_is(a.value, a.value_len, "a"));
	assert_true(an_html_next_attribute(&tag, &a));
	assert_true(an_html_is(a.name, a.name_len, "content"));
	assert_true(an_html_is(a.value, a.value_len, "b \"c"));
	assert_true(an_html_next_attribute(&tag, &a));
	assert_int_equal(a.value_len, 0);
	assert_true(an_html_next_attribute(&tag, &a));
	assert_int_equal(a.value_len, 0);
	assert_false(an_html_next_attribute(&tag, &a));
	assert_false(an_html_tag("<!-- p -->", 10, &tag));
}

static void
test_html(void **state)
{
	AnArticle a = article_of(
		state, "<p>أ&amp;ب</p><style>p{}</style>\n<p>ت  \n ث<br>ج<b>ح</b>"
			   "</p><nav>خ</nav>");

	assert_part(a.body, "أ&ب\nت ث\nجح");

	/* where an element is never closed, nothing is lost */
	assert_part(article_of(state, "<nav><p>كل شيء</p>").body, "كل شيء");

	/* no tag of HTML, no HTML */
	assert_part(article_of(state, "أ < ب &amp; <ج>").body, "أ < ب &amp; <ج>");
}

static void
test_json(void **state)
{
	AnPage page = { .env = *state };
	static const char json[] =
		"{\"image\":{\"name\":\"x\"},\"headline\":\"\\u0623\\n\\\"b\\\"\","
		"\"author\":[{\"@type\":\"Person\",\"name\":\"c\"},{\"name\":\"d\"}],"
		"\"publisher\":{\"logo\":{\"name\":\"e\"},\"name\":\"f\"},"
		"\"datePublished\":\"2020-02-30\",\"x\":{\"datePublished\":"
		"\"2020-02-29T10:00\"}}";
	int32_t day;
	size_t i;

	an_page_json(&page, json, sizeof(json) - 1);
	assert_part(page.title, "أ \"b\"");
	assert_part(page.author, "c");
	assert_part(page.publisher, "f");
	assert_true(an_date_to_day(2020, 2, 29, &day));
	assert_true(page.has_published);
	assert_int_equal(page.published, day);

	/* cut anywhere */
	for (i = 0; i < sizeof(json); i++)
	{
		AnPage part = { .env = *state };

		an_page_json(&part, json, i);
	}
}

/* ---- Fingerprints ---- */

static int
distance(void **state, const char *a, const char *b)
{
	uint64_t x;
	uint64_t y;
	bool empty;

	assert_int_equal(an_simhash(*state, an_store(), a, strlen(a), &x, &empty),
					 AN_OK);
	assert_false(empty);
	assert_int_equal(an_simhash(*state, an_store(), b, strlen(b), &y, &empty),
					 AN_OK);
	assert_false(empty);
	return __builtin_popcountll(x ^ y);
}

#define STORY                                                                                                                   \
	TEXT " وقال مدير المكتبة إن القراءة حق للجميع. وتستقبل المكتبة الزوار " \
		 "يوميا "                                                                                                          \
		 "من الصباح إلى المساء."

static void
test_simhash(void **state)
{
	uint64_t bits;
	bool empty;

	/* marks, markup and stop words do not count */
	assert_int_equal(distance(state, TEXT, "<p>" TEXT "</p>"), 0);
	assert_int_equal(distance(state, "افتُتحت المكتبةُ", "افتتحت، في المكتبة!"),
					 0);
	assert_in_range(distance(state, TITLE, "ارتفاع أسعار النفط في الأسواق"),
					15, 64);

	/* what sites put around a story does not count either */
	assert_int_equal(distance(state, STORY,
							  "صحيفة المساء – طنجة " STORY
							  " وسوم مكتبات طنجة ثقافة"),
					 0);
	assert_int_equal(distance(state, STORY,
							  "وكالة الأنباء - طنجة: " STORY
							  " // انتهى // 16:41 ت م"),
					 0);
	/* but a sentence does, and a short text has nothing around it */
	assert_in_range(
		distance(state, STORY, STORY " وتباع التذاكر عند أبواب المسرح."), 1,
		64);
	assert_in_range(
		distance(state, "طنجة: افتتاح مكتبة. صور وأخبار", "افتتاح مكتبة."), 1,
		64);
	assert_int_equal(an_simhash(*state, an_store(), "", 0, &bits, &empty),
					 AN_OK);
	assert_true(empty);
	assert_int_equal(an_simhash(*state, an_store(), " - ", 3, &bits, &empty),
					 AN_OK);
	assert_true(empty);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_plain, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_text_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_dateline, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_published, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_references, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_attributes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_html, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_simhash, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("article", tests, NULL, NULL);
}
