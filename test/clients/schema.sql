-- A tracked table of articles, as clients see it.  Where this version cannot
-- track, tables of the same shape are made by hand.
set client_min_messages = warning;
create extension arabic_news;
create table articles (
	id bigint primary key,
	title varchar(400),
	body text not null,
	published timestamptz
);
comment on table articles is 'المقالات';
comment on column articles.title is 'العنوان';
insert into articles values
	(1, 'زيارة', 'زار الرئيس الروسي فلاديمير بوتين بكين أمس ووقع اتفاقا بقيمة 2.5 مليار دولار.', '2024-05-17 12:00+00'),
	(2, 'لقاء', 'التقى بوتين نظيره الصيني في موسكو.', '2024-05-18 12:00+00');

select count(*) > 0 as tracks from pg_proc where proname = 'arabic_news_track' \gset
\if :tracks
select arabic_news_track('articles', 'title', 'body', 'published', time_zone => 'UTC');
call arabic_news_refresh('articles');
\else
create table articles_mentions (
	id bigint not null references articles on delete cascade on update cascade,
	ordinal integer not null,
	entity_type varchar(20) not null,
	mention varchar(400) not null,
	name varchar(200),
	country_code varchar(2),
	date_from date,
	amount numeric,
	unit varchar(40),
	confidence real not null,
	published_date date,
	primary key (id, ordinal)
);
comment on table articles_mentions is 'what the articles mention';
comment on column articles_mentions.name is 'one spelling for one thing';
insert into articles_mentions
select a.id, e.ordinal, e.entity_type, e.mention, e.name, e.country_code, e.date_from, e.amount, e.unit, e.confidence,
	(a.published at time zone 'UTC')::date
from articles a, arabic_entities(a.body, (a.published at time zone 'UTC')::date) e;
create view articles_mentions_by_day as
select published_date, entity_type, name, count(*) as mentions from articles_mentions group by 1, 2, 3;
comment on view articles_mentions_by_day is 'mentions by day';
\endif
create view map as select * from arabic_countries();
