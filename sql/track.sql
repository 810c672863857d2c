-- article tables, kept up to date
set timezone = 'UTC';
set datestyle = 'ISO';
create schema news;
set search_path = news, public;

-- whether the mentions are what a fresh extraction gives, and every article is done
create function fresh(articles text, key text, day text) returns text language plpgsql as $$
declare
	wrong int;
	undone int;
begin
	execute format($q$
		with old as (select row(%2$s)::text as key, ordinal, start_pos, end_pos, entity_type, mention, name, name_key,
				country_code, date_from, date_to, amount, unit, role, confidence from %1$s_mentions),
			new as (select row(%2$s)::text, e.ordinal, e.start_pos, e.end_pos, e.entity_type, e.mention, e.name, e.name_key,
				e.country_code, e.date_from, e.date_to, e.amount, e.unit, e.role, e.confidence
				from %1$s a, arabic_entities(a.body, %3$s) e)
		select count(*) from ((table old except all table new) union all (table new except all table old)) x$q$,
		articles, key, day) into wrong;
	execute format('select (select count(*) from %1$s) - (select count(*) from %1$s_news_state where status = ''done'')', articles)
		into undone;
	return format('%s wrong, %s not done', wrong, undone);
end $$;

create table articles (id bigint generated always as identity primary key, published timestamptz, title text, body text, hits int default 0);
insert into articles (published, title, body) values
	('2024-05-16 22:30+00', 'زيارة', 'زار الرئيس الروسي فلاديمير بوتين بكين أمس. ووقع بوتين اتفاقا بقيمة 2.5 مليار دولار.'),
	('2024-05-17 08:00+00', 'لقاء', 'التقى د. محمد مرسي وزير خارجية مصر! وقال سامح شكري إن القاهرة ترحب؟ نعم.'),
	(null, null, null);
select arabic_news_track('articles', 'title', 'body', 'published', time_zone => 'Asia/Riyadh');
select count(*) from articles_news_state;
select total, done, pending, failed, time_left from articles_news_progress;
call arabic_news_refresh('articles');
select id, ordinal, sentence, entity_type, mention, name, country_code, date_from, amount, unit, role, published, published_date
from articles_mentions order by id, ordinal;
select entity_type, name_key, name, country_code, spellings, first_seen, last_seen, mentions, articles from articles_names order by 1, 2;
select id, status, data_version = arabic_news_data_version() as current, extracted_at <= clock_timestamp() as past, error_code from articles_news_state order by id;
select total, done, pending, failed, stale, time_left from articles_news_progress;

-- written with the article
insert into articles (published, title, body) values ('2024-05-18', 'جديد', 'وصل بوتين إلى القاهرة');
update articles set body = 'غادر محمد مرسي باريس' where id = 2;
update articles set hits = 1;
delete from articles where id = 3;
select fresh('articles', 'id', '(published at time zone ''Asia/Riyadh'')::date');
select id, ordinal, name, published_date from articles_mentions where id in (2, 4) order by 1, 2;
update articles set published = '2020-01-01' where id = 4;
select distinct published, published_date from articles_mentions where id = 4;
update articles set published = 'infinity' where id = 4;
select distinct published, published_date from articles_mentions where id = 4;
update articles set body = null where id = 4;
select count(*) from articles_mentions where id = 4;

-- names and views
call arabic_news_refresh('articles');
select entity_type, name, mentions, articles from articles_names order by 1, 2;
select published_date, entity_type, name, mentions, articles from articles_mentions_by_day order by 1, 2, 3;
select week, entity_type, name, mentions, articles from articles_mentions_by_week where entity_type = 'person' order by 1, 2, 3;
select name_1, name_2, articles, first_seen from articles_name_pairs order by 1, 2;
select published_date, country_code, alpha3, name_ar, name_en, latitude is not null as has_place, mentions, articles from articles_countries order by 1, 2;
select entity_type, name, latin from articles_names order by 1, 2;
select * from articles_quotes_by_speaker;
insert into articles (id, published, title, body) overriding system value
values (99, '2024-05-18', 'تصريح', 'قال وزير الخارجية المصري سامح شكري: "إن القاهرة ترحب بكل جهد يفضي إلى وقف الحرب".');
select speaker, quote, cue, published_date, id, article_title, ordinal, start_pos, end_pos from articles_quotes_by_speaker;
select count(*) from ((select q.* from articles a, arabic_quotes(a.body) q) except all
	(select ordinal, quote, start_pos, end_pos, speaker, cue from articles_quotes)) x;
