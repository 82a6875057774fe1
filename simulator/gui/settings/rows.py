"""Rows of the settings page: what is set or looked after, and what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Row(QWidget):
    """What is set, a line about it, and the choices beside them or below."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self._title, self._about = MeasuredLabel(), MeasuredLabel()
        self._title.setProperty("type", "lead")
        self._about.setProperty("type", "small")
        self._about.setProperty("tone", "soft")
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(self._words, 2)
        self._layout.addWidget(control, 3)

    def name(self, title: str, about: str) -> None:
        """Say what is set here."""
        self._title.setText(title)
        self._about.setText(about)

    def warn(self, *, warned: bool) -> None:
        """Show the line about it as something to be put right, or as any other."""
        self._about.setProperty("tone", "ochre" if warned else "soft")
        self._about.style().polish(self._about)

    def stand(self, *, beside: bool) -> None:
        """Stand beside the choices, or above them."""
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(6 * SPACE if beside else SPACE)


class Folder(QWidget):
    """A folder's place, the way to it, and the way to move it, where that can be done.

    Signals:
        move_requested(): the folder is to be moved elsewhere.
    """

    move_requested = Signal()

    def __init__(self, folder: Path, *, movable: bool = False) -> None:
        super().__init__()
        self._path = folder
        self._place, self._failure = MeasuredLabel(), MeasuredLabel()
        # Somewhere to break: a path has no spaces.
        self._place.setText(str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self._place.setAccessibleName(str(folder))
        self._failure.setProperty("tone", "ochre")
        self._failure.hide()
        self._open = QPushButton()
        self._open.clicked.connect(self._show_folder)
        self._move = QPushButton()
        self._move.setVisible(movable)
        self._move.clicked.connect(self.move_requested)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=SPACE)
        flow.addWidget(self._open)
        flow.addWidget(self._move)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._place)
        column.addWidget(buttons)
        column.addWidget(self._failure)

    def name(self, verb: str, move: str, failure: str) -> None:
        """Say what the buttons do, and what the first says where it cannot."""
        self._open.setText(verb)
        self._move.setText(move)
        self._failure.setText(failure)

    def _show_folder(self) -> None:
        self._failure.setVisible(not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))))


class Deeds(QWidget):
    """A sentence on how things stand, and buttons for what can be done."""

    def __init__(self, deeds: Sequence[Callable[[], object]]) -> None:
        super().__init__()
        self._state = MeasuredLabel()
        self._buttons = [QPushButton() for _ in deeds]
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=SPACE)
        for button, deed in zip(self._buttons, deeds, strict=True):
            button.clicked.connect(deed)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._state)
        column.addWidget(buttons)

    def name(self, state: str, verbs: Sequence[str], about: str) -> None:
        """Say how things stand, and what each button does; one without a verb is not offered."""
        self._state.setText(state)
        self._state.setVisible(bool(state))
        for button, verb in zip(self._buttons, verbs, strict=True):
            button.setText(verb)
            button.setAccessibleDescription(about)
            button.setVisible(bool(verb))
