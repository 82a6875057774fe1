from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.goals import CONDUCT
from simulator.gui.bridges import RecordKeeper
from simulator.gui.debrief.article import Article
from simulator.gui.debrief.page import DebriefPage
from simulator.gui.debrief.question import KeyMomentQuestion
from simulator.gui.debrief.what_if_view import WhatIfView
from simulator.gui.presentation import Presentation
from simulator.records.attempts import Attempts
from simulator.records.database import Database
from simulator.records.goals import Goal, Goals

BEST = ("badge", "welcome", "call-taxi")
WORST = ("pen", "floor", "next")
Attempt = Callable[..., int]
Show = Callable[..., None]
LookBack = Callable[[tuple[str, ...], int], int]


@pytest.fixture
def look_back(attempt: Attempt, show: Show, database: Database) -> LookBack:
    """Shows an attempt of which this turn was named as the moment that mattered most, and gives its id."""

    def shown(answers: tuple[str, ...], key_turn: int) -> int:
        id = attempt(*answers)
        Attempts(database).keep_note(id, key_turn)
        show(id)
        return id

    return shown


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def question_of(page: DebriefPage) -> KeyMomentQuestion:
    assert isinstance(page.view, KeyMomentQuestion)
    return page.view


def article_of(page: DebriefPage, qtbot: QtBot) -> Article:
    assert isinstance(page.view, Article)
    article = page.view
    qtbot.waitUntil(lambda: article.complete)
    return article


def key_turn(keeper: RecordKeeper, attempt_id: int, qtbot: QtBot) -> int | None:
    with qtbot.waitCallback() as done:
        keeper.ask(lambda database: Attempts(database).load(attempt_id).outline.key_turn, done)
    return done.args[0]


def test_the_learner_is_asked_first_and_nothing_else_is_to_be_seen(
    page: DebriefPage, attempt: Attempt, show: Show
) -> None:
    show(attempt(*WORST))
    question = question_of(page)
    assert [moment.accessibleName() for moment in question.moments] == [
        "1. Ticked: The pen is in its holder",
        "2. Mind the floor.",
        "3. Next.",
    ]
    seen = words_of(page)
    assert "Which moment mattered most?" in seen
    assert "She left" not in seen
    assert "not passed" not in seen


def test_a_number_and_enter_name_the_moment_which_is_kept(
    page: DebriefPage, attempt: Attempt, show: Show, keeper: RecordKeeper, qtbot: QtBot
) -> None:
    id = attempt(*WORST)
    show(id)
    qtbot.keyClick(question_of(page).focusWidget(), Qt.Key.Key_3)
    assert question_of(page).moments[2].hasFocus()
    qtbot.keyClick(question_of(page).moments[2], Qt.Key.Key_Return)
    article = article_of(page, qtbot)
    assert key_turn(keeper, id, qtbot) == 3
    assert "turn 3: “Next.”" in words_of(article)
    assert "The moment you named" in words_of(article.sections[2])
    assert "The moment you named" not in words_of(article.sections[0])


def test_the_arrows_walk_the_moments(page: DebriefPage, attempt: Attempt, show: Show, qtbot: QtBot) -> None:
    show(attempt(*WORST))
    question = question_of(page)
    assert question.moments[0].hasFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(question.focusWidget(), key)
    assert question.moments[1].hasFocus()


def test_a_click_names_a_moment(
    page: DebriefPage, attempt: Attempt, show: Show, keeper: RecordKeeper, qtbot: QtBot
) -> None:
    id = attempt(*BEST)
    show(id)
    qtbot.mouseClick(question_of(page).moments[1], Qt.MouseButton.LeftButton)
    assert isinstance(page.view, Article)
    assert key_turn(keeper, id, qtbot) == 2


def test_who_is_not_sure_goes_on_without_a_moment(
    page: DebriefPage, attempt: Attempt, show: Show, keeper: RecordKeeper, qtbot: QtBot
) -> None:
    id = attempt(*BEST)
    show(id)
    qtbot.mouseClick(question_of(page).not_sure, Qt.MouseButton.LeftButton)
    assert "You left open which moment mattered most." in words_of(article_of(page, qtbot))


