"""Delivery while the window is open."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QProcess

from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.telling import Telling
from simulator.gui.sending import Sending
from simulator.library.catalogue import Catalogue
from simulator.records.learners import Learners
from simulator.records.outbox import Outbox
from tests.classroom.xapi.fake_store import HANG, KEY, USER, FakeStore
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.gui.conftest import LONG
from tests.practised import Practised

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def fake():
    fake = FakeStore()
    yield fake
    fake.close()


@pytest.fixture
def waiting(record, tmp_path):
    """A record of which one attempt waits to be delivered; gives the ids of its statements."""
    rules = PROJECT / "scenarios" / "rulebook.yaml"
    catalogue = Catalogue([SMALL_SCENARIO.parent], rules, tmp_path / "small")
    cards = [card for card in catalogue.cards() if card.id == "wet-umbrella"]

    def practise(database):
        Outbox(database).want(wanted=True)
        (id,) = Practised(catalogue).record(database, Learners(database).add("王芳"), cards, lambda _: 1.0)
        return [one["id"] for one in Telling(database, (), Manner("en", ""))(id)]

    return record.ask(practise)


@pytest.fixture
def sending(keeper, record, fake):
    store = {"address": fake.address, "user": USER, "key": KEY}
    (record.path.parent / "learning-record-store.json").write_text(json.dumps(store), "utf-8")
    program = (sys.executable, str(PROJECT / "main.py"), "--data-dir", str(record.path.parent))
    sending = Sending(keeper, (*program, "send", "--when-due"), lambda: NOW, between_looks=20)
    yield sending
    sending.stop()


def test_what_waits_is_delivered(sending, waiting, fake, record, qtbot):
    sending.start()
    qtbot.waitUntil(lambda: record.ask(lambda database: Outbox(database).standing().empty), timeout=LONG)
    assert sorted(fake.statements) == sorted(waiting)
    assert fake.requests == 1


def test_after_a_failure_it_waits_for_its_time(sending, waiting, record, keeper, qtbot, fake):
    record.ask(lambda database: Outbox(database).failed("503 busy", NOW + timedelta(minutes=5)))
    looked = []
    sending.start()
    keeper.ask(lambda database: Outbox(database).standing(), looked.append)
    qtbot.waitUntil(lambda: bool(looked), timeout=LONG)
    assert sending._process.state() == QProcess.ProcessState.NotRunning

    record.ask(lambda database: Outbox(database).failed("503 busy", NOW))
    qtbot.waitUntil(lambda: fake.requests == 1, timeout=LONG)


def test_with_nothing_to_deliver_nothing_is_started(sending, record, keeper, qtbot):
    looked = []
    sending.start()
    keeper.ask(lambda database: Outbox(database).standing(), looked.append)
    qtbot.waitUntil(lambda: bool(looked), timeout=LONG)
    sending._look()
    keeper.wait(5)
    assert sending._process.state() == QProcess.ProcessState.NotRunning


def test_answers_that_come_late_start_nothing_twice_and_nothing_after_the_end(sending, waiting, fake, record, qtbot):
    standing = record.ask(lambda database: Outbox(database).standing())
    fake.script = lambda *_: HANG
    sending.start()
    qtbot.waitUntil(lambda: fake.requests == 1, timeout=LONG)
    process = sending._process.processId()
    sending._send_if_due(standing)
    assert sending._process.processId() == process
    sending.stop()
    sending._send_if_due(standing)
    assert sending._process.state() == QProcess.ProcessState.NotRunning


def test_a_window_that_goes_does_not_wait_for_the_store(sending, waiting, fake, record, qtbot):
    fake.script = lambda *_: HANG
    sending.start()
    qtbot.waitUntil(lambda: fake.requests == 1, timeout=LONG)
    sending.stop()
    assert sending._process.state() == QProcess.ProcessState.NotRunning
    assert record.ask(lambda database: len(Outbox(database).waiting(100, 10**6))) == len(waiting)
