#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program, met as by someone who uses it with the keyboard and a screen reader.

Starts it on the display and session bus of support/in-display, where nothing has a network if that can be had, and
knows of it only what assistive technology is told. Prints TAP. A picture of the screen is left where a test failed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f"1..0 # SKIP {error}")
    sys.exit(77)

PATIENCE = 60  # s: what does not come until then fails
PANES = ("Contents", "Map", "Timeline", "Detail")
ITEM_NAME = re.compile(r"^(?P<title>.+), (?P<kind>[a-z]+), (?P<when>.+), (?P<number>\d+) of (?P<all>\d+)$", re.DOTALL)
LANE_NAME = re.compile(r"^(Political|Economic|Security), \d+ items(, \d+ in groups)?$")
GROUP_NAME = re.compile(r"^\d+ items?, \w.* opens$")
KEYS = {"Return": 0xFF0D, "Tab": 0xFF09, "Escape": 0xFF1B, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54,
        "Page_Up": 0xFF55, "Page_Down": 0xFF56, "Home": 0xFF50, "End": 0xFF57, "Delete": 0xFFFF, "F6": 0xFFC3}


class Failure(Exception):
    pass


def wait_for(what, ask, patience=PATIENCE):
    """What ask() gives, as soon as that is something."""
    end = time.monotonic() + patience
    while True:
        try:
            found = ask()
        except GLib.Error:  # what was asked has gone meanwhile
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited {patience} s in vain for {what}")
        time.sleep(0.05)


def check(holds, message):
    if not holds:
        raise Failure(message)


# What assistive technology is told.


def walk(accessible):
    """An accessible and all that is in it, in reading order."""
    yield accessible
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def find(accessible, role=None, name=None):
    for found in walk(accessible):
        if (role is None or found.get_role_name() == role) and (name is None or found.get_name() == name):
            return found
    return None


def has_focus(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.FOCUSED)


def find_focus(accessible):
    return next((found for found in walk(accessible) if has_focus(found)), None)


def is_in(accessible, ancestor):
    while accessible is not None and accessible != ancestor:
        accessible = accessible.get_parent()
    return accessible is not None


def read(accessible):
    """All words in it."""
    words = []
    for found in walk(accessible):
        if found.get_role_name() in ("label", "text"):
            words.append(get_text(found) or found.get_name())
    return "\n".join(words)


def get_text(accessible):
    """What stands in a field or label."""
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def list_names(accessible):
    return [found.get_name() for found in walk(accessible) if found.get_role_name() == "list item"]


def find_starting(accessible, role, start):
    return next((found for found in walk(accessible) if found.get_role_name() == role and found.get_name().startswith(start)), None)


def get_top(accessible):
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW).y


# What a hand does.


