-- track: article tables, kept up to date

create function arabic_news_trigger() returns trigger
language c volatile
as 'MODULE_PATHNAME', 'arabic_news_trigger';

comment on function arabic_news_trigger() is
'(internal) the trigger that arabic_news_track() gives a table of articles';

create function arabic_news_track(
	articles regclass,
	title_column name,
	body_column name,
	published_column name default null,
	key_columns name[] default null,
	mode text default 'immediate',
	foreign_keys boolean default null,
	time_zone text default null
) returns void
language c volatile parallel unsafe cost 1000000
as 'MODULE_PATHNAME', 'arabic_news_track';

comment on function arabic_news_track(regclass, name, name, name, name[], text, boolean, text) is
'makes tables of mentions, quotations and names beside a table of articles, views over them, and a trigger that keeps them up to date; key_columns: by default the primary key; mode: immediate, or deferred until arabic_news_refresh(); foreign_keys: by default for tables that are not partitioned; time_zone: in which a timestamp has its day, by default the session''s';

create function arabic_news_untrack(articles regclass, cascade boolean default false) returns void
language c volatile parallel unsafe cost 1000000
as 'MODULE_PATHNAME', 'arabic_news_untrack';

comment on function arabic_news_untrack(regclass, boolean) is
'drops what arabic_news_track() made; cascade: and what depends on it';

create function arabic_news_grant(articles regclass) returns void
language c volatile parallel unsafe cost 1000000
as 'MODULE_PATHNAME', 'arabic_news_grant';

comment on function arabic_news_grant(regclass) is
'whoever may read the articles may read the tables and views that arabic_news_track() made';

create procedure arabic_news_refresh(
	articles regclass,
	batch_size integer default 64,
	names boolean default true
)
language c
as 'MODULE_PATHNAME', 'arabic_news_refresh';

comment on procedure arabic_news_refresh(regclass, integer, boolean) is
'reads the articles of a tracked table that wait, and those read with older language data, in batches of a transaction each; several sessions share the work; names: count the table of names anew';
