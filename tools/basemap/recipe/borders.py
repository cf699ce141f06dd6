# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The borders of Armenia, Azerbaijan and Georgia from the Digital Chart of the World, three times nearer to the ground than
Natural Earth's; and the rubber sheet that moves what Natural Earth draws near them, so that nothing disagrees."""

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

import geo

HOME = {'Armenia', 'Azerbaijan', 'Georgia'}
AROUND = (39, 37, 52, 45)                  # what the rubber sheet may move
COAST = (39.5, 37.5, 51, 44.5)
ARAS = (43, 38.5, 48.1, 41.3)              # where rivers carry the border
EXCLAVE = .25                              # degrees: smaller rings are Natural Earth's
RUNS = {                                   # which borders are taken from whose outline; Armenia's ring is taken whole
    'AZ': {('Azerbaijan', 'Georgia'), ('Azerbaijan', 'Russia'), ('Azerbaijan', 'Iran')},
    'GE': {('Georgia', 'Russia'), ('Georgia', 'Turkey')},
}


def is_nakhchivan(points):
    """The Digital Chart cuts Nakhchivan at 45 E: Natural Earth's border serves there."""
    return (points[:, 0] < 45.06) & (points[:, 1] < 39.85)


def read_natural_earth(packages):
    """Natural Earth's borders of the three: ((state, state), line)."""
    out = []
    for feature, parts in geo.features(packages.borders):
        pair = feature.GetField('adm0_left'), feature.GetField('adm0_right')
        if HOME & set(pair):
            out += [(tuple(sorted(pair)), line) for line in geo.merge(parts) if np.ptp(line, axis=0).max() > EXCLAVE]
    return out


def read_coast(packages):
    lines = [line[geo.in_box(line, COAST)] for _, parts in geo.features(packages.land, box=(40, 38, 51, 44)) for line in parts]
    return np.vstack([geo.densify(line, .01) for line in lines if len(line) > 3])


def join_runs(runs, gap=.14):
    """Closes the short holes that filtering tore."""
    joined = True
    while joined:
        joined = False
        for i, first in enumerate(runs):
            for j, second in enumerate(runs):
                if i != j and np.hypot(*(first[-1] - second[0])) < gap:
                    runs[i] = np.vstack([first, second])
                    del runs[j]
                    joined = True
                    break
            if joined:
                break
    return runs


def cut_runs(ring, wanted):
    """The stretches of a ring where @wanted holds."""
    if wanted.all():
        return [ring]
    start = int(np.where(~wanted)[0][0])
    order = np.r_[np.arange(start, len(ring)), np.arange(1, start + 1)]
    runs, current = [], []
    for k in order:
        if wanted[k]:
            current.append(ring[k])
        elif current:
            runs.append(current)
            current = []
    runs.append(current)
    return join_runs([np.array(run) for run in runs if len(run) > 3])


def find_runs(ring, pairs, nearest, labels, country):
    """The stretches of a country's outline that run along the borders named by @pairs."""
    spike = (ring[:, 0] > 45.93) & (ring[:, 0] < 46.09) & (ring[:, 1] < 38.845)   # a fault of the source at Ordubad
    ring = ring[~spike]
    if np.any(ring[0] != ring[-1]):
        ring = np.vstack([ring, ring[:1]])
    distance, index = nearest.query(ring * geo.KILOMETRES)
    wanted = np.array([labels[i] in pairs for i in index]) & (distance < 9)
    if country == 'AZ':
        wanted &= ~is_nakhchivan(ring)
    wanted = ndimage.binary_opening(ndimage.binary_closing(wanted, np.ones(5)), np.ones(3))
    return cut_runs(ring, wanted)


def read_outlines(natural, coast):
    """The borders from the Digital Chart: [country, line]."""
    points = [geo.densify(line, .01) for _, line in natural]
    labels = [pair for (pair, _), p in zip(natural, points) for _ in p] + [('coast',)] * len(coast)
    nearest = cKDTree(np.vstack(points + [coast]) * geo.KILOMETRES)

    region = '-R35/55/35/50'
    out = []
    for ring in geo.gmt_coast(region, '-EAM'):
        if len(ring) > 100:        # the small ones are doubled or slivers
            out.append(['AM', ring if np.all(ring[0] == ring[-1]) else np.vstack([ring, ring[:1]])])
    for country, pairs in RUNS.items():
        for ring in geo.gmt_coast(region, '-E' + country):
            if len(ring) > 5:
                out += [[country, run] for run in find_runs(ring, pairs, nearest, labels, country)]
    return out


