"""The people who practise on this PC."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from simulator.errors import BugError, UserError
from simulator.i18n import say
from simulator.records.database import Database

LONGEST_NAME = 40  # characters

_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Categories of characters that no name has. Private-use ones are not among them: rare family names are written so."""


class Learner(NamedTuple):
    """One person who practises."""

    id: int
    name: str


class Learners:
    """All learners of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Learner]:
        """Give everyone, in the order in which they came."""
        return [Learner(*row) for row in self._database.rows("SELECT id, name FROM learners ORDER BY id")]

    def add(self, name: str) -> Learner:
        """Give the learner of this name, added if there is none yet; raises UserError where it can be nobody's name."""
        name = tidy_name(name)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO learners (name, added) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                (name, self._database.now()),
            )
            row = connection.execute("SELECT id, name FROM learners WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise BugError("a learner that was just added is not there")
        return Learner(*row)


def tidy_name(name: str) -> str:
    """Give a name as the record keeps it, so that what looks the same is the same.

    Raises UserError where it can be nobody's name.
    """
    tidy = unicodedata.normalize("NFC", name.strip())
    if not 1 <= len(tidy) <= LONGEST_NAME or any(unicodedata.category(character) in _INVISIBLE for character in tidy):
        raise UserError(
            say(
                f"名字要有 1 到 {LONGEST_NAME} 个字，不能有看不见的控制字符。请换一个名字。",
                f"A name has 1 to {LONGEST_NAME} characters and no invisible control characters. Choose another name.",
            )
        )
    return tidy
