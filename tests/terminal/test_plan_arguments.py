from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments


def parse(*argv):
    return parse_arguments(["test-plans", *argv], lambda: "1.2.3")


def test_plans_are_played_where_they_stand():
    arguments = parse("here", "there.testplan", "--strict-words", "--json")

    assert arguments.paths == [Path("here"), Path("there.testplan")]
    assert (arguments.strict_words, arguments.json, arguments.update, arguments.record) == (True, True, False, None)


def test_a_play_is_recorded_under_a_name():
    arguments = parse("--record", "phone-wall", "--name", "model", "--answers", "a,b", "--force")

    assert (arguments.record, arguments.name, arguments.answers, arguments.force) == (
        "phone-wall",
        "model",
        "a,b",
        True,
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "PATH is missing."),
        (["x", "--name", "y"], "--name, --answers and --force need --record."),
        (["x", "--force"], "--name, --answers and --force need --record."),
        (["--record", "x", "--name", "y"], "--record needs --name and --answers."),
        (["x", "--record", "x", "--name", "y", "--answers", "a"], "--record cannot go together with PATH,"),
        (["--record", "x", "--name", "y", "--answers", "a", "--update"], "--record cannot go together with PATH,"),
    ],
)
def test_contradictions_are_refused(words, sentence, capsys):
    with pytest.raises(SystemExit) as left:
        parse("--lang", "en", *words)

    assert left.value.code == 2
    assert sentence in capsys.readouterr().err
