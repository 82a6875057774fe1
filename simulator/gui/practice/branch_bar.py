"""Says that the learner is in a branch, and leads back to the first pass."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class BranchBar(Panel):
    """Stands below the page's bar as long as one is in a branch.

    Signals:
        return_requested(): the learner wants to go on with the first pass.
    """

    return_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent, solid=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 10)
        row.setSpacing(18)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "plum")
        self._words.setProperty("type", "small")
        self._return = DeliberateButton()
        self._return.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._return.clicked.connect(self.return_requested)
        row.addWidget(self._words, 1)
        row.addWidget(self._return)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def button(self) -> DeliberateButton:
        """What leads back to the first pass."""
        return self._return

    def tell(self, turn: int | None, first_pass: int, *, over: bool) -> None:
        """Say from which turn another way is tried, and how many turns the first pass has; be gone where it is None."""
        self.setVisible(turn is not None)
        if turn is None:
            return
        words = (
            self.tr("A branch from turn %1 on: it does not count. The first pass is over and stays as it is.")
            if over
            else self.tr("A branch from turn %1 on: it does not count. The first pass waits at turn %2.")
        )
        self._words.setText(words.replace("%1", str(turn)).replace("%2", str(first_pass + 1)))
        self._return.setText(self.tr("Return to it (R)"))
