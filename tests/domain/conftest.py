"""An encounter in two ways: played straight through, and saved and restored before everything that is asked of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from simulator.domain.encounter import Encounter, Option
from simulator.domain.scenario import Ending, Scenario, Scene
from simulator.domain.transcript import Answer, State, Transcript, Turn


class Play:
    """What an encounter offers; with ``interrupted``, each call finds it just taken up again from what was saved."""

    def __init__(self, encounter: Encounter, interrupted: bool) -> None:
        self._encounter = encounter
        self._interrupted = interrupted

    @property
    def encounter(self) -> Encounter:
        if self._interrupted:
            saved = json.loads(json.dumps(self._encounter.save()))
            self._encounter = Encounter.restore(self._encounter.scenario, saved)
        return self._encounter

    def answer(self, answer: Answer) -> Turn:
        return self.encounter.answer(answer)

    def options(self) -> list[Option]:
        return self.encounter.options()

    def transcript(self) -> Transcript:
        return self.encounter.transcript()

    @property
    def state(self) -> State:
        return self.encounter.state

    @property
    def scene(self) -> Scene | None:
        return self.encounter.scene

    @property
    def ending(self) -> Ending | None:
        return self.encounter.ending


Begin = Callable[..., Play]
"""Begin an encounter: the scenario, and a seed and a start if wanted."""


@pytest.fixture(params=["straight", "saved and restored"])
def begin(request: pytest.FixtureRequest) -> Begin:
    def begin(scenario: Scenario, seed: int = 0, start: State | None = None) -> Play:
        return Play(Encounter(scenario, seed, start), interrupted=request.param != "straight")

    return begin
