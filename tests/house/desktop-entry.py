# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop entry, with its translations, is valid."""

import tree

tree.run_checker('desktop-file-validate')
