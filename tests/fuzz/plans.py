"""Damaged test plans, before their reader and the replay."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import plan_of
from simulator.authoring.playtest import Played, record, replay
from simulator.domain.envelope import Envelope
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.authoring.plan_making import damaged_plan
from tests.conftest import PROJECT, SMALL_SCENARIO

PLANS = (("badge", "welcome", "call-taxi"), ("-", "floor", "apologise", "form"), ("badge+pen", "floor", "next"))


def trial(folder: Path) -> Callable[[int], str]:
    """What tries the plan of one seed, and says what became of it."""
    rulebook, _ = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")
    scenario = read_scenario_file(SMALL_SCENARIO, rulebook.rules).scenario
    if scenario is None:
        raise AssertionError("the small scenario cannot be read")
    played = Played(scenario, rulebook, Envelope(scenario, rulebook))
    originals = [plan_text(record(played, answers, language)) for answers in PLANS for language in ("zh", "en")]
    path = folder / "wet-umbrella.model.testplan"

    def try_one(seed: int) -> str:
        chance = random.Random(seed)
        content = damaged_plan(chance.choice(originals), chance)
        path.write_bytes(content)
        file = plan_of(content, path)
        if file.plan is None:
            return file.diagnostics[0].code
        if plan_text(plan_of(plan_text(file.plan).encode(), path).plan) != plan_text(file.plan):
            raise AssertionError("it is not the same after being written and read")
        replayed = replay(file.plan, played, strict_words=True)
        return "stopped" if replayed.stopped else "different" if replayed.differences else "same"

    return try_one
