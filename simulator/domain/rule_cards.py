"""The rules of an attempt, each with the clerk's own sentence and one better sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.domain.debrief import Debrief, Deed, Outcome, RuleReview, TurnReview
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
    """What could have been said, and done with it."""

    say: Text | None
    do: Text | None
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
    """Give a card for every rule at stake: the broken ones first, then the missed, each by what it weighs.

    A rule counts as missed only where an option that was no worse for the whole would have kept it: else the sentence
    that was said was the better one.
    """
    touched: dict[str, list[tuple[TurnReview, RuleReview]]] = {}
    for turn in debrief.turns:
        for review in turn.rules:
            if review.outcome is not Outcome.MISSED or _keeping(debrief, turn, review.id):
                touched.setdefault(review.id, []).append((turn, review))
    cards = [_card(debrief, id, there) for id, there in touched.items()]
    return tuple(
        sorted(
            cards,
            key=lambda card: (_WORST_FIRST.index(card.outcome), -debrief.rulebook.weight(card.id), card.quoted),
        )
    )


def _card(debrief: Debrief, id: str, touched: list[tuple[TurnReview, RuleReview]]) -> RuleCard:
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
    if keeping := [one for one in _keeping(debrief, turn, id) if not one.breaks]:
        return _of_option(keeping, Source.OPTION)
    phrases = [one for one in debrief.rulebook.phrases.recommended.values() if one.rule == id]
    if phrases:
        fitting = next((one for one in phrases if one.stage is turn.stage), phrases[0])
        return BetterSentence(fitting.phrase, None, Source.RULEBOOK)
    clean = [one for one in _no_worse(debrief, turn) if not one.breaks]
    return _of_option(clean, Source.UNBROKEN) if clean else None


def _keeping(debrief: Debrief, turn: TurnReview, id: str) -> list[Response]:
    return [one for one in _no_worse(debrief, turn) if id in one.keeps]


def _no_worse(debrief: Debrief, turn: TurnReview) -> list[Response]:
    """Give the other options of a turn that gave up no more than the one chosen, where they have words to quote."""
    responses = debrief.scenario.scenes[turn.scene].responses
    others = [responses[other] for other in responses if other != turn.deed.answer and other in turn.regrets]
    return [one for one in others if turn.regrets[one.id] <= turn.regret and one.words is not None]


def _of_option(responses: list[Response], source: Source) -> BetterSentence:
    best = max(responses, key=lambda response: (len(response.keeps), response.mood))
    return BetterSentence(best.say, best.do, source)
