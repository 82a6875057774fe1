"""``python -m tests.performance [MODULE…]``: a table of all figures, or of the modules named.

Nothing is asserted: a busy machine is no mistake. To add figures write a module here with ``measure()``, which gives
them one by one, and name it in MODULES.
"""

from __future__ import annotations

import sys
from importlib import import_module

from tests.performance.figures import Figure

MODULES = (
    "encounter",
    "opening",
    "listing",
    "proving",
    "start_up",
    "click_to_paint",
    "scene_map",
    "drafting",
    "examining",
    "speaking",
    "progress",
    "looking_back",
    "scale",
    "editor",
    "results",
)


def row(figure: Figure) -> str:
    """A line of the table."""
    measured = f"{figure.measured:,.0f}" if figure.measured >= 1000 else f"{figure.measured:.1f}"
    target = "" if figure.target is None else f"{'>=' if figure.more_is_better else '<='} {figure.target:,}"
    verdict = "" if figure.target is None else "met" if figure.met else "MISSED"
    against = f"{figure.ratio:.2f} x {figure.baseline}"
    return f"{figure.what:<38}{measured:>10} {figure.unit:<8}{target:>12} {verdict:<7} {against}"


def main(names: list[str]) -> None:
    """Print the figures of these modules, each as soon as it is known."""
    print(f"{'figure':<38}{'measured':>10} {'':<8}{'target':>12} {'':<7} beside, in the same run")
    for name in names or MODULES:
        for figure in import_module(f"tests.performance.{name}").measure():
            print(row(figure), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
