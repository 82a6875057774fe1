from __future__ import annotations

import argparse

from simulator.terminal.flags import add_force, add_json


def test_both_are_off_until_they_are_asked_for():
    parser = argparse.ArgumentParser()
    group = parser.add_argument_group("command")
    add_force(group, lambda zh, en: en)
    add_json(group, lambda zh, en: en)

    assert parser.parse_args([]) == argparse.Namespace(force=False, json=False)
    assert parser.parse_args(["--force", "--json"]) == argparse.Namespace(force=True, json=True)
    assert "overwrite a file that is there already" in parser.format_help()
