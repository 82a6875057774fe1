"""Taking in result files: what is sound counts once, and whatever is not is told and does not stop the rest."""

from __future__ import annotations

import os
import random
from contextlib import closing

import pytest

from simulator.classroom import intake as intake_module
from simulator.classroom.intake import FileIntake, Mark, find_files, read_files
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.result_file import ResultFile, write_result
from simulator.errors import UserError
from simulator.records.cohorts import Cohorts
from simulator.records.database import open_database
from tests.classroom.handing import changed, handed_in, packed, sealed, shipped_cards
from tests.conftest import PROJECT, TickingClock
from tests.practised import Practised


def _on(_done, _of):
    return True


def _read(paths, known=()):
    return read_files(paths, known, ProvenTexts(), _on)


@pytest.fixture
def put(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()

    def do(name: str, content: ResultFile | bytes):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_result(content) if isinstance(content, ResultFile) else content)
        return path

    return do


def test_what_came_in_is_told_with_who_and_what(put, sent):
    intake = _read([put("a.cpresult", sent)])
    (file,) = intake.files
    assert (file.name, file.learner, file.refused) == ("a.cpresult", "王芳", None)
    assert [one.mark for one in file.arrivals] == [Mark.COUNTED] * 3
    assert file.arrivals[0].title.to("en") == "A wet umbrella"
    assert [one.attempt for one in intake.kept] == list(sent.attempts)
    assert intake.texts == sent.texts


def test_duplicates_are_known_within_a_file_across_files_and_from_before(put, sent):
    twice = changed(sent, lambda data: data["attempts"].append(data["attempts"][0]))
    intake = _read([put("a.cpresult", twice), put("b.cpresult", sent)])
    assert [[one.mark for one in file.arrivals] for file in intake.files] == [
        [Mark.COUNTED] * 3 + [Mark.TWICE],
        [Mark.TWICE] * 3,
    ]
    known = [(one.attempt.identity, one.altered) for one in intake.kept]
    assert _read([put("c.cpresult", sent)], known).kept == ()


def test_an_altered_attempt_is_marked_and_does_not_stand_in_the_way_of_the_genuine_one(put, sent):
    def improve(data):
        for one in data["attempts"]:
            one["result"]["score"] = 100 if one["result"]["score"] != 100 else 99

    intake = _read([put("a.cpresult", changed(sent, improve)), put("b.cpresult", sent)])
    assert [[one.mark for one in file.arrivals] for file in intake.files] == [[Mark.ALTERED] * 3, [Mark.COUNTED] * 3]
    assert [one.altered for one in intake.kept] == [True] * 3 + [False] * 3


def test_a_scenario_that_cannot_be_used_is_told_and_nothing_of_it_is_kept(put, sent):
    def swap(data):
        for one in data["attempts"]:
            one["scenario_hash"] = one["rulebook_hash"]

    intake = _read([put("a.cpresult", changed(sent, swap))])
    (file,) = intake.files
    assert {one.mark for one in file.arrivals} == {Mark.UNUSABLE}
    assert "cannot be used" in file.arrivals[0].why.to("en")
    assert (intake.kept, intake.texts) == ((), {})


def test_files_that_cannot_be_read_are_told_and_the_rest_goes_on(put, sent, tmp_path):
    os.mkfifo(tmp_path / "pipe.cpresult")
    paths = [put("broken.cpresult", b"x"), tmp_path / "gone.cpresult", tmp_path / "pipe.cpresult"]
    intake = _read([*paths, put("sound.cpresult", sent)])
    assert [file.refused is None for file in intake.files] == [False, False, False, True]
    assert intake.refused == 3
    assert intake.count(Mark.COUNTED) == 3


def test_a_name_that_would_turn_the_line_round_is_shown_without_its_marks(put):
    assert _read([put("a\u202elmth.cpresult", b"")]).files[0].name == "a\ufffdlmth.cpresult"


