from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.versions import KEPT, Versions
from simulator.errors import UserError
from simulator.i18n import say
from tests.conftest import TickingClock
from tests.library.files import right

PATH = Path("/somewhere/visit.yaml")


@pytest.fixture
def versions(tmp_path: Path, clock: TickingClock) -> Versions:
    return Versions(tmp_path / "versions", clock)


def numbered(number: int) -> str:
    return right().replace("A visit", f"Visit {number}")


def test_the_text_as_opened_and_every_text_saved_can_be_had_back(versions: Versions) -> None:
    versions.keep(PATH, right(), numbered(1))
    versions.keep(PATH, numbered(1), numbered(2))
    kept = versions.of(PATH)
    assert [versions.text(one) for one in kept] == [numbered(2), numbered(1), right()]
    assert [one.summary for one in kept] == [
        say("修改情景", "Changed the scenario"),
        say("修改情景", "Changed the scenario"),
        say("打开时的样子", "As it was when opened"),
    ]
    assert kept[0].saved > kept[1].saved > kept[2].saved
    assert kept[0].size == len(numbered(2).encode())


def test_what_another_program_made_of_the_file_is_kept_too(versions: Versions) -> None:
    versions.keep(PATH, right(), numbered(1))
    versions.keep(PATH, numbered(7), numbered(8))
    assert [versions.text(one) for one in versions.of(PATH)] == [numbered(8), numbered(7), numbered(1), right()]


def test_only_the_last_are_kept_of_each_file(versions: Versions) -> None:
    for number in range(KEPT + 5):
        versions.keep(PATH, numbered(number), numbered(number + 1))
    versions.keep(PATH.with_name("other.yaml"), "", right())
    assert [versions.text(one) for one in versions.of(PATH)] == [numbered(number) for number in range(KEPT + 5, 5, -1)]
    assert [one.summary for one in versions.of(PATH.with_name("other.yaml"))] == [say("新建", "New")]


def test_saving_without_a_change_keeps_nothing_new(versions: Versions) -> None:
    versions.keep(PATH, right(), right())
    versions.keep(PATH, right(), right())
    assert len(versions.of(PATH)) == 1


def test_two_versions_of_one_moment_do_not_write_over_each_other(tmp_path: Path, clock: TickingClock) -> None:
    now = clock()
    versions = Versions(tmp_path, lambda: now)
    for number in range(4):
        versions.keep(PATH, numbered(number), numbered(number + 1))
    assert [versions.text(one) for one in versions.of(PATH)] == [numbered(number) for number in range(4, -1, -1)]


def test_a_damaged_version_is_left_out_or_said(tmp_path: Path, versions: Versions) -> None:
    versions.keep(PATH, right(), numbered(1))
    newest, oldest = versions.of(PATH)
    oldest.where.write_bytes(b"nothing")
    newest.where.write_bytes(newest.where.read_bytes()[:-1])
    assert versions.of(PATH) == (newest,)
    with pytest.raises(UserError) as caught:
        versions.text(newest)
    assert "损坏" in caught.value.sentence.to("zh")
