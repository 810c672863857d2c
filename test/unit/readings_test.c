/*
 * readings_test.c
 *	  Words whose readings are known: clitics, hamza seats, spellings that
 *	  only fold alike, vowels that are written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "morph/morph.h"
#include "store/grammar.h"

static int
read_word(const char *word, AnReading *readings)
{
	return an_readings(an_store(), word, strlen(word), readings,
					   AN_READINGS_MAX);
}

static bool
lemma_is(const AnReading *reading, const char *lemma)
{
	size_t len =
		reading->name != NULL ? reading->lemma_len : strlen(reading->lemma);

	return len == strlen(lemma) && memcmp(reading->lemma, lemma, len) == 0;
}

/* The first reading is of this lemma. */
static void
assert_first(const char *word, const char *lemma)
{
	AnReading readings[AN_READINGS_MAX];
	int n = read_word(word, readings);

	if (n == 0)
		fail_msg("%s has no reading", word);
	if (!lemma_is(&readings[0], lemma))
		fail_msg("%s is read as %s, not %s", word, readings[0].lemma, lemma);
}

/* No reading is of this lemma. */
static void
assert_never(const char *word, const char *lemma)
{
	AnReading readings[AN_READINGS_MAX];
	int n = read_word(word, readings);
	int i;

	for (i = 0; i < n; i++)
	{
		if (lemma_is(&readings[i], lemma))
			fail_msg("%s is read as %s", word, lemma);
	}
}

typedef struct Pair
{
	const char *word;
	const char *lemma;
} Pair;

static void
assert_all(const Pair *pairs, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_first(pairs[i].word, pairs[i].lemma);
}

#define ASSERT_ALL(pairs) assert_all(pairs, sizeof(pairs) / sizeof((pairs)[0]))

/* data/lexicon/decisions.tsv, also behind clitics. */
static void
test_decisions(void **state)
{
	static const Pair pairs[] = {
		{ "بلدية", "بلدية" },      { "والبلدية", "بلدية" },
		{ "للبلدية", "بلدية" },    { "واقعة", "واقعة" },
		{ "الواقعة", "واقع" },     { "والواقعة", "واقع" },
		{ "السعودية", "سعودية" },  { "سعودية", "سعودي" },
		{ "والسعودية", "سعودية" }, { "وتوفي", "توفى" },
		{ "ويوجد", "وجد" },        { "أفكر", "فكر" },
	};

	(void) state;
	ASSERT_ALL(pairs);
}

/* A plural in ات, and ة before a pronoun, are of a noun before an adjective. */
static void
test_nouns_and_adjectives(void **state)
{
	static const Pair pairs[] = {
		{ "الحافلات", "حافلة" }, { "المخطوطات", "مخطوطة" },
		{ "مرتفعات", "مرتفع" },  { "لجنسياتهم", "جنسية" },
		{ "معاقبته", "معاقبة" }, { "المعلمات", "معلم" },
	};

	(void) state;
	ASSERT_ALL(pairs);
}

/* What light stemmers are known to get wrong. */
static void
test_wrong_stems(void **state)
{
	static const Pair pairs[] = {
		{ "بالمائة", "مئة" }, { "وزراء", "وزير" },      { "الوزراء", "وزير" },
		{ "بوتين", "بوتين" }, { "سبوتنيك", "سبوتنيك" }, { "وكالة", "وكالة" },
		{ "وفد", "وفد" },     { "بيان", "بيان" },       { "لجنة", "لجنة" },
		{ "للجنة", "لجنة" },  { "كتابة", "كتابة" },     { "لاعبين", "لاعب" },
		{ "مدارس", "مدرسة" }, { "قضايا", "قضية" },      { "أسعار", "سعر" },
		{ "وسائل", "وسيلة" }, { "فتاة", "فتاة" }
	};

	(void) state;
	ASSERT_ALL(pairs);
}

