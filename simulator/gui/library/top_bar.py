"""The bar on top of the library: the program's name, the search, the language and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from simulator.gui.theme import BODY, LEAD, SPACE

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation


class TopBar(QWidget):
    """What is there whatever the library shows.

    Signals:
        language_requested(str): the window is to speak this language, zh or en.
        settings_requested(): the settings are to be shown.
    """

    language_requested = Signal(str)
    settings_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._mark, self._brand = QLabel(), QLabel()
        self._brand.setProperty("type", "lead")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._search_icon = self.search.addAction(
            presentation.artist.icon("search", presentation.theme.palette.soft_ink),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._language, self._settings = QPushButton(), QPushButton()
        for button in (self._language, self._settings):
            button.setProperty("kind", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._language.clicked.connect(self._switch_language)
        self._settings.clicked.connect(self.settings_requested)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._brand)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 4)
        self._row.addSpacing(SPACE)
        self._row.addWidget(self._language)
        self._row.addWidget(self._settings)

    def begin_search(self) -> None:
        """Let something be typed into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._brand.setText(self.tr("Counter Practice"))
        self.search.setPlaceholderText(self.tr("Title, citizen or stage"))
        self.search.setAccessibleName(self.tr("Search the scenarios"))
        # A language is named in itself, for those who do not read the other one.
        self._language.setText("English" if self._other_language() == "en" else "\u4e2d\u6587")
        self._language.setAccessibleName(self.tr("Language: switch to %1").replace("%1", self._language.text()))
        self._settings.setText(self.tr("Settings"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        p, size = theme.palette, round(theme.points(BODY) * 1.35)
        self._mark.setPixmap(artist.icon_pixmap("app", p.ink, round(theme.points(LEAD) * 2)))
        for button, icon in ((self._language, "language"), (self._settings, "settings")):
            button.setIcon(artist.icon(icon, p.ink, size))
            button.setIconSize(QSize(size + SPACE, size))
        self._search_icon.setIcon(artist.icon("search", p.soft_ink))
        self.search.setMinimumWidth(round(160 * (1 + theme.text_size / 100) / 2))
        self.search.setMaximumWidth(round(300 * theme.text_size / 100))

    def make_room(self, width: int, side: int) -> None:
        """Keep these margins; leave the program's name out where large text would squeeze the search."""
        self._brand.setVisible(width > 9 * self._presentation.theme.text_size)
        self._row.setContentsMargins(side, 2 * SPACE, side, 2 * SPACE)

    def _other_language(self) -> str:
        return "en" if self._presentation.language == "zh" else "zh"

    def _switch_language(self) -> None:
        self.language_requested.emit(self._other_language())
