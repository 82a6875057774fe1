"""One day of a course on its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.domain.course import Reached
from simulator.gui.library.card import Standing
from simulator.gui.library.stop_row import StopRow
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from simulator.domain.course import Day, Way
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card

_BESIDE = 960  # pixels, from which a day stands beside its stops, at 100 % text
_GROWTH = 0.9
_HEADING = 240  # pixels of a day's heading beside its stops, at 100 % text


class DayStretch(QWidget):
    """One day: its name and what it trains, beside its stops or above them."""

    def __init__(self, presentation: Presentation, day: Day, number: int) -> None:
        super().__init__()
        self._presentation = presentation
        self._day = day
        self._number = number
        self._kicker, self._title, self._trains = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._kicker.setProperty("tone", "soft")
        self._title.setProperty("type", "lead")
        self._trains.setProperty("type", "small")
        self._trains.setProperty("tone", "soft")
        self._heading = QWidget()
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(0, SPACE, 0, 0)
        heading.setSpacing(SPACE // 2)
        for label in (self._kicker, self._title, self._trains):
            heading.addWidget(label)
        heading.addStretch()
        self.rows = [
            StopRow(presentation, stop, first=place == 0, last=place == len(day.stops) - 1)
            for place, stop in enumerate(day.stops)
        ]
        stops = QVBoxLayout()
        stops.setSpacing(0)
        for row in self.rows:
            stops.addWidget(row)
        stops.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._heading)
        self._layout.addLayout(stops, 1)

    def number_from(self, first: int) -> None:
        """Number the stops through all days."""
        for number, row in enumerate(self.rows, start=first):
            row.number = number

    def tell(self, way: Way, cards: Mapping[str, Card], standings: Mapping[str, Standing], *, known: bool) -> None:
        """Show how far the learner has come on this day."""
        words, day = self._presentation.words, self._day
        kicker = self.tr("Day %1").replace("%1", str(self._number))
        if known:
            count = self.tr("%1 of %2 done").replace("%1", str(way.done(day.stops)), 1)
            kicker += "  ·  " + count.replace("%2", str(len(day.stops)), 1)
        self._kicker.setText(kicker)
        self._title.setText(words(day.title))
        self._trains.setText(words(day.trains))
        for row in self.rows:
            reached = way.reached[row.scenario] if known or row.scenario not in cards else Reached.OPEN
            row.tell(
                cards.get(row.scenario),
                reached,
                standings.get(row.scenario, Standing(known=known)),
                following=known and way.next == row.scenario,
            )

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        for row in self.rows:
            row.restyle()
        self._make_room()

    def _make_room(self) -> None:
        grown = (self._presentation.theme.text_size / 100) ** _GROWTH
        beside = self.width() > _BESIDE * grown
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(4 * SPACE if beside else SPACE)
        measure = round(self._presentation.theme.points(BODY) * MEASURE)
        self._heading.setMinimumWidth(round(_HEADING * grown) if beside else 0)
        self._heading.setMaximumWidth(round(_HEADING * grown) if beside else measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside the stops where there is room."""
        super().resizeEvent(event)
        self._make_room()
