#!/usr/bin/env bash
# Article tables with roles of their own, in two sessions at a time, through
# dump and restore, as TAP.
# usage: test/track.sh WORK_DIRECTORY     (PGHOST ... from the environment)
set -uo pipefail
. test/tracked.sh
as() { local role=$1; shift; psql -qAtX -U "$role" -v VERBOSITY=sqlstate "$@" 2>&1; }

for r in an_owner an_writer an_reader an_other; do sql -d postgres -c "create role $r login"; done
createdb -O an_owner tracked
export PGDATABASE=tracked

# an ordinary owner
got=$(as an_owner -c 'create extension arabic_news' -c 'create schema news' -c 'grant usage on schema news to public' \
	-c 'create table news.articles (id int primary key, published date, title text, body text, secret text)' \
	-c "insert into news.articles values (1, '2024-05-16', 'ا', 'زار بوتين القاهرة', 'x')" \
	-c "select arabic_news_track('news.articles', 'title', 'body', 'published')" \
	-c "call arabic_news_refresh('news.articles')" -c 'select count(*) from news.articles_mentions')
check 'an ordinary owner tracks and refreshes' "$got" "$(printf '\n2')"
check 'what is made is the owner'"'s" "$(sql -c "select distinct relowner::regrole from pg_class where relname like 'articles%'")" an_owner

# a writer who owns nothing
as an_owner -c 'grant insert, delete, select, update on news.articles to an_writer' >/dev/null
got=$(as an_writer -c "insert into news.articles values (2, '2024-05-17', 'ب', 'زار شكري بكين', 'x')" \
	-c "update news.articles set body = 'زار بوتين باريس' where id = 1" -c 'delete from news.articles where id = 3' \
	-c 'select current_user')
check 'a writer writes' "$got" an_writer
check 'and the companions follow' "$(sql -c "select string_agg(name, ' ' order by id, ordinal) from news.articles_mentions where entity_type = 'location'")" 'باريس بكين'
for c in 'select count(*) from news.articles_mentions' "delete from news.articles_news_state" \
	"call arabic_news_refresh('news.articles')" "select arabic_news_track('news.articles', 'title', 'body')" \
	"select arabic_news_untrack('news.articles')" "select arabic_news_grant('news.articles')"; do
	check "a writer may not: $c" "$(as an_writer -c "$c")" 'ERROR:  42501'
done

# a reader
as an_owner -c 'grant select on news.articles to an_reader with grant option' >/dev/null
check 'a reader of the articles waits for the grant' "$(as an_reader -c 'select count(*) from news.articles_names')" 'ERROR:  42501'
as an_owner -c "select arabic_news_grant('news.articles')" >/dev/null
check 'and reads then' "$(as an_reader -c 'select count(*) from news.articles_mentions' -c 'select count(*) > 0 from news.articles_mentions_by_day' \
	-c 'select total from news.articles_news_progress' -c 'grant select on news.articles_mentions to an_other' -c 'select count(*) from news.articles_copies')" "$(printf '4\nt\n2\n0')"
check 'but writes nothing' "$(as an_reader -c 'delete from news.articles_mentions')" 'ERROR:  42501'
check 'another reads nothing by a view' "$(as an_other -c 'select count(*) from news.articles_news_progress')" 'ERROR:  42501'

# a trigger by hand does not lead to the tables of others
as an_owner -c 'grant create on schema news to an_other' >/dev/null
got=$(as an_other -c 'create table news.mine (id int primary key, body text)' \
	-c "create trigger t after insert or update of id, body on news.mine for each row execute function arabic_news_trigger('immediate', 'UTC', 'key,body', 'articles')" \
	-c "insert into news.mine values (9, 'زار روسيا')")
check 'a trigger by hand does not reach others'"'"' tables' "$got" 'ERROR:  42501'
as an_other -c 'drop table news.mine' >/dev/null

# a superuser's refresh runs what the owner made as the owner
as an_owner -c "create table news.log (who text)" -c "create function news.spy() returns trigger language plpgsql as \$\$ begin insert into news.log values (current_user); return new; end \$\$" \
	-c 'create trigger spy before insert on news.articles_mentions for each row execute function news.spy()' >/dev/null
sql -c "update news.articles_news_state set status = 'pending'" -c "call arabic_news_refresh('news.articles')"
as an_writer -c "insert into news.articles values (5, '2024-05-17', 'ب', 'زار شكري بكين', 'x')"
check 'code on the companions runs as their owner' "$(sql -c 'select distinct who from news.log')" an_owner
as an_owner -c 'drop trigger spy on news.articles_mentions' >/dev/null

