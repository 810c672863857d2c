/*-------------------------------------------------------------------------
 *
 * quotes_test.c
 *	  Direct speech: what is one, where it begins and ends, who speaks.
 *
 * The sentences are invented.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entity/entity.h"
#include "block_env.h"

typedef struct Case
{
	const char *text;
	const char *expected; /* speaker|cue|quotation, one a line */
} Case;

/* ---- What is found, as a case writes it ---- */

static void
check(const Case *c)
{
	TestEnv env;
	AnQuotes found;
	char got[4096] = "";
	size_t used = 0;
	size_t i;

	open_env(&env);
	assert_int_equal(
		an_quotes(&env.env, an_store(), c->text, strlen(c->text), &found),
		AN_OK);
	for (i = 0; i < found.count; i++)
	{
		const AnQuote *q = &found.items[i];

		used += (size_t) snprintf(
			got + used, sizeof(got) - used, "%s%s|%s|%.*s",
			used > 0 ? "\n" : "", q->speaker ? q->speaker : "",
			q->cue ? q->cue : "", (int) (q->end - q->start),
			c->text + q->start);
		assert_true(used < sizeof(got));
	}
	if (strcmp(got, c->expected) != 0)
		fail_msg("%s\nexpected:\n%s\ngot:\n%s", c->text, c->expected, got);
	close_env(&env);
}

#define CHECK(cases)                                              \
	do                                                            \
	{                                                             \
		size_t n_;                                                \
		for (n_ = 0; n_ < sizeof(cases) / sizeof(cases[0]); n_++) \
			check(&(cases)[n_]);                                  \
	} while (0)

/* ---- Marks of all kinds, and which belong together ---- */

