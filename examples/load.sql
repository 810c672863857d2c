-- One article out of the file that the variable ARTICLE of the environment
-- names; psql variables file, title and published.
\set body `cat "$ARTICLE"`
insert into articles (file, title, published, body)
values (:'file', nullif(:'title', ''), nullif(:'published', '')::date, :'body');
