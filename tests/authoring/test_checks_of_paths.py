from __future__ import annotations

from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from tests.authoring.conftest import Examine

CANNOT_BE_REACHED = (
    "The ending “{}” cannot be reached, because the conditions of these responses never hold: matter/freeze."
)
FREEZE = "when: asked and mood >= 30"


def said(examine: Examine, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    return [(one.code, one.message.to("en")) for one in examine(*changes)]


def test_a_scene_that_nothing_leads_to_is_found(examine: Examine):
    assert said(examine, ("goto: upset", "goto: matter")) == [
        ("SC052", "Nothing leads to the scene “upset”."),
    ]


def test_an_ending_that_nothing_leads_to_is_found(examine: Examine):
    assert said(examine, ("goto: eased", "goto: done")) == [("SC052", "Nothing leads to the ending “eased”.")]


def test_a_part_that_only_conditions_shut_off_is_found_with_the_response_that_does(examine: Examine):
    assert said(examine, (FREEZE, "when: visits > 5"), ("when: visits == 0 or mood < 90", "when: not asked")) == [
        ("SC054", "The response “freeze” can never be chosen: “visits > 5” never holds here."),
        (
            "SC053",
            CANNOT_BE_REACHED.format("eased"),
        ),
    ]


def test_what_lies_behind_a_closed_scene_is_shut_off_by_the_same_response(examine: Examine):
    hall = """  hall:
    stage: farewell
    responses:
      bow: {do: {zh: 欠身, en: bows}, goto: eased, because: {zh: 好, en: Good.}}
      nod: {do: {zh: 点头, en: nods}, mood: 1, goto: eased, because: {zh: 好, en: Good.}}
endings:"""
    found = said(examine, (FREEZE, "when: mood > 100"), ("goto: eased", "goto: hall"), ("endings:", hall))
    shut_off = [sentence for code, sentence in found if code == "SC053"]
    assert len(shut_off) == 2
    assert all(sentence.endswith("never hold: matter/freeze.") for sentence in shut_off)


def test_a_mood_that_never_comes_closes_a_response(examine: Examine):
    assert said(examine, ("when: visits == 0 or mood < 90", "when: visits == 0 and mood > 95")) == [
        ("SC054", "The response “wait” can never be chosen: “visits == 0 and mood > 95” never holds here.")
    ]


def test_amends_on_every_best_path_are_found_with_a_path_to_play(examine: Examine, changed):
    change = "    stage: serving\n", "    stage: serving\n    recovery: true\n"
    (found,) = examine(change)
    assert found.code == "SC064"
    passed = [turn.before.scene for turn in play(changed(change).scenario, found.path).transcript().turns]
    assert "matter" in passed


def test_amends_that_another_best_path_does_without_are_none(examine: Examine, changed, book):
    # The best can be had by way of the recovery scene, and as well without it.
    changes = (
        ("        keeps: [greet-courtesy-opening]\n        mood: 10\n", "        mood: 10\n"),
        ("        keeps: [greet-courtesy-opening]\n        breaks", "        breaks"),
        ("        breaks: [greet-speak-first]\n", ""),
        (f"        {FREEZE}\n", ""),
    )
    assert "silence" in Envelope(changed(*changes).scenario, book).best.path
    assert "SC064" not in {code for code, _ in said(examine, *changes)}


def test_where_nothing_can_be_proved_the_map_still_tells_what_nothing_leads_to(examine: Examine):
    found = examine(
        ("goto: upset", "goto: matter"),
        ("en: The time is clear.}\n        goto: done", "en: The time is clear.}\n        goto: matter"),
    )
    assert {one.code for one in found} == {"SC042", "SC052"}
