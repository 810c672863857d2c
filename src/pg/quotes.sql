-- quotes: direct speech in articles

create type arabic_quote as (
	ordinal integer,
	quote text,
	start_pos integer,
	end_pos integer,
	speaker text,
	cue text
);

comment on type arabic_quote is
'direct speech in an article; quote: what is inside the marks; start_pos and end_pos: characters from 1, end exclusive; speaker: the name of the person or organization as in arabic_entity, null where the article gives none; cue: lemma of the verb or phrase of speech, null where there is none';

create function arabic_quotes(body text)
returns setof arabic_quote
language c immutable parallel safe strict cost 2100 rows 2
as 'MODULE_PATHNAME', 'arabic_quotes';

comment on function arabic_quotes(text) is
'direct speech in quotation marks and who said it, through pronouns, titles and roles; not names, titles of works and scare quotes; usual form: select a.id, q.* from articles a, arabic_quotes(a.body) q';
