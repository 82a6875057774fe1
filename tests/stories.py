"""Made-up scenarios to test and to measure with: small ones of every shape, big ones, and the rules that they keep."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from simulator.domain.canonical import from_data
from simulator.domain.rulebook import Rulebook, rulebook_from_data
from simulator.domain.scenario import Scenario

Data = dict[str, Any]

BROAD = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""Examples may take as long as they need: what is tested is what comes out."""

# Of each rule its severity, level, dimension and element.
RULES = {
    "greet": ("major", "basic", "tangibles", "staff"),
    "look": ("minor", "basic", "empathy", "staff"),
    "law": ("critical", "basic", "lawfulness", "reputation"),
    "ask": ("major", "proactive", "responsiveness", "service-quality"),
    "offer": ("minor", "proactive", "responsiveness", "environment"),
    "care": ("major", "moving", "empathy", "service-quality"),
    "extra": ("bonus", "moving", "empathy", "reputation"),
}
WEIGHTS = {"critical": 6, "major": 3, "minor": 1, "bonus": 0}


def rulebook() -> Rulebook:
    """Seven rules, of every severity and every level."""
    rules = {
        id: {
            "stage": "serving",
            "severity": severity,
            "level": level,
            "dimension": dimension,
            "element": element,
            "statement": f"Keep {id}.",
            "why": "It matters.",
            "source": "These tests.",
        }
        for id, (severity, level, dimension, element) in RULES.items()
    }
    phrases: Data = {"elements": {}, "exceptions": {}, "taboo": {}, "recommended": {}}
    return rulebook_from_data({"weights": WEIGHTS, "rules": rules, "phrases": phrases})


def scene(*, stage: Any = "serving", recovery: Any = False, **responses: Data) -> Data:
    """A scene with these responses; one that says nothing says its own name, and one that goes nowhere to ``end``."""
    whole = {id: {"say": id, "goto": "end", **response} for id, response in responses.items()}
    return {"stage": stage, "recovery": recovery, "responses": whole}


def inspection(*, goto: Any = "end", recovery: Any = False, **items: tuple[bool, str]) -> Data:
    """A scene to be looked over: of each item whether it is a fault, and its rule."""
    whole = {id: {"text": id, "fault": fault, "rule": rule} for id, (fault, rule) in items.items()}
    return {"stage": "image", "recovery": recovery, "inspect": {"items": whole, "goto": goto}}


def scenario(
    scenes: Data, *, endings: Data | None = None, mood: int = 50, needs: tuple[str, ...] = (), **fields: Any
) -> Scenario:
    """A scenario of these scenes that begins at the first and may end at ``end``."""
    data = {
        "id": "story",
        "title": "Story",
        "place": "hall",
        "citizen": {"name": "Li", "portrait": "li", "mood": mood, "hidden_needs": dict.fromkeys(needs, "A need.")},
        "start": next(iter(scenes)),
        "scenes": scenes,
        "endings": {id: {"title": id, "resolved": True, **ending} for id, ending in (endings or {"end": {}}).items()},
    }
    return from_data(data | fields)


_CONDITIONS = (
    "mood >= 40",
    "mood < 60",
    "mood == 50",
    "mood != 100 and mood > 3",
    "mood < 20 or mood > 80",
    "told",
    "not told",
    "asked > 0",
    "asked == 1 or told",
    "told and mood >= 30",
    "asked < 2 and not (mood > 70)",
)
_SHIFTS = (-100, -37, -10, -1, 0, 0, 1, 10, 37, 100)


def kept_rules() -> st.SearchStrategy[list[str]]:
    """Some rules, each once."""
    return st.lists(st.sampled_from(list(RULES)), max_size=2, unique=True)


