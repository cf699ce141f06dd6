#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report's own text in the installed program: read from a file, kept, read again, and removed; or refused."""

import os
import re
import sys

from blackbox import (Program, ReportText, check, choose_from_menu, find, find_focus, has_focus, is_pressed, is_sensitive,
                      main_with_homes, press, read, test_quit, turn_to, wait_for)

DIALOG = "The Report’s Own Text"
RETOLD = "by a disciplined mixture"
ORIGINAL = "with a disciplined mixture"  # in the file that is made here
STRANGER = "A recipe for quince jam that nobody would take for a report."


def write_report(home):
    """A file as a user may have one: the words of the atlas's report but for one, without its ids and links."""
    atlas = os.path.join(os.path.dirname(__file__), "../../data/atlases/azerbaijan-russia/report.md")
    with open(atlas, encoding="utf-8") as file:
        words = re.sub(r"<!--.*?-->\n*", "", file.read(), flags=re.DOTALL)
    words = re.sub(r" *\{#[^}]*\}", "", words)
    words = re.sub(r"\[([^]]+)\]\(item:[^)]*\)", r"\1", words)
    check(RETOLD in words and "{" not in words, "the atlas's report is not what this test expects")
    path = os.path.join(home, "report.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(words.replace(RETOLD, ORIGINAL))
    return path


def is_kept(home, words):
    """Whether any file of the program has these words."""
    for folder in ("config", "data", "cache", "state"):
        for place, _, names in os.walk(os.path.join(home, folder)):
            for name in names:
                with open(os.path.join(place, name), "rb") as file:
                    if words.encode() in file.read():
                        return True
    return False


def wait_for_dialog(program):
    return wait_for("the summary", lambda: program.find_dialog(DIALOG))


def wait_for_words(program, words, after):
    wait_for(f"“{words}” after {after}", lambda: words in ReportText(program).words)


def find_edition(program, name):
    label = find(program.panes["Detail"], "label", name)
    return label.get_parent() if label is not None else None


def is_original(program):
    button = find_edition(program, "Original")
    return button is not None and is_pressed(button)


def press_button(dialog, name):
    """Tab to it, and Return."""
    for _ in range(10):
        focus = wait_for("a focus", lambda: find_focus(dialog))
        if find(focus, "label", name) is not None:
            press("Return")
            return
        press("Tab")
        wait_for("Tab to lead on", lambda focus=focus: not has_focus(focus))
    check(False, f"Tab does not lead to “{name}”")


def add_report(home, path):
    with Program("--report", path, home=home) as program:
        dialog = wait_for_dialog(program)
        wait_for("what was found in the file", lambda: "39 of the atlas’s 39 passages" in read(dialog))
        words = read(dialog)
        check("47 citation numbers. 39 matched passages cite the same" in words, f"not all citations match: {words}")
        check(re.search(r"\d{2,} mentions of items were found", words), f"no mentions were linked: {words}")
        check("Nothing: every passage of the atlas has its own" in words, f"something differs: {words}")
        check(not is_kept(home, ORIGINAL), "the text is kept before one has agreed")

        press_button(dialog, "Read This Text")
        wait_for("the dialog to close", lambda: program.find_dialog(DIALOG) is None)
        wait_for_words(program, ORIGINAL, "one has agreed")
        wait_for("“Original”", lambda: is_original(program))
        test_quit(program)


def read_both(home):
    with Program(home=home) as program:
        wait_for_words(program, ORIGINAL, "a new start")
        check(is_original(program), "the original is not what is read after a new start")
        ReportText(program).focus()
        focus_by_tab_back(program, find_edition(program, "Retold"))
        press(" ")
        wait_for_words(program, RETOLD, "“Retold”")
        choose_from_menu(program, "Report", "Original")
        wait_for_words(program, ORIGINAL, "“Original” in the menu")
        test_quit(program)


def focus_by_tab_back(program, target):
    for _ in range(20):
        focus = wait_for("a focus", lambda: find_focus(program.window))
        if focus == target:
            return
        press("Tab", "Shift")
        wait_for("Shift+Tab to lead back", lambda focus=focus: not has_focus(focus))
    check(False, "Shift+Tab does not lead to the editions")


def remove_report(home):
    with Program(home=home) as program:
        wait_for_words(program, ORIGINAL, "a new start")
        choose_from_menu(program, "Report", "Remove the Report’s Own Text…")
        dialog = wait_for("the question", lambda: program.find_dialog("Remove the Report’s Own Text?"))
        press_button(dialog, "Remove")
        wait_for_words(program, RETOLD, "the text is removed")
        check(find_edition(program, "Original") is None, "there is still an “Original” to choose")
        test_quit(program)


def test_report(home):
    """It is shown what it would be, read when one agrees, there at the next start, and gone when it is removed."""
    path = write_report(home)
    add_report(home, path)
    check(is_kept(home, ORIGINAL), "the text is not kept")
    read_both(home)
    remove_report(home)
    check(os.path.exists(path), "the user's own file has gone")
    with Program(home=home) as program:
        check(RETOLD in ReportText(program).words, "the atlas's own words are not read")
        check(find_edition(program, "Original") is None, "there is an “Original” again")
        test_quit(program)


def test_refused(home):
    """Of a file that is no such report nothing is kept."""
    path = os.path.join(home, "jam.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join([STRANGER, "Wash the quinces well.", "Cook them until they are red.", "Fill the jars."]))
    with Program("--report", path, home=home) as program:
        dialog = wait_for_dialog(program)
        refusal = find(dialog, name="This File Cannot Be Used")
        wait_for("a refusal", lambda: "does not seem to be the report" in read(refusal))
        button = find(dialog, "label", "Read This Text").get_parent()
        check(not is_sensitive(button), "the text can be read all the same")
        press("Escape")
        wait_for("the dialog to close", lambda: program.find_dialog(DIALOG) is None)
        check(RETOLD in ReportText(program).words, "the atlas's own words are not read")
        test_quit(program)
    check(not is_kept(home, STRANGER), "a refused text is kept")
    with Program(home=home) as program:
        turn_to(program, "Report", "2")
        check(find_edition(program, "Original") is None, "there is an “Original” to choose")
        test_quit(program)


sys.exit(main_with_homes("blackbox-import", test_report, test_refused))
