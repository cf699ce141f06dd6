# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heights from Marble's grey elevation pictures (2'), calibrated with ETOPO5; the sea as a tone that darkens off shore."""

import dataclasses
import os
import struct
import zlib

import numpy as np
from osgeo import gdal, ogr
from scipy import interpolate, ndimage

import geo

PER_DEGREE = 30                   # samples
HEIGHT, WIDTH = 180 * PER_DEGREE, 360 * PER_DEGREE
TILE, TILE_ROWS, TILE_COLUMNS = 675, 8, 16
KM_PER_SAMPLE = 3.7
WINDOW = (4, 19, 83, 63)          # of the detailed grid: geo.DETAIL and a margin
CASPIAN = (46.4, 36, 55, 47.6)
COARSER = 6                       # the world's grid: 12'


@dataclasses.dataclass
class Grid:
    samples: np.ndarray           # int16: above 0 sqrt(metres + 64) * 8, else -tone * 64
    metres: np.ndarray


def read_greys(folder):
    grey = np.zeros((HEIGHT, WIDTH), np.float32)
    for row in range(TILE_ROWS):
        for column in range(TILE_COLUMNS):
            path = os.path.join(folder, f'{row:06d}', f'{row:06d}_{column:06d}.jpg')
            grey[row * TILE:(row + 1) * TILE, column * TILE:(column + 1) * TILE] = gdal.Open(path).ReadAsArray()
    return grey


def read_etopo5(path):
    return np.roll(gdal.Open('NETCDF:' + path).ReadAsArray(), 2160, axis=1)   # from 0..360 to -180..180


def calibrate(grey, etopo):
    """The height in metres that a grey stands for: the median of ETOPO5 wherever the picture has that grey."""
    rows, columns = np.mgrid[0:etopo.shape[0], 0:etopo.shape[1]]
    latitude, longitude = 90 - rows / 12, -180 + columns / 12
    at = [(90 - latitude) * PER_DEGREE - .5, (longitude + 180) * PER_DEGREE - .5]
    seen = ndimage.map_coordinates(ndimage.gaussian_filter(grey, 1.2), at, order=1, mode='nearest')
    known = abs(latitude) < 60
    seen, height = seen[known], etopo[known]
    greys = np.arange(14, 236, 2)
    median = np.maximum.accumulate([np.median(height[abs(seen - g) < 1]) for g in greys])
    median = ndimage.gaussian_filter1d(median, 1.2)
    return interpolate.PchipInterpolator(np.r_[0, greys, 246, 255], np.r_[-10600, median, 8300, 8800])


def denoise(grey):
    """Smooths JPEG noise and keeps edges: a self-guided filter. In greys, as one is 6 m at the sea and 60 m at 2000 m."""
    def mean(a):
        return ndimage.uniform_filter(a, 5)

    average = mean(grey)
    variance = np.maximum(mean(grey * grey) - average * average, 0)
    keep = variance / (variance + 2.6 ** 2)
    return ndimage.gaussian_filter(mean(keep) * grey + mean(average * (1 - keep)), 0.5)


def rasterize_land(packages):
    """True on land and on lakes, which would otherwise lie in pits."""
    raster = gdal.GetDriverByName('MEM').Create('', WIDTH, HEIGHT, 1)
    raster.SetGeoTransform((-180, 1 / PER_DEGREE, 0, 90, 0, -1 / PER_DEGREE))
    for path, touched in ((packages.land, 'FALSE'), (packages.lakes, 'TRUE')):
        source = ogr.Open(path)
        gdal.RasterizeLayer(raster, [1], source.GetLayer(0), burn_values=[1], options=['ALL_TOUCHED=' + touched])
    return raster.ReadAsArray().astype(bool)


