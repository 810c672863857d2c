-- article: the parts of an article as it was pasted

create type arabic_article_parts as (
	title text,
	published date,
	author text,
	publisher text,
	source text,
	image_credit text,
	body text
);

comment on type arabic_article_parts is
'the parts of an article, null where it has none; published: the day of publication; publisher: who published it, source: whom it was taken from; body: the text without these, without counters, switches of language, buttons and links to other articles';

create function arabic_article(body text) returns arabic_article_parts
language c immutable strict parallel safe cost 2000
as 'MODULE_PATHNAME', 'arabic_article';

comment on function arabic_article(text) is
'takes a pasted article, plain text or HTML, apart; what is not recognised stays in body; usual form: select a.id, p.* from pasted a, arabic_article(a.content) p';
