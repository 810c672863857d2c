-- The entities of one article, by file name.  Where the article's date is not
-- known, the first full date in it serves.
\pset footer off
\echo
\echo :file
select e.entity_type as type, e.mention, e.name,
	coalesce(
		case when e.date_from = e.date_to then e.date_from::text
			else e.date_from || ' - ' || e.date_to end,
		e.amount || coalesce(' ' || e.unit, ''),
		e.country_code, e.role, '') as value
from articles a
	left join lateral (
		select d.date_from as first_date
		from arabic_entities(a.body) d
		where d.entity_type = 'date' and d.date_from = d.date_to
		order by d.ordinal
		limit 1
	) d on true,
	arabic_entities(a.body, coalesce(a.published, d.first_date)) e
where a.file = :'file'
order by a.id, e.ordinal;
