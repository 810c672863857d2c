/*
 * grammar.h
 *	  What may stand behind a stem and before it: the meaning of the bits in
 *	  the lexicon's stems, agreed on by who makes them (src/build) and who
 *	  reads words with them (src/morph).
 *
 * Words are read as proclitics + stem + ending + pronoun.  Nominals
 * (particles too) and verbs have endings of their own; the set of those that
 * a stem takes is a set of bits.  An ending that differs before a pronoun is
 * two endings, of which the second has the name with _P.
 */
#ifndef AN_GRAMMAR_H
#define AN_GRAMMAR_H

/* Flags of endings. */
#define AN_END_PRONOUN 0x0001 /* a pronoun must follow; else none may */
#define AN_END_NO_AL 0x0002   /* not behind the article */
#define AN_END_NO_PREP 0x0004 /* nor behind ب ك ل: it is no genitive */
#define AN_END_YA 0x0008      /* of verbs: the letters of the person that */
#define AN_END_TA 0x0010      /* may stand before the imperfect */
#define AN_END_NUN 0x0020
#define AN_END_ALEF 0x0040
#define AN_END_FUTURE 0x0080 /* and that س may stand before them */
#define AN_END_LAM 0x0100    /* and the ل of purpose and command */
#define AN_END_FEMININE 0x0200
#define AN_END_DUAL 0x0400
#define AN_END_PLURAL 0x0800
#define AN_END_PARTICLE 0x1000 /* of particles: عنّي, إنني */

#define AN_END_3MS (AN_END_YA | AN_END_TA | AN_END_NUN | AN_END_ALEF)
#define AN_END_3MP (AN_END_YA | AN_END_TA)

/* clang-format off */
/*
 * E(name, letters, first, vocalised, flags): first is the sound after the
 * stem, which decides how a hamza at its end is spelled: a u i, long A U I,
 * - for a consonant, 0 for the word's end, * for each of a u i.
 */
#define AN_NOMINAL_ENDINGS(E) \
	E(FREE, "", '0', "", 0) \
	E(FREE_P, "", '*', "", AN_END_PRONOUN) \
	E(TANWEEN, "ا", 'A', "ًا", AN_END_NO_AL | AN_END_NO_PREP) \
	E(TA, "ة", 'a', "َة", AN_END_FEMININE) \
	E(TA_P, "ت", 'a', "َت", AN_END_FEMININE | AN_END_PRONOUN) \
	E(AN, "ان", 'A', "َان", AN_END_DUAL | AN_END_NO_PREP) \
	E(AYN, "ين", 'a', "َين", AN_END_DUAL) \
	E(A, "ا", 'A', "َا", AN_END_DUAL | AN_END_NO_AL | AN_END_NO_PREP) \
	E(A_P, "ا", 'A', "َا", AN_END_DUAL | AN_END_PRONOUN | AN_END_NO_PREP) \
	E(AY, "ي", 'a', "َي", AN_END_DUAL | AN_END_NO_AL) \
	E(AY_P, "ي", 'a', "َي", AN_END_DUAL | AN_END_PRONOUN) \
	E(TAN, "تان", 'a', "َتَان", \
	  AN_END_FEMININE | AN_END_DUAL | AN_END_NO_PREP) \
	E(TAYN, "تين", 'a', "َتَين", AN_END_FEMININE | AN_END_DUAL) \
	E(TA_A, "تا", 'a', "َتَا", \
	  AN_END_FEMININE | AN_END_DUAL | AN_END_NO_AL | AN_END_NO_PREP) \
	E(TA_A_P, "تا", 'a', "َتَا", \
	  AN_END_FEMININE | AN_END_DUAL | AN_END_PRONOUN | AN_END_NO_PREP) \
	E(TAY, "تي", 'a', "َتَي", \
	  AN_END_FEMININE | AN_END_DUAL | AN_END_NO_AL) \
	E(TAY_P, "تي", 'a', "َتَي", \
	  AN_END_FEMININE | AN_END_DUAL | AN_END_PRONOUN) \
	E(UN, "ون", 'U', "ُون", AN_END_PLURAL | AN_END_NO_PREP) \
	E(IN, "ين", 'I', "ِين", AN_END_PLURAL) \
	E(U, "و", 'U', "ُو", AN_END_PLURAL | AN_END_NO_AL | AN_END_NO_PREP) \
	E(U_P, "و", 'U', "ُو", AN_END_PLURAL | AN_END_PRONOUN | AN_END_NO_PREP) \
	E(I, "ي", 'I', "ِي", AN_END_PLURAL | AN_END_NO_AL) \
	E(I_P, "ي", 'I', "ِي", AN_END_PLURAL | AN_END_PRONOUN) \
	E(AWN, "ون", 'a', "َون", AN_END_PLURAL | AN_END_NO_PREP) \
	E(AW, "و", 'a', "َو", AN_END_PLURAL | AN_END_NO_AL | AN_END_NO_PREP) \
	E(AW_P, "و", 'a', "َو", \
	  AN_END_PLURAL | AN_END_PRONOUN | AN_END_NO_PREP) \
	E(AT, "ات", 'A', "َات", AN_END_FEMININE | AN_END_PLURAL) \
	E(AT_P, "ات", 'A', "َات", \
	  AN_END_FEMININE | AN_END_PLURAL | AN_END_PRONOUN) \
	/* the same behind a stem whose آ holds their ا: منشآت, مبدآن */ \
	E(MADDA_AN, "ن", '0', "ن", AN_END_DUAL | AN_END_NO_PREP) \
	E(MADDA_A, "", '0', "", AN_END_DUAL | AN_END_NO_AL | AN_END_NO_PREP) \
	E(MADDA_A_P, "", '0', "", \
	  AN_END_DUAL | AN_END_PRONOUN | AN_END_NO_PREP) \
	E(MADDA_AT, "ت", '0', "ت", AN_END_FEMININE | AN_END_PLURAL) \
	E(MADDA_AT_P, "ت", '0', "ت", \
	  AN_END_FEMININE | AN_END_PLURAL | AN_END_PRONOUN) \
	E(PARTICLE_P, "", '0', "", AN_END_PRONOUN | AN_END_PARTICLE)

