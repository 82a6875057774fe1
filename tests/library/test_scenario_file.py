from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.canonical import content_hash, data_of, from_data
from simulator.domain.conditions import parse_condition
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.scenario import (
    Channel,
    Citizen,
    Ending,
    Expression,
    Inspection,
    Item,
    Line,
    Response,
    Scenario,
    Scene,
    Speaker,
    Stage,
    Voice,
)
from simulator.domain.scoring import score
from simulator.i18n import Text
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import ScenarioFile, TextReader, read_scenario_file
from tests.library.damage import damaged, random_yaml, shipped_scenarios
from tests.library.files import RULES, faulty, right, write
from tests.stories import BROAD

SHIPPED_RULEBOOK = Path(__file__).parent.parent.parent / "scenarios" / "rulebook.yaml"

WHOLE = """\
format: 1
id: whole
title: {zh: 全部, en: Everything}
summary: All that a scenario can have.
place: hall
channel: phone
difficulty: 3
pass_mark: 75
citizen:
  name: Li Fang
  portrait: woman
  mood: 30
  voice: {gender: male, rate: 120, pitch: 40}
  persona: In a hurry.
  hidden_needs: {home: To be home by six.}
variables: {told: false, asked: 1}
start: a
scenes:
  a:
    stage: greeting
    recovery: true
    lines:
      - narrator: It rains.
      - citizen: Hello?
        expression: anxious
    thought: Why me?
    hint: Look up.
    note: Pause here.
    time_limit: 20
    on_timeout: silence
    responses:
      silence: {do: says nothing, goto: b}
      warm:
        say: 'no'
        do: rises
        when: mood >= 30 and not told
        keeps: [look]
        breaks: [greet]
        meets: [home]
        mood: -5
        set: {told: true, asked: 2}
        reply: Oh.
        because: It helps.
        goto: end
  b:
    stage: image
    inspect:
      picture: clerk
      items:
        badge: {text: A badge, fault: true, rule: look, because: It hangs back to front.}
      goto: end
endings:
  end:
    title: The end
    resolved: false
    rating_at_most: 3
    lines: [{citizen: Goodbye., expression: moved}]
    neighbour: They were kind.
"""


def read(folder: Path, text: str, name: str = "visit.yaml") -> ScenarioFile:
    return read_scenario_file(write(folder, text, name), RULES)


def scenario_of(file: ScenarioFile) -> Scenario:
    assert file.scenario is not None, file.diagnostics
    return file.scenario


def test_everything_that_a_file_can_say(tmp_path: Path) -> None:
    text = Text.of
    variables = {"asked": 1, "told": False}
    assert scenario_of(read(tmp_path, WHOLE, "whole.yaml")) == Scenario(
        id="whole",
        title=text({"zh": "全部", "en": "Everything"}),
        summary=text("All that a scenario can have."),
        place="hall",
        channel=Channel.PHONE,
        difficulty=3,
        pass_mark=75,
        citizen=Citizen(
            name=text("Li Fang"),
            portrait="woman",
            mood=30,
            voice=Voice("male", 120, 40),
            persona=text("In a hurry."),
            hidden_needs={"home": text("To be home by six.")},
        ),
        variables=variables,
        start="a",
        scenes={
            "a": Scene(
                id="a",
                stage=Stage.GREETING,
                recovery=True,
                lines=(
                    Line(Speaker.NARRATOR, text("It rains.")),
                    Line(Speaker.CITIZEN, text("Hello?"), Expression.ANXIOUS),
                ),
                thought=text("Why me?"),
                hint=text("Look up."),
                note=text("Pause here."),
                time_limit=20,
                on_timeout="silence",
                responses={
                    "silence": Response("silence", None, "b", do=text("says nothing")),
                    "warm": Response(
                        "warm",
                        text("no"),
                        "end",
                        do=text("rises"),
                        when=parse_condition("mood >= 30 and not told", variables),
                        keeps=("look",),
                        breaks=("greet",),
                        meets=("home",),
                        mood=-5,
                        set={"told": True, "asked": 2},
                        reply=text("Oh."),
                        because=text("It helps."),
                    ),
                },
            ),
            "b": Scene(
                id="b",
                stage=Stage.IMAGE,
                inspection=Inspection(
                    {"badge": Item("badge", text("A badge"), True, "look", text("It hangs back to front."))},
                    "end",
                    "clerk",
                ),
            ),
        },
        endings={
            "end": Ending(
                "end",
                text("The end"),
                resolved=False,
                rating_at_most=3,
                lines=(Line(Speaker.CITIZEN, text("Goodbye."), Expression.MOVED),),
                neighbour=text("They were kind."),
            )
        },
    )


def test_a_picture_left_empty_is_none(tmp_path: Path) -> None:
    plain, empty = (
        scenario_of(read(tmp_path, faulty(*changes)))
        for changes in ((), [("    inspect:\n", "    inspect:\n      picture:\n")])
    )
    assert content_hash(empty) == content_hash(plain)


