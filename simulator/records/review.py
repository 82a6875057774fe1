"""A learner's history of rules, and when each rule is due to be met again: spaced practice.

Every attempt in which a rule was at stake is one review of it. When it is due follows from those reviews alone, so it
is worked out when it is asked for and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from simulator.domain.debrief import Outcome
from simulator.domain.progress import Finished, History, Opportunity
from simulator.domain.scoring import Level
from simulator.domain.what_next import RuleMemory
from simulator.records.database import Database

REVIEWS_LOOKED_AT = 40  # of each rule, the newest: what lies further back hardly moves the date any more
LONGEST = 60  # days until a rule is due again, however well it is kept

_FINISHED = """
    SELECT id, scenario, mode, finished, score, level, rating, passed
    FROM attempts WHERE learner = ? AND finished IS NOT NULL ORDER BY finished, id
"""


class Review:
    """The histories of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def history(self, learner_id: int) -> History:
        """Give a learner's finished attempts with what they did to the rules, as far as they have been counted."""
        levels = {str(level): level for level in Level}
        moment = datetime.fromisoformat
        attempts = {
            id: Finished(id, scenario, mode, moment(finished), score, levels[level], rating, bool(passed))
            for id, scenario, mode, finished, score, level, rating, passed in self._database.rows(_FINISHED, learner_id)
        }
        found: dict[str, list[Opportunity]] = {}
        rows = self._database.rows(
            "SELECT rule, attempt, kept, broken, missed FROM rule_counts WHERE learner = ? ORDER BY rule", learner_id
        )
        for rule, attempt, kept, broken, missed in rows:
            found.setdefault(rule, []).append(Opportunity(attempts[attempt], kept, broken, missed))
        for opportunities in found.values():
            opportunities.sort(key=lambda one: (one.attempt.finished, one.attempt.id))
        return History(tuple(attempts.values()), {rule: tuple(row) for rule, row in found.items()})


def memories(history: History, now: datetime) -> Mapping[str, RuleMemory]:
    """Say how well each rule of a history is likely to be remembered at a moment (in UTC), and when it is due.

    A rule that was kept was recalled well, one that was missed with difficulty, and one that was broken not at all.
    """
    from fsrs import Card, Rating, Scheduler

    ratings = {Outcome.KEPT: Rating.Good, Outcome.MISSED: Rating.Hard, Outcome.BROKEN: Rating.Again}
    # No steps of minutes, as for flash cards: the next encounter with a rule is on another day.
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
    found: dict[str, RuleMemory] = {}
    for rule, opportunities in history.opportunities.items():
        card = Card(card_id=1)  # without a number it would take the time, and wait for the next millisecond
        for one in opportunities[-REVIEWS_LOOKED_AT:]:
            card, _ = scheduler.review_card(card, ratings[one.outcome], one.attempt.finished)
        found[rule] = RuleMemory(scheduler.get_card_retrievability(card, now), card.due)
    return found
