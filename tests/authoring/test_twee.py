from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.twee import export_twee
from simulator.authoring.twee_import import import_twee
from simulator.authoring.twee_notation import links_in, read_story
from simulator.domain.canonical import content_hash, data_of
from simulator.errors import ScenarioError
from simulator.library.scenario_file import TextReader
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD, scenarios

STRANGE = ("[[a->b]]", "x]] y", "-->", "<!--", ":: x", "a|b", "a->b", "$x (set: $y to 1)", "<b>", "\u2028", "\x85",
           "a\nb", "][", "[", "]", "''", "〔x〕", "--", "\ufeff", "'", '"', "\\", "{", "（）")  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_every_shipped_scenario_comes_back_as_it_was(path: Path, language: str) -> None:
    draft = Draft.of(path, path.read_text("utf-8"))
    reading = import_twee(export_twee(draft, language).encode())
    assert (reading.id, reading.notes, reading.diagnostics) == (path.stem, (), ())
    before, after = TextReader(path).read(draft.text).scenario, TextReader(path).read(reading.text).scenario
    assert before is not None
    assert after is not None
    assert content_hash(before) == content_hash(after)
    assert list(meaning_of(Draft.of(path, reading.text))["scenes"]) == list(meaning_of(draft)["scenes"])


@settings(BROAD, max_examples=60)
@given(scenarios(loops=True), st.integers(0, 2**32))
def test_a_scenario_of_any_shape_and_words_comes_back_as_it_was(scenario, seed) -> None:
    data, chance = data_of(scenario), random.Random(seed)
    for part in (*data["scenes"].values(), *data["endings"].values()):
        words = "x" + "".join(chance.sample(STRANGE, 3))
        part["lines"] = [
            {chance.choice(("narrator", "citizen", "clerk")): chance.choice((words, {"zh": words, "en": "y"}))}
        ]
        for response in part.get("responses", {}).values():
            response["say"] = "".join(chance.sample(STRANGE, 2)) + "x"
    path = Path("story.yaml")
    draft = Draft.of(path, scenario_text(data))
    reading = import_twee(export_twee(draft, chance.choice(("zh", "en"))).encode())
    assert meaning_of(Draft.of(path, reading.text)) == meaning_of(draft)
    assert reading.notes == ()


def test_the_export_is_what_twine_opens(draft: Draft) -> None:
    story = read_story(export_twee(draft, "zh").encode())
    names = {passage.name for passage in story.passages}
    assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", story.data["ifid"])
    assert story.data["format"] == "Harlowe"
    assert story.data["start"] in names
    assert all(link.target in names for passage in story.passages for link in links_in(passage.text))
    places = [passage.metadata["position"] for passage in story.passages]
    assert len(set(places)) == len(places)
    assert export_twee(draft, "zh") == export_twee(draft, "zh")


def test_a_scenario_with_errors_is_not_exported(draft: Draft) -> None:
    with pytest.raises(ScenarioError):
        export_twee(draft.with_text("format: 1"), "zh")
