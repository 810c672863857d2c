-- entities: facts of articles

create type arabic_entity as (
	ordinal integer,
	entity_type text,
	mention text,
	start_pos integer,
	end_pos integer,
	name text,
	name_key text,
	country_code text,
	date_from date,
	date_to date,
	amount numeric,
	unit text,
	role text,
	confidence real
);

comment on type arabic_entity is
'a mention in an article; entity_type: person, organization, location, nationality, date, money, percent, quantity, event, misc; start_pos and end_pos: characters from 1, end exclusive; name: one spelling per thing; country_code: ISO 3166-1 alpha-2; date_from, date_to: first and last day; unit: ISO 4217 for money; role: the title beside a person; confidence: 0 to 1';

create function arabic_entities(body text, published date default null)
returns setof arabic_entity
language c immutable parallel safe cost 2000 rows 40
as 'MODULE_PATHNAME', 'arabic_entities';

comment on function arabic_entities(text, date) is
'people, places, organizations, nationalities, dates, money, percentages, quantities, events and works mentioned in an article; relative dates are resolved against published; usual form: select a.id, e.* from articles a, arabic_entities(a.body, a.published) e';

create type arabic_article_entity as (
	article_id text,
	ordinal integer,
	entity_type text,
	mention text,
	start_pos integer,
	end_pos integer,
	name text,
	name_key text,
	country_code text,
	date_from date,
	date_to date,
	amount numeric,
	unit text,
	role text,
	confidence real
);

comment on type arabic_article_entity is
'an arabic_entity with the id of its article';

create function arabic_entities_in(
	articles regclass,
	id_column name,
	body_column name,
	published_column name default null
) returns setof arabic_article_entity
language c stable parallel unsafe cost 1000000 rows 10000
as 'MODULE_PATHNAME', 'arabic_entities_in';

comment on function arabic_entities_in(regclass, name, name, name) is
'arabic_entities() over every row of a table or view, with the caller''s rights; reads all of it before the first row; published_column may be a date or a timestamp';
