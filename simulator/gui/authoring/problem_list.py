"""The problems of a scenario file: what is wrong, why it matters, how to mend it, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simulator.authoring.diagnostics import why_of
from simulator.errors import Diagnostic
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL
from simulator.gui.widgets.tool_tip import plain_tip

_ROOM = 6  # pixels above and below the words of a problem
_SIGN = 26  # pixels of its sign at plain text size


class ProblemList(QListWidget):
    """One row a problem; a click or Enter goes to its place, P plays the path that shows it, where there is one.

    Signals:
        chosen(object): the person wants to the place of this Diagnostic.
        path_requested(object): the person wants to see the path that shows this Diagnostic played.
    """

    chosen = Signal(object)
    path_requested = Signal(object)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._shown: tuple[Diagnostic, ...] = ()
        self._language = ""
        self.setItemDelegate(_Row(presentation, self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the list in the language of the moment."""
        self.setAccessibleName(self.tr("Problems"))
        self._fill()

    def show_problems(self, found: tuple[Diagnostic, ...]) -> None:
        """Show these, errors first."""
        ordered = tuple(sorted(found, key=lambda one: (one.severity != "error", one.line, one.column)))
        if ordered != self._shown or self._language != self._presentation.language:
            self._shown = ordered
            self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self._language = language = self._presentation.language
        self.clear()
        for one in self._shown:
            severity = self.tr("Error") if one.severity == "error" else self.tr("Warning")
            item = QListWidgetItem(one.message.to(language))
            item.setData(Qt.ItemDataRole.UserRole, one)
            where = self.tr("line %1").replace("%1", str(one.line))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{severity}, {one.message.to(language)} {one.mend.to(language)} {where}, {one.code}",
            )
            why = self._presentation.words(why_of(one))
            played = self.tr("P: see the path played") if one.path else ""
            about = (why, one.mend.to(language), f"{one.code}, {where}", played)
            item.setToolTip(plain_tip("\n".join(words for words in about if words)))
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def _open_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None:
            return
        found: Diagnostic = item.data(Qt.ItemDataRole.UserRole)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to it")).triggered.connect(lambda: self.chosen.emit(found))
        played = menu.addAction(self.tr("See the path played (P)"))
        played.setEnabled(bool(found.path))
        played.triggered.connect(lambda: self.path_requested.emit(found))
        menu.popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play the path of the chosen problem."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_P and self.currentRow() >= 0 and item.data(Qt.ItemDataRole.UserRole).path:
            self.path_requested.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        found: Diagnostic = item.data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(found)


class _Row(QStyledItemDelegate):
    """Paints a problem: its sign, what is wrong, and below it how to mend it."""

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation

    def _fonts(self) -> tuple[QFont, QFont]:
        theme = self._presentation.theme
        return theme.font(BODY), theme.font(SMALL)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give room for the two texts in the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 400
        message, mend = self._places(QRect(0, 0, width, 10_000), index)
        return QSize(width, mend.bottom() - message.top() + 1 + 2 * _ROOM)

    def _places(self, frame: QRect, index: QModelIndex | QPersistentModelIndex) -> tuple[QRect, QRect]:
        found: Diagnostic = index.data(Qt.ItemDataRole.UserRole)
        language = self._presentation.language
        left = frame.left() + self._sign() + 16
        room = QRect(left, frame.top() + _ROOM, frame.right() - left - 12, 10_000)
        flags = _wrapping(language)
        body, small = (QFontMetrics(font) for font in self._fonts())
        message = body.boundingRect(room, flags, found.message.to(language))
        room.setTop(message.bottom() + 2)
        return message, small.boundingRect(room, flags, found.mend.to(language))

    def _sign(self) -> int:
        return round(_SIGN * self._presentation.theme.text_size / 100)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        found: Diagnostic = index.data(Qt.ItemDataRole.UserRole)
        theme, language = self._presentation.theme, self._presentation.language
        painter.save()
        frame: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(frame, theme.color("celadon", 0.12))
        error = found.severity == "error"
        tone, icon = ("persimmon", "broken") if error else ("ochre", "missed")
        side = round(self._sign() * 0.7)
        pixmap = self._presentation.artist.icon_pixmap(icon, getattr(theme.palette, tone), side)
        painter.drawPixmap(frame.left() + 10, frame.top() + _ROOM + 2, pixmap)
        message, mend = self._places(frame, index)
        body, small = self._fonts()
        wrap = _wrapping(language)
        painter.setFont(body)
        painter.setPen(theme.color("ink"))
        painter.drawText(message, wrap, found.message.to(language))
        painter.setFont(small)
        painter.setPen(theme.color("soft_ink"))
        painter.drawText(mend, wrap, found.mend.to(language))
        painter.restore()


def _wrapping(language: str) -> Qt.TextFlag:
    """Break Chinese anywhere, English between words."""
    return Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if language == "zh" else Qt.TextFlag.TextWordWrap
