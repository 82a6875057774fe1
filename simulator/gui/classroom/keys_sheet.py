"""The keys of the classroom, to be looked up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.gui.classroom.commands import key_list
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MeasuredLabel


class KeysSheet(QWidget):
    """What each key does, on the console and on the projector.

    Signals:
        closed(): it has been read.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("type", "title")
        self._close = QPushButton()
        self._close.setProperty("kind", "primary")
        self._close.clicked.connect(self.closed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setColumnStretch(1, 1)
        scroll = ColumnScroll()
        scroll.column.addLayout(self._grid)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addWidget(self._title)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self._close)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Keys, on the console and on the projector"))
        self._close.setText(self.tr("Close"))
        for row, (keys, words) in enumerate(key_list()):
            for column, text in ((0, keys), (1, words)):
                item = self._grid.itemAtPosition(row, column)
                label = item.widget() if item is not None else None
                if not isinstance(label, QLabel):
                    label = MeasuredLabel() if column else QLabel()
                    self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                label.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that opened it, too."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