static void
test_marks(void **state)
{
	static const Case cases[] = {
		{ "قالت سارة خالد: «المطر قادم».", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: »المطر قادم«.", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: “المطر قادم”.", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: ”المطر قادم“.", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: \"المطر قادم\".", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: 'المطر قادم'.", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: \" المطر قادم \".", "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد:\"المطر قادم\"وغادرت.", "سارة خالد|قال|المطر قادم" },
		{ "<p>قالت سارة خالد: &quot;المطر <b>قادم</b>&quot;</p>",
		  "سارة خالد|قال|المطر <b>قادم</b>" },
		{ "قالت سارة خالد: &#8220;المطر قادم&#x201D;",
		  "سارة خالد|قال|المطر قادم" },
		{ "قالت سارة خالد: «قال لي أبي: \"اصبري يا ابنتي\"، فصبرت».",
		  "سارة خالد|قال|قال لي أبي: \"اصبري يا ابنتي\"، فصبرت" },
		{ "قالت سارة خالد: «قال لي أبي «اصبري» فصبرت».",
		  "سارة خالد|قال|قال لي أبي «اصبري» فصبرت" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Over paragraphs, and marks that are missing ---- */

static void
test_paragraphs(void **state)
{
	static const Case cases[] = {
		{ "قالت سارة خالد: «المطر قادم.\n\nوالأرض عطشى».",
		  "سارة خالد|قال|المطر قادم.\n\nوالأرض عطشى" },
		{ "قالت سارة خالد: \"المطر قادم.\n\n\"والأرض عطشى\".",
		  "سارة خالد|قال|المطر قادم.\n\n\"والأرض عطشى" },
		{ "قالت سارة خالد: \"المطر قادم.\nوأضافت: \"الأرض عطشى\".",
		  "سارة خالد|أضاف|الأرض عطشى" },
		{ "قالت سارة خالد: «المطر قادم", "" },
		{ "قالت سارة خالد: المطر قادم».", "" },
		{ "قالت سارة خالد: «».", "" },
		{ "\"\"\"«»\"«", "" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- A colon, أن, nothing, behind the mark ---- */

static void
test_joints(void **state)
{
	static const Case cases[] = {
		{ "أكد عمر خالد أن «المحصول جيد هذا العام».",
		  "عمر خالد|أكد|المحصول جيد هذا العام" },
		{ "وقال عمر خالد إن القرية «تحتاج إلى مدرسة جديدة قبل الشتاء».",
		  "عمر خالد|قال|تحتاج إلى مدرسة جديدة قبل الشتاء" },
		{ "وأضاف عمر خالد «نعمل من أجل الأطفال قبل كل شيء».",
		  "عمر خالد|أضاف|نعمل من أجل الأطفال قبل كل شيء" },
		{ "«نعمل من أجل الأطفال قبل كل شيء»، يقول عمر خالد.",
		  "عمر خالد|قال|نعمل من أجل الأطفال قبل كل شيء" },
		{ "\"نعمل من أجل الأطفال\"، بحسب عمر خالد.",
		  "عمر خالد|بحسب|نعمل من أجل الأطفال" },
		{ "نعمل من أجل الأطفال\" قال عمر خالد.", "" },
		{ "عمر خالد: «نعمل من أجل الأطفال»", "عمر خالد||نعمل من أجل الأطفال" },
		{ "زار عمر خالد القرية مخاطبا أهلها بالقول: «نعمل من أجلكم».",
		  "عمر خالد|قال|نعمل من أجلكم" },
		{ "نقلت الصحيفة عن عمر خالد قوله: «نعمل من أجلكم».",
		  "عمر خالد|قال|نعمل من أجلكم" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Names, titles, scare quotes ---- */

static void
test_none(void **state)
{
	static const Case cases[] = {
		{ "شاهد عمر خالد فيلم «الطريق إلى البحر البعيد جدا».", "" },
		{ "ألقى عمر خالد محاضرة بعنوان: «كيف نزرع الصحراء في عشر سنوات».",
		  "" },
		{ "أعلن عمر خالد أن «نجم الشرق» ستفتتح فرعا.", "" },
		{ "وصف عمر خالد القرار بـ«المفاجئ».", "" },
		{ "انتقد عمر خالد ما سماه «حرب الشوارع» في المدينة.", "" },
		{ "قال عمر خالد إن صحيفة «صوت الوادي» ستصدر غدا.", "" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Through pronouns and the sentences before ---- */

static void
test_pronouns(void **state)
{
	static const Case cases[] = {
		{ "قال عمر خالد إن العمل بدأ. وأضاف: «سننتهي قريبا».",
		  "عمر خالد|أضاف|سننتهي قريبا" },
		{ "التقى عمر خالد سكان القرية وقال: «سننتهي قريبا».",
		  "عمر خالد|قال|سننتهي قريبا" },
		{ "قالت سارة خالد إن العمل بدأ، مضيفة: «سننتهي قريبا».",
		  "سارة خالد|أضاف|سننتهي قريبا" },
		{ "قالت سارة خالد إن عمر علي وصل. وأضافت: «سننتهي قريبا».",
		  "سارة خالد|أضاف|سننتهي قريبا" },
		{ "قال عمر خالد: «بدأ العمل». «سننتهي منه قبل نهاية الصيف».",
		  "عمر خالد|قال|بدأ العمل\nعمر خالد||سننتهي منه قبل نهاية الصيف" },
		{ "قال مصدر أمني: «وصل الوفد». وأضاف: «وغادر الوفد».",
		  "|قال|وصل الوفد\n|أضاف|وغادر الوفد" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Through titles, synonyms of roles, heads of bodies ---- */

static void
test_roles(void **state)
{
	static const Case cases[] = {
		{ "وصل رئيس الوزراء الروسي ميخائيل ميشوستين. وأشار رئيس الحكومة "
		  "الروسية إلى أن «التعاون يتوسع كل عام».",
		  "ميخائيل ميشوستين|أشار|التعاون يتوسع كل عام" },
		{ "وصل وزير الخارجية الأردني أيمن الصفدي والتقى وزير الخارجية المصري "
		  "سامح شكري. وقال الوزير الأردني: «نعمل معا».",
		  "أيمن الصفدي|قال|نعمل معا" },
		{ "وصلت مديرة المدرسة سارة خالد. وقالت المديرة: «نعمل معا».",
		  "سارة خالد|قال|نعمل معا" },
		{ "زار العميد عمر خالد رئيس هيئة الموانئ المدينة. ونوه رئيس هيئة "
		  "الموانئ بأن «العمل يجري بسرعة».",
		  "عمر خالد|نوه|العمل يجري بسرعة" },
		{ "أعلنت وزارة الصحة الأردنية خطة جديدة. وقالت الوزارة في بيان: «نعمل "
		  "معا».",
		  "وزارة الصحة الأردنية|قال|نعمل معا" },
		{ "وصل رئيس الوزراء الروسي ميخائيل ميشوستين. وقال رئيس الوزراء "
		  "المصري: «نعمل معا».",
		  "|قال|نعمل معا" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- What the environment asks for ---- */

static void
test_cancel(void **state)
{
	static const char sentence[] = "قال عمر خالد: «نعمل معا». ";
	size_t n = 5000;
	char *text = malloc(n * (sizeof(sentence) - 1));
	TestEnv env;
	AnQuotes found;
	size_t i;

	(void) state;
	assert_non_null(text);
	for (i = 0; i < n; i++)
		memcpy(text + i * (sizeof(sentence) - 1), sentence,
			   sizeof(sentence) - 1);
	open_env(&env);
	assert_int_equal(an_quotes(&env.env, an_store(), text,
							   n * (sizeof(sentence) - 1), &found),
					 AN_OK);
	assert_int_equal(found.count, n);
	env.cancel = true;
	assert_int_equal(an_quotes(&env.env, an_store(), text,
							   n * (sizeof(sentence) - 1), &found),
					 AN_CANCELLED);
	close_env(&env);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),    cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_joints),   cmocka_unit_test(test_none),
		cmocka_unit_test(test_pronouns), cmocka_unit_test(test_roles),
		cmocka_unit_test(test_cancel),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
