"""Every problem has an example that is its test, and says what, why and how to mend it in both languages."""

from __future__ import annotations

import string
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.authoring import diagnostics
from simulator.authoring.diagnostics import PROBLEMS, why_of
from simulator.authoring.examples import EXAMPLE, EXAMPLES, Example
from simulator.authoring.validation import Validator
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic, ScenarioError
from simulator.library import problems
from simulator.library.problems import Problem
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.authoring.conftest import EXAMPLE_FILE, EXAMPLE_TEXT
from tests.conftest import PROJECT
from tests.docs.test_typography import half_width

RULEBOOK_TEXT = (PROJECT / "scenarios" / "rulebook.yaml").read_text("utf-8")


def found_in(example: Example, folder: Path, validator: Validator, book: Rulebook) -> list[Diagnostic]:
    path = folder / ("rulebook.yaml" if example.rulebook else EXAMPLE)
    content = example.made_of(RULEBOOK_TEXT if example.rulebook else EXAMPLE_TEXT)
    if content is not None:
        path.write_bytes(content)
    if not example.rulebook:
        return validator.diagnostics(read_scenario_file(path, book.rules))
    with pytest.raises(ScenarioError) as caught:
        read_rulebook_file(path)
    return caught.value.diagnostics


def test_the_scenario_that_the_examples_change_has_nothing_against_it(validator: Validator, book: Rulebook):
    assert validator.diagnostics(read_scenario_file(EXAMPLE_FILE, book.rules)) == []


@pytest.mark.parametrize("code", PROBLEMS)
def test_its_example_has_the_problem_and_no_other_error(
    code: str, tmp_path: Path, validator: Validator, book: Rulebook
):
    found = found_in(EXAMPLES[code], tmp_path, validator, book)

    assert code in {one.code for one in found}
    assert {one.code for one in found if one.severity == "error"} <= {code}
    for one in found:
        assert one.severity == PROBLEMS[one.code].severity
        for sentence in (one.message, one.mend):
            assert list(sentence.languages()) == ["zh", "en"]
            for words in (sentence.to("zh"), sentence.to("en")):
                assert words[-1] in "。？.?"
                assert not {"{", "}", "None"} & set(words.split())


def test_every_problem_has_an_example_and_every_example_a_problem():
    assert EXAMPLES.keys() == PROBLEMS.keys()


def test_a_code_is_given_once():
    named = [
        value
        for module in (problems, diagnostics)
        for name, value in vars(module).items()
        if isinstance(value, Problem) and name.isupper()
    ]
    assert sorted(problem.code for problem in named) == sorted(PROBLEMS)


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_both_languages_say_the_same(problem: Problem):
    def fields(template: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        return {name.removesuffix("_zh").removesuffix("_en") for name in names}

    assert fields(problem.zh) == fields(problem.en)
    assert fields(problem.mend_zh) == fields(problem.mend_en)
    assert problem.why.to("zh")[-1] == "。"
    assert problem.why.to("en")[-1] == "."
    assert not fields(problem.why_zh) | fields(problem.why_en)


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_chinese_is_set_as_chinese(problem: Problem):
    for sentence in (problem.zh, problem.why_zh, problem.mend_zh):
        assert half_width(sentence) == []
        for before, mark in pairwise(sentence):
            assert not (mark in ",;:!?()" and "\u4e00" <= before <= "\u9fff"), sentence


def test_why_a_problem_matters_is_known_by_its_code():
    assert why_of(problems.TOO_LARGE.at("visit.yaml", 1, 1)) == problems.TOO_LARGE.why
    assert why_of(problems.TOO_LARGE.at("visit.yaml", 1, 1)._replace(code="XX001")) is None