def snap_ends(outlines, coast):
    """Leads the open ends of the borders to the next border, or to the coast."""
    points = np.vstack([line for _, line in outlines])
    owners = np.repeat(np.arange(len(outlines)), [len(line) for _, line in outlines])
    borders, shore = cKDTree(points * geo.KILOMETRES), cKDTree(coast * geo.KILOMETRES)

    def find(end, own):
        distances, indices = borders.query(end * geo.KILOMETRES, k=400, distance_upper_bound=7)
        best = next(((d, points[i]) for d, i in zip(distances, indices) if i < len(points) and owners[i] != own), None)
        to_shore, i = shore.query(end * geo.KILOMETRES)
        if to_shore < 6 and (best is None or (to_shore < best[0] and to_shore < 4)):
            best = to_shore, coast[i]
        return best

    for own, (country, line) in enumerate(outlines):
        if country == 'AM':
            continue
        first, last = find(line[0], own), find(line[-1], own)
        outlines[own][1] = np.vstack(([first[1]] if first else []) + [line] + ([last[1]] if last else []))
    return outlines


class RubberSheet:
    """Moves Natural Earth's lines by as much as the nearby border moved, less and less away from it."""

    def __init__(self, natural, outlines):
        self.border = np.vstack([geo.densify(line, .004) for _, line in outlines])
        self.to_border = cKDTree(self.border * geo.KILOMETRES)
        self.to_natural = cKDTree(np.vstack([geo.densify(line, .005) for _, line in natural]) * geo.KILOMETRES)

        places, moves = [], []
        for pair, line in natural:
            points = geo.densify(line, .01)
            if pair == ('Azerbaijan', 'Iran'):
                points = points[~((points[:, 0] < 45.03) & (points[:, 1] < 39.78))]
            if pair == ('Azerbaijan', 'Turkey') or not len(points):
                continue
            distance, index = self.to_border.query(points * geo.KILOMETRES)
            places.append(points[distance < 5])
            moves.append((self.border[index] - points)[distance < 5])
        self.tree = cKDTree(np.vstack(places) * geo.KILOMETRES)
        _, neighbours = self.tree.query(np.vstack(places) * geo.KILOMETRES, k=7)
        self.moves = np.vstack(moves)[neighbours].mean(1)

    def __call__(self, line):
        line = np.asarray(line, float)
        near = geo.in_box(line, AROUND)
        if not near.any():
            return line
        out = line.copy()
        distance, index = self.tree.query(line[near] * geo.KILOMETRES, k=8)
        weight = np.exp(-(distance / 4) ** 2) + 1e-12
        move = (self.moves[index] * weight[:, :, None]).sum(1) / weight.sum(1)[:, None]
        out[near] += move * np.exp(-(distance[:, :1] / 7) ** 2)
        return out

    def river(self, line):
        """A river that carries the border keeps carrying it."""
        near = geo.in_box(line, ARAS)
        moved = self(line)
        if not near.any():
            return moved
        carries = np.zeros(len(line), bool)
        carries[near] = self.to_natural.query(line[near] * geo.KILOMETRES)[0] < .35
        distance, index = self.to_border.query(moved * geo.KILOMETRES)
        carries &= distance < 3.5
        moved = moved.copy()
        moved[carries] = self.border[index[carries]]
        return moved[np.r_[True, np.any(np.diff(moved, axis=0) != 0, axis=1)]]


def near_points(line, step=.02):
    """The line, with enough points to be moved smoothly if it comes near."""
    return geo.densify(line, step) if geo.in_box(line, AROUND).any() else line


def build(packages):
    natural = read_natural_earth(packages)
    coast = read_coast(packages)
    outlines = snap_ends(read_outlines(natural, coast), coast)
    return outlines, RubberSheet(natural, outlines)
