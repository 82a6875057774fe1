"""Reading the library beside the window's thread: the cards first, the courses when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import UserError
from simulator.gui.background import Background
from simulator.gui.library.searching import searchable

if TYPE_CHECKING:
    from simulator.gui.library.searching import Searchable
    from simulator.library.catalogue import Catalogue

_PATIENCE = 250  # milliseconds before it is said that reading takes a while


class LibraryReader(QObject):
    """Reads what the library page shows.

    Signals:
        cards_read(object): a Searchable for every scenario, in a list.
        courses_read(object): the CourseFile.
        refused(object): the UserError for which nothing can be read.
        slow(): reading takes a while.
    """

    cards_read = Signal(object)
    courses_read = Signal(object)
    refused = Signal(object)
    slow = Signal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._background = Background("catalogue", self)
        self._cards: list[Searchable] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.slow)

    def first_cards(self) -> list[Searchable]:
        """Give at once what the list began with the last time; nothing where that is not known."""
        return [searchable(card) for card in self._catalogue.first_cards()]

    def read_cards(self) -> None:
        """Read the cards as their files stand now."""
        self._timer.start()
        known = self._cards

        def work() -> list[Searchable]:
            cards = [searchable(card) for card in self._catalogue.cards()]
            return known if cards == known else cards  # so that the window finds at once that nothing has changed

        self._background.run(work, self._take_cards, self._refuse)

    def read_courses(self) -> None:
        """Read the courses."""
        self._background.run(self._catalogue.courses, self._take_courses)

    def finish(self) -> None:
        """Let what is being read end."""
        self._timer.stop()
        self._background.finish()

    def _take_cards(self, cards: list[Searchable]) -> None:
        self._timer.stop()
        self._cards = cards
        self.cards_read.emit(cards)

    def _take_courses(self, file: object) -> None:
        self.courses_read.emit(file)

    def _refuse(self, error: Exception) -> None:
        self._timer.stop()
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(error)
