"""The library page, as a learner meets it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from simulator.domain.scoring import Level
from simulator.gui import prompts
from simulator.gui.library.card import ScenarioCard
from simulator.gui.library.grid import CardGrid
from simulator.gui.library.page import LibraryPage
from simulator.i18n import say
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts
from simulator.records.goals import Goals
from simulator.records.learners import Learner, Learners
from tests.gui.library.conftest import RULEBOOK, write_scenario


def cards(page: LibraryPage) -> list[ScenarioCard]:
    return page.findChild(CardGrid).shown_cards()


def ids(page: LibraryPage) -> list[str]:
    return [widget.card.id for widget in cards(page) if not widget.isHidden() and widget.isVisibleTo(page)]


def card(page: LibraryPage, id: str) -> ScenarioCard:
    return next(widget for widget in cards(page) if widget.card.id == id)


def words(page: LibraryPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page) and label.text()]


def button(owner, text: str) -> QPushButton:
    (found,) = [one for one in owner.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(owner)]
    return found


def menu_of(one: ScenarioCard, monkeypatch) -> dict[str, QAction]:
    """What the menu of a card offers; the offscreen screen cannot let it pop up."""
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    place = one.rect().center()
    QApplication.sendEvent(one, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, one.mapToGlobal(place)))
    menu = one.findChildren(QMenu)[-1]
    return {action.text(): action for action in menu.actions()}


def type_words(page: LibraryPage, text: str) -> None:
    """Type as an input method does: Chinese comes in one piece."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.findChild(QLineEdit), event)


def come_up(page: LibraryPage, learner: Learner, qtbot) -> None:
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: bool(cards(page)) and bool(cards(page)[0].standing_words()))


def test_cards_are_there_before_the_record_has_been_asked(page, qtbot):
    page.show()
    qtbot.waitUntil(lambda: bool(cards(page)))
    assert ids(page) == ["a-borrowed-pen", "b-lost-card", "c-broken", "d-long-queue"]
    assert card(page, "a-borrowed-pen").standing_words() == ""


def test_says_how_far_the_learner_has_got(page, learner, begin, qtbot):
    begin("a-borrowed-pen", score=62, level=Level.BASIC)
    begin("a-borrowed-pen", score=88, level=Level.MOVING)
    begin("d-long-queue", turns=1)
    come_up(page, learner, qtbot)
    assert card(page, "a-borrowed-pen").standing_words() == "Best 88 · Moving service"
    assert card(page, "b-lost-card").standing_words() == "Not yet practised"
    assert card(page, "d-long-queue").standing_words() == "Stopped after 1 turn"
    assert "Hello, Wang Fang." in words(page)
    assert [one.text() for one in card(page, "a-borrowed-pen").buttons()] == ["Start", "Exam"]
    assert [one.text() for one in card(page, "d-long-queue").buttons()] == ["Continue", "Start over"]


def test_another_learner_sees_nothing_of_the_first(page, learner, begin, ask, qtbot):
    begin("a-borrowed-pen", score=88)
    come_up(page, learner, qtbot)
    other = ask(lambda database: Learners(database).add("Li Na"))
    page.show_for(other)
    assert card(page, "a-borrowed-pen").standing_words() == ""
    qtbot.waitUntil(lambda: card(page, "a-borrowed-pen").standing_words() == "Not yet practised")


def test_the_goal_chosen_for_the_next_time_is_shown_until_it_is_met(page, learner, begin, ask, qtbot):
    attempt = begin("a-borrowed-pen", score=62)
    words_of_goal = say("先致歉，再解释", "First apologise, then explain")
    goal = ask(lambda database: Goals(database).set(attempt, "complaint-apologise-before-explain", words_of_goal))
    come_up(page, learner, qtbot)
    assert any(one.startswith("Your goal: First apologise, then explain") for one in words(page))
    ask(lambda database: Goals(database).done(goal.id))
    page.show_for(learner)
    qtbot.waitUntil(lambda: not any(one.startswith("Your goal:") for one in words(page)))


def test_a_click_anywhere_on_a_card_starts_its_scenario(page, learner, qtbot):
    come_up(page, learner, qtbot)
    with qtbot.waitSignal(page.practise_requested) as asked:
        qtbot.mouseClick(card(page, "b-lost-card"), Qt.MouseButton.LeftButton)
    assert asked.args[0].id == "b-lost-card"


def test_continues_what_was_left_from_the_card_and_from_the_head(page, learner, begin, qtbot):
    attempt = begin("d-long-queue", turns=1)
    come_up(page, learner, qtbot)
    with qtbot.waitSignal(page.resume_requested) as asked:
        button(card(page, "d-long-queue"), "Continue").click()
    assert asked.args == [attempt]
    with qtbot.waitSignal(page.resume_requested) as asked:
        button(page, "Continue “The Long Queue”").click()
    assert asked.args == [attempt]