/* Two spellings of a hamza, and listed ones of words. */
static void
test_spellings_alike(void **state)
{
	static const Pair pairs[] = {
		{ "مسئول", "مسؤول" }, { "مسؤول", "مسؤول" },   { "شئون", "شأن" },
		{ "مبادىء", "مبدأ" }, { "والشاطىء", "شاطئ" }, { "شىء", "شيء" },
		{ "مائتي", "مئة" },   { "أميركا", "أمريكا" }, { "الأميركي", "أمريكي" },
		{ "إسحق", "إسحاق" },  { "السموات", "سماء" },  { "هيأة", "هيئة" }
	};

	(void) state;
	ASSERT_ALL(pairs);
}

static void
test_clitics(void **state)
{
	static const Pair pairs[] = { { "والاقتصادية", "اقتصادي" },
								  { "وبالوزارة", "وزارة" },
								  { "فسيقولون", "قال" },
								  { "وسيكون", "كان" },
								  { "ليكون", "كان" },
								  { "كتابهم", "كتاب" },
								  { "وشركاتها", "شركة" },
								  { "بأعضائها", "عضو" },
								  { "للاعبين", "لاعب" },
								  { "وللحكومة", "حكومة" },
								  { "كالعادة", "عادة" },
								  { "سيعلنونها", "أعلن" },
								  { "أيكتب", "كتب" },
								  { "ومنه", "من" },
								  { "عليهم", "على" },
								  { "إليها", "إلى" },
								  { "له", "ل" },
								  { "فيه", "في" },
								  { "وإنه", "إن" },
								  { "لكنهم", "لكن" } };

	(void) state;
	ASSERT_ALL(pairs);
	/* no pronoun behind the article, no preposition before a verb */
	assert_never("الكتابه", "كتاب");
	assert_never("بيقول", "قال");
	assert_never("سقال", "قال");
	assert_never("سيقل", "قال");
	assert_never("بمسؤولون", "مسؤول");
	assert_never("بكتابا", "كتاب");
}

/* The article has no hamza, behind ب and ك neither. */
static void
test_article(void **state)
{
	static const Pair pairs[] = { { "ألسنة", "لسان" }, { "آلام", "ألم" },
								  { "وآلام", "ألم" },  { "إلهام", "إلهام" },
								  { "ألحق", "ألحق" },  { "الحق", "حق" },
								  { "كالسنة", "سنة" } };

	(void) state;
	ASSERT_ALL(pairs);
	assert_never("إلهام", "هام");
	assert_never("بآلام", "أم");
	assert_never("كألسنة", "سنة");
}

/*
 * A participle that a rule made stands behind what has a row, unless other
 * words say that it is used.
 */
static void
test_participles(void **state)
{
	static const Pair pairs[] = {
		{ "منطق", "منطق" },       { "مصادرة", "مصادرة" },
		{ "وبمصادرة", "مصادرة" }, { "المخاطرة", "مخاطرة" },
		{ "المباحث", "مبحث" },    { "مطالبون", "مطالب" }
	};

	(void) state;
	ASSERT_ALL(pairs);
}

static void
test_hamza(void **state)
{
	static const Pair pairs[] = {
		{ "أعضاؤه", "عضو" },    { "أعضائه", "عضو" }, { "أعضاءه", "عضو" },
		{ "جزؤه", "جزء" },      { "جزئه", "جزء" },   { "شيئا", "شيء" },
		{ "منشآتها", "منشأة" }, { "قرؤوا", "قرأ" },  { "يبدأون", "بدأ" },
		{ "مسئولين", "مسؤول" }, { "شئون", "شأن" },   { "رؤساؤهم", "رئيس" }
	};

	(void) state;
	ASSERT_ALL(pairs);
}

/* The written form first; what only folds alike is a fallback. */
static void
test_folding(void **state)
{
	static const Pair pairs[] = { { "الاقتصاديه", "اقتصادي" },
								  { "اعلن", "أعلن" },
								  { "الامن", "أمن" },
								  { "مدرسه", "مدرسة" },
								  { "إن", "إن" },
								  { "أن", "أن" },
								  { "على", "على" },
								  { "المستشفي", "مستشفى" },
								  { "القاضى", "قاضي" },
								  { "الى", "إلى" },
								  { "إلى", "إلى" },
								  { "امريكى", "أمريكي" },
								  { "مستوي", "مستوى" } };

	(void) state;
	ASSERT_ALL(pairs);
	/* a final ة is no pronoun */
	assert_never("كتابة", "كتاب");
	assert_never("الكتابة", "كتاب");
}

