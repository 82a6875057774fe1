"""Crossings are counted as one would by comparing every pair of lines."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.crossings import crossings


def by_pairs(order: list[list[int]], lines: list[list[int]]) -> int:
    found = 0
    for upper, lower in pairwise(order):
        ends = [(upper.index(one), lower.index(other)) for one in upper for other in lines[one]]
        found += sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(ends, 2))
    return found


@st.composite
def ladders(draw: st.DrawFn) -> tuple[list[list[int]], list[list[int]]]:
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    members = iter(range(sum(sizes)))
    order = [draw(st.permutations([next(members) for _ in range(size)])) for size in sizes]
    lines: list[list[int]] = [[] for _ in range(sum(sizes))]
    for upper, lower in pairwise(order):
        for one in upper:
            lines[one] = draw(st.lists(st.sampled_from(lower), unique=True))
    return order, lines


@given(ladders())
def test_every_pair_is_counted_once(ladder: tuple[list[list[int]], list[list[int]]]):
    assert crossings(*ladder) == by_pairs(*ladder)


def test_lines_that_share_an_end_do_not_cross():
    assert crossings([[0, 1], [2, 3]], [[2, 3], [3], [], []]) == 0
    assert crossings([[0, 1], [2, 3]], [[3], [2], [], []]) == 1
