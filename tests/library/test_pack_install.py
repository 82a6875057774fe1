from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.library.pack_install import incoming, installing, settle
from tests.conftest import PROJECT
from tests.library.pack_making import tree

OLD, NEW = {"pack.json": b"old", "scenarios/a.yaml": b"old"}, {"pack.json": b"new", "scenarios/b.yaml": b"new"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def put(library: Path, files: dict[str, bytes]) -> Path:
    with installing(library) as install:
        return install.commit(install.stage("hall", files))


def left(library: Path) -> list[str]:
    return sorted(path.name for path in incoming(library).glob("*"))


def test_files_are_put_in_place(library):
    assert put(library, OLD) == library / "hall"
    assert tree(library / "hall") == OLD
    assert not incoming(library).exists()


def test_the_new_takes_the_place_of_the_old(library):
    put(library, OLD)
    put(library, NEW)

    assert tree(library) == {f"hall/{name}": content for name, content in NEW.items()}
    assert not incoming(library).exists()


def test_what_is_not_committed_leaves_nothing(library):
    put(library, OLD)
    with installing(library) as install:
        assert tree(install.stage("hall", NEW)) == NEW

    assert tree(library / "hall") == OLD
    assert not incoming(library).exists()


def test_an_old_pack_without_a_new_one_is_put_back(library):
    put(library, OLD)
    incoming(library).mkdir()
    (library / "hall").rename(incoming(library) / "old-hall")
    (incoming(library) / "new-hall" / "hall").mkdir(parents=True)
    settle(library)

    assert tree(library / "hall") == OLD
    assert not incoming(library).exists()


def test_an_old_pack_whose_new_one_stands_is_removed(library):
    put(library, OLD)
    incoming(library).mkdir()
    (library / "hall").rename(incoming(library) / "old-hall")
    for name, content in NEW.items():
        (library / "hall" / name).parent.mkdir(parents=True, exist_ok=True)
        (library / "hall" / name).write_bytes(content)
    settle(library)

    assert tree(library / "hall") == NEW
    assert not incoming(library).exists()


def test_without_an_install_there_is_nothing_to_settle(library):
    settle(library)

    assert not library.exists()
    assert not incoming(library).exists()


HOLD = """
import sys
from pathlib import Path
from simulator.library.pack_install import installing
with installing(Path(sys.argv[1])) as install:
    install.stage("hall", {"pack.json": b"half"})
    print("staged", flush=True)
    sys.stdin.read()
"""


def test_only_one_installs_at_a_time(library):
    put(library, OLD)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, library], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"staged\n"
        settle(library)
        assert left(library) == ["lock", "new-hall"], "what another is at work on is left alone"
        with pytest.raises(UserError, match="Another program is importing"):
            put(library, NEW)
        other.kill()
    settle(library)

    assert not incoming(library).exists()
    assert tree(put(library, NEW)) == NEW


def test_a_place_that_cannot_be_written_is_told(library):
    incoming(library).write_text("no folder", "utf-8")

    with pytest.raises(UserError, match="cannot be written"):
        put(library, OLD)