/* Vowels that are written exclude the readings that have others. */
static void
test_diacritics(void **state)
{
	static const Pair pairs[] = { { "كَتَبَ", "كتب" },   { "كُتُب", "كتاب" },
								  { "عَمِلَ", "عمل" },   { "مُدَرِّس", "مدرس" },
								  { "الشَّمس", "شمس" }, { "وِزَارَة", "وزارة" },
								  { "يُعلِن", "أعلن" } };
	AnReading readings[AN_READINGS_MAX];
	int n = read_word("عَمِلَ", readings);
	int i;

	(void) state;
	ASSERT_ALL(pairs);
	assert_never("كُتُب", "كتب");
	for (i = 0; i < n; i++)
		assert_int_equal(readings[i].part_of_speech, AN_POS_VERB);
}

static void
test_names(void **state)
{
	static const Pair pairs[] = {
		{ "القاهرة", "قاهرة" },        { "للقاهرة", "قاهرة" },
		{ "وبغداد", "بغداد" },         { "لندن", "لندن" },
		{ "بلندن", "لندن" },           { "واشنطن", "واشنطن" },
		{ "قيرغيزستان", "قرغيزستان" }, { "كلينتون", "كلينتون" }
	};

	(void) state;
	ASSERT_ALL(pairs);
}

static void
assert_vocalized(const char *word, const char *lemma, const char *expected)
{
	AnReading readings[AN_READINGS_MAX];
	int n = read_word(word, readings);
	int i;

	for (i = 0; i < n; i++)
	{
		char out[512];
		size_t len;

		if (!lemma_is(&readings[i], lemma))
			continue;
		len = an_reading_vocalized(an_store(), word, strlen(word),
								   &readings[i], out, sizeof(out) - 1);
		out[len] = '\0';
		assert_string_equal(out, expected);
		assert_int_equal(an_reading_vocalized(an_store(), word, strlen(word),
											  &readings[i], out, len - 1),
						 0);
		return;
	}
	fail_msg("%s is not read as %s", word, lemma);
}

static void
test_vocalized(void **state)
{
	(void) state;
	assert_vocalized("والكتاب", "كتاب", "وَالكِتَاب");
	assert_vocalized("للكتاب", "كتاب", "لِلكِتَاب");
	assert_vocalized("كتابهم", "كتاب", "كِتَابهُم");
	assert_vocalized("سيعلن", "أعلن", "سَيُعلِن");
	assert_vocalized("تكتب", "كتب", "تَكتُب");
	assert_vocalized("مباراتها", "مباراة", "مُبَارَاتهَا");
}

static void
test_limits(void **state)
{
	AnReading one[1];
	char lengthy[512];
	size_t i;

	(void) state;
	assert_int_equal(an_readings(an_store(), "", 0, one, 1), 0);
	assert_int_equal(an_readings(an_store(), "Paris", 5, one, 1), 0);
	assert_int_equal(an_readings(an_store(), "كتاب", 8, one, 0), 0);
	assert_int_equal(an_readings(an_store(), "كتاب", 8, one, 1), 1);
	for (i = 0; i + 2 <= sizeof(lengthy); i += 2)
		memcpy(lengthy + i, "و", 2);
	assert_int_equal(an_readings(an_store(), lengthy, sizeof(lengthy), one, 1),
					 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decisions),
		cmocka_unit_test(test_nouns_and_adjectives),
		cmocka_unit_test(test_wrong_stems),
		cmocka_unit_test(test_spellings_alike),
		cmocka_unit_test(test_clitics),
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_participles),
		cmocka_unit_test(test_hamza),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_diacritics),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_vocalized),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests_name("readings", tests, NULL, NULL);
}
