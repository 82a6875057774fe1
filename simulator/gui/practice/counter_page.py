"""What the practice page is made of, and where each part stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.domain.scenario import Channel, Scene
from simulator.domain.scenario import Stage as VisitStage
from simulator.domain.transcript import Transcript
from simulator.gui.practice.answer_column import AnswerColumn
from simulator.gui.practice.branch_bar import BranchBar
from simulator.gui.practice.meeting import Meeting
from simulator.gui.practice.meters import TimerRing
from simulator.gui.practice.mode_label import ModeLabel
from simulator.gui.practice.reply_face import face_in
from simulator.gui.practice.scene_hint import SceneHint
from simulator.gui.practice.speech_panel import SpeechPanel
from simulator.gui.practice.stage import figure_in
from simulator.gui.practice.stage_page import MARGIN, StagePage
from simulator.gui.practice.transcript_panel import TranscriptPanel
from simulator.gui.presentation import Presentation

_WORDS_WIDTH = 1000  # pixels that the bar's words need at plain size


class CounterPage(StagePage):
    """A bar above, and one more in a branch; the citizen on the left and what can be answered on the right.

    The transcript lies over the citizen.
    """

    def __init__(self, presentation: Presentation, pressed: Callable[[], None], parent: QWidget | None = None) -> None:
        """Make the page; ``pressed`` is called where the stage or what is said is clicked."""
        super().__init__(presentation, pressed, _WORDS_WIDTH, parent)
        self._meeting = Meeting(self._presentation)
        self._meeting.expression_changed.connect(self._stage.set_expression)
        self._hint_text = self._meeting.hint
        self._answers = AnswerColumn(self._presentation)
        self._transcript = TranscriptPanel(self._presentation, self._stage)
        self._transcript.hide()
        self._hint, self._show_transcript = self._bar_button("lightbulb"), self._bar_button("transcript")
        self._scene_hint = SceneHint(self._presentation, self._hint_text, self._hint)
        self._timer = TimerRing(self._presentation)
        self._branch_bar = BranchBar(self._presentation)
        self._mode = ModeLabel()
        self._lay_out()

    def prepare(self, transcript: Transcript, size: QSize, ready: Callable[[], None]) -> None:
        """Draw in the background what a page of this size shows first; ``ready`` is called when that is done."""
        scenario = transcript.scenario
        self._stage.prepare(scenario.place, figure_in(scenario), face_in(transcript), size, ready)

    @property
    def _speech(self) -> SpeechPanel:
        return self._meeting.speech

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stage)
        page = QVBoxLayout(self._stage)
        page.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        page.setSpacing(16)
        self._lay_out_bar()
        page.addWidget(self._bar)
        page.addWidget(self._branch_bar)
        below = QHBoxLayout()
        below.setSpacing(MARGIN)
        below.addWidget(self._meeting, 52)
        below.addWidget(self._answers, 48)
        page.addLayout(below, 1)

    def _lay_out_bar(self) -> None:
        row = self._bar_row(18)
        row.addWidget(self._back)
        row.addWidget(self._mode)
        row.addWidget(self._title, 1)
        row.addWidget(self._stages)
        row.addSpacing(12)
        row.addWidget(self._mood)
        row.addWidget(self._timer)
        row.addWidget(self._hint)
        row.addWidget(self._show_transcript)

    def _open_channel(self, transcript: Transcript) -> None:
        """Set the page up for the way in which the clerk and the citizen of an attempt meet."""
        scenario = transcript.scenario
        channel = scenario.channel
        self._stage.set_scene(scenario.place, figure_in(scenario), softened=channel is Channel.CHAT)
        self._mood.set_heard(channel is Channel.PHONE)
        self._answers.set_called(channel is Channel.PHONE)
        self._meeting.open(transcript)

    def _show_stages(self, scene: Scene | None) -> None:
        names = {
            VisitStage.IMAGE: self.tr("image"),
            VisitStage.GREETING: self.tr("greeting"),
            VisitStage.SERVING: self.tr("serving"),
            VisitStage.FAREWELL: self.tr("farewell"),
            VisitStage.COMPLAINT: self.tr("complaint"),
        }
        now = scene.stage if scene else None
        self._stages.setText(names[now] if now else "")

    def _open_transcript(self, transcript: Transcript, *, steppable: bool) -> None:
        self._transcript.show_transcript(transcript, steppable=steppable)
        self._place_transcript()
        self._transcript.show()
        self._transcript.raise_()
        self._transcript.area.setFocus()

    def _close_transcript(self) -> None:
        self._take_focus()
        self._transcript.hide()

    def _take_focus(self) -> None:
        """Let what is typed go to the learner's own sentence where that is asked for, else to the page's keys."""
        asking = self._answers.asking
        (asking.sentence if asking is not None else self).setFocus()

    def _place_transcript(self) -> None:
        above = self._branch_bar if self._branch_bar.isVisible() else self._bar
        top = above.geometry().bottom() + 12
        self._transcript.setGeometry(MARGIN, top, self._speech.width(), self.height() - top - MARGIN)

    def _restyle_panels(self, *, roomy: bool) -> None:
        self._meeting.restyle(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the transcript in its place."""
        super().resizeEvent(event)
        if self._transcript.isVisible():
            self._place_transcript()
