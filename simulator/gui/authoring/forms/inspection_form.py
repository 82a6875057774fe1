"""The things of an inspection: what is a fault and what is in order, the rule behind each, and where it leads."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.authoring import edits, structure
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.fields import ChoiceField, Desk, Field, FlagField, WordsField, caption
from simulator.gui.authoring.forms.names_field import shortened
from simulator.gui.authoring.forms.small_buttons import OrderButtons
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.tool_tip import plain_tip


class InspectionForm(QWidget):
    """All things to be looked over in a scene."""

    def __init__(self, studio: Studio, desk: Desk, scene: str) -> None:
        super().__init__()
        self._studio, self._desk = studio, desk
        self._keys: Keys = ("scenes", scene, "inspect")
        self._items: dict[str, _ItemForm] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(caption(self.tr("Things to look over; the learner ticks what must be put right")))
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        layout.addLayout(self._column)
        add = QPushButton(self.tr("+ Thing"))
        add.setProperty("kind", "chip")
        add.clicked.connect(self._add)
        self._goto = ChoiceField(desk, (*self._keys, "goto"), self.tr("Then leads to"), self._targets)
        pictures = [(name, name) for name in sorted(studio.art.inspections)]
        self._picture = ChoiceField(
            desk, (*self._keys, "picture"), self.tr("Picture"), pictures, self.tr("none: a list only")
        )
        row = FlowLayout(gap=SPACE)
        for widget in (add, self._picture, self._goto):
            row.addWidget(widget)
        layout.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show the things of the moment."""
        ids = self._desk.draft.ids((*self._keys, "items"))
        if tuple(self._items) != ids:
            for form in self._items.values():
                self._column.removeWidget(form)
                if form.id not in ids:
                    form.hide()
                    form.deleteLater()
            kept = self._items
            self._items = {
                id: kept.get(id) or _ItemForm(self._studio, self._desk, (*self._keys, "items", id)) for id in ids
            }
            for form in self._items.values():
                self._column.addWidget(form)
        for place, form in enumerate(self._items.values()):
            form.refresh(place, len(ids))
        self._goto.refresh()
        self._picture.refresh()

    def _targets(self) -> list[tuple[str, str]]:
        draft = self._desk.draft
        return [(id, id) for id in (*draft.ids(("scenes",)), *draft.ids(("endings",)))]

    def _add(self) -> None:
        keys = (*self._keys, "items", "thing")
        rule = next(iter(self._studio.rulebook.rules))
        words = {"zh": "\u2026\u2026", "en": "\u2026"}
        self._desk.do(
            lambda draft: structure.add_item(
                draft, str(self._keys[1]), structure.free_id(draft, keys), words, fault=True, rule=rule
            )
        )


class _ItemForm(QFrame):
    """One thing of an inspection."""

    def __init__(self, studio: Studio, desk: Desk, keys: Keys) -> None:
        super().__init__()
        self.setProperty("ground", "card")
        self._studio, self._desk, self._keys = studio, desk, keys
        self.id = str(keys[-1])
        self._buttons = OrderButtons(self, partial(self._move, -1), partial(self._move, 1), self._delete)
        self._fault = FlagField(desk, (*keys, "fault"), self.tr("Is a fault"), always=True)
        self._rule = QPushButton()
        self._rule.setProperty("kind", "link")
        self._rule.clicked.connect(self._pick)
        self._fields: list[Field] = [
            WordsField(desk, (*keys, "text"), self.tr("What is seen")),
            WordsField(desk, (*keys, "because"), self.tr("Why, for the debrief")),
            self._fault,
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        head = FlowLayout(gap=SPACE)
        for widget in (QLabel(self.id), self._fault, self._rule, self._buttons):
            head.addWidget(widget)
        layout.addLayout(head)
        for field in self._fields[:2]:
            layout.addWidget(field)

    def refresh(self, place: int, count: int) -> None:
        for field in self._fields:
            field.refresh()
        rule = self._studio.rule(str(self._desk.draft.get((*self._keys, "rule"))))
        self._rule.setText(shortened(rule).replace("&", "&&"))
        self._rule.setToolTip(plain_tip(rule))
        self._rule.setAccessibleName(self.tr("Rule: %1").replace("%1", rule))
        self._buttons.allow(up=place > 0, down=place < count - 1, delete=count > 1)

    def _pick(self) -> None:
        self._studio.pick_rule(
            self._rule,
            (),
            lambda rule: self._desk.do(lambda draft: edits.set_value(draft, (*self._keys, "rule"), rule)),
        )

    def _move(self, way: int) -> None:
        place = self._desk.draft.ids(self._keys[:-1]).index(self.id) + way
        self._desk.do(lambda draft: structure.reorder(draft, self._keys, place))

    def _delete(self) -> None:
        self._desk.do(lambda draft: structure.delete(draft, self._keys))
