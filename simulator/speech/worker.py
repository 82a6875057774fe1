"""The one-shot worker: renders one utterance to a file, and ends.

It is a process of its own because the engine cannot be interrupted, and on Linux hangs or loses lines when it is used
twice. Standard input has the order; the exit code is the outcome.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from simulator.speech.sound_cache import SoundCache
from simulator.speech.sound_file import seconds_of
from simulator.speech.utterance import Order, Outcome, Utterance

if TYPE_CHECKING:
    from pyttsx3.engine import Engine

WORKER_SWITCH = "--speech-worker"
"""Makes our own program the worker: ``python main.py --speech-worker``."""

PATIENCE = 8.0  # seconds for one sentence, which takes a tenth of one

_TAGS = {"zh": ("cmn", "zh-cn", "zh"), "en": ("en-gb", "en-us", "en")}
"""What engines call the languages that we want, the best first."""

_OTHER_TONGUES = ("zh-hk", "zh-yue", "cmn-latn-pinyin")
"""Voices whose name fits and who would not be understood: Cantonese, and one that reads letters as syllables."""

# eSpeak has no women of its own, but what makes a woman of a man; and it counts every Chinese syllable as a word.
_ESPEAK = "espeak"
_WOMAN = "+f3"
_SYLLABLES = 1.5


class VoiceOfEngine(Protocol):
    """A voice as an engine tells of it."""

    id: str
    languages: Sequence[Any] | None
    gender: str | None


class NoVoiceError(Exception):
    """The engine has no voice for the language."""


def work() -> int:
    """Take the order from standard input, carry it out, and give the exit code."""
    try:
        order = Order.from_json(sys.stdin.buffer.read())
    except ValueError:
        return Outcome.NOT_RENDERED
    return carry_out(order)


def carry_out(order: Order) -> Outcome:
    """Render to the part and move it into place; whatever happens, no part is left."""
    try:
        order.part.parent.mkdir(parents=True, exist_ok=True)
        voices = _voices(order.utterance)
        rendered = any(_render(order.utterance, voice, order.part) for voice in voices)
        if not rendered or seconds_of(order.part) is None:
            return Outcome.NOT_RENDERED
        os.replace(order.part, order.target)  # noqa: PTH105 - both names are in one folder
        SoundCache(order.target.parent).trim()
        return Outcome.RENDERED
    except NoVoiceError:
        return Outcome.NO_VOICE
    except (ImportError, RuntimeError):
        return Outcome.NO_ENGINE
    except OSError:
        return Outcome.NOT_RENDERED
    finally:
        with suppress(OSError):
            order.part.unlink(missing_ok=True)


def choose_voices(voices: Sequence[VoiceOfEngine], language: str, gender: str) -> list[str]:
    """Give the ids of the voices that speak a language, the best first: in the right tongue, then of the gender."""
    tags = _TAGS.get(language.partition("-")[0], (language.lower(),))

    def rank(voice: VoiceOfEngine) -> tuple[bool, bool, int] | None:
        spoken = [_tag(name) for name in voice.languages or ()]
        exact = [tags.index(name) for name in spoken if name in tags]
        akin = [name for name in spoken if name.startswith(tuple(f"{tag}-" for tag in tags))]
        if not exact and not [name for name in akin if name not in _OTHER_TONGUES]:
            return None
        return (not exact, _gender(voice) != gender, min(exact, default=len(tags)))

    ranked = [(found, voice.id) for voice in voices if (found := rank(voice)) is not None]
    return [name for _, name in sorted(ranked, key=lambda pair: pair[0])]


def _tag(name: object) -> str:
    words = name.decode("ascii", "ignore") if isinstance(name, bytes) else str(name)
    return words.strip("\x00\x02\x05").lower().replace("_", "-")


def _gender(voice: VoiceOfEngine) -> str:
    told = (voice.gender or "").lower()
    return "female" if "female" in told else "male" if "male" in told else ""


def _voices(utterance: Utterance) -> list[str]:
    """Give the voices to try, the second only where the first will not do."""
    engine = _engine()
    found = engine.getProperty("voices")
    assert isinstance(found, list)  # noqa: S101 - so pyttsx3 promises
    chosen = choose_voices(found, utterance.language, utterance.gender)[:1]
    if not chosen:
        raise NoVoiceError(utterance.language)
    if engine.driver_name == _ESPEAK and utterance.gender == "female":
        return [chosen[0] + _WOMAN, chosen[0]]
    return chosen


def _engine() -> Engine:
    """Make a fresh engine: a used one loses what it is told."""
    try:
        from pyttsx3.engine import Engine

        return Engine()
    except Exception as error:  # whatever a driver raises, there is nothing to speak with
        raise RuntimeError("no speech engine") from error


def _render(utterance: Utterance, voice: str, part: Path) -> bool:
    engine, finished, errors = _engine(), Event(), []
    # Whatever goes wrong is told to these alone; without them a wrong voice would speak as if it were the right one.
    engine.connect("error", lambda name, exception: errors.append(exception))  # noqa: ARG005 - called by name
    engine.connect("finished-utterance", lambda name, completed: finished.set())  # noqa: ARG005
    espeak = engine.driver_name == _ESPEAK
    quick = _SYLLABLES if espeak and utterance.language.startswith("zh") else 1
    engine.setProperty("voice", voice)
    engine.setProperty("rate", round(utterance.rate * quick))
    engine.setProperty("pitch", utterance.pitch)
    engine.save_to_file(utterance.words, str(part))
    engine.runAndWait()
    # eSpeak's driver comes back at once and writes when it is done; the others come back when they have written.
    return (not espeak or finished.wait(PATIENCE)) and not errors
