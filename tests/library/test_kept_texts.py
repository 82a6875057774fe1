"""Canonical texts from elsewhere."""

from __future__ import annotations

import json

import pytest

from simulator.library.kept_texts import KeptTexts


@pytest.fixture
def texts():
    return KeptTexts()


def test_what_the_program_wrote_is_read(texts, umbrella, rulebook):
    assert texts.scenario(umbrella.text, rulebook.text) == umbrella.scenario
    assert texts.scenario(umbrella.text, rulebook.text) == umbrella.scenario


def test_a_text_in_another_shape_is_not_canonical(texts, umbrella, rulebook):
    spaced = json.dumps(json.loads(umbrella.text), ensure_ascii=False)
    assert texts.scenario(spaced, rulebook.text) is None
    assert texts.scenario(umbrella.text, json.dumps(json.loads(rulebook.text))) is None


def test_a_rule_that_the_rulebook_does_not_have_is_refused(texts, umbrella, rulebook):
    other = umbrella.text.replace('"greet-', '"no-such-')
    assert other != umbrella.text
    assert texts.scenario(other, rulebook.text) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, "x" * (2 << 20), '{"id":"a/b"}', '{"id":"é"}', "\x00"])
def test_what_is_no_text_of_either_kind_is_refused(texts, umbrella, rulebook, text):
    assert texts.scenario(text, rulebook.text) is None
    assert texts.scenario(umbrella.text, text) is None
