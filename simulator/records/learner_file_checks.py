"""What is looked at before a learner's record from elsewhere is taken in: each value, and whether it makes sense.

Keys, references and most bounds are the tables' own and are left to SQLite; here is what the program relies on beside
them when it opens a record.
"""

# ruff: noqa: S608 - the tables are named by the record itself, and values go in as parameters
from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from simulator.domain.canonical import hash_of_text
from simulator.domain.encounter import AnswerError, play
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Level
from simulator.errors import UserError
from simulator.i18n import Text
from simulator.records.belongings import LEARNERS, Table, luggage, referring
from simulator.records.learners import tidy_name

TextReader = Callable[[str, str], Scenario | None]
"""Reads the canonical texts of a scenario and of its rulebook; None where they are no such texts."""

Told = Callable[[int, int], None]
"""Hears how much of how much is done; may raise to stop."""

_GREATEST = 2**40  # beyond every number that a record has; a million of them can still be added up
_LONGEST = 20_000  # characters of any text but a scenario's or a rulebook's
_TIMES = frozenset(("added", "started", "finished", "set_aside", "answered", "seen", "chosen", "done"))
_MODE = re.compile(r"[a-z-]{1,20}")


class Refusal(Exception):
    """What a file brings cannot be in a record."""


def check_row(table: Table, row: Sequence[object]) -> None:
    """Raise Refusal where a row's values are not such as the table's columns hold."""
    if len(row) != len(table.columns):
        raise Refusal(table.name)
    for column, value in zip(table.columns, row, strict=True):
        if not (value is None or _fits(table.name, column.name, column.type, value)):
            raise Refusal(f"{table.name}.{column.name}")


def check_whole(connection: sqlite3.Connection, read_scenario: TextReader, told: Told) -> tuple[str, int]:
    """Look at everything together; give the learner's name and the number of attempts, or raise Refusal."""
    names = connection.execute(f"SELECT name FROM {LEARNERS}").fetchall()
    if len(names) != 1 or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Refusal(LEARNERS)
    _check_nobody_elses(connection)
    name = str(names[0][0])
    try:
        tidy = tidy_name(name)
    except UserError as error:
        raise Refusal(LEARNERS) from error
    if tidy != name:
        raise Refusal(LEARNERS)
    _check_texts(connection)
    return name, _check_attempts(connection, read_scenario, told)


def _fits(table: str, column: str, kind: str, value: object) -> bool:
    if kind == "INTEGER":
        return value.__class__ is int and abs(value) <= _GREATEST
    if kind == "REAL":
        return value.__class__ in (int, float) and abs(value) <= _GREATEST
    if kind != "TEXT" or not isinstance(value, str):
        return False
    if (table, column) == ("texts", "text"):
        return _is_unicode(value)
    if column in _TIMES:
        return _is_time(value)
    return len(value) <= _LONGEST and all(
        letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in value
    )


def _is_unicode(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_time(value: str) -> bool:
    """Tell whether this is a time as the record writes it: in UTC, to the millisecond."""
    try:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat(timespec="milliseconds") == value
    except (ValueError, OverflowError):
        return False


def _check_nobody_elses(connection: sqlite3.Connection) -> None:
    """Refuse rows that belong to no learner: there is only one, so that whatever refers to none is nobody's."""
    (learner,) = connection.execute(f"SELECT id FROM {LEARNERS}").fetchone()
    what = luggage(connection)
    for table in what.own:
        count = f"SELECT (SELECT count(*) FROM {table.name}), (SELECT count(*) FROM {table.name} "
        whole, owned = connection.execute(f"{count} WHERE {table.owned})", (learner,)).fetchone()
        if whole != owned:
            raise Refusal(table.name)
    for table in what.shared:
        unused = " AND ".join(
            f"{to.target} NOT IN (SELECT {to.column} FROM {name})" for name, to in referring(connection, table.name)
        )
        if connection.execute(f"SELECT 1 FROM {table.name} WHERE {unused}").fetchone():
            raise Refusal(table.name)


def _check_texts(connection: sqlite3.Connection) -> None:
    for written, text in connection.execute("SELECT hash, text FROM texts"):
        if written != hash_of_text(text):
            raise Refusal("texts")
    for (words,) in connection.execute("SELECT words FROM goals"):
        try:
            data = json.loads(words)
        except (ValueError, RecursionError) as error:
            raise Refusal("goals") from error
        plain = data.values() if isinstance(data, dict) and data else [data]
        if not all(isinstance(one, str) for one in plain) or Text.of(data).data() != data:
            raise Refusal("goals")


_ATTEMPTS = """
    SELECT attempts.id, scenario, scenario_hash, rulebook_hash, seed, mode, finished, ending, score, level, rating,
           passed, key_turn, scenarios.text, rulebooks.text
    FROM attempts JOIN texts AS scenarios ON scenarios.hash = scenario_hash
    JOIN texts AS rulebooks ON rulebooks.hash = rulebook_hash ORDER BY attempts.id
"""


def _check_attempts(connection: sqlite3.Connection, read_scenario: TextReader, told: Told) -> int:
    """Check that each attempt can be opened as the program opens it, and give their number."""
    (count,) = connection.execute("SELECT count(*) FROM attempts").fetchone()
    scenarios: dict[tuple[str, str], Scenario | None] = {}
    for done, row in enumerate(connection.execute(_ATTEMPTS), start=1):
        id, scenario_id, *hashes, seed, mode, finished, ending, score, level, rating, passed, key_turn = row[:13]
        pair = (hashes[0], hashes[1])
        if pair not in scenarios:
            scenarios[pair] = read_scenario(row[13], row[14])
        scenario = scenarios[pair]
        turns = connection.execute("SELECT number, answer FROM turns WHERE attempt = ? ORDER BY number", (id,))
        numbers, answers = zip(*turns.fetchall() or [(0, "")], strict=True)
        whole = (
            scenario is not None
            and scenario.id == scenario_id
            and _MODE.fullmatch(mode)
            and numbers in ((0,), tuple(range(1, len(numbers) + 1)))
            and 0 <= (key_turn or 0) <= numbers[-1]
            and _is_result((score, level, rating, passed), finished=finished is not None)
            and (finished is None or _ends(scenario, answers, seed, ending))
        )
        if not whole:
            raise Refusal(f"attempt {id}")
        told(done, count)
    return int(count)


def _is_result(result: tuple[object, object, object, object], *, finished: bool) -> bool:
    if not finished:
        return result == (None,) * 4
    score, level, rating, passed = result
    return score in range(101) and level in {str(one) for one in Level} and rating in range(1, 6) and passed in (0, 1)


def _ends(scenario: Scenario, answers: Sequence[str], seed: int, ending: str) -> bool:
    """Tell whether these answers lead to this ending."""
    try:
        encounter = play(scenario, answers, seed)
    except AnswerError:
        return False
    return encounter.ending is not None and encounter.ending.id == ending
