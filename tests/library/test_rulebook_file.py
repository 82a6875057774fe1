from __future__ import annotations

from pathlib import Path

import pytest

from simulator.domain.rulebook import Severity, rulebook_text
from simulator.errors import ScenarioError
from simulator.library.rulebook_file import read_rulebook_file
from tests.library.files import RULEBOOK, write

SHIPPED = Path(__file__).parent.parent.parent / "scenarios" / "rulebook.yaml"


def codes(folder: Path, words: str, others: str) -> list[str]:
    assert RULEBOOK.count(words) == 1
    with pytest.raises(ScenarioError) as caught:
        read_rulebook_file(write(folder, RULEBOOK.replace(words, others), "rulebook.yaml"))
    return [found.code for found in caught.value.diagnostics]


def test_a_rulebook_is_read(tmp_path: Path) -> None:
    book, text = read_rulebook_file(write(tmp_path, RULEBOOK, "rulebook.yaml"))
    assert sorted(book.rules) == ["greet", "look"]
    assert (book.weight("greet"), book.weight("look")) == (3, 1)
    assert book.phrases.taboo["no"].stage is None
    other = RULEBOOK.replace("weights: {critical: 6, major: 3,", "# heavier\nweights: {major: 3, critical: 6,")
    assert read_rulebook_file(write(tmp_path, other, "other.yaml"))[1] == text


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        ("format: 1", "format: 9", ["SC016"]),
        ("minor: 1, ", "", ["SC010"]),
        ("critical: 6", "critical: -6", ["SC014"]),
        ("critical: 6", "critical: 6, grave: 9", ["SC011"]),
        ("severity: minor", "severity: grave", ["SC013"]),
        ("    statement: 整洁\n", "", ["SC010"]),
        ("rule: greet}", "rule: great}", ["SC022"]),
        ("stage: any", "stage: never", ["SC013"]),
        ("pattern: 您好", "pattern: 您好(", ["SC035"]),
        ("phrases:\n", "phrase:\n", ["SC010", "SC011"]),
        ("  look:\n", "  Look:\n", ["SC015"]),
    ],
)
def test_what_is_wrong_is_reported(tmp_path: Path, words: str, others: str, expected: list[str]) -> None:
    assert codes(tmp_path, words, others) == expected


def test_all_that_is_wrong_is_reported_at_once_in_order(tmp_path: Path) -> None:
    text = RULEBOOK.replace("severity: minor", "severity: grave").replace("critical: 6", "critical: 600")
    with pytest.raises(ScenarioError) as caught:
        read_rulebook_file(write(tmp_path, text, "rulebook.yaml"))
    assert [found.code for found in caught.value.diagnostics] == ["SC014", "SC013"]
    assert "1 more" in caught.value.sentence.to("en")
    assert "另有 1 处问题" in caught.value.sentence.to("zh")


def test_the_rulebook_that_comes_with_the_program() -> None:
    book, _ = read_rulebook_file(SHIPPED)
    assert len(book.rules) == 60
    assert book.weights == {Severity.CRITICAL: 6, Severity.MAJOR: 3, Severity.MINOR: 1, Severity.BONUS: 0}
    for rule in book.rules.values():
        for text in (rule.statement, rule.why, rule.source):
            assert list(text.languages()) == ["zh", "en"]
    assert {phrase.rule for phrase in book.phrases.recommended.values()} <= set(book.rules)


def test_the_text_is_the_canonical_one(tmp_path: Path) -> None:
    import json

    _, text = read_rulebook_file(write(tmp_path, RULEBOOK, "rulebook.yaml"))
    assert rulebook_text(json.loads(text)) == text
