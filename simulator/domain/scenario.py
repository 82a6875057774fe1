"""What an author wrote: a scenario and its parts, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from simulator.domain.conditions import Condition, Value
from simulator.i18n import Text

SCENARIO_FORMAT = 1
"""The version of the scenario file. Raise it only when a file that was right would now be read as something else."""

MOOD_LOWEST, MOOD_HIGHEST = 0, 100


class Stage(StrEnum):
    """The part of a visit that a scene belongs to."""

    IMAGE = "image"
    GREETING = "greeting"
    SERVING = "serving"
    FAREWELL = "farewell"
    COMPLAINT = "complaint"


class Channel(StrEnum):
    """How the clerk and the citizen meet."""

    COUNTER = "counter"
    PHONE = "phone"
    CHAT = "chat"


class Expression(StrEnum):
    """What the citizen's face shows."""

    CALM = "calm"
    PLEASED = "pleased"
    ANXIOUS = "anxious"
    ANGRY = "angry"
    SAD = "sad"
    MOVED = "moved"


class Speaker(StrEnum):
    """Who says a line."""

    NARRATOR = "narrator"
    CITIZEN = "citizen"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing one character says or the narrator tells."""

    speaker: Speaker
    text: Text
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What the author wrote that the clerk may say and do, and what follows from it."""

    id: str
    say: Text | None
    goto: str
    do: Text | None = None
    when: Condition | None = None
    keeps: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    mood: int = 0
    set: Mapping[str, Value] = field(default_factory=dict)
    reply: Text | None = None
    because: Text | None = None

    @property
    def words(self) -> Text | None:
        """What the clerk says, or does without a word; None where neither is written."""
        return self.say or self.do


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of an inspection, which is a fault or is in order."""

    id: str
    text: Text
    fault: bool
    rule: str
    because: Text | None = None


@dataclass(frozen=True)
class Inspection:
    """What is looked over before going on: the clerk ticks what must be put right."""

    items: Mapping[str, Item]
    goto: str
    picture: str | None = None  # a drawing in which each item can be seen as it is


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment: the lines spoken, then either responses or an inspection.

    ``response_ids`` are all responses, available or not; ``conditional`` whether any depends on the mood or a variable.
    """

    id: str
    stage: Stage
    lines: tuple[Line, ...] = ()
    recovery: bool = False
    responses: Mapping[str, Response] = field(default_factory=dict)
    inspection: Inspection | None = None
    thought: Text | None = None
    hint: Text | None = None
    note: Text | None = None
    time_limit: int | None = None  # seconds
    on_timeout: str | None = None
    response_ids: tuple[str, ...] = field(init=False, repr=False, compare=False)
    conditional: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        conditional = any(response.when is not None for response in self.responses.values())
        object.__setattr__(self, "response_ids", tuple(self.responses))
        object.__setattr__(self, "conditional", conditional)

    def option_words(self, id: str) -> Text:
        """Give what a response says or does, or what an item of an inspection is; its id where that is not written."""
        if self.inspection is not None:
            return self.inspection.items[id].text
        return self.responses[id].words or Text.of(id)

    def available(self, mood: int, variables: tuple[Value, ...]) -> tuple[str, ...]:
        """Give the ids of the responses that the clerk may choose in this state."""
        if not self.conditional:
            return self.response_ids
        return tuple(
            response.id
            for response in self.responses.values()
            if response.when is None or response.when.holds(mood, *variables)
        )


@dataclass(frozen=True)
class Ending:
    """How a scenario finishes."""

    id: str
    title: Text
    resolved: bool
    rating_at_most: int = 5
    lines: tuple[Line, ...] = ()
    neighbour: Text | None = None


@dataclass(frozen=True)
class Voice:
    """How the citizen sounds: ``rate`` in words a minute, ``pitch`` from 0 to 100."""

    gender: str = "female"
    rate: int | None = None
    pitch: int | None = None


@dataclass(frozen=True)
class Citizen:
    """Who comes to the counter."""

    name: Text
    portrait: str
    mood: int = 50
    voice: Voice = field(default_factory=Voice)
    persona: Text | None = None
    hidden_needs: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Scenario:
    """What a learner practises: everything that one scenario file means."""

    id: str
    title: Text
    place: str
    citizen: Citizen
    start: str
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    summary: Text | None = None
    channel: Channel = Channel.COUNTER
    difficulty: int = 1
    pass_mark: int = 60
    variables: Mapping[str, Value] = field(default_factory=dict)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that its scenes belong to, in the order of a visit."""
        used = {scene.stage for scene in self.scenes.values()}
        return tuple(stage for stage in Stage if stage in used)

    @cached_property
    def rule_ids(self) -> frozenset[str]:
        """Every rule that is at stake anywhere in it."""
        return frozenset(self._rules())

    def _rules(self) -> Iterator[str]:
        for scene in self.scenes.values():
            for response in scene.responses.values():
                yield from response.keeps
                yield from response.breaks
            if scene.inspection:
                yield from (item.rule for item in scene.inspection.items.values())
