# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An upward #include does not compile: each layer's own compiler line is tried on headers of each other layer."""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import tree

# layer: the layers whose headers it may see beside its own
BELOW = {
    'core': [],
    'io': ['core'],
    'store': ['core'],
    'render': ['core'],
    'widgets': ['core', 'store', 'render'],
    'app': ['core', 'io', 'store', 'render', 'widgets'],
    'cli': ['core', 'io', 'store', 'render'],
}


def compiler_lines(build):
    """layer: (folder, arguments without source and output) of its first source."""
    lines = {}
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as stream:
        for entry in json.load(stream):
            found = re.search(r'(?:^|/)src/(\w+)/[\w-]+\.c$', entry['file'])
            if not found or found[1] in lines:
                continue
            arguments, words = [], iter(shlex.split(entry['command']))
            for word in words:
                if word in ('-o', '-MF', '-MQ', '-MT'):
                    next(words)
                elif word not in ('-c', '-MD', '-MMD', entry['file']):
                    arguments.append(word)
            lines[found[1]] = (entry['directory'], arguments)
    return lines


def compiles(line, header, folder):
    probe = os.path.join(folder, 'probe.c')
    with open(probe, 'w', encoding='utf-8') as stream:
        stream.write(f'#include "{header}"\n')
    run = subprocess.run([*line[1], '-w', '-fdiagnostics-color=never', '-fsyntax-only', probe], cwd=line[0], capture_output=True, text=True)
    return run.returncode == 0, run.stderr


def main():
    lines = compiler_lines(sys.argv[1])
    headers = {}
    for path in tree.files('.h'):
        parts = path.split('/')
        if len(parts) == 3 and parts[0] == 'src':
            headers.setdefault(parts[1], parts[2])
    findings, checked = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for layer, line in lines.items():
            for other, header in headers.items():
                allowed = other == layer or other in BELOW[layer]
                works, why = compiles(line, header, folder)
                checked += 1
                if works and not allowed:
                    findings.append(f'src/{layer} can include {header} of src/{other}')
                elif not works and allowed and other in lines:
                    findings.append(f'src/{layer} cannot include {header} of src/{other}: {why.splitlines()[0]}')
                elif not works and 'No such file' not in why:
                    findings.append(f'src/{layer}: {header} of src/{other} is found, and fails only later')
    if not lines:
        print('nothing is built yet')
        sys.exit(tree.SKIPPED)
    tree.report(findings, checked)


main()
