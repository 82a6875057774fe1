from __future__ import annotations

import base64
import io
import json
import random
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
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
from simulator.authoring.workbook_writing import MARK, text_hash
from simulator.domain.canonical import content_hash, data_of
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import SMALL_SCENARIO
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD, scenarios

TEXTS = "文字 Texts"
ZH, EN, ID = 3, 4, 5


@pytest.fixture
def draft() -> Draft:
    return Draft.of(SMALL_SCENARIO, SMALL_SCENARIO.read_text("utf-8"))


class Workbook:
    """A workbook in the hands of a colleague."""

    def __init__(self, draft: Draft, book: Rulebook, art: Art) -> None:
        self.rules, self.art = book, art
        self.content = export_workbook(draft, book, art, "zh")
        self.open()

    def open(self) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(self.content))

    def save(self) -> bytes:
        content = io.BytesIO()
        self.book.save(content)
        return content.getvalue()

    def row(self, sheet: str, id: str) -> int:
        every = self.book[sheet]
        return next(row for row in range(2, every.max_row + 1) if every.cell(row, every.max_column).value == id)

    def read(self, content: bytes | None = None) -> Any:
        return read_workbook(self.save() if content is None else content, self.rules, self.art, "zh")


@pytest.fixture
def workbook(draft: Draft, book: Rulebook, art: Art) -> Workbook:
    return Workbook(draft, book, art)


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


def test_the_texts_come_first_once_each_and_nothing_is_a_formula(workbook: Workbook, draft: Draft) -> None:
    assert workbook.book.sheetnames[:2] == ["说明 Guide", TEXTS]
    ids = [row[-1].value for row in workbook.book[TEXTS].iter_rows(min_row=2)]
    assert len(ids) == len(set(ids))
    assert "scenes/arrival/lines/1" in ids or any("/lines/1" in id for id in ids)
    for sheet in workbook.book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)


def test_only_ids_and_reminders_are_locked_and_without_a_password(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.freeze_panes == "C2"
    assert [sheet.cell(2, column).protection.locked for column in range(1, ID + 1)] == [True, True, False, False, True]


def test_cells_have_lists_to_choose_from(workbook: Workbook) -> None:
    lists = workbook.book["回应 Responses"].data_validations.dataValidation
    assert {one.type for one in lists} == {"list"}
    assert all(one.formula1.startswith("lists!$") for one in lists)
    assert len(lists) >= 2


def test_a_scenario_with_errors_is_not_exported(draft: Draft, book: Rulebook, art: Art) -> None:
    with pytest.raises(ScenarioError):
        export_workbook(draft.with_text(draft.text.replace("start:", "begin:")), book, art, "zh")


def test_words_that_begin_like_a_formula_stay_words(draft: Draft, book: Rulebook, art: Art) -> None:
    for words in ("=1+1", "+86 10", "-x", "@all", "'x"):
        text = draft.text.replace(f'"{meaning_of(draft)["title"]["zh"]}"', f'"{words}"', 1)
        changed = draft.with_text(text) if text != draft.text else draft.with_text(_titled(draft, words))
        workbook = Workbook(changed, book, art)
        cell = workbook.book[TEXTS].cell(2, ZH)
        assert (cell.value, cell.data_type) == (words, "s")
        assert workbook.read().changes == ()


def _titled(draft: Draft, words: str) -> str:
    return scenario_text({**meaning_of(draft), "title": {"zh": words, "en": "x"}})


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


def test_rules_ways_speakers_and_settings_are_read(workbook: Workbook, draft: Draft) -> None:
    data = meaning_of(draft)
    scene, response = next(
        (scene, id) for scene, part in data["scenes"].items() for id, one in part.get("responses", {}).items()
    )
    sheet = workbook.book["回应 Responses"]
    row = workbook.row("回应 Responses", f"scenes/{scene}/responses/{response}")
    heads = [str(cell.value).split("\n")[0] for cell in sheet[1]]
    ending = next(iter(data["endings"]))
    rule = sorted(workbook.rules.rules)[0]
    sheet.cell(row, heads.index("去向") + 1).value = f"{ending}  → 结局 ending"
    sheet.cell(row, heads.index("情绪加减") + 1).value = 7.0
    for number in range(1, 5):
        sheet.cell(row, heads.index(f"遵守的规则 {number}") + 1).value = f"{rule}  words" if number == 2 else None
        sheet.cell(row, heads.index(f"违反的规则 {number}") + 1).value = None
    lines = workbook.book["台词 Lines"]
    lines.cell(2, 4).value = "窗口人员"
    lines.cell(2, 5).value = "angry  生气"
    reading = workbook.read()
    assert reading.problems == ()
    one = reading.theirs["scenes"][scene]["responses"][response]
    assert (one["goto"], one["mood"], one["keeps"]) == (ending, 7, [rule])
    first = reading.theirs["scenes"][str(lines.cell(2, 1).value)]["lines"][0]
    assert set(first) == {"clerk", "expression"}
    assert first["expression"] == "angry"
    after = draft.after(merged(draft, merge_workbook(draft, reading), {}))
    assert meaning_of(after) == reading.theirs


@pytest.mark.parametrize(
    ("value", "kind", "severity"),
    [
        ("=1+1", "f", "error"),
        (date(2026, 12, 30), None, "error"),
        (12.5, None, "warning"),
        ("words  ", None, "warning"),
    ],
)
def test_what_a_text_cell_should_not_hold_is_told_with_its_cell(
    workbook: Workbook, value: object, kind: str | None, severity: str
) -> None:
    cell = workbook.book[TEXTS].cell(2, ZH)
    cell.value = value
    if kind:
        cell.data_type = kind
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell, problem.severity) == (TEXTS, "C2", severity)
    assert "C2" in problem.line("zh")


