-- normalize: one spelling for one text

create function arabic_normalize(body text, level text default 'search')
returns text
language c immutable strict parallel safe cost 20
as 'MODULE_PATHNAME', 'arabic_normalize';

comment on function arabic_normalize(text, text) is
'the text in normal form; level unicode: NFKC without tatweel and invisible characters; orthography: and without diacritics, Persian and Urdu look-alikes as Arabic letters; search (default): and hamza on alef, final alef maqsura, ta marbuta and digits folded';
