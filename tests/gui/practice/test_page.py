"""A person practises at the real page: by keys and clicks, with a real record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedScenario
from tests.gui.conftest import LONG, Lock
from tests.gui.practice.conftest import ARRIVAL, WELCOMED, Room, moving

# Choosing


def test_a_number_key_chooses_and_the_turn_is_on_the_disk(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")

    room.choose("welcome")

    assert room.answers(attempt) == ["badge", "welcome"]
    assert room.recorded(attempt).turns[-1].elapsed_ms >= 0
    assert room.spoken() == WELCOMED
    assert len(room.offered()) == 3


def test_a_click_chooses(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")

    room.click(room.page.cards[room.number("floor") - 1])
    room.qtbot.waitUntil(lambda: room.page.encounter.state.scene == "sorry")

    assert room.answers(attempt) == ["badge", "floor"]


def test_what_the_clerk_chose_is_spoken_as_the_clerks_own(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")

    room.choose("welcome")

    words = room.words()
    own = words.index("Good morning, give it to me, there is a stand here.")
    assert words[own - 1] == "You"
    assert words[words.index("Oh, thank you.") - 1] == "He Wen"


def test_arrows_go_from_option_to_option_and_enter_chooses(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome")

    def focused() -> list[bool]:
        return [card.hasFocus() for card in room.page.cards]

    assert focused() == [False, False, False], "no option is suggested before the learner has looked"
    room.press(Qt.Key.Key_Down)
    assert focused() == [True, False, False]
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    assert focused() == [False, False, True]
    room.press(Qt.Key.Key_Up)
    assert focused() == [False, True, False]
    chosen = room.page.encounter.options()[1].response.id
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert room.answers(attempt) == ["badge", "welcome", chosen]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_key_after_the_one_that_chose_does_not_leave(room: Room, umbrella: OpenedScenario, key: Qt.Key):
    attempt = room.start(umbrella, "badge")
    with room.qtbot.assertNotEmitted(room.page.left):
        room.press(Qt.Key.Key_Down)
        room.press(key)
        room.qtbot.waitUntil(lambda: room.page.encounter.state.scene != "arrival" and room.page.settled)
        for _ in range(5):
            room.press(key)

    assert room.page.hasFocus()
    assert len(room.answers(attempt)) == 2


def test_the_second_click_of_two_does_not_answer_the_next_scene(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    place = room.page.cards[0].mapTo(room.page.window(), room.page.cards[0].rect().center())
    window = room.page.window().windowHandle()

    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    room.qtbot.waitUntil(lambda: room.page.encounter.state.scene != "arrival" and room.page.settled)
    for card in room.page.cards:
        press = QMouseEvent(
            QEvent.Type.MouseButtonDblClick,
            QPointF(card.rect().center()),
            QPointF(card.mapToGlobal(card.rect().center())),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(card, press)
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton)

    assert not room.page._practice.waiting
    assert len(room.answers(attempt)) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Escape, Qt.Key.Key_T, Qt.Key.Key_H])
def test_a_key_that_is_held_down_does_nothing_twice(
    room: Room, umbrella: OpenedScenario, hold_down: Callable[..., None], key: Qt.Key
):
    attempt = room.start(umbrella, "badge")
    before = room.words()

    with room.qtbot.assertNotEmitted(room.page.left):
        hold_down(room.page, key)

    assert not room.page._practice.waiting
    assert room.answers(attempt) == ["badge"]
    assert room.words() == before


def test_a_number_without_an_option_and_a_number_with_control_do_nothing(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")

    room.press("9")
    room.press("0")
    QTest.keyClick(room.page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert not room.page._practice.waiting
    assert room.answers(attempt) == ["badge"]


def test_an_option_that_is_not_available_says_why_and_cannot_be_chosen(room: Room, queue_number: OpenedScenario):
    attempt = room.start(queue_number, "silence")
    reasons = {
        card.accessibleName().partition(" ")[2]: (card.isEnabled(), card.accessibleDescription())
        for card in room.page.cards
    }
    assert reasons == {
        "Let me see.": (True, ""),
        "As I said, it is your turn now.": (False, "Something said or done before is in the way"),
        "That number is older than I am.": (False, "Not in the mood that the citizen is in"),
    }

    room.press(str(room.number("keep-word")))
    room.press(str(room.number("joke")))
    room.click(room.page.cards[room.number("joke") - 1])

    assert not room.page._practice.waiting
    assert room.answers(attempt) == ["silence"]
    room.press(Qt.Key.Key_Down)
    assert room.page.cards[room.number("look") - 1].hasFocus(), "the arrows go to what can be chosen"
    room.press(Qt.Key.Key_Down)
    assert room.page.cards[room.number("look") - 1].hasFocus()


# Time limits


def test_when_the_time_is_over_the_silence_is_the_answer(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, time_limits=0.1)
    attempt = room.start(queue_number)
    assert room.page._timer.isVisible()

    room.qtbot.waitUntil(lambda: room.page.encounter.state.scene == "wait", timeout=LONG)

    assert room.answers(attempt) == ["silence"]
    assert room.recorded(attempt).turns[0].elapsed_ms >= 300
    assert not room.page._timer.isVisible()


@pytest.mark.parametrize(("stretch", "accessible"), [(1.0, "3 seconds left"), (2.0, "6 seconds left")])
def test_time_limits_can_be_stretched(
    room: Room, queue_number: OpenedScenario, presentation: Presentation, stretch: float, accessible: str
):
    presentation.settings = replace(presentation.settings, time_limits=stretch)
    room.start(queue_number)

    assert (room.page._timer.isVisible(), room.page._timer.accessibleName()) == (True, accessible)
    room.choose("settle")
    assert [turn.aid.stretch for turn in room.recorded(1).turns] == [stretch]


def test_time_limits_can_be_turned_off(room: Room, queue_number: OpenedScenario, presentation: Presentation):
    presentation.settings = replace(presentation.settings, time_limits=0.0)
    room.start(queue_number)

    assert not room.page._timer.isVisible()
    assert not [timer for timer in room.page.findChildren(QTimer) if timer.isActive()]
    room.choose("settle")
    assert [turn.aid.stretch for turn in room.recorded(1).turns] == [0]


def test_the_time_begins_when_the_options_are_there(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    moving(presentation)
    room.start(queue_number)
    assert not room.page._timer.isVisible()

    for _ in range(4):
        assert not room.page._timer.isVisible()
        room.press(Qt.Key.Key_Space)

    assert room.page._timer.isVisible()


def test_the_clock_stands_still_while_a_refusal_is_told(
    room: Room, queue_number: OpenedScenario, lock: Callable[[], Lock]
):
    room.start(queue_number)
    ticking = []
    room.page.refused.connect(lambda _: ticking.append(room.page._timer._redraw.isActive()))
    disk = lock()

    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.press(str(room.number("settle")))
    disk.let_go()

    assert ticking == [False]
    assert room.page._timer.isVisible(), "it begins anew with the options"


# Hint, transcript, leaving


def test_the_hint_comes_and_goes(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    hint = "The person first, then the floor."

    room.press("h")
    assert hint in room.words()
    room.press("h")
    assert hint not in room.words()
    room.click(room.page._hint)
    assert hint in room.words()
    room.choose("welcome")
    assert hint not in room.words()
    assert not room.page._hint.isEnabled(), "this scene has none"
    room.press("h")
    assert room.page._hint_text.isHidden()


def test_a_hint_that_was_looked_at_is_recorded_with_the_turn_of_its_scene_alone(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")

    room.press("h")
    room.press("h")
    room.choose("floor")
    room.press("h")  # here is none
    room.choose("apologise")

    assert [turn.aid.hinted for turn in room.recorded(attempt).turns] == [False, True, False]


def test_a_click_on_a_button_of_the_bar_leaves_the_keys_to_the_conversation(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")

    room.click(room.page._hint)
    room.press(Qt.Key.Key_Space)

    assert room.page._hint_text.isVisible()
    assert room.page.hasFocus()


def test_the_transcript_shows_everything_and_scrolls_back(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, text_size=200)
    room.start(queue_number, "settle", "look")
    panel = room.page._transcript

    room.press("t")
    assert panel.isVisible()
    said = [line for line in room.words() if line.startswith(("He Wen: ", "You: ", "Number forty"))]
    assert [line[:22] for line in said] == [
        "Number forty-two is ca",
        "He Wen: I only took on",
        "You: Please sit down, ",
        "He Wen: All right, I w",
        "He Wen: Would you look",
        "You: Let me see.",
        "He Wen: The first time",
        "He Wen: Just give me a",
    ]
    bar = panel.area.verticalScrollBar()
    room.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    room.press(Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    room.press("t")
    assert panel.isHidden()
    room.press("t")
    room.qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_escape_closes_the_transcript_and_only_then_leaves(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", "welcome")

    with room.qtbot.assertNotEmitted(room.page.left):
        room.click(room.page._show_transcript)
        assert room.page._transcript.isVisible()
        room.press(Qt.Key.Key_Escape)
    assert room.page._transcript.isHidden()
    assert room.page.hasFocus()

    with room.qtbot.waitSignal(room.page.left):
        room.press(Qt.Key.Key_Escape)
    with room.qtbot.waitSignal(room.page.left):
        room.click(room.page._back)


def test_an_attempt_is_taken_up_at_the_same_scene_with_its_transcript(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    room.choose("welcome")
    offered, state = room.offered(), room.page.encounter.state
    room.page.stop()
    assert (room.offered(), room.spoken()) == ([], [])

    room.resume(attempt)

    assert (room.offered(), room.page.encounter.state) == (offered, state)
    assert room.spoken() == WELCOMED[-1:]
    room.press("t")
    transcript = " ".join(room.words())
    assert all(words in transcript for words in (*ARRIVAL, *WELCOMED))
    room.press(Qt.Key.Key_Escape)
    room.choose("confirm")
    assert room.answers(attempt) == ["badge", "welcome", "confirm"]


def test_whoever_goes_on_with_an_older_text_is_told_so_once(room: Room, umbrella: OpenedScenario):
    notice = "The scenario's file was changed since; you go on with the text that you began with."
    room.resume(room.begin(umbrella, ("badge",)), older_text=True)
    assert notice in room.words()
    assert room.page.older_text

    room.choose("welcome")
    assert notice not in room.words()

    room.resume(room.begin(umbrella, ("badge",)))
    assert notice not in room.words()


def test_what_is_told_of_an_older_text_stands_above_what_is_said_again(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", "welcome")  # whose lines are used again
    room.resume(room.begin(umbrella, ("badge",)), older_text=True)
    QApplication.processEvents()
    parts = [part for part in room.page._speech._parts() if part.isVisible()]
    assert [part.text() for part in parts] == [
        "The scenario's file was changed since; you go on with the text that you began with.",
        *ARRIVAL,
    ]
    assert sorted(part.y() for part in parts) == [part.y() for part in parts]


def test_a_citizen_taken_up_again_has_the_face_of_before(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", "welcome")

    assert str(room.page._stage._expression) == "anxious"
    room.page.stop()
    room.start(umbrella)
    assert str(room.page._stage._expression) == "calm"


# A page left alone


def test_a_page_left_alone_runs_no_timer(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    moving(presentation)
    room.start(umbrella, "badge")
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)
    room.qtbot.waitUntil(lambda: len(room.page._stage._picture.faces) == 6, timeout=LONG)

    assert [timer for timer in room.page.findChildren(QTimer) if timer.isActive()] == []


def test_a_page_that_was_left_runs_no_timer(room: Room, queue_number: OpenedScenario, presentation: Presentation):
    room.start(queue_number)
    room.page.stop()
    assert [timer for timer in room.page.findChildren(QTimer) if timer.isActive()] == []
    moving(presentation)
    room.start(queue_number)
    room.page.stop()
    assert [timer for timer in room.page.findChildren(QTimer) if timer.isActive()] == []