def test_layout_comments_and_the_order_of_keys_do_not_change_the_hash(tmp_path: Path) -> None:
    before = content_hash(scenario_of(read(tmp_path, right())))
    changes = [
        ("place: hall", "place: 'hall'   # where it is"),
        ("{zh: 一次来访, en: A visit}", '\n  en: "A visit"\n  zh: >-\n    一次来访'),
        ("when: mood >= 30 and not told", "when: (mood>=30) and not told"),
        ("start: arrival\n", ""),
        ("endings:\n", "start: arrival\n\n\nendings:\n"),
        ("keeps: [greet]", "keeps:\n          - greet"),
    ]
    for change in changes[:3] + changes[5:]:
        assert content_hash(scenario_of(read(tmp_path, faulty(change)))) == before
    assert content_hash(scenario_of(read(tmp_path, "\ufeff" + faulty(*changes).replace("\n", "\r\n")))) == before
    assert content_hash(scenario_of(read(tmp_path, faulty(("mood >= 30", "mood >= 31"))))) != before


def test_what_was_read_is_what_plain_data_says(tmp_path: Path) -> None:
    story = scenario_of(read(tmp_path, WHOLE, "whole.yaml"))
    assert from_data(data_of(story)) == story


def test_all_problems_are_reported_at_once_in_order(tmp_path: Path) -> None:
    text = faulty(("stage: greeting", "stage: welcome"), ("rule: look", "rule: lok"), ("place: hall", "place: 3.5: x"))
    assert [found.code for found in read(tmp_path, text).diagnostics] == ["SC004"]
    text = faulty(("stage: greeting", "stage: welcome"), ("rule: look", "rule: lok"), ("place: hall", "plaice: hall"))
    found = read(tmp_path, text).diagnostics
    assert [one.code for one in found] == ["SC010", "SC011", "SC013", "SC022"]
    assert [one.line for one in found] == sorted(one.line for one in found)


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("  mirror:\n    stage: image\n", "  mirror: later\n  away:\n    stage: image\n"),
        ("time_limit: 20", "time_limit: soon"),
        (
            "      silence:\n        do: 没有说话\n        breaks: [greet]\n        goto: mirror\n",
            "      silence: hm\n",
        ),
    ],
)
def test_one_mistake_is_one_problem(tmp_path: Path, words: str, others: str) -> None:
    assert len(read(tmp_path, faulty((words, others))).diagnostics) == 1


def test_places_of_parts(tmp_path: Path) -> None:
    file = read(tmp_path, right())
    lines = right().splitlines()
    line, column = file.place("scenes", "arrival", "responses", "warm")
    assert lines[line - 1][column - 1 :] == "warm:"
    assert file.place("scenes", "nowhere") == (lines.index("scenes:") + 1, 1)
    assert file.place("scenes", "arrival", "stage", "deeper") == (lines.index("    stage: greeting") + 1, 5)
    assert read(tmp_path, "").place("scenes") == (1, 1)


def test_rules_are_checked_only_where_they_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, faulty(("keeps: [greet]", "keeps: [anything]")))
    assert read_scenario_file(path).diagnostics == ()
    assert [found.code for found in read_scenario_file(path, RULES).diagnostics] == ["SC022"]


def test_a_condition_that_grows_in_its_canonical_spelling_is_refused_in_time(tmp_path: Path) -> None:
    spread = " or ".join(["mood<1"] * 39)
    assert len(spread) <= 400
    assert [found.code for found in read(tmp_path, faulty(("mood >= 30 and not told", spread))).diagnostics] == [
        "SC026"
    ]


# What comes with the program ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_every_shipped_scenario_is_sound_and_fair(path: Path) -> None:
    rulebook, _ = read_rulebook_file(SHIPPED_RULEBOOK)
    file = read_scenario_file(path, rulebook.rules)
    envelope, found = prove(file, rulebook)
    assert [*file.diagnostics, *found] == []
    assert envelope is not None
    story = scenario_of(file)

    def card(answers: tuple[object, ...]) -> tuple[int, bool]:
        encounter = Encounter(story)
        for answer in answers:
            encounter.answer(answer)  # type: ignore[arg-type]
        assert encounter.ending is not None
        scorecard = score(encounter.transcript(), rulebook, Envelope(story, rulebook).attainable)
        return scorecard.score, scorecard.passed

    assert card(envelope.best.path) == (100, True)
    assert card(envelope.worst.path)[1] is False


def test_the_first_four_scenarios_are_there() -> None:
    names = {path.stem for path in shipped_scenarios()}
    assert {"phone-wall", "wrong-counter", "second-wasted-trip", "last-page"} <= names


# Whatever a file holds ------------------------------------------------------------------------------------------------


