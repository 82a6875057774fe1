"""What the envelope says of a scenario, by example."""

from __future__ import annotations

import pytest

from simulator.domain import state_graph
from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.envelope import Bound, Envelope, EnvelopeError, Prospect, Stuck
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Attainable
from simulator.domain.transcript import State
from tests.domain.witnesses import BOOK, check_that_the_path_earns_by_going_round, points_of_path
from tests.stories import Data, big_scenario, inspection, scenario, scene


def test_a_scenario_with_one_turn() -> None:
    story = scenario({"a": scene(kind={"keeps": ["greet", "look"]}, rude={"breaks": ["law"]})})
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(4, ("kind",))
    assert envelope.worst == Bound(-6, ("rude",))
    assert envelope.rules() == {
        "greet": (Bound(3, ("kind",)), Bound(0, ("rude",))),
        "look": (Bound(1, ("kind",)), Bound(0, ("rude",))),
        "law": (Bound(0, ("kind",)), Bound(-6, ("rude",))),
    }
    assert envelope.states == 1
    assert envelope.attainable == Attainable(4, 0)
    assert envelope.stuck() is None
    assert envelope.prospects(starting_state(story)) == {"kind": Prospect(4, 0), "rude": Prospect(-6, 10)}


def test_an_inspection_has_right_ticks_and_wrong_ones() -> None:
    story = scenario({"a": inspection(badge=(True, "greet"), pen=(False, "look"), screen=(True, "law"))})
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(9, (("badge", "screen"),))
    assert envelope.worst == Bound(-10, (("pen",),))
    assert envelope.prospects(starting_state(story)) == {("badge", "screen"): Prospect(9, 0)}
    half = Encounter(story).answer(("badge", "pen"))
    assert envelope.regret(half) == 9 - (3 - 1 - 6)


def test_the_rules_beyond_basic_that_the_best_path_keeps_are_counted_once_each() -> None:
    story = scenario(
        {
            "a": scene(x={"keeps": ["ask", "care"], "goto": "b"}),
            "b": scene(y={"keeps": ["ask", "greet"]}),
        }
    )
    assert Envelope(story, BOOK).attainable == Attainable(12, 2)


def test_in_a_recovery_scene_nothing_is_earned() -> None:
    story = scenario(
        {
            "a": scene(well={"keeps": ["greet"]}, badly={"breaks": ["look"], "goto": "mend"}),
            "mend": scene(recovery=True, sorry={"keeps": ["greet", "care", "ask"]}),
        }
    )
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(3, ("well",))
    assert envelope.worst == Bound(-1, ("badly", "sorry"))


def test_a_loop_that_earns_is_refused_and_shown() -> None:
    story = scenario(
        {
            "a": scene(on={"goto": "b"}),
            "b": scene(again={"keeps": ["look"], "goto": "c"}, leave={}),
            "c": scene(back={"goto": "b"}),
        }
    )
    with pytest.raises(EnvelopeError) as caught:
        Envelope(story, BOOK)
    assert caught.value.reason == "earning-loop"
    check_that_the_path_earns_by_going_round(story, caught.value)


def test_a_loop_that_earns_but_never_ends_is_stuck_and_not_a_loop_to_farm() -> None:
    story = scenario(
        {
            "a": scene(leave={"keeps": ["greet"]}, stay={"goto": "trap"}),
            "trap": scene(round={"keeps": ["law"], "goto": "trap"}),
        }
    )
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(3, ("leave",))
    assert envelope.stuck() == Stuck("trap", ("stay",))
    assert envelope.prospects(starting_state(story)) == {"leave": Prospect(3, 0)}


def test_a_loop_that_can_be_gone_round_only_once_is_fine() -> None:
    story = scenario(
        {
            "a": scene(
                ask={"keeps": ["ask"], "when": "not told", "set": {"told": True}, "goto": "a"},
                leave={"keeps": ["look"]},
            )
        },
        variables={"told": False},
    )
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(4, ("ask", "leave"))
    assert envelope.worst == Bound(1, ("leave",))
    assert envelope.states == 2


def test_a_loop_that_loses_has_no_worst() -> None:
    story = scenario({"a": scene(sigh={"breaks": ["look"], "goto": "a"}, greet={"keeps": ["greet"]})})
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(3, ("greet",))
    assert envelope.worst == Bound(None, ("sigh", "greet"))


def test_the_best_answer_never_goes_round_in_a_loop_that_costs_nothing() -> None:
    story = scenario({"a": scene(again={"goto": "a"}, leave={"keeps": ["greet"]})})
    envelope = Envelope(story, BOOK)
    assert envelope.prospects(starting_state(story))["again"].regret == 0
    assert envelope.best_path_from(starting_state(story)) == ("leave",)


def test_mood_opens_and_closes_ways() -> None:
    story = scenario(
        {
            "a": scene(warm={"mood": 7, "breaks": ["look"], "goto": "b"}, plain={"mood": -1, "goto": "b"}),
            "b": scene(trust={"when": "mood >= 57", "keeps": ["law"]}, nod={}),
        },
        mood=50,
    )
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(5, ("warm", "trust"))
    assert envelope.states == 3


