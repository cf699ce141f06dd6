#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""mapnik_tiles.py FOLDER [PICTURE.png]: the other half of the race. Paints the tiles that `tile-race` listed in FOLDER with
Mapnik, from the same layers in the same inks and widths, with one process and with two, and prints how many a second.
Once the land is cut out of its picture along the coast, as our painter does, and once (`mapnik-finished`) land and sea are one
finished picture. Maps are loaded before the clock starts. With a picture's name it also writes the middle tile there, to look at."""

import json
import multiprocessing
import os
import sys
import time

import mapnik

TEXTURE = 512
SPHERE = "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs"

# The tables of src/render/atlas-basemap-painter.c and atlas-basemap-lines.c: (zoom, value), straight from one to the next.
COAST = ((3, .45), (5, .70), (7, .95), (11, 1.2))
LAKE_SHORE = ((3, .35), (5, .45), (6, .70), (9, .90))
LAKE_SHORE_STRENGTH = ((3, .60), (6, .90))
WATERLINE_SCALE = ((3, .50), (5, .80), (7, 1.0), (8, 1.1), (10, 1.8))
URBAN = ((5.5, 0), (6, .60), (7, .80), (8, .50), (9, 0))
PROVINCE_STRENGTH = ((5.5, 0), (6, .45), (8, .85), (10, 1))
PROVINCE = ((6, .55), (8, .70), (10, .85))
BORDER = ((3, .70), (5, .95), (7, 1.1), (9, 1.3), (12, 1.5))
RIBBON = ((3, 2.2), (5, 4.0), (6, 5.0), (7, 6.0), (9, 8.0), (12, 9.0))
RASTER = '<RasterSymbolizer scaling="bilinear" comp-op="{}"/>'
WATERLINES = ((12.5, .35), (7, .55), (3.2, 1))
AGREED, RIVER_IN_LAKE = 0, 4


def at(table, zoom):
    for (before, low), (after, high) in zip(table, table[1:]):
        if zoom < after:
            return low + (high - low) * max(0, zoom - before) / (after - before)
    return table[-1][1]


def line(ink, width, strength=1.0, dashes="", under=False):
    dash = f' stroke-dasharray="{dashes}"' if dashes else ' stroke-linecap="round"'
    dash += ' comp-op="dst-over"' if under else ""
    return (f'<LineSymbolizer stroke="{ink[0]}" stroke-opacity="{ink[1] * strength:.3f}" stroke-width="{width:.2f}"'
            f' stroke-linejoin="round"{dash}/>')


def area(ink, strength=1.0):
    return f'<PolygonSymbolizer fill="{ink[0]}" fill-opacity="{ink[1] * strength:.3f}"/>'


def rules(*pairs):
    return "".join(f"<Rule>{f'<Filter>{test}</Filter>' if test else ''}{symbolizers}</Rule>" for test, symbolizers in pairs)


def get_river_rules(inks, zoom):
    found = []
    for first in range(0, 121, 5):
        bonus = .45 if first < 40 else .2 if first < 56 else 0
        width = min(2.4, .5 + .27 * (zoom - first / 10) + bonus)
        if width > .3:
            found.append((f"[kind] != {RIVER_IN_LAKE} and [from] &gt;= {first} and [from] &lt; {first + 5}",
                          line(inks["river"], max(width, .42))))
    return rules(*found)


def get_ground_layers(inks, zoom, finished):
    waterlines = WATERLINES if zoom >= 5 else WATERLINES[-1:]
    scale = at(WATERLINE_SCALE, zoom)
    if finished:
        yield "ground", rules(("", RASTER.format("src-over")))
        for width, strength in waterlines:  # on the land's side of the coast too, which costs the same
            yield "coast", rules(("", line(inks["waterline"], width * scale, strength)))
        return
    yield "land", rules(("", '<PolygonSymbolizer fill="black"/>'))  # the picture of the land takes its place
    yield "land-ground", rules(("", RASTER.format("src-in")))
    for width, strength in reversed(waterlines):  # from here on each goes under what is there
        yield "coast", rules(("", line(inks["waterline"], width * scale, strength, under=True)))
    yield "sea-ground", rules(("", RASTER.format("dst-over")))


