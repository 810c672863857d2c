#!/usr/bin/env bash
# Each mistake in a data file stops the build with "FILE:LINE: text".
# usage: test/data_errors.sh [COMPILE_DATA]      prints TAP
#
# test/data/small/ is a whole set of files without mistakes.  Each file
# TOPIC-MISTAKE.tsv of test/data/broken/ takes the place of TOPIC.tsv in it; its
# first line, "# expect LINE: text", says what the compiler must print.
set -u
compile=${1:-build/compile_data}
here=$(dirname "$0")/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
failed=0

# report STATUS NAME: one line of TAP; what the compiler said where it failed
report()
{
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# /' "$work/out"
		failed=1
	fi
}

fresh_data()
{
	rm -rf "$work/data" "$work/block"
	cp -r "$here/small" "$work/data"
}

run()
{
	LC_ALL=C "$compile" "$work/data" "$work/block" >"$work/out" 2>&1
}

samples=("$here"/broken/*.tsv)
topics=("$here"/small/*.tsv "$here"/small/lexicon/*.tsv)
echo "1..$((${#samples[@]} + ${#topics[@]} + 4))"

fresh_data
run && [ -s "$work/block" ]
report $? "files without mistakes make a block"

cp "$work/block" "$work/first"
run && cmp -s "$work/block" "$work/first"
report $? "the same files make the same block"

for topic in "${topics[@]}"; do
	name=${topic#"$here"/small/}
	fresh_data
	rm "$work/data/$name"
	run
	[ $? -eq 1 ] && [ ! -e "$work/block" ] &&
		grep -qxF "$work/data/$name: cannot be read" "$work/out"
	report $? "$name must be there"
done

for sample in "${samples[@]}"; do
	name=$(basename "$sample" .tsv)
	topic=${name%%-*}
	[ ! -e "$here/small/lexicon/$topic.tsv" ] || topic=lexicon/$topic
	expect=$(sed -n '1s/^# expect //p' "$sample")
	fresh_data
	cp "$sample" "$work/data/$topic.tsv"
	run
	[ $? -eq 1 ] && [ ! -e "$work/block" ] && [ -n "$expect" ] &&
		grep -qF "$work/data/$topic.tsv:$expect" "$work/out"
	report $? "$name: $expect"
done

fresh_data
for i in $(seq 30); do
	echo "x" >>"$work/data/works.tsv"
done
run
[ $? -eq 1 ] && [ "$(grep -c 'works.tsv:' "$work/out")" -eq 20 ] &&
	grep -q ': 10 more mistakes are not shown$' "$work/out"
report $? "20 mistakes are shown, the others counted"

fresh_data
cp "$work/first" "$work/block"
echo "x" >>"$work/data/works.tsv"
run
[ $? -eq 1 ] && cmp -s "$work/first" "$work/block" &&
	[ ! -e "$work/block.part" ]
report $? "a mistake leaves an older block as it is"

exit $failed
