"""Why there are no cards in the library, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.library.card_look import SHADOW

if TYPE_CHECKING:
    from simulator.errors import Diagnostic
    from simulator.gui.library.notice import Notice
    from simulator.gui.presentation import Presentation

_PROBLEMS = 3  # that the page itself names


class EmptyShelf(QWidget):
    """Stands in place of the cards where there are none; what it is made of is made when there is something to say.

    Signals:
        accepted(): what is offered first was chosen: to read again, or to search no more.
    """

    accepted = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._notice: Notice | None = None
        self._problems: tuple[Diagnostic, ...] = ()
        self.hide()

    def say_reading(self) -> None:
        """Say that it takes a while."""
        self._say("clock", "celadon", self.tr("Reading the scenarios…"), "")

    def say_no_scenarios(self) -> None:
        """Say how scenarios get into the library."""
        self._say(
            "transcript",
            "celadon",
            self.tr("There are no scenarios yet."),
            self.tr("Put scenario files (.yaml) into the folder “scenarios” beside the program, then read again."),
            self.tr("Read again"),
        )

    def say_no_match(self, typed: str) -> None:
        """Say how something may be found."""
        self._say(
            "search",
            "soft_ink",
            self.tr("No scenario matches “%1”.").replace("%1", typed),
            self.tr("Try fewer characters, a citizen's name, or a stage such as “complaint”."),
            self.tr("Clear the search"),
        )

    def say_trouble(self, trouble: UserError) -> None:
        """Say why the rulebook cannot be read, and where it must be mended."""
        self._problems = tuple(trouble.diagnostics) if isinstance(trouble, ScenarioError) else ()
        words = self._presentation.words
        lines = [
            f"{one.file}:{one.line}:{one.column}  {words(one.message)} {words(one.mend)}" for one in self._problems
        ]
        paragraphs = [
            self.tr(
                "Practice is scored against the rulebook, so nothing can be practised until its file is mended. "
                "Everything that was practised is safe."
            ),
            *(lines[:_PROBLEMS] or [words(trouble.sentence)]),
        ]
        more = self.tr("Show all %1 problems").replace("%1", str(len(lines))) if len(lines) > _PROBLEMS else ""
        heading = self.tr("The rulebook cannot be read.")
        self._say("warning", "ochre", heading, "\n\n".join(paragraphs), self.tr("Read again"), more)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        if self._notice is not None:
            self._notice.restyle()

    def _say(self, icon: str, tone: str, heading: str, words: str, first: str = "", second: str = "") -> None:
        if self._notice is None:
            from simulator.gui.library.notice import Notice

            self._notice = Notice(self._presentation)
            self._notice.accepted.connect(self.accepted)
            self._notice.other_chosen.connect(self._show_problems)
            column = QVBoxLayout(self)
            column.setContentsMargins(SHADOW, 0, SHADOW, 0)
            column.addWidget(self._notice)
        self._notice.say(icon, tone, heading, words, first, second)
        self.show()

    def _show_problems(self) -> None:
        prompts.tell_diagnostics(self, self.tr("The rulebook"), self._problems, self._presentation.language)
