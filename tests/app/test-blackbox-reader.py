#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read in the installed program: the pages of “Detail”, and what a search turns to."""

import sys
import time

from blackbox import (Atspi, Program, check, find, find_focus, get_text, has_focus, is_in, is_pressed, list_names, main, press, read,
                      test_quit, type_words, walk, wait_for)

ITEM = "Gabala radar station (Daryal)"
WORD = "disciplined"  # in one passage only
SOURCE = "Oil strategy: transport routes"  # the words of one source only

MARK = "[39]"
CARD = "The report’s own citation [39]"


def find_toggle(program, page):
    """The button at the head of “Detail” that turns to a page: the words on it are its name."""
    pages = find(program.panes["Detail"], "page tab list")
    label = find(pages, "label", page) if pages is not None else None
    return label.get_parent() if label is not None else None


def is_at(program, page):
    toggle = find_toggle(program, page)
    return toggle is not None and is_pressed(toggle)


def wait_for_page(program, page, after):
    wait_for(f"the page “{page}” after {after}", lambda: is_at(program, page))


def search(program, words):
    """Types words into “Find”; gives what is found."""
    press("f", "Control")
    field = wait_for("the focus in “Find”", lambda: next(
        (found for found in walk(find(program.panes["Contents"], name="Find")) if has_focus(found)), None))
    type_words(words)
    wait_for("the words in the field", lambda: get_text(field) == words)
    return wait_for("something found", lambda: [name for name in list_names(find(program.panes["Contents"], name="Found")) if words in name])


def test_pages(program):
    """Alt and a number turn to a page, and Alt+Left comes back."""
    search(program, ITEM)
    press("Return")
    wait_for("the radar to be selected", lambda: ITEM + " selected" in program.get_sentence())
    wait_for_page(program, "Item", "an item is chosen")

    press("2", "Alt")
    wait_for_page(program, "Report", "Alt+2")
    check(ITEM + " selected" in program.get_sentence(), f"the report takes the selection away: {program.get_sentence()}")
    press("1", "Alt")
    wait_for_page(program, "Item", "Alt+1")
    press("Left", "Alt")
    wait_for_page(program, "Report", "Alt+Left")
    press("Right", "Alt")
    wait_for_page(program, "Item", "Alt+Right")


def test_passage_hit(program):
    """A passage that is found is read in the report, also from an item's page."""
    wait_for_page(program, "Item", "the cases before")
    hits = search(program, WORD)
    check(len(hits) == 1, f"not one passage with “{WORD}”: {hits}")
    press("Return")
    wait_for_page(program, "Report", "a passage is chosen")
    press("Left", "Alt")
    wait_for_page(program, "Item", "Alt+Left")
    check(ITEM + " selected" in program.get_sentence(), f"the item is not selected any more: {program.get_sentence()}")


def test_source_hit(program):
    """A source that is found is read on the page of the sources."""
    search(program, SOURCE)
    press("Return")
    wait_for_page(program, "Sources", "a source is chosen")
    wait_for("the source on its page", lambda: SOURCE in read(program.panes["Detail"]))
    press("Left", "Alt")
    wait_for_page(program, "Item", "Alt+Left")


def get_word(text):
    """What the caret is at the beginning of."""
    caret = Atspi.Text.get_caret_offset(text)
    return Atspi.Text.get_text(text, caret, caret + len(MARK))


def test_citation(_program):
    """Tab leads to a citation mark, Enter opens its card, and Escape comes back to the mark."""
    program = Program("--par=security-4")
    try:
        text = wait_for("the report", lambda: next((found for found in walk(program.panes["Detail"]) if found.get_role_name() == "text" and
                                                    MARK in get_text(found)), None))
        check(get_text(text).count("\n") > 39, "not the whole report is one text")
        for _ in range(12):
            press("F6")
            time.sleep(0.2)
            focus = wait_for("a focus", lambda: find_focus(program.window))
            if is_in(focus, program.panes["Detail"]):
                break
        for _ in range(40):
            if has_focus(text) and get_word(text) == MARK:
                break
            press("Tab")
            time.sleep(0.15)
        check(get_word(text) == MARK, f"Tab leads to “{get_word(text)}”")
        caret = Atspi.Text.get_caret_offset(text)

        press("Return")
        wait_for("the card", lambda: CARD in read(program.window))
        wait_for("the card to have the focus", lambda: not has_focus(text))
        press("Escape")
        wait_for("the focus in the text", lambda: has_focus(text))
        check(Atspi.Text.get_caret_offset(text) == caret, "the caret is not at the mark")
    finally:
        program.end()


sys.exit(main("blackbox-reader", test_pages, test_passage_hit, test_source_hit, test_quit, test_citation))
