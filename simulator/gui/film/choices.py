"""What a film shows beside the citizen: the options, the one that is chosen, what it does to the rules, the end."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.debrief import Outcome
from simulator.gui.film.closing import ClosingCard
from simulator.gui.film.films import Play
from simulator.gui.film.reel import Kind, Moment, Offered, Reel, Shot, Verdict
from simulator.gui.practice.inspection_card import InspectionCard
from simulator.gui.practice.rule_row import RuleRow
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL, Theme
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet
from simulator.gui.widgets.wrapped_text import wrapped

_MARGIN, _GAP, _BAR = 9, 10, 7
_LEAST = 46  # pixels of height of a card
_MEASURE = 520  # pixels wide, where the layout has not decided yet


class OptionCard(QWidget):
    """One option as a film offers it: nothing to press, but it lights up when it is chosen, and fades when it is not.

    The chosen one has a bar at its edge, a frame, and a speech bubble in place of its number.
    """

    def __init__(self, presentation: Presentation, number: int, offered: Offered, closed: str) -> None:
        """Make a card; ``closed`` says so where the option cannot be chosen."""
        super().__init__()
        self._presentation = presentation
        self._number = number
        words = presentation.words
        self._parts = (
            (words(offered.response.say), BODY, ""),
            (words(offered.response.do), SMALL, "hand"),
            ("" if offered.available else closed, SMALL, "lock"),
        )
        self._available = offered.available
        self._chosen: bool | None = None
        self._set: tuple[Theme, int, list[tuple[QPointF, QTextLayout, str]], int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{number}. " + " ".join(part for part, _, _ in self._parts if part))

    @property
    def chosen(self) -> bool | None:
        """Whether it was chosen; None as long as nothing is."""
        return self._chosen

    def set_chosen(self, chosen: bool | None) -> None:
        """Show it as chosen, as passed over, or as one of several that could be."""
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("chosen") if chosen else "")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all its words need."""
        return self._blocks(width)[1]

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        return QSize(_MEASURE, self.heightForWidth(_MEASURE))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(200, _LEAST)

    def _disc(self) -> int:
        return round(QFontMetrics(self._presentation.theme.font(BODY)).height() * 1.15)

    def _icon(self) -> int:
        return round(18 * self._presentation.theme.text_size / 100)

    def _blocks(self, width: int) -> tuple[list[tuple[QPointF, QTextLayout, str]], int]:
        """Set each part, from top to bottom; kept, since layouts ask for the same width many times."""
        theme = self._presentation.theme
        if self._set is None or self._set[:2] != (theme, width):
            left, top = _BAR + _MARGIN + self._disc() + _GAP, float(_MARGIN)
            blocks = []
            for words, size, icon in self._parts:
                if words:
                    indent = self._icon() + 8 if icon else 0
                    room = max(60, width - left - indent - _MARGIN)
                    layout, height = wrapped(words, theme.font(size), room, 0.08)
                    blocks.append((QPointF(left + indent, top), layout, icon))
                    top += height + 4
            self._set = (theme, width, blocks, max(_LEAST, ceil(top) + _MARGIN))
        return self._set[2], self._set[3]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, faded = self._presentation.theme, self._chosen is False or not self._available
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        if not faded:
            painter.setBrush(theme.color("ink", 0.10))
            painter.drawRoundedRect(frame.translated(0, 2), 14, 14)
        ground = QColor(theme.mixed("celadon", "card", 0.14)) if self._chosen else theme.color("card")
        ground.setAlphaF(0.86 if faded else 1.0)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 14, 14)
        if self._chosen:
            self._paint_frame(painter, frame)
        self._paint_number(painter)
        side = self._icon()
        for place, words, icon in self._blocks(self.width())[0]:
            token = {"hand": "soft_ink", "lock": "ochre"}.get(icon, "soft_ink" if faded else "ink")
            if icon:
                pixmap = self._presentation.artist.icon_pixmap(icon, getattr(theme.palette, token), side)
                painter.drawPixmap(round(place.x()) - side - 8, round(place.y()) + side // 6, pixmap)
            painter.setPen(theme.color(token))
            words.draw(painter, place)

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        theme = self._presentation.theme
        painter.save()
        painter.setBrush(theme.color("celadon"))
        painter.setClipRect(QRectF(frame.left(), frame.top(), _BAR + 3, frame.height()))
        painter.drawRoundedRect(frame, 14, 14)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("celadon"), 3))
        painter.drawRoundedRect(frame, 14, 14)

    def _paint_number(self, painter: QPainter) -> None:
        theme, disc = self._presentation.theme, self._disc()
        circle = QRectF(_BAR + _MARGIN, _MARGIN - 2, disc, disc)
        filled = self._chosen or (self._chosen is None and self._available)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(theme.color("soft_ink"), 1.5))
        painter.setBrush(theme.color("celadon") if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self._chosen:
            side = round(disc * 0.64)
            bubble = self._presentation.artist.icon_pixmap("speech", theme.palette.on_celadon, side)
            painter.drawPixmap(circle.center() - QPointF(side / 2, side / 2 - 1), bubble)
            return
        painter.setPen(theme.color("on_celadon" if filled else "soft_ink"))
        painter.setFont(theme.font(SMALL, heading=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class VerdictCard(Panel):
    """The rules that a choice kept, broke or missed, lighting up one after the other; then the mood, and why.

    Every row has its room from the start, so that nothing moves when one lights up.
    """

    def __init__(self, presentation: Presentation, shot: Shot) -> None:
        super().__init__(presentation)
        review = shot.review
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 18)
        layout.setSpacing(6)
        self._rows = [self._row(verdict) for verdict in shot.verdicts]
        for row in self._rows:
            layout.addWidget(row)
        self._mood = RuleRow(presentation)
        moved = review.mood_before != review.mood_after
        words = self.tr("Mood %1") if moved else self.tr("Mood %1, as before")
        change = f"{review.mood_before} \u2192 {review.mood_after}" if moved else str(review.mood_after)
        self._mood.show_rule("", "", words.replace("%1", change))
        layout.addWidget(self._mood)
        self._why = QLabel(presentation.words(review.deed.because))
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setVisible(bool(self._why.text()))
        layout.addWidget(self._why)
        for widget in (*self._rows, self._mood, *([self._why] if self._why.text() else [])):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    @property
    def lit(self) -> list[str]:
        """What can be read on it now."""
        return [row.accessibleName() for row in self._rows if not row.isHidden()]

    def light(self, moment: Moment) -> QWidget | None:
        """Light up as many rules as a moment has; gives the newest thing to be seen, if any."""
        for number, row in enumerate(self._rows):
            row.setVisible(number < moment.verdicts)
        over = moment.kind is Kind.WHY or (moment.kind is Kind.VERDICT and moment.verdicts == len(self._rows))
        self._mood.setVisible(over)
        why = moment.kind is Kind.WHY and bool(self._why.text())
        if self._why.text():
            self._why.setVisible(why)
        self.setVisible(bool(moment.verdicts) or over)
        return self._why if why else self._rows[moment.verdicts - 1] if moment.verdicts else None

    def _row(self, verdict: Verdict) -> RuleRow:
        row = RuleRow(self._presentation)
        words = self._presentation.words(verdict.words)
        finding = verdict.finding
        if finding is not None and verdict.outcome is Outcome.BROKEN:
            words = (self.tr("In order, and ticked: %1") if finding.ticked else self.tr("Overlooked: %1")).replace(
                "%1", words
            )
        elif finding is not None:
            words = self.tr("Put right: %1").replace("%1", words)
        row.show_rule(verdict.outcome.value, self._word(verdict.outcome), words)
        return row

    def _word(self, outcome: Outcome) -> str:
        return {
            Outcome.KEPT: self.tr("kept"),
            Outcome.MISSED: self.tr("missed"),
            Outcome.BROKEN: self.tr("broken"),
        }[outcome]


class ChoiceColumn(QScrollArea):
    """Shows of a moment what is not said: options, the choice, the verdicts, the ending.

    Signals:
        practise_requested(): the viewer wants to do it themselves.
        other_requested(): the viewer wants to see the other film.
        beside_requested(): the viewer wants to see both side by side.
    """

    practise_requested = Signal()
    other_requested = Signal()
    beside_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._reel: Reel | None = None
        self._shown: tuple[int, str] | None = None  # the turn and the part of it that the widgets were made for
        self.options: list[OptionCard] = []
        self.inspection: InspectionCard | None = None
        self.verdict: VerdictCard | None = None
        self.closing: ClosingCard | None = None
        self._other: Play | None = None
        self._beside = False
        self._anchor: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        self._sheet = ScrolledSheet()
        outer = QVBoxLayout(self._sheet)
        outer.setContentsMargins(0, 0, 4, 0)
        outer.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(5)
        outer.addLayout(self._column)
        self.setWidget(self._sheet)

    def show_reel(self, reel: Reel, other: Play | None, *, beside: bool) -> None:
        """Take another film; ``other`` is the play that could be watched instead, ``beside`` whether both compare."""
        self._reel, self._other, self._beside = reel, other, beside
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._shown, self._anchor = None, None
        self.options, self.inspection, self.verdict, self.closing = [], None, None, None
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def show_moment(self, moment: Moment, *, last: bool) -> None:
        """Show what belongs to a moment; ``last``: the film ends with it."""
        reel = self._reel
        if reel is None:
            return
        part = self._part(moment)
        if self._shown != (moment.turn, part):
            self._sheet.hide()
            self.clear()
            self._shown = (moment.turn, part)
            {"": lambda: None, "offer": self._offer, "did": self._did, "end": self._end}[part]()
            self._sheet.show()
        if part == "offer":
            self._choose(moment)
        elif part == "did" and self.verdict is not None:
            self._look_at(self.verdict.light(moment))
        elif self.closing is not None:
            self._look_at(self.closing.show_moment(moment, last=last))

    @property
    def more_below(self) -> bool:
        """Whether there is more of what is shown than there was room for."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def turn_page(self, pages: int) -> None:
        """Scroll so many pages on, or back where negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    @staticmethod
    def _part(moment: Moment) -> str:
        """Tell which widgets a moment needs: none while somebody speaks, the options, what was done, or the end."""
        if moment.kind in (Kind.ENDING, Kind.NEIGHBOUR):
            return "end"
        if moment.kind in (Kind.OFFER, Kind.CHOICE):
            return "offer"
        return "did" if moment.answered else ""

    @property
    def _shot(self) -> Shot | None:
        return self._reel.shots[self._shown[0]] if self._reel is not None and self._shown is not None else None

    def _offer(self) -> None:
        if self._shot is not None:
            self._set_options(self._shot)
            self._anchor = self.options[0] if self.options else self.inspection

    def _did(self) -> None:
        """Show what was chosen, with room for what it does."""
        shot = self._shot
        if shot is None:
            return
        self._set_options(shot, only_chosen=True)
        self.verdict = VerdictCard(self._presentation, shot)
        policy = self.verdict.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.verdict.setSizePolicy(policy)
        self._put(self.verdict)

    def _set_options(self, shot: Shot, *, only_chosen: bool = False) -> None:
        answer = shot.review.deed.answer
        for number, offered in enumerate(shot.options, start=1):
            if only_chosen and offered.response.id != answer:
                continue
            card = OptionCard(self._presentation, number, offered, self.tr("Not open at this moment"))
            card.set_chosen(True if only_chosen else None)
            self.options.append(card)
            self._put(card)
        inspection = self._reel.scenario.scenes[shot.review.scene].inspection if self._reel is not None else None
        if inspection is not None:
            self.inspection = _for_show(InspectionCard(self._presentation, inspection, answer if only_chosen else ()))
            self._put(self.inspection)
            self.inspection.setVisible(not only_chosen)  # its ticks stay in the picture

    def _choose(self, moment: Moment) -> None:
        shot = self._shot
        if shot is None:
            return
        made = moment.kind is Kind.CHOICE
        for card, offered in zip(self.options, shot.options, strict=True):
            chosen = offered.response.id == shot.review.deed.answer
            card.set_chosen(chosen if made else None)
            if made and chosen:
                self._look_at(card)
        if self.inspection is not None:
            wanted = set(shot.review.deed.answer) if made else set()
            for id in wanted.symmetric_difference(self.inspection.ticked):
                self.inspection.toggle(id)

    def _end(self) -> None:
        if self._reel is not None:
            self.closing = ClosingCard(self._presentation, self._reel.film.debrief, self._other, beside=self._beside)
            self.closing.practise_requested.connect(self.practise_requested)
            self.closing.other_requested.connect(self.other_requested)
            self.closing.beside_requested.connect(self.beside_requested)
            self._put(self.closing)

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def _look_at(self, widget: QWidget | None) -> None:
        self._anchor = widget
        self._follow()

    def _follow(self) -> None:
        """Keep in sight what is new, where not all fits."""
        if self._anchor is not None:
            top = self._anchor.mapTo(self._sheet, self._anchor.rect().topLeft()).y()
            bottom, room, bar = top + self._anchor.height(), self.viewport().height(), self.verticalScrollBar()
            if top < bar.value() or bottom > bar.value() + room:
                bar.setValue(min(top - 8, max(0, bottom + 8 - room)) if bottom - top <= room else top - 8)


def _for_show(card: InspectionCard) -> InspectionCard:
    """Let a list be looked at and not be ticked."""
    card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for stop in card.stops:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    card.stops[-1].hide()
    return card
