"""The modules of the program and the tests that stand beside them."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


def modules() -> list[Path]:
    """Every module of the program, relative to its package."""
    package = PROJECT / "simulator"
    return sorted(path.relative_to(package) for path in package.rglob("*.py"))


def beside(module: Path) -> Path:
    """Where the tests of a module stand: name for name."""
    return PROJECT / "tests" / module.with_name(f"test_{module.name}")
