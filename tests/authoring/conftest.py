from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art, art_in
from simulator.authoring.examples import EXAMPLE
from simulator.authoring.validation import Validator
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import ScenarioFile, read_scenario_file
from tests.authoring.workbook_hands import Workbook
from tests.conftest import PROJECT, SMALL_SCENARIO

EXAMPLE_FILE = PROJECT / "assets" / "examples" / EXAMPLE
EXAMPLE_TEXT = EXAMPLE_FILE.read_text("utf-8")

Examine = Callable[..., list[Diagnostic]]


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]


@pytest.fixture(scope="session")
def art() -> Art:
    return art_in(PROJECT / "assets")


@pytest.fixture(scope="session")
def validator(book: Rulebook, art: Art) -> Validator:
    return Validator(book, art)


@pytest.fixture
def draft() -> Draft:
    """The small scenario as a draft."""
    return Draft.of(SMALL_SCENARIO, SMALL_SCENARIO.read_text("utf-8"))


@pytest.fixture
def workbook(draft: Draft, book: Rulebook, art: Art) -> Workbook:
    return Workbook(draft, book, art)


@pytest.fixture
def changed(tmp_path: Path, book: Rulebook) -> Callable[..., ScenarioFile]:
    """Read the small scenario with some words exchanged for others, each standing there once."""

    def read(*changes: tuple[str, str]) -> ScenarioFile:
        text = EXAMPLE_TEXT
        for words, others in changes:
            assert text.count(words) == 1, words
            text = text.replace(words, others)
        path = tmp_path / EXAMPLE
        path.write_text(text, "utf-8")
        return read_scenario_file(path, book.rules)

    return read


@pytest.fixture
def examine(changed: Callable[..., ScenarioFile], validator: Validator) -> Examine:
    """Examine the small scenario with some words exchanged for others."""
    return lambda *changes: validator.diagnostics(changed(*changes))
