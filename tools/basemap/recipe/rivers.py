# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rivers: Natural Earth's, the World Data Bank's where it has none, and tributaries drawn by us along the valleys."""

import heapq
import math

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree
from shapely.geometry import LineString
from shapely.ops import linemerge

import borders
import encode
import flow
import geo
import relief
import sources

NATURAL, MINOR, SEASONAL, CANAL, IN_LAKE, SKETCHED = range(6)
FIRST_ZOOM = {0: 2, 1: 3, 2: 3, 3: 3, 4: 4, 5: 4.5, 6: 5, 7: 5.5, 8: 6, 9: 6.5}   # by Natural Earth's scale rank
DATA_BANK = {'1': 6, '2': 6.5, '3': 7.5, '4': 8}                                  # class → first zoom
SMALL_CLASSES = '34'
SMALL_CLASSES_BOX = (28, 33, 64, 50)
SQUEEZE = np.array([.75, 1])      # makes degrees about equally long at these latitudes

FINER = 4                         # steps of the path search a sample of the relief
SPLINE_REACH = 24                 # samples that a cubic spline feels
MARGIN = .12                      # degrees around two waypoints that a river may wander
JOIN = .12                        # degrees within which a tributary ends on the river it joins


def get_kind(feature):
    kind = feature.GetField('featurecla') or 'River'
    if 'Lake' in kind:
        return IN_LAKE
    return CANAL if 'Canal' in kind else SEASONAL if 'Intermittent' in kind else NATURAL


class Collection:
    """Rivers, before it is known how much flows in them."""

    def __init__(self, metres):
        self.metres, self.features = metres, []

    def add(self, lines, kind, zoom, name=''):
        lines = [line for line in lines if len(line) > 1]
        if lines:
            self.features.append((lines, kind, zoom, name))

    def to_layer(self):
        layer = encode.Layer('river', False, rivers=True)
        lines, flows = flow.measure([line for lines, *_ in self.features for line in lines], self.metres)
        first = 0
        for own, kind, zoom, name in self.features:
            last = first + len(own)
            layer.add(lines[first:last], kind, zoom, name, flows[first:last])
            first = last
        return layer


def add_natural(layer, packages, move):
    """Returns all points of Natural Earth's rivers."""
    names = dict(sources.read_table('river-names.tsv'))
    points = []
    for feature, parts in geo.features(packages.rivers):
        name = feature.GetField('name') or ''
        name = 'Kızılırmak' if name.startswith('Kiz') and 'irmak' in name else names.get(name, name)
        name = '' if '?' in name else ' '.join(name.split())      # letters that the source lost
        rank = feature.GetField('scalerank')
        points += [geo.densify(part, .02) for part in parts]
        lines = [move.river(borders.near_points(line, .008)) for line in geo.merge(parts)]
        layer.add(lines, get_kind(feature), FIRST_ZOOM.get(int(rank or 9), 7), name)
    return np.vstack(points)


def find_valley(metres, start, end):
    """The cheapest way between two waypoints, where height above the valley's floor costs."""
    west, east = sorted((start[0], end[0]))
    south, north = sorted((start[1], end[1]))
    west, east, south, north = west - MARGIN, east + MARGIN, south - MARGIN, north + MARGIN
    per_degree = relief.PER_DEGREE * FINER
    n_columns, n_rows = int((east - west) * per_degree) + 1, int((north - south) * per_degree) + 1
    x, y = west + np.arange(n_columns) / per_degree, north - np.arange(n_rows) / per_degree
    at = [((90 - y) * relief.PER_DEGREE - .5)[:, None] + np.zeros((1, n_columns)),
          ((x + 180) * relief.PER_DEGREE - .5)[None, :] + np.zeros((n_rows, 1))]
    top, left = (max(0, int(axis.min()) - SPLINE_REACH) for axis in at)
    bottom, right = (int(axis.max()) + SPLINE_REACH for axis in at)
    height = ndimage.map_coordinates(metres[top:bottom, left:right], [at[0] - top, at[1] - left], order=3)
    cost = 1 + np.clip((height - ndimage.minimum_filter(height, 19)) / 60, 0, 8)

    def cell(point):
        return round((north - point[1]) * per_degree), round((point[0] - west) * per_degree)

    path = [(x[j], y[i]) for i, j in shortest_path(cost, cell(start), cell(end), math.cos(math.radians((start[1] + end[1]) / 2)))]
    path[0], path[-1] = start, end
    return path


