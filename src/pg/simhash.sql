-- simhash: copies of one story

create function arabic_simhash(body text) returns bigint
language c immutable strict parallel safe cost 800
as 'MODULE_PATHNAME', 'arabic_simhash';

comment on function arabic_simhash(text) is
'fingerprint of a text by its lexemes: copies of one story differ in few of its 64 bits; null where there is no lexeme; may change with arabic_news_data_version()';

create function arabic_simhash_distance(a bigint, b bigint) returns integer
language c immutable strict parallel safe cost 1
as 'MODULE_PATHNAME', 'arabic_simhash_distance';

comment on function arabic_simhash_distance(bigint, bigint) is
'in how many of 64 bits two fingerprints differ: 0 to 3, nearly the same text; up to 6, most likely copies of one story';
