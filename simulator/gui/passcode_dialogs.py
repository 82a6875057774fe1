"""The instructor's passcode, asked for and set."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from simulator.gui.theme import SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

_WIDE = 44  # characters of running text


class _Dialog(QDialog):
    """Fields below each other, a sentence on what is wrong, and two buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: list[QLineEdit] = []
        self._wrong = MeasuredLabel()
        self._wrong.setProperty("tone", "persimmon")
        self._wrong.hide()
        self._accept, self._leave = QPushButton(), QPushButton(self.tr("Cancel"))
        self._accept.setProperty("kind", "primary")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self._send)
        self._leave.clicked.connect(self.reject)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._leave)
        buttons.addWidget(self._accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        whole.setSpacing(2 * SPACE)
        whole.addLayout(self._column)
        whole.addWidget(self._wrong)
        whole.addLayout(buttons)

    def refuse(self, words: str) -> None:
        """Say what is wrong, and let it be tried again."""
        self._accept.setEnabled(True)
        self._wrong.setText(words)
        self._wrong.show()
        self._measure()
        field = self._fields[0]
        field.setAccessibleDescription(words)
        field.setFocus()
        field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the sentences the height that they need at the text size of the moment."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        wide = self.fontMetrics().horizontalAdvance("x") * _WIDE
        for label in self.findChildren(MeasuredLabel):
            label.setFixedWidth(wide)
            label.setMinimumHeight(max(label.heightForWidth(wide), 0))
        self.adjustSize()

    @abstractmethod
    def _send(self) -> None:
        """Hand on what was written."""

    def _add_secret(self, name: str) -> QLineEdit:
        field, label = QLineEdit(), QLabel(name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._fields.append(field)
        return field

    def _wait(self) -> None:
        self._wrong.hide()
        self._accept.setEnabled(False)


class PasscodeQuestion(_Dialog):
    """Asks for the passcode.

    Signals:
        answered(str): what was written; the dialog waits to be accepted or refused.
    """

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Instructor's passcode"))
        about = MeasuredLabel()
        about.setText(self.tr("The instructor has locked this. Write the passcode to go on."))
        self._column.addWidget(about)
        self._field = self._add_secret(self.tr("Passcode"))
        self._accept.setText(self.tr("Unlock"))
        self._field.setFocus()

    def _send(self) -> None:
        self._wait()
        self.answered.emit(self._field.text())


class NewPasscode(_Dialog):
    """Asks for a new passcode twice, and for what it is to lock.

    Signals:
        chosen(str, object): the passcode, and a frozenset of what it locks; the dialog waits as above.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, locks: Iterable[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Instructor's passcode"))
        self._first = self._add_secret(self.tr("New passcode, 4 characters or more"))
        self._second = self._add_secret(self.tr("The same once more"))
        title = QLabel(self.tr("It locks:"))
        self._column.addWidget(title)
        words = {
            "exam-results": self.tr("the results of exams"),
            "deletion": self.tr("deleting a learner"),
            "settings": self.tr("these settings"),
        }
        self._boxes = {name: TickBox(word) for name, word in words.items()}
        for name, box in self._boxes.items():
            box.setChecked(name in set(locks))
            self._column.addWidget(box)
        self._accept.setText(self.tr("Set"))
        self._first.setFocus()

    def _send(self) -> None:
        locks = frozenset(name for name, box in self._boxes.items() if box.isChecked())
        if self._first.text() != self._second.text():
            self.refuse(self.tr("The two are not the same. Write them once more."))
        elif not locks:
            self.refuse(self.tr("Choose at least one thing that it locks."))
        else:
            self._wait()
            self.chosen.emit(self._first.text(), locks)
