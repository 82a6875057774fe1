"""Draws the program's pages into pictures: those of the READMEs, or with --all every page in every look.

Run by ``make screenshots``. The pictures show the real window on the real scenarios, with a record made for the
occasion, so they are what a person sees.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from simulator.classroom.handing_in import hand_in
from simulator.classroom.result_file import ResultFile, write_result
from simulator.domain.envelope import Envelope
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.commands import Command, Wish
from simulator.gui.film.films import Play, make_films
from simulator.gui.film.page import FilmPage
from simulator.gui.film.reel import Kind
from simulator.gui.main_window import MainWindow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from simulator.records.database import open_database
from simulator.records.learners import Learner, Learners
from simulator.settings import Settings
from tests.rooms import authoring_room, silent_speaker

PROJECT = Path(__file__).parent.parent
PICTURES = PROJECT / "docs" / "pictures"
NAMES = {"zh": "陈静", "en": "Chen Jing"}
README_PAGES = {"library", "practice", "debrief", "editor"}
EVERY_LOOK = [
    (size, text_size, theme)
    for size in (QSize(1366, 768), QSize(1920, 1080))
    for text_size in (100, 200)
    for theme in ("paper", "dark", "contrast")
]


def main() -> None:
    """Draw the pictures that the arguments ask for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--all", type=Path, metavar="FOLDER", help="every page in every look, into this folder")
    arguments.add_argument("--scenario", default="phone-wall")
    chosen = arguments.parse_args()
    application = QApplication([])
    load_fonts(PROJECT / "assets")
    window_language = WindowLanguage(application, PROJECT / "assets" / "i18n")
    for language in ("zh", "en"):
        if chosen.all is None:
            settings = Settings(language=language, reduced_motion=True)
            name = f"{{page}}-{language}"
            draw(window_language, settings, QSize(1366, 768), chosen.scenario, PICTURES, name, README_PAGES)
            continue
        for size, text_size, theme in EVERY_LOOK:
            settings = Settings(language=language, reduced_motion=True, text_size=text_size, theme=theme)
            name = f"{{page}}-{language}-{size.width()}-{text_size}-{theme}"
            draw(window_language, settings, size, chosen.scenario, chosen.all, name, None)


def draw(
    window_language: WindowLanguage,
    settings: Settings,
    size: QSize,
    scenario_id: str,
    folder: Path,
    name: str,
    wanted: set[str] | None,
) -> None:
    """Go through the program as a learner does, taking a picture of each page that is wanted (all, where None)."""
    folder.mkdir(parents=True, exist_ok=True)
    with _window(window_language, settings, size) as (window, record):

        def take(page: str, shown: QWidget = window) -> None:
            if wanted is None or page in wanted:
                _pause(700)
                shown.grab().save(str(folder / f"{name.format(page=page)}.png"))

        take("learner")
        learners: list[Learner] = []
        record.ask(lambda database: Learners(database).add(NAMES[settings.language]), learners.append)
        _until(lambda: bool(learners))
        window._learners.learner_chosen.emit(learners[0])
        take("library")
        window._library.practise_requested.emit(
            next(card for card in window._catalogue.cards() if card.id == scenario_id)
        )
        _until(lambda: window._practice is not None and bool(window._practice.cards))
        take("opening")
        _practise(window, take)
        take("ending")
        QTest.mouseClick(window._practice.ending_button, Qt.MouseButton.LeftButton)
        _until(lambda: window._debrief is not None)
        take("question")
        _pause(700)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_3)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        take("debrief")
        window._show_progress()
        take("progress")
        window._show_settings()
        take("settings")
        window._library.view_chosen.emit("course")
        window._show_library()
        window._library._choose_view("course")
        take("course")
        window._library.rulebook_requested.emit()
        take("rulebook")
        window._library.drill_requested.emit()
        take("drill")
        _hand_in(window, record, learners[0], take)
        _write(window, take, scenario_id)
        _watch(window, scenario_id, take)
        _lead(window, scenario_id, take, lambda page: wanted is None and take(page, window._classroom.projector))


def _hand_in(window: MainWindow, record: RecordKeeper, learner: Learner, take: Callable[[str], None]) -> None:
    """Hand in what was practised, and take it into a class."""
    handed: list[ResultFile] = []
    record.ask(lambda database: hand_in(database, learner, "0.0"), handed.append)
    _until(lambda: bool(handed))
    path = window._data / f"{learner.name}.cpresult"
    path.write_bytes(write_result(handed[0]))
    window._library.results_requested.emit()
    window._results.bar.files_given.emit([path], "一班")
    _until(window._results.picture.isVisible)
    take("results")
    window._results.intake.hide()
    take("results-map")


