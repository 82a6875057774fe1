"""Whether citizens are heard: their voice, made when somebody first practises with the sound on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.voice import LiveVoice
    from simulator.i18n import Text
    from simulator.settings import Settings
    from simulator.speech.speaker import Speaker


class Hearing(QObject):
    """Keeps the one voice, and lets it follow the settings.

    Signals:
        hindered(object): a Text says why nobody can be heard and what to do; None where that is over, or open again.
    """

    hindered = Signal(object)

    def __init__(
        self, presentation: Presentation, new_speaker: Callable[[], Speaker], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._new_speaker = new_speaker
        self._voice: LiveVoice | None = None

    def voice(self) -> LiveVoice | None:
        """Give what says the citizens' lines aloud, or None where nothing is to be heard and nothing was yet."""
        if self._voice is None and self._presentation.settings.sound:
            from simulator.gui.voice import LiveVoice

            self._voice = LiveVoice(self._new_speaker(), self)
            self._voice.unavailable.connect(self.hindered)
        return self._voice

    def hindrance(self) -> Text | None:
        """Say why nobody can be heard and what to do, as far as that has come to light."""
        return self._voice.hindrance(self._presentation.language) if self._voice is not None else None

    def follow(self, before: Settings, now: Settings) -> None:
        """Let a changed voice be heard at once, and one that was turned off no more."""
        if not now.sound:
            if self._voice is not None:
                self._voice.stop()
        elif (now.sound, now.voice_speed) != (before.sound, before.voice_speed):
            self.hindered.emit(None)
            voice = self.voice()
            if voice is not None:
                voice.try_out(self._presentation.language, now.voice_speed)

    def finish(self) -> None:
        """Be silent, and come back when no process is left."""
        if self._voice is not None:
            self._voice.finish()
