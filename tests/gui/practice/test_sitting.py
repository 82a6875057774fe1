"""An attempt whose every turn is durable before it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from simulator.domain.encounter import Encounter
from simulator.errors import BugError, UserError
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.sitting import Practice, Sitting
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from simulator.records.attempts import Attempts
from simulator.records.database import Database
from simulator.records.learners import Learners
from simulator.records.progress import Progress, RuleCount
from tests.gui.conftest import LONG, Lock, Record


def begin(record: Record, opened: OpenedScenario, rulebook: OpenedRulebook) -> int:
    def work(database: Database) -> int:
        learner = Learners(database).add("Wen")
        texts = (opened.hash, opened.text, rulebook.hash, rulebook.text)
        return Attempts(database).begin(learner.id, opened.scenario.id, *texts, 1, "learn")

    return record.ask(work)


def sit_down(record: Record, keeper: RecordKeeper, opened: OpenedScenario, rulebook: OpenedRulebook) -> Practice:
    attempt = begin(record, opened, rulebook)
    return Practice(Sitting(attempt, 1, Encounter(opened.scenario, 1), rulebook.rulebook), keeper)


def recorded(record: Record, practice: Practice) -> list[str]:
    attempt = record.ask(lambda database: Attempts(database).load(practice.sitting.attempt_id))
    return [turn.answer for turn in attempt.turns]


def test_a_turn_is_on_the_disk_when_it_is_told(
    record: Record, keeper: RecordKeeper, umbrella: OpenedScenario, rulebook: OpenedRulebook, qtbot: QtBot
):
    practice = sit_down(record, keeper, umbrella, rulebook)
    seen: list[tuple[list[str], str]] = []
    practice.turned.connect(lambda *_: seen.append((recorded(record, practice), practice.encounter.state.scene)))

    with qtbot.waitSignal(practice.turned) as told:
        practice.answer(("badge",), 1200)
    turn, judgement = told.args
    assert (turn.answer, judgement.kept) == (("badge",), ("image-uniform-badge",))
    with qtbot.waitSignal(practice.turned):
        practice.answer("welcome", 800)

    assert seen == [(["badge"], "arrival"), (["badge", "welcome"], "business")]


def test_until_then_the_encounter_stands_where_it_stood(
    record: Record,
    patient_keeper: RecordKeeper,
    lock: Callable[[], Lock],
    umbrella: OpenedScenario,
    rulebook: OpenedRulebook,
    qtbot: QtBot,
):
    practice = sit_down(record, patient_keeper, umbrella, rulebook)
    before = practice.encounter.save()
    disk = lock()

    practice.answer(("badge",), 1)
    practice.answer((), 1)  # ignored: the turn before is on its way
    assert practice.waiting
    assert practice.encounter.save() == before
    with qtbot.waitSignal(practice.turned, timeout=LONG):
        disk.let_go()

    assert not practice.waiting
    assert recorded(record, practice) == ["badge"]
    assert practice.encounter.state.scene == "arrival"


def test_a_refused_turn_changes_nothing_and_can_be_given_again(
    record: Record,
    keeper: RecordKeeper,
    lock: Callable[[], Lock],
    umbrella: OpenedScenario,
    rulebook: OpenedRulebook,
    qtbot: QtBot,
):
    practice = sit_down(record, keeper, umbrella, rulebook)
    before = practice.encounter.save()
    disk = lock()
    with qtbot.waitSignal(practice.refused, timeout=LONG) as told:
        practice.answer(("badge",), 1)
    disk.let_go()

    assert isinstance(told.args[0], UserError)
    assert (practice.encounter.save(), practice.waiting, recorded(record, practice)) == (before, False, [])
    with qtbot.waitSignal(practice.turned):
        practice.answer(("badge",), 1)
    assert recorded(record, practice) == ["badge"]


def test_two_windows_at_one_attempt_do_not_mix_their_turns(
    record: Record, keeper: RecordKeeper, umbrella: OpenedScenario, rulebook: OpenedRulebook, qtbot: QtBot
):
    practice = sit_down(record, keeper, umbrella, rulebook)
    other = Practice(
        Sitting(practice.sitting.attempt_id, 1, Encounter(umbrella.scenario, 1), rulebook.rulebook), keeper
    )
    with qtbot.waitSignal(practice.turned):
        practice.answer(("badge",), 1)
    with qtbot.waitSignal(other.refused) as told:
        other.answer(("pen",), 1)

    assert isinstance(told.args[0], BugError)
    assert recorded(record, practice) == ["badge"]
    assert other.encounter.state.scene == "mirror"


def test_the_result_is_recorded_once(
    record: Record, keeper: RecordKeeper, umbrella: OpenedScenario, rulebook: OpenedRulebook, qtbot: QtBot
):
    practice = sit_down(record, keeper, umbrella, rulebook)
    practice.finish()
    assert not practice.waiting, "an encounter that goes on has no result"
    for answer in (("badge",), "welcome", "confirm"):
        with qtbot.waitSignal(practice.turned):
            practice.answer(answer, 1)
    told, refused = QSignalSpy(practice.finished), QSignalSpy(practice.refused)

    with qtbot.waitSignal(practice.finished):
        practice.finish()
        practice.finish()
    practice.answer("confirm", 1)

    assert (told.count(), refused.count(), practice.waiting) == (1, 0, False)
    outline = record.ask(lambda database: Attempts(database).load(practice.sitting.attempt_id)).outline
    assert (outline.result.ending, outline.turns) == ("done", 3)


def test_what_the_attempt_did_to_the_rules_is_counted_with_its_result(
    record: Record, keeper: RecordKeeper, umbrella: OpenedScenario, rulebook: OpenedRulebook, qtbot: QtBot
):
    practice = sit_down(record, keeper, umbrella, rulebook)
    for answer in (("badge",), "welcome", "call-taxi"):
        with qtbot.waitSignal(practice.turned, timeout=LONG):
            practice.answer(answer, 900)
    with qtbot.waitSignal(practice.finished, timeout=LONG):
        practice.finish()
    assert record.ask(lambda database: Progress(database).uncounted(1)) == 0
    assert record.ask(lambda database: Progress(database).rules(1))["greet-speak-first"] == RuleCount(1, 0, 0, 1)
