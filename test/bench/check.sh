#!/usr/bin/env bash
# Whether the pieces of script/bench are sound, without running it: nothing is
# timed, and neither Java nor a peer is needed.
set -euo pipefail
bash -n script/bench
script/bench --help | grep "^usage: script/bench" >/dev/null
make -s bench-tools COPT=-Werror
[ "$(build/bench/core_bench lexemes examples/articles/01-agency.txt 2 | wc -l)" = 2 ]
[ "$(build/bench/core_bench entities examples/articles/01-agency.txt 1 | cut -f 3)" -gt 0 ]
