from __future__ import annotations

from simulator.errors import Diagnostic, ScenarioError, UserError
from simulator.i18n import say


def diagnostic(line: int) -> Diagnostic:
    return Diagnostic(
        "SC010", "error", "visit.yaml", line, 3, say("缺少“goto”。", "“goto” is missing."), say("请补上。", "Add it.")
    )


def test_a_users_error_is_a_sentence_in_both_languages() -> None:
    error = UserError(say("磁盘满了。", "The disk is full."))
    assert str(error) == "The disk is full."
    assert error.sentence.to("zh") == "磁盘满了。"


def test_a_scenario_error_tells_the_first_problem_and_how_many_more() -> None:
    one, three = ScenarioError([diagnostic(7)]), ScenarioError([diagnostic(7), diagnostic(8), diagnostic(9)])
    assert one.sentence == say(
        "visit.yaml:7:3 SC010 缺少“goto”。请补上。", "visit.yaml:7:3 SC010 “goto” is missing. Add it."
    )
    assert three.sentence == say(
        "visit.yaml:7:3 SC010 缺少“goto”。请补上。（另有 2 处问题，请运行 check 查看。）",
        "visit.yaml:7:3 SC010 “goto” is missing. Add it. (2 more: run check to see them.)",
    )
    assert [found.line for found in three.diagnostics] == [7, 8, 9]
