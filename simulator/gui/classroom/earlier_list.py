"""The classes of before: an unfinished one is taken up again, a finished one is reported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.gui.classroom.plan import Earlier
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel

_MOST = 12  # that are listed


class EarlierList(QWidget):
    """One row a class.

    Signals:
        resume_requested(int), report_requested(int), delete_requested(int): of the lesson of this id.
    """

    resume_requested = Signal(int)
    report_requested = Signal(int)
    delete_requested = Signal(int)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._rows: list[QWidget] = []
        self._head = QLabel()
        self._head.setProperty("type", "lead")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._head)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of all rows, from top to bottom."""
        return [button for row in self._rows for button in row.findChildren(QPushButton)]

    def show_lessons(self, lessons: Sequence[Earlier]) -> None:
        """List these, those that can be taken up again first."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        ordered = sorted(lessons, key=lambda one: one.outline.finished is not None)
        self._rows = [self._row(one) for one in ordered[:_MOST]]
        for row in self._rows:
            self._column.addWidget(row)
        self._head.setText(self.tr("Classes of before"))
        self.setVisible(bool(self._rows))

    def _row(self, earlier: Earlier) -> QWidget:
        outline = earlier.outline
        row = QFrame()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        title = self._presentation.words(earlier.title)
        named = MeasuredLabel()
        named.setText(f"{outline.group} \u00b7 {title}")
        when = QLabel(outline.begun.astimezone().strftime("%Y-%m-%d %H:%M"))
        when.setProperty("type", "small")
        when.setProperty("tone", "soft")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(named)
        words.addWidget(when)
        across.addLayout(words, 1)
        verbs = [
            ("", self.tr("Take up again"), self.resume_requested),
            ("quiet", self.tr("Report"), self.report_requested),
            ("quiet", self.tr("Delete"), self.delete_requested),
        ]
        for kind, verb, signal in verbs if outline.finished is None else verbs[1:]:
            button = QPushButton(verb)
            button.setProperty("kind", kind)
            button.setAccessibleName(f"{verb}: {named.text()}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(outline.id))
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
