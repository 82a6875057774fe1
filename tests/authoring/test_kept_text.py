from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.kept_text import DamagedError, facts_of, keep_text, kept_text, name_for


@pytest.mark.parametrize("text", ["", "一\n二\r\n", "{}\n\n", "a" * 100_000])
def test_a_text_comes_back_with_its_facts(tmp_path: Path, text: str) -> None:
    keep_text(tmp_path / "a" / "kept", text, {"file": "某处", "size": 3})
    back, facts = kept_text(tmp_path / "a" / "kept")
    assert (back, facts["file"], facts["size"]) == (text, "某处", 3)
    assert facts_of(tmp_path / "a" / "kept") == facts


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: content.replace("好".encode(), "坏".encode()),
        lambda content: content[1:],
        lambda content: b"[]\n" + content.partition(b"\n")[2],
        lambda content: content.replace(b'"format": 1', b'"format": 2'),
        lambda content: b"\xff\xfe" + content,
    ],
)
def test_any_damage_is_noticed(tmp_path: Path, damage: object) -> None:
    where = tmp_path / "kept"
    keep_text(where, "你好\n", {})
    where.write_bytes(damage(where.read_bytes()))  # type: ignore[operator]
    with pytest.raises(DamagedError):
        kept_text(where)


def test_what_is_not_there_is_damaged_too(tmp_path: Path) -> None:
    for read in (kept_text, facts_of):
        with pytest.raises(DamagedError):
            read(tmp_path / "nothing")
        with pytest.raises(DamagedError):
            read(tmp_path)


def test_files_of_one_name_in_different_folders_have_different_names() -> None:
    assert name_for(Path("/a/visit.yaml")) != name_for(Path("/b/visit.yaml"))
    assert name_for(Path("/a/visit.yaml")).startswith("visit-")
    assert len(name_for(Path("/" + "长" * 200))) < 100
