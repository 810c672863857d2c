#!/usr/bin/env python3
"""Scores arabic_article() on articles with known parts; prints TAP.

usage: score_parts.py SAMPLES ARTICLES FIGURES [--errors]   (PGHOST ... from the environment)

Every *.article.tsv of SAMPLES belongs to a text or page of that name in
ARTICLES.  A part is right if it is exactly the same.  Of the body it is known
how it starts and ends and what must not be in it; where nothing is said of
it, it is not scored.  FIGURES holds, for each part, the share that was right:
a figure below it is a failure.  --errors prints each difference.
"""
import collections
import csv
import glob
import io
import os
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
errors = '--errors' in sys.argv
samples, articles, figures = arguments


def rows(path):
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE))


def parts_of(body):
    quoted = body.replace("'", "''")
    result = subprocess.run(
        ['psql', '-qAX', '--csv', '-v', 'ON_ERROR_STOP=1'], capture_output=True, text=True,
        input=f"set standard_conforming_strings = on;\nselect * from arabic_article('{quoted}');")
    if result.returncode:
        sys.exit(result.stderr)
    return next(csv.DictReader(io.StringIO(result.stdout)))


def is_right(key, expected, got):
    if key == 'body_starts':
        return got['body'].startswith(expected or '')
    if key == 'body_ends':
        return got['body'].rstrip().endswith(expected or '')
    if key == 'body_without':
        return not any(s in got['body'] for s in (expected or '').split('|') if s)
    return (got[key] or '') == (expected or '')


right, count = collections.Counter(), collections.Counter()
for path in sorted(glob.glob(os.path.join(samples, '*.article.tsv'))):
    name = os.path.basename(path)[:-len('.article.tsv')]
    file = next(f for f in (os.path.join(articles, name + e) for e in ('.txt', '.html')) if os.path.exists(f))
    with open(file, encoding='utf-8', newline='') as f:
        got = parts_of(f.read())
    for row in rows(path):
        key, expected = row['key'], row['value']
        ok = is_right(key, expected, got)
        part = key.partition('_')[0] if key.startswith('body') else key
        for k in (part, 'all'):
            count[k] += 1
            right[k] += ok
        if errors and not ok:
            print('#', name, key, 'expected', repr(expected), 'got', repr(got.get(key, got['body'][:90] + ' ... ' + got['body'][-60:])))

n = 0
recorded = [r for r in rows(figures) if count[r['part']]]
for r in recorded:
    n += 1
    share = right[r['part']] / count[r['part']]
    print(('ok' if share >= float(r['right']) - 0.0005 else 'not ok') +
          f' {n} - {r["part"]}: {right[r["part"]]} of {count[r["part"]]}, recorded {r["right"]}')
print(f'1..{n}')