def test_files_are_found_by_their_ending_in_folders_and_links_are_not_followed(put, sent, tmp_path):
    here = [put(name, sent) for name in ("a.cpresult", "b.CPRESULT", "deep/er/c.cpresult")]
    for name in ("notes.txt", "d.cpresult.part", "._a.cpresult", ".hidden/e.cpresult"):
        put(name, sent)
    outside = tmp_path / "outside.cpresult"
    outside.write_bytes(b"")
    (here[0].parent / "link.cpresult").symlink_to(outside)
    (here[0].parent / "loop").symlink_to(here[0].parent)
    assert sorted(find_files([here[0].parent])) == sorted(here)
    assert find_files([here[0], here[0].parent, here[0]])[0] == here[0]
    assert len(find_files([here[0], here[0].parent])) == 3


def test_a_folder_without_result_files_or_with_too_many_is_refused(tmp_path, put, sent, monkeypatch):
    with pytest.raises(UserError, match="no result files here"):
        find_files([tmp_path])
    put("a.cpresult", sent)
    put("b.cpresult", sent)
    monkeypatch.setattr(intake_module, "MOST_FILES", 1)
    with pytest.raises(UserError, match="more than 1 result files"):
        find_files([tmp_path])


@pytest.mark.parametrize("stop_at", [0, 1, 2, 3])
def test_who_stops_gets_nothing_at_all(put, sent, stop_at):
    seen = []

    def watch(done, of):
        seen.append((done, of))
        return done < stop_at

    assert read_files([put(f"{n}.cpresult", sent) for n in "abc"], (), ProvenTexts(), watch) is None
    assert seen == [(number, 3) for number in range(stop_at + 1)]


@pytest.fixture(scope="session")
def hall(tmp_path_factory):
    from simulator.library.catalogue import Catalogue

    scenarios = PROJECT / "scenarios"
    return Catalogue([scenarios], scenarios / "rulebook.yaml", tmp_path_factory.mktemp("hall"))


def test_four_hundred_files_of_every_kind(tmp_path, hall, put):
    """A class's sticks: most are sound, some were altered, cut short, copied, of another version, or meant to harm."""
    practised = Practised(hall)
    cards = shipped_cards(hall, "phone-wall", "queue-jumper", "lost-freshman")
    chance = random.Random(6)
    sound = [handed_in(practised, f"学员{number}", cards, number / 20) for number in range(20)]

    def raise_score(data):
        data["attempts"][0]["result"]["score"] = (data["attempts"][0]["result"]["score"] + 7) % 101

    hostile = [
        b"",
        sealed(b""),
        packed(b"[" * 10_000),
        packed(b"NaN"),
        packed(b"9" * 9_999),
        packed({"learner": "\ud800"}),
        packed({"learner": "王\u202e芳", "program": "1", "texts": {}, "attempts": []}),
        changed(sound[0], lambda data: data.update(learner="x\x00")),
        changed(sound[0], lambda data: data["texts"].update({"../../evil": "text"})),
        changed(sound[0], lambda data: data["attempts"][0].update(seed=10**30)),
    ]
    expected = {"counted": 0, "twice": 0, "altered": 0, "refused": 0}
    paths, seen = [], set()
    for number in range(400):
        kind, file = number % 8, sound[chance.randrange(20)]
        if kind < 4:
            content = write_result(file)
            expected["twice" if file.learner in seen else "counted"] += 3
            seen.add(file.learner)
        elif kind == 4:
            someone = handed_in(practised, f"改{number}", cards[:1])
            content = changed(someone, raise_score)
            expected["altered"] += 1
        else:
            content = (
                write_result(file)[: chance.randrange(0, 20_000)]
                if kind == 5
                else packed({}, form=2)
                if kind == 6
                else hostile[number % len(hostile)]
            )
            expected["refused"] += 1
        paths.append(put(f"{number:03}.cpresult", content))
    intake = _read(find_files([paths[0].parent]))
    assert len(intake.files) == 400
    assert expected == {
        "counted": intake.count(Mark.COUNTED),
        "twice": intake.count(Mark.TWICE),
        "altered": intake.count(Mark.ALTERED),
        "refused": intake.refused,
    }
    assert all(isinstance(file, FileIntake) and (file.refused is None) == bool(file.arrivals) for file in intake.files)
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())) as database:
        cohorts = Cohorts(database)
        cohort = cohorts.add("一班")
        cohorts.keep(cohort.id, intake.kept, intake.texts)
        assert len(cohorts.attempts(cohort.id)) == expected["counted"] + expected["altered"]
        again = _read(paths, cohorts.known(cohort.id))
        assert again.kept == ()
