"""The rulebook page: every rule, found, read, and told how the learner does on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton

from simulator.domain.encounter import play
from simulator.domain.scoring import Level, Tally
from simulator.gui.rulebook.page import RulebookPage, shelve
from simulator.gui.rulebook.rule_list import RuleList
from simulator.gui.rulebook.rule_sheet import EncounterLink, RuleSheet
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts, Result
from simulator.records.learners import Learners
from simulator.records.progress import Progress
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.gui.conftest import LONG

GOOD = ("badge", "welcome", "call-taxi")


@pytest.fixture
def small(tmp_path) -> Catalogue:
    """One scenario, scored by the shipped rulebook."""
    return Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")


@pytest.fixture
def learner(record):
    return record.ask(lambda database: Learners(database).add("Wang Fang"))


@pytest.fixture
def finish(record, learner, small) -> Callable[..., int]:
    """Record a whole attempt, with what it did to the rules or left to be counted later."""

    def finished(counted: dict[str, Tally] | None = None) -> int:
        opened, rules = small.open(SMALL_SCENARIO), small.rulebook()

        def work(database):
            attempts = Attempts(database)
            attempt = attempts.begin(
                learner.id, opened.scenario.id, opened.hash, opened.text, rules.hash, rules.text, 7, "learn"
            )
            turns = play(opened.scenario, GOOD, 7).transcript().turns
            for number, (turn, word) in enumerate(zip(turns, GOOD, strict=True), start=1):
                attempts.record_turn(attempt, number, turn.before.scene, word, 900)
            attempts.finish(attempt, Result("moved", 100, Level.MOVING, 5, passed=True))
            if counted is not None:
                Progress(database).count(attempt, counted)
            return attempt

        return record.ask(work)

    return finished


@pytest.fixture
def page(presentation, small, keeper, learner, qtbot) -> Iterator[RulebookPage]:
    page = RulebookPage(presentation, small, keeper)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    yield page
    page.finish()


def come_up(page, learner, qtbot):
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: bool(page._shelved) and page._counted, timeout=LONG)


def listed(page) -> list[str]:
    model = page.findChild(RuleList).rules
    rules = (model.rule_at(row) for row in range(model.rowCount()))
    return [rule.id for rule in rules if rule is not None]


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(page, text: str) -> None:
    (found,) = [one for one in page.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    found.click()


def choose(page, rule_id: str) -> None:
    page.findChild(RuleList).choose(rule_id)


def test_every_rule_is_listed_by_stage_and_the_first_is_read(page, learner, small, qtbot):
    come_up(page, learner, qtbot)
    rules = small.rulebook().rulebook.rules
    assert listed(page) == sorted(rules, key=lambda id: list(type(rules[id].stage)).index(rules[id].stage))
    first = rules[listed(page)[0]]
    for text in (first.statement, first.why, first.source):
        assert text.to("en") in words(page)
    assert "Image  ·  Major  ·  Basic service" in words(page)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("一次性告知", "serve-one-time-notice"),
        ("Tell everything at ONCE", "serve-one-time-notice"),
        ("bonus moving", "farewell-personal-wish"),
    ],
)
def test_a_search_finds_a_rule_in_either_language(page, learner, qtbot, typed, found):
    come_up(page, learner, qtbot)
    page.findChild(QLineEdit).setText(typed)
    assert found in listed(page)
    assert len(listed(page)) < 10


def test_a_stage_sifts_the_rules_and_what_finds_nothing_says_how_to_go_on(page, learner, qtbot):
    come_up(page, learner, qtbot)
    everything = len(listed(page))
    press(page, "Farewell")
    assert {id.split("-")[0] for id in listed(page)} == {"farewell"}
    page.findChild(QLineEdit).setText("no rule says this")
    assert listed(page) == []
    press(page, "Show all rules")
    assert len(listed(page)) == everything


def test_how_the_learner_does_is_told_in_shapes_and_numbers(page, learner, finish, qtbot):
    finish({"greet-speak-first": Tally(2, 1, 0), "serve-confirm-need": Tally(0, 0, 1)})
    finish({"greet-speak-first": Tally(1, 0, 0)})
    come_up(page, learner, qtbot)
    model = page.findChild(RuleList).rules
    rule = page._shelved["greet-speak-first"].rule
    assert model.count_words(rule) == "Kept 3, missed 0, broken 1"
    choose(page, "greet-speak-first")
    assert "At stake in 2 attempts of yours." in words(page)
    assert [tally.accessibleName() for tally in page.findChild(RuleSheet)._tallies] == [
        "Kept 3",
        "Missed 0",
        "Broken 1",
    ]
    choose(page, "complaint-listen-full")
    assert "Not met yet in an attempt that you finished." in words(page)


def test_what_was_broken_can_be_looked_at_alone(page, learner, finish, qtbot):
    finish({"greet-speak-first": Tally(0, 1, 0), "serve-confirm-need": Tally(0, 0, 1)})
    come_up(page, learner, qtbot)
    press(page, "I broke it")
    assert listed(page) == ["greet-speak-first"]


def test_where_nothing_was_broken_that_is_not_praised(page, learner, finish, qtbot):
    finish({"greet-speak-first": Tally(1, 0, 0)})
    come_up(page, learner, qtbot)
    press(page, "I broke it")
    assert listed(page) == []
    assert "That says nothing yet about rules that you have not met." in words(page)


def test_older_attempts_are_counted_when_the_page_comes_up(page, learner, finish, qtbot, monkeypatch):
    monkeypatch.setattr("simulator.gui.rulebook.page._AT_A_TIME", 1)
    for _ in range(3):
        finish()
    come_up(page, learner, qtbot)
    model = page.findChild(RuleList).rules
    rule = page._shelved["greet-speak-first"].rule
    qtbot.waitUntil(lambda: model.count_words(rule) == "Kept 3, missed 0, broken 0", timeout=LONG)


def test_a_rule_leads_to_the_encounters_that_practise_it(page, learner, qtbot):
    come_up(page, learner, qtbot)
    choose(page, "greet-speak-first")
    (link,) = page.findChild(RuleSheet).links
    with qtbot.waitSignal(page.encounter_requested) as asked:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert asked.args == [SMALL_SCENARIO.stem]
    choose(page, "complaint-filmed-composure")
    assert not any(one.isVisible() for one in page.findChildren(EncounterLink))
    assert "No encounter in the library asks for it." in words(page)


def test_every_shipped_rule_knows_where_it_is_practised(shipped):
    assert [one.rule.id for one in shelve(shipped) if len(one.cards) < 2] == []


def test_it_can_be_gone_through_by_keyboard(page, learner, qtbot):
    come_up(page, learner, qtbot)
    rules, search = page.findChild(RuleList), page.findChild(QLineEdit)
    first = rules.chosen
    qtbot.keyClick(rules, Qt.Key.Key_Down)
    assert rules.chosen not in (first, None)
    qtbot.keyClicks(search, "listen")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_on_a_narrow_page_a_rule_is_read_in_place_of_the_list(page, learner, qtbot):
    page.resize(560, 700)
    come_up(page, learner, qtbot)
    rules, sheet = page.findChild(RuleList), page.findChild(RuleSheet)
    assert rules.isVisible()
    assert not sheet.isVisible()
    qtbot.keyClick(rules, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert not rules.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert rules.isVisible()


def test_a_rulebook_that_cannot_be_read_is_told_and_can_be_read_again(presentation, keeper, learner, tmp_path, qtbot):
    path = tmp_path / "rulebook.yaml"
    path.write_text("weights: {}\n", "utf-8")
    page = RulebookPage(presentation, Catalogue([], path, tmp_path / "cache"), keeper)
    qtbot.addWidget(page)
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "The rulebook cannot be read." in words(page), timeout=LONG)
    path.write_bytes((PROJECT / "scenarios" / "rulebook.yaml").read_bytes())
    next(one for one in page.findChildren(QPushButton) if one.text() == "Read again").click()
    qtbot.waitUntil(lambda: bool(listed(page)), timeout=LONG)
    page.finish()