def get_layers(inks, zoom, finished):
    """(layer, style) from the ground up, in the painter's order."""
    yield from get_ground_layers(inks, zoom, finished)
    if at(URBAN, zoom) > 0:
        yield "urban", rules(("", area(inks["urban"], at(URBAN, zoom))))
    yield "river", get_river_rules(inks, zoom)
    if at(PROVINCE_STRENGTH, zoom) > 0:
        yield "province", rules(("", line(inks["province"], at(PROVINCE, zoom), at(PROVINCE_STRENGTH, zoom), "3.2,2.2")))
    yield "lake", rules(("", area(inks["lake"]) + line(inks["coast"], at(LAKE_SHORE, zoom), at(LAKE_SHORE_STRENGTH, zoom))))
    yield "coast", rules(("", line(inks["coast"], at(COAST, zoom))))
    yield "border", rules((f"[kind] = {AGREED}", line(inks["ribbon"], at(RIBBON, zoom))))
    yield "border", rules((f"[kind] = {AGREED}", line(inks["border"], at(BORDER, zoom), 1, "6.5,2.2,1.1,2.2" if zoom >= 4 else "")),
                          (f"[kind] != {AGREED}", line(inks["disputed"], at(BORDER, zoom) * .9, 1, "2.4,2.4")))


def get_layer(folder, layer, style):
    plugin, ending = ("gdal", ".img") if layer.endswith("ground") else ("geojson", ".geojson")
    return (f'<Layer name="{style}" srs="{SPHERE}"><StyleName>{style}</StyleName><Datasource><Parameter name="type">{plugin}</Parameter>'
            f'<Parameter name="file">{os.path.join(folder, layer + ending)}</Parameter></Datasource></Layer>')


def is_empty(folder, layer):
    return not layer.endswith("ground") and '"Feature"' not in open(os.path.join(folder, layer + ".geojson")).read(400)


def load_map(folder, name, inks, finished):
    zoom = int(name[1:].split("-")[0]) + (1 if name.endswith("512") else 0)
    folder = os.path.join(folder, name)
    styles, layers = [], []
    for number, (layer, style) in enumerate(get_layers(inks, zoom, finished)):
        if is_empty(folder, layer):
            continue
        styles.append(f'<Style name="s{number}">{style}</Style>')
        layers.append(get_layer(folder, layer, f"s{number}"))
    drawing = mapnik.Map(TEXTURE, TEXTURE)
    mapnik.load_map_from_string(drawing, f'<Map srs="{SPHERE}" buffer-size="16">{"".join(styles)}{"".join(layers)}</Map>')
    return drawing


def paint(maps, tile):
    name, x0, y0, x1, y1, scale = tile
    image = mapnik.Image(TEXTURE, TEXTURE)
    maps[name].zoom_to_box(mapnik.Box2d(x0, y0, x1, y1))
    mapnik.render(maps[name], image, scale)
    return image


def run(folder, inks, finished, tiles, ready, go, spent):
    maps = {name: load_map(folder, name, inks, finished) for name in {tile[0] for tile in tiles}}
    for name in maps:  # the first picture of a map reads its files
        paint(maps, next(tile for tile in tiles if tile[0] == name))
    ready.release()
    go.wait()
    begin = time.process_time()
    for tile in tiles:
        paint(maps, tile)
    spent.put(time.process_time() - begin)


def race(folder, inks, finished, tiles, n_processes):
    ready, go, spent = multiprocessing.Semaphore(0), multiprocessing.Event(), multiprocessing.SimpleQueue()
    processes = [multiprocessing.Process(target=run, args=(folder, inks, finished, tiles[i::n_processes], ready, go, spent))
                 for i in range(n_processes)]
    for process in processes:
        process.start()
    for _ in processes:
        ready.acquire()
    begin = time.monotonic()
    go.set()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        sys.exit("mapnik_tiles.py: a painter failed")
    took = time.monotonic() - begin
    racer = "mapnik-finished" if finished else "mapnik"
    print(f"{racer}.{n_processes}.per_s {len(tiles) / took:.1f} 1/s")
    print(f"{racer}.{n_processes}.per_cpu_s {len(tiles) / sum(spent.get() for _ in processes):.1f} 1/s", flush=True)


def main():
    folder = sys.argv[1]
    inks = json.load(open(os.path.join(folder, "inks.json")))
    tiles = []
    for text in open(os.path.join(folder, "tiles.txt")):
        name, *numbers = text.split()
        tiles.append((name, *map(float, numbers)))

    for finished in (False, True):
        for n_processes in (1, 2):
            race(folder, inks, finished, tiles, n_processes)
    if len(sys.argv) > 2:
        tile = tiles[len(tiles) // 2]
        paint({tile[0]: load_map(folder, tile[0], inks, False)}, tile).save(sys.argv[2])


if __name__ == "__main__":
    main()
