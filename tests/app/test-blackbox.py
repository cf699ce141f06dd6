#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program: its panes, its search, the way through it by keys, and its options."""

import re
import sys
import time

from blackbox import (ITEM_NAME, PANES, Program, check, find, find_focus, get_text, has_focus, is_in, list_names, main, press, read,
                      test_quit, type_words, walk, wait_for)


def test_panes(program):
    for name, pane in program.panes.items():
        check(pane.get_child_count() > 0, f"there is nothing in “{name}”")
    check(find(program.panes["Contents"], name="Find") is not None, "there is no field “Find” in “Contents”")
    check("148 items" in program.get_sentence(), f"the map is not described: {program.get_sentence()}")


def test_names(program):
    """Whatever can be pressed has a name of its own: GTK calls a thing without one after its type."""
    nameless = [found.get_name() for found in walk(program.window)
                if found.get_role_name() in ("push button", "toggle button", "entry", "list item") and
                (not found.get_name() or re.fullmatch(r"(Gtk|Adw|Atlas)[A-Z]\w+", found.get_name())) and
                not re.fullmatch(r"GtkMenuButton|GtkToggleButton|GtkExpander", found.get_name() or "")]
    check(not nameless, f"{len(nameless)} without a name: {nameless[:5]}")


def test_rows(program):
    rows = wait_for("rows in the list", lambda: list_names(find(program.panes["Contents"], name="Items")))
    items = [name for name in rows if ITEM_NAME.match(name)]
    check(len(items) > 5, f"only {len(items)} of the list's rows are items by their names: {rows[:5]}")
    for name in set(rows) - set(items):
        check(re.match(r"^.+, \d+( item.*)?$", name), f"a row is neither an item nor a heading by its name: “{name}”")


def test_find(program):
    press("f", "Control")
    field = wait_for("the focus in “Find”", lambda: next(
        (found for found in walk(find(program.panes["Contents"], name="Find")) if has_focus(found)), None))
    type_words("Gabala radar station")
    wait_for("the words in the field", lambda: get_text(field) == "Gabala radar station")
    hits = wait_for("something found", lambda: [name for name in list_names(find(program.panes["Contents"], name="Found"))
                                                if "Gabala radar station" in name])
    check("Gabala radar station" in hits[0], f"found first: “{hits[0]}”")
    press("Return")

    wait_for("the radar to be selected", lambda: "Gabala radar station (Daryal) selected" in program.get_sentence())
    detail = wait_for("the radar in “Detail”", lambda: (lambda words: words if "Daryal" in words else None)(
        read(program.panes["Detail"])))
    check("2012" in detail, "“2012” is not read in “Detail”")
    check("[39]" in detail, "“[39]” is not read in “Detail”")
    check("closed in 2012" in detail, "the report's passage is not read in “Detail”")
    wait_for("the radar on the timeline", lambda: any("Gabala radar station" in name for name in program.get_timeline_names()))
    test_names(program)


def test_walk(program):
    """F6 leads through the panes, and Tab on from there."""
    met = set()
    for _ in range(12):
        press("F6")
        time.sleep(0.2)
        focus = wait_for("a focus", lambda: find_focus(program.window))
        met |= {name for name, pane in program.panes.items() if is_in(focus, pane)}
        if len(met) == len(PANES):
            break
    check(len(met) == len(PANES), f"F6 leads to {sorted(met)} only")

    seen = []
    for _ in range(6):
        press("Tab")
        time.sleep(0.15)
        focus = wait_for("a focus", lambda: find_focus(program.window))
        seen.append((focus.get_role_name(), focus.get_name()))
    check(len(set(seen)) > 1, f"Tab does not lead on from {seen[0]}")


def test_link(_program):
    program = Program("--date=2006-07", "--item=btc")
    try:
        wait_for("July 2006", lambda: "July 2006" in program.get_sentence() and "Ceyhan" in program.get_sentence())
        wait_for("what BTC was in July 2006", lambda: "July 2006: operating" in read(program.panes["Detail"]))
    finally:
        program.end()


sys.exit(main("blackbox", test_panes, test_names, test_rows, test_find, test_walk, test_quit, test_link))
