-- the dictionaries
select ts_lexize('arabic_news', 'في') as stop, ts_lexize('arabic_news_all', 'في') as kept;

-- forms of a word agree
select count(distinct (ts_lexize('arabic_news', w))[1]) as lexemes, array_agg(distinct (ts_lexize('arabic_news', w))[1]) as which
from unnest(array['وزراء', 'الوزراء', 'ووزراء', 'والوزراء', 'بالوزراء', 'للوزراء']) w;

-- a word's own letters stay
select w, ts_lexize('arabic_news', w) from unnest(array['بوتين', 'سبوتنيك', 'كورونا', 'وكالة', 'لندن', 'واشنطن', 'ترامب', 'لبنان', 'إيران', 'فلسطين', 'سوريا']) w;
select (ts_lexize('arabic_news', 'بالمائة'))[1] <> coalesce((ts_lexize('arabic_news', 'ماء'))[1], '') as percent_is_not_water;

-- months in every tradition share a second variant
select w, ts_lexize('arabic_news', w) from unnest(array['أكتوبر', 'وأكتوبر', 'تشرين الأول', 'أكتوبر/تشرين الأول', 'مارس', 'رمضان']) w;

-- tokens of other types
select w, ts_lexize('arabic_news', w) from unnest(array['Moscow', 'G20', '1,000,000', '٢٫٤٩', '٪٤٦', '15/10/2022', '٢٠٢٢/١٠/١٥', 'أ.ف.ب', '#كأس_العالم', 'الـ', 'USER@Example.com']) w;

-- nothing, and too much
select ts_lexize('arabic_news', ''), length((ts_lexize('arabic_news', repeat('ب', 4000)))[1]) > 0 as long;
select octet_length((ts_lexize('arabic_news', repeat(U&'\FDFA', 600)))[1]) < 2047 as fits;

-- dictionaries of the user: stop words
create text search dictionary mine (template = arabic_news, stopwords = '');
select ts_lexize('mine', 'من');
alter text search dictionary mine (stopwords = 'default');
select ts_lexize('mine', 'من');
alter text search dictionary mine (stopwords = 'default وأضاف على');
select w, ts_lexize('mine', w) from unnest(array['من', 'وأضاف', 'واضاف', 'أضاف', 'على', 'علي', 'عليّ']) w;
alter text search dictionary mine (stopwords = 'على');
select w, ts_lexize('mine', w) from unnest(array['من', 'على']) w;

-- synonyms: of the form as it stands, else of the lemma; they replace
alter text search dictionary mine (stopwords = 'default', synonyms = 'سيارة=سيارة|باص ناتو=حلف nato=حلف سيارات=قطار آذار=ربيع');
select w, ts_lexize('mine', w) from unnest(array['سيارة', 'السيارة', 'بسيارته', 'سيارات', 'السيارات', 'ناتو', 'والناتو', 'NATO', 'آذار', '#سيارة_ناتو', 'حلف']) w;

-- exceptions: of the form as it stands, else behind proclitics
alter text search dictionary mine (synonyms, exceptions = 'كيل=مكيال الفاو=فاو واشنطن=عاصمة في=في');
select w, ts_lexize('mine', w) from unnest(array['كيل', 'والكيل', 'وكيل', 'وكيلنا', 'الفاو', 'والفاو', 'بالفاو', 'للفاو', 'فاو', 'لواشنطن', 'في', 'وفي']) w;
alter text search dictionary mine (synonyms = 'فاو=سفينة');
select w, ts_lexize('mine', w) from unnest(array['الفاو', 'للفاو', 'فاو', 'سفن']) w;

-- forms
alter text search dictionary mine (synonyms, exceptions, form = 'stem');
select w, ts_lexize('mine', w) from unnest(array['المكتبات', 'وكتابهم', 'سبوتنيك', 'أكتوبر', 'في', '#كتب_المكتبة', '2024']) w;
alter text search dictionary mine (form = 'Root');
select w, ts_lexize('mine', w) from unnest(array['المكتبات', 'وكتابهم', 'سبوتنيك', 'أكتوبر', 'في', '#كتب_المكتبة', '2024']) w;
alter text search dictionary mine (form = 'lemma');

-- one lexeme a word, and the month's
select ts_lexize('arabic_news', 'تقدم'), ts_lexize('arabic_news', 'الروسية');
alter text search dictionary mine (variants = no);
select w, ts_lexize('mine', w) from unnest(array['تقدم', 'الروسية', 'أكتوبر', 'أكتوبر/تشرين الأول', 'من', '#كأس_العالم', '2024']) w;
alter text search dictionary mine (variants = off, synonyms = 'سيارة=سيارة|شاحنة');
select ts_lexize('mine', 'السيارات'), ts_lexize('mine', 'الروسية');
alter text search dictionary mine (variants = yes, synonyms);
select ts_lexize('mine', 'تقدم') = ts_lexize('arabic_news', 'تقدم') as all_again;
alter text search dictionary mine (variants);

-- what was read of late is forgotten when options change
create temp table numbered as
select string_agg(chr(1576 + i % 3) || chr(1578 + i / 3 % 8) || chr(1601 + i / 24 % 8) || chr(1601 + i / 192), ' ') as words
from generate_series(0, 1500) i;
create text search configuration mine (copy = arabic_news);
alter text search configuration mine alter mapping replace arabic_news with mine;
select length(to_tsvector('mine', words || ' ' || words)) > 1000 as many from numbered;
select to_tsvector('mine', 'من وزير ببغداد'), to_tsvector('mine', 'من وزير ببغداد') = to_tsvector('arabic_news', 'من وزير ببغداد') as same from numbered where length(to_tsvector('mine', words)) > 0;
alter text search dictionary mine (stopwords = 'وزير', synonyms = 'بغداد=عاصمة');
select to_tsvector('mine', 'من وزير ببغداد') from numbered where length(to_tsvector('mine', words)) > 0;
select to_tsvector('mine', 'من وزير ببغداد');
select to_tsquery('mine', 'بغداد'), phraseto_tsquery('mine', 'من بغداد');

-- wrong options
\set VERBOSITY sqlstate
alter text search dictionary mine (stopwords = 'no_such_file');
\set VERBOSITY default
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (stopwords = 'My-File');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (stopwords = 'في، من');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة= باص');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = '=باص');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة=باص||عربة');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة=1|2|3|4|5|6|7|8|9');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة=باص سيّارة=قطار');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (synonyms = 'سيارة=باص سيّارة=باص');
alter text search dictionary mine (exceptions = 'default');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (exceptions = 'سيارات=سيارة|باص');
\echo :LAST_ERROR_SQLSTATE
do $$
begin
	execute format('alter text search dictionary mine (exceptions = %L)', repeat('ب', 49) || '=ب');
exception when invalid_parameter_value then
	raise notice 'too long: %', sqlerrm like 'word is too long in Exceptions%';
end $$;
alter text search dictionary mine (form = 'word');
\echo :LAST_ERROR_SQLSTATE
alter text search dictionary mine (variants = 'some');
\echo :LAST_ERROR_SQLSTATE
create text search dictionary other (template = arabic_news, form = stem, form = root);
\echo :LAST_ERROR_SQLSTATE
create text search dictionary other (template = arabic_news, accuracy = 'high');
\echo :LAST_ERROR_SQLSTATE
select to_tsvector('mine', 'من وزراء');
drop text search configuration mine;
drop text search dictionary mine;
