"""What leads from one page to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.results.page import ResultsPage
from simulator.gui.library.card import ScenarioCard
from simulator.gui.library.learner_page import LearnerPage, NameButton
from simulator.gui.library.page import LibraryPage
from simulator.gui.library.shelf_bar import ShelfBar
from simulator.gui.main_window import MainWindow
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.sheet import Sheet
from simulator.gui.window_language import WindowLanguage
from simulator.i18n import say
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts
from simulator.records.learners import Learners
from simulator.settings import Settings
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.gui.conftest import LONG, Record
from tests.rooms import authoring_room, silent_speaker

FULL = say("磁盘满了。", "The disk is full.")


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """One scenario that can be practised, and one that cannot."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    text = SMALL_SCENARIO.read_text("utf-8")
    (folder / SMALL_SCENARIO.name).write_text(text, "utf-8")
    (folder / "wrong.yaml").write_text(text.replace(f"id: {SMALL_SCENARIO.stem}", "id: wrong") + "\ncolour: red\n")
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> list[Settings]:
    """The settings that the window has had kept."""
    return []


@pytest.fixture
def make_window(
    presentation: Presentation,
    window_language: WindowLanguage,
    keeper: RecordKeeper,
    scenarios: Path,
    kept: list[Settings],
    tmp_path: Path,
    qtbot: QtBot,
) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def made(keep_settings: Callable[[Settings], None] = kept.append) -> MainWindow:
        catalogue = Catalogue([scenarios], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
        window = MainWindow(
            presentation,
            window_language,
            catalogue,
            keeper,
            lambda: 7,
            keep_settings,
            tmp_path,
            lambda: authoring_room(presentation, catalogue, tmp_path),
            silent_speaker,
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.painted.connect(window.open, Qt.ConnectionType.QueuedConnection)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.findChild(Sheet) is not None, timeout=LONG)
        return window

    yield made
    for window in windows:
        window.close()


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def learned(record: Record) -> str:
    """Somebody has practised here before."""
    return record.ask(lambda database: Learners(database).add("Wang Fang")).name


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the person has been told in boxes, instead of the boxes."""
    told: list[tuple[Any, ...]] = []
    for name in ("tell", "tell_diagnostics"):
        monkeypatch.setattr(prompts, name, lambda _, *words, name=name: told.append((name, *words)))
    return told


def page(window: MainWindow) -> QWidget:
    return window.centralWidget().currentWidget()


def button(owner: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in owner.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(owner)]
    return found


def sign_in(window: MainWindow, qtbot: QtBot, name: str = "Wang Fang") -> None:
    """Write a name, as somebody new does."""
    learners = window.findChild(LearnerPage)
    field = learners.findChild(QLineEdit)
    qtbot.waitUntil(field.isVisible, timeout=LONG)
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChild(Sheet).isVisible(), timeout=LONG)
    bar = window.findChild(ShelfBar)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in bar.findChildren(QPushButton)), timeout=LONG)


def card(window: MainWindow, id: str, qtbot: QtBot) -> ScenarioCard:
    def found() -> list[ScenarioCard]:
        return [one for one in window.findChildren(ScenarioCard) if one.isVisible() and one.card.id == id]

    qtbot.waitUntil(lambda: bool(found()), timeout=LONG)
    return found()[0]


def start(window: MainWindow, qtbot: QtBot) -> QWidget:
    """Begin the small scenario from its card, and give the page that it is practised on."""
    one = card(window, SMALL_SCENARIO.stem, qtbot)
    qtbot.waitUntil(lambda: bool(one.standing_words()), timeout=LONG)
    qtbot.mouseClick(button(one, "Start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isinstance(page(window), LibraryPage), timeout=LONG)
    return page(window)


def test_the_library_is_painted_first_and_then_asks_who_practises(
    make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_when: list[bool] = []
    opening = MainWindow.open

    def opened(window: MainWindow) -> None:
        asked_when.append(window.findChild(LearnerPage) is None and isinstance(page(window), LibraryPage))
        opening(window)

    monkeypatch.setattr(MainWindow, "open", opened)
    window = make_window()

    assert asked_when == [True]
    assert window.findChild(Sheet).isVisible()
    assert not page(window).isEnabled()
    assert window.windowTitle() == "Counter Practice"
    assert not window.windowIcon().isNull()


def test_escape_does_not_pass_the_question_until_somebody_has_answered_it(window: MainWindow, qtbot: QtBot) -> None:
    sheet = window.findChild(Sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()

    sign_in(window, qtbot)
    assert page(window).isEnabled()
    assert "Hello, Wang Fang." in [label.text() for label in page(window).findChildren(QLabel)]

    qtbot.mouseClick(button(page(window), "Change learner"), Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert page(window).isEnabled()


def test_a_known_name_is_chosen_with_one_key(learned: str, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(NameButton) is not None, timeout=LONG)
    qtbot.waitUntil(lambda: window.focusWidget() is window.findChild(NameButton), timeout=LONG)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert not window.findChild(Sheet).isVisible()
    assert "Hello, Wang Fang." in [label.text() for label in page(window).findChildren(QLabel)]


def test_practice_leads_back_to_the_library_where_it_can_be_taken_up(
    window: MainWindow, record: Record, qtbot: QtBot
) -> None:
    sign_in(window, qtbot)
    practice = start(window, qtbot)
    assert record.ask(lambda database: [one.turns for one in Attempts(database).unfinished(1)]) == [0]

    practice.left.emit()
    assert isinstance(page(window), LibraryPage)
    one = card(window, SMALL_SCENARIO.stem, qtbot)
    qtbot.waitUntil(lambda: one.standing_words() == "Just begun", timeout=LONG)
    qtbot.mouseClick(button(one, "Continue"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page(window) is practice, timeout=LONG)
    assert record.ask(lambda database: len(Attempts(database).unfinished(1))) == 1
    assert not practice.older_text


@pytest.mark.parametrize("agreed", [True, False])
def test_an_exam_begins_after_it_was_said_what_one_is(
    window: MainWindow, record: Record, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    sign_in(window, qtbot)
    asked: list[str] = []

    def answer(_: QWidget, question: str, *verbs: str) -> bool:
        asked.extend((question, *verbs))
        return agreed

    monkeypatch.setattr(prompts, "confirm", answer)
    presentation = window._presentation
    presentation.settings = replace(presentation.settings, time_limits=0.0)
    one = card(window, SMALL_SCENARIO.stem, qtbot)
    qtbot.keyClick(one.buttons()[0], Qt.Key.Key_E)

    assert "There are no hints, no feedback and no stepping back" in asked[0]
    assert "in an exam they are twice as long instead" in asked[0]
    assert asked[1:] == ["Begin the exam", "Not now"]
    if agreed:
        qtbot.waitUntil(lambda: not isinstance(page(window), LibraryPage), timeout=LONG)
        assert page(window).in_exam
    begun = record.ask(lambda database: [one.mode for one in Attempts(database).unfinished(1)])
    assert begun == (["exam"] if agreed else [])


def test_an_attempt_goes_on_with_the_text_that_it_began_with(window: MainWindow, scenarios: Path, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    practice = start(window, qtbot)
    file = scenarios / SMALL_SCENARIO.name
    file.write_text(file.read_text("utf-8").replace("A wet umbrella", "A very wet umbrella"), "utf-8")
    practice.left.emit()

    def read_again() -> list[ScenarioCard]:
        cards = [one for one in window.findChildren(ScenarioCard) if one.isVisible()]
        wet = [one for one in cards if one.card.title.to("en") == "A very wet umbrella"]
        return [one for one in wet if one.standing_words() == "Just begun"]

    qtbot.waitUntil(lambda: bool(read_again()), timeout=LONG)
    qtbot.mouseClick(button(read_again()[0], "Continue"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page(window) is practice, timeout=LONG)
    assert practice.older_text


def test_the_settings_lead_back_and_are_kept(window: MainWindow, kept: list[Settings], qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    qtbot.mouseClick(button(page(window), "Settings"), Qt.MouseButton.LeftButton)
    settings = page(window)
    assert not isinstance(settings, LibraryPage)

    dark = replace(window._presentation.settings, theme="dark")
    settings.settings_changed.emit(dark)
    assert kept == [dark]
    assert window._presentation.theme.palette.name == "dark"
    assert window._presentation.theme.palette.ink in QApplication.instance().styleSheet()

    settings.closed.emit()
    assert isinstance(page(window), LibraryPage)


def test_settings_that_cannot_be_kept_hold_until_the_end_and_it_is_said(
    make_window: Callable[..., MainWindow], told: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    def refuse(_: Settings) -> None:
        raise UserError(FULL)

    window = make_window(refuse)
    sign_in(window, qtbot)
    window._library.language_requested.emit("zh")

    assert told == [("tell", FULL, "en")]
    assert window._presentation.language == "zh"


def test_another_language_is_spoken_on_every_page(window: MainWindow, kept: list[Settings], qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    start(window, qtbot).left.emit()
    qtbot.mouseClick(button(page(window), "Settings"), Qt.MouseButton.LeftButton)
    page(window).closed.emit()
    qtbot.mouseClick(button(page(window), "\u4e2d\u6587"), Qt.MouseButton.LeftButton)

    assert [settings.language for settings in kept] == ["zh"]
    qtbot.waitUntil(lambda: window.windowTitle() == "\u7a97\u53e3\u6f14\u7ec3", timeout=LONG)
    chinese = words_of(window)
    assert {"LibraryPage", "LearnerPage", "PracticePage", "SettingsPage"} <= set(chinese)
    assert all(map(is_chinese, chinese.values()))

    qtbot.mouseClick(button(page(window), "English"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.windowTitle() == "Counter Practice", timeout=LONG)
    assert not any(map(is_chinese, words_of(window).values()))


def is_chinese(words: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in words)


def words_of(window: MainWindow) -> dict[str, str]:
    """The words of the buttons of every page that has been made, without those by which one changes the language."""
    pages = [window.centralWidget().widget(index) for index in range(window.centralWidget().count())]
    owners = [*pages, window.findChild(LearnerPage)]
    return {
        type(owner).__name__: " ".join(
            one.text()
            for one in owner.findChildren(QAbstractButton)
            if one.text() not in ("English", "\u4e2d\u6587") and one.isVisibleTo(owner)
        )
        for owner in owners
    }


def test_a_scenario_that_broke_meanwhile_is_told_and_not_begun(
    window: MainWindow, scenarios: Path, told: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    sign_in(window, qtbot)
    one = card(window, SMALL_SCENARIO.stem, qtbot)
    qtbot.waitUntil(lambda: bool(one.standing_words()), timeout=LONG)
    file = scenarios / SMALL_SCENARIO.name
    file.write_text(file.read_text("utf-8") + "\ncolour: red\n", "utf-8")
    qtbot.mouseClick(button(one, "Start"), Qt.MouseButton.LeftButton)

    ((what, title, diagnostics, language),) = told
    assert (what, title, language) == ("tell_diagnostics", "A wet umbrella", "en")
    assert [found.message.to("en") for found in diagnostics if found.severity == "error"]
    assert isinstance(page(window), LibraryPage)


def test_a_broken_scenario_says_what_is_wrong(window: MainWindow, told: list[tuple[Any, ...]], qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    qtbot.mouseClick(button(card(window, "wrong", qtbot), "Show all problems"), Qt.MouseButton.LeftButton)

    ((what, _, diagnostics, _),) = told
    assert what == "tell_diagnostics"
    assert any("colour" in found.message.to("en") for found in diagnostics)


def test_what_the_person_can_mend_is_told_and_what_is_ours_is_handed_on(
    window: MainWindow, keeper: RecordKeeper, told: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    def fail(error: Exception) -> Callable[[object], None]:
        def work(_: object) -> None:
            raise error

        return work

    keeper.ask(fail(UserError(FULL)))
    qtbot.waitUntil(lambda: told == [("tell", FULL, "en")], timeout=LONG)

    ours = ValueError("ours")
    with qtbot.waitSignal(window.failed, timeout=LONG) as failed:
        keeper.ask(fail(ours))
    assert failed.args == [ours]
    assert len(told) == 1


def test_f11_fills_the_screen_and_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_closing_ends_every_thread_and_the_record(window: MainWindow, record: Record, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    start(window, qtbot)
    threads = window.findChildren(QThread)
    assert any(thread.isRunning() for thread in threads)
    window.close()

    assert not any(thread.isRunning() for thread in threads)
    assert not record.path.with_name("record.db-wal").exists()  # as SQLite leaves a record that was closed
    assert not window.isVisible()


def test_the_rulebook_and_the_drill_lead_back_to_the_library(window, qtbot):
    sign_in(window, qtbot)
    for verb in ("Rulebook", "Phrase drill"):
        button(page(window), verb).click()
        assert not isinstance(page(window), LibraryPage)
        button(page(window), "Back").click()
        assert isinstance(page(window), LibraryPage)


def test_a_rule_leads_to_the_card_of_an_encounter_that_practises_it(window, qtbot):
    sign_in(window, qtbot)
    button(page(window), "Rulebook").click()
    rulebook = page(window)
    qtbot.waitUntil(lambda: rulebook._list.chosen is not None, timeout=LONG)
    rulebook._list.choose("greet-speak-first")
    button_of_rule = rulebook._sheet.links[0]
    button_of_rule.click()
    assert isinstance(page(window), LibraryPage)
    qtbot.waitUntil(lambda: any(one.holds_focus() for one in window.findChildren(ScenarioCard)), timeout=LONG)
    (card,) = [one for one in window.findChildren(ScenarioCard) if one.holds_focus()]
    assert card.card.id == SMALL_SCENARIO.stem


def test_how_the_library_comes_up_is_remembered(window, scenarios, kept, qtbot):
    day = f"{{title: One, trains: One, encounters: [{{scenario: {SMALL_SCENARIO.stem}}}]}}"
    course = f"format: 1\ncourses: {{one: {{title: One, days: [{day}]}}}}\n"
    (scenarios / "courses.yaml").write_text(course, "utf-8")
    sign_in(window, qtbot)
    bar = window.findChild(LibraryPage)._bar
    qtbot.waitUntil(bar._view.isVisible, timeout=LONG)
    next(one for one in bar._view.segments if one.text() == "Course").click()
    assert kept[-1].library == "course"
    assert window._presentation.settings.library == "course"


def test_class_results_are_reached_from_the_library_and_lead_back(window: MainWindow, qtbot: QtBot) -> None:
    sign_in(window, qtbot)
    qtbot.mouseClick(button(page(window), "Class results"), Qt.MouseButton.LeftButton)
    assert isinstance(page(window), ResultsPage)
    qtbot.keyClick(page(window), Qt.Key.Key_Escape)
    assert isinstance(page(window), LibraryPage)
