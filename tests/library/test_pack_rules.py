from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.errors import ScenarioError
from simulator.library.pack_rules import (
    read_pack_rules,
    rule_prefix,
    rulebook_with,
    text_with_added_rules,
    with_rules,
)
from tests.library.pack_making import RULES


def write(folder: Path, text: str, pack: str = "east-hall") -> Path:
    path = folder / pack / "rulebook.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_packs_rules_are_known_by_its_id(tmp_path):
    assert rule_prefix("east-hall") == "east-hall_"
    assert list(read_pack_rules(write(tmp_path, RULES))) == ["east-hall_umbrella-stand"]
    with pytest.raises(ScenarioError, match="PK001"):
        read_pack_rules(write(tmp_path, RULES, "west-hall"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RULES.replace("format: 1", "format: 2"), "SC016"),
        (RULES.replace("severity: minor", "severity: huge"), "SC013"),
        (RULES.replace("    why: {zh: 地是干的。, en: The floor stays dry.}\n", ""), "SC010"),
        (RULES + "phrases: {}\n", "SC011"),
        ("format: 1\n", "SC010"),
        ("rules: [", "SC004"),
    ],
)
def test_rules_that_are_not_right_are_told(tmp_path, text, code):
    with pytest.raises(ScenarioError) as error:
        read_pack_rules(write(tmp_path, text))
    assert [one.code for one in error.value.diagnostics] == [code]


def test_rules_are_added_and_none_is_changed(rulebook, tmp_path):
    added = read_pack_rules(write(tmp_path, RULES))
    book = rulebook_with(rulebook.text, added)

    assert set(book.rules) - set(rulebook.rulebook.rules) == {"east-hall_umbrella-stand"}
    assert {id: book.rules[id] for id in rulebook.rulebook.rules} == rulebook.rulebook.rules
    assert book.phrases == rulebook.rulebook.phrases
    hijacked = {"greet-speak-first": added["east-hall_umbrella-stand"]}
    assert json.loads(with_rules(rulebook.text, hijacked)) == json.loads(rulebook.text)


def test_without_rules_the_rulebook_is_as_it_was(rulebook):
    assert text_with_added_rules(rulebook.text, []) == rulebook.text


def test_a_file_that_cannot_be_read_adds_nothing(rulebook, tmp_path):
    files = [write(tmp_path, "rules: [", "bad"), tmp_path / "gone" / "rulebook.yaml", write(tmp_path, RULES)]
    rules = json.loads(text_with_added_rules(rulebook.text, files))["rules"]

    assert set(rules) - set(rulebook.rulebook.rules) == {"east-hall_umbrella-stand"}
