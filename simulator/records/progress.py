"""How a learner does on each rule: counted once for every finished attempt, so that no page has to replay them all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from simulator.domain.canonical import from_canonical_text
from simulator.domain.encounter import AnswerError, play
from simulator.domain.rulebook import Rulebook, rulebook_from_data
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge, Tally, tallies
from simulator.errors import BugError
from simulator.records.attempts import Attempt, Attempts
from simulator.records.database import Database


class RuleCount(NamedTuple):
    """How often a learner has kept, broken and missed a rule, and in how many attempts it was at stake."""

    kept: int
    broken: int
    missed: int
    attempts: int


class Progress:
    """The counts of one record. What was read to count one attempt is kept for the next, which often needs the same."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._attempts = Attempts(database)
        self._scenarios: dict[str, Scenario] = {}
        self._rulebooks: dict[str, Rulebook] = {}

    def count(self, attempt_id: int, rules: Mapping[str, Tally]) -> None:
        """Keep what a finished attempt did to the rules; counting it once more changes nothing."""
        self._keep([(attempt_id, rules)])

    def rules(self, learner_id: int) -> Mapping[str, RuleCount]:
        """Give a learner's counts over all counted attempts, by the rule's id; a rule never met has none."""
        rows = self._database.rows(
            "SELECT rule, sum(kept), sum(broken), sum(missed), count(*) FROM rule_counts WHERE learner = ? "
            "GROUP BY rule",
            learner_id,
        )
        return {rule: RuleCount(*counts) for rule, *counts in rows}

    def uncounted(self, learner_id: int) -> int:
        """Give how many of a learner's finished attempts have not been counted yet."""
        return int(
            self._database.rows(
                "SELECT count(*) FROM attempts WHERE learner = ? AND finished IS NOT NULL AND counted = 0", learner_id
            )[0][0]
        )

    def catch_up(self, learner_id: int, most: int) -> int:
        """Count some of a learner's attempts that are not counted yet, the newest first, and give how many are left.

        An attempt that does not fit its scenario any more counts for nothing, and is not asked again.
        """
        waiting = self._database.rows(
            "SELECT id FROM attempts WHERE learner = ? AND finished IS NOT NULL AND counted = 0 ORDER BY id DESC "
            "LIMIT ?",
            learner_id,
            most,
        )
        self._keep([(id, self._replayed(self._attempts.load(id))) for (id,) in waiting])
        return self.uncounted(learner_id)

    def _keep(self, counted: Iterable[tuple[int, Mapping[str, Tally]]]) -> None:
        with self._database.writing() as connection:
            for attempt_id, rules in counted:
                row = connection.execute(
                    "SELECT learner, counted FROM attempts WHERE id = ? AND finished IS NOT NULL", (attempt_id,)
                ).fetchone()
                if row is None:
                    raise BugError(f"attempt {attempt_id} is not finished")
                learner, already = row
                if already:
                    continue
                connection.executemany(
                    "INSERT INTO rule_counts (learner, rule, attempt, kept, broken, missed) VALUES (?, ?, ?, ?, ?, ?)",
                    [(learner, rule, attempt_id, one.kept, one.broken, one.missed) for rule, one in rules.items()],
                )
                connection.execute("UPDATE attempts SET counted = 1 WHERE id = ?", (attempt_id,))

    def _replayed(self, attempt: Attempt) -> Mapping[str, Tally]:
        """Give what an attempt did to the rules, by playing it again on its own texts."""
        outline = attempt.outline
        scenario = self._scenarios.get(outline.scenario_hash)
        if scenario is None:
            scenario = self._scenarios[outline.scenario_hash] = from_canonical_text(attempt.scenario_text)
        rulebook = self._rulebooks.get(outline.rulebook_hash)
        if rulebook is None:
            rulebook = rulebook_from_data(json.loads(attempt.rulebook_text))
            self._rulebooks[outline.rulebook_hash] = rulebook
        try:
            encounter = play(scenario, [turn.answer for turn in attempt.turns], outline.seed)
        except AnswerError:
            return {}
        judge = Judge(scenario, rulebook)
        return tallies(map(judge, encounter.transcript().turns))
