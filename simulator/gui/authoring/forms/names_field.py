"""Lists of names as chips: the rules that a response keeps or breaks, and the hidden needs that it meets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate
from unicodedata import east_asian_width

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from simulator.authoring import edits
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.fields import Desk, Field, small
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.tool_tip import plain_tip

Picking = Callable[[QWidget, tuple[str, ...], Callable[[str], object]], None]
"""How a name is picked: over this widget, leaving these out, telling this of the one that was picked."""

_LONGEST = 26  # letters on a button; a Chinese character is as wide as two


class NamesField(Field):
    """Names with what they mean; each can be taken off, and more be picked."""

    def __init__(
        self, desk: Desk, keys: Keys, name: str, tone: str, meaning: Callable[[str], str], picking: Picking
    ) -> None:
        super().__init__(desk, keys)
        self._name, self._tone, self._meaning, self._picking = name, tone, meaning, picking
        self._shown: tuple[str, ...] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, gap=4)
        self._label = small(name)
        self._label.setProperty("tone", tone)
        self._flow.addWidget(self._label)
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
            if widget is not None and widget not in (self._label, self._add):
                widget.hide()
                widget.deleteLater()
        for widget in (self._label, *map(self._chip, names), self._add):
            self._flow.addWidget(widget)
        self.updateGeometry()

    def _chip(self, name: str) -> QPushButton:
        meaning = self._meaning(name)
        words = shortened(meaning)
        chip = QPushButton(f"{words}  \u00d7".replace("&", "&&"), self)
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


def shortened(words: str) -> str:
    """Shorten what a name means to what fits on a button in large type, too."""
    wide = accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
    fitting = sum(1 for so_far in wide if so_far <= _LONGEST)
    return words if fitting == len(words) else f"{words[: fitting - 1]}\u2026"


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
