# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""
Every file says its licence, and the licence's text is in LICENSES/.

A file says it in its first lines; a file that cannot hold a comment says it in NAME.license beside it, or in a row of a
table in a README.md of its folder or of one above: | `path or pattern, from that folder` | ... | licence | ...
"""

import fnmatch
import os
import re

import tree

HEAD_LINES = 12
TAG = re.compile(r'SPDX-License-Identifier: ([\w.-]+(?: (?:AND|OR) [\w.-]+)*)')
ROW = re.compile(r'^\| *`([^`]+)` *\|(.*)\|\s*$', re.M)
NEEDS_NONE = ('LICENSES/', 'NEWS')


def table_licence(path):
    """The licence that a README.md's table gives a path, the nearest folder's word first."""
    folder = os.path.dirname(path)
    while True:
        readme = os.path.join(folder, 'README.md')
        if os.path.isfile(os.path.join(tree.ROOT, readme)):
            inside = os.path.relpath(path, folder or '.')
            for pattern, cells in ROW.findall(tree.read(readme)):
                if fnmatch.fnmatch(inside, pattern):
                    found = [name for name in LICENCES if re.search(rf'(?<![\w.-]){re.escape(name)}(?![\w-])', cells)]
                    if found:
                        return ' AND '.join(found)
        if not folder:
            return None
        folder = os.path.dirname(folder)


def licence(path):
    text = tree.read(path)
    head = '\n'.join(text.splitlines()[:HEAD_LINES]) if text is not None else ''
    if not TAG.search(head) and os.path.isfile(os.path.join(tree.ROOT, path + '.license')):
        head = tree.read(path + '.license')
    found = TAG.search(head)
    return found[1] if found else table_licence(path)


LICENCES = [name[:-len('.txt')] for name in sorted(os.listdir(os.path.join(tree.ROOT, 'LICENSES'))) if name.endswith('.txt')]
findings, checked = [], 0
for name in tree.files():
    if name.startswith(NEEDS_NONE):
        continue
    checked += 1
    said = licence(name)
    if not said:
        findings.append(f'{name} does not say its licence')
    elif any(part not in LICENCES for part in re.split(' AND | OR ', said)):
        findings.append(f'{name}: the text of {said} is not in LICENSES/')
tree.report(findings, checked)
