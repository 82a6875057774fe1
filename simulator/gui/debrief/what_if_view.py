"""One turn replayed: what happened, and beside it what would have followed another option."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.debrief import Debrief, Deed, TurnReview
from simulator.domain.scenario import Line, Speaker
from simulator.domain.scoring import Level
from simulator.domain.transcript import Answer
from simulator.domain.what_if import WhatIf
from simulator.gui.debrief.choice import Choice
from simulator.gui.debrief.passage import Paragraph, Passage
from simulator.gui.debrief.turn_parts import clerk_word, dialogue, mood_words, points_words, rule_rows, set_deed
from simulator.gui.debrief.typesetting import MEASURE, column, em, kicker, paragraph
from simulator.gui.debrief.words import deed_words, stage_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import LEAD, RADIUS, SMALL, SPACE
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet
from simulator.gui.widgets.stars import Stars

_COLUMN = 28  # the width of one side in Chinese characters of running text, at most
_NARROW = 16  # ... at least; where there is less room, the two stand below each other
_SITUATION = 3  # lines of the scene that are repeated above both


class Side(QWidget):
    """One of the two ways on: how it came out, and the conversation from the replayed turn to its end.

    It begins with its first turn; the others are set one by one, so that the window never waits for a long way.
    """

    def __init__(
        self,
        presentation: Presentation,
        found: Debrief,
        turns: Sequence[TurnReview],
        *,
        imagined: bool,
        tried: bool = False,
    ) -> None:
        """Set a way; ``imagined``: it is not what happened in the first pass, ``tried``: but in a branch."""
        super().__init__()
        self._presentation = presentation
        self._found = found
        self._imagined = imagined
        self._citizen = presentation.words(found.scenario.citizen.name)
        layout = column(3 * SPACE, self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self._tried = tried
        other = self.tr("What you tried") if tried else self.tr("What would have followed")
        title = other if imagined else self.tr("What happened")
        layout.addLayout(self._outcome(title))
        layout.addLayout(self._first(turns[0]))
        self._to_come = list(turns[1:])
        self._layout = layout
        self._ended = False
        self.setAccessibleName(title)

    @property
    def complete(self) -> bool:
        """Whether it is set to its end."""
        return self._ended

    def set_next(self) -> None:
        """Set the next turn, and after the last one how it ended."""
        if self._to_come:
            self._layout.addWidget(self._turn(self._to_come.pop(0)))
        elif not self._ended:
            self._ended = True
            self._layout.addWidget(self._end())
            self._layout.addStretch(1)

    def _outcome(self, title: str) -> QVBoxLayout:
        card = self._found.scorecard
        layout = column(SPACE // 2)
        layout.addWidget(kicker(title, tone="celadon" if self._imagined else "soft"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        score = paragraph(self.tr("Score %1").replace("%1", str(card.score)), size="title")
        score.setWordWrap(False)
        row.addWidget(score)
        stars = Stars(self._presentation, card.rating)
        stars.setAccessibleName(self.tr("%1 of 5 stars").replace("%1", str(card.rating)))
        row.addWidget(stars)
        row.addStretch(1)
        layout.addLayout(row)
        level = {
            Level.NONE: self.tr("no level yet"),
            Level.BASIC: self.tr("basic service"),
            Level.PROACTIVE: self.tr("proactive service"),
            Level.MOVING: self.tr("moving service"),
        }[card.level]
        passed = self.tr("Passed, %1") if card.passed else self.tr("Not passed, %1")
        outcome = [passed.replace("%1", level)]
        if self._found.ending is not None:
            title = self._presentation.words(self._found.ending.title)
            outcome.append(self.tr("the end: %1").replace("%1", title))
        layout.addWidget(paragraph("   ·   ".join(outcome), size="small", tone="soft"))
        return layout

    def _first(self, turn: TurnReview) -> QVBoxLayout:
        """Set the turn in which the two ways part, with what it did to the rules and why."""
        layout = column(SPACE)
        layout.addWidget(kicker(self._head(turn)))
        own = column(SPACE // 2)
        own.addWidget(kicker(clerk_word(), tone="celadon"))
        # What was in order and left alone is the same on both sides.
        judged = tuple(finding for finding in turn.deed.findings if finding.outcome is not None)
        set_deed(self._presentation, own, replace(turn.deed, findings=judged))
        layout.addLayout(own)
        if turn.deed.reply is not None:
            layout.addLayout(dialogue(self._presentation, (Line(Speaker.CITIZEN, turn.deed.reply),), self._citizen))
        if turn.rules and not turn.deed.findings:
            layout.addLayout(rule_rows(self._presentation, turn.rules))
        if turn.deed.because is not None:
            layout.addWidget(paragraph(self._presentation.words(turn.deed.because), size="small", tone="soft"))
        return layout

    def _turn(self, turn: TurnReview) -> Passage:
        words = self._presentation.words
        paragraphs = [Paragraph(self._head(turn), tone="soft_ink", kicker=True), *self._spoken(turn.lines)]
        paragraphs.append(Paragraph(clerk_word(), tone="celadon", kicker=True, gap=SPACE))
        if turn.deed.do is None or turn.deed.say is not None or turn.deed.findings:
            paragraphs.append(Paragraph(deed_words(turn.deed, self._presentation)))
        if turn.deed.do is not None:
            paragraphs.append(Paragraph(words(turn.deed.do), SMALL, "soft_ink"))
        if turn.deed.reply is not None:
            paragraphs += self._spoken((Line(Speaker.CITIZEN, turn.deed.reply),))
        return Passage(self._presentation, paragraphs)

    def _end(self) -> Passage:
        ending, words = self._found.ending, self._presentation.words
        if ending is None:
            nowhere = self.tr("From there no ending can be reached.")
            here = self.tr("Here you went back to the first pass.") if self._tried else nowhere
            return Passage(self._presentation, [Paragraph(here, tone="soft_ink")])
        paragraphs = [
            Paragraph(self.tr("The end"), tone="soft_ink", kicker=True),
            Paragraph(words(ending.title), LEAD, heading=True),
            *self._spoken(ending.lines),
        ]
        if ending.neighbour is not None:
            neighbour = self.tr("What %1 tells a neighbour").replace("%1", self._citizen)
            paragraphs.append(Paragraph(neighbour, tone="soft_ink", kicker=True, gap=2 * SPACE))
            paragraphs.append(Paragraph(f"“{words(ending.neighbour)}”"))
        return Passage(self._presentation, paragraphs)

    def _head(self, turn: TurnReview) -> str:
        parts = [self.tr("Turn %1").replace("%1", str(turn.number)), mood_words(turn.mood_before, turn.mood_after)]
        if turn.points:
            parts.append(points_words(turn.points))
        return "   ·   ".join(parts)

    def _spoken(self, lines: Iterable[Line]) -> Iterator[Paragraph]:
        """Set lines with the speaker's name above, once for lines of one speaker that follow each other."""
        speaker: Speaker | None = None
        for line in lines:
            words = self._presentation.words(line.text)
            if line.speaker is Speaker.NARRATOR:
                yield Paragraph(words, SMALL, "soft_ink", gap=SPACE // 2 if speaker is line.speaker else SPACE)
            else:
                if line.speaker is not speaker:
                    who = self._citizen if line.speaker is Speaker.CITIZEN else clerk_word()
                    yield Paragraph(who, tone="soft_ink", kicker=True, gap=SPACE)
                yield Paragraph(words)
            speaker = line.speaker

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, below a line that is whole for what happened and broken for what did not."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        painter.setPen(theme.color("stone") if theme.palette.card == theme.palette.paper else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        style = Qt.PenStyle.DashLine if self._imagined else Qt.PenStyle.SolidLine
        token = "celadon" if self._imagined else "soft_ink"
        painter.setPen(QPen(theme.color(token), 4, style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(RADIUS, 2, self.width() - RADIUS, 2)


class WhatIfView(QScrollArea):
    """A turn with its other options: one is chosen, and its way on stands beside what happened.

    The arrows walk the options, Escape goes back to the debrief.

    Signals:
        left(): the learner wants back to the debrief.
    """

    left = Signal()

    def __init__(
        self,
        presentation: Presentation,
        found: Debrief,
        number: int,
        others: Sequence[Deed],
        imagine: Callable[[Answer], WhatIf],
        chosen: Answer | None = None,
        *,
        tried: int | None = None,
    ) -> None:
        """Replay a turn; ``imagine`` gives what would have followed an answer, ``chosen`` is the one to begin with.

        ``tried`` is the place of the branch that is shown, where it is not imagined but was tried.
        """
        super().__init__()
        self._presentation = presentation
        self._found = found
        self.number = number
        self.tried = tried
        self._imagine = imagine
        self._others = tuple(others)
        answers = [deed.answer for deed in self._others]
        self.answer: Answer = chosen if chosen in answers else answers[0]
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What if"))
        self._column = QWidget()
        layout = column(3 * SPACE, self._column)
        layout.addLayout(self._title())
        self._tops = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tops.setSpacing(3 * SPACE)
        self._tops.addLayout(self._situation(), 1)
        self.choices: list[Choice] = []
        if tried is None:
            self._tops.addLayout(self._options(), 1)
        layout.addLayout(self._tops)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(3 * SPACE)
        self.happened = Side(presentation, found, found.turns[number - 1 :], imagined=False)
        self._sides.addWidget(self.happened, 1)
        self.imagined: Side | None = None
        layout.addLayout(self._sides)
        layout.addStretch(1)
        sheet = ScrolledSheet()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 6 * SPACE)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        self.setWidget(sheet)
        self._setter = QTimer(self)
        self._setter.timeout.connect(self._set_next)
        self._show_imagined()
        self.setFocusProxy(self.choices[answers.index(self.answer)] if self.choices else self.back)

    @property
    def stacked(self) -> bool:
        """Whether the two ways on stand below each other."""
        return self._sides.direction() == QBoxLayout.Direction.TopToBottom

    @property
    def complete(self) -> bool:
        """Whether both ways are set to their ends."""
        return not self._setter.isActive()

    def _title(self) -> QVBoxLayout:
        title = column(2 * SPACE)
        self.back = QPushButton(self.tr("Back to the debrief"))
        self.back.setProperty("kind", "link")
        self.back.setAutoDefault(True)
        side = em(self._presentation)
        self.back.setIcon(self._presentation.artist.icon("back", self._presentation.theme.palette.celadon, side))
        self.back.setIconSize(QSize(side, side))
        self.back.clicked.connect(self.left)
        title.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        turn = self._found.turns[self.number - 1]
        number = self.tr("Turn %1").replace("%1", str(self.number))
        view = self.tr("What if") if self.tried is None else self.tr("After stepping back")
        title.addWidget(kicker("  ·  ".join((view, number, stage_word(turn.stage)))))
        return title

    def _situation(self) -> QVBoxLayout:
        """Set the last lines of the scene, to which both ways are an answer."""
        turn = self._found.turns[self.number - 1]
        layout = column()
        layout.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)
        citizen = self._presentation.words(self._found.scenario.citizen.name)
        layout.addLayout(dialogue(self._presentation, turn.lines[-_SITUATION:], citizen))
        layout.addStretch(1)
        return layout

    def _options(self) -> QVBoxLayout:
        layout = column(0)
        said = deed_words(self._found.turns[self.number - 1].deed, self._presentation)
        ticked = bool(self._others[0].findings)
        title = kicker(self.tr("One could have ticked") if ticked else self.tr("One could have said"))
        title.setContentsMargins(SPACE, 0, 0, 0)
        layout.addWidget(title)
        layout.addSpacing(SPACE // 2)
        self._group = QButtonGroup(self)
        for deed in self._others:
            choice = Choice(self._presentation, deed_words(deed, self._presentation))
            choice.setChecked(deed.answer == self.answer)
            instead = self.tr("Instead of: %1").replace("%1", said)
            choice.setAccessibleDescription(instead)
            choice.clicked.connect(lambda _=False, answer=deed.answer: self._choose(answer))
            self._group.addButton(choice)
            self.choices.append(choice)
            layout.addWidget(choice)
        layout.addStretch(1)
        return layout

    def _choose(self, answer: Answer) -> None:
        if answer != self.answer:
            self.answer = answer
            self._show_imagined()

    def _show_imagined(self) -> None:
        found = self._imagine(self.answer)
        tried = self.tried is not None
        side = Side(self._presentation, found.imagined, found.turns_imagined, imagined=True, tried=tried)
        if self.imagined is not None:
            self._sides.removeWidget(self.imagined)
            self.imagined.hide()
            self.imagined.deleteLater()
        self.imagined = side
        self._sides.addWidget(side, 1)
        self._setter.start(0)

    def _set_next(self) -> None:
        """Set one turn more on each side, as one reads them."""
        sides = [side for side in (self.happened, self.imagined) if side is not None and not side.complete]
        for side in sides:
            side.set_next()
        if not sides:
            self._setter.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape; what is longer than the window is scrolled by Page Up and Page Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep both sides at a comfortable measure, below each other where there is no room beside."""
        one = em(self._presentation)
        room = self.viewport().width() - 8 * SPACE
        beside = room >= 2 * _NARROW * one + 15 * SPACE
        widest = (2 * _COLUMN if beside else MEASURE) * one + 15 * SPACE
        self._column.setFixedWidth(max(160, min(room, widest)))
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._tops.setDirection(way)
        self._sides.setDirection(way)
        super().resizeEvent(event)