/* PF_: perfect; IM_: imperfect, and imperative where it has the same. */
#define AN_VERBAL_ENDINGS(E) \
	E(PF, "", '0', "َ", 0) \
	E(PF_P, "", 'a', "َ", AN_END_PRONOUN) \
	E(PF_AT, "ت", 'a', "َت", 0) \
	E(PF_AT_P, "ت", 'a', "َت", AN_END_PRONOUN) \
	E(PF_A, "ا", 'A', "َا", 0) \
	E(PF_A_P, "ا", 'A', "َا", AN_END_PRONOUN) \
	E(PF_ATA, "تا", 'a', "َتَا", 0) \
	E(PF_ATA_P, "تا", 'a', "َتَا", AN_END_PRONOUN) \
	E(PF_U, "وا", 'U', "ُوا", 0) \
	E(PF_U_P, "و", 'U', "ُو", AN_END_PRONOUN) \
	E(PF_AW, "وا", 'a', "َوا", 0) \
	E(PF_AW_P, "و", 'a', "َو", AN_END_PRONOUN) \
	E(PF_T, "ت", '-', "ت", 0) \
	E(PF_T_P, "ت", '-', "ت", AN_END_PRONOUN) \
	E(PF_NA, "نا", '-', "نَا", 0) \
	E(PF_NA_P, "نا", '-', "نَا", AN_END_PRONOUN) \
	E(PF_N, "ن", '-', "نَ", 0) \
	E(PF_N_P, "ن", '-', "نَ", AN_END_PRONOUN) \
	E(PF_TUM, "تم", '-', "تُم", 0) \
	E(PF_TUM_P, "تمو", '-', "تُمُو", AN_END_PRONOUN) \
	E(PF_TUMA, "تما", '-', "تُمَا", 0) \
	E(PF_TUNNA, "تن", '-', "تُنَّ", 0) \
	/* behind a stem that has lost the ن or ت that is doubled: كُنّا */ \
	E(PF_NNA, "نا", '0', "نَّا", 0) \
	E(PF_NNA_P, "نا", '0', "نَّا", AN_END_PRONOUN) \
	E(PF_NN, "ن", '0', "نَّ", 0) \
	E(PF_TT, "ت", '0', "تّ", 0) \
	E(PF_TT_P, "ت", '0', "تّ", AN_END_PRONOUN) \
	E(PF_TTUM, "تم", '0', "تُّم", 0) \
	E(IM, "", '0', "", AN_END_3MS | AN_END_FUTURE | AN_END_LAM) \
	E(IM_P, "", '*', "", \
	  AN_END_3MS | AN_END_FUTURE | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_AN, "ان", 'A', "َانِ", AN_END_3MP | AN_END_FUTURE) \
	E(IM_AN_P, "ان", 'A', "َانِ", \
	  AN_END_3MP | AN_END_FUTURE | AN_END_PRONOUN) \
	E(IM_UN, "ون", 'U', "ُونَ", AN_END_3MP | AN_END_FUTURE) \
	E(IM_UN_P, "ون", 'U', "ُونَ", \
	  AN_END_3MP | AN_END_FUTURE | AN_END_PRONOUN) \
	E(IM_IN, "ين", 'I', "ِينَ", AN_END_TA | AN_END_FUTURE) \
	E(IM_IN_P, "ين", 'I', "ِينَ", AN_END_TA | AN_END_FUTURE | AN_END_PRONOUN) \
	E(IM_A, "ا", 'A', "َا", AN_END_3MP | AN_END_LAM) \
	E(IM_A_P, "ا", 'A', "َا", AN_END_3MP | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_U, "وا", 'U', "ُوا", AN_END_3MP | AN_END_LAM) \
	E(IM_U_P, "و", 'U', "ُو", AN_END_3MP | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_I, "ي", 'I', "ِي", AN_END_TA | AN_END_LAM) \
	E(IM_I_P, "ي", 'I', "ِي", AN_END_TA | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_AWN, "ون", 'a', "َونَ", AN_END_3MP | AN_END_FUTURE) \
	E(IM_AWN_P, "ون", 'a', "َونَ", \
	  AN_END_3MP | AN_END_FUTURE | AN_END_PRONOUN) \
	E(IM_AYN, "ين", 'a', "َينَ", AN_END_TA | AN_END_FUTURE) \
	E(IM_AW, "وا", 'a', "َوا", AN_END_3MP | AN_END_LAM) \
	E(IM_AW_P, "و", 'a', "َو", AN_END_3MP | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_N, "ن", '-', "نَ", AN_END_3MP | AN_END_FUTURE | AN_END_LAM) \
	E(IM_N_P, "ن", '-', "نَ", \
	  AN_END_3MP | AN_END_FUTURE | AN_END_LAM | AN_END_PRONOUN) \
	E(IM_NN, "ن", '0', "نَّ", AN_END_3MP | AN_END_FUTURE | AN_END_LAM) \
	E(JUSSIVE, "", '0', "", AN_END_3MS | AN_END_LAM) \
	E(JUSSIVE_P, "", '-', "", AN_END_3MS | AN_END_LAM | AN_END_PRONOUN) \
	/* behind a stem whose آ holds their ا: يقرآن, قرآ */ \
	E(MADDA, "", '0', "", AN_END_3MP | AN_END_LAM) \
	E(MADDA_N, "ن", '0', "نِ", AN_END_3MP | AN_END_FUTURE)

