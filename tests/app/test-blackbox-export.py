#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the installed program: a picture of the view and the items as data, by the dialog and its keys."""

import json
import os
import sys

from blackbox import Failure, check, find, find_focus, has_focus, main, press, test_quit, type_words, wait_for

DIALOG = "Export"
CHOOSER = "Export To"


def find_named(program, name):
    application = program.window.get_parent()
    windows = [application.get_child_at_index(index) for index in range(application.get_child_count())]
    return next((found for found in windows if found is not None and found.get_name() == name), None)


def focus_on(window, label):
    """Tab to the row or button with these words."""
    for _ in range(40):
        focus = wait_for("a focus", lambda: find_focus(window))
        if focus.get_role_name() in ("combo box", "push button", "button") and (focus.get_name() == label or find(focus, "label", label) is not None):
            return focus
        press("Tab")
        wait_for("Tab to lead on", lambda focus=focus: not has_focus(focus))
    raise Failure(f"Tab does not lead to “{label}”")


def save_to(program, dialog, path):
    """“Export…”, and the path typed into the chooser of files."""
    focus_on(dialog, "Export…")
    press("Return")
    chooser = wait_for("the chooser of files", lambda: find_named(program, CHOOSER))
    wait_for("the focus in the name", lambda: (focus := find_focus(chooser)) is not None and focus.get_role_name() == "text")
    press("a", "Control")
    type_words(path)
    press("Return")
    wait_for(f"the file {path}", lambda: os.path.exists(path))  # under its name only when all of it is
    wait_for("the dialog to close", lambda: find_named(program, DIALOG) is None)
    name = os.path.basename(path)
    wait_for("word of it", lambda: program.has_said(f"Exported to “{name}”"))


def test_view(program):
    """Ctrl+P: the view as an image."""
    path = os.path.join(program.home, "view.png")
    press("p", "Control")
    dialog = wait_for("the dialog", lambda: find_named(program, DIALOG))
    wait_for("the view in words", lambda: find(dialog, "image", program.get_sentence()))
    save_to(program, dialog, path)
    with open(path, "rb") as file:
        head = file.read(24)
    check(head[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG")
    size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    check(size == (3200, 1800), f"{path} has {size} px")  # 1600 × 900, twice


def test_data(program):
    """Ctrl+Shift+E: all items as GeoJSON."""
    path = os.path.join(program.home, "items.geojson")
    press("e", "Control", "Shift")
    dialog = wait_for("the dialog", lambda: find_named(program, DIALOG))
    focus_on(dialog, "What")
    press("Return")
    wait_for("the choices", lambda: (focus := find_focus(dialog)) is not None and focus.get_role_name() == "list item")
    for _ in range(3):
        focus = find_focus(dialog)
        press("Down")
        wait_for("Down to lead on", lambda focus=focus: not has_focus(focus))
    press("Return")
    wait_for("the items' row", lambda: find(dialog, "label", "All 148 items"))
    save_to(program, dialog, path)
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    check(len(features) == 148, f"{len(features)} items are in {path}")


def test_left(program):
    """Escape leaves it, and nothing is written."""
    before = os.listdir(program.home)
    press("p", "Control")
    wait_for("the dialog", lambda: find_named(program, DIALOG))
    press("Escape")
    wait_for("the dialog to close", lambda: find_named(program, DIALOG) is None)
    check(os.listdir(program.home) == before, "something was written")


sys.exit(main("blackbox-export", test_view, test_data, test_left, test_quit))
