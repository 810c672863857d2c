#!/usr/bin/env bash
# Tests of script/load on the server of PGHOST, as TAP.
# usage: test/load.sh
set -uo pipefail
n=0
files=$(mktemp -d)
home=$PWD
trap 'rm -rf "$files"' EXIT
ok() { n=$((n + 1)); echo "ok $n - $1"; }
not_ok() { n=$((n + 1)); echo "not ok $n - $1"; sed 's/^/# /' <<<"${2:-}"; }
check() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got: $2, expected: $3"; fi; }
has() { if grep -qF -- "$2" <<<"$3"; then ok "$1"; else not_ok "$1" "$3"; fi; }
in_db() { psql -qAtX -c "$1" 2>&1; }
# loads OPTIONS: its exit code in status, what it printed in said
loads() { said=$("$home/script/load" "$@" 2>&1 </dev/null); status=$?; }
reason() { python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
	row = json.loads(line)
	print(row["_line"], row["_reason"])' "$1" | sort -n; }

createdb load_tests
export PGDATABASE=load_tests
cd "$files" || exit 1

loads --help
has 'says its options' '--existing' "$said"

# CSV as a spreadsheet writes it: BOM, CRLF, a field of two lines, Arabic digits
printf '\xef\xbb\xbfid,title,body,published,source\r\n' >a.csv
printf '1,"عنوان, أول","قال ""الرئيس""\r\nفي القاهرة",٢٠٢٤/١٠/١٥,رويترز\r\n' >>a.csv
printf '2,ثان,نص,15 تشرين الأول 2024,\r\n3,ثالث,<p>نص &amp; نص</p>,15/10/2024,\r\n' >>a.csv
printf '4,رابع,نص,٣ رمضان ١٤٤٥,\r\n5,خامس,نص,"Tue, 15 Oct 2024 10:00:00 +0300",\r\n' >>a.csv
loads a.csv
check 'CSV' "$status $(in_db 'select count(*) from articles')" '0 5'
check 'the table has what the file has' "$(in_db "select string_agg(attname || ' ' || format_type(atttypid, null), ', ' order by attnum) from pg_attribute where attrelid = 'articles'::regclass and attnum > 0")" \
	'id bigint, title text, body text, published timestamp with time zone, source text'
check 'quotes and line ends in a field' "$(in_db "select body = E'قال \"الرئيس\"\r\nفي القاهرة' from articles where id = 1")" t
check 'dates as text' "$(in_db 'select string_agg(distinct (published at time zone current_setting($$TimeZone$$))::date::text, $$ $$) from articles')" '2024-03-13 2024-10-15'
check 'HTML stays' "$(in_db 'select body from articles where id = 3')" '<p>نص &amp; نص</p>'
[ ! -e a.csv.rejected.jsonl ] && ok 'nothing set aside, no file' || not_ok 'nothing set aside, no file'

# bad rows, each with its line and reason; the good ones beside them are loaded
{
	printf 'id,title,body,published\n'
	printf '10,a,نص,2024-01-01\n'
	printf '11,b,,2024-01-01\n'
	printf '12,c,نص,لا تاريخ\n'
	printf '13,d\n'
	printf '1,e,نص,2024-01-01\n'
	printf '14,f,\xff\xfe,2024-01-01\n'
	printf '15,g,نص,2024-02-30\n'
	printf 'x,h,نص,2024-01-01\n'
	printf '16,i,a\0b,2024-01-01\n'
	printf '17,j,نص,2024-01-02\n'
} >bad.csv
loads bad.csv
check 'the good rows of a batch with bad ones' "$status $(in_db 'select count(*) from articles where id in (10, 17)')" '1 2'
has 'counts' '2 loaded, 8 set aside' "$said"
got=$(reason bad.csv.rejected.jsonl)
has 'no body' '3 no body' "$got"
has 'no date' '4 published: no date in "لا تاريخ"' "$got"
has 'a field too few' '5 2 fields, the header has 4' "$got"
has 'an id that is there' '6 duplicate key value' "$got"
has 'no UTF-8' '7 body is not utf-8, perhaps --encoding cp1256' "$got"
has 'no day of the calendar' '8 published: "2024-02-30"' "$got"
has 'no number' '9 invalid input syntax for type bigint: "x"' "$got"
has 'NUL' '10 ' "$got"
check 'eight, no more' "$(wc -l <bad.csv.rejected.jsonl)" 8

# what was set aside can be mended and loaded
sed -n '/"id": "11"/s/"body": ""/"body": "نص"/p' bad.csv.rejected.jsonl >mended.jsonl
loads mended.jsonl
check 'mended rows' "$status $(in_db 'select body from articles where id = 11')" '0 نص'

# the same ids again
printf '{"id": 1, "body": "جديد"}\n{"id": 20, "body": "نص", "title": "t"}\n' >again.jsonl
loads --existing skip again.jsonl
check 'ids that are there: skip' "$status $(in_db 'select count(*), count(*) filter (where body = $$جديد$$) from articles where id in (1, 20)')" '0 2|0'
loads --existing replace again.jsonl
check 'ids that are there: replace' "$status $(in_db 'select count(*) filter (where body = $$جديد$$) from articles where id = 1')" '0 1'

# JSON lines: other names, paths, lists of paragraphs; a table of another shape
in_db 'create schema news; create table news."Wire" (key uuid primary key default gen_random_uuid(), head varchar(200), content text, day date)' >/dev/null
printf '%s\n' '{"meta": {"head": "عنوان"}, "paragraphs": ["أولى", "ثانية"], "when": "2024-10-15T08:30:00Z"}' 'no json' '[1]' >wire.jsonl
loads --table 'news."Wire"' --title meta.head=head --body paragraphs=content --published when=day wire.jsonl
check 'JSON lines' "$(in_db 'select head, replace(content, chr(10), $$/$$), day from news."Wire"')" 'عنوان|أولى//ثانية|2024-10-15'
has 'no JSON' '2 no JSON' "$(reason wire.jsonl.rejected.jsonl)"
has 'no object' '3 no JSON object' "$(reason wire.jsonl.rejected.jsonl)"
printf '[\n{"body": "x"}\n]\n' >array.json
loads array.json
check 'an array is refused' "$status" 2
has 'and what to do' 'jq' "$said"

# TSV as COPY writes it, packed, from standard input, without a header
in_db "copy (select 30 + i, E'a\tb\nc\\\\d', '2024-10-15' from generate_series(0, 2) i) to stdout" | gzip >c.tsv.gz
loads --columns id,body,published c.tsv.gz
check 'packed TSV' "$status $(in_db "select count(*) from articles where id between 30 and 32 and body = E'a\tb\nc\\\\d'")" '0 3'
said=$(printf 'id;body\n40;نص\n' | "$home/script/load" --format csv - 2>&1)
check 'standard input, semicolons' "$? $(in_db 'select count(*) from articles where id = 40')" '0 1'
printf 'id,body\n41,\xd5\xc8\xc7\xcd\n' >old.csv
loads --encoding cp1256 old.csv
check 'another encoding' "$(in_db 'select body from articles where id = 41')" 'صباح'

# pasted pages
printf 'وزراء الخارجية يجتمعون في القاهرة\nالقاهرة - رويترز\n15 أكتوبر 2024\n\nعقد وزراء الخارجية العرب اجتماعا طارئا في القاهرة يوم الخميس وتناولت المباحثات الأوضاع في قطاع غزة.\n' >page.txt
loads --table pages page.txt
check 'a pasted page' "$status $(in_db 'select title, published from pages')" '0 وزراء الخارجية يجتمعون في القاهرة|2024-10-15'

# the facts of the table; in a new database the extension is made first
dropdb load_tests && createdb load_tests
loads --track page.txt
check 'tracked' "$status $(in_db 'select count(*) > 0 from articles_mentions')" '0 t'
printf '{"body": "وصل بوتين إلى القاهرة"}\n' >more.jsonl
loads --track more.jsonl
check 'tracked already' "$status $(in_db 'select count(distinct id) from articles_mentions')" '0 2'
in_db 'select arabic_news_untrack($$articles$$); drop table articles' >/dev/null

# ten batches; a file of one format under another name; no file
{ echo id,body; seq 100 10099 | sed 's/$/,نص/'; } >many.csv
loads --batch 1000 many.csv
check 'many batches' "$(in_db 'select count(*) from articles')" 10000
loads none.csv
check 'no such file' "$status" 2
printf 'a,b\n1,2\n' >other.csv
loads other.csv
has 'no body among the columns' 'which column is the body? say --body; there are: a, b' "$said"
loads --table 'a"; drop table articles; --' other.csv --body b
check 'a hostile name' "$(in_db 'select count(*) > 0 from articles')" t
PGDATABASE=no_such_database loads many.csv
has 'no such database' 'does not exist' "$said"

cd "$home" || exit 1
dropdb load_tests
echo "1..$n"
