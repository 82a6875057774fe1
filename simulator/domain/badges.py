"""Badges: sayings of the trade that a learner has lived up to; they reward conduct, never hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.domain.progress import CLEAN_KEEPS, RuleState, State

PUT_RIGHT = "put-right"
"""The badge without rules of its own: a rule that was broken has been mastered since."""

RULES_OF_BADGES: Mapping[str, tuple[str, ...]] = {
    "three-voices": ("greet-speak-first", "serve-listen-fully", "farewell-closing-words"),
    "told-at-once": ("serve-one-time-notice", "serve-time-promise"),
    "first-asked": ("serve-first-asked-responsible", "serve-offer-alternative"),
    "feeling-first": ("serve-acknowledge-emotion", "complaint-apologise-before-explain"),
    "taken-on": ("complaint-listen-full", "complaint-own-and-act"),
    "all-alike": ("greet-equal-treatment", "serve-no-undue-favour"),
    "warm-and-lawful": ("serve-hidden-need", "serve-moving-within-law"),
    PUT_RIGHT: (),
}
"""Every badge with the rules behind it; it is earned when each of them has been mastered."""


@dataclass(frozen=True)
class Badge:
    """One badge: when it was earned, or how many clean keeps of those needed there are."""

    id: str
    rules: tuple[str, ...]
    earned: datetime | None
    have: int
    need: int


def badges(states: Mapping[str, RuleState]) -> tuple[Badge, ...]:
    """Give every badge as these states of rules stand; one that was earned stays earned."""
    return tuple(_badge(id, rules, states) for id, rules in RULES_OF_BADGES.items())


def _badge(id: str, rules: tuple[str, ...], states: Mapping[str, RuleState]) -> Badge:
    if id == PUT_RIGHT:
        return _put_right(states)
    behind = [states.get(rule, RuleState(rule)) for rule in rules]
    mastered = [one.first_mastered for one in behind if one.first_mastered is not None]
    earned = max(mastered) if len(mastered) == len(rules) else None
    return Badge(id, rules, earned, sum(one.best_clean for one in behind), CLEAN_KEEPS * len(rules))


def _put_right(states: Mapping[str, RuleState]) -> Badge:
    mended = [(one.mended, one.rule) for one in states.values() if one.mended is not None]
    if mended:
        when, rule = min(mended)
        return Badge(PUT_RIGHT, (rule,), when, CLEAN_KEEPS, CLEAN_KEEPS)
    on_the_way = [one.clean for one in states.values() if one.broken and one.state is State.PRACTISING]
    return Badge(PUT_RIGHT, (), None, max(on_the_way, default=0), CLEAN_KEEPS)
