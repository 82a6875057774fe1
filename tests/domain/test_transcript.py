from __future__ import annotations

import pytest

from simulator.domain.encounter import play
from simulator.domain.scenario import Line, Speaker
from simulator.domain.transcript import Answer, answer_word, lines_at, lines_of_turn
from simulator.i18n import Text
from tests.stories import inspection, scenario, scene

LINES = [{"narrator": "It rains."}, {"citizen": "Hello?"}]
STORY = scenario(
    {
        "mirror": inspection(goto="a", badge=(True, "look")),
        "a": scene(
            warm={"say": "Good morning.", "reply": "Oh.", "meets": ["home"], "goto": "b"},
            cold={"say": None, "do": "shrugs", "goto": "b"} | {"goto": "b"},
        )
        | {"lines": LINES},
        "b": scene(on={"meets": ["home", "form"]}),
    },
    endings={"end": {"lines": [{"citizen": "Goodbye."}]}},
    needs=("home", "form", "rest"),
) if False else None
