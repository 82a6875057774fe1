"""The rules in a list, stage by stage, each with how the learner does on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from simulator.domain.rulebook import Rule, RuleLevel
from simulator.domain.scenario import Stage
from simulator.gui.library.typeset import leading, set_paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.rulebook.wording import LEVELS, SEVERITIES, STAGES
from simulator.gui.theme import BODY, LEAD, SMALL, SPACE
from simulator.records.progress import RuleCount

SIGNS = (("kept", "kept", "celadon"), ("missed", "missed", "ochre"), ("broken", "broken", "persimmon"))
"""What can be done to a rule: the count's name, its icon and its colour, in the order in which they are told."""

_ENTRY = Qt.ItemDataRole.UserRole
_PADDING = SPACE + 2
_LINES = 2


class RuleModel(QAbstractListModel):
    """Stages as headings, and their rules below them."""

    def __init__(self, presentation: Presentation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._entries: list[Stage | Rule] = []
        self._counts: Mapping[str, RuleCount] = {}

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show these rules."""
        entries: list[Stage | Rule] = []
        for stage in Stage:
            found = [rule for rule in rules if rule.stage is stage]
            entries += [stage, *found] if found else []
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def set_counts(self, counts: Mapping[str, RuleCount]) -> None:
        """Show how the learner does."""
        self._counts = counts
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def count_of(self, rule: Rule) -> RuleCount | None:
        """Give how the learner does on a rule; None where it was never met."""
        return self._counts.get(rule.id)

    def rule_at(self, row: int) -> Rule | None:
        """Give the rule of a row, unless it is a heading."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if isinstance(entry, Rule) else None

    def row_of(self, rule_id: str) -> int:
        """Give the row of a rule, or -1."""
        rows = (row for row, one in enumerate(self._entries) if isinstance(one, Rule) and one.id == rule_id)
        return next(rows, -1)

    def first(self) -> int:
        """Give the row of the first rule, or -1."""
        return 1 if len(self._entries) > 1 else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Give the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give what a row is, and its words."""
        entry, words = self._entries[index.row()], self._presentation.words
        if role == _ENTRY:
            return entry
        if isinstance(entry, Stage):
            return words(STAGES[entry]) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return words(entry.statement)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words(entry.statement)} {self.rank_words(entry)}. {self.count_words(entry)}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let rules be chosen, and headings not."""
        return super().flags(index) if self.rule_at(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    def rank_words(self, rule: Rule) -> str:
        """Say how much a rule weighs, and its level where it goes beyond the basic one."""
        words = self._presentation.words
        parts = [words(SEVERITIES[rule.severity])]
        if rule.level is not RuleLevel.BASIC:
            parts.append(words(LEVELS[rule.level]))
        return " · ".join(parts)

    def count_words(self, rule: Rule) -> str:
        """Say how the learner does on a rule."""
        count = self.count_of(rule)
        if count is None:
            return self.tr("Not met yet")
        words = self.tr("Kept %1, missed %2, broken %3")
        for place, number in (("%1", count.kept), ("%2", count.missed), ("%3", count.broken)):
            words = words.replace(place, str(number), 1)
        return words


class RuleDelegate(QStyledItemDelegate):
    """Draws a heading, or a rule in two lines with its weight and counts below."""

    def __init__(self, presentation: Presentation, model: RuleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give all rules one height."""
        theme = self._presentation.theme
        if isinstance(index.data(_ENTRY), Rule):
            words = _LINES * leading(theme.font(BODY), 1.45) + leading(theme.font(SMALL), 1.5)
            return QSize(option.rect.width(), round(words + 2 * _PADDING))
        return QSize(option.rect.width(), round(leading(theme.font(LEAD, heading=True), 1.4) + 2 * SPACE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        theme, entry = self._presentation.theme, index.data(_ENTRY)
        frame = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Rule):
            self._draw_rule(painter, option, frame, entry)
        else:
            font = theme.font(LEAD, heading=True)
            words = set_paragraph(str(index.data()), font, frame.width(), 1, 1.4)
            words.draw(painter, frame.left() + SPACE, frame.top() + SPACE, theme.color(f"stage_{entry}"))
        painter.restore()

    def _draw_rule(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRectF, rule: Rule) -> None:
        theme = self._presentation.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.color("celadon", 0.14))
            painter.drawRoundedRect(frame, 10, 10)
            painter.setBrush(theme.color("celadon"))
            painter.drawRoundedRect(QRectF(frame.left(), frame.top() + 8, 4, frame.height() - 16), 2, 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("ink", 0.05))
            painter.drawRoundedRect(frame, 10, 10)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("celadon"), 2))
            painter.drawRoundedRect(frame, 10, 10)
        left, y, room = frame.left() + 2 * SPACE, frame.top() + _PADDING - 1, frame.width() - 3 * SPACE
        statement = self._presentation.words(rule.statement)
        words = set_paragraph(statement, theme.font(BODY), room, _LINES, 1.45)
        words.draw(painter, left, y, theme.color("ink"))
        y += _LINES * words.leading
        small = theme.font(SMALL)
        counts = self._draw_counts(painter, QPointF(frame.right() - SPACE, y), rule)
        rank = set_paragraph(self._model.rank_words(rule), small, room - counts - SPACE, 1, 1.5)
        rank.draw(painter, left, y, theme.color("plum" if rule.level is RuleLevel.MOVING else "soft_ink"))

    def _draw_counts(self, painter: QPainter, right: QPointF, rule: Rule) -> float:
        """Draw signs with numbers, ending at a point, and give their width."""
        theme, count = self._presentation.theme, self._model.count_of(rule)
        small = theme.font(SMALL)
        metrics, high = QFontMetricsF(small), leading(small, 1.5)
        side = round(theme.points(SMALL) * 1.15)
        x = right.x()
        if count is None:
            words = self._model.count_words(rule)
            x -= metrics.horizontalAdvance(words)
            set_paragraph(words, small, 1e4, 1, 1.5).draw(painter, x, right.y(), theme.color("soft_ink"))
            return right.x() - x
        for name, icon, tone in reversed(SIGNS):
            number = getattr(count, name)
            if not number:
                continue
            words = str(number)
            x -= metrics.horizontalAdvance(words)
            set_paragraph(words, small, 1e4, 1, 1.5).draw(painter, x, right.y(), theme.color(tone))
            x -= side + 3
            sign = self._presentation.artist.icon_pixmap(icon, getattr(theme.palette, tone), side)
            painter.drawPixmap(QPointF(x, right.y() + (high - side) / 2), sign)
            x -= SPACE * 1.25
        return right.x() - x


class RuleList(QListView):
    """The list; the arrow keys walk from rule to rule.

    Signals:
        rule_chosen(object): this Rule is the chosen one now.
        rule_opened(object): this Rule is to be read, by Enter or by a click.
    """

    rule_chosen = Signal(object)
    rule_opened = Signal(object)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.rules = RuleModel(presentation, self)
        self.setModel(self.rules)
        self.setItemDelegate(RuleDelegate(presentation, self.rules, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    @property
    def chosen(self) -> Rule | None:
        """The rule that is chosen."""
        return self.rules.rule_at(self.currentIndex().row())

    def choose(self, rule_id: str) -> None:
        """Choose a rule, or the first where that one is not in the list."""
        row = self.rules.row_of(rule_id)
        row = row if row >= 0 else self.rules.first()
        self.setCurrentIndex(self.rules.index(row) if row >= 0 else QModelIndex())
        if row == self.rules.first():
            self.scrollToTop()

    def remeasure(self) -> None:
        """Lay the rows out anew, in another size of type or language."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which rule is chosen."""
        super().currentChanged(current, previous)
        self.rule_chosen.emit(self.rules.rule_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the chosen rule with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.rule_opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        rule = self.rules.rule_at(index.row())
        if rule is not None:
            self.rule_opened.emit(rule)
