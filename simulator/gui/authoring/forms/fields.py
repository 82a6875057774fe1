"""The fields of the editor's forms: each shows what stands at one place of the draft, and writes there as one types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from simulator.authoring import edits
from simulator.authoring.draft import Draft, Edit, Keys
from simulator.gui.authoring.forms.controls import QuietComboBox, QuietSpinBox
from simulator.gui.authoring.leaving_undo import LeavesUndo
from simulator.gui.theme import SPACE
from simulator.gui.widgets.tick_box import TickBox
from simulator.gui.widgets.wrapped_text import wrapped
from simulator.i18n import EVERY_LANGUAGE, LANGUAGES

Making = Callable[[Draft], Edit]

_ROOM = 6  # pixels above and below the words of a box
_NARROWEST = 9  # Chinese characters in a line of a box; where there is less room, boxes stand one below the other


class Desk(Protocol):
    """What a form works at: the draft of the moment, and how to edit it."""

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        ...

    def do(self, making: Making) -> bool:
        """Do an edit; False where the draft cannot take it, which the person has then been told."""
        ...

    def pause(self) -> None:
        """Let what is typed from now on be a step of its own."""
        ...


class Field(QWidget):
    """What stands at one place of the draft; ``refresh`` shows it anew where it is another than what was shown."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__()
        self.desk, self.keys = desk, keys

    def value(self) -> Any:  # noqa: ANN401 - whatever stands there
        """Give what stands there now."""
        return self.desk.draft.get(self.keys)

    @abstractmethod
    def refresh(self) -> None:
        """Show what stands there now."""


