#!/usr/bin/env bash
# The regression tests of sql/ on the server of PGHOST, as TAP.
# usage: test/regress.sh OUTPUT_DIRECTORY
set -uo pipefail
out=$1/regress
mkdir -p "$out"
make -s installcheck REGRESS_OPTS="--encoding=UTF8 --no-locale --load-extension=arabic_news --outputdir=$out" \
	>"$out/log" 2>&1
# PostgreSQL 15 prints "test NAME ... ok", later versions TAP
sed -nE -e 's/^test ([a-z_0-9]+) +\.\.\. ok.*/ok - \1/p' \
	-e 's/^test ([a-z_0-9]+) +\.\.\. FAILED.*/not ok - \1/p' \
	-e 's/^(ok|not ok) +[0-9]+ +[-+] ([a-z_0-9]+).*/\1 - \2/p' "$out/log"
if [ -s "$out/regression.diffs" ]; then cat "$out/regression.diffs"; fi
grep -qE "All [0-9]+ tests passed" "$out/log" || { cat "$out/log"; exit 1; }
