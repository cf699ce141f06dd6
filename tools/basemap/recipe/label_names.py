# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of countries from Unicode's CLDR, of all else from our tables; and where the names of provinces stand."""

import functools
import json
import os

from shapely.geometry import Polygon
from shapely.ops import polylabel

import geo
import names
import sources

NO_JOINED = ('zh', 'hi', 'ja', 'ko', 'ne', 'bn')   # letters that a desktop may have no font for

# What the labels of countries mean where they are not CLDR's English names.
CODES = {'U.A.E.': 'AE', 'BOSNIA & HERZ.': 'BA', 'UNITED STATES': 'US', 'CZECHIA': 'CZ', 'TÜRKIYE': 'TR'}
LANGUAGE = {**names.LOCAL, 'AF': 'fa', 'AU': 'en', 'BR': 'pt', 'CA': 'en', 'CH': 'de', 'CY': 'el', 'DZ': 'ar', 'EG': 'ar', 'ET': 'am',
            'LY': 'ar', 'MN': 'mn', 'OM': 'ar', 'PK': 'en', 'QA': 'ar', 'SD': 'ar', 'TN': 'ar', 'US': 'en', 'YE': 'ar', 'AE': 'ar'}

LABELS = os.path.join(sources.HERE, '../../../data/basemap/labels.tsv')   # written by hand
COLUMNS = ('local', 'az', 'ru', 'hy', 'tr')
LAST = 2.6            # zooms that the name of a province stays


@functools.lru_cache(None)
def read_territories(packages, language):
    path = os.path.join(packages.cldr, f'cldr-localenames-full/main/{language}/territories.json')
    if not os.path.exists(path):
        return {}
    with open(path, encoding='utf-8') as file:
        return json.load(file)['main'][language]['localeDisplayNames']['territories']


def capitals(text, language):
    """As maps write countries; not in Georgian, whose capitals hardly a font has."""
    if language == 'ka':
        return text
    if language in ('az', 'tr'):
        text = text.replace('i', 'İ').replace('ı', 'I')
    text = text.replace('և', 'եվ').upper()
    return text.translate(str.maketrans('ΆΈΉΊΌΎΏ', 'ΑΕΗΙΟΥΩ'))    # Greek capitals carry no accents


def countries(packages, labels):
    """(label, code, names) of the countries that the map names."""
    english = {name.upper(): code for code, name in read_territories(packages, 'en').items() if len(code) == 2}
    for kind, *_, text in labels:
        if kind != 'country':
            continue
        code = CODES.get(text) or english[text]
        names_of = {}
        for column, language in zip(COLUMNS, (LANGUAGE.get(code, 'en'), 'az', 'ru', 'hy', 'tr')):
            table = {} if language in NO_JOINED else read_territories(packages, language)
            names_of[column] = table.get(code + '-alt-short') or table.get(code, ''), language
        yield text, code, names_of


def country_rows(packages, labels):
    for text, _, names_of in countries(packages, labels):
        yield [text, *(capitals(*names_of[column]) for column in COLUMNS)]


def write_countries(packages, labels, out):
    """As they are written in a sentence, by their codes."""
    english = read_territories(packages, 'en')
    with open(os.path.join(out, 'countries.tsv'), 'w', encoding='utf-8') as file:
        file.write('# Made by tools/basemap/recipe/label_names.py: code, name, then local az ru hy tr; empty: not known.\n'
                   '# Unicode CLDR (c) 1991-2025 Unicode, Inc., Unicode License v3.\n')
        for _, code, names_of in sorted(countries(packages, labels), key=lambda row: row[1]):
            file.write('\t'.join([code, english[code], *(names_of[column][0] for column in COLUMNS)]) + '\n')


def province_rows(packages):
    """(label row, names row) of the provinces of our table, at the roomiest place of their outline."""
    wanted = {(row[0], row[1]): row[2:] for row in sources.read_table('province-names.tsv')}
    for feature, rings in geo.features(packages.disputed, 'states_provinces'):
        row = wanted.pop((feature.GetField('iso_a2'), feature.GetField('name')), None)
        if row is None:
            continue
        outline = max((Polygon(ring) for ring in rings if len(ring) > 3), key=lambda p: p.area).simplify(.02).buffer(0)
        outline = max(getattr(outline, 'geoms', [outline]), key=lambda p: p.area)
        point, zoom = polylabel(outline, .05), float(row[0])
        yield f'province\t{point.x:.3f}\t{point.y:.3f}\t{zoom:g}\t{zoom + LAST:g}\t10\t1.2\t0\t{row[1]}', row[1:]
    for key in wanted:
        print('province-names.tsv: there is no', *key)


def write(packages, out):
    with open(LABELS, encoding='utf-8') as file:
        labels = [line.rstrip('\n').split('\t')[:9] for line in file if line.strip() and not line.startswith('#')]
    ours = {row[0]: row for row in sources.read_table('label-names.tsv')}
    texts = {row[8] for row in labels}
    for text in sorted(text for text in texts if text.rstrip('0123456789 ') not in ours and text not in ours):
        if not any(row[8] == text and row[0] == 'country' for row in labels):
            print('label-names.tsv: no', text)

    write_countries(packages, labels, out)
    provinces = list(province_rows(packages))
    with open(os.path.join(out, 'provinces.tsv'), 'w', encoding='utf-8') as file:
        file.write('# Made by tools/basemap/recipe/label_names.py: provinces (Natural Earth, public domain), as labels.tsv has them.\n')
        file.write('\n'.join(sorted(row for row, _ in provinces)) + '\n')
    rows = [*country_rows(packages, labels), *(fields for _, fields in provinces), *ours.values()]
    with open(os.path.join(out, 'names.tsv'), 'w', encoding='utf-8') as file:
        file.write('# Made by tools/basemap/recipe/label_names.py: name on the map, then local az ru hy tr; empty: not known.\n'
                   '# Countries: Unicode CLDR (c) 1991-2025 Unicode, Inc., Unicode License v3. The rest is ours.\n')
        for row in rows:
            file.write('\t'.join([*row, '', '', '', '', ''][:6]).rstrip('\t') + '\t' * (len([f for f in row if f]) == 1) + '\n')
    print(f'names.tsv: {len(rows)} names; provinces.tsv: {len(provinces)} provinces')
