from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from simulator.classroom.xapi.statements import Manner, duration, statements_of
from simulator.classroom.xapi.telling import Telling
from simulator.classroom.xapi.vocabulary import Own
from simulator.domain.canonical import canonical_text
from simulator.domain.course import Course, Day, Stop
from simulator.domain.encounter import Encounter
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Level
from simulator.domain.transcript import Answer, answer_word
from simulator.errors import BugError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue, OpenedScenario
from simulator.records.attempts import Attempt, Outline, RecordedTurn, Result, replay
from simulator.records.identities import Identity, identity_of
from tests.classroom.xapi.checker import faults
from tests.classroom.xapi.fixtures import BADLY, WELL
from tests.conftest import PROJECT, SMALL_SCENARIO

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MANNER = Manner("zh", "1.2")
COURSES = [
    Course("three-days", say("三天", "Three days"), None, (Day(say("一", "1"), say("", ""), (Stop("wet-umbrella"),)),)),
    Course("elsewhere", say("别处", "Elsewhere"), None, (Day(say("一", "1"), say("", ""), (Stop("other"),)),)),
]
LEVEL = {
    "objectType": "Activity",
    "id": "urn:counter-practice:scenario/wet-umbrella",
    "definition": {
        "type": "https://w3id.org/xapi/seriousgames/activity-types/level",
        "name": {"zh": "一把湿伞", "en": "A wet umbrella"},
    },
}


@pytest.fixture
def tell(database):
    def tell(id, manner=MANNER, courses=COURSES):
        return Telling(database, courses, manner)(id)

    return tell


def verbs(statements):
    return [one["verb"]["id"].rpartition("/")[2] for one in statements]


def test_an_attempt_is_told_from_its_beginning_to_its_score(practise, tell):
    assert verbs(tell(practise(WELL))) == [
        *("initialized", "answered", "selected", "selected"),
        *("completed", "passed", "scored"),
    ]
    assert verbs(tell(practise(BADLY)))[-3:] == ["completed", "failed", "scored"]


def test_a_response_is_told_whole(practise, tell, database, umbrella, rulebook):
    id = practise()
    identity = identity_of(database, id)
    assert tell(id)[2] == {
        "id": tell(id)[2]["id"],
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": f"urn:uuid:{identity.record}", "name": identity.learner},
        },
        "verb": {"id": "https://w3id.org/xapi/adb/verbs/selected", "display": {"zh": "选择", "en": "selected"}},
        "object": {
            "objectType": "Activity",
            "id": "urn:counter-practice:scenario/wet-umbrella/scene/arrival",
            "definition": {
                "type": "https://w3id.org/xapi/seriousgames/activity-types/dialog-tree",
                "description": {"zh": "这伞放哪儿啊？", "en": "Where can I leave this umbrella?"},
            },
        },
        "result": {"response": "welcome", "success": True, "duration": "PT2.25S"},
        "context": {
            "registration": identity.attempt,
            "platform": "Counter Practice 1.2",
            "language": "zh",
            "contextActivities": {
                "category": [{"objectType": "Activity", "id": "https://w3id.org/xapi/seriousgames"}],
                "grouping": [
                    {
                        "objectType": "Activity",
                        "id": "urn:counter-practice:course/three-days",
                        "definition": {
                            "type": "http://adlnet.gov/expapi/activities/course",
                            "name": {"zh": "三天", "en": "Three days"},
                        },
                    }
                ],
                "parent": [LEVEL],
            },
            "extensions": {
                "urn:counter-practice:extension/scenario-hash": umbrella.hash,
                "urn:counter-practice:extension/rulebook-hash": rulebook.hash,
                "urn:counter-practice:extension/mode": "learn",
            },
        },
        "timestamp": "2026-03-02T09:00:03.000Z",
    }


def test_an_inspection_is_told_with_its_items_and_what_was_ticked(practise, tell):
    seen, overlooked = tell(practise(WELL))[1], tell(practise(BADLY))[1]
    assert seen["object"]["definition"] == {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "interactionType": "choice",
        "choices": [
            {"id": "badge", "description": {"zh": "工牌背面朝外", "en": "The badge hangs back to front"}},
            {"id": "pen", "description": {"zh": "笔在笔筒里", "en": "The pen is in its holder"}},
        ],
        "correctResponsesPattern": ["badge"],
    }
    assert seen["result"] == {"response": "badge", "success": True, "duration": "PT1.25S"}
    assert overlooked["result"] == {"response": "", "success": False, "duration": "PT1.25S"}


def test_a_response_is_a_success_only_where_nothing_that_could_be_kept_was_missed(practise, tell):
    offered, not_offered = ("badge", "welcome", "confirm"), ("badge", "floor", "apologise", "confirm")
    assert [one["result"]["success"] for one in tell(practise(offered))[2:-3]] == [True, False]
    assert [one["result"]["success"] for one in tell(practise(not_offered))[2:-3]] == [False, True, True]


def test_the_outcome_is_told_with_score_level_and_rating(practise, tell):
    completed, passed, scored = tell(practise())[-3:]
    assert completed["object"] == passed["object"] == scored["object"] == LEVEL
    assert completed["result"] == {
        "score": {"scaled": 1.0, "raw": 100, "min": 0, "max": 100},
        "success": True,
        "completion": True,
        "duration": "PT6.75S",
        "extensions": {
            "urn:counter-practice:extension/ending": "moved",
            "urn:counter-practice:extension/level": "moving",
            "urn:counter-practice:extension/rating": 5,
        },
    }
    assert passed["result"] == {"score": completed["result"]["score"], "success": True}
    assert scored["result"] == {"score": completed["result"]["score"]}


