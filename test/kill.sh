#!/usr/bin/env bash
# arabic_news_refresh killed by SIGKILL at random moments loses and doubles
# nothing, as TAP.  It kills a backend, whereupon the server restarts: for a
# server of one's own.
# usage: test/kill.sh [KILLS [ARTICLES]]     (PGHOST ... from the environment)
set -uo pipefail
. test/tracked.sh
kills=${1:-20}
articles=${2:-4000}
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
wait_for_server() {
	for _ in $(seq 300); do
		pg_isready -q && psql -qAtX -d postgres -c 'select 1' >/dev/null 2>&1 && return
		sleep 0.1
	done
	return 1
}

createdb killed
export PGDATABASE=killed
got=$(make_articles "$articles" && sql -c 'create table calm (like articles including all)' \
	-c 'insert into calm table articles' \
	-c "select arabic_news_track('articles', null, 'body', 'published', time_zone => 'UTC')" \
	-c "select arabic_news_track('calm', null, 'body', 'published', time_zone => 'UTC')" \
	-c "call arabic_news_refresh('calm')") || not_ok 'articles are made' "$got"

# a batch takes its time where it may be killed: after the state is marked,
# before the mentions are in, and before it is committed
sql <<-'END'
	create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.01); return null; end $$;
	create trigger slow_state after update or insert on articles_news_state for each statement execute function slow();
	create trigger slow_mentions after insert on articles_mentions for each statement execute function slow();
	create trigger slow_names after insert on articles_names for each statement execute function slow();
END
done_before=0
moved=0
hits=0
for i in $(seq "$kills"); do
	application=arabic_news_kill_$i
	PGAPPNAME=$application psql -qX -c "call arabic_news_refresh('articles', batch_size => 16)" >/dev/null 2>&1 &
	sleep "0.$((RANDOM % 400 + 100))"
	pid=$(sql -c "select pid from pg_stat_activity where application_name = '$application'")
	[ -z "$pid" ] || { as_server bash -c "kill -KILL $pid" && hits=$((hits + 1)); }
	wait $!
	wait_for_server || { not_ok "the server restarts after kill $i"; break; }
	now=$(sql -c "select count(*) from articles_news_state where status = 'done'")
	moved=$((moved + (now > done_before)))
	done_before=$now
	got=$(sql -c "select count(*) from articles_news_state s where status = 'done'
			and not exists (select from articles_mentions m where m.id = s.id)" \
		-c "select count(*) from articles_mentions m where not exists (
			select from articles_news_state s where s.id = m.id and s.status = 'done')")
	[ "$got" = "$(printf '0\n0')" ] || not_ok "after kill $i mentions are there for what is done, and for no other" "$got"
done
if [ $moved -gt 0 ] && [ $hits -gt 0 ]; then ok "killed $hits times, $done_before of $articles articles done before"; else not_ok 'refresh went on between the kills'; fi
sql -q -c "set client_min_messages = error; drop function slow cascade" -c "call arabic_news_refresh('articles')"
check 'all is as a fresh extraction has it' "$(differences)" '0 0'
for t in mentions quotes names; do
	check "$t are those of an undisturbed run" "$(sql -c "select count(*) from (
		(table articles_$t except all table calm_$t) union all (table calm_$t except all table articles_$t)) x")" 0
done
check 'so is the state' "$(sql -c "select count(*) from (
	(select id, status, data_version, simhash from articles_news_state except all select id, status, data_version, simhash from calm_news_state)
	union all
	(select id, status, data_version, simhash from calm_news_state except all select id, status, data_version, simhash from articles_news_state)) x")" 0
PGDATABASE=postgres dropdb killed
echo "1..$n"
