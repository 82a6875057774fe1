"""What can be pointed out in a learner's own sentence, a line for each remark with its sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simulator.domain.own_words import LONGEST_SENTENCE, Finding, Remarks
from simulator.domain.rulebook import Pattern
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel


class RemarkList(QWidget):
    """Shows remarks, and below them how little it means that there are none."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE // 2)
        self._honesty = MeasuredLabel()
        self._honesty.setProperty("type", "small")
        self._honesty.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self._rows)
        column.addWidget(self._honesty)

    def show_remarks(self, remarks: Remarks, sentence: str) -> None:
        """Show what was found in a sentence."""
        self.clear()
        for found in remarks.found:
            self._add("warning", "ochre", self._found(found))
        if remarks.having:
            self._add("kept", "celadon", self.tr("It has: %1.").replace("%1", self._names(remarks.having)))
        if remarks.lacking:
            self._add("missed", "ochre", self.tr("It lacks: %1.").replace("%1", self._names(remarks.lacking)))
        if not remarks.readable:
            honesty = self.tr("The program looks at Chinese only, so it has not looked at your sentence.")
        else:
            honesty = self.tr(
                "The program cannot judge a free sentence. It knows a few phrases, and where it points nothing out "
                "that says nothing about yours."
            )
        if len(sentence) > LONGEST_SENTENCE:
            honesty += " " + self.tr("It has looked at the first %1 characters.").replace("%1", str(LONGEST_SENTENCE))
        self._honesty.setText(honesty)

    def clear(self) -> None:
        """Show no remarks."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._honesty.clear()

    def _found(self, found: Finding) -> str:
        words = self._presentation.words
        forbidden, instead = words(found.phrase.phrase), words(found.phrase.instead)
        if not found.words:
            line = self.tr("Look at this again: %1. Better: %2")
            return line.replace("%1", forbidden, 1).replace("%2", instead, 1)
        if found.words == forbidden:
            line = self.tr("“%1” is among what must not be said. Better: %2")
            return line.replace("%1", forbidden, 1).replace("%2", instead, 1)
        line = self.tr("“%1” is like what must not be said: “%2”. Better: %3")
        return line.replace("%1", found.words, 1).replace("%2", forbidden, 1).replace("%3", instead, 1)

    def _names(self, patterns: tuple[Pattern, ...]) -> str:
        between = self.tr(", ", "between elements of courtesy")
        return between.join(self._presentation.words(one.name) for one in patterns)

    def _add(self, icon: str, tone: str, words: str) -> None:
        theme, artist = self._presentation.theme, self._presentation.artist
        line, sign, label = QWidget(), QLabel(), MeasuredLabel()
        sign.setPixmap(artist.icon_pixmap(icon, getattr(theme.palette, tone), round(theme.points(BODY))))
        sign.setFixedHeight(round(QFontMetricsF(theme.font()).height()))  # in the middle of the first line
        label.setText(words)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._rows.addWidget(line)
        line.show()  # at once, since what is below it is brought into view at once
