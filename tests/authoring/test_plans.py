from __future__ import annotations

import random
from pathlib import Path

import pytest

from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import (
    MOST_STEPS,
    Close,
    Fact,
    Offer,
    Plan,
    Said,
    Step,
    one_line,
    plan_name,
    plan_of,
    plan_path,
    read_plan,
)
from tests.authoring.plan_making import damaged_plan, unplaced
from tests.conftest import PROJECT

PATH = Path("wet-umbrella.model.testplan")

PLAN = """\
# 给谁看的。
# What it is for.
scenario: wet-umbrella
language: en

scene: mirror
    item: badge  “The badge hangs back to front”
    item: pen
    choose: badge
    kept: image-uniform-badge

# She is still at the door.
scene: arrival
    citizen: Where can I leave …
    option: floor (closed)  “Mind the floor.”
    option: welcome
    choose: welcome
    clerk: Good morning
    does: rises
    points: +3
    mood: 40 -> 50
    kept: greet-speak-first, greet-courtesy-opening
    broken: -

ending: done
    score: 100
    passed: yes
    level: moving
    rating: 4
    mood: 60
    points: 12
"""


def read(text: str) -> Plan:
    file = plan_of(text.encode(), PATH)
    assert file.diagnostics == ()
    assert file.plan is not None
    return file.plan


def test_a_plan_says_what_happens():
    plan = read(PLAN)

    assert (plan.scenario, plan.language, plan.remarks) == ("wet-umbrella", "en", ("给谁看的。", "What it is for."))
    assert plan.answers == ("badge", "welcome")
    assert plan.steps[0] == Step(
        "mirror",
        "badge",
        offers=(Offer("badge", True, "The badge hangs back to front", 7), Offer("pen", line=8)),
        facts={"kept": Fact(("image-uniform-badge",), 10)},
        inspection=True,
        line=6,
        answer_line=9,
    )
    assert plan.steps[1] == Step(
        "arrival",
        "welcome",
        (Said("citizen", "Where can I leave …", 14),),
        (Offer("floor", False, "Mind the floor.", 15), Offer("welcome", line=16)),
        (Said("clerk", "Good morning", 18), Said("does", "rises", 19)),
        {
            "points": Fact(3, 20),
            "mood": Fact((40, 50), 21),
            "kept": Fact(("greet-courtesy-opening", "greet-speak-first"), 22),
            "broken": Fact((), 23),
        },
        ("She is still at the door.",),
        line=13,
        answer_line=17,
    )
    assert plan.close == Close(
        "done",
        facts={
            "score": Fact(100, 26),
            "passed": Fact(True, 27),
            "level": Fact("moving", 28),
            "rating": Fact(4, 29),
            "mood": Fact(60, 30),
            "points": Fact(12, 31),
        },
        line=25,
    )


def test_layout_means_nothing():
    crowded = "\ufeff" + "\r\n".join(line.strip() for line in PLAN.splitlines() if line.strip())
    full_width = crowded.replace("choose: ", "choose：").replace(
        "kept: greet-speak-first, ", "kept: greet-speak-first、"
    )

    assert unplaced(read(full_width)) == unplaced(read(PLAN))


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("    choose: badge\n", "    choose badge\n", "TP001", 9),
        ("choose: badge", "chose: badge", "TP002", 9),
        ("scene: mirror\n", "score: 3\nscene: mirror\n", "TP003", 6),
        ("    item: pen\n", "    option: pen\n", "TP003", 8),
        ("    passed: yes\n", "scene: again\n", "TP003", 27),
        ("points: +3", "points: many", "TP004", 20),
        ("mood: 40 -> 50", "mood: 50", "TP004", 21),
        ("mood: 60", "mood: 50 -> 60", "TP004", 30),
        ("passed: yes", "passed: perhaps", "TP004", 27),
        ("level: moving", "level: high", "TP004", 28),
        ("broken: -", "broken: A B", "TP004", 23),
        ("scene: mirror", "scene: The mirror", "TP004", 6),
        ("option: welcome", "option: Welcome her", "TP004", 16),
        ("choose: badge", "choose: badge, pen", "TP004", 9),
        ("language: en", "language: English please", "TP004", 4),
        ("item: pen", "item: pen (closed)", "TP004", 8),
        ("item: pen", "item: badge", "TP005", 8),
        ("    broken: -\n", "    broken: -\n    broken: -\n", "TP005", 24),
        ("    choose: welcome\n", "    choose: welcome\n    choose: floor\n", "TP005", 18),
        ("language: en", "scenario: wet-umbrella", "TP005", 4),
        ("    choose: badge\n", "", "TP006", 6),
        ("scenario: wet-umbrella\n", "", "TP006", 1),
        ("scenario: wet-umbrella", "scenario: dry-umbrella", "TP007", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, code: str, line: int):
    assert PLAN.count(old) == 1
    file = plan_of(PLAN.replace(old, new).encode(), PATH)

    assert file.plan is None
    found = [(one.code, one.line) for one in file.diagnostics]
    assert found == [(code, line)]
    assert file.diagnostics[0].file == str(PATH)
    for language in ("zh", "en"):
        assert "{" not in file.diagnostics[0].message.to(language) + file.diagnostics[0].mend.to(language)


def test_a_plan_without_a_scene_is_none():
    assert [one.code for one in plan_of(b"scenario: wet-umbrella\n", PATH).diagnostics] == ["TP006"]


def test_a_plan_has_an_end():
    endless = "scenario: wet-umbrella\n" + "scene: a\nchoose: b\n" * (MOST_STEPS + 1)

    assert [one.code for one in plan_of(endless.encode(), PATH).diagnostics] == ["TP008"]


def test_no_damage_is_more_than_a_diagnostic():
    for seed in range(2_000):
        file = plan_of(damaged_plan(PLAN, random.Random(seed)), PATH)
        assert (file.plan is None) == bool(file.diagnostics)
        if file.plan is not None:
            assert unplaced(read(plan_text(file.plan))) == unplaced(file.plan)


@pytest.mark.parametrize(("content", "code"), [(b"\xff\xfe", "SC003"), (b"#" * (2 << 20) + b"#", "SC002")])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, code: str):
    path = tmp_path / PATH
    path.write_bytes(content)

    assert [one.code for one in read_plan(path).diagnostics] == [code]


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert [one.code for one in read_plan(tmp_path / PATH).diagnostics] == ["SC001"]


def test_a_plan_is_named_by_its_scenario_and_what_it_is():
    path = plan_path(PROJECT / "scenarios" / "phone-wall.yaml", "model")

    assert path.name == "phone-wall.model.testplan"
    assert plan_name(path) == ("phone-wall", "model")
    assert [plan_name(Path(name)) for name in ("model.testplan", "a.b.txt", "A.b.testplan")] == [("", "")] * 3


def test_words_stand_on_one_line():
    assert one_line(" a\n b\u2028c ") == "a b c"
    assert one_line("abcdef", 6) == "abcdef"
    assert one_line("abcdef", 4) == "abc…"
    assert one_line("请坐，慢慢说", 12) == "请坐，慢慢说"
    assert one_line("请坐，慢慢说", 11) == "请坐，慢慢…"
