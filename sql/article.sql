-- arabic_article: the parts of pasted articles
select * from arabic_article('Ru En

بوتين يصل إلى أستانا للمشاركة في قمة إقليمية

١٤ أكتوبر ٢٠٢٢

وصل الرئيس الروسي فلاديمير بوتين إلى العاصمة الكازاخستانية أستانا للمشاركة في قمة إقليمية.

مركز "الجسر" للدراسات الآسيوية

الصورة: الموقع الرسمي للرئيس

المصدر: تاس

عدد المشاهدات: 12');

-- HTML: what the head says, and the text without what stands around it
select * from arabic_article('<html><head><title>x | y</title><meta property="og:site_name" content="صحيفة &quot;المرفأ&quot;">
<meta property="article:published_time" content="2021-11-14T08:30:00+03:00"><script>if (a < b) { "<p>" }</script></head>
<body><nav><p>الأخبار</p></nav><h1>محصول قياسي</h1><p>بقلم: نور حداد</p><p>سطر&nbsp;أول<br/>وثان &#1548; &laquo;ثالث&raquo;</p></body></html>');

-- the day: forms, calendars, impossible ones
select line, p.published, p.body = 'نص' as alone
from unnest(array['نشر في: 12:05 - 3/4/2019', 'الأربعاء 5 يناير 2022 - 10:15 بتوقيت غرينتش',
	'17/5/2024|آخر تحديث: 18/5/2024', '27 رمضان 1445 هـ - 6 إبريل 2024 م', 'تاريخ النشر: 31/2/2020',
	'منذ 3 ساعات']) line,
	arabic_article(line || e'\n\nنص') p;

-- today, with its date, tells the day
select published from arabic_article('يبدأ الوزير اليوم السبت 5 مارس/آذار 2022 زيارة إلى موسكو.');

-- datelines
select p.source, p.publisher, p.author, p.body
from unnest(array['القاهرة (رويترز) - قال', 'غزة – «القدس العربي»: قال', 'خميس مشيط - واس: قال', 'الرياض: قال',
	'سمير العلي - سبق - جدة: قال']) body,
	arabic_article(body) p;

-- nothing around it: the same, to the last blank
select body = t as same, title, published
from unnest(array[e'نص بلا عنوان.\n\nكتب الشاعر قصيدة.\n ', 'plain text', '', e'\n']) t, arabic_article(t);
select arabic_article(null) is null as null_in;

-- lines that begin as furniture does, and are text
select p.body = t as same
from unnest(array['كتب الشاعر قصيدته الأولى وهو في السجن', 'مصدر: المفاوضات تستأنف غدا',
	'شارك مئات المتطوعين في الحملة']) line,
	lateral (select 'جملة أولى طويلة فيها كلمات كثيرة تكفي لتكون فقرة.' || e'\n' || line || e'\n' ||
		'جملة أخيرة طويلة فيها كلمات كثيرة تكفي لتكون فقرة.' as t) x, arabic_article(t) p;

-- large, deep and broken
select length(body) from arabic_article(repeat('<div><p>كلمة ', 50000));
select length(body) from arabic_article(repeat(e'المصدر:\n', 50000) || 'نص');
select length(body) from arabic_article('<script type="application/ld+json">' || repeat('{"author":[', 50000));

-- from tables, in parallel-safe and immutable use
create temp table pasted (id integer, content text, title text generated always as ((arabic_article(content)).title) stored);
insert into pasted (id, content) values (1, e'عنوان من كلمات كثيرة\n\nنص طويل فيه أكثر من تسع كلمات حتى يكون فقرة كاملة.');
select id, title from pasted;
