"""How the window shows things now: language, theme, text size, art."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.gui.theme import PALETTES, Theme
from simulator.i18n import Text, system_language

if TYPE_CHECKING:
    from simulator.gui.art import Artist
    from simulator.settings import Settings

_PLAIN_HEIGHT = 800  # pixels, up to which the stage's words have their plain size
_LARGEST_SCALE = 1.6


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
        self._scale = 1.0
        self._theme: Theme | None = None  # kept, since every painting asks for it many times

    @property
    def settings(self) -> Settings:
        """What the person has set."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings, self._theme = settings, None
        self.changed.emit()

    @property
    def language(self) -> str:
        """The language of the moment: zh or en."""
        return self._settings.language or system_language()

    @property
    def theme(self) -> Theme:
        """The theme at the text size and for the language of the moment."""
        if self._theme is None:
            size = round(self._settings.text_size * self._scale)
            self._theme = Theme(PALETTES[self._settings.theme], size, self.language)
        return self._theme

    def for_stage(self, parent: QObject) -> StagePresentation:
        """Give the presentation of a page that is watched from afar, following this one."""
        return StagePresentation(self, parent)

    @property
    def motion(self) -> bool:
        """Whether things may move."""
        return not self._settings.reduced_motion

    def words(self, text: Text | None) -> str:
        """Give a text in the language of the moment; nothing for none."""
        return text.to(self.language) if text is not None else ""


class StagePresentation(Presentation):
    """The presentation of the stage, whose words grow with its height so that a projector can show it."""

    def __init__(self, followed: Presentation, parent: QObject) -> None:
        super().__init__(followed.settings, followed.artist, parent)
        self._followed = followed
        followed.changed.connect(self._follow)

    def fit(self, height: int) -> None:
        """Choose the size of words for a stage of this height in pixels."""
        scale = min(_LARGEST_SCALE, max(1.0, round(height / _PLAIN_HEIGHT * 10) / 10))
        if scale != self._scale:
            self._scale, self._theme = scale, None
            self.changed.emit()

    def _follow(self) -> None:
        self.settings = self._followed.settings
