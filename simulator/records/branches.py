"""Branches: what a learner tried after stepping back in an attempt.

The attempt itself, the first pass, stays what it is, and alone counts. A branch shares its turns up to the one that was
stepped back to, and has turns of its own from there on. Of each attempt one branch at most is open: the learner is in
it, and comes back to it where the program was ended.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.domain.encounter import AnswerError, Encounter, parse_answer, rewound
from simulator.domain.modes import Mode
from simulator.errors import BugError, UserError
from simulator.i18n import say
from simulator.records.database import Database


class Branch(NamedTuple):
    """One branch: the ``answers`` (as transcript.answer_word gives them) begin with that of the turn ``turn``."""

    number: int  # from 1, within its attempt
    turn: int
    answers: tuple[str, ...]
    open: bool


# One statement, so that checking the turn's number and writing it cannot come apart.
_RECORD_TURN = """
    INSERT INTO branch_turns (attempt, branch, number, scene, answer, elapsed_ms, answered)
    SELECT attempt, number, ?2, ?3, ?4, ?5, ?6 FROM branches AS one
    WHERE attempt = ?1 AND closed IS NULL AND ?2 = turn + (
        SELECT count(*) FROM branch_turns WHERE attempt = one.attempt AND branch = one.number
    )
"""


class Branches:
    """All branches of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, attempt_id: int, turn: int) -> None:
        """Record that a learner steps back to a turn that has been answered, in the first pass or the open branch.

        Stepping back within a branch leaves it, and begins another one that shares its turns up to there.
        """
        now = self._database.now()
        with self._database.writing() as connection:
            left = self.open(attempt_id)
            (answered,) = connection.execute(
                "SELECT count(*) FROM turns JOIN attempts ON id = attempt WHERE attempt = ? AND mode != ?",
                (attempt_id, Mode.EXAM),
            ).fetchone()
            shared = () if left is None else left.answers[: max(0, turn - left.turn)]
            last = answered if left is None else left.turn + len(left.answers) - 1
            if not (answered and 1 <= turn <= last):
                raise BugError(f"attempt {attempt_id} has no turn {turn} to step back to")
            connection.execute("UPDATE branches SET closed = ? WHERE attempt = ? AND closed IS NULL", (now, attempt_id))
            (number,) = connection.execute(
                "SELECT 1 + count(*) FROM branches WHERE attempt = ?", (attempt_id,)
            ).fetchone()
            connection.execute(
                "INSERT INTO branches (attempt, number, turn, begun) VALUES (?, ?, ?, ?)",
                (attempt_id, number, turn - len(shared), now),
            )
            if left is not None:
                connection.execute(
                    "INSERT INTO branch_turns SELECT attempt, ?3, number, scene, answer, elapsed_ms, answered "
                    "FROM branch_turns WHERE attempt = ?1 AND branch = ?2 AND number < ?4",
                    (attempt_id, left.number, number, turn),
                )

    def record_turn(self, attempt_id: int, number: int, scene: str, answer_word: str, elapsed_ms: int) -> None:
        """Record the next turn of the open branch; it is durable when this returns."""
        values = (attempt_id, number, scene, answer_word, elapsed_ms, self._database.now())
        with self._database.writing() as connection:
            if connection.execute(_RECORD_TURN, values).rowcount != 1:
                raise BugError(f"turn {number} is not the next of an open branch of attempt {attempt_id}")

    def close(self, attempt_id: int) -> None:
        """Record that the learner goes back to the first pass."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE branches SET closed = ? WHERE attempt = ? AND closed IS NULL",
                (self._database.now(), attempt_id),
            )

    def open(self, attempt_id: int) -> Branch | None:
        """Give the branch in which the learner is, if they are in one."""
        return next((branch for branch in self.of_attempt(attempt_id) if branch.open), None)

    def of_attempt(self, attempt_id: int) -> tuple[Branch, ...]:
        """Give all branches of an attempt, the first one first."""
        answers: dict[int, list[str]] = {}
        for branch, answer in self._database.rows(
            "SELECT branch, answer FROM branch_turns WHERE attempt = ? ORDER BY branch, number", attempt_id
        ):
            answers.setdefault(branch, []).append(answer)
        rows = self._database.rows(
            "SELECT number, turn, closed IS NULL FROM branches WHERE attempt = ? ORDER BY number", attempt_id
        )
        return tuple(
            Branch(number, turn, tuple(answers.get(number, ())), bool(inside)) for number, turn, inside in rows
        )


def replay_branch(first_pass: Encounter, branch: Branch) -> Encounter:
    """Bring a branch back; raises UserError where its turns do not fit the scenario."""
    encounter = rewound(first_pass, branch.turn - 1)
    try:
        for word in branch.answers:
            encounter.answer(parse_answer(encounter.scene, word))
    except AnswerError as error:
        raise UserError(
            say(
                f"第 {branch.number} 个分支对不上它的情景，没法重现。它仍在记录里；请从头再练一次这个情景。",
                f"Branch {branch.number} does not fit its scenario, so it cannot be shown again. It stays in the "
                "record; start this scenario anew.",
            )
        ) from error
    return encounter
