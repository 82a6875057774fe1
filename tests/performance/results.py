"""Results of forty trainees, ten attempts each: read, played again and kept; and what they say."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from simulator.classroom.class_figures import class_figures, read_surroundings
from simulator.classroom.cohort import Counting
from simulator.classroom.cohort_workbook import cohort_workbook
from simulator.classroom.handing_in import hand_in
from simulator.classroom.intake import find_files, read_files
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_all
from simulator.classroom.result_file import write_result
from simulator.library.catalogue import Catalogue
from simulator.records.cohorts import Cohorts
from simulator.records.database import open_database
from simulator.records.learners import Learners
from tests.performance.figures import THOUSANDTH, Figure
from tests.performance.opening import RULEBOOK
from tests.practised import Practised

PROJECT = Path(__file__).parent.parent.parent
TRAINEES, ATTEMPTS = 40, 10
INTAKE, READING = 3_000, 1_000  # milliseconds
_NOW = datetime(2026, 9, 1, tzinfo=UTC)


def hand_in_all(folder: Path, catalogue: Catalogue) -> Path:
    """Let everybody practise and hand in, and give the folder of their files."""
    practised, sticks = Practised(catalogue), folder / "sticks"
    sticks.mkdir()
    cards = [card for card in catalogue.cards() if not card.broken][:ATTEMPTS]
    with closing(open_database(folder / "there.db", folder / "backups", lambda: _NOW)) as database:
        for number in range(TRAINEES):
            learner = Learners(database).add(f"学员{number}")
            practised.record(database, learner, cards, lambda _, skill=number / TRAINEES: skill)
            (sticks / f"{number}.cpresult").write_bytes(write_result(hand_in(database, learner, "0.0")))
    return sticks


def measure() -> Iterator[Figure]:
    """The intake as a person waits for it, and the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = Catalogue([PROJECT / "scenarios"], RULEBOOK, folder / "cache")
        sticks = hand_in_all(folder, catalogue)
        with closing(open_database(folder / "here.db", folder / "backups", lambda: _NOW)) as database:
            cohorts = Cohorts(database)
            cohort = cohorts.add("class").id
            begin = perf_counter()
            bare = sum(len(path.read_bytes()) for path in find_files([sticks]))
            reading = (perf_counter() - begin) * THOUSANDTH
            begin = perf_counter()
            intake = read_files(find_files([sticks]), cohorts.known(cohort), ProvenTexts(), lambda _done, _of: True)
            assert intake is not None
            cohorts.keep(cohort, intake.kept, intake.texts)
            taken = (perf_counter() - begin) * THOUSANDTH
            assert len(cohorts.attempts(cohort)) == TRAINEES * ATTEMPTS
            begin = perf_counter()
            replayed = replay_all(cohorts.attempts(cohort), cohorts.texts(cohort), ProvenTexts())
            figures = class_figures("class", replayed, Counting.ALL, read_surroundings(catalogue), _NOW)
            said = (perf_counter() - begin) * THOUSANDTH
            begin = perf_counter()
            cohort_workbook(figures, "zh")
            written = (perf_counter() - begin) * THOUSANDTH
        files = f"{bare / 2**20:.1f} MiB of files read"
        yield Figure("400 attempts of 40 trainees taken in", taken, "ms", INTAKE, taken / reading, files)
        yield Figure("all that they say, from the record", said, "ms", READING, said / taken, "taking them in")
        yield Figure("the same as a workbook", written, "ms", None, written / said, "all that they say")
