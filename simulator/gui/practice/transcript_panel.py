"""What has been said so far, to scroll back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.domain.transcript import Transcript, lines_at, lines_of_turn
from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL


class TranscriptPanel(Panel):
    """The whole conversation up to now, the newest at the end.

    Signals:
        step_back_requested(int): the learner wants to answer the turn of this number another way.
    """

    step_back_requested = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent, solid=True)
        self._title = QLabel()
        self._title.setProperty("type", "lead")
        self._title.setWordWrap(True)
        self._at_end = True
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._stay)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 16, 20)
        layout.addWidget(self._title)
        layout.addWidget(self._scroll)

    @property
    def area(self) -> QScrollArea:
        """What is scrolled; it takes the keys while the panel is open."""
        return self._scroll

    def show_transcript(self, transcript: Transcript, *, steppable: bool) -> None:
        """Show everything said in a transcript, its end first; ``steppable`` offers to step back to each turn."""
        self._title.setText(self.tr("What has been said"))
        self._scroll.setAccessibleName(self._title.text())
        sheet = QWidget()
        sheet.setProperty("ground", "clear")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        scenario = transcript.scenario
        citizen = self._presentation.words(scenario.citizen.name)
        for number, turn in enumerate(transcript.turns, start=1):
            for line in lines_at(scenario, turn.before.scene):
                column.addWidget(self._label(line, citizen))
            if steppable:
                column.addWidget(self._step_back(number), 0, Qt.AlignmentFlag.AlignLeft)
            for line in lines_of_turn(scenario, turn):
                column.addWidget(self._label(line, citizen))
        for line in lines_at(scenario, transcript.state.scene):
            column.addWidget(self._label(line, citizen))
        column.addStretch(1)
        self._at_end = True
        self._scroll.setWidget(sheet)
        self._stay(0, self._scroll.verticalScrollBar().maximum())  # where it is as long as before, nothing changes

    def _step_back(self, number: int) -> DeliberateButton:
        words = self.tr("Step back to turn %1").replace("%1", str(number))
        button = DeliberateButton(words)
        button.setProperty("kind", "link")
        theme = self._presentation.theme
        side = round(theme.points(SMALL) * 1.2)
        button.setIcon(self._presentation.artist.icon("step-back", theme.palette.celadon, side))
        button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda: self.step_back_requested.emit(number))
        return button

    def _label(self, line: Line, citizen: str) -> QLabel:
        words = self._presentation.words(line.text)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if line.speaker is Speaker.NARRATOR:
            label.setText(words)
            label.setProperty("tone", "soft")
            label.setProperty("type", "small")
        else:
            clerk = line.speaker is Speaker.CLERK
            said = self.tr("You: %1") if clerk else self.tr("%2: %1").replace("%2", citizen)
            label.setText(said.replace("%1", words))
            label.setProperty("tone", "celadon" if clerk else "")
        return label

    def _scrolled(self) -> None:
        self._at_end = False

    def _stay(self, _least: int, most: int) -> None:
        """Stay at the end until the learner scrolls."""
        if self._at_end:
            self._scroll.verticalScrollBar().setValue(most)
