#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All sources in the installed program: one is found by its words, opened, and left for what rests on it."""

import re
import sys

from blackbox import (check, find, find_focus, find_starting, focus_by_tab, focus_pane, has_focus, list_names, main, press,
                      test_quit, turn_to, type_into, wait_for, wait_for_page, walk)

WORDS = "Gabala Radar Station"
SOURCE = "The Statement of the Ministry of Foreign Affairs of Azerbaijan on termination of exploitation of Gabala Radar Station"
ITEM = "Gabala radar station (Daryal)"


def get_sources(program):
    return list_names(find(program.panes["Detail"], "list", "All sources"))


def find_card(program):
    """The source that is read: a group with its words as its name."""
    return next((found for found in walk(program.panes["Detail"]) if found.get_role_name() == "panel" and SOURCE in found.get_name()),
                None)


def test_sources(program):
    """They are typed for, and all of them are there when nothing is."""
    turn_to(program, "Sources", "3")
    wait_for("all sources", lambda: find_starting(program.panes["Detail"], "label", "507 sources"))
    focus_pane(program, "Detail")
    field = find(program.panes["Detail"], "entry", "Find a source")
    focus_by_tab(program, field)
    type_into(field, WORDS)
    names = wait_for("the sources to be fewer", lambda: (lambda found: found if 0 < len(found) < 10 else None)(get_sources(program)))
    check(any(name.startswith(SOURCE) for name in names), f"the source is not found: {names}")
    for name in names:
        check(re.search(r", \d+ of \d+$", name), f"a source does not say its place in the list: “{name}”")


def test_card(program):
    """The source is opened, and what rests on it can be gone to and come back from."""
    wait_for("the sources found", lambda: 0 < len(get_sources(program)) < 10)
    press("Down")
    for _ in range(10):
        focus = wait_for("a source with the focus", lambda: (lambda found: found if found is not None and
                                                             found.get_role_name() == "list item" else None)(find_focus(program.window)))
        if focus.get_name().startswith(SOURCE):
            break
        press("Down")
        wait_for("Down to lead on", lambda focus=focus: not has_focus(focus))
    press("Return")
    card = wait_for("the source", lambda: find_card(program))
    check(find_starting(card, "heading", "Rests on it: "), "the source does not count what rests on it")

    link = wait_for("the item among what rests on it", lambda: find_starting(card, "label", ITEM))
    focus_by_tab(program, link)
    press("Return")
    wait_for("the item to be selected", lambda: ITEM + " selected" in program.get_sentence())
    wait_for_page(program, "Item", "a backlink")

    press("Left", "Alt")
    wait_for_page(program, "Sources", "Alt+Left")
    wait_for("the source again", lambda: find_card(program))
    check(ITEM + " selected" not in program.get_sentence(), f"the item is still selected: {program.get_sentence()}")


sys.exit(main("blackbox-sources", test_sources, test_card, test_quit))
