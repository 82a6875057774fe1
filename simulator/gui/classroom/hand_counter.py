"""Counting hands: a number that is typed, or made one larger or smaller by a tap."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD

_MORE = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up)
_FEWER = (Qt.Key.Key_Minus, Qt.Key.Key_Down)
_EDITING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class CountField(QLineEdit):
    """A number of hands; what is typed counts at once, so that no number is left behind in a field.

    Signals:
        counted(int): the facilitator has given another number.
        done(): the number is complete, and the next one may be typed.
    """

    counted = Signal(int)
    done = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(len(str(most)))
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(lambda words: self.counted.emit(int(words or 0)))

    @property
    def count(self) -> int:
        """The number as it stands; an empty field is nobody."""
        return int(self.text() or 0)

    def show_count(self, count: int) -> None:
        """Show a number, unless it stands there; nobody is told."""
        if count != self.count or (not self.hasFocus() and not self.text()):
            self.setText(str(count))

    def step(self, steps: int) -> None:
        """Count so many hands more, or fewer where negative."""
        count = min(self._most, max(0, self.count + steps))
        if count != self.count:
            self.setText(str(count))
            self.counted.emit(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count on with + and \u2212 too; Enter goes on to the next number."""
        if event.key() in _MORE:
            self.step(1)
        elif event.key() in _FEWER:
            self.step(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif event.key() in _EDITING or (
            event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()  # a letter is a command, here as everywhere


class HandCounter(QWidget):
    """A field with a button at either side.

    Signals:
        counted(int): the number is another.
        done(): the number is complete.
    """

    counted = Signal(int)
    done = Signal()

    def __init__(self, presentation: Presentation, most: int) -> None:
        super().__init__()
        self._presentation = presentation
        self.field = CountField(most)
        self._fewer, self._more = QPushButton("\u2212"), QPushButton("+")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._fewer, self.field, self._more):
            row.addWidget(part)
        for button, steps in ((self._fewer, -1), (self._more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a tap leaves the focus where numbers are typed
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, steps=steps: self.field.step(steps))
        self.field.counted.connect(self.counted)
        self.field.done.connect(self.done)
        self.restyle()

    def name(self, option: str) -> None:
        """Say for what the hands are counted."""
        self.field.setAccessibleName(self.tr("Hands for %1").replace("%1", option))
        self._fewer.setAccessibleName(self.tr("One hand fewer for %1").replace("%1", option))
        self._more.setAccessibleName(self.tr("One more hand for %1").replace("%1", option))

    def open(self, *, counting: bool) -> None:
        """Let hands be counted, or only be looked at."""
        for part in (self._fewer, self._more, self.field):
            part.setEnabled(counting)

    def restyle(self) -> None:
        """Take the size of type of the moment."""
        theme = self._presentation.theme
        side = round(theme.points(BODY) * 2.4)
        self.field.setFixedSize(round(theme.points(LEAD) * 3.4), side)
        for button in (self._fewer, self._more):
            button.setFixedSize(side, side)
            button.setStyleSheet("padding: 0")
