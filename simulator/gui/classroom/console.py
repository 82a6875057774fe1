"""The console: the facilitator's page while a class is led."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.classroom.events import LessonError, Step
from simulator.domain.transcript import Answer
from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.classroom.beside_panel import BesidePanel
from simulator.gui.classroom.commands import KEYS, Command, Wish, wish_of
from simulator.gui.classroom.console_bar import ConsoleBar
from simulator.gui.classroom.displays import Displays
from simulator.gui.classroom.keys_sheet import KeysSheet
from simulator.gui.classroom.leading import Deed, Leading
from simulator.gui.classroom.moment_panel import MomentPanel
from simulator.gui.classroom.phones import Phones
from simulator.gui.classroom.projector import Projector
from simulator.gui.classroom.refusals import refusal
from simulator.gui.classroom.slides import slide_of
from simulator.gui.classroom.steps_panel import StepsPanel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.sheet import Sheet

_THREE, _TWO = 1160, 760  # pixels at plain text size from which on there are so many columns
_SHARES = (27, 48, 25)  # percent of the width
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
        self,
        presentation: Presentation,
        projector: Projector,
        displays: Displays,
        phones: Phones,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        self._phones = phones
        self._projector = projector
        self._displays = displays
        self._leading: Leading | None = None
        self._counted_in: tuple[object, Step] | None = None  # where the first count has had the focus
        self._columns = 0
        self._title = ElidedLabel()
        self._title.setProperty("type", "title")
        self._end = QPushButton()
        self._end.setProperty("kind", "quiet")
        self._end.clicked.connect(self._ask_to_end)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.bar = ConsoleBar(displays, phones)
        self.steps = StepsPanel(projector.board)
        self.moment = MomentPanel(presentation)
        self.beside = BesidePanel(presentation)
        self._keys: Sheet | None = None
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._laid_out = QTimer(self)  # what is offered anew has its place when the layouts have been made
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._bring_into_sight)
        for part in (projector, self.bar, self.steps, self.moment):
            part.wished.connect(self.do)
        self.steps.finish_requested.connect(self.finish_requested)
        self.moment.counted.connect(self._count)
        self.moment.ticks_followed.connect(self._follow)
        self.moment.reached.connect(self._laid_out.start)
        self.beside.remarked.connect(self._remark)
        self.beside.turn_given.connect(lambda team: self._act(lambda lesson, at_ms: lesson.give_turn(team, at_ms)))
        self.bar.phones_requested.connect(self._open_phones)
        phones.changed.connect(self._show_phones)
        phones.failed.connect(self._refuse)
        projector.dismissed.connect(displays.close)
        self._lay_out()
        self._hear_remotes()
        self.retranslate()
        self.restyle()

    def lead(self, leading: Leading) -> None:
        """Lead this lesson from now on."""
        self._leading, self._counted_in = leading, None
        leading.changed.connect(self._show)
        leading.refused.connect(self._refuse)
        self.retranslate()
        self._clock.start(_TICK_MS if self._presentation.motion else _STILL_MS)
        self._displays.open()
        self.window().activateWindow()
        self.setFocus()

    def stop(self) -> None:
        """Lead nothing any more; the projector is taken away."""
        self._clock.stop()
        leading, self._leading = self._leading, None
        if leading is not None:
            leading.changed.disconnect(self._show)
            leading.refused.disconnect(self._refuse)
        self._phones.close()
        self._displays.close()
        self._projector.board.show_slide(None)

    def do(self, wish: Wish) -> None:
        """Do what a button or a key asks for."""
        leading = self._leading
        if leading is None:
            return
        self.steps.say("")
        self._phones.collect()  # votes that came just now count before the vote is shown
        command, number = wish
        if command in (Command.ADD, Command.FOLLOW, Command.WHAT_IF):
            self._do_with_option(leading, command, number)
        else:
            self._deeds(leading)[command]()

    def _deeds(self, leading: Leading) -> dict[Command, Callable[[], object]]:
        look = self._projector.look
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
            Command.DETAILS: self.moment.toggle_details,
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

    # What the panels ask for

    def _act(self, deed: Deed) -> None:
        self.steps.say("")
        if self._leading is not None:
            self._leading.do(deed)

    def _count(self, choice: str, hands: int) -> None:
        if self._leading is not None and self._leading.telling:
            self._leading.ask()
        self._act(lambda lesson, at_ms: lesson.count_hands(choice, hands, at_ms))

    def _follow(self, answer: Answer) -> None:
        self._act(lambda lesson, at_ms: lesson.follow(answer, at_ms))

    def _remark(self, words: str) -> None:
        self._act(lambda lesson, at_ms: lesson.remark(words, at_ms))
        self.setFocus()

    def _open_phones(self, address: str) -> None:
        if address:
            self._phones.open(address)
        else:
            self._phones.close()

    def _show_phones(self) -> None:
        """Show the way for phones, and what to look at if they do not come."""
        self._show()
        if self._phones.way is not None and not self._phones.joined:
            self.steps.say(self._presentation.words(self._phones.if_it_fails))

    def _begin_remark(self) -> None:
        self.window().activateWindow()
        self.beside.remark.setFocus()

    def _ask_to_end(self) -> None:
        question = self.tr("End the class here? Its report is kept, but it cannot be taken up again.")
        if prompts.confirm(self, question, self.tr("End the class"), self.tr("Go on")):
            self.finish_requested.emit()

    def _show_keys(self) -> None:
        if self._keys is None:
            sheet = KeysSheet()
            self._keys = Sheet(self._presentation, sheet, self)
            sheet.closed.connect(self._keys.close_sheet)
            self._keys.dismissed.connect(self._keys.close_sheet)
        self._keys.open()

    # What is shown

    def _show(self) -> None:
        """Show the lesson as it stands, to the class and to the facilitator."""
        leading = self._leading
        if leading is None:
            return
        board, lesson = self._projector.board, leading.lesson
        self._phones.follow(leading)
        board.show_slide(slide_of(lesson, leading.told, self._presentation, self._phones.way))
        board.set_black(lesson.now.blank)
        for part in (self.bar, self.steps, self.moment, self.beside):
            part.show_lesson(leading)
        self._focus_first_count(leading)

    def _focus_first_count(self, leading: Leading) -> None:
        """Let numbers be typed as soon as a vote opens, but take the focus from nothing that is being written."""
        now = leading.lesson.now
        here = (now.moment.state, now.moment.step)
        if self.beside.remark.hasFocus() or here == self._counted_in:
            return
        if leading.telling or not now.moment.voting:
            self.setFocus()
            return
        self._counted_in = here
        self.moment.focus_count()

    def _refuse(self, error: object) -> None:
        if isinstance(error, LessonError):
            self.steps.say(self._presentation.words(refusal(error)))
        elif isinstance(error, UserError):
            prompts.tell(self, error.sentence, self._presentation.language)
        else:
            self.failed.emit(error)

    def _tick(self) -> None:
        self.bar.tick()
        leading = self._leading
        if leading is not None and not leading.waiting and leading.now_ms - leading.lesson.now.at_ms > _TIME_KEPT_MS:
            leading.do(lambda lesson, at_ms: lesson.pass_time(at_ms))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._back.setText(self.tr("Leave the class"))
        self._end.setText(self.tr("End the class here"))
        leading = self._leading
        if leading is not None:
            title = self._presentation.words(leading.lesson.material.scenario.title)
            self._title.setText(f"{leading.led.group} \u00b7 {title}")
            self._show()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self.beside.restyle()
        for panel in self.moment.panels:
            panel.restyle()
        self._make_room()

    # The page itself

    def _lay_out(self) -> None:
        self._scrolls = [ColumnScroll() for _ in range(3)]
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._end)
        self._page = QVBoxLayout(self)
        self._page.addLayout(head)
        self._page.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for scroll, share in zip(self._scrolls, _SHARES, strict=True):
            scroll.column.setContentsMargins(0, 0, SPACE // 2, SPACE)
            scroll.column.setSpacing(2 * SPACE)
            row.addWidget(scroll, share)
        self._page.addLayout(row, 1)

    def _bring_into_sight(self) -> None:
        """Scroll to the number that is typed now."""
        fields = [panel.counter.field for panel in self.moment.panels if panel.counter.field.hasFocus()]
        for scroll in self._scrolls:
            for field in fields:
                if scroll.isAncestorOf(field):
                    scroll.ensureWidgetVisible(field, 0, 4 * SPACE)

    def _hear_remotes(self) -> None:
        """Let the keys of a remote lead the class even where a list or the map has the focus, which would scroll."""
        for command in (Command.NEXT, Command.BACK, Command.FILL):
            shortcut = QShortcut(QKeySequence(KEYS[command][0]), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda command=command: self.do(Wish(command)))

    def _make_room(self) -> None:
        """Put the panels into as many columns as there is room for."""
        margin = 2 * SPACE
        self._page.setContentsMargins(margin, SPACE, margin, SPACE)
        plain = self.width() * 100 // self._presentation.theme.text_size
        columns = 3 if plain >= _THREE else 2 if plain >= _TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, panel in enumerate((self.steps, self.moment, self.beside)):
            self._scrolls[min(place, columns - 1)].column.addWidget(panel)
        for place, scroll in enumerate(self._scrolls):
            scroll.setVisible(place < columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; none leaves the class by itself."""
        wish = wish_of(event)
        if wish is None:
            super(PageWithBack, self).keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.do(wish)
