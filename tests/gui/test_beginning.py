"""Sitting down to practise: begun anew, taken up where it stopped, and on the text that it began with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.domain.transcript import answer_word
from simulator.errors import ScenarioError
from simulator.gui.beginning import Beginning
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.sitting import Sitting
from simulator.library.catalogue import Card, Catalogue
from simulator.records.attempts import Attempts
from simulator.records.learners import Learners
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.gui.conftest import LONG, Record

SEED = 7


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    shutil.copy(SMALL_SCENARIO, folder)
    return folder / SMALL_SCENARIO.name


@pytest.fixture
def catalogue(scenarios: Path, tmp_path: Path) -> Catalogue:
    return Catalogue([scenarios.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")


@pytest.fixture
def card(catalogue: Catalogue) -> Card:
    (card,) = catalogue.cards()
    return card


@pytest.fixture
def learner(record: Record) -> int:
    return record.ask(lambda database: Learners(database).add("Wen")).id


@pytest.fixture
def beginning(catalogue: Catalogue, keeper: RecordKeeper) -> Beginning:
    return Beginning(catalogue, keeper, lambda: SEED)


def made_ready(beginning: Beginning, qtbot: QtBot, ask) -> Sitting:
    with qtbot.waitSignal(beginning.ready, timeout=LONG) as ready:
        ask()
    (sitting,) = ready.args
    return sitting


def test_an_attempt_that_begins_is_on_the_disk_when_it_is_ready(beginning, card, learner, record, qtbot):
    sitting = made_ready(beginning, qtbot, lambda: beginning.begin(learner, card))

    attempt = record.ask(lambda database: Attempts(database).load(sitting.attempt_id))
    assert (attempt.learner_id, attempt.outline.scenario_id, attempt.outline.seed) == (learner, card.id, SEED)
    assert (sitting.learner_id, sitting.encounter.seed, sitting.older_text) == (learner, SEED, False)
    assert sitting.encounter.transcript().turns == ()


def test_one_that_was_left_goes_on_where_it_stopped(beginning, card, learner, record, qtbot):
    left = made_ready(beginning, qtbot, lambda: beginning.begin(learner, card)).attempt_id
    record.ask(lambda database: Attempts(database).record_turn(left, 1, "mirror", "badge", 900))

    sitting = made_ready(beginning, qtbot, lambda: beginning.resume(left))

    assert [answer_word(turn.answer) for turn in sitting.encounter.transcript().turns] == ["badge"]
    assert (sitting.attempt_id, sitting.learner_id, sitting.older_text) == (left, learner, False)


def test_after_an_edit_of_the_file_it_goes_on_with_the_older_text_and_says_so(
    beginning, card, learner, scenarios, qtbot
):
    left = made_ready(beginning, qtbot, lambda: beginning.begin(learner, card))
    text = scenarios.read_text("utf-8")
    scenarios.write_text(text.replace("mood: 40", "mood: 41"), "utf-8")

    sitting = made_ready(beginning, qtbot, lambda: beginning.resume(left.attempt_id))

    assert sitting.older_text
    assert sitting.encounter.scenario == left.encounter.scenario


def test_a_file_that_broke_meanwhile_is_refused_and_nothing_is_recorded(beginning, card, learner, scenarios, record):
    scenarios.write_text("format: 1\nid: [", "utf-8")

    with pytest.raises(ScenarioError):
        beginning.begin(learner, card)
    assert record.ask(lambda database: Attempts(database).unfinished(learner)) == []
