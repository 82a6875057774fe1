"""What can be done with a whole record: a learner's taken along, taken in and deleted, everybody's backed up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.background import Background
from simulator.gui.lock import DELETION, Lock
from simulator.gui.waiting import Waiting
from simulator.i18n import Text, say
from simulator.paths import LEARNER_SUFFIX, note_of_move

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation
    from simulator.records.backup import Backup
    from simulator.records.database import Database
    from simulator.records.learner_file import Carried
    from simulator.records.learner_intake import Taken
    from simulator.records.learners import Learner

_Result = TypeVar("_Result")
_FORBIDDEN = '\\/:*?"<>|'
"""Characters that a file's name cannot have on every system."""


class RecordCare(QObject):
    """Asks what has to be asked, does it beside the window's thread, and says what came of it.

    Signals:
        taken_in(object): a Learner has come in from another PC, or more of theirs.
        deleted(object): this Learner is gone for good.
        restored(): the record is another one now.
        backed_up(): there is one backup more, or fewer.
        moved(): the data is elsewhere from the next start on, so this run is to end.
        failed(object): something unexpected was raised.
    """

    taken_in = Signal(object)
    deleted = Signal(object)
    restored = Signal()
    backed_up = Signal()
    moved = Signal()
    failed = Signal(object)

    def __init__(self, presentation: Presentation, record: RecordKeeper, lock: Lock, window: QWidget) -> None:
        super().__init__(window)
        self._presentation = presentation
        self._record = record
        self._lock = lock
        self._window = window
        self._files = Background("record-files", self)

    def finish(self) -> None:
        """Do what was asked for, and stop."""
        self._files.finish()

    # Along and in

    def take_along(self, learner: Learner, then: Callable[[], None] | None = None) -> None:
        """Ask where to, and write a learner's whole record to one file."""
        name = "".join("-" if one in _FORBIDDEN else one for one in learner.name) + LEARNER_SUFFIX
        path = prompts.save_path(self._window, self.tr("Take my record along"), name, f"*{LEARNER_SUFFIX}")
        if path is None:
            return
        if path.suffix.lower() != LEARNER_SUFFIX:
            path = path.with_name(path.name + LEARNER_SUFFIX)

        def work(database: Database) -> None:
            from simulator.library.outside_files import write_outside
            from simulator.records.learner_file import write_learner

            write_outside(path, write_learner(database, learner.id))

        def written(_: object) -> None:
            self._inform(
                say(
                    f"全部记录已存在 {path}。在另一台电脑上选“从文件收入”，就能接着练。",
                    f"The whole record is in {path}. On the other PC, choose “Take in from a file” to go on there.",
                )
            )
            if then is not None:
                then()

        self._ask_and_wait(self.tr("Writing the file…"), work, written, self._refuse)

    def take_in(self) -> None:
        """Ask for a file, look through it, and add what it brings to this PC's record."""
        path = prompts.open_path(
            self._window,
            self.tr("Take in from a file"),
            self.tr("Learner's record (%1)").replace("%1", f"*{LEARNER_SUFFIX}"),
        )
        if path is None:
            return
        waiting = Waiting(self.tr("Looking through the file…"), self._window, self.tr("Cancel"))

        def work() -> Carried:
            from simulator.library.kept_texts import KeptTexts
            from simulator.library.outside_files import read_outside
            from simulator.records.learner_file import LARGEST_FILE, read_learner

            content = read_outside(path, LARGEST_FILE + 1)
            return read_learner(content, KeptTexts().scenario, partial(_tell_or_stop, waiting))

        self._files.run(work, partial(self._ask_whose, waiting), partial(self._not_read, waiting))

    def _not_read(self, waiting: Waiting, error: Exception) -> None:
        waiting.over()
        if not isinstance(error, _Stopped):
            self._refuse(error)

    def _ask_whose(self, waiting: Waiting, carried: Carried) -> None:
        waiting.over()

        def work(database: Database) -> list[str]:
            from simulator.records.learners import Learners

            return [learner.name for learner in Learners(database).all()]

        self._record.ask(work, partial(self._take, carried), partial(self._not_taken, carried))

    def _take(self, carried: Carried, names: list[str]) -> None:
        name: str | None = carried.name
        if name in names:
            name = self._chosen_name(carried)
        if name is None:
            carried.close()
            return
        whose = name

        def work(database: Database) -> Taken:
            from simulator.records.learner_intake import take_in

            return take_in(database, carried, whose)

        done, failed = partial(self._taken, carried), partial(self._not_taken, carried)
        self._ask_and_wait(self.tr("Taking in…"), work, done, failed)

    def _chosen_name(self, carried: Carried) -> str | None:
        """Ask whether a learner of that name is the same person."""
        question = self.tr("There is a “%1” on this PC already. Is it the same person?").replace("%1", carried.name)
        verbs = [self.tr("Put both together"), self.tr("Take in under another name"), self.tr("Cancel")]
        chosen = prompts.choose(self._window, question, verbs)
        if chosen == 1:
            return prompts.ask_line(
                self._window, self.tr("The name on this PC:"), f"{carried.name} 2", self.tr("Take in")
            )
        return carried.name if chosen == 0 else None

    def _taken(self, carried: Carried, taken: Taken) -> None:
        carried.close()
        self._inform(
            say(
                f"收在“{taken.learner.name}”名下了：新收 {taken.added} 次练习，原来就有的 {taken.known} 次。",
                f"It is now the record of “{taken.learner.name}”. Attempts taken in: {taken.added}; here already: "
                f"{taken.known}.",
            )
        )
        self.taken_in.emit(taken.learner)

    def _not_taken(self, carried: Carried, error: Exception) -> None:
        carried.close()
        self._refuse(error)

    # Deleting for good

    def delete(self, learner: Learner) -> None:
        """Delete a learner for good, after the questions that this needs."""
        ask = partial(self._record.ask, partial(_count, learner), partial(self._ask_delete, learner), self._refuse)
        self._lock.behind(DELETION, self._window, ask)

    def _ask_delete(self, learner: Learner, attempts: int) -> None:
        question = (
            self.tr(
                "Delete “%1” from this PC for good? Attempts: %2, with every response, the goals, the drilled "
                "phrases and the progress. It cannot be undone."
            )
            .replace("%2", str(attempts))
            .replace("%1", learner.name)
        )
        verbs = [self.tr("Take it along first"), self.tr("Delete for good"), self.tr("Keep it")]
        chosen = prompts.choose(self._window, question, verbs)
        if chosen == 0:
            self.take_along(learner, then=partial(self._ask_delete, learner, attempts))
        elif chosen == 1:
            done = partial(self._ask_backups, learner)
            self._ask_and_wait(self.tr("Deleting…"), partial(_forget, learner), done, self._refuse)

    def _ask_backups(self, learner: Learner, backups: list[Backup]) -> None:
        """Say what older backups still hold, and take the learner out of them where that is wanted."""
        if not backups:
            self._tell_deleted(learner)
            return
        dates = ", ".join(self._date(one.made) for one in backups)
        question = (
            self.tr(
                "“%1” is deleted from the record. Older backups still hold what was there on: %2. Delete it from "
                "them, too? Everybody else stays in them."
            )
            .replace("%2", dates)
            .replace("%1", learner.name)
        )
        if prompts.confirm(self._window, question, self.tr("Delete there, too"), self.tr("Leave the backups")):
            forget = partial(_forget_in_backups, learner, backups)
            failed = partial(self._left_in_backups, learner)
            self._ask_and_wait(self.tr("Deleting…"), forget, lambda _: self._tell_deleted(learner), failed)
        else:
            self.deleted.emit(learner)

    def _left_in_backups(self, learner: Learner, error: Exception) -> None:
        self._refuse(error)
        self.deleted.emit(learner)

    def _tell_deleted(self, learner: Learner) -> None:
        self._inform(
            say(
                f"“{learner.name}”的记录已经删净：记录和备份里都没有了。自己另存的文件和别处的副本不在其内。",
                f"The record of “{learner.name}” is gone from the record and its backups. Files that were saved "
                "elsewhere are not among them.",
            )
        )
        self.deleted.emit(learner)

    # Backups

    def back_up(self) -> None:
        """Copy the record now."""

        def work(database: Database) -> Path:
            return database.back_up()

        def done(path: Path) -> None:
            self._inform(say(f"已经备份到 {path}。", f"Backed up: {path}."))
            self.backed_up.emit()

        self._ask_and_wait(self.tr("Backing up…"), work, done, self._refuse)

    def newest(self, tell: Callable[[datetime | None], None]) -> None:
        """Tell when the newest backup was made."""
        self._record.ask(_newest, tell, self._refuse)

    def restore(self) -> None:
        """Ask which backup is to take the record's place, and let it."""
        self._record.ask(_backups, self._ask_which, self._refuse)

    def _ask_which(self, backups: list[Backup]) -> None:
        if not backups:
            self._inform(say("还没有备份。先点“现在备份”。", "There is no backup yet. Choose “Back up now” first."))
            return
        backups = backups[::-1]
        # The number keeps two of one second apart.
        dates = [f"{number}. {self._date(one.made)}" for number, one in enumerate(backups, start=1)]
        question = self.tr("Which backup is to take the record's place? The present record is backed up first.")
        place = prompts.pick(self._window, question, dates, self.tr("Restore"))
        if place is None:
            return
        chosen = backups[place]

        def work(database: Database) -> Path:
            return database.restore(chosen.path)

        self._ask_and_wait(self.tr("Restoring…"), work, self._tell_restored, self._refuse)

    def _tell_restored(self, kept: Path) -> None:
        self._inform(
            say(
                f"备份已经恢复，可以接着用。刚才的记录存在 {kept}，想换回来就恢复它。",
                f"The backup is restored, and you can go on. What was there before is in {kept}; restore that to go "
                "back.",
            )
        )
        self.restored.emit()

    # The data folder

    def move(self, data: Path) -> None:
        """Ask where to, copy the data folder there, and end this run, since the next one begins there."""
        note = note_of_move(data)
        chosen = prompts.folder_path(self._window, self.tr("Move the data folder into"))
        if note is None or chosen is None:
            return
        waiting = Waiting(self.tr("Copying and comparing…"), self._window, self.tr("Cancel"))

        def work(database: Database) -> Path:
            from simulator.records.moving import move_data

            return move_data(database, data, chosen, note, partial(_tell_or_stop, waiting))

        self._record.ask(work, partial(self._tell_moved, waiting, data), partial(self._not_read, waiting))

    def _tell_moved(self, waiting: Waiting, data: Path, target: Path) -> None:
        waiting.over()
        self._inform(
            say(
                f"数据已复制到 {target}，逐个核对无误。程序现在关闭，再打开就用新位置。"
                f"原来的文件夹 {data} 原样留着，里面还有所有人的记录；确认无误后请自己删掉它。",
                f"The data was copied to {target} and compared. The program closes now, and uses the new place when "
                f"it is started again. The old folder {data} stays as it is, with everybody's record in it; delete it "
                "yourself once all is well.",
            )
        )
        self.moved.emit()

    # What all need

    def _ask_and_wait(
        self,
        words: str,
        work: Callable[[Database], _Result],
        done: Callable[[_Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask the record for what must not be stopped half-way, with words on what is being done."""
        waiting = Waiting(words, self._window)

        def over(then: Callable[[Any], None], outcome: Any) -> None:  # noqa: ANN401 - a result or an error
            waiting.over()
            then(outcome)

        self._record.ask(work, partial(over, done), partial(over, failed))

    def _date(self, moment: datetime) -> str:
        return moment_words(moment, self._presentation.language)

    def _inform(self, sentence: Text) -> None:
        prompts.inform(self._window, sentence, self._presentation.language)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            prompts.tell(self._window, error.sentence, self._presentation.language)
        else:
            self.failed.emit(error)


def moment_words(moment: datetime, language: str) -> str:
    """Give a moment as it is said here, by the clock on the wall."""
    locale = QLocale("zh_CN" if language == "zh" else "en_GB")
    return locale.toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)


class _Stopped(Exception):
    """The person does not want to wait any longer."""


def _tell_or_stop(waiting: Waiting, done: int, whole: int) -> None:
    """Say how far it is, on whatever thread; raises where the person does not want to wait any longer."""
    waiting.tell(done, whole)
    if waiting.stopped.is_set():
        raise _Stopped


def _count(learner: Learner, database: Database) -> int:
    from simulator.records.attempts import Attempts

    return len(Attempts(database).of_learner(learner.id))


def _forget(learner: Learner, database: Database) -> list[Backup]:
    from simulator.records.forgetting import backups_with, forget_learner

    forget_learner(database, learner.id)
    return list(backups_with(database.backups, learner.name))


def _forget_in_backups(learner: Learner, backups: list[Backup], _: Database) -> None:
    from simulator.records.forgetting import forget_in_backups

    forget_in_backups([one.path for one in backups], learner.name)


def _backups(database: Database) -> list[Backup]:
    from simulator.records.backup import all_backups

    return all_backups(database.backups)


def _newest(database: Database) -> datetime | None:
    return max((one.made for one in _backups(database)), default=None)
