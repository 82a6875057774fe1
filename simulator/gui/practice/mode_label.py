"""Says how the encounter on the page is played: learning or an exam, in the first pass or in a branch."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from simulator.domain.modes import Mode
from simulator.gui.practice.sitting import Practice


class ModeLabel(QLabel):
    """One or two words in the bar, always there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("type", "small")
        self.setProperty("tone", "plum")

    def tell(self, practice: Practice, stretch: float) -> None:
        """Say how this is played; ``stretch`` is how many times longer than written time limits are."""
        exam = practice.sitting.mode is Mode.EXAM
        words = [self.tr("Exam") if exam else self.tr("Learn")]
        scenes = practice.encounter.scenario.scenes.values()
        if exam and stretch != 1 and any(scene.time_limit is not None for scene in scenes):
            words.append(self.tr("time limits × %1").replace("%1", f"{stretch:g}"))
        if practice.branch is not None:
            words.append(self.tr("branch"))
        elif practice.branched:
            words.append(self.tr("first pass"))
        self.setText(" · ".join(words))
