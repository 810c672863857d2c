/*-------------------------------------------------------------------------
 *
 * names_test.c
 *	  People, places, organizations, nationalities, events and works: what is
 *	  read in a text.
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

#include "entity/names.h"
#include "block_env.h"

typedef struct Case
{
	const char *text;
	const char *expected; /* type|mention|name|code|role, one a line */
} Case;

/* ---- What is found, as a case writes it ---- */

static bool
is_name(AnEntityType type)
{
	return type == AN_PERSON || type == AN_ORGANIZATION ||
		   type == AN_LOCATION || type == AN_NATIONALITY || type == AN_EVENT ||
		   type == AN_MISC;
}

static void
check(const Case *c)
{
	TestEnv env;
	AnEntities found;
	char got[4096] = "";
	size_t used = 0;
	size_t i;

	open_env(&env);
	assert_int_equal(an_entities(&env.env, an_store(), c->text,
								 strlen(c->text), NULL, &found),
					 AN_OK);
	for (i = 0; i < found.count; i++)
	{
		const AnEntity *e = &found.items[i];

		if (!is_name(e->type))
			continue;
		used += (size_t) snprintf(
			got + used, sizeof(got) - used, "%s%s|%.*s|%s|%s|%.*s",
			used > 0 ? "\n" : "", an_entity_type_name(e->type),
			(int) (e->end - e->start), c->text + e->start, e->name,
			e->country_code, (int) (e->role_end - e->role_start),
			c->text + e->role_start);
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

/* ---- Places ---- */

static void
test_countries(void **state)
{
	static const Case cases[] = {
		{ "وصل الوفد إلى قيرغيزستان.", "location|قيرغيزستان|قرغيزستان|KG|" },
		{ "سافر من روسيا إلى منغوليا ثم ليبيا.",
		  "location|روسيا|روسيا|RU|\nlocation|منغوليا|منغوليا|MN|\n"
		  "location|ليبيا|ليبيا|LY|" },
		{ "صادرات للصين وبمصر",
		  "location|لصين|الصين|CN|\nlocation|مصر|مصر|EG|" },
		{ "زار المملكة العربية السعودية.",
		  "location|المملكة العربية السعودية|السعودية|SA|" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_places(void **state)
{
	static const Case cases[] = {
		{ "قرب مدينة أستانا", "location|أستانا|أستانا||" },
		{ "في شمال شرق الصين", "location|شمال شرق الصين|شمال شرق الصين||" },
		{ "عند جبل كذوفان الكبير", "location|جبل كذوفان|جبل كذوفان||" },
		{ "شاركت #الدوحة", "location|الدوحة|الدوحة||" },
		{ "نشرت صور عن البلد.", "" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_nationalities(void **state)
{
	static const Case cases[] = {
		{ "التعاون الروسي - القرغيزي",
		  "nationality|الروسي|روسي|RU|\nnationality|القرغيزي|قرغيزي|KG|" },
		{ "الأندية السعودية في السعودية",
		  "nationality|السعودية|سعودي|SA|\nlocation|السعودية|السعودية|SA|" },
		{ "شركة يابانية ناشئة", "nationality|يابانية|ياباني|JP|" },
		{ "يدرس اللغة العربية.", "" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Organizations ---- */

static void
test_known_organizations(void **state)
{
	static const Case cases[] = {
		{ "قال بيان لمنظمة \"شنغهاي\" للتعاون أمس",
		  "organization|منظمة \"شنغهاي\" للتعاون|منظمة شنغهاي للتعاون||" },
		{ "دعت الأمم المتحدة والاتحاد الأوروبي إلى الهدوء",
		  "organization|الأمم المتحدة|الأمم المتحدة||\n"
		  "organization|الاتحاد الأوروبي|الاتحاد الأوروبي||" },
		{ "مبعوث الاتحاد الأوروبي للمناخ",
		  "organization|الاتحاد الأوروبي|الاتحاد الأوروبي||" },
		{ "نقلت رويترز عن مصدر", "organization|رويترز|رويترز||" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_heads(void **state)
{
	static const Case cases[] = {
		{ "أعلنت وزارة البيئة الأوزبكية خطة.",
		  "organization|وزارة البيئة الأوزبكية|وزارة البيئة الأوزبكية||" },
		{ "بيان وزارة الموارد المائية والري المصرية.",
		  "organization|وزارة الموارد المائية والري المصرية|"
		  "وزارة الموارد المائية والري المصرية||" },
		{ "ذكرت الهيئة العامة للطيران المدني أن",
		  "organization|الهيئة العامة للطيران المدني|"
		  "الهيئة العامة للطيران المدني||" },
		{ "أعلنت شركة «نخلة الجنوب» للأغذية أرباحها",
		  "organization|شركة «نخلة الجنوب» للأغذية|"
		  "شركة نخلة الجنوب للأغذية||" },
		{ "أغلقت السفارة الأمريكية أبوابها",
		  "organization|السفارة الأمريكية|السفارة الأمريكية||" },
		{ "أعلنت تنسيقية الأساتذة خوض إضراب",
		  "organization|تنسيقية الأساتذة|تنسيقية الأساتذة||" },
		{ "رحبت جمعية الإمارات للسلامة المرورية بالخطوة",
		  "organization|جمعية الإمارات للسلامة المرورية|"
		  "جمعية الإمارات للسلامة المرورية||" },
		{ "رفضت حركة الغد الخطة", "organization|حركة الغد|حركة الغد||" },
		{ "تعمل في جامعة الملك سعود منذ",
		  "organization|جامعة الملك سعود|جامعة الملك سعود||" },
		{ "قرار صندوق التنمية الروسي - القيرغيزستاني",
		  "organization|صندوق التنمية الروسي - القيرغيزستاني|"
		  "صندوق التنمية الروسي القيرغيزستاني||" },
	};

	(void) state;
	CHECK(cases);
}

/* A head that only refers back, a group, a body within a title. */
static void
test_no_organizations(void **state)
{
	static const Case cases[] = {
		{ "قالت الوزارة إن المنظمة تعمل.", "" },
		{ "وقعت شركات وبنوك عقدا.", "" },
		{ "صرح وزير الخارجية القرغيزي.", "nationality|القرغيزي|قرغيزي|KG|" },
		{ "التقى رئيس مجلس الوزراء الكويتي.",
		  "nationality|الكويتي|كويتي|KW|" },
		{ "عقد مجلس الإدارة اجتماعا.", "" },
	};

	(void) state;
	CHECK(cases);
}

/* Names that are words of every day are bodies only where it shows. */
static void
test_clubs(void **state)
{
	static const Case cases[] = {
		{ "ظهر الهلال في السماء.", "" },
		{ "تعادل الهلال السعودي أمس. وقدم الهلال عرضا.",
		  "organization|الهلال السعودي|الهلال||\n"
		  "organization|الهلال|الهلال||" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- People ---- */

static void
test_titled(void **state)
{
	static const Case cases[] = {
		{ "التقى رئيس الوزراء الروسي - ميخائيل ميشوستين الوفد",
		  "nationality|الروسي|روسي|RU|\n"
		  "person|ميخائيل ميشوستين|ميخائيل ميشوستين||رئيس الوزراء الروسي" },
		{ "مع النائب الأول للرئيس الإيراني - محمد مخبر.",
		  "nationality|الإيراني|إيراني|IR|\n"
		  "person|محمد مخبر|محمد مخبر||النائب الأول للرئيس الإيراني" },
		{ "وصل زعيم هذا البلد، أوناجين خوريلسوه.",
		  "person|أوناجين خوريلسوه|أوناجين خوريلسوه||زعيم هذا البلد" },
		{ "قال المتحدث باسم حركة حماس سامي دويهان إن",
		  "organization|حركة حماس|حماس||\n"
		  "person|سامي دويهان|سامي دويهان||المتحدث باسم حركة حماس" },
		{ "حاورنا أستاذي المصري عادل فهمي.",
		  "nationality|المصري|مصري|EG|\n"
		  "person|عادل فهمي|عادل فهمي||أستاذي المصري" },
		{ "كتب د. سالم العتيبي مقالا", "person|سالم العتيبي|سالم العتيبي||د" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_role_behind(void **state)
{
	static const Case cases[] = {
		{ "وقالت سعاد بنجلون، مديرة المشروع، إن الكلفة انخفضت",
		  "person|سعاد بنجلون|سعاد بنجلون||مديرة المشروع" },
		{ "زار سالم العتيبي، والوفد معه، المصنع",
		  "person|سالم العتيبي|سالم العتيبي||" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_chains(void **state)
{
	static const Case cases[] = {
		{ "حضر محمد بن فهد آل صباح وعبدالله قيسي.",
		  "person|محمد بن فهد آل صباح|محمد بن فهد آل صباح||\n"
		  "person|عبدالله قيسي|عبد الله قيسي||" },
		{ "ألقى أحمد المصري كلمة.", "person|أحمد المصري|أحمد المصري||" },
		{ "تولى الملك محمد السادس الحكم",
		  "person|محمد السادس|محمد السادس||الملك" },
		{ "ودعا ترامب بوتين إلى", "person|ترامب|دونالد ترامب||\n"
								  "person|بوتين|فلاديمير بوتين||" },
	};

	(void) state;
	CHECK(cases);
}

/* What is left of a name later: the surname, its end; of the nearest one. */
/* What stands before and behind says where a name begins and ends. */
static void
test_name_bounds(void **state)
{
	static const Case cases[] = {
		/* a surname that is a common word */
		{ "قال محمود خلاف إن", "person|محمود خلاف|محمود خلاف||" },
		{ "أوضح رئيس السلطة، إسماعيل وعيس، أن",
		  "person|إسماعيل وعيس|إسماعيل وعيس||رئيس السلطة" },
		{ "قال محمود أمس إن", "person|محمود|محمود||" },
		{ "قالت رحمة التمسماني إن", "person|رحمة التمسماني|رحمة التمسماني||" },
		{ "قالت موزة بنت سالم الشحرية إن",
		  "person|موزة بنت سالم الشحرية|موزة بنت سالم الشحرية||" },
		/* titles are outside, verbs too */
		{ "بعث صاحب السمو الشيخ حمدان بن سعيد برقية",
		  "person|حمدان بن سعيد|حمدان بن سعيد||صاحب السمو الشيخ" },
		{ "أكد معالي عباس الفاسي أن",
		  "person|عباس الفاسي|عباس الفاسي||معالي" },
		{ "ورفعت أم عبد الرحمن يدها", "person|أم عبد الرحمن|أم عبد الرحمن||" },
		{ "قال كريستوفر هيل مساعد وزيرة الدفاع",
		  "person|كريستوفر هيل|كريستوفر هيل||" },
		/* no clitic where the whole is a word */
		{ "أصدر بيانا أمس", "" },
		/* known names and what goes on behind them */
		{ "أعرب الملك سلمان بن عبد العزيز آل سعود عن",
		  "person|سلمان بن عبد العزيز آل سعود|سلمان بن عبد العزيز||الملك" },
		{ "قال علي بن أبي طالب لهم",
		  "person|علي بن أبي طالب|علي بن أبي طالب||" },
		/* a hyphen shows a name of the Far East */
		{ "قال بارك سونغ-مين إن", "person|بارك سونغ-مين|بارك سونغ مين||" },
		{ "قال الرئيس الكوري محمد حسن إن",
		  "nationality|الكوري|كوري||\n"
		  "person|محمد حسن|محمد حسن||الرئيس الكوري" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_later_mentions(void **state)
{
	static const Case cases[] = {
		{ "قال يوسف العبيدي أمس. وأضاف العبيدي أن",
		  "person|يوسف العبيدي|يوسف العبيدي||\n"
		  "person|العبيدي|يوسف العبيدي||" },
		{ "قال الوزير توشان كوليمار ديغوف أمس. ووصف كوليمار ديغوف ذلك",
		  "person|توشان كوليمار ديغوف|توشان كوليمار ديغوف||الوزير\n"
		  "person|كوليمار ديغوف|توشان كوليمار ديغوف||" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_no_persons(void **state)
{
	static const Case cases[] = {
		{ "قال المسؤول أن الوزير على علم.", "" },
		{ "أعلن الرئيس خلال الاجتماع", "" },
		{ "أمام المجلس أي وعد", "" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Events and works ---- */

static void
test_events(void **state)
{
	static const Case cases[] = {
		{ "بعد الحرب العالمية الثانية", "event|الحرب العالمية الثانية|"
										"الحرب العالمية الثانية||" },
		{ "في منتدى \"طريق أخضر\" أمس",
		  "event|منتدى \"طريق أخضر\"|منتدى طريق أخضر||" },
		{ "تحضيرا لمونديال 2026", "event|مونديال 2026|مونديال 2026||" },
		{ "عاد من القمة بعد المؤتمر.", "" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_works(void **state)
{
	static const Case cases[] = {
		{ "نالت جائزة «البيت الكبير»", "misc|البيت الكبير|البيت الكبير||" },
		{ "قال: \"هذا كتاب جيد\" ومضى", "" },
	};

	(void) state;
	CHECK(cases);
}

/* ---- Linking and keys ---- */

static void
test_organizations_linked(void **state)
{
	static const Case cases[] = {
		{ "وزارة السياحة التونسية تعمل. وقالت وزارة السياحة إن",
		  "organization|وزارة السياحة التونسية|وزارة السياحة التونسية||\n"
		  "organization|وزارة السياحة|وزارة السياحة التونسية||" },
	};

	(void) state;
	CHECK(cases);
}

static void
test_name_keys(void **state)
{
	TestEnv env;
	AnReader r = { 0 };

	(void) state;
	open_env(&env);
	r.env = &env.env;
	assert_string_equal(an_name_key(&r, "أحمد الشرع"), "احمد شرع");
	assert_string_equal(an_name_key(&r, "رؤى علاء"), "روي علا");
	assert_string_equal(an_name_key(&r, ""), "");
	assert_string_equal(an_name_key(&r, "عبدالله قيسي"),
						an_name_key(&r, "عبد الله قيسي"));
	assert_string_equal(an_name_key(&r, "أبوبكر الصديق"),
						an_name_key(&r, "أبو بكر الصديق"));
	assert_string_not_equal(an_name_key(&r, "عبدالي"), an_name_key(&r, "عبد"));
	close_env(&env);
}

/* ---- The frame ---- */

static void
test_cancelled(void **state)
{
	TestEnv env;
	AnEntities found;
	size_t n = 4000;
	char *text = malloc(n * 6 + 1);
	size_t i;

	(void) state;
	assert_non_null(text);
	for (i = 0; i < n; i++)
		memcpy(text + i * 6, "\xd9\x83\xd9\x8a ", 6);
	open_env(&env);
	env.cancel = true;
	assert_int_equal(
		an_entities(&env.env, an_store(), text, n * 6, NULL, &found),
		AN_CANCELLED);
	close_env(&env);
	free(text);
}

/* Of what overlaps the longest; candidates may come in any order. */
static void
test_resolved(void **state)
{
	static const struct
	{
		uint32_t start;
		uint32_t end;
	} spans[] = { { 40, 50 }, { 0, 4 },   { 2, 9 },   { 30, 35 },
				  { 41, 43 }, { 20, 30 }, { 20, 25 }, { 35, 36 } };
	static const uint32_t kept[] = { 2, 20, 30, 35, 40 };
	TestEnv env;
	AnReader r = { 0 };
	size_t i;

	(void) state;
	open_env(&env);
	r.env = &env.env;
	assert_int_equal(an_resolve(&r), AN_OK);
	assert_int_equal(r.nfound, 0);
	for (i = 0; i < sizeof(spans) / sizeof(spans[0]); i++)
		an_reader_add(&r, AN_LOCATION, spans[i].start, spans[i].end);
	assert_int_equal(an_resolve(&r), AN_OK);
	assert_int_equal(r.nfound, sizeof(kept) / sizeof(kept[0]));
	for (i = 0; i < r.nfound; i++)
		assert_int_equal(r.found[i].start, kept[i]);
	close_env(&env);
}

/* The sort asks whether to stop. */
static void
test_resolve_cancelled(void **state)
{
	TestEnv env;
	AnReader r = { 0 };
	uint32_t i;

	(void) state;
	open_env(&env);
	r.env = &env.env;
	for (i = 0; i < 5000; i++)
		an_reader_add(&r, AN_LOCATION, 2 * (5000 - i), 2 * (5000 - i) + 1);
	assert_int_equal(an_resolve(&r), AN_OK);
	assert_int_equal(r.nfound, 5000);
	assert_int_equal(r.found[0].start, 2);
	env.cancel = true;
	assert_int_equal(an_resolve(&r), AN_CANCELLED);
	close_env(&env);
}

static void
test_empty(void **state)
{
	static const Case cases[] = { { "", "" }, { " .\n", "" }, { "\"", "" } };

	(void) state;
	CHECK(cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_countries),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_nationalities),
		cmocka_unit_test(test_known_organizations),
		cmocka_unit_test(test_heads),
		cmocka_unit_test(test_no_organizations),
		cmocka_unit_test(test_clubs),
		cmocka_unit_test(test_titled),
		cmocka_unit_test(test_role_behind),
		cmocka_unit_test(test_chains),
		cmocka_unit_test(test_name_bounds),
		cmocka_unit_test(test_later_mentions),
		cmocka_unit_test(test_no_persons),
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_works),
		cmocka_unit_test(test_organizations_linked),
		cmocka_unit_test(test_name_keys),
		cmocka_unit_test(test_cancelled),
		cmocka_unit_test(test_resolved),
		cmocka_unit_test(test_resolve_cancelled),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
