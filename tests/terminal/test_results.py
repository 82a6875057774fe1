"""Results in the terminal: from one PC's record into a file, and from files into a class on another."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from io import BytesIO

import pytest
from openpyxl import load_workbook

from simulator.errors import UserError
from simulator.records.cohorts import Cohorts
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.terminal.commands import Printing
from simulator.terminal.results import ResultsWish, export_results, import_results
from tests.conftest import PROJECT, TickingClock
from tests.practised import Practised


class Office:
    """A PC with a record, and what its commands printed."""

    def __init__(self, database, catalogue) -> None:
        self.database, self.catalogue = database, catalogue
        self.printed: list[str] = []

    def export(self, target, *, learner=None, cohort=None, places=("results",), as_json=False, force=False):
        wish = ResultsWish(list(places), target, learner, cohort, force)
        return export_results(wish, self.database, self.catalogue, "0.1.0", self._printing(as_json))

    def take(self, place, cohort="一班", as_json=False):
        return import_results(place, cohort, self.database, self._printing(as_json))

    def _printing(self, as_json):
        self.printed.clear()
        return Printing("en", as_json, self.printed.append)


@pytest.fixture
def office(database, catalogue):
    return Office(database, catalogue)


@pytest.fixture
def handed(office, tmp_path):
    """The result file of somebody who practised here."""
    learner = Learners(office.database).add("王芳")
    Practised(office.catalogue).record(office.database, learner, office.catalogue.cards() * 2, lambda _: 1.0)
    folder = tmp_path / "stick"
    folder.mkdir()
    target = folder / "王芳.cpresult"
    assert office.export(target, learner="王芳") == 0
    assert office.printed == [f"Written: {target}."]
    return target


def test_what_is_handed_in_is_taken_in_once_and_apart_from_the_learners(office, handed):
    assert office.take(handed.parent) == 0
    assert office.printed == [
        "Files: 1. Attempts counted: 2, duplicates: 0, altered: 0, unusable: 0. Files refused: 0.",
        "    王芳.cpresult: 王芳, Counted 2",
    ]
    assert office.take(handed) == 0
    assert office.printed[1] == "    王芳.cpresult: 王芳, Duplicate 2"
    assert [one.attempts for one in Cohorts(office.database).all()] == [2]
    assert [one.name for one in Learners(office.database).all()] == ["王芳"]


def test_json_tells_every_attempt_and_a_refused_file_gives_exit_code_1(office, handed):
    (handed.parent / "broken.cpresult").write_bytes(b"?")
    assert office.take(handed.parent, as_json=True) == 1
    data = json.loads(office.printed[0])
    assert data["counts"] == {"counted": 2, "twice": 0, "altered": 0, "unusable": 0, "refused": 1}
    broken, sound = data["files"]
    assert "no result file" in broken["refused"]
    assert (sound["learner"], [one["mark"] for one in sound["attempts"]]) == ("王芳", ["counted", "counted"])


def test_a_class_goes_out_as_a_workbook(office, handed, tmp_path):
    office.take(handed)
    assert office.export(tmp_path / "class.xlsx", cohort="一班", as_json=True) == 0
    content = (tmp_path / "class.xlsx").read_bytes()
    assert json.loads(office.printed[0]) == {"file": str(tmp_path / "class.xlsx"), "bytes": len(content)}
    assert load_workbook(BytesIO(content))["Summary"]["B2"].value == "一班"


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({}, "Say whose results"),
        ({"learner": "王芳", "cohort": "一班"}, "Say whose results"),
        ({"learner": "李明"}, "no learner called"),
        ({"cohort": "二班"}, "no class called"),
        ({"learner": "王芳", "places": ["phone-wall"]}, "for results only"),
        ({"learner": "王芳"}, "already a"),
    ],
)
def test_what_cannot_be_exported_is_told(office, handed, wish, why):
    before = handed.read_bytes()
    with pytest.raises(UserError, match=why):
        office.export(handed, **wish)
    assert handed.read_bytes() == before


def test_import_needs_a_class_and_something_to_take_in(office, handed, tmp_path):
    with pytest.raises(UserError, match="--class"):
        office.take(handed, cohort=None)
    with pytest.raises(UserError, match="invisible"):
        office.take(handed, cohort="\u202e")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UserError, match="no result files"):
        office.take(empty)
    assert Cohorts(office.database).all() == []


def test_the_whole_way_as_commands(tmp_path):
    def run(*words, home):
        return subprocess.run(
            [sys.executable, "main.py", *words, "--lang", "en", "--data-dir", str(tmp_path / home)],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    here = tmp_path / "trainee"
    here.mkdir()
    with closing(open_database(here / "record.db", here / "backups", TickingClock())) as database:
        Learners(database).add("王芳")
    handed = run("export", "results", "--learner", "王芳", "--to", str(tmp_path / "a.cpresult"), home="trainee")
    assert (handed.returncode, handed.stderr) == (0, "")
    taken = run("import", str(tmp_path / "a.cpresult"), "--class", "一班", home="instructor")
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "a.cpresult: 王芳, no attempts" in taken.stdout
