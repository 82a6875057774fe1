"""The form of the scenario itself: its title, place and citizen, the hidden needs and the variables."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.authoring import edits, structure
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.controls import QuietComboBox, QuietSpinBox
from simulator.gui.authoring.forms.fields import ChoiceField, Desk, Field, NumberField, WordsField, small
from simulator.gui.authoring.forms.small_buttons import small_button
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.flow_layout import FlowLayout


class ScenarioForm(QWidget):
    """Everything that belongs to no scene.

    Signals:
        rename_requested(object): the author wants another id for the part at these keys.
    """

    rename_requested = Signal(object)

    def __init__(self, studio: Studio, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        self._start = ChoiceField(desk, ("start",), self.tr("Begins with"), self._scene_ids, letters=14)
        self._fields: list[Field] = [
            WordsField(desk, ("title",), self.tr("Title")),
            WordsField(desk, ("summary",), self.tr("Summary, for the card in the library")),
        ]
        for field in self._fields:
            layout.addWidget(field)
        place = [(name, name) for name in sorted(studio.art.backdrops)]
        portrait = [(name, name) for name in sorted(studio.art.portraits)]
        levels = [(number, str(number)) for number in (1, 2, 3)]
        gender = [("female", self.tr("female")), ("male", self.tr("male"))]
        self._row(
            layout,
            ChoiceField(desk, ("place",), self.tr("Place"), place, letters=16),
            ChoiceField(
                desk, ("channel",), self.tr("Meeting"), studio.channels(), self.tr("At the counter"), letters=10
            ),
            self._start,
        )
        self._row(
            layout,
            ChoiceField(desk, ("difficulty",), self.tr("Difficulty"), levels),
            NumberField(desk, ("pass_mark",), self.tr("Passed from"), 1, 100, self.tr("60")),
        )
        layout.addWidget(_heading(self.tr("The citizen")))
        self._add(layout, WordsField(desk, ("citizen", "name"), self.tr("Name")))
        self._add(layout, WordsField(desk, ("citizen", "persona"), self.tr("Who this is")))
        self._row(
            layout,
            ChoiceField(desk, ("citizen", "portrait"), self.tr("Portrait"), portrait, letters=16),
            NumberField(desk, ("citizen", "mood"), self.tr("Mood at first"), 0, 100, self.tr("50")),
            ChoiceField(desk, ("citizen", "voice", "gender"), self.tr("Voice"), gender, self.tr("female")),
            NumberField(desk, ("citizen", "voice", "rate"), self.tr("Words a minute"), 50, 400, self.tr("usual")),
        )
        layout.addWidget(_heading(self.tr("Hidden needs: what the citizen does not say")))
        self._needs = _Needs(desk, self.rename_requested.emit)
        layout.addWidget(self._needs)
        layout.addWidget(_heading(self.tr("Variables: what the scenario remembers")))
        self._variables = _Variables(desk, self.rename_requested.emit)
        layout.addWidget(self._variables)
        layout.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the scenario of the moment."""
        for field in self._fields:
            field.refresh()
        self._needs.refresh()
        self._variables.refresh()

    def _scene_ids(self) -> list[tuple[str, str]]:
        return [(id, id) for id in self._desk.draft.ids(("scenes",))]

    def _add(self, layout: QVBoxLayout, field: Field) -> None:
        self._fields.append(field)
        layout.addWidget(field)

    def _row(self, layout: QVBoxLayout, *fields: Field) -> None:
        self._fields += fields
        row = QWidget()
        flow = FlowLayout(row, gap=2 * SPACE)
        for field in fields:
            flow.addWidget(field)
        layout.addWidget(row)


