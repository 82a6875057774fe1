"""The program itself: which version it is, and the command that starts it again."""

from __future__ import annotations

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
"""The folder in which the package lies."""


def version() -> str:
    """Give the program's version: as its project file says in a checkout, else as it was installed."""
    import tomllib
    from importlib import metadata

    try:
        project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
        return str(project["project"]["version"])
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return metadata.version("counter-practice")


def own_command() -> tuple[str, ...]:
    """Give the command that starts this program again: built, installed, or in a checkout, from whatever folder."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    start = f"import sys; sys.path.insert(0, {str(HOME)!r}); from simulator.app import main; raise SystemExit(main())"
    return (sys.executable, "-P", "-c", start)
