-- facts of articles
set datestyle = 'ISO';
create view articles as
select * from (values
	(1, date '2023-10-25', 'يقوم رئيس الوزراء الروسي - ميخائيل ميشوستين بزيارة عمل إلى بيشكيك اليوم الأربعاء 25 أكتوبر/تشرين الأول 2023.'),
	(2, date '2024-05-17', 'زاد حجم التجارة بنسبة ٤٦٫٦٪ وبلغ 2.49 مليار دولار في عام 2021 و800 ألف طن.'),
	(3, date '2024-05-17', E'<p>قالَ الرَّئيسُ الفرنسيّ إيمانويل مـــاكرون&nbsp;أمس</p>\r\n<p>إن <b>الأمم المتحدة</b> دعت للصين</p>'),
	(4, date '2024-05-17', 'أعلنت وزارة الخارجية السعودية أن الأمير محمد بن سلمان التقى بوتين في موسكو الأسبوع الماضي.'),
	(5, null, 'وصل في 5 مارس/آذار 2022 وغادر أمس'),
	(6, date '2024-05-17', 'Plain English text 123'),
	(7, date '2024-05-17', ''),
	(8, date '2024-05-17', null)
) a(id, published, body);

-- the usual form
select a.id, e.entity_type, e.mention, e.name, e.country_code as country, e.date_from, e.date_to, e.amount, e.unit, e.role
from articles a, arabic_entities(a.body, a.published) e
where a.id < 6
order by a.id, e.ordinal;

-- positions count characters of the text as it is
select bool_and(substr(a.body, e.start_pos, e.end_pos - e.start_pos) = e.mention) as exact, count(*) > 15 as some
from articles a, arabic_entities(a.body, a.published) e;

-- no Arabic, nothing, NULL: no rows
select a.id, count(e.ordinal) from articles a left join arabic_entities(a.body, a.published) e on true where a.id > 5 group by a.id order by a.id;

-- ordinals are 1, 2, 3 ...
select bool_and(o = array(select generate_series(1, cardinality(o)))) from (
	select array_agg(e.ordinal order by e.start_pos) from articles a, arabic_entities(a.body, a.published) e group by a.id) x(o);

-- a date that no calendar of four digits has resolves nothing
select mention, date_from from arabic_entities('غادر أمس', 'infinity');
select mention, date_from from arabic_entities('غادر أمس', '294000-01-01');
select mention, date_from from arabic_entities('غادر أمس', '0044-03-15 BC');
-- impossible dates give no value
select mention, date_from from arabic_entities('وصل في 31 فبراير 2022', '2022-03-05');

-- the verb's tense finds the week and the year; منذ looks back
select b.body, e.mention, e.date_from, e.date_to
from (values
	(1, 'وصل الوفد يوم الجمعة'), (2, 'سيصل الوفد يوم الجمعة'), (3, 'قالت الوزارة الجمعة إنها ستصل'),
	(4, 'سيظل مغلقا منذ 12 نوفمبر'), (5, 'يستمر من 28 أكتوبر إلى 3 نوفمبر'), (6, 'الجمعة من الأسبوع المقبل'),
	(7, 'غرة رمضان 1444هـ'), (8, 'عام ألفين وسبعة عشر'), (9, 'اليوم (الثلاثاء)')) b(id, body),
	arabic_entities(b.body, '2023-10-25') e
where e.entity_type = 'date'
order by b.id, e.ordinal;

-- a currency of several countries takes the code that the article settles
select b.body, e.amount, e.unit
from (values
	(1, 'أعلنت الكويت دفع 5 ملايين دينار'), (2, 'بلغت قيمته 5 ملايين دينار'), (3, 'بين الأردن والكويت 5 ملايين دينار'),
	(4, 'خسر المؤشر في المملكة 3 مليارات ريال'), (5, 'نحو 7 ريالات قطرية ثم 9 ريالات')) b(id, body),
	arabic_entities(b.body) e
where e.entity_type = 'money'
order by b.id, e.ordinal;

-- one name for one thing
select e.name, count(*) from arabic_entities('بحث سادير جاباروف مع فلاديمير بوتين. وقال جاباروف إن بوتين سيزور قيرغيزستان. وجمهورية قرغيزستان ترحب.') e
group by e.name order by 2 desc, 1;

-- over a table or a view by its columns' names
select article_id, ordinal, mention, date_from from arabic_entities_in('articles', 'id', 'body', 'published') where entity_type = 'date' order by 1, 2;
select count(*) from arabic_entities_in('articles', 'id', 'body') where date_from is not null;
-- an error names the caller's column, not a query that the caller never wrote
select * from arabic_entities_in('articles', 'id', 'nothing');
\echo :LAST_ERROR_SQLSTATE
select * from arabic_entities_in('articles', 'id', 'body', 'dated');
\echo :LAST_ERROR_SQLSTATE
select * from arabic_entities_in('articles', 'id', 'body', 'id');
\echo :LAST_ERROR_SQLSTATE
select * from arabic_entities_in('pg_class_oid_index', 'oid', 'oid');
\echo :LAST_ERROR_SQLSTATE
select * from arabic_entities_in(null, 'id', 'body');
\echo :LAST_ERROR_SQLSTATE
select article_id from arabic_entities_in('articles', 'id', 'body') limit 1;

-- any bytes that are text
select count(*) from arabic_entities(repeat('ا', 100000));
select count(*) from arabic_entities(repeat('1', 10000) || ' ا');
select count(*) from arabic_entities(repeat('الرئيس ', 20000));
select count(*) from arabic_entities(repeat('بوتين ', 20000)) having count(*) > 0;

drop view articles;