/* clang-format on */

#define AN_NOMINAL_ENUM(name, letters, first, vocal, flags) AN_N_##name,
typedef enum AnNominalEnding
{
	AN_NOMINAL_ENDINGS(AN_NOMINAL_ENUM) AN_N_COUNT
} AnNominalEnding;
#undef AN_NOMINAL_ENUM

#define AN_VERBAL_ENUM(name, letters, first, vocal, flags) AN_V_##name,
typedef enum AnVerbalEnding
{
	AN_VERBAL_ENDINGS(AN_VERBAL_ENUM) AN_V_COUNT
} AnVerbalEnding;
#undef AN_VERBAL_ENUM

_Static_assert((int) AN_N_COUNT <= 64 && (int) AN_V_COUNT <= 64,
			   "the endings that a stem takes are bits of one integer");

#define AN_END_BIT(ending) (UINT64_C(1) << (ending))
#define AN_N(name) AN_END_BIT(AN_N_##name)
#define AN_V(name) AN_END_BIT(AN_V_##name)

/* What a pronoun may stand behind. */
#define AN_PRON_NOUN 0x01
#define AN_PRON_VERB 0x02
#define AN_PRON_PARTICLE 0x04
#define AN_PRON_ANY 0x07

/* clang-format off */
/* P(name, letters, vocalised, behind) */
#define AN_PRONOUNS(P) \
	P(NONE, "", "", 0) \
	P(YA, "ي", "ي", AN_PRON_NOUN | AN_PRON_PARTICLE) \
	P(NI, "ني", "نِي", AN_PRON_VERB | AN_PRON_PARTICLE) \
	P(NA, "نا", "نَا", AN_PRON_ANY) \
	P(KA, "ك", "ك", AN_PRON_ANY) \
	P(KUMA, "كما", "كُمَا", AN_PRON_ANY) \
	P(KUM, "كم", "كُم", AN_PRON_ANY) \
	P(KUNNA, "كن", "كُنَّ", AN_PRON_ANY) \
	P(HU, "ه", "ه", AN_PRON_ANY) \
	P(HA, "ها", "هَا", AN_PRON_ANY) \
	P(HUMA, "هما", "هُمَا", AN_PRON_ANY) \
	P(HUM, "هم", "هُم", AN_PRON_ANY) \
	P(HUNNA, "هن", "هُنَّ", AN_PRON_ANY)

