-- names as they are usually spelled, with their proclitics
select arabic_transliterate('التقى الرئيس المصري عبد الفتاح السيسي ولي العهد السعودي محمد بن سلمان في القاهرة');
select arabic_transliterate('زار بوتين الصين ووصل إلى موسكو ٢٠٢٤/٥/١٧، ثم عاد؟');

-- other words by their vowels
select arabic_transliterate(t) from unnest(array['وزارة الخارجية', 'عبدالكريم', 'كريم', 'على', 'علي', 'شنكل']) t;

-- what is not Arabic stays; no Arabic, null
select arabic_transliterate('G20 <b>x</b> 5%'), arabic_transliterate(''), arabic_transliterate(null) is null as is_null;

-- it may stand in an index
create table names (name text);
create index on names (arabic_transliterate(name));
drop table names;

-- countries
select code, alpha3, name_ar, latitude, longitude from arabic_countries() where code in ('EG', 'SA', 'CI', 'XK', 'FJ') order by code;
select name_en from arabic_countries() where alpha3 in ('EGY', 'JOR') order by code;
select count(*) > 240 as many, count(*) = count(distinct code) as codes, count(*) = count(distinct alpha3) as alpha3s,
	bool_and(latitude between -90 and 90 and longitude between -180 and 180) as on_earth,
	bool_and(name_ar <> '' and name_en <> '') as named
from arabic_countries();

-- every country that entities name is there
select e.mention, c.alpha3, c.name_ar
from arabic_entities('وقعت روسيا وقرغيزستان اتفاقا مع الجانب التركي في كوت ديفوار') e
	left join arabic_countries() c on c.code = e.country_code
order by e.ordinal;