def test_an_emptied_text_that_must_be_there_is_told_with_its_cell(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    sheet.cell(2, ZH).value = sheet.cell(2, EN).value = None
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell, problem.severity) == (TEXTS, "C2", "error")


def test_a_way_to_nowhere_is_told_with_its_cell(workbook: Workbook) -> None:
    workbook.book["回应 Responses"]["D2"].value = "nowhere"
    (problem,) = workbook.read().problems
    assert (problem.sheet, problem.cell) == ("回应 Responses", "D2")


def test_ids_missing_doubled_and_unknown(workbook: Workbook) -> None:
    sheet = workbook.book[TEXTS]
    first = sheet.cell(2, ID).value
    sheet.cell(3, ID).value = first
    sheet.cell(4, ID).value = "nothing/here"
    sheet.cell(5, ID).value = None
    problems = workbook.read().problems
    assert [one.cell for one in problems if one.severity == "error"] == ["E3", "E4", "E5"]
    assert len([one for one in problems if one.severity == "warning"]) == 3


def test_a_deleted_row_leaves_its_words_as_they_were(workbook: Workbook) -> None:
    workbook.book[TEXTS].delete_rows(4)
    workbook.book[TEXTS].insert_rows(3)
    reading = workbook.read()
    assert [one.severity for one in reading.problems] == ["warning"]
    assert reading.changes == ()


def test_sheets_renamed_added_and_deleted(workbook: Workbook) -> None:
    workbook.book[TEXTS].title = "改过名"
    workbook.book.create_sheet("extra")["A1"] = "x"
    del workbook.book["结局 Endings"]
    reading = workbook.read()
    assert {one.sheet for one in reading.problems} == {"改过名", "extra", "结局 Endings"}
    assert reading.usable
    assert reading.changes == ()


