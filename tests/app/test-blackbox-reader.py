#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read in the installed program: the pages of “Detail”, what a search turns to, and the report with its links."""

import os
import re
import sys

from blackbox import (ReportText, check, find, find_focus, find_starting, get_text, has_focus, is_in, list_names, main, press, read,
                      test_quit, turn_to, type_words, wait_for, wait_for_page, walk)

ITEM = "Gabala radar station (Daryal)"
WORD = "disciplined"  # in one passage only
SOUGHT = "radar"      # in several
SOURCE = "Oil strategy: transport routes"  # the words of one source only
CARD = "The report’s own citation [39]"


def read_mentions():
    """Of every item, the words by which the report mentions it, in their order."""
    report = os.path.join(os.path.dirname(__file__), "../../data/atlases/azerbaijan-russia/report.md")
    with open(report, encoding="utf-8") as file:
        mentions = {}
        for words, item in re.findall(r"\[([^]]+)\]\(item:([^)]+)\)", file.read()):
            mentions.setdefault(item, []).append(words)
    return mentions


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

    turn_to(program, "Report", "2")
    check(ITEM + " selected" in program.get_sentence(), f"the report takes the selection away: {program.get_sentence()}")
    turn_to(program, "Item", "1")
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


def walk_to(text, words):
    """By Tab, from link to link; gives where it is."""
    for _ in range(text.words.count("[") + 400):
        if text.words.startswith(words, text.get_caret()):
            return text.get_caret()
        before = text.get_caret()
        check(text.press("Tab") > before, f"Tab leads back, from {before} to “{text.get_words_at_caret()}”")
    check(False, f"Tab does not lead to “{words}”")
    return None


def read_card(card):
    return "\n".join(found.get_name() for found in walk(card) if found.get_role_name() in ("label", "heading", "push button"))


def test_citation(program):
    """Tab to [39], Return, the card is read, Escape, and one is where one was."""
    text = ReportText(program)
    text.focus()
    caret = walk_to(text, "[39]")
    press("Return")
    card = wait_for("the card", lambda: find_starting(program.panes["Detail"], "filler", CARD))
    wait_for("the focus in the card", lambda: is_in(find_focus(program.window), card))
    words = read_card(card)
    check("The report’s source list is not part of this atlas’s copy" in words, f"the card does not say that it has no record: {words}")
    check(re.search(r"^Rests on it: \d+ passages?, \d+ items?$", words, re.MULTILINE), f"the card does not count what rests on it: {words}")
    check(ITEM in words and "¶" in words, f"the card does not tell what rests on it: {words}")
    check("Independent sources for the same claim" in words, f"the card has no other sources: {words}")
    nameless = re.findall(r"^(?:Gtk|Adw|Atlas)[A-Z]\w+$", words, re.MULTILINE)
    check(not nameless, f"without a name: {nameless}")

    press("Escape")
    wait_for("the focus in the text again", text.has_focus)
    check(text.get_caret() == caret, f"the caret is at “{text.get_words_at_caret()}” after the card")


def test_find(program):
    """Ctrl+F in the report looks in the report; Return goes from hit to hit; Escape stays there."""
    text = ReportText(program)
    text.focus()
    places = [match.start() for match in re.finditer(SOUGHT, text.words, re.IGNORECASE)]
    check(len(places) > 1, f"“{SOUGHT}” is not in the report more than once")

    press("f", "Control")
    wait_for("the focus in “Find in the report”", lambda: (lambda focus: focus is not None and focus.get_name() == "Find in the report")(
        find_focus(program.window)))
    field = find_focus(program.window)
    type_words(SOUGHT)
    wait_for("the word in the field", lambda: get_text(field) == SOUGHT)
    wait_for("the first count", lambda: re.fullmatch(rf"\d+ of {len(places)}", field.get_description() or ""))
    number = int(field.get_description().split()[0])
    wait_for("the caret at the hit", lambda: text.get_caret() == places[number - 1])
    for _ in places:  # round, and to where it began
        number = number % len(places) + 1
        press("Return")
        wait_for(f"hit {number}", lambda number=number: field.get_description() == f"{number} of {len(places)}")
        wait_for(f"the caret at hit {number}", lambda number=number: text.get_caret() == places[number - 1])

    press("Escape")
    wait_for("the focus in the text again", text.has_focus)
    check(text.get_caret() == places[number - 1], f"Escape leads away to “{text.get_words_at_caret()}”")


def test_mentions(program):
    """A mention that is activated selects its item, and one reads on; F3 leads from one of its mentions to the next."""
    mentions = next(words for words in read_mentions().values() if len(words) == 3)
    text = ReportText(program)
    text.focus()
    places = [walk_to(text, mentions[0])]
    press("Return")
    wait_for("an item to be selected", lambda: " selected" in program.get_sentence() and ITEM + " selected" not in program.get_sentence())
    wait_for_page(program, "Report", "a mention is activated")
    check(text.has_focus() and text.get_caret() == places[0], "the place is lost when a mention is activated")
    wait_for("the count of mentions", lambda: find(program.panes["Detail"], "label", "1 of 3 mentions"))

    for number, words in ((2, mentions[1]), (3, mentions[2]), (1, mentions[0])):
        places.append(text.press("F3"))
        check(text.words.startswith(words, places[-1]), f"F3 leads to “{text.get_words_at_caret()}” and not to “{words}”")
        wait_for(f"mention {number}", lambda number=number: find(program.panes["Detail"], "label", f"{number} of 3 mentions"))
    check(places[0] < places[1] < places[2] and places[3] == places[0], f"F3 does not lead on and round: {places}")


sys.exit(main("blackbox-reader", test_pages, test_passage_hit, test_source_hit, test_mentions, test_citation, test_find, test_quit))
