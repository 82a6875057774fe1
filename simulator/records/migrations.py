"""The forms that the record's tables have had, each made from the one before.

A step that was ever released is never changed again: files that have been through it are out there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite_utils

MIGRATION_SET = "record"

_FORM_1 = (
    """
    CREATE TABLE learners (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL
    )
    """,
    # Canonical texts of scenarios and rulebooks, each kept once.
    """
    CREATE TABLE texts (
        hash TEXT PRIMARY KEY NOT NULL,
        text TEXT NOT NULL
    )
    """,
    # What follows set_aside is the outcome as it was shown; it can be worked out again from the turns at any time.
    """
    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        learner INTEGER NOT NULL REFERENCES learners (id),
        scenario TEXT NOT NULL,
        scenario_hash TEXT NOT NULL REFERENCES texts (hash),
        rulebook_hash TEXT NOT NULL REFERENCES texts (hash),
        seed INTEGER NOT NULL,
        mode TEXT NOT NULL,
        started TEXT NOT NULL,
        finished TEXT,
        set_aside TEXT,
        ending TEXT,
        score INTEGER,
        level TEXT,
        rating INTEGER,
        passed INTEGER,
        key_turn INTEGER,
        CHECK (finished IS NULL OR set_aside IS NULL),
        CHECK ((finished IS NULL) = (ending IS NULL))
    )
    """,
    "CREATE INDEX attempts_of_learner ON attempts (learner)",
    """
    CREATE INDEX attempts_outcomes ON attempts (learner, scenario, score, level, rating, finished)
    WHERE finished IS NOT NULL
    """,
    """
    CREATE TABLE turns (
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        scene TEXT NOT NULL,
        answer TEXT NOT NULL,
        elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
        answered TEXT NOT NULL,
        PRIMARY KEY (attempt, number)
    ) WITHOUT ROWID
    """,
)

_FORM_2 = (
    # How often a finished attempt kept, broke and missed each rule that was at stake in it. It follows from the turns;
    # it is kept because replaying every attempt would be too slow. The learner is repeated so that one learner's rows
    # lie beside each other.
    """
    CREATE TABLE rule_counts (
        learner INTEGER NOT NULL REFERENCES learners (id),
        rule TEXT NOT NULL,
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        kept INTEGER NOT NULL CHECK (kept >= 0),
        broken INTEGER NOT NULL CHECK (broken >= 0),
        missed INTEGER NOT NULL CHECK (missed >= 0),
        PRIMARY KEY (learner, rule, attempt)
    ) WITHOUT ROWID
    """,
    # Whether an attempt's rules have been counted; those from before this form are counted when there is time.
    "ALTER TABLE attempts ADD COLUMN counted INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX attempts_to_count ON attempts (learner) WHERE finished IS NOT NULL AND counted = 0",
    # The phrase drill: when a phrase was last seen, how often it was missed in all, and how many right answers it still
    # takes until a miss is made good.
    """
    CREATE TABLE drilled (
        learner INTEGER NOT NULL REFERENCES learners (id),
        phrase TEXT NOT NULL,
        seen TEXT NOT NULL,
        misses INTEGER NOT NULL CHECK (misses >= 0),
        owed INTEGER NOT NULL CHECK (owed >= 0),
        PRIMARY KEY (learner, phrase)
    ) WITHOUT ROWID
    """,
)

_FORM_3 = (
    # What learners set themselves for the next time: the rule, and the words in which it was chosen (JSON). A goal is
    # open until it is done or another one is chosen.
    """
    CREATE TABLE goals (
        id INTEGER PRIMARY KEY,
        learner INTEGER NOT NULL REFERENCES learners (id),
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        rule TEXT NOT NULL,
        words TEXT NOT NULL,
        chosen TEXT NOT NULL,
        done TEXT,
        set_aside TEXT,
        CHECK (done IS NULL OR set_aside IS NULL)
    )
    """,
    "CREATE UNIQUE INDEX goals_open ON goals (learner) WHERE done IS NULL AND set_aside IS NULL",
    "CREATE INDEX goals_of_learner ON goals (learner)",
    "CREATE INDEX goals_of_attempt ON goals (attempt)",
)

_FORM_4 = (
    # Lessons before a class. They belong to no learner, and no learner's record is made from them.
    """
    CREATE TABLE lessons (
        id INTEGER PRIMARY KEY,
        group_name TEXT NOT NULL,
        scenario TEXT NOT NULL,
        scenario_hash TEXT NOT NULL REFERENCES texts (hash),
        rulebook_hash TEXT NOT NULL REFERENCES texts (hash),
        begun TEXT NOT NULL,
        finished TEXT
    )
    """,
    # Everything that happened in a lesson, in order (JSON), from its opening on; at_ms is the lesson's own time.
    """
    CREATE TABLE lesson_events (
        lesson INTEGER NOT NULL REFERENCES lessons (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        event TEXT NOT NULL,
        at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
        PRIMARY KEY (lesson, number)
    ) WITHOUT ROWID
    """,
)

# A version 4 UUID (RFC 9562) of SQLite's own random bytes.
_NEW_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
    "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)
_KNOWN_OUTSIDE = ("learners", "attempts")

_FORM_5 = (
    # By what the record, its learners and its attempts are known outside: random, so that it tells nobody's name.
    # Triggers give it, so that no way in which a row comes can forget it.
    "ALTER TABLE learners ADD COLUMN uuid TEXT",
    "ALTER TABLE attempts ADD COLUMN uuid TEXT",
    *(f"UPDATE {table} SET uuid = {_NEW_UUID}" for table in _KNOWN_OUTSIDE),  # noqa: S608 - made of our own words
    *(
        f"CREATE TRIGGER {table}_known_by AFTER INSERT ON {table} WHEN new.uuid IS NULL "  # noqa: S608 - as above
        f"BEGIN UPDATE {table} SET uuid = {_NEW_UUID} WHERE id = new.id; END"
        for table in _KNOWN_OUTSIDE
    ),
    # How things stand with the organisation's learning record store; one row. Nothing is kept for it unless wanted.
    """
    CREATE TABLE delivery (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        record TEXT NOT NULL,
        wanted INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        not_before TEXT,
        trouble TEXT
    )
    """,
    f"INSERT INTO delivery (one, record) VALUES (1, {_NEW_UUID})",  # noqa: S608 - as above
    # Finished attempts of which no statements have been written yet; refused is why none can be.
    """
    CREATE TABLE outbox_attempts (
        attempt INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        refused TEXT
    )
    """,
    # Statements that wait, exactly as they are sent; parked is why the store will not have one.
    """
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY,
        attempt INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        statement TEXT NOT NULL,
        parked TEXT
    )
    """,
    "CREATE INDEX outbox_waiting ON outbox (number) WHERE parked IS NULL",
    "CREATE INDEX outbox_of_attempt ON outbox (attempt)",
    # In the transaction that finishes an attempt, whoever finishes it.
    """
    CREATE TRIGGER attempts_to_deliver AFTER UPDATE OF finished ON attempts
    WHEN old.finished IS NULL AND new.finished IS NOT NULL AND (SELECT wanted FROM delivery)
    BEGIN INSERT INTO outbox_attempts (attempt) VALUES (new.id); END
    """,
)

_FORM_6 = (
    # What helped in a turn: whether the hint was looked at, and how many times longer than written time limits were (0:
    # none held). Of turns from before this form it is not known.
    "ALTER TABLE turns ADD COLUMN hinted INTEGER CHECK (hinted IN (0, 1))",
    "ALTER TABLE turns ADD COLUMN stretch REAL CHECK (stretch >= 0)",
    # What learners tried after stepping back in an attempt: from which turn on, and the turns. It never counts. A
    # branch is open until the learner goes back to the first pass.
    """
    CREATE TABLE branches (
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        turn INTEGER NOT NULL CHECK (turn >= 1),
        begun TEXT NOT NULL,
        closed TEXT,
        PRIMARY KEY (attempt, number)
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX branches_open ON branches (attempt) WHERE closed IS NULL",
    """
    CREATE TABLE branch_turns (
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        branch INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        scene TEXT NOT NULL,
        answer TEXT NOT NULL,
        elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
        answered TEXT NOT NULL,
        PRIMARY KEY (attempt, branch, number)
    ) WITHOUT ROWID
    """,
    # What is not an exam has one name.
    "UPDATE attempts SET mode = 'learn' WHERE mode = 'practice'",
)

