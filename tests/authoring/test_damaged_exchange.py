from __future__ import annotations

from tests.conftest import SMALL_SCENARIO
from tests.fuzz.exchange import stories, workbooks


def test_damaged_stories_are_refused_or_read(tmp_path):
    trial = stories(tmp_path, SMALL_SCENARIO)
    assert {"refused", "read"} <= {trial(seed) for seed in range(150)}


def test_damaged_workbooks_are_refused_told_of_or_merged(tmp_path):
    trial = workbooks(tmp_path, SMALL_SCENARIO)
    assert {trial(seed) for seed in range(50)} == {"refused", "wrong cells", "merged"}
