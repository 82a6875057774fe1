"""What to practise next, on top of the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from simulator.domain.what_next import Reason
from simulator.gui.progress.sections import PictureSection
from simulator.gui.progress.wording import filled
from simulator.gui.theme import BODY, RADIUS, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Picture


class NextSection(PictureSection):
    """What to practise now, in one sentence, and the way there.

    Signals:
        practise_requested(str): the scenario of this id.
    """

    practise_requested = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._sentence, self._rule = MeasuredLabel(), MeasuredLabel()
        self._sentence.setProperty("type", "lead")
        self._rule.setProperty("tone", "soft")
        self._buttons = [QPushButton() for _ in range(2)]
        flow = FlowLayout(gap=2 * SPACE)
        for button, kind in zip(self._buttons, ("primary", ""), strict=True):
            button.setProperty("kind", kind)
            button.setAutoDefault(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, button=button: self._practise(button))
            flow.addWidget(button)
        self._scenarios: dict[QPushButton, str] = {}
        self.column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._rule)
        self.column.addLayout(flow)

    @property
    def sentence(self) -> str:
        """What is proposed."""
        return self._sentence.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The ways to practise it."""
        return [button for button in self._buttons if not button.isHidden()]

    def tell(self, picture: Picture) -> None:
        """Say what to practise."""
        proposal = picture.proposal
        self._heading.setProperty("type", "small")
        self._heading.setProperty("tone", "celadon")
        self.head(self.tr("Practise next"))
        self._sentence.setText(self.presentation.words(picture.proposal_sentence))
        rule = picture.shelf.rulebook.rules.get(proposal.rule or "")
        words = self.presentation.words(rule.statement) if rule is not None else ""
        self._rule.setText(words)
        self._rule.setVisible(bool(words) and proposal.reason is not Reason.LATER)
        self._scenarios = dict(zip(self._buttons, proposal.encounters, strict=False))
        for button in self._buttons:
            scenario = self._scenarios.get(button)
            button.setVisible(scenario is not None)
            if scenario is not None:
                title = self.presentation.words(picture.shelf.title(scenario))
                button.setText(filled(self.tr("Practise %1"), title.replace("&", "&&")))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        theme = self.presentation.theme
        self._heading.style().polish(self._heading)
        self._sentence.setMaximumWidth(round(theme.points(BODY) * MEASURE * 1.25))
        self._rule.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Lay it on a panel of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.presentation.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("celadon", 0.12))
        frame = QRectF(self.rect())
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setBrush(theme.color("celadon"))
        painter.drawRoundedRect(QRectF(0, RADIUS, 5, frame.height() - 2 * RADIUS), 2.5, 2.5)

    def _practise(self, button: QPushButton) -> None:
        if button in self._scenarios:
            self.practise_requested.emit(self._scenarios[button])