_FORM_7 = (
    # What trainees of a class handed in from other PCs, kept apart from the learners of this one: with texts of its
    # own, so that both can be deleted without regard to the other.
    """
    CREATE TABLE cohorts (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        added TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE cohort_texts (
        hash TEXT PRIMARY KEY NOT NULL,
        text TEXT NOT NULL
    )
    """,
    # ``identity`` is the same for the same attempt from whatever file, ``trainee`` a name from elsewhere, and ``turns``
    # is JSON: scene, answer, milliseconds.
    """
    CREATE TABLE cohort_attempts (
        id INTEGER PRIMARY KEY,
        cohort INTEGER NOT NULL REFERENCES cohorts (id),
        identity TEXT NOT NULL,
        trainee TEXT NOT NULL,
        scenario TEXT NOT NULL,
        scenario_hash TEXT NOT NULL REFERENCES cohort_texts (hash),
        rulebook_hash TEXT NOT NULL REFERENCES cohort_texts (hash),
        seed INTEGER NOT NULL,
        mode TEXT NOT NULL,
        started TEXT NOT NULL,
        finished TEXT NOT NULL,
        ending TEXT NOT NULL,
        score INTEGER NOT NULL,
        level TEXT NOT NULL,
        rating INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        turns TEXT NOT NULL,
        altered INTEGER NOT NULL,
        taken_in TEXT NOT NULL,
        UNIQUE (cohort, identity, altered)
    )
    """,
    "CREATE INDEX cohort_attempts_scenarios ON cohort_attempts (scenario_hash)",
    "CREATE INDEX cohort_attempts_rulebooks ON cohort_attempts (rulebook_hash)",
)


