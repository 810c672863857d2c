-- What script/demo shows.
\pset footer off
\echo
\echo 'The facts of a sentence:'
select entity_type, mention, name, country_code, date_from, amount, unit
from arabic_entities('زار الرئيس الروسي فلاديمير بوتين بكين أمس ووقع اتفاقا بقيمة 2.5 مليار دولار', '2024-05-17');

\echo 'One spelling for one text:'
select level, arabic_normalize('أعلنت الحكـــومةُ في ٢٠٢٤ عن خطّةٍ إلى مصطفى', level)
from unnest(array['unicode', 'orthography', 'search']) level;

\echo 'A search: forms of a word meet, and a name is not cut:'
select a.file, round(ts_rank(a.search, q)::numeric, 3) as rank,
	ts_headline('arabic_news', a.body, q, 'StartSel=«, StopSel=», MaxWords=12, MinWords=6') as headline
from articles a, websearch_to_tsquery('arabic_news', 'المؤتمرات or وزارات') q
where a.search @@ q
order by rank desc, a.id
limit 5;

\echo 'Who and what the articles are about:'
select e.entity_type, e.name, e.country_code,
	count(*) as mentions, count(distinct a.id) as articles
from articles a, arabic_entities(a.body, a.published) e
where e.entity_type in ('person', 'organization', 'location')
group by 1, 2, 3
order by 4 desc, 5 desc, 2
limit 12;

\echo 'Days, sums and shares with their values:'
select a.file, e.entity_type, e.mention, e.date_from, e.date_to, e.amount, e.unit
from articles a, arabic_entities(a.body, a.published) e
where e.entity_type in ('date', 'money', 'percent') and a.file = '04-economy.txt'
order by a.id, e.ordinal;
