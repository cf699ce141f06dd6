#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes and bookmarks of the installed program, which outlive it however it ends."""

import sys

from blackbox import (Program, ReportText, check, choose_from_menu, find, find_focus, get_text, has_focus, list_names, main_with_homes, press,
                      test_quit, turn_to, type_into, wait_for)

NOTE = "Who was asked, and when?"
BOOKMARKED = "Bookmark added to the notes"


def write_note(program):
    """On the passage of the report's first mention, by the menu at the caret."""
    text = ReportText(program)
    text.focus()
    text.press("Tab")
    caret = text.get_caret()
    choose_from_menu(program, "Add Note…", key="Menu")

    field = wait_for("the field of the note", lambda: find(program.panes["Detail"], "text", "Note"))
    wait_for("the focus in it", lambda: has_focus(field))
    type_into(field, NOTE)
    press("Return", "Control")
    wait_for("the focus in the text again", text.has_focus)
    check(text.get_caret() == caret, f"the caret is at {text.get_caret()} and not where it was, at {caret}")


def bookmark(program):
    """What is written before it is kept by the time that it is said to be."""
    press("d", "Control")
    wait_for("the bookmark", lambda: program.has_said(BOOKMARKED))


def get_notes(program):
    notes = find(program.panes["Detail"], "list", "Notes")
    return list_names(notes) if notes is not None else []


def test_killed(home):
    """What was confirmed is there after the program has been killed."""
    with Program(home=home) as program:
        write_note(program)
        bookmark(program)
        program.kill()

    with Program(home=home) as program:
        turn_to(program, "Notes", "4")
        notes = wait_for("the notes", lambda: get_notes(program))
        check([name for name in notes if name.startswith("Note, ¶ 1.") and NOTE in name], f"the note is lost: {notes}")
        check([name for name in notes if name.startswith("Bookmark.") and "148 items" in name], f"the bookmark is lost: {notes}")
        check(len(notes) == 2, f"there are other notes: {notes}")
        test_quit(program)


def test_filter(home):
    """Notes are listed, and found by their words."""
    with Program(home=home) as program:
        write_note(program)
        bookmark(program)
        turn_to(program, "Notes", "4")
        wait_for("both notes", lambda: len(get_notes(program)) == 2)
        field = find(program.panes["Detail"], "entry", "Filter notes")
        for _ in range(20):
            if has_focus(field):
                break
            focus = wait_for("a focus", lambda: find_focus(program.window))
            press("Tab")
            wait_for("Tab to lead on", lambda focus=focus: not has_focus(focus))
        check(has_focus(field), "Tab does not lead to the filter")
        type_into(field, "asked")
        wait_for("only the note", lambda: [name.split(",")[0] for name in get_notes(program)] == ["Note"])
        check(get_text(field) == "asked", "the filter has changed its words")
        test_quit(program)


sys.exit(main_with_homes("blackbox-notes", test_killed, test_filter))
