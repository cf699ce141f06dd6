# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each translation can be compiled, and its format strings and plurals fit the words it translates."""

import os
import shutil
import subprocess
import sys

import tree

if not shutil.which('msgfmt'):
    print('no msgfmt')
    sys.exit(tree.SKIPPED)

languages = [line for line in tree.read('po/LINGUAS').split('\n') if line and not line.startswith('#')]
findings = [f'po/LINGUAS lacks {path}' for path in tree.files('.po') if os.path.basename(path)[:-3] not in languages]
for language in languages:
    run = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, f'po/{language}.po'],
                         cwd=tree.ROOT, capture_output=True, text=True)
    print(f'{language}: {run.stderr.strip().splitlines()[-1]}')
    if run.returncode:
        findings += run.stderr.strip().splitlines()[:-1]
tree.report(findings, len(languages))
