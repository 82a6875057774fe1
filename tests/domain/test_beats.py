from __future__ import annotations

from typing import Any

import pytest

from simulator.domain.beats import RULES_OF_BEATS, Beat, BeatReview, ComplaintOrder, Crossing, complaint_order
from simulator.domain.debrief import Outcome, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from tests.stories import rulebook, scenario, scene

BOOK = rulebook()


def doing(*beats: Beat, **fields: Any) -> dict[str, Any]:
    return {"keeps": [RULES_OF_BEATS[beat] for beat in beats], **fields}


def order_of(*turns: tuple[Beat, ...], stage: str = "complaint") -> ComplaintOrder | None:
    """The order in an attempt in which each of these turns had these beats, and nothing else was ever at stake."""
    scenes = {
        f"s{number}": scene(stage=stage, it=doing(*beats, goto=f"s{number + 1}"))
        for number, beats in enumerate(turns, start=1)
    }
    last = f"s{len(turns) + 1}"
    story = scenario({**scenes, last: scene(stage="farewell", bye={"keeps": ["greet"]})})
    answers = ["it"] * len(turns) + ["bye"]
    return complaint_order(debrief(play(story, answers).transcript(), BOOK, Envelope(story, BOOK)))


def test_beats_stand_in_the_order_of_the_trade_and_in_that_of_the_attempt() -> None:
    order = order_of((Beat.LISTEN,), (Beat.RECORD, Beat.APOLOGISE), (Beat.ACT,))
    assert order is not None
    assert [one.beat for one in order.canonical] == list(Beat)
    assert [(one.beat, one.turn) for one in order.taken] == [
        (Beat.LISTEN, 1),
        (Beat.APOLOGISE, 2),
        (Beat.RECORD, 2),
        (Beat.ACT, 3),
    ]
    assert order.crossings == ()
    assert order.canonical[0] == BeatReview(Beat.SETTLE, None, None)


def test_what_came_before_what_it_should_follow_is_a_crossing() -> None:
    order = order_of((Beat.ACT,), (Beat.APOLOGISE,), (Beat.LISTEN,))
    assert order is not None
    assert order.crossings == (
        Crossing(Beat.LISTEN, Beat.APOLOGISE),
        Crossing(Beat.LISTEN, Beat.ACT),
        Crossing(Beat.APOLOGISE, Beat.ACT),
    )


@pytest.mark.parametrize(
    "turns",
    [
        ((Beat.CHANNEL,), (Beat.LISTEN,), (Beat.APOLOGISE,)),
        ((Beat.LISTEN,), (Beat.SETTLE,), (Beat.APOLOGISE,)),
        ((Beat.LISTEN, Beat.APOLOGISE, Beat.ACT), (Beat.SETTLE,)),
    ],
)
def test_where_either_order_will_do_nothing_crosses(turns: tuple[tuple[Beat, ...], ...]) -> None:
    order = order_of(*turns)
    assert order is not None
    assert order.crossings == ()


def test_thanks_count_where_they_were_said_last() -> None:
    order = order_of((Beat.THANK,), (Beat.LISTEN,), (Beat.ACT,), (Beat.THANK,))
    assert order is not None
    assert (order.taken[-1], order.crossings) == (BeatReview(Beat.THANK, Outcome.KEPT, 4), ())


def test_beats_that_were_missed_and_broken_name_their_turn() -> None:
    story = scenario(
        {
            "a": scene(stage="complaint", well=doing(Beat.LISTEN, goto="b"), ill={"breaks": [], "goto": "b"}),
            "b": scene(
                stage="complaint",
                well=doing(Beat.APOLOGISE, goto="c"),
                ill={"breaks": [RULES_OF_BEATS[Beat.APOLOGISE]], "goto": "c"},
            ),
            "c": scene(stage="complaint", it=doing(Beat.ACT, goto="d")),
            "d": scene(bye={"keeps": ["greet"]}),
        }
    )
    found = debrief(play(story, ["ill", "ill", "it", "bye"]).transcript(), BOOK, Envelope(story, BOOK))
    order = complaint_order(found)
    assert order is not None
    assert order.canonical[1:3] == (
        BeatReview(Beat.LISTEN, Outcome.MISSED, 1),
        BeatReview(Beat.APOLOGISE, Outcome.BROKEN, 2),
    )
    assert [one.beat for one in order.taken] == [Beat.ACT]


def test_without_a_complaint_there_is_no_order() -> None:
    assert order_of((Beat.LISTEN,), (Beat.APOLOGISE,), (Beat.ACT,), stage="serving") is None


def test_with_too_few_beats_at_stake_there_is_no_order() -> None:
    assert order_of((Beat.LISTEN,), (Beat.APOLOGISE,)) is None


def test_what_came_before_the_complaint_is_no_part_of_it() -> None:
    story = scenario(
        {
            "a": scene(stage="serving", it=doing(Beat.ACT, goto="b")),
            "b": scene(stage="complaint", it=doing(Beat.LISTEN, Beat.APOLOGISE, Beat.RECORD, goto="c")),
            "c": scene(bye={"keeps": ["greet"]}),
        }
    )
    found = debrief(play(story, ["it", "it", "bye"]).transcript(), BOOK, Envelope(story, BOOK))
    order = complaint_order(found)
    assert order is not None
    assert Beat.ACT not in [one.beat for one in order.taken]
