from __future__ import annotations

import io
import json

import openpyxl
import pytest

from simulator.authoring.examined import art_in
from simulator.authoring.workbook_reading import WorkbookRefused
from simulator.errors import UserError
from simulator.terminal.arguments import parse_arguments
from simulator.terminal.commands import Printing
from simulator.terminal.exchange import (
    Stock,
    Taking,
    export_scenario,
    export_script_file,
    export_twee_file,
    export_workbook_file,
    import_into_scenario,
    import_story,
    import_workbook,
)
from tests.conftest import PROJECT, SMALL_SCENARIO


@pytest.fixture
def printed():
    return []


@pytest.fixture
def stock(rulebook):
    return Stock(
        rulebook.rulebook, art_in(PROJECT / "assets"), lambda html, title: f"%PDF {title} {len(html)}".encode()
    )


@pytest.fixture
def printing(printed):
    return Printing("en", False, printed.append)


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / SMALL_SCENARIO.name
    path.write_bytes(SMALL_SCENARIO.read_bytes())
    return path


@pytest.fixture
def workbook(mine, stock, printing, tmp_path):
    """The workbook of the small scenario with another title in English."""
    target = tmp_path / "a.xlsx"
    export_workbook_file(mine, target, stock, printing, force=False)
    book = openpyxl.load_workbook(target)
    book["文字 Texts"]["D2"].value = "Theirs"
    book.save(target)
    return target


@pytest.fixture
def take_in(workbook, mine, stock, printing):
    kept = []

    def run(*, as_json=False, **taking):
        code = import_workbook(
            workbook, mine, Taking(**taking), stock, lambda *versions: kept.append(versions),
            printing._replace(as_json=as_json),
        )  # fmt: skip
        return code, kept

    return run


def test_a_workbook_is_shown_and_then_written(take_in, mine, printed):
    before = mine.read_text("utf-8")
    assert take_in() == (0, [])
    assert mine.read_text("utf-8") == before
    assert any("Theirs" in line for line in printed)
    assert "--apply" in printed[-1]

    assert take_in(apply=True) == (0, [(mine, before, mine.read_text("utf-8"))])
    assert mine.read_text("utf-8") == before.replace("A wet umbrella", "Theirs", 1)
    assert "1 changes" in printed[-1]


@pytest.mark.parametrize(("take", "title"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_a_conflict_waits_for_a_choice(take_in, mine, printed, take, title):
    mine.write_text(mine.read_text("utf-8").replace("A wet umbrella", "Mine", 1), "utf-8")
    assert take_in(apply=True) == (1, [])
    assert any("Conflict" in line for line in printed)
    assert take_in(apply=True, take=take)[0] == 0
    assert f"en: {title}" in mine.read_text("utf-8")


def test_a_merge_as_json(take_in, printed):
    printed.clear()
    take_in(as_json=True)
    data = json.loads(printed[-1])
    assert data["changes"] == [{"keys": ["title", "en"], "old": "A wet umbrella", "new": "Theirs"}]
    assert (data["conflicts"], data["problems"], data["applied"]) == ([], [], False)


def test_a_wrong_cell_is_named_and_nothing_is_written(take_in, workbook, mine, printed):
    before = mine.read_bytes()
    book = openpyxl.load_workbook(workbook)
    book["回应 Responses"]["D2"].value = "=1+1"
    book.save(workbook)
    with pytest.raises(WorkbookRefused):
        take_in(apply=True)
    assert any("D2" in line for line in printed)
    assert mine.read_bytes() == before


def test_what_is_there_already_is_left_alone_unless_forced(mine, stock, printing, tmp_path):
    target = tmp_path / "a.twee"
    target.write_text("x", "utf-8")
    with pytest.raises(UserError):
        export_twee_file(mine, target, "zh", printing, force=False)
    assert target.read_text("utf-8") == "x"
    assert export_twee_file(mine, target, "zh", printing, force=True) == 0
    assert target.read_text("utf-8").startswith(":: StoryTitle")


def test_a_story_becomes_a_file_once(mine, printing, printed, tmp_path):
    export_twee_file(mine, tmp_path / "a.twee", "zh", printing, force=False)
    folder = tmp_path / "made"
    assert import_story(tmp_path / "a.twee", folder, printing, force=False) == 0
    assert (folder / SMALL_SCENARIO.name).exists()
    with pytest.raises(UserError):
        import_story(tmp_path / "a.twee", folder, printing, force=False)
    with pytest.raises(UserError):
        import_story(tmp_path / "a.twee", None, printing, force=False)
    with pytest.raises(UserError):
        import_story(tmp_path / "none.twee", folder, printing, force=False)
    import_story(tmp_path / "a.twee", tmp_path / "other", printing._replace(as_json=True), force=False)
    assert json.loads(printed[-1])["diagnostics"] == []


@pytest.mark.parametrize(("name", "begins"), [("a.html", b"<!DOCTYPE"), ("a.docx", b"PK"), ("a.pdf", b"%PDF")])
def test_a_script_is_what_its_name_says(mine, stock, printing, tmp_path, name, begins):
    assert export_script_file(mine, tmp_path / name, ("zh",), stock, printing, force=False) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_script_of_another_kind_is_refused(mine, stock, printing, tmp_path):
    with pytest.raises(UserError):
        export_script_file(mine, tmp_path / "a.odt", ("zh",), stock, printing, force=False)


def test_a_workbook_as_written_opens(mine, stock, printing, tmp_path):
    export_workbook_file(mine, tmp_path / "b.xlsx", stock, printing._replace(as_json=True), force=False)
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "b.xlsx").read_bytes()))
    assert book["base"].sheet_state == "veryHidden"


@pytest.mark.parametrize(
    ("form", "begins"),
    [(("--xlsx", "a.xlsx"), b"PK"), (("--twee", "a.twee"), b":: "), (("--script", "a.html"), b"<!")],
)
def test_one_scenario_is_exported_in_the_form_that_was_asked_for(
    form, begins, mine, catalogue, stock, printing, tmp_path
):
    what, name = form
    arguments = parse_arguments(["export", str(mine), what, str(tmp_path / name)], str)
    assert export_scenario(arguments, catalogue, stock, printing) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_several_scenarios_have_no_other_form_than_a_pack(catalogue, stock, printing, tmp_path):
    arguments = parse_arguments(["export", "phone-wall", "lost-form", "--twee", str(tmp_path / "a.twee")], str)
    with pytest.raises(UserError, match="one scenario at a time"):
        export_scenario(arguments, catalogue, stock, printing)


def test_a_workbook_is_merged_into_the_scenario_that_was_named(workbook, mine, catalogue, stock, printing, printed):
    asked = ["import", str(workbook), str(mine), "--apply"]
    arguments = parse_arguments(asked, str)
    assert import_into_scenario(arguments, catalogue, stock, lambda *_: None, printing) == 0
    assert "Theirs" in mine.read_text("utf-8")

    arguments = parse_arguments(["import", str(workbook)], str)
    with pytest.raises(UserError, match="which scenario"):
        import_into_scenario(arguments, catalogue, stock, lambda *_: None, printing)
