"""The question who practises, on a sheet laid over the window's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # loaded after the window's first picture
    from PySide6.QtWidgets import QWidget

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.library.learner_page import LearnerPage
    from simulator.gui.presentation import Presentation
    from simulator.gui.widgets.sheet import Sheet


class LearnerSheet(QObject):
    """Asks who practises; made when it is first asked.

    Signals:
        learner_chosen(object): this Learner practises from now on.
        take_in_requested(): a learner's record is to be taken in from a file.
    """

    learner_chosen = Signal(object)
    take_in_requested = Signal()

    def __init__(self, presentation: Presentation, record: RecordKeeper, pages: QWidget) -> None:
        super().__init__(pages)
        self._presentation = presentation
        self._record = record
        self._pages = pages
        self._learners: LearnerPage | None = None
        self._sheet: Sheet | None = None
        self._needed = True

    def ask(self, *, needed: bool) -> None:
        """Ask who practises; where an answer is not ``needed``, the person may go on without one."""
        self._needed = needed
        if self._sheet is None:
            from simulator.gui.library.learner_page import LearnerPage
            from simulator.gui.widgets.sheet import Sheet

            self._learners = LearnerPage(self._presentation, self._record)
            self._learners.learner_chosen.connect(self.learner_chosen)
            self._learners.take_in_requested.connect(self.take_in_requested)
            self._sheet = Sheet(self._presentation, self._learners, self._pages)
            self._sheet.dismissed.connect(self._dismiss)
        self._sheet.open()

    def close(self) -> None:
        """Give the page back."""
        if self._sheet is not None:
            self._sheet.close_sheet()

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        if self._learners is not None:
            self._learners.finish()

    def _dismiss(self) -> None:
        if not self._needed:
            self.close()
