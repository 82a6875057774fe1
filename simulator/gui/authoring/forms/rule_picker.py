"""Picking a rule from the rulebook by searching its words in Chinese or English."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from simulator.domain.rulebook import Rule, Rulebook
from simulator.domain.scenario import Stage
from simulator.gui.library.searching import fold
from simulator.gui.library.wording import STAGES
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE

_SIZE = QSize(620, 520)


class _Entry(NamedTuple):
    rule: Rule
    item: QListWidgetItem
    words: str  # folded, in every language


class RulePicker(QDialog):
    """All rules with their statements; what is typed narrows them down, Enter takes the one that is marked.

    Signals:
        picked(str): the id of the rule.
    """

    picked = Signal(str)

    def __init__(
        self, presentation: Presentation, rulebook: Rulebook, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pick a rule"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the rules, in Chinese or English"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.search.placeholderText())
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Rules"))
        self._nothing = QLabel(self.tr("No rule has these words. Try fewer or others."))
        self._nothing.setProperty("tone", "soft")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for widget in (self.search, self._nothing, self.list):
            layout.addWidget(widget)
        self._entries = [self._entry(presentation, rule) for rule in _by_stage(rulebook) if rule.id not in taken]
        self.search.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._narrow("")
        self.resize(_SIZE)

    def _entry(self, presentation: Presentation, rule: Rule) -> _Entry:
        stage = STAGES[str(rule.stage)]
        item = QListWidgetItem(f"{presentation.words(stage)} · {presentation.words(rule.statement)}\n{rule.id}")
        item.setData(Qt.ItemDataRole.UserRole, rule.id)
        self.list.addItem(item)
        every = [rule.id, *(words for text in (rule.statement, stage) for _, words in text.by_language)]
        return _Entry(rule, item, fold("\n".join(every)))

    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        fitting = [entry.item for entry in self._entries if all(word in entry.words for word in words)]
        for entry in self._entries:
            entry.item.setHidden(entry.item not in fitting)
        self._nothing.setVisible(not fitting)
        self.list.setCurrentItem(fitting[0] if fitting else None)  # type: ignore[arg-type]

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down the list while typing; take with Enter."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        shown = [entry.item for entry in self._entries if not entry.item.isHidden()]
        if shown:
            now = self.list.currentItem()
            place = shown.index(now) + way if now in shown else 0
            self.list.setCurrentItem(shown[max(0, min(place, len(shown) - 1))])


def _by_stage(rulebook: Rulebook) -> list[Rule]:
    order = list(Stage)
    return sorted(rulebook.rules.values(), key=lambda rule: order.index(rule.stage))
