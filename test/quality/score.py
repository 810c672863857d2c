#!/usr/bin/env python3
"""Scores arabic_entities() and arabic_quotes() on annotated articles; prints TAP.

usage: score.py ARTICLES SAMPLES [FIGURES] [--types=TYPE,TYPE] [--errors]
       (PGHOST ... from the environment)

Every SAMPLES/NAME.entities.tsv belongs to ARTICLES/NAME.txt or NAME.html;
offsets there count code points from 0, end exclusive.  --types names the types
that are annotated: others that are found do not count.

Figures: for each type and for all the F1 of exact span and type; 'values' the
part of the mentions found whose country, date, amount or currency is right,
'units' that whose counted noun is; 'quotes' the F1 of quotations (a span may
be off by two characters, for marks and points), 'speakers' and 'cues' the part of
the quotations found with the right one.  A speaker is right by its name or by
a name that the result gives to a mention of it; where the article does not
name one, only no speaker is right.  A cue is right as written or as its verb.

FIGURES holds figures that were reached: one below it by more than a hundredth
is a failure.  The others are printed as comments.  --errors prints each
difference.
"""
import calendar
import collections
import csv
import datetime
import glob
import io
import os
import re
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
errors = '--errors' in sys.argv
types = next((set(a[8:].split(',')) for a in sys.argv if a.startswith('--types=')), None)
if not 2 <= len(arguments) <= 3:
    sys.exit(__doc__)
articles, samples = arguments[:2]


def rows(path):
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE))


def optional_rows(path):
    return rows(path) if os.path.exists(path) else []


def query(sql):
    result = subprocess.run(['psql', '-qAX', '--csv', '-v', 'ON_ERROR_STOP=1'], capture_output=True, text=True,
                            input='set standard_conforming_strings = on;\n' + sql)
    if result.returncode:
        sys.exit(result.stderr)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def day(value, last):
    """First or last day of an ISO 8601 year, month, week or day."""
    if week := re.fullmatch(r'(\d{4})-W(\d\d)', value):
        return str(datetime.date.fromisocalendar(int(week[1]), int(week[2]), 7 if last else 1))
    year, month, date = ([int(x) for x in value.split('-')] + [0, 0])[:3]
    month = month or (12 if last else 1)
    date = date or (calendar.monthrange(year, month)[1] if last else 1)
    return f'{year:04}-{month:02}-{date:02}'


def value_right(expected, got):
    kind, value = expected['type'], expected['value']
    if kind == 'date':
        first, _, last = value.partition('/')
        return (got['date_from'], got['date_to']) == (day(first, False), day(last or first, True))
    if kind in ('location', 'nationality'):
        return got['country_code'] == value
    amount, _, currency = value.partition(' ')
    same = got['amount'] != '' and abs(float(got['amount']) - float(amount)) <= 1e-9 * float(amount)
    return same and currency in ('', got['unit'])


def fold(name):
    """A name without what spellings differ in."""
    name = re.sub('[\u064b-\u0652\u0640]', '', name or '')
    return name.translate(str.maketrans('أإآية', 'اااىه'))


def f1(hit, wrong, missed):
    return 2 * hit / max(2 * hit + wrong + missed, 1)


def complain(*what):
    if errors:
        print('#', name, *what)


hit, wrong, missed = collections.Counter(), collections.Counter(), collections.Counter()
right, asked = collections.Counter(), collections.Counter()
offsets, scare, scare_taken = True, 0, 0
have_quotes = query("select to_regprocedure('arabic_quotes(text)') is not null as have")[0]['have'] == 't'


def judge(figure, good, *what):
    asked[figure] += 1
    right[figure] += good
    if not good:
        complain(figure, *what)


def score_entities(body, expected, found):
    global offsets
    got = {}
    for r in found:
        start, end = int(r['start_pos']) - 1, int(r['end_pos']) - 1
        offsets &= body[start:end].replace('\r', '') == r['mention'].replace('\r', '')
        if not types or r['entity_type'] in types:
            got[start, end, r['entity_type']] = r
    gold = {(int(r['start']), int(r['end']), r['type']): r for r in expected if not types or r['type'] in types}
    for k in sorted(gold.keys() | got.keys()):
        (hit if k in gold and k in got else missed if k in gold else wrong)[k[2]] += 1
        if k not in got or k not in gold:
            complain('missed' if k in gold else 'wrong', k[2], (gold.get(k) or got[k])['mention'], k[0])
            continue
        g, p = gold[k], got[k]
        if g['value']:
            judge('values', value_right(g, p), k[2], g['mention'], 'expected', g['value'],
                  'got', p['country_code'], p['date_from'], p['date_to'], p['amount'], p['unit'], k[0])
        if g.get('unit'):
            # متر مكعب is a متر too
            judge('units', (fold(p['unit']) + ' ').startswith(fold(g['unit']) + ' '), g['mention'], 'expected', g['unit'], 'got', p['unit'], k[0])


