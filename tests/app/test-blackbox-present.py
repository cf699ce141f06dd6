#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours of the installed program, presented as a speaker does, and unattended as on a stand."""

import re
import sys

from blackbox import KEYS, Failure, Program, check, find, main_with_homes, press, test_quit, wait_for, walk

KEYS.update({"F5": 0xFFC2, "BackSpace": 0xFF08})
COUNT = re.compile(r"^(\d+) / (\d+)$")


def list_windows(program):
    """All that there are, though the one that came first may have gone."""
    if not hasattr(program, "application"):
        program.application = program.window.get_parent()
    application = program.application
    return [found for found in (application.get_child_at_index(index) for index in range(application.get_child_count())) if found is not None]


def find_stage(program):
    for window in list_windows(program):
        stage = find(window, name="Stage")
        if stage is not None:
            return stage
    return None


def get_step(program):
    """Which step the hall sees, and of how many."""
    stage = find_stage(program)
    for found in walk(stage) if stage is not None else ():
        count = COUNT.match(found.get_name() or "") if found.get_role_name() == "label" else None
        if count:
            return int(count[1]), int(count[2])
    return None


def get_heading(program):
    stage = find_stage(program)
    heading = find(stage, role="heading") if stage is not None else None
    return heading.get_name() if heading is not None else None


def wait_for_step(program, step, after):
    wait_for(f"step {step} after {after}", lambda: (get_step(program) or (0, 0))[0] == step)


def list_buttons(accessible):
    """With the words on them or said of them; what cannot be seen is not told of."""
    for found in walk(accessible):
        if found.get_role_name() == "push button":
            label = find(found, role="label")
            yield found, found.get_name() or (label.get_name() if label is not None else "")


def find_way_back(program):
    stage = find_stage(program)
    return next((words for _, words in list_buttons(stage) if words.startswith("Back to step")), None) if stage is not None else None


def test_present(home):
    """Step, wander, come back and end: the window is as it was."""
    with Program("--present", "treaties:3", home=home) as program:
        before = program.get_sentence()
        wait_for_step(program, 3, "--present treaties:3")
        check(get_step(program)[1] >= 15, f"the tour has {get_step(program)[1]} steps")
        heading = get_heading(program)
        check(heading, "the step has no heading")
        press("Page_Down")
        wait_for_step(program, 4, "Page Down")
        check(get_heading(program) != heading, "the heading has stayed")
        press("Page_Up")
        wait_for_step(program, 3, "Page Up")
        check(get_heading(program) == heading, "the heading is another than before")

        stage_map = find(find_stage(program), name="Map")
        there = stage_map.get_description()
        press("Right", "Control")
        wait_for("the way back", lambda: find_way_back(program) == "Back to step 3")
        wait_for("the map at another date", lambda: stage_map.get_description() != there)
        press("Escape")
        wait_for("the way back to go", lambda: find_way_back(program) is None)
        check(stage_map.get_description() == there, f"the map shows “{stage_map.get_description()}” and not “{there}”")

        press("Escape")
        wait_for("the stage to close", lambda: find_stage(program) is None)
        check(program.get_sentence() == before, f"the window shows “{program.get_sentence()}” and not “{before}”")
        test_quit(program)


def test_f5(home):
    """From the window: from the first step, and what was shown last can be shown there."""
    with Program(home=home) as program:
        before = program.get_sentence()
        press("F5")
        wait_for_step(program, 1, "F5")
        press("4")
        press("Return")
        wait_for_step(program, 4, "4 and Enter")
        heading = get_heading(program)
        press("Escape")
        wait_for("the stage to close", lambda: find_stage(program) is None)
        check(program.get_sentence() == before, "the window has changed")

        button = wait_for("the offer to show the step",
                          lambda: next((button for button, words in list_buttons(program.window) if "Show That Step Here" in words), None))
        check(button.get_action_iface().do_action(0), "the offer cannot be taken")
        wait_for("the step in the window", lambda: program.get_sentence() != before)
        press("F5", "Shift")
        wait_for_step(program, 4, "Shift+F5")
        check(get_heading(program) == heading, "Shift+F5 shows another step")
        press("Escape")
        wait_for("the stage to close", lambda: find_stage(program) is None)
        test_quit(program)


class Kiosk(Program):
    """Its window is not to be seen: what assistive technology finds first is the stage."""

    def find_pane(self, name):
        return self.window

    def get_sentence(self):
        return "148 items"


def test_kiosk(home):
    """It steps by itself, a touch lets one look around, and only the keyboard leads out of it."""
    with Kiosk("--kiosk", "--present", "treaties", "--step-every", "1", home=home) as program:
        wait_for_step(program, 2, "a while")
        wait_for_step(program, 3, "a while")
        check([window for window in list_windows(program) if find(window, name="Contents")] == [], "the window is to be seen")
        check([words for _, words in list_buttons(program.window)] == [], "there are buttons that may lead out")
        press("Right", "Control")
        wait_for("the way back", lambda: find_way_back(program))
        step = get_step(program)[0]
        press("Escape")
        wait_for("the way back to go", lambda: find_way_back(program) is None)
        check(get_step(program)[0] == step, "Escape has left the step")
        press("Escape")
        wait_for("the window", lambda: any(find(window, name="Contents") for window in list_windows(program)))


def test_bad_options(home):
    """What cannot be understood is said, and nothing is shown."""
    for arguments in (["--present", ":3"], ["--present", "treaties:none"], ["--step-every", "0"]):
        try:
            with Program(*arguments, home=home):
                raise AssertionError(f"{arguments} is taken")
        except Failure as failure:
            check("corridor-atlas:" in str(failure) and arguments[0] in str(failure), f"{arguments}: {failure}")


sys.exit(main_with_homes("blackbox-present", test_present, test_f5, test_kiosk, test_bad_options))
