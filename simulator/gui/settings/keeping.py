"""What the settings page offers for the record: a learner's own, the backups, and the instructor's passcode."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.lock import DELETION, EXAM_RESULTS, SETTINGS
from simulator.gui.record_care import RecordCare, moment_words
from simulator.gui.settings.rows import Deeds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from simulator.gui.lock import Lock
    from simulator.gui.presentation import Presentation
    from simulator.records.learners import Learner

_EVERYTHING = frozenset((EXAM_RESULTS, DELETION, SETTINGS))


class Words(NamedTuple):
    """What a row is called, a line about it, and whether it is shown at all."""

    title: str
    about: str
    shown: bool = True


class Keeping(QObject):
    """The rows of the record, with what they say and do.

    Signals:
        changed(): how things stand is another now.
    """

    changed = Signal()

    def __init__(self, presentation: Presentation, care: RecordCare, lock: Lock, window: QWidget) -> None:
        super().__init__(window)
        self._presentation = presentation
        self._care = care
        self._lock = lock
        self._window = window
        self._learner: Learner | None = None
        self._newest: datetime | None = None
        self.deeds: Mapping[str, Deeds] = {
            "mine": Deeds((self._take_along, care.take_in, self._delete)),
            "backups": Deeds((care.back_up, care.restore)),
            "passcode": Deeds((self._change_passcode, self._remove_passcode)),
        }
        care.backed_up.connect(self.look)
        care.restored.connect(self.look)

    def show_for(self, learner: Learner | None) -> None:
        """Speak of this learner's record."""
        self._learner = learner
        self.changed.emit()

    def look(self) -> None:
        """Look how things stand now."""
        self._care.newest(self._take_newest)

    def move(self, data: Path) -> None:
        """Move the data folder elsewhere."""
        self._care.move(data)

    def words(self) -> dict[str, Words]:
        """Say everything in the language of the moment, on the buttons too, and give what the rows are called."""
        found = {"mine": self._mine(), "backups": self._backups(), "passcode": self._passcode()}
        return {name: found[name] for name in self.deeds}

    def _mine(self) -> Words:
        about = self.tr("Every attempt, goal and drilled phrase of one learner, in one file for another PC.")
        name = self._learner.name if self._learner is not None else ""
        verbs = [
            self.tr("Take along…") if name else "",
            self.tr("Take in from a file…"),
            self.tr("Delete for good…") if name else "",
        ]
        state = self.tr("The record of “%1”.").replace("%1", name) if name else ""
        self.deeds["mine"].name(state, verbs, about)
        return Words(self.tr("My record"), about)

    def _backups(self) -> Words:
        about = self.tr("Copies of everybody's record, in the data folder. The newest ten are kept.")
        state = self.tr("There is no backup yet.")
        if self._newest is not None:
            moment = moment_words(self._newest, self._presentation.language)
            state = self.tr("The newest backup is of %1.").replace("%1", moment)
        self.deeds["backups"].name(state, [self.tr("Back up now"), self.tr("Restore…")], about)
        return Words(self.tr("Backups"), about)

    def _passcode(self) -> Words:
        lock = self._lock
        about = self.tr("It can lock the results of exams, deleting a learner, and these settings.")
        if not lock.is_set:
            verbs = [self.tr("Set a passcode…"), ""]
            self.deeds["passcode"].name(self.tr("There is no passcode, so nothing is locked."), verbs, about)
        else:
            names = {
                EXAM_RESULTS: self.tr("the results of exams"),
                DELETION: self.tr("deleting a learner"),
                SETTINGS: self.tr("these settings"),
            }
            locked = self.tr(", ").join(word for name, word in names.items() if name in lock.locks)
            state = self.tr(
                "Locked: %1. If the passcode is forgotten, whoever looks after this PC deletes this file: %2"
            )
            # Somewhere to break: a path has no spaces.
            place = str(lock.path).replace("/", "/\u200b").replace("\\", "\\\u200b")
            verbs = [self.tr("Change it…"), self.tr("Remove it")]
            self.deeds["passcode"].name(state.replace("%2", place).replace("%1", locked), verbs, about)
        return Words(self.tr("Instructor's passcode"), about, shown=lock.path is not None)

    def _take_newest(self, newest: datetime | None) -> None:
        self._newest = newest
        self.changed.emit()

    def _take_along(self) -> None:
        if self._learner is not None:
            self._care.take_along(self._learner)

    def _delete(self) -> None:
        if self._learner is not None:
            self._care.delete(self._learner)

    def _change_passcode(self) -> None:
        """Ask for the old passcode where there is one, then for the new one."""
        if self._lock.is_set:
            self._lock.ask_passcode(self._window, self._ask_new)
        else:
            self._ask_new()

    def _ask_new(self) -> None:
        from simulator.gui.passcode_dialogs import NewPasscode

        lock = self._lock
        dialog = NewPasscode(self._window, lock.locks or _EVERYTHING)

        def done() -> None:
            dialog.accept()
            self.changed.emit()

        dialog.chosen.connect(lambda word, locks: lock.set(word, locks, done, dialog.refuse))
        dialog.open()

    def _remove_passcode(self) -> None:
        self._lock.ask_passcode(self._window, self._remove)

    def _remove(self) -> None:
        try:
            self._lock.remove()
        except UserError as error:
            prompts.tell(self._window, error.sentence, self._presentation.language)
        self.changed.emit()