def press(key, *modifiers):
    for modifier in modifiers:
        Atspi.generate_keyboard_event(key_code(modifier), None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(KEYS.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
    for modifier in modifiers:
        Atspi.generate_keyboard_event(key_code(modifier), None, Atspi.KeySynthType.RELEASE)


def key_code(key):
    return {"Control": 37, "Shift": 50, "Alt": 64}[key]  # as on every X server's evdev keyboard


def type_words(words):
    for letter in words:
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)


# The program.


def no_network():
    """The words before a command that take its network away; none if that is not permitted here."""
    for words in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        if shutil.which(words[0]) and subprocess.run(words + ["true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return words
    return []


class Program:
    def __init__(self, *arguments):
        wait_for("assistive technology to forget the program before", lambda: Atspi.get_desktop(0).get_child_count() == 0)
        self.home = tempfile.mkdtemp(prefix="blackbox.")
        self.errors = open(os.path.join(self.home, "stderr"), "w+", encoding="utf-8")
        environment = dict(os.environ, HOME=self.home, GTK_A11Y="atspi", GSETTINGS_BACKEND="memory", GDK_BACKEND="x11",
                           GSK_RENDERER="cairo", NO_AT_BRIDGE="0", G_DEBUG="fatal-criticals")
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = os.path.join(self.home, name.lower())
        self.process = subprocess.Popen(no_network() + [find_program(environment), *arguments], env=environment,
                                        stdin=subprocess.DEVNULL, stderr=self.errors)
        try:
            self.window = wait_for("the window", self.find_window)
            self.panes = {name: wait_for(f"the pane “{name}”", lambda name=name: self.find_pane(name)) for name in PANES}
            wait_for("the atlas", lambda: "148 items" in self.get_sentence() or " selected" in self.get_sentence())
        except Failure:
            self.end()
            raise

    def find_window(self):
        check(self.process.poll() is None, f"the program has ended: {self.read_errors()}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == "corridor-atlas" and application.get_child_count() > 0:
                return application.get_child_at_index(0)
        return None

    def find_pane(self, name):
        return next((found for found in walk(self.window) if found.get_name() == name and
                     found.get_role_name() in ("panel", "image", "filler")), None)

    def get_sentence(self):
        """What is shown, in words."""
        return self.panes["Map"].get_description() or ""

    def get_timeline_names(self):
        timeline = find(self.panes["Timeline"], "list")
        return list_names(timeline) if timeline is not None else []

    def get_clock(self):
        found = find_starting(self.panes["Timeline"], "push button", "Clock: ")
        return found.get_name().removeprefix("Clock: ") if found is not None else ""

    def read_errors(self):
        self.errors.flush()
        with open(self.errors.name, encoding="utf-8") as file:
            return file.read()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
        self.errors.close()
        shutil.rmtree(self.home, ignore_errors=True)


def find_program(environment):
    """The installed program, or, where none is installed, the build's with what it needs of the build."""
    installed = os.environ.get("ATLAS_TEST_PROGRAM", "")
    if os.access(installed, os.X_OK) and os.environ["ATLAS_TEST_TREE"] in installed:
        share = os.path.join(os.path.dirname(os.path.dirname(installed)), "share")
        environment.pop("GSETTINGS_SCHEMA_DIR", None)
        environment["XDG_DATA_DIRS"] = f"{share}:{environment.get('XDG_DATA_DIRS', '/usr/local/share:/usr/share')}"
        return installed
    environment["CORRIDOR_ATLAS_DATADIR"] = os.path.dirname(os.environ["ATLAS_TEST_BASEMAP"])
    return os.environ["ATLAS_TEST_BUILT_PROGRAM"]


# The cases.


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


def focus_by_tab(program, target):
    """Goes on to it, or to what is in it."""
    for _ in range(30):
        focus = wait_for("a focus", lambda: find_focus(program.window))
        if is_in(focus, target):
            return
        press("Tab")
        wait_for("Tab to lead on", lambda focus=focus: not has_focus(focus))
    raise Failure(f"Tab does not lead to “{target.get_name()}”")


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
    """Into the field of the clock, in whatever alphabet."""
    press("l", "Control")
    field = find(program.panes["Timeline"], "text", "Date of the clock")
    wait_for("the field of the clock", lambda: has_focus(field))
    for length, letter in enumerate(words, 1):  # each is waited for: letters of other alphabets change the keyboard
        Atspi.generate_keyboard_event(ord(letter) if ord(letter) < 256 else 0x1000000 + ord(letter), None, Atspi.KeySynthType.SYM)
        wait_for(f"“{words[:length]}” in the field", lambda length=length: get_text(field) == words[:length])
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


def test_quit(program):
    press("q", "Control")
    wait_for("the program to end", lambda: program.process.poll() is not None)
    check(program.process.returncode == 0, f"the program ended with {program.process.returncode}: {program.read_errors()}")
    complaints = [line for line in program.read_errors().splitlines() if re.search(r"WARNING|CRITICAL|ERROR", line)]
    check(not complaints, "it complained: " + "; ".join(complaints[:3]))


TESTS = (test_panes, test_names, test_timeline, test_items, test_lanes, test_clock, test_window, test_rows, test_find, test_walk, test_quit,
         test_link)


def take_picture(name):
    """Of the screen, for whoever looks why a test failed."""
    picture = os.path.join(os.environ.get("G_TEST_BUILDDIR", "."), f"blackbox-{name}.png")
    if shutil.which("import"):
        subprocess.run(["import", "-window", "root", picture], check=False)
        print(f"# the screen: {picture}")


def run(number, test, program):
    name = test.__name__.removeprefix("test_")
    try:
        check(program is not None, "the program did not come up")
        test(program)
    except (Failure, GLib.Error) as failure:
        print(f"not ok {number} /app/blackbox/{name}\n# " + str(failure).replace("\n", "\n# "), flush=True)
        take_picture(name)
        return False
    print(f"ok {number} /app/blackbox/{name}", flush=True)
    return True


def main():
    print(f"1..{len(TESTS)}")
    print(f"# {'no network: ' + ' '.join(no_network()) if no_network() else 'unshare is not permitted: the network is as it is'}")
    Atspi.init()
    try:
        program = Program()
    except Failure as failure:
        print(f"# {failure}")
        program = None
    results = [run(number, test, program) for number, test in enumerate(TESTS, 1)]
    if program is not None:
        program.end()
    return 0 if all(results) else 1


sys.exit(main())
