from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from simulator.authoring.examined import Art
from simulator.authoring.validation import CHECKS, Validator
from simulator.domain.encounter import play
from simulator.library.scenario_file import ScenarioFile, read_scenario_file
from tests.authoring.conftest import EXAMPLE_FILE, Examine
from tests.conftest import SMALL_SCENARIO
from tests.library.damage import damaged, shipped_scenarios
from tests.stories import BROAD, rulebook, scenarios


def test_what_could_not_be_read_is_not_examined_further(changed, validator):
    file = changed(("format: 1", "format: 9"))
    assert list(validator.examine(file)) == [list(file.diagnostics)]


def test_everything_comes_part_by_part_so_that_it_can_be_stopped(validator, book):
    parts = validator.examine(read_scenario_file(EXAMPLE_FILE, book.rules))
    assert next(parts) == []
    assert len(list(parts)) == 1 + len(CHECKS)


def test_all_is_told_in_the_order_of_the_file(examine: Examine):
    found = examine(
        ("        meets: [misuse]\n", ""), ("place: government-hall", "place: nowhere"), ("goto: upset", "goto: matter")
    )
    assert [one.code for one in found] == ["SC051", "SC061", "SC052"]


def test_without_an_envelope_what_does_not_need_it_is_still_told(examine: Examine):
    found = examine(
        ("en: The time is clear.}\n        goto: done", "en: The time is clear.}\n        goto: matter"),
        ("place: government-hall", "place: nowhere"),
    )
    assert [one.code for one in found] == ["SC051", "SC042"]


def test_to_examine_again_gives_the_same(validator, book):
    file = read_scenario_file(SMALL_SCENARIO, book.rules)
    first = validator.diagnostics(file)
    assert first
    assert validator.diagnostics(file) == first


def test_the_envelope_comes_with_what_is_found(validator, book, changed):
    found, envelope = validator.findings(read_scenario_file(EXAMPLE_FILE, book.rules))
    assert found == []
    assert envelope is not None
    assert envelope.best.points == 18
    assert validator.findings(changed(("format: 1", "format: 9"))).envelope is None


@given(scenarios(loops=True))
@settings(BROAD, max_examples=150)
def test_whatever_a_scenario_is_like_it_can_be_examined(story):
    validator = Validator(rulebook(), Art(frozenset(), frozenset(), {}))
    for found in validator.diagnostics(ScenarioFile(Path("story.yaml"), story, (), None)):
        assert found.message.to("zh")
        assert found.path == () or play(story, found.path)


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_no_damaged_file_makes_it_fail(path, validator, book, tmp_path):
    chance, text = random.Random(path.stem), path.read_text("utf-8")
    for _ in range(5):
        (tmp_path / path.name).write_bytes(damaged(text, chance))
        file = read_scenario_file(tmp_path / path.name, book.rules)
        assert validator.diagnostics(file) or file.scenario is not None


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_no_scenario_that_comes_with_the_program_has_an_error(path, validator, book):
    found = validator.diagnostics(read_scenario_file(path, book.rules))
    assert [one for one in found if one.severity == "error"] == []
