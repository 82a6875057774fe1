from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


@pytest.mark.parametrize("form", ["xlsx", "twee", "script"])
def test_a_scenario_is_exported_in_other_forms(form):
    arguments = parse("export", "phone-wall", f"--{form}", f"out.{form}", "--words", "both", "--force")

    assert (arguments.places, arguments.pack, arguments.words) == (["phone-wall"], None, "both")
    assert getattr(arguments, form) == Path(f"out.{form}")
    assert [getattr(arguments, other) for other in ("xlsx", "twee", "script") if other != form] == [None, None]


def test_one_form_at_a_time(capsys):
    with pytest.raises(SystemExit) as left:
        parse("--lang", "en", "export", "phone-wall", "--xlsx", "a.xlsx", "--twee", "a.twee")

    assert left.value.code == 2
    assert "cannot go together" in capsys.readouterr().err


def test_workbooks_and_stories_are_imported():
    workbook = parse("import", "a.xlsx", "phone-wall", "--apply", "--take", "theirs")
    story = parse("import", "a.twee", "--to", "here")

    assert (workbook.file, workbook.scenario, workbook.apply, workbook.take) == (
        Path("a.xlsx"), "phone-wall", True, "theirs",
    )  # fmt: skip
    assert (story.file, story.scenario, story.apply, story.take, story.to) == (
        Path("a.twee"), None, False, None, Path("here"),
    )  # fmt: skip