@st.composite
def responses(draw: st.DrawFn, gotos: list[str], conditions: bool) -> Data:
    """One response that goes to one of these places."""
    kept = draw(kept_rules())
    broken = draw(st.lists(st.sampled_from([rule for rule in RULES if rule not in kept]), max_size=2, unique=True))
    response: Data = {
        "say": draw(st.sampled_from(["Yes.", "No.", {"zh": "\u884c\u3002", "en": "Fine."}])),
        "keeps": kept,
        "breaks": broken,
        "mood": draw(st.sampled_from(_SHIFTS)),
        "goto": draw(st.sampled_from(gotos)),
    }
    if draw(st.booleans()):
        response["meets"] = ["need"]
    if conditions:
        if draw(st.booleans()):
            response["when"] = draw(st.sampled_from(_CONDITIONS))
        sets: Data = {}
        if draw(st.integers(0, 2)) == 0:
            sets["told"] = draw(st.booleans())
        if draw(st.integers(0, 3)) == 0:
            sets["asked"] = draw(st.integers(0, 2))
        if sets:
            response["set"] = sets
    return response


@st.composite
def scenarios(draw: st.DrawFn, *, loops: bool, conditions: bool = True) -> Scenario:
    """A small well-formed scenario: moods, conditions, variables, recovery scenes, inspections, and loops if wanted.

    It may have no ending within reach, nothing to earn, states that are stuck, loops that earn and loops that lose.
    """
    ids = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    endings = {
        "end": {"title": "End", "resolved": True},
        "early": {"title": "Early", "resolved": False, "rating_at_most": draw(st.integers(1, 5))},
    }
    scenes: Data = {}
    for number, id in enumerate(ids):
        gotos = [*(ids if loops else ids[number + 1 :]), *endings]
        stage, recovery = draw(st.sampled_from(["greeting", "serving"])), draw(st.integers(0, 3)) == 0
        built: Data = {"stage": stage, "recovery": recovery}
        if draw(st.integers(0, 5)) == 0:
            faults = draw(st.lists(st.booleans(), min_size=1, max_size=3))
            items = {
                f"i{place}": {"text": "A thing.", "fault": fault, "rule": draw(st.sampled_from(list(RULES)))}
                for place, fault in enumerate(faults)
            }
            built["inspect"] = {"items": items, "goto": draw(st.sampled_from(gotos))}
        else:
            built["responses"] = {
                f"r{place}": draw(responses(gotos, conditions)) for place in range(draw(st.integers(1, 3)))
            }
            if draw(st.integers(0, 3)) < 3:  # mostly there is a way to the end, past every scene
                onwards = [*ids, "end"][number + 1]
                built["responses"]["on"] = {"say": "Go on.", "keeps": draw(kept_rules()), "goto": onwards}
        scenes[id] = built
    return scenario(
        scenes,
        endings=endings,
        mood=draw(st.sampled_from([0, 5, 40, 50, 60, 95, 100])),
        needs=("need",),
        variables={"told": draw(st.booleans()), "asked": draw(st.integers(0, 2))},
        pass_mark=draw(st.integers(1, 100)),
    )


def big_scenario(scenes: int, *, responses: int = 3, mood_conditions: bool = False, seed: int = 1) -> Scenario:
    """A long way from the first scene to the last, each response leading one, two or three scenes on."""
    chance = random.Random(seed)
    ids = [f"s{number}" for number in range(scenes)]
    rules = list(RULES)
    built: Data = {}
    for number, id in enumerate(ids):
        answers: Data = {}
        for place in range(responses):
            ahead = number + 1 + place % 3
            picked = chance.sample(rules, 3)
            response: Data = {
                "say": "Please sit down; I will look at it with you.",
                "reply": "Thank you.",
                "keeps": picked[:2] if place == 0 else picked[:1],
                "breaks": picked[2:] if place else [],
                "mood": chance.randrange(-10, 11),
                "goto": ids[ahead] if ahead < scenes else "end",
            }
            if mood_conditions and place and chance.random() < 0.5:
                response["when"] = f"mood {'>=' if place == 1 else '<'} {chance.randrange(20, 80)}"
            answers[f"a{place}"] = response
        built[id] = {"stage": "serving", "lines": [{"citizen": "I have come about my card."}], "responses": answers}
    return scenario(built)
