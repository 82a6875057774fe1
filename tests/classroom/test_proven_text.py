"""Texts from strangers: used only where a scenario file of the same text could be practised."""

from __future__ import annotations

import json

import pytest

from simulator.classroom import proven_text
from simulator.classroom.proven_text import ProvenTexts
from simulator.domain.canonical import hash_of_text
from simulator.errors import UserError


@pytest.fixture
def texts(small):
    opened, rules = small.open(small.cards()[0].path), small.rulebook()
    return {"scenario": opened.text, "rulebook": rules.text}


def _get(texts, proven=None, id="wet-umbrella"):
    hashes = {kind: hash_of_text(text) for kind, text in texts.items()}
    by_hash = {hash_of_text(text): text for text in texts.values()}
    return (proven or ProvenTexts()).get(id, hashes["scenario"], hashes["rulebook"], by_hash)


def _why(texts, **more) -> str:
    with pytest.raises(UserError) as refused:
        _get(texts, **more)
    assert "没有收" in refused.value.sentence.to("zh")
    return refused.value.sentence.to("en")


def _with(text, change):
    data = json.loads(text)
    change(data)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_a_sound_text_is_read_and_proven_once(texts, small):
    proven = ProvenTexts()
    found = _get(texts, proven)
    assert found.scenario == small.open(small.cards()[0].path).scenario
    assert found.rulebook == small.rulebook().rulebook
    assert found.envelope.attainable.points > 0
    assert _get(texts, proven) is found


def test_a_text_under_another_id_is_refused_before_and_after_it_was_read(texts):
    proven = ProvenTexts()
    assert "cannot be used" in _why(texts, proven=proven, id="another")
    proven = ProvenTexts()
    _get(texts, proven)
    assert "another id" in _why(texts, proven=proven, id="another")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(start="nowhere"),
        lambda data: data.update({"pass_mark": "70"}),
        lambda data: data.update(pass_mark=10**17),
        lambda data: data["citizen"].update(mood=True),
        lambda data: data.update(scenes={}),
        lambda data: data.update(title=[[[[]]]]),
        lambda data: data.update(extra=1),
        lambda data: data["citizen"].update(portrait="../../secret"),
        lambda data: data.update(title="\x1b[31m"),
        lambda data: data.update(title="a\x85b"),
        lambda data: next(iter(data["endings"].values())).update(resolved=None),
    ],
)
def test_scenarios_that_could_not_be_practised_are_refused(texts, change):
    assert "cannot be used" in _why(texts | {"scenario": _with(texts["scenario"], change)})


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["weights"].update(minor=-1),
        lambda data: data["weights"].update(minor=10**9),
        lambda data: data.update(rules={}),
        lambda data: data.pop("phrases"),
        lambda data: data.update(phrases=None),
        lambda data: data.update(extra="\x07"),
    ],
)
def test_rulebooks_that_could_not_be_used_are_refused(texts, change):
    assert "cannot be used" in _why(texts | {"rulebook": _with(texts["rulebook"], change)})


@pytest.mark.parametrize("text", ["", "null", "[" * 5000, "a: &a [*a]", "\ufeff{}", "{" * 40 + "}" * 40, "---\n---"])
def test_what_is_no_text_of_ours_is_refused(texts, text):
    assert "cannot be used" in _why(texts | {"scenario": text})
    assert "cannot be used" in _why(texts | {"rulebook": text})


def test_the_same_scenario_written_otherwise_is_not_the_same_text(texts):
    assert "canonical form" in _why(texts | {"scenario": texts["scenario"].replace(",", ", ", 1)})
    assert "canonical form" in _why(texts | {"rulebook": texts["rulebook"] + "\n"})


def test_a_scenario_with_too_many_states_is_not_proven(texts, monkeypatch):
    monkeypatch.setattr(proven_text, "MOST_STATES", 3)
    proven = ProvenTexts()
    assert "too-many-states" in _why(texts, proven=proven)
    monkeypatch.undo()
    assert "too-many-states" in _why(texts, proven=proven), "what was refused once is not proven again"


def test_a_rulebook_that_is_too_large_is_refused(texts, monkeypatch):
    monkeypatch.setattr(proven_text, "LARGEST_RULEBOOK", 1000)
    assert "too large" in _why(texts)
