# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell scripts have none of the mistakes that shellcheck knows."""

import shutil
import subprocess
import sys

import tree

if not shutil.which('shellcheck'):
    print('no shellcheck')
    sys.exit(tree.SKIPPED)

scripts = [path for path in tree.files() if (tree.read(path) or '').startswith(('#!/usr/bin/env bash', '#!/bin/sh', '# shellcheck shell'))]
run = subprocess.run(['shellcheck', '--external-sources', '--format=gcc', *scripts], cwd=tree.ROOT, capture_output=True, text=True)
tree.report(run.stdout.splitlines(), len(scripts))
