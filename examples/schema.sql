-- A table of articles that can be searched.
create extension arabic_news;

create table articles (
	id integer generated always as identity primary key,
	file text,
	title text,
	published date,
	body text not null,
	search tsvector generated always as (
		setweight(to_tsvector('arabic_news', coalesce(title, '')), 'A') ||
		setweight(to_tsvector('arabic_news', body), 'D')
	) stored
);

create index on articles using gin (search);
