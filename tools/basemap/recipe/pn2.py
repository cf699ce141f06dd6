# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads Marble's PN2 vector files, version 2 (format found by looking at them)."""

import struct

RING, OUTER, INNER, GROUP = 1, 2, 3, 4
STEPS = 120   # a degree


def read(path):
    """Each line of a file as (flag, [(longitude, latitude), ...])."""
    with open(path, 'rb') as file:
        data = file.read()
    _version, _n_features, with_colour = struct.unpack_from('>BIB', data)
    at, out = 6, []
    while at < len(data):
        flag = data[at]
        at += 1
        if flag == GROUP:
            at += 5 + bool(with_colour)       # an id and the number of parts, which follow as lines of their own
            continue
        _id, n_nodes = struct.unpack_from('>II', data, at)
        at += 8 + (1 if with_colour and flag in (RING, OUTER) else 0)
        points = []
        for _ in range(n_nodes):
            latitude, longitude, n_steps = struct.unpack_from('>hhh', data, at)
            at += 6
            points.append((longitude / STEPS, latitude / STEPS))
            for _ in range(n_steps):
                north, east = struct.unpack_from('>bb', data, at)
                at += 2
                points.append(((longitude + east) / STEPS, (latitude + north) / STEPS))
        out.append((flag, points))
    return out
