"""One turn of a debrief: what was said on both sides, what it did to the rules, and what else was possible."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.debrief import BetterOption, Deed, Finding, Outcome, RuleReview, TurnReview
from simulator.domain.rulebook import Severity
from simulator.domain.scenario import Line, Speaker
from simulator.gui.debrief.typesetting import Fold, Quiet, column, em, kicker, paragraph, widest, with_icon, with_mark
from simulator.gui.debrief.words import TONES, deed_words, outcome_word, stage_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE, TITLE


class TurnSection(QWidget):
    """A turn with its number in the margin. It takes the focus as a whole; Enter unfolds what was possible."""

    def __init__(self, presentation: Presentation, turn: TurnReview, citizen: str, *, named: bool) -> None:
        """Set a turn; ``named``: the learner called it the moment that mattered most."""
        super().__init__()
        self._presentation = presentation
        self.turn = turn
        self._citizen = citizen
        self.fold: Fold | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = column(2 * SPACE, self)
        layout.setContentsMargins(self._gutter(), 2 * SPACE, SPACE, 2 * SPACE)
        self._head(layout, named)
        self._scene(layout)
        self._own_words(layout)
        self._judgement(layout)
        self._possible(layout)
        self._describe(named)

    def _gutter(self) -> int:
        return round(em(self._presentation) * 2.6) + SPACE

    def _head(self, layout: QVBoxLayout, named: bool) -> None:
        turn = self.turn
        parts = [stage_word(turn.stage)]
        if turn.points:
            parts.append(self.tr("points %1").replace("%1", f"{turn.points:+d}".replace("-", "\u2212")))
        change = f"{turn.mood_before} \u2192 {turn.mood_after}" if turn.mood_before != turn.mood_after else ""
        parts.append(self.tr("mood %1").replace("%1", change or str(turn.mood_after)))
        layout.addWidget(kicker("   ·   ".join(parts)))
        if named:
            words = kicker(self.tr("The moment you named"), tone="plum")
            layout.addLayout(with_icon(self._presentation, "heart", "plum", words))

    def _scene(self, layout: QVBoxLayout) -> None:
        layout.addLayout(self._dialogue(self.turn.lines))
        if self.turn.thought is not None:
            title = self.tr("What %1 did not say").replace("%1", self._citizen)
            layout.addWidget(Quiet(self._presentation, title, self._presentation.words(self.turn.thought)))

    def _dialogue(self, lines: tuple[Line, ...]) -> QVBoxLayout:
        """Set lines with the speaker's name above, once for lines of one speaker that follow each other.

        What the narrator tells stands smaller, like a stage direction.
        """
        layout = column(SPACE // 2)
        speaker: Speaker | None = None
        for line in lines:
            words = self._presentation.words(line.text)
            if line.speaker is not speaker and speaker is not None:
                layout.addSpacing(SPACE)
            if line.speaker is Speaker.NARRATOR:
                layout.addWidget(paragraph(words, size="small", tone="soft"))
            else:
                if line.speaker is not speaker:
                    layout.addWidget(kicker(self._citizen if line.speaker is Speaker.CITIZEN else self.tr("You")))
                layout.addWidget(paragraph(words))
            speaker = line.speaker
        return layout

    def _own_words(self, layout: QVBoxLayout) -> None:
        own = column(SPACE // 2)
        deed = self.turn.deed
        own.addWidget(kicker(self.tr("You ticked") if self.turn.deed.findings else self.tr("You"), tone="celadon"))
        self._deed(own, deed)
        layout.addLayout(own)
        if deed.reply is not None:
            layout.addLayout(self._dialogue((Line(Speaker.CITIZEN, deed.reply),)))
        for need in self.turn.needs_met:
            words = paragraph(
                self.tr("A need that was not spoken is met: %1").replace("%1", self._presentation.words(need)),
                tone="plum",
            )
            layout.addLayout(with_icon(self._presentation, "heart", "plum", words))

    def _deed(self, layout: QVBoxLayout, deed: Deed) -> None:
        words = self._presentation.words
        if deed.say is not None:
            layout.addWidget(paragraph(words(deed.say), size="lead"))
        if deed.do is not None:
            label = paragraph(words(deed.do), size="small" if deed.say else "lead", tone="soft" if deed.say else "")
            layout.addLayout(with_icon(self._presentation, "hand", "soft_ink", label))
        for finding in deed.findings:
            layout.addLayout(self._finding(finding))

    def _finding(self, finding: Finding) -> QHBoxLayout:
        words = self._presentation.words(finding.item.text)
        if finding.outcome is None:
            return with_icon(
                self._presentation,
                "check-list",
                "soft_ink",
                paragraph(self.tr("%1 (in order, left alone)").replace("%1", words), size="small", tone="soft"),
            )
        if finding.outcome is Outcome.KEPT:
            title = self.tr("Put right: %1")
        else:
            title = (
                self.tr("In order, and ticked: %1")
                if finding.ticked
                else self.tr("To be put right, and not ticked: %1")
            )
        text = title.replace("%1", words)
        if finding.item.because is not None:
            text += "\n" + self._presentation.words(finding.item.because)
        return with_icon(
            self._presentation, finding.outcome.value, TONES[finding.outcome], paragraph(text, size="small")
        )

    def _judgement(self, layout: QVBoxLayout) -> None:
        if self.turn.rules and not self.turn.deed.findings:
            layout.addLayout(self._rules(self.turn.rules))
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

    def _rules(self, rules: tuple[RuleReview, ...]) -> QVBoxLayout:
        layout = column(SPACE)
        for review in rules:
            layout.addLayout(self._rule(review))
        return layout

    def _rule(self, review: RuleReview) -> QHBoxLayout:
        statement = self._presentation.words(review.rule.statement) if review.rule else review.id
        if review.outcome is Outcome.BROKEN and review.rule and review.rule.severity is Severity.CRITICAL:
            statement = self.tr("Critical rule: %1").replace("%1", statement)
        quiet = "soft" if review.outcome is Outcome.KEPT else ""
        words = paragraph(statement, size="small", tone=quiet)
        if review.rule is not None:
            words.setToolTip(self._presentation.words(review.rule.why))
        word, width = outcome_word(review.outcome), widest(self._presentation, map(outcome_word, Outcome))
        return with_mark(self._presentation, review.outcome.value, word, TONES[review.outcome], words, width)

    def _possible(self, layout: QVBoxLayout) -> None:
        if self.turn.better is not None:
            better = self.turn.better
            self.fold = Fold(self.tr("A better option here"), lambda: self._better(better))
            layout.addWidget(self.fold)

    def _better(self, better: BetterOption) -> QWidget:
        content = QWidget()
        layout = column(2 * SPACE, content)
        layout.setContentsMargins(3 * SPACE, 0, 0, SPACE)
        own = column(SPACE // 2)
        self._deed(own, better.deed)
        layout.addLayout(own)
        if better.rules and not better.deed.findings:
            layout.addLayout(self._rules(better.rules))
        self._because(layout, better.deed)
        follows = (Line(Speaker.CITIZEN, better.deed.reply),) if better.deed.reply is not None else ()
        if follows or better.follows:
            layout.addWidget(kicker(self.tr("What it would have led to"), tone="celadon"))
            layout.addLayout(self._dialogue((*follows, *better.follows)))
        if better.ending is not None:
            words = self.tr("The end: %1").replace("%1", self._presentation.words(better.ending))
            layout.addWidget(paragraph(words, size="lead"))
        if better.score_within_reach != better.score_after_chosen:
            words = self.tr("After it, a score of up to %1 was still within reach; after what was chosen, up to %2.")
            words = words.replace("%1", str(better.score_within_reach)).replace("%2", str(better.score_after_chosen))
            layout.addWidget(paragraph(words, size="small", tone="soft"))
        return content

    def _describe(self, named: bool) -> None:
        sentence = deed_words(self.turn.deed, self._presentation)
        name = self.tr("Turn %1: %2").replace("%1", str(self.turn.number)).replace("%2", sentence)
        self.setAccessibleName(f"{name} ({self.tr('The moment you named')})" if named else name)
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
        """Unfold what was possible."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self.hasFocus() and event.key() in keys and self.fold is not None:
            self.fold.toggle()
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
