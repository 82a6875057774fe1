"""The question that comes before everything else: which moment mattered most."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QScrollArea, QWidget

from simulator.gui.debrief.sentence_button import SentenceButton
from simulator.gui.debrief.typesetting import MEASURE, column, em, kicker, paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet

NOT_SURE = 0
"""What stands for no turn at all."""

_PATIENCE = 1200  # milliseconds in which a second digit belongs to the first
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Moment(SentenceButton):
    """One turn as a choice: its number and what the learner said."""

    def __init__(self, presentation: Presentation, number: int, words: str) -> None:
        super().__init__(presentation)
        self.number = number
        self._words = words
        self.setAccessibleName(f"{number}. {words}")

    def _left(self) -> int:
        return QFontMetrics(self._presentation.theme.font(BODY)).horizontalAdvance("00") + 5 * SPACE

    def _frame(self, width: int) -> QRectF:
        metrics = QFontMetrics(self._presentation.theme.font(BODY))
        room = QRectF(self._left(), 1.25 * SPACE, max(40, width - self._left() - 2 * SPACE), 10_000)
        return QRectF(metrics.boundingRect(room.toRect(), _WRAP, self._words))

    def heightForWidth(self, width: int) -> int:
        """Give the height that all its words need."""
        return round(self._frame(width).bottom() + 1.25 * SPACE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number and the words, on a ground where it is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        self._paint_ground(painter)
        painter.setFont(theme.font(BODY, heading=True))
        painter.setPen(theme.color("celadon"))
        words = self._frame(self.width())
        number = QRectF(0, words.top(), self._left() - 2 * SPACE, QFontMetrics(painter.font()).height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(self.number))
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.color("ink"))
        painter.drawText(
            QRectF(words.left(), words.top(), self.width() - words.left() - 2 * SPACE, words.height() + 4),
            _WRAP,
            self._words,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the question, which keeps what it walks to in sight."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeyMomentQuestion(QScrollArea):
    """The learner's own sentences, one a turn, of which one is named; nothing else of the debrief is to be seen yet.

    A number goes to its sentence (two digits typed one after the other are one number), the arrows walk, Enter or a
    click names it.

    Signals:
        named(int): the turn that mattered most, or NOT_SURE.
    """

    named = Signal(int)

    def __init__(self, presentation: Presentation, title: str, sentences: list[str]) -> None:
        """Ask about an attempt at the scenario of this title, whose turns had these sentences."""
        super().__init__()
        self._presentation = presentation
        self._typed = ""
        self._since = QElapsedTimer()
        self._since.start()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = ScrolledSheet()
        self._column = QWidget()
        self._moments = [Moment(presentation, number, words) for number, words in enumerate(sentences, start=1)]
        self._fill(title)
        row = QHBoxLayout(content)
        row.setContentsMargins(4 * SPACE, 6 * SPACE, 4 * SPACE, 6 * SPACE)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        self.setWidget(content)

    @property
    def moments(self) -> list[Moment]:
        """The choices, in order."""
        return self._moments

    def begin(self) -> None:
        """Let the keyboard stand at the first sentence."""
        if self._moments:
            self._moments[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, title: str) -> None:
        layout = column(SPACE, self._column)
        layout.addWidget(kicker(self.tr("Debrief") + "  ·  " + title))
        layout.addWidget(paragraph(self.tr("Which moment mattered most?"), size="display"))
        layout.addWidget(
            paragraph(
                self.tr("First your own view. These are your words, turn by turn; everything else opens afterwards."),
                tone="soft",
            )
        )
        layout.addWidget(
            paragraph(self.tr("Type its number or walk with the arrows, then Enter."), size="small", tone="soft")
        )
        layout.addSpacing(SPACE)
        for moment in self._moments:
            moment.clicked.connect(lambda _=False, number=moment.number: self.named.emit(number))
            layout.addWidget(moment)
        layout.addSpacing(SPACE)
        self.not_sure = QPushButton(self.tr("I am not sure"))
        self.not_sure.setProperty("kind", "quiet")
        self.not_sure.setAutoDefault(True)
        self.not_sure.clicked.connect(lambda: self.named.emit(NOT_SURE))
        layout.addWidget(self.not_sure, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _walk(self, step: int) -> None:
        stops: list[QAbstractButton] = [*self._moments, self.not_sure]
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        self._stand_at(stops[max(0, min(len(stops) - 1, here + step))])

    def _stand_at(self, stop: QAbstractButton) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(stop, 0, 5 * SPACE)

    def _type(self, digit: str) -> None:
        if self._since.restart() > _PATIENCE:
            self._typed = ""
        for typed in (self._typed + digit, digit):
            if 1 <= int(typed) <= len(self._moments):
                self._typed = typed
                self._stand_at(self._moments[int(typed) - 1])
                return
        self._typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the sentences, or go to the one whose number is typed."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_K:
                self._walk(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_J:
                self._walk(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focused = self.focusWidget()
                if isinstance(focused, QAbstractButton):
                    focused.click()
            case key if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
                self._type(event.text())
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at a comfortable measure."""
        room = self.viewport().width() - 8 * SPACE
        self._column.setFixedWidth(max(160, min(room, MEASURE * em(self._presentation))))
        super().resizeEvent(event)
