"""Which scenarios put which rules to the test: a rule that nobody can break anywhere is not being practised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario

ENOUGH = 2
"""How many scenarios a rule should be at stake in: one alone teaches the scenario, not the rule."""


class RuleCoverage(NamedTuple):
    """The scenarios, by id, in which a rule can be kept and in which it can be broken."""

    rule: str
    kept_in: tuple[str, ...]
    broken_in: tuple[str, ...]

    @property
    def at_stake_in(self) -> tuple[str, ...]:
        """The scenarios in which it can be kept or broken."""
        return tuple(sorted({*self.kept_in, *self.broken_in}))

    @property
    def enough(self) -> bool:
        """Whether it is at stake in enough scenarios, and can be broken in some.

        Some rules can only be broken: nobody shows an option in which nothing is thrown.
        """
        return len(self.at_stake_in) >= ENOUGH and bool(self.broken_in)


def coverage(scenarios: Iterable[Scenario], rulebook: Rulebook) -> list[RuleCoverage]:
    """Give the coverage of every rule of the rulebook, in its order."""
    kept: dict[str, set[str]] = {rule: set() for rule in rulebook.rules}
    broken: dict[str, set[str]] = {rule: set() for rule in rulebook.rules}
    for scenario in scenarios:
        kept_here, broken_here = _at_stake(scenario)
        for here, everywhere in ((kept_here, kept), (broken_here, broken)):
            for rule in here & everywhere.keys():
                everywhere[rule].add(scenario.id)
    return [RuleCoverage(rule, tuple(sorted(kept[rule])), tuple(sorted(broken[rule]))) for rule in rulebook.rules]


def _at_stake(scenario: Scenario) -> tuple[set[str], set[str]]:
    """Give the rules that can be kept in a scenario, and those that can be broken.

    In an inspection a fault can be ticked or overlooked, and what is in order can only be ticked wrongly.
    """
    kept: set[str] = set()
    broken: set[str] = set()
    for scene in scenario.scenes.values():
        for response in scene.responses.values():
            kept.update(response.keeps)
            broken.update(response.breaks)
        for item in scene.inspection.items.values() if scene.inspection else ():
            broken.add(item.rule)
            if item.fault:
                kept.add(item.rule)
    return kept, broken
