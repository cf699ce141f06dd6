# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in the tree depends on one machine: no path of somebody's home, no package mirror's address, clean line ends."""

import re

import tree

RULES = [
    ('a path of one machine', re.compile(r'(?<![\w.\-/*}$)])/(?:home|root|work|Users|mnt|media)/\w')),
    ('a package mirror', re.compile(r'https?://(?:deb|registry|mirrors?|snapshot|ftp|packages|proxy|pypi|crates)\.')),
    ('a conflict mark', re.compile(r'^(?:<{7}|>{7}) ', re.M)),
    ('a carriage return', re.compile(r'\r')),
]
# An atlas cites public documents, and says where they are; a fixture may hold anything.
EXEMPT = ('data/atlases/', 'tests/data/', 'tests/fuzz/corpus/', 'LICENSES/')

findings, checked = [], 0
for path in tree.files():
    text = tree.read(path)
    if text is None or path.startswith(EXEMPT):
        continue
    checked += 1
    for what, pattern in RULES:
        for found in pattern.finditer(text):
            findings.append(f'{path}:{text.count(chr(10), 0, found.start()) + 1}: {what}')
    if text and not text.endswith('\n'):
        findings.append(f'{path}: no newline at the end')
tree.report(findings, checked)
