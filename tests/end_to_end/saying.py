"""``python -m tests.end_to_end.saying HOME SENTENCE``: a learner at the real page who says it first and then waits.

Prints a line as soon as the options show.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from simulator.domain.modes import Mode
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.page import PracticePage
from simulator.gui.practice.sitting import Sitting
from simulator.gui.practice.sitting_down import begin
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts, style_sheet
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database, open_database
from simulator.records.learners import Learners
from simulator.settings import Settings

PROJECT = Path(__file__).parent.parent.parent


def main(home: Path, sentence: str) -> None:
    application = QApplication([])
    load_fonts(PROJECT / "assets")
    settings = Settings(language="en", reduced_motion=True, say_first=True)
    presentation = Presentation(settings, Artist(PROJECT / "assets", home / "art"))
    application.setStyleSheet(style_sheet(presentation.theme))
    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", home / "cache")
    keeper = RecordKeeper(lambda: open_database(home / "record.db", home / "backups", lambda: datetime.now(UTC)))
    page = PracticePage(presentation, keeper)
    page.resize(1366, 768)
    page.show()
    (card,) = [card for card in catalogue.cards() if card.id == "phone-wall"]

    def sit_down(database: Database) -> Sitting:
        learner = Learners(database).add("Wen Hua")
        return begin(database, learner.id, catalogue.open(card.path), catalogue.rulebook(), 7, Mode.LEARN)

    def go_on() -> None:
        if page.cards:
            print("options", flush=True)
            looking.stop()
        elif (asking := page._answers.asking) is not None and not asking.sentence.toPlainText():
            asking.sentence.setPlainText(sentence)
            asking.say.click()

    looking = QTimer(page)
    looking.timeout.connect(go_on)
    looking.start(5)
    keeper.ask(sit_down, page.start)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