def _write(window: MainWindow, take: Callable[[str], None], scenario_id: str) -> None:
    """Go to the authors' room, and look at a scenario in the editor."""
    window._library.write_requested.emit()
    take("writing")
    room = window._room
    (card,) = [card for card in window._catalogue.cards() if card.id == scenario_id]
    room.edit(card.path)
    _until(lambda: room.page is not None and room.page.checked is not None)
    scene = room.page.desk.draft.ids(("scenes",))[1]
    room.page.go_to(("scenes", scene))
    take("editor")
    room.page.views.show_view(1)
    room.page.go_to(("scenes", scene, "responses", room.page.desk.draft.ids(("scenes", scene, "responses"))[0]))
    take("editor-list")


def _practise(window: MainWindow, take: Callable[[str], None]) -> None:
    """Answer well, but every fourth time as badly as one can, and take the picture in the middle of it."""
    page = window._practice
    rulebook = window._catalogue.rulebook().rulebook
    envelope = Envelope(page.encounter.scenario, rulebook)
    given = 0
    while page.encounter.scene is not None:
        prospects = envelope.prospects(page.encounter.state)
        regret = {answer: prospect.regret for answer, prospect in prospects.items()}
        chosen = max(regret, key=regret.get) if given % 4 == 2 else min(regret, key=regret.get)
        number = next(option.number for option in page.encounter.options() if option.response.id == chosen)
        QTest.keyClick(page, str(number))
        given += 1
        turns = given
        _until(lambda turns=turns: len(page.encounter.transcript().turns) == turns and page.settled)
        if given == 4:
            take("practice")


def _watch(window: MainWindow, scenario_id: str, take: Callable[[str], None]) -> None:
    """Watch how it can fail as far as the third turn, and compare it with the model there."""
    card = next(card for card in window._catalogue.cards() if card.id == scenario_id)
    opened, rulebook = window._catalogue.open(card.path), window._catalogue.rulebook().rulebook
    page = FilmPage(window._presentation, parent=window._pages)
    window._pages.addWidget(page)
    window._pages.setCurrentWidget(page)
    page.show_film(make_films(card.path, opened.scenario, rulebook), Play.FAILING)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(page, key)
    while page.moment.kind is not Kind.WHY:
        QTest.keyClick(page, Qt.Key.Key_Right)
    take("film")
    QTest.keyClick(page, Qt.Key.Key_C)
    _until(lambda: page.beside is not None and page.beside.complete)
    take("compared")
    page.finish()


def _lead(window: MainWindow, scenario_id: str, take: Callable[[str], None], project: Callable[[str], object]) -> None:
    """Lead a class through one moment with two votes; the projector is as large as the window."""
    window._library.lead_requested.emit()
    room = window._classroom
    _until(lambda: room.start._list.count() > 0)
    take("class-start")
    room.start._list.setCurrentRow([card.id for card in room.start._offer.cards].index(scenario_id))
    room.start._group.setText("A")
    room.start._begin()
    _until(lambda: room.leading is not None)
    room.projector.resize(window.size())
    project("projector-line")
    while room.leading.telling:
        room.leading.advance()
    do = room.console.do
    for hands, then in (((14, 3, 20), Command.SECOND_VOTE), ((33, 0, 4), Command.NEXT)):
        for panel, count in zip(room.console.moment.panels, hands, strict=False):
            panel.counter.field.step(count)
        _until(lambda: not room.leading.waiting)
        project("projector-question")
        take("console")
        do(Wish(Command.NEXT))
        _until(lambda: not room.leading.waiting)
        project("projector-vote")
        do(Wish(then))
        _until(lambda: not room.leading.waiting)
    for step in ("consequence", "rules", "best"):
        project(f"projector-{step}")
        do(Wish(Command.NEXT))
        _until(lambda: not room.leading.waiting)


@contextmanager
def _window(language: WindowLanguage, settings: Settings, size: QSize) -> Iterator[tuple[MainWindow, RecordKeeper]]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        record = RecordKeeper(lambda: open_database(data / "record.db", data / "backups", lambda: datetime.now(UTC)))
        presentation = Presentation(settings, Artist(PROJECT / "assets", data / "cache"))
        catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", data / "cache")
        window = MainWindow(
            presentation,
            language,
            catalogue,
            record,
            lambda: 1,
            lambda _: None,
            data,
            lambda: authoring_room(presentation, catalogue, data),
            silent_speaker,
        )
        window.resize(size)
        window.show()
        window.open()
        yield window, record
        window.close()


def _pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(1000):
        if done():
            return
        _pause(10)
    raise TimeoutError


if __name__ == "__main__":
    main()
