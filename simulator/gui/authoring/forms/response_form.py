"""One response of a scene: what the clerk says and does, what that keeps and breaks, and where it leads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.authoring import structure
from simulator.gui.authoring.forms.fields import ChoiceField, Desk, Field, LineField, NumberField, WordsField
from simulator.gui.authoring.forms.names_field import NamesField, picking_from
from simulator.gui.authoring.forms.set_field import SetField
from simulator.gui.authoring.forms.small_buttons import OrderButtons, small_button
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.flow_layout import FlowLayout

_OPEN, _FOLDED = "\u25bc", "\u25b6"


class ResponseForm(QFrame):
    """A response, folded to one line until it is opened.

    Signals:
        opened(str): it has been unfolded; the others may fold.
        rename_requested(str): the author wants another id for it.
    """

    opened = Signal(str)
    rename_requested = Signal(str)

    def __init__(self, studio: Studio, desk: Desk, scene: str, id: str) -> None:
        super().__init__()
        self.setProperty("ground", "card")
        self._studio, self._desk = studio, desk
        self._keys = ("scenes", scene, "responses", id)
        self.id = id
        self._fields: list[Field] = []
        self._body: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(SPACE)
        self._fold = QPushButton()
        self._fold.setProperty("kind", "fold")
        self._fold.setCheckable(True)
        self._fold.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fold.toggled.connect(self._toggled)
        self._words = ElidedLabel()
        self._goto = ChoiceField(desk, (*self._keys, "goto"), "\u2192", self._targets)
        self._goto.box.setAccessibleName(self.tr("Leads to"))
        self._goto.setMaximumWidth(220)
        self._buttons = OrderButtons(self, partial(self._move, -1), partial(self._move, 1), self._delete)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._fold)
        head.addWidget(self._words, 1)
        ways = FlowLayout(gap=SPACE)
        ways.addWidget(self._goto)
        ways.addWidget(small_button("\u2295", self.tr("Duplicate"), self._duplicate))
        ways.addWidget(self._buttons)
        head.addLayout(ways)
        layout.addLayout(head)
        self.refresh()

    def set_open(self, opened: bool) -> None:
        """Unfold or fold it."""
        self._fold.setChecked(opened)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self._fold.isChecked()

    def words_field(self) -> WordsField | None:
        """Give the field of what the clerk says, once it is unfolded."""
        return next((field for field in self._fields if field.keys[-1] == "say"), None)  # type: ignore[return-value]

    def refresh(self) -> None:
        """Show the response of the moment."""
        responses = list(self._desk.draft.ids(self._keys[:-1]))
        place = responses.index(self.id) if self.id in responses else 0
        sign = _OPEN if self.is_open else _FOLDED
        self._fold.setText(f"{sign} {place + 1}")
        self._fold.setAccessibleName(self.tr("Response %1: %2").replace("%1", str(place + 1)).replace("%2", self.id))
        self._words.setText(self._first_words())
        self._goto.refresh()
        self._buttons.allow(up=place > 0, down=place < len(responses) - 1)
        if self.is_open:
            for field in self._fields:
                field.refresh()

    def _first_words(self) -> str:
        for key in ("say", "do"):
            value = self._desk.draft.get((*self._keys, key))
            if isinstance(value, dict):
                value = value.get(self._studio.presentation.language) or next(iter(value.values()), "")
            if value:
                return str(value)
        return self.id

    def _targets(self) -> list[tuple[str, str]]:
        draft = self._desk.draft
        endings = [(id, self.tr("Ending: %1").replace("%1", id)) for id in draft.ids(("endings",))]
        return [(id, id) for id in draft.ids(("scenes",))] + endings

    def _needs(self) -> dict[str, str]:
        needs = self._desk.draft.get(("citizen", "hidden_needs"))
        language = self._studio.presentation.language
        return {
            id: str(words.get(language) or id) if isinstance(words, dict) else str(words or id)
            for id, words in (needs.items() if isinstance(needs, dict) else ())
        }

    def _toggled(self, unfolded: bool) -> None:
        if unfolded and self._body is None:
            self._body = self._build()
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(unfolded)
        self.refresh()
        if unfolded:
            self.opened.emit(self.id)

    def _build(self) -> QWidget:
        """Make the fields, which a folded response does without."""
        keys, desk, studio = self._keys, self._desk, self._studio
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        rename = QPushButton(self.tr("Id: %1").replace("%1", self.id))
        rename.setProperty("kind", "link")
        rename.setToolTip(self.tr("Give it another id (F2)"))
        rename.clicked.connect(lambda _checked=False: self.rename_requested.emit(self.id))
        words = [
            WordsField(desk, (*keys, "say"), self.tr("The clerk says")),
            WordsField(desk, (*keys, "do"), self.tr("The clerk does")),
            WordsField(desk, (*keys, "reply"), self.tr("The citizen answers at once")),
            WordsField(desk, (*keys, "because"), self.tr("Why, for the debrief")),
        ]
        needs = picking_from(self._needs, self.tr("This citizen has no hidden need that is not here"))
        names = [
            NamesField(desk, (*keys, "keeps"), self.tr("Keeps"), "celadon", studio.rule, studio.pick_rule),
            NamesField(desk, (*keys, "breaks"), self.tr("Breaks"), "persimmon", studio.rule, studio.pick_rule),
            NamesField(desk, (*keys, "meets"), self.tr("Meets"), "plum", lambda id: self._needs().get(id, id), needs),
        ]
        mood = NumberField(desk, (*keys, "mood"), self.tr("Mood"), -100, 100)
        mood.box.setPrefix("")
        when = LineField(desk, (*keys, "when"), self.tr("Only when"), "mood >= 30 and not written_note")
        when.line.setToolTip(
            self.tr("Mood and variables with and, or, not, comparisons and parentheses; empty: always available")
        )
        sets = SetField(desk, (*keys, "set"), self.tr("Sets"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(mood)
        row.addWidget(when, 1)
        self._fields = [*words, *names, mood, when, sets]
        for field in (*words, *names):
            layout.addWidget(field)
        layout.addLayout(row)
        layout.addWidget(sets)
        layout.addWidget(rename, 0, Qt.AlignmentFlag.AlignLeft)
        return body

    def _move(self, way: int) -> None:
        responses = self._desk.draft.ids(self._keys[:-1])
        place = responses.index(self.id) + way
        self._desk.do(lambda draft: structure.reorder(draft, self._keys, place))

    def _duplicate(self) -> None:
        self._desk.do(lambda draft: structure.duplicate(draft, self._keys))

    def _delete(self) -> None:
        self._desk.do(lambda draft: structure.delete(draft, self._keys))
