"""The practice page: one attempt, from the first line to the ending."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from simulator.domain.encounter import Encounter
from simulator.domain.modes import Aid, Mode, stretch_in_force
from simulator.domain.own_words import remarks_at
from simulator.domain.scenario import Line, Scene
from simulator.domain.scoring import Judgement
from simulator.domain.transcript import Answer, Turn, lines_at, lines_of_turn
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.aloud import Aloud
from simulator.gui.practice.counter_page import CounterPage
from simulator.gui.practice.ending_card import Onward
from simulator.gui.practice.reply_face import face_in, with_faces
from simulator.gui.practice.response_card import ResponseCard
from simulator.gui.practice.sitting import Practice, Sitting
from simulator.gui.practice.stage_page import is_command
from simulator.gui.presentation import Presentation

if TYPE_CHECKING:  # loaded when somebody first practises with sound
    from simulator.gui.voice import LiveVoice


class PracticePage(CounterPage):
    """The citizen at the counter, on the telephone or in a chat, what is said, and the responses to choose from.

    Whoever leaves can resume the attempt.

    Signals:
        debrief_requested(int): the encounter is over and recorded; the attempt's id.
        refused(object): the record refused a turn or the result; nothing is lost up to the turn before.
    """

    debrief_requested = Signal(int)
    refused = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        record: RecordKeeper,
        parent: QWidget | None = None,
        *,
        voice: Callable[[], LiveVoice | None] = lambda: None,
    ) -> None:
        """Make the page; ``voice`` gives what says the citizen's lines aloud, if anything does."""
        super().__init__(presentation, self._press, parent)
        self._record = record
        self._aloud = Aloud(self._presentation, voice)
        self._practice: Practice | None = None
        self._judged: tuple[Turn, Judgement] | None = None
        self._turned_here = False  # since the attempt was taken up
        self._recorded: bool | None = None  # the result of the finished encounter; None while it is not known yet
        self._deciding = QElapsedTimer()
        self._connect()
        self._retranslate()

    @property
    def older_text(self) -> bool:
        """Whether the attempt goes on with a text that its file no longer has."""
        return self._practice is not None and self._practice.sitting.older_text

    @property
    def in_exam(self) -> bool:
        """Whether what is practised is an exam."""
        return self._practice is not None and self._practice.sitting.mode is Mode.EXAM

    @property
    def encounter(self) -> Encounter | None:
        """What is practised, as far as it is on the disk."""
        return self._practice.encounter if self._practice is not None else None

    @property
    def cards(self) -> list[ResponseCard]:
        """The options that are offered now, in the order of their numbers."""
        return self._answers.cards

    @property
    def ending_button(self) -> QPushButton | None:
        """What leads on from the ending, once it is offered."""
        return self._answers.ending.button if self._answers.ending is not None else None

    @property
    def settled(self) -> bool:
        """Whether everything has been said and the page waits for the learner."""
        return self._practice is not None and not self._practice.waiting and not self._answers.empty

    def start(self, sitting: Sitting) -> None:
        """Begin or resume an attempt."""
        self.stop()
        self._practice = practice = Practice(sitting, self._record)
        practice.turned.connect(self._turned)
        practice.said.connect(self._offer)
        practice.moved.connect(self._moved)
        practice.refused.connect(self._refused)
        practice.finished.connect(self._finished)
        self._take_up(practice)

    def stop(self) -> None:
        """Leave the attempt as it is on the disk."""
        practice, self._practice = self._practice, None
        if practice is not None:
            # What is still on its way to the disk shows nothing here any more, but a refusal is told.
            practice.turned.disconnect(self._turned)
            practice.said.disconnect(self._offer)
            practice.moved.disconnect(self._moved)
            practice.finished.disconnect(self._finished)
            practice.refused.disconnect(self._refused)
            practice.refused.connect(self.refused)
        self._judged, self._recorded, self._turned_here = None, None, False
        self._timer.stop()
        self._aloud.hush()
        self._meeting.leave()
        self._clear_answers()
        self._answers.feedback.hide()
        self._transcript.hide()
        self._branch_bar.hide()

    def _take_up(self, practice: Practice) -> None:
        """Stand where the encounter stands now."""
        transcript = practice.encounter.transcript()
        self._open_channel(transcript)
        self._stage.set_expression(face_in(transcript))
        self._retranslate()
        self.setFocus()
        self._open_scene(())

    # What the attempt tells

    def _turned(self, turn: Turn, judgement: Judgement) -> None:
        """Show what a durable turn led to."""
        practice = self._practice
        if practice is None:
            return
        self._turned_here = True
        self._judged = (turn, judgement) if self._presentation.settings.feedback and not self.in_exam else None
        self._show_feedback()
        self._open_scene(with_faces(turn, lines_of_turn(practice.encounter.scenario, turn)), turn)

    def _moved(self) -> None:
        """Stand at another moment; of a first pass that is over there is the debrief."""
        practice = self._practice
        if practice is None:
            return
        self._aloud.hush()
        self._judged = None
        self._show_feedback()
        self._transcript.hide()
        if practice.branch is None and practice.recorded:
            self._look_back()
        else:
            self._take_up(practice)

    def _finished(self, _attempt_id: int) -> None:
        self._recorded = True
        self._offer()

    def _refused(self, error: object) -> None:
        """Tell why nothing went on, then offer the same again."""
        self.refused.emit(error)
        practice = self._practice
        if practice is not None and practice.encounter.ending is not None:
            self._recorded = False
        self._offer()

    def _open_scene(self, before: tuple[Line, ...], turn: Turn | None = None) -> None:
        """Speak what was said before, then the scene or the ending that is reached now."""
        practice = self._practice
        if practice is None:
            return
        encounter = practice.encounter
        self._withdraw_answers()
        self._mood.set_mood(encounter.state.mood)
        self._show_stages(encounter.scene)
        self._stage.set_empty(self._meeting.show_scene(encounter.scene))
        self._scene_hint.open(None if self.in_exam else encounter.scene)
        if self._transcript.isVisible():
            self._transcript.show_transcript(encounter.transcript(), steppable=not self.in_exam)
        self._speech.make_way()
        self._tell_older_text()
        self._speech.speak([*before, *lines_at(encounter.scenario, encounter.state.scene)])
        self._answers.put_away()
        self._aloud.say(encounter, turn)
        practice.finish()

    def _tell_older_text(self) -> None:
        """Say, until the first response, that the attempt goes on with a text that its file no longer has."""
        if self.older_text and not self._turned_here:
            self._speech.set_note(
                self.tr("The scenario's file was changed since; you go on with the text that you began with.")
            )

    # What the learner does

    def _press(self) -> None:
        typing = self._speech.speaking
        self._speech.press()
        self._aloud.press(typing=typing)

    def _answer(self, answer: Answer) -> None:
        if self._practice is not None and not self._answers.empty:
            self._timer.stop()
            self._aloud.hush()
            self._meeting.await_answer(False)
            self._practice.answer(answer, self._deciding.elapsed(), Aid(self._scene_hint.looked_at, self._stretch()))

    def _time_out(self) -> None:
        scene = self._practice.encounter.scene if self._practice else None
        if scene is not None and scene.on_timeout is not None:
            self._answer(scene.on_timeout)

    def _offer(self) -> None:
        """Offer what can be answered, once everything has been said."""
        practice = self._practice
        if practice is None or self._speech.speaking:
            return
        if practice.encounter.scene is None:
            self._offer_debrief()
        else:
            self._let_answer(practice.encounter.scene)

    def _let_answer(self, scene: Scene) -> None:
        """Show what can be answered, and let the time run; where the learner says it first, ask for that alone."""
        if self._presentation.settings.say_first and self._practice is not None and self._practice.may_say_first:
            self._answers.ask_first()
            if not self._transcript.isVisible():
                self._take_focus()
            return
        self._show_answers()
        self._meeting.await_answer(True)
        self._deciding.start()
        stretch = self._stretch()
        if scene.time_limit is not None and stretch > 0:
            self._timer.start(scene.time_limit * stretch)

    def _stretch(self) -> float:
        """Give how many times longer than written time limits are now; 0 for none."""
        mode = self._practice.sitting.mode if self._practice is not None else Mode.LEARN
        return stretch_in_force(mode, self._presentation.settings.time_limits)

    def _show_answers(self) -> None:
        practice = self._practice
        if practice is None or practice.encounter.scene is None:
            return
        inspection = self._answers.inspection
        ticked = inspection.ticked if inspection is not None else ()
        self._let_go_of_answers()
        self._answers.offer(practice.encounter.scene, practice.encounter.options(), ticked)
        self._meeting.picture.join(self._answers.inspection)
        if sentence := practice.own_words:
            remarks = remarks_at(practice.encounter.scene, practice.sitting.rulebook, sentence)
            self._answers.show_own_words(sentence, remarks)

    def _say_first(self, sentence: str) -> None:
        if self._practice is not None:
            self._practice.say_first(sentence)

    def _offer_debrief(self) -> None:
        practice = self._practice
        ending = practice.encounter.ending if practice is not None else None
        if practice is None or ending is None:
            return
        onward = Onward.RETURN
        if practice.branch is None:
            onward = Onward.LOOK_BACK if self._recorded else Onward.RECORD
        if practice.branch is not None or self._recorded is not None:
            self._meeting.handset.close_line()
            self._answers.show_ending(self._presentation.words(ending.title), onward)
            if not self._transcript.isVisible():
                self._answers.walk(1)

    def _look_back(self) -> None:
        if self._practice is not None:
            self.debrief_requested.emit(self._practice.sitting.attempt_id)

    def _step_back(self, turn: int) -> None:
        if self._practice is not None:
            self._practice.step_back(turn)

    def _step_back_once(self) -> None:
        if self._practice is not None:
            self._practice.step_back(len(self._practice.encounter.transcript().turns))

    def _go_on(self) -> None:
        """Go from a branch back to the first pass."""
        if self._practice is not None:
            self._practice.go_on()

    def _record_again(self) -> None:
        if self._practice is not None:
            self._clear_answers()
            self._recorded = None
            self._practice.finish()

    def _clear_answers(self) -> None:
        self._withdraw_answers()
        self._answers.put_away()

    def _withdraw_answers(self) -> None:
        """Let nothing be answered, while what comes next is made ready."""
        self._timer.stop()
        self._let_go_of_answers()
        self._meeting.await_answer(False)
        self._meeting.picture.join(None)
        self._answers.withdraw()

    def _let_go_of_answers(self) -> None:
        """Keep the focus on the page, lest what has it goes and Qt hands it to the button that leaves."""
        focus = QApplication.focusWidget()
        if focus is not None and self._answers.isAncestorOf(focus):
            self.setFocus()

    def _toggle_transcript(self) -> None:
        if self._transcript.isVisible():
            self._close_transcript()
        elif self._practice is not None:
            self._open_transcript(self._practice.encounter.transcript(), steppable=not self.in_exam)

    def _close_or_leave(self) -> None:
        if self._transcript.isVisible():
            self._close_transcript()
        else:
            self.left.emit()

    def _show_feedback(self) -> None:
        practice, judged = self._practice, self._judged
        if practice is None or judged is None:
            self._answers.feedback.hide()
            return
        turn, judgement = judged
        scene = practice.encounter.scenario.scenes[turn.before.scene]
        because = scene.responses[turn.answer].because if isinstance(turn.answer, str) else None
        self._answers.feedback.show_judgement(judgement, because, practice.sitting.rulebook)
        if self._answers.feedback.folded:
            self._answers.feedback.set_folded(False)
        self._answers.feedback.show()

    # The page itself

    def _connect(self) -> None:
        self._meeting.finished.connect(self._offer)
        self._answers.answered.connect(self._answer)
        self._answers.said_first.connect(self._say_first)
        self._answers.debrief_requested.connect(self._look_back)
        self._answers.record_requested.connect(self._record_again)
        self._answers.return_requested.connect(self._go_on)
        self._branch_bar.return_requested.connect(self._go_on)
        self._transcript.step_back_requested.connect(self._step_back)
        self._show_transcript.clicked.connect(self._toggle_transcript)
        self._timer.expired.connect(self._time_out)

    def _show_mode(self) -> None:
        """Say how this is played, always."""
        practice = self._practice
        if practice is None:
            self._mode.clear()
            return
        self._mode.tell(practice, self._stretch())
        first_pass = practice.first_pass
        self._branch_bar.tell(practice.branch, len(first_pass.transcript().turns), over=first_pass.scene is None)
        self._hint.setVisible(not self.in_exam)

    def _retranslate(self) -> None:
        self._back.setAccessibleName(self.tr("Leave"))
        self._back.setToolTip(self.tr("Back to the library; you can resume here (Esc)"))
        self._hint.setAccessibleName(self.tr("Hint"))
        self._hint.setToolTip(self.tr("Where to look (H)"))
        self._show_transcript.setAccessibleName(self.tr("Transcript"))
        self._show_transcript.setToolTip(self.tr("What has been said so far (T)"))
        self._meeting.retranslate()
        if self._practice is not None:
            encounter = self._practice.encounter
            self._title.setText(self._presentation.words(encounter.scenario.title))
            self._meeting.name_citizen(encounter.transcript())
            self._show_stages(encounter.scene)
            self._mood.set_mood(encounter.state.mood)
        self._show_mode()
        super()._retranslate()

    def _follow_presentation(self) -> None:
        self._aloud.hush()
        super()._follow_presentation()

    def _set_again(self) -> None:
        practice = self._practice
        if practice is None:
            return
        place = next((number for number, card in enumerate(self.cards) if card.hasFocus()), None)
        self._show_mode()
        self._tell_older_text()
        self._speech.set_again()
        if not self._answers.feedback.isHidden():
            self._show_feedback()
        if self._answers.ending is not None:
            self._offer_debrief()
        elif self._answers.asking is not None:
            self._answers.ask_first()
        elif not self._answers.empty:
            self._show_answers()
            if place is not None:
                self.cards[place].setFocus()
        self._scene_hint.set_again()
        if self._transcript.isVisible():
            self._transcript.show_transcript(practice.encounter.transcript(), steppable=not self.in_exam)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by number, go on by space, move among the options by the arrows, and reach the rest by a key each.

        A key that is held down moves and scrolls on, but answers and leaves only once.
        """
        key = event.key()
        taken = not is_command(event) and (self._go(key) or (not event.isAutoRepeat() and self._act(key)))
        if not taken:
            super().keyPressEvent(event)

    def _go(self, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._answers.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._speech.turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    def _act(self, key: int) -> bool:
        acts = {
            Qt.Key.Key_Space: self._press,
            Qt.Key.Key_Return: self._press,
            Qt.Key.Key_Enter: self._press,
            Qt.Key.Key_Escape: self._close_or_leave,
            Qt.Key.Key_T: self._toggle_transcript,
            Qt.Key.Key_H: self._scene_hint.toggle,
            Qt.Key.Key_Backspace: self._step_back_once,
            Qt.Key.Key_R: self._go_on,
        }
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._answers.choose(key - Qt.Key.Key_0)
        elif key in acts:
            acts[Qt.Key(key)]()
        else:
            return False
        return True
