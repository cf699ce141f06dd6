# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tools/run and tools/test share: they install what is missing, and configure and build in a folder of their own.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$(basename "$0")

say ()
{
  printf '%s: %s\n' "$name" "$*"
}

fail ()
{
  printf '%s: %s\n' "$name" "$*" >&2
  exit 1
}

# One row a need: for which command (build, picture, test, race), how to see that it is there, and the package that
# brings it on Debian and Ubuntu, Fedora, Arch. A dash: that system has no such package, and the need is dropped there.
needs='
build    program:gcc                  gcc                  gcc                     gcc
build    file:/usr/include/stdio.h    libc6-dev            glibc-devel             glibc
build    program:meson                meson                meson                   meson
build    program:ninja                ninja-build          ninja-build             ninja
build    program:pkg-config           pkg-config           pkgconf-pkg-config      pkgconf
build    program:msgfmt               gettext              gettext                 gettext
build    program:glib-compile-resources libglib2.0-dev-bin glib2-devel             glib2-devel
build    program:glib-compile-schemas libglib2.0-bin       glib2                   glib2
build    program:xmllint              libxml2-utils        libxml2                 libxml2
build    program:fc-list              fontconfig           fontconfig              fontconfig
build    module:gtk4                  libgtk-4-dev         gtk4-devel              gtk4
build    module:libadwaita-1          libadwaita-1-dev     libadwaita-devel        libadwaita
build    module:shumate-1.0           libshumate-dev       libshumate-devel        libshumate
build    module:json-glib-1.0         libjson-glib-dev     json-glib-devel         json-glib
build    module:libcmark              libcmark-dev         cmark-devel             cmark
build    module:libxml-2.0           libxml2-dev          libxml2-devel           libxml2
build    module:sqlite3               libsqlite3-dev       sqlite-devel            sqlite
build    module:zlib                  zlib1g-dev           zlib-devel              zlib
build    icons:Adwaita                adwaita-icon-theme   adwaita-icon-theme      adwaita-icon-theme
build    loader:svg                   librsvg2-common      -                       -
build    font:Lato                    fonts-lato           lato-fonts              ttf-lato
build    font:Charis                  fonts-sil-charis     sil-charis-fonts        -
build    font:DejaVuSans              fonts-dejavu-core    dejavu-sans-fonts       ttf-dejavu
picture  program:Xvfb                 xvfb                 xorg-x11-server-Xvfb    xorg-server-xvfb
picture  program:dbus-daemon          dbus-daemon          dbus-daemon             dbus
picture  program:import               imagemagick          ImageMagick             imagemagick
test     program:Xvfb                 xvfb                 xorg-x11-server-Xvfb    xorg-server-xvfb
test     program:dbus-daemon          dbus-daemon          dbus-daemon             dbus
test     program:desktop-file-validate desktop-file-utils  desktop-file-utils      desktop-file-utils
test     program:appstreamcli         appstream            appstream               appstream
test     typelib:Atspi-2.0            gir1.2-atspi-2.0     at-spi2-core            at-spi2-core
test     service:org.a11y.Bus         at-spi2-core         at-spi2-core            at-spi2-core
test     python:gi                    python3-gi           python3-gobject         python-gobject
test     program:xdotool              xdotool              xdotool                 xdotool
test     program:pdftotext            poppler-utils        poppler-utils           poppler
test     program:clang-format         clang-format         clang-tools-extra       clang
test     program:shellcheck           shellcheck           ShellCheck              shellcheck
test     module:x11                    libx11-dev           libX11-devel            libx11
race     python:mapnik            python3-mapnik       python3-mapnik          python-mapnik
'

# The system's package manager: 1 Debian and Ubuntu, 2 Fedora, 3 Arch (the column of the table), 0 another.
package_system ()
{
  if command -v apt-get; then return 1
  elif command -v dnf; then return 2
  elif command -v pacman; then return 3
  fi
  return 0
} >/dev/null

