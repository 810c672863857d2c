-- search as users know it
create table news (
	id integer primary key,
	body text,
	search tsvector generated always as (to_tsvector('arabic_news', body)) stored
);
insert into news values
	(1, 'اجتمع وزراء الخارجية العرب في القاهرة يوم 15 أكتوبر/تشرين الأول 2022'),
	(2, 'قال الرئيس الروسي فلاديمير بوتين إن المحادثات بناءة'),
	(3, 'ارتفعت الأسعار بنسبة 46.6 بالمائة في تشرين الأول'),
	(4, 'شح الماء يهدد القرى'),
	(5, 'وكالة سبوتنيك: لقاح جديد ضد كورونا');
create index on news using gin (search);

select to_tsvector('arabic_news', 'قال الوزير في المؤتمر إن الوزراء اجتمعوا');
select to_tsquery('arabic_news', 'الوزراء & !القاهرة');
select plainto_tsquery('arabic_news', 'وزراء في القاهرة');
select phraseto_tsquery('arabic_news', 'وزراء في القاهرة');
select websearch_to_tsquery('arabic_news', '"الرئيس الروسي" -القاهرة or كورونا');
select to_tsquery('arabic_news', 'أكتوبر');

set enable_seqscan = off;
explain (costs off) select id from news where search @@ to_tsquery('arabic_news', 'الوزراء');
select id from news where search @@ to_tsquery('arabic_news', 'والوزراء') order by id;
select id from news where search @@ to_tsquery('arabic_news', 'أكتوبر') order by id;
select id from news where search @@ to_tsquery('arabic_news', 'بالماء') order by id;
select id from news where search @@ phraseto_tsquery('arabic_news', 'الخارجية العرب في القاهرة') order by id;
select id from news where search @@ websearch_to_tsquery('arabic_news', '"لقاح جديد" سبوتنيك') order by id;
reset enable_seqscan;

-- a phrase keeps its distance over stop words and proclitics that stand alone
select to_tsvector('arabic_news', 'الذكرى الـ 30 لإقامة العلاقات') @@ phraseto_tsquery('arabic_news', 'الذكرى الـ 30') as phrase;

-- headlines: no word lost, none doubled
select ts_headline('arabic_news', 'قال الرئيس: <b>الوزراء</b> في   القاهرة، G20 و46.6% من #كأس_العالم', to_tsquery('arabic_news', 'وزراء'), 'HighlightAll=true');
select ts_headline('arabic_news', repeat('كلام ', 5) || repeat(' ', 3000) || 'الوزراء', to_tsquery('arabic_news', 'وزراء'), 'HighlightAll=true')
	= repeat('كلام ', 5) || repeat(' ', 3000) || '<b>الوزراء</b>' as long_blank_kept;
select ts_headline('arabic_news', body, q, 'MaxWords=6, MinWords=3') from news, to_tsquery('arabic_news', 'بوتين') q where search @@ q;

-- words of any length are kept
select length(to_tsvector('arabic_news', repeat('ب', 5000))) > 0 as kept;

-- positions and weights
select ts_rank(setweight(to_tsvector('arabic_news', 'الوزراء'), 'A'), to_tsquery('arabic_news', 'وزراء:A')) > 0 as weighted;
-- prefix search
select to_tsvector('arabic_news', 'سبوتنيك') @@ to_tsquery('arabic_news', 'سبوت:*') as prefix;

drop table news;
