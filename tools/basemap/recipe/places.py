# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Towns: Natural Earth's ranking, GeoNames' names, positions and populations, and our own spelling and ranking tables."""

import dataclasses
import difflib
import json
import math
import os
import unicodedata

import numpy as np
from osgeo import ogr
from scipy.spatial import cKDTree

import geo
import names
import sources

HOME = {'AM', 'AZ', 'GE'}
CORE = (28, 33, 66, 50)
NEAR = (39.5, 36.8, 51, 45)
RANK_ZOOM = {0: 3, 1: 3.5, 2: 4, 3: 4.5, 4: 5, 5: 5.5, 6: 6, 7: 6.5, 8: 7, 9: 7, 10: 7.5}   # Natural Earth's scale rank
LAST_RANK_ZOOM = 7.5
NEVER = 99
SAME_TOWN = .55                  # likeness of two names
SUBURB_ZOOM = 9

# From how many people a town appears at which zoom: at home, next to it, around, elsewhere. Home has every village, at the last zoom.
HOME_ZOOM = ((50_000, 6.5), (20_000, 7), (8_000, 8), (2_500, 8.5), (0, 9.5))
NEAR_ZOOM = ((250_000, 6.5), (120_000, 7), (50_000, 8), (20_000, 8.5), (10_000, 9.2), (5_000, 9.8), (2_500, 10.5), (0, NEVER))
CORE_ZOOM = ((250_000, 6.5), (120_000, 7), (50_000, 8), (20_000, 9), (12_000, 10), (0, NEVER))
FAR_ZOOM = ((400_000, 7), (150_000, 8), (80_000, 9), (50_000, 10), (0, NEVER))

CAPITAL = 0
CLASSES = ((1_000_000, 1), (200_000, 2), (30_000, 3), (0, 4))


@dataclasses.dataclass
class Town:
    longitude: float
    latitude: float
    zoom: float
    rank: int
    population: int
    country: str
    name: str
    from_natural_earth: bool = False
    source_name: str = ''
    names: dict = dataclasses.field(default_factory=dict)

    @property
    def key(self):
        return self.country, self.name


def squeeze(longitude, latitude):
    return longitude * .75, latitude


def within(longitude, latitude, box):
    return box[0] < longitude < box[2] and box[1] < latitude < box[3]


def plain(name):
    name = unicodedata.normalize('NFD', name.lower().replace('ə', 'a').replace('ı', 'i'))
    return ''.join(c for c in name if c.isalpha())


def likeness(a, b):
    return difflib.SequenceMatcher(None, plain(a), plain(b)).ratio()


def by_population(table, population):
    return next(value for least, value in table if population >= least)


class Gazetteer:
    """GeoNames: current names and positions from one package, populations of some years ago from another."""

    def __init__(self, packages):
        with open(packages.cities, encoding='utf-8') as file:
            cities = json.load(file)
        self.towns = [(float(c['lng']), float(c['lat']), c['country'], c['name']) for c in cities]
        self.points = np.array([squeeze(x, y) for x, y, _, _ in self.towns])
        self.tree = cKDTree(self.points)
        self.populations = self._match(packages.populations)

    def near(self, longitude, latitude, radius, country):
        return [k for k in self.tree.query_ball_point(squeeze(longitude, latitude), radius) if self.towns[k][2] == country]

    def _match(self, path):
        """One record of population to one town: the nearest of similar name, else the one on the same spot."""
        with open(path, encoding='utf-8') as file:
            records = [line.rstrip('\n').split('\t') for line in file]
        out = {}
        for record in sorted(records, key=lambda r: -int(r[2])):
            longitude, latitude, country, name = float(record[0]), float(record[1]), record[4], record[5]
            point = squeeze(longitude, latitude)

            def fitness(k):
                return difflib.SequenceMatcher(None, plain(self.towns[k][3]), name).ratio() - 8 * math.dist(self.points[k], point)

            candidates = [k for k in self.near(longitude, latitude, .08, country) if k not in out]
            best = max(candidates, key=fitness, default=None)
            if best is not None and (fitness(best) > .45 or math.dist(self.points[best], point) < .004):
                out[best] = int(record[2]), record[3]
        return out


def read_natural_earth(packages, gazetteer):
    """Natural Earth's towns, at GeoNames' position and name where it is plainly the same town."""
    towns, used = [], set()
    aliases = {(country, name): alias for country, name, alias in sources.read_table('natural-earth-names.tsv')}
    source = ogr.Open(packages.towns)
    for feature in source.GetLayer(0):
        longitude, latitude = feature.GetField('longitude'), feature.GetField('latitude')
        country, name, capital = feature.GetField('iso_a2'), feature.GetField('name'), bool(feature.GetField('adm0cap'))
        inside = within(longitude, latitude, geo.DETAIL)
        zoom = RANK_ZOOM.get(feature.GetField('scalerank'), LAST_RANK_ZOOM)
        if capital:
            zoom = min(zoom, 4 if inside else 4.5)
        elif country in HOME:
            zoom = max(6, zoom - .5)
        name = aliases.get((country, name), name)
        if name == '-' or (not inside and zoom > 5):
            continue
        best = max(gazetteer.near(longitude, latitude, .22, country), key=lambda k: likeness(gazetteer.towns[k][3], name), default=None)
        if best is not None and likeness(gazetteer.towns[best][3], name) > SAME_TOWN:
            used.add(best)
            longitude, latitude = gazetteer.towns[best][:2]
            if country in HOME and not capital:
                name = gazetteer.towns[best][3]
        population = max(0, feature.GetField('pop_max') or 0)
        rank = CAPITAL if capital else by_population(CLASSES, population)
        towns.append(Town(longitude, latitude, zoom, rank, population, country, name, True))
    return towns, used


