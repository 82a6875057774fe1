"""The classroom as a whole: begun, left and taken up again, finished and reported, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from simulator.gui import prompts
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.room import ClassroomRoom
from simulator.gui.lock import DELETION, Lock
from simulator.gui.passcode_dialogs import PasscodeQuestion
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database
from simulator.records.lessons import Lessons
from simulator.records.passcode import Passcode
from tests.conftest import TickingClock
from tests.gui.classroom.conftest import SCENARIO, settled, told
from tests.gui.conftest import LONG, Record


@pytest.fixture
def room(presentation: Presentation, shipped: Catalogue, keeper: RecordKeeper, qtbot: QtBot) -> Iterator[ClassroomRoom]:
    room = ClassroomRoom(presentation, shipped, keeper, lambda: 3)
    qtbot.addWidget(room)
    room.resize(1366, 728)
    room.show()
    open_start(room, qtbot)
    yield room
    room.finish()


def open_start(room: ClassroomRoom, qtbot: QtBot) -> None:
    room.open()
    qtbot.waitUntil(lambda: room.start._list.count() > 0, timeout=LONG)


def begin(room: ClassroomRoom, qtbot: QtBot, group: str = "New clerks", teams: tuple[str, ...] = ()) -> None:
    """Fill in the form and begin."""
    start = room.start
    ids = [card.id for card in start._offer.cards]
    start._list.setCurrentRow(ids.index(SCENARIO.stem))
    start._group.setText(group)
    if teams:
        qtbot.mouseClick(start._teams.segments[1], Qt.MouseButton.LeftButton)
        start._first.setText(teams[0])
        start._second.setText(teams[1])
    qtbot.mouseClick(start._start, Qt.MouseButton.LeftButton)


def led(room: ClassroomRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.leading is not None and room.currentWidget() is room.console, timeout=LONG)


def button(room: ClassroomRoom, words: str):
    return next(one for one in room.start.earlier.buttons if one.text() == words)


def test_a_class_is_begun_from_the_form(room: ClassroomRoom, record: Record, qtbot: QtBot):
    begin(room, qtbot, teams=("Left", "Right"))
    led(room, qtbot)
    assert room.leading.lesson.now.teams == ("Left", "Right")
    assert room.projector.isVisible()
    (outline,) = record.ask(lambda database: Lessons(database).all())
    assert (outline.group, outline.scenario_id, outline.finished) == ("New clerks", "phone-wall", None)


def test_a_class_without_a_name_or_with_equal_teams_is_not_begun(room: ClassroomRoom, qtbot: QtBot):
    begin(room, qtbot, group="  ")
    assert room.start._message.text() == "Name the class or group first."
    assert room.start._group.hasFocus()
    begin(room, qtbot, teams=("Left", "Left"))
    assert room.start._message.text() == "Give the two teams different names."
    assert room.leading is None


def test_with_one_display_there_is_none_to_choose(room: ClassroomRoom):
    assert not room.start.findChild(QComboBox).isVisible()


def test_a_class_that_was_left_is_offered_and_taken_up_as_it_stood(room: ClassroomRoom, qtbot: QtBot):
    begin(room, qtbot)
    led(room, qtbot)
    told(qtbot, room.leading)
    room.leading.do(lambda lesson, at_ms: lesson.count_hands(lesson.choices[0].id, 9, at_ms))
    settled(qtbot, room.leading)
    before = room.leading.lesson
    room.console.closed.emit()
    qtbot.waitUntil(lambda: bool(room.start.earlier.buttons), timeout=LONG)
    assert not room.projector.isVisible()
    qtbot.mouseClick(button(room, "Take up again"), Qt.MouseButton.LeftButton)
    led(room, qtbot)
    assert room.leading.lesson == before
    assert room.console.steps.message.text() == ""


def test_a_finished_class_is_reported_and_saved(
    room: ClassroomRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begin(room, qtbot)
    led(room, qtbot)
    room.leading.do(lambda lesson, at_ms: lesson.remark("Talk about the chair.", at_ms))
    settled(qtbot, room.leading)
    monkeypatch.setattr(prompts, "confirm", lambda *_: True)
    qtbot.mouseClick(room.console._end, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.currentWidget() is room.closing, timeout=LONG)
    assert room.closing._group.text() == "New clerks · The Phone Wall"
    assert room.closing._remarks.text() == "1. Talk about the chair."
    for saver, name, magic in (
        (room.closing._pdf, "report.pdf", b"%PDF"),
        (room.closing._workbook, "report", b"PK"),
    ):
        monkeypatch.setattr(prompts, "save_path", lambda *_, name=name: tmp_path / name)
        qtbot.mouseClick(saver, Qt.MouseButton.LeftButton)
        written = tmp_path / (name if "." in name else f"{name}.xlsx")
        qtbot.waitUntil(lambda written=written: str(written) in room.closing._saved.text(), timeout=LONG)
        assert written.read_bytes().startswith(magic)
    room.closing.closed.emit()
    qtbot.waitUntil(lambda: bool(room.start.earlier.buttons), timeout=LONG)
    assert [one.text() for one in room.start.earlier.buttons] == ["Report", "Delete"]


def test_a_report_that_cannot_be_saved_says_so(
    room: ClassroomRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begin(room, qtbot)
    led(room, qtbot)
    room.console.finish_requested.emit()
    qtbot.waitUntil(lambda: room.currentWidget() is room.closing, timeout=LONG)
    (tmp_path / "file").write_text("")
    told: list[str] = []
    monkeypatch.setattr(prompts, "save_path", lambda *_: tmp_path / "file" / "report.pdf")
    monkeypatch.setattr(prompts, "tell", lambda _, sentence, language: told.append(sentence.to(language)))
    qtbot.mouseClick(room.closing._pdf, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "was not saved" in told[0]


def test_a_class_is_deleted_after_a_question(room: ClassroomRoom, record: Record, qtbot: QtBot, monkeypatch):
    begin(room, qtbot)
    led(room, qtbot)
    room.console.closed.emit()
    qtbot.waitUntil(lambda: bool(room.start.earlier.buttons), timeout=LONG)
    answers = iter((False, True))
    monkeypatch.setattr(prompts, "confirm", lambda *_: next(answers))

    def kept() -> int:
        return record.ask(lambda database: len(Lessons(database).all()))

    qtbot.mouseClick(button(room, "Delete"), Qt.MouseButton.LeftButton)
    assert kept() == 1
    qtbot.mouseClick(button(room, "Delete"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.start.earlier.buttons, timeout=LONG)
    assert kept() == 0


def test_where_deletion_is_locked_the_passcode_is_asked_for_first(
    room: ClassroomRoom, presentation: Presentation, tmp_path: Path, qtbot: QtBot
):
    begin(room, qtbot)
    led(room, qtbot)
    room.console.closed.emit()
    qtbot.waitUntil(lambda: bool(room.start.earlier.buttons), timeout=LONG)
    Passcode(tmp_path / "passcode.json", TickingClock()).set("window-8", frozenset((DELETION,)))
    room._lock = Lock(presentation, tmp_path / "passcode.json", TickingClock())

    qtbot.mouseClick(button(room, "Delete"), Qt.MouseButton.LeftButton)
    assert len(room.findChildren(PasscodeQuestion)) == 1


def test_a_class_goes_on_with_the_text_that_it_began_with(
    presentation: Presentation,
    keeper: RecordKeeper,
    tmp_path: Path,
    qtbot: QtBot,
    make_room: Callable[..., ClassroomRoom],
):
    folder = tmp_path / "scenarios"
    folder.mkdir()
    file = folder / SCENARIO.name
    file.write_text(SCENARIO.read_text("utf-8"), "utf-8")
    room = make_room(folder)
    begin(room, qtbot)
    led(room, qtbot)
    room.console.closed.emit()
    file.write_text(file.read_text("utf-8").replace("pass_mark: 60", "pass_mark: 70"), "utf-8")
    qtbot.waitUntil(lambda: bool(room.start.earlier.buttons), timeout=LONG)
    qtbot.mouseClick(button(room, "Take up again"), Qt.MouseButton.LeftButton)
    led(room, qtbot)
    assert room.leading.lesson.material.scenario.pass_mark == 60
    assert "goes on with the text that it began with" in room.console.steps.message.text()


@pytest.fixture
def make_room(
    presentation: Presentation, keeper: RecordKeeper, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[Path], ClassroomRoom]]:
    rooms: list[ClassroomRoom] = []

    def made(folder: Path) -> ClassroomRoom:
        rulebook = SCENARIO.parent.parent / "rulebook.yaml"
        room = ClassroomRoom(presentation, Catalogue([folder], rulebook, tmp_path / "cache"), keeper, lambda: 3)
        rooms.append(room)
        qtbot.addWidget(room)
        room.resize(1366, 728)
        room.show()
        open_start(room, qtbot)
        return room

    yield made
    for room in rooms:
        room.finish()


def test_nothing_of_a_class_gets_into_a_learners_record(room: ClassroomRoom, record: Record, qtbot: QtBot):
    tables = ("learners", "attempts", "turns")

    def rows(database: Database) -> list[int]:
        return [database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables]  # noqa: S608 - our own names

    before = record.ask(rows)
    begin(room, qtbot)
    led(room, qtbot)
    for _ in range(12):
        if room.leading.lesson.coming.act == "choose":
            room.leading.do(lambda lesson, at_ms: lesson.follow(lesson.choices[0].id, at_ms))
        room.leading.advance()
        settled(qtbot, room.leading)
    assert record.ask(rows) == before
