"""The bar above the cards: all scenarios or the course, and the ways to the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation


class ShelfBar(QWidget):
    """What may be looked at beside the cards.

    Signals:
        view_chosen(str): all or course.
        progress_requested(), results_requested(), rulebook_requested(), drill_requested(), write_requested(),
            lead_requested(): that page is to be shown.
    """

    view_chosen = Signal(str)
    progress_requested = Signal()
    rulebook_requested = Signal()
    drill_requested = Signal()
    write_requested = Signal()
    results_requested = Signal()
    lead_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._view = Segments(presentation, ("all", "course"))
        self._view.chosen.connect(self._choose)
        self._view.hide()
        self._progress, self._results, self._rulebook = (QPushButton() for _ in range(3))
        self._drill, self._write, self._lead = (QPushButton() for _ in range(3))
        layout = FlowLayout(self, gap=SPACE)
        layout.addWidget(self._view)
        for button, signal in (
            (self._progress, self.progress_requested),
            (self._results, self.results_requested),
            (self._rulebook, self.rulebook_requested),
            (self._drill, self.drill_requested),
            (self._write, self.write_requested),
            (self._lead, self.lead_requested),
        ):
            button.setProperty("kind", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(signal)
            layout.addWidget(button)
        self.setFocusProxy(self._view)
        self.retranslate()
        self.restyle()

    def offer_course(self, *, offered: bool) -> None:
        """Offer the course beside all scenarios, where there is one."""
        self._view.setVisible(offered)
        self.updateGeometry()

    def show_view(self, view: str) -> None:
        """Show which of the two is looked at."""
        self._view.show_value(view)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._view.name(self.tr("Show"), [self.tr("All scenarios"), self.tr("Course")])
        self._progress.setText(self.tr("Progress"))
        self._results.setText(self.tr("Class results"))
        self._rulebook.setText(self.tr("Rulebook"))
        self._drill.setText(self.tr("Phrase drill"))
        self._write.setText(self.tr("Write scenarios"))
        self._lead.setText(self.tr("Lead a class"))

    def _choose(self, view: object) -> None:
        self.view_chosen.emit(str(view))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        size = round(theme.points(BODY) * 1.35)
        for button, icon in (
            (self._progress, "chart"),
            (self._results, "person"),
            (self._rulebook, "book"),
            (self._drill, "speech"),
            (self._write, "pen"),
            (self._lead, "projector"),
        ):
            button.setIcon(artist.icon(icon, theme.palette.ink, size))
            button.setIconSize(QSize(size + SPACE, size))
        self._view.restyle()
