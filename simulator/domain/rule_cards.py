"""The rules of an attempt, each with the clerk's own sentence and one better sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.domain.debrief import Debrief, Deed, Outcome, TurnReview
from simulator.domain.rulebook import Rule
from simulator.domain.scenario import Response
from simulator.i18n import Text


class Source(StrEnum):
    """Where a better sentence is from."""

    OPTION = "option"  # another option of that very moment, which keeps the rule
    RULEBOOK = "rulebook"  # a recommended phrase of the rulebook, which keeps it
    UNBROKEN = "unbroken"  # another option of that moment, which at least does not break it


@dataclass(frozen=True)
class BetterSentence:
    """What could have been said."""

    words: Text
    source: Source


@dataclass(frozen=True)
class RuleCard:
    """One rule at stake in an attempt.

    ``outcome`` is the worst that came of it, ``turns`` are those in which that happened, and ``own`` is what was said
    in the one that is quoted, ``quoted``. Of an inspection, ``own`` has only the findings of this rule.
    """

    id: str
    rule: Rule | None
    outcome: Outcome
    points: int
    turns: tuple[int, ...]
    quoted: int
    own: Deed
    better: BetterSentence | None


_WORST_FIRST = (Outcome.BROKEN, Outcome.MISSED, Outcome.KEPT)


def rule_cards(debrief: Debrief) -> tuple[RuleCard, ...]:
    """Give a card for every rule at stake: the broken ones first, then the missed, each by what it weighs."""
    rules = dict.fromkeys(review.id for turn in debrief.turns for review in turn.rules)
    cards = [_card(debrief, id) for id in rules]
    return tuple(
        sorted(
            cards,
            key=lambda card: (_WORST_FIRST.index(card.outcome), -debrief.rulebook.weight(card.id), card.quoted),
        )
    )


def _card(debrief: Debrief, id: str) -> RuleCard:
    touched = [(turn, review) for turn in debrief.turns for review in turn.rules if review.id == id]
    outcome = min((review.outcome for _, review in touched), key=_WORST_FIRST.index)
    there = [(turn, review) for turn, review in touched if review.outcome is outcome]
    quoted = max((turn for turn, _ in there), key=lambda turn: turn.regret)  # the first of the costliest
    own = quoted.deed
    if own.findings:
        own = replace(own, findings=tuple(one for one in own.findings if one.item.rule == id and one.outcome))
    return RuleCard(
        id=id,
        rule=debrief.rulebook.rules.get(id),
        outcome=outcome,
        points=sum(review.points for _, review in there),
        turns=tuple(turn.number for turn, _ in there),
        quoted=quoted.number,
        own=own,
        better=None if outcome is Outcome.KEPT or quoted.deed.findings else _better(debrief, quoted, id),
    )


def _better(debrief: Debrief, turn: TurnReview, id: str) -> BetterSentence | None:
    clean = list(_clean_options(debrief, turn))
    if keeping := [one for one in clean if id in one.keeps]:
        return _of_option(keeping, Source.OPTION)
    phrases = [one for one in debrief.rulebook.phrases.recommended.values() if one.rule == id]
    if phrases:
        fitting = next((one for one in phrases if one.stage is turn.stage), phrases[0])
        return BetterSentence(fitting.phrase, Source.RULEBOOK)
    return _of_option(clean, Source.UNBROKEN) if clean else None


def _clean_options(debrief: Debrief, turn: TurnReview) -> Iterator[Response]:
    """Give the other options of a turn that break nothing and have words to quote."""
    responses = debrief.scenario.scenes[turn.scene].responses
    for other in debrief.transcript.turns[turn.number - 1].available:
        response = responses[other]
        if other != turn.deed.answer and not response.breaks and (response.say or response.do) is not None:
            yield response


def _of_option(responses: list[Response], source: Source) -> BetterSentence | None:
    best = max(responses, key=lambda response: (len(response.keeps), response.mood))
    words = best.say or best.do
    return BetterSentence(words, source) if words is not None else None