def shortest_path(cost, start, end, squeeze):
    best, came, queue = {start: 0}, {}, [(0, start)]
    steps = [(i, j, math.hypot(j * squeeze, i)) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    while queue:
        length, at = heapq.heappop(queue)
        if at == end:
            break
        if length > best[at]:
            continue
        for i, j, step in steps:
            to = at[0] + i, at[1] + j
            if 0 <= to[0] < cost.shape[0] and 0 <= to[1] < cost.shape[1]:
                new = length + step * cost[to]
                if new < best.get(to, math.inf):
                    best[to], came[to] = new, at
                    heapq.heappush(queue, (new, to))
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]


def smooth(path):
    """From the steps of the search to a river's curve (Chaikin)."""
    line = np.array(path)
    for _ in range(2):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    line = np.vstack([line[:1], line[2:-2:3], line[-1:]])
    for _ in range(3):
        cut = np.empty((2 * len(line) - 2, 2))
        cut[0::2], cut[1::2] = .75 * line[:-1] + .25 * line[1:], .25 * line[:-1] + .75 * line[1:]
        line = np.vstack([line[:1], cut[1:-1], line[-1:]])
    return line


def end_on(line, targets):
    """The line, ended where it first comes to the river it joins."""
    tree = cKDTree(np.vstack(targets))
    distance, index = tree.query(line)
    lower = np.where((distance < .012) & (np.arange(len(line)) > .6 * len(line)))[0]
    end = int(lower[0]) if len(lower) else len(line) - 1
    return np.vstack([line[:end + 1], tree.data[index[end]][None]]) if distance[end] < JOIN else line


def sketch_tributaries(metres, natural):
    """Our own tributaries: (name, first zoom, line)."""
    rivers = []
    for name, zoom, waypoints in sources.read_table('tributaries.tsv'):
        points = [tuple(map(float, point.split(','))) for point in waypoints.split()]
        path = [points[0]]
        for start, end in zip(points[:-1], points[1:]):
            path += find_valley(metres, start, end)[1:]
        rivers.append([name, float(zoom), smooth(path), points])

    for river in rivers:
        mouth = river[3][-1]
        into = [other[2] for other in rivers if other is not river and any(math.dist(mouth, p) < 1e-6 for p in other[3][:-1])]
        river[2] = end_on(river[2], [geo.densify(line, .004) for line in into] if into else [natural])
    return [(name, zoom, line) for name, zoom, line, _ in rivers]


def cut_known(line, known, sketched):
    """The stretches of a Data Bank river that no other source has, led to the river they flow into."""
    distance, _ = known.query(line * SQUEEZE)
    new = (distance > .035) & (sketched.query(line * SQUEEZE)[0] > .04)
    indices = np.where(ndimage.binary_closing(new, np.ones(3)))[0]
    if not len(indices):
        return
    for run in np.split(indices, np.where(np.diff(indices) > 1)[0] + 1):
        first, last = max(0, run[0] - 1), min(len(line) - 1, run[-1] + 1)
        stretch = line[first:last + 1].copy()
        for end, k in ((0, first), (-1, last)):
            if not new[k] and distance[k] < .035:
                stretch[end] = known.data[known.query(stretch[end] * SQUEEZE)[1]] / SQUEEZE
        if LineString(stretch).length > .12:
            yield stretch


def add_data_bank(layer, move, natural, tributaries):
    known = cKDTree(natural * SQUEEZE)
    sketched = cKDTree(np.vstack([geo.densify(line, .01) for _, _, line in tributaries]) * SQUEEZE)
    west, south, east, north = geo.DETAIL
    for kind, zoom in DATA_BANK.items():
        merged = linemerge([LineString(s) for s in geo.gmt_coast(f'-R{west}/{east}/{south}/{north}', '-Dh', '-I' + kind)])
        for line in [merged] if merged.geom_type == 'LineString' else merged.geoms:
            line = np.array(line.coords)
            if kind in SMALL_CLASSES and not geo.in_box(line[:1], SMALL_CLASSES_BOX)[0]:
                continue
            for stretch in cut_known(line, known, sketched):
                layer.add([move(borders.near_points(stretch, .05))], MINOR, zoom)


def build(packages, metres, move):
    layer = Collection(metres)
    natural = add_natural(layer, packages, move)
    tributaries = sketch_tributaries(metres, natural)
    add_data_bank(layer, move, natural, tributaries)
    for name, zoom, line in tributaries:
        layer.add([move(line)], SKETCHED, zoom, name)
    return layer.to_layer()
