from __future__ import annotations

from simulator.authoring.texts import texts_of
from simulator.domain.canonical import canonical_text
from simulator.i18n import Text
from simulator.library.scenario_file import read_scenario_file
from tests.authoring.conftest import EXAMPLE_FILE


def test_every_text_is_found_once_and_where_it_stands():
    scenario = read_scenario_file(EXAMPLE_FILE).scenario
    assert scenario is not None
    texts = list(texts_of(scenario))

    assert len({keys for keys, _ in texts}) == len(texts)
    assert (
        ("scenes", "arrival", "responses", "welcome", "reply"),
        Text.of({"zh": "哎，好。", "en": "Oh, good."}),
    ) in texts
    assert ("scenes", "arrival", "lines", 0, "citizen") in dict(texts)
    # Each text is a pair of languages in this file, and nothing else in it is written as one.
    assert canonical_text(scenario).count('"zh":') == len(texts)
