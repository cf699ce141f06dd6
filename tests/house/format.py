# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every .c file is as clang-format would write it (version 14, whose output is the rule; others differ in detail)."""

import shutil
import subprocess
import sys

import tree

tool = shutil.which('clang-format-14') or shutil.which('clang-format')
if not tool or ' 14.' not in subprocess.run([tool, '--version'], capture_output=True, text=True).stdout:
    print('no clang-format 14')
    sys.exit(tree.SKIPPED)

sources = tree.files('.c')
run = subprocess.run([tool, '--dry-run', *sources], cwd=tree.ROOT, capture_output=True, text=True) if sources else None
findings = [line for line in run.stderr.splitlines() if 'code should be clang-formatted' in line] if run else []
if run and run.returncode and not findings:
    findings = run.stderr.splitlines()
tree.report(findings, len(sources))
