"""Robots know nothing but the looks of a response; one that passes shows that the scenario can be guessed."""

from __future__ import annotations

from hypothesis import given, settings

from simulator.authoring import robots
from simulator.authoring.robots import RANDOM_RUNS, ROBOTS, RobotRun, robot_runs
from simulator.authoring.wording import Wording
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import score
from tests.authoring.conftest import Examine
from tests.stories import BROAD, inspection, rulebook, scenario, scenarios, scene

BOOK = rulebook()
GOOD = {"keeps": ["law"], "goto": "end"}
BAD = {"breaks": ["greet"], "goto": "end"}


FILE_ORDER = ("good", "cup", "bad", "worse", "badge")


def as_in_file(option: tuple[str, str]) -> tuple[int, int]:
    return FILE_ORDER.index(option[1]) if option[1] in FILE_ORDER else len(FILE_ORDER), 1


def runs(story: Scenario, wording: Wording) -> dict[str, RobotRun]:
    return {run.robot: run for run in robot_runs(story, BOOK, Envelope(story, BOOK), wording, as_in_file)}


def passing(story: Scenario, book) -> set[str]:
    return {robot for robot, run in runs(story, Wording(book)).items() if run.passed}


def long_way(*, right: str, good: str, bad: str) -> Scenario:
    """Six scenes with three responses each, of which one is right, so that chance hardly finds the way."""
    words = {"good": good, "bad": bad, "worse": "哦" + bad[1:]}
    of = {id: (GOOD if id == right else BAD) | {"say": words[id]} for id in words}
    scenes = {f"s{place}": scene(**{id: of[id] | {"goto": f"s{place + 1}"} for id in of}) for place in range(5)}
    return scenario({**scenes, "s5": scene(**of)}, start="s0", pass_mark=90)


def test_each_robot_passes_where_its_sign_gives_the_good_response_away(book):
    assert passing(long_way(right="good", good="这句话写得长长的", bad="您短"), book) == {"longest", "first"}
    assert passing(long_way(right="bad", good="快点快点", bad="请您"), book) == {"politest"}
    assert passing(long_way(right="good", good="好", bad="您请不好"), book) == {"first"}
    assert passing(long_way(right="worse", good="好", bad="请不好"), book) == set()


def test_chance_passes_where_most_of_its_walks_do(book):
    story = scenario({"s": scene(one=GOOD, two=GOOD, three=BAD)}, pass_mark=50)
    run = runs(story, Wording(book))["random"]
    assert run.passed
    assert run.runs == RANDOM_RUNS
    assert 0.5 * RANDOM_RUNS < run.passes < 0.85 * RANDOM_RUNS
    assert run.words.to("en") == f"choosing at random ({run.passes} of {RANDOM_RUNS} times)"


def test_a_very_long_story_is_played_less_often(book, monkeypatch):
    monkeypatch.setattr(robots, "RANDOM_TURNS", 25)
    assert runs(long_way(right="good", good="好", bad="不好"), Wording(book))["random"].runs == 5


def test_a_broken_critical_rule_fails_a_robot_whatever_its_score(book):
    story = scenario({"s": scene(good={"keeps": ["greet", "ask", "care"], "breaks": ["law"]}, end=GOOD)}, pass_mark=1)
    assert runs(story, Wording(book))["first"].score > 0
    assert "first" not in passing(story, book)
    assert 0 < runs(story, Wording(book))["random"].passes < RANDOM_RUNS


def test_a_robot_ticks_the_item_that_it_likes_best(book):
    story = scenario({"s": inspection(cup=(False, "look"), badge=(True, "greet"))})
    assert runs(story, Wording(book))["longest"].path == ("badge",)
    assert runs(story, Wording(book))["first"].path == ("cup",)


def test_a_robot_that_goes_round_in_circles_does_not_pass_however_well_it_began(book):
    circle = scene(again={"goto": "t", "say": "long words"}, out={"say": "x"})
    story = scenario({"s": scene(good=GOOD | {"goto": "t"}), "t": circle}, pass_mark=1)
    run = runs(story, Wording(book))["longest"]
    assert (run.score, run.passed) == (100, False)


@given(scenarios(loops=True))
@settings(BROAD, max_examples=150)
def test_a_path_plays_to_the_score_that_is_told(story: Scenario):
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    for run in robot_runs(story, BOOK, envelope, Wording(BOOK), as_in_file):
        if run.path:
            card = score(play(story, run.path).transcript(), BOOK, envelope.attainable)
            assert run.score == card.score
            if run.passed:
                assert card.passed
                assert card.ending


def test_what_passes_is_told_with_its_score_and_path(examine: Examine):
    (found,) = examine(("pass_mark: 95", "pass_mark: 10"))
    assert found.code == "SC065"
    assert found.path
    assert all(list(words.languages()) == ["zh", "en"] for words in ROBOTS.values())