delete from articles where id = 99;

-- copies of one story
insert into articles (id, title, body) overriding system value
select n, 'نسخة', 'أعلنت وزارة الخارجية في القاهرة يوم الخميس أن وزراء خارجية الدول العربية سيعقدون اجتماعا طارئا الأسبوع المقبل لبحث الأوضاع الإنسانية في قطاع غزة وسبل إيصال المساعدات الغذائية والطبية إلى السكان'
from generate_series(100, 101) n;
select id_1, id_2, distance <= 3 as near from articles_copies;
delete from articles where id >= 100;

-- everything says what it is; keys; what a reader of catalogs sees
select c.relname, a.attname from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and c.relkind = 'r'
where c.relname like 'articles!_%' escape '!' and c.relkind in ('r', 'v') and c.relnamespace = 'news'::regnamespace
	and (obj_description(c.oid, 'pg_class') is null or c.relkind = 'r' and col_description(c.oid, a.attnum) is null);
select conrelid::regclass, contype, pg_get_constraintdef(oid) from pg_constraint
where connamespace = 'news'::regnamespace and contype in ('f', 'p') order by conrelid::regclass::text, contype;
select relname, reloptions from pg_class where relname like 'articles!_%' escape '!' and relkind = 'v' order by 1;

-- twice
select arabic_news_track('articles', 'title', 'body', 'published');
select arabic_news_track('articles', null, 'body', 'published');
\echo :LAST_ERROR_SQLSTATE
-- another mode: refresh reads
select arabic_news_track('articles', 'title', 'body', 'published', mode => 'deferred');
insert into articles (published, body) values ('2024-05-18', 'وصل بوتين إلى القاهرة');
update articles set body = 'زار عبد الفتاح السيسي روسيا' where id = 1;
select id, status from articles_news_state order by 1;
call arabic_news_refresh('articles', batch_size => 1);
select fresh('articles', 'id', 'case when isfinite(published) then (published at time zone ''Asia/Riyadh'')::date end');
select arabic_news_track('articles', 'title', 'body', 'published', mode => 'immediate');

-- older data is renewed
update articles_news_state set data_version = 1;
delete from articles_mentions;
select stale from articles_news_progress;
call arabic_news_refresh('articles');
select stale from articles_news_progress;
select fresh('articles', 'id', 'case when isfinite(published) then (published at time zone ''Asia/Riyadh'')::date end');

-- an article that cannot be written is recorded; the others are
select arabic_news_track('articles', 'title', 'body', 'published', mode => 'deferred');
alter table articles_mentions add constraint no_paris check (name <> 'باريس');
\echo :LAST_ERROR_SQLSTATE
update articles set body = 'زار روسيا' where id = 2;
call arabic_news_refresh('articles');
alter table articles_mentions add constraint no_paris check (name <> 'باريس');
insert into articles (title, body) values ('ا', 'زار باريس'), ('ب', 'زار لندن');
call arabic_news_refresh('articles');
select id, article_title, error_code, error_text from articles_news_failures;
select failed, pending from articles_news_progress;
alter table articles_mentions drop constraint no_paris;
update articles_news_state set status = 'pending' where status = 'failed';
call arabic_news_refresh('articles');
select fresh('articles', 'id', 'case when isfinite(published) then (published at time zone ''Asia/Riyadh'')::date end');
select arabic_news_track('articles', 'title', 'body', 'published', mode => 'immediate');

