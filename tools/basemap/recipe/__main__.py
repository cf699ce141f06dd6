# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""recipe WORK OUTPUT: makes the basemap's files in OUTPUT from the packages unpacked in WORK."""

import os
import sys

import label_names
import layers
import places
import relief
import sources


def main():
    work, out = map(os.path.abspath, sys.argv[1:3])
    packages = sources.Packages(work)

    grid = relief.build(packages)
    relief.write(grid, os.path.join(out, 'relief.dem'))
    layers.write(layers.build(packages, grid.metres), os.path.join(out, 'atlas.geo'))
    places.write(places.build(packages), os.path.join(out, 'places.tsv'))
    label_names.write(packages, out)


main()
