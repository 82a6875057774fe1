"""What an author does with scenes, endings and responses as wholes: add, rename, copy, move, connect, delete them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.authoring import structure
from simulator.authoring.draft import EditRefused, Keys
from simulator.authoring.references import references
from simulator.authoring.words import part_name
from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.authoring.questions import DeleteQuestion, IdQuestion
from simulator.gui.authoring.studio import Studio


class PartCare(QObject):
    """Asks the author where that is needed, and changes the draft.

    Signals:
        wanted(object): the part at these keys is the one to look at now.
        renamed(object, str): the part that stood at these keys has another id.
        refused(object): it cannot be done; a UserError.
    """

    wanted = Signal(object)
    renamed = Signal(object, str)
    refused = Signal(object)

    def __init__(self, page: QWidget, desk: EditorDesk, studio: Studio) -> None:
        super().__init__(desk)
        self._page, self._desk, self._studio = page, desk, studio

    def add_scene(self, after: str | None) -> None:
        """Add a scene behind another."""
        id = structure.free_id(self._desk.draft, ("scenes", "scene"))
        if self._desk.do(lambda draft: structure.add_scene(draft, id, after=after)):
            self.wanted.emit(("scenes", id))

    def add_ending(self, after: str | None) -> None:
        """Add an ending behind another."""
        id = structure.free_id(self._desk.draft, ("endings", "ending"))
        title = {"zh": "\u65b0\u7ed3\u5c40", "en": "A new ending"}
        if self._desk.do(lambda draft: structure.add_ending(draft, id, title, after=after)):
            self.wanted.emit(("endings", id))

    def add_response(self, scene: str, target: str) -> None:
        """Add a response that leads to a scene or an ending, or, without one, to a new scene."""
        response = structure.free_id(self._desk.draft, ("scenes", scene, "responses", "response"))
        if target:
            if self._desk.do(lambda draft: structure.add_response(draft, scene, response, target)):
                self.wanted.emit(("scenes", scene, "responses", response))
            return
        new = structure.free_id(self._desk.draft, ("scenes", "scene"))
        if self._desk.do(lambda draft: structure.add_scene(draft, new, after=scene)) and self._desk.do(
            lambda draft: structure.add_response(draft, scene, response, new)
        ):
            self.wanted.emit(("scenes", new))

    def connect_scenes(self, scene: str, response: str, target: str) -> None:
        """Let a response, or (empty) an inspection, lead elsewhere."""
        self._desk.do(lambda draft: structure.connect(draft, scene, response or None, target))

    def copy(self, keys: Keys) -> None:
        """Copy a part with all that is in it."""
        if keys:
            id = structure.free_id(self._desk.draft, keys)
            if self._desk.do(lambda draft: structure.duplicate(draft, keys, id)) and len(keys) == 2:
                self.wanted.emit((*keys[:-1], id))

    def move(self, keys: Keys, way: int) -> None:
        """Move a part so many places further on."""
        place = self._desk.draft.ids(keys[:-1]).index(str(keys[-1])) + way
        if place >= 0:
            self._desk.do(lambda draft: structure.reorder(draft, keys, place))

    def ask_id(self, keys: Keys) -> None:
        """Ask for another id, and give it to the part and to all that refers to it."""
        if not keys:
            return
        question = IdQuestion(self._page, self.tr("Another id"), str(keys[-1]), self.tr("Rename"))
        question.named.connect(lambda id: self.rename(keys, id))
        question.open()

    def rename(self, keys: Keys, id: str) -> None:
        """Give a part another id."""
        if self._desk.do(lambda draft: structure.rename(draft, keys, id)):
            self.renamed.emit(keys, id)

    def remove(self, keys: Keys) -> None:
        """Delete a part; where something leads to it, ask where that shall lead."""
        if not keys:
            return
        draft = self._desk.draft
        try:
            uses = [one for one in references(draft, keys) if one.keys[: len(keys)] != keys]
        except EditRefused as error:
            self.refused.emit(error)
            return
        if not uses:
            self._delete(keys, "")
            return
        language = self._studio.presentation.language
        targets = [id for whole in ("scenes", "endings") for id in draft.ids((whole,)) if id != keys[-1]]
        names = [part_name(one.keys).to(language) for one in uses]
        question = DeleteQuestion(self._page, part_name(keys).to(language), names, targets if len(keys) == 2 else [])
        question.decided.connect(lambda target: self._delete(keys, target))
        question.open()

    def _delete(self, keys: Keys, retarget: str) -> None:
        if len(keys) == 2:
            self.wanted.emit(())
        self._desk.do(lambda draft: structure.delete(draft, keys, retarget))
