"""Two plays side by side: each scene that both pass and answer differently, with why and what followed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from simulator.authoring.playtest import Film, SharedScene, SideBySide
from simulator.domain.debrief import LINES_THAT_FOLLOW, Finding, Outcome, TurnReview
from simulator.domain.scenario import Line, Speaker
from simulator.gui.debrief.typesetting import (
    MEASURE,
    column,
    em,
    kicker,
    paragraph,
    widest,
    with_icon,
    with_mark,
)
from simulator.gui.debrief.words import TONES, deed_words, outcome_word, stage_word
from simulator.gui.film.films import Play
from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.presentation import Presentation
from simulator.gui.theme import RADIUS, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet

_COLUMN = 30  # the width of one side in Chinese characters of running text, at most
_NARROW = 16  # ... at least; where there is less room, the two stand below each other


class Way(QWidget):
    """One side of a parting: what this clerk said, what it did to the rules, why, and what followed."""

    def __init__(self, presentation: Presentation, play: Play, turn: TurnReview, film: Film) -> None:
        super().__init__()
        self._presentation = presentation
        self._play = play
        self._turn = turn
        self._film = film
        layout = column(2 * SPACE, self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        name = self.tr("The model") if play is Play.MODEL else self.tr("The failing play")
        layout.addWidget(kicker(name, tone=self._tone))
        layout.addLayout(self._deed())
        if turn.rules and not turn.deed.findings:
            layout.addLayout(self._rules())
        if turn.deed.because is not None:
            layout.addLayout(self._part(self.tr("Why"), [paragraph(presentation.words(turn.deed.because))]))
        layout.addLayout(self._part(self.tr("What followed"), self._followed()))
        layout.addStretch(1)
        self.setAccessibleName(f"{name}: {deed_words(turn.deed, presentation)}")

    @property
    def _tone(self) -> str:
        return "celadon" if self._play is Play.MODEL else "persimmon"

    def _deed(self) -> QVBoxLayout:
        layout, deed, words = column(SPACE // 2), self._turn.deed, self._presentation.words
        if deed.say is not None:
            layout.addWidget(paragraph(words(deed.say), size="lead"))
        if deed.do is not None:
            does = paragraph(words(deed.do), size="small" if deed.say else "lead", tone="soft" if deed.say else "")
            layout.addLayout(with_icon(self._presentation, "hand", "soft_ink", does))
        for finding in deed.findings:
            if finding.outcome is not None:
                layout.addLayout(self._finding(finding, finding.outcome))
        return layout

    def _finding(self, finding: Finding, outcome: Outcome) -> QHBoxLayout:
        if outcome is Outcome.KEPT:
            title = self.tr("Put right: %1")
        else:
            title = self.tr("In order, and ticked: %1") if finding.ticked else self.tr("Overlooked: %1")
        words = paragraph(title.replace("%1", self._presentation.words(finding.item.text)), size="small")
        return with_icon(self._presentation, outcome.value, TONES[outcome], words)

    def _rules(self) -> QVBoxLayout:
        layout = column(SPACE)
        width = widest(self._presentation, map(outcome_word, Outcome))
        for rule in self._turn.rules:
            statement = self._presentation.words(rule.rule.statement) if rule.rule is not None else rule.id
            words = paragraph(statement, size="small", tone="soft" if rule.outcome is Outcome.KEPT else "")
            mark = outcome_word(rule.outcome)
            layout.addLayout(with_mark(self._presentation, rule.outcome.value, mark, TONES[rule.outcome], words, width))
        return layout

    def _followed(self) -> list[QWidget]:
        """Tell what came of it: the reply, the mood, and how the scene after it begins or how it all ended."""
        turn, presentation = self._turn, self._presentation
        citizen = presentation.words(self._film.debrief.scenario.citizen.name)
        told: list[QWidget] = []
        if turn.deed.reply is not None:
            told.append(self._spoken(Line(Speaker.CITIZEN, turn.deed.reply), citizen))
        after = self._film.turns[turn.number].lines if turn.number < len(self._film.turns) else ()
        told += [self._spoken(line, citizen) for line in after[:LINES_THAT_FOLLOW]]
        ending = self._film.debrief.ending
        if turn.number == len(self._film.turns) and ending is not None:
            told.append(paragraph(self.tr("The end: %1").replace("%1", presentation.words(ending.title))))
        moved = turn.mood_before != turn.mood_after
        change = f"{turn.mood_before} \u2192 {turn.mood_after}" if moved else str(turn.mood_after)
        mood = self.tr("Mood %1") if moved else self.tr("Mood %1, as before")
        told.append(paragraph(mood.replace("%1", change), size="small", tone="soft"))
        return told

    def _spoken(self, line: Line, citizen: str) -> QWidget:
        words = self._presentation.words(line.text)
        if line.speaker is Speaker.NARRATOR:
            return paragraph(words, size="small", tone="soft")
        who = citizen if line.speaker is Speaker.CITIZEN else self.tr("The clerk")
        return paragraph(self.tr("%2: %1").replace("%2", who).replace("%1", words))

    def _part(self, title: str, parts: list[QWidget]) -> QVBoxLayout:
        layout = column(SPACE // 2)
        layout.addWidget(kicker(title))
        for part in parts:
            layout.addWidget(part)
        return layout

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, below a line that is whole for the model and broken for the failing play."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        # Where the card is of the page's own colour, as with high contrast, a line tells them apart.
        same = theme.palette.card == theme.palette.paper
        painter.setPen(QPen(theme.color("stone"), 1) if same else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        style = Qt.PenStyle.SolidLine if self._play is Play.MODEL else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color(self._tone), 4, style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(RADIUS, 2, self.width() - RADIUS, 2)


class Parting(QWidget):
    """One scene in which the two plays part; it takes the focus as a whole."""

    def __init__(self, presentation: Presentation, shared: SharedScene, both: SideBySide, *, crux: bool) -> None:
        super().__init__()
        self._presentation = presentation
        self.shared = shared
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(2 * SPACE, self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        head = kicker(
            self.tr("%1 · turn %2")
            .replace("%2", str(shared.first.number))
            .replace("%1", stage_word(shared.first.stage))
        )
        layout.addWidget(head)
        furthest = self.tr("Here the two are furthest apart: %1 points").replace("%1", str(shared.gap))
        if crux:
            words = paragraph(furthest, tone="plum")
            layout.addLayout(with_icon(presentation, "beside", "plum", words))
        citizen = presentation.words(both.first.debrief.scenario.citizen.name)
        told = QWidget()
        told.setMaximumWidth(MEASURE * em(presentation))
        situation = column(SPACE // 2, told)
        for line in shared.first.lines:
            situation.addWidget(self._line(line, citizen))
        measured = QHBoxLayout()  # which knows the measure when it is asked for its height, as a column does not
        measured.addWidget(told, 1000)
        measured.addStretch(1)
        layout.addLayout(measured)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(3 * SPACE)
        self.model = Way(presentation, Play.MODEL, shared.first, both.first)
        self.failing = Way(presentation, Play.FAILING, shared.second, both.second)
        self._ways.addWidget(self.model, 1)
        self._ways.addWidget(self.failing, 1)
        layout.addLayout(self._ways)
        parted = self.tr("%1; the model: %2; the failing play: %3")
        for place, text in (
            ("%1", furthest if crux else head.text()),
            ("%2", deed_words(shared.first.deed, presentation)),
            ("%3", deed_words(shared.second.deed, presentation)),
        ):
            parted = parted.replace(place, text)
        self.setAccessibleName(parted)

    @property
    def stacked(self) -> bool:
        """Whether the two stand below each other."""
        return self._ways.direction() == QBoxLayout.Direction.TopToBottom

    def fit(self, *, beside: bool) -> None:
        """Set the two beside each other, or below."""
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(way)

    def _line(self, line: Line, citizen: str) -> QWidget:
        words = self._presentation.words(line.text)
        if line.speaker is Speaker.NARRATOR:
            return paragraph(words, size="small", tone="soft")
        who = citizen if line.speaker is Speaker.CITIZEN else self.tr("The clerk")
        return paragraph(self.tr("%2: %1").replace("%2", who).replace("%1", words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a bar beside a scene that has the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._presentation.theme.color("celadon"))
            painter.drawRoundedRect(QRectF(0, 2 * SPACE, 4, self.height() - 4 * SPACE), 2, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        self.update()
        super().focusOutEvent(event)


class Beside(QScrollArea):
    """All partings of two plays, one below the other. Down and Up (or J and K) walk them.

    Signals:
        film_requested(): the viewer wants to go back to the film.
        practise_requested(): the viewer wants to do it themselves.
    """

    film_requested = Signal()
    practise_requested = Signal()

    def __init__(self, presentation: Presentation, both: SideBySide, start: str | None = None) -> None:
        """Set a comparison; ``start`` is the scene to begin with, else it begins at the top."""
        super().__init__()
        self._presentation = presentation
        self._both = both
        self._start = start
        self._anchor: Parting | None = None  # what stays at the top while the page is being laid out
        self.partings: list[Parting] = []
        self._to_come = [scene for scene in both.shared if scene.parted]
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The two plays side by side"))
        sheet = ScrolledSheet()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(4 * SPACE, 5 * SPACE, 4 * SPACE, 8 * SPACE)
        self._column = QWidget()
        layout = column(5 * SPACE, self._column)
        layout.addLayout(self._opening())
        self._list = column(6 * SPACE)
        layout.addLayout(self._list)
        layout.addLayout(self._ways_on())
        layout.addStretch(1)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        self.setWidget(sheet)
        self.verticalScrollBar().rangeChanged.connect(self._stay)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        # A scene at a time, so that the window never waits for a long comparison.
        self._setter = QTimer(self)
        self._setter.timeout.connect(self._set_next)
        self._setter.start(0)

    @property
    def complete(self) -> bool:
        """Whether all scenes stand on the page."""
        return not self._setter.isActive()

    def at(self) -> str | None:
        """Give the scene at which the keyboard stands."""
        return next((parting.shared.scene for parting in self.partings if parting.hasFocus()), None)

    def stop(self) -> None:
        """Set no more."""
        self._setter.stop()

    def _opening(self) -> QVBoxLayout:
        scenario = self._both.first.debrief.scenario
        layout = column(SPACE)
        layout.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addWidget(kicker(self._presentation.words(scenario.title)))
        layout.addWidget(paragraph(self.tr("Side by side"), size="display"))
        parted = sum(scene.parted for scene in self._both.shared)
        both = self.tr("Both plays pass %1 of the same moments. In %2 of them they choose differently.")
        layout.addWidget(
            paragraph(both.replace("%1", str(len(self._both.shared))).replace("%2", str(parted)), tone="soft")
        )
        self.to_crux = DeliberateButton(self.tr("Go to where they are furthest apart"))
        self.to_crux.setProperty("kind", "link")
        self.to_crux.clicked.connect(self._go_to_crux)
        self.to_crux.setEnabled(False)
        layout.addWidget(self.to_crux, 0, Qt.AlignmentFlag.AlignLeft)
        return layout

    def _ways_on(self) -> QLayout:
        ways = FlowLayout(gap=10)
        self.practise: QPushButton = DeliberateButton(self.tr("Practise it yourself"))
        self.practise.setProperty("kind", "primary")
        self.practise.clicked.connect(self.practise_requested)
        self.film: QPushButton = DeliberateButton(self.tr("Back to the film"))
        self.film.clicked.connect(self.film_requested)
        for button in (self.practise, self.film):
            ways.addWidget(button)
        frame = column()
        frame.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        frame.addLayout(ways)
        return frame

    def _set_next(self) -> None:
        if not self._to_come:
            self._setter.stop()
            QWidget.setTabOrder(self.partings[-1], self.practise)
            self.to_crux.setEnabled(True)
            self._begin()
            return
        shared = self._to_come.pop(0)
        crux = self._both.crux
        parting = Parting(self._presentation, shared, self._both, crux=shared is crux)
        parting.fit(beside=self._roomy())
        self.partings.append(parting)
        self._list.addWidget(parting)

    def _begin(self) -> None:
        """Stand at the scene that was asked for."""
        start = next((one for one in self.partings if one.shared.scene == self._start), None)
        if start is not None and self.isVisible():
            self._stand_at(start)

    def _go_to_crux(self) -> None:
        self._stand_at(next(one for one in self.partings if one.shared is self._both.crux))

    def _walk(self, steps: int) -> None:
        here = next((place for place, one in enumerate(self.partings) if one.hasFocus()), None)
        place = (0 if steps > 0 else len(self.partings) - 1) if here is None else here + steps
        if 0 <= place < len(self.partings):
            self._stand_at(self.partings[place])
        elif place >= len(self.partings):
            self._let_go()
            self.practise.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.practise)

    def _stand_at(self, parting: Parting) -> None:
        self._anchor = parting
        parting.setFocus(Qt.FocusReason.TabFocusReason)
        self._stay()

    def _stay(self) -> None:
        """Keep at the top what the keyboard stands at, until the page is scrolled."""
        if self._anchor is not None:
            top = self._anchor.mapTo(self._column, self._anchor.rect().topLeft()).y()
            self.verticalScrollBar().setValue(self._column.y() + top)

    def _let_go(self) -> None:
        self._anchor = None

    def _roomy(self) -> bool:
        return self._width() >= 2 * _NARROW * em(self._presentation) + 20 * SPACE

    def _width(self) -> int:
        room = self.viewport().width() - 8 * SPACE
        return max(160, min(room, 2 * _COLUMN * em(self._presentation) + 20 * SPACE))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll away from what the keyboard stands at."""
        self._let_go()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the scenes; what is longer than the window is scrolled by Page Up and Page Down."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self._walk(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self._walk(-1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._let_go()
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._let_go()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() * (1 if event.key() == Qt.Key.Key_PageDown else -1))
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep both sides at a comfortable measure, below each other where there is no room beside."""
        self._column.setFixedWidth(self._width())
        for parting in self.partings:
            parting.fit(beside=self._roomy())
        super().resizeEvent(event)