def test_starting_over_puts_the_unfinished_attempt_aside(page, learner, begin, ask, qtbot, monkeypatch):
    begin("d-long-queue", turns=1)
    other = begin("a-borrowed-pen", turns=1)
    come_up(page, learner, qtbot)
    asked: list[str] = []

    def agree(_, question: str, *__: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(prompts, "confirm", agree)
    with qtbot.waitSignal(page.practise_requested) as begun:
        button(card(page, "d-long-queue"), "Start over").click()
    assert begun.args[0].id == "d-long-queue"
    assert "The Long Queue" in asked[0]
    assert [one.id for one in ask(lambda database: Attempts(database).unfinished(learner.id))] == [other]


def test_keeping_what_was_left_changes_nothing(page, learner, begin, ask, qtbot, monkeypatch):
    attempt = begin("d-long-queue", turns=1)
    come_up(page, learner, qtbot)
    monkeypatch.setattr(prompts, "confirm", lambda *_: False)
    with qtbot.assertNotEmitted(page.practise_requested):
        button(card(page, "d-long-queue"), "Start over").click()
        assert [one.id for one in ask(lambda database: Attempts(database).unfinished(learner.id))] == [attempt]


def test_a_broken_scenario_stays_with_its_problems(page, learner, qtbot, monkeypatch):
    come_up(page, learner, qtbot)
    broken = card(page, "c-broken")
    assert broken.standing_words() == "1 problem"
    assert "colour" in broken.accessibleDescription()
    shown: list[tuple] = []
    monkeypatch.setattr(prompts, "tell_diagnostics", lambda *told: shown.append(told))
    with qtbot.assertNotEmitted(page.practise_requested):
        qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
    assert [found.code for found in shown[0][2]] == ["SC011"]
    assert shown[0][1] == "c-broken.yaml"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("社", ["b-lost-card"]),
        ("社保", ["b-lost-card"]),
        ("LOST", ["b-lost-card"]),
        ("ｌｏｎｇ", ["d-long-queue"]),
        ("待客", ["a-borrowed-pen", "b-lost-card", "d-long-queue"]),
        ("serving pen", ["a-borrowed-pen"]),
        ("  ", ["a-borrowed-pen", "b-lost-card", "c-broken", "d-long-queue"]),
        ("100%", []),
    ],
)
def test_finds_what_is_typed_in_either_language(page, learner, qtbot, typed, found):
    come_up(page, learner, qtbot)
    type_words(page, typed)
    assert ids(page) == found


def test_says_that_nothing_matches_and_offers_to_clear(page, learner, qtbot):
    come_up(page, learner, qtbot)
    type_words(page, "月亮")
    assert ids(page) == []
    assert "No scenario matches “月亮”." in words(page)
    button(page, "Clear the search").click()
    assert len(ids(page)) == 4
    type_words(page, "pen")
    assert "1 of 4 scenarios" in words(page)
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert len(ids(page)) == 4


