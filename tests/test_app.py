from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from simulator import app
from simulator.errors import BugError
from simulator.paths import find_paths
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.speech.utterance import Order, Outcome, Utterance
from tests.conftest import PROJECT, SMALL_SCENARIO

WITHOUT_DISPLAY = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "COUNTER_PRACTICE_HOME")
}


def start(home, *arguments, stdin=b"", stdout=subprocess.PIPE, **options):
    """Run the real program as people do."""
    return subprocess.run(
        [sys.executable, "main.py", "--lang", "en", "--data-dir", home, *arguments],
        cwd=PROJECT,
        env=WITHOUT_DISPLAY,
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **options,
    )


def modules_after(*arguments):
    """Give the modules that the program has imported when it is done."""
    code = "import sys\ntry:\n import main\n from simulator.app import main\n main(sys.argv[1:])\n"
    code += "except SystemExit: pass\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_the_version_and_the_help_import_nothing_heavy():
    for arguments in (["--version"], ["--help"]):
        assert not modules_after(*arguments) & {"PySide6", "yaml", "sqlite3", "sqlite_utils"}


def test_the_window_loads_nothing_of_speech_before_somebody_practises():
    code = "import sys, simulator.gui.application, simulator.gui.settings.page; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True)
    assert not [name for name in done.stdout.split() if name.startswith(("simulator.speech", "pyttsx3"))]


def test_opening_the_window_reads_the_source_of_no_module(tmp_path):
    code = (
        "import linecache, sys; from pathlib import Path; from simulator import app; from simulator.paths import *; "
        "app._opened_window(find_paths(Path(sys.argv[1]))); print(*linecache.cache, sep='\\n')"
    )
    world = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        cwd=PROJECT,
        env=world,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not [file for file in done.stdout.splitlines() if "simulator" in file]


def test_the_program_is_its_own_speech_worker_and_says_so_to_nobody(tmp_path):
    order = Order(Utterance("您好。", "zh", "female", 150, 50), tmp_path / "sound.wav", tmp_path / "sound.part")
    speaker = app._speaker(find_paths(tmp_path))
    ways = [speaker.worker, (sys.executable, str(PROJECT / "main.py"), "--speech-worker")]
    done = [
        subprocess.run(way, input=order.to_json(), cwd=tmp_path, capture_output=True, timeout=60, check=False)
        for way in ways
    ]

    # An engine there may be or not: the worker was reached.
    assert {one.returncode for one in done} <= {Outcome.RENDERED, Outcome.NO_ENGINE}
    assert [one.stderr for one in done] == [b"", b""]
    assert b"speech-" not in start(tmp_path, "--help").stdout


@pytest.mark.parametrize("argument", ["--speech-", "--speech-worker=now", "--speech-player"])
def test_a_part_of_speech_that_there_is_not_is_bad_use(argument):
    assert app.main([argument]) == 2


def test_recordings_come_with_the_program_and_with_packs(tmp_path):
    paths = find_paths(tmp_path)
    for pack in ("ward", "campus"):
        (paths.library / pack / "sounds").mkdir(parents=True)
    assert app._speaker(paths).recordings.folders == (
        paths.assets / "sounds",
        paths.library / "campus" / "sounds",
        paths.library / "ward" / "sounds",
    )


