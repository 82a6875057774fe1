from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.meaning import meaning_of
from simulator.authoring.merge import Side, merged
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.workbook import export_workbook, lines_of_merge, merge_workbook, read_workbook
from simulator.authoring.workbook_reading import WorkbookRefused
from simulator.domain.canonical import data_of
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError
from tests.authoring.workbook_hands import EN, TEXTS, ZH, Workbook
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD, scenarios


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_every_shipped_scenario_comes_back_as_it_was(path: Path, book: Rulebook, art: Art) -> None:
    draft = Draft.of(path, path.read_text("utf-8"))
    reading = read_workbook(export_workbook(draft, book, art, "en"), book, art, "zh")
    assert reading.problems == ()
    assert reading.theirs == meaning_of(draft)
    merge = merge_workbook(draft, reading)
    assert not merge.changes
    assert not merge.conflicts


@settings(BROAD, max_examples=20)
@given(scenarios(loops=True), st.integers(0, 2**32))
def test_whatever_is_typed_in_a_text_cell_arrives_and_nothing_else_changes(
    book: Rulebook, art: Art, tmp_path_factory: pytest.TempPathFactory, scenario: Any, seed: int
) -> None:
    path = tmp_path_factory.mktemp("story") / "story.yaml"
    draft = Draft.of(path, scenario_text(data_of(scenario)))
    workbook = Workbook(draft, book, art)
    sheet, chance = workbook.book[TEXTS], random.Random(seed)
    row = chance.randrange(2, sheet.max_row + 1)
    words = chance.choice(("=1+1", "+x", "-y", "@z", "您好。", "two\nlines", "'quoted", "#N/A", "true", "_x0041_"))
    cell = sheet.cell(row, EN)
    cell.value = words
    cell.data_type = "s"
    reading = workbook.read()
    assert not [one for one in reading.problems if one.severity == "error" and one.sheet == TEXTS]
    if reading.usable:
        after = draft.after(merged(draft, merge_workbook(draft, reading), {}))
        assert meaning_of(after) == reading.theirs
        assert words.replace("_x0041_", "_x0041_") in json.dumps(reading.theirs, ensure_ascii=False).replace(
            "\\n", "\n"
        )
    if reading.usable:
        (part,) = reading.changes
        assert len(part.changes) == 1


def test_a_scenario_with_errors_is_not_exported(draft: Draft, book: Rulebook, art: Art) -> None:
    with pytest.raises(ScenarioError):
        export_workbook(draft.with_text(draft.text.replace("start:", "begin:")), book, art, "zh")


def test_a_changed_word_changes_one_line_of_the_file(workbook: Workbook, draft: Draft) -> None:
    workbook.book[TEXTS].cell(2, ZH).value = "雨伞"
    merge = merge_workbook(draft, workbook.read())
    after = draft.after(merged(draft, merge, {}))
    pairs = zip(draft.text.splitlines(), after.text.splitlines(), strict=True)
    assert sum(old != new for old, new in pairs) == 1
    assert meaning_of(after)["title"]["zh"] == "雨伞"
    assert any("雨伞" in line for line in lines_of_merge(merge, "zh"))


def test_what_both_changed_is_asked(workbook: Workbook, draft: Draft) -> None:
    workbook.book[TEXTS].cell(2, EN).value = "Theirs"
    old = meaning_of(draft)["title"]["en"]
    mine = draft.with_text(draft.text.replace(old, "Mine", 1))
    merge = merge_workbook(mine, workbook.read())
    (conflict,) = merge.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == (old, "Mine", "Theirs")
    for side, title in ((Side.MINE, "Mine"), (Side.THEIRS, "Theirs")):
        assert meaning_of(mine.after(merged(mine, merge, {conflict.keys: side})))["title"]["en"] == title
    assert any("Theirs" in line for line in lines_of_merge(merge, "en"))


def test_a_workbook_of_another_scenario_is_refused(workbook: Workbook, draft: Draft) -> None:
    other = draft.with_text(draft.text.replace("id: wet-umbrella", "id: other"))
    with pytest.raises(WorkbookRefused):
        merge_workbook(other, workbook.read())
