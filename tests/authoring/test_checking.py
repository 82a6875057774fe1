"""Checking a draft: what is known of each version of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.checking import Checker
from simulator.authoring.draft import Draft, retyped
from simulator.authoring.edits import set_value
from simulator.authoring.examined import art_in
from simulator.authoring.map_picture import Problems
from simulator.authoring.validation import Validator
from simulator.library.rulebook_file import read_rulebook_file
from tests.conftest import PROJECT

TEMPLATE = PROJECT / "assets" / "templates" / "first-visit.yaml"


@pytest.fixture(scope="module")
def checker() -> Checker:
    rulebook = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]
    return Checker(Path(TEMPLATE.name), rulebook, Validator(rulebook, art_in(PROJECT / "assets")))


@pytest.fixture
def draft() -> Draft:
    return Draft.of(Path(TEMPLATE.name), TEMPLATE.read_text("utf-8"))


def test_a_template_has_no_problems_and_its_best_path_is_on_the_map(checker: Checker, draft: Draft):
    checked = checker.check(draft, "en")
    assert (checked.errors, checked.warnings, checked.diagnostics, checked.problems) == (0, 0, (), {})
    assert {mark.id for mark in checked.picture.scenes} == set(draft.ids(("scenes",)))
    assert {scene for scene, _ in checked.picture.best} <= set(draft.ids(("scenes",)))
    assert checked.picture.best


def test_a_problem_is_counted_at_the_scene_in_which_it_stands_and_the_map_stays(checker: Checker, draft: Draft):
    scene = draft.ids(("scenes",))[1]
    response = draft.ids(("scenes", scene, "responses"))[0]
    broken = draft.after(set_value(draft, ("scenes", scene, "responses", response, "goto"), "nowhere"))
    checked = checker.check(broken, "zh")
    assert checked.errors == 1
    assert checked.problems == {scene: Problems(errors=1)}
    assert checked.file.scenario is None
    marks = {mark.id: mark for mark in checked.picture.scenes}
    assert list(marks) == list(draft.ids(("scenes",)))
    assert marks[scene].problems == Problems(errors=1)
    assert not any(way.goto == "nowhere" for way in checked.picture.ways)


def test_a_glance_reads_and_draws_and_examines_nothing(checker: Checker, draft: Draft):
    glanced = checker.glance(draft, "en")
    assert glanced.picture.best == frozenset()
    assert {mark.id for mark in glanced.picture.scenes} == set(draft.ids(("scenes",)))
    wordless = draft.after(set_value(draft, ("citizen", "portrait"), "nobody"))
    assert checker.glance(wordless, "en").warnings == 0
    assert checker.check(wordless, "en").warnings == 1


def test_a_text_that_is_no_yaml_has_a_problem_and_no_map(checker: Checker, draft: Draft):
    broken = draft.after(retyped(draft, draft.text.replace("scenes:", "scenes: [", 1)))
    checked = checker.check(broken, "en")
    assert checked.errors == 1
    assert checked.picture is None
    assert checked.problems == {}


def test_a_problem_in_the_last_ending_is_counted_there(checker: Checker, draft: Draft):
    ending = draft.ids(("endings",))[-1]
    checked = checker.check(draft.after(set_value(draft, ("endings", ending, "rating_at_most"), 9)), "en")
    assert checked.problems == {ending: Problems(errors=1)}
