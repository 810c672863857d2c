-- analyze: words taken apart

create type arabic_token as (
	pos integer,
	token text,
	token_type text,
	start_pos integer,
	end_pos integer,
	lexemes text[],
	lemma text,
	vocalized text,
	root text,
	part_of_speech text,
	prefix text,
	suffix text,
	lemmas text[],
	is_stop boolean,
	known boolean
);

comment on type arabic_token is
'a token of a text: where it stands (characters from 1, end exclusive), what the index keeps of it, and how it is taken apart';

create function arabic_analyze(body text) returns setof arabic_token
language c immutable parallel safe cost 1000 rows 400
as 'MODULE_PATHNAME', 'arabic_analyze';

comment on function arabic_analyze(text) is
'one row for each token of the text, blanks left out: its type, lexemes, lemma, affixes; positions count characters from 1, end exclusive';

create function arabic_lemma(word text) returns text
language c immutable strict parallel safe cost 5
as 'MODULE_PATHNAME', 'arabic_lemma';

comment on function arabic_lemma(text) is
'the lemma of one word, in standard spelling without diacritics';

create function arabic_root(word text) returns text
language c immutable strict parallel safe cost 5
as 'MODULE_PATHNAME', 'arabic_root';

comment on function arabic_root(text) is
'the root consonants of one word, hamza as such; null where the lexicon knows none';

create function arabic_stem(word text) returns text
language c immutable strict parallel safe cost 5
as 'MODULE_PATHNAME', 'arabic_stem';

comment on function arabic_stem(text) is
'the light stem of one word by rule, without a lexicon (Larkey, Ballesteros and Connell 2007)';