# nothing is found by the search_path
as an_owner -c 'create schema evil' -c "create function evil.eq(int, int) returns boolean language sql as 'select true'" \
	-c 'create operator evil.= (leftarg = int, rightarg = int, function = evil.eq)' >/dev/null
as an_owner -c 'set search_path = evil, pg_catalog' -c "update news.articles set body = 'زار شكري لندن' where id = 2" \
	-c "call public.arabic_news_refresh('news.articles')" >/dev/null
check 'no operator of the search_path is used' "$(sql -c 'select count(distinct id) from news.articles_mentions')" 3

# nor can it defer itself to the superuser's commit, or set anything there
as an_owner -c 'truncate news.log' \
	-c "create function news.late() returns trigger language plpgsql as \$\$ begin insert into news.log values (current_user); perform set_config('search_path', 'evil', false); return null; end \$\$" \
	-c 'create constraint trigger late after insert on news.articles_mentions deferrable initially deferred for each row execute function news.late()' >/dev/null
sql -c "update news.articles_news_state set status = 'pending'"
check 'deferred code of the owner is refused to a superuser' "$(sql -v VERBOSITY=sqlstate -c "call arabic_news_refresh('news.articles')")" 'ERROR:  42501'
check 'and its articles wait on' "$(sql -c 'select count(*) from news.log' -c "select distinct status from news.articles_news_state")" "$(printf '0\npending')"
as an_owner -c "call arabic_news_refresh('news.articles')"
check 'the owner may' "$(sql -c 'select distinct who from news.log')" an_owner
as an_owner -c 'drop trigger late on news.articles_mentions' \
	-c 'create trigger now after insert on news.articles_mentions for each statement execute function news.late()' >/dev/null
check 'what it sets does not stay' "$(sql -c "update news.articles_news_state set status = 'pending'" -c "call arabic_news_refresh('news.articles')" -c 'show search_path')" '"$user", public'
as an_owner -c 'drop trigger now on news.articles_mentions' >/dev/null

# triggers by hand over columns of other types, and beside tables of others
as an_owner -c 'create table news.theirs_copies (i int)'
as an_other -c 'create table news.theirs (id bigint primary key, body bigint)' -c 'create table news.theirs_mentions (id bigint)' \
	-c 'create table news.theirs_quotes (id bigint)' -c 'create table news.theirs_names (id bigint)' \
	-c 'create table news.theirs_news_state (id bigint primary key, status text, data_version int)' \
	-c "create trigger t after insert or update of id, body on news.theirs for each row execute function arabic_news_trigger('immediate', 'UTC', 'key,body', 'theirs')" >/dev/null
check 'a number is not read as a text' "$(as an_other -c 'insert into news.theirs values (1, 4096)')" 'ERROR:  55000'
as an_other -c 'drop trigger t on news.theirs' -c 'alter table news.theirs alter body type text' \
	-c "create trigger t after insert or update of id, body on news.theirs for each row execute function arabic_news_trigger('deferred', 'UTC', 'key,body', 'theirs')" \
	-c "call arabic_news_refresh('news.theirs', names => false)" -c 'drop table news.theirs, news.theirs_mentions, news.theirs_quotes, news.theirs_names, news.theirs_news_state' >/dev/null
check 'a table of another is not dropped with the articles' "$(sql -c "select to_regclass('news.theirs_copies')")" news.theirs_copies
as an_owner -c 'drop table news.theirs_copies' >/dev/null

# who may not is told so before a lock is waited for
as an_owner -c 'begin' -c 'select 1 from news.articles limit 1' -c 'select pg_sleep(3)' -c 'commit' >/dev/null &
sleep 1
check 'no waiting for a lock before the rights are known' "$(as an_other -c "set lock_timeout = '500ms'" -c "select arabic_news_untrack('news.articles')")" 'ERROR:  42501'
wait

# a schema that is renamed, in a session that knows the old name
got=$(as an_owner -c 'create table evil.a (id int primary key, body text)' -c "select arabic_news_track('evil.a', null, 'body')" \
	-c "insert into evil.a values (1, 'زار بوتين بكين')" -c 'alter schema evil rename to good' -c "insert into good.a values (2, 'زار بوتين بكين')" \
	-c 'select count(*) from good.a_mentions' -c 'drop table good.a' -c 'alter schema good rename to evil' 2>&1)
check 'a renamed schema is followed' "$(tail -n 1 <<<"$got")" 4

# what inherits from a table of articles
got=$(as an_owner -c 'create table news.p (id int primary key, body text)' -c "select arabic_news_track('news.p', null, 'body')" \
	-c 'create table news.c () inherits (news.p)' -c "insert into news.c values (1, 'زار بوتين بكين')" -c "insert into news.p values (2, 'زار بوتين بكين')" \
	-c "call arabic_news_refresh('news.p')" -c 'select count(*) from news.p_mentions' -c 'drop table news.c, news.p')
