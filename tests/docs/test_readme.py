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
CHINESE_GUIDES = sorted((PROJECT / "docs").glob("*.zh-CN.md"))
GUIDES = [guide for guide in sorted((PROJECT / "docs").glob("*.md")) if guide not in CHINESE_GUIDES]
OWN_SCENARIO = "wet-umbrella.yaml"

readmes = pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)


def in_chinese(guide: Path) -> Path:
    """The same guide in Chinese."""
    return guide.with_name(f"{guide.stem}.zh-CN.md")


def links(page: Path) -> list[str]:
    """Every file that a page leads to or shows."""
    return re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8"))


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


def test_every_guide_is_there_in_both_languages():
    assert [in_chinese(guide) for guide in GUIDES] == CHINESE_GUIDES


@guides
def test_both_languages_of_a_guide_give_the_same_commands_and_they_run(guide: Path, tmp_path: Path):
    assert commands(guide) == commands(in_chinese(guide))
    for command in commands(guide):
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


@guides
def test_a_guide_is_led_to_and_leads_to_its_other_language_and_its_links_are_there(guide: Path):
    for one, other, readme in zip((guide, in_chinese(guide)), (in_chinese(guide), guide), READMES, strict=True):
        targets = links(one)

        assert other.name in targets
        assert [target for target in targets if not (one.parent / target).is_file()] == []
        assert f"docs/{one.name}" in links(readme)


@readmes
def test_pictures_and_links_are_there(readme: Path):
    targets = links(readme)

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
