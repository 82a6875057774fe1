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
        super().__init__(presentation, parent)
        self._title = QLabel()
        self._title.setProperty("type", "lead")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 16, 20)
        layout.addWidget(self._title)
        layout.addWidget(self._scroll)

    def show_transcript(self, transcript: Transcript) -> None:
        """Show everything said in a transcript."""
        self._title.setText(self.tr("What has been said"))
        sheet = QWidget()
        sheet.setProperty("ground", "clear")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        scenario = transcript.scenario
        for turn in transcript.turns:
            for line in (*lines_at(scenario, turn.before.scene), *lines_of_turn(scenario, turn)):
                column.addWidget(self._label(line, scenario.citizen.name))
        for line in lines_at(scenario, transcript.state.scene):
            column.addWidget(self._label(line, scenario.citizen.name))
        column.addStretch(1)
        self._scroll.setWidget(sheet)
        sheet.adjustSize()
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most), Qt.ConnectionType.SingleShotConnection)
        self._scroll.setFocus()

    def _label(self, line: Line, citizen: object) -> QLabel:
        words = self._presentation.words(line.text)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if line.speaker is Speaker.NARRATOR:
            label.setText(words)
            label.setProperty("tone", "soft")
            label.setProperty("type", "small")
        elif line.speaker is Speaker.CLERK:
            label.setText(self.tr("You: %1").replace("%1", words))
            label.setProperty("tone", "celadon")
        else:
            label.setText(f"{self._presentation.words(citizen)}: {words}")  # type: ignore[arg-type]
        return label
