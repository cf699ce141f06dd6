# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A layer of atlas.geo: every vertex with the first zoom that needs it. tools/basemap/compile-vectors.c tells the format."""

import struct

import numpy as np

import geo

NEAR_ZOOM, DETAIL_ZOOM, WORLD_ZOOM = 12, 10, 4   # the deepest zooms that vertices are kept for, in NEAR, in geo.DETAIL, outside
NEAR = (39, 37, 52, 44.5)
TOLERANCE = 0.45                  # pixels that a line may stray at any zoom
TILE = geo.WORLD / 256            # units a pixel at zoom 0
SMALLEST_FAR_ISLAND = 2 / 32      # pixels at zoom 0
KEPT_ALWAYS = 1e18


def significance(points, closed):
    """Douglas and Peucker's distance of each vertex, never more than that of the vertices it depends on."""
    n = len(points)
    out = np.zeros(n)
    out[0] = out[-1] = KEPT_ALWAYS
    if n < 3:
        return out
    stack = [(0, n - 1, KEPT_ALWAYS)]
    if closed:
        farthest = int(((points - points[0]) ** 2).sum(1).argmax())
        if 0 < farthest < n - 1:
            out[farthest] = KEPT_ALWAYS
            stack = [(0, farthest, KEPT_ALWAYS), (farthest, n - 1, KEPT_ALWAYS)]
    while stack:
        a, b, most = stack.pop()
        if b - a < 2:
            continue
        chord = points[b] - points[a]
        offset = points[a + 1:b] - points[a]
        square = chord @ chord
        if square > 0:
            offset = offset - np.clip((offset @ chord) / square, 0, 1)[:, None] * chord
        distance = np.hypot(offset[:, 0], offset[:, 1])
        k = int(distance.argmax())
        value = min(distance[k], most)
        out[a + 1 + k] = value
        stack += [(a, a + 1 + k, value), (a + 1 + k, b, value)]
    return out


def levels(points, closed):
    distance = np.maximum(significance(points, closed), 1e-9)
    return np.clip(np.ceil(np.log2(TOLERANCE * TILE / distance)), 0, 15).astype(int)


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(n << 1 if n >= 0 else (-n << 1) - 1)


class Layer:
    def __init__(self, name, closed, rivers=False):
        self.name, self.closed, self.rivers = name, closed, rivers
        self.features, self.n_vertices = [], 0

    def _select(self, line):
        """The vertices to keep of a line, in units, and their levels; None if nothing is left of it."""
        if self.closed and np.any(line[0] != line[-1]):
            line = np.vstack([line, line[:1]])
        exact = geo.project(line)
        level = levels(exact, self.closed)
        inside = geo.in_detail(line)
        if self.closed and not inside.any() and np.ptp(exact, axis=0).max() < TILE * SMALLEST_FAR_ISLAND:
            return None
        near = geo.in_box(line, NEAR)
        keep = (level <= WORLD_ZOOM) | (inside & (level <= DETAIL_ZOOM)) | (near & (level <= NEAR_ZOOM))
        points, level = np.rint(exact).astype(int)[keep], level[keep]

        differs = np.r_[True, np.any(np.diff(points, axis=0) != 0, axis=1)]
        if not self.closed:
            differs[-1] = True
        points, level = points[differs], level[differs]
        if self.closed and len(points) > 1 and (points[0] == points[-1]).all():
            points, level = points[:-1], level[:-1]
        return (points, level) if len(points) >= (3 if self.closed else 2) else None

    def add(self, lines, kind, min_zoom, name='', flows=None):
        """@flows: of rivers, for each line the kilometres of river above its ends."""
        body, n_parts, x, y = b'', 0, 0, 0
        for i, line in enumerate(lines):
            kept = self._select(line) if len(line) > 1 else None
            if kept is None:
                continue
            points, level = kept
            halves = level.tolist() + [0] * (len(level) & 1)
            body += varint(len(points))
            body += bytes(halves[k] << 4 | halves[k + 1] for k in range(0, len(halves), 2))
            for px, py in points.tolist():
                body += zigzag(px - x) + zigzag(py - y)
                x, y = px, py
            if self.rivers:
                body += b''.join(varint(min(65535, round(km))) for km in flows[i])
            n_parts += 1
            self.n_vertices += len(points)
        if n_parts:
            name = name.encode()[:250]
            self.features.append(bytes([kind, round(min_zoom * 10), len(name)]) + name + varint(n_parts) + body)

    def to_bytes(self):
        body = b''.join(self.features)
        return self.name.encode().ljust(12, b'\0') + struct.pack('<BBHII', self.closed, self.rivers, 0, len(self.features), len(body)) + body
