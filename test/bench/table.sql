-- The functions over the table, each against its peer.  Variables: runs,
-- few (articles that hunspell gets).
\set ON_ERROR_STOP on
set client_min_messages = warning;
set jit = off;
set max_parallel_workers_per_gather = 0;

insert into queries (what, query)
select config, format('select sum(length(to_tsvector(%L, body))) from articles', config)
from unnest(array['arabic_news', 'arabic_news_one', 'arabic_news_all', 'arabic', 'an_floor']) config;
insert into queries (what, query)
select config || ' few', format('select sum(length(to_tsvector(%L, body))) from articles where id <= %s', config, :few)
from unnest(array['arabic_news', 'hunspell_ar']) config;
insert into queries (what, query) values
	('arabic_normalize', $$select sum(length(arabic_normalize(body, 'search'))) from articles$$),
	('nfkc', 'select sum(length(normalize(body, nfkc))) from articles'),
	('arabic_entities', 'select count(*) from articles a, arabic_entities(a.body, a.published) e'),
	('reading', 'select sum(length(body)) from articles');

call time_queries(:runs);

select label,
	round(ours.least::numeric, 3), round(peer.least::numeric, 3),
	round((ours.least / peer.least)::numeric, 3),
	round(ours.middle::numeric, 3), round(peer.middle::numeric, 3)
from (values
		('to_tsvector, peer: the configuration arabic, s', 'arabic_news', 'arabic'),
		('to_tsvector, one lexeme a word (Variants = no), peer: arabic, s', 'arabic_news_one', 'arabic'),
		('to_tsvector with stop words, peer: arabic (it has none), s', 'arabic_news_all', 'arabic'),
		('to_tsvector of ' || :few || ' articles, peer: hunspell-ar through ispell, s', 'arabic_news few', 'hunspell_ar few'),
		('to_tsvector, peer: the floor that does nothing, s', 'arabic_news', 'an_floor'),
		('the floor that does nothing, peer: arabic, s', 'an_floor', 'arabic'),
		('arabic_normalize search, peer: normalize NFKC, s', 'arabic_normalize', 'nfkc'),
		('arabic_entities, peer: to_tsvector arabic, s', 'arabic_entities', 'arabic'),
		('(reading the table alone, peer: to_tsvector arabic, s)', 'reading', 'arabic'))
		as p (label, ours, peer),
	lateral (select min(seconds) as least,
			percentile_cont(0.5) within group (order by seconds) as middle
		from times where what = p.ours) ours,
	lateral (select min(seconds) as least,
			percentile_cont(0.5) within group (order by seconds) as middle
		from times where what = p.peer) peer;

select 'words a second, arabic_entities, peer: to_tsvector arabic',
	round(words / ours), round(words / peer), round((peer / ours)::numeric, 3)
from (select count(*) as words from articles, ts_parse('an_floor', body) where tokid = 2) w,
	(select min(seconds) as ours from times where what = 'arabic_entities') o,
	(select min(seconds) as peer from times where what = 'arabic') p;
truncate queries, times;
