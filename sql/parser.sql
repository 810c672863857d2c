-- the text search parser
select * from ts_token_type('arabic_news') order by tokid;

create function tokens(t text) returns text language sql
return (
	select string_agg(tt.alias || '[' || p.token || ']', ' ' order by p.n)
	from ts_parse('arabic_news', t) with ordinality p(tokid, token, n)
		join ts_token_type('arabic_news') tt using (tokid)
	where tt.alias <> 'blank'
);

-- words with marks and tatweel; letters beside digits and Latin letters
select tokens('قال الرَّئيسُ إنّ القـــــمة ستُعقد في7 أكتوبر في المنتدى27');
select tokens('مجموعة G20 وCovid-19 وشركة أوبن AI');
-- numbers of three scripts, shares
select tokens('2,490,000.5 و ٢٫٤٩ و ١٬٠٠٠ و ۱۲۳ و 46.6% و ٪٤٦ و 2022-2024');
-- dates
select tokens('2022/10/15 و15/10/2022 و ٢٠٢٢/١٠/١٥ و 24/7');
-- months of two words, pairs of names
select tokens('25 أكتوبر/تشرين الأول 2023 و1 ابريل/ نيسان وكانون الثاني وذو القعدة');
-- a proclitic with tatweel that stands alone
select tokens('الذكرى الـ 30 وبـ”الخطة“ والـG20 1445هـ');
-- acronyms, hashtags, mentions, addresses
select tokens('(أ.ف.ب) U.N. #كأس_العالم_2022 @user info@example.com https://example.com/a?b=1 www.example.com');
-- markup
select tokens('<p class="x">قال&nbsp;<b>بوتين</b></p><script>var x = "لا";</script> **مهم** *«نص»* 3 < 5');

-- every byte comes back once, in order
select t = (select string_agg(token, '' order by n)
	from ts_parse('arabic_news', t) with ordinality p(tokid, token, n)) as whole
from unnest(array[
	'قال الرَّئيسُ، "نعم"...  <b>x</b> &amp; #وسم_ 12.5٪ ',
	repeat('ا', 5000), repeat('<', 3000), repeat(' ', 5000), repeat('ـ', 5000), repeat('1', 5000)]) t;
-- no token is too long for core
select max(octet_length(token)) < 2047 as short
from unnest(array[repeat('ب', 5000), repeat(' ', 5000), repeat('a', 5000), '#' || repeat('ت', 5000), repeat('1', 5000)]) t,
	ts_parse('arabic_news', t) p;

drop function tokens(text);
