"""Sheets that are scrolled: as high as their words need, and laid out once, before they are painted.

Qt lays out later what has changed, and may have painted it by then as it was: squeezed into the room of before. And it
lays out a whole sheet with each of its widgets that comes into sight.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget


class ScrolledSheet(QWidget):
    """What a scroll area shows, as high as its words are at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "clear")

    def sizeHint(self) -> QSize:
        """Ask for nothing: setting all words in the measure that each would like takes long, and no page has it."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing: layouts add up the heights that labels would need at their narrowest, which no page has."""
        return QSize(0, 0)


def show_together(sheet: QWidget, widgets: Iterable[QWidget]) -> None:
    """Bring widgets of a sheet into sight together."""
    hidden = [widget for widget in widgets if widget.isHidden()]
    if len(hidden) > 1 and sheet.isVisible():
        sheet.hide()
        for widget in hidden:
            widget.show()
        sheet.show()
    else:
        for widget in hidden:
            widget.show()


def lay_out_now() -> None:
    """Give everything that waits to be laid out the place that it will have."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateLater.value)  # of what has come into sight