def check_that_it_is_read_or_refused(path: Path) -> None:
    file = read_scenario_file(path, RULES)
    assert (file.scenario is None) == bool(file.diagnostics)
    for found in file.diagnostics:
        assert found.line >= 1
        assert found.column >= 1
        assert found.message.to("zh")
        assert found.mend.to("en")
    if file.scenario is not None:
        assert from_data(data_of(file.scenario)) == file.scenario


@given(content=st.binary(max_size=300))
@settings(BROAD)
def test_any_bytes(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    check_that_it_is_read_or_refused(write(tmp_path_factory.getbasetemp(), content, "bytes.yaml"))


@given(content=st.text(max_size=300))
@settings(BROAD)
def test_any_text(content: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = content.encode("utf-8", "surrogatepass")
    check_that_it_is_read_or_refused(write(tmp_path_factory.getbasetemp(), text, "text.yaml"))


@pytest.mark.parametrize("seed", range(60))
def test_the_right_file_damaged(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    check_that_it_is_read_or_refused(write(tmp_path, damaged(right(), chance)))


@pytest.mark.parametrize("seed", range(40))
def test_the_right_keys_with_anything_under_them(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    check_that_it_is_read_or_refused(write(tmp_path, random_yaml(chance)))


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_a_shipped_scenario_damaged(path: Path, tmp_path: Path) -> None:
    chance = random.Random(path.stem)
    text = path.read_text("utf-8")
    for _ in range(3):
        check_that_it_is_read_or_refused(write(tmp_path, damaged(text, chance), path.name))


# Versions of a text, read one after another ---------------------------------------------------------------------------


def test_a_place_in_a_list_can_be_asked_for(tmp_path: Path) -> None:
    file = read(tmp_path, right())
    line, column = file.place("scenes", "arrival", "lines", 0, "citizen")
    assert right().splitlines()[line - 1][column - 1 :] == "citizen: 您好？"
    assert file.place("scenes", "arrival", "lines", 7) == file.place("scenes", "arrival", "lines")


def changed(text: str, chance: random.Random) -> str:
    """A text with a small change that may or may not break something."""
    words, others = chance.choice(
        [
            ("  told: ", "  tould: "), ("goto: ", "goto: x"), ("stage: ", "stge: "), ("say: ", "say: 喔"),
            ("\n", "\n\n"),
            ("\n  ", "\n  # more\n  "), ("\nscenes:", "\n# here\nscenes:"), ("true", "1"), ("[", "[law, "),
            (": {", ": [{"),
            ("mood", "asked"), ("keeps", "breaks"), ("    ", "   "), ("warm", "silence"), ("home", "hime"),
            (" 0", " true"),
        ]
    )  # fmt: skip
    places = [place for place in range(len(text)) if text.startswith(words, place)]
    place = chance.choice(places) if places else 0
    return text[:place] + others + text[place + len(words) :] if places else text


@given(seed=st.integers())
@settings(BROAD)
def test_versions_are_read_as_files_with_their_text_would_be(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    path = tmp_path_factory.getbasetemp() / "visit.yaml"
    first = chance.choice([right(), *(shipped.read_text("utf-8")[:9000] for shipped in shipped_scenarios()[:3])])
    text, reader, rules = first, TextReader(path, RULES), RULES
    for _ in range(6):
        assert reader.read(text) == read_scenario_file(write(tmp_path_factory.getbasetemp(), text), rules)
        text = first if chance.random() < 0.2 else changed(text, chance)


def test_scenes_that_did_not_change_are_the_same_values_from_version_to_version() -> None:
    reader = TextReader(Path("visit.yaml"))
    before = reader.read(right()).scenario
    after = reader.read(right().replace("您好，请坐。", "您好。")).scenario
    assert before is not None
    assert after is not None
    assert after.scenes["mirror"] is before.scenes["mirror"]
    assert after.scenes["arrival"] != before.scenes["arrival"]


def test_what_a_condition_means_follows_the_variables_that_are_declared() -> None:
    reader = TextReader(Path("visit.yaml"))
    assert reader.read(right()).diagnostics == ()
    one_more = right().replace("{told: false, asked: 0}", "{told: false, asked: 0, again: true}")
    scenario = reader.read(one_more).scenario
    assert scenario is not None
    assert list(scenario.variables) == ["again", "asked", "told"]
    assert scenario.scenes["arrival"].available(50, (True, 0, False)) == ("silence", "warm")
    assert scenario.scenes["arrival"].available(50, (True, 0, True)) == ("silence",)
    gone = reader.read(right().replace("{told: false, asked: 0}", "{asked: 0}"))
    assert {found.code for found in gone.diagnostics} == {"SC024"}


def test_a_text_too_large_for_a_file_is_refused_as_the_file_would_be() -> None:
    found = TextReader(Path("visit.yaml")).read(right() + "#" * (2 << 20))
    assert [one.code for one in found.diagnostics] == ["SC002"]
