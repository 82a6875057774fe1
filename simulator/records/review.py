"""A learner's history of rules, and when each rule is due to be met again: spaced practice.

Every attempt in which a rule was at stake is one review of it. When it is due follows from those reviews alone, so it
is worked out when it is asked for and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from simulator.domain.debrief import Outcome
from simulator.domain.progress import Finished, History, Opportunity, rule_states
from simulator.domain.scoring import Level
from simulator.domain.what_next import Known, Offered, Proposal, RuleMemory, propose
from simulator.records.attempts import Attempts
from simulator.records.database import Database
from simulator.records.goals import Goals

REVIEWS_LOOKED_AT = 40  # of each rule, the newest: what lies further back hardly moves the date any more
LONGEST = 60  # days until a rule is due again, however well it is kept

_ALL = "SELECT rule, attempt, kept, broken, missed FROM rule_counts WHERE learner = ? ORDER BY rule"
# Of each rule what was begun after the last one that is left out: each is found in the index, and none is looked at.
_NEWEST = """
    WITH since AS (
        SELECT rule, coalesce((
            SELECT attempt FROM rule_counts AS one WHERE one.learner = ?1 AND one.rule = rules.rule
            ORDER BY attempt DESC LIMIT 1 OFFSET ?2
        ), 0) AS left_out
        FROM (SELECT DISTINCT rule FROM rule_counts WHERE learner = ?1) AS rules
    )
    SELECT counts.rule, attempt, kept, broken, missed FROM since CROSS JOIN rule_counts AS counts
    ON counts.learner = ?1 AND counts.rule = since.rule AND attempt > left_out ORDER BY counts.rule
"""
_FINISHED = """
    SELECT id, scenario, mode, finished, score, level, rating, passed
    FROM attempts WHERE learner = ? AND finished IS NOT NULL ORDER BY finished, id
"""


class Review:
    """The histories of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, learner_id: int) -> Known:
        """Give what is known of a learner at this moment, as far as it decides what to practise next."""
        return self.all_known(learner_id, REVIEWS_LOOKED_AT)

    def all_known(self, learner_id: int, newest: int | None = None) -> Known:
        """Give all that is known of a learner at this moment; of each rule the ``newest`` opportunities alone."""
        begun = frozenset(one.scenario_id for one in Attempts(self._database).unfinished(learner_id))
        goal = Goals(self._database).current(learner_id)
        now = datetime.fromisoformat(self._database.now())
        return Known(self.history(learner_id, newest), begun, goal.rule if goal else None, now)

    def history(self, learner_id: int, newest: int | None = None) -> History:
        """Give a learner's finished attempts with what they did to the rules, as far as they have been counted.

        Where a number is given, the history of each rule is that of its ``newest`` opportunities, those begun last:
        the others would take far longer to bring here than to leave in the record.
        """
        levels = {str(level): level for level in Level}
        moment = datetime.fromisoformat
        attempts = {
            id: Finished(id, scenario, mode, moment(finished), score, levels[level], rating, bool(passed))
            for id, scenario, mode, finished, score, level, rating, passed in self._database.rows(_FINISHED, learner_id)
        }
        found: dict[str, list[Opportunity]] = {}
        rows = self._database.rows(_NEWEST, learner_id, newest) if newest else self._database.rows(_ALL, learner_id)
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


def proposal_for(known: Known, offered: Offered) -> Proposal:
    """Propose what to practise now to a learner of whom this is known."""
    states = rule_states(known.history, offered.rulebook.rules, str)
    return propose(known, memories(known.history, known.now), states, offered)
