-- Whether time follows length: one body of 1 MB, and one 10 (or 100) times as
-- long.  The ratio is that of the times for a byte: 1 is linear.
-- Variables: runs, long (MB of the longest).
\set ON_ERROR_STOP on
set client_min_messages = warning;
set jit = off;
set max_parallel_workers_per_gather = 0;

insert into bodies
select m * 1000000, body_of(m * 1000000)
from (select distinct unnest(array[1, 10, :long]) m) m;

insert into queries (what, query)
select f || ' ' || bytes, format('select %s from bodies b where bytes = %s', replace(expression, 'BODY', 'b.body'), bytes)
from bodies,
	(values ('arabic_normalize', $$length(arabic_normalize(BODY, 'search'))$$),
		('arabic_analyze', '(select count(*) from arabic_analyze(BODY))'),
		('arabic_entities', '(select count(*) from arabic_entities(BODY, ''2024-01-31''))')) f (f, expression)
order by f, bytes;

call time_queries(:runs);

select format('%s of %s MB, peer: of 1 MB, s; ratio for a byte', f, bytes / 1000000),
	round(ours::numeric, 4), round(peer::numeric, 4), round((ours / peer * 1000000 / bytes)::numeric, 3)
from unnest(array['arabic_normalize', 'arabic_analyze', 'arabic_entities']) with ordinality f (f, n),
	bodies,
	lateral (select min(seconds) as ours from times where what = f || ' ' || bytes) o,
	lateral (select min(seconds) as peer from times where what = f || ' 1000000') p
where bytes > 1000000
order by f.n, bytes;
truncate queries, times;
