"""What a response did, shown at once: the rules kept, missed and broken, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.domain.rulebook import Rulebook
from simulator.domain.scoring import Judgement
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.i18n import Text

_TONES = {"kept": "celadon", "missed": "ochre", "broken": "persimmon"}
_SHAPES = {"kept": "✓", "missed": "○", "broken": "✕"}
_MOST_ROWS = 4


class FeedbackCard(Panel):
    """The feedback on the last response: shape, word and colour for each rule."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 18)
        layout.setSpacing(8)
        self._because = QLabel()
        self._because.setWordWrap(True)
        self._because.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(4)
        self._summary = QPushButton()
        self._summary.setProperty("kind", "link")
        self._summary.clicked.connect(lambda: self.set_folded(False))
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(8)
        details.addWidget(self._because)
        details.addLayout(self._rows)
        layout.addWidget(self._summary)
        layout.addWidget(self._details)

    def set_folded(self, folded: bool) -> None:
        """Show how many rules were kept, missed and broken in one line, or everything."""
        self._summary.setVisible(folded)
        self._details.setVisible(not folded)

    def show_judgement(self, judgement: Judgement, because: Text | None, rulebook: Rulebook) -> None:
        """Show what the turn did."""
        words = self._presentation.words(because)
        self._because.setText(words)
        self._because.setVisible(bool(words))
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        states = (("broken", judgement.broken), ("kept", judgement.kept), ("missed", judgement.missed))
        rows = [(state, rule) for state, rules in states for rule in dict.fromkeys(rules)]
        for place, (state, rule) in enumerate(rows[:_MOST_ROWS]):
            self._add_row(place, state, self._statement(rulebook, rule))
        counts = "   ".join(
            f"{_SHAPES[state]} {self._state_word(state)} {len(set(rules))}" for state, rules in states if rules
        )
        self._summary.setText(counts or self.tr("No rule was at stake"))
        self._summary.setAccessibleDescription(self.tr("Show what this response did"))
        self.set_folded(False)
        if len(rows) > _MOST_ROWS:
            more = self.tr("and %1 more in the debrief").replace("%1", str(len(rows) - _MOST_ROWS))
            self._add_row(_MOST_ROWS, "", more)

    def _statement(self, rulebook: Rulebook, rule: str) -> str:
        return self._presentation.words(rulebook.rules[rule].statement) if rule in rulebook.rules else rule

    def _add_row(self, place: int, state: str, words: str) -> None:
        theme = self._presentation.theme
        if state:
            icon = QLabel()
            tone = _TONES[state]
            icon.setPixmap(self._presentation.artist.icon_pixmap(state, getattr(theme.palette, tone), round(18 * theme.text_size / 100)))
            self._rows.addWidget(icon, place, 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("type", "small")
        if state:
            label.setProperty("tone", _TONES[state])
            label.setAccessibleName(f"{self._state_word(state)}: {words}")
        self._rows.addWidget(label, place, 1)

    def _state_word(self, state: str) -> str:
        return {"kept": self.tr("kept"), "missed": self.tr("missed"), "broken": self.tr("broken")}[state]
