"""The outbox: what waits to be delivered to the organisation's learning record store.

A finished attempt is put into it by the record itself, in the transaction that finishes the attempt (a trigger), and
only while that is wanted. From there its statements are written out once, and each leaves when it has been delivered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from simulator.records.database import Database


class Waiting(NamedTuple):
    """A statement that waits: its place in the outbox, its id, and its JSON exactly as it is sent."""

    number: int
    id: str
    statement: str


class Standing(NamedTuple):
    """How the outbox stands.

    ``attempts`` are not written out yet, ``statements`` wait, ``parked`` were refused for good (of those, attempts
    that cannot be written out count as one each), ``failures`` is how often in a row nothing could be delivered,
    ``not_before`` when it is to be tried again, and ``trouble`` what was wrong the last time.
    """

    attempts: int
    statements: int
    parked: int
    failures: int
    not_before: datetime | None
    trouble: str

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return not self.attempts and not self.statements


NOTHING_WAITS = Standing(0, 0, 0, 0, None, "")
"""How a new record's outbox stands."""


_ANSWERED = "UPDATE delivery SET failures = 0, not_before = NULL, trouble = NULL"


class Outbox:
    """The outbox of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def want(self, *, wanted: bool) -> None:
        """Say whether attempts that are finished from now on are to be delivered."""
        if self._database.rows("SELECT wanted FROM delivery") != [(int(wanted),)]:
            with self._database.writing() as connection:
                connection.execute("UPDATE delivery SET wanted = ?", (wanted,))

    def standing(self) -> Standing:
        """Say how it stands."""
        (row,) = self._database.rows(
            "SELECT (SELECT count(*) FROM outbox_attempts WHERE refused IS NULL), "
            "(SELECT count(*) FROM outbox WHERE parked IS NULL), "
            "(SELECT count(*) FROM outbox WHERE parked IS NOT NULL) "
            "+ (SELECT count(*) FROM outbox_attempts WHERE refused IS NOT NULL), "
            "failures, not_before, coalesce(trouble, '') FROM delivery"
        )
        attempts, statements, parked, failures, not_before, trouble = row
        when = datetime.fromisoformat(not_before) if not_before else None
        return Standing(attempts, statements, parked, failures, when, trouble)

    def attempts(self, most: int) -> list[int]:
        """Give finished attempts that are still to be written out, the oldest first."""
        rows = self._database.rows(
            "SELECT attempt FROM outbox_attempts WHERE refused IS NULL ORDER BY attempt LIMIT ?", most
        )
        return [id for (id,) in rows]

    def put(self, attempt_id: int, statements: Iterable[tuple[str, str]]) -> None:
        """Write out an attempt as its statements, given with their ids: all of them or none, and none twice."""
        rows = [(attempt_id, id, statement) for id, statement in statements]
        with self._database.writing() as connection:
            # Another program may have written the same attempt out meanwhile.
            if connection.execute("DELETE FROM outbox_attempts WHERE attempt = ?", (attempt_id,)).rowcount:
                connection.executemany(
                    "INSERT INTO outbox (attempt, id, statement) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING", rows
                )

    def refuse(self, attempt_id: int, reason: str) -> None:
        """Keep why an attempt cannot be written out; it is not tried again."""
        with self._database.writing() as connection:
            connection.execute("UPDATE outbox_attempts SET refused = ? WHERE attempt = ?", (reason, attempt_id))

    def waiting(self, most: int, size: int) -> list[Waiting]:
        """Give statements in their order: at most so many, of together at most ``size`` bytes, but at least one."""
        rows = self._database.rows(
            "SELECT number, id, statement FROM outbox WHERE parked IS NULL ORDER BY number LIMIT ?", most
        )
        batch: list[Waiting] = []
        for row in rows:
            one = Waiting(*row)
            size -= len(one.statement.encode())
            if batch and size < 0:
                break
            batch.append(one)
        return batch

    def delivered(self, batch: Sequence[Waiting]) -> None:
        """Let go of statements that the store has; so the last failure is over."""
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM outbox WHERE number = ?", [(one.number,) for one in batch])
            connection.execute(_ANSWERED)

    def park(self, one: Waiting, reason: str) -> None:
        """Keep a statement that the store will not have, with its reason; it is not sent again.

        The store has answered, so here too the last failure is over.
        """
        with self._database.writing() as connection:
            connection.execute("UPDATE outbox SET parked = ? WHERE number = ?", (reason, one.number))
            connection.execute(_ANSWERED)

    def failed(self, trouble: str, not_before: datetime) -> None:
        """Keep that nothing could be delivered, why, and when it is to be tried again."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE delivery SET failures = failures + 1, trouble = ?, not_before = ?",
                (trouble, not_before.isoformat(timespec="milliseconds")),
            )
