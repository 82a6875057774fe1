"""The course in the library: what is done, what comes next, and the ways into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from simulator.domain.course import Reached
from simulator.domain.scoring import Level
from simulator.gui.library.card import ScenarioCard
from simulator.gui.library.path import CoursePath
from simulator.gui.library.shelf_bar import ShelfBar
from simulator.records.learners import Learners

COURSE = """\
format: 1
courses:
  two-days:
    title: {zh: 两日课, en: Two days}
    days:
      - title: {zh: 第一天, en: Greeting}
        trains: {zh: 迎客, en: The first word}
        encounters:
          - {scenario: a-borrowed-pen, because: {zh: 先易后难。, en: Easy things first.}}
          - {scenario: d-long-queue}
      - title: {zh: 第二天, en: Serving}
        trains: {zh: 待客, en: Getting it done}
        encounters:
          - {scenario: b-lost-card}
          - {scenario: nowhere}
          - {scenario: c-broken}
"""


@pytest.fixture
def course(folder):
    path = folder / "courses.yaml"
    path.write_text(COURSE, "utf-8")
    return path


def segment(page, text):
    (found,) = [one for one in page.findChild(ShelfBar)._view.segments if one.text() == text]
    return found


def come_up(page, learner, qtbot, view="course"):
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: segment(page, "Course").isVisible())
    if view == "course":
        segment(page, "Course").click()
        qtbot.waitUntil(lambda: bool(path(page).rows) and path(page).rows[0].standing_words() != "")


def path(page) -> CoursePath:
    return page.findChild(CoursePath)


def standing(page):
    return [(row.scenario, row.reached, row.standing_words()) for row in path(page).rows]


def test_the_path_says_what_is_done_begun_and_next(page, course, learner, begin, qtbot):
    begin("a-borrowed-pen", score=88, level=Level.PROACTIVE)
    begin("b-lost-card", score=31, level=Level.NONE)
    come_up(page, learner, qtbot)
    assert standing(page) == [
        ("a-borrowed-pen", Reached.DONE, "Proactive service · Best 88"),
        ("d-long-queue", Reached.OPEN, "Comes next"),
        ("b-lost-card", Reached.TRIED, "Not passed yet · Best 31"),
        ("nowhere", Reached.MISSING, "Not in the library, or its file must be mended first"),
        ("c-broken", Reached.MISSING, "Not in the library, or its file must be mended first"),
    ]
    words = [label.text() for label in path(page).findChildren(QLabel) if label.isVisible()]
    assert {"Two days", "1 of 5 done", "Day 1  ·  1 of 2 done", "The first word", "The Long Queue"} <= set(words)


def test_one_button_goes_on_with_the_course(page, course, learner, begin, qtbot):
    begin("a-borrowed-pen", score=88)
    come_up(page, learner, qtbot)
    (button,) = path(page).next_buttons
    assert button.accessibleName() == "Go on with: The Long Queue"
    with qtbot.waitSignal(page.practise_requested) as asked:
        button.click()
    assert asked.args[0].id == "d-long-queue"


def test_going_on_takes_up_what_was_left_in_the_middle(page, course, learner, begin, qtbot):
    attempt = begin("b-lost-card", turns=1)
    come_up(page, learner, qtbot)
    (button,) = path(page).next_buttons
    assert button.text() == "Continue"
    with qtbot.waitSignal(page.resume_requested) as asked:
        button.click()
    assert asked.args == [attempt]


def test_a_stop_is_begun_by_click_and_by_key_but_not_one_that_is_missing(page, course, learner, qtbot):
    come_up(page, learner, qtbot)
    rows = path(page).rows
    with qtbot.waitSignal(page.practise_requested) as asked:
        qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert asked.args[0].id == "d-long-queue"
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    assert path(page).focusWidget() is rows[2]
    with qtbot.waitSignal(page.practise_requested) as asked:
        qtbot.keyClick(rows[2], Qt.Key.Key_Return)
    assert asked.args[0].id == "b-lost-card"
    with qtbot.assertNotEmitted(page.practise_requested):
        qtbot.mouseClick(rows[3], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(rows[4], Qt.MouseButton.LeftButton)


def test_the_exam_of_a_stop_is_asked_for_by_a_key(page, course, learner, begin, qtbot):
    begin("b-lost-card", turns=1, mode="exam")
    come_up(page, learner, qtbot)
    rows = path(page).rows
    with qtbot.waitSignal(page.exam_requested) as asked:
        qtbot.keyClick(rows[1], Qt.Key.Key_E)
    assert asked.args[0].id == "d-long-queue"
    with qtbot.assertNotEmitted(page.exam_requested):
        qtbot.keyClick(rows[2], Qt.Key.Key_E)  # there one is going on
        qtbot.keyClick(rows[3], Qt.Key.Key_E)  # there is no such scenario


def test_the_choice_is_told_so_that_it_can_be_remembered(page, course, learner, qtbot):
    come_up(page, learner, qtbot, view="all")
    with qtbot.waitSignal(page.view_chosen) as chosen:
        segment(page, "Course").click()
    assert chosen.args == ["course"]
    qtbot.waitUntil(lambda: path(page).isVisible())
    assert not any(card.isVisible() for card in page.findChildren(ScenarioCard))
    with qtbot.waitSignal(page.view_chosen) as chosen:
        segment(page, "All scenarios").click()
    assert chosen.args == ["all"]
    assert not path(page).isVisible()


def test_what_was_remembered_comes_up_by_itself_after_the_cards(
    presentation, make_page, library, course, learner, qtbot
):
    presentation.settings = replace(presentation.settings, library="course")
    page = make_page(library)
    page.show()
    qtbot.waitUntil(lambda: any(card.isVisible() for card in page.findChildren(ScenarioCard)))
    assert path(page) is None, "the first picture is of the cards"
    page.show_for(learner)
    qtbot.waitUntil(lambda: path(page) is not None and path(page).isVisible())
    qtbot.waitUntil(lambda: page.focusWidget() in path(page).next_buttons)


def test_a_search_looks_through_all_scenarios_and_leads_back_to_the_path(page, course, learner, qtbot):
    come_up(page, learner, qtbot)
    page.findChild(QLineEdit).setText("queue")
    assert not path(page).isVisible()
    qtbot.waitUntil(lambda: [one.card.id for one in page.findChildren(ScenarioCard) if one.isVisible()] != [])
    page.findChild(QLineEdit).clear()
    assert path(page).isVisible()


def test_another_learner_has_their_own_way(page, course, learner, begin, ask, qtbot):
    begin("a-borrowed-pen", score=88)
    come_up(page, learner, qtbot)
    other = ask(lambda database: Learners(database).add("Li Na"))
    page.show_for(other)
    assert path(page).rows[0].standing_words() == ""
    qtbot.waitUntil(lambda: path(page).rows[0].standing_words() == "Comes next")


def test_a_course_file_with_an_error_is_told_and_all_else_can_be_practised(page, course, learner, qtbot):
    course.write_text(COURSE.replace("trains:", "trians:"), "utf-8")
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: segment(page, "Course").isVisible())
    segment(page, "Course").click()
    words = [label.text() for label in path(page).findChildren(QLabel) if label.isVisible()]
    assert any(f"{course}:6:9" in one for one in words)
    segment(page, "All scenarios").click()
    assert any(card.isVisible() for card in page.findChildren(ScenarioCard))


def test_without_courses_there_is_nothing_to_choose(page, learner, qtbot):
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: page._file is not None)
    assert not any(one.isVisible() for one in page.findChild(ShelfBar)._view.segments)


def test_a_card_that_is_asked_for_comes_up_with_the_focus(page, course, learner, qtbot):
    come_up(page, learner, qtbot)
    page.show_card("d-long-queue")
    qtbot.waitUntil(lambda: any(one.holds_focus() for one in page.findChildren(ScenarioCard)))
    assert not path(page).isVisible()
    focused = [one for one in page.findChildren(ScenarioCard) if one.holds_focus()]
    assert [one.card.id for one in focused] == ["d-long-queue"]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("before", [960, 1366, 1700])
def test_nothing_is_cut_off_on_a_narrow_window(page, course, learner, presentation, qtbot, text_size, before):
    presentation.settings = replace(presentation.settings, text_size=text_size)
    page.resize(before, 600)
    come_up(page, learner, qtbot)
    page.resize(960, 600)
    viewport = page._scroll.viewport()

    def fits() -> bool:
        right = [row.mapTo(page._scroll.widget(), row.rect().topRight()).x() for row in path(page).rows]
        return page._scroll.widget().width() <= viewport.width() and 0 < max(right) < viewport.width()

    qtbot.waitUntil(fits)
    assert page._scroll.widget().minimumSizeHint().width() < 700, "so that it fits beside a scroll bar, too"