/* clang-format on */

#define AN_PRONOUN_ENUM(name, letters, vocal, behind) AN_PRON_##name,
typedef enum AnPronoun
{
	AN_PRONOUNS(AN_PRONOUN_ENUM) AN_PRON_COUNT
} AnPronoun;
#undef AN_PRONOUN_ENUM

/* What may stand before a stem: proclitics ... */
#define AN_BEFORE_AND 0x0001 /* و ف */
#define AN_BEFORE_ASK 0x0002 /* أ */
#define AN_BEFORE_BA 0x0004
#define AN_BEFORE_KAF 0x0008
#define AN_BEFORE_LAM 0x0010
#define AN_BEFORE_AL 0x0020
#define AN_BEFORE_SIN 0x0040 /* of the future */
/* ... and what must. */
#define AN_BEFORE_PERSON 0x0080  /* ي ت ن أ of the imperfect */
#define AN_BEFORE_MUST_AL 0x0100 /* is never without the article */
#define AN_BEFORE_PREP (AN_BEFORE_BA | AN_BEFORE_KAF | AN_BEFORE_LAM)

/* Flags of a stem. */
#define AN_STEM_LAST 0x0001    /* the last one of those spelled alike */
#define AN_STEM_VERB 0x0002    /* its endings are those of verbs */
#define AN_STEM_VARIANT 0x0004 /* not the usual spelling */
#define AN_STEM_U 0x0008       /* the person's letter has u: يُعلن */
#define AN_STEM_PASSIVE 0x0010
#define AN_STEM_IMPERATIVE 0x0020
#define AN_STEM_PLURAL 0x0040   /* a broken plural */
#define AN_STEM_FEMININE 0x0080 /* a feminine that is no ending: كبرى */
#define AN_STEM_JUSSIVE 0x0100
#define AN_STEM_INDEFINITE \
	0x0200 /* قاضٍ: no article, no pronoun, no name
									 * behind it */

#define AN_STEM_BARE 0x0400       /* is known without its vowels */
#define AN_STEM_ADJECTIVE 0x0800  /* of a nisba or another adjective */
#define AN_STEM_PARTICIPLE 0x1000 /* of a participle */

/* clang-format off */
/* Parts of speech of lemmas, as the files of data/lexicon name them. */
#define AN_WORD_CLASSES(V) \
	V(LEX_NOUN, "noun") V(LEX_ADJ, "adj") V(LEX_MASDAR, "masdar") \
	V(LEX_PARTICIPLE, "participle") V(LEX_ELATIVE, "elative") \
	V(LEX_NISBA, "nisba") V(LEX_VERB, "verb") \
	V(LEX_PREPOSITION, "preposition") \
	V(LEX_CONJUNCTION, "conjunction") V(LEX_PARTICLE, "particle") \
	V(LEX_PRONOUN, "pronoun") V(LEX_DEMONSTRATIVE, "demonstrative") \
	V(LEX_RELATIVE, "relative") V(LEX_INTERROGATIVE, "interrogative") \
	V(LEX_ADVERB, "adverb") V(LEX_NUMERAL, "numeral") \
	V(LEX_AUXILIARY, "auxiliary")

/* clang-format on */

#define AN_LEX_ENUM(id, word) AN_##id,
typedef enum AnWordClass
{
	AN_LEX_NONE,
	AN_WORD_CLASSES(AN_LEX_ENUM) AN_LEX_COUNT
} AnWordClass;
#undef AN_LEX_ENUM

#endif /* AN_GRAMMAR_H */
