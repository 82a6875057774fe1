"""The record as the window asks it."""

from __future__ import annotations

import threading
from contextlib import closing

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.errors import UserError
from simulator.gui.bridges import RecordKeeper
from simulator.i18n import say
from simulator.records.database import Database
from simulator.records.learners import Learners
from tests.gui.conftest import Record


def test_the_record_is_opened_once_and_used_on_one_thread(record: Record, qtbot: QtBot):
    opened: list[int] = []

    def open_record() -> Database:
        opened.append(threading.get_ident())
        return record.open()

    keeper = RecordKeeper(open_record)
    assert opened == [], "nothing is opened before it is needed"
    used: list[int] = []
    names: list[list[str]] = []
    keeper.ask(lambda database: Learners(database).add("Wen"))
    keeper.ask(lambda _: used.append(threading.get_ident()))
    keeper.ask(lambda database: [learner.name for learner in Learners(database).all()], names.append)
    qtbot.waitUntil(lambda: bool(names))
    keeper.finish()

    assert names == [["Wen"]]
    assert used == opened != [threading.get_ident()]


def test_what_was_asked_just_before_the_window_closed_is_on_the_disk(record: Record, qapp: QApplication):
    keeper = RecordKeeper(record.open)
    for number in range(30):
        keeper.ask(lambda database, number=number: Learners(database).add(f"Wen {number}"))
    keeper.finish()

    with closing(record.open()) as database:
        assert len(Learners(database).all()) == 30
    assert not record.path.with_name("record.db-wal").exists(), "the record was closed, not left open"


def test_a_keeper_that_was_never_asked_has_nothing_to_close(record: Record, qapp: QApplication):
    keeper = RecordKeeper(record.open)
    keeper.finish()
    assert not record.path.exists()


def test_a_record_that_cannot_be_opened_is_told_and_tried_again(record: Record, qtbot: QtBot):
    tries = []

    def open_record() -> Database:
        tries.append(1)
        if len(tries) == 1:
            raise UserError(say("打不开。", "It cannot be opened."))
        return record.open()

    keeper = RecordKeeper(open_record)
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.ask(lambda database: Learners(database).all())
    assert isinstance(told.args[0], UserError)
    answered: list[object] = []
    keeper.ask(lambda database: Learners(database).all(), answered.append)
    qtbot.waitUntil(lambda: answered == [[]])
    keeper.finish()