def test_everything_by_keyboard(page, learner, begin, qtbot):
    attempt = begin("d-long-queue", turns=1)
    with qtbot.waitExposed(page):
        come_up(page, learner, qtbot)
    page.activateWindow()
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)().startswith("Practise"))
    for key, where in (
        (Qt.Key.Key_Down, "a-borrowed-pen"),
        (Qt.Key.Key_Right, "b-lost-card"),
        (Qt.Key.Key_End, "d-long-queue"),
        (Qt.Key.Key_Left, "c-broken"),
        (Qt.Key.Key_Home, "a-borrowed-pen"),
        (Qt.Key.Key_Down, "d-long-queue"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert card(page, where).holds_focus()
    with qtbot.waitSignal(page.resume_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert asked.args == [attempt]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Start over"
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert card(page, "a-borrowed-pen").holds_focus()


def test_every_button_says_which_scenario_it_is_for(page, learner, begin, qtbot):
    begin("d-long-queue", turns=1)
    come_up(page, learner, qtbot)
    names = [one.accessibleName() for widget in cards(page) for one in widget.buttons()]
    assert names == [
        "Start: A Borrowed Pen",
        "Start: The Lost Card",
        "Show all problems: c-broken.yaml",
        "Continue: The Long Queue",
        "Start over: The Long Queue",
    ]
    assert "Stopped after 1 turn" in card(page, "d-long-queue").buttons()[0].accessibleDescription()


def test_the_exam_is_asked_for_by_key_by_menu_and_by_button(page, learner, begin, qtbot, monkeypatch):
    begin("b-lost-card", turns=1, score=70)
    come_up(page, learner, qtbot)
    one, practised = card(page, "a-borrowed-pen"), card(page, "b-lost-card")
    assert [button.text() for button in one.buttons()] == ["Start"]
    assert [button.text() for button in practised.buttons()] == ["Start", "Exam"]

    with qtbot.waitSignal(page.exam_requested) as asked:
        qtbot.keyClick(one.buttons()[0], Qt.Key.Key_E)
    assert asked.args[0].id == "a-borrowed-pen"
    with qtbot.waitSignal(page.exam_requested) as asked:
        button(practised, "Exam").click()
    assert asked.args[0].id == "b-lost-card"
    with qtbot.waitSignal(page.exam_requested) as asked:
        menu_of(one, monkeypatch)["Take the exam (E)"].trigger()
    assert asked.args[0].id == "a-borrowed-pen"


def test_an_exam_left_in_the_middle_is_gone_on_with_and_nothing_else(page, learner, begin, qtbot, monkeypatch):
    attempt = begin("b-lost-card", turns=1, mode="exam")
    come_up(page, learner, qtbot)
    one = card(page, "b-lost-card")
    assert one.standing_words() == "Exam · Stopped after 1 turn"

    offered = {words: action.isEnabled() for words, action in menu_of(one, monkeypatch).items()}
    assert offered == {"Continue": True, "Take the exam (E)": False, "Watch how it can go": False}
    with qtbot.assertNotEmitted(page.exam_requested):
        qtbot.keyClick(one.buttons()[0], Qt.Key.Key_E)
    with qtbot.waitSignal(page.resume_requested) as asked:
        button(one, "Continue").click()
    assert asked.args == [attempt]


def test_asks_for_settings_language_and_another_learner(page, learner, qtbot):
    come_up(page, learner, qtbot)
    with qtbot.waitSignal(page.settings_requested):
        button(page, "Settings").click()
    with qtbot.waitSignal(page.language_requested) as asked:
        button(page, "中文").click()
    assert asked.args == ["zh"]
    with qtbot.waitSignal(page.learner_requested):
        button(page, "Change learner").click()


def test_a_file_that_was_mended_is_there_when_the_page_comes_up_again(page, learner, folder: Path, qtbot):
    come_up(page, learner, qtbot)
    write_scenario(folder, "c-broken", "{zh: 好了, en: The Mended One}")
    page.show_for(learner)
    qtbot.waitUntil(lambda: card(page, "c-broken").standing_words() == "Not yet practised")
    assert card(page, "c-broken").buttons()[0].accessibleName() == "Start: The Mended One"


def test_an_empty_library_says_what_to_do_and_reads_again(make_page, learner, tmp_path, qtbot):
    empty = tmp_path / "empty"
    empty.mkdir()
    page = make_page(Catalogue([empty], RULEBOOK, tmp_path / "other-cache"))
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "There are no scenarios yet." in words(page))
    write_scenario(empty, "first", "{en: The First}")
    button(page, "Read again").click()
    qtbot.waitUntil(lambda: bool(cards(page)))
    assert ids(page) == ["first"]


def test_a_rulebook_that_cannot_be_read_is_told_with_its_place(make_page, folder, learner, tmp_path, qtbot):
    rulebook = tmp_path / "rulebook.yaml"
    rulebook.write_text("weights: [\n", "utf-8")
    page = make_page(Catalogue([folder], rulebook, tmp_path / "other-cache"))
    page.show_for(learner)
    page.show()
    qtbot.waitUntil(lambda: "The rulebook cannot be read." in words(page))
    assert any(f"{rulebook}:2:1" in one for one in words(page))
    assert ids(page) == []
    shutil.copy(RULEBOOK, rulebook)
    button(page, "Read again").click()
    qtbot.waitUntil(lambda: len(ids(page)) == 4)
    assert "The rulebook cannot be read." not in words(page)


def test_of_a_thousand_scenarios_only_those_in_view_are_made(make_page, learner, folder, tmp_path, qtbot):
    library = Catalogue([folder], RULEBOOK, tmp_path / "library-cache")
    pen = next(card for card in library.cards() if card.id == "a-borrowed-pen")
    many = [replaced(pen, f"s{number:04}") for number in range(1000)]
    library.cards = lambda: many
    page = make_page(library)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        come_up(page, learner, qtbot)
    assert len(cards(page)) <= 12
    page.activateWindow()
    qtbot.waitUntil(lambda: page._head.focusWidget() is QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert card(page, "s0000").holds_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert card(page, "s0999").holds_focus()
    assert card(page, "s0999").visibleRegion().boundingRect().height() > 300
    assert len(cards(page)) <= 12


def replaced(card, id: str):
    return card._replace(id=id, path=card.path.with_name(f"{id}.yaml"))


@pytest.mark.parametrize("size", [(960, 600), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_on_a_card_overlaps_or_leaves_it(page, learner, begin, presentation, qtbot, size, text_size):
    begin("d-long-queue", turns=1)
    begin("b-lost-card", score=70)
    presentation.settings = replace(presentation.settings, text_size=text_size)
    page.resize(*size)
    come_up(page, learner, qtbot)
    page.findChild(CardGrid).focus_card(3)
    for widget in cards(page):
        boxes = [one.geometry() for one in widget.buttons()]
        assert all(widget.rect().contains(box) for box in boxes)
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    grid = page.findChild(CardGrid)
    qtbot.waitUntil(lambda: grid.height() == grid.heightForWidth(grid.width()))
    places = [widget.geometry() for widget in cards(page)]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert max(place.right() for place in places) < page.width()
