"""The form of an ending: how it finishes, what is said, and what the citizen tells a neighbour."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.fields import Desk, Field, FlagField, NumberField, WordsField
from simulator.gui.authoring.forms.lines_form import LinesForm
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout


class EndingForm(QWidget):
    """Everything of one ending."""

    def __init__(self, studio: Studio, desk: Desk, id: str) -> None:
        super().__init__()
        keys: Keys = ("endings", id)
        self._lines = LinesForm(studio, desk, keys)
        title = WordsField(desk, (*keys, "title"), self.tr("Title"))
        resolved = FlagField(desk, (*keys, "resolved"), self.tr("Resolved"), always=True)
        resolved.setToolTip(self.tr("The citizen's business is settled, or lawfully routed"))
        rating = NumberField(
            desk, (*keys, "rating_at_most"), self.tr("Rating at most"), 1, 5, self.tr("as the mood is")
        )
        neighbour = WordsField(desk, (*keys, "neighbour"), self.tr("What the citizen tells a neighbour afterwards"))
        self._fields: list[Field] = [title, resolved, rating, neighbour]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(title)
        row = FlowLayout(gap=2 * SPACE)
        row.addWidget(resolved)
        row.addWidget(rating)
        layout.addLayout(row)
        layout.addWidget(self._lines)
        layout.addWidget(neighbour)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Show the ending of the moment."""
        self._lines.refresh()
        for field in self._fields:
            field.refresh()