def test_told_again_it_is_the_same_and_another_attempt_has_other_ids(practise, tell):
    first, second = practise(), practise()
    assert tell(first) == tell(first)
    assert not {one["id"] for one in tell(first)} & {one["id"] for one in tell(second)}
    assert {one["actor"]["account"]["name"] for id in (first, second) for one in tell(id)} == {
        tell(first)[0]["actor"]["account"]["name"]
    }


def test_no_name_is_told_unless_the_administrator_says_so(practise, tell):
    id = practise(name="王芳")
    assert "王芳" not in str(tell(id))
    named = tell(id, replace(MANNER, real_names=True, home_page="https://hall.example/staff"))
    assert {one["actor"]["name"] for one in named} == {"王芳"}
    assert {one["actor"]["account"]["homePage"] for one in named} == {"https://hall.example/staff"}


def test_our_own_iris_stand_under_the_base_that_is_configured(practise, tell):
    told = str(tell(practise(), replace(MANNER, own=Own("https://hall.example/practice/"))))
    assert "https://hall.example/practice/scenario/wet-umbrella/scene/arrival" in told
    assert "urn:counter-practice" not in told


def test_an_unfinished_attempt_is_not_told(practise, tell):
    with pytest.raises(BugError, match="is not finished"):
        tell(practise(("badge",), finished=False))


def test_an_attempt_that_does_not_fit_its_scenario_is_refused_with_a_sentence(practise, tell, database):
    id = practise()
    with database.writing() as connection:
        connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ? AND number = 2", (id,))
    with pytest.raises(UserError):
        tell(id)


@pytest.mark.parametrize(("milliseconds", "written"), [(0, "PT0.00S"), (1, "PT0.00S"), (90_061_234, "PT90061.23S")])
def test_a_time_is_written_to_the_hundredth(milliseconds, written):
    assert duration(milliseconds) == written


names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
texts = st.one_of(names, st.dictionaries(st.sampled_from(("zh", "en", "zh-Hant", "yue")), names, min_size=1))


@st.composite
def walks(draw, scenario: Scenario) -> list[RecordedTurn]:
    """Some way through a scenario to one of its endings, at any pace."""
    encounter, turns = Encounter(scenario), []
    while scene := encounter.scene:
        assume(len(turns) < 60)
        if scene.inspection:
            answer: Answer = tuple(draw(st.sets(st.sampled_from(sorted(scene.inspection.items)))))
        else:
            answer = draw(st.sampled_from([one.response.id for one in encounter.options() if one.available]))
        word, elapsed = answer_word(encounter.answer(answer).answer), draw(st.integers(0, 10**9))
        turns.append(RecordedTurn(len(turns) + 1, scene.id, word, elapsed, NINE))
    return turns


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_was_practised_makes_sound_statements(data, library, rulebook):
    opened = data.draw(st.sampled_from(library), "scenario")
    scenario = replace(opened.scenario, title=Text.of(data.draw(texts, "title")))
    turns = data.draw(walks(scenario), "turns")
    result = Result(
        "done", data.draw(st.integers(0, 100)), data.draw(st.sampled_from(Level)), 3, data.draw(st.booleans())
    )
    id = data.draw(names, "scenario id")
    outline = Outline(1, id, opened.hash, rulebook.hash, 0, "exam", NINE, NINE, None, result, None, len(turns))
    attempt = Attempt(outline, 1, canonical_text(scenario), rulebook.text, tuple(turns))
    identity = Identity(*["2f1c6a3e-9d0b-4c57-8a8e-0d2f4b6a8c10"] * 3, data.draw(names, "name"))
    base = data.draw(st.sampled_from(("urn:counter-practice:", "https://hall.example/x#")))
    manner = Manner("en", "1", real_names=data.draw(st.booleans()), own=Own(base))
    course = replace(COURSES[0], days=(Day(say("一", "1"), say("", ""), (Stop(id),)),), title=scenario.title)

    told = statements_of(attempt, replay(attempt), identity, [course], manner)
    assert [fault for one in told for fault in faults(one)] == []
    assert len({one["id"] for one in told}) == len(told) == len(turns) + 4


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> list[OpenedScenario]:
    """Every scenario that comes with the program, and the small one of these tests."""
    folders = [PROJECT / "scenarios", SMALL_SCENARIO.parent]
    catalogue = Catalogue(folders, PROJECT / "scenarios" / "rulebook.yaml", tmp_path_factory.mktemp("cache"))
    return [catalogue.open(card.path) for card in catalogue.cards() if not card.broken]


def test_the_checker_of_these_tests_finds_what_is_wrong(practise, tell):
    (sound, *_), completed = tell(practise()), tell(practise())[-3]

    def with_(place, value):
        *path, last = place.split(".")
        changed = _copy(completed)
        inner = changed
        for key in path:
            inner = inner[key]
        inner[last] = value
        return changed

    assert faults(sound) == faults(completed) == []
    for place, value in {
        "id": "no-uuid",
        "verb.id": "completed",
        "timestamp": "2026-03-02 09:00",
        "result.duration": "6.75",
        "result.score.scaled": 1.5,
        "result.score.raw": 101,
        "result.success": None,
        "result.completion": "true",
        "context.language": "中文",
        "context.registration": "7",
        "context.extensions": {"level": 1},
        "actor.mbox": "mailto:wang@example.org",
        "object.id": "a scenario",
        "object.definition.name": {"zh_CN": "湿伞"},
    }.items():
        assert faults(with_(place, value)), place


def _copy(data):
    return {key: _copy(value) for key, value in data.items()} if isinstance(data, dict) else data
