from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.lanes import Lanes
from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST
from tests.stories import BROAD

LARGEST, STEP = 500, 9
MOODS = range(MOOD_LOWEST, MOOD_HIGHEST + 1)

values = st.lists(st.none() | st.integers(-LARGEST, LARGEST), min_size=101, max_size=101)
mood_sets = st.sets(st.sampled_from(MOODS)) | st.sets(st.sampled_from([0, 1, 99, 100])) | st.just(set(MOODS))


def bits(moods: set[int]) -> int:
    return sum(1 << mood for mood in moods)


def packed(lanes: Lanes, numbers: list[int | None]) -> int:
    """These values in lanes, put there one by one."""
    result = lanes.empty
    for mood, number in enumerate(numbers):
        if number is not None:
            offer = lanes.offer(lanes.of(number), 0, 0, 1 << mood)
            kept = lanes.at_least(result, offer)
            result = offer ^ ((result ^ offer) & kept)
    return result


def unpacked(lanes: Lanes, packed_values: int) -> list[int | None]:
    return [lanes.value(packed_values, mood) for mood in MOODS]


@given(values)
@BROAD
def test_values_stay_in_their_lanes(numbers: list[int | None]) -> None:
    lanes = Lanes(LARGEST, STEP)
    assert unpacked(lanes, packed(lanes, numbers)) == numbers
    assert unpacked(lanes, lanes.empty) == [None] * 101


@given(values, st.integers(-100, 100), st.integers(-STEP, STEP), mood_sets)
@BROAD
def test_an_offer_is_what_each_mood_moves_to(
    numbers: list[int | None], shift: int, added: int, moods: set[int]
) -> None:
    lanes = Lanes(LARGEST + STEP, STEP)
    expected: list[int | None] = []
    for mood in MOODS:
        there = numbers[min(100, max(0, mood + shift))]
        expected.append(there + added if mood in moods and there is not None else None)
    assert unpacked(lanes, lanes.offer(packed(lanes, numbers), shift, added, bits(moods))) == expected


@given(values, values)
@BROAD
def test_lanes_are_compared_each_by_itself(ones: list[int | None], others: list[int | None]) -> None:
    lanes = Lanes(LARGEST, STEP)
    kept = lanes.at_least(packed(lanes, ones), packed(lanes, others))
    for mood, (one, other) in enumerate(zip(ones, others, strict=True)):
        least = -LARGEST - 1  # no value is less than any
        at_least = (least if one is None else one) >= (least if other is None else other)
        assert (lanes.number(kept, mood) != 0) is at_least


@given(values, st.sampled_from(MOODS), st.integers(-LARGEST, LARGEST))
@BROAD
def test_the_lowest_lane_that_differs(numbers: list[int | None], mood: int, other: int) -> None:
    lanes = Lanes(LARGEST, STEP)
    if numbers[mood] != other:
        changed = [*numbers[:mood], other, *numbers[mood + 1 :]]
        assert lanes.differing(packed(lanes, numbers), packed(lanes, changed)) == mood


def test_plain_numbers() -> None:
    lanes = Lanes(LARGEST, STEP)
    assert [lanes.number(lanes.every(7), mood) for mood in (0, 50, 100)] == [7, 7, 7]


def test_the_largest_values_do_not_run_over() -> None:
    lanes = Lanes(LARGEST, STEP)
    for extreme in (LARGEST - STEP, -LARGEST + STEP):
        for step in (STEP, -STEP):
            offered = lanes.offer(lanes.of(extreme), 0, step, bits(set(MOODS)))
            assert unpacked(lanes, offered) == [extreme + step] * 101
            assert lanes.at_least(offered, lanes.of(extreme + step)) == lanes.at_least(offered, offered)
