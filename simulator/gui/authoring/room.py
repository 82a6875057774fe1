"""The authors' room: the list to begin from and the editor, with all that both need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.authoring import edits
from simulator.authoring.checking import Checker
from simulator.authoring.draft import Draft
from simulator.authoring.drafts_folder import DraftsFolder, Recoverable
from simulator.authoring.examined import art_in
from simulator.authoring.saving import FileState, new_state, open_draft
from simulator.authoring.templates import Template, new_scenario, templates
from simulator.authoring.validation import Validator
from simulator.authoring.versions import Versions
from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.authoring.desk import EditorDesk, Keeping
from simulator.gui.authoring.exchange import Exchange
from simulator.gui.authoring.home import EditorHome, Writings
from simulator.gui.authoring.page import EditorPage
from simulator.gui.authoring.studio import Studio
from simulator.gui.background import Background
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from simulator.library.pack import Home, drawing_folders


class Places(NamedTuple):
    """Where the room finds what comes with the program, and keeps what authors write."""

    scenarios: Path  # that come with the program
    assets: Path
    library: Path  # the authors' own scenarios
    drafts: Path
    versions: Path


class AuthoringRoom(QStackedWidget):
    """Shows the list or the editor.

    Signals:
        left(): back to the library.
        failed(object): something unexpected was raised in the background.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        catalogue: Catalogue,
        places: Places,
        clock: Callable[[], datetime],
        version: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presentation, self._catalogue, self._places = presentation, catalogue, places
        self._keeping = Keeping(DraftsFolder(places.drafts, clock), Versions(places.versions, clock))
        self._reading = Background("writings", self)
        self._reading.unhandled.connect(self.failed)
        self._studio: Studio | None = None
        self._validator: Validator | None = None
        self.home = EditorHome(presentation)
        self.page: EditorPage | None = None
        home = Home(places.scenarios, places.assets, places.library)
        self.exchange = Exchange(presentation, home, version, self)
        self.exchange.taken_in.connect(self._show_taken_in)
        self.exchange.failed.connect(self.failed)
        self.addWidget(self.home)
        self.home.left.connect(self.left)
        self.home.edit_requested.connect(self.edit)
        self.home.copy_requested.connect(self._copy)
        self.home.new_requested.connect(self._ask_name)
        self.home.recover_requested.connect(self._recover)
        self.home.forget_requested.connect(self._forget)
        self.home.import_requested.connect(self.exchange.take_in)

    def open(self) -> None:
        """Show the list as it is now."""
        self.setCurrentWidget(self.home)
        catalogue, places, drafts = self._catalogue, self._places, self._keeping.drafts

        def work() -> Writings:
            cards = catalogue.cards()
            own = [card for card in cards if card.path.is_relative_to(places.library)]
            recovery = drafts.recoverable()
            return Writings(
                own,
                [card for card in cards if card not in own],
                recovery.drafts,
                recovery.damaged,
                templates(places.assets / "templates"),
            )

        self._reading.run(work, self.home.show_writings, self._refused)

    def edit(self, path: Path) -> None:
        """Edit a file."""
        self._reading.run(lambda: open_draft(path), lambda found: self._edit(*found), self._refused)

    def finish(self) -> None:
        """Keep what is not saved, and stop what runs in the background."""
        if self.page is not None:
            self.page.stop()
        self.exchange.finish()
        self._reading.finish()

    def _copy(self, path: Path) -> None:
        target = _free_path(self._places.library, path.stem)

        def work() -> tuple[Draft, FileState]:
            draft, _ = open_draft(path)
            copy = Draft.of(target, draft.text)
            return copy.after(edits.set_value(copy, ("id",), target.stem)), new_state(target)

        self._reading.run(work, lambda found: self._edit(*found), self._refused)

    def _show_taken_in(self, path: Path | None) -> None:
        """Go on with what has come in: edit a story, show the list with a pack's scenarios."""
        if path is None:
            self.open()
        else:
            self.edit(path)

    def _ask_name(self, template: Template) -> None:
        from simulator.gui.authoring.questions import NewQuestion

        question = NewQuestion(self, _free_path(self._places.library, "new-encounter").stem)
        question.named.connect(lambda id, titles: self._begin(template, id, titles))
        question.open()

    def _begin(self, template: Template, id: str, titles: dict[str, str]) -> None:
        path = self._places.library / f"{id}.yaml"
        try:
            draft, state = new_scenario(template, path, titles)
        except UserError as error:
            self._tell(error)
            return
        if path.exists():
            from simulator.i18n import say

            self._tell(
                UserError(
                    say(
                        f"已经有一个叫 {id} 的情景了。请换一个编号。",
                        f"There is a scenario called {id} already. Please choose another id.",
                    )
                )
            )
            return
        self._edit(draft, state)

    def _recover(self, found: Recoverable) -> None:
        self._edit(found.draft(), found.state)

    def _forget(self, found: Recoverable) -> None:
        if prompts.confirm(
            self,
            self.tr("Let the draft of “%1” go? It cannot be had back.").replace("%1", found.path.name),
            self.tr("Let it go"),
            self.tr("Keep it"),
        ):
            drafts = self._keeping.drafts
            self._reading.run(lambda: drafts.forget(found.path), lambda _: self.open(), self._refused)

    def _edit(self, draft: Draft, state: FileState) -> None:
        try:
            studio, validator = self._furnish()
        except ScenarioError as error:
            prompts.tell_diagnostics(self, "rulebook.yaml", tuple(error.diagnostics), self._presentation.language)
            return
        if self.page is None:
            self.page = EditorPage(studio, self.exchange)
            self.page.left.connect(self.open)
            self.page.failed.connect(self.failed)
            self.addWidget(self.page)
        page = self.page
        checker = Checker(draft.path, studio.rulebook, validator, draft.parser.twin())
        desk = EditorDesk(
            draft, state, checker, self._keeping, lambda: self._presentation.language, lambda: page.map_sizes
        )
        page.edit(desk)
        self.setCurrentWidget(page)

    def _furnish(self) -> tuple[Studio, Validator]:
        if self._studio is None or self._validator is None:
            rulebook = self._catalogue.rulebook().rulebook
            art = art_in(self._places.assets, *drawing_folders(self._places.library))
            self._studio = Studio(self._presentation, rulebook, art)
            self._validator = Validator(rulebook, art)
        return self._studio, self._validator

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ScenarioError):
            prompts.tell_diagnostics(self, "", tuple(error.diagnostics), self._presentation.language)
        elif isinstance(error, UserError):
            self._tell(error)
        else:
            self.failed.emit(error)

    def _tell(self, error: UserError) -> None:
        prompts.tell(self, error.sentence, self._presentation.language)


def _free_path(folder: Path, stem: str) -> Path:
    """Give a file in a folder that is not there yet, named like this."""
    path, number = folder / f"{stem}.yaml", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.yaml", number + 1
    return path
