"""The list of all parts of a scenario: the scenario itself, its scenes and its endings, with their problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from simulator.authoring.draft import Keys
from simulator.authoring.map_picture import Problems
from simulator.gui.widgets.tool_tip import plain_tip

_ID = Qt.ItemDataRole.UserRole
_LONGEST = 200  # characters; how many of them are shown follows from the width
_NO_PROBLEMS = Problems()


class Part(NamedTuple):
    """A part as the list names it; ``mark`` is the sign of its stage or kind, and ``kind`` says that in words."""

    keys: Keys
    mark: str
    kind: str
    words: str


class Outline(QListWidget):
    """The parts in the order of the file; scenes and endings can be moved with Alt and the arrow keys.

    Signals:
        chosen(object): the person went to the part at these keys.
        rename_requested(object), duplicate_requested(object), delete_requested(object): is wished for this part.
        moved(object, int): this part is to be so many places further on.
    """

    chosen = Signal(object)
    rename_requested = Signal(object)
    duplicate_requested = Signal(object)
    delete_requested = Signal(object)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._problems: Mapping[str, Problems] = {}
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.currentItemChanged.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the list in the language of the moment."""
        self.setAccessibleName(self.tr("Scenes and endings"))

    def show_parts(self, parts: tuple[Part, ...], problems: Mapping[str, Problems]) -> None:
        """Show these parts with the problems of scenes and endings; the chosen one stays chosen."""
        if parts == self._parts and problems == self._problems:
            return
        same = [part.keys for part in parts] == [part.keys for part in self._parts]
        before = zip(self._parts, [self._found(part, self._problems) for part in self._parts], strict=True)
        self._parts, self._problems = parts, problems
        self.blockSignals(True)
        if same:
            for row, (part, old) in enumerate(zip(parts, before, strict=True)):
                if (part, self._found(part, problems)) != old:
                    self._name(self.item(row), part)
        else:
            chosen = self.current()
            self.clear()
            for part in parts:
                item = QListWidgetItem()
                item.setData(_ID, part.keys)
                self._name(item, part)
                self.addItem(item)
            self.select(chosen)
        self.blockSignals(False)

    def current(self) -> Keys:
        """Give the keys of the chosen part."""
        item = self.currentItem()
        return tuple(item.data(_ID)) if self.currentRow() >= 0 else ()

    def select(self, keys: Keys) -> None:
        """Choose a part from outside; nobody is told."""
        self.blockSignals(True)
        for row, part in enumerate(self._parts):
            if part.keys == keys:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def _found(self, part: Part, problems: Mapping[str, Problems]) -> Problems:
        return problems.get(str(part.keys[-1]), _NO_PROBLEMS) if part.keys else _NO_PROBLEMS

    def _name(self, item: QListWidgetItem, part: Part) -> None:
        problems = self._found(part, self._problems)
        signs = ("\u2715  " * bool(problems.errors)) + ("!  " * bool(problems.warnings))
        words = f"{part.mark}  {signs}{part.words[:_LONGEST]}"
        if item.text() != words:
            item.setText(words)
        spoken = f"{part.kind}: {part.words}"
        if problems.errors or problems.warnings:
            spoken += (
                self.tr(", %1 errors, %2 warnings")
                .replace("%1", str(problems.errors))
                .replace("%2", str(problems.warnings))
            )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(plain_tip(spoken))

    def _tell(self) -> None:
        self.chosen.emit(self.current())

    def _open_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None or not item.data(_ID):
            return
        keys = tuple(item.data(_ID))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, wish in (
            (self.tr("Rename\u2026"), self.rename_requested),
            (self.tr("Duplicate"), self.duplicate_requested),
            (self.tr("Delete"), self.delete_requested),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, wish=wish: wish.emit(keys))
        menu.popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the chosen part what the menu offers, and move it with Alt and the arrows."""
        keys = self.current()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if keys and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(keys, -1 if key == Qt.Key.Key_Up else 1)
        elif keys and key == Qt.Key.Key_F2:
            self.rename_requested.emit(keys)
        elif keys and key == Qt.Key.Key_Delete:
            self.delete_requested.emit(keys)
        elif keys and control and key == Qt.Key.Key_D:
            self.duplicate_requested.emit(keys)
        else:
            super().keyPressEvent(event)
