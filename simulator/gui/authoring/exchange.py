"""Handing a scenario on and taking one in: workbooks, Twee, play scripts and packs, by the window's file dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.authoring.draft import Draft, Keys
from simulator.authoring.examined import Art
from simulator.authoring.merge import Merge, Side, merged
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.background import Background
from simulator.gui.presentation import Presentation
from simulator.i18n import LANGUAGES, Text, say
from simulator.library.outside_files import read_outside, write_outside
from simulator.library.pack import Home


class Exchange(QObject):
    """Reads and writes what other programs use; the work is done in the background.

    Signals:
        taken_in(object): a scenario file has come in; its Path, or None where it was a pack.
        failed(object): something unexpected was raised in the background.
    """

    taken_in = Signal(object)
    failed = Signal(object)

    def __init__(self, presentation: Presentation, home: Home, version: Callable[[], str], page: QWidget) -> None:
        super().__init__(page)
        self._presentation, self._home, self._version, self._page = presentation, home, version, page
        self._work = Background("exchange", self)
        self._work.unhandled.connect(self.failed)

    def finish(self) -> None:
        """Do what was asked for, and stop."""
        self._work.finish()

    # Out

    def export(self, draft: Draft, suffix: str, rulebook: Rulebook, art: Art) -> None:
        """Ask where to, and write the scenario as a workbook, Twee or a script, as the suffix says."""
        target = self._asked_where(draft, suffix)
        if target is not None:
            language = self._presentation.language
            make = partial(_content_of, draft, suffix, rulebook, art, language)
            self._work.run(lambda: write_outside(target, make()), lambda _: self._tell_written(target), self._refused)

    def export_pack(self, draft: Draft, title: Text) -> None:
        """Ask where to, and write the scenario's file as a pack."""
        target = self._asked_where(draft, ".zip")
        if target is None:
            return
        home, version, path = self._home, self._version, draft.path

        def work() -> tuple[str, ...]:
            from simulator.library.pack import export_pack

            return export_pack(target, path.stem, title, [path], home, version(), force=True).missing

        self._work.run(work, lambda _: self._tell_written(target), self._refused)

    # In

    def take_in(self) -> None:
        """Ask for a pack or a Twee file, and take it into the person's library."""
        path = prompts.open_path(self._page, self.tr("Bring one in"), self.tr("Packs and Twee (*.zip *.twee *.tw)"))
        if path is None:
            return
        if path.suffix.lower() == ".zip":
            self._take_pack(path, replace=False)
        else:
            folder = self._home.library
            self._work.run(lambda: _twee(path, folder), self._take_twee, self._refused)

    def merge_workbook(self, desk: EditorDesk, rulebook: Rulebook, art: Art) -> None:
        """Ask for a workbook, and merge what was changed in it into the draft."""
        path = prompts.open_path(self._page, self.tr("Merge a workbook"), self.tr("Workbooks (*.xlsx)"))
        if path is None:
            return
        draft, language = desk.draft, self._presentation.language

        def work() -> Merge:
            from simulator.authoring.workbook import merge_workbook, read_workbook

            return merge_workbook(draft, read_workbook(read_outside(path), rulebook, art, language))

        self._work.run(work, partial(self._ask_merge, desk), self._refused)

    def _ask_merge(self, desk: EditorDesk, found: Merge) -> None:
        if not found.changes and not found.conflicts:
            self._say(say("工作簿里没有要并入的改动。", "The workbook has no changes to take in."))
            return
        from simulator.gui.authoring.merge_question import MergeQuestion

        question = MergeQuestion(self._page, found, self._presentation.language)
        question.settled.connect(partial(self._merge, desk, found))
        question.open()

    def _merge(self, desk: EditorDesk, found: Merge, sides: Mapping[Keys, Side]) -> None:
        desk.do(lambda draft: merged(draft, found, sides))

    def _take_pack(self, path: Path, *, replace: bool) -> None:
        home = self._home

        def work() -> tuple[str, ...]:
            from simulator.authoring.plans import read_plan
            from simulator.library.pack import import_pack

            return import_pack(path, home, lambda plan: read_plan(plan).diagnostics, replace=replace).scenarios

        self._work.run(work, self._pack_taken, lambda error: self._pack_refused(path, error, replaced=replace))

    def _pack_taken(self, scenarios: tuple[str, ...]) -> None:
        names = ", ".join(scenarios)
        self._say(say(f"收下了情景包，里面有：{names}。", f"The pack is in; it brought {names}."))
        self.taken_in.emit(None)

    def _pack_refused(self, path: Path, error: Exception, *, replaced: bool) -> None:
        there = getattr(error, "reason", "") == "installed"
        replace = self.tr("Replace it")
        question = self.tr("A pack of this id is here already. Put “%1” in its place?").replace("%1", path.name)
        if not there or replaced or not isinstance(error, UserError):
            self._refused(error)
        elif prompts.confirm(self._page, question, replace, self.tr("Keep the old one")):
            self._take_pack(path, replace=True)

    def _take_twee(self, found: tuple[Path, list[Text]]) -> None:
        path, notes = found
        if notes:
            language = self._presentation.language
            prompts.tell_notes(self._page, path.name, [note.to(language) for note in notes])
        self.taken_in.emit(path)

    # What both need

    def _asked_where(self, draft: Draft, suffix: str) -> Path | None:
        name = f"{draft.path.stem}{suffix}"
        target = prompts.save_path(self._page, self.tr("Hand it on"), name, f"*{suffix}")
        if target is not None and target.suffix.lower() != suffix:
            target = target.with_name(f"{target.name}{suffix}")
        return target

    def _tell_written(self, target: Path) -> None:
        self._say(say(f"已写成 {target}。", f"Written: {target}."))

    def _say(self, sentence: Text) -> None:
        prompts.inform(self._page, sentence, self._presentation.language)

    def _refused(self, error: Exception) -> None:
        language = self._presentation.language
        if isinstance(error, ScenarioError):
            prompts.tell_diagnostics(self._page, "", tuple(error.diagnostics), language)
        elif isinstance(error, UserError):
            prompts.tell(self._page, error.sentence, language)
        else:
            self.failed.emit(error)