class _Needs(QWidget):
    """The hidden needs, each with its words."""

    def __init__(self, desk: Desk, rename) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a signal's emit
        super().__init__()
        self._desk, self._rename = desk, rename
        self._rows: dict[str, tuple[QWidget, WordsField]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        layout.addLayout(self._column)
        add = QPushButton(self.tr("+ Hidden need"))
        add.setProperty("kind", "chip")
        add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        layout.addLayout(row)

    def refresh(self) -> None:
        ids = self._desk.draft.ids(("citizen", "hidden_needs"))
        if tuple(self._rows) != ids:
            _clear(self._column)
            self._rows = {id: self._row(id) for id in ids}
        for _, words in self._rows.values():
            words.refresh()

    def _row(self, id: str) -> tuple[QWidget, WordsField]:
        keys: Keys = ("citizen", "hidden_needs", id)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        words = WordsField(self._desk, keys, id)
        layout.addWidget(words, 1)
        layout.addWidget(small_button("\u21c4", self.tr("Give it another id"), lambda: self._rename(keys)))
        layout.addWidget(small_button("\u00d7", self.tr("Delete"), lambda: self._delete(keys)))
        self._column.addWidget(row)
        return row, words

    def _add(self) -> None:
        keys: Keys = ("citizen", "hidden_needs", "need")
        words = {"zh": "\u2026\u2026", "en": "\u2026"}
        self._desk.do(lambda draft: structure.add_need(draft, structure.free_id(draft, keys), words))

    def _delete(self, keys: Keys) -> None:
        self._desk.do(lambda draft: structure.delete(draft, keys))


class _Variables(QWidget):
    """The variables, each with the value that it starts with."""

    def __init__(self, desk: Desk, rename) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a signal's emit
        super().__init__()
        self._desk, self._rename = desk, rename
        self._shown: object = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        layout.addLayout(self._column)
        row = QHBoxLayout()
        for words, value in ((self.tr("+ Yes or no"), False), (self.tr("+ Number"), 0)):
            add = QPushButton(words)
            add.setProperty("kind", "chip")
            add.clicked.connect(lambda _checked=False, value=value: self._add(value))
            row.addWidget(add)
        row.addStretch(1)
        layout.addLayout(row)

    def refresh(self) -> None:
        variables = self._desk.draft.get(("variables",))
        variables = variables if isinstance(variables, dict) else {}
        if variables == self._shown:
            return
        self._shown = variables
        _clear(self._column)
        for name, value in variables.items():
            self._column.addWidget(self._row(name, value))

    def _row(self, name: str, value: object) -> QWidget:
        keys: Keys = ("variables", name)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        label = ElidedLabel()
        label.setText(name)
        layout.addWidget(label, 1)
        layout.addWidget(small(self.tr("starts as")))
        if isinstance(value, bool):
            box = QuietComboBox()
            box.addItem(self.tr("no"), False)
            box.addItem(self.tr("yes"), True)
            box.setCurrentIndex(int(value))
            box.activated.connect(lambda: self._write(keys, box.currentData()))
            layout.addWidget(box)
        else:
            number = QuietSpinBox()
            number.setRange(-1000, 1000)
            number.setValue(value if isinstance(value, int) else 0)
            number.setKeyboardTracking(False)
            number.valueChanged.connect(lambda to: self._write(keys, to))
            layout.addWidget(number)
        layout.addWidget(small_button("\u21c4", self.tr("Give it another name"), lambda: self._rename(keys)))
        layout.addWidget(small_button("\u00d7", self.tr("Delete"), lambda: self._delete(keys)))
        return row

    def _write(self, keys: Keys, value: bool | int) -> None:
        self._desk.do(lambda draft: edits.set_value(draft, keys, value))

    def _add(self, value: bool | int) -> None:
        keys: Keys = ("variables", "noted" if isinstance(value, bool) else "count")
        self._desk.do(lambda draft: structure.add_variable(draft, structure.free_id(draft, keys), value))

    def _delete(self, keys: Keys) -> None:
        self._desk.do(lambda draft: structure.delete(draft, keys))


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("type", "lead")
    label.setWordWrap(True)
    return label


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
