from __future__ import annotations

import json

import pytest

from simulator.authoring.proof_report import proof_report
from simulator.domain.envelope import Envelope
from simulator.terminal.commands import Printing, envelope
from simulator.terminal.proof_page import proof_data, proof_lines
from tests.conftest import SMALL_SCENARIO
from tests.stories import rulebook, scenario, scene

BOOK = rulebook()
LOSING = scenario(
    {
        "start": scene(
            on={"keeps": ["law"]},
            again={"breaks": ["look"], "goto": "start"},
            shut={"when": "mood > 100", "goto": "secret"},
            pit={"goto": "pit"},
        ),
        "pit": scene(dig={"goto": "pit"}),
        "secret": scene(recovery=True, a={"goto": "hidden"}),
    },
    endings={"end": {"title": "Done"}, "hidden": {"title": "Hidden"}},
)


@pytest.fixture
def losing():
    return proof_report(LOSING, BOOK, Envelope(LOSING, BOOK))


def page(report, language="en"):
    return "\n".join(proof_lines(report, language))


def test_the_page_of_a_scenario(rulebook, umbrella):
    report = proof_report(umbrella.scenario, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook))
    lines = page(report).splitlines()

    assert lines[0] == "A wet umbrella"
    assert lines[3:7] == ["Best  12", "  badge,welcome,call-taxi", "Worst  -10", "  pen,floor,apologise,form"]
    assert "    12    5  moved  A car in the rain" in lines
    assert "             ↓ pen,welcome,call-taxi" in lines
    mirror = lines.index("  mirror  (before opening, inspection: what judging an item wrongly gives up)")
    assert lines[mirror + 1] == "          6  badge  The badge hangs back to front"
    assert lines.index("  arrival  (greeting)") > mirror
    assert "  sorry  (greeting, recovery)" in lines


def test_what_is_never_reached_or_available_is_said(losing):
    told = page(losing)
    assert "     -    -  hidden  Hidden  (never reached)" in told
    assert "    never available  shut  shut" in told
    assert "    leads to no ending  pit  pit" in told
    assert "  secret  (serving, recovery, never reached)" in told


def test_a_loss_without_end_is_boundless(losing):
    assert "Worst  ∞" in page(losing)
    assert proof_data(LOSING, losing)["worst"]["points"] is None


def test_the_page_is_in_chinese_as_well(losing):
    told = page(losing, "zh")
    assert "  secret（待客，补救，从来走不到）" in told
    assert not [word for word in ("never", "Best", "reached") if word in told]


def test_the_data_have_endings_and_options_beside_what_they_always_had(rulebook):
    printed: list[str] = []
    assert envelope(SMALL_SCENARIO, rulebook.rulebook, Printing("en", True, printed.append)) == 0
    data = json.loads(printed[0])

    assert list(data) == [
        "scenario", "scenario_hash", "best", "worst", "rules", "endings", "options", "states", "exact",
    ]  # fmt: skip
    assert data["endings"]["left"]["best"] == {"points": -3, "path": ["badge", "floor", "next"]}
    assert data["options"]["arrival"]["floor"] == {"least": 9, "most": 9}
    assert data["options"]["mirror"]["pen"] == {"least": 1, "most": 1}


def test_in_the_data_what_cannot_be_had_is_null(losing):
    data = proof_data(LOSING, losing)
    assert data["endings"]["hidden"] is None
    assert data["options"]["start"] == {
        "again": {"least": 1, "most": 1},
        "on": {"least": 0, "most": 0},
        "pit": {"least": None, "most": None},
        "shut": None,
    }
    assert data["options"]["secret"] == {"a": None}
