"""The bar above the editor: which file, whether it is saved, and what can be done with it as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from simulator.gui.authoring.desk import EditorDesk
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.widgets.menu_button import MenuButton
from simulator.gui.widgets.tool_tip import plain_tip


class EditorBar(QWidget):
    """Says how the file stands; its buttons ask for what they say.

    Signals:
        left(), undo_requested(), redo_requested(), play_requested(), save_requested(): as their buttons say.
    """

    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    play_requested = Signal()
    save_requested = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._title, self._state = ElidedLabel(), QLabel()
        self._title.setProperty("type", "lead")
        self._state.setProperty("type", "small")
        self._state.setProperty("tone", "soft")
        self._back, self._undo, self._redo, self._play, self.save = (QPushButton() for _ in range(5))
        self._more = MenuButton()
        for button, kind, wish in (
            (self._back, "link", self.left),
            (self._undo, "quiet", self.undo_requested),
            (self._redo, "quiet", self.redo_requested),
            (self._play, "quiet", self.play_requested),
            (self.save, "primary", self.save_requested),
        ):
            button.setProperty("kind", kind)
            button.clicked.connect(wish)
        self._more.setProperty("kind", "quiet")
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._back)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._state)
        for button in (self._undo, self._redo, self._play, self._more, self.save):
            layout.addWidget(button)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._back.setText(self.tr("Back"))
        self._undo.setText(self.tr("Undo"))
        self._redo.setText(self.tr("Redo"))
        self._more.setText(self.tr("More"))
        for button, words, keys in (
            (self._play, self.tr("Play from here"), "F5"),
            (self.save, self.tr("Save"), "Ctrl+S"),
        ):
            button.setText(words)
            button.setToolTip(f"{words} ({keys})")

    def offer(self, entries: list[tuple[str, Callable[[], object]]]) -> None:
        """Offer these under “More”, each with what it does."""
        self._menu.clear()
        for words, action in entries:
            entry = QAction(words, self._menu)
            entry.triggered.connect(lambda _checked=False, action=action: action())
            self._menu.addAction(entry)

    def show_state(self, desk: EditorDesk) -> None:
        """Show how the file stands, and what would be undone."""
        self._title.setText(desk.draft.path.name)
        self._state.setText(
            self.tr("Not saved; the draft is kept every few seconds") if desk.dirty else self.tr("Saved")
        )
        words = self._presentation.words
        for button, name, keys in (
            (self._undo, words(desk.undo_name), "Ctrl+Z"),
            (self._redo, words(desk.redo_name), "Ctrl+Y"),
        ):
            button.setEnabled(bool(name))
            button.setAccessibleDescription(name)
            button.setToolTip(plain_tip(f"{button.text()} ({keys}) {name}".strip()))
        self.save.setEnabled(desk.dirty)