def test_a_built_program_starts_itself_as_its_worker(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/counter-practice/counter-practice")
    speaker = app._speaker(find_paths(tmp_path))
    assert speaker.worker == ("/opt/counter-practice/counter-practice", "--speech-worker")


def test_practising_does_not_import_the_window_s_library_nor_what_migrates(tmp_path):
    arguments = ["--data-dir", str(tmp_path), "play", str(SMALL_SCENARIO), "--anew"]
    start(tmp_path, "play", SMALL_SCENARIO)
    assert not modules_after(*arguments) & {"PySide6", "sqlite_utils"}


def test_without_a_display_it_says_so_and_practises_in_the_terminal(tmp_path):
    done = start(tmp_path, stdin=b"phone-wall\nq\n")

    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert "practice in the terminal" in lines[0]
    assert "The Phone Wall" in lines
    assert done.stderr == b""


def test_an_attempt_is_recorded_for_its_learner(tmp_path, clock):
    done = start(tmp_path, "play", SMALL_SCENARIO, "--learner", "王芳", stdin=b"badge\nwelcome\ncall-taxi\n")

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Score     100, passed" in done.stdout.decode()
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as database:
        assert [learner.name for learner in Learners(database).all()] == ["王芳"]


def test_answers_are_scored_and_leave_no_record(tmp_path):
    done = start(tmp_path, "play", "phone-wall", "--answers", "stand-up", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["scenario"] == "phone-wall"
    assert not (tmp_path / "record.db").exists()


def test_the_settings_choose_the_language_where_the_command_line_does_not(tmp_path, capsys):
    example = str(PROJECT / "assets" / "examples" / "lost-card.yaml")
    (tmp_path / "settings.json").write_text('{"language": "zh"}', "utf-8")
    app.main(["--data-dir", str(tmp_path), "check", example])
    app.main(["--data-dir", str(tmp_path), "check", example, "--lang", "en"])

    chinese, english = capsys.readouterr().out.splitlines()
    assert chinese == "检查了 1 个情景：0 处错误，0 处提醒。"
    assert english == "Scenarios checked: 1. Errors: 0. Warnings: 0."


def test_warnings_count_only_when_they_are_to(tmp_path, capsys):
    check = ["--data-dir", str(tmp_path), "--lang", "en", "check", str(SMALL_SCENARIO)]
    assert app.main(check) == 0
    assert app.main([*check, "--strict", "--why"]) == 1
    assert capsys.readouterr().out.count("    Why: ") > 0


def test_the_schema_is_printed_as_it_stands_beside_the_scenarios(tmp_path, capsys):
    assert app.main(["--data-dir", str(tmp_path), "schema"]) == 0
    assert capsys.readouterr().out == (PROJECT / "scenarios" / "scenario.schema.json").read_text("utf-8")


def test_the_coverage_of_the_library_names_every_rule(tmp_path, capsys):
    app.main(["--data-dir", str(tmp_path), "coverage", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == 60


@pytest.mark.parametrize(
    ("arguments", "stdin", "sentence"),
    [
        (["play", "nowhere"], b"", "There is no scenario “nowhere”"),
        (["play", SMALL_SCENARIO, "--answers", "x"], b"", "There is no “x” here."),
        (["play", SMALL_SCENARIO], b"badge\n\xff\xfe\n", "not text in UTF-8"),
        (["play", SMALL_SCENARIO], b"badge\nhello\n", "Turn 2: There is no “hello” here."),
        (["play", SMALL_SCENARIO, "--learner", "x" * 41], b"", "A name has 1 to 40 characters"),
        (["check", "nowhere"], b"", "There is no nowhere"),
        (["envelope", PROJECT / "pyproject.toml"], b"", "pyproject.toml:"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(tmp_path, arguments, stdin, sentence):
    done = start(tmp_path, *arguments, stdin=stdin)

    complaint = done.stderr.decode()
    assert done.returncode == 2
    assert sentence in complaint
    assert complaint.count("\n") == 1


def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    done = start(tmp_path / "file" / "home", "play", SMALL_SCENARIO)

    assert done.returncode == 2
    assert "The data folder" in done.stderr.decode()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
@pytest.mark.parametrize("command", [["play", SMALL_SCENARIO], ["check", SMALL_SCENARIO]])
def test_output_to_a_full_disk_is_said(tmp_path, command):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = start(tmp_path, *command, stdout=full)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("The output cannot be written any more (No space left on device).")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closing a pipe's reader is told differently there")
def test_output_that_nobody_reads_any_more_is_said(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = start(tmp_path, "play", SMALL_SCENARIO, stdout=pipe)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("The output cannot be written any more (Broken pipe).")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_disk_that_takes_no_more_refuses_and_keeps_what_was_there(tmp_path):
    import resource

    start(tmp_path, "play", SMALL_SCENARIO, "--learner", "王芳", stdin=b"badge\n")

    def shrink():
        # As on a full disk, writing fails; the signal that comes with it would end the program.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    refused = start(
        tmp_path, "play", SMALL_SCENARIO, "--learner", "王芳", "--resume", stdin=b"welcome\n", preexec_fn=shrink
    )
    assert refused.returncode == 2
    assert "Everything already recorded is safe" in refused.stderr.decode()

    again = start(tmp_path, "play", SMALL_SCENARIO, "--learner", "王芳", "--resume", stdin=b"welcome\n")
    assert again.returncode == 0
    assert again.stdout.decode().startswith("A wet umbrella, taken up again: 1 turns answered so far.")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started can be interrupted, even where the tests cannot: a shell's background job ignores Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to one process there")
def test_ctrl_c_stops_with_a_sentence(tmp_path, interruptible):
    with subprocess.Popen(
        [sys.executable, "main.py", "--lang", "en", "--data-dir", tmp_path, "play", SMALL_SCENARIO],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        while b"2. " not in program.stdout.readline():
            pass
        program.send_signal(signal.SIGINT)
        _, complaint = program.communicate(timeout=30)

    assert (program.returncode, complaint) == (2, b"Stopped. Every turn that was answered is recorded.\n")


def test_a_failure_of_our_own_is_reported_without_personal_words(tmp_path, monkeypatch, capsys):
    def fail(*_):
        try:
            raise KeyError("王芳")
        except KeyError as error:
            raise BugError("turn 3 is not the next") from error

    monkeypatch.setattr(app, "_examine_files", fail)
    code = app.main(["--lang", "en", "--data-dir", str(tmp_path), "check", "x"])

    (report,) = (tmp_path / "crashes").iterdir()
    text = report.read_text("utf-8")
    complaint = capsys.readouterr().err
    assert code == 3
    assert str(report) in complaint
    assert "Every turn that was answered is recorded" in complaint
    assert "BugError: turn 3 is not the next" in text
    assert "simulator/app.py:" in text.replace(os.sep, "/")
    assert "KeyError\n" in text
    assert "王芳" not in text.replace('raise KeyError("王芳")', "")
    assert str(PROJECT) not in text


def test_a_failure_that_cannot_be_reported_is_still_told(tmp_path, monkeypatch, capsys):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(app, "_examine_files", fail)
    (tmp_path / "crashes").touch()
    code = app.main(["--lang", "zh", "--data-dir", str(tmp_path), "check", "x"])

    assert code == 3
    assert capsys.readouterr().err == "程序自身出了错，而且报告也没能写下来。已经答过的每一轮都存好了；请重新运行。\n"


def test_the_doctor_looks_even_where_there_is_no_place_for_data(tmp_path):
    (tmp_path / "file").touch()
    done = start(tmp_path / "file" / "home", "doctor")

    assert (done.returncode, done.stderr) == (0, b"")
    assert "! Your data: The data folder" in done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_person_at_a_terminal_is_asked_and_can_go_on_later(tmp_path, clock):
    first = converse(
        tmp_path,
        [
            ("What is your name?", "王芳\n"),
            ("Your answer:", "9\n"),
            ("Answer with one of the numbers above.", "1\n"),
            ("── 2 ·", ""),
            ("Your answer:", "q\n"),
        ],
    )
    end_of_input = "\x04"
    second = converse(
        tmp_path,
        [
            ("a new name:", "1\n"),
            ("(Enter goes on, n begins anew)", "\n"),
            ("── 2 ·", ""),
            ("Your answer:", end_of_input),
        ],
    )

    assert "That is it for now." in first
    assert "taken up again: 1 turns answered so far." in second
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as database:
        assert [learner.name for learner in Learners(database).all()] == ["王芳"]


def converse(home, exchanges):
    """Run the program on a terminal; each exchange waits for some words and types others. Gives all that was shown."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "main.py", "--lang", "en", "--data-dir", home, "play", SMALL_SCENARIO],
        cwd=PROJECT,
        env=WITHOUT_DISPLAY | {"TERM": "dumb", "LC_ALL": "C.UTF-8"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as program:
        os.close(theirs)
        try:
            shown, place = b"", 0
            for awaited, typed in exchanges:
                while (found := shown.find(awaited.encode(), place)) < 0:
                    shown += os.read(ours, 4096)
                place = found + len(awaited.encode())
                os.write(ours, typed.encode())
            with suppress(OSError):  # how a terminal tells that nobody is at its other end any more
                while chunk := os.read(ours, 4096):
                    shown += chunk
            assert program.wait(30) == 0
        finally:
            program.kill()
    os.close(ours)
    return shown.decode()
