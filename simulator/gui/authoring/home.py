"""Where writing begins: scenarios of one's own, those that come with the program, drafts left over, and templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from simulator.authoring.drafts_folder import Recoverable
from simulator.authoring.templates import Template
from simulator.gui.authoring.editor_sheet import editor_sheet
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.page import Page
from simulator.library.catalogue import Card

_WIDEST = 980  # pixels
_LARGE = 140  # percent of text size from which on the verbs stand below


class Writings(NamedTuple):
    """What there is to write on: the author's own scenarios, the shipped ones, drafts to recover, and templates."""

    own: Sequence[Card]
    shipped: Sequence[Card]
    drafts: Sequence[Recoverable]
    damaged: Sequence[Path]
    templates: Sequence[Template]


class EditorHome(Page):
    """A list to choose from.

    Signals:
        left(): back to the library.
        edit_requested(object): work on the file at this Path.
        copy_requested(object): work on a copy, of one's own, of the file at this Path.
        new_requested(object): begin a scenario from this Template.
        recover_requested(object): go on with this Recoverable.
        forget_requested(object): let this Recoverable go.
        import_requested(): bring in a scenario from another program.
    """

    left = Signal()
    edit_requested = Signal(object)
    copy_requested = Signal(object)
    new_requested = Signal(object)
    recover_requested = Signal(object)
    forget_requested = Signal(object)
    import_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._writings: Writings | None = None
        self._back = QPushButton()
        self._back.setProperty("kind", "link")
        self._back.clicked.connect(self.left)
        self._title, self._lead = QLabel(), QLabel()
        self._title.setProperty("type", "title")
        self._lead.setProperty("tone", "soft")
        self._lead.setWordWrap(True)
        self._import = QPushButton()
        self._import.clicked.connect(self.import_requested)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._import)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addWidget(self._scroll, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        middle.setLayout(column)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(middle, 20)
        layout.addStretch(1)
        self.restyle()
        self.retranslate()

    def show_writings(self, writings: Writings) -> None:
        """Show what there is."""
        self._writings = writings
        content = QWidget()
        content.setProperty("ground", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        words = self._presentation.words
        if writings.drafts or writings.damaged:
            column.addWidget(self._heading(self.tr("Not saved last time")))
        for draft in writings.drafts:
            kept = draft.kept.astimezone().strftime("%Y-%m-%d %H:%M")
            about = self.tr("draft kept at %1").replace("%1", kept)
            if draft.file_changed:
                about += self.tr("; the file is another now, saving will ask")
            row = self._row(draft.path.name, about)
            self._verb(row, self.tr("Let it go"), self.forget_requested, draft)
            self._verb(row, self.tr("Go on with it"), self.recover_requested, draft, primary=True)
            column.addWidget(row)
        for path in writings.damaged:
            column.addWidget(self._row(path.name, self.tr("this draft is damaged and cannot be read")))
        column.addWidget(self._heading(self.tr("Begin a new one")))
        for template in writings.templates:
            row = self._row(words(template.title), words(template.summary))
            self._verb(row, self.tr("Begin with this"), self.new_requested, template)
            column.addWidget(row)
        column.addWidget(self._heading(self.tr("Your scenarios")))
        for card in writings.own:
            row = self._card_row(card)
            self._verb(row, self.tr("Edit"), self.edit_requested, card.path)
            column.addWidget(row)
        if not writings.own:
            none = QLabel(self.tr("None yet. Begin with a template, or edit a copy of one below."))
            none.setProperty("tone", "soft")
            none.setWordWrap(True)
            column.addWidget(none)
        column.addWidget(self._heading(self.tr("Come with the program")))
        for card in writings.shipped:
            row = self._card_row(card)
            self._verb(row, self.tr("Edit a copy"), self.copy_requested, card.path)
            self._verb(row, self.tr("Edit"), self.edit_requested, card.path)
            column.addWidget(row)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(content)
        first = next(iter(content.findChildren(QPushButton)), None)
        if first is not None and self.isVisible():
            first.setFocus()

    def _card_row(self, card: Card) -> QFrame:
        about = card.path.name
        if card.broken:
            about += self.tr(", with errors")
        return self._row(self._presentation.words(card.title), about)

    def _row(self, title: str, about: str) -> QFrame:
        row = QFrame()
        row.setProperty("ground", "card")
        large = self._presentation.theme.text_size > _LARGE
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight, row)
        layout.setContentsMargins(16, 8, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = ElidedLabel()
        name.setText(title)
        name.setProperty("type", "lead")
        small = ElidedLabel()
        small.setText(about)
        small.setProperty("type", "small")
        small.setProperty("tone", "soft")
        words.addWidget(name)
        words.addWidget(small)
        layout.addLayout(words, 1)
        row.setAccessibleName(f"{title}, {about}")
        return row

    def _verb(self, row: QFrame, words: str, wish: object, what: object, *, primary: bool = False) -> None:
        button = QPushButton(words)
        if primary:
            button.setProperty("kind", "primary")
        button.setAccessibleName(f"{words}: {row.accessibleName()}")
        button.clicked.connect(lambda _checked=False: wish.emit(what))  # type: ignore[attr-defined]  # a signal
        layout = row.layout()
        if layout is not None:
            layout.addWidget(button)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("type", "small")
        label.setProperty("tone", "celadon")
        label.setContentsMargins(0, 2 * SPACE, 0, 0)
        return label

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._back.setText(self.tr("Back to the library"))
        self._title.setText(self.tr("Write and adapt scenarios"))
        self._lead.setText(
            self.tr("Nothing you write is lost: drafts are kept every few seconds, and the last twenty saved versions.")
        )
        self._import.setText(self.tr("Bring one in\u2026"))
        if self._writings is not None:
            self.show_writings(self._writings)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        self.setStyleSheet(editor_sheet(self._presentation.theme))
