"""What a response does to the variables: one choice for each that the scenario has."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from simulator.authoring import edits
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.controls import QuietComboBox, QuietSpinBox
from simulator.gui.authoring.forms.fields import Desk, Field, small
from simulator.gui.theme import SPACE


class SetField(Field):
    """For each variable: left as it is, or set to a value."""

    def __init__(self, desk: Desk, keys: Keys, name: str) -> None:
        super().__init__(desk, keys)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setColumnStretch(3, 1)
        self._name = small(name)
        self._grid.addWidget(self._name, 0, 0)
        self._shown: object = None
        self.refresh()

    def refresh(self) -> None:
        """Show the variables and what is set of them now."""
        variables = self.desk.draft.get(("variables",))
        variables = variables if isinstance(variables, dict) else {}
        value = self.value()
        sets = value if isinstance(value, dict) else {}
        if (variables, sets) == self._shown:
            return
        self._shown = (variables, sets)
        while self._grid.count() > 1:
            item = self._grid.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(variables))
        for row, (name, first) in enumerate(variables.items()):
            self._grid.addWidget(QLabel(name), row, 1)
            box = self._flag(name, sets) if isinstance(first, bool) else self._number(name, sets)
            box.setAccessibleName(f"{self._name.text()} {name}")
            self._grid.addWidget(box, row, 2)

    def _flag(self, name: str, sets: dict[str, object]) -> QWidget:
        box = QuietComboBox()
        for words, value in ((self.tr("as it was"), None), (self.tr("yes"), True), (self.tr("no"), False)):
            box.addItem(words, value)
        box.setCurrentIndex(0 if name not in sets else 1 if sets[name] is True else 2)
        box.activated.connect(lambda: self._write(name, box.currentData()))
        return box

    def _number(self, name: str, sets: dict[str, object]) -> QWidget:
        box = QuietSpinBox()
        box.setRange(-1000, 1000)
        box.setSpecialValueText(self.tr("as it was"))  # the lowest, which nobody needs as a value
        value = sets.get(name)
        box.setValue(value if isinstance(value, int) else box.minimum())
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda number: self._write(name, None if number == box.minimum() else number))
        return box

    def _write(self, name: str, value: bool | int | None) -> None:
        now = self.value()
        sets = dict(now) if isinstance(now, dict) else {}
        sets.pop(name, None)
        if value is not None:
            sets[name] = value
        self.desk.do(lambda draft: edits.set_map(draft, self.keys, sets))
