"""What stands on the results page while files are taken in, and what came in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from simulator.classroom import results_words as words
from simulator.classroom.intake import Arrival, FileIntake, Intake, Mark
from simulator.gui.progress.sections import Section
from simulator.gui.progress.wording import filled
from simulator.gui.theme import SMALL, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from simulator.gui.presentation import Presentation

SIGNS = {
    Mark.COUNTED: ("kept", "celadon"),
    Mark.TWICE: ("missed", "soft_ink"),
    Mark.ALTERED: ("warning", "ochre"),
    Mark.UNUSABLE: ("broken", "persimmon"),
}
_WORST_FIRST = (Mark.UNUSABLE, Mark.ALTERED, Mark.COUNTED, Mark.TWICE)
_REFUSED_SIGN = ("broken", "persimmon")


class IntakeProgress(QWidget):
    """How far an intake is, and a button that stops it.

    Signals:
        stop_requested(): nothing is to be taken in.
    """

    stop_requested = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._done, self._total, self._keeping = 0, 0, False
        self._words, self.bar, self.stop = MeasuredLabel(), QProgressBar(), QPushButton()
        self.bar.setTextVisible(False)
        self.stop.setCursor(Qt.CursorShape.PointingHandCursor)
        self.stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show that so many files of so many are read."""
        self._done, self._total, self._keeping = done, total, False
        self.retranslate()
        if self.isHidden():
            self.show()
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keeping(self) -> None:
        """Show that it can no longer be stopped."""
        self._keeping = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        told = filled(self.tr("Reading and playing again: file %1 of %2"), self._done, self._total)
        self._words.setText(self.tr("Keeping what came in …") if self._keeping else told)
        self.bar.setRange(0, max(1, self._total))
        self.bar.setValue(self._done)
        self.bar.setAccessibleName(self._words.text())
        self.stop.setText(self.tr("Stop, take in nothing"))
        self.stop.setEnabled(not self._keeping)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        high, p = round(theme.points(SMALL) * 1.1), theme.palette
        self.bar.setFixedHeight(high)
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {p.stone}; border: none; border-radius: {high // 2}px; }}"
            f"QProgressBar::chunk {{ background: {p.celadon}; border-radius: {high // 2}px; }}"
        )


class IntakeSection(Section):
    """What came in: a row for each file and for what became of its attempts."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.table = WordTable(presentation, wrapping=True)
        self._close = QPushButton()
        self._close.setProperty("kind", "link")
        self._close.setCursor(Qt.CursorShape.PointingHandCursor)
        self._close.clicked.connect(self.hide)
        self.column.addWidget(self.table)
        self.column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_intake(self, intake: Intake) -> None:
        """Show what came in."""
        self.head(self.tr("What came in"), self.presentation.words(words.intake_sentence(intake)))
        rows, signs = [], []
        for sign, row in self._rows(intake):
            rows.append(row)
            signs.append(sign)
        headings = (self.tr("Mark"), self.tr("Trainee"), self.tr("Scenario"), self.tr("File"), self.tr("What it means"))
        self.table.tell(self.tr("What came in"), headings, rows, signs)
        self._close.setText(self.tr("Close this list"))
        self.restyle()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self.table.restyle()

    def _rows(self, intake: Intake) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
        told, several = self.presentation.words, _of_several_texts(intake)
        for file in sorted(intake.files, key=_worst_first):
            if file.refused is not None:
                yield _REFUSED_SIGN, (told(words.REFUSED), "", "", file.name, told(file.refused))
            elif not file.arrivals:
                yield (
                    SIGNS[Mark.TWICE],
                    (self.tr("Empty"), file.learner, "", file.name, self.tr("No finished attempts.")),
                )
            for mark in _WORST_FIRST:
                found = [one for one in file.arrivals if one.mark is mark]
                for why in dict.fromkeys(one.why for one in found):
                    same = [one for one in found if one.why == why]
                    number = filled(
                        self.tr("%1 × %2", "a mark, and how many attempts have it"), told(words.MARKS[mark]), len(same)
                    )
                    scenarios = self._scenarios(same, several)
                    yield SIGNS[mark], (number, file.learner, scenarios, file.name, told(why or words.WHY[mark]))

    def _scenarios(self, arrivals: Sequence[Arrival], several: Collection[str]) -> str:
        """Name the scenarios of attempts, with the mark of their text where several texts of one came in."""
        told = self.presentation.words
        names = dict.fromkeys(
            f"{told(one.title)} · {one.attempt.scenario_hash[:8]}"
            if one.attempt.scenario_id in several
            else told(one.title)
            for one in arrivals
        )
        return ("、" if self.language == "zh" else "; ").join(names)


def _of_several_texts(intake: Intake) -> frozenset[str]:
    """Give the ids of scenarios of which attempts on different texts came in."""
    texts = {(one.attempt.scenario_id, one.attempt.scenario_hash) for file in intake.files for one in file.arrivals}
    counts = Counter(id for id, _ in texts)
    return frozenset(id for id, count in counts.items() if count > 1)


def _worst_first(file: FileIntake) -> tuple[bool, bool, str]:
    bad = any(one.mark in (Mark.ALTERED, Mark.UNUSABLE) for one in file.arrivals)
    return file.refused is None, not bad, file.learner
