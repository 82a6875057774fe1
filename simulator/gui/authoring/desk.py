"""The desk: a scenario file being edited, with its history, its checks and everything that keeps it from being lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.authoring.checking import Checked, Checker
from simulator.authoring.draft import Draft, Edit, retyped
from simulator.authoring.drafts_folder import DraftsFolder
from simulator.authoring.history import History
from simulator.authoring.layered_layout import Layout, Sizes, layered_layout
from simulator.authoring.map_picture import MapPicture
from simulator.authoring.saving import ChangedMeanwhile, FileState, save
from simulator.authoring.versions import Versions
from simulator.errors import UserError
from simulator.gui.authoring.forms.fields import Making
from simulator.gui.background import Background
from simulator.i18n import Text, say

_CHECK_MS = 15  # after the last keystroke
_KEEP_MS = 3000  # after the first change that is not kept yet
_REST_MS = 1500  # after which typing goes on as a step of its own


class Keeping(NamedTuple):
    """Where what is written is kept beside the file itself."""

    drafts: DraftsFolder
    versions: Versions


class EditorDesk(QObject):
    """Holds one draft; everything that changes it goes through ``do``, ``undo`` and ``redo``.

    Signals:
        changed(): the draft is another now.
        checked(object, object): a Checked of the draft, as far as it had come, and the Layout of its map, or None.
        glanced(object, object): the same of a file just opened, as read and not checked yet.
        saved(): the file holds the draft.
        kept(str): this text is kept apart from its file, and outlasts a crash.
        changed_meanwhile(object): another program changed the file; a ChangedMeanwhile. Nothing was written.
        refused(object): something that was asked for could not be done; a UserError. Nothing was changed.
        failed(object): something unexpected was raised in the background.
    """

    changed = Signal()
    checked = Signal(object, object)
    glanced = Signal(object, object)
    saved = Signal()
    kept = Signal(str)
    changed_meanwhile = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        draft: Draft,
        state: FileState,
        checker: Checker,
        keeping: Keeping,
        language: Callable[[], str],
        sizes: Callable[[], Sizes],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = History(draft)
        self._state = state
        self._saved_text = state.text if state.text is not None else None
        self._kept_text: str | None = None
        self._checker, self._keeping, self._language, self._sizes = checker, keeping, language, sizes
        self._checking = Background("check", self)
        self._filing = Background("file", self)
        for background in (self._checking, self._filing):
            background.unhandled.connect(self.failed)
        self._busy = self._again = False
        self._glanced = False  # at a file just opened, whose map is not to wait for its checks
        self._arrange = _Arranging()
        self._check_soon = self._timer(_CHECK_MS, self._check)
        self._keep_soon = self._timer(_KEEP_MS, self.keep)
        self._rest = self._timer(_REST_MS, self.pause)
        self._check()

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._history.draft

    @property
    def state(self) -> FileState:
        """What the file was when it was last read or written."""
        return self._state

    @property
    def versions(self) -> Versions:
        """The versions of files that were saved here."""
        return self._keeping.versions

    @property
    def dirty(self) -> bool:
        """Whether the file does not hold the draft."""
        return self.draft.text != self._saved_text

    @property
    def undo_name(self) -> Text | None:
        """What an undo would take back."""
        return self._history.undo_name

    @property
    def redo_name(self) -> Text | None:
        """What a redo would do again."""
        return self._history.redo_name

    def do(self, making: Making) -> bool:
        """Do an edit; False where the draft cannot take it, which is then told."""
        try:
            edit = making(self.draft)
        except UserError as error:
            self.refused.emit(error)
            return False
        self.take(edit)
        return True

    def take(self, edit: Edit) -> None:
        """Do an edit that was made already."""
        before = self.draft.text
        self._history.do(edit)
        if self.draft.text != before:
            self._changed()

    def retype(self, text: str) -> None:
        """Take the whole text as typed in the YAML pane, whose lines end in a plain newline."""
        self.take(retyped(self.draft, text.replace("\n", self.draft.newline)))

    def pause(self) -> None:
        """Let what is typed from now on be a step of its own."""
        self._history.pause()

    def undo(self) -> None:
        """Take the last step back."""
        if self._history.undo() is not None:
            self._changed()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._history.redo() is not None:
            self._changed()

    def check_again(self) -> None:
        """Check the draft anew, as when the language of the map is another now."""
        self._check_soon.start()

    def save(self, state: FileState | None = None) -> None:
        """Write the draft to its file; against another state where the author has decided to write over it."""
        draft, before = self.draft, self._state
        against = state or before
        keeping = self._keeping

        def work() -> FileState:
            after = save(draft, against)
            try:
                keeping.versions.keep(draft.path, before.text or "", draft.text)
                keeping.drafts.forget(draft.path)
            except OSError as error:
                raise UserError(
                    say(
                        f"文件已存好，但这个版本没有留下备份：{error.strerror or error}。请检查磁盘空间和权限。",
                        f"The file is saved, but no copy of this version could be kept: {error.strerror or error}. "
                        "Check the disk's space and your permissions.",
                    )
                ) from error
            return after

        self._keep_soon.stop()
        self._filing.run(work, lambda after: self._saved(draft, after), self._not_saved)

    def accept(self, state: FileState) -> None:
        """Take the file as it is now for what the draft is measured by, as after a merge."""
        self._state = state
        self._saved_text = state.text
        self.changed.emit()

    def keep(self) -> None:
        """Keep the draft apart from its file."""
        draft, state, folder = self.draft, self._state, self._keeping.drafts
        if not self.dirty or draft.text == self._kept_text:
            return

        def done(_: object) -> None:
            self._kept_text = draft.text
            self.kept.emit(draft.text)

        self._filing.run(lambda: folder.keep(draft, state), done, self._not_kept)

    def let_go(self) -> None:
        """Give up what is not saved, because the author said so."""
        self._keep_soon.stop()
        path, folder = self.draft.path, self._keeping.drafts
        self._filing.run(lambda: folder.forget(path))

    def finish(self) -> None:
        """Keep what is not kept yet, and stop what runs in the background."""
        for timer in (self._check_soon, self._rest):
            timer.stop()
        if self._keep_soon.isActive():
            self._keep_soon.stop()
            self.keep()
        self._checking.finish()
        self._filing.finish()

    def _changed(self) -> None:
        self._check_soon.start()
        self._rest.start()
        if not self._keep_soon.isActive():
            self._keep_soon.start()
        self.changed.emit()

    def _check(self) -> None:
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        draft, language, checker, sizes = self.draft, self._language(), self._checker, self._sizes()

        arrange, look = self._arrange, checker.check if self._glanced else checker.glance

        def work() -> tuple[Checked, Layout | None]:
            found = look(draft, language)
            return found, arrange(found.picture, sizes) if found.picture is not None else None

        self._checking.run(work, self._take_checked, self._check_failed)

    def _take_checked(self, found: tuple[Checked, Layout | None]) -> None:
        self._busy = False
        if self._glanced:
            self.checked.emit(*found)
        else:
            self._glanced = self._again = True
            self.glanced.emit(*found)
        if self._again:
            self._check()

    def _check_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(error)

    def _saved(self, draft: Draft, state: FileState) -> None:
        self._state = state
        self._saved_text = draft.text
        if self.dirty:
            self._keep_soon.start()
        self.saved.emit()

    def _not_saved(self, error: Exception) -> None:
        self._keep_soon.start()  # what could not be saved is at least kept
        if isinstance(error, ChangedMeanwhile):
            self.changed_meanwhile.emit(error)
        elif isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            self.failed.emit(error)
            return
        self.refused.emit(
            UserError(
                say(
                    f"草稿没有备份上：{error.strerror or error}。请现在就保存文件，再检查磁盘空间和权限。",
                    f"The draft could not be kept: {error.strerror or error}. Save the file now, then check the disk's "
                    "space and your permissions.",
                )
            )
        )

    def _timer(self, milliseconds: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer


class _Arranging:
    """Lays maps out, one thread's; the same shape again costs nothing, and most edits change no shape."""

    def __init__(self) -> None:
        self._last: tuple[object, Layout] | None = None

    def __call__(self, picture: MapPicture, sizes: Sizes) -> Layout:
        wanted = (picture.shape, sizes)
        if self._last is None or self._last[0] != wanted:
            self._last = wanted, layered_layout(*picture.shape, sizes)
        return self._last[1]
