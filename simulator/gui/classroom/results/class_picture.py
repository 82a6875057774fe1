"""Everything that a class's figures show, text by text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from simulator.classroom import results_words as words
from simulator.classroom.cohort import Counting
from simulator.gui.authoring.forms.controls import QuietComboBox
from simulator.gui.classroom.results.sections import (
    MapSection,
    NeedsSection,
    OutcomesSection,
    RulesSection,
    ScenesSection,
)
from simulator.gui.progress.wording import filled
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.segments import Segments
from simulator.gui.widgets.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.class_figures import ClassFigures
    from simulator.classroom.cohort import TextFigures
    from simulator.gui.presentation import Presentation


class ClassPicture(QWidget):
    """What passes count, the text that is looked at, and the parts that show it.

    Signals:
        counting_chosen(object): other passes are to count; the Counting.
        told(): every part shows what it has to show.
    """

    counting_chosen = Signal(object)
    told = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._figures: ClassFigures | None = None
        self._shown_text = ""
        self._soon = Soon(self)
        self._untold: list[Callable[[], None]] = []
        self._summary = MeasuredLabel()
        self._rule = MeasuredLabel()
        self._rule.setProperty("tone", "soft")
        self.texts = QuietComboBox()
        self.texts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.texts.activated.connect(self._choose_text)
        self.segments = Segments(presentation, tuple(Counting))
        self.segments.chosen.connect(self.counting_chosen)
        self.map = MapSection(presentation)
        self.scenes = ScenesSection(presentation)
        self.outcomes = OutcomesSection(presentation)
        self.rules = RulesSection(presentation)
        self.needs = NeedsSection(presentation)
        self._sections = (self.map, self.scenes, self.outcomes, self.rules, self.needs)
        choices = FlowLayout(gap=2 * SPACE)
        choices.addWidget(self.texts)
        choices.addWidget(self.segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5 * SPACE)
        choosing = QVBoxLayout()
        choosing.setSpacing(SPACE)
        choosing.addWidget(self._summary)
        choosing.addLayout(choices)
        choosing.addWidget(self._rule)
        column.addLayout(choosing)
        for section in self._sections:
            column.addWidget(section)

    @property
    def counting(self) -> Counting:
        """Which passes count."""
        return Counting(str(self.segments.value))

    @property
    def text(self) -> TextFigures | None:
        """The text that is looked at."""
        texts = self._figures.texts if self._figures is not None else ()
        return next((text for text in texts if text.scenario_hash == self._shown_text), texts[0] if texts else None)

    def show_figures(self, figures: ClassFigures) -> None:
        """Show a class, of which there is at least one text."""
        told = self._presentation.words
        self._figures = figures
        self._summary.setText(self._summary_words(figures))
        self.segments.name(self.tr("What counts"), [told(words.COUNTING[one]) for one in Counting])
        self.segments.show_value(figures.counting)
        self._rule.setText(told(words.COUNTING_RULE[figures.counting]))
        self.texts.setAccessibleName(self.tr("Scenario"))
        self.texts.clear()
        for text in figures.texts:
            title = filled(self.tr("%1: trainees %2"), told(words.text_title(figures, text)), text.learners)
            self.texts.addItem(title, text.scenario_hash)
        self._show_text()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        measure = round(self._presentation.theme.points(BODY) * MEASURE)
        self._rule.setMaximumWidth(measure)
        self._summary.setMaximumWidth(measure)
        self.segments.restyle()
        for section in self._sections:
            section.restyle()

    def _choose_text(self, place: int) -> None:
        self._shown_text = str(self.texts.itemData(place))
        self._show_text()

    def _show_text(self) -> None:
        text = self.text
        if self._figures is None or text is None:
            return
        self.texts.setCurrentIndex(self.texts.findData(text.scenario_hash))
        # One part at a time, so that the window never waits for all of them.
        self._untold = [
            partial(self.map.show_text, text),
            partial(self.scenes.show_text, text),
            partial(self.outcomes.show_text, text),
            partial(self.rules.show_text, text, self._figures),
            partial(self.needs.show_figures, self._figures),
            self.restyle,
        ]
        self._soon.do(self._tell_one)

    def _tell_one(self) -> None:
        self._untold.pop(0)()
        if self._untold:
            self._soon.do(self._tell_one)
        else:
            self.told.emit()

    def _summary_words(self, figures: ClassFigures) -> str:
        replayed = figures.replayed
        parts = [
            filled(
                self.tr("Trainees: %1. Attempts: %2. Scenario texts: %3."),
                figures.learners,
                len(replayed.passes),
                len(figures.texts),
            )
        ]
        if replayed.altered:
            parts.append(filled(self.tr("Altered and left out: %1."), replayed.altered))
        if replayed.lost:
            parts.append(filled(self.tr("Not playable in this version and left out: %1."), replayed.lost))
        return ("" if self._presentation.language == "zh" else " ").join(parts)
