from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator import paths
from simulator.errors import UserError
from simulator.paths import HOME_VARIABLE, Paths, find_paths, make_data_folder, note_of_move


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (HOME_VARIABLE, "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)


def test_what_comes_with_the_program_is_found(tmp_path: Path) -> None:
    found = find_paths(tmp_path)
    assert (found.scenarios / "rulebook.yaml").is_file()
    assert (found.assets / "icons").is_dir()


def test_everything_of_the_persons_is_in_one_folder(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b"
    found = find_paths(home)
    for path in (found.database, found.backups, found.cache, found.settings, found.crashes):
        assert path.parent == home
    assert list(tmp_path.iterdir()) == []
    make_data_folder(found)
    make_data_folder(found)
    assert home.is_dir()


def test_the_option_comes_before_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "variable"))
    assert find_paths(tmp_path / "option").data == tmp_path / "option"
    assert find_paths().data == tmp_path / "variable"


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", None, ".local/share/counter-practice"),
        ("linux", "XDG_DATA_HOME", "counter-practice"),
        ("darwin", None, "Library/Application Support/CounterPractice"),
        ("win32", None, "AppData/Roaming/CounterPractice"),
        ("win32", "APPDATA", "CounterPractice"),
    ],
)
def test_each_system_has_its_own_place(
    platform: str, variable: str | None, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", platform)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    assert find_paths().data == tmp_path / folder


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError) as caught:
        make_data_folder(find_paths(tmp_path / "file" / "data"))
    for language in ("zh", "en"):
        assert str(tmp_path / "file" / "data") in caught.value.sentence.to(language)
        assert HOME_VARIABLE in caught.value.sentence.to(language)


def test_an_installed_program_has_its_things_beside_its_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "simulator"
    (package / "scenarios").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    home = tmp_path / "home"
    assert find_paths(home) == Paths(package / "scenarios", package / "assets", home)


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where data is unless somebody says otherwise."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "counter-practice"


def test_data_that_was_moved_is_found_where_the_note_says(usual: Path, tmp_path: Path) -> None:
    assert find_paths().data == usual
    note = note_of_move(usual)
    assert note == tmp_path / "counter-practice-moved-to.txt"
    moved = tmp_path / "电脑 D" / "CounterPractice"
    moved.mkdir(parents=True)
    note.write_text(f"{moved}\n", "utf-8")
    assert find_paths().data == moved
    assert note_of_move(moved) == note, "and can be moved once more"
    make_data_folder(find_paths())


def test_a_place_that_was_named_cannot_be_moved(usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert note_of_move(tmp_path / "elsewhere") is None
    monkeypatch.setenv(HOME_VARIABLE, str(usual))
    assert note_of_move(usual) is None


@pytest.mark.parametrize("content", [b"", b"relative/place", b"\xff\xfe"])
def test_a_note_that_makes_no_sense_is_none(usual: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "counter-practice-moved-to.txt").write_bytes(content)
    assert find_paths().data == usual


def test_a_place_that_is_not_there_is_not_made_anew(usual: Path, tmp_path: Path) -> None:
    (tmp_path / "counter-practice-moved-to.txt").write_text(str(tmp_path / "stick"), "utf-8")
    with pytest.raises(UserError) as refused:
        make_data_folder(find_paths())
    assert "Connect its disk" in refused.value.sentence.to("en")
    assert "接上那个磁盘" in refused.value.sentence.to("zh")
    assert not (tmp_path / "stick").exists()
