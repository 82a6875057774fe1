"""The practice page: one attempt, from the first line to the ending."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.domain.encounter import Option
from simulator.domain.scenario import Expression, Line, Scene, Speaker
from simulator.domain.scenario import Stage as VisitStage
from simulator.domain.scoring import Judgement
from simulator.domain.transcript import Answer, Turn, lines_at, lines_of_turn
from simulator.gui.bridges import Practice, RecordKeeper, Sitting
from simulator.gui.practice.feedback_card import FeedbackCard
from simulator.gui.practice.inspection_card import InspectionCard
from simulator.gui.practice.meters import MoodMeter, TimerRing
from simulator.gui.practice.response_card import ResponseCard
from simulator.gui.practice.speech_panel import SpeechPanel
from simulator.gui.practice.stage import Panel, Stage
from simulator.gui.practice.transcript_panel import TranscriptPanel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import style_sheet

_MARGIN = 24
_WORDS_WIDTH = 1000  # pixels that the bar's words need at plain size
_COOL, _WARM = -8, 8  # changes of mood from which on the face shows them while the citizen replies


class PracticePage(QWidget):
    """The citizen at the counter, what is said, and the responses to choose from.

    Signals:
        left(): the learner leaves; the attempt can be resumed.
        debrief_requested(int): the encounter is over and recorded; the attempt's id.
        refused(object): the record refused a turn; nothing is lost up to the one before.
    """

    left = Signal()
    debrief_requested = Signal(int)
    refused = Signal(object)

    def __init__(self, presentation: Presentation, record: RecordKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation.for_stage(self)
        self._record = record
        self._practice: Practice | None = None
        self._cards: list[ResponseCard] = []
        self._deciding = QElapsedTimer()
        self._build()
        self._retranslate()
        self._presentation.changed.connect(self._restyle_moment)

    @property
    def older_text(self) -> bool:
        """Whether the attempt goes on with a text that its file no longer has."""
        return self._practice is not None and self._practice.sitting.older_text

    def start(self, sitting: Sitting) -> None:
        """Begin or resume an attempt."""
        self._practice = practice = Practice(sitting, self._record, self)
        practice.turned.connect(self._turned)
        practice.refused.connect(self._refused)
        practice.finished.connect(self._offer_debrief)
        scenario = practice.encounter.scenario
        self._stage.set_scene(scenario.place, scenario.citizen.portrait)
        self._feedback.hide()
        self._transcript.hide()
        self._notice.setVisible(sitting.older_text)
        self._speech.clear()
        self._retranslate()
        self._open_scene(())

    def stop(self) -> None:
        """Leave the attempt as it is on the disk."""
        self._timer.stop()
        self._speech.clear()
        self._practice = None

    def finish(self) -> None:
        """Stop what runs in the background."""
        self._stage.finish()

    # What the attempt tells

    def _turned(self, turn: Turn, judgement: Judgement) -> None:
        """Show what a durable turn led to."""
        practice = self._practice
        if practice is None:
            return
        scenario = practice.encounter.scenario
        scene = scenario.scenes[turn.before.scene]
        if self._presentation.settings.feedback:
            because = scene.responses[turn.answer].because if isinstance(turn.answer, str) else None
            self._feedback.show_judgement(judgement, because, practice.sitting.rulebook)
            self._feedback.show()
        self._open_scene(self._with_faces(turn, lines_of_turn(scenario, turn)))

    def _refused(self, error: object) -> None:
        self._show_answers()
        self.refused.emit(error)

    def _open_scene(self, before: tuple[Line, ...]) -> None:
        """Speak what was said before, then the scene or the ending that is reached now."""
        practice = self._practice
        if practice is None:
            return
        encounter = practice.encounter
        self._clear_answers()
        self._mood.set_mood(encounter.state.mood)
        self._show_stages(encounter.scene)
        self._hint_text.hide()
        self._hint.setEnabled(encounter.scene is not None and encounter.scene.hint is not None)
        self._speech.clear()
        lines = lines_at(encounter.scenario, encounter.state.scene)
        self._speech.speak([*before, *lines])
        if encounter.ending is not None:
            practice.finish()

    def _with_faces(self, turn: Turn, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Give the citizen's reply a face that fits what the response did to the mood."""
        change = turn.after.mood - turn.before.mood
        face = None
        if change <= _COOL:
            face = Expression.ANGRY if turn.after.mood < 20 else Expression.ANXIOUS
        elif change >= _WARM:
            face = Expression.PLEASED if turn.after.mood >= 60 else Expression.CALM
        return tuple(
            Line(line.speaker, line.text, face) if line.speaker is Speaker.CITIZEN and face else line for line in lines
        )

    # What the learner does

    def _press(self) -> None:
        self._speech.press()

    def _answer(self, answer: Answer) -> None:
        if self._practice is not None and not self._speech.speaking:
            self._timer.stop()
            for card in self._cards:
                card.setEnabled(False)
            self._practice.answer(answer, self._deciding.elapsed())

    def _time_out(self) -> None:
        scene = self._practice.encounter.scene if self._practice else None
        if scene is not None and scene.on_timeout is not None:
            self._answer(scene.on_timeout)

    def _show_answers(self) -> None:
        """Offer what can be answered, once everything has been said."""
        practice = self._practice
        if practice is None or practice.encounter.scene is None:
            return
        self._clear_answers()
        scene = practice.encounter.scene
        if scene.inspection is not None:
            inspection = InspectionCard(self._presentation, scene.inspection)
            inspection.inspected.connect(self._answer)
            self._answers.addWidget(inspection)
        for option in practice.encounter.options():
            self._add_card(option)
        if self._cards:
            self._cards[0].setFocus()
        self._make_room()
        self._deciding.start()
        stretch = self._presentation.settings.time_limits
        if scene.time_limit is not None and stretch > 0:
            self._timer.start(scene.time_limit * stretch)

    def _make_room(self) -> None:
        """Fold the feedback where the options need its room."""
        column = self._sheet.layout()
        if column is not None:
            room = self._scroll.viewport()
            self._feedback.set_folded(column.heightForWidth(room.width()) > room.height())

    def _to_the_options(self, _least: int, most: int) -> None:
        """Show the options from the first one on, where they are too long to be seen at once."""
        top = self._cards[0].y() - _MARGIN if self._cards else most
        self._scroll.verticalScrollBar().setValue(min(most, max(0, top)))

    def _add_card(self, option: Option) -> None:
        words = self._presentation.words
        obstacle = {
            "": "",
            "mood": self.tr("Not in the mood that the citizen is in"),
            "earlier": self.tr("Something said or done before is in the way"),
        }[option.obstacle]
        response = option.response
        card = ResponseCard(
            self._presentation, option.number, words(response.say), words(response.do), obstacle, self._sheet
        )
        card.clicked.connect(lambda: self._answer(response.id))
        self._answers.addWidget(card)
        card.show()
        self._cards.append(card)

    def _offer_debrief(self, attempt_id: int) -> None:
        practice = self._practice
        if practice is None or practice.encounter.ending is None:
            return
        ending = Panel(self._presentation)
        column = QVBoxLayout(ending)
        column.setContentsMargins(28, 22, 28, 26)
        column.setSpacing(16)
        title = QLabel(self._presentation.words(practice.encounter.ending.title))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setProperty("type", "title")
        go = QPushButton(self.tr("Look back at it"))
        go.setProperty("kind", "primary")
        go.clicked.connect(lambda: self.debrief_requested.emit(attempt_id))
        column.addWidget(title)
        column.addWidget(go)
        self._answers.addWidget(ending)
        go.setFocus()

    def _toggle_transcript(self) -> None:
        if self._transcript.isVisible():
            self._transcript.hide()
        elif self._practice is not None:
            self._transcript.show_transcript(self._practice.encounter.transcript())
            self._place_transcript()
            self._transcript.show()
            self._transcript.raise_()

    def _show_hint(self) -> None:
        scene = self._practice.encounter.scene if self._practice else None
        if scene is not None and scene.hint is not None:
            self._hint_text.setText(self._presentation.words(scene.hint))
            self._hint_text.setVisible(not self._hint_text.isVisible())

    # The page itself

    def _build(self) -> None:
        self._stage = Stage(self._presentation, self._press)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stage)
        page = QVBoxLayout(self._stage)
        page.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        page.setSpacing(16)
        page.addWidget(self._build_bar())
        below = QHBoxLayout()
        below.setSpacing(_MARGIN)
        self._left = left = QVBoxLayout()
        left.setSpacing(12)
        self._notice = self._note_label("ochre")
        self._hint_text = self._note_label("celadon")
        self._speech = SpeechPanel(self._presentation)
        self._speech.expression_changed.connect(self._stage.set_expression)
        self._speech.finished.connect(self._show_answers)
        left.addWidget(self._notice, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(62)
        left.addWidget(self._hint_text)
        left.addWidget(self._speech, 38)
        below.addLayout(left, 57)
        below.addWidget(self._build_answers(), 43)
        page.addLayout(below, 1)
        self._transcript = TranscriptPanel(self._presentation, self._stage)
        self._transcript.hide()

    def _build_bar(self) -> QWidget:
        bar = Panel(self._presentation)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 18, 9)
        row.setSpacing(12)
        self._back, self._show_transcript, self._hint = (QPushButton() for _ in range(3))
        self._icons = {self._back: "back", self._show_transcript: "transcript", self._hint: "lightbulb"}
        for button in self._icons:
            button.setProperty("kind", "quiet")
        self._back.clicked.connect(self.left)
        self._show_transcript.clicked.connect(self._toggle_transcript)
        self._hint.clicked.connect(self._show_hint)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("type", "lead")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stages = QLabel()
        self._stages.setProperty("type", "small")
        self._mood = MoodMeter(self._presentation)
        self._timer = TimerRing(self._presentation)
        self._timer.expired.connect(self._time_out)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        row.addWidget(self._stages)
        row.addSpacing(12)
        row.addWidget(self._mood)
        row.addWidget(self._timer)
        row.addWidget(self._hint)
        row.addWidget(self._show_transcript)
        return bar

    def _build_answers(self) -> QWidget:
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.verticalScrollBar().rangeChanged.connect(self._to_the_options)
        self._sheet = QWidget()
        self._sheet.setProperty("ground", "clear")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        column.addStretch(1)
        self._feedback = FeedbackCard(self._presentation)
        self._feedback.hide()
        column.addWidget(self._feedback)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(10)
        column.addLayout(self._answers)
        scroll.setWidget(self._sheet)
        return scroll

    def _note_label(self, tone: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("note", tone)
        label.hide()
        return label

    def _clear_answers(self) -> None:
        self._timer.stop()
        self._cards = []
        while self._answers.count():
            item = self._answers.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _place_transcript(self) -> None:
        top = self._back.parentWidget().geometry().bottom() + 12
        width = max(420, round(self.width() * 0.5))
        self._transcript.setGeometry(_MARGIN, top, width, self.height() - top - _MARGIN)

    def _show_stages(self, scene: Scene | None) -> None:
        if self._practice is None:
            return
        names = {
            VisitStage.IMAGE: self.tr("image"),
            VisitStage.GREETING: self.tr("greeting"),
            VisitStage.SERVING: self.tr("serving"),
            VisitStage.FAREWELL: self.tr("farewell"),
            VisitStage.COMPLAINT: self.tr("complaint"),
        }
        now = scene.stage if scene else None
        self._stages.setText(names[now] if now else "")

    def _retranslate(self) -> None:
        self._back.setAccessibleName(self.tr("Leave"))
        self._back.setToolTip(self.tr("Back to the library; you can resume here (Esc)"))
        self._hint.setAccessibleName(self.tr("Hint"))
        self._hint.setToolTip(self.tr("Where to look (H)"))
        self._show_transcript.setAccessibleName(self.tr("Transcript"))
        self._show_transcript.setToolTip(self.tr("What has been said so far (T)"))
        self._notice.setText(
            self.tr("The scenario's file was changed since; you go on with the text that you began with.")
        )
        if self._practice is not None:
            scenario = self._practice.encounter.scenario
            self._title.setText(self._presentation.words(scenario.title))
            self._speech.set_citizen(self._presentation.words(scenario.citizen.name))
            self._show_stages(self._practice.encounter.scene)
            self._mood.set_mood(self._practice.encounter.state.mood)
        self._restyle()

    def _restyle(self) -> None:
        theme, artist = self._presentation.theme, self._presentation.artist
        self.setStyleSheet(style_sheet(theme) if theme.text_size != self._presentation.settings.text_size else "")
        side = round(20 * theme.text_size / 100)
        roomy = theme.text_size * _WORDS_WIDTH <= self.width() * 100
        for button, icon in self._icons.items():
            button.setIcon(artist.icon(icon, theme.palette.ink, side * 2))
            button.setIconSize(QSize(side, side))
            button.setText(button.accessibleName() if roomy else "")
        self._stages.setVisible(roomy)
        speech = 38 if roomy else 50  # percent of the height
        self._left.setStretchFactor(self._speech, speech)
        self._left.setStretch(1, 100 - speech)
        for label, tone in ((self._notice, "ochre"), (self._hint_text, "celadon")):
            label.setStyleSheet(
                f"background: {theme.palette.paper}; color: {getattr(theme.palette, tone)};"
                "border-radius: 12px; padding: 10px 18px;"
            )
        self._stage.update()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_moment_again()
        super().changeEvent(event)

    def _restyle_moment(self) -> None:
        self._restyle()
        self._show_moment_again()

    def _show_moment_again(self) -> None:
        """Set the words of the moment anew."""
        if self._practice is not None:
            self._feedback.hide()
            self._open_scene(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words grow with the stage."""
        super().resizeEvent(event)
        self._presentation.fit(self.height())
        self._restyle()
        if self._transcript.isVisible():
            self._place_transcript()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by number, complete the line by space, and reach the rest by one key each."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            number = key - Qt.Key.Key_1
            if number < len(self._cards) and self._cards[number].isEnabled():
                self._cards[number].click()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        elif key == Qt.Key.Key_Escape:
            if self._transcript.isVisible():
                self._transcript.hide()
            else:
                self.left.emit()
        elif key == Qt.Key.Key_T:
            self._toggle_transcript()
        elif key == Qt.Key.Key_H:
            self._show_hint()
        else:
            super().keyPressEvent(event)
