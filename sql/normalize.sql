-- arabic_normalize at its three levels
select level, arabic_normalize('أعلنت الحكـــومةُ في ٢٠٢٤ خطّةً إلى مصطفى', level)
from unnest(array['unicode', 'orthography', 'search']) level;

-- presentation forms, ligatures and invisible characters
select arabic_normalize(U&'\FEE3\FEBC\FEAE \FEFB', 'unicode');
select arabic_normalize(U&'\FDFA', 'unicode');
select length(arabic_normalize(U&'\200F\0645\200C\0635\200E\061C\0631\FEFF', 'unicode'));

-- composition: alef and hamza above are one letter
select arabic_normalize(U&'\0627\0654\062D\0645\062F', 'unicode') = 'أحمد' as composed;

-- marks in canonical order: shadda and fatha meet whichever came first
select arabic_normalize(U&'\0634\0651\064E', 'unicode') =
	arabic_normalize(U&'\0634\064E\0651', 'unicode') as one_order;

-- Persian letters
select arabic_normalize('کتاب یزدی', 'orthography'), arabic_normalize('کتاب یزدی', 'unicode');

-- final alef maqsura only; hamza seats stay
select arabic_normalize('مصطفى على الهدى مسؤول رئيس شيء آسيا');

-- the default level is search
select arabic_normalize('إيران') = arabic_normalize('إيران', 'search') as is_default;

-- the level's case does not matter; other names are refused
select arabic_normalize('أ', 'SEARCH');
select arabic_normalize('أ', 'loud');
\echo :LAST_ERROR_SQLSTATE

-- nothing to do, and nothing
select arabic_normalize('plain text 123', 'unicode'), arabic_normalize('', 'search') = '' as empty, arabic_normalize(null) is null as null_in;

-- idempotent on what it gives
select level, bool_and(arabic_normalize(arabic_normalize(t, level), level) = arabic_normalize(t, level))
from unnest(array['unicode', 'orthography', 'search']) level,
	unnest(array['ﷺ', 'الـــسَّلامُ', U&'\0627\200D\0653', 'گفتگو', '٪٤٦٫٦']) t
group by level order by level;

-- large: linear, in one value
select length(arabic_normalize(repeat('الحكومةُ ', 200000))), length(arabic_normalize(repeat('وزير ', 200000)));
