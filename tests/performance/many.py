"""A home of 1,000 scenarios and 100,000 attempts of 50 learners, made once and kept for the next measurement.

The attempts are encounters played with more and less skill, recorded with the rows that the program itself writes; they
are put into the tables in bulk, many attempts having been played alike. The home lies in the system's temporary folder,
under a name that changes with whatever it is made by, and may be deleted at any time.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from simulator.library.catalogue import Catalogue
from simulator.paths import Paths
from simulator.records import migrations
from simulator.records.database import Database, open_database
from simulator.records.learners import Learners
from tests.performance import opening
from tests.practised import Practised

PROJECT = Path(__file__).parent.parent.parent
SCENARIOS, LEARNERS, ATTEMPTS = 1_000, 50, 100_000
SIZE = 2_000  # bytes of a made-up scenario file
PLAYS = 12  # of each scenario that is played, from hardly any skill to all of it
PLAYED = 24  # scenarios that are played: those of the program, and some of the others
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
EVERY = timedelta(minutes=15)  # between attempts: three years in all


class Play(NamedTuple):
    """One way in which a scenario was played: its rows, without the attempt that they belong to."""

    attempt: tuple[object, ...]
    rules: tuple[tuple[object, ...], ...]
    turns: tuple[tuple[object, ...], ...]


def many() -> Paths:
    """Give the home, made where it is not there yet (about a minute)."""
    made_by = b"".join(Path(one.__file__ or "").read_bytes() for one in (migrations, opening))
    made_by += Path(__file__).read_bytes() + b"".join(
        path.read_bytes() for path in sorted((PROJECT / "scenarios").rglob("*.yaml"))
    )
    home = Path(tempfile.gettempdir(), f"counter-practice-many-{sha256(made_by).hexdigest()[:12]}")
    paths = Paths(PROJECT / "scenarios", PROJECT / "assets", home)
    if not (home / "whole").exists():
        shutil.rmtree(home, ignore_errors=True)
        paths.library.mkdir(parents=True)
        for number in range(SCENARIOS - len(list(PROJECT.glob("scenarios/*/*.yaml")))):
            opening.scenario_file(paths.library, SIZE, f"story-{number:04}")
        database = open_record(paths)
        fill(database, catalogue_of(paths))
        database.close()
        (home / "whole").touch()
    return paths


def catalogue_of(paths: Paths) -> Catalogue:
    """Its library."""
    return Catalogue([paths.scenarios, paths.library], paths.scenarios / "rulebook.yaml", paths.cache)


def open_record(paths: Paths) -> Database:
    """Its record, at the moment after the last attempt."""
    return open_database(paths.database, paths.backups, lambda: NOW)


def plays_of(catalogue: Catalogue) -> list[Play]:
    """Play some scenarios, each several times, and give what would be written of it."""
    practised, rules = Practised(catalogue), catalogue.rulebook()
    plays = []
    for card in catalogue.cards()[:PLAYED]:
        opened = catalogue.open(card.path)
        for number in range(PLAYS):
            answers, found, encounter = practised.play(card, number / (PLAYS - 1))
            result = (found.ending, found.score, str(found.level), found.rating, int(found.passed))
            turns = zip(encounter.transcript().turns, answers, strict=True)
            plays.append(
                Play(
                    (card.id, opened.hash, rules.hash, *result),
                    tuple((rule, one.kept, one.broken, one.missed) for rule, one in found.rules.items()),
                    tuple((place, turn.before.scene, word, 4_000) for place, (turn, word) in enumerate(turns, start=1)),
                )
            )
    return plays


def fill(database: Database, catalogue: Catalogue) -> None:
    """Record what the learners did, one attempt every quarter of an hour."""
    chance, plays, rules = random.Random(1), plays_of(catalogue), catalogue.rulebook()
    learners = [Learners(database).add(f"学员{number}").id for number in range(LEARNERS)]
    attempts, counts, turns = [], [], []
    for id in range(1, ATTEMPTS + 1):
        learner, play = learners[id % LEARNERS], chance.choice(plays)
        finished = (NOW - EVERY * (ATTEMPTS - id)).isoformat(timespec="milliseconds")
        attempts.append((id, learner, *play.attempt, finished, finished))
        counts += [(learner, rule, id, *outcome) for rule, *outcome in play.rules]
        turns += [(id, *turn, finished) for turn in play.turns]
    with database.writing() as connection:
        opened = {one.hash: one.text for one in (catalogue.open(card.path) for card in catalogue.cards()[:PLAYED])}
        texts = [*opened.items(), (rules.hash, rules.text)]
        connection.executemany("INSERT INTO texts (hash, text) VALUES (?, ?)", texts)
        connection.executemany(
            "INSERT INTO attempts (id, learner, scenario, scenario_hash, rulebook_hash, ending, score, level, rating, "
            "passed, started, finished, seed, mode, counted) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 3, 'learn', 1)",
            attempts,
        )
        connection.executemany(
            "INSERT INTO rule_counts (learner, rule, attempt, kept, broken, missed) VALUES (?, ?, ?, ?, ?, ?)", counts
        )
        connection.executemany(
            "INSERT INTO turns (attempt, number, scene, answer, elapsed_ms, answered) VALUES (?, ?, ?, ?, ?, ?)", turns
        )
