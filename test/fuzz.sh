#!/usr/bin/env bash
# Runs a fuzz target for some seconds on seeds of its own.
# usage: test/fuzz.sh TARGET SECONDS
set -euo pipefail
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
cp examples/articles/*.txt examples/articles/*.html test/quality/articles_parts/*.txt \
	test/quality/articles_parts/*.html "$corpus"/
[ ! -e build/data.blk ] || head -c 65536 build/data.blk >"$corpus/block"
"$1" -max_total_time="$2" -max_len=65536 -timeout=20 -rss_limit_mb=4096 \
	-artifact_prefix="$corpus/" -print_final_stats=1 -dict=test/fuzz/dictionary.txt "$corpus"