_FORM_8 = (
    # What learners wrote that they would say, before they saw the options of a turn. It is never scored.
    """
    CREATE TABLE own_words (
        attempt INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        sentence TEXT NOT NULL CHECK (sentence != ''),
        PRIMARY KEY (attempt, number)
    ) WITHOUT ROWID
    """,
)


def _step(form: Sequence[str]) -> Callable[[sqlite_utils.Database], None]:
    def step(tables: sqlite_utils.Database) -> None:
        for statement in form:
            tables.execute(statement)

    return step


STEPS: Mapping[str, Callable[[sqlite_utils.Database], None]] = {
    "form-1": _step(_FORM_1),
    "form-2": _step(_FORM_2),
    "form-3": _step(_FORM_3),
    "form-4": _step(_FORM_4),
    "form-5": _step(_FORM_5),
    "form-6": _step(_FORM_6),
    "form-7": _step(_FORM_7),
    "form-8": _step(_FORM_8),
}
"""Every step by its name, in order."""


def migrate(connection: sqlite3.Connection, last: str | None = None) -> None:
    """Bring the tables to the newest form, or only to the one named ``last``, within the transaction that is open."""
    # Imported only where there is something to migrate: it takes longer than all else at a start.
    import sqlite_utils

    steps = sqlite_utils.Migrations(MIGRATION_SET)
    for name, step in STEPS.items():
        steps(name=name)(step)
        if name == last:
            break
    steps.apply(sqlite_utils.Database(connection, execute_plugins=False))
