# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file of code over 500 lines, no function over 80; the longest are printed, so that one sees what grows."""

import re

import tree

FILE_LINES = 500
FUNCTION_LINES = 80
NAME = re.compile(r'^(\w+) \(')


def functions(lines):
    """(length, name) of each function: GNU style puts its name, its '{' and its '}' in the first column."""
    name, begin = None, 0
    for number, line in enumerate(lines):
        found = NAME.match(line)
        if found:
            name, begin = found[1], number
        elif line == '}' and name:
            yield number - begin + 1, name
            name = None
        elif line.startswith('};'):
            name = None


sizes, lengths = [], []
for path in tree.files('.c', '.h', '.py'):
    lines = tree.read(path).splitlines()
    sizes.append((len(lines), path))
    if path.endswith('.c'):
        lengths += [(length, f'{path}: {name}') for length, name in functions(lines)]

for amount, name in sorted(sizes)[-3:] + sorted(lengths)[-5:]:
    print(f'{amount:5} {name}')
findings = [f'{name} has {amount} lines, over {FILE_LINES}' for amount, name in sizes if amount > FILE_LINES]
findings += [f'{name} has {amount} lines, over {FUNCTION_LINES}' for amount, name in lengths if amount > FUNCTION_LINES]
tree.report(findings, len(sizes))
