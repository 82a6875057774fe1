"""The citizen's lines said aloud while somebody practises."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.domain.encounter import Encounter
from simulator.domain.scenario import Channel
from simulator.domain.transcript import Turn
from simulator.gui.presentation import Presentation

if TYPE_CHECKING:  # loaded when somebody first practises with sound
    from simulator.gui.voice import LiveVoice


class Aloud:
    """Lets the citizen be heard, where there is a voice and sound is wanted."""

    def __init__(self, presentation: Presentation, voice: Callable[[], LiveVoice | None]) -> None:
        self._presentation = presentation
        self._voice = voice

    def say(self, encounter: Encounter, turn: Turn | None) -> None:
        """Say what the citizen replied in a turn and says now; in a chat nobody is heard."""
        voice, settings = self._voice(), self._presentation.settings
        if voice is None or not settings.sound or encounter.scenario.channel is Channel.CHAT:
            return
        from simulator.speech.lines import citizens_lines

        lines = citizens_lines(encounter.scenario, turn, encounter.state.scene)
        voice.speak(lines, self._presentation.language, settings.voice_speed)

    def press(self, *, typing: bool) -> None:
        """Skip the line that is still being written while it is said, or else be silent."""
        voice = self._voice()
        if voice is not None and typing:
            voice.skip()
        elif voice is not None:
            voice.stop()

    def hush(self) -> None:
        """Be silent."""
        voice = self._voice()
        if voice is not None:
            voice.stop()
