-- parser: text to tokens

create function arabic_news_parser_start(internal, integer) returns internal
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_parser_start';

comment on function arabic_news_parser_start(internal, integer) is
'(internal) starts the text search parser arabic_news';

create function arabic_news_parser_next(internal, internal, internal)
returns internal
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_parser_next';

comment on function arabic_news_parser_next(internal, internal, internal) is
'(internal) next token of the text search parser arabic_news';

create function arabic_news_parser_end(internal) returns void
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_parser_end';

comment on function arabic_news_parser_end(internal) is
'(internal) ends the text search parser arabic_news';

create function arabic_news_parser_types(internal) returns internal
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_parser_types';

comment on function arabic_news_parser_types(internal) is
'(internal) token types of the text search parser arabic_news';

create text search parser arabic_news (
	start = arabic_news_parser_start,
	gettoken = arabic_news_parser_next,
	end = arabic_news_parser_end,
	headline = pg_catalog.prsd_headline,
	lextypes = arabic_news_parser_types
);

comment on text search parser arabic_news is
'words, numbers, dates, months, hashtags and acronyms of Arabic news, the same in every locale';
