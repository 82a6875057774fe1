"""What has been said so far, to scroll back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.domain.transcript import Transcript, lines_at, lines_of_turn
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class TranscriptPanel(Panel):
    """The whole conversation up to now, the newest at the end."""

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

    def show_transcript(self, transcript: Transcript) -> None:
        """Show everything said in a transcript, its end first."""
        self._title.setText(self.tr("What has been said"))
        self._scroll.setAccessibleName(self._title.text())
        sheet = QWidget()
        sheet.setProperty("ground", "clear")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        scenario = transcript.scenario
        citizen = self._presentation.words(scenario.citizen.name)
        for turn in transcript.turns:
            for line in (*lines_at(scenario, turn.before.scene), *lines_of_turn(scenario, turn)):
                column.addWidget(self._label(line, citizen))
        for line in lines_at(scenario, transcript.state.scene):
            column.addWidget(self._label(line, citizen))
        column.addStretch(1)
        self._at_end = True
        self._scroll.setWidget(sheet)
        self._stay(0, self._scroll.verticalScrollBar().maximum())  # where it is as long as before, nothing changes

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
