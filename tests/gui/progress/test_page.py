"""The progress page on a real record: what next on top, and below it what all attempts say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from simulator.domain.badges import RULES_OF_BADGES
from simulator.domain.progress import Direction, Measure, State
from simulator.domain.what_next import Reason
from simulator.gui.progress.figure import Figure
from simulator.gui.progress.page import ProgressPage
from simulator.library.catalogue import Catalogue
from simulator.records.learners import Learners
from simulator.records.review import Review
from tests.conftest import PROJECT
from tests.gui.conftest import LONG
from tests.gui.progress.conftest import words

SIX = ("phone-wall", "wrong-counter", "queue-jumper", "twelve-minutes", "bad-review-call", "lost-freshman")


def test_a_newcomer_is_led_to_the_beginning_of_the_course(page, come_up, shipped, qtbot):
    come_up()
    first = shipped.courses().courses[0].stops[0].scenario
    assert page.picture.proposal.reason is Reason.BEGIN
    assert page.next.sentence.startswith("Begin the course with “")
    with qtbot.waitSignal(page.practise_requested) as asked:
        page.next.buttons[0].click()
    assert asked.args == [first]
    assert not page.trends.isVisibleTo(page)
    assert page.rules.isVisibleTo(page)
    assert page.rules.filter.value is State.NOT_MET


def test_everything_is_told_of_who_has_practised(page, come_up, practise):
    practise(*SIX, SIX[0])
    come_up()
    text = words(page)
    for part in ("Practise next", "Course", "Over time", "A profile of conduct", "The same for everyone", "Badges"):
        assert part in text
    assert "One encounter was played again" in text
    assert next(row.words.title for row in page.attempts.rows.rows) == "The Phone Wall"
    assert len(page.attempts.rows.rows) == 7
    assert len(page.badges.medals) == len(RULES_OF_BADGES)
    assert {row.key for row in page.rules.rows.rows} <= set(page.picture.states)


@pytest.mark.parametrize(
    ("skill", "direction"),
    [
        (lambda number: number / 14, Direction.RISING),
        (lambda number: 1 - number / 14, Direction.FALLING),
        (lambda _: 1.0, Direction.STEADY),
    ],
)
def test_a_learner_who_improves_is_shown_improving_and_one_who_does_not_is_not(
    page, come_up, practise, shipped, skill, direction
):
    practise(*[card.id for card in shipped.cards() if not card.broken][:15], skill=skill)
    come_up()
    assert page.picture.trends[Measure.SCORE].direction is direction
    told = {Direction.RISING: "Rising", Direction.FALLING: "Falling", Direction.STEADY: "No clear direction"}
    assert page.trends.measures[Measure.SCORE].sentence.startswith(told[direction])


def test_an_attempt_opens_its_debrief(page, come_up, practise, qtbot):
    ids = practise(*SIX[:3])
    come_up()
    row = page.attempts.rows.rows[1]
    with qtbot.waitSignal(page.debrief_requested) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [ids[1]]


def test_older_attempts_are_shown_when_asked_for(page, come_up, practise):
    practise(*SIX, *SIX)
    come_up()
    assert len(page.attempts.rows.rows) == 10
    page.attempts.more.click()
    assert len(page.attempts.rows.rows) == 12
    assert not page.attempts.more.isVisibleTo(page)


def test_rules_can_be_sifted_by_state_and_lead_to_the_rulebook(page, come_up, practise, qtbot):
    practise(*SIX)
    come_up()
    for state in State:
        page.rules.filter.segments[1 + list(State).index(state)].click()
        if page.rules.more.isVisibleTo(page):
            page.rules.more.click()
        listed = {row.key for row in page.rules.rows.rows}
        assert listed == {id for id, one in page.picture.states.items() if one.state is state}
    page.rules.filter.segments[0].click()
    with qtbot.waitSignal(page.rule_requested) as asked:
        page.rules.rows.rows[0].click()
    assert asked.args == [page.rules.rows.rows[0].key]


def test_every_chart_has_the_same_as_a_table(page, come_up, practise):
    practise(*SIX)
    come_up()
    figures = [figure for figure in page.findChildren(Figure) if figure.isVisibleTo(page)]
    assert len(figures) == 5
    for figure in figures:
        figure.turn.click()
        assert not figure.chart.isVisibleTo(page)
        assert figure.table.isVisibleTo(page)
        assert figure.table.rowCount() > 0
        assert figure.table.accessibleName()
    table = page.trends.figure.table
    row = [table.item(0, x).text() for x in range(table.columnCount())]
    latest = page.picture.past.history.attempts[-1]
    assert row[1:] == ["The Lost Freshman", "first pass", str(latest.score), "Moving", str(latest.rating)]
    figures[0].turn.click()
    assert figures[0].chart.isVisibleTo(page)


def test_one_learner_is_not_shown_what_another_did(page, come_up, practise, record, qtbot):
    practise(*SIX)
    come_up()
    other = record.ask(lambda database: Learners(database).add("Li Na"))
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.show_for(other)
    assert page.picture.past.history.attempts == ()
    assert not page.attempts.isVisibleTo(page)
    assert "Li Na" in words(page)


def test_older_attempts_are_counted_when_the_page_comes_up(page, come_up, practise, record, qtbot, monkeypatch):
    practise(*SIX)
    counted = record.ask(lambda database: Review(database).history(1).opportunities)

    def forget(database):
        with database.writing() as connection:
            connection.execute("DELETE FROM rule_counts")
            connection.execute("UPDATE attempts SET counted = 0")

    record.ask(forget)
    at_a_time = "simulator.gui.progress.picture._AT_A_TIME"
    monkeypatch.setattr(at_a_time, 0)
    come_up()
    assert "Older attempts are still being counted: 6 to go." in words(page)
    monkeypatch.setattr(at_a_time, 2)
    with qtbot.waitSignal(page.shown, timeout=LONG):
        pass
    assert page.picture.past.history.opportunities == counted
    assert "to go" not in words(page)


def test_it_speaks_the_other_language_at_once(page, come_up, practise, presentation, window_language, qtbot):
    from dataclasses import replace

    practise(*SIX)
    come_up()
    with qtbot.waitSignal(page.shown, timeout=LONG):
        presentation.settings = replace(presentation.settings, language="zh")
    assert page.attempts.rows.rows[0].words.title == "迷路的新生"


def test_escape_goes_back(page, come_up, qtbot):
    come_up()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_rulebook_that_cannot_be_read_is_told_and_can_be_read_again(presentation, keeper, learner, tmp_path, qtbot):
    path = tmp_path / "rulebook.yaml"
    path.write_text("weights: {}\n", "utf-8")
    page = ProgressPage(presentation, Catalogue([], path, tmp_path / "cache"), keeper)
    qtbot.addWidget(page)
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "The rulebook cannot be read." in words(page), timeout=LONG)
    path.write_bytes((PROJECT / "scenarios" / "rulebook.yaml").read_bytes())
    with qtbot.waitSignal(page.shown, timeout=LONG):
        page.notice.accepted.emit()
    assert page.next.sentence == "The library has nothing to propose. Choose any encounter."
    assert not page.notice.isVisibleTo(page)
    page.finish()


def test_the_certificate_asks_for_exams_and_the_page_says_what_is_missing(page, come_up, practise, shipped):
    (course,) = shipped.courses().courses
    stops = [stop.scenario for stop in course.stops]
    practise(*stops)
    practise(*stops[:-1], mode="exam")
    come_up()
    assert f"For the certificate, each has to be passed as an exam: {len(stops) - 1} of {len(stops)}." in words(page)
    assert page.picture.certified == ()

    practise(stops[-1], mode="exam")
    come_up()
    assert "Each was passed as an exam: the certificate can be saved." in words(page)
    assert [one.course for one in page.picture.certified] == [course]
