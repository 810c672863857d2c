#!/usr/bin/env python3
"""Scores arabic_entities() on single dates and numbers; prints TAP.

usage: score.py CASES FIGURES [--errors]   (PGHOST ... from the environment)

A case is right when a mention has its span, type and value; where its start is
empty, when there is no mention of its type.  FIGURES holds, for each type, how
many cases were right: fewer is a failure.  --errors prints each wrong case.
"""
import collections
import csv
import io
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
errors = '--errors' in sys.argv
cases_path, figures_path = arguments


def rows(path):
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE))


cases = rows(cases_path)
lines = ''.join(f"{n}\t{c['published']}\t{c['text']}\n" for n, c in enumerate(cases))
result = subprocess.run(
    ['psql', '-qAX', '--csv', '-v', 'ON_ERROR_STOP=1'], capture_output=True, text=True,
    input='create temp table cases (n int, published date, body text);\ncopy cases from stdin;\n' + lines + '\\.\n'
          'select c.n, e.* from cases c, arabic_entities(c.body, c.published) e order by c.n, e.ordinal;')
if result.returncode:
    sys.exit(result.stderr)
found = collections.defaultdict(list)
for r in csv.DictReader(io.StringIO(result.stdout)):
    if r['entity_type'] == 'date':
        value = r['name'] if r['date_from'] else '-'
    else:
        value = ' '.join(x for x in (r['amount'], r['entity_type'] == 'money' and r['unit']) if x)
    found[int(r['n'])].append((int(r['start_pos']) - 1, int(r['end_pos']) - 1, r['entity_type'], value))

right, all_of = collections.Counter(), collections.Counter()
for n, c in enumerate(cases):
    got = [f for f in found[n] if f[2] == c['type']]
    if c['start'] == '':
        good = not got
    else:
        span = (int(c['start']), int(c['end']))
        good = any(g[:2] == span and c['value'] in ('*', g[3]) for g in got)
    for kind in (c['type'], 'all'):
        all_of[kind] += 1
        right[kind] += good
    if errors and not good:
        print('#', c['case'], c['published'], c['text'], 'expected', c['text'][int(c['start'] or 0):int(c['end'] or 0)],
              c['type'], c['value'], 'got', [(c['text'][g[0]:g[1]],) + g[2:] for g in found[n]])

recorded = {r['type']: int(r['right']) for r in rows(figures_path)}
for n, kind in enumerate(sorted(recorded), 1):
    print(('ok' if right[kind] >= recorded[kind] else 'not ok') +
          f' {n} - {kind}: {right[kind]} of {all_of[kind]} right ({right[kind] / max(all_of[kind], 1):.3f}), recorded {recorded[kind]}')
print(f'1..{len(recorded)}')
