from __future__ import annotations

import pytest

from simulator.classroom.result_file import ResultFile
from simulator.library.catalogue import Catalogue
from tests.classroom.handing import figures_of, handed_in
from tests.conftest import PROJECT, SMALL_SCENARIO
from tests.practised import Practised


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Catalogue:
    """A library of one small scenario."""
    return Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path_factory.mktemp("small"))


@pytest.fixture
def practised(small) -> Practised:
    return Practised(small)


@pytest.fixture
def sent(practised, small) -> ResultFile:
    """Three attempts at the small scenario."""
    return handed_in(practised, "王芳", small.cards() * 3)


@pytest.fixture
def figures(practised, small):
    """A class of twelve, each with two attempts at the small scenario; three of them were altered."""
    return figures_of(
        [handed_in(practised, f"学员{number:02}", small.cards() * 2, number / 12) for number in range(12)], small
    )
