# What the tests of article tables share; sourced.  Needs a server (PGHOST ...).
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
not_ok() { n=$((n + 1)); echo "not ok $n - $1"; [ -z "${2:-}" ] || sed 's/^/# /' <<<"$2"; }
check() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got: $2, expected: $3"; fi; }
sql() { psql -qAtX -v ON_ERROR_STOP=1 "$@" 2>&1; }

# make_articles COUNT: a database's extension and its table of articles, made
# of a few sentences with changing names.
make_articles() {
	sql <<-END
		create extension if not exists arabic_news;
		create function body_of(i bigint) returns text language sql immutable as \$\$
			select format('قال %s %s إن %s ستدفع %s مليون دولار إلى %s. وأضاف %s أن الاجتماع سيعقد %s في %s.',
				(array['الرئيس الروسي','الوزير','رئيس الوزراء','الأمين العام'])[1 + i % 4],
				(array['فلاديمير بوتين','سامح شكري','عبد الفتاح السيسي','أنطونيو غوتيريش','محمد مرسي'])[1 + i % 5],
				(array['روسيا','مصر','السعودية','الصين','الأمم المتحدة','وزارة الخارجية'])[1 + i % 6], i % 97 + 1,
				(array['القاهرة','بكين','لندن','باريس','تونس','عمان','دمشق'])[1 + i % 7],
				(array['بوتين','شكري','السيسي'])[1 + i % 3],
				(array['غدا','الخميس المقبل','في 5 مارس 2025','الأسبوع المقبل'])[1 + i % 4],
				(array['موسكو','الرياض','جنيف'])[1 + i % 3])
		\$\$;
		create table articles (id bigint primary key, published date, body text);
		insert into articles select i, date '2024-01-01' + i::int % 300, body_of(i) from generate_series(1, $1) i;
	END
}

# The rows of mentions that differ from a fresh extraction, and the articles
# that are not done, as "0 0".
differences() {
	sql -F ' ' <<-END
		with old as (select id, ordinal, start_pos, end_pos, entity_type, mention, name, name_key, country_code,
				date_from, date_to, amount, unit, role, confidence from articles_mentions),
			new as (select a.id, e.ordinal, e.start_pos, e.end_pos, e.entity_type, e.mention, e.name, e.name_key, e.country_code,
				e.date_from, e.date_to, e.amount, e.unit, e.role, e.confidence
				from articles a, arabic_entities(a.body, a.published) e)
		select (select count(*) from ((table old except all table new) union all (table new except all table old)) x),
			(select count(*) from articles a where not exists (
				select from articles_news_state s where s.id = a.id and s.status = 'done'))
			+ (select count(*) from articles_news_state s where not exists (select from articles a where a.id = s.id))
	END
}