check 'children of a table are left out' "$(tail -n 1 <<<"$got")" 2

# names that the views and triggers of ours have, too
got=$(as an_owner -c 'create table news.k (part int, shift int, simhash int, body text, primary key (part, shift, simhash))' \
	-c "select arabic_news_track('news.k', null, 'body')" -c "insert into news.k values (1, 2, 3, 'زار بوتين بكين')" \
	-c 'select article_part, article_shift, article_simhash from news.k_news_state' -c 'drop table news.k')
check 'key columns named as columns of the views' "$(tail -n 1 <<<"$got")" '1|2|3'
got=$(as an_owner -c 'create table news.t (id int primary key, body text)' \
	-c 'create trigger arabic_news before insert on news.t for each row execute function news.spy()' -c "select arabic_news_track('news.t', null, 'body')")
check 'a trigger of the user'"'"'s is not replaced' "$got" 'ERROR:  42710'
as an_owner -c 'drop table news.t' >/dev/null

# two sessions: what is written is read again by who comes later
sql -c "update news.articles_news_state set status = 'pending'"
for i in 1 2 3 4; do sql -c "call arabic_news_refresh('news.articles', 1)" & done
wait
check 'four sessions at a time' "$(sql -c "select count(*) from news.articles_news_state where status = 'done'")" 3

# in every isolation level
for l in 'repeatable read' serializable; do
	sql -c "set default_transaction_isolation = '$l'" -c "update news.articles_news_state set status = 'pending'" \
		-c "call arabic_news_refresh('news.articles')"
	check "refresh where $l is the default" "$(sql -c "select count(*) from news.articles_news_state where status = 'done'")" 3
done
check 'not where transactions are read-only' "$(PGOPTIONS='-c default_transaction_read_only=on' as an_owner -c "call arabic_news_refresh('news.articles')")" 'ERROR:  25006'

# cancelled in the middle of an article
as an_owner -c "select arabic_news_track('news.articles', 'title', 'body', 'published', mode => 'deferred')" \
	-c "insert into news.articles select 6, null, null, repeat('الرَّئيسُ فلاديمير بوتين في موسكو ', 1000000)" >/dev/null
check 'refresh is cancelled inside an article' "$(as an_owner -c "set statement_timeout = '300ms'" -c "call arabic_news_refresh('news.articles')")" 'ERROR:  57014'
check 'which then waits still' "$(sql -c 'select status from news.articles_news_state where id = 6')" pending
as an_owner -c 'delete from news.articles where id = 6' -c "select arabic_news_track('news.articles', 'title', 'body', 'published')" >/dev/null

# dump and restore, then it goes on
sql -c "create table days (d date, id uuid default gen_random_uuid(), body text, primary key (d, id)) partition by range (d)" \
	-c "create table days_may partition of days for values from ('2024-05-01') to ('2024-06-01')" \
	-c "select arabic_news_track('days', null, 'body', 'd')" -c "insert into days (d, body) values ('2024-05-16', 'زار بوتين بكين')" >/dev/null
pg_dump -Fc -f "$1/tracked.dump" && createdb restored && pg_restore -d restored "$1/tracked.dump"
check 'dump and restore' "$?" 0
export PGDATABASE=restored
check 'the mentions are restored' "$(sql -c 'select count(*) from news.articles_mentions' -c 'select count(*) from days_mentions')" "$(printf '6\n2')"
sql -c "insert into news.articles values (7, '2024-05-17', 'ب', 'زار شكري بكين')" -c "insert into days (d, body) values ('2024-05-17', 'زار شكري لندن')" \
	-c "call arabic_news_refresh('news.articles')" -c "call arabic_news_refresh('days')"
check 'tracking goes on' "$(sql -c 'select count(*) from news.articles_mentions' -c 'select count(*) from days_mentions')" "$(printf '8\n4')"
check 'for the reader, too' "$(as an_reader -c 'select count(*) from news.articles_mentions')" 8
sql -c 'drop table days' -c 'drop table news.articles'
check 'the companions go with the articles' "$(sql -c "select count(*) from pg_class where relname ~ '^(days|articles)'")" 0
sql -c 'drop extension arabic_news'
check 'and the extension thereafter' "$?" 0

export PGDATABASE=postgres
for d in tracked restored; do dropdb "$d"; done
for r in an_owner an_writer an_reader an_other; do sql -c "drop role $r"; done
echo "1..$n"