def score_quotes(expected, not_quotes, found, names):
    global scare, scare_taken
    near = lambda r, p: abs(int(r['start']) + 1 - int(p['start_pos'])) <= 2 and abs(int(r['end']) + 1 - int(p['end_pos'])) <= 2
    left = list(found)
    for g in expected:
        p = next((p for p in left if near(g, p)), None)
        (hit if p else missed)['quotes'] += 1
        if not p:
            complain('missed quotation of', g['speaker'] or 'somebody', g['start'])
            continue
        left.remove(p)
        speakers = {fold(g['speaker'])} | {fold(n) for n in names[g['speaker']] if g['speaker']}
        judge('speakers', fold(p['speaker']) in speakers, 'expected', g['speaker'] or 'nobody', 'got', p['speaker'], g['start'])
        if g['cue']:
            judge('cues', fold(p['cue']) in (fold(g['cue']), fold(g.get('cue_lemma') or g['cue'])),
                  'expected', g['cue'], 'got', p['cue'], g['start'])
    wrong['quotes'] += len(left)
    scare += len(not_quotes)
    scare_taken += sum(any(near(s, p) for p in left) for s in not_quotes)
    for p in left:
        complain('wrong quotation', p['quote'], int(p['start_pos']) - 1)


for path in sorted(glob.glob(os.path.join(samples, '*.entities.tsv'))):
    name = os.path.basename(path)[:-len('.entities.tsv')]
    file = next(f for f in (os.path.join(articles, name + e) for e in ('.txt', '.html')) if os.path.exists(f))
    body = open(file, encoding='utf-8', newline='').read()
    sample = os.path.join(samples, name)
    published = {r['key']: r['value'] for r in rows(sample + '.article.tsv')}.get('published')
    found = query(f"select * from arabic_entities({literal(body)}, {literal(published) + '::date' if published else 'null'});")
    expected = rows(path)
    score_entities(body, expected, found)
    if have_quotes:
        names = collections.defaultdict(set)
        for g in expected:
            names[g['canonical']] |= {p['name'] for p in found if (int(p['start_pos']) - 1, int(p['end_pos']) - 1) ==
                                      (int(g['start']), int(g['end']))}
        score_quotes(optional_rows(sample + '.quotes.tsv'), optional_rows(sample + '.scare.tsv'),
                     query(f'select * from arabic_quotes({literal(body)});'), names)

recorded = {r['type']: float(r['f1']) for r in (rows(arguments[2]) if len(arguments) == 3 else [])}
print(('ok' if offsets else 'not ok') + ' 1 - offsets give the mentions')
n = 1


def report(kind, figure, detail):
    global n
    if kind not in recorded:
        print(f'# {kind}: {figure:.3f} ({detail})')
        return
    n += 1
    print(('ok' if figure >= recorded[kind] - 0.01 else 'not ok') +
          f' {n} - {kind}: {figure:.3f}, recorded {recorded[kind]:.3f} ({detail})')


kinds = sorted((hit.keys() | wrong.keys() | missed.keys()) - {'quotes'})
for kind in ['all'] + kinds + ['quotes'] * have_quotes:
    a, b, c = (sum(x[k] for k in kinds) if kind == 'all' else x[kind] for x in (hit, wrong, missed))
    report(kind, f1(a, b, c), f'F1, P {a / max(a + b, 1):.3f} R {a / max(a + c, 1):.3f}, {a + c} annotated' +
           (f', {scare_taken} of {scare} marked words taken for one' if kind == 'quotes' else ''))
for kind in sorted(asked):
    report(kind, right[kind] / asked[kind], f'{right[kind]} of {asked[kind]} found')
for kind in sorted(recorded.keys() - asked.keys() - set(kinds) - {'all', 'quotes'}):
    report(kind, 0, 'none')
print(f'1..{n}')
