"""What the library page proposes to practise now, as a learner meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from simulator.domain.scoring import Tally
from simulator.gui.bridges import RecordKeeper
from simulator.gui.library.shelf_bar import ShelfBar
from simulator.i18n import say
from simulator.records.database import open_database
from simulator.records.goals import Goals
from simulator.records.learners import Learners
from simulator.records.progress import Progress
from tests.gui.library.test_path import COURSE

RULE = "greet-speak-first"


class Calendar:
    """A clock that stands until somebody lets days pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def let_pass(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def record(tmp_path, calendar, qapp) -> Iterator[RecordKeeper]:
    record = RecordKeeper(lambda: open_database(tmp_path / "kept.db", tmp_path / "backups", calendar))
    yield record
    record.finish()


@pytest.fixture
def course(folder):
    (folder / "courses.yaml").write_text(COURSE, "utf-8")


@pytest.fixture
def come_up(page, learner, qtbot):
    def shown(who=None):
        with qtbot.waitExposed(page):
            page.show()
        with qtbot.waitSignal(page._furnish().advised):
            page.show_for(who or learner)

    return shown


def lead(page) -> str:
    return page._head._lead.text()


def ways(page) -> list[str]:
    """The words of the buttons below the sentence."""
    buttons = page._head.findChildren(QPushButton)
    found = [one for one in buttons if one.isVisible() and one.text().startswith(("Practise", "Continue"))]
    return [one.text() for one in sorted(found, key=lambda one: one.x())]


def button(page) -> QPushButton:
    (found,) = [one for one in page._head.findChildren(QPushButton) if one.isVisible() and one.text() == ways(page)[0]]
    return found


def met(ask, attempt: int, *, kept: int = 0, broken: int = 0, missed: int = 0) -> None:
    ask(lambda database: Progress(database).count(attempt, {RULE: Tally(kept, broken, missed)}))


def test_who_has_practised_nothing_is_led_to_the_first_encounter_of_the_course(page, course, come_up, qtbot):
    come_up()
    assert lead(page) == "Begin the course with “A Borrowed Pen”."
    assert ways(page) == ["Practise “A Borrowed Pen”"]
    assert button(page).accessibleDescription() == lead(page)
    with qtbot.waitSignal(page.practise_requested) as asked:
        qtbot.keyClick(button(page), Qt.Key.Key_Space)
    assert asked.args[0].id == "a-borrowed-pen"


def test_a_rule_that_is_due_is_proposed_with_the_reason(page, begin, ask, calendar, come_up):
    met(ask, begin("a-borrowed-pen", score=40), missed=1)
    calendar.let_pass(days=20)
    come_up()
    assert lead(page) == (
        "Speak first when someone comes up: missed once of late, last met 20 days ago; "
        "“The Lost Card” and “The Long Queue” exercise it."
    )
    assert ways(page) == ["Practise “The Lost Card”"]


def test_the_goal_that_was_chosen_comes_first_and_is_said_once(page, begin, ask, come_up):
    attempt = begin("a-borrowed-pen", score=40)
    met(ask, attempt, missed=1)
    words = say("人到窗口，先开口", "Speak first when someone comes up")
    ask(lambda database: Goals(database).set(attempt, RULE, words))
    come_up()
    assert lead(page).startswith("Your goal: Speak first when someone comes up. “")
    assert lead(page).count("Speak first") == 1
    assert ways(page)[0].startswith("Practise “")


def test_a_goal_that_nothing_exercises_stands_above_what_is_proposed(page, course, begin, ask, come_up):
    attempt = begin("a-borrowed-pen", score=40)
    words = say("先致歉，再解释", "First apologise, then explain")
    ask(lambda database: Goals(database).set(attempt, "complaint-apologise-before-explain", words))
    come_up()
    first, second = lead(page).split("\n")
    assert first == "Your goal: First apologise, then explain"
    assert second == "No rule is due today, so the course goes on with “The Long Queue”."


def test_what_is_proposed_and_was_left_in_the_middle_is_taken_up_again(page, course, begin, come_up, qtbot):
    attempt = begin("d-long-queue", turns=1)
    come_up()
    assert lead(page) == "Begin the course with “The Long Queue”."
    assert ways(page) == ["Continue “The Long Queue”"], "once, not twice"
    with qtbot.waitSignal(page.resume_requested) as asked:
        button(page).click()
    assert asked.args == [attempt]


def test_something_else_that_was_left_can_be_continued_beside_it(page, begin, ask, calendar, come_up):
    met(ask, begin("a-borrowed-pen", score=40), broken=1)
    begin("d-long-queue", turns=1)
    calendar.let_pass(days=20)
    come_up()
    assert ways(page) == ["Practise “The Lost Card”", "Continue “The Long Queue”"]


def test_the_path_says_by_itself_how_the_course_goes_on(presentation, page, course, come_up, qtbot):
    come_up()
    (segment,) = [one for one in page.findChild(ShelfBar)._view.segments if one.text() == "Course"]
    segment.click()
    assert ways(page) == []
    assert not page._head._lead.isVisible()


def test_another_learner_gets_another_proposal(page, course, begin, ask, come_up, qtbot):
    met(ask, begin("a-borrowed-pen", score=40), missed=1)
    come_up()
    other = ask(lambda database: Learners(database).add("Li Na"))
    page.show_for(other)
    assert ways(page) == [], "nothing of the first one's"
    qtbot.waitUntil(lambda: lead(page) == "Begin the course with “A Borrowed Pen”.")


def test_the_focus_goes_to_what_is_proposed_unless_one_has_begun_to_type(page, course, learner, come_up, qtbot):
    come_up()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page))
    search = page.findChild(QLineEdit)
    with qtbot.waitSignal(page._furnish().advised):
        page.show_for(learner)
        search.setFocus()
        qtbot.keyClick(search, Qt.Key.Key_P)
    assert QApplication.focusWidget() is search


def test_it_is_said_in_the_language_of_the_moment(page, presentation, course, come_up):
    come_up()
    presentation.settings = replace(presentation.settings, language="zh")
    page.retranslate()
    assert lead(page) == "从课程的《借笔》开始吧。"


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_sentence_keeps_its_measure_on_a_narrow_window(page, presentation, course, come_up, qtbot, text_size):
    presentation.settings = replace(presentation.settings, text_size=text_size)
    page.resize(960, 600)
    come_up()
    labels = [one for one in page._head.findChildren(QLabel) if one.isVisible()]
    assert all(one.mapTo(page, one.rect().topRight()).x() < page.width() for one in labels)
    assert button(page).mapTo(page, button(page).rect().topRight()).x() < page.width()
