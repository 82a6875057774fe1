"""Boxes that leave undo and redo to their page, which undoes everything and not only what was typed in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Box  # what it is mixed into
else:
    _Box = object


class LeavesUndo(_Box):
    """To be inherited from before a widget in which one types."""

    def event(self, event: QEvent) -> bool:
        """Do not claim the keys of undo and redo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo alone."""
        if _undoes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
