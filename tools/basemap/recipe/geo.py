# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines as arrays of longitude and latitude: reading, measuring, joining."""

import math
import subprocess

import numpy as np
from osgeo import gdal, ogr
from shapely.geometry import LineString
from shapely.ops import linemerge

gdal.UseExceptions()
ogr.UseExceptions()

WORLD = 1 << 21                   # units round the equator: 19 m
MAX_LATITUDE = 85.0511
DETAIL = (5, 20, 82, 62)          # west, south, east, north of the part that is kept to DETAIL_ZOOM
KILOMETRES = np.array([math.cos(math.radians(40.5)) * 111.32, 111.13])  # a degree, at the latitude of the Lesser Caucasus


def project(line):
    """Web Mercator in WORLD units."""
    line = np.asarray(line, float)
    latitude = np.radians(np.clip(line[:, 1], -MAX_LATITUDE, MAX_LATITUDE))
    x = (line[:, 0] + 180) / 360
    y = .5 - np.log(np.tan(np.pi / 4 + latitude / 2)) / (2 * np.pi)
    return np.column_stack([x * WORLD, y * WORLD])


def in_box(points, box, margin=0.0):
    west, south, east, north = box
    return ((points[:, 0] > west - margin) & (points[:, 0] < east + margin) &
            (points[:, 1] > south - margin) & (points[:, 1] < north + margin))


def in_detail(points, margin=1.0):
    return in_box(points, DETAIL, margin)


def lines_of(geometry):
    """All rings or lines of an OGR geometry, however nested."""
    if geometry.GetGeometryCount() == 0:
        return [np.array(geometry.GetPoints())[:, :2]] if geometry.GetPointCount() > 1 else []
    return [line for i in range(geometry.GetGeometryCount()) for line in lines_of(geometry.GetGeometryRef(i))]


def features(path, layer=None, box=None):
    """Each feature of a vector file with its rings or lines."""
    source = ogr.Open(path)
    table = source.GetLayerByName(layer) if layer else source.GetLayer(0)
    if box:
        table.SetSpatialFilterRect(*box)
    for feature in table:
        geometry = feature.GetGeometryRef()
        if geometry is not None:
            yield feature, lines_of(geometry)


def gmt_coast(*arguments):
    """The lines that `gmt coast -M` dumps."""
    dump = subprocess.run(['gmt', 'coast', *arguments, '-M'], capture_output=True, text=True, check=True).stdout
    lines = []
    for row in dump.splitlines():
        if row.startswith('>'):
            lines.append([])
        elif row.strip():
            longitude, latitude = map(float, row.split()[:2])
            lines[-1].append((longitude - 360 if longitude > 180 else longitude, latitude))
    return [np.array(line) for line in lines if len(line) > 1]


def densify(line, step):
    """The line with points at most about @step degrees apart."""
    out = [line[:1]]
    for a, b in zip(line[:-1], line[1:]):
        n = max(1, int(math.hypot(*(b - a)) / step))
        t = np.linspace(0, 1, n + 1)[1:, None]
        out.append(a * (1 - t) + b * t)
    return np.vstack(out)


def merge(parts):
    """Lines that meet end to end become one."""
    lines = [LineString(part) for part in parts if len(part) > 1 and np.ptp(part, axis=0).max() > 0]
    if not lines:
        return []
    merged = linemerge(lines)
    return [np.array(line.coords)[:, :2] for line in ([merged] if merged.geom_type == 'LineString' else merged.geoms)]
