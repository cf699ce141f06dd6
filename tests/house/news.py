# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""NEWS and the metainfo tell of the same releases, and the newest is the one that is built."""

import re

import tree

news = re.findall(r'^Corridor Atlas (\S+), (\S+)$', tree.read('NEWS'), re.M)
releases = re.findall(r'<release version="([^"]+)" date="([^"]+)"',
                      tree.read('data/io.github.corridoratlas.CorridorAtlas.metainfo.xml.in'))
version = re.search(r"version: '([^']+)'", tree.read('meson.build'))[1]

findings = [f'only NEWS has {name} of {date}' for name, date in news if (name, date) not in releases]
findings += [f'only the metainfo has {name} of {date}' for name, date in releases if (name, date) not in news]
if news and news[0][0] != version:
    findings.append(f'NEWS begins with {news[0][0]}, the build is {version}')
tree.report(findings, len(news))