class TextBox(LeavesUndo, QPlainTextEdit):
    """A box of plain text that is as high as its words. Undoing is left to the page, which undoes everything.

    Signals:
        edited(str): the person changed the words.
        left(): the person went on to something else.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)

    def show_words(self, words: str) -> None:
        """Show other words, unless these are what the person has just typed."""
        if words == self._words:
            return
        self._words = words
        if words != self.toPlainText():
            self.setPlainText(words)
        self._fit()

    def _changed(self) -> None:
        words = self.toPlainText()
        self._fit()
        if words != self._words:
            self._words = words
            self.edited.emit(words)

    def _fit(self) -> None:
        margins = self.contentsMargins()
        width = max(40, self.viewport().width() - 2)
        words = self.toPlainText() or " "
        font, spacing = self.font(), self.fontMetrics().lineSpacing()
        rows = sum(max(1, wrapped(line, font, width)[0].lineCount()) for line in words.split("\n"))
        height = rows * spacing + margins.top() + margins.bottom() + 2 * _ROOM
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Ask for a measure in which a sentence fits."""
        return QSize(220, self.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few words."""
        return QSize(96, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words are in this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the words are in this type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here is over."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: a box shows all its words."""
        event.ignore()


class WordsField(Field):
    """A text in both languages, side by side where there is room for it."""

    def __init__(self, desk: Desk, keys: Keys, name: str) -> None:
        super().__init__(desk, keys)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE)
        layout.setVerticalSpacing(2)
        if name:
            layout.addWidget(caption(name), 0, 0, 1, 2)
        self._boxes: dict[str, TextBox] = {}
        for language in LANGUAGES:
            box = self._boxes[language] = TextBox()
            box.setPlaceholderText({"zh": "\u4e2d\u6587", "en": "English"}[language])
            box.setAccessibleName(f"{name} {box.placeholderText()}".strip())
            box.edited.connect(lambda words, language=language: self._write(language, words))
            box.left.connect(desk.pause)
        self._grid = layout
        self._beside: bool | None = None
        self._place_boxes(beside=True)
        self.refresh()

    def box(self, language: str) -> TextBox:
        """Give the box of a language."""
        return self._boxes[language]

    def refresh(self) -> None:
        """Show the text of the moment; a plain string stands in the first box."""
        value = self.value()
        words = value if isinstance(value, dict) else {LANGUAGES[0]: value}
        for language, box in self._boxes.items():
            box.show_words(str(words.get(language) or ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the boxes stand as the width allows."""
        super().resizeEvent(event)
        character = self.fontMetrics().horizontalAdvance("\u4e00")
        self._place_boxes(beside=event.size().width() >= len(LANGUAGES) * _NARROWEST * character)

    def _place_boxes(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for place, box in enumerate(self._boxes.values()):
            row, column = (1, place) if beside else (1 + place, 0)
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place, int(beside or place == 0))

    def _write(self, language: str, words: str) -> None:
        value = self.value()
        plain = language == LANGUAGES[0] and isinstance(value, str)
        self.desk.do(lambda draft: edits.set_text(draft, self.keys, EVERY_LANGUAGE if plain else language, words))


class LineField(Field):
    """A value of one line: a condition, a name."""

    def __init__(self, desk: Desk, keys: Keys, name: str, placeholder: str = "") -> None:
        super().__init__(desk, keys)
        layout = _beside(self, name)
        self.line = _Line()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._write)
        self.line.editingFinished.connect(desk.pause)
        layout.addWidget(self.line, 1)
        self._written: str | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the value of the moment."""
        value = self.value()
        words = "" if value is None else str(value)
        if words != self._written and words != self.line.text():
            self.line.setText(words)
        self._written = None

    def _write(self, words: str) -> None:
        self._written = words.strip()
        self.desk.do(lambda draft: edits.set_value(draft, self.keys, words.strip()))


Choices = Sequence[tuple[Any, str]]
"""Values with their words."""


class ChoiceField(Field):
    """One of several values; ``none`` names what it means to have none, where that may be.

    The choices are asked for when somebody looks at them, since a long scenario has a thousand scenes to lead to.
    """

    def __init__(
        self,
        desk: Desk,
        keys: Keys,
        name: str,
        choices: Callable[[], Choices] | Choices,
        none: str | None = None,
        *,
        letters: int = 7,
    ) -> None:
        super().__init__(desk, keys)
        layout = _beside(self, name)
        self.box = QuietComboBox()
        self.box.setMinimumContentsLength(letters)
        self.box.setAccessibleName(name)
        self._choices, self._none = choices, none
        layout.addWidget(self.box, 1)
        if not callable(choices):
            self._offer(choices)
        self.refresh()
        self.box.wanted.connect(self.fill)
        self.box.activated.connect(self._write)

    def fill(self) -> None:
        """Offer all choices of the moment."""
        if callable(self._choices):
            self._offer(self._choices())
            self.refresh()

    def refresh(self) -> None:
        """Show the value of the moment, also one that is not among those offered."""
        value = self.value()
        if value is None and self._none is not None and self.box.count() == 0:
            self.box.addItem(self._none, None)
        place = self.box.findData(value) if value is not None else 0 if self._none is not None else -1
        if place < 0 and value is not None:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        if place != self.box.currentIndex():
            self.box.setCurrentIndex(place)

    def _offer(self, choices: Choices) -> None:
        self.box.clear()
        if self._none is not None:
            self.box.addItem(self._none, None)
        for value, words in choices:
            self.box.addItem(words, value)

    def _write(self) -> None:
        value = self.box.currentData()
        if value != self.value():
            self.desk.do(lambda draft: edits.set_value(draft, self.keys, value))


class NumberField(Field):
    """A whole number; where ``none`` is given, the lowest place of the box means that there is none."""

    def __init__(self, desk: Desk, keys: Keys, name: str, least: int, most: int, none: str | None = None) -> None:
        super().__init__(desk, keys)
        layout = _beside(self, name)
        self.box = QuietSpinBox()
        self._none = none
        self.box.setRange(least - (none is not None), most)
        if none is not None:
            self.box.setSpecialValueText(none)
        self.box.setAccessibleName(name)
        layout.addWidget(self.box, 1)
        self.refresh()
        self.box.valueChanged.connect(self._write)
        self.box.editingFinished.connect(desk.pause)

    def refresh(self) -> None:
        """Show the number of the moment."""
        value = self.value()
        shown = value if type(value) is int else self.box.minimum() if self._none is not None else 0
        if shown != self.box.value():
            self.box.blockSignals(True)
            self.box.setValue(shown)
            self.box.blockSignals(False)

    def _write(self, number: int) -> None:
        value = None if self._none is not None and number == self.box.minimum() else number
        if value == 0 and self.keys[-1] == "mood" and "responses" in self.keys:
            value = None  # nothing is what a response does to the mood unless it says otherwise
        if value != self.value():
            self.desk.do(lambda draft: edits.set_value(draft, self.keys, value))


class FlagField(Field):
    """Something that is so or not; what is not so is not written, unless it must be."""

    def __init__(self, desk: Desk, keys: Keys, name: str, *, always: bool = False) -> None:
        super().__init__(desk, keys)
        layout = _beside(self, "")
        self.box = TickBox(name)
        self._always = always
        layout.addWidget(self.box)
        self.refresh()
        self.box.clicked.connect(self._write)

    def refresh(self) -> None:
        """Show how it is now."""
        self.box.setChecked(self.value() is True)

    def _write(self, so: bool) -> None:
        value = so if so or self._always else None
        self.desk.do(lambda draft: edits.set_value(draft, self.keys, value))


class _Line(LeavesUndo, QLineEdit):
    """A line of words."""


def small(words: str) -> QLabel:
    """Make the quiet name of a field."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", "small")
    label.setProperty("tone", "soft")
    return label


def caption(words: str) -> QLabel:
    """Make the quiet name above what it names, which may take several lines."""
    label = small(words)
    label.setWordWrap(True)
    return label


def _beside(field: QWidget, name: str) -> QHBoxLayout:
    layout = QHBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    if name:
        layout.addWidget(small(name))
    return layout
