# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with words for people, and no other."""

import re

import tree

CALLS = re.compile(r'(?<![\w.>])(?:_|N_|C_|NC_|NPC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*(?:"|\w+, *"|GETTEXT_PACKAGE, *")')
MARKED = re.compile(r'translatable="(?:yes|true)"')
COMMENTS = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)


def has_words(path):
    if path.startswith('src/') and path.endswith(('.c', '.h')):
        text = COMMENTS.sub('', tree.read(path))
        return bool(CALLS.search('\n'.join(line for line in text.splitlines() if not line.lstrip().startswith('#define'))))
    if path.startswith('ui/') and path.endswith('.ui'):
        return bool(MARKED.search(tree.read(path)))
    return path.startswith('data/') and path.endswith(('.desktop.in', '.metainfo.xml.in'))


listed = [line for line in tree.read('po/POTFILES').splitlines() if line and not line.startswith('#')]
wanted = [path for path in tree.files() if has_words(path)]
findings = [f'po/POTFILES lacks {path}' for path in wanted if path not in listed]
findings += [f'po/POTFILES names {path}, which has no words for people' for path in listed if path not in wanted]
findings += [f'po/POTFILES names {path} twice' for path in sorted(set(listed)) if listed.count(path) > 1]
# xgettext ends such a string at the macro, and the words are never looked up.
findings += [f'{path}: a macro inside words for people' for path in wanted if re.search(r'_ \(\s*"[^"\n]*%" G_', tree.read(path))]
tree.report(findings, len(wanted))
