-- latin: for readers of Latin script, and for maps

create function arabic_transliterate(body text) returns text
language c immutable strict parallel safe cost 30
as 'MODULE_PATHNAME', 'arabic_transliterate';

comment on function arabic_transliterate(text) is
'the text in Latin letters as English-language news writes them, without diacritics: names as they are usually spelled, other words by their vowels';

create type arabic_country as (
	code varchar(2),
	alpha3 varchar(3),
	name_ar text,
	name_en text,
	latitude float8,
	longitude float8
);

comment on type arabic_country is
'a country or territory: ISO 3166-1 codes, its usual names, and about where its middle lies, in degrees';

create function arabic_countries() returns setof arabic_country
language c immutable parallel safe cost 100 rows 250
as 'MODULE_PATHNAME', 'arabic_countries';

comment on function arabic_countries() is
'the countries whose codes arabic_entities gives, one row each: a reference table for joins and maps';
