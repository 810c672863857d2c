#!/usr/bin/env python3
"""Scores arabic_entities() on annotated articles; prints TAP.

usage: score.py ARTICLES SAMPLES FIGURES [--errors]   (PGHOST ... from the environment)

Every SAMPLES/NAME.entities.tsv belongs to ARTICLES/NAME.txt or NAME.html;
offsets there count code points from 0, end exclusive.  FIGURES holds, for each
type of entity, the F1 (exact span and type) that was reached: a figure below
it by more than a hundredth is a failure.  --errors prints each difference.
"""
import csv
import collections
import glob
import io
import os
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
errors = '--errors' in sys.argv
articles, samples, figures = arguments


def rows(path):
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE))


def found(body, published):
    quoted = body.replace("'", "''")
    result = subprocess.run(
        ['psql', '-qAX', '--csv', '-v', 'ON_ERROR_STOP=1'], capture_output=True, text=True,
        input='set standard_conforming_strings = on;\n'
              f"select * from arabic_entities('{quoted}', {repr(published) + '::date' if published else 'null'});")
    if result.returncode:
        sys.exit(result.stderr)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def f1(hit, wrong, missed):
    return 2 * hit / max(2 * hit + wrong + missed, 1)


hit, wrong, missed = collections.Counter(), collections.Counter(), collections.Counter()
offsets = True
for path in sorted(glob.glob(os.path.join(samples, '*.entities.tsv'))):
    name = os.path.basename(path)[:-len('.entities.tsv')]
    file = next(f for f in (os.path.join(articles, name + e) for e in ('.txt', '.html')) if os.path.exists(f))
    body = open(file, encoding='utf-8', newline='').read()
    meta = {r['key']: r['value'] for r in rows(os.path.join(samples, name + '.article.tsv'))}
    gold = {(int(r['start']), int(r['end']), r['type']): r['mention'] for r in rows(path)}
    got = {}
    for r in found(body, meta.get('published')):
        start, end = int(r['start_pos']) - 1, int(r['end_pos']) - 1
        got[start, end, r['entity_type']] = r['mention']
        offsets &= body[start:end].replace('\r', '') == r['mention'].replace('\r', '')
    for k in gold.keys() | got.keys():
        (hit if k in gold and k in got else missed if k in gold else wrong)[k[2]] += 1
        if errors and not (k in gold and k in got):
            print('#', name, 'missed' if k in gold else 'wrong', k[2], gold.get(k, got.get(k)), k[0])

recorded = {r['type']: float(r['f1']) for r in rows(figures)}
print(('ok' if offsets else 'not ok') + ' 1 - offsets give the mentions')
n = 1
for kind in sorted(recorded):
    a, b, c = ((sum(x.values()) if kind == 'all' else x[kind]) for x in (hit, wrong, missed))
    n += 1
    print(('ok' if f1(a, b, c) >= recorded[kind] - 0.01 else 'not ok') +
          f' {n} - {kind}: F1 {f1(a, b, c):.3f}, recorded {recorded[kind]:.3f} (P {a / max(a + b, 1):.3f} R {a / max(a + c, 1):.3f}, {a + c} annotated)')
print(f'1..{n}')