def _content_of(draft: Draft, suffix: str, rulebook: Rulebook, art: Art, language: str) -> bytes:
    """Give the bytes of a scenario as another program reads it; what that needs is loaded only now."""
    if suffix == ".xlsx":
        from simulator.authoring.workbook import export_workbook

        return export_workbook(draft, rulebook, art, language)
    if suffix == ".twee":
        from simulator.authoring.twee import export_twee

        return export_twee(draft, language).encode()
    from simulator.authoring.play_script import play_script
    from simulator.authoring.play_script_html import script_html

    script = play_script(draft, rulebook, [language, *(one for one in LANGUAGES if one != language)])
    if suffix == ".docx":
        from simulator.authoring.play_script_word import script_docx

        return script_docx(script)
    from simulator.gui.reports.pdf import pdf_of

    return pdf_of(script_html(script), script.title)


def _twee(path: Path, folder: Path) -> tuple[Path, list[Text]]:
    """Make a scenario file of a Twee file, and give it with what has no place in it."""
    from simulator.authoring.twee_import import import_twee

    reading = import_twee(read_outside(path))
    target = folder / f"{reading.id}.yaml"
    if target.exists():
        raise UserError(
            say(
                f"已经有一个叫 {reading.id} 的情景了，没有动它。请先在 Twine 里改标题，或者把原来的改个编号。",
                f"There is a scenario called {reading.id} already; it was left alone. Change the story's title in "
                "Twine, or give the other one another id.",
            )
        )
    write_outside(target, reading.text.encode())
    return target, [note.message for note in reading.notes]
