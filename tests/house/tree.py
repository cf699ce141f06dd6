# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own files, for the tests of this folder."""

import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SKIPPED = 77


def files(*suffixes):
    """Paths relative to the top: what git tracks or would track, or every file where there is no git (a tarball)."""
    try:
        listed = subprocess.run(['git', '-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                                capture_output=True, check=True).stdout.decode().split('\0')
        paths = [path for path in listed if path and os.path.isfile(os.path.join(ROOT, path))]
    except (OSError, subprocess.CalledProcessError):
        paths = []
        for folder, folders, names in os.walk(ROOT):
            folders[:] = [name for name in folders if name != '.git' and not name.startswith(('_build', 'build'))]
            paths += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return sorted(path for path in set(paths) if not suffixes or path.endswith(suffixes))


def read(path):
    """The text of a file, or None if it is not text."""
    with open(os.path.join(ROOT, path), 'rb') as stream:
        data = stream.read()
    if b'\0' in data:
        return None
    return data.decode('utf-8', 'replace')


def report(findings, checked):
    """Prints the findings and ends: 0 if there are none. A rule that looked at nothing has not passed either."""
    for finding in findings:
        print(finding)
    print(f'{checked} checked, {len(findings)} found')
    sys.exit(1 if findings or not checked else 0)


def run_checker(tool, *arguments):
    """Runs a checker on the files that the script was given; what it says is the finding."""
    if not shutil.which(tool):
        print(f'no {tool}')
        sys.exit(SKIPPED)
    sys.exit(subprocess.run([tool, *arguments, *sys.argv[1:]]).returncode)
