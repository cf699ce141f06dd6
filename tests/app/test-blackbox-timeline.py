#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of the installed program: its items, its lanes, the clock and the window of time."""

import re
import sys

from blackbox import (ITEM_NAME, check, find, find_focus, find_starting, focus_by_tab, get_top, has_focus, is_in, main, press,
                      test_quit, type_into, wait_for)

LANE_NAME = re.compile(r"^(Political|Economic|Security), \d+ items(, \d+ in groups)?$")
GROUP_NAME = re.compile(r"^\d+ items?, \w.* opens$")


def test_timeline(program):
    names = wait_for("items on the timeline", program.get_timeline_names)
    numbers = []
    for name in names:
        match = ITEM_NAME.match(name)
        check(match is not None, f"an item of the timeline has not its full name: “{name}”")
        check(match["all"] == "148", f"not of 148 items: “{name}”")
        numbers.append(int(match["number"]))
    check(len(numbers) > 10 and numbers[0] < 20 and numbers[-1] > 100,
          f"the timeline does not open with all the years: {len(numbers)} items from {numbers[0]} to {numbers[-1]}")
    check(numbers == sorted(set(numbers)), f"the timeline's items are not in the order of their dates: {numbers}")


class Lanes:
    """The timeline's items, for whoever goes through them with the arrow keys."""

    def __init__(self, program):
        self.list = find(program.panes["Timeline"], "list", "Items by date")
        self.place = 0  # among the children, of what had the focus last

    def list_children(self):
        return [child for child in map(self.list.get_child_at_index, range(self.list.get_child_count())) if child is not None]

    def find_focus(self):
        """Who has the focus now is seldom far from who had it before."""
        count = self.list.get_child_count()
        for place in sorted(range(count), key=lambda place: abs(place - self.place)):
            child = self.list.get_child_at_index(place)
            if child is not None and has_focus(child):
                self.place = place
                return child
        return None

    def press(self, key, holds):
        """Presses a key; gives the item that has the focus then, as soon as @holds of its number."""
        def ask():
            found = self.find_focus()
            match = ITEM_NAME.match(found.get_name()) if found is not None else None
            return (found, match) if match is not None and holds(int(match["number"])) else None

        press(key)
        return wait_for(f"the focus after {key}", ask)


def focus_lanes(program):
    lanes = Lanes(program)
    press("l", "Control")  # into the timeline, and out of the field to the clock's button
    wait_for("the field of the clock", lambda: has_focus(find(program.panes["Timeline"], "text", "Date of the clock")))
    press("Escape")
    wait_for("the focus to leave the field", lambda: find_focus(program.window).get_role_name() == "push button")
    focus_by_tab(program, lanes.list)
    return lanes


def test_items(program):
    """Right leads through all items in the order of their dates, each of which says what it is."""
    lanes = focus_lanes(program)
    names = []
    item, match = lanes.press("Home", lambda number: number == 1)
    for number in range(1, 149):
        names.append(item.get_name())
        check(item.get_role_name() == "list item", f"the role of “{names[-1]}” is {item.get_role_name()}")
        check(match["all"] == "148", f"not of 148 items: “{names[-1]}”")
        check(re.search(r"\d{4}|not known", match["when"]), f"no dates: “{names[-1]}”")
        if number < 148:
            item, match = lanes.press("Right", lambda found, wanted=number + 1: found == wanted)
    check(len({ITEM_NAME.match(name)["title"] + ITEM_NAME.match(name)["when"] for name in names}) == 148, "some items are met twice")
    press("Right")
    lanes.press("Left", lambda number: number == 147)
    lanes.press("End", lambda number: number == 148)


def test_lanes(program):
    """Lanes and groups say what they hold; Up and Down lead from lane to lane, Return selects, Escape leaves."""
    lanes = focus_lanes(program)
    buttons = [child.get_name() for child in lanes.list_children() if child.get_role_name() == "push button"]
    check(len([name for name in buttons if LANE_NAME.match(name)]) == 3, f"not three lanes: {buttons}")
    check(any(GROUP_NAME.match(name) for name in buttons), f"no groups: {buttons}")
    for name in buttons:
        check(LANE_NAME.match(name) or GROUP_NAME.match(name), f"neither a lane nor a group: “{name}”")

    item, match = lanes.press("Home", lambda number: number == 1)
    tops = [get_top(item)]
    for key in ("Down", "Down", "Up", "Up"):
        number = int(match["number"])
        item, match = lanes.press(key, lambda found, before=number: found != before)
        tops.append(get_top(item))
    check(tops[0] < tops[1] < tops[2] > tops[3] > tops[4], f"Down and Up do not lead through the lanes: {tops}")

    press("Return")
    wait_for(f"“{match['title']}” to be selected", lambda: match["title"] + " selected" in program.get_sentence())
    wait_for(f"“{match['title']}” in “Detail”", lambda: find(program.panes["Detail"], "heading", match["title"]))
    press("Escape")
    wait_for("Escape to lead out of the items", lambda: not is_in(find_focus(program.window), lanes.list))


def type_date(program, words):
    """Into the field of the clock."""
    press("l", "Control")
    field = find(program.panes["Timeline"], "text", "Date of the clock")
    wait_for("the field of the clock", lambda: has_focus(field))
    type_into(field, words)
    press("Return")
    return field


def test_clock(program):
    """The clock's date is typed in any language, or stepped to by the keys of a slider."""
    type_date(program, "сен 2020")
    wait_for("September 2020", lambda: program.get_clock() == "September 2020")

    field = type_date(program, "nonsense")
    wait_for("an explanation", lambda: "nonsense" in (field.get_description() or ""))
    check(program.get_clock() == "September 2020", f"a bad entry changes the clock: {program.get_clock()}")
    press("Escape")
    wait_for("the focus to leave the field", lambda: not has_focus(field))

    slider = wait_for("the clock on the ruler", lambda: find(program.panes["Timeline"], "slider", "Clock"))
    focus_by_tab(program, slider)
    for key, date in (("Page_Up", "September 2021"), ("Page_Down", "September 2020"), ("Right", "October 2020"),
                      ("Home", "January 1991"), ("End", "December 2030")):
        press(key)
        wait_for(f"{date} after {key}", lambda date=date: program.get_clock() == date)
        wait_for(f"{date} told by the slider", lambda date=date: date in slider.get_description())


def test_window(program):
    """The edges of the window of time are sliders."""
    type_date(program, "2010")
    wait_for("2010", lambda: program.get_clock() == "2010")
    press("[")
    begin = wait_for("the window's first edge", lambda: find_starting(program.panes["Timeline"], "slider", "Window begins, "))
    focus_by_tab(program, begin)
    before = begin.get_name()
    press("Right")
    wait_for("the edge to move", lambda: begin.get_name() != before)
    press("Left")
    wait_for("the edge to move back", lambda: begin.get_name() == before)
    press("Delete")
    wait_for("the window to go", lambda: find_starting(program.panes["Timeline"], "slider", "Window") is None)


sys.exit(main("blackbox-timeline", test_timeline, test_items, test_lanes, test_clock, test_window, test_quit))
