#!/usr/bin/env bash
# Whether the C code is formatted as .clang-format says, by the version of
# clang-format that it was made with; others differ in details.
set -euo pipefail
version=$(clang-format --version | sed 's/.*version \([0-9]*\).*/\1/')
if [ "$version" != 14 ]; then
	echo "clang-format is $version, not 14: not checked"
	exit 0
fi
find src test -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
