# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres show, with its translations, is valid."""

import tree

tree.run_checker('appstreamcli', 'validate', '--pedantic', '--no-net')
