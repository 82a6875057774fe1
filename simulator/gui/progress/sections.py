"""What the parts of a page of figures have in common: a heading, and a quiet paragraph below it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.gui.progress.figure import Figure
from simulator.gui.progress.rows import Row
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Picture


class Section(QWidget):
    """A heading, a quiet paragraph below it, and whatever it shows."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.presentation = presentation
        self._heading, self._note = MeasuredLabel(), MeasuredLabel()
        self._heading.setProperty("type", "title")
        self._note.setProperty("tone", "soft")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * SPACE)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._note)

    @property
    def language(self) -> str:
        """The language of the moment."""
        return self.presentation.language

    def head(self, heading: str, note: str = "") -> None:
        """Say what it is about."""
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self.presentation.theme
        self._note.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        for row in self.findChildren(Row):
            row.restyle()
        for figure in self.findChildren(Figure):
            figure.restyle()
        for segments in self.findChildren(Segments):
            segments.restyle()

    def make_room(self, *, wide: bool) -> None:
        """Let parts stand beside each other where there is room."""


class PictureSection(Section):
    """A part of the progress page: it tells something of a learner's picture."""

    @abstractmethod
    def tell(self, picture: Picture) -> None:
        """Say everything in the language of the moment."""


def direction(*, wide: bool) -> QBoxLayout.Direction:
    """Give how parts stand: beside each other where there is room, else below."""
    return QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
