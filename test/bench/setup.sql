-- What script/bench measures on: the articles, and the peers' configurations.
-- Variables: input (file of id, date, title, body), articles (how many).
\set ON_ERROR_STOP on
set client_min_messages = warning;

create extension arabic_news;
create extension an_floor;

-- PostgreSQL's way to use a hunspell dictionary; it gives nothing for a word
-- that it does not know, which therefore stays as it is
create text search dictionary hunspell_ar (
	template = ispell, dictfile = bench_hunspell_ar, afffile = bench_hunspell_ar
);
create text search configuration hunspell_ar (copy = pg_catalog.arabic);
alter text search configuration hunspell_ar
	alter mapping for word, hword, hword_part with hunspell_ar, simple;
do $$
begin
	assert ts_lexize('hunspell_ar', 'مدينة') is not null, 'hunspell-ar does not know a common word';
end
$$;

-- one lexeme a word, as the configuration arabic has it
create text search dictionary arabic_news_one (
	template = arabic_news, variants = no
);
create text search configuration arabic_news_one (copy = arabic_news);
alter text search configuration arabic_news_one
	alter mapping replace arabic_news with arabic_news_one;

-- one article a line: no escapes, no quotes
create unlogged table lines (id text, published text, title text, body text);
alter table lines alter body set storage external;
\copy lines from pstdin with (format csv, delimiter E'\t', quote E'\x01')

-- Stored without compression, so that reading it costs next to nothing.
-- Which articles are taken and their order does not follow the file's order.
-- A tsvector cannot hold more than 1 MB, so no article is near it.
create unlogged table articles (id bigint, published date, body text);
alter table articles alter body set storage external;
insert into articles
select row_number() over (order by copy, md5(id)),
	case when published ~ '^\d{4}-\d\d-\d\d$' then published::date end, body
from (select l.*, generate_series(1, :articles / n + 1) as copy
	from lines l, (select count(*) as n from lines where length(body) between 1 and 200000) c
	where length(body) between 1 and 200000) l
order by copy, md5(id)
limit :articles;
alter table articles add primary key (id);
vacuum analyze articles;

-- one body of so many bytes, made of whole articles
create function body_of(bytes bigint) returns text language sql as $$
	select left(repeat(t, (bytes / octet_length(t) + 1)::int), (bytes / octet_length(t)::float8 * length(t))::int)
	from (select string_agg(body, E'\n' order by id) as t from articles where id <= 400) a
$$;
create unlogged table bodies (bytes bigint primary key, body text);
alter table bodies alter body set storage external;

-- each query once to warm up, then all of them in turn, so that a busy moment
-- of the machine meets all alike
create unlogged table queries (n int generated always as identity, what text primary key, query text);
create unlogged table times (what text, seconds float8);
create procedure time_queries(runs int) language plpgsql as $$
declare
	q record;
	began timestamptz;
begin
	for run in 0 .. runs loop
		for q in select * from queries order by n loop
			began := clock_timestamp();
			execute q.query;
			if run > 0 then
				insert into times values (q.what, extract(epoch from clock_timestamp() - began));
			end if;
		end loop;
	end loop;
end
$$;
