"""Made-up test plans of every shape."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import strategies as st

from simulator.authoring.plans import Close, Fact, Offer, Plan, Said, Step, Value, one_line
from simulator.domain.scenario import Speaker
from simulator.domain.scoring import Level

IDS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,9}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(one_line)
NUMBERS = st.integers(-200, 200)
ID_SETS = st.lists(IDS, max_size=3, unique=True).map(lambda ids: tuple(sorted(ids)))


def facts(values: dict[str, st.SearchStrategy[Value]]) -> st.SearchStrategy[dict[str, Fact]]:
    """Some of these expectations."""
    kinds = {word: value.map(Fact) for word, value in values.items()}
    return st.fixed_dictionaries({}, optional=kinds)


def said() -> st.SearchStrategy[tuple[Said, ...]]:
    who = st.sampled_from([*map(str, Speaker), "does"])
    return st.lists(st.builds(Said, who, WORDS), max_size=2).map(tuple)


def unplaced(plan: Plan) -> Plan:
    """A plan without the lines on which it stands."""

    def facts(found):
        return {word: Fact(fact.value) for word, fact in found.items()}

    def said(lines):
        return tuple(one._replace(line=0) for one in lines)

    steps = tuple(
        replace(
            step,
            lines=said(step.lines),
            offers=tuple(offer._replace(line=0) for offer in step.offers),
            follows=said(step.follows),
            facts=facts(step.facts),
            line=0,
            answer_line=0,
        )
        for step in plan.steps
    )
    close = plan.close and replace(plan.close, lines=said(plan.close.lines), facts=facts(plan.close.facts), line=0)
    return replace(plan, steps=steps, close=close)


REMARKS = st.lists(WORDS, max_size=2).map(tuple)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """One step."""
    inspection = draw(st.booleans())
    ids = draw(st.lists(IDS, max_size=3, unique=True))
    offers = tuple(Offer(id, inspection or draw(st.booleans()), draw(WORDS)) for id in ids)
    moods = st.tuples(st.integers(0, 100), st.integers(0, 100))
    return Step(
        draw(IDS),
        draw(IDS | st.just("-")),
        draw(said()),
        offers,
        draw(said()),
        draw(
            facts(
                {
                    "points": NUMBERS,
                    "mood": moods,
                    "kept": ID_SETS,
                    "broken": ID_SETS,
                    "missed": ID_SETS,
                    "met": ID_SETS,
                }
            )
        ),
        draw(REMARKS),
        inspection=inspection and bool(offers),
    )


CLOSES = st.builds(
    Close,
    IDS,
    said(),
    facts(
        {
            "points": NUMBERS,
            "score": st.integers(0, 100),
            "passed": st.booleans(),
            "level": st.sampled_from([str(level) for level in Level]),
            "rating": st.integers(1, 5),
            "mood": st.integers(0, 100),
        }
    ),
    REMARKS,
)


def plans(scenario: str) -> st.SearchStrategy[Plan]:
    """Plans of a scenario."""
    return st.builds(
        Plan,
        st.just(scenario),
        st.lists(steps(), min_size=1, max_size=4).map(tuple),
        st.none() | CLOSES,
        REMARKS,
        st.sampled_from(["", "zh", "en"]),
    )


_BITS = (
    "scene: ", "choose: ", "ending: ", "mood: 1 -> 2", "mood: 9", "points: +", "option: a (closed) “b”", "item: x", "#",
    ":", "：", "\r", "\u2028", "\x00", "\ufeff", "passed: maybe", "kept: a, a", "kept: ,", "level: moving", "-", "\n\n",
    "choose: a+b", "scenario: other", "language: zz-zz", "9" * 40, "none",
)  # fmt: skip


def damaged_plan(text: str, chance: random.Random) -> bytes:
    """A plan after one to five accidents."""
    for _ in range(chance.randint(1, 5)):
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                del lines[line]
            case 1:
                lines.insert(line, chance.choice(_BITS))
            case 2:
                place = chance.randrange(len(lines[line]) + 1)
                lines[line] = lines[line][:place] + chance.choice(_BITS) + lines[line][place:]
            case 3:
                lines = lines[: line + 1]
            case 4:
                lines.insert(line, chance.choice(lines))
        text = "\n".join(lines)
    content = text.encode()
    if chance.random() < 0.2:
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.randbytes(3) + content[place:]
    return content
