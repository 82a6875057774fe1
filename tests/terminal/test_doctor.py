from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.i18n import say
from simulator.paths import Paths
from simulator.records.learners import Learners
from simulator.speech import hindrance
from simulator.speech.sound_cache import SoundCache
from simulator.speech.speaker import Speaker
from simulator.speech.utterance import Outcome
from simulator.terminal.doctor import examine, finding_line
from tests.speech.stand_ins import Machine

SPEECHLESS = Speaker(("/nowhere/python",), (), SoundCache(Path("/nowhere")))


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path, tmp_path, tmp_path)


@pytest.fixture
def machine(tmp_path):
    (tmp_path / "machine").mkdir()
    return Machine(tmp_path / "machine")


def lines(paths, clock, problem="", speaker=SPEECHLESS):
    return [finding_line(finding, "en") for finding in examine(paths, clock, lambda: problem, speaker)]


def test_everything_has_one_line(paths, clock):
    findings = examine(paths, clock, lambda: "", SPEECHLESS)

    for language in ("zh", "en"):
        printed = [finding_line(finding, language) for finding in findings]
        assert len(printed) == 7
        assert all(line[:2] in ("✓ ", "! ") and "\n" not in line for line in printed)


def test_a_window_library_that_does_not_load_is_told_with_its_reason(paths, clock):
    line = lines(paths, clock, problem="libEGL.so.1: cannot open shared object file")[1]
    assert line.startswith(
        "! Window library: does not load (libEGL.so.1: cannot open shared object file). Run make run"
    )


def test_looking_makes_no_record(paths, clock):
    assert lines(paths, clock)[-1] == "✓ Record: none yet; made when practice first begins. Nothing to do."
    assert not paths.database.exists()


def test_a_machine_that_speaks_is_told(paths, clock, machine):
    line = lines(paths, clock, speaker=machine.speaker())[3]
    assert line == "✓ Speech: speaks Chinese and English, and plays. Nothing to do."


def test_everything_that_keeps_it_from_speaking_is_told_with_what_to_install(paths, clock, machine):
    speaker = machine.speaker(worker=machine.worker(outcome=Outcome.NO_ENGINE), players=())
    line = lines(paths, clock, speaker=speaker)[3]
    engine, player = hindrance.no_engine(), hindrance.no_player()

    assert line.startswith(f"! Speech: {engine.found.to('en')} {player.found.to('en')} {engine.advice.to('en')}")
    assert line.endswith(f"{player.advice.to('en')} Practice works without.")


def test_a_record_is_opened_and_counted(paths, clock, database):
    Learners(database).add("王芳")
    assert lines(paths, clock)[-1] == "✓ Record: sound, 1 learners. Nothing to do."


def test_a_record_that_cannot_be_used_is_told(paths, clock):
    paths.database.write_text("no database at all", "utf-8")
    assert lines(paths, clock)[-1].startswith(f"! Record: {paths.database} is not a record of this program.")


def test_a_data_folder_that_cannot_be_made_is_told(clock):
    problem = UserError(say("数据文件夹建不了。", "The data folder cannot be made."))
    assert lines(problem, clock)[-1] == "! Your data: The data folder cannot be made. Mend this first."


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path, clock):
    gone = tmp_path / "gone"
    (line,) = [line for line in lines(Paths(gone, gone, gone), clock) if "Your data" in line]
    assert line.startswith(f"! Your data: {gone} cannot be written (No such file or directory).")


@pytest.mark.parametrize(
    ("platform", "line"),
    [
        ("offscreen", "✓ Display: there (offscreen). Nothing to do."),
        ("", "! Display: none. Run it from a desktop to open the window; here, practise in the terminal with play."),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
def test_a_display_is_found(monkeypatch, paths, clock, platform, line):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert lines(paths, clock)[0] == line
