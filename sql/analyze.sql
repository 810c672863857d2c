-- words taken apart
select pos, token, token_type, start_pos, end_pos, lexemes, lemma, prefix, suffix, part_of_speech, is_stop, known
from arabic_analyze('وقال الوزراءُ في 15/10/2022: بالمائة #كأس_العالم');

select token, lemma, vocalized, root, lemmas[1:3]
from arabic_analyze('استقبل الرئيس المسؤولين وأعضاء اللجان في قاعاتهم');
select arabic_root('المحادثات'), arabic_root('يقول'), arabic_root('مسؤولون'), arabic_root('بوتين') is null as no_root;

-- positions are the text's own
select bool_and(substr(body, start_pos, end_pos - start_pos) = token) as exact, count(*)
from (values (E'قـــالَ\r\n<b>بوتين</b>&nbsp;اليوم 😀 أ.ف.ب')) t(body), arabic_analyze(body);

select arabic_lemma('والوزراء'), arabic_lemma('الحكومة'), arabic_lemma('Moscow'), arabic_lemma('');
select arabic_stem('والوزراء'), arabic_stem('المسؤولون'), arabic_stem('مدرستها'), arabic_stem('');
select arabic_stem('وَالمُسلِمون') as folded;

-- nothing
select count(*) from arabic_analyze(null);
select count(*) from arabic_analyze('');
select count(*) from arabic_analyze('...  !');
select arabic_lemma(null) is null, arabic_stem(null) is null;

-- any length
select count(*) > 0 from arabic_analyze(repeat('ا', 100000));
select length(arabic_lemma(repeat('ب', 100000))), length(arabic_stem(repeat('ب', 100000)));