-- a body of more than 1 MB is left to refresh
insert into articles (title, body) values ('كبير', repeat('زار روسيا. ', 60000));
select status from articles_news_state s join articles a using (id) where title = 'كبير';
call arabic_news_refresh('articles');
select status, count(m.*), max(sentence) from articles_news_state s join articles a using (id) join articles_mentions m using (id) where title = 'كبير' group by 1;

-- renamed
alter table articles rename to stories;
alter table stories rename column body to "The Text";
alter table stories rename column id to number;
insert into stories (published, "The Text") values ('2024-05-18', 'وصل بوتين إلى القاهرة');
select count(*) from articles_mentions m join stories s on s.number = m.id where "The Text" = 'وصل بوتين إلى القاهرة';
call arabic_news_refresh('stories');
alter table articles_quotes rename to gone;
insert into stories (published, "The Text") values ('2024-05-18', 'وصل');
\echo :LAST_ERROR_SQLSTATE
alter table gone rename to articles_quotes;

-- cannot run inside a transaction, nor in a function
begin;
call arabic_news_refresh('stories');
\echo :LAST_ERROR_SQLSTATE
rollback;
do $$ begin call arabic_news_refresh('news.stories'); end $$;

-- row-level security, at once and later
alter table stories enable row level security;
insert into stories (published, "The Text") values ('2024-05-18', 'وصل');
\echo :LAST_ERROR_SQLSTATE
call arabic_news_refresh('stories');
\echo :LAST_ERROR_SQLSTATE
alter table stories disable row level security;

-- what holds the extension, and what dropping the articles takes along
\set VERBOSITY terse
drop extension arabic_news;
\echo :LAST_ERROR_SQLSTATE
\set VERBOSITY default
create view mine as select * from articles_mentions;
select arabic_news_untrack('stories');
\echo :LAST_ERROR_SQLSTATE
drop view mine;
drop table stories;
select relname from pg_class where relnamespace = 'news'::regnamespace;

-- keys of every kind: uuid, text, two columns, names that are taken
create table "By Uuid" ("Key" uuid primary key, "day" date, body varchar(1000));
select arabic_news_track('"By Uuid"', null, 'body', 'day');
insert into "By Uuid" values ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '2024-05-16', 'زار بوتين روسيا أمس');
select * from "By Uuid_name_pairs" where false;
select "Key", name, published from "By Uuid_mentions" order by ordinal;

create collation backwards (provider = icu, locale = 'und');
create table by_text (name text collate backwards, "order" int not null, status int, body text, published date, unique ("order", name));
alter table by_text alter name set not null;
select arabic_news_track('by_text', null, 'body', 'published', key_columns => '{name,order}');
insert into by_text values ('ا', 1, 7, 'زار بوتين روسيا أمس', '2024-05-16'), ('ا', 2, 7, 'زار بوتين الصين أمس', '2024-05-16');
select article_name, "order", ordinal, name from by_text_mentions order by 1, 2, 3;
update by_text set name = 'ب' where "order" = 2;
update by_text set body = 'لا شيء' where "order" = 1;
select article_name, "order", ordinal, name from by_text_mentions order by 1, 2, 3;
update by_text_news_state set status = 'pending';
delete from by_text_mentions;
call arabic_news_refresh('by_text');
select article_name, "order", ordinal, name from by_text_mentions order by 1, 2, 3;

-- names near 63 bytes
create table a23456789012345678901234567890123456789012345678901234567890123 (id int primary key, body text);
create table a23456789012345678901234567890123456789012345678901234567890124 (id int primary key, body text);
select arabic_news_track('a23456789012345678901234567890123456789012345678901234567890123', null, 'body');
select arabic_news_track('a23456789012345678901234567890123456789012345678901234567890124', null, 'body');
insert into a23456789012345678901234567890123456789012345678901234567890123 values (1, 'زار روسيا');
insert into a23456789012345678901234567890123456789012345678901234567890124 values (1, 'زار الصين');
call arabic_news_refresh('a23456789012345678901234567890123456789012345678901234567890124');
select relname from pg_class where relname like 'a2345%mentions' order by 1;
select arabic_news_untrack('a23456789012345678901234567890123456789012345678901234567890123');
select arabic_news_untrack('a23456789012345678901234567890123456789012345678901234567890124');
select relname from pg_class where relname like 'a2345%' and relkind in ('r', 'v') order by 1;

