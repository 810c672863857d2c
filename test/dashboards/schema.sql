-- A tracked table of articles, as clients see it.
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

select arabic_news_track('articles', 'title', 'body', 'published', time_zone => 'UTC');
call arabic_news_refresh('articles');
create view map as select * from arabic_countries();
