#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours of the installed program: walked by the keys, and made, and there again the next time."""

import os
import re
import sys

from blackbox import (Program, check, find, find_focus, find_starting, focus_by_tab, focus_pane, get_text, has_focus, is_in, list_names,
                      main_with_homes, press, test_quit, turn_to, type_into, wait_for)


def get_list(program, name):
    """The list of “Tours” or of “Steps”, while it is seen."""
    return find(program.panes["Detail"], "list", name)


def get_names(program, name):
    seen = get_list(program, name)
    return list_names(seen) if seen is not None else []


def get_steps(program):
    """The steps' titles, without number and date."""
    return [re.sub(r"^Step \d+ of \d+: (.*), [^,]+$", r"\1", name) for name in get_names(program, "Steps")]


def push(program, name):
    """A button, with the keys."""
    button = wait_for(f"the button “{name}”", lambda: next((found for role in ("push button", "toggle button") for found in
                                                            [find(program.panes["Detail"], role, name)] if found is not None), None))
    focus_pane(program, "Detail")
    focus_by_tab(program, button)
    press("Return")


def test_walk(home):
    """From the list of tours to a step, and on by PageDown, from the map too."""
    with Program(home=home) as program:
        turn_to(program, "Tours", "5")
        tours = wait_for("five tours", lambda: len(get_names(program, "Tours")) >= 5 and get_names(program, "Tours"))
        check(tours[0].startswith("Treaties"), f"the first tour is “{tours[0]}”")
        focus_pane(program, "Detail")
        focus_by_tab(program, get_list(program, "Tours"))
        press("Return")
        wait_for("the steps", lambda: len(get_names(program, "Steps")) >= 8)
        before = program.get_sentence()
        press("Page_Down")
        wait_for("the first step", lambda: find_starting(program.panes["Detail"], "label", "1 of ") is not None)
        press("Page_Down")
        wait_for("the second step", lambda: find_starting(program.panes["Detail"], "label", "2 of ") is not None)
        wait_for("the map to show it", lambda: program.get_sentence() != before)
        focus_pane(program, "Map")
        press("Page_Up")
        wait_for("the first step again", lambda: find_starting(program.panes["Detail"], "label", "1 of ") is not None)
        test_quit(program)


def add_step(program, title, number):
    push(program, "Add This View as a Step")
    field = wait_for("the focus in the title", lambda: get_title_field(program))
    press("a", "Control")
    press("Delete")
    wait_for("an empty title", lambda: get_text(field) == "")
    type_into(field, title)
    wait_for(f"step {number}", lambda: len(get_steps(program)) == number and get_steps(program)[-1] == title)


def get_title_field(program):
    focus = find_focus(program.window)
    return focus if focus is not None and focus.get_name() == "Title" else None


def test_make(home):
    """A tour of two steps, in the other order, is there after a restart; a broken file beside it is told and kept."""
    folder = os.path.join(home, "data", "corridor-atlas", "tours", "azerbaijan-russia")
    broken = os.path.join(folder, "broken.json")
    with Program(home=home) as program:
        turn_to(program, "Tours", "5")
        push(program, "New Tour")
        wait_for("the title of the tour", lambda: find_focus(program.window) is not None and
                 find_focus(program.window).get_name() == "Title of the tour")
        type_into(find_focus(program.window), "Mine")
        add_step(program, "First", 1)
        add_step(program, "Second", 2)
        focus = find_focus(program.window)
        check(is_in(focus, get_list(program, "Steps")), "the focus has left the steps")
        press("Up", "Alt")
        wait_for("the other order", lambda: get_steps(program) == ["Second", "First"])
        test_quit(program)

    with open(broken, "w", encoding="utf-8") as file:
        file.write('{ "format": 1, "atlas": "azerbaijan-russia" }')
    with Program(home=home) as program:
        turn_to(program, "Tours", "5")
        wait_for("its place and what is wrong", lambda: next((found for found in [find_starting(
            program.panes["Detail"], "label", "Files of yours")] if found is not None and "broken.json#" in get_text(found)), None))
        name = wait_for("the tour", lambda: next((name for name in get_names(program, "Tours") if name.startswith("Mine, 2 steps")), None))
        focus_pane(program, "Detail")
        focus_by_tab(program, get_list(program, "Tours"))
        press("End")
        wait_for("the focus on it", lambda: has_focus(find(get_list(program, "Tours"), "list item", name)))
        press("Return")
        wait_for("its steps", lambda: get_steps(program) == ["Second", "First"])
        test_quit(program)

    with open(broken, encoding="utf-8") as file:
        check(file.read() == '{ "format": 1, "atlas": "azerbaijan-russia" }', "the broken file was written over")
    check(sorted(os.listdir(folder)) == ["broken.json", "tour.json"], f"there are other files: {os.listdir(folder)}")


sys.exit(main_with_homes("blackbox-tours", test_walk, test_make))
