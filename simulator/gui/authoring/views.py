"""The three views of a scenario: its map, the list of its parts, and the text of its file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from simulator.authoring.checking import Checked
from simulator.authoring.draft import Draft, Keys
from simulator.authoring.layered_layout import Layout, Sizes
from simulator.authoring.map_picture import Problems
from simulator.domain.scenario import Stage
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.authoring.outline import Outline, Part
from simulator.gui.authoring.yaml_pane import YamlPane
from simulator.gui.library.wording import STAGES
from simulator.gui.presentation import Presentation

MAP, LIST, TEXT = range(3)

_STAGE_MARKS = {Stage.IMAGE: "\u25c7", Stage.GREETING: "\u25d3", Stage.SERVING: "\u25d1", Stage.FAREWELL: "\u25d2"}
_COMPLAINT_MARK, _ENDING_MARK, _WHOLE_MARK = "\u25b2", "\u25a0", "\u2261"


class ScenarioViews(QWidget):
    """Shows one of the three; only what is looked at is kept up to date, since a long scenario takes its time.

    Signals:
        chosen(object): the part at these keys; more keys lead to what is in it.
        opened(object): the person wants to work on this part.
        rename_requested(object), duplicate_requested(object), delete_requested(object): is wished for this part.
        moved(object, int): this part is to be so many places further on.
        connect_requested(str, str, str), response_requested(str, str): as the map says.
        scene_requested(), ending_requested(): a new one.
        retyped(str): the text is this now.
    """

    chosen = Signal(object)
    opened = Signal(object)
    rename_requested = Signal(object)
    duplicate_requested = Signal(object)
    delete_requested = Signal(object)
    moved = Signal(object, int)
    connect_requested = Signal(str, str, str)
    response_requested = Signal(str, str)
    scene_requested = Signal()
    ending_requested = Signal()
    retyped = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._draft: Draft | None = None
        self._checked: Checked | None = None
        self._layout_of: Layout | None = None  # of the map of the last check
        self._selected: Keys = ()
        self.map = SceneMap(presentation)
        self.outline = Outline()
        self.yaml = YamlPane(presentation)
        self.map.setMinimumWidth(320)
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._add_scene, self._add_ending = QPushButton(), QPushButton()
        switch = QHBoxLayout()
        switch.setSpacing(4)
        for number, view in enumerate((self.map, self.outline, self.yaml)):
            self._stack.addWidget(view)
            button = QPushButton()
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.clicked.connect(partial(self.show_view, number))
            self._buttons.addButton(button, number)
            switch.addWidget(button)
        switch.addStretch(1)
        for button, wish in ((self._add_scene, self.scene_requested), (self._add_ending, self.ending_requested)):
            button.setProperty("kind", "chip")
            button.clicked.connect(wish)
            switch.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(switch)
        layout.addWidget(self._stack, 1)
        self._connect()

    @property
    def map_sizes(self) -> Sizes:
        """The sizes that a layout of the map must have been made with."""
        return self.map.layout_sizes

    def begin(self, draft: Draft) -> None:
        """Begin with the map of another file."""
        self._draft, self._checked, self._layout_of, self._selected = draft, None, None, ()
        self.outline.show_parts((), {})
        self.show_view(MAP)
        self.map.setFocus()

    def show_view(self, number: int, _pressed: bool = True) -> None:
        """Look at another view."""
        self._buttons.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self._show()

    def show_draft(self, draft: Draft) -> None:
        """Follow the draft; the map and the list follow when it has been checked."""
        self._draft = draft
        for button in (self._add_scene, self._add_ending):
            button.setEnabled(draft.well_formed)
        if self._looked_at(self.yaml):
            self.yaml.show_text(draft.text)

    def show_checked(self, checked: Checked, layout: Layout | None) -> None:
        """Show what a check found on the map and in the list; a text that is no YAML leaves both as they are."""
        if checked.picture is not None or self._checked is None:
            self._checked, self._layout_of = checked, layout
        self._show()

    def select(self, keys: Keys) -> None:
        """Choose a part in every view; nobody is told."""
        self._selected = keys
        if self._looked_at(self.map) and keys:
            self.map.select(str(keys[1]))
        self.outline.select(keys)
        self._show_cursor()

    def go_to(self, position: int) -> None:
        """Put the text's cursor at a character of the draft, where the text is looked at."""
        if self._looked_at(self.yaml) and self._draft is not None:
            self.yaml.go_to(position - self._draft.text[:position].count("\r"))

    def take_over(self) -> None:
        """Take what was typed in the text over at once."""
        self.yaml.take_over()

    def restyle(self) -> None:
        """Take the colours and the type of the moment."""
        self.yaml.restyle()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for number, words in enumerate((self.tr("Map"), self.tr("List"), self.tr("YAML"))):
            self._buttons.button(number).setText(words)
        self._add_scene.setText(self.tr("+ Scene"))
        self._add_ending.setText(self.tr("+ Ending"))
        for view in (self.map, self.outline, self.yaml):
            view.retranslate()

    def _connect(self) -> None:
        self.map.scene_selected.connect(lambda id: self.chosen.emit(self._keys_of(id)) if id else None)
        self.map.scene_opened.connect(lambda id: self.opened.emit(self._keys_of(id)))
        self.map.rename_requested.connect(lambda id: self.rename_requested.emit(self._keys_of(id)))
        self.map.duplicate_requested.connect(lambda id: self.duplicate_requested.emit(self._keys_of(id)))
        self.map.delete_requested.connect(lambda id: self.delete_requested.emit(self._keys_of(id)))
        self.map.connect_requested.connect(self.connect_requested)
        self.map.response_requested.connect(self.response_requested)
        self.outline.chosen.connect(self.chosen)
        self.outline.rename_requested.connect(self.rename_requested)
        self.outline.duplicate_requested.connect(self.duplicate_requested)
        self.outline.delete_requested.connect(self.delete_requested)
        self.outline.moved.connect(self.moved)
        self.yaml.retyped.connect(self.retyped)
        self.yaml.went.connect(self._follow_cursor)

    def _looked_at(self, view: QWidget) -> bool:
        return self._stack.currentWidget() is view

    def _keys_of(self, id: str) -> Keys:
        endings = self._draft.ids(("endings",)) if self._draft is not None else ()
        return ("endings", id) if id in endings else ("scenes", id)

    def _show(self) -> None:
        if self._looked_at(self.map):
            self._show_map()
        elif self._looked_at(self.outline):
            self._show_parts()
        elif self._draft is not None:
            self.yaml.show_text(self._draft.text)
            self._show_cursor()

    def _show_map(self) -> None:
        picture = self._checked.picture if self._checked is not None else None
        if picture is None:
            return
        if picture is not self.map.picture:
            self.map.show_picture(picture, self._layout_of)
        chosen = str(self._selected[1]) if self._selected else ""
        if chosen != self.map.selected:
            self.map.select(chosen)

    def _show_parts(self) -> None:
        whole, words = self.tr("The scenario"), self._presentation.words
        parts = [Part((), _WHOLE_MARK, whole, whole)]
        picture = self._checked.picture if self._checked is not None else None
        if picture is not None:
            parts += [
                Part(
                    ("scenes", scene.id),
                    _STAGE_MARKS.get(scene.stage, _COMPLAINT_MARK),
                    words(STAGES[str(scene.stage)]),
                    f"{scene.id}   {scene.words}",
                )
                for scene in picture.scenes
            ]
            parts += [
                Part(("endings", ending.id), _ENDING_MARK, self.tr("Ending"), f"{ending.id}   {ending.words}")
                for ending in picture.endings
            ]
        problems: dict[str, Problems] = self._checked.problems if self._checked is not None else {}
        self.outline.show_parts(tuple(parts), problems)
        self.outline.select(self._selected)

    def _show_cursor(self) -> None:
        """Put the text's cursor where the chosen part begins, unless the person is in the text."""
        draft = self._draft
        if draft is None or not self._looked_at(self.yaml) or self.yaml.hasFocus() or not draft.well_formed:
            return
        found = draft.find(self._selected)
        if found is not None and found.key is not None:
            self.go_to(found.key.start)

    def _follow_cursor(self, position: int) -> None:
        draft = self._draft
        if draft is not None and draft.well_formed:
            if draft.newline == "\r\n":
                position += draft.text[:position].count("\r\n")
            self.chosen.emit(draft.keys_at(position))
