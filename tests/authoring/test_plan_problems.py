from __future__ import annotations

from simulator.authoring import plan_problems
from simulator.library.problems import Problem


def test_every_problem_has_its_own_code_and_all_its_sentences():
    problems = [problem for problem in vars(plan_problems).values() if isinstance(problem, Problem)]

    assert [problem.code for problem in problems] == [f"TP{number:03}" for number in range(1, len(problems) + 1)]
    assert all(all(problem) for problem in problems)
