"""What lies over a map: the buttons that zoom, and a hint of what to do now."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL, SPACE


class MapTools(QWidget):
    """Zoom out, show all, zoom in: for those who do not know the keys.

    Signals:
        zoom_in(), zoom_out(), fit(): as the buttons say.
    """

    zoom_in = Signal()
    zoom_out = Signal()
    fit = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        self._buttons = [QPushButton() for _ in range(3)]
        for button, signal in zip(self._buttons, (self.zoom_out, self.fit, self.zoom_in), strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the map's own keys do the same
            button.clicked.connect(signal)
            row.addWidget(button)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        less, whole, more = self._buttons
        less.setText("\u2212")
        more.setText("+")
        whole.setText(self.tr("Show all"))
        for button, name, key in (
            (less, self.tr("Zoom out"), "-"),
            (whole, self.tr("Show all"), "0"),
            (more, self.tr("Zoom in"), "+"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")
        self.adjustSize()

    def restyle(self) -> None:
        """Take the size of type of the moment."""
        size = self._presentation.theme.points(SMALL)
        for button in self._buttons:
            button.setStyleSheet(f"padding: 3px 10px; font-size: {size:g}pt;")
        self.adjustSize()


class Hint(QLabel):
    """One sentence at the top of the map, as long as it is needed."""

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._room = QRect()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence."""
        self.setText(words)
        self.arrange(self._room)
        self.show()
        self.raise_()

    def arrange(self, room: QRect) -> None:
        """Stand in the middle of the upper edge."""
        self._room = room
        width = min(room.width() - 4 * SPACE, self.fontMetrics().horizontalAdvance(self.text()) + 6 * SPACE)
        self.resize(width, self.heightForWidth(width))
        self.move(room.center().x() - width // 2, room.top() + SPACE)

    def restyle(self) -> None:
        """Take the colours and the size of type of the moment."""
        palette, size = self._presentation.theme.palette, self._presentation.theme.points(SMALL)
        self.setStyleSheet(
            f"background: {palette.ink}; color: {palette.paper}; border-radius: {SPACE}px; "
            f"padding: {SPACE}px {2 * SPACE}px; font-size: {size:g}pt;"
        )
