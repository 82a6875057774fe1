"""How many lines cross between layers that are ordered in one way or another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def crossings(order: Sequence[Sequence[int]], lines: Sequence[Sequence[int]]) -> int:
    """Count the pairs of lines that cross.

    ``order`` holds the layers, each with its members from left to right; ``lines`` tells of each member which members
    of the next layer it leads to. Lines that begin or end together do not cross.
    """
    return sum(_between(upper, lower, lines) for upper, lower in pairwise(order))


def _between(upper: Sequence[int], lower: Sequence[int], lines: Sequence[Sequence[int]]) -> int:
    """Take the lines from left to right; each crosses those before it that end further right.

    How many that are a Fenwick tree tells: a count at each end, added up in steps of powers of two.
    """
    place = {member: number for number, member in enumerate(lower)}
    size = len(lower)
    counts = [0] * (size + 1)
    crossed = passed = 0
    for member in upper:
        ends = [place[other] for other in lines[member] if other in place]
        for end in ends:
            at, before = end + 1, 0
            while at:
                before += counts[at]
                at &= at - 1
            crossed += passed - before
        passed += len(ends)
        for end in ends:
            at = end + 1
            while at <= size:
                counts[at] += 1
                at += at & -at
    return crossed
