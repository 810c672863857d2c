#!/usr/bin/env bash
# Tests of the extension that need databases of their own, as TAP: other
# encodings are refused, tokens do not depend on the locale, bitcode and
# long input do no harm, a query can be cancelled.
# usage: test/sql.sh WORK_DIRECTORY
set -uo pipefail
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
not_ok() { n=$((n + 1)); echo "not ok $n - $1"; [ -z "${2:-}" ] || sed 's/^/# /' <<<"$2"; }
check() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got: $2, expected: $3"; fi; }
in_db() { local db=$1; shift; psql -qAtX -d "$db" "$@" 2>&1; }

# refused, with the error that says so, and nothing left behind
for e in LATIN1 WIN1256 SQL_ASCII; do
	createdb -E "$e" --locale=C -T template0 "enc_$e"
	got=$(PGCLIENTENCODING=$e in_db "enc_$e" -v VERBOSITY=verbose -c 'create extension arabic_news')
	case $got in
		*0A000*UTF8*) ok "database in $e is refused" ;;
		*) not_ok "database in $e is refused" "$got" ;;
	esac
	check "nothing is left in $e" "$(in_db "enc_$e" -c "select count(*) from pg_proc where proname like 'arabic%'")" 0
	dropdb "enc_$e"
done

# the same tokens and lexemes in every locale
text="قال الرَّئيسُ «نعم» في 25 أكتوبر/تشرين الأول 2023، G20 é Ünlü ß İstanbul ٪٤٦ #كأس_العالم 15/10/2022 الـ 30"
expected=
while read -r name options; do
	# shellcheck disable=SC2086
	createdb -E UTF8 -T template0 $options "$name" || { not_ok "database $name"; continue; }
	in_db "$name" -c 'create extension arabic_news' >/dev/null
	got=$(in_db "$name" -c "select md5(string_agg(t::text, E'\n' order by pos)) from arabic_analyze('$text') t" \
		-c "select md5(to_tsvector('arabic_news', '$text')::text)")
	expected=${expected:-$got}
	check "tokens in database $name" "$got" "$expected"
	dropdb "$name"
done <<END
loc_c --locale=C
loc_cutf8 --locale=C.UTF-8
loc_icu --locale=C.UTF-8 --locale-provider=icu --icu-locale=ar
loc_icu_tr --locale=C.UTF-8 --locale-provider=icu --icu-locale=tr
END

createdb sql_tests
in_db sql_tests -c 'create schema "Elsewhere"' -c 'create extension arabic_news schema "Elsewhere"' >/dev/null

# another schema, and a search_path without it
check 'works outside the search_path' "$(in_db sql_tests -c 'set search_path to pg_catalog' \
	-c "select \"Elsewhere\".arabic_normalize('إيران')" \
	-c "select to_tsvector('\"Elsewhere\".arabic_news', 'الوزراء')" \
	-c "select count(*) from \"Elsewhere\".arabic_entities('في روسيا')")" "$(printf "ايران\n'وزير':1\n1")"

# JIT with inlining of the library's bitcode
got=$(in_db sql_tests -c 'load '"'arabic_news'" -c "set jit = on; set jit_above_cost = 0; set jit_inline_above_cost = 0; set jit_optimize_above_cost = 0" \
	-c 'set search_path to "Elsewhere", public' \
	-c "select count(*), sum(length(arabic_normalize('إلى ' || i))), min(arabic_lemma('والوزراء')), sum(length(to_tsvector('arabic_news', 'الوزراء ' || i))), sum((select count(*) from arabic_entities('في روسيا' || repeat(' ', i)))) from generate_series(1, 200) i")
check 'JIT with inlining' "$got" '200|1292|وزير|400|200'
got=$(in_db sql_tests -c "set jit = on; set jit_above_cost = 0; set jit_inline_above_cost = 0" \
	-c "explain (analyze) select \"Elsewhere\".arabic_normalize('إلى ' || i) from generate_series(1, 10) i" | grep -c 'Inlining true')
check 'the planner did inline' "$got" "$(in_db sql_tests -c 'select pg_jit_available()::int')"

