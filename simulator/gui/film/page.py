"""The film page: a play that plays by itself, and both plays side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QStackedLayout, QVBoxLayout, QWidget

from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Channel
from simulator.gui.debrief.words import deed_words, outcome_word, stage_word
from simulator.gui.film.beside import Beside
from simulator.gui.film.choices import ChoiceColumn
from simulator.gui.film.clock import FilmClock
from simulator.gui.film.films import Films, Play
from simulator.gui.film.meeting import Meeting
from simulator.gui.film.pace import SPEEDS, lasts
from simulator.gui.film.reel import Kind, Moment, Reel, Shot
from simulator.gui.film.time_line import Stop
from simulator.gui.film.transport import Transport
from simulator.gui.practice.stage import figure_in
from simulator.gui.practice.stage_page import MARGIN, StagePage, is_command
from simulator.gui.presentation import Presentation

_WORDS_WIDTH = 1180  # pixels that the bar's words need at plain size
_LEAST_WIDTH = 620  # ... and what it needs to say which film it is beside its title
_PLAIN = SPEEDS.index(1.0)
_NEXT_PAGE = 0.6  # of a moment's time, for each further page of it


class FilmPage(StagePage):
    """Shows a film: what is said, what could be done, what is done, and what that does to the rules.

    Space pauses and plays, Left and Right go a moment back and on, Page Up and Page Down a turn, Home and End to the
    beginning and the ending, + and - make it faster and slower; O shows the other film, C both side by side, P goes to
    practise, Escape leaves. Nothing is recorded.

    Signals:
        practise_requested(str): the viewer wants to practise the scenario of this id.
    """

    practise_requested = Signal(str)

    def __init__(
        self, presentation: Presentation, clock: FilmClock | None = None, parent: QWidget | None = None
    ) -> None:
        """Make the page; ``clock`` tells when a moment is over, in tests at their command."""
        super().__init__(presentation, self._toggle, _WORDS_WIDTH, parent)
        self._desk = presentation
        self._clock = clock or FilmClock(self)
        self._clock.rang.connect(self._go_on)
        self._films: Films | None = None
        self._play = Play.MODEL
        self._reel: Reel | None = None
        self._place = 0
        self._playing = False
        self._speed = _PLAIN
        self._beside: Beside | None = None
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._retranslate()

    @property
    def playing(self) -> bool:
        """Whether the film goes on by itself."""
        return self._playing

    @property
    def play(self) -> Play:
        """Which play is shown."""
        return self._play

    @property
    def moment(self) -> Moment | None:
        """What is to be seen now, if a film is."""
        return self._reel.moments[self._place] if self._reel is not None else None

    @property
    def over(self) -> bool:
        """Whether the film stands at its end."""
        return self._reel is not None and self._place == len(self._reel.moments) - 1

    @property
    def beside(self) -> Beside | None:
        """Both plays side by side, while they are shown."""
        return self._beside

    def show_film(self, films: Films, play: Play = Play.MODEL) -> None:
        """Show a film from its beginning, playing."""
        self._films = films
        self._open(play)

    def stop(self) -> None:
        """Show nothing any more; nothing runs."""
        self._pause()
        self._close_beside()
        self._films, self._reel = None, None
        self._meeting.leave()
        self._choices.clear()

    # The film

    def _open(self, play: Play) -> None:
        if self._films is None:
            return
        self._close_beside()
        self._play = play
        self._reel = reel = Reel(self._films.of(play))
        scenario = reel.scenario
        self._stage.set_scene(scenario.place, figure_in(scenario), softened=scenario.channel is Channel.CHAT)
        self._mood.set_heard(scenario.channel is Channel.PHONE)
        self._meeting.open(scenario)
        self._choices.show_reel(reel, self._films.other(play), beside=self._films.beside() is not None)
        self._retranslate()
        self._place = 0
        self._resume()
        self.setFocus()

    def _show(self, *, spoken: bool) -> None:
        """Show the moment; where ``spoken``, what is new in it appears as it is said, and is told to screen readers."""
        reel, moment = self._reel, self.moment
        if reel is None or moment is None:
            return
        self._stage.set_expression(moment.face)
        self._meeting.show_lines(moment.lines, spoken=spoken and moment.kind is Kind.LINE)
        self._choices.show_moment(moment, last=self.over)
        scene = reel.scene_of(moment)
        inspection = scene.inspection if scene is not None else None
        self._stage.set_empty(self._meeting.show_inspection(inspection, self._choices.inspection))
        self._mood.set_mood(moment.mood)
        self._transport.time_line.stand(moment.turn)
        self._stages.setText(stage_word(reel.shots[moment.turn].review.stage) if moment.turn < len(reel.shots) else "")
        if spoken and moment.kind is not Kind.LINE:
            self._announce(reel, moment)

    def _go_on(self) -> None:
        """Go on to what there was no room for, else to the next moment, since the one before has had its time."""
        if self._reel is None or self.over:
            self._pause()
            return
        if self._turn_pages():
            self._wait(share=_NEXT_PAGE)
            return
        self._place += 1
        self._show(spoken=True)
        self._wait()

    def _turn_pages(self) -> bool:
        """Scroll to the rest of what is to be read now, where it did not fit; tells whether there was any."""
        moment = self.moment
        if moment is None:
            return False
        if moment.kind is Kind.LINE and self._meeting.dialogue.more_below:
            self._meeting.dialogue.turn_page(1)
        elif moment.kind in (Kind.OFFER, Kind.WHY) and self._choices.more_below:
            self._choices.turn_page(1)
        else:
            return False
        return True

    def _wait(self, share: float = 1.0) -> None:
        """Give the moment its time, or that share of it."""
        if self._reel is None or not self._playing:
            return
        if self.over:
            self._pause()
            return
        milliseconds = lasts(self._reel, self._reel.moments[self._place], self._presentation.language)
        self._clock.start(round(milliseconds * share / SPEEDS[self._speed]))

    def _resume(self) -> None:
        self._playing = True
        self._transport.show_playing(True, over=False)
        self._show(spoken=True)
        self._wait()

    def _pause(self) -> None:
        """Stop where the film is; nothing moves, and nothing runs."""
        self._clock.stop()
        self._meeting.complete()
        self._playing = False
        self._transport.show_playing(False, over=self.over)

    # What the viewer does

    def _toggle(self) -> None:
        if self._reel is None or self._beside is not None:
            return
        if self._playing:
            self._pause()
            return
        if self.over:
            self._place = 0
        self._resume()

    def _step(self, steps: int) -> None:
        if self._reel is None:
            return
        if steps > 0 and self.over:
            self._compare()
            return
        self._go_to(self._reel.step(self._place, steps))

    def _step_turns(self, turns: int) -> None:
        if self._reel is not None:
            self._go_to(self._reel.step_turns(self._place, turns))

    def _go_to_turn(self, turn: int) -> None:
        if self._reel is not None:
            self._go_to(self._reel.first_of(turn))

    def _go_to(self, place: int) -> None:
        """Go to a moment; a film that plays goes on playing from there."""
        self._clock.stop()
        self._place = place
        self._show(spoken=self._playing)
        if self._playing:
            self._wait()
        else:
            self._transport.show_playing(False, over=self.over)

    def _hurry(self, steps: int) -> None:
        self._speed = max(0, min(len(SPEEDS) - 1, self._speed + steps))
        self._show_speed()
        if self._playing:
            self._wait()

    def _show_other(self) -> None:
        other = self._films.other(self._play) if self._films is not None else None
        if other is not None:
            self._open(other)

    def _practise(self) -> None:
        if self._reel is not None:
            self._pause()
            self.practise_requested.emit(self._reel.scenario.id)

    def _compare(self) -> None:
        """Lay both plays side by side, beginning where the film is if they part there."""
        both, reel, moment = self._films.beside() if self._films else None, self._reel, self.moment
        if both is None or reel is None or moment is None or self._beside is not None:
            return
        self._pause()
        shot = reel.shots[moment.turn] if moment.turn < len(reel.shots) else None
        self._put_beside(Beside(self._desk, both, shot.review.scene if shot is not None else None))

    def _put_beside(self, beside: Beside) -> None:
        self._close_beside()
        self._beside = beside
        beside.film_requested.connect(self._back_to_film)
        beside.practise_requested.connect(self._practise)
        self._stack.addWidget(beside)
        self._stack.setCurrentWidget(beside)
        beside.setFocus()

    def _back_to_film(self) -> None:
        self._close_beside()
        self._show(spoken=False)
        self.setFocus()

    def _close_beside(self) -> None:
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.stop()
            self._stack.setCurrentWidget(self._stage)
            self._stack.removeWidget(beside)
            beside.hide()
            beside.deleteLater()

    # The page itself

    def _build(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(self._stage)
        page = QVBoxLayout(self._stage)
        page.setContentsMargins(MARGIN, 16, MARGIN, 16)
        page.setSpacing(14)
        self._build_bar()
        page.addWidget(self._bar)
        below = QHBoxLayout()
        below.setSpacing(MARGIN)
        self._meeting = Meeting(self._presentation)
        self._choices = ChoiceColumn(self._presentation)
        self._choices.practise_requested.connect(self._practise)
        self._choices.other_requested.connect(self._show_other)
        self._choices.beside_requested.connect(self._compare)
        below.addWidget(self._meeting, 49)
        below.addWidget(self._choices, 51)
        page.addLayout(below, 1)
        self._transport = transport = Transport(self._presentation)
        transport.toggled.connect(self._toggle)
        transport.stepped.connect(self._step)
        transport.hurried.connect(self._hurry)
        transport.time_line.turn_requested.connect(self._go_to_turn)
        page.addWidget(transport)

    def _build_bar(self) -> None:
        row = self._bar_row(14)
        self._other, self._side_by_side = self._bar_button("film"), self._bar_button("beside")
        self._other.clicked.connect(self._show_other)
        self._side_by_side.clicked.connect(self._compare)
        self._which = QLabel()
        self._which.setProperty("type", "small")
        row.addWidget(self._back)
        row.addWidget(self._which)
        row.addWidget(self._title, 1)
        row.addWidget(self._stages)
        row.addSpacing(8)
        row.addWidget(self._mood)
        row.addWidget(self._other)
        row.addWidget(self._side_by_side)

    def _announce(self, reel: Reel, moment: Moment) -> None:
        """Have a screen reader say what is shown and not spoken."""
        if QAccessible.isActive() and (words := self._told(reel, moment)):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _told(self, reel: Reel, moment: Moment) -> str:
        words = self._presentation.words
        if moment.kind is Kind.ENDING:
            title = words(reel.ending.title) if reel.ending is not None else ""
            return self.tr("How it ended: %1").replace("%1", title)
        if moment.kind is Kind.NEIGHBOUR:
            return words(reel.ending.neighbour) if reel.ending is not None else ""
        shot = reel.shots[moment.turn]
        if moment.kind is Kind.OFFER:
            return self.tr("%1 options").replace("%1", str(len(shot.options))) if shot.options else ""
        if moment.kind is Kind.CHOICE:
            return self.tr("Chosen: %1").replace("%1", deed_words(shot.review.deed, self._presentation))
        if moment.kind is Kind.VERDICT:
            verdict = shot.verdicts[moment.verdicts - 1]
            return f"{outcome_word(verdict.outcome)}: {words(verdict.words)}"
        return words(shot.review.deed.because)

    def _stop_of(self, number: int, shot: Shot, total: int) -> Stop:
        """Name a turn of the time line, with what was done to rules in it."""
        outcomes = [verdict.outcome for verdict in shot.verdicts]
        counts = [f"{outcome_word(one)} {outcomes.count(one)}" for one in Outcome if one in outcomes]
        deed = deed_words(shot.review.deed, self._presentation)
        name = self.tr("Turn %1 of %2: %3").replace("%1", str(number)).replace("%2", str(total)).replace("%3", deed)
        return Stop(frozenset(outcomes), f"{name} ({', '.join(counts)})" if counts else name)

    def _name_film(self) -> None:
        """Say which film of what this is; where the bar is narrow, in one line that may be shortened."""
        which = self.tr("Film: the model") if self._play is Play.MODEL else self.tr("Film: how it can fail")
        title = self._presentation.words(self._reel.scenario.title) if self._reel is not None else ""
        beside = self._presentation.theme.text_size * _LEAST_WIDTH <= self.width() * 100
        self._which.setText(which)
        self._which.setVisible(beside)
        self._title.setText(title if beside else self.tr("%1 · %2").replace("%1", which).replace("%2", title))

    def _show_speed(self) -> None:
        last = len(SPEEDS) - 1
        self._transport.show_speed(SPEEDS[self._speed], slowest=self._speed == 0, fastest=self._speed == last)
        self._transport.restyle()

    def _retranslate(self) -> None:
        model = self._play is Play.MODEL
        self._back.setAccessibleName(self.tr("Leave"))
        self._back.setToolTip(self.tr("Leave the film (Esc)"))
        self._other.setAccessibleName(self.tr("How it can fail") if model else self.tr("The model"))
        self._other.setToolTip(self.tr("Watch the other film (O)"))
        self._side_by_side.setAccessibleName(self.tr("Compare"))
        self._side_by_side.setToolTip(self.tr("Both plays side by side, from this scene (C)"))
        self._which.setProperty("tone", "celadon" if model else "persimmon")
        self._which.style().polish(self._which)
        self._transport.retranslate()
        self._show_speed()
        if self._reel is not None and self._films is not None:
            self._meeting.name_citizen(self._reel.scenario)
            self._other.setVisible(self._films.other(self._play) is not None)
            self._side_by_side.setVisible(self._films.beside() is not None)
            shots = self._reel.shots
            stops = [self._stop_of(number, shot, len(shots)) for number, shot in enumerate(shots, start=1)]
            ending = self._reel.ending
            title = self._presentation.words(ending.title) if ending is not None else self.tr("The film stops here.")
            stops.append(Stop(frozenset(), self.tr("How it ended: %1").replace("%1", title)))
            self._transport.time_line.show_stops(stops)
        super()._retranslate()

    def _restyle_panels(self, *, roomy: bool) -> None:
        self._name_film()
        self._meeting.restyle(roomy=roomy)
        self._transport.restyle()

    def _set_again(self) -> None:
        if self._reel is None:
            return
        self._meeting.dialogue.set_again()
        self._choices.clear()
        self._show(spoken=False)
        if self._beside is not None and (both := self._films.beside() if self._films else None) is not None:
            self._put_beside(Beside(self._desk, both, self._beside.at()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause where nobody is watching."""
        if self._playing:
            self._pause()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key wherever the focus is, unless what has it has a use for it."""
        if is_command(event) or not (self._move(event.key()) or self._act(event)):
            super().keyPressEvent(event)

    def _move(self, key: int) -> bool:
        """Take a key that moves within the film; held down, it moves on."""
        if self._beside is not None:
            return False
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step(1 if key == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._step_turns(1 if key == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Home:
                self._go_to_turn(0)
            case Qt.Key.Key_End if self._reel is not None:
                self._go_to_turn(len(self._reel.shots))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                pages = 1 if key == Qt.Key.Key_Down else -1
                self._meeting.dialogue.turn_page(pages)
                self._choices.turn_page(pages)
            case _:
                return False
        return True

    def _act(self, event: QKeyEvent) -> bool:
        """Take a key that does something once, however long it is held."""
        acts = {
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_Plus: lambda: self._hurry(1),
            Qt.Key.Key_Equal: lambda: self._hurry(1),
            Qt.Key.Key_Minus: lambda: self._hurry(-1),
            Qt.Key.Key_O: self._show_other,
            Qt.Key.Key_C: self._compare if self._beside is None else self._back_to_film,
            Qt.Key.Key_P: self._practise,
            Qt.Key.Key_Escape: self.left.emit if self._beside is None else self._back_to_film,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.isAutoRepeat():
            return act is not None
        act()
        return True
