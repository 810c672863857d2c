#!/usr/bin/env bash
# Eight clients insert, update and delete articles while two sessions refresh:
# no deadlock, no error, and the companions end as a fresh extraction, as TAP.
# usage: test/clients.sh [SECONDS [immediate|deferred]]   (PGHOST ... as usual)
set -uo pipefail
. test/tracked.sh
seconds=${1:-120}
mode=${2:-immediate}
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
createdb clients
export PGDATABASE=clients
got=$(make_articles 2000 && sql -c "select arabic_news_track('articles', null, 'body', 'published', mode => '$mode')") ||
	not_ok 'articles are made' "$got"

# ids are taken in rising order, so that the clients' own locks form no ring
cat >"$files/write.sql" <<'END'
\set what random(1, 12)
\set a random(1, 2000)
\set b random(:a + 1, 2100)
\set new random(2001, 2000000000)
\if :what <= 3
insert into articles values (:new, '2024-05-16', body_of(:new)) on conflict (id) do update set body = excluded.body;
\elif :what <= 7
update articles set body = body_of(:new) where id = :a;
\elif :what = 8
begin;
update articles set body = body_of(:new) where id = :a;
update articles set published = published + 1 where id = :b;
commit;
\elif :what = 9
begin;
delete from articles where id = :a;
insert into articles values (:a, '2024-05-17', body_of(:new)) on conflict do nothing;
commit;
\elif :what = 10
update articles set id = :new where id = :a and not exists (select from articles where id = :new);
\elif :what = 11
begin;
update articles set body = body_of(:new) where id = :a;
rollback;
\else
delete from articles where id = :a;
insert into articles values (:a, '2024-05-18', body_of(:a)) on conflict do nothing;
\endif
END
# renewing half of them again and again keeps refresh at work
cat >"$files/refresh.sh" <<'END'
end=$((SECONDS + $1))
while [ $SECONDS -lt "$end" ]; do
	psql -qAtX -v ON_ERROR_STOP=1 -c "call arabic_news_refresh('articles', batch_size => 32)" || exit 1
	psql -qAtX -v ON_ERROR_STOP=1 -c "with r as (select id from articles_news_state where id % 2 = 0 for no key update skip locked)
		update articles_news_state s set data_version = 1 from r where s.id = r.id" || exit 1
done
END
for i in 1 2; do bash "$files/refresh.sh" "$seconds" >"$files/refresh.$i" 2>&1 & refresh[i]=$!; done
pgbench -n -c 8 -j 2 -T "$seconds" -f "$files/write.sql" >"$files/bench" 2>&1
check 'eight clients write without an error' "$?" 0
for i in 1 2; do
	if wait "${refresh[i]}"; then ok "refresh $i"; else not_ok "refresh $i" "$(cat "$files/refresh.$i")"; fi
done
grep -q 'aborted\|ERROR' "$files/bench" && not_ok 'clients' "$(cat "$files/bench")"
check 'no deadlock' "$(sql -c "select deadlocks from pg_stat_database where datname = 'clients'")" 0
sql -c "call arabic_news_refresh('articles')"
check 'all is as a fresh extraction has it' "$(differences)" '0 0'
check 'names count the mentions' "$(sql -c "select (select sum(mentions) from articles_names) = (select count(*) from articles_mentions
	where entity_type in ('person', 'organization', 'location', 'nationality', 'event', 'misc'))")" t
echo "# $(sed -n 's/.*actually processed: //p' "$files/bench") transactions in $seconds s"
PGDATABASE=postgres dropdb clients
echo "1..$n"
