from __future__ import annotations

from pathlib import Path

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.scenario_text import scenario_text
from simulator.domain.canonical import content_hash
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import SMALL_SCENARIO
from tests.library.damage import shipped_scenarios


def test_the_hash_of_what_was_written_whole_is_the_same(tmp_path: Path) -> None:
    for path in shipped_scenarios():
        file = read_scenario_file(path)
        copy = tmp_path / path.name
        copy.write_text(scenario_text(meaning_of(Draft.of(path, path.read_text("utf-8")))), "utf-8")
        again = read_scenario_file(copy)
        assert file.scenario is not None
        assert again.scenario is not None
        assert content_hash(file.scenario) == content_hash(again.scenario)


def test_comments_stand_before_what_they_are_about() -> None:
    data = meaning_of(Draft.of(SMALL_SCENARIO, SMALL_SCENARIO.read_text("utf-8")))
    scene, ending = next(iter(data["scenes"])), next(iter(data["endings"]))
    comments = {(): ["head\nof the file"], ("scenes", scene): ["\x07 one\u2028two"], ("endings", ending): ["three"]}
    text = scenario_text(data, comments)
    lines = text.splitlines()
    assert lines[:2] == ["# head", "# of the file"]
    at = lines.index(f"  {scene}:")
    assert lines[at - 2 : at] == ["  # \ufffd one", "  # two"]
    assert lines[lines.index(f"  {ending}:") - 1] == "  # three"
    assert meaning_of(Draft.of(SMALL_SCENARIO, text)) == data
