#!/usr/bin/env python3
"""Scores the analyser on words annotated by hand; prints TAP.

usage: lemmas.py QUALITY_DIRECTORY [--errors]   (PGHOST ... from the environment)

Of each running word of lemmas/*.tsv, context unseen: the first lemma, root and
part of speech of arabic_analyze ("all three" takes nouns and adjectives as
one).  Of each form of unknown/forms.tsv: proclitics and suffix.  Of each word
of names.tsv: whether the first lexeme of ts_lexize('arabic_news_all') keeps
every letter but the article.
lemmas.figures.tsv holds what was reached: a figure below it by more than three
thousandths is a failure.  --errors prints each difference as a row: what, file,
sentence, word, given, annotated.
"""
import collections
import csv
import glob
import io
import os
import subprocess
import sys

LESS = 0.003

# A lemma that either convention may name: a pronoun under its form or under the first of its forms.
ALIKE = {form: group.split()[0] for group in (
    'هو هي هما هم هن', 'هذا هذه هذان هؤلاء', 'ذلك تلك أولئك', 'الذي التي الذين اللذان',
    'مئة مائة', 'إلى إلي', 'على علي', 'أمريكا أميركا', 'أمريكي أميركي', 'أفريقيا إفريقيا', 'أفريقي إفريقي')
    for form in group.split()}

# Open classes have a root; of the others none is asked.
ROOTED = {'noun', 'adjective', 'verb'}


def rows(path):
    with open(path, encoding='utf-8') as f:
        return list(csv.DictReader((l for l in f if not l.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE))


def query(words, select):
    """Runs a select over the table w (n, word); a list of dictionaries."""
    values = ', '.join(f"({n}, '{w}')" for n, w in enumerate(words))
    result = subprocess.run(['psql', '-qAX', '--csv', '-v', 'ON_ERROR_STOP=1'], capture_output=True, text=True,
                            input=f'with w (n, word) as (values {values}) {select};')
    if result.returncode:
        sys.exit(result.stderr)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def analyzed(words):
    """The analysis of each word; None where it is not one token, and that a word."""
    tokens = collections.defaultdict(list)
    for r in query(words, "select n, lemma, coalesce(root, '') as root, part_of_speech as pos, known,"
                          " coalesce(prefix, '') as prefix, coalesce(suffix, '') as suffix"
                          ' from w, lateral arabic_analyze(word) order by n, pos'):
        tokens[int(r['n'])].append(r)
    return [tokens[n][0] if len(tokens[n]) == 1 else None for n in range(len(words))]


class Score:
    def __init__(self):
        self.right, self.all, self.errors = collections.Counter(), collections.Counter(), []

    def judge(self, figure, right, *error):
        self.all[figure] += 1
        self.right[figure] += right
        if not right:
            self.errors.append((figure,) + error)
        return right

    def value(self, figure):
        return self.right[figure] / max(self.all[figure], 1)


def canonical(lemma):
    return ALIKE.get(lemma, lemma)


def nominal(pos):
    """Only the sentence tells a participle from the noun that it became."""
    return 'noun' if pos == 'adjective' else pos


def score_lemmas(score, path):
    gold = rows(path)
    name = os.path.basename(path)[:-len('.tsv')]
    for g, a in zip(gold, analyzed([g['word'] for g in gold])):
        a = a or {'lemma': '', 'root': '', 'pos': '', 'known': 'f'}
        place = name, g['sentence'], g['word']
        pos = set(g['pos'].split('|'))
        right = [score.judge('lemma', canonical(a['lemma']) in {canonical(l) for l in g['lemma'].split('|')},
                             *place, a['lemma'], g['lemma'])]
        if g['root'] != '*' and pos <= ROOTED:
            right.append(score.judge('root', a['root'] in g['root'].split('|'), *place, a['root'], g['root']))
        score.judge('part of speech', a['pos'] in pos, *place, a['pos'], g['pos'])
        right.append(score.judge('part of speech, nominals as one', nominal(a['pos']) in map(nominal, pos),
                                 *place, a['pos'], g['pos']))
        score.judge('all three', all(right), *place, '', '')
        score.judge('known', a['known'] == 't', *place, '', '')
        score.judge(f'lemma, {name}', right[0], *place, '', '')


def bare(suffix):
    """A ta marbuta may be the stem's own."""
    return '' if suffix in ('ه', 'ة') else suffix.replace('ة', 'ه')


def folded(words):
    return [r['folded'] for r in query(words, 'select n, arabic_normalize(word) as folded from w order by n')]


def score_unknown(score, path):
    gold = rows(path)
    prefixes = folded([g['prefix'] for g in gold])
    for g, prefix, a in zip(gold, prefixes, analyzed([g['form'] for g in gold])):
        a = a or {'prefix': '', 'suffix': '', 'known': 'f'}
        given = a['prefix'], bare(a['suffix'])
        # a name that has become known keeps its article (المصمك), an unknown word does not
        if a.get('pos') == 'name' and prefix.endswith('ال') and not given[0].endswith('ال'):
            prefix = prefix[:-2]
        wanted = prefix, bare(g['suffix'])
        row = g['kind'], '', g['form'], '+'.join(given), '+'.join(wanted)
        score.judge('segmentation', given == wanted, *row)
        for k, x, y in zip(('prefix', 'suffix'), given, wanted):
            score.judge(f'segmentation, {k}', x == y, *row)
        score.judge(f"segmentation, {g['kind']}", given == wanted, *row)
        score.judge('segmentation, explained now', a['known'] == 't', *row)


def score_names(score, path):
    names = [r['name'] for r in rows(path)]
    for r in query(names, "select word, arabic_normalize(word) as kept, (ts_lexize('arabic_news_all', word))[1] as lexeme"
                          ' from w order by n'):
        bare_name = r['kept'].removeprefix('ال')
        score.judge('names kept', r['lexeme'] in (r['kept'], bare_name), 'names', '', r['word'], r['lexeme'], bare_name)


def main():
    directory = next(a for a in sys.argv[1:] if not a.startswith('--'))
    score = Score()
    for path in sorted(glob.glob(os.path.join(directory, 'lemmas', '*.tsv'))):
        score_lemmas(score, path)
    score_unknown(score, os.path.join(directory, 'unknown', 'forms.tsv'))
    score_names(score, os.path.join(directory, 'names.tsv'))
    if '--errors' in sys.argv:
        for e in score.errors:
            if e[0] in ('lemma', 'root', 'part of speech', 'segmentation', 'names kept'):
                print('\t'.join(e))
        return
    recorded = {r['figure']: float(r['share']) for r in rows(os.path.join(directory, 'lemmas.figures.tsv'))}
    for n, (figure, least) in enumerate(recorded.items(), 1):
        print(('ok' if score.value(figure) >= least - LESS else 'not ok') +
              f' {n} - {figure}: {score.value(figure):.4f}, recorded {least:.4f} ({score.right[figure]} of {score.all[figure]})')
    for figure in sorted(score.all.keys() - recorded.keys()):
        print(f'# {figure}: {score.value(figure):.4f} ({score.right[figure]} of {score.all[figure]})')
    print(f'1..{len(recorded)}')


main()