def test_an_attempt_opened_again_is_not_asked_about_again(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(BEST, 2)
    assert "The moment you named" in words_of(article_of(page, qtbot).sections[1])


def test_what_came_of_a_good_attempt(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(BEST, 2)
    seen = words_of(article_of(page, qtbot))
    for words in (
        "A car in the rain",
        "They even called me a car.",
        "What He Wen tells a neighbour",
        "100: passed",
        "Moving",
        "5 of 5: Very satisfied",
        "He Wen leaves with a mood of 80 out of 100.",
        "The rain is heavy and she does not know how to get home.",
        "Met",
    ):
        assert words in seen, words
    assert "Critical rules broken" not in seen


def test_what_came_of_a_bad_attempt(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(WORST, 2)
    article = article_of(page, qtbot)
    seen = words_of(article)
    for words in ("She left", "0: not passed", "None yet", "1 of 5: Very dissatisfied", "Not seen"):
        assert words in seen, words
    turn = words_of(article.sections[1])
    for words in ("Mind the floor.", "I did not mean to…", "The first words are a reproach.", "Broken", "Missed"):
        assert words in turn, words
    assert "I hope I do not wet their floor." in turn


def test_an_attempt_on_an_older_text_says_so(
    page: DebriefPage, attempt: Attempt, show: Show, database: Database, qtbot: QtBot
) -> None:
    id = attempt(*BEST)
    Attempts(database).keep_note(id, 1)
    sentence = "This attempt was played on an older text of the scenario."
    show(id)
    assert sentence not in words_of(article_of(page, qtbot))
    show(id, older_text=True)
    assert sentence in words_of(article_of(page, qtbot))


def test_again_and_back_ask_for_it(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(BEST, 1)
    article = article_of(page, qtbot)
    with qtbot.waitSignal(page.again_requested) as again:
        qtbot.keyClick(article.again, Qt.Key.Key_Space)
    assert again.args == ["wet-umbrella"]
    with qtbot.waitSignal(page.library_requested):
        qtbot.mouseClick(article.back, Qt.MouseButton.LeftButton)


def only_sentence(page: DebriefPage) -> str:
    assert page.view is not None
    assert not isinstance(page.view, Article | KeyMomentQuestion)
    return words_of(page.view)


def test_an_unfinished_attempt_is_not_looked_back_on(page: DebriefPage, attempt: Attempt, show: Show) -> None:
    show(attempt("badge", "welcome", finished=False))
    assert "This attempt is not finished yet." in only_sentence(page)


def test_turns_that_do_not_fit_are_told_in_a_sentence(
    page: DebriefPage, attempt: Attempt, show: Show, database: Database
) -> None:
    id = attempt(*BEST)
    with database.writing() as connection:
        connection.execute("UPDATE turns SET answer = 'no-such-response' WHERE attempt = ? AND number = 2", (id,))
    show(id)
    assert "does not fit its scenario at turn 2" in only_sentence(page)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": "x"}'])
def test_a_damaged_text_is_told_in_a_sentence(
    text: str, page: DebriefPage, attempt: Attempt, show: Show, database: Database, qtbot: QtBot
) -> None:
    id = attempt(*BEST)
    with database.writing() as connection:
        connection.execute("UPDATE texts SET text = ?", (text,))
    show(id)
    assert "what was recorded of it is damaged or incomplete" in only_sentence(page)
    with qtbot.waitSignal(page.library_requested):
        qtbot.mouseClick(page.view.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_an_attempt_that_is_not_there_is_told_in_a_sentence(page: DebriefPage, show: Show) -> None:
    show(404)
    assert "what was recorded of it is damaged or incomplete" in only_sentence(page)


def test_a_failure_of_our_own_is_reported_as_one(
    page: DebriefPage, show: Show, keeper: RecordKeeper, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.ProgrammingError

    monkeypatch.setattr(Attempts, "load", fail)
    with qtbot.waitSignal(keeper.failed):
        show(1)
    assert "cannot be shown" in only_sentence(page)


def test_only_the_attempt_last_asked_for_is_shown(
    page: DebriefPage, attempt: Attempt, database: Database, qtbot: QtBot
) -> None:
    first, second = attempt(*BEST), attempt(*WORST)
    Attempts(database).keep_note(first, 1)
    Attempts(database).keep_note(second, 1)
    shown: list[int] = []
    page.shown.connect(shown.append)
    page.show_attempt(first)
    page.show_attempt(second)
    qtbot.waitUntil(lambda: second in shown)
    assert shown == [second]
    assert "She left" in words_of(article_of(page, qtbot))


def test_another_language_and_a_larger_type_set_it_anew_at_the_same_turn(
    page: DebriefPage, look_back: LookBack, presentation: Presentation, qtbot: QtBot
) -> None:
    look_back(BEST, 1)
    article_of(page, qtbot).go_to_turn(3)
    presentation.settings = replace(presentation.settings, language="zh", text_size=200)
    article = article_of(page, qtbot)
    assert "雨里的车" in words_of(article)
    assert article.sections[2].hasFocus()
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert isinstance(page.view, Article)
    assert page.view is not article


def replayed(page: DebriefPage, qtbot: QtBot) -> WhatIfView:
    assert isinstance(page.view, WhatIfView)
    view = page.view
    qtbot.waitUntil(lambda: view.complete)
    return view


def test_w_replays_a_turn_and_escape_leads_back_to_it(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(WORST, 1)
    article = article_of(page, qtbot)
    article.go_to_turn(2)
    qtbot.keyClick(article.sections[1], Qt.Key.Key_W)
    view = replayed(page, qtbot)
    assert "What would have followed" in words_of(view)
    assert view.choices[0].hasFocus()
    qtbot.keyClick(view.choices[0], Qt.Key.Key_Escape)
    assert page.view is article
    assert article.sections[1].hasFocus()


def test_a_turn_is_replayed_by_its_button_in_another_language_too(
    page: DebriefPage, look_back: LookBack, presentation: Presentation, qtbot: QtBot
) -> None:
    look_back(WORST, 1)
    button = article_of(page, qtbot).sections[0].what_if
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    view = replayed(page, qtbot)
    qtbot.mouseClick(view.choices[1], Qt.MouseButton.LeftButton)
    presentation.settings = replace(presentation.settings, language="zh", theme="dark")
    again = replayed(page, qtbot)
    assert again is not view
    assert (again.number, again.answer, again.choices[1].isChecked()) == (1, (), True)


def test_another_attempt_ends_a_replay(
    page: DebriefPage, attempt: Attempt, show: Show, database: Database, qtbot: QtBot
) -> None:
    first, second = attempt(*WORST), attempt(*BEST)
    for id in (first, second):
        Attempts(database).keep_note(id, 1)
    show(first)
    article_of(page, qtbot).what_if_requested.emit(2)
    replayed(page, qtbot)
    show(second)
    assert "A car in the rain" in words_of(article_of(page, qtbot))


def current_goal(keeper: RecordKeeper, qtbot: QtBot) -> Goal | None:
    with qtbot.waitCallback() as done:
        keeper.ask(lambda database: Goals(database).current(1), done)
    return done.args[0]


def test_the_goal_chosen_is_kept_and_shown_as_chosen(
    page: DebriefPage, look_back: LookBack, show: Show, keeper: RecordKeeper, qtbot: QtBot
) -> None:
    id = look_back(WORST, 1)
    choice = article_of(page, qtbot).goals.choices[0]
    words = choice.accessibleName()
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    goal = current_goal(keeper, qtbot)
    assert goal is not None
    assert (goal.words.to("en"), goal.attempt, goal.done) == (words, id, None)
    show(id)
    checked = [choice.accessibleName() for choice in article_of(page, qtbot).goals.choices if choice.isChecked()]
    assert checked == [words]


@pytest.mark.parametrize(
    ("answers", "word", "open_still"),
    [(BEST, "Done", False), (WORST, "Not yet", True)],
)
def test_the_next_debrief_tells_what_came_of_the_goal(
    answers: tuple[str, ...],
    word: str,
    open_still: bool,
    page: DebriefPage,
    attempt: Attempt,
    show: Show,
    database: Database,
    keeper: RecordKeeper,
    qtbot: QtBot,
) -> None:
    Goals(database).set(attempt(*WORST), "greet-speak-first", CONDUCT["greet-speak-first"])
    id = attempt(*answers)
    Attempts(database).keep_note(id, 1)
    for _ in range(2):  # as it is when it is looked at again
        show(id)
        seen = words_of(article_of(page, qtbot))
        assert "Your goal this time: Speak first when someone comes up" in seen
        assert word in seen.splitlines()
    assert (current_goal(keeper, qtbot) is not None) == open_still


def test_tab_goes_down_the_page(page: DebriefPage, look_back: LookBack, qtbot: QtBot) -> None:
    look_back(WORST, 1)
    article = article_of(page, qtbot)
    stops: list[QWidget] = [article.sections[0]]
    article.go_to_turn(1)
    while stops[-1] is not article.back:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() not in stops
        stops.append(page.focusWidget())
    tops = [stop.mapTo(article.widget(), stop.rect().topLeft()).y() for stop in stops]
    assert tops == sorted(tops)
    assert set(article.goals.choices) < set(stops)
