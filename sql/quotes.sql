-- direct speech and who said it
create view statements as
select * from (values
	(1, 'وصل رئيس الوزراء الروسي ميخائيل ميشوستين أمس. وأشار رئيس الحكومة الروسية إلى أن «التعاون يتوسع كل عام». وأضاف: "نعمل معا".'),
	(2, '“نريد محطة تمتد في عمر المدينة”، تقول المهندسة ليلى حسن، قبل أن تضيف: ”وتكفي أحفادنا“.'),
	(3, E'قالت وزارة الصحة الأردنية: «بدأت الحملة.\n\nوستستمر شهرا».\nوقالت الوزارة إن "اللقاح متوفر في كل المراكز".'),
	(4, '<p>وقالت ليلى حسن: &laquo;قال لي أبي: "ازرعي"&raquo;.</p>'),
	(5, 'شاهد عمر خالد فيلم «الطريق إلى البحر البعيد»، وزار معرض "بيوت الطين"، ووصف العرض بـ«الجيد».'),
	(6, 'قال مصدر أمني: «وصل الوفد».'),
	(7, 'Ali said: "plain English".'),
	(8, ''),
	(9, null)
) s(id, body);

-- the usual form
select s.id, q.ordinal, q.speaker, q.cue, q.quote
from statements s, arabic_quotes(s.body) q
order by s.id, q.ordinal;

-- positions count characters of the text as it is
select bool_and(substr(s.body, q.start_pos, q.end_pos - q.start_pos) = q.quote) as exact, count(*)
from statements s, arabic_quotes(s.body) q;

-- a speaker's name is that of the entity
select count(*) from statements s, arabic_quotes(s.body) q
where q.speaker is not null and not exists (
	select from arabic_entities(s.body) e where e.name = q.speaker);

-- marks without order, text without end
select count(*) from arabic_quotes(repeat('«"»“', 100000));
select count(*) from arabic_quotes(repeat('قال عمر خالد: «', 20000));
select count(*) from arabic_quotes(repeat('قال عمر خالد: «نعمل معا». ', 20000));

-- attributes that plans depend on
select provolatile, proparallel, proisstrict, proretset from pg_proc where proname = 'arabic_quotes';
drop view statements;
