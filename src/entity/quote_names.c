/*-------------------------------------------------------------------------
 *
 * quote_names.c
 *	  What in quotation marks is a name or a title: فيلم "...", بعنوان: "...".
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "entity/quotes.h"

bool
an_verb(const AnReader *r, uint32_t i)
{
	const AnWord *word = &r->words[i];
	AnReading reading;

	return word->type == AN_TOKEN_ARABIC && !an_definite(r, i) &&
		   an_readings(r->block, r->body + word->start,
					   word->end - word->start, &reading, 1) > 0 &&
		   (reading.word_class == AN_LEX_VERB ||
			reading.word_class == AN_LEX_AUXILIARY);
}

/* Whether a verb is among the first words of a short text. */
bool
an_quotes_verb(const AnReader *r, const AnQuotePair *pair)
{
	uint32_t i;

	for (i = pair->first; i < pair->next && i < pair->first + 8; i++)
		if (an_verb(r, i))
			return true;
	return false;
}

/* The same with a pronoun or in the accusative: روايته, مقالا. */
static bool
owned_name(const AnReader *r, uint32_t i, const AnSpelling *list, size_t n)
{
	static const AnSpelling pronouns[] = { "ها", "هم", "ه", "ا" };
	const char *key = an_key(r, i);
	size_t k;
	size_t m;

	for (k = 0; k < sizeof(pronouns) / sizeof(pronouns[0]); k++)
	{
		size_t suffix = strlen(pronouns[k]);
		size_t len = r->words[i].key_len;

		if (len < suffix + 3 * AN_LETTER ||
			memcmp(key + len - suffix, pronouns[k], suffix) != 0)
			continue;
		len -= suffix;
		for (m = 0; m < n; m++)
			if (strlen(list[m]) == len &&
				memcmp(list[m], key, len - AN_LETTER) == 0 &&
				(memcmp(list[m] + len - AN_LETTER, key + len - AN_LETTER,
						AN_LETTER) == 0 ||
				 (memcmp(list[m] + len - AN_LETTER, "ه", AN_LETTER) == 0 &&
				  memcmp(key + len - AN_LETTER, "ت", AN_LETTER) == 0)))
				return true;
	}
	return false;
}

/* Words that names and titles are behind: فيلم, بعنوان, صحيفة. */
static bool
naming_word(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = {
		"عنوان",  "عنوانه", "عنوانها", "شعار",    "شعاره",  "شعارها", "اسم",
		"اسمه",   "اسمها",  "مسمي",    "يسمي",    "تسمي",   "سمي",    "سميت",
		"يدعي",   "تدعي",   "معروف",   "معروفه",  "يعرف",   "تعرف",   "لقب",
		"لقبه",   "فيلم",   "فلم",     "كتاب",    "كتابه",  "كتابها", "روايه",
		"روايته", "مسلسل",  "اغنيه",   "اغنيته",  "البوم",  "البومه", "قصيده",
		"ديوان",  "مسرحيه", "برنامج",  "برنامجه", "مشروع",  "حمله",   "مبادره",
		"صحيفه",  "جريده",  "مجله",    "قناه",    "موقع",   "تنظيم",  "جماعه",
		"حركه",   "حزب",    "جاءزه",   "جائزه",   "معرض",   "مهرجان", "مؤتمر",
		"منتدي",  "ندوه",   "ورشه",    "دوره",    "محاضره", "استاد",  "ملعب",
		"فندق",   "معركه",  "عمليه",   "هاشتاق",  "هاشتاغ", "وسم",    "نظام",
		"لعبه",   "تطبيق",  "خدمه",    "اذاعه",   "وكاله",  "فئه",    "صنف",
		"طراز",   "نوع",    "موضوع",   "موضوعها", "موضوعه", "مقال",   "مقاله",
		"دراسه",  "مصطلح",  "لافته",   "مقوله",   "مثل",    "محور",   "مركز",
		"شركه",   "مجموعه", "فرقه",    "ميدان",   "شارع",   "قريه",   "حي",
		"سوره",   "ايه",    "لافتات",  "شعارات",  "عباره",  "عبارات", "كلمه",
		"عرض",    "فقره",   "قسم",     "سلسله",   "كليب",   "وثاءقي", "لوحه",
		"يحمل",   "تحمل",   "يسمونه",  "بوابه",   "صفحه",   "منصه",   "باسم",
		"خط",     "فيروس",  "مرض",     "لقاح",    "عقار",   "صاروخ",  "سفينه"
	};
	const char *key;
	size_t len;
	size_t skip = 0;

	if (i >= r->nwords || r->words[i].type != AN_TOKEN_ARABIC)
		return false;
	if (AN_WORD_IN(r, i, list))
		return true;
	key = an_key(r, i);
	len = r->words[i].key_len;
	if (len > 3 * AN_LETTER &&
		(memcmp(key, "و", 2) == 0 || memcmp(key, "ف", 2) == 0))
		skip += AN_LETTER;
	if (len > skip + 3 * AN_LETTER &&
		(memcmp(key + skip, "ب", 2) == 0 || memcmp(key + skip, "ل", 2) == 0 ||
		 memcmp(key + skip, "ك", 2) == 0))
		skip += AN_LETTER;
	if (skip > 0 && AN_WORD_IN_BEHIND(r, i, skip, list))
		return true;
	if (len > skip + AN_ARTICLE + 2 * AN_LETTER &&
		memcmp(key + skip, "ال", AN_ARTICLE) == 0)
		return AN_WORD_IN_BEHIND(r, i, skip + AN_ARTICLE, list);
	return owned_name(r, i, list, sizeof(list) / sizeof(list[0]));
}

/* Words behind which even a colon gives a name: بعنوان: "..." */
bool
an_label(const AnReader *r, uint32_t i)
{
	static const AnSpelling list[] = {
		"عنوان", "بعنوان", "عنوانها", "عنوانه", "شعار", "شعارها",  "شعاره",
		"بشعار", "مسمي",   "بمسمي",   "باسم",   "اسم",  "العنوان", "الشعار"
	};

	return i > 0 && AN_WORD_IN(r, i - 1, list);
}

bool
an_names(const AnReader *r, const AnQuotePair *pair, uint32_t from,
		 uint32_t words)
{
	static const AnSpelling about[] = { "حول", "بشان", "بخصوص" };
	uint32_t i = pair->first;
	uint32_t k;

	if (an_label(r, i))
		return true;
	/* قال إن القرية «تحتاج إلى مدرسة» */
	if (pair->next - i > AN_FEW_WORDS && an_verb(r, i))
		return false;
	for (k = 1; k <= words && i >= k && i - k >= from; k++)
	{
		if (r->words[i - k].quoted)
			continue;
		if (naming_word(r, i - k) ||
			(k == 1 &&
			 (AN_WORD_IN(r, i - k, about) ||
			  (an_is(r, i - k, AN_BIT(TITLE)) && !an_definite(r, i - k)))))
			return true;
		if (k == 1 &&
			(an_that(r, i - k) || r->words[i - k].type != AN_TOKEN_ARABIC))
			break;
	}
	return false;
}
