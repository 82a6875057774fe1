from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


def test_scenarios_are_exported_as_a_pack():
    arguments = parse("export", "phone-wall", "here", "--pack", "out.zip", "--id", "hall", "--title", "T", "--force")

    assert (arguments.places, arguments.pack, arguments.json) == (["phone-wall", "here"], Path("out.zip"), False)
    assert (arguments.id, arguments.title, arguments.force) == ("hall", "T", True)


def test_a_file_is_imported():
    arguments = parse("import", "given.zip", "--replace", "--json")

    assert (arguments.file, arguments.replace, arguments.json) == (Path("given.zip"), True, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export", "phone-wall"], "one of the arguments --pack"),
        (["export", "--pack", "out.zip"], "PATH is missing."),
        (["import"], "FILE is missing."),
    ],
)
def test_what_is_missing_is_told(words, sentence, capsys):
    with pytest.raises(SystemExit) as left:
        parse("--lang", "en", *words)

    assert left.value.code == 2
    assert sentence in capsys.readouterr().err
