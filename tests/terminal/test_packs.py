from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.library.pack import Home
from simulator.library.pack_archive import PackRefused
from simulator.terminal.commands import Printing
from simulator.terminal.packs import PackWish, export_scenarios, import_scenarios, plan_diagnostics
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.library.pack_making import DRAWING, PLAN, home, pack, right_files


class Counter:
    """The two commands, with what they printed."""

    def __init__(self, folder: Path, catalogue) -> None:
        self.home: Home = home(folder)
        self.printed: list[str] = []
        self._folder = folder
        self._catalogue = catalogue

    def give(self, *places, name="out.zip", language="en", as_json=False, **wishes):
        self.printed.clear()
        wish = PackWish(self._folder / name, **wishes)
        printing = Printing(language, as_json, self.printed.append)
        return export_scenarios([str(place) for place in places], wish, self.home, "0.1.0", self._catalogue, printing)

    def take(self, content=None, name="out.zip", language="en", as_json=False, replace=False):
        self.printed.clear()
        path = self._folder / name
        if content is not None:
            path.write_bytes(content)
        return import_scenarios(path, self.home, Printing(language, as_json, self.printed.append), replace=replace)

    @property
    def data(self):
        (text,) = self.printed
        return json.loads(text)


@pytest.fixture
def counter(tmp_path, catalogue) -> Counter:
    return Counter(tmp_path, catalogue)


def test_scenarios_go_out_by_id_file_and_folder(counter, tmp_path):
    assert counter.give("wet-umbrella") == 0
    assert counter.printed == [f"Exported {tmp_path / 'out.zip'}: pack out, scenarios: 1, files: 1."]
    by_id = (tmp_path / "out.zip").read_bytes()
    assert counter.give(SMALL_SCENARIO, force=True) == 0
    assert (tmp_path / "out.zip").read_bytes() == by_id
    assert counter.give(SMALL_SCENARIO.parent, force=True) == 0
    assert (tmp_path / "out.zip").read_bytes() == by_id


def test_what_went_out_comes_in(counter):
    counter.give("wet-umbrella", id="east-hall")

    assert counter.take(language="zh") == 0
    assert counter.printed == ["已导入“一把湿伞”：1 个情景，已经在情景库里。", "    wet-umbrella"]
    assert counter.take(replace=True) == 0
    assert counter.printed[0] == "Replaced by “A wet umbrella”. Scenarios now in the library: 1."


def test_a_pack_of_several_is_called_by_its_title_or_its_id(counter):
    places = [SMALL_SCENARIO, PROJECT / "scenarios" / "government-hall" / "phone-wall.yaml"]
    counter.give(*places, name="rainy.zip")
    counter.take(name="rainy.zip", as_json=True)
    assert counter.data["title"] == "rainy"

    counter.give(*places, name="rainy.zip", title="雨天", force=True)
    counter.take(name="rainy.zip", as_json=True, replace=True)
    assert counter.data["title"] == "雨天"


def test_what_was_done_is_told_as_data(counter, tmp_path):
    counter.take(pack(), as_json=True)
    assert counter.data == {
        "pack": "east-hall",
        "title": "East hall",
        "made_with": "counter-practice 0.1.0",
        "folder": str(counter.home.library / "east-hall"),
        "scenarios": ["rainy-day"],
        "rules": ["east-hall_umbrella-stand"],
        "replaced": False,
    }

    counter.give(counter.home.library / "east-hall", name="again.zip", id="east-hall", as_json=True)
    again = counter.data
    assert (again["pack"], again["file"]) == ("east-hall", str(tmp_path / "again.zip"))
    assert (again["scenarios"], again["missing"]) == (["rainy-day"], [])
    assert set(again["files"]) == set(right_files())


def test_rules_of_its_own_are_named(counter):
    counter.take(pack())

    assert counter.printed[-1] == "    Rules of its own: east-hall_umbrella-stand"


def test_a_drawing_that_is_missing_is_named(counter, tmp_path):
    text = SMALL_SCENARIO.read_text("utf-8").replace("portrait: elder-woman", "portrait: nobody")
    (tmp_path / "wet-umbrella.yaml").write_text(text, "utf-8")
    counter.give(tmp_path / "wet-umbrella.yaml")

    assert counter.printed[1] == "    There is no drawing portraits/nobody.svg; another will stand in for it."


def test_a_plan_that_cannot_be_read_keeps_a_pack_out(counter):
    bad = {**right_files(), "scenarios/rainy-day.model.testplan": PLAN.replace("choose", "chose").encode()}
    with pytest.raises(PackRefused, match="TP002"):
        counter.take(pack(bad))


def test_plans_are_read_by_what_reads_plans(tmp_path):
    path = tmp_path / "rainy-day.model.testplan"
    path.write_text(PLAN, "utf-8")
    assert list(plan_diagnostics(path)) == []


@pytest.mark.parametrize(
    ("place", "sentence"), [("nowhere", "There is no scenario “nowhere”"), (".git", "no scenario here")]
)
def test_what_is_not_there_does_not_go_out(counter, tmp_path, place, sentence):
    (tmp_path / ".git").mkdir()
    with pytest.raises(UserError, match=sentence):
        counter.give(tmp_path / ".git" if place == ".git" else place)


def program(data: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", "--lang", "en", "--data-dir", data, *words],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_program_hands_scenarios_on(tmp_path):
    giver, taker, file = tmp_path / "giver", tmp_path / "taker", tmp_path / "given.zip"
    content = pack()
    file.write_bytes(content)

    assert program(giver, "import", file).returncode == 0
    given = program(giver, "export", "rainy-day", "--pack", tmp_path / "on.zip", "--id", "east-hall", "--title", "x")
    assert (given.returncode, given.stderr) == (0, "")
    assert program(taker, "import", tmp_path / "on.zip").returncode == 0
    played = program(taker, "play", "rainy-day", "--answers", "badge,welcome,call-taxi", "--json")
    card = json.loads(played.stdout)
    assert (card["score"], card["rules"]["east-hall_umbrella-stand"]["kept"]) == (100, 1)
    planned = program(taker, "test-plans", taker / "library")
    assert (planned.returncode, planned.stdout.splitlines()[-1]) == (0, "Test plans: 1. As written: 1. Different: 0.")


def test_the_program_refuses_a_hostile_pack_with_a_reason(tmp_path):
    file = tmp_path / "given.zip"
    file.write_bytes(pack({**right_files(), "portraits/rainy-woman.svg": DRAWING.replace(b"<path", b"<script/><path")}))
    done = program(tmp_path / "home", "import", file)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "This pack was not taken in (portraits/rainy-woman.svg): line 1: it has an element that is not allowed, "
        "script. Nothing has been changed.\n"
    )
    assert not (tmp_path / "home" / "library").exists()
