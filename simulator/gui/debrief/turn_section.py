"""One turn of a debrief: what was said on both sides, what it did to the rules, and what else was possible."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.debrief import BetterOption, Deed, TurnReview
from simulator.domain.scenario import Line, Speaker
from simulator.gui.debrief.turn_parts import clerk_word, dialogue, mood_words, points_words, rule_rows, set_deed
from simulator.gui.debrief.typesetting import Fold, Quiet, column, em, kicker, paragraph, with_icon
from simulator.gui.debrief.words import deed_words, outcome_word, stage_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE, TITLE


class TurnSection(QWidget):
    """A turn with its number in the margin. It takes the focus as a whole; Enter unfolds what was possible.

    Signals:
        what_if_requested(int): the learner wants to see what another option would have led to in this turn.
    """

    what_if_requested = Signal(int)

    def __init__(
        self,
        presentation: Presentation,
        turn: TurnReview,
        citizen: str,
        *,
        named: bool,
        replayable: bool = True,
        hinted: bool = False,
        said_first: str = "",
    ) -> None:
        """Set a turn.

        ``named``: the learner called it the moment that mattered most. ``replayable``: there was another option.
        ``hinted``: the scene's hint was looked at. ``said_first``: what the learner would have said, if they wrote it.
        """
        super().__init__()
        self._presentation = presentation
        self.turn = turn
        self._citizen = citizen
        self.fold: Fold | None = None
        self.what_if: QPushButton | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = column(2 * SPACE, self)
        layout.setContentsMargins(self._gutter(), 2 * SPACE, SPACE, 2 * SPACE)
        self._head(layout, named, hinted)
        self._scene(layout)
        if said_first:
            self._say_first(layout, said_first)
        self._chosen(layout)
        self._judgement(layout)
        self._possible(layout)
        if replayable:
            self._replay(layout)
        self._describe(named, hinted)

    def _gutter(self) -> int:
        return round(em(self._presentation) * 2.6) + SPACE

    def _head(self, layout: QVBoxLayout, named: bool, hinted: bool) -> None:
        turn = self.turn
        parts = [stage_word(turn.stage)]
        if turn.points:
            parts.append(points_words(turn.points))
        parts.append(mood_words(turn.mood_before, turn.mood_after))
        layout.addWidget(kicker("   ·   ".join(parts)))
        if named:
            words = kicker(self.tr("The moment you named"), tone="plum")
            layout.addLayout(with_icon(self._presentation, "heart", "plum", words))
        if hinted:
            layout.addLayout(with_icon(self._presentation, "lightbulb", "soft_ink", kicker(self.tr("Hint used"))))

    def _scene(self, layout: QVBoxLayout) -> None:
        layout.addLayout(dialogue(self._presentation, self.turn.lines, self._citizen))
        if self.turn.thought is not None:
            title = self.tr("What %1 did not say").replace("%1", self._citizen)
            layout.addWidget(Quiet(self._presentation, title, self._presentation.words(self.turn.thought)))

    def _chosen(self, layout: QVBoxLayout) -> None:
        own = column(SPACE // 2)
        deed = self.turn.deed
        own.addWidget(kicker(self.tr("You ticked") if deed.findings else clerk_word(), tone="celadon"))
        set_deed(self._presentation, own, deed)
        layout.addLayout(own)
        if deed.reply is not None:
            layout.addLayout(dialogue(self._presentation, (Line(Speaker.CITIZEN, deed.reply),), self._citizen))
        for need in self.turn.needs_met:
            words = paragraph(
                self.tr("A need that was not spoken is met: %1").replace("%1", self._presentation.words(need)),
                tone="plum",
            )
            layout.addLayout(with_icon(self._presentation, "heart", "plum", words))

    def _say_first(self, layout: QVBoxLayout, sentence: str) -> None:
        part = column(SPACE // 2)
        part.addWidget(kicker(self.tr("You would have said")))
        part.addWidget(paragraph(self.tr("“%1”").replace("%1", sentence)))
        layout.addLayout(part)

    def _judgement(self, layout: QVBoxLayout) -> None:
        if self.turn.rules and not self.turn.deed.findings:
            layout.addLayout(rule_rows(self._presentation, self.turn.rules))
        if self.turn.recovery:
            layout.addWidget(
                paragraph(
                    self.tr(
                        "Something went wrong before this moment: keeping the rules mends here, but earns no points."
                    ),
                    size="small",
                    tone="soft",
                )
            )
        self._because(layout, self.turn.deed)

    def _because(self, layout: QVBoxLayout, deed: Deed) -> None:
        if deed.because is not None:
            part = column(SPACE // 2)
            part.addWidget(kicker(self.tr("Why")))
            part.addWidget(paragraph(self._presentation.words(deed.because)))
            layout.addLayout(part)

    def _possible(self, layout: QVBoxLayout) -> None:
        if self.turn.better is not None:
            better = self.turn.better
            self.fold = Fold(self.tr("A better option here"), lambda: self._better(better))
            layout.addWidget(self.fold)

    def _replay(self, layout: QVBoxLayout) -> None:
        self.what_if = QPushButton(self.tr("What if it had been answered otherwise?"))
        self.what_if.setProperty("kind", "link")
        self.what_if.setAutoDefault(True)
        self.what_if.setCursor(Qt.CursorShape.PointingHandCursor)
        side = em(self._presentation)
        color = self._presentation.theme.palette.celadon
        self.what_if.setIcon(self._presentation.artist.icon("beside", color, side))
        self.what_if.setIconSize(QSize(side, side))
        words = self.tr("Turn %1, side by side with another option").replace("%1", str(self.turn.number))
        self.what_if.setAccessibleDescription(words)
        self.what_if.clicked.connect(lambda: self.what_if_requested.emit(self.turn.number))
        layout.addWidget(self.what_if, 0, Qt.AlignmentFlag.AlignLeft)

    def stops(self) -> list[QWidget]:
        """Give where the keyboard stops in it, in order."""
        return [self, *([self.fold.button] if self.fold else []), *([self.what_if] if self.what_if else [])]

    def _better(self, better: BetterOption) -> QWidget:
        content = QWidget()
        layout = column(2 * SPACE, content)
        layout.setContentsMargins(3 * SPACE, 0, 0, SPACE)
        own = column(SPACE // 2)
        set_deed(self._presentation, own, better.deed)
        layout.addLayout(own)
        if better.rules and not better.deed.findings:
            layout.addLayout(rule_rows(self._presentation, better.rules))
        self._because(layout, better.deed)
        follows = (Line(Speaker.CITIZEN, better.deed.reply),) if better.deed.reply is not None else ()
        if follows or better.follows:
            layout.addWidget(kicker(self.tr("What it would have led to"), tone="celadon"))
            layout.addLayout(dialogue(self._presentation, (*follows, *better.follows), self._citizen))
        if better.ending is not None:
            words = self.tr("The end: %1").replace("%1", self._presentation.words(better.ending))
            layout.addWidget(paragraph(words, size="lead"))
        if better.score_within_reach != better.score_after_chosen:
            words = self.tr("After it, a score of up to %1 was still within reach; after what was chosen, up to %2.")
            words = words.replace("%1", str(better.score_within_reach)).replace("%2", str(better.score_after_chosen))
            layout.addWidget(paragraph(words, size="small", tone="soft"))
        return content

    def _describe(self, named: bool, hinted: bool) -> None:
        sentence = deed_words(self.turn.deed, self._presentation)
        name = self.tr("Turn %1: %2").replace("%1", str(self.turn.number)).replace("%2", sentence)
        marks = [self.tr("The moment you named")] * named + [self.tr("Hint used")] * hinted
        self.setAccessibleName(f"{name} ({'; '.join(marks)})" if marks else name)
        words = self._presentation.words
        self.setAccessibleDescription(
            "; ".join(
                f"{outcome_word(review.outcome)}: {words(review.rule.statement) if review.rule else review.id}"
                for review in self.turn.rules
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number in the margin, and a bar beside a turn that has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("celadon"))
            painter.drawRoundedRect(QRectF(0, 2 * SPACE, 4, self.height() - 4 * SPACE), 2, 2)
        painter.setFont(theme.font(TITLE, heading=True))
        painter.setPen(theme.color("celadon" if self.hasFocus() else "soft_ink"))
        line = QFontMetricsF(painter.font()).height()
        box = QRectF(SPACE * 1.5, SPACE * 1.2, self._gutter(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self.turn.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold what was possible, or ask what if."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self.hasFocus() and event.key() in keys and self.fold is not None:
            self.fold.toggle()
        elif self.hasFocus() and event.key() == Qt.Key.Key_W and self.what_if is not None:
            self.what_if.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        self.update()
        super().focusOutEvent(event)
