"""The program itself: its version, and the command that starts it again from any folder."""

from __future__ import annotations

import subprocess
import tomllib

from simulator.program import own_command, version
from tests.conftest import PROJECT


def test_in_a_checkout_the_version_is_the_project_files():
    assert version() == tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def test_its_own_command_starts_it_from_whatever_folder(tmp_path):
    (tmp_path / "simulator").mkdir()  # a folder of that name is not taken for the program
    done = subprocess.run([*own_command(), "--version"], cwd=tmp_path, capture_output=True, check=True)

    assert done.stdout.decode().strip() == version()
