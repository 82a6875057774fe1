"""What happened in an attempt: its turns, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from simulator.domain.conditions import Value
from simulator.domain.scenario import Line, Scenario, Speaker

Answer = str | tuple[str, ...]
"""A response's id, or the ids of an inspection's ticked items in sorted order."""


class State(NamedTuple):
    """Where an encounter stands: everything on which its future depends."""

    scene: str  # a scene's id, or an ending's when the encounter is over
    mood: int
    variables: tuple[Value, ...]  # in the order in which the scenario declares them


class Turn(NamedTuple):
    """One answer and what followed: ``before`` is the state in which it was given, ``after`` the state it led to."""

    before: State
    available: tuple[str, ...]  # responses that could have been chosen; empty in an inspection
    answer: Answer
    after: State


@dataclass(frozen=True)
class Transcript:
    """All turns of one attempt at a scenario, finished or not."""

    scenario: Scenario
    turns: tuple[Turn, ...]
    state: State

    @property
    def ending(self) -> str | None:
        """The ending reached, or None while the encounter goes on."""
        return self.state.scene if self.state.scene in self.scenario.endings else None

    @property
    def needs_met(self) -> frozenset[str]:
        """The hidden needs that the responses given have met."""
        return frozenset(
            need
            for turn in self.turns
            if isinstance(turn.answer, str)
            for need in self.scenario.scenes[turn.before.scene].responses[turn.answer].meets
        )


def answer_word(answer: Answer) -> str:
    """Give an answer as one word, as ``--answers`` and the record write it; no ticks at all are a hyphen."""
    return answer if isinstance(answer, str) else "+".join(answer) or "-"


def lines_of_turn(scenario: Scenario, turn: Turn) -> tuple[Line, ...]:
    """Give what was said in a turn: the clerk's sentence, then the citizen's answer to it, where there are such."""
    if not isinstance(turn.answer, str):
        return ()
    response = scenario.scenes[turn.before.scene].responses[turn.answer]
    lines = []
    if response.say is not None:
        lines.append(Line(Speaker.CLERK, response.say))
    if response.reply is not None:
        lines.append(Line(Speaker.CITIZEN, response.reply))
    return tuple(lines)


def lines_at(scenario: Scenario, scene_id: str) -> tuple[Line, ...]:
    """Give the lines that open a scene, or that an ending closes with."""
    scene = scenario.scenes.get(scene_id)
    return scene.lines if scene is not None else scenario.endings[scene_id].lines
