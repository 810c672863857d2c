#!/usr/bin/env bash
# Tests of text search dictionaries that need files in tsearch_data, or a
# database of their own to dump, as TAP.
# usage: test/dictionary.sh WORK_DIRECTORY, below which the server lies
set -uo pipefail
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
not_ok() { n=$((n + 1)); echo "not ok $n - $1"; [ -z "${2:-}" ] || sed 's/^/# /' <<<"$2"; }
check() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got: $2, expected: $3"; fi; }
sql() { psql -qAtX -d dictionary_tests "$@" 2>&1; }

data=$(find "$1/root" -type d -name tsearch_data -print -quit)
[ -w "$data" ] || { echo "Bail out! no tsearch_data below $1"; exit 1; }
createdb -T template0 dictionary_tests || { echo 'Bail out! no server'; exit 1; }
sql -c 'create extension arabic_news' >/dev/null

# lexemes SETTINGS WORD: of a dictionary with these options
lexemes() {
	sql -c "create text search dictionary d (template = arabic_news, $1)" -c "select ts_lexize('d', '$2')" \
		-c 'drop text search dictionary d'
}

# ---- Files ----

printf '\xef\xbb\xbf# a comment\nوأضاف\n\n  لقد  \r\nthe\nthe\n' >"$data/an_test.stop"
printf '# a comment\nناتو = حلف\nسيارة=سيارة|باص\r\nbbc\tإذاعة\nتشرين الأول = خريف\n' >"$data/an_test.syn"
printf 'كيل=مكيال\nالفاو فاو\n' >"$data/an_test.exc"
for word in وأضاف لقد The; do
	check "stop word of a file: $word" "$(lexemes "stopwords = 'an_test'" "$word")" '{}'
done
check 'the list of the extension is left out then' "$(lexemes "stopwords = 'an_test'" 'في')" '{في}'
check 'a file beside the list of the extension' "$(lexemes "stopwords = 'an_test default'" 'في')" '{}'
check 'a file beside words' "$(lexemes "stopwords = 'an_test وقال'" 'وقال')" '{}'
check 'a synonym of a file' "$(lexemes "synonyms = 'an_test'" 'والناتو')" '{حلف}'
check 'two synonyms of a file' "$(lexemes "synonyms = 'an_test'" 'سيارات')" '{سياره,باص}'
check 'a synonym in the form of core' "$(lexemes "synonyms = 'an_test'" 'BBC')" '{اذاعه}'
check 'a synonym of a month' "$(lexemes "synonyms = 'an_test'" 'تشرين الأول')" '{خريف}'
check 'an exception of a file' "$(lexemes "exceptions = 'an_test'" 'للكيل')" '{مكيال}'
check 'files of all kinds' "$(lexemes "stopwords = 'an_test', synonyms = 'an_test فاو=سفينة', exceptions = 'an_test'" 'بالفاو')" '{سفينه}'
printf 'كيل=وزن\n' >"$data/an_other.exc"
got=$(lexemes "exceptions = 'an_test an_other'" 'كيل')
case $got in
	*'two values'*'line 1 of configuration file'*'an_other.exc'*) ok 'two files that disagree' ;;
	*) not_ok 'two files that disagree' "$got" ;;
esac

# ---- Mistakes, with their lines ----

# mistake NAME OPTION EXTENSION LINE MESSAGE CONTENT
mistake() {
	local got
	printf '%b' "$6" >"$data/an_wrong.$3"
	got=$(sql -v VERBOSITY=verbose -c "create text search dictionary d (template = arabic_news, $2 = 'an_wrong')")
	case $got in
		*"$5"*"line $4 of configuration file"*"an_wrong.$3"*) ok "$1" ;;
		*) not_ok "$1" "$got" ;;
	esac
}
mistake 'a line without value' synonyms syn 3 F0000 'a=b\n# c\nd\n'
mistake 'an empty value' synonyms syn 2 F0000 'a=b\nd= \n'
mistake 'an empty word' synonyms syn 1 F0000 '=b\n'
mistake 'two words for one' synonyms syn 2 F0000 'a=b\nx y=c\n'
mistake 'two words in a value' exceptions exc 1 F0000 'a=b c\n'
mistake 'two values' synonyms syn 2 F0000 'a=b\na=c\n'
mistake 'a list of values in an exception' exceptions exc 1 F0000 'a=b|c\n'
mistake 'two stop words in a line' stopwords stop 4 F0000 'a\n\n\nb c\n'
mistake 'a sign for a stop word' stopwords stop 1 F0000 '،\n'
mistake 'a word too long' stopwords stop 2 'word is too long' "a\n$(printf 'ب%.0s' {1..60})\n"
mistake 'a word longer than a token' stopwords stop 2 F0000 "a\n$(printf 'ب%.0s' {1..5000})\n"
mistake 'a value too long' synonyms syn 1 F0000 "a=$(printf 'ب%.0s' {1..60})\n"
mistake 'bytes that are no UTF-8' synonyms syn 2 'invalid byte sequence' 'a=b\n\xff\xfe=c\n'
: >"$data/an_wrong.stop"
check 'an empty file' "$(lexemes "stopwords = 'an_wrong'" 'من')" '{من}'
got=$(sql -v VERBOSITY=verbose -c "create text search dictionary d (template = arabic_news, exceptions = 'an_absent')")
case $got in
	*F0000*an_absent.exc*HINT*) ok 'a file that is not there' ;;
	*) not_ok 'a file that is not there' "$got" ;;
