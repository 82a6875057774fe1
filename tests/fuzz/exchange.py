"""Damaged workbooks and Twee stories, before their importers: refused, told of, or made into a well-formed file."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from simulator.authoring.draft import Draft
from simulator.authoring.examined import art_in
from simulator.authoring.merge import Side, merged
from simulator.authoring.twee import export_twee
from simulator.authoring.twee_import import import_twee
from simulator.authoring.twee_notation import TweeRefused
from simulator.authoring.workbook import export_workbook, merge_workbook, read_workbook
from simulator.authoring.workbook_reading import WorkbookRefused
from simulator.library.rulebook_file import read_rulebook_file
from tests.authoring.damaged_exchange import damaged_story, damaged_workbook
from tests.conftest import PROJECT
from tests.library.damage import shipped_scenarios

RULEBOOK = PROJECT / "scenarios" / "rulebook.yaml"


def stories(folder: Path, path: Path | None = None) -> Callable[[int], str]:
    """What tries the story of one seed, and says what became of it."""
    path = path or shipped_scenarios()[0]
    text = export_twee(Draft.of(path, path.read_text("utf-8")), "zh")

    def try_one(seed: int) -> str:
        content = damaged_story(text, random.Random(seed))
        (folder / "visit.twee").write_bytes(content)
        try:
            reading = import_twee(content)
        except TweeRefused:
            return "refused"
        if not Draft.of(path, reading.text).well_formed:
            raise AssertionError("a story became a file that is not well formed")
        return reading.diagnostics[0].code if reading.diagnostics else "read"

    return try_one


def workbooks(folder: Path, path: Path | None = None) -> Callable[[int], str]:
    """What tries the workbook of one seed, and says what became of it."""
    path = path or shipped_scenarios()[0]
    rulebook, _ = read_rulebook_file(RULEBOOK)
    art = art_in(PROJECT / "assets")
    draft = Draft.of(path, path.read_text("utf-8"))
    original = export_workbook(draft, rulebook, art, "zh")

    def try_one(seed: int) -> str:
        content = damaged_workbook(original, random.Random(seed))
        (folder / "visit.xlsx").write_bytes(content)
        try:
            reading = read_workbook(content, rulebook, art, "zh")
            if not reading.usable:
                return "wrong cells"
            merge = merge_workbook(draft, reading)
        except WorkbookRefused:
            return "refused"
        after = draft.after(merged(draft, merge, {conflict.keys: Side.THEIRS for conflict in merge.conflicts}))
        if not after.well_formed:
            raise AssertionError("a workbook was merged into a file that is not well formed")
        return "merged"

    return try_one
