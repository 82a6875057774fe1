from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain import state_graph
from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.envelope import Bound, Envelope, EnvelopeError, Price, Prospect, Stuck
from simulator.domain.rulebook import Rule, Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Attainable, Judge, total
from simulator.domain.transcript import Answer, State, Transcript
from tests.domain.every_path import EndlessLoopError, EveryState, loss, points
from tests.stories import BROAD, RULES, Data, big_scenario, inspection, rulebook, scenario, scenarios, scene

BOOK = rulebook()


def replay(story: Scenario, path: tuple[Answer, ...], start: State | None = None) -> Transcript:
    encounter = Encounter(story, start=start)
    for answer in path:
        encounter.answer(answer)
    return encounter.transcript()


def points_of_path(story: Scenario, path: tuple[Answer, ...], book: Rulebook = BOOK) -> int:
    transcript = replay(story, path)
    assert transcript.ending
    return total(transcript, Judge(story, book))


def only(rule: str) -> Rulebook:
    """The same rulebook with every other rule weighing nothing."""
    rules: dict[str, Rule] = {rule: BOOK.rules[rule]}
    return Rulebook(BOOK.weights, rules, BOOK.phrases)


# The proof against every path -----------------------------------------------------------------------------------------


@given(scenarios(loops=False))
@settings(BROAD, max_examples=400)
def test_without_loops_best_and_worst_are_those_of_all_paths(story: Scenario) -> None:
    every = EveryState(story, BOOK)
    earned = sorted(every.paths(points))
    if not earned or earned[-1] <= 0:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == ("nothing-to-earn" if earned else "no-ending")
        return
    envelope = Envelope(story, BOOK)
    assert (envelope.best.points, envelope.worst.points) == (earned[-1], earned[0])
    assert points_of_path(story, envelope.best.path) == earned[-1]
    assert points_of_path(story, envelope.worst.path) == earned[0]


@given(scenarios(loops=True))
@settings(BROAD, max_examples=400)
def test_with_loops_best_and_worst_are_those_of_every_single_state(story: Scenario) -> None:
    every = EveryState(story, BOOK)
    try:
        values = every.most(points)
    except EndlessLoopError:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == "earning-loop"
        check_that_the_path_earns_by_going_round(story, caught.value)
        return
    if every.start not in values or values[every.start] <= 0:
        with pytest.raises(EnvelopeError) as caught:
            Envelope(story, BOOK)
        assert caught.value.reason == ("nothing-to-earn" if every.start in values else "no-ending")
        return
    envelope = Envelope(story, BOOK)
    assert envelope.best.points == values[every.start] == points_of_path(story, envelope.best.path)
    try:
        least = -every.most(loss)[every.start]
    except EndlessLoopError:
        assert envelope.worst.points is None
        assert replay(story, envelope.worst.path).ending
    else:
        assert envelope.worst.points == least == points_of_path(story, envelope.worst.path)
    check_states(every, envelope)
    check_prospects(every, values, envelope)
    check_stuck(every, values, envelope)
    check_endings(every, envelope)
    check_taken_and_prices(every, values, envelope)
    check_best_path_avoiding(every, values, envelope)


def check_that_the_path_earns_by_going_round(story: Scenario, error: EnvelopeError) -> None:
    transcript = replay(story, error.path)
    judge = Judge(story, BOOK)
    last = transcript.state
    assert last.scene == error.scene
    since = [judge(turn).points for turn in transcript.turns]
    befores = [turn.before for turn in transcript.turns]
    again = what_is_read(story, last)
    assert any(what_is_read(story, before) == again and sum(since[at:]) > 0 for at, before in enumerate(befores))


def what_is_read(story: Scenario, state: State) -> tuple[object, ...]:
    """The scene of a state, and what conditions of scenes that may follow read of the mood and the variables."""
    scenes = [story.start]
    for id in scenes:
        part = story.scenes.get(id)
        gotos = [part.inspection.goto] if part and part.inspection else []
        gotos += [response.goto for response in part.responses.values()] if part else []
        scenes += [goto for goto in dict.fromkeys(gotos) if goto not in scenes]
    whens = [response.when for id in scenes if id in story.scenes for response in story.scenes[id].responses.values()]
    read = {name for when in whens if when for name in when.names}
    values = {"mood": state.mood, **dict(zip(story.variables, state.variables, strict=True))}
    return state.scene, *(value for name, value in values.items() if name in read)


def check_states(every: EveryState, envelope: Envelope) -> None:
    assert envelope.states == len({what_is_read(every.scenario, state) for state in every.scenes})


