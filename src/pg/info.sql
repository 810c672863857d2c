-- info: the extension itself

create function arabic_news_data_version() returns integer
language c stable parallel safe cost 1
as 'MODULE_PATHNAME', 'arabic_news_data_version';

comment on function arabic_news_data_version() is
'version of the language data; when it changes, lexemes and extracted facts may: reindex';

create function arabic_news_verify() returns boolean
language c stable parallel safe cost 10000
as 'MODULE_PATHNAME', 'arabic_news_verify';

comment on function arabic_news_verify() is
'true if the language data in the library is as it was built (reads all of it)';
