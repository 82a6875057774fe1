"""The form of a scene: its stage, its lines, what the citizen thinks, and its responses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.authoring import structure
from simulator.authoring.draft import Keys
from simulator.gui.authoring.forms.fields import ChoiceField, Desk, Field, FlagField, NumberField, WordsField, caption
from simulator.gui.authoring.forms.inspection_form import InspectionForm
from simulator.gui.authoring.forms.lines_form import LinesForm
from simulator.gui.authoring.forms.response_form import ResponseForm
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout


class SceneForm(QWidget):
    """Everything of one scene.

    Signals:
        rename_requested(object): the author wants another id for the part at these keys.
    """

    rename_requested = Signal(object)

    def __init__(self, studio: Studio, desk: Desk, id: str) -> None:
        super().__init__()
        self._studio, self._desk, self._id = studio, desk, id
        self._keys: Keys = ("scenes", id)
        self._responses: dict[str, ResponseForm] = {}
        self._lines = LinesForm(studio, desk, self._keys)
        self._timeout = ChoiceField(
            desk, (*self._keys, "on_timeout"), self.tr("then"), self._response_ids, self.tr("nothing happens")
        )
        self._fields: list[Field] = [
            ChoiceField(desk, (*self._keys, "stage"), self.tr("Stage"), studio.stages()),
            FlagField(desk, (*self._keys, "recovery"), self.tr("Recovery scene")),
            WordsField(desk, (*self._keys, "thought"), self.tr("The citizen thinks, and does not say")),
            WordsField(desk, (*self._keys, "hint"), self.tr("Hint for the learner")),
            WordsField(desk, (*self._keys, "note"), self.tr("Note for the facilitator")),
            NumberField(desk, (*self._keys, "time_limit"), self.tr("Seconds to answer"), 3, 600, self.tr("no limit")),
            self._timeout,
        ]
        stage, recovery, *texts, limit, timeout = self._fields
        recovery.setToolTip(
            self.tr("It exists only because something went wrong before; rules kept in it earn nothing")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        head = FlowLayout(gap=2 * SPACE)
        head.addWidget(stage)
        head.addWidget(recovery)
        layout.addLayout(head)
        layout.addWidget(self._lines)
        self._inspection: InspectionForm | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        if "inspect" in desk.draft.ids(self._keys):
            self._inspection = InspectionForm(studio, desk, id)
            layout.addWidget(self._inspection)
        else:
            self._lay_out_responses(layout)
        layout.addWidget(caption(self.tr("What only the debrief, the hint button and the facilitator show")))
        for text in texts:
            layout.addWidget(text)
        limits = FlowLayout(gap=SPACE)
        limits.addWidget(limit)
        limits.addWidget(timeout)
        layout.addLayout(limits)
        layout.addStretch(1)
        self.refresh()

    def _lay_out_responses(self, layout: QVBoxLayout) -> None:
        layout.addWidget(caption(self.tr("Responses")))
        layout.addLayout(self._column)
        add = QPushButton(self.tr("+ Response"))
        add.setProperty("kind", "chip")
        add.clicked.connect(self._add_response)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        layout.addLayout(row)

    def refresh(self) -> None:
        """Show the scene of the moment."""
        ids = self._desk.draft.ids((*self._keys, "responses"))
        if tuple(self._responses) != ids:
            self._show_responses(ids)
        for form in self._responses.values():
            form.refresh()
        self._lines.refresh()
        if self._inspection is not None:
            self._inspection.refresh()
        for field in self._fields:
            field.refresh()

    def _response_ids(self) -> list[tuple[str, str]]:
        return [(id, id) for id in self._desk.draft.ids((*self._keys, "responses"))]

    def open_response(self, id: str) -> None:
        """Unfold a response and bring it into sight."""
        form = self._responses.get(id)
        if form is not None:
            form.set_open(True)

    def response(self, id: str) -> ResponseForm | None:
        """Give the form of a response."""
        return self._responses.get(id)

    def _show_responses(self, ids: tuple[str, ...]) -> None:
        for form in self._responses.values():
            self._column.removeWidget(form)
            if form.id not in ids:
                form.hide()
                form.deleteLater()
        kept = self._responses
        self._responses = {id: kept.get(id) or self._form(id) for id in ids}
        for form in self._responses.values():
            self._column.addWidget(form)

    def _form(self, id: str) -> ResponseForm:
        form = ResponseForm(self._studio, self._desk, self._id, id)
        form.opened.connect(self._fold_others)
        form.rename_requested.connect(lambda id: self.rename_requested.emit((*self._keys, "responses", id)))
        return form

    def _fold_others(self, id: str) -> None:
        for form in self._responses.values():
            if form.id != id:
                form.set_open(False)

    def _add_response(self) -> None:
        draft = self._desk.draft
        id = structure.free_id(draft, (*self._keys, "responses", "response"))
        last = next(reversed(self._responses), None)
        goto = draft.get((*self._keys, "responses", last, "goto")) if last else None
        goto = goto or next(iter(draft.ids(("endings",))), self._id)
        if self._desk.do(lambda draft: structure.add_response(draft, self._id, id, str(goto))):
            self.open_response(id)
            form = self._responses.get(id)
            words = form.words_field() if form is not None else None
            if words is not None:
                box = words.box(self._studio.presentation.language)
                box.setFocus()
                box.selectAll()
