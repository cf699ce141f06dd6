# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour is presented on two screens: the audience's and the presenter's own, of which one is taken away and comes back."""

import subprocess
import sys

from blackbox import check, find, find_focus, find_starting, has_focus, is_in, is_pressed, main, press, read, test_quit, type_words, wait_for, walk

TOUR = "pipelines"
FIRST = 3
STEPS = 15
LEFT = (0, 0)
RIGHT = (1280, 0)


# The screens.


def light(lit):
    """Plugs the second screen in, to the right of the first, or out."""
    how = ["--mode", "1280x720", "--right-of", "DUMMY0"] if lit else ["--off"]
    subprocess.run(["xrandr", "--output", "DUMMY1", *how], check=True)
    subprocess.run(["xrandr"], stdout=subprocess.DEVNULL, check=True)  # the server looks at what is plugged in when it is asked


def ask(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout.split()


def find_place(title):
    """Where the window is that is shown and whose title begins so; None: it is not shown."""
    for window in ask("search", "--onlyvisible", "--name", f"^{title}"):
        words = dict(word.split("=") for word in ask("getwindowgeometry", "--shell", window) if "=" in word)
        if words:
            return int(words["X"]), int(words["Y"])
    return None


def point_at(place):
    """The keys go to the window that the pointer is over: there is no window manager here."""
    subprocess.run(["xdotool", "mousemove", str(place[0] + 500), str(place[1] + 690)], check=True)


# The windows.


def find_console(program):
    window = program.find_dialog("Presenter: ")
    return find(window, name="Presenter") if window is not None else None


def find_stage(program):
    application = program.window.get_parent()
    for index in range(application.get_child_count()):
        window = application.get_child_at_index(index)
        stage = find(window, name="Stage") if window is not None else None
        if stage is not None:
            return stage
    return None


def wait_for_step(program, step):
    """In both windows."""
    wait_for(f"step {step} in the console", lambda: find(find_console(program), "label", f"Step {step} of {STEPS}"))
    wait_for(f"step {step} on the stage", lambda: find(find_stage(program), "label", f"{step} / {STEPS}"))


def wait_for_state(program, words):
    wait_for(f"“{words}”", lambda: find(find_console(program), "label", words))


def wait_for_places(stage, console):
    wait_for(f"the stage at {stage}", lambda: find_place("Pipelines: ") == stage)
    wait_for(f"the console at {console}", lambda: find_place("Presenter: ") == console)


def get_elapsed(program):
    console = find_console(program)
    return next((found.get_name() for found in walk(console) if found.get_name().startswith(("Elapsed: ", "Paused at: "))), None)


def is_at(program, step):
    return find(find_console(program), "label", f"Step {step} of {STEPS}") is not None


def is_answered(program):
    answer = find(find_console(program), "push button", "Answer")
    return answer is not None and is_pressed(answer)


# The cases.


def test_screens(program):
    """The stage is on the screen that the window is not on; the console is on the window's own."""
    point_at(LEFT)
    press("F5", "Shift")
    wait_for_places(RIGHT, LEFT)
    wait_for_step(program, FIRST)
    console = find_console(program)
    for name in ("Notes", "Previous", "Next", "Black", "White", "Freeze", "Pointer", "Swap Screens", "End", "Start the timer"):
        check(find(console, name=name), f"the console has no “{name}”")


def test_steps(program):
    """Each step is in both windows, whichever of them is asked."""
    for number, step in enumerate(range(FIRST + 1, FIRST + 5)):
        point_at(RIGHT if number % 2 else LEFT)
        while not is_at(program, step):  # an answer comes before the next step
            answered = is_answered(program)
            press("Page_Down")
            wait_for("Page Down to do something", lambda step=step, answered=answered: is_at(program, step) or
                     (not answered and is_answered(program)))
        wait_for_step(program, step)
    press("End")
    wait_for_step(program, STEPS)
    check(find(find_console(program), "label", "This is the last step."), "something comes after the last step")
    point_at(LEFT)
    press("Home")
    wait_for_step(program, 1)
    press("5")
    press("Return")
    wait_for_step(program, 5)


def test_frozen(program):
    """The audience's picture stays while the presenter goes on."""
    press("f")
    wait_for_state(program, "Frozen at step 5")
    press("Page_Down")
    wait_for_state(program, "Frozen at step 5; you are at step 6")
    press("f")
    wait_for_state(program, "The hall sees step 6")
    wait_for_step(program, 6)
    press("b")
    wait_for_state(program, "Black: the hall sees nothing")
    press("b")
    wait_for_state(program, "The hall sees step 6")


def test_find(program):
    """Nothing of a search reaches the audience until Enter; Escape leads back."""
    before = read(find_stage(program))
    press("f", "Control")
    field = wait_for("the field", lambda: find(find_console(program), "entry", "Find") or find(find_console(program), "text", "Find"))
    press("a", "Control")
    type_words("zzyzx")
    wait_for("nothing to be found", lambda: find(find_console(program), "label", "Nothing found for “zzyzx”"))
    press("a", "Control")
    type_words("kars nakhchivan")  # of no step
    wait_for("what is found", lambda: find_starting(find(find_console(program), name="Found"), "list item", "Kars"))
    check(has_focus(field) or is_in(find_focus(find_console(program)), field), "the field has lost the focus")
    wait_for_state(program, "The hall sees step 6")
    check(read(find_stage(program)) == before, "the search is seen on the stage")
    press("Return")
    wait_for_state(program, "Wandering from step 6")
    for _ in range(3):  # empties the field, leaves it, goes back
        press("Escape")
    wait_for_state(program, "The hall sees step 6")


def test_swap(program):
    point_at(LEFT)
    press("x")
    wait_for_places(LEFT, RIGHT)
    press("x")  # from the stage
    wait_for_places(RIGHT, LEFT)
    wait_for_step(program, 6)


def test_unplug(program):
    """A screen that goes takes nothing with it: step, time and notes go on, and the console is a key away."""
    point_at(LEFT)
    press("s")
    wait_for("the timer to run", lambda: find(find_console(program), "push button", "Pause the timer"))
    wait_for("a second", lambda: get_elapsed(program) not in (None, "Elapsed: 0 seconds"))

    light(False)
    wait_for("the stage on the screen that is left", lambda: find_place("Pipelines: ") == LEFT)
    wait_for("the console to make room", lambda: find_place("Presenter: ") is None)
    press("Page_Down")
    wait_for("step 7 on the stage", lambda: find(find_stage(program), "label", f"7 / {STEPS}"))

    press("F9")
    wait_for("the console over the stage", lambda: find_place("Presenter: ") is not None)
    wait_for_step(program, 7)
    check(find(find_console(program), "push button", "Pause the timer"), "the timer has stopped")
    check(get_elapsed(program) != "Elapsed: 0 seconds", "the time was lost")
    check(find(find_console(program), name="Swap Screens") is None, "there is nothing to exchange")
    press("F9")
    wait_for("the console to go", lambda: find_place("Presenter: ") is None)


def test_plug(program):
    """A screen that comes back is used again, at the step that one has come to meanwhile."""
    light(True)
    wait_for_places(RIGHT, LEFT)
    wait_for_step(program, 7)


def test_end(program):
    point_at(LEFT)
    press("Escape")
    wait_for("the stage to go", lambda: find_place("Pipelines: ") is None)
    wait_for("the console to go", lambda: find_place("Presenter: ") is None)
    wait_for("what is said", lambda: program.has_said(f"The presentation ended at step 7 of {STEPS}"))


subprocess.run(["xrandr", "--addmode", "DUMMY1", "1280x720"], check=True)
light(True)
sys.exit(main("blackbox-console", test_screens, test_steps, test_frozen, test_find, test_swap, test_unplug, test_plug, test_end, test_quit,
              arguments=(f"corridor-atlas:azerbaijan-russia#tour={TOUR}&step={FIRST}",)))
