"""What an editor does with the file as a whole: save and leave, older versions, another's changes, playing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from simulator.authoring.checking import Checked
from simulator.authoring.difference import PartDifference, difference_of_drafts
from simulator.authoring.draft import Draft, EditRefused, Keys, retyped
from simulator.authoring.meaning import meaning_of
from simulator.authoring.merge import Merge, Side, merge, merged
from simulator.authoring.saving import ChangedMeanwhile
from simulator.authoring.versions import Version
from simulator.domain.conditions import Value
from simulator.domain.encounter import Encounter, play
from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.authoring.plan_care import PlanCare
from simulator.gui.authoring.studio import Studio
from simulator.i18n import say


class FileCare(QObject):
    """Asks the author, and does with the file what they decide."""

    def __init__(self, page: QWidget, desk: EditorDesk, studio: Studio) -> None:
        super().__init__(desk)
        self._page, self._desk, self._studio = page, desk, studio
        self.plans = PlanCare(page, studio, self)

    @property
    def _language(self) -> str:
        return self._studio.presentation.language

    # Leaving

    def leave(self, done: Callable[[], None]) -> None:
        """Leave the file: at once where it holds the draft, else after asking what to do with what is not saved."""
        if not self._desk.dirty:
            done()
            return
        choice = prompts.choose(
            self._page,
            self.tr("“%1” has changes that are not saved.").replace("%1", self._desk.draft.path.name),
            [self.tr("Save"), self.tr("Keep as a draft"), self.tr("Give up the changes"), self.tr("Stay")],
        )
        if choice == 0:
            self._desk.saved.connect(done)
            self._desk.save()
        elif choice == 1:
            self._desk.keep()
            done()
        elif choice == 2:
            self._desk.let_go()
            done()

    # Another program changed the file

    def settle(self, other: ChangedMeanwhile) -> None:
        """Ask what to do with a file that was changed meanwhile, showing the difference."""
        from simulator.gui.authoring.questions import MeanwhileQuestion

        differences: Sequence[PartDifference] = ()
        if other.theirs is not None:
            differences = self._difference(self._desk.draft, Draft.of(self._desk.draft.path, other.theirs))
        sentence = other.sentence.to(self._language)
        question = MeanwhileQuestion(self._page, sentence, differences, self._language, gone=other.theirs is None)
        question.decided.connect(lambda way: self._decide(way, other))
        question.open()

    def _decide(self, way: str, other: ChangedMeanwhile) -> None:
        desk = self._desk
        if way == "keep":
            desk.save(other.state)
        elif way == "take" and other.theirs is not None:
            desk.take(retyped(desk.draft, other.theirs))
            desk.accept(other.state)
        elif way == "merge" and other.theirs is not None:
            self._merge(other.theirs, other)

    def _merge(self, theirs: str, other: ChangedMeanwhile) -> None:
        draft = self._desk.draft
        base = self._desk.state.text
        try:
            mine, old, new = (
                meaning_of(one)
                for one in (
                    draft,
                    Draft.of(draft.path, base if base is not None else theirs),
                    Draft.of(draft.path, theirs),
                )
            )
        except EditRefused as error:
            prompts.tell(self._page, error.sentence, self._language)
            return
        found = merge(old, mine, new)
        if not found.conflicts:
            self._apply(found, {}, other)
            return
        from simulator.gui.authoring.merge_question import MergeQuestion

        question = MergeQuestion(self._page, found, self._language)
        question.settled.connect(lambda sides: self._apply(found, sides, other))
        question.open()

    def _apply(self, found: Merge, sides: Mapping[Keys, Side], other: ChangedMeanwhile) -> None:
        if self._desk.do(lambda draft: merged(draft, found, sides)):
            self._desk.accept(other.state)

    # Versions

    def show_versions(self) -> None:
        """Show the versions that were saved, each with what has changed since."""
        from simulator.gui.authoring.questions import VersionsQuestion

        question = VersionsQuestion(
            self._page, self._desk.versions.of(self._desk.draft.path), self._since, self._language
        )
        question.chosen.connect(self._restore)
        question.open()

    def _since(self, version: Version) -> Sequence[PartDifference]:
        try:
            text = self._desk.versions.text(version)
        except UserError:
            return ()
        return self._difference(Draft.of(self._desk.draft.path, text), self._desk.draft)

    def _restore(self, version: Version) -> None:
        try:
            text = self._desk.versions.text(version)
        except UserError as error:
            prompts.tell(self._page, error.sentence, self._language)
            return
        self._desk.take(retyped(self._desk.draft, text))

    def _difference(self, old: Draft, new: Draft) -> Sequence[PartDifference]:
        try:
            return difference_of_drafts(old, new)
        except EditRefused:
            return ()

    # Playing it, and what is possible in it

    def play(self, checked: Checked | None, scene: str) -> None:
        """Play the scenario from a scene, or from its start; nothing is recorded."""
        scenario = checked.file.scenario if checked is not None else None
        if scenario is None or checked is None or checked.text != self._desk.draft.text:
            prompts.tell(
                self._page,
                say(
                    "现在还不能试演：文件里有错误，或者还在检查。问题列表里写着哪里要改。",
                    "It cannot be played yet: the file has an error, or is still being checked. The list of problems "
                    "says what to mend.",
                ),
                self._language,
            )
            return
        from simulator.gui.authoring.questions import PlayQuestion

        start = scene if scene in scenario.scenes else scenario.start
        question = PlayQuestion(self._page, start, scenario.citizen.mood, scenario.variables)
        question.chosen.connect(lambda mood, variables: self._rehearse(checked, start, mood, variables))
        question.open()

    def _rehearse(self, checked: Checked, scene: str, mood: int, variables: Mapping[str, Value]) -> None:
        from simulator.gui.authoring.rehearsal import Rehearsal, from_here

        scenario = checked.file.scenario
        if scenario is not None:
            played = from_here(scenario, scene, mood, variables)
            rehearsal = Rehearsal(self._studio.presentation, played, self._studio.rulebook, self._page)
            as_it_begins = (scenario.start, scenario.citizen.mood, dict(scenario.variables))
            if (scene, mood, dict(variables)) == as_it_begins:
                rehearsal.finished_play.connect(self._offer_to_keep)
            rehearsal.open()

    def play_plans(self, checked: Checked | None) -> None:
        """Play the test plans beside the file."""
        if checked is not None:
            self.plans.play(checked, self._desk.draft.path)

    def _offer_to_keep(self, encounter: Encounter) -> None:
        self.plans.offer_to_keep(self._desk.draft.path, encounter)

    def play_path(self, checked: Checked | None, path: Sequence[str]) -> None:
        """Play a path that stands against the scenario, and go on from the scene that it comes to."""
        from simulator.gui.authoring.rehearsal import Rehearsal

        scenario = checked.file.scenario if checked is not None else None
        if scenario is not None:
            Rehearsal(self._studio.presentation, play(scenario, path), self._studio.rulebook, self._page).open()

    def show_report(self, checked: Checked | None) -> None:
        """Show the best and the worst that the scenario allows, and what each option gives up."""
        from simulator.gui.authoring.report_view import ReportView

        scenario = checked.file.scenario if checked is not None else None
        if scenario is not None:
            ReportView(self._studio, scenario, self._page).open()