is_there ()
{
  local what=${1#*:}

  case $1 in
    program:*) command -v "$what" ;;
    file:*) [ -e "$what" ] ;;
    module:*) pkg-config --exists "$what" ;;
    icons:*) [ -e "/usr/share/icons/$what/index.theme" ] ;;
    loader:*) compgen -G "/usr/lib/*/gdk-pixbuf-2.0/*/loaders/*$what*" ;;
    font:*) case ${fonts:=$(fc-list : family | tr -d ' ')} in *"$what"*) ;; *) false ;; esac ;;
    typelib:*) compgen -G "/usr/lib*/*/girepository-1.0/$what.typelib" || compgen -G "/usr/lib*/girepository-1.0/$what.typelib" ;;
    service:*) [ -e "/usr/share/dbus-1/services/$what.service" ] ;;
    xorg:*) compgen -G "/usr/lib*/xorg/$what" || compgen -G "/usr/lib*/$what" || [ -e "/usr/libexec/$what" ] ;;
    python:*) /usr/bin/python3 -c "import $what" ;;
  esac
} >/dev/null 2>&1

# Sets $missing to the packages (of column $2 of the table) that bring what is not there for the commands in $1.
find_missing ()
{
  local stages=" $1 " system=$2 stage need packages
  missing=()
  while read -r stage need packages; do
    [[ -n $stage && $stages = *" $stage "* ]] || continue
    is_there "$need" && continue
    # shellcheck disable=SC2086 # the columns
    set -- $packages
    if [ "$system" = 0 ]; then missing+=("${need#*:}")
    elif [ "${!system}" != - ]; then missing+=("${!system}")
    fi
  done <<<"$needs"
}

# Makes sure that what the commands in $1 need is installed. Asks for rights only if something is missing.
install_needs ()
{
  local system as_root=()

  package_system && system=0 || system=$?
  find_missing "$1" "$system"
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$system" != 0 ] || fail "please install, and run this again: ${missing[*]}"

  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "please install as root, and run this again: ${missing[*]}"
    as_root=(sudo)
    [ -t 0 ] || as_root+=(-n)
  fi
  say "installing: ${missing[*]}"
  case $system in
    1) "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null || say 'could not fetch the package lists; trying with what is there'
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null ;;
    2) "${as_root[@]}" dnf install -y "${missing[@]}" </dev/null ;;
    3) "${as_root[@]}" pacman -S --needed --noconfirm "${missing[@]}" </dev/null ;;
  esac || fail "could not install: ${missing[*]}"
  hash -r
  fonts=
}

# Configures the build folder $1 (with the Meson options that follow) if that was not done yet, and builds it.
# What Meson and Ninja say is shown only if they fail.
build ()
{
  local folder=$1 log
  shift
  log=$folder/build.log
  mkdir -p "$folder"
  # Configured for another place (the folder was moved) or by a run that was broken off: from the beginning.
  if [ ! -e "$folder/build.ninja" ] || [ "$(cat "$folder/configured" 2>/dev/null)" != "$top $*" ]; then
    say "configuring ${folder#"$top"/}"
    rm -rf "$folder"
    mkdir -p "$folder"
    meson setup "$folder" "$top" --prefix="$folder/prefix" --libdir=lib "$@" </dev/null >"$log" 2>&1 || { cat "$log" >&2; fail 'could not configure'; }
    printf '%s\n' "$top $*" >"$folder/configured"
  fi
  say "building ${folder#"$top"/}"
  ninja -C "$folder" </dev/null >"$log" 2>&1 || { cat "$log" >&2; fail 'could not build'; }
  if grep -q 'warning:' "$log"; then grep -A3 'warning:' "$log"; fi
  meson install -C "$folder" --no-rebuild --quiet </dev/null >>"$log" 2>&1 || { cat "$log" >&2; fail 'could not install'; }
}
