# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vector layers, in the order in which atlas.geo holds them."""

import math
import os
import struct

import numpy as np
from shapely.geometry import Polygon
from shapely.ops import unary_union

import borders
import encode
import geo
import pn2
import rivers

AGREED, DISPUTED, CLAIM, CONTROL = range(4)

# Provinces: the first zoom, else OTHER_PROVINCES; those of the small states would only crowd.
OTHER_PROVINCES = 7
PROVINCES = {'AZE': 8, 'ARM': 6.5, 'GEO': 6.5, **dict.fromkeys(('RUS', 'KAZ', 'IND', 'CHN', 'IRN', 'TUR', 'UKR', 'SAU'), 6)}
NO_PROVINCES = {'SVN', 'MKD', 'LVA', 'MLT', 'SMR', 'KOS', 'MNE', 'LUX', 'AND', 'BHR', 'QAT', 'KWT', 'MDA', 'EST', 'LIE'}

# Lines of the past are items of an atlas with their dates, never part of the ground.
HISTORIC = {'Former USSR oblast in 1991', 'Ceasefire Line 1994', 'Ukrainian claim'}   # the last: the front of 2015 to 2022

# What the sources call a claim, where the line is one between those who govern on either side.
CONTROLLED = {'Georgian claim', 'Moldovan claim'}


def build_land(packages):
    layer = encode.Layer('land', True)
    for _, rings in geo.features(packages.land):
        layer.add(rings, 0, 0)
    return layer


def build_lakes(packages, move):
    layer = encode.Layer('lake', True)
    for _, rings in geo.features(packages.lakes):
        extent = np.ptp(geo.project(rings[0]), axis=0).max()
        first_zoom = max(2, min(9, math.ceil(math.log2(7 * encode.TILE / extent))))
        layer.add([move(ring) for ring in rings], 0, first_zoom)
    return layer


def build_urban(packages):
    """The source is coarse and angular: neighbouring areas are joined, and corners rounded by growing and shrinking."""
    areas = []
    for _, points in pn2.read(packages.urban):
        if len(points) > 3 and geo.in_detail(np.array(points)).any():
            areas.append(Polygon(points).buffer(0))
    rounded = unary_union(areas).buffer(.022).buffer(-.034).buffer(.014).simplify(.0012)

    layer = encode.Layer('urban', True)
    for area in rounded.geoms:
        if area.area > .0004:
            layer.add([np.array(ring.coords) for ring in [area.exterior, *area.interiors]], 0, 6)
    return layer


def build_provinces(packages, move):
    layer = encode.Layer('admin1', False)
    for feature, parts in geo.features(packages.provinces, box=geo.DETAIL):
        country = feature.GetField('adm0_a3') or ''
        if country not in NO_PROVINCES:
            lines = [move(borders.near_points(line)) for line in geo.merge(parts)]
            layer.add(lines, 0, PROVINCES.get(country, OTHER_PROVINCES))
    return layer


def get_border_kind(featurecla):
    if featurecla.startswith('International'):
        return AGREED
    return CONTROL if featurecla.startswith(('Line of control', 'Overlay limit')) else DISPUTED


def add_natural_borders(layer, packages, move):
    for feature, parts in geo.features(packages.borders):
        pair = feature.GetField('adm0_left') or '', feature.GetField('adm0_right') or ''
        kind = get_border_kind(feature.GetField('featurecla') or '')
        if any('Baykonur' in state or 'Baikonur' in state for state in pair):
            continue                       # a lease, not a border
        if set(pair) == {'Azerbaijan', 'Armenia'}:
            for line in geo.merge(parts):
                if np.ptp(line, axis=0).max() < borders.EXCLAVE:
                    layer.add([line], AGREED, 6, 'exclave')
            continue
        if set(pair) == {'Azerbaijan', 'Iran'}:
            parts = [part[(part[:, 0] < 45.045) & (part[:, 1] < 39.85)] for part in parts]
        elif set(pair) & borders.HOME and set(pair) != {'Azerbaijan', 'Turkey'}:
            continue                       # from the Digital Chart
        layer.add([move(borders.near_points(line)) for line in geo.merge(parts)], kind, 2, '|'.join(pair))


def build_borders(packages, outlines, move):
    layer = encode.Layer('border', False)
    add_natural_borders(layer, packages, move)
    for country, line in outlines:
        layer.add([line], AGREED, 2, country)
    for feature, parts in geo.features(packages.disputed, 'disputed_borders'):
        name = feature.GetField('name') or ''
        if name not in HISTORIC and any(geo.in_detail(part).any() for part in parts):
            layer.add([move(borders.near_points(line)) for line in geo.merge(parts)],
                      CONTROL if name in CONTROLLED else CLAIM, 5, name)
    return layer


def build(packages, metres):
    outlines, move = borders.build(packages)
    return [
        build_land(packages),
        build_lakes(packages, move),
        build_urban(packages),
        rivers.build(packages, metres, move),
        build_provinces(packages, move),
        build_borders(packages, outlines, move),
    ]


def write(layers, path):
    with open(path, 'wb') as file:
        file.write(b'ATLASGEO' + struct.pack('<II', 1, len(layers)))
        for layer in layers:
            file.write(layer.to_bytes())
            print(f'{layer.name:8s} {len(layer.features):6d} features {layer.n_vertices:7d} vertices')
    print(f'{os.path.basename(path)}: {os.path.getsize(path)} bytes')
