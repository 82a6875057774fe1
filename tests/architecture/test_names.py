from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.modules import PROJECT, beside, modules

FORBIDDEN = {"utils", "util", "helpers", "helper", "misc", "manager", "managers", "common", "base", "core", "lib"}

# Modules without tests of their own name, each with why.
UNTESTED_BY_NAME = {
    "terminal/reports.py": "what it writes is tested as what the commands print",
    "terminal/words.py": "sentences only; the player and the debrief are tested with them",
}

# Rooms whose tests are told by page and not by module: what a page is made of is tested through the page.
TESTED_BY_PAGE = ("gui",)


@pytest.mark.parametrize("module", modules(), ids=str)
def test_names_say_what_a_module_is(module: Path) -> None:
    assert not FORBIDDEN & set(module.with_suffix("").parts)


@pytest.mark.parametrize("module", [module for module in modules() if module.parts[0] not in TESTED_BY_PAGE], ids=str)
def test_every_module_has_its_tests_name_for_name(module: Path) -> None:
    if module.name == "__init__.py":
        tree = ast.parse((PROJECT / "simulator" / module).read_text("utf-8"))
        assert [type(node) for node in tree.body] == [ast.Expr], "nothing but its docstring, so nothing to test"
    elif str(module) not in UNTESTED_BY_NAME:
        assert beside(module).is_file()


def test_no_exception_outlives_its_reason() -> None:
    for name in UNTESTED_BY_NAME:
        assert Path(name) in modules()
        assert not beside(Path(name)).exists()


@pytest.mark.parametrize("module", modules(), ids=str)
def test_every_module_says_what_it_is(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse((PROJECT / "simulator" / module).read_text("utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", "?", ":"))
