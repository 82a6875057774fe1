"""What is seen and heard of the citizen, by whatever channel: at the counter, on the telephone, in a chat."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from simulator.domain.scenario import Channel, Line, Scene, Speaker
from simulator.domain.transcript import Transcript, lines_at, lines_of_turn
from simulator.gui.practice.chat_panel import ChatPanel
from simulator.gui.practice.handset import Handset
from simulator.gui.practice.inspection_picture import InspectionPicture
from simulator.gui.practice.speech_panel import SpeechPanel
from simulator.gui.presentation import Presentation

_SPEECH = {True: 43, False: 50}  # percent of the height for what is said at a counter: with room for words, without
_BESIDE_A_PICTURE = {True: 29, False: 40}


class Meeting(QWidget):
    """A column: the hint, what stands for the citizen, and what is said.

    Signals:
        expression_changed(object): the citizen's face is another.
        finished(): all lines have been spoken.
    """

    expression_changed = Signal(object)
    finished = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._channel = Channel.COUNTER
        self._roomy = True
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.handset = Handset(presentation)
        self.handset.hide()
        self.picture = InspectionPicture(presentation)
        self.speech = SpeechPanel(presentation)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.hint)  # above the citizen's face
        column.addStretch(0)
        column.addWidget(self.handset)
        column.setAlignment(self.handset, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.picture)
        column.addStretch(1)
        column.addWidget(self.speech)
        self._listen()

    def open(self, transcript: Transcript) -> None:
        """Meet the citizen of an attempt, by the scenario's channel."""
        scenario = transcript.scenario
        self._channel = scenario.channel
        kind = ChatPanel if scenario.channel is Channel.CHAT else SpeechPanel
        if type(self.speech) is not kind:
            before, self.speech = self.speech, kind(self._presentation)
            self._column.replaceWidget(before, self.speech)
            self.speech.show()  # or its layout does so later, when the first lines have been laid out in vain
            before.clear()
            before.hide()
            before.deleteLater()
            self._listen()
        self.name_citizen(transcript)
        said = list(_said_before(transcript))
        self.speech.recall(said)
        self.handset.open(connected=any(line.speaker is Speaker.CITIZEN for line in said))
        self._share()
        self.retranslate()

    def name_citizen(self, transcript: Transcript) -> None:
        """Name who is met, in the language of the moment."""
        citizen = transcript.scenario.citizen
        name = self._presentation.words(citizen.name)
        self.speech.set_citizen(name, citizen.portrait)
        self.handset.set_caller(name)

    def show_scene(self, scene: Scene | None) -> bool:
        """Show what a scene has to be looked over; tells whether that is a picture."""
        before = not self.picture.isHidden()
        pictured = self.picture.show_inspection(scene.inspection if scene is not None else None)
        if pictured != before:
            self._share()
        return pictured

    def await_answer(self, awaited: bool) -> None:
        """Know whether the citizen waits for an answer."""
        self.speech.await_answer(awaited)

    def leave(self) -> None:
        """Meet nobody any more."""
        self.speech.clear()
        self.handset.close_line()
        self.picture.join(None)
        self.hint.hide()

    def retranslate(self) -> None:
        """Say everything that is not the scenario's in the language of the moment."""
        self.speech.retranslate()
        self.handset.retranslate()
        self.picture.retranslate()

    def restyle(self, roomy: bool) -> None:
        """Take the type and colours of the moment; ``roomy`` is whether words are small for the window."""
        self._roomy = roomy
        self.handset.restyle()
        palette = self._presentation.theme.palette
        self.hint.setStyleSheet(
            f"background: {palette.paper}; color: {palette.celadon};border-radius: 12px; padding: 10px 18px;"
        )
        self._share()

    def _share(self) -> None:
        """Share the height among what stands for the citizen and what is said."""
        speech = _SPEECH[self._roomy]
        pictured = not self.picture.isHidden()
        if pictured:
            speech = _BESIDE_A_PICTURE[self._roomy]
        elif self._channel is Channel.CHAT:
            speech = 100
        column = self._column
        called = self._channel is Channel.PHONE and not pictured
        if called and not self._roomy:
            speech = 100
        free = 100 - speech
        over = free // 4 if called else 0
        self.handset.setVisible(called)
        column.setStretch(column.indexOf(self.handset) - 1, over)
        column.setStretch(column.indexOf(self.picture), free if pictured else 0)
        column.setStretch(column.indexOf(self.picture) + 1, 0 if pictured else free - over)
        column.setStretch(column.indexOf(self.speech), speech)

    def _listen(self) -> None:
        self.speech.expression_changed.connect(self.expression_changed)
        self.speech.finished.connect(self.finished)
        self.speech.line_begun.connect(self._hear)
        self.speech.line_ended.connect(self.handset.voice.rest)
        self.speech.finished.connect(self.handset.voice.rest)

    def _hear(self, line: Line) -> None:
        if self._channel is Channel.PHONE:
            self.handset.hear(line)


def _said_before(transcript: Transcript) -> Iterator[Line]:
    """Give everything that was said before the lines of the moment."""
    for turn in transcript.turns:
        yield from lines_at(transcript.scenario, turn.before.scene)
        yield from lines_of_turn(transcript.scenario, turn)
