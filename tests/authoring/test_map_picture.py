"""The picture holds what the scenario says, in one language, and no more."""

from __future__ import annotations

from dataclasses import replace

from simulator.authoring.map_picture import (
    INSPECTED,
    EndingMark,
    Problems,
    SceneMark,
    Way,
    best_ways,
    count_problems,
    map_picture,
)
from simulator.domain.envelope import Envelope
from simulator.domain.scenario import Stage
from simulator.errors import Diagnostic
from simulator.i18n import say
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.stories import scenario, scene


def test_it_holds_every_scene_ending_and_way(umbrella: OpenedScenario):
    picture = map_picture(umbrella.scenario, "en", {"arrival": Problems(1, 2)}, here="sorry")

    assert picture.start == "mirror"
    assert picture.here == "sorry"
    assert [mark.id for mark in picture.scenes] == list(umbrella.scenario.scenes)
    assert {
        SceneMark("mirror", "Before opening, you look in the mirror.", Stage.IMAGE, inspection=True),
        SceneMark("arrival", "Where can I leave this umbrella?", Stage.GREETING, problems=Problems(1, 2)),
        SceneMark("sorry", "", Stage.GREETING, recovery=True),
    } <= set(picture.scenes)
    assert {
        Way("mirror", INSPECTED, "arrival"),
        Way("arrival", "welcome", "business", "Good morning, give it to me, there is a stand here."),
    } <= set(picture.ways)
    assert [mark.id for mark in picture.endings] == list(umbrella.scenario.endings)
    ending = next(iter(umbrella.scenario.endings.values()))
    assert picture.endings[0] == EndingMark(ending.id, ending.title.to("en"), ending.resolved, ending.rating_at_most)


def test_words_are_of_the_language_and_of_one_line(umbrella: OpenedScenario):
    assert map_picture(umbrella.scenario, "zh").marks["arrival"].words == "这伞放哪儿啊？"
    story = scenario({"a": scene(go={}) | {"lines": [{"citizen": "One\nand  two " + "x" * 500}]}})
    words = map_picture(story, "en").scenes[0].words
    assert words.startswith("One and two x")
    assert len(words) == 120


def test_the_numbers_of_learners_go_to_their_ways(umbrella: OpenedScenario):
    ways = map_picture(umbrella.scenario, "en", taken={("arrival", "floor"): 3}).ways

    assert {(way.scene, way.response): way.taken for way in ways if way.taken} == {("arrival", "floor"): 3}
    assert all(way.taken is not None for way in ways)
    assert all(way.taken is None for way in map_picture(umbrella.scenario, "en").ways)


def test_the_best_path_goes_by_its_responses(umbrella: OpenedScenario, rulebook: OpenedRulebook):
    answers = Envelope(umbrella.scenario, rulebook.rulebook).best.path
    pairs = best_ways(umbrella.scenario, answers)

    assert ("mirror", INSPECTED) in pairs
    assert ("arrival", "welcome") in pairs
    assert len(pairs) == len(answers)


def test_only_the_shape_decides_where_things_stand(umbrella: OpenedScenario):
    picture = map_picture(umbrella.scenario, "en")
    said = map_picture(umbrella.scenario, "zh", {"arrival": Problems(1)}, here="arrival")
    arrival = umbrella.scenario.scenes["arrival"]
    floor = replace(arrival.responses["floor"], goto="arrival")
    led = replace(arrival, responses=dict(arrival.responses) | {"floor": floor})
    other = map_picture(replace(umbrella.scenario, scenes=dict(umbrella.scenario.scenes) | {"arrival": led}), "en")

    assert said.shape == picture.shape
    assert said.skeleton == picture.skeleton
    assert other.shape != picture.shape
    assert other.skeleton != picture.skeleton
    assert set(picture.shape[1]["arrival"]) == {"business", "sorry"}


def test_a_way_is_found_by_its_scene_and_response(umbrella: OpenedScenario):
    picture = map_picture(umbrella.scenario, "en")

    assert picture.way("arrival", "floor").goto == "sorry"
    assert picture.way("arrival", "none") is None
    assert picture.way("none", "floor") is None


def test_problems_are_counted_where_they_stand():
    def diagnostic(severity: str, line: int) -> Diagnostic:
        return Diagnostic(
            code="SC001",
            severity=severity,
            file="a.yaml",
            line=line,
            column=1,
            message=say("错", "Wrong."),
            mend=say("改", "Mend it."),
        )

    found = count_problems(
        [diagnostic("error", 4), diagnostic("warning", 6), diagnostic("warning", 9), diagnostic("error", 30)],
        {"arrival": (3, 6), "sorry": (7, 12), "late": (13, 20)},
    )

    assert found == {"arrival": Problems(1, 1), "sorry": Problems(0, 1)}
