"""What a facilitator chooses before a class begins, and what of earlier classes there is to choose from."""

from __future__ import annotations

from typing import NamedTuple

from simulator.i18n import Text
from simulator.library.catalogue import Card
from simulator.records.lessons import LessonOutline


class Plan(NamedTuple):
    """How a class is to begin; ``teams`` are two names, or none."""

    card: Card
    group: str
    teams: tuple[str, ...]
    display: str  # the name of the display that the projector shall fill, if there is a choice


class Earlier(NamedTuple):
    """A lesson of the record, with its scenario's title."""

    outline: LessonOutline
    title: Text


class Offer(NamedTuple):
    """All that the start page shows."""

    cards: tuple[Card, ...]
    lessons: tuple[Earlier, ...]  # the newest first
