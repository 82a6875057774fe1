"""The lines of a scene or an ending: who says what, with which face."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.authoring import edits
from simulator.authoring.draft import Keys
from simulator.domain.scenario import Speaker
from simulator.gui.authoring.forms.controls import QuietComboBox
from simulator.gui.authoring.forms.fields import ChoiceField, Desk, WordsField, caption
from simulator.gui.authoring.forms.small_buttons import OrderButtons
from simulator.gui.authoring.studio import Studio
from simulator.gui.theme import SPACE


class LinesForm(QWidget):
    """All lines of one part of the draft, in order."""

    def __init__(self, studio: Studio, desk: Desk, owner: Keys) -> None:
        super().__init__()
        self._studio, self._desk, self._owner = studio, desk, owner
        self._rows: list[_Row] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(caption(self.tr("Lines")))
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        layout.addLayout(self._column)
        adding = QHBoxLayout()
        for speaker, words in studio.speakers():
            button = QPushButton(self.tr("+ %1").replace("%1", words))
            button.setProperty("kind", "chip")
            button.setAccessibleName(self.tr("Add a line: %1").replace("%1", words))
            button.clicked.connect(lambda _checked=False, speaker=speaker: self._add(speaker))
            adding.addWidget(button)
        adding.addStretch(1)
        layout.addLayout(adding)
        self.refresh()

    def refresh(self) -> None:
        """Show the lines of the moment."""
        lines = self._desk.draft.get((*self._owner, "lines"))
        count = len(lines) if isinstance(lines, list) else 0
        while len(self._rows) > count:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = _Row(self._studio, self._desk, self._owner, len(self._rows))
            self._rows.append(row)
            self._column.addWidget(row)
        for row in self._rows:
            row.refresh(count)

    def _add(self, speaker: str) -> None:
        place = len(self._rows)
        done = self._desk.do(
            lambda draft: edits.insert_line(draft, self._owner, place, speaker, {"zh": "\u2026\u2026", "en": "\u2026"})
        )
        if done and len(self._rows) > place:
            box = self._rows[place].words.box(self._studio.presentation.language)
            box.setFocus()
            box.selectAll()


class _Row(QWidget):
    """One line: the speaker, the face, the words in both languages."""

    def __init__(self, studio: Studio, desk: Desk, owner: Keys, place: int) -> None:
        super().__init__()
        self._desk, self._owner, self._place = desk, owner, place
        self._speaker = QuietComboBox()
        self._speaker.setAccessibleName(self.tr("Who speaks"))
        for speaker, words in studio.speakers():
            self._speaker.addItem(words, speaker)
        self._speaker.activated.connect(self._set_speaker)
        keys = (*owner, "lines", place)
        self._face = ChoiceField(desk, (*keys, "expression"), "", studio.expressions(), self.tr("same face"))
        self._face.box.setAccessibleName(self.tr("Face"))
        self._buttons = OrderButtons(self, partial(self._move, -1), partial(self._move, 1), self._delete)
        self._shown = ""
        self.words = WordsField(desk, (*keys, str(Speaker.CITIZEN)), "")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._speaker)
        head.addWidget(self._face)
        head.addStretch(1)
        head.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.words)

    def refresh(self, count: int) -> None:
        keys = (*self._owner, "lines", self._place)
        line = self._desk.draft.get(keys)
        speaker = next((str(one) for one in Speaker if isinstance(line, dict) and one in line), "")
        if speaker != self._shown:
            self._shown = speaker
            self._speaker.setCurrentIndex(self._speaker.findData(speaker))
            self.words.keys = (*keys, speaker)
        self._face.setVisible(speaker == Speaker.CITIZEN)
        self._face.refresh()
        self.words.refresh()
        self._buttons.allow(up=self._place > 0, down=self._place < count - 1)

    def _set_speaker(self) -> None:
        speaker = self._speaker.currentData()
        self._desk.do(lambda draft: edits.set_speaker(draft, self._owner, self._place, speaker))

    def _move(self, way: int) -> None:
        self._desk.do(lambda draft: edits.move_line(draft, self._owner, self._place, self._place + way))

    def _delete(self) -> None:
        self._desk.do(lambda draft: edits.remove_line(draft, self._owner, self._place))
