"""Lists of names as chips: the rules that a response keeps or breaks, and the hidden needs that it meets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.authoring import edits
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.fields import Desk, Field, small
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.tool_tip import plain_tip

Picking = Callable[[QWidget, tuple[str, ...], Callable[[str], object]], None]
"""How a name is picked: over this widget, leaving these out, telling this of the one that was picked."""

_LONGEST = 26  # characters of a chip


class NamesField(Field):
    """Names with what they mean; each can be taken off, and more be picked."""

    def __init__(
        self, desk: Desk, keys: Keys, name: str, tone: str, meaning: Callable[[str], str], picking: Picking
    ) -> None:
        super().__init__(desk, keys)
        self._name, self._tone, self._meaning, self._picking = name, tone, meaning, picking
        self._shown: tuple[str, ...] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        label = small(name)
        label.setProperty("tone", tone)
        column = QVBoxLayout()
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(label)
        column.addStretch(1)
        layout.addLayout(column)
        self._chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._flow = FlowLayout(self._chips, gap=4)
        layout.addWidget(self._chips, 1)
        self._add = QPushButton("+")
        self._add.setProperty("kind", "chip")
        self._add.setAccessibleName(self.tr("Add to: %1").replace("%1", name))
        self._add.setToolTip(self._add.accessibleName())
        self._add.clicked.connect(self._pick)
        self.refresh()

    def names(self) -> tuple[str, ...]:
        """Give the names that stand there now."""
        value = self.value()
        return tuple(str(one) for one in value) if isinstance(value, list) else ()

    def refresh(self) -> None:
        """Show the names of the moment."""
        names = self.names()
        if names == self._shown:
            return
        self._shown = names
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.hide()
                widget.deleteLater()
        for name in names:
            self._flow.addWidget(self._chip(name))
        self._flow.addWidget(self._add)
        self._chips.updateGeometry()

    def _chip(self, name: str) -> QPushButton:
        meaning = self._meaning(name)
        words = meaning if len(meaning) <= _LONGEST else f"{meaning[: _LONGEST - 1]}\u2026"
        chip = QPushButton(f"{words}  \u00d7".replace("&", "&&"), self._chips)
        chip.setProperty("kind", "chip")
        chip.setProperty("tone", self._tone)
        chip.setToolTip(plain_tip(f"{meaning}\n{name}" if meaning != name else name))
        chip.setAccessibleName(self.tr("Take off: %1").replace("%1", meaning))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda _checked=False, name=name: self._take_off(name))
        chip.show()
        return chip

    def _pick(self) -> None:
        self._picking(self._add, self.names(), self._put_on)

    def _put_on(self, name: str) -> None:
        names = (*self.names(), name)
        self.desk.do(lambda draft: edits.set_names(draft, self.keys, names))

    def _take_off(self, name: str) -> None:
        names = [one for one in self.names() if one != name]
        self.desk.do(lambda draft: edits.set_names(draft, self.keys, names))
        self._add.setFocus()


def picking_from(choices: Callable[[], Mapping[str, str]], nothing: str) -> Picking:
    """Give a way of picking from a short menu of names with what they mean."""

    def pick(over: QWidget, taken: tuple[str, ...], picked: Callable[[str], object]) -> None:
        menu = QMenu(over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        free = {name: meaning for name, meaning in choices().items() if name not in taken}
        for name, meaning in free.items():
            action = menu.addAction(meaning.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, name=name: picked(name))
        if not free:
            menu.addAction(nothing).setEnabled(False)
        menu.popup(over.mapToGlobal(QPoint(0, over.height())))

    return pick