-- a key that is moved, in tables with and without foreign keys
create table moved (id int primary key deferrable, body text);
select arabic_news_track('moved', null, 'body', foreign_keys => true);
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('moved', null, 'body');
insert into moved values (1, 'زار روسيا'), (2, 'زار الصين'), (3, 'زار مصر');
update moved set id = id + 1;
select id, name from moved_mentions order by 1;
delete from moved where id = 3;
select id, name from moved_mentions order by 1;
truncate moved;
call arabic_news_refresh('moved');
select count(*) from moved_mentions;
select count(*) from moved_news_state;

-- partitions, in other schemas and with other columns' order
create schema parts;
create table by_day (published timestamp not null, id int not null, title text, body text, primary key (id, published)) partition by range (published);
create table parts.may (body text, dropped int, id int not null, title text, published timestamp not null);
alter table parts.may drop dropped;
create table parts.june partition of by_day for values from ('2024-06-01') to ('2024-07-01');
insert into parts.june values ('2024-06-03 23:00', 1, 'ا', 'زار روسيا أمس');
select arabic_news_track('by_day', 'title', 'body', 'published', time_zone => 'Africa/Cairo');
alter table by_day attach partition parts.may for values from ('2024-05-01') to ('2024-06-01');
insert into by_day values ('2024-05-16 01:00', 2, 'ب', 'زار الصين أمس');
insert into parts.may values ('زار مصر أمس', 3, 'ت', '2024-05-16 02:00');
call arabic_news_refresh('by_day');
select id, article_published, name, published, published_date from by_day_mentions order by 1, ordinal;
select fresh('by_day', 'id', 'published::date');
-- from one partition to the other
update by_day set published = '2024-06-16 01:00' where id = 2;
select id, article_published, name from by_day_mentions where id = 2 order by ordinal;
select arabic_news_track('parts.may', 'title', 'body', 'published');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_untrack('parts.may');
\echo :LAST_ERROR_SQLSTATE
call arabic_news_refresh('parts.may');
\echo :LAST_ERROR_SQLSTATE
alter table by_day detach partition parts.may;
call arabic_news_refresh('by_day');
select id, name from by_day_mentions order by 1, ordinal;
drop table parts.june;
call arabic_news_refresh('by_day');
select count(*) from by_day_mentions;
select count(*) from by_day_names;

-- refused
create view no_table as select 1 as id, ''::text as body;
select arabic_news_track('no_table', null, 'body');
\echo :LAST_ERROR_SQLSTATE
create table odd (id int, n int unique, body text, published text);
select arabic_news_track('odd', null, 'body');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'body', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
alter table odd alter n set not null, alter id set not null;
select arabic_news_track('odd', null, 'body', key_columns => '{id}');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'body', 'published', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'nothing', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'body', key_columns => '{n,n}');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', 'body', 'body', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'body', key_columns => '{n}', mode => 'now');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track('odd', null, 'body', key_columns => '{n}', time_zone => 'Nowhere');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_track(null, null, 'body');
\echo :LAST_ERROR_SQLSTATE
alter table odd enable row level security;
select arabic_news_track('odd', null, 'body', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
alter table odd disable row level security;
create table odd_names ();
select arabic_news_track('odd', null, 'body', key_columns => '{n}');
\echo :LAST_ERROR_SQLSTATE
call arabic_news_refresh('odd');
\echo :LAST_ERROR_SQLSTATE
select arabic_news_untrack('odd');
\echo :LAST_ERROR_SQLSTATE
create trigger wrong after insert on odd for each row execute function arabic_news_trigger();
insert into odd values (1, 1);
\echo :LAST_ERROR_SQLSTATE

set client_min_messages = error;
drop schema news, parts cascade;
