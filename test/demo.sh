#!/usr/bin/env bash
# Tests of script/demo on files of every kind, as TAP.
set -uo pipefail
n=0
files=$(mktemp -d)
cleanup() { script/demo --stop >/dev/null 2>&1; rm -rf "$files"; }
trap cleanup EXIT
ok() { n=$((n + 1)); echo "ok $n - $1"; }
not_ok() { n=$((n + 1)); echo "not ok $n - $1"; sed 's/^/# /' <<<"${2:-}"; }
has() { if grep -qF -- "$2" <<<"$3"; then ok "$1"; else not_ok "$1" "$3"; fi; }
lacks() { if grep -qF -- "$2" <<<"$3"; then not_ok "$1" "$3"; else ok "$1"; fi; }

unset PGHOST PGUSER PGDATABASE PGPORT
out=$(script/demo 2>&1) && ok 'the samples' || not_ok 'the samples' "$out"
has 'says how to open psql' 'psql -h /tmp/arabic_news-demo-' "$out"
has 'says how to stop' '--stop' "$out"
has 'shows entities' 'organization' "$out"

out=$(script/demo 2>&1) && not_ok 'a running server is not removed unasked' "$out" ||
	has 'a running server is not removed unasked' 'stop it first' "$out"
script/demo --stop >/dev/null 2>&1

printf 'زار الرئيس الروسي فلاديمير بوتين الصين\r\nيوم 5 مارس/آذار 2022\r\n' >"$files/crlf.txt"
printf '\xef\xbb\xbfأعلنت وزارة الخارجية الروسية' >"$files/bom.txt"
printf 'زار بوتين روسيا' | iconv -f UTF-8 -t UTF-16 >"$files/utf16.txt"
printf 'زار بوتين روسيا' | iconv -f UTF-8 -t WINDOWS-1256 >"$files/old.txt"
printf 'a\0b' >"$files/nul.txt"
: >"$files/empty.txt"
printf 'plain English text\n' >"$files/english.txt"
cp "$files/crlf.txt" "$files/it's a \"name\" \$(x).txt"
mkdir "$files/folder"
out=$(script/demo "$files"/crlf.txt "$files"/bom.txt "$files"/utf16.txt "$files"/old.txt "$files"/nul.txt \
	"$files"/empty.txt "$files"/english.txt "$files"/it* "$files"/folder "$files"/none.txt 2>&1)
if [ $? = 1 ]; then ok 'bad files are told by the exit code'; else not_ok 'bad files are told by the exit code' "$out"; fi
has 'CRLF' '2022-03-05' "$out"
has 'BOM' 'وزارة الخارجية الروسية' "$out"
has 'UTF-16' 'utf16.txt' "$out"
lacks 'UTF-16 is read' 'utf16.txt: ' "$out"
has 'another encoding is named' 'old.txt: not UTF-8' "$out"
has 'NUL bytes are named' 'nul.txt: holds NUL bytes' "$out"
has 'an empty file is named' 'empty.txt: empty' "$out"
has 'a text without Arabic' 'english.txt' "$out"
has 'a hostile name' "it's a \"name\" \$(x).txt" "$out"
has 'a folder is named' 'folder: not a plain file' "$out"
has 'a missing file is named' 'none.txt: no such file' "$out"

script/demo --stop >/dev/null 2>&1 && ok 'stops' || not_ok 'stops'
if [ -e "/tmp/arabic_news-demo-$(id -u)" ]; then not_ok 'leaves nothing'; else ok 'leaves nothing'; fi
echo "1..$n"