def test_mood_stops_at_its_ends() -> None:
    story = scenario(
        {
            "a": scene(up={"mood": 90, "goto": "b"}, down={"mood": -90, "goto": "b"}),
            "b": scene(back={"mood": -100, "goto": "c"}, forth={"mood": 100, "goto": "c"}),
            "c": scene(low={"when": "mood == 0", "keeps": ["greet"]}, high={"when": "mood == 100", "keeps": ["law"]}),
        },
        mood=50,
    )
    envelope = Envelope(story, BOOK)
    assert envelope.states == 1 + 2 + 2
    assert envelope.best.points == 6
    assert envelope.worst.points == 3
    assert envelope.stuck() is None


def test_no_ending_within_reach() -> None:
    story = scenario({"a": scene(on={"goto": "b"}), "b": scene(back={"goto": "a", "keeps": ["law"]})})
    with pytest.raises(EnvelopeError) as caught:
        Envelope(story, BOOK)
    assert (caught.value.reason, caught.value.scene) == ("no-ending", "a")


def test_nothing_to_earn() -> None:
    story = scenario({"a": scene(on={"breaks": ["law"]}, off={"breaks": ["look"], "keeps": ["extra"]})})
    with pytest.raises(EnvelopeError) as caught:
        Envelope(story, BOOK)
    assert (caught.value.reason, caught.value.path) == ("nothing-to-earn", ("off",))


def test_a_state_with_no_way_on_is_found() -> None:
    story = scenario(
        {
            "a": scene(calm={"mood": 10, "keeps": ["greet"], "goto": "b"}, cross={"mood": -10, "goto": "b"}),
            "b": scene(go={"when": "mood > 50"}),
        },
        mood=50,
    )
    envelope = Envelope(story, BOOK)
    assert envelope.best == Bound(3, ("calm", "go"))
    assert envelope.stuck() == Stuck("b", ("cross",), without_options=True)
    cross = Encounter(story).answer("cross")
    assert envelope.regret(cross) == 0
    assert envelope.prospects(cross.after) == {}


def test_an_inspection_that_leads_nowhere_offers_nothing_to_regret() -> None:
    story = scenario(
        {
            "a": scene(leave={"keeps": ["greet"]}, look={"goto": "desk"}),
            "desk": inspection(goto="pit", badge=(True, "greet")),
            "pit": scene(dig={"goto": "pit"}),
        }
    )
    envelope = Envelope(story, BOOK)
    desk = Encounter(story).answer("look").after
    assert envelope.prospects(desk) == {}
    assert envelope.regret(Encounter(story, start=desk).answer(())) == 0, "no total is reachable any more"


def test_states_that_cannot_be_reached_have_no_prospects() -> None:
    story = scenario({"a": scene(on={"keeps": ["greet"], "when": "not told"})}, variables={"told": False})
    envelope = Envelope(story, BOOK)
    assert envelope.prospects(State("a", 50, (True,))) == {}
    assert envelope.prospects(State("nowhere", 50, (False,))) == {}
    assert envelope.best_path_from(State("a", 50, (True,))) == ()


def test_an_encounter_that_is_over_has_nothing_more_to_offer() -> None:
    story = scenario({"a": scene(on={"keeps": ["greet"]})})
    over = State("end", 50, ())
    assert Envelope(story, BOOK, over).best == Bound(0, ())
    assert Envelope(story, BOOK).prospects(over) == {}


def switches(count: int, *, read: bool = True) -> Scenario:
    """Two to the power of ``count`` states: switches to turn on in any order, each only once."""
    names = [f"v{number}" for number in range(count)]
    turns: Data = {f"turn_{name}": {"set": {name: True}, "goto": "a"} for name in names}
    for name in names if read else ():
        turns[f"turn_{name}"]["when"] = f"not {name}"
    return scenario({"a": scene(**turns, leave={"keeps": ["greet"]})}, variables=dict.fromkeys(names, False))


def test_a_scenario_with_too_many_states_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_graph, "MOST_STATES", 2**7)
    assert Envelope(switches(7), BOOK).states == 2**7
    with pytest.raises(EnvelopeError) as caught:
        Envelope(switches(8), BOOK)
    assert caught.value.reason == "too-many-states"


def test_too_many_means_more_than_a_million() -> None:
    assert state_graph.MOST_STATES == 1_000_000


def test_what_no_condition_reads_makes_no_states() -> None:
    story = switches(30, read=False)
    envelope = Envelope(story, BOOK)
    assert envelope.states == 1
    turned = Encounter(story).answer("turn_v7").after
    assert envelope.prospects(turned)["leave"] == Prospect(3, 0)


@pytest.mark.parametrize("mood_conditions", [False, True])
def test_a_long_scenario_is_proved_and_its_witnesses_replay(mood_conditions: bool) -> None:
    story = big_scenario(3000, mood_conditions=mood_conditions)
    envelope = Envelope(story, BOOK)
    assert envelope.best.points == points_of_path(story, envelope.best.path)
    assert envelope.worst.points == points_of_path(story, envelope.worst.path)
    assert envelope.states > (200_000 if mood_conditions else 2_999)
