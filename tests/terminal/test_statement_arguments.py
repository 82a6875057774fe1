from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.terminal.arguments import parse_arguments


def parse(*words):
    return parse_arguments(["--lang", "en", *words], lambda: "1")


def test_attempts_to_be_handed_on_are_selected():
    asked = parse(
        *("export", "xapi", "--learner", "王芳", "--scenario", "phone-wall"),
        *("--since", "2026-03-02", "--until", "2026-03-03", "--to", "out.json"),
    )
    assert asked.command == "export xapi"
    assert (asked.learner, asked.scenario, asked.to) == ("王芳", "phone-wall", Path("out.json"))
    assert (asked.since, asked.until) == (date(2026, 3, 2), date(2026, 3, 3))
    assert (asked.with_names, asked.force) == (False, False)


def test_all_of_them_where_nothing_is_said():
    asked = parse("export", "xapi", "--to", "out.jsonl", "--with-names")
    assert (asked.learner, asked.scenario, asked.since, asked.until, asked.with_names) == (None, None, None, None, True)


def test_where_to_must_be_said(capsys):
    with pytest.raises(SystemExit):
        parse("export", "xapi")
    assert "--to is missing" in capsys.readouterr().err


def test_scenarios_are_exported_as_before():
    asked = parse("export", "phone-wall", "xapi", "--pack", "a.zip")
    assert (asked.command, asked.places) == ("export", ["phone-wall", "xapi"])


def test_what_waits_is_sent_at_once_or_when_it_is_due():
    assert [parse("send", *more).when_due for more in ([], ["--when-due"])] == [False, True]
