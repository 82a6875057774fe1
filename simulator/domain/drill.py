"""The phrase drill: short rounds on what must not be said and what to say instead.

It asks in two ways. A *choice* puts a recommended sentence among forbidden ones that tempt at the same stage. A
*rewriting* gives a forbidden sentence, to be said better in the learner's own words: what they write is only compared
by themselves with the rulebook's suggestion.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from simulator.domain.own_words import CHINESE, Remarks, remarks
from simulator.domain.rulebook import Dimension, RecommendedPhrase, Rulebook, TabooPhrase
from simulator.domain.scenario import Stage
from simulator.i18n import Text

ROUND = 10
"""How many phrases a round asks for, where there are so many."""

REWRITINGS = 4
"""How many of them are rewritings, where there are enough choices: they take longer."""

OWED_FIRST = 6
"""How many places of a round phrases that were missed before may take."""

OPTIONS = 4
"""How many sentences a choice offers."""

LATER = 3
"""How many other questions come before a missed one is asked again."""

RETURNS = 2
"""How often a phrase that is missed again and again comes back within a round."""

MADE_GOOD = 2
"""How many right answers make a miss good: one later in the round, and one in a round to come."""

_NEAR = 0.2
_ONLY_A_REMARK = re.compile(r"[（(][^（()）]*[)）]")

# Which kind of forbidden sentence tempts a clerk away from a rule of this dimension, the most tempting first.
_TEMPTING = {
    Dimension.RELIABILITY: ("shirking", "rushing", "coldness"),
    Dimension.RESPONSIVENESS: ("coldness", "rushing", "shirking"),
    Dimension.ASSURANCE: ("coldness", "rushing", "confrontation"),
    Dimension.EMPATHY: ("impatience", "coldness", "confrontation"),
    Dimension.TANGIBLES: ("coldness", "rushing", "confrontation"),
    Dimension.LAWFULNESS: ("over-promise", "shirking", "confrontation"),
}


class Memory(NamedTuple):
    """What is remembered of a phrase: ``owed`` right answers are still needed to make its last miss good."""

    seen: datetime
    misses: int
    owed: int


@dataclass(frozen=True)
class Choice:
    """“Which of these would you say?”: the recommended phrase among forbidden ones, by their ids."""

    phrase: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Rewriting:
    """“What would you say instead?” of a forbidden phrase."""

    phrase: str


Question = Choice | Rewriting


@dataclass(frozen=True)
class Round:
    """A round as it stands: ``waiting`` begins with the question that is asked now; empty when the round is over."""

    waiting: tuple[Question, ...]
    missed: tuple[str, ...] = ()  # phrases, in the order in which they were first missed
    answered: int = 0
    returned: Mapping[str, int] = field(default_factory=dict)

    @property
    def current(self) -> Question | None:
        """The question that is asked now."""
        return self.waiting[0] if self.waiting else None

    def after(self, *, missed: bool) -> Round:
        """Give the round after this question was missed or not; a missed one comes back later."""
        question, *rest = self.waiting
        if not missed:
            return replace(self, waiting=tuple(rest), answered=self.answered + 1)
        times = self.returned.get(question.phrase, 0)
        if times < RETURNS:
            rest.insert(min(LATER, len(rest)), question)
        return Round(
            tuple(rest),
            self.missed if question.phrase in self.missed else (*self.missed, question.phrase),
            self.answered + 1,
            {**self.returned, question.phrase: times + 1},
        )


def remember(memory: Memory | None, now: datetime, *, missed: bool) -> Memory:
    """Give what is remembered of a phrase after it was asked once more."""
    misses, owed = (memory.misses, memory.owed) if memory is not None else (0, 0)
    if missed:
        return Memory(now, misses + 1, MADE_GOOD)
    return Memory(now, misses, max(0, owed - 1))


def phrases_to_drill(rulebook: Rulebook, stage: Stage | None = None) -> tuple[str, ...]:
    """Give the phrases that can be asked for, at one stage or at all of them."""
    phrases = rulebook.phrases
    sure = [one.stage for one in phrases.taboo.values() if one.category not in ("structure", "context")]
    choices = [one.id for one in phrases.recommended.values() if one.stage and sure.count(one.stage) >= OPTIONS - 1]
    rewritings = [one.id for one in phrases.taboo.values() if _can_be_rewritten(one)]
    asked: Mapping[str, RecommendedPhrase | TabooPhrase] = {**phrases.recommended, **phrases.taboo}
    return tuple(id for id in (*choices, *rewritings) if stage is None or asked[id].stage is stage)


def tempting(rulebook: Rulebook, phrase: RecommendedPhrase) -> tuple[str, ...]:
    """Give the forbidden phrases of a recommended one's stage, the most tempting in its place first.

    Those come first that are of one kind with the phrase whose suggestion is most like it: said in the same situation.
    """
    others = [
        one
        for one in rulebook.phrases.taboo.values()
        if one.stage is phrase.stage and phrase.stage is not None and one.category != "structure"
    ]
    if not others:
        return ()
    alike = {one.id: _likeness(one.instead, phrase.phrase) for one in others}
    nearest = max(others, key=lambda one: alike[one.id])
    kind = nearest.category if alike[nearest.id] >= _NEAR else _tempting_kind(rulebook, phrase, others)
    # What is wrong only after a death or an illness is not wrong elsewhere.
    fitting = [one for one in others if one.category == kind or one.category != "context"]
    return tuple(one.id for one in sorted(fitting, key=lambda one: (one.category != kind, -alike[one.id])))


def plan_round(
    rulebook: Rulebook, memories: Mapping[str, Memory], seed: int, stage: Stage | None = None, size: int = ROUND
) -> Round:
    """Plan a round: first what is owed, then what was never seen, then what was not seen for longest."""
    dice = random.Random(f"{seed}/round")
    pool = sorted(phrases_to_drill(rulebook, stage))
    dice.shuffle(pool)
    owed = sorted((id for id in pool if id in memories and memories[id].owed), key=lambda id: memories[id].seen)
    chosen = owed[: min(OWED_FIRST, size)]
    rest = [id for id in pool if id not in memories]
    rest += sorted((id for id in pool if id in memories and id not in chosen), key=lambda id: memories[id].seen)
    choices, rewritings = (
        [id for id in rest if (id in rulebook.phrases.recommended) is recommended] for recommended in (True, False)
    )
    room = size - len(chosen)
    some = max(0, min(REWRITINGS * size // ROUND - sum(id in rulebook.phrases.taboo for id in chosen), room))
    some = max(min(some, len(rewritings)), room - len(choices))
    chosen += [*choices[: max(0, room - some)], *rewritings[:some]]
    dice.shuffle(chosen)
    return Round(tuple(ask(rulebook, id, seed) for id in chosen))


def ask(rulebook: Rulebook, phrase: str, seed: int) -> Question:
    """Make the question that asks for a phrase."""
    recommended = rulebook.phrases.recommended.get(phrase)
    if recommended is None:
        return Rewriting(phrase)
    options = [phrase, *tempting(rulebook, recommended)[: OPTIONS - 1]]
    random.Random(f"{seed}/{phrase}").shuffle(options)
    return Choice(phrase, tuple(options))


def remark(rulebook: Rulebook, phrase: TabooPhrase, sentence: str) -> Remarks:
    """Give what can be pointed out in what a learner would say instead of a forbidden phrase."""
    return remarks(rulebook, sentence, phrase.instead.to("zh"), bereaved=phrase.category == "context")


def _can_be_rewritten(phrase: TabooPhrase) -> bool:
    """Tell whether there is a sentence to say instead; a shape has none, and some phrases only a remark."""
    return phrase.category != "structure" and not _ONLY_A_REMARK.fullmatch(phrase.instead.to("zh").strip())


def _tempting_kind(rulebook: Rulebook, phrase: RecommendedPhrase, others: list[TabooPhrase]) -> str:
    rule = rulebook.rules.get(phrase.rule)
    kinds = {one.category for one in others}
    wanted = _TEMPTING[rule.dimension] if rule is not None else ()
    return next((kind for kind in (*wanted, "confrontation") if kind in kinds), others[0].category)


def _likeness(one: Text, other: Text) -> float:
    """Give how many pairs of characters two Chinese sentences share, from 0 to 1."""
    first, second = _pairs(one.to("zh")), _pairs(other.to("zh"))
    return len(first & second) / (len(first) * len(second)) ** 0.5 if first and second else 0.0


def _pairs(words: str) -> frozenset[str]:
    pairs = (words[at : at + 2] for at in range(len(words) - 1))
    return frozenset(pair for pair in pairs if all(CHINESE.match(character) for character in pair))
