"""What is said on the practice page, and all of it in another language or type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import OpenedScenario
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import ARRIVAL, WELCOMED, Room, moving

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
    QApplication.sendPostedEvents()  # and no timer, by which the line could come to its end first

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
