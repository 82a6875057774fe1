"""A person practises at the real page: by keys and clicks, with a real record, in two languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.errors import UserError
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import OpenedScenario
from tests.gui.conftest import LONG, Lock
from tests.gui.practice.conftest import Room

ARRIVAL = ["Where can I leave this umbrella?"]
WELCOMED = [
    "Good morning, give it to me, there is a stand here.",
    "Oh, thank you.",
    "I have come for the senior card.",
]


def moving(presentation: Presentation) -> None:
    """Let speech appear as it is spoken."""
    presentation.settings = replace(presentation.settings, reduced_motion=False)


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


# Speech


def test_speech_appears_word_by_word_and_only_then_the_options(
    room: Room, umbrella: OpenedScenario, presentation: Presentation
):
    moving(presentation)
    room.start(umbrella, "badge")
    line = ARRIVAL[0]

    assert room.spoken() == [line[:1]]
    assert room.offered() == []
    room.qtbot.waitUntil(lambda: 1 < len(room.spoken()[0]) < len(line), timeout=LONG)
    assert room.offered() == []
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.spoken() == ARRIVAL
    assert room.page.settled


def test_space_completes_a_line_and_then_goes_on(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    moving(presentation)
    room.start(umbrella, "badge")
    room.press(Qt.Key.Key_Space)
    assert (room.spoken(), room.offered()) == (ARRIVAL, [])
    room.press(Qt.Key.Key_Space)
    assert len(room.offered()) == 2

    room.press(str(room.number("welcome")))
    room.qtbot.waitUntil(lambda: bool(room.spoken()) and room.spoken()[0][:1] == "G")
    said = []
    for _ in range(6):
        room.press(Qt.Key.Key_Space)
        said.append(room.spoken())
    one, two, three = WELCOMED
    assert said == [[one], [one, two[:1]], [one, two], [one, two, three[:1]], [one, two, three], [one, two, three]]
    assert len(room.offered()) == 3


def test_a_click_on_the_stage_or_on_the_words_does_what_space_does(
    room: Room, umbrella: OpenedScenario, presentation: Presentation
):
    moving(presentation)
    room.start(umbrella, "badge")

    room.click(room.page._stage, QPoint(300, 200))
    assert (room.spoken(), room.offered()) == (ARRIVAL, [])
    room.click(room.page._speech._scroll.viewport())
    assert len(room.offered()) == 2


def test_number_keys_work_only_while_options_show(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    moving(presentation)
    attempt = room.start(umbrella, "badge")

    for number in "123456789":
        room.press(number)

    assert not room.page._practice.waiting
    assert room.spoken() == [ARRIVAL[0][:1]]
    assert room.answers(attempt) == ["badge"]


def test_without_motion_everything_is_there_at_once(room: Room, umbrella: OpenedScenario):
    room.resume(room.begin(umbrella, ("badge",)))

    assert room.spoken() == ARRIVAL
    assert len(room.offered()) == 2


def test_the_options_of_the_scene_before_are_gone_while_lines_are_spoken(
    room: Room, umbrella: OpenedScenario, presentation: Presentation
):
    moving(presentation)
    room.start(umbrella, "badge")
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    before = room.offered()

    room.press(str(room.number("welcome")))
    room.qtbot.waitUntil(lambda: room.page.encounter.state.scene == "business")

    assert room.offered() == []
    assert not set(before) & set(room.words())


def test_words_too_many_for_the_panel_are_read_from_their_beginning_page_by_page(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, text_size=200)
    room.start(queue_number, "silence")
    room.choose("look")
    scroll = room.page._speech._scroll
    reply = next(line for line in room.page.findChildren(SpokenLine) if line.text().startswith("The first time"))

    def seen(line: SpokenLine, y: int) -> bool:
        return 0 <= line.mapTo(scroll.viewport(), QPoint(0, y)).y() < scroll.viewport().height()

    end = [line for line in room.page.findChildren(SpokenLine) if line.isVisible()][-1]
    room.qtbot.waitUntil(lambda: seen(reply, 0) and not seen(end, end.height() - 1))
    for _ in range(12):
        room.press(Qt.Key.Key_Space)
    assert seen(end, end.height() - 1)
    for _ in range(12):
        room.press(Qt.Key.Key_PageUp)
    assert scroll.verticalScrollBar().value() == 0


def test_a_long_line_stays_in_sight_as_it_is_spoken(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, text_size=200, reduced_motion=False)
    room.start(queue_number, "silence", "look")
    line = room.page.findChildren(SpokenLine)[0]
    viewport = room.page._speech._scroll.viewport()

    places = []
    while not line.complete:
        line_before = line.shown
        room.qtbot.waitUntil(lambda before=line_before: line.shown != before, timeout=LONG)
        places.append(line.mapTo(viewport, QPoint(0, line.spoken_to())).y())

    assert max(places) <= viewport.height()
    assert min(places) > 0


# The disk


def test_nothing_of_what_follows_shows_before_the_turn_is_durable(
    make_room: Callable[[RecordKeeper], Room],
    umbrella: OpenedScenario,
    patient_keeper: RecordKeeper,
    lock: Callable[[], Lock],
    presentation: Presentation,
    window_language: WindowLanguage,
):
    room = make_room(patient_keeper)
    attempt = room.start(umbrella, "badge")
    offered, before, mood = room.offered(), room.words(), room.page._mood.accessibleName()

    disk = lock()
    room.press(str(room.number("welcome")))
    room.press(str(room.number("floor")))
    room.qtbot.waitUntil(lambda: room.page._practice.waiting)
    assert (room.offered(), room.words(), room.page._mood.accessibleName()) == (offered, before, mood)
    # Neither looking around nor another type or language brings it to light.
    room.press("t")
    room.press("h")
    presentation.settings = replace(presentation.settings, text_size=125)
    window_language.use("zh")
    window_language.use("en")
    QApplication.processEvents()
    shown = " ".join(room.words())
    assert not [words for words in WELCOMED[1:] if words in shown]
    assert room.page._mood.accessibleName() == mood
    assert room.answers(attempt) == ["badge"]

    disk.let_go()
    room.qtbot.waitUntil(lambda: room.spoken() == WELCOMED, timeout=LONG)
    assert room.answers(attempt) == ["badge", "welcome"]


def test_a_refused_turn_is_told_and_offered_again(room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]):
    attempt = room.start(umbrella, "badge")
    before = (room.offered(), room.words(), room.page.encounter.save())

    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG) as refused:
        room.press(str(room.number("welcome")))
    assert isinstance(refused.args[0], UserError)
    assert (room.offered(), room.words(), room.page.encounter.save()) == before
    assert room.answers(attempt) == ["badge"]

    disk.let_go()
    room.choose("welcome")
    assert room.answers(attempt) == ["badge", "welcome"]


def test_a_turn_on_its_way_to_the_disk_is_kept_when_the_learner_leaves(
    make_room: Callable[[RecordKeeper], Room],
    patient_keeper: RecordKeeper,
    umbrella: OpenedScenario,
    lock: Callable[[], Lock],
):
    room = make_room(patient_keeper)
    attempt, other = room.start(umbrella, "badge"), room.begin(umbrella)

    disk = lock()
    room.press(str(room.number("welcome")))
    room.page.stop()
    assert room.page.encounter is None
    room.resume(other)
    disk.let_go()
    room.qtbot.waitUntil(lambda: room.answers(attempt) == ["badge", "welcome"], timeout=LONG)
    QApplication.processEvents()

    assert room.page.encounter.state.scene == "mirror"
    assert room.spoken() == ["Before opening, you look in the mirror."]
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.answers(other) == ["-"], timeout=LONG)


def test_a_refusal_after_the_learner_left_is_still_told(room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]):
    attempt = room.start(umbrella, "badge")
    disk = lock()

    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.press(str(room.number("welcome")))
        room.page.stop()

    disk.let_go()
    assert room.answers(attempt) == ["badge"]
    assert room.page.encounter is None
    assert room.offered() == []


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


def test_time_limits_can_be_turned_off(room: Room, queue_number: OpenedScenario, presentation: Presentation):
    presentation.settings = replace(presentation.settings, time_limits=0.0)
    room.start(queue_number)

    assert not room.page._timer.isVisible()
    assert not [timer for timer in room.page.findChildren(QTimer) if timer.isActive()]


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


def test_a_citizen_taken_up_again_has_the_face_of_before(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", "welcome")

    assert str(room.page._stage._expression) == "anxious"
    room.page.stop()
    room.start(umbrella)
    assert str(room.page._stage._expression) == "calm"


# The ending


def test_the_ending_leads_to_the_debrief(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome")

    room.choose("call-taxi")

    assert "A car in the rain" in room.words()
    assert "You think of everything." in room.spoken()
    assert room.page.ending_button.hasFocus()
    with room.qtbot.waitSignal(room.page.debrief_requested) as asked:
        room.press(Qt.Key.Key_Return)
    assert asked.args == [attempt]
    result = room.recorded(attempt).outline.result
    assert (result.ending, result.rating) == ("moved", 5)


def test_the_ending_is_offered_when_everything_has_been_said(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, qtbot: QtBot
):
    moving(presentation)
    attempt = room.start(umbrella, "badge", "welcome")
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)

    room.press(str(room.number("call-taxi")))
    qtbot.waitUntil(lambda: room.recorded(attempt).outline.result is not None, timeout=LONG)
    QApplication.processEvents()
    assert room.page.ending_button is None
    with qtbot.assertNotEmitted(room.page.debrief_requested):
        while room.page._speech.speaking:
            room.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.page.ending_button is not None)


def test_a_result_that_the_disk_refuses_can_be_recorded_again(
    room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]
):
    attempt = room.begin(umbrella, ("badge", "welcome", "confirm"))  # the program was killed after the last turn
    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.resume(attempt)
    room.settle()
    assert room.page.ending_button.text() == "Record the result again"
    assert room.recorded(attempt).outline.result is None

    disk.let_go()
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(
        lambda: room.page.ending_button is not None and room.page.ending_button.text() == "Look back at it",
        timeout=LONG,
    )
    assert room.recorded(attempt).outline.result.ending == "done"


# Another language, another type


def test_the_language_changes_in_the_middle_and_everything_stays_where_it_was(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, window_language: WindowLanguage
):
    attempt = room.start(umbrella, "badge")
    room.choose("welcome")
    room.press("h")
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    state = room.page.encounter.state

    presentation.settings = replace(presentation.settings, language="zh")
    window_language.use("zh")
    QApplication.processEvents()

    assert room.page.encounter.state == state
    assert room.spoken() == ["您好，伞给我，这边有伞架。", "哎，谢谢。", "我来办老年卡。"]
    assert {card.partition(" ")[2] for card in room.offered()} == {
        "您是要新办老年卡，对吗？",
        "办好了我帮您叫辆车，雨大。",
        "填表。",
    }
    assert [card.hasFocus() for card in room.page.cards] == [False, True, False]
    words = room.words()
    assert {"一把湿伞", "离开", "提示"} <= set(words)
    assert "先开口，还接了伞。" in words, "the feedback stays"
    assert room.page._mood.accessibleName().endswith("平静")

    presentation.settings = replace(presentation.settings, language="en")
    window_language.use("en")
    QApplication.processEvents()
    assert room.spoken() == WELCOMED
    room.choose("confirm")
    assert room.answers(attempt) == ["badge", "welcome", "confirm"]


def test_ticks_and_time_survive_another_type(
    room: Room, umbrella: OpenedScenario, queue_number: OpenedScenario, presentation: Presentation
):
    attempt = room.start(umbrella)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Space)
    presentation.settings = replace(presentation.settings, text_size=150)
    assert room.page._answers.inspection.ticked == ("badge",)
    assert room.answers(attempt) == []

    presentation.settings = replace(presentation.settings, time_limits=2.0)
    room.start(queue_number)
    clock = room.page._timer._clock.msecsSinceReference()
    presentation.settings = replace(presentation.settings, text_size=100)
    assert room.page._timer.isVisible()
    assert room.page._timer._clock.msecsSinceReference() == clock


def test_speech_goes_on_in_the_other_language(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, window_language: WindowLanguage
):
    moving(presentation)
    room.start(umbrella, "badge", "welcome")

    presentation.settings = replace(presentation.settings, language="zh")
    window_language.use("zh")
    QApplication.processEvents()

    assert room.offered() == []
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)
    assert room.spoken() == ["我来办老年卡。"]


def test_the_ending_is_not_recorded_twice_by_another_language(
    room: Room,
    keeper: RecordKeeper,
    umbrella: OpenedScenario,
    presentation: Presentation,
    window_language: WindowLanguage,
):
    attempt = room.start(umbrella, "badge", "welcome")
    room.choose("confirm")

    with room.qtbot.assertNotEmitted(keeper.failed), room.qtbot.assertNotEmitted(room.page.refused):
        presentation.settings = replace(presentation.settings, language="zh", text_size=150)
        window_language.use("zh")
        room.qtbot.waitUntil(lambda: room.recorded(attempt).outline.result is not None)
        QApplication.processEvents()
        assert "办好了" in room.words()


def test_nothing_happens_to_a_page_on_which_nothing_is_practised(
    room: Room, presentation: Presentation, window_language: WindowLanguage, umbrella: OpenedScenario
):
    def change() -> None:
        presentation.settings = replace(presentation.settings, language="zh", text_size=200, theme="dark")
        window_language.use("zh")
        QApplication.processEvents()
        presentation.settings = replace(presentation.settings, language="en", text_size=100, theme="paper")
        window_language.use("en")
        QApplication.processEvents()
        for key in ("1", "t", "h", Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
            room.press(key)

    change()
    room.start(umbrella, "badge")
    room.page.stop()
    change()

    assert (room.spoken(), room.offered(), room.page._transcript.isVisible()) == ([], [], False)


# Feedback and inspection


def test_feedback_says_what_was_kept_missed_and_broken(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    room.choose("floor")

    statements = room.rulebook.rulebook.rules
    rows = {
        f"{state}: {statements[rule].statement.to('en')}"
        for state, rule in (("broken", "greet-courtesy-opening"), ("missed", "greet-speak-first"))
    }
    named = {label.accessibleName() for label in room.page._answers.feedback.findChildren(QWidget) if label.isVisible()}
    assert rows <= named
    assert "The first words are a reproach." in room.words()
    room.choose("apologise")
    assert "kept: " + statements["greet-courtesy-opening"].statement.to("en") in {
        label.accessibleName() for label in room.page._answers.feedback.findChildren(QWidget) if label.isVisible()
    }


def test_feedback_can_be_turned_off(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    presentation.settings = replace(presentation.settings, feedback=False)
    room.start(umbrella, "badge")
    room.choose("floor")

    assert room.page._answers.feedback.isHidden()


def test_feedback_folds_where_long_options_need_its_room_and_unfolds_at_a_click(
    room: Room, queue_number: OpenedScenario
):
    room.start(queue_number, "silence")
    room.choose("look")
    column, feedback = room.page._answers, room.page._answers.feedback
    QApplication.processEvents()

    assert feedback.folded
    assert column.verticalScrollBar().maximum() == 0, "all four options are seen at once"
    for card in room.page.cards:
        assert column.viewport().rect().contains(card.mapTo(column.viewport(), card.rect().bottomRight()))

    room.click(feedback._summary)
    room.qtbot.waitUntil(lambda: feedback._because.isVisible() and feedback._because.height() > 0)
    assert not feedback.folded
    assert column.verticalScrollBar().value() == 0
    assert "Looked at first, spoken of after." in room.words()
    room.choose("first")
    assert not feedback.folded, "the ending leaves room for it"


def test_feedback_stays_whole_where_there_is_room(room: Room, umbrella: OpenedScenario):
    room.page.resize(1366, 1000)
    room.start(umbrella, "badge")
    room.choose("welcome")
    QApplication.processEvents()

    assert not room.page._answers.feedback.folded
    assert room.page._answers.verticalScrollBar().maximum() == 0


def test_an_inspection_is_ticked_by_keys_alone(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella)
    assert room.offered() == []

    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge"]
    assert room.spoken() == ARRIVAL


def test_an_inspection_is_ticked_by_clicks(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella)
    badge, pen, done = room.page._answers.inspection.stops

    room.click(pen, QPoint(pen.width() - 4, pen.height() // 2))
    room.click(badge, QPoint(6, badge.height() // 2))
    room.click(done)
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge+pen"]


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
