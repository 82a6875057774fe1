"""A measured figure, and how to measure one."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

THOUSANDTH = 1000  # of a second


class Figure(NamedTuple):
    """One figure, beside its target and beside a bare doing of the same work in the same run.

    ``target`` is None where there is none; a figure meets it by being at most as large, or, where ``more_is_better``,
    at least as large. ``ratio`` is the figure divided by the ``baseline``'s.
    """

    what: str
    measured: float
    unit: str
    target: float | None
    ratio: float
    baseline: str
    more_is_better: bool = False

    @property
    def met(self) -> bool:
        """Whether the target, if any, is met."""
        if self.target is None:
            return True
        return self.measured >= self.target if self.more_is_better else self.measured <= self.target


def fastest(action: Callable[[], object], times: int = 7) -> float:
    """The shortest time of several, in milliseconds: what the work takes when nothing else is in its way.

    The collector starts each time from nothing, as it would in a program that has just begun.
    """
    shortest = float("inf")
    for _ in range(times):
        gc.collect()
        begin = perf_counter()
        result = action()
        shortest = min(shortest, perf_counter() - begin)
        del result
    return shortest * THOUSANDTH
