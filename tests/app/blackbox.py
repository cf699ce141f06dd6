# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the installed program share: it is met as by someone who uses it with the keyboard and a screen reader.

A test file is a script that gives main() its name and its cases, each a function that takes the running Program. They run in
their order on one program; test_quit() belongs behind them in every file, since it asks whether the program complained. Cases
that start the program themselves, more than once in one home, are given to main_with_homes(). It is started on the display
and session bus of support/in-display, where nothing has a network if that can be had, and nothing is known of it but what
assistive technology is told. Prints TAP. A picture of the screen is left where a test failed.
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
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    print(f"1..0 # SKIP {error}")
    sys.exit(77)

PATIENCE = 60  # s: what does not come until then fails
NAME = "io.github.corridoratlas.CorridorAtlas"
PANES = ("Contents", "Map", "Timeline", "Detail")
ITEM_NAME = re.compile(r"^(?P<title>.+), (?P<kind>[a-z]+), (?P<when>.+), (?P<number>\d+) of (?P<all>\d+)$", re.DOTALL)
KEYS = {"Return": 0xFF0D, "Tab": 0xFF09, "Escape": 0xFF1B, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54,
        "Page_Up": 0xFF55, "Page_Down": 0xFF56, "Home": 0xFF50, "End": 0xFF57, "Delete": 0xFFFF, "F3": 0xFFC0, "F5": 0xFFC2, "F6": 0xFFC3, "F9": 0xFFC6,
        "F10": 0xFFC7, "Menu": 0xFF67}


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


def is_pressed(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.PRESSED) or accessible.get_state_set().contains(Atspi.StateType.CHECKED)


def is_sensitive(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.SENSITIVE)


def get_top(accessible):
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW).y


# The pane of text.


def find_toggle(program, page):
    """The button at the head of “Detail” that turns to a page."""
    pages = find(program.panes["Detail"], "page tab list")
    return find(pages, "push button", page) if pages is not None else None


def is_at(program, page):
    toggle = find_toggle(program, page)
    return toggle is not None and is_pressed(toggle)


def wait_for_page(program, page, after):
    wait_for(f"the page “{page}” after {after}", lambda: is_at(program, page))


def turn_to(program, page, key):
    press(key, "Alt")
    wait_for_page(program, page, f"Alt+{key}")


class ReportText:
    """The report as it is read: its words, and where the caret is in them."""

    def __init__(self, program):
        turn_to(program, "Report", "2")
        self.program = program
        self.accessible = wait_for("the report's text", lambda: find_starting(program.panes["Detail"], "text", "Azerbaijan–Russia"))
        self.words = wait_for("the report's words", lambda: get_text(self.accessible))

    def focus(self):
        focus_pane(self.program, "Detail")
        focus_by_tab(self.program, self.accessible)

    def has_focus(self):
        return has_focus(self.accessible)

    def get_caret(self):
        return Atspi.Text.get_caret_offset(self.accessible)

    def get_words_at_caret(self, length=24):
        return self.words[self.get_caret():][:length]

    def press(self, key, *modifiers):
        """Presses a key that moves the caret; gives where it is then."""
        before = self.get_caret()
        press(key, *modifiers)
        wait_for(f"the caret to move by {key} from “{self.get_words_at_caret()}”", lambda: self.get_caret() != before)
        return self.get_caret()


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


def type_into(field, words):
    """In whatever alphabet: each letter is waited for, since those of other alphabets change the keyboard."""
    for length, letter in enumerate(words, 1):
        Atspi.generate_keyboard_event(ord(letter) if ord(letter) < 256 else 0x1000000 + ord(letter), None, Atspi.KeySynthType.SYM)
        wait_for(f"“{words[:length]}” in the field", lambda length=length: get_text(field) == words[:length])


def focus_pane(program, name):
    """F6 leads from pane to pane."""
    for _ in range(8):
        focus = wait_for("a focus", lambda: find_focus(program.window))
        if is_in(focus, program.panes[name]):
            return
        press("F6")
        wait_for("F6 to lead on", lambda focus=focus: not has_focus(focus))
    raise Failure(f"F6 does not lead to “{name}”")


def choose_from_menu(program, *titles, key="F10"):
    """From the menu that a key opens, and the menus in it."""
    press(key)
    for number, title in enumerate(titles, 1):
        item = wait_for("the focus in the menu", lambda: find_menu_focus(program))
        for _ in range(40):
            if item.get_name() == title:
                break
            press("Down")  # which a menu that is only just coming up may not get
            item = wait_for_another(program, item)
        check(item.get_name() == title, f"“{title}” is not in the menu")
        press("Return")
        if number < len(titles):
            wait_for(f"the menu “{title}”", lambda item=item: find_menu_focus(program) not in (None, item))


def wait_for_another(program, item):
    """What has the focus in a menu after @item, or soon @item itself."""
    end = time.monotonic() + 3
    found = item
    while found in (None, item) and time.monotonic() < end:
        time.sleep(0.05)
        found = find_menu_focus(program)
    return found or item


def find_menu_focus(program):
    program.window.clear_cache()  # of a menu that is just being made, what is known may be of before
    focus = find_focus(program.window)
    return focus if focus is not None and "menu item" in focus.get_role_name() else None


