"""One sentence as it is to sound, and the order to render it that goes to the worker."""

from __future__ import annotations

import json
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

_SOUNDING = 1  # raise it when the same utterance sounds otherwise than before, so that no older sound is played for it


class Utterance(NamedTuple):
    """One sentence, and how it is to sound; ``rate`` in words a minute, ``pitch`` from 0 to 100."""

    words: str
    language: str
    gender: str
    rate: int
    pitch: int

    @property
    def key(self) -> str:
        """The name under which its sound is kept: another for whatever sounds otherwise."""
        from hashlib import sha256  # the worker, which has to be quick, is told the name

        return sha256(json.dumps([_SOUNDING, *self]).encode()).hexdigest()[:40]


class Order(NamedTuple):
    """What the worker is asked for: render the utterance to ``part``, then move it to ``target``."""

    utterance: Utterance
    target: Path
    part: Path

    def to_json(self) -> bytes:
        """Give the form that goes to the worker's standard input."""
        return json.dumps([self.utterance, str(self.target), str(self.part)]).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Order:
        """Take an order that came through standard input; raises ValueError where it is none."""
        try:
            utterance, target, part = json.loads(text)
            return cls(Utterance(*utterance), Path(target), Path(part))
        except (TypeError, ValueError) as error:
            raise ValueError("this is no order to render an utterance") from error


class Outcome(IntEnum):
    """What became of an order: the worker's exit code. Any other is a failure that nobody foresaw."""

    RENDERED = 0
    NO_ENGINE = 10
    NO_VOICE = 11
    NOT_RENDERED = 12
