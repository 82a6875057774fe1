"""How the window shows things now: language, theme, text size, art."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.gui.art import Artist
from simulator.gui.theme import PALETTES, Theme
from simulator.i18n import Text, system_language
from simulator.settings import Settings


class Presentation(QObject):
    """The settings as every page needs them; pages draw themselves anew when it changes.

    Signals:
        changed(): the theme, the text size or the language is another now.
    """

    changed = Signal()

    def __init__(self, settings: Settings, artist: Artist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.artist = artist
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """What the person has set."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit()

    @property
    def language(self) -> str:
        """The language of the moment: zh or en."""
        return self._settings.language or system_language()

    @property
    def theme(self) -> Theme:
        """The theme at the text size of the moment."""
        return Theme(PALETTES[self._settings.theme], self._settings.text_size)

    @property
    def motion(self) -> bool:
        """Whether things may move."""
        return not self._settings.reduced_motion

    def words(self, text: Text | None) -> str:
        """Give a text in the language of the moment; nothing for none."""
        return text.to(self.language) if text is not None else ""
