from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.scenario import Scenario
from simulator.domain.state_graph import NEVER, OVER, StateGraph, moved, moved_back
from simulator.domain.transcript import State
from tests.domain.every_path import EveryState
from tests.stories import BROAD, rulebook, scenario, scenarios, scene

BOOK = rulebook()
MOODS = range(101)
mood_sets = st.sets(st.sampled_from(MOODS)) | st.sets(st.sampled_from([0, 1, 99, 100]))
shifts = st.integers(-100, 100)


def bits(moods: set[int]) -> int:
    return sum(1 << mood for mood in moods)


def after(mood: int, shift: int) -> int:
    return min(100, max(0, mood + shift))


@given(mood_sets, shifts)
@BROAD
def test_moods_move_and_stop_at_the_ends(moods: set[int], shift: int) -> None:
    assert moved(bits(moods), shift) == bits({after(mood, shift) for mood in moods})


@given(mood_sets, shifts)
@BROAD
def test_moods_are_found_from_what_they_become(moods: set[int], shift: int) -> None:
    assert moved_back(bits(moods), shift) == bits({mood for mood in MOODS if after(mood, shift) in moods})


@given(scenarios(loops=True))
@BROAD
def test_it_holds_exactly_the_states_that_can_be_reached(story: Scenario) -> None:
    every, graph = EveryState(story, BOOK), StateGraph(story, BOOK, starting_state(story))
    places = {graph.locate(state) for state in every.scenes}
    assert None not in places
    assert len(places) == graph.count
    assert sum(graph.reached[node].bit_count() for node in graph.order) == graph.count
    for state in every.turns:
        for other in (state._replace(mood=mood) for mood in (0, 50, 100)):
            reached = other in every.turns or (not graph.reads_mood and state in every.turns)
            place = graph.locate(other)
            assert (place is not None) >= reached
            if place is not None and not reached and place[0] != OVER:
                assert place in places


@given(scenarios(loops=True))
@BROAD
def test_its_ways_are_the_turns_of_the_encounter(story: Scenario) -> None:
    every, graph = EveryState(story, BOOK), StateGraph(story, BOOK, starting_state(story))
    for state in every.scenes:
        place = graph.locate(state)
        assert place is not None
        ways = graph.ways[place[0]]
        onward = {ways.best[way]: graph.follow(place, way) for way in graph.open_ways(place)}
        for answer, there in onward.items():
            assert graph.locate(Encounter(story, start=state).answer(answer).after) == there
        if not story.scenes[state.scene].inspection:
            assert set(onward) == {answer for answer, _, _ in every.turns[state]}


@given(scenarios(loops=False))
@BROAD
def test_without_loops_each_node_stands_before_what_it_leads_to(story: Scenario) -> None:
    graph = StateGraph(story, BOOK, starting_state(story))
    assert not graph.loops
    place_in_order = {node: place for place, node in enumerate(graph.order)}
    assert sorted(place_in_order) == list(range(1, len(graph.scenes)))
    for node in graph.order:
        for target in graph.targets[node]:
            assert target in (OVER, NEVER) or place_in_order[node] < place_in_order[target]


def test_a_loop_is_seen() -> None:
    story = scenario({"a": scene(on={"goto": "b"}), "b": scene(back={"goto": "a"}, leave={})})
    assert StateGraph(story, BOOK, starting_state(story)).loops


def test_two_ways_to_one_scene_are_no_loop() -> None:
    story = scenario({"a": scene(x={"goto": "b"}, y={"goto": "c"}), "b": scene(on={"goto": "c"}), "c": scene(off={})})
    assert not StateGraph(story, BOOK, starting_state(story)).loops


def test_the_shortest_path_is_found() -> None:
    story = scenario(
        {
            "a": scene(long={"goto": "b"}, short={"goto": "c"}),
            "b": scene(on={"goto": "c"}),
            "c": scene(off={}),
        }
    )
    graph = StateGraph(story, BOOK, starting_state(story))
    goal = graph.locate(State("c", 50, ()))
    assert graph.path(graph.start, lambda place: place == goal) == (("short",), goal)
    assert graph.path(graph.start, lambda place: place[0] == OVER) == (("short", "off"), (OVER, 0))
    assert graph.path(graph.start, lambda _: False) is None


@pytest.mark.parametrize("read", [True, False])
def test_a_variable_makes_states_only_where_it_is_read(read: bool) -> None:
    story = scenario(
        {
            "a": scene(tell={"set": {"told": True}, "goto": "b"}, hide={"goto": "b"}),
            "b": scene(thank={"when": "told"} if read else {}, leave={}),
        },
        variables={"told": False},
    )
    graph = StateGraph(story, BOOK, starting_state(story))
    assert graph.count == (3 if read else 2)
    told, untold = graph.locate(State("b", 50, (True,))), graph.locate(State("b", 50, (False,)))
    assert told is not None
    assert untold is not None
    assert (told == untold) is not read
