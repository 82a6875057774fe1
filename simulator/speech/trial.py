"""Trying out whether this machine can speak: a word is rendered in each language, and a silence is played."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from simulator.i18n import LANGUAGES
from simulator.speech import hindrance
from simulator.speech.hindrance import Hindrance
from simulator.speech.player import Command
from simulator.speech.sound_cache import SoundCache
from simulator.speech.sound_file import write_silence
from simulator.speech.speaker import USUAL_PITCH, USUAL_RATE, Speaker
from simulator.speech.utterance import Outcome, Utterance

PATIENCE = 30.0  # seconds for a child that does one small thing
GREETINGS = {"zh": "您好。", "en": "Good morning."}
_SILENCE = 0.05  # seconds


def greeting(language: str) -> Utterance:
    """Give what is said to try a language out."""
    return Utterance(GREETINGS[language], language, "female", USUAL_RATE, USUAL_PITCH)


def hindrance_of(outcome: int, language: str) -> Hindrance | None:
    """Tell what a worker's exit code means for a language; None where it rendered."""
    if outcome == Outcome.RENDERED:
        return None
    if outcome == Outcome.NO_ENGINE:
        return hindrance.no_engine()
    return hindrance.no_voice(language) if outcome == Outcome.NO_VOICE else hindrance.not_rendered()


def try_out(speaker: Speaker) -> list[Hindrance]:
    """Give everything that keeps citizens from being heard here; nothing where they can be."""
    with tempfile.TemporaryDirectory() as folder:
        cache, silence = SoundCache(Path(folder)), Path(folder) / "silence.wav"
        found: list[Hindrance] = []
        for language in LANGUAGES:
            outcome = _run(speaker.worker, cache.order(greeting(language)).to_json())
            problem = hindrance_of(outcome, language)
            if problem is not None and problem not in found:
                found.append(problem)
        write_silence(silence, _SILENCE)
        if not speaker.players:
            found.append(hindrance.no_player())
        elif all(_run((*player, str(silence))) for player in speaker.players):
            found.append(hindrance.no_sound())
    return found


def _run(command: Command, given: bytes = b"") -> int:
    """Give the exit code of a program; any but 0 where it does not start or does not end."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, or a player that was looked for by name
            command, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return -1
    return done.returncode
