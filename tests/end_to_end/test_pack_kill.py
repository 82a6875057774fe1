"""The real program is killed at every step of importing a pack; what stands is the old pack or the new one, whole."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from simulator.library.pack_install import settle
from tests.conftest import PROJECT
from tests.library.pack_making import pack, rainy_day, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

OLD = pack(title="旧")
NEW = pack({"scenarios/rainy-day.yaml": rainy_day(("mood: 40", "mood: 42")).encode()}, title="新")

# The program, killed before the step of this number that it takes in or beside its library.
KILLED_AT = """
import os, signal, sys
step, steps = int(sys.argv.pop(1)), 0
def watch(event, arguments):
    global steps
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir"):
        if any("/library" in os.fsdecode(one) for one in arguments if isinstance(one, (str, bytes, os.PathLike))):
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
from simulator.app import main
sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""


class Bench:
    """A library with the old pack in it, put back before every kill."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.library = self.home / "library"
        self._fresh = folder / "fresh"
        self.packs = {"old": folder / "old.zip", "new": folder / "new.zip"}
        self.packs["old"].write_bytes(OLD)
        self.packs["new"].write_bytes(NEW)
        self.trees = {}
        for name in ("new", "old"):
            assert self.run(name).returncode == 0
            self.trees[name] = tree(self.library / "east-hall")
        shutil.copytree(self.home, self._fresh)

    def begin_again(self) -> None:
        shutil.rmtree(self.home)
        shutil.copytree(self._fresh, self.home)

    def arguments(self, name: str) -> list[str | Path]:
        return ["import", self.packs[name], "--replace", "--data-dir", self.home]

    def run(self, name: str, *before: str) -> subprocess.CompletedProcess[bytes]:
        command = before or ("main.py",)
        return subprocess.run(
            [sys.executable, *command, *self.arguments(name)], cwd=PROJECT, capture_output=True, check=False, timeout=60
        )

    def stands(self) -> str:
        """Say which pack stands, once the next start has looked at the library."""
        settle(self.library)
        found = tree(self.library)
        whole = {
            name: {f"east-hall/{path}": content for path, content in files.items()}
            for name, files in self.trees.items()
        }
        (name,) = [name for name, files in whole.items() if files == found]
        assert not (self.home / "library-incoming").exists()
        return name


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.timeout(300)
def test_killed_at_every_step_the_old_or_the_new_pack_stands(bench: Bench):
    stood = []
    for step in range(1, 200):
        done = bench.run("new", "-c", KILLED_AT, str(step))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        stood.append(bench.stands())
        bench.begin_again()
    else:
        pytest.fail("it never came to an end")
    assert bench.stands() == "new"

    assert len(stood) > 15, "the program was killed at too few steps to prove anything"
    assert stood == sorted(stood, reverse=True), "first the old pack, then the new one, and no way back"
    assert set(stood) == {"old", "new"}


def test_killed_at_any_time_the_next_import_works(bench: Bench):
    chance = random.Random(7)
    begin = time.monotonic()
    bench.run("new")
    whole = time.monotonic() - begin
    for _ in range(8):
        bench.begin_again()
        with subprocess.Popen(
            [sys.executable, "main.py", *bench.arguments("new")],
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as program:
            with suppress(subprocess.TimeoutExpired):
                program.wait(whole * chance.uniform(0.4, 1.0))
            program.kill()
        assert bench.stands() in ("old", "new")
        assert bench.run("new").returncode == 0
        assert bench.stands() == "new"