def check_prospects(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    for state in every.scenes:
        by_hand: dict[Answer, Prospect] = {}
        for answer, judged, after in every.turns[state]:
            if after in values:
                whole = judged.points + values[after]
                by_hand[answer] = Prospect(whole, values[state] - whole)
                turn = Encounter(every.scenario, start=state).answer(answer)
                assert envelope.regret(turn) == by_hand[answer].regret
        offered = envelope.prospects(state)
        if every.scenario.scenes[state.scene].inspection:
            assert all(by_hand[ticks] == prospect and prospect.regret == 0 for ticks, prospect in offered.items())
            assert bool(offered) == bool(by_hand)
        else:
            assert offered == by_hand
        if by_hand:
            check_best_path_from(every, values, envelope, state)
        else:
            assert envelope.best_path_from(state) == ()


def check_best_path_from(every: EveryState, values: dict[State, int], envelope: Envelope, state: State) -> None:
    path = envelope.best_path_from(state)
    transcript = replay(every.scenario, path, state)
    assert transcript.ending
    assert total(transcript, Judge(every.scenario, BOOK)) == values[state]


def check_stuck(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    stuck = envelope.stuck()
    if all(state in values for state in every.turns):
        assert stuck is None
    else:
        assert stuck is not None
        state = replay(every.scenario, stuck.path).state
        assert state.scene == stuck.scene
        assert state not in values
        assert stuck.without_options == (not every.turns[state])


def check_endings(every: EveryState, envelope: Envelope) -> None:
    for ending, bounds in envelope.endings().items():
        values = every.most(points, [ending])
        if every.start not in values:
            assert bounds is None
            continue
        assert bounds is not None
        best, worst = bounds
        assert best.points == values[every.start] == points_of_path(every.scenario, best.path)
        assert replay(every.scenario, best.path).ending == replay(every.scenario, worst.path).ending == ending
        try:
            least = -every.most(loss, [ending])[every.start]
        except EndlessLoopError:
            assert worst.points is None
        else:
            assert worst.points == least == points_of_path(every.scenario, worst.path)


def check_taken_and_prices(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    by_hand: dict[str, dict[str, set[int | None]]] = {}
    for state in every.scenes:
        part = every.scenario.scenes[state.scene]
        of_scene = by_hand.setdefault(state.scene, {})
        earned = {answer: judged.points for answer, judged, _ in every.turns[state]}
        for item in part.inspection.items.values() if part.inspection else ():
            right = tuple(sorted(other.id for other in part.inspection.items.values() if other.fault))
            wrong = tuple(sorted({*right} ^ {item.id}))
            of_scene[item.id] = {earned[right] - earned[wrong]}
        for answer, judged, after in () if part.inspection else every.turns[state]:
            regret = values[state] - judged.points - values[after] if after in values else None
            of_scene.setdefault(str(answer), set()).add(regret)
    assert envelope.taken().keys() == envelope.prices().keys() == by_hand.keys()
    for id, prices in envelope.prices().items():
        if not every.scenario.scenes[id].inspection:
            assert envelope.taken()[id] == by_hand[id].keys()
        assert prices.keys() == by_hand[id].keys()
        for option, price in prices.items():
            known = [regret for regret in by_hand[id][option] if regret is not None]
            assert price == (Price(min(known), max(known)) if known else Price(None, None))


def check_best_path_avoiding(every: EveryState, values: dict[State, int], envelope: Envelope) -> None:
    recovery = [id for id, part in every.scenario.scenes.items() if part.recovery]
    path = envelope.best_path_avoiding(recovery)
    waiting, seen = [every.start], {every.start}
    for state in waiting:
        for _, judged, after in every.turns[state]:
            no_regret = after in values and judged.points + values[after] == values[state]
            if no_regret and after not in seen and after.scene not in recovery:
                seen.add(after)
                waiting.append(after)
    there_is_one = any(state.scene in every.scenario.endings for state in seen) and every.start.scene not in recovery
    assert (path is not None) == there_is_one
    if path is not None:
        transcript = replay(every.scenario, path)
        assert points_of_path(every.scenario, path) == values[every.start]
        assert not {turn.before.scene for turn in transcript.turns} & set(recovery)


@given(scenarios(loops=True), st.sampled_from(sorted(RULES)))
@BROAD
def test_the_bounds_of_one_rule_are_those_of_a_rulebook_with_only_that_rule(story: Scenario, rule: str) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    every = EveryState(story, only(rule))
    best, worst = envelope.rule(rule)
    for bound, worth, sign in ((best, points, 1), (worst, loss, -1)):
        try:
            expected = sign * every.most(worth)[every.start]
        except EndlessLoopError:
            assert bound.points is None
            assert replay(story, bound.path).ending
        else:
            assert bound.points == expected == points_of_path(story, bound.path, only(rule))


@given(scenarios(loops=True), st.randoms(use_true_random=False))
@BROAD
def test_from_a_moment_in_the_middle_it_proves_what_is_left(story: Scenario, chance: Any) -> None:
    every = EveryState(story, BOOK)
    middle = chance.choice(sorted(every.turns))
    rest = EveryState(story, BOOK, middle)
    try:
        values = rest.most(points)
    except EndlessLoopError:
        values = {}
    if middle not in values:
        with pytest.raises(EnvelopeError):
            Envelope(story, BOOK, middle)
        return
    envelope = Envelope(story, BOOK, middle)
    assert envelope.best.points == values[middle]
    assert total(replay(story, envelope.best.path, middle), Judge(story, BOOK)) == values[middle]
    assert envelope.attainable.points == values[middle]


# What it says, by example ---------------------------------------------------------------------------------------------


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
