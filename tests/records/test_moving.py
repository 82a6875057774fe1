"""Moving the data folder."""

from __future__ import annotations

from contextlib import closing

import pytest

from simulator.errors import UserError
from simulator.records.attempts import Attempts
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.records.moving import move_data
from tests.records.lived import live


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def database(data, clock):
    with closing(open_database(data / "record.db", data / "backups", clock)) as database:
        yield database


@pytest.fixture
def note(tmp_path):
    return tmp_path / "note.txt"


@pytest.fixture
def elsewhere(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_everything_but_what_can_be_made_again_is_copied(database, catalogue, data, elsewhere, note, clock):
    learner = live(database, catalogue, "王芳")
    database.back_up()
    for name in ("settings.json", "library/mine/scenario.yaml", "cache/pictures/one.png", "passcode.json"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(name, "utf-8")
    (data / "link").symlink_to("/etc/hostname")
    before = files(data)
    heard = []

    target = move_data(database, data, elsewhere, note, lambda done, whole: heard.append((done, whole)))

    assert target == elsewhere / "CounterPractice"
    assert note.read_text("utf-8") == str(target)
    assert files(target) == {
        "record.db",
        "settings.json",
        "passcode.json",
        "library/mine/scenario.yaml",
        "backups/record-20260302T" + next(iter((data / "backups").iterdir())).name.split("T")[1],
    }
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert files(data) >= {one for one in before if not one.startswith("record.db-")}, "the old folder stays"
    with closing(open_database(target / "record.db", target / "backups", clock)) as moved:
        assert Learners(moved).all() == [learner]
        assert len(Attempts(moved).of_learner(learner.id)) == 2
    assert Learners(database).add("李强").name == "李强", "until the next start the old place is used"


@pytest.mark.parametrize("inside", ["data", "elsewhere"])
def test_a_folder_that_is_taken_is_refused(database, data, elsewhere, note, inside):
    (elsewhere / "CounterPractice").mkdir()
    (elsewhere / "CounterPractice" / "letter.txt").touch()
    chosen = data if inside == "data" else elsewhere
    with pytest.raises(UserError, match="holds something already"):
        move_data(database, data, chosen, note)
    assert not note.exists()


def test_an_empty_folder_of_that_name_is_used(database, data, elsewhere, note):
    (elsewhere / "CounterPractice").mkdir()
    assert (move_data(database, data, elsewhere, note) / "record.db").is_file()


def test_whoever_stops_it_leaves_nothing(database, data, elsewhere, note):
    (data / "settings.json").touch()

    class Enough(Exception):
        pass

    def stop(_done, _whole):
        raise Enough

    with pytest.raises(Enough):
        move_data(database, data, elsewhere, note, stop)
    assert list(elsewhere.iterdir()) == []
    assert not note.exists()


def test_a_copy_that_is_not_the_same_is_not_used(database, data, elsewhere, note, monkeypatch):
    (data / "settings.json").write_text("{}", "utf-8")
    monkeypatch.setattr(
        "simulator.records.moving.write_file", lambda path, content: path.write_bytes(content + b"\x00")
    )
    with pytest.raises(UserError, match="was not moved"):
        move_data(database, data, elsewhere, note)
    assert list(elsewhere.iterdir()) == []
    assert not note.exists()


def test_without_the_note_there_is_no_move(database, data, elsewhere, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="was not moved"):
        move_data(database, data, elsewhere, tmp_path / "file" / "note.txt")
    assert list(elsewhere.iterdir()) == []


def test_where_nothing_can_be_written_it_stays(database, data, tmp_path, note):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="was not moved"):
        move_data(database, data, tmp_path / "file", note)


def test_while_another_program_has_the_record_open_it_stays(database, data, elsewhere, note, clock):
    with closing(open_database(data / "record.db", data / "backups", clock)) as other:
        Learners(other).all()
        with pytest.raises(UserError, match="Another program is using the record"):
            move_data(database, data, elsewhere, note)
    assert list(elsewhere.iterdir()) == []
