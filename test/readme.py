#!/usr/bin/env python3
"""Runs the SQL examples of README.md and compares them with what it shows.

usage: test/readme.py README.md [--update]   (PGHOST ... from the environment)
Prints TAP; with --update it writes what psql prints into the file instead.

Every ```sql block runs, all in one session of a new database in their order;
a ```text block that follows one is what psql prints for it.  A block whose
first line is `-- not run here` is not run.
"""
import re
import subprocess
import sys

path = sys.argv[1]
lines = open(path, encoding='utf-8').read().split('\n')
blocks, current = [], None
for number, line in enumerate(lines, 1):
    if current is None and re.match(r'```\w+$', line):
        current = (number, line[3:], [])
    elif current is not None and line == '```':
        blocks.append(current)
        current = None
    elif current is not None:
        current[2].append(line)

examples = []
for i, (number, kind, body) in enumerate(blocks):
    if kind != 'sql' or body[0].startswith('-- not run here'):
        continue
    follows = blocks[i + 1] if i + 1 < len(blocks) and blocks[i + 1][1] == 'text' else None
    shown = follows[2] if follows and follows[0] <= number + len(body) + 4 else None
    examples.append((number, '\n'.join(body), shown))


def psql(text, *options):
    return subprocess.run(['psql', '-X', '-v', 'ON_ERROR_STOP=0', *options], input=text,
                          capture_output=True, text=True)


psql('drop database if exists readme;\ncreate database readme;\n', '-q', '-d', 'postgres')
mark = 'END OF EXAMPLE'
script = ''.join(f'{body}\n\\echo {mark}\n' for _, body, _ in examples)
result = subprocess.run(['psql', '-X', '-q', '-d', 'readme', '-P', 'pager=off', '-v', 'ON_ERROR_STOP=1'],
                        input='\\set ON_ERROR_STOP on\n' + script, capture_output=True, text=True)
printed = result.stdout.split(mark + '\n')
if '--update' in sys.argv:
    # from the last to the first, so that line numbers stay right
    for n, (number, body, shown) in reversed(list(enumerate(examples))):
        if n >= len(printed) - 1:
            sys.exit(f'line {number}: ' + result.stderr.strip())
        if shown is not None:
            first = number + body.count('\n') + 2
            while lines[first - 1] != '```text':
                first += 1
            lines[first:first + len(shown)] = [l.rstrip() for l in printed[n].rstrip().split('\n')]
    open(path, 'w', encoding='utf-8').write('\n'.join(lines))
    sys.exit()
strip = lambda text: [l.rstrip() for l in text.rstrip().split('\n')]
for n, (number, body, shown) in enumerate(examples, 1):
    if n > len(printed) - 1:
        print(f'not ok {n} - line {number}: fails')
        print('# ' + result.stderr.strip().replace('\n', '\n# '))
        break
    if shown is not None and strip(printed[n - 1]) != strip('\n'.join(shown)):
        print(f'not ok {n} - line {number}: psql prints')
        print('# ' + printed[n - 1].rstrip().replace('\n', '\n# '))
    else:
        print(f'ok {n} - line {number}')
psql('drop database readme;\n', '-q', '-d', 'postgres')
print(f'1..{len(examples)}')