def get_sea_tone(land, etopo):
    """0 at the shore to 1 in the deep. No source has the depths of the Caspian: there it is distance to the shore alone."""
    distance = ndimage.distance_transform_edt(~land) * KM_PER_SAMPLE
    rows = (np.arange(HEIGHT) + .5) / PER_DEGREE
    columns = (np.arange(WIDTH) + .5) / PER_DEGREE
    at = [rows[:, None] * 12 + np.zeros((1, WIDTH)), columns[None, :] * 12 % 4319 + np.zeros((HEIGHT, 1))]
    depth = ndimage.gaussian_filter(ndimage.map_coordinates(np.minimum(etopo, 0), at, order=1), 1.5)

    off_shore = 1 - np.exp(-distance / 70)
    deep = np.clip(-depth / 3500, 0, 1) ** .6
    latitude, longitude = 90 - rows[:, None], columns[None, :] - 180
    west, south, east, north = CASPIAN
    caspian = (latitude > south) & (latitude < north) & (longitude > west) & (longitude < east)
    tone = np.where(caspian, .62 * off_shore, .35 * off_shore + .65 * deep * np.minimum(1, distance / 30))
    return np.where(land, 0, ndimage.gaussian_filter(np.where(land, 0, tone), 1))


def build(packages):
    grey = read_greys(packages.elevation_tiles)
    etopo = read_etopo5(packages.sea_floor)
    to_metres = calibrate(grey, etopo)
    land = rasterize_land(packages)
    metres = to_metres(denoise(grey)).astype(np.float32)
    metres = np.where(land, np.maximum(metres, -430), 0)

    land_samples = np.rint(np.sqrt(np.maximum(metres, -30) + 64) * 8).astype(int)
    sea_samples = -np.rint(get_sea_tone(land, etopo) * 64).astype(int)
    return Grid(np.where(land, land_samples, sea_samples).astype(np.int16), metres)


def average(samples):
    """The world's grid: land averaged with land and sea with sea, whichever has more of the cell."""
    def mean(a):
        return a.reshape(HEIGHT // COARSER, COARSER, WIDTH // COARSER, COARSER).mean((1, 3))

    share = mean(samples > 0)
    land = np.where(share > 0, mean(np.where(samples > 0, samples, 0)) / np.maximum(share, 1e-6), 0)
    sea = np.where(share < 1, mean(np.where(samples < 0, samples, 0)) / np.maximum(1 - share, 1e-6), 0)
    return (np.rint(np.where(share >= .5, land, sea) / 2) * 2).astype(np.int16)   # even numbers deflate better


def pack(samples):
    """Differences from west + north - northwest, zigzag, low bytes and high bytes apart, deflated."""
    a = samples.astype(np.int32)
    step = a.copy()
    step[:, 1:] -= a[:, :-1]
    step[1:, 1:] -= a[:-1, 1:] - a[:-1, :-1]
    step[1:, 0] -= a[:-1, 0]
    zigzag = ((step << 1) ^ (step >> 31)).astype(np.uint16)
    return zlib.compress((zigzag & 255).astype(np.uint8).tobytes() + (zigzag >> 8).astype(np.uint8).tobytes(), 9)


def write(grid, path):
    west, south, east, north = WINDOW
    detail = grid.samples[(90 - north) * PER_DEGREE:(90 - south) * PER_DEGREE, (west + 180) * PER_DEGREE:(east + 180) * PER_DEGREE]
    world = average(grid.samples)
    grids = ((detail, west, north, 1 / PER_DEGREE), (world, -180, 90, COARSER / PER_DEGREE))
    streams = [pack(samples) for samples, *_ in grids]
    with open(path, 'wb') as file:
        file.write(b'RELF0001')
        for (samples, x, y, step), stream in zip(grids, streams):
            file.write(struct.pack('<IIdddI', samples.shape[1], samples.shape[0], x, y, step, len(stream)))
        for stream in streams:
            file.write(stream)
    print(f'{os.path.basename(path)}: {detail.shape} and {world.shape} samples, {os.path.getsize(path)} bytes')
