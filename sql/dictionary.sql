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

-- dictionaries of the user
create text search dictionary mine (template = arabic_news, stopwords = '');
select ts_lexize('mine', 'من');
alter text search dictionary mine (stopwords = 'default');
select ts_lexize('mine', 'من');
alter text search dictionary mine (stopwords = 'somewhere');
\echo :LAST_ERROR_SQLSTATE
create text search dictionary other (template = arabic_news, accuracy = 'high');
\echo :LAST_ERROR_SQLSTATE
create text search configuration mine (copy = arabic_news);
alter text search configuration mine alter mapping replace arabic_news with mine;
select to_tsvector('mine', 'من وزراء');
drop text search configuration mine;
drop text search dictionary mine;
