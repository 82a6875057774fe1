"""What the READMEs say is so: their commands run, their scenario plays, their pictures and links are there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

READMES = [PROJECT / "README.md", PROJECT / "README.zh-CN.md"]
GUIDES = [PROJECT / "docs" / "authors-guide.md", PROJECT / "docs" / "authors-guide.zh-CN.md"]
OWN_SCENARIO = "wet-umbrella.yaml"

readmes = pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)


def blocks(readme: Path, kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def commands(readme: Path) -> list[str]:
    """Every command that a README tells one to give."""
    return [line for block in blocks(readme, "sh") for line in block.splitlines()]


def test_both_languages_give_the_same_commands_and_the_same_scenario():
    english, chinese = READMES

    assert commands(english) == commands(chinese)
    assert len(commands(english)) >= 7
    assert blocks(english, "yaml") == blocks(chinese, "yaml")


@readmes
def test_every_command_runs(readme: Path, tmp_path: Path):
    (tmp_path / OWN_SCENARIO).write_text(blocks(readme, "yaml")[0], "utf-8")

    for command in commands(readme):
        python, *words = shlex.split(command.replace(OWN_SCENARIO, str(tmp_path / OWN_SCENARIO)))
        assert python == "python"
        done = subprocess.run(
            [sys.executable, *words, "--data-dir", str(tmp_path / "data")],
            cwd=PROJECT,
            input="q\n",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, ""), command


def test_both_guides_give_the_same_commands_and_they_run(tmp_path: Path):
    english, chinese = GUIDES

    assert commands(english) == commands(chinese)
    assert commands(english)
    for command in commands(english):
        _, *words = shlex.split(command)
        done = subprocess.run(
            [sys.executable, "main.py", *words[1:], "--data-dir", str(tmp_path / "data")],
            cwd=PROJECT,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, ""), command


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_links_of_the_guides_are_there(guide: Path):
    targets = re.findall(r"\]\(([^)]+)\)", guide.read_text("utf-8"))

    assert targets
    assert [target for target in targets if not (guide.parent / target).is_file()] == []


@readmes
def test_pictures_and_links_are_there(readme: Path):
    targets = re.findall(r"\]\(([^)]+)\)", readme.read_text("utf-8"))

    assert targets
    assert [target for target in targets if not (PROJECT / target).is_file()] == []


@readmes
def test_the_folders_that_it_names_are_there(readme: Path):
    named = re.findall(r"`((?:scenarios|assets|simulator|tests)/[a-z/]*)`", readme.read_text("utf-8"))

    assert named
    assert [folder for folder in named if not (PROJECT / folder).is_dir()] == []


@readmes
def test_the_make_targets_that_it_names_are_there(readme: Path):
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z-]+)\b(?! a)", readme.read_text("utf-8"))) - {"it"}

    assert {"run", "test"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
