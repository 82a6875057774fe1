"""The editor: a scenario's map, list and text on one side, the form of what is chosen on the other, problems below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simulator.authoring import structure
from simulator.authoring.checking import Checked
from simulator.authoring.draft import EditRefused, Keys
from simulator.authoring.layered_layout import Layout, Sizes
from simulator.authoring.map_picture import MapPicture, Problems
from simulator.authoring.references import references
from simulator.authoring.words import part_name
from simulator.domain.scenario import Stage
from simulator.errors import BugError, Diagnostic, UserError
from simulator.gui import prompts
from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.authoring.editor_sheet import editor_sheet
from simulator.gui.authoring.ending_form import EndingForm
from simulator.gui.authoring.file_care import FileCare
from simulator.gui.authoring.outline import Outline, Part
from simulator.gui.authoring.problem_list import ProblemList
from simulator.gui.authoring.scenario_form import ScenarioForm
from simulator.gui.authoring.scene_form import SceneForm
from simulator.gui.authoring.scene_map import SceneMap
from simulator.gui.authoring.studio import Studio
from simulator.gui.authoring.yaml_pane import YamlPane
from simulator.gui.library.wording import STAGES
from simulator.gui.theme import SPACE

_STAGE_MARKS = {Stage.IMAGE: "\u25c7", Stage.GREETING: "\u25d4", Stage.SERVING: "\u25d1", Stage.FAREWELL: "\u25d5"}
_COMPLAINT_MARK, _ENDING_MARK, _WHOLE_MARK = "\u25b2", "\u25a0", "\u2261"
_PROBLEMS_HEIGHT = 170  # pixels at first
_SHARES = (580, 520)  # of the width, between the map and the form


class EditorPage(QWidget):
    """Edits one scenario file.

    Signals:
        left(): the author has finished here; everything is saved, kept or given up.
        failed(object): something unexpected was raised in the background.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._desk: EditorDesk | None = None
        self._care: FileCare | None = None
        self._checked: Checked | None = None
        self._selected: Keys = ()
        self._form: SceneForm | EndingForm | ScenarioForm | None = None
        self._form_of: tuple[Keys, str] | None = None
        self._layout_of: tuple[MapPicture, Layout | None] | None = None  # of the last check
        self._build()
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
    def checked(self) -> Checked | None:
        """What the last check found."""
        return self._checked

    @property
    def selected(self) -> Keys:
        """The part that the form shows; empty for the scenario itself."""
        return self._selected

    @property
    def map_sizes(self) -> Sizes:
        """The sizes that a layout of the map must have been made with."""
        return self._map.layout_sizes

    @property
    def form(self) -> SceneForm | EndingForm | ScenarioForm | None:
        """The form of what is chosen."""
        return self._form

    def edit(self, desk: EditorDesk) -> None:
        """Edit another file; the desk is the page's from now on."""
        self.stop()
        self._desk, self._checked, self._layout_of = desk, None, None
        self._care = care = FileCare(self, desk, self._studio)
        desk.changed.connect(self._show_draft)
        desk.checked.connect(self._show_checked)
        desk.saved.connect(self._show_state)
        desk.kept.connect(self._show_state)
        desk.changed_meanwhile.connect(care.settle)
        desk.refused.connect(self._tell)
        desk.failed.connect(self.failed)
        self._selected = ()
        self._drop_form()
        self._show_draft()
        self._outline.show_parts((), {})
        self._views.setCurrentWidget(self._map)
        self._view_buttons.button(0).setChecked(True)
        self._map.setFocus()

    def stop(self) -> None:
        """Keep what is not saved, and let go of the file."""
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.blockSignals(True)
            desk.finish()
            desk.deleteLater()

    def go_to(self, keys: Keys) -> None:
        """Choose a part: a scene, an ending, or (empty) the scenario itself; more keys lead to a response in it."""
        part = keys[:2] if keys[:1] in (("scenes",), ("endings",)) and len(keys) > 1 else ()
        self._select(part)
        if len(keys) > 3 and keys[2] == "responses" and isinstance(self._form, SceneForm):
            self._form.open_response(str(keys[3]))
            response = self._form.response(str(keys[3]))
            if response is not None:
                self._scroll.ensureWidgetVisible(response)

    # The page

    def _build(self) -> None:
        self._back = self._button("link", self._leave)
        self._title, self._state = QLabel(), QLabel()
        self._title.setProperty("type", "lead")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("type", "small")
        self._state.setProperty("tone", "soft")
        self._undo = self._button("quiet", lambda: self.desk.undo())
        self._redo = self._button("quiet", lambda: self.desk.redo())
        self._play = self._button("quiet", self._play_from_here)
        self._more = self._button("quiet", lambda: None)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._save = self._button("primary", self._save_now)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        for widget in (self._back, self._title, self._state):
            bar.addWidget(widget)
        bar.addStretch(1)
        for button in (self._undo, self._redo, self._play, self._more, self._save):
            bar.addWidget(button)

        self._map = SceneMap(self._studio.presentation)
        self._outline = Outline()
        self._yaml = YamlPane(self._studio.presentation)
        self._views = QStackedWidget()
        self._view_buttons = QButtonGroup(self)
        views = QHBoxLayout()
        views.setSpacing(4)
        for number, view in enumerate((self._map, self._outline, self._yaml)):
            self._views.addWidget(view)
            button = self._button("quiet", partial(self._show_view, number))
            button.setCheckable(True)
            self._view_buttons.addButton(button, number)
            views.addWidget(button)
        views.addStretch(1)
        self._add_scene = self._button("chip", partial(self._add, "scenes"))
        self._add_ending = self._button("chip", partial(self._add, "endings"))
        views.addWidget(self._add_scene)
        views.addWidget(self._add_ending)
        self._map.setMinimumWidth(320)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(views)
        column.addWidget(self._views, 1)

        self._part = QLabel()
        self._part.setProperty("type", "lead")
        self._whole = self._button("quiet", lambda: self._select(()))
        self._rename = self._button("quiet", lambda: self._ask_id(self._selected))
        self._duplicate = self._button("quiet", lambda: self._copy(self._selected))
        self._delete = self._button("quiet", lambda: self._remove(self._selected))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._part, 1)
        for button in (self._rename, self._duplicate, self._delete, self._whole):
            head.addWidget(button)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QWidget()
        form_column = QVBoxLayout(right)
        form_column.setContentsMargins(SPACE, 0, 0, 0)
        form_column.addLayout(head)
        form_column.addWidget(self._scroll, 1)

        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(right)
        across.setSizes(list(_SHARES))
        across.setChildrenCollapsible(False)
        self._counts = self._button("fold", self._fold_problems)
        self._counts.setCheckable(True)
        self._problems = ProblemList(self._studio.presentation)
        self._problems.setMaximumHeight(_PROBLEMS_HEIGHT)
        self._problems.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(bar)
        layout.addWidget(across, 1)
        layout.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._problems)
        self._connect()

    def _connect(self) -> None:
        self._map.scene_selected.connect(lambda id: self._select(self._keys_of(id)) if id else None)
        self._map.scene_opened.connect(self._open)
        self._map.rename_requested.connect(lambda id: self._ask_id(self._keys_of(id)))
        self._map.duplicate_requested.connect(lambda id: self._copy(self._keys_of(id)))
        self._map.delete_requested.connect(lambda id: self._remove(self._keys_of(id)))
        self._map.connect_requested.connect(self._connect_scenes)
        self._map.response_requested.connect(self._add_response)
        self._outline.chosen.connect(self._select)
        self._outline.rename_requested.connect(self._ask_id)
        self._outline.duplicate_requested.connect(self._copy)
        self._outline.delete_requested.connect(self._remove)
        self._outline.moved.connect(self._move)
        self._yaml.retyped.connect(lambda text: self.desk.retype(text))
        self._yaml.went.connect(self._follow_cursor)
        self._problems.chosen.connect(self._go_to_problem)

    def _shortcuts(self) -> None:
        for keys, action in (
            (QKeySequence.StandardKey.Undo, lambda: self.desk.undo()),
            (QKeySequence.StandardKey.Redo, lambda: self.desk.redo()),
            (QKeySequence.StandardKey.Save, self._save_now),
            (QKeySequence("F5"), self._play_from_here),
            (QKeySequence("F8"), self._next_problem),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _button(self, kind: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", kind)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._back.setText(self.tr("Back"))
        for button, words, keys in (
            (self._undo, self.tr("Undo"), "Ctrl+Z"),
            (self._redo, self.tr("Redo"), "Ctrl+Y"),
            (self._play, self.tr("Play from here"), "F5"),
            (self._save, self.tr("Save"), "Ctrl+S"),
        ):
            button.setText(words)
            button.setToolTip(f"{words} ({keys})")
        self._more.setText(self.tr("More"))
        for place, words in enumerate((self.tr("Map"), self.tr("List"), self.tr("YAML"))):
            self._view_buttons.button(place).setText(words)
        self._add_scene.setText(self.tr("+ Scene"))
        self._add_ending.setText(self.tr("+ Ending"))
        self._rename.setText(self.tr("Rename"))
        self._duplicate.setText(self.tr("Duplicate"))
        self._delete.setText(self.tr("Delete"))
        self._whole.setText(self.tr("Scenario\u2026"))
        self._whole.setToolTip(self.tr("Title, place, citizen, hidden needs, variables"))
        self._map.retranslate()
        self._outline.retranslate()
        self._yaml.retranslate()
        self._problems.retranslate()
        self._fill_menu()
        self._drop_form()
        if self._desk is not None:
            self._show_draft()
            self._desk.check_again()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for words, action in (
            (self.tr("Saved versions\u2026"), lambda: self._care and self._care.show_versions()),
            (self.tr("What is possible\u2026"), lambda: self._care and self._care.show_report(self._checked)),
        ):
            entry = QAction(words, self._menu)
            entry.triggered.connect(lambda _checked=False, action=action: action())
            self._menu.addAction(entry)

    def _follow_presentation(self) -> None:
        self.setStyleSheet(editor_sheet(self._studio.presentation.theme))
        self._yaml.restyle()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Showing the draft

    def _show_draft(self) -> None:
        draft = self.desk.draft
        self._show_text()
        well_formed = draft.well_formed
        for button in (self._add_scene, self._add_ending, self._rename, self._duplicate, self._delete):
            button.setEnabled(well_formed)
        self._scroll.setEnabled(well_formed)
        if well_formed:
            if self._selected and draft.find(self._selected) is None:
                self._select(())
            self._show_form()
        self._show_state()

    def _show_map(self) -> None:
        """Show the map where it is looked at."""
        if self._views.currentWidget() is self._map and self._layout_of is not None:
            picture, layout = self._layout_of
            if picture is not self._map.picture:
                self._map.show_picture(picture, layout)
            chosen = str(self._selected[1]) if self._selected else ""
            if chosen != self._map.selected:
                self._map.select(chosen)

    def _show_text(self) -> None:
        """Show the text where it is looked at: a long one takes long to set."""
        if self._views.currentWidget() is self._yaml:
            self._yaml.show_text(self.desk.draft.text)

    def _show_view(self, number: int) -> None:
        self._views.setCurrentIndex(number)
        self._show_map()
        self._show_parts()
        self._show_text()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Put the text's cursor where the chosen part begins."""
        draft = self.desk.draft
        if self._views.currentWidget() is not self._yaml or self._yaml.hasFocus() or not draft.well_formed:
            return
        found = draft.find(self._selected)
        if found is not None and found.key is not None:
            self._yaml.go_to(found.key.start - draft.text[: found.key.start].count("\r"))

    def _show_parts(self) -> None:
        """List the parts as they were when the draft was last checked; a draft is checked after every change."""
        if self._views.currentWidget() is not self._outline:
            return
        words = self._studio.presentation.words
        whole = self.tr("The scenario")
        parts = [Part((), _WHOLE_MARK, whole, whole)]
        picture = self._checked.picture if self._checked is not None else None
        for scene in picture.scenes if picture is not None else ():
            mark = _STAGE_MARKS.get(scene.stage, _COMPLAINT_MARK)
            parts.append(Part(("scenes", scene.id), mark, words(STAGES[str(scene.stage)]), f"{scene.id}   {scene.words}"))
        for ending in picture.endings if picture is not None else ():
            parts.append(Part(("endings", ending.id), _ENDING_MARK, self.tr("Ending"), f"{ending.id}   {ending.words}"))
        problems: dict[str, Problems] = self._checked.problems if self._checked is not None else {}
        self._outline.show_parts(tuple(parts), problems)
        self._outline.select(self._selected)

    def _show_form(self) -> None:
        draft = self.desk.draft
        kind = "inspect" if self._selected and "inspect" in draft.ids(self._selected) else ""
        if self._form is not None and self._form_of == (self._selected, kind):
            self._form.refresh()
            return
        self._drop_form()
        desk = self.desk
        if self._selected[:1] == ("scenes",):
            form: SceneForm | EndingForm | ScenarioForm = SceneForm(self._studio, desk, str(self._selected[1]))
            form.rename_requested.connect(self._ask_id)
        elif self._selected[:1] == ("endings",):
            form = EndingForm(self._studio, desk, str(self._selected[1]))
        else:
            form = ScenarioForm(self._studio, desk)
            form.rename_requested.connect(self._ask_id)
        form.setProperty("ground", "clear")
        self._form, self._form_of = form, (self._selected, kind)
        self._scroll.setWidget(form)
        self._part.setText(self._part_words())
        for button in (self._rename, self._duplicate, self._delete):
            button.setVisible(bool(self._selected))
        self._whole.setVisible(bool(self._selected))

    def _drop_form(self) -> None:
        self._form, self._form_of = None, None
        widget = self._scroll.takeWidget()
        if widget is not None:
            widget.deleteLater()

    def _part_words(self) -> str:
        if not self._selected:
            return self.tr("The scenario")
        return f"{part_name(self._selected).to(self._studio.presentation.language)}"

    def _show_checked(self, checked: Checked, layout: Layout | None) -> None:
        self._checked = checked
        if checked.picture is not None:
            self._layout_of = (checked.picture, layout)
            self._show_map()
        self._problems.show_problems(checked.diagnostics)
        self._problems.setVisible(self._counts.isChecked() and bool(checked.diagnostics))
        self._show_parts()
        self._show_state()

    def _show_state(self) -> None:
        desk, presentation = self._desk, self._studio.presentation
        if desk is None:
            return
        self._title.setText(desk.draft.path.name)
        state = self.tr("Not saved; the draft is kept every few seconds") if desk.dirty else self.tr("Saved")
        self._state.setText(state)
        for button, name in ((self._undo, desk.undo_name), (self._redo, desk.redo_name)):
            button.setEnabled(name is not None)
            button.setAccessibleDescription(presentation.words(name))
        self._undo.setToolTip(f"{self.tr('Undo')} (Ctrl+Z) {presentation.words(desk.undo_name)}".strip())
        self._redo.setToolTip(f"{self.tr('Redo')} (Ctrl+Y) {presentation.words(desk.redo_name)}".strip())
        self._save.setEnabled(desk.dirty)
        checked = self._checked
        if checked is None:
            self._counts.setText(self.tr("Checking\u2026"))
        elif checked.diagnostics:
            words = self.tr("\u2715 %1 errors   ! %2 warnings").replace("%1", str(checked.errors))
            self._counts.setText(words.replace("%2", str(checked.warnings)))
        else:
            self._counts.setText(self.tr("\u2713 No problems"))

    def _fold_problems(self) -> None:
        found = self._checked is not None and bool(self._checked.diagnostics)
        self._problems.setVisible(self._counts.isChecked() and found)

    # Choosing

    def _keys_of(self, id: str) -> Keys:
        return ("endings", id) if id in self.desk.draft.ids(("endings",)) else ("scenes", id)

    def _select(self, keys: Keys) -> None:
        keys = tuple(keys)
        if keys != self._selected:
            self.desk.pause()
        self._selected = keys
        self._outline.select(keys)
        if keys:
            self._map.select(str(keys[1]))
        if self.desk.draft.well_formed:
            self._show_form()
            self._show_cursor()

    def _open(self, id: str) -> None:
        self._select(self._keys_of(id))
        self._scroll.setFocus()
        self._scroll.focusNextChild()

    def _follow_cursor(self, position: int) -> None:
        draft = self.desk.draft
        if draft.well_formed:
            if draft.newline == "\r\n":
                position += draft.text[:position].count("\r\n")
            self.go_to(draft.keys_at(position))

    def _go_to_problem(self, found: Diagnostic) -> None:
        """Go to the part that a problem stands in, and to its line in the text."""
        draft = self.desk.draft
        lines = draft.text.splitlines(keepends=True)
        position = sum(len(line) for line in lines[: found.line - 1]) + found.column - 1
        if draft.well_formed:
            self.go_to(draft.keys_at(position))
        else:
            self._view_buttons.button(2).click()
        if self._views.currentWidget() is self._yaml:
            self._yaml.go_to(position - draft.text[:position].count("\r"))

    def _next_problem(self) -> None:
        count = self._problems.count()
        if count:
            self._counts.setChecked(True)
            self._fold_problems()
            self._problems.setCurrentRow((self._problems.currentRow() + 1) % count)
            self._go_to_problem(self._problems.currentItem().data(Qt.ItemDataRole.UserRole))

    # Changing the shape of the scenario

    def _add(self, whole: str) -> None:
        draft = self.desk.draft
        id = structure.free_id(draft, (whole, "scene" if whole == "scenes" else "ending"))
        after = str(self._selected[1]) if self._selected[:1] == (whole,) else None
        if whole == "scenes":
            done = self.desk.do(lambda draft: structure.add_scene(draft, id, after=after))
        else:
            title = {"zh": "\u65b0\u7ed3\u5c40", "en": "A new ending"}
            done = self.desk.do(lambda draft: structure.add_ending(draft, id, title, after=after))
        if done:
            self._select((whole, id))

    def _add_response(self, scene: str, target: str) -> None:
        draft = self.desk.draft
        response = structure.free_id(draft, ("scenes", scene, "responses", "response"))
        if target:
            if self.desk.do(lambda draft: structure.add_response(draft, scene, response, target)):
                self.go_to(("scenes", scene, "responses", response))
            return
        new = structure.free_id(draft, ("scenes", "scene"))
        if self.desk.do(lambda draft: structure.add_scene(draft, new, after=scene)) and self.desk.do(
            lambda draft: structure.add_response(draft, scene, response, new)
        ):
            self._select(("scenes", new))

    def _connect_scenes(self, scene: str, response: str, target: str) -> None:
        self.desk.do(lambda draft: structure.connect(draft, scene, response or None, target))

    def _copy(self, keys: Keys) -> None:
        if keys:
            id = structure.free_id(self.desk.draft, keys)
            if self.desk.do(lambda draft: structure.duplicate(draft, keys, id)) and len(keys) == 2:
                self._select((*keys[:-1], id))

    def _move(self, keys: Keys, way: int) -> None:
        place = self.desk.draft.ids(keys[:-1]).index(str(keys[-1])) + way
        if place >= 0:
            self.desk.do(lambda draft: structure.reorder(draft, keys, place))

    def _ask_id(self, keys: Keys) -> None:
        from simulator.gui.authoring.questions import IdQuestion

        keys = tuple(keys)
        if not keys:
            return
        question = IdQuestion(self, self.tr("Another id"), str(keys[-1]), self.tr("Rename"))
        question.named.connect(lambda id: self._give_id(keys, id))
        question.open()

    def _give_id(self, keys: Keys, id: str) -> None:
        chosen = self._selected
        if self.desk.do(lambda draft: structure.rename(draft, keys, id)):
            if chosen == keys:
                self._select((*keys[:-1], id))
            elif chosen and keys[:2] == chosen:
                self._drop_form()
                self._show_form()
                self.go_to((*keys[:-1], id))

    def _remove(self, keys: Keys) -> None:
        if not keys:
            return
        draft = self.desk.draft
        try:
            uses = [one for one in references(draft, keys) if one.keys[: len(keys)] != keys]
        except EditRefused as error:
            self._tell(error)
            return
        if not uses:
            self._delete_part(keys, "")
            return
        from simulator.gui.authoring.questions import DeleteQuestion

        language = self._studio.presentation.language
        targets = [id for whole in ("scenes", "endings") for id in draft.ids((whole,)) if id != keys[-1]]
        names = [part_name(one.keys).to(language) for one in uses]
        question = DeleteQuestion(self, part_name(keys).to(language), names, targets if len(keys) == 2 else [])
        question.decided.connect(lambda target: self._delete_part(keys, target))
        question.open()

    def _delete_part(self, keys: Keys, retarget: str) -> None:
        if keys == self._selected:
            self._select(())
        self.desk.do(lambda draft: structure.delete(draft, keys, retarget))

    # The file

    def _save_now(self) -> None:
        self._yaml.take_over()
        if self.desk.dirty:
            self.desk.save()

    def _play_from_here(self) -> None:
        if self._care is not None:
            self._care.play(self._checked, str(self._selected[1]) if self._selected[:1] == ("scenes",) else "")

    def _leave(self) -> None:
        self._yaml.take_over()
        if self._care is not None:
            self._care.leave(self._left)

    def _left(self) -> None:
        self.stop()
        self.left.emit()

    def _tell(self, error: UserError) -> None:
        prompts.tell(self, error.sentence, self._studio.presentation.language)
