-- dictionary: tokens to lexemes, and the configurations for search

create function arabic_news_dictionary_init(internal) returns internal
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_dictionary_init';

comment on function arabic_news_dictionary_init(internal) is
'(internal) makes a dictionary of the text search template arabic_news';

create function arabic_news_dictionary_lexize(internal, internal, internal, internal)
returns internal
language c strict parallel safe
as 'MODULE_PATHNAME', 'arabic_news_dictionary_lexize';

comment on function arabic_news_dictionary_lexize(internal, internal, internal, internal) is
'(internal) lexemes of a token by the text search template arabic_news';

create text search template arabic_news (
	init = arabic_news_dictionary_init,
	lexize = arabic_news_dictionary_lexize
);

comment on text search template arabic_news is
'Arabic words by their morphology; options Form, Variants, StopWords, Synonyms, Exceptions';

create text search dictionary arabic_news (template = arabic_news);

comment on text search dictionary arabic_news is
'Arabic words by their morphology, without stop words';

create text search dictionary arabic_news_all (
	template = arabic_news,
	stopwords = ''
);

comment on text search dictionary arabic_news_all is
'Arabic words by their morphology, stop words too';

create text search configuration arabic_news (parser = arabic_news);

alter text search configuration arabic_news add mapping for
	arabic, month, date, percent, acronym, hashtag, mention, clitic,
	asciiword, word, numword, email, url, host, version, float, uint
with arabic_news;

comment on text search configuration arabic_news is
'search in Arabic news';

create text search configuration arabic_news_all (parser = arabic_news);

alter text search configuration arabic_news_all add mapping for
	arabic, month, date, percent, acronym, hashtag, mention, clitic,
	asciiword, word, numword, email, url, host, version, float, uint
with arabic_news_all;

comment on text search configuration arabic_news_all is
'search in Arabic news, stop words kept';
