"""What speaking needs on this machine, and what is to be heard of a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from simulator.i18n import EVERY_LANGUAGE, LANGUAGES, Text
from simulator.speech.lines import SpokenLine
from simulator.speech.player import Command
from simulator.speech.recordings import Recordings
from simulator.speech.sentences import sentences
from simulator.speech.sound_cache import SoundCache
from simulator.speech.utterance import Utterance

USUAL_RATE, USUAL_PITCH = 165, 50


class Heard(NamedTuple):
    """One thing to be heard: a line's recording, or a sentence to be rendered; ``line`` counts the lines from 0."""

    line: int
    sound: Path | Utterance


@dataclass(frozen=True)
class Speaker:
    """The worker that renders, the players that play, and what there is already to be played."""

    worker: Command
    players: tuple[Command, ...]
    cache: SoundCache
    recordings: Recordings = field(default_factory=lambda: Recordings(()))

    def heard(self, number: int, line: SpokenLine, language: str, speed: float) -> tuple[Heard, ...]:
        """Give what is to be heard of a line, in order."""
        if line.place is not None and (recording := self.recordings.find(line.place, language)) is not None:
            return (Heard(number, recording),)
        return tuple(Heard(number, one) for one in utterances(line, language, speed))


def utterances(line: SpokenLine, language: str, speed: float = 1.0) -> tuple[Utterance, ...]:
    """Give the sentences of a line as its voice says them in a language, ``speed`` times as fast as usual."""
    language, words = _written(line.words, language)
    rate = round((line.voice.rate or USUAL_RATE) * speed)
    pitch = USUAL_PITCH if line.voice.pitch is None else line.voice.pitch
    return tuple(Utterance(one, language, line.voice.gender, rate, pitch) for one in sentences(words))


def _written(text: Text, language: str) -> tuple[str, str]:
    """Give the words and the language that they are really written in."""
    words = text.to(language)
    if language in text.languages():
        return language, words
    first = next(iter(text.languages()))
    if first != EVERY_LANGUAGE:
        return first, words
    chinese, english = LANGUAGES
    return chinese if any("\u3400" <= character <= "\u9fff" for character in words) else english, words
