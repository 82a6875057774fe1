"""What the save menu hands on beside reports: attempts for the organisation."""

from __future__ import annotations

import json

import pytest

from simulator.classroom.xapi.statements import Manner
from simulator.gui import prompts
from simulator.gui.background import Background
from simulator.gui.organisation import Organisation
from simulator.gui.progress.picture import draw_up, read_past, read_shelf
from simulator.gui.progress.saving import SaveMenu
from tests.classroom.xapi.checker import faults
from tests.gui.conftest import LONG

ENTRY = "Attempts for a learning record store…"


@pytest.fixture
def offered(presentation, keeper, record, shipped, learner, qtbot):
    """The menu, telling what the learner has done until now."""
    background = Background("progress")
    menu = SaveMenu(presentation, keeper, background, Organisation(lambda language: Manner(language, "1")))
    qtbot.addWidget(menu)

    def offer() -> SaveMenu:
        menu.tell(draw_up(read_shelf(shipped), record.ask(lambda database: read_past(database, learner))))
        return menu

    yield offer
    background.finish()


@pytest.fixture
def choose(offered, tmp_path, monkeypatch):
    path = tmp_path / "statements.json"
    monkeypatch.setattr(prompts, "save_path", lambda *_: path)

    def chosen():
        next(one for one in offered().menu().actions() if one.text() == ENTRY).trigger()
        return path

    return chosen


def test_finished_attempts_are_saved_as_statements_that_name_nobody(choose, offered, practise, learner, qtbot):
    practise("phone-wall", "phone-wall")
    menu = offered()
    with qtbot.waitSignal(menu.saved, timeout=LONG):
        path = choose()
    told = json.loads(path.read_text("utf-8"))
    assert len({one["context"]["registration"] for one in told}) == 2
    assert [fault for one in told for fault in faults(one)] == []
    assert {one["context"]["platform"] for one in told} == {"Counter Practice 1"}
    assert told[0]["context"]["contextActivities"]["grouping"][0]["definition"]["type"].endswith("/course")
    assert learner.name not in path.read_text("utf-8")


def test_without_a_finished_attempt_nothing_is_written_and_that_is_told(choose, offered, qtbot):
    menu = offered()
    with qtbot.waitSignal(menu.failed, timeout=LONG) as told:
        path = choose()
    assert told.args[0].sentence.to("en").startswith("No finished attempt is among these")
    assert not path.exists()


def test_attempts_that_had_to_be_left_out_are_told(choose, offered, practise, record, qtbot):
    lost, _ = practise("phone-wall", "phone-wall")
    menu = offered()

    def spoil(database):
        with database.writing() as connection:
            connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ?", (lost,))

    record.ask(spoil)
    with qtbot.waitSignals([menu.failed, menu.saved], timeout=LONG):
        path = choose()
    assert len({one["context"]["registration"] for one in json.loads(path.read_text("utf-8"))}) == 1


def test_it_is_offered_only_where_it_is_known_how_statements_speak(presentation, keeper, offered, qtbot):
    assert ENTRY in [one.text() for one in offered().menu().actions()]
    bare = SaveMenu(presentation, keeper, Background("progress"))
    qtbot.addWidget(bare)
    bare.tell(offered()._picture)
    assert ENTRY not in [one.text() for one in bare.menu().actions()]
