"""Taking a learner's record along, in the terminal."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from simulator import app
from simulator.errors import UserError
from simulator.records.attempts import Attempts
from simulator.records.database import open_database
from simulator.records.learner_file import FileRefused
from simulator.records.learners import Learners
from simulator.terminal.commands import Printing
from simulator.terminal.learner_exchange import export_learner, import_learner
from tests.records.lived import live


@pytest.fixture
def printed():
    return []


@pytest.fixture
def printing(printed):
    return Printing("en", False, printed.append)


@pytest.fixture
def file(database, catalogue, printing, tmp_path):
    live(database, catalogue, "王芳")
    target = tmp_path / "wang.cplearner"
    assert export_learner(["learner", "王芳"], target, database, printing, force=False) == 0
    return target


@pytest.fixture
def other(tmp_path, clock):
    with closing(open_database(tmp_path / "other" / "record.db", tmp_path / "other" / "backups", clock)) as database:
        yield database


def test_a_record_goes_out_and_comes_in(file, other, printing, printed):
    assert import_learner(file, None, other, printing, None, join=False) == 0
    assert printed == [
        f"Written: {file}.",
        "It is now the record of “王芳”. Attempts taken in: 2; here already: 0.",
    ]
    assert len(Attempts(other).of_learner(1)) == 2


def test_nobody_is_joined_unasked(file, database, other, printing, printed):
    there = Learners(other).add("王芳")
    assert import_learner(file, None, other, printing, None, join=False) == 1
    assert "there is a “王芳” on this PC already" in printed[-1]
    assert import_learner(file, None, other, printing, lambda _: "", join=False) == 1
    assert import_learner(file, None, other, printing, lambda _: None, join=False) == 1
    assert Attempts(other).of_learner(there.id) == []

    asked = []
    assert import_learner(file, None, other, printing, lambda words: asked.append(words) or "Y", join=False) == 0
    assert "If it is the same person, write y" in asked[0].to("en")
    assert len(Attempts(other).of_learner(there.id)) == 2
    assert import_learner(file, None, other, printing, None, join=True) == 0
    assert printed[-1].endswith("Attempts taken in: 0; here already: 2.")


def test_another_name_makes_another_learner(file, database, printed):
    as_json = Printing("zh", True, printed.append)
    assert import_learner(file, "王芳（二科）", database, as_json, None, join=False) == 0
    assert json.loads(printed[-1]) == {"learner": "王芳（二科）", "added": 2, "known": 0, "joined": False}


@pytest.mark.parametrize(
    ("places", "complaint"),
    [
        (["learner"], "export learner NAME --to"),
        (["phone-wall"], "export learner NAME --to"),
        (["learner", "赵敏"], "There is no learner called “赵敏”"),
        (["learner", ""], "A name has 1 to 40"),
    ],
)
def test_what_cannot_be_exported_says_why(database, printing, tmp_path, places, complaint):
    with pytest.raises(UserError, match=complaint):
        export_learner(places, tmp_path / "a.cplearner", database, printing, force=False)
    assert not (tmp_path / "a.cplearner").exists()


def test_a_file_that_is_there_is_left_alone(file, database, printing):
    with pytest.raises(UserError, match="already"):
        export_learner(["learner", "王芳"], file, database, printing, force=False)
    assert export_learner(["learner", "王芳"], file, database, printing, force=True) == 0


def test_what_is_no_record_is_refused(other, printing, tmp_path):
    wrong = tmp_path / "wrong.cplearner"
    wrong.write_bytes(b"hello")
    with pytest.raises(FileRefused):
        import_learner(wrong, None, other, printing, None, join=False)
    with pytest.raises(UserError, match="cannot be opened"):
        import_learner(tmp_path / "nowhere.cplearner", None, other, printing, None, join=False)
    assert Learners(other).all() == []


def test_the_whole_program_does_it(file, tmp_path, capsys):
    home = ["--lang", "en", "--data-dir", str(tmp_path / "new")]
    assert app.main([*home, "import", str(file)]) == 0
    assert app.main([*home, "export", "learner", "王芳", "--to", str(tmp_path / "again.cplearner")]) == 0
    assert (tmp_path / "again.cplearner").read_bytes() == file.read_bytes()
    assert app.main([*home, "import", str(file)]) == 1
    assert app.main([*home, "import", str(file), "--join"]) == 0
    assert "Attempts taken in: 0; here already: 2." in capsys.readouterr().out
