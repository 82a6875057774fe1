"""Where films are shown: they are made beside the window's thread, then the film page plays them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.gui.background import Background
from simulator.gui.film.films import Films, make_films
from simulator.gui.film.page import FilmPage

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card, Catalogue


class Theatre(QObject):
    """The film page, and what is made for it.

    Signals:
        opened(): a film begins on the page.
        failed(object): a film could not be made.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, presentation: Presentation, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._making = Background("films", self)
        self._making.unhandled.connect(self.failed)
        self.page = FilmPage(presentation)

    def show_card(self, card: Card) -> None:
        """Make the films of a card's scenario and show them."""
        self._making.run(self._films_of(card), self._show)

    def finish(self) -> None:
        """Let what was begun end; to be called before the program does."""
        self.page.finish()
        self._making.finish()

    def _films_of(self, card: Card) -> Callable[[], Films]:
        catalogue = self._catalogue  # the worker is not to hold what belongs to the window
        return lambda: make_films(card.path, catalogue.open(card.path).scenario, catalogue.rulebook().rulebook)

    def _show(self, films: Films) -> None:
        self.opened.emit()
        self.page.show_film(films)
        self.page.setFocus()
