"""Say it first: the learner's own sentence before the options show, kept beside the turn and never scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from simulator.domain.modes import Mode
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import OpenedScenario
from simulator.records.branches import Branches
from simulator.records.own_words import OwnWords
from tests.gui.conftest import LONG, Lock
from tests.gui.practice.conftest import Room

SENTENCE = "您好，伞放这边就行。"
OPTIONS = 2
LOOKED_AT = "Your sentence"


@pytest.fixture(autouse=True)
def say_first(presentation: Presentation) -> None:
    presentation.settings = replace(presentation.settings, say_first=True)


def compose(words: str) -> None:
    """Write as a Chinese input method does, where the focus is."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def said(room: Room, attempt: int) -> dict[int, str]:
    return dict(room.record.ask(lambda database: OwnWords(database).of_attempt(attempt)))


def say(room: Room, words: str) -> None:
    compose(words)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bool(room.page.cards), timeout=LONG)


def asked(room: Room) -> bool:
    return room.page._answers.asking is not None


def test_the_sentence_is_asked_for_before_the_options_and_is_on_the_disk_when_they_show(
    room: Room, umbrella: OpenedScenario
):
    attempt = room.start(umbrella, "badge")
    assert (asked(room), room.page.cards) == (True, [])
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    assert QApplication.focusWidget().accessibleName() == "What would you say?"

    say(room, SENTENCE)
    assert said(room, attempt) == {2: SENTENCE}
    assert not asked(room)
    assert len(room.page.cards) == OPTIONS
    words = room.words()
    assert SENTENCE in words
    assert "You would say; it is kept and never scored" in words

    room.choose("welcome")
    assert SENTENCE not in room.words()
    assert room.answers(attempt) == ["badge", "welcome"]


def test_remarks_stand_beside_the_options_and_no_verdict(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    say(room, "喂！干什么的？")
    assert [words for words in room.words() if "must not be said" in words]
    assert [words for words in room.words() if words.startswith("The program cannot judge a free sentence")]


def test_whoever_wants_sees_the_options_without_saying_anything(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    room.click(room.page._answers.asking.pass_over)
    assert len(room.page.cards) == OPTIONS
    assert said(room, attempt) == {}
    room.page._presentation.settings = replace(room.page._presentation.settings, text_size=150)
    assert not asked(room)
    room.choose("welcome")
    assert asked(room), "the next turn is another one"


def test_what_is_not_spoken_is_not_said_first(room: Room, umbrella: OpenedScenario):
    room.start(umbrella)
    assert room.page._answers.inspection is not None
    assert not asked(room)


def test_an_exam_asks_for_nothing(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", mode=Mode.EXAM)
    assert not asked(room)
    assert len(room.page.cards) == OPTIONS


def test_without_the_setting_nothing_is_asked(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    presentation.settings = replace(presentation.settings, say_first=False)
    room.start(umbrella, "badge")
    assert not asked(room)


def test_whoever_left_finds_the_sentence_beside_the_options(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    say(room, SENTENCE)
    room.page.stop()
    room.resume(attempt)
    room.settle()
    assert not asked(room)
    assert SENTENCE in room.words()
    assert len(room.page.cards) == OPTIONS


def test_a_branch_asks_for_nothing_and_the_first_pass_goes_on_asking(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    say(room, SENTENCE)
    room.choose("floor")
    room.page._step_back(2)
    room.qtbot.waitUntil(lambda: room.page._practice.branch == 2 and room.page.settled, timeout=LONG)
    assert not asked(room)
    assert SENTENCE not in room.words()
    room.choose("welcome")
    assert not asked(room)

    room.press("r")
    room.qtbot.waitUntil(lambda: room.page._practice.branch is None and room.page.settled, timeout=LONG)
    say(room, "对不起，我没说好。")
    assert said(room, attempt) == {2: SENTENCE, 3: "对不起，我没说好。"}
    assert room.record.ask(lambda database: len(Branches(database).of_attempt(attempt))) == 1


def test_the_keys_of_the_page_are_letters_in_the_box(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    box = room.page._answers.asking.sentence
    for key in (Qt.Key.Key_Backspace, "h", "t", "r", "1", " ", Qt.Key.Key_Up, Qt.Key.Key_Down):
        room.press(key)
    assert box.toPlainText() == "htr1 "
    assert box.hasFocus()
    assert room.page._hint_text.isHidden()
    assert room.page._transcript.isHidden()
    assert room.answers(attempt) == ["badge"]
    assert room.page._practice.branch is None


def test_another_language_and_type_keep_what_was_written(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, window_language: WindowLanguage
):
    room.start(umbrella, "badge")
    compose("您好，")
    window_language.use("zh")
    presentation.settings = replace(presentation.settings, language="zh", text_size=200)
    box = room.page._answers.asking.sentence
    assert (box.toPlainText(), box.hasFocus()) == ("您好，", True)
    assert "您会怎么说？" in room.words()
    compose("请坐。")
    assert box.toPlainText() == "您好，请坐。"


def test_the_transcript_gives_the_box_its_focus_back(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    compose("您好")
    room.click(room.page._show_transcript)
    assert not room.page._answers.asking.sentence.hasFocus()
    room.press(Qt.Key.Key_Escape)
    assert room.page._answers.asking.sentence.hasFocus()


def test_the_time_runs_when_the_options_show(room: Room, queue_number: OpenedScenario):
    room.start(queue_number)
    assert asked(room)
    assert not room.page._timer.isVisible()
    say(room, SENTENCE)
    assert room.page._timer.isVisible()


def test_a_sentence_that_the_record_refuses_stays_in_the_box(
    room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]
):
    attempt = room.start(umbrella, "badge")
    compose(SENTENCE)
    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.press(Qt.Key.Key_Return)
    disk.let_go()
    assert room.page._answers.asking.sentence.toPlainText() == SENTENCE
    assert said(room, attempt) == {}
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bool(room.page.cards), timeout=LONG)
    assert said(room, attempt) == {2: SENTENCE}


def test_more_than_is_kept_cannot_be_pasted(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    QApplication.clipboard().setText("好" * 5000)
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+V")
    assert room.page._answers.asking.sentence.toPlainText() == "好" * 1000


def test_where_the_options_need_its_room_the_sentence_folds_until_it_is_unfolded(
    room: Room, umbrella: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, text_size=200)
    room.page.resize(960, 600)
    room.start(umbrella, "badge")
    say(room, "喂！干什么的？")
    card = room.page._answers._own_words
    assert card.folded
    button = next(one for one in card.findChildren(QAbstractButton) if one.isVisible())
    assert button.accessibleName().startswith(LOOKED_AT)
    room.click(button)
    assert not card.folded
