from __future__ import annotations

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.meaning import meaning_of
from simulator.authoring.workbook_choices import Choices, choices_for
from simulator.domain.rulebook import Rulebook


@pytest.fixture
def choices(draft: Draft, book: Rulebook, art: Art) -> Choices:
    return choices_for(meaning_of(draft), book, art, "zh")


def test_every_label_is_read_back_as_its_word(choices: Choices) -> None:
    for name, every in choices.lists.items():
        assert every
        for one in every:
            assert choices.label(name, one.word) == one.label
            assert choices.word(name, one.label) == one.word
            assert choices.word(name, f" {one.word} ") == one.word
            assert len(one.label) <= 70


@pytest.mark.parametrize(
    ("name", "typed", "word"),
    [
        ("stage", "待客", "serving"),
        ("stage", "before opening", "image"),
        ("expression", "生气", "angry"),
        ("truth", "是", "yes"),
        ("speaker", "旁白", "narrator"),
        ("stage", "", ""),
        ("stage", "nonsense", "nonsense"),
    ],
)
def test_what_is_typed_in_either_language_is_understood(choices: Choices, name: str, typed: str, word: str) -> None:
    assert choices.word(name, typed) == word


def test_rules_and_ways_on_are_offered_with_their_words(choices: Choices, draft: Draft, book: Rulebook) -> None:
    data = meaning_of(draft)
    assert {one.word for one in choices.lists["rule"]} >= set(book.rules)
    assert [one.word for one in choices.lists["target"]] == [*data["scenes"], *data["endings"]]
