from __future__ import annotations

from pathlib import Path

from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.library.files import RULEBOOK, RULES, faulty, right, write


def test_a_sound_file_is_proved(tmp_path: Path) -> None:
    rulebook, _ = read_rulebook_file(write(tmp_path, RULEBOOK, "rulebook.yaml"))
    envelope, found = prove(read_scenario_file(write(tmp_path, right()), RULES), rulebook)
    assert found == []
    assert envelope is not None
    assert (envelope.best.points, envelope.best.path) == (4, ("warm", ("badge",)))


def test_what_could_not_be_read_is_not_proved(tmp_path: Path) -> None:
    rulebook, _ = read_rulebook_file(write(tmp_path, RULEBOOK, "rulebook.yaml"))
    assert prove(read_scenario_file(tmp_path / "gone.yaml", RULES), rulebook) == (None, [])


def test_a_problem_tells_the_answers_that_show_it(tmp_path: Path) -> None:
    rulebook, _ = read_rulebook_file(write(tmp_path, RULEBOOK, "rulebook.yaml"))
    pit = "endings:", "  pit:\n    stage: serving\n    responses:\n      dig: {do: 挖, goto: pit}\nendings:"
    path = write(tmp_path, faulty(("      goto: end", "      goto: pit"), ("when: mood >= 30 and not told", ""), pit))
    _, (found,) = prove(read_scenario_file(path, RULES), rulebook)
    assert found.code == "SC041"
    out = "goto: mirror\n      warm", "goto: end\n      warm"
    path = write(
        tmp_path, faulty(("      goto: end", "      goto: pit"), out, pit, ("breaks: [greet]", "keeps: [look]"))
    )
    envelope, (found,) = prove(read_scenario_file(path, RULES), rulebook)
    assert envelope is not None
    assert found.message.to("en") == "At “mirror” the encounter can get stuck, with no way to an ending: warm."