def focus_by_tab(program, target):
    """Goes on to it, or to what is in it."""
    for _ in range(30):
        focus = wait_for("a focus", lambda: find_focus(program.window))
        if is_in(focus, target):
            return
        press("Tab")
        wait_for("Tab to lead on", lambda focus=focus: not has_focus(focus))
    raise Failure(f"Tab does not lead to “{target.get_name()}”")


# The program.


def no_network():
    """The words before a command that take its network away; none if that is not permitted here."""
    for words in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        if shutil.which(words[0]) and subprocess.run(words + ["true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return words
    return []


class Program:
    def __init__(self, *arguments, home=None):
        """In a home of its own, which goes with it, or in one that it was in before."""
        wait_for("assistive technology to forget the program before", lambda: Atspi.get_desktop(0).get_child_count() == 0)
        wait_for("the bus to forget the program before", lambda: not is_running())  # to which a new one would leave its work
        self.keeps_home = home is not None
        self.home = home or make_home()
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

    def __enter__(self):
        return self

    def __exit__(self, kind, failure, trace):
        if failure is not None:
            take_picture()
        self.end()

    def find_window(self):
        check(self.process.poll() is None, f"the program has ended with {self.process.returncode}: {self.read_errors()}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == "corridor-atlas" and application.get_child_count() > 0:
                return application.get_child_at_index(0)
        return None

    def find_dialog(self, start):
        """A window of the program whose title begins so."""
        application = self.window.get_parent()
        windows = [application.get_child_at_index(index) for index in range(application.get_child_count())]
        return next((found for found in windows if found is not None and found.get_name().startswith(start)), None)

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

    def has_said(self, words):
        """Whether a message over the window says so."""
        return find(self.window, "label", words) is not None

    def read_errors(self):
        self.errors.flush()
        with open(self.errors.name, encoding="utf-8") as file:
            return file.read()

    def kill(self):
        """The hard way: it is told nothing."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
        self.errors.close()
        if not self.keeps_home:
            shutil.rmtree(self.home, ignore_errors=True)


def is_running():
    """Whether the session bus knows a program of its name."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (NAME,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


def make_home():
    return tempfile.mkdtemp(prefix="blackbox.")


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


# What runs the cases.


# GLib leaves its first table of quarks behind, 2048 pointers, when a program needs more of them (glib/gquark.c). Only a program
# under the leak sanitizer says so, and without a name that its suppressions could match.
QUARKS = "SUMMARY: AddressSanitizer: 16384 byte(s) leaked in 1 allocation(s)."


def test_quit(program):
    """The last case of one program; one that starts a program of its own comes after it."""
    press("q", "Control")
    wait_for("the program to end", lambda: program.process.poll() is not None)
    errors = program.read_errors()
    if QUARKS in errors:
        errors = errors.partition("=" * 20)[0]
    else:
        check(program.process.returncode == 0, f"the program ended with {program.process.returncode}: {errors}")
    complaints = [line for line in errors.splitlines() if re.search(r"WARNING|CRITICAL|ERROR", line)]
    check(not complaints, "it complained: " + "; ".join(complaints[:3]))


running = "start"  # the case that is run, by the name of its picture


def take_picture():
    """Of the screen, for whoever looks why a test failed."""
    picture = os.path.join(os.environ.get("G_TEST_BUILDDIR", "."), f"{running}.png")
    if shutil.which("import"):
        subprocess.run(["import", "-window", "root", picture], check=False)
        print(f"# the screen: {picture}")


def run(number, test, suite, start):
    """Gives the case what start() gives: a program or a home; None: there is none."""
    global running
    name = test.__name__.removeprefix("test_")
    running = f"{suite}-{name}"
    given = start()
    try:
        check(given is not None, "the program did not come up")
        test(given)
    except (Failure, GLib.Error) as failure:
        print(f"not ok {number} /app/{suite}/{name}\n# " + str(failure).replace("\n", "\n# "), flush=True)
        if isinstance(given, Program):
            take_picture()
        return False
    print(f"ok {number} /app/{suite}/{name}", flush=True)
    return True


def begin(tests):
    print(f"1..{len(tests)}")
    print(f"# {'no network: ' + ' '.join(no_network()) if no_network() else 'unshare is not permitted: the network is as it is'}")
    Atspi.init()


def main(suite, *tests, arguments=()):
    """Runs the cases on one program, in this order. Gives the exit status."""
    begin(tests)
    try:
        program = Program(*arguments)
    except Failure as failure:
        print(f"# {failure}")
        program = None
    results = [run(number, test, suite, lambda: program) for number, test in enumerate(tests, 1)]
    if program is not None:
        program.end()
    return 0 if all(results) else 1


def main_with_homes(suite, *tests):
    """Runs cases that start the program themselves, each in an empty home, which it is given. Gives the exit status."""
    begin(tests)
    homes = [make_home() for _ in tests]
    results = [run(number, test, suite, lambda home=home: home) for number, (test, home) in enumerate(zip(tests, homes), 1)]
    for home in homes:
        shutil.rmtree(home, ignore_errors=True)
    return 0 if all(results) else 1