def read_geonames(gazetteer, known, used):
    """What Natural Earth lacks."""
    tree = cKDTree(np.array([squeeze(town.longitude, town.latitude) for town in known]))
    towns = []
    for k, (longitude, latitude, country, name) in enumerate(gazetteer.towns):
        if k in used or not within(longitude, latitude, geo.DETAIL) or name.startswith('Stantsiya'):
            continue
        population, feature = gazetteer.populations.get(k, (0, ''))
        core, near = within(longitude, latitude, CORE), within(longitude, latitude, NEAR)
        if tree.query(squeeze(longitude, latitude))[0] < (.02 if country in HOME else .06 if near else .17 if core else .22):
            continue
        zoom = by_population(HOME_ZOOM if country in HOME else NEAR_ZOOM if near else CORE_ZOOM if core else FAR_ZOOM, population)
        if country in HOME and feature == 'PPLA':   # a district's seat
            zoom = min(zoom, 8 if population > 3_000 else 8.5)
        if zoom < NEVER:
            towns.append(Town(longitude, latitude, zoom, by_population(CLASSES, population), population, country, name))
    return towns


def push_suburbs(towns):
    """What lies within a great city appears late."""
    great = [town for town in towns if town.population >= 900_000 or town.rank == CAPITAL]
    tree = cKDTree(np.array([squeeze(town.longitude, town.latitude) for town in great]))
    kept = {town.key for town in towns if town.from_natural_earth}
    for town in towns:
        if town.rank == CAPITAL or town.key in kept:
            continue
        distance, k = tree.query(squeeze(town.longitude, town.latitude))
        if distance < .10 + .07 * min(2, great[k].population / 1.5e6):
            town.zoom = max(town.zoom, SUBURB_ZOOM)


# GeoNames mixes spellings. Where our table is silent, names of Azerbaijan are written as English maps write them, and those of
# the countries around lose the marks that only scholars' transcriptions have.
AZERBAIJANI = (('ch', '\0'), ('Ch', '\1'), ('c', 'j'), ('C', 'J'), ('\0', 'ch'), ('\1', 'Ch'), ('ç', 'ch'), ('Ç', 'Ch'), ('ş', 'sh'),
               ('Ş', 'Sh'), ('ğ', 'gh'), ('x', 'kh'), ('X', 'Kh'), ('q', 'g'), ('Q', 'G'), ('ə', 'a'), ('Ə', 'A'), ('ı', 'i'),
               ('İ', 'I'), ('ö', 'o'), ('Ö', 'O'), ('ü', 'u'), ('Ü', 'U'), ('ā', 'a'))
TRANSCRIBED = {'AE', 'AF', 'AM', 'EG', 'GE', 'IN', 'IQ', 'IR', 'JO', 'KG', 'KW', 'KZ', 'LB', 'LY', 'OM', 'PK', 'RU', 'SA', 'SY', 'TJ',
               'TM', 'UZ', 'YE'}
MARKS = str.maketrans('', '', "’‘ʼ`'")


def spell(name, country):
    if country == 'AZ':
        for native, english in AZERBAIJANI:
            name = name.replace(native, english)
        return name
    if country in TRANSCRIBED:
        name = unicodedata.normalize('NFD', name.translate(MARKS))
        return ''.join(c for c in name if not unicodedata.combining(c))
    return name


def find_meant(towns, country, name, position=None):
    """The town that a row of a table means: at its position, else the most important of that name."""
    same = [town for town in towns if town.key == (country, name)]
    if position:
        longitude, latitude = map(float, position.split(','))
        same = [town for town in same if math.dist((town.longitude, town.latitude), (longitude, latitude)) < .1]
    return min(same, key=lambda town: (town.zoom, town.rank, -town.population), default=None)


def rename(towns):
    """Names by our table, else by rule."""
    renamed = {}
    for country, old, new, *position in sources.read_table('place-names.tsv'):
        town = find_meant(towns, country, old, *position)
        if town is not None:
            renamed[id(town)] = new
    for town in towns:
        town.source_name = town.name
        town.name = renamed.get(id(town), spell(town.name, town.country))
    return [town for town in towns if town.name != '-']


def set_zooms(towns):
    for country, name, zoom, *position in sources.read_table('place-zooms.tsv'):
        town = find_meant(towns, country, name, *position)
        if town is None:
            raise SystemExit(f'place-zooms.tsv: there is no {name} ({country})')
        town.zoom = float(zoom)


def drop_doubles(towns):
    out, seen = [], {}
    for town in sorted(towns, key=lambda town: town.zoom):
        other = seen.get(town.key)
        if other and abs(other.longitude - town.longitude) < .35 and abs(other.latitude - town.latitude) < .35:
            continue
        seen[town.key] = town
        out.append(town)
    return out


def build(packages):
    gazetteer = Gazetteer(packages)
    towns, used = read_natural_earth(packages, gazetteer)
    towns += read_geonames(gazetteer, towns, used)
    push_suburbs(towns)
    towns = drop_doubles(rename(towns))
    set_zooms(towns)
    names.find_names(towns, packages)
    return sorted(towns, key=lambda town: (town.zoom, town.rank, -town.population, town.name))


def write(towns, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('# lon\tlat\tminzoom\tclass\tpop\tcc\tname\tlocal\taz\tru\thy\ttr   (c) GeoNames CC BY 4.0, changed; Natural Earth public domain\n')
        for t in towns:
            file.write(f'{t.longitude:.4f}\t{t.latitude:.4f}\t{t.zoom:g}\t{t.rank}\t{t.population}\t{t.country}\t{t.name}\t'
                       + '\t'.join(t.names.get(language, '') for language in names.LANGUAGES).rstrip('\t') + '\n')
    print(f'{os.path.basename(path)}: {len(towns)} towns')