# the named words of test/words/stems.tsv, through the dictionary
got=$(grep -v '^#' test/words/stems.tsv | tail -n +2 | in_db sql_tests -c 'set search_path to "Elsewhere", public' \
	-c 'create temp table stems (word text, agrees text, differs text, note text)' -c '\copy stems from pstdin' \
	-c "with pairs as (
			select word, other, true as same from stems, unnest(string_to_array(agrees, '|')) other
			union all
			select word, other, false from stems, unnest(string_to_array(differs, '|')) other)
		select word || case when same then ' <> ' else ' = ' end || other
		from pairs
		where ((ts_lexize('arabic_news_all', word))[1] = (ts_lexize('arabic_news_all', other))[1]) <> same")
check 'named words agree and differ as written down' "$got" ''

# linear in the article's length: the longer takes not absurdly longer, and ends
for f in "arabic_normalize(t)" "(select count(*)::text from arabic_analyze(t))" \
	"(select count(*)::text from arabic_entities(t))"; do
	got=$(in_db sql_tests -c 'set search_path to "Elsewhere", public' -c "set statement_timeout = '60s'" \
		-c "select length($f) > 0 from (select repeat('قال الرئيس فلاديمير بوتين في موسكو يوم 5 مارس/آذار 2022 إن 46.6% من المبلغ 5 ملايين دولار. ', 50000) t) x")
	check "an article of 8 MB through $f" "$got" t
done

# a query is cancelled in the middle of one article
for f in "arabic_normalize(t, 'unicode')" "(select count(*)::text from arabic_entities(t))" \
	"to_tsvector('arabic_news', t)"; do
	got=$(in_db sql_tests -v VERBOSITY=sqlstate -c 'set search_path to "Elsewhere", public' \
		-c "create temp table big as select repeat('الرَّئيسُ فلاديمير بوتين في موسكو ', 3000000) t" \
		-c "set statement_timeout = '80ms'" \
		-c "select length($f) from big")
	case $got in
		*57014*) ok "cancelled: $f" ;;
		*) not_ok "cancelled: $f" "$got" ;;
	esac
done

check 'the words of a hashtag are a phrase' "$(in_db sql_tests -c 'set search_path to "Elsewhere", public' \
	-c "select to_tsvector('arabic_news', '#كأس_العالم') @@ phraseto_tsquery('arabic_news', 'كأس العالم')")" t
check 'an article without an id' "$(in_db sql_tests -c 'set search_path to "Elsewhere", public' \
	-c "create view no_id as select null::int as id, 'زار روسيا' as body" \
	-c "select article_id is null from arabic_entities_in('no_id', 'id', 'body')")" t

# hostile names
got=$(in_db sql_tests -c 'set search_path to "Elsewhere", public' \
	-c 'create table "a""; drop table x; --" ("i d" int, "bo""dy" text, "when" timestamptz)' \
	-c "insert into \"a\"\"; drop table x; --\" values (7, 'زار روسيا أمس', '2022-03-05'), (8, null, null)" \
	-c "select article_id, mention, start_pos from arabic_entities_in('\"a\"\"; drop table x; --\"', 'i d', 'bo\"dy', 'when')")
check 'names are quoted' "$got" "$(printf '7|روسيا|5\n7|أمس|11')"

# an ordinary user may create it, and reads by his own rights
in_db postgres -c 'create role an_owner login' -c 'create role an_reader login' >/dev/null
createdb -O an_owner rights
got=$(psql -qAtX -U an_owner -d rights -c 'create extension arabic_news' -c 'create table secret (id int, body text)' \
	-c "insert into secret values (1, 'روسيا')" -c "select count(*) from arabic_entities_in('secret', 'id', 'body')" 2>&1)
check 'created by the owner of a database' "$got" 1
got=$(psql -qAtX -U an_reader -d rights -v VERBOSITY=sqlstate -c "select count(*) from arabic_entities_in('secret', 'id', 'body')" 2>&1)
check 'a reader without rights is refused' "$got" 'ERROR:  42501'

# dump and restore
pg_dump -d rights -Fc -f "$1/dump" && createdb restored && pg_restore -d restored "$1/dump"
check 'dump and restore' "$(in_db restored -c "select to_tsvector('arabic_news', 'الوزراء')")" "'وزير':1"

# drop takes everything
in_db sql_tests -c 'drop extension arabic_news' >/dev/null
check 'drop extension leaves nothing' "$(in_db sql_tests -c "select count(*) from pg_proc where proname like 'arabic%'")" 0
for d in sql_tests rights restored; do dropdb "$d"; done
in_db postgres -c 'drop role an_owner' -c 'drop role an_reader' >/dev/null
echo "1..$n"
