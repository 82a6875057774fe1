from __future__ import annotations

import pytest

from simulator.domain.encounter import starting_state
from simulator.domain.scenario import Scenario
from simulator.domain.state_graph import OVER, StateGraph
from simulator.domain.state_values import StateValues
from simulator.domain.transcript import State
from tests.stories import Data, rulebook, scenario, scene

BOOK = rulebook()

# The same scenarios twice: as they are, and with a condition on the mood that always holds, so that the values of each
# mood are kept apart.
KINDS = pytest.mark.parametrize("by_mood", [False, True], ids=["one value a node", "a value for every mood"])


def graph_of(scenes: Data, by_mood: bool) -> StateGraph:
    if by_mood:
        for part in scenes.values():
            for response in part["responses"].values():
                response["when"] = "mood >= 0"
    story: Scenario = scenario(scenes)
    graph = StateGraph(story, BOOK, starting_state(story))
    assert graph.reads_mood is by_mood
    return graph


def values_of(graph: StateGraph, sign: int = 1) -> StateValues:
    return StateValues(graph, [ways.most for ways in graph.ways], sign)


def answers(graph: StateGraph, values: StateValues) -> list[object]:
    return [graph.ways[place[0]].best[way] for place, way in values.walk(graph.start)]


@KINDS
def test_the_most_and_the_least_from_each_state(by_mood: bool) -> None:
    graph = graph_of(
        {
            "a": scene(good={"keeps": ["greet"], "goto": "b"}, bad={"breaks": ["look"], "goto": "b"}),
            "b": scene(good={"keeps": ["law"]}, bad={"breaks": ["ask"]}),
        },
        by_mood,
    )
    most, least = values_of(graph), values_of(graph, -1)
    second = graph.locate(State("b", 50, ()))
    assert second is not None
    assert (most.at(graph.start), most.at(second), most.at((OVER, 0))) == (9, 6, 0)
    assert (least.at(graph.start), least.at(second), least.at((OVER, 0))) == (4, 3, 0)
    assert answers(graph, most) == ["good", "good"]
    assert answers(graph, least) == ["bad", "bad"]
    assert most.choice((OVER, 0)) is None
    assert most.everywhere()


@KINDS
def test_among_equals_the_first_way_is_chosen(by_mood: bool) -> None:
    graph = graph_of({"a": scene(x={"keeps": ["greet"]}, w={"keeps": ["ask"]}, v={})}, by_mood)
    assert answers(graph, values_of(graph)) == ["w"]


@KINDS
def test_a_way_round_that_gains_nothing_is_never_chosen(by_mood: bool) -> None:
    graph = graph_of(
        {
            "a": scene(again={"goto": "b"}, leave={"keeps": ["look"]}),
            "b": scene(back={"goto": "a"}, out={"keeps": ["look"]}),
        },
        by_mood,
    )
    values = values_of(graph)
    assert values.loop is None
    assert values.at(graph.start) == 1
    assert len(values.walk(graph.start)) <= 2


@KINDS
def test_a_loop_that_gains_is_given_with_the_ways_round_it(by_mood: bool) -> None:
    graph = graph_of(
        {
            "a": scene(on={"goto": "b"}),
            "b": scene(earn={"keeps": ["greet"], "goto": "c"}, leave={}),
            "c": scene(back={"breaks": ["look"], "goto": "b"}),
        },
        by_mood,
    )
    loop = values_of(graph).loop
    assert loop is not None
    assert {graph.scenes[node] for (node, _), _ in loop} == {"b", "c"}
    for (place, way), (after, _) in zip(loop, [*loop[1:], loop[0]], strict=True):
        assert graph.follow(place, way) == after
    assert values_of(graph, -1).loop is None


@KINDS
def test_a_state_that_leads_nowhere_has_no_value(by_mood: bool) -> None:
    graph = graph_of(
        {
            "a": scene(leave={"keeps": ["look"]}, stay={"goto": "pit"}),
            "pit": scene(dig={"keeps": ["law"], "goto": "pit"}),
        },
        by_mood,
    )
    values = values_of(graph)
    pit = graph.locate(State("pit", 50, ()))
    assert pit is not None
    assert values.loop is None
    assert (values.at(graph.start), values.at(pit), values.choice(pit), values.walk(pit)) == (1, None, None, [])
    assert not values.everywhere()


def test_moods_have_values_of_their_own() -> None:
    graph = graph_of(
        {"a": scene(up={"mood": 30, "goto": "b"}, down={"mood": -30, "goto": "b"}), "b": scene(x={})}, False
    )
    assert graph.count == 2
    story = scenario(
        {
            "a": scene(up={"mood": 30, "goto": "b"}, down={"mood": -30, "goto": "b"}),
            "b": scene(x={"when": "mood > 50", "keeps": ["law"]}, y={"when": "mood < 50", "breaks": ["look"]}),
        }
    )
    graph = StateGraph(story, BOOK, starting_state(story))
    values = values_of(graph)
    node = graph.targets[graph.start[0]][0]
    assert [values.at((node, mood)) for mood in (20, 50, 80)] == [-1, None, 6]
    assert values.at(graph.start) == 6
    assert answers(graph, values) == ["up", "x"]
    assert answers(graph, values_of(graph, -1)) == ["down", "y"]
