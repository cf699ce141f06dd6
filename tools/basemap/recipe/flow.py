# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way rivers run, and how much river is above each: what a painter needs to draw them tapering."""

import heapq

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

import relief

MEETS = .02          # degrees: an end this near to another river is on it
STEEP = 30           # metres of descent before a way up a river is taken to be none
DOWNHILL = 10        # how much longer such a way counts
KM = 111.2           # a degree of latitude


def get_heights(metres, points):
    at = [(90 - points[:, 1]) * relief.PER_DEGREE - .5, (points[:, 0] + 180) * relief.PER_DEGREE - .5]
    return ndimage.map_coordinates(metres, at, order=1, mode='nearest')


def get_kilometres(line):
    """How far along its line each point is."""
    step = np.diff(line, axis=0)
    step[:, 0] *= np.cos(np.radians((line[:-1, 1] + line[1:, 1]) / 2))
    return np.r_[0, np.cumsum(np.hypot(step[:, 0], step[:, 1]))] * KM


def is_by_sea(metres, points):
    """The relief is 0 at sea, and hardly ever just that on land."""
    rows = np.clip(((90 - points[:, 1]) * relief.PER_DEGREE).astype(int), 1, metres.shape[0] - 2)
    columns = np.clip(((points[:, 0] + 180) * relief.PER_DEGREE).astype(int), 1, metres.shape[1] - 2)
    return np.any([metres[rows + i, columns + j] == 0 for i in (-1, 0, 1) for j in (-1, 0, 1)], axis=0)


class Network:
    """Rivers as edges between the points where they meet."""

    def __init__(self, lines):
        self.lines = lines
        self.along = [get_kilometres(line) for line in lines]
        self.edges = []                       # (from node, to node, kilometres)
        self._find_nodes()
        self._cut()

    def _find_nodes(self):
        """The ends of all lines, those near each other being one, and the places on other lines where they are."""
        ends = np.vstack([line[[0, -1]] for line in self.lines])
        parent = list(range(len(ends)))

        def find(i):
            while parent[i] != i:
                parent[i] = parent[parent[i]]
                i = parent[i]
            return i

        squeeze = np.column_stack([np.cos(np.radians(ends[:, 1])), np.ones(len(ends))])
        for i, j in cKDTree(ends * squeeze).query_pairs(MEETS):
            if i // 2 != j // 2:
                parent[find(i)] = find(j)
        self.node = [find(i) for i in range(len(ends))]
        self.ends = ends
        self.n_nodes = len(ends)

        points = np.vstack(self.lines)
        owners = np.repeat(np.arange(len(self.lines)), [len(line) for line in self.lines])
        first = np.r_[0, np.cumsum([len(line) for line in self.lines])]
        tree = cKDTree(points)
        self.cuts = [[] for _ in self.lines]  # (vertex, node)
        for i, near in enumerate(tree.query_ball_point(ends, MEETS)):
            near = np.array(near)
            for owner in np.unique(owners[near]):
                if owner == i // 2 or self.node[i] in self.node[2 * owner:2 * owner + 2]:
                    continue
                mine = near[owners[near] == owner]
                best = mine[np.hypot(*(points[mine] - ends[i]).T).argmin()]
                self.cuts[owner].append((int(best - first[owner]), self.node[i]))

    def _cut(self):
        self.first, self.last = [], []
        for k, line in enumerate(self.lines):
            at, node = 0.0, self.node[2 * k]
            self.first.append(len(self.edges))
            for vertex, to in [*sorted(set(self.cuts[k])), (len(line) - 1, self.node[2 * k + 1])]:
                self.edges.append((node, to, max(0.0, self.along[k][vertex] - at)))
                at, node = self.along[k][vertex], to
            self.last.append(len(self.edges) - 1)

    def find_ways(self, heights, by_sea):
        """How far every node is from where its river ends, along the rivers."""
        ways = [[] for _ in range(self.n_nodes)]
        for a, b, length in self.edges:
            ways[a].append((b, length))
            ways[b].append((a, length))
        far = np.full(self.n_nodes, np.inf)
        nodes = sorted(set(self.node), key=lambda n: heights[n])

        def spread(starts):
            queue = [(0.0, n) for n in starts]
            far[starts] = 0
            while queue:
                length, n = heapq.heappop(queue)
                if length > far[n]:
                    continue
                for to, step in ways[n]:
                    new = length + step * (DOWNHILL if heights[to] < heights[n] - STEEP else 1)
                    if new < far[to]:
                        far[to] = new
                        heapq.heappush(queue, (new, to))

        spread([n for n in nodes if by_sea[n]])
        for n in nodes:             # rivers that reach no sea end where they are lowest
            if far[n] == np.inf:
                spread([n])
        return far

    def measure(self, heights):
        """(above the first point, above the last) of every line, kilometres. Every line must run downstream; @heights are
        those of the ends."""
        out = [[] for _ in range(self.n_nodes)]
        waits = np.zeros(self.n_nodes, int)
        for k, (a, b, _) in enumerate(self.edges):
            if a != b:
                out[a].append(k)
                waits[b] += 1
        flow = np.zeros(self.n_nodes)
        begin, end = np.zeros(len(self.edges)), np.zeros(len(self.edges))
        done = np.zeros(self.n_nodes, bool)
        # Highest first; a circle of channels is cut at its highest point.
        queue = [(waits[n], -heights[n], n) for n in range(self.n_nodes)]
        heapq.heapify(queue)
        while queue:
            w, h, n = heapq.heappop(queue)
            if done[n] or w != waits[n]:
                continue
            done[n] = True
            for k in out[n]:
                begin[k] = flow[n] / len(out[n])
                end[k] = begin[k] + self.edges[k][2]
                to = self.edges[k][1]
                if not done[to]:
                    flow[to] += end[k]
                    waits[to] -= 1
                    heapq.heappush(queue, (waits[to], -heights[to], to))
        result = []
        for k in range(len(self.lines)):
            above = begin[self.first[k]]
            result.append((above, max(above, end[self.last[k]])))
        return result


def measure(lines, metres):
    """The lines, all running downstream, and the kilometres of river above the first and the last point of each."""
    network = Network(lines)
    heights = get_heights(metres, network.ends)
    far = network.find_ways(heights, is_by_sea(metres, network.ends))
    ends = [(network.node[2 * k], network.node[2 * k + 1]) for k in range(len(lines))]
    turned = [far[a] < far[b] or (far[a] == far[b] and heights[a] < heights[b] - STEEP) for a, b in ends]
    lines = [line[::-1].copy() if turn else line for line, turn in zip(lines, turned)]
    network = Network(lines)
    return lines, network.measure(get_heights(metres, network.ends))