esac
got=$(sql -v VERBOSITY=sqlstate -c "create text search dictionary d (template = arabic_news, stopwords = '../an_test')")
check 'no other folder' "$got" 'ERROR:  22023'

# a file that goes, or goes wrong, later: the error comes from its use
sql -c "create text search dictionary later (template = arabic_news, synonyms = 'an_test')" >/dev/null
mv "$data/an_test.syn" "$data/an_moved.syn"
got=$(sql -v VERBOSITY=sqlstate -c "select ts_lexize('later', 'ناتو')" -c "select ts_lexize('later', 'ناتو')")
check 'a file that went' "$got" "$(printf 'ERROR:  F0000\nERROR:  F0000')"
mv "$data/an_moved.syn" "$data/an_test.syn"
check 'a file that came back' "$(sql -c "select ts_lexize('later', 'ناتو')")" '{حلف}'

# a long list: read in time that one can wait for, and cancelled
seq 1 300000 | sed 's/.*/w&=v&/' >"$data/an_long.syn"
check 'a list of 300 000 words' "$(lexemes "synonyms = 'an_long'" 'W299999')" '{v299999}'
got=$(sql -v VERBOSITY=sqlstate -c "set statement_timeout = '20ms'" \
	-c "create text search dictionary d (template = arabic_news, synonyms = 'an_long')")
check 'cancelled while reading' "$got" 'ERROR:  57014'
rm "$data/an_long.syn"

# ---- What texts make of it ----

sql -c "create text search dictionary mine (template = arabic_news, form = 'lemma', stopwords = 'default وأضاف', synonyms = 'ناتو=حلف سيارة=سيارة|باص', exceptions = 'كيل=مكيال')" \
	-c 'create text search configuration mine (copy = arabic_news)' \
	-c 'alter text search configuration mine alter mapping replace arabic_news with mine' \
	-c "create table a (body text, search tsvector generated always as (to_tsvector('mine', body)) stored)" \
	-c "insert into a values ('وأضاف أن السيارات للناتو')" \
	-c 'create index on a using gin (search)' >/dev/null
check 'a query by a synonym' "$(sql -c "select count(*) from a where search @@ to_tsquery('mine', 'باصات & الحلف')")" 1

# the words that are read of late are the same words: each text alone, in a
# new session, and all in one session that has read many
sql -c "create table many as
	select i, chr(1576 + i % 3) || 'ا' || chr(1601 + i % 7) || chr(1601 + i / 7 % 9) || chr(1575 + i / 63 % 30) as word from generate_series(1, 6000) i" >/dev/null
first=$(sql -c "select md5(string_agg(ts_lexize('arabic_news', word)::text, ' ' order by i)) from many")
both=$(sql -c "select count(ts_lexize('arabic_news', word)) from many" \
	-c "select md5(string_agg(ts_lexize('arabic_news', word)::text, ' ' order by i)) from many" | tail -n 1)
check 'the same the second time' "$both" "$first"
got=$(sql -c "select count(*) from many where ts_lexize('arabic_news', word) is distinct from
	(select case when is_stop then '{}' else lexemes end from arabic_analyze(word))")
check 'the same as without a table' "$got" 0

# workers make dictionaries of their own
got=$(sql -c 'set parallel_setup_cost = 0' -c 'set parallel_tuple_cost = 0' -c 'set min_parallel_table_scan_size = 0' \
	-c "select sum(length(to_tsvector('mine', word || ' والناتو'))) = sum(length(to_tsvector('mine', word))) + count(*) from many where word <> 'ناتو'")
check 'in parallel' "$got" t

# memory: nothing at the first words, a quarter of a megabyte in all
got=$(
	sql <<'END'
create view used as select sum(total_bytes) as bytes from pg_backend_memory_contexts where name = 'TS dictionary';
select ts_lexize('mine', 'وزير') is null, (select count(*) from many) is null, (select bytes from used) is null;
select bytes as before from used \gset
select count(ts_lexize('mine', word)) > 0 from many;
select bytes - :before from used;
END
)
check 'memory of the recent words' "$(($(tail -n 1 <<<"$got") / 100000))" 2

# ---- Dump and restore ----

pg_dump -d dictionary_tests -Fc -f "$1/dump.dictionary" && createdb -T template0 dictionary_restored &&
	pg_restore -d dictionary_restored "$1/dump.dictionary"
options="select dictname, dictinitoption from pg_ts_dict where dictname in ('mine', 'later') order by 1"
check 'options are restored' "$(psql -qAtX -d dictionary_restored -c "$options")" "$(sql -c "$options")"
check 'the index is restored' "$(psql -qAtX -d dictionary_restored -c 'set enable_seqscan = off' \
	-c "select count(*) from a where search @@ to_tsquery('mine', 'باصات & الحلف')")" 1
check 'rows that come later' "$(psql -qAtX -d dictionary_restored -c "insert into a values ('كيل القمح') returning search @@ 'مكيال'")" t
for d in dictionary_tests dictionary_restored; do dropdb "$d"; done
rm -f "$data"/an_*
echo "1..$n"
