from __future__ import annotations

from pathlib import Path

import pytest

from simulator.library.cache import Cache, digest_of

DATA = {"words": "窗口", "numbers": [1, 2, None, True], "name": "\udcff.yaml"}


def test_what_is_kept_is_given_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get("entry") is None
    cache.put("entry", DATA)
    assert cache.get("entry") == DATA
    assert Cache(tmp_path / "cache").get("entry") == DATA
    cache.put("entry", "other")
    assert cache.get("entry") == "other"


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[:30],
        lambda content: content.replace(b"numbers", b"numberz"),
        lambda content: content + b" ",
        lambda content: b"\x00" * len(content),
        lambda content: content.partition(b"\n")[2],
        lambda content: b"\n{}",
    ],
)
def test_a_damaged_entry_is_as_none(tmp_path: Path, harm: object) -> None:
    cache = Cache(tmp_path)
    cache.put("entry", DATA)
    file = tmp_path / "entry.json"
    file.write_bytes(harm(file.read_bytes()))  # type: ignore[operator]
    assert cache.get("entry") is None
    cache.put("entry", DATA)
    assert cache.get("entry") == DATA


def test_a_cache_that_cannot_be_written_is_only_slow(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    cache.put("entry", DATA)
    assert cache.get("entry") is None
    assert (tmp_path / "file").read_text() == "in the way"


def test_names_hang_on_every_part_and_on_where_it_ends() -> None:
    names = [digest_of(*parts) for parts in ([], [b""], [b"ab"], [b"a", b"b"], [b"", b"ab"], [b"b", b"a"])]
    assert len(set(names)) == len(names)
    assert digest_of(b"a", b"b") == digest_of(b"a", b"b")
