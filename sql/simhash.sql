-- arabic_simhash: the same bits for the same words
select arabic_simhash('افتتحت المكتبةُ في طنجة') = arabic_simhash('<b>افتتحت</b> المكتبة، طنجة!') as same;
select arabic_simhash('بيروت') <> arabic_simhash('دمشق') as different;

-- no lexeme, no fingerprint
select arabic_simhash('') is null as empty, arabic_simhash(' - ') is null as marks, arabic_simhash(null) is null as null_in;

-- distances
select arabic_simhash_distance(0, 0), arabic_simhash_distance(0, -1), arabic_simhash_distance(7, 1),
	arabic_simhash_distance(1, 7), arabic_simhash_distance(null, 1) is null as null_in;

-- a copy with an edited sentence is near, another story far
with s as (select string_agg(word, ' ') as body from unnest(array['أعلنت', 'وزارة', 'الصحة', 'افتتاح', 'مراكز', 'للتلقيح',
	'العاصمة', 'تستقبل', 'المواطنين', 'أيام', 'الأسبوع', 'ابتداء', 'الاثنين', 'الحملة', 'تستمر', 'شهرين', 'تشمل', 'الأطفال',
	'كبار', 'السن', 'الأطباء', 'المتطوعين', 'الولايات', 'الداخلية', 'الجنوب', 'الشمال']) word)
select arabic_simhash_distance(arabic_simhash(body), arabic_simhash(body || ' اليوم')) <= 10 as near,
	arabic_simhash_distance(arabic_simhash(body), arabic_simhash('فاز المنتخب على ضيفه في مباراة ودية')) > 12 as far
from s;

-- dateline, tags, link and hour of sending around a story do not count
with s as (select 'افتتحت وزارة الثقافة مكتبة عامة جديدة تضم خمسين ألف كتاب. وقال مدير المكتبة إن القراءة حق للجميع. '
	'وتستقبل المكتبة الزوار يوميا من الصباح إلى المساء عدا يوم الجمعة.' as body)
select arabic_simhash_distance(arabic_simhash(body), arabic_simhash('صحيفة المساء – طنجة ' || body)) as place,
	arabic_simhash_distance(arabic_simhash(body), arabic_simhash('طنجة - وكالات: ' || body)) as head,
	arabic_simhash_distance(arabic_simhash(body), arabic_simhash(body || ' وسوم مكتبات طنجة')) as tags,
	arabic_simhash_distance(arabic_simhash(body), arabic_simhash(body || ' // انتهى // 16:41 ت م')) as sent
from s;