def test_merged_cells_and_changed_headings_are_refused_by_cell(workbook: Workbook) -> None:
    workbook.book[TEXTS].merge_cells("C3:D3")
    workbook.book["台词 Lines"]["B1"] = "x"
    assert [(one.sheet, one.cell) for one in workbook.read().problems] == [(TEXTS, "C3:D3"), ("台词 Lines", "A1")]


def test_a_workbook_of_another_scenario_is_refused(workbook: Workbook, draft: Draft) -> None:
    other = draft.with_text(draft.text.replace("id: wet-umbrella", "id: other"))
    with pytest.raises(WorkbookRefused):
        merge_workbook(other, workbook.read())


def _packed(content: bytes, **parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, words in parts.items():
            new.writestr(name, words)
    return made.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"PK\x03\x04",
        lambda content: content[: len(content) // 2],
        lambda content: _packed(content, **{"xl/vbaProject.bin": b"x"}),
        lambda content: _packed(content, **{"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        lambda content: _packed(content, **{"xl/bomb.xml": b" " * 60_000_000}),
        lambda content: _packed(content, **{"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
        lambda content: _packed(content, **{"xl/workbook.xml": "<x/>".encode("utf-16")}),
        lambda content: _packed(content, **{"xl/worksheets/sheet2.xml": b'<row r="1"/>' * 100_000}),
        lambda content: _packed(content, **{"xl/worksheets/sheet2.xml": b"<worksheet"}),
        lambda content: _packed(content, **{f"x{number}": b"" for number in range(1_100)}),
        lambda _: b"x" * (17 * 1024 * 1024),
    ],
)
def test_strange_files_are_refused_with_a_sentence(workbook: Workbook, spoil: Any) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        workbook.read(spoil(workbook.content))
    assert "Nothing was changed" in refused.value.sentence.to("en")
    assert "什么也没有改动" in refused.value.sentence.to("zh")


@pytest.mark.parametrize(
    "base",
    ["[]", "{", "null", '{"id": 3}', "[" * 100_000, '{"id": "x", "scenes": {"a": {}}}', '{"id": "../../x"}', "\ud800"],
)
def test_a_strange_base_is_refused(workbook: Workbook, base: str) -> None:
    sheet = workbook.book["base"]
    words = base.encode("utf-8", "surrogatepass")
    sheet.delete_rows(1, sheet.max_row)
    pieces = base64.b64encode(words).decode()
    hashed = text_hash(base) if base.isprintable() else "x"
    for row, piece in enumerate(
        [MARK, hashed, "1", *(pieces[at : at + 30_000] for at in range(0, len(pieces), 30_000))], 1
    ):
        sheet.cell(row, 1).value = piece
    with pytest.raises(WorkbookRefused):
        workbook.read()


def test_a_workbook_from_elsewhere_is_refused(workbook: Workbook) -> None:
    del workbook.book["base"]
    with pytest.raises(WorkbookRefused):
        workbook.read()


def test_long_and_odd_words_stay_as_they_were(draft: Draft, book: Rulebook, art: Art) -> None:
    words = {"zh": "长" * 40_000, "en": "bell\x07 _x0041_ x005F_ a\r\nb "}
    changed = draft.with_text(scenario_text({**meaning_of(draft), "summary": words}))
    workbook = Workbook(changed, book, art)
    assert workbook.read().changes == ()
    row = workbook.row(TEXTS, "summary")
    workbook.book[TEXTS].cell(row, ZH).value = "短"
    assert [one.cell for one in workbook.read().problems] == [f"C{row}"]


def test_the_hash_of_what_was_written_whole_is_the_same(tmp_path: Path) -> None:
    for path in shipped_scenarios():
        file = read_scenario_file(path)
        copy = tmp_path / path.name
        copy.write_text(scenario_text(meaning_of(Draft.of(path, path.read_text("utf-8")))), "utf-8")
        again = read_scenario_file(copy)
        assert file.scenario is not None
        assert again.scenario is not None
        assert content_hash(file.scenario) == content_hash(again.scenario)
