"""One rule, read whole: what it asks, why, what it follows, where it is practised, and how the learner does on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from simulator.domain.rulebook import Rule
from simulator.gui.library.typeset import Paragraph, leading, set_paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.rulebook.rule_list import SIGNS
from simulator.gui.rulebook.wording import DIMENSIONS, ELEMENTS, LEVELS, SEVERITIES, STAGES, WHAT_SEVERITIES_MEAN
from simulator.gui.theme import BODY, RADIUS, SMALL, SPACE, TITLE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.worded_button import WordedButton
from simulator.library.catalogue import Card
from simulator.records.progress import RuleCount

_PADDING = 4 * SPACE


class RuleSheet(QScrollArea):
    """The page of one rule.

    Signals:
        encounter_chosen(object): the Card of an encounter in which the rule is practised.
    """

    encounter_chosen = Signal(object)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._rule: Rule | None = None
        self._count: RuleCount | None = None
        self._known = False
        self._cards: tuple[Card, ...] = ()
        self._links: list[EncounterLink] = []
        self._kicker, self._statement = MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._statement.setProperty("type", "title")
        self._why = _Part()
        self._how = _Part()
        self._tallies = [Tally(presentation, icon, tone) for _, icon, tone in SIGNS]
        self._boxes = QWidget()
        boxes = FlowLayout(self._boxes, gap=SPACE)
        for tally in self._tallies:
            boxes.addWidget(tally)
        self._where = _Part()
        self._meaning, self._quality, self._source = _Part(), _Part(), _Part()
        self._page = Page(presentation)
        self._column = QVBoxLayout(self._page)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._kicker)
        self._column.addWidget(self._statement)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._why)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._how)
        self._column.addWidget(self._boxes)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._where)
        self._encounters = QVBoxLayout()
        self._encounters.setSpacing(0)
        self._column.addLayout(self._encounters)
        for part in (self._meaning, self._quality, self._source):
            self._column.addSpacing(SPACE)
            self._column.addWidget(part)
        self._column.addStretch()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle()

    @property
    def links(self) -> Sequence[EncounterLink]:
        """The encounters in which the rule is practised."""
        return self._links

    def show_rule(self, rule: Rule | None, cards: Sequence[Card]) -> None:
        """Show a rule with the encounters that practise it."""
        if rule is not self._rule:
            self.verticalScrollBar().setValue(0)
        self._rule, self._cards = rule, tuple(cards)
        self._page.setVisible(rule is not None)
        self.retranslate()

    def show_count(self, count: RuleCount | None, *, known: bool) -> None:
        """Show how the learner does on it; not ``known`` until the record has answered."""
        self._count, self._known = count, known
        self._tell_count()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        rule, words = self._rule, self._presentation.words
        if rule is None:
            return
        ranks = (STAGES[rule.stage], SEVERITIES[rule.severity], LEVELS[rule.level])
        self._kicker.setText("  ·  ".join(words(one) for one in ranks))
        self._statement.setText(words(rule.statement))
        self._why.tell(self.tr("Why"), words(rule.why))
        self._where.tell(
            self.tr("Where it is practised"), "" if self._cards else self.tr("No encounter in the library asks for it.")
        )
        self._show_links()
        severity = words(SEVERITIES[rule.severity])
        meaning = self.tr("%1. %2").replace("%1", severity, 1)
        self._meaning.tell(
            self.tr("How much it weighs"), meaning.replace("%2", words(WHAT_SEVERITIES_MEAN[rule.severity]), 1)
        )
        self._quality.tell(
            self.tr("What it builds"), f"{words(DIMENSIONS[rule.dimension])}\n{words(ELEMENTS[rule.element])}"
        )
        self._source.tell(self.tr("What it follows"), words(rule.source))
        self._tell_count()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        size = "lead" if theme.text_size > 150 else "title"
        if self._statement.property("type") != size:
            self._statement.setProperty("type", size)
            self._statement.style().polish(self._statement)
        measure = round(theme.points(BODY) * MEASURE)
        self._statement.setMaximumWidth(round(measure * TITLE / BODY))
        for part in (self._why, self._how, self._where, self._meaning, self._quality, self._source):
            part.measure(measure)
        for widget in (*self._tallies, *self._links):
            widget.updateGeometry()
            widget.update()
        self._page.update()

    def _tell_count(self) -> None:
        count, heading = self._count, self.tr("How I do on it")
        self._boxes.setVisible(count is not None)
        if count is None:
            self._how.tell(heading, self.tr("Not met yet in an attempt that you finished.") if self._known else "…")
            return
        attempts = self.tr("At stake in 1 attempt of yours.")
        if count.attempts != 1:
            attempts = self.tr("At stake in %1 attempts of yours.").replace("%1", str(count.attempts))
        self._how.tell(heading, attempts)
        names = (self.tr("Kept"), self.tr("Missed"), self.tr("Broken"))
        for tally, name, (field, *_) in zip(self._tallies, names, SIGNS, strict=True):
            tally.tell(name, getattr(count, field))

    def _show_links(self) -> None:
        while len(self._links) > len(self._cards):
            link = self._links.pop()
            self._encounters.removeWidget(link)
            link.setParent(None)
            link.deleteLater()
        while len(self._links) < len(self._cards):
            link = EncounterLink(self._presentation)
            link.chosen.connect(self.encounter_chosen)
            self._links.append(link)
            self._encounters.addWidget(link)
        for link, card in zip(self._links, self._cards, strict=True):
            link.show_card(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep wide margins on a wide page, and small ones on a small one."""
        super().resizeEvent(event)
        side = max(2 * SPACE, min(_PADDING, self.width() // 16))
        self._column.setContentsMargins(side, side, side, side)


class Page(QWidget):
    """The paper that a rule stands on."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.setProperty("ground", "clear")
        self._presentation = presentation

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw a card as large as the page."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("stone"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class _Part(QWidget):
    """A small heading, and a paragraph below it."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._words = MeasuredLabel(), MeasuredLabel()
        self._title.setProperty("type", "small")
        self._title.setProperty("tone", "celadon")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)

    def tell(self, title: str, words: str) -> None:
        """Say something."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def measure(self, width: int) -> None:
        """Let no line be longer than can be read with ease."""
        self._words.setMaximumWidth(width)


class Tally(QWidget):
    """How often something was done to the rule: a sign, a number and a word."""

    def __init__(self, presentation: Presentation, icon: str, tone: str) -> None:
        super().__init__()
        self._presentation = presentation
        self._icon, self._tone = icon, tone
        self._name, self._number = "", 0

    def tell(self, name: str, number: int) -> None:
        """Show this number."""
        self._name, self._number = name, number
        self.setAccessibleName(f"{name} {number}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the sign beside the number, and for the word below."""
        theme = self._presentation.theme
        words = set_paragraph(self._name, theme.font(SMALL), 1e4, 1, 1.4)
        wide = max(7.6 * theme.points(BODY), QFontMetricsF(words.font).horizontalAdvance(self._name) + 4 * SPACE)
        return QSize(round(wide), round(leading(theme.font(TITLE), 1.3) + words.leading + 2 * SPACE))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it; a number of nothing is drawn quietly."""
        theme = self._presentation.theme
        tone = self._tone if self._number else "soft_ink"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(tone, 0.10))
        painter.drawRoundedRect(frame, 10, 10)
        number = set_paragraph(str(self._number), theme.font(TITLE, heading=True), 1e4, 1, 1.3)
        side = round(theme.points(TITLE) * 0.9)
        top = frame.top() + SPACE
        sign = self._presentation.artist.icon_pixmap(self._icon, getattr(theme.palette, tone), side)
        painter.drawPixmap(QPointF(frame.left() + 1.5 * SPACE, top + (number.leading - side) / 2), sign)
        number.draw(painter, frame.left() + 2.2 * SPACE + side, top, theme.color(tone))
        words = set_paragraph(self._name, theme.font(SMALL), frame.width() - 2 * SPACE, 1, 1.4)
        words.draw(painter, frame.left() + 1.5 * SPACE, top + number.leading, theme.color(tone))


class EncounterLink(WordedButton):
    """The name of an encounter; choosing it leads to its card.

    Signals:
        chosen(object): the Card of this encounter.
    """

    chosen = Signal(object)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation, 240, QSize(80, 20))
        self._card: Card | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.chosen.emit(self._card))

    @property
    def card(self) -> Card | None:
        """The encounter that it leads to."""
        return self._card

    def show_card(self, card: Card) -> None:
        """Lead to this encounter."""
        self._card = card
        self.setText(self._presentation.words(card.title))
        self.setAccessibleName(self.tr("Show the card of %1").replace("%1", self.text()))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Give the height of its words."""
        return round(self._words(width).height + SPACE)

    def _indent(self) -> float:
        return self._presentation.theme.points(BODY) * 1.3 + SPACE

    def _words(self, width: int) -> Paragraph:
        return set_paragraph(self.text(), self._presentation.theme.font(), width - self._indent() - SPACE, 4, 1.45)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the name, with a sign that it leads somewhere."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme.color("celadon", 0.10), 8)
        words = self._words(self.width())
        side = round(theme.points(BODY) * 1.1)
        icon = self._presentation.artist.icon_pixmap("play", theme.palette.celadon, side)
        painter.drawPixmap(QPointF(SPACE / 2, SPACE / 2 + (words.leading - side) / 2), icon)
        words.draw(painter, self._indent(), SPACE / 2, theme.color("celadon"))
