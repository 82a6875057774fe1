"""The console: the facilitator's page while a class is led."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simulator.classroom.events import LessonError, Step
from simulator.gui import prompts
from simulator.gui.classroom.beside_panel import BesidePanel
from simulator.gui.classroom.commands import Command, Wish, wish_of
from simulator.gui.classroom.console_bar import ConsoleBar
from simulator.gui.classroom.displays import Displays
from simulator.gui.classroom.keys_sheet import KeysSheet
from simulator.gui.classroom.leading import Leading
from simulator.gui.classroom.moment_panel import MomentPanel
from simulator.gui.classroom.projector import Projector
from simulator.gui.classroom.refusals import refusal
from simulator.gui.classroom.slides import slide_of
from simulator.gui.classroom.steps_panel import StepsPanel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.sheet import Sheet

_THREE, _TWO = 1160, 760  # pixels at plain text size from which on there are so many columns
_TICK_MS, _STILL_MS = 1000, 10_000  # between two looks at the clock, with motion and without
_TIME_KEPT_MS = 60_000  # what a crash may take of the time


class Console(PageWithBack):
    """Shows the moment to the facilitator, and does in the lesson what they and the projector's keys ask for.

    Signals:
        finish_requested(): the class is to be finished.
        failed(object): something was raised that is not the facilitator's to mend.
    """

    finish_requested = Signal()
    failed = Signal(object)

    def __init__(
        self, presentation: Presentation, projector: Projector, displays: Displays, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        self._projector = projector
        self._displays = displays
        self._leading: Leading | None = None
        self._counted_in: tuple[object, Step] | None = None  # where the first count has had the focus
        self._columns = 0
        self._group = QLabel()
        self.bar = ConsoleBar(displays)
        self.steps = StepsPanel(presentation, projector.board)
        self.moment = MomentPanel(presentation)
        self.beside = BesidePanel(presentation)
        self._keys: Sheet | None = None
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        for part in (projector, self.bar, self.steps, self.moment):
            part.wished.connect(self.do)
        self.steps.finish_requested.connect(self.finish_requested)
        self.moment.counted.connect(self._count)
        self.moment.ticks_followed.connect(self._follow)
        self.beside.remarked.connect(self._remark)
        self.beside.turn_given.connect(lambda team: self._act(lambda lesson, at_ms: lesson.give_turn(team, at_ms)))
        projector.dismissed.connect(displays.close)
        self._lay_out()
        self.retranslate()
        self.restyle()

    def lead(self, leading: Leading) -> None:
        """Lead this lesson from now on."""
        self._leading, self._counted_in = leading, None
        leading.changed.connect(self._show)
        leading.refused.connect(self._refuse)
        self._clock.start(_TICK_MS if self._presentation.motion else _STILL_MS)
        self._displays.open()
        self._show()
        self.window().activateWindow()
        self.setFocus()

    def stop(self) -> None:
        """Lead nothing any more; the projector is taken away."""
        self._clock.stop()
        leading, self._leading = self._leading, None
        if leading is not None:
            leading.changed.disconnect(self._show)
            leading.refused.disconnect(self._refuse)
        self._displays.close()
        self._projector.board.show_slide(None)

    def do(self, wish: Wish) -> None:
        """Do what a button or a key asks for."""
        leading = self._leading
        if leading is None:
            return
        self.steps.say("")
        command, number = wish
        if command in (Command.ADD, Command.FOLLOW, Command.WHAT_IF):
            self._do_with_option(leading, command, number)
        else:
            self._deeds(leading)[command]()

    def _deeds(self, leading: Leading) -> dict[Command, Callable[[], object]]:
        lesson, look = leading.lesson, self._projector.look
        return {
            Command.NEXT: leading.advance,
            Command.BACK: leading.back,
            Command.BLACK: lambda: leading.do(lambda now, at_ms: now.blank_out(not now.now.blank, at_ms)),
            Command.FILL: self._displays.fill,
            Command.LEAVE: self._displays.leave,
            Command.COME_BACK: lambda: leading.do(lambda now, at_ms: now.come_back(at_ms)),
            Command.SECOND_VOTE: lambda: leading.do(lambda now, at_ms: now.second_vote(at_ms)),
            Command.SCORES: lambda: leading.do(lambda now, at_ms: now.show_scores(not now.now.scores_shown, at_ms)),
            Command.HINT: self.beside.toggle_hint,
            Command.REMARK: self._begin_remark,
            Command.TEXT_SIZE: look.next_step,
            Command.BRIGHT: lambda: look.set_bright(not look.bright),
            Command.ROLL_ON: lambda: self._projector.board.roll(1),
            Command.ROLL_BACK: lambda: self._projector.board.roll(-1),
            Command.HELP: self._show_keys,
        }

    def _do_with_option(self, leading: Leading, command: Command, number: int) -> None:
        choice = next((one for one in leading.lesson.choices if one.number == number), None)
        if choice is None:
            self._refuse(LessonError("unknown", str(number)))
            return
        if leading.telling:
            leading.ask()
        if command is Command.ADD:
            leading.do(lambda lesson, at_ms: lesson.add_hands(choice.id, 1, at_ms))
        elif leading.lesson.scene is not None and leading.lesson.scene.inspection is not None:
            self.moment.panels[number - 1].tick()
        elif command is Command.FOLLOW:
            self._follow(choice.id)
        else:
            leading.do(lambda lesson, at_ms: lesson.what_if(choice.id, at_ms))
