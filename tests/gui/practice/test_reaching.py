"""Everything at the counter can be reached by keys, and is named for whoever cannot see it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedScenario
from tests.gui.practice.conftest import Room


def described(widget: QWidget) -> tuple[str, str]:
    """A widget's role and name, as a screen reader is told them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role().name, interface.text(QAccessible.Text.Name)


def walked(room: Room) -> list[tuple[str, str]]:
    """What the tab key leads to, beginning after the page itself, until it comes round."""
    found: list[QWidget] = []
    room.page.setFocus()
    while True:
        room.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus in found:
            return [described(widget) for widget in found]
        found.append(focus)


def test_the_tab_key_goes_through_the_bar_the_words_and_the_options(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    bar = [("Button", "Leave"), ("Button", "Hint"), ("Button", "Transcript"), ("Client", "What is being said")]
    assert walked(room) == [*bar, *(("Button", card.accessibleName()) for card in room.page.cards)]

    room.choose("welcome")
    bar.remove(("Button", "Hint"))  # there is none in this scene
    assert walked(room) == [*bar, *(("Button", card.accessibleName()) for card in room.page.cards)]


def test_an_option_is_a_button_with_its_number_words_deed_and_obstacle(room: Room, queue_number: OpenedScenario):
    room.start(queue_number)
    settle = room.number("settle")
    assert described(room.page.cards[settle - 1]) == (
        "Button",
        f"{settle}. Please sit down, you are next after this one. (rises)",
    )
    room.choose("silence")
    joke = room.page.cards[room.number("joke") - 1]
    interface = QAccessible.queryAccessibleInterface(joke)
    assert interface.state().disabled
    assert interface.text(QAccessible.Text.Description) == "Not in the mood that the citizen is in"


def test_meters_lines_and_ticks_are_named(
    room: Room, queue_number: OpenedScenario, umbrella: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, time_limits=2.0)
    room.start(queue_number)
    assert described(room.page._mood) == ("ProgressBar", "Mood of the citizen: even")
    assert QAccessible.queryAccessibleInterface(room.page._mood).valueInterface().currentValue() == 50
    assert described(room.page._timer) == ("StaticText", "6 seconds left")
    assert described(room.page._title) == ("StaticText", "A queue number that has been called already")
    lines = [described(line) for line in room.page.findChildren(SpokenLine)]
    assert lines == [
        ("StaticText", "Number forty-two is called; the man who comes holds thirty-nine."),
        ("StaticText", "He Wen: I only took one call, and my number has passed?"),
    ]

    room.start(umbrella)
    stops = room.page._answers.inspection.stops
    assert [described(stop) for stop in stops] == [
        ("CheckBox", "The badge hangs back to front"),
        ("CheckBox", "The pen is in its holder"),
        ("Button", "Put these right"),
    ]
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Space)
    assert QAccessible.queryAccessibleInterface(stops[0]).state().checked


def test_the_folded_feedback_is_a_button_that_says_what_it_does(room: Room, queue_number: OpenedScenario):
    room.start(queue_number, "silence")
    room.choose("look")
    QApplication.processEvents()

    summary = room.page._answers.feedback._summary
    assert described(summary) == ("Button", "kept 1")
    assert summary.accessibleDescription() == "Show what this response did"
    while QApplication.focusWidget() is not summary:
        room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Space)
    assert not room.page._answers.feedback.folded
