"""A scenario being played: the engine.

It knows no window, no clock and no file. A front end asks where it stands and what may be answered, gives an answer,
and is told the turn that came of it. Given the same answers it always does the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any, NamedTuple

from simulator.domain.conditions import Value
from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST, Ending, Response, Scenario, Scene
from simulator.domain.transcript import Answer, State, Transcript, Turn, answer_word

SAVED_STATE = 1
"""The version of what :meth:`Encounter.save` gives."""


class AnswerError(ValueError):
    """An answer that cannot be given here.

    ``reason`` is one of over, unknown, unavailable, not-an-inspection, an-inspection; ``answer`` is the word at fault,
    ``possible`` are the ids that could be given instead.
    """

    def __init__(self, reason: str, answer: str, possible: Iterable[str] = ()) -> None:
        super().__init__(f"{reason}: {answer}")
        self.reason = reason
        self.answer = answer
        self.possible = tuple(possible)


class Option(NamedTuple):
    """A response as offered now: with its number, and available or not.

    Of an unavailable one ``obstacle`` says what stands against it: ``mood`` where another mood would open it,
    ``earlier`` where something said or done before closes it.
    """

    number: int
    response: Response
    available: bool
    obstacle: str = ""


def starting_state(scenario: Scenario) -> State:
    """Give the state in which every attempt at this scenario begins."""
    return State(scenario.start, scenario.citizen.mood, tuple(scenario.variables.values()))


def option_order(scene: Scene, seed: int) -> list[Response]:
    """Give the responses of a scene in the order in which the attempt with this seed shows them."""
    responses = list(scene.responses.values())
    random.Random(f"{seed}/{scene.id}").shuffle(responses)
    return responses


class Encounter:
    """One play of a scenario, from its start to an ending."""

    __slots__ = ("_position", "_scenario", "_scene", "_turns", "seed")

    def __init__(self, scenario: Scenario, seed: int = 0, start: State | None = None) -> None:
        """Begin at the scenario's start, or at ``start`` to play from a moment within."""
        self._scenario = scenario
        self.seed = seed
        self._turns: list[Turn] = []
        self._position = start or starting_state(scenario)
        self._scene = scenario.scenes.get(self._position.scene)

    @property
    def scenario(self) -> Scenario:
        """What is being played."""
        return self._scenario

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self._position

    @property
    def scene(self) -> Scene | None:
        """The scene that waits for an answer; None when the encounter is over."""
        return self._scene

    @property
    def ending(self) -> Ending | None:
        """The ending that was reached, if any."""
        return None if self._scene else self._scenario.endings[self._position.scene]

    def options(self) -> list[Option]:
        """Give the current scene's responses as offered now, numbered from 1."""
        if self._scene is None:
            return []
        available = self._scene.available(self._position.mood, self._position.variables)
        return [
            Option(number, response, True)
            if response.id in available
            else Option(number, response, False, self._obstacle(response))
            for number, response in enumerate(option_order(self._scene, self.seed), start=1)
        ]

    def answer(self, answer: Answer) -> Turn:
        """Give one answer: a response's id, or for an inspection the ids of what was ticked.

        Raises AnswerError, leaving everything as it was, where that cannot be answered here.
        """
        scene = self._scene
        if scene is None:
            raise AnswerError("over", answer_word(answer))
        before = self._position
        response = scene.responses.get(answer) if answer.__class__ is str else None
        if response is None:
            return self._inspect(scene, answer)
        available = scene.available(before.mood, before.variables) if scene.conditional else scene.response_ids
        if response.when is not None and response.id not in available:
            raise AnswerError("unavailable", response.id, available)
        mood = before.mood + response.mood
        if mood > MOOD_HIGHEST:
            mood = MOOD_HIGHEST
        elif mood < MOOD_LOWEST:
            mood = MOOD_LOWEST
        variables = self._after_setting(response) if response.set else before.variables
        return self._go(Turn(before, available, response.id, State(response.goto, mood, variables)))

    def transcript(self) -> Transcript:
        """Give everything that has happened so far."""
        return Transcript(self._scenario, tuple(self._turns), self._position)

    def save(self) -> dict[str, Any]:
        """Give what :meth:`restore` needs, as JSON-like data: where it began, and the answers; all else follows."""
        start = self._turns[0].before if self._turns else self._position
        answers = [turn.answer for turn in self._turns]
        return {"version": SAVED_STATE, "seed": self.seed, "start": start, "answers": answers}

    @classmethod
    def restore(cls, scenario: Scenario, saved: dict[str, Any]) -> Encounter:
        """Take up a saved encounter where it stood.

        Raises AnswerError where the answers do not fit the scenario, ValueError where ``saved`` has another version.
        """
        if saved["version"] != SAVED_STATE:
            raise ValueError(f"saved state of version {saved['version']}, not {SAVED_STATE}")
        scene, mood, variables = saved["start"]
        encounter = cls(scenario, saved["seed"], State(scene, mood, tuple(variables)))
        for answer in saved["answers"]:
            encounter.answer(answer if isinstance(answer, str) else tuple(answer))
        return encounter

    def _inspect(self, scene: Scene, answer: Answer) -> Turn:
        inspection = scene.inspection
        if inspection is None:
            reason = "unknown" if isinstance(answer, str) else "not-an-inspection"
            raise AnswerError(reason, answer_word(answer), scene.response_ids)
        if isinstance(answer, str):
            raise AnswerError("an-inspection", answer, inspection.items)
        for ticked in answer:
            if ticked not in inspection.items:
                raise AnswerError("unknown", ticked, inspection.items)
        before = self._position
        after = State(inspection.goto, before.mood, before.variables)
        return self._go(Turn(before, (), tuple(sorted(set(answer))), after))

    def _obstacle(self, response: Response) -> str:
        condition, variables = response.when, self._position.variables
        moods = range(MOOD_LOWEST, MOOD_HIGHEST + 1)
        by_mood = condition is not None and any(condition.holds(mood, *variables) for mood in moods)
        return "mood" if by_mood else "earlier"

    def _after_setting(self, response: Response) -> tuple[Value, ...]:
        names = self._scenario.variables
        values = dict(zip(names, self._position.variables, strict=True))
        values.update(response.set)
        return tuple(values.values())

    def _go(self, turn: Turn) -> Turn:
        self._turns.append(turn)
        self._position = turn.after
        self._scene = self._scenario.scenes.get(turn.after.scene)
        return turn


def rewound(encounter: Encounter, turns: int) -> Encounter:
    """Give another play of the same, which has come as far as the first so many turns of this one."""
    saved = encounter.save()
    return Encounter.restore(encounter.scenario, {**saved, "answers": saved["answers"][:turns]})


def parse_answer(scene: Scene | None, word: str) -> Answer:
    """Read one word of ``--answers``: a response's id, or item ids joined by + (a hyphen for none) in an inspection."""
    if scene is not None and scene.inspection is not None:
        return () if word == "-" else tuple(sorted(set(word.split("+"))))
    return word


def play(scenario: Scenario, words: Iterable[str], seed: int = 0) -> Encounter:
    """Play these answers, written as ``--answers`` takes them.

    Raises AnswerError at the first one that cannot be given.
    """
    encounter = Encounter(scenario, seed)
    for word in words:
        encounter.answer(parse_answer(encounter.scene, word))
    return encounter
