"""What many tests stand on: a clock that ticks, the rulebook, a small whole scenario, and an open record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from simulator.library.catalogue import Catalogue, OpenedRulebook, OpenedScenario
from simulator.records.database import Database, open_database

PROJECT = Path(__file__).parent.parent
SMALL_SCENARIO = Path(__file__).parent / "scenarios" / "wet-umbrella.yaml"

# How long an example takes says nothing on a busy machine; the performance benchmarks measure time.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


class TickingClock:
    """A clock that is one second later each time it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 2, 8, 59, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")


@pytest.fixture
def rulebook(catalogue: Catalogue) -> OpenedRulebook:
    return catalogue.rulebook()


@pytest.fixture
def umbrella(catalogue: Catalogue) -> OpenedScenario:
    """The small scenario: an inspection, a condition, a recovery scene, a hidden need and three endings."""
    return catalogue.open(SMALL_SCENARIO)


@pytest.fixture
def database(tmp_path: Path, clock: TickingClock) -> Iterator[Database]:
    database = open_database(tmp_path / "record.db", tmp_path / "backups", clock)
    yield database
    database.close()
