"""The editor: a scenario's map, list and text on one side, the form of what is chosen on the other, problems below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from simulator.authoring.checking import Checked
from simulator.authoring.draft import Keys
from simulator.authoring.layered_layout import Layout, Sizes
from simulator.authoring.words import part_name
from simulator.errors import BugError, Diagnostic, UserError
from simulator.gui import prompts
from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.authoring.editor_bar import EditorBar
from simulator.gui.authoring.editor_sheet import editor_sheet
from simulator.gui.authoring.exchange import Exchange
from simulator.gui.authoring.file_care import FileCare
from simulator.gui.authoring.forms.ending_form import EndingForm
from simulator.gui.authoring.forms.scenario_form import ScenarioForm
from simulator.gui.authoring.forms.scene_form import SceneForm
from simulator.gui.authoring.part_care import PartCare
from simulator.gui.authoring.problem_list import ProblemList
from simulator.gui.authoring.studio import Studio
from simulator.gui.authoring.views import TEXT, ScenarioViews
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.soon import Soon
from simulator.i18n import Text, say

_PROBLEMS_HEIGHT = 170  # pixels at most
_SHARES = (580, 520)  # of the width, between the views and the form

Form = SceneForm | EndingForm | ScenarioForm


class EditorPage(QWidget):
    """Edits one scenario file.

    Signals:
        left(): the author has finished here; everything is saved, kept or given up.
        failed(object): something unexpected was raised in the background.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._exchange = exchange
        self._desk: EditorDesk | None = None
        self._care: FileCare | None = None
        self._parts: PartCare | None = None
        self._checked: Checked | None = None
        self._selected: Keys = ()
        self._chosen_before: Keys = ()  # the last change
        self._form: Form | None = None
        self._soon = Soon(self)
        self._form_of: tuple[Keys, str] | None = None
        self._build()
        self._connect()
        self._shortcuts()
        self.setStyleSheet(editor_sheet(studio.presentation.theme))
        self.retranslate()
        studio.presentation.changed.connect(self._follow_presentation)

    # What is edited

    @property
    def desk(self) -> EditorDesk:
        """The desk at which the page works."""
        if self._desk is None:
            raise BugError("the editor was asked for its desk before it had one")
        return self._desk

    @property
    def parts(self) -> PartCare:
        """What is done with scenes, endings and responses as wholes."""
        if self._parts is None:
            raise BugError("the editor was asked for its parts before it had a file")
        return self._parts

    @property
    def care(self) -> FileCare:
        """What is done with the file as a whole."""
        if self._care is None:
            raise BugError("the editor was asked for its file before it had one")
        return self._care

    @property
    def checked(self) -> Checked | None:
        """What the last check found."""
        return self._checked

    @property
    def selected(self) -> Keys:
        """The part that the form shows; empty for the scenario itself."""
        return self._selected

    @property
    def form(self) -> Form | None:
        """The form of what is chosen."""
        return self._form

    @property
    def map_sizes(self) -> Sizes:
        """The sizes that a layout of the map must have been made with."""
        return self.views.map_sizes

    def edit(self, desk: EditorDesk) -> None:
        """Edit another file; the desk is the page's from now on."""
        self.stop()
        self._desk, self._checked, self._selected = desk, None, ()
        self._care = care = FileCare(self, desk, self._studio)
        self._parts = parts = PartCare(self, desk, self._studio)
        parts.wanted.connect(self.go_to)
        parts.renamed.connect(self._follow_id)
        parts.refused.connect(self._tell)
        desk.changed.connect(self._show_draft)
        desk.glanced.connect(self.views.show_checked)
        desk.checked.connect(self._show_checked)
        desk.saved.connect(self._show_state)
        desk.kept.connect(self._show_state)
        desk.changed_meanwhile.connect(care.settle)
        desk.refused.connect(self._tell)
        desk.failed.connect(self.failed)
        self._offer_more()
        self._drop_form()
        self.views.begin(desk.draft)
        self._show_draft()

    def stop(self) -> None:
        """Keep what is not saved, and let go of the file."""
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.blockSignals(True)
            desk.finish()
            desk.deleteLater()

    def go_to(self, keys: Keys) -> None:
        """Choose a part: a scene, an ending, or (empty) the scenario itself; more keys lead to a response in it."""
        keys = tuple(keys)
        self._select(keys[:2] if keys[:1] in (("scenes",), ("endings",)) and len(keys) > 1 else ())
        if len(keys) > 3 and keys[2] == "responses" and isinstance(self._form, SceneForm):
            self._form.open_response(str(keys[3]))
            response = self._form.response(str(keys[3]))
            if response is not None:
                # Once it has been laid out, the response stands at the top.
                self._soon.do(lambda: self._scroll_to(response))

    def _scroll_to(self, response: QWidget) -> None:
        if isValid(response):
            self._scroll.verticalScrollBar().setValue(response.y())

    # The page

    def _build(self) -> None:
        presentation = self._studio.presentation
        self.bar, self.views = EditorBar(presentation), ScenarioViews(presentation)
        self._part = QLabel()
        self._part.setTextFormat(Qt.TextFormat.PlainText)
        self._part.setProperty("type", "lead")
        self._rename, self._duplicate, self._delete, self._whole = (QPushButton() for _ in range(4))
        head = FlowLayout(gap=4)
        head.addWidget(self._part)
        for button in (self._rename, self._duplicate, self._delete, self._whole):
            button.setProperty("kind", "quiet")
            head.addWidget(button)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.views)
        across.addWidget(right)
        across.setSizes(list(_SHARES))
        across.setChildrenCollapsible(False)
        self._counts = QPushButton()
        self._counts.setProperty("kind", "fold")
        self._counts.setCheckable(True)
        self.problems = ProblemList(presentation)
        self.problems.setMaximumHeight(_PROBLEMS_HEIGHT)
        self.problems.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.bar)
        layout.addWidget(across, 1)
        layout.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.problems)

    def _connect(self) -> None:
        bar, views = self.bar, self.views
        bar.left.connect(self._leave)
        bar.undo_requested.connect(self._undo)
        bar.redo_requested.connect(self._redo)
        bar.play_requested.connect(self._play_from_here)
        bar.save_requested.connect(self._save)
        views.chosen.connect(self.go_to)
        views.opened.connect(self._open)
        views.rename_requested.connect(lambda keys: self.parts.ask_id(tuple(keys)))
        views.duplicate_requested.connect(lambda keys: self.parts.copy(tuple(keys)))
        views.delete_requested.connect(lambda keys: self.parts.remove(tuple(keys)))
        views.moved.connect(lambda keys, way: self.parts.move(tuple(keys), way))
        views.connect_requested.connect(self._connect_scenes)
        views.response_requested.connect(self._add_response)
        views.scene_requested.connect(lambda: self.parts.add_scene(self._after("scenes")))
        views.ending_requested.connect(lambda: self.parts.add_ending(self._after("endings")))
        views.retyped.connect(lambda text: self.desk.retype(text))  # noqa: PLW0108 - whichever desk it then has
        self._rename.clicked.connect(lambda: self.parts.ask_id(self._selected))
        self._duplicate.clicked.connect(lambda: self.parts.copy(self._selected))
        self._delete.clicked.connect(lambda: self.parts.remove(self._selected))
        self._whole.clicked.connect(lambda: self._select(()))
        self._counts.toggled.connect(self._show_problems)
        self.problems.chosen.connect(self._go_to_problem)
        self.problems.path_requested.connect(lambda found: self.care.play_path(self._checked, found.path))

    def _shortcuts(self) -> None:
        for keys, action in (
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence.StandardKey.Redo, self._redo),
            (QKeySequence.StandardKey.Save, self._save),
            (QKeySequence("F5"), self._play_from_here),
            (QKeySequence("F8"), self._next_problem),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._rename.setText(self.tr("Rename"))
        self._duplicate.setText(self.tr("Duplicate"))
        self._delete.setText(self.tr("Delete"))
        self._whole.setText(self.tr("Scenario\u2026"))
        self._whole.setToolTip(self.tr("Title, place, citizen, hidden needs, variables"))
        self.bar.retranslate()
        self.views.retranslate()
        self.problems.retranslate()
        self._drop_form()
        if self._desk is not None:
            self._offer_more()
            self._show_draft()
            self._desk.check_again()

    def _offer_more(self) -> None:
        care, studio = self.care, self._studio

        def hand_on(suffix: str) -> Callable[[], None]:
            return lambda: self._exchange.export(self.desk.draft, suffix, studio.rulebook, studio.art)

        self.bar.offer(
            [
                (self.tr("Saved versions\u2026"), care.show_versions),
                (self.tr("What is possible\u2026"), lambda: care.show_report(self._checked)),
                (self.tr("Play the test plans\u2026"), lambda: care.play_plans(self._checked)),
                (self.tr("Workbook for Excel or WPS\u2026"), hand_on(".xlsx")),
                (self.tr("Merge a workbook\u2026"), self._merge_workbook),
                (self.tr("Twee for Twine\u2026"), hand_on(".twee")),
                (self.tr("Play script for Word\u2026"), hand_on(".docx")),
                (self.tr("Play script as PDF\u2026"), hand_on(".pdf")),
                (self.tr("Pack for another PC\u2026"), self._export_pack),
            ]
        )

    def _follow_presentation(self) -> None:
        self.setStyleSheet(editor_sheet(self._studio.presentation.theme))
        self.views.restyle()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Showing the draft

    def _show_draft(self) -> None:
        draft = self.desk.draft
        self.views.show_draft(draft)
        well_formed = draft.well_formed
        for button in (self._rename, self._duplicate, self._delete):
            button.setEnabled(well_formed)
        self._scroll.setEnabled(well_formed)
        if well_formed:
            self._chosen_before = self._selected
            if self._selected and draft.find(self._selected) is None:
                self._select(())
            self._show_form()
        self._show_state()

    def _show_form(self) -> None:
        desk, keys = self.desk, self._selected
        kind = "inspect" if keys and "inspect" in desk.draft.ids(keys) else ""
        if self._form is not None and self._form_of == (keys, kind):
            self._form.refresh()
            return
        self._drop_form()
        form: Form
        if keys[:1] == ("scenes",):
            form = SceneForm(self._studio, desk, str(keys[1]))
        elif keys[:1] == ("endings",):
            form = EndingForm(self._studio, desk, str(keys[1]))
        else:
            form = ScenarioForm(self._studio, desk)
        if not isinstance(form, EndingForm):
            form.rename_requested.connect(lambda keys: self.parts.ask_id(tuple(keys)))
        form.setProperty("ground", "clear")
        self._form, self._form_of = form, (keys, kind)
        self._scroll.setWidget(form)
        name = part_name(keys).to(self._studio.presentation.language) if keys else self.tr("The scenario")
        self._part.setText(name)
        for button in (self._rename, self._duplicate, self._delete, self._whole):
            button.setVisible(bool(keys))

    def _drop_form(self) -> None:
        self._form, self._form_of = None, None
        widget = self._scroll.takeWidget()
        if widget is not None:
            widget.deleteLater()

    def _show_checked(self, checked: Checked, layout: Layout | None) -> None:
        self._checked = checked
        self.views.show_checked(checked, layout)
        self.problems.show_problems(checked.diagnostics)
        self._show_problems()
        self._show_state()

    def _show_problems(self) -> None:
        found = self._checked is not None and bool(self._checked.diagnostics)
        self.problems.setVisible(self._counts.isChecked() and found)

    def _show_state(self) -> None:
        if self._desk is not None:
            self.bar.show_state(self._desk)
        checked = self._checked
        if checked is None:
            self._counts.setText(self.tr("Checking\u2026"))
        elif checked.diagnostics:
            words = self.tr("\u2715 %1 errors   ! %2 warnings").replace("%1", str(checked.errors))
            self._counts.setText(words.replace("%2", str(checked.warnings)))
        else:
            self._counts.setText(self.tr("\u2713 No problems"))

    # Choosing

    def _select(self, keys: Keys) -> None:
        if keys != self._selected:
            self.desk.pause()
        self._selected = keys
        self.views.select(keys)
        if self.desk.draft.well_formed:
            self._show_form()

    def _open(self, keys: Keys) -> None:
        self._select(tuple(keys))
        self._scroll.setFocus()
        self._scroll.focusNextChild()

    def _after(self, whole: str) -> str | None:
        """Give the id behind which a new part of this kind shall stand."""
        return str(self._selected[1]) if self._selected[:1] == (whole,) else None

    def _connect_scenes(self, scene: str, response: str, target: str) -> None:
        self.parts.connect_scenes(scene, response, target)

    def _add_response(self, scene: str, target: str) -> None:
        self.parts.add_response(scene, target)

    def _follow_id(self, keys: Keys, id: str) -> None:
        """Stay at a part that has another id now."""
        keys = tuple(keys)
        if keys == self._chosen_before:
            self._select((*keys[:-1], id))
        elif len(keys) > 2 and keys[:2] == self._selected:
            self._drop_form()
            self._show_form()
            self.go_to((*keys[:-1], id))

    def _go_to_problem(self, found: Diagnostic) -> None:
        """Go to the part that a problem stands in, and to its line in the text."""
        draft = self.desk.draft
        lines = draft.text.splitlines(keepends=True)
        position = sum(len(line) for line in lines[: found.line - 1]) + found.column - 1
        if draft.well_formed:
            self.go_to(draft.keys_at(position))
        else:
            self.views.show_view(TEXT)
        self.views.go_to(position)

    def _next_problem(self) -> None:
        count = self.problems.count()
        if count:
            self._counts.setChecked(True)
            self.problems.setCurrentRow((self.problems.currentRow() + 1) % count)
            self._go_to_problem(self.problems.currentItem().data(Qt.ItemDataRole.UserRole))

    # The file

    def _undo(self) -> None:
        self.views.take_over()
        self.desk.undo()

    def _redo(self) -> None:
        self.desk.redo()

    def _save(self) -> None:
        self.views.take_over()
        if self.desk.dirty:
            self.desk.save()

    def _merge_workbook(self) -> None:
        self._exchange.merge_workbook(self.desk, self._studio.rulebook, self._studio.art)

    def _export_pack(self) -> None:
        """Hand the file on as a pack: as it is saved, so that is asked for first."""
        if self.desk.dirty:
            self._tell(UserError(say("请先保存，再交出情景包。", "Save the file first; a pack holds what is saved.")))
            return
        title = self.desk.draft.get(("title",))
        self._exchange.export_pack(self.desk.draft, Text.of(title if title else self.desk.draft.path.stem))

    def _play_from_here(self) -> None:
        scene = str(self._selected[1]) if self._selected[:1] == ("scenes",) else ""
        self.care.play(self._checked, scene)

    def _leave(self) -> None:
        self.views.take_over()
        self.care.leave(self._left)

    def _left(self) -> None:
        self.stop()
        self.left.emit()

    def _tell(self, error: UserError) -> None:
        prompts.tell(self, error.sentence, self._studio.presentation.language)
