"""Questions and messages to the person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from simulator.errors import Diagnostic
from simulator.gui import prompts
from simulator.i18n import say
from simulator.library.scenario_file import read_scenario_file
from tests.gui.conftest import LONG

SENTENCE = say("记录写不进去。<b>请</b>再试一次。", "The record cannot be written. <b>Try</b> again.")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def answer(qtbot: QtBot) -> Callable[..., list[QMessageBox]]:
    """Does something with the next box as soon as it is open, and gives the boxes that were seen."""

    def prepare(act: Callable[[QMessageBox], None]) -> list[QMessageBox]:
        seen: list[QMessageBox] = []

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                timer.stop()
                seen.append(box)
                act(box)

        timer = QTimer(QApplication.instance())
        timer.setInterval(10)
        timer.timeout.connect(look)
        timer.start()
        QTimer.singleShot(LONG, timer, timer.stop)
        return seen

    return prepare


def press(key: Qt.Key, qtbot: QtBot) -> Callable[[QMessageBox], None]:
    return lambda box: qtbot.keyClick(box, key)


def test_a_sentence_is_told_as_plain_words_in_the_language_of_the_moment(
    parent: QWidget, answer: Callable[..., list[QMessageBox]], qtbot: QtBot
):
    read: list[tuple[str, str, Qt.TextFormat]] = []

    def look(box: QMessageBox) -> None:
        read.append((box.windowTitle(), box.text(), box.textFormat()))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    for language in ("zh", "en"):
        answer(look)
        prompts.tell(parent, SENTENCE, language)

    assert read == [
        ("Counter Practice", SENTENCE.to("zh"), Qt.TextFormat.PlainText),
        ("Counter Practice", SENTENCE.to("en"), Qt.TextFormat.PlainText),
    ]


def test_problems_of_a_file_are_told_with_their_place_and_how_to_mend_them(
    parent: QWidget, tmp_path: Path, answer: Callable[..., list[QMessageBox]], qtbot: QtBot
):
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\nid: broken\ntitel: Broken\n" + "".join(f"extra{n}: 1\n" for n in range(12)), "utf-8")
    found: tuple[Diagnostic, ...] = tuple(read_scenario_file(path, {}).diagnostics)
    read: list[tuple[str, str]] = []

    def look(box: QMessageBox) -> None:
        read.append((box.text(), box.informativeText()))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    answer(look)
    prompts.tell_diagnostics(parent, "Broken", found, "en")

    ((title, problems),) = read
    assert title == "“Broken” cannot be practised until its file is mended."
    first = found[0]
    assert problems.split("\n\n")[0] == (
        f"{first.line}:{first.column}  {first.code}  {first.message.to('en')} {first.mend.to('en')}"
    )
    assert len(found) > 8
    assert problems.split("\n\n")[8:] == [f"… and {len(found) - 8} more."]


@pytest.mark.parametrize(
    ("key", "agreed"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False), (Qt.Key.Key_Space, False)]
)
def test_whoever_does_not_look_chooses_the_safe_answer(
    parent: QWidget, answer: Callable[..., list[QMessageBox]], qtbot: QtBot, key: Qt.Key, agreed: bool
):
    seen = answer(lambda box: qtbot.keyClick(box.focusWidget() or box, key))
    assert prompts.confirm(parent, "Begin anew?", "Begin anew", "Keep it") is agreed
    assert len(seen) == 1


def test_agreeing_is_a_press_on_its_verb(parent: QWidget, answer: Callable[..., list[QMessageBox]], qtbot: QtBot):
    def agree(box: QMessageBox) -> None:
        (button,) = (button for button in box.buttons() if button.text() == "Begin anew")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    answer(agree)
    assert prompts.confirm(parent, "Begin anew?", "Begin anew", "Keep it") is True
