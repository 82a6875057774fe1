"""Settling what two authors both changed: conflict by conflict, mine or theirs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.authoring.difference import words_of
from simulator.authoring.draft import Keys
from simulator.authoring.merge import Merge, Side
from simulator.gui.theme import SPACE


class MergeQuestion(QDialog):
    """Shows each conflict with both values; the rest of the merge needs no answer.

    Signals:
        settled(object): a map from the keys of each conflict to the Side that is taken.
    """

    settled = Signal(object)

    def __init__(self, parent: QWidget, merge: Merge, language: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge by scene"))
        self._groups: dict[Keys, QButtonGroup] = {}
        taken = self.tr("%1 changes of theirs are taken over.").replace("%1", str(len(merge.changes)))
        clash = self.tr("%1 places were changed on both sides: choose for each.").replace(
            "%1", str(len(merge.conflicts))
        )
        label = QLabel(f"{taken} {clash}")
        label.setWordWrap(True)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setSpacing(2 * SPACE)
        for conflict in merge.conflicts:
            frame = QFrame()
            frame.setProperty("ground", "card")
            column = QVBoxLayout(frame)
            name = QLabel(conflict.name.to(language))
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setProperty("type", "lead")
            name.setWordWrap(True)
            column.addWidget(name)
            group = self._groups[conflict.keys] = QButtonGroup(self)
            sides = ((self.tr("Mine"), conflict.mine), (self.tr("Theirs"), conflict.theirs))
            for place, (side, value) in enumerate(sides):
                button = QRadioButton(side)
                button.setChecked(place == 0)
                button.setAccessibleDescription(words_of(value))
                group.addButton(button, place)
                words = QLabel(words_of(value))
                words.setWordWrap(True)
                words.setTextFormat(Qt.TextFormat.PlainText)
                words.setContentsMargins(3 * SPACE, 0, 0, 0)
                column.addWidget(button)
                column.addWidget(words)
            rows.addWidget(frame)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        merge_button = QPushButton(self.tr("Merge"))
        merge_button.setProperty("kind", "primary")
        buttons.addButton(merge_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        self.accepted.connect(self._tell)
        self.resize(640, 480)

    def choose(self, keys: Keys, side: Side) -> None:
        """Choose a side for one conflict."""
        self._groups[keys].button(0 if side is Side.MINE else 1).setChecked(True)

    def _tell(self) -> None:
        sides = (Side.MINE, Side.THEIRS)
        self.settled.emit({keys: sides[group.checkedId()] for keys, group in self._groups.items()})
