"""What set-up installs and what it only tells: run as it is, in a folder of its own, among stand-ins for the system."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

SCRIPT = PROJECT / "tools" / "set-up.sh"
LIBRARIES = re.findall(r"\b(lib[\w.+-]+\.so\.\d+)=", SCRIPT.read_text("utf-8"))
SPEECH = "libespeak-ng.so.1"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script, for Debian and its relatives")


class Debian:
    """A machine as set-up sees it: its libraries, its programs, who asks, and what was installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.installed = folder / "installed"
        self._bin = folder / "bin"
        self._bin.mkdir()
        (folder / "project" / "tools").mkdir(parents=True)
        (folder / "project" / "constraints").mkdir()
        shutil.copy(SCRIPT, folder / "project" / "tools")
        for name in ("sh", "dirname", "touch", "mkdir", "cp", "cat"):
            (self._bin / name).symlink_to(shutil.which(name))
        # A Python that is good enough for everything, and makes virtual environments of itself.
        self.program(
            "python3",
            'if [ "$1 $2" = "-m venv" ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi',
        )
        self.program("apt-get", f'[ "$1" = update ] || echo "$@" >> {self.installed}')

    def program(self, name: str, text: str) -> None:
        path = self._bin / name
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)

    def set_up(self, user: int, lacking: tuple[str, ...] = (), player: str = "aplay") -> subprocess.CompletedProcess:
        there = "\n".join(f"\t{name} (libc6,x86-64) => /usr/lib/{name}" for name in LIBRARIES if name not in lacking)
        self.program("ldconfig", f"cat <<'END'\n{there}\nEND")
        self.program("id", f"echo {user}")
        if player:
            self.program(player, "")
        return subprocess.run(
            [shutil.which("sh"), "tools/set-up.sh", "run"],
            cwd=self.folder / "project",
            env={"PATH": str(self._bin)},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    @property
    def ready(self) -> bool:
        return (self.folder / "project" / ".venv" / ".run").exists()


@pytest.fixture
def debian(tmp_path):
    return Debian(tmp_path)


def test_where_everything_is_there_nothing_is_installed(debian):
    done = debian.set_up(user=0)
    assert (done.returncode, debian.ready, debian.installed.exists()) == (0, True, False)


def test_root_gets_an_engine_and_a_player(debian):
    done = debian.set_up(user=0, lacking=(SPEECH,), player="")

    assert (done.returncode, debian.ready) == (0, True)
    (installed,) = debian.installed.read_text("utf-8").splitlines()
    assert "--yes" in installed
    assert installed.split()[-2:] == ["libespeak-ng1", "alsa-utils"]


@pytest.mark.parametrize("player", ["paplay", "pw-play", "aplay"])
def test_any_player_will_do(debian, player):
    debian.set_up(user=0, lacking=(SPEECH,), player=player)
    assert debian.installed.read_text("utf-8").split()[-1] == "libespeak-ng1"


def test_speech_that_cannot_be_installed_keeps_nobody_from_practising(debian):
    debian.program("apt-get", "exit 100")
    done = debian.set_up(user=0, lacking=(SPEECH,), player="")
    assert (done.returncode, debian.ready) == (0, True)


def test_anybody_else_is_told_the_command_for_speech_and_goes_on(debian):
    done = debian.set_up(user=1000, lacking=(SPEECH,), player="")

    assert (done.returncode, debian.ready, debian.installed.exists()) == (0, True, False)
    assert "everything else works without it" in done.stderr
    assert re.search(r'sudo sh -c "apt-get update && apt-get install .* libespeak-ng1 alsa-utils"', done.stderr)


def test_what_is_needed_stops_anybody_else_with_one_command_for_all(debian):
    done = debian.set_up(user=1000, lacking=("libEGL.so.1", SPEECH))

    assert (done.returncode, debian.ready) == (1, False)
    (command,) = re.findall(r'sudo sh -c ".*"', done.stderr)
    assert "libegl1" in command
    assert "libespeak-ng1" in command
