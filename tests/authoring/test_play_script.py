from __future__ import annotations

import re

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.play_script import Mark, Style, play_script
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError
from tests.conftest import PROJECT


def test_the_best_path_comes_first_and_every_way_names_its_scene(book: Rulebook) -> None:
    path = PROJECT / "scenarios" / "government-hall" / "phone-wall.yaml"
    draft = Draft.of(path, path.read_text("utf-8"))
    script = play_script(draft, book, ("en",))
    heads = [one.words[0] for one in script.paragraphs if one.style is Style.SCENE and one.words[0].startswith("Scene")]
    numbers = {head.rpartition(" ")[2]: int(re.findall(r"\d+", head)[0]) for head in heads}
    data = meaning_of(draft)
    assert list(numbers.values()) == list(range(1, len(data["scenes"]) + 1))
    assert heads[0].endswith(data["start"])
    best = [one for one in script.paragraphs if one.best]
    others = next(place for place, one in enumerate(script.paragraphs) if one.words[0] == "Other ways")
    assert best
    assert all(script.paragraphs.index(one) < others for one in best)
    for one in script.paragraphs:
        if one.style is Style.WAY and (found := re.fullmatch(r"→ scene (\d+) \((.*)\)", one.words[0])):
            assert numbers[found[2]] == int(found[1])


def test_rules_stand_in_the_margin_with_their_signs(draft: Draft, book: Rulebook) -> None:
    script = play_script(draft, book, ("zh",))
    remarks = [remark for one in script.paragraphs for remark in one.margin]
    assert {Mark.KEPT, Mark.BROKEN} <= {remark.mark for remark in remarks}
    statements = {rule.statement.to("zh") for rule in book.rules.values()}
    assert all(remark.words[0] in statements for remark in remarks if remark.mark in (Mark.KEPT, Mark.BROKEN))


def test_a_scenario_with_errors_has_no_script(draft: Draft, book: Rulebook) -> None:
    with pytest.raises(ScenarioError):
        play_script(draft.with_text("format: 1"), book, ("zh",))
