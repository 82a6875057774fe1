"""Every shipped scenario names its schema, so that an editor completes and checks it as one types."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PROJECT

SCENARIOS = sorted((PROJECT / "scenarios").glob("*/*.yaml"))
MODELINE = "# yaml-language-server: $schema="


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_first_line_leads_to_the_schema(path: Path):
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith(MODELINE)
    assert (path.parent / first.removeprefix(MODELINE)).resolve() == PROJECT / "scenarios" / "scenario.schema.json"
