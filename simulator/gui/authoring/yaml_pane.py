"""The text of the file itself, for authors who like it: the same draft, the same selection."""

from __future__ import annotations

import re

from PySide6.QtCore import QRegularExpression, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simulator.authoring.draft import difference_of
from simulator.gui.authoring.leaving_undo import LeavesUndo
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL

_SETTLED_MS = 60  # after which typing is taken over into the draft
_COLORED = 200_000  # characters; a longer text stays plain, since colouring it would hold the window up
_RARE = re.compile("[\U00010000-\U0010ffff]")


class YamlPane(LeavesUndo, QPlainTextEdit):
    """Shows and edits the whole text. Undoing is left to the page, which undoes everything.

    Signals:
        retyped(str): the person changed the text to this.
        went(int): the cursor is at this character now.
    """

    retyped = Signal(str)
    went = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._text = ""
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._colors = _Highlighter(presentation, self.document())
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._take_over)
        self.textChanged.connect(self._settled.start)
        self.cursorPositionChanged.connect(self._tell_where)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Name the pane in the language of the moment."""
        self.setAccessibleName(self.tr("The file's text"))

    def restyle(self) -> None:
        """Take the colours and the type of the moment."""
        theme = self._presentation.theme
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font = QFont([fixed, *theme.font().families()])
        font.setPointSizeF(theme.points(SMALL))
        self.setFont(font)
        self.setTabStopDistance(2 * self.fontMetrics().horizontalAdvance(" "))
        self._colors.restyle()

    def show_text(self, text: str) -> None:
        """Show another text; only what is different is exchanged, so that the cursor and the view stay."""
        text = text.replace("\r\n", "\n")
        splice = difference_of(self._text, text)
        self._settled.stop()
        self._text = text
        if splice is None or self.toPlainText() == text:
            return
        self._colors.setDocument(self.document() if len(text) < _COLORED else None)
        self.blockSignals(True)
        if self.toPlainText() == "" or not text:
            self.setPlainText(text)
        else:
            self._exchange()
        self.blockSignals(False)

    def go_to(self, start: int) -> None:
        """Put the cursor at a character and bring it into sight; nobody is told."""
        self.blockSignals(True)
        cursor = self.textCursor()
        cursor.setPosition(min(_units(self._text, start), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.blockSignals(False)

    def take_over(self) -> None:
        """Take what was typed over into the draft at once."""
        if self._settled.isActive():
            self._settled.stop()
            self._take_over()

    def _exchange(self) -> None:
        # What is typed and not taken over yet is lost to whatever was done elsewhere in the same sixtieth of a second.
        old = self.toPlainText()
        again = difference_of(old, self._text)
        if again is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(old, again.start))
        cursor.setPosition(_units(old, again.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(again.words)

    def _take_over(self) -> None:
        text = self.toPlainText()
        if text != self._text:
            self._text = text
            self.retyped.emit(text)

    def _tell_where(self) -> None:
        if self.hasFocus():
            self.went.emit(_characters(self.toPlainText(), self.textCursor().position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put two spaces for Tab, as the file is indented."""
        if event.text() == "\t":
            self.insertPlainText("  ")
        else:
            super().keyPressEvent(event)


class _Highlighter(QSyntaxHighlighter):
    """Colours keys, comments and ids."""

    def __init__(self, presentation: Presentation, document: QTextDocument) -> None:
        super().__init__(document)
        self._presentation = presentation
        self._rules: list[tuple[QRegularExpression, QTextCharFormat]] = []

    def restyle(self) -> None:
        theme = self._presentation.theme
        self._rules = [
            (QRegularExpression(r"(^|[\s{,-])[A-Za-z_][\w-]*(?=:(\s|$))"), _format(theme.color("celadon"))),
            (QRegularExpression(r"(^|\s)#.*$"), _format(theme.color("soft_ink"))),
        ]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for expression, look in self._rules:
            found = expression.globalMatch(text)
            while found.hasNext():
                match = found.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), look)


def _format(color: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(color)
    return look


def _units(text: str, position: int) -> int:
    """Count characters as Qt does, to which a rare one counts as two."""
    return position + len(_RARE.findall(text, 0, position))


def _characters(text: str, units: int) -> int:
    """Count what Qt counts as Python does."""
    if _RARE.search(text) is None:
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
