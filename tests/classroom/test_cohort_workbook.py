"""A class's workbook: all that the figures say, and no formula from anybody's text."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from simulator.classroom.cohort_workbook import cohort_workbook


def _sheets(figures, language="en"):
    book = load_workbook(BytesIO(cohort_workbook(figures, language)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}


def test_a_workbook_has_every_text_scene_option_rule_trainee_and_attempt(figures):
    sheets = _sheets(figures)
    (text,) = figures.texts
    assert list(sheets) == ["Summary", "Scenarios", "Scenes", "Options", "Rules", "Next", "Attempts"]
    assert ["Trainees", 11] in sheets["Summary"]
    assert ["Altered, not counted", 3] in sheets["Summary"]
    assert sheets["Scenarios"][1][:5] == ["A wet umbrella", text.scenario_hash[:8], 11, 11, text.outcomes.passed]
    assert [row[2] for row in sheets["Scenes"][1:]] == [scene.id for scene in text.scenes]
    assert [(row[3], row[6], row[7]) for row in sheets["Options"][1:]] == [
        (option.id, option.offered, option.taken) for scene in text.scenes for option in scene.options
    ]
    assert len(sheets["Rules"]) == 1 + len(figures.rules) + len(text.rules)
    assert [row[0] for row in sheets["Next"][1:]] == [need.learner for need in figures.needs]
    assert len(sheets["Attempts"]) == 1 + 21
    assert [row[-1] for row in sheets["Attempts"][1:]].count("yes") == 11


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "@SUM(A1)", "+1", "-1+2", "\x07=1"])
def test_no_name_becomes_a_formula(figures, name):
    passes = tuple(replace(one, learner=name) for one in figures.replayed.passes)
    needs = tuple(need._replace(learner=name) for need in figures.needs)
    hostile = replace(figures, name=name, needs=needs, replayed=replace(figures.replayed, passes=passes))
    book = load_workbook(BytesIO(cohort_workbook(hostile, "zh")))
    assert {cell.data_type for sheet in book for row in sheet.rows for cell in row} <= {"s", "n"}
    assert book["接下来"]["A2"].value == name.removeprefix("\x07")
