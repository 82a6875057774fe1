from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


def test_without_a_number_all_lessons_are_meant():
    arguments = parse("lessons", "--json")
    assert (arguments.number, arguments.to, arguments.force, arguments.json) == (None, None, False, True)


def test_the_report_of_one_can_be_saved():
    arguments = parse("lessons", "3", "--to", "class.pdf", "--force")
    assert (arguments.number, arguments.to, arguments.force) == (3, Path("class.pdf"), True)


def test_a_file_without_a_lesson_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        parse("--lang", "en", "lessons", "--to", "class.pdf")
    assert left.value.code == 2
    assert "--to needs the lesson's number" in capsys.readouterr().err
