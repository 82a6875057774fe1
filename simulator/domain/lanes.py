"""A number for every mood, side by side in one big integer, so that all of them are compared and added to at once.

Each mood has a lane of so many bits. A lane holds a value raised by ``bias``, which keeps it positive, or ``none``
where there is no value; ``none`` is so far below all values that no addition lifts it up to them.
"""

from __future__ import annotations

from simulator.domain.scenario import MOOD_HIGHEST

_COUNT = MOOD_HIGHEST + 1


class Lanes:
    """The arithmetic of lanes that are wide enough for values up to ``largest``, in steps of up to ``step``."""

    def __init__(self, largest: int, step: int) -> None:
        self._none = step
        self._bias = largest + 2 * step + 1
        # The highest bit of a lane is kept free for comparing; whole hexadecimal digits make spreading quick.
        digits = (self._bias + largest + step).bit_length() // 4 + 1
        self._width = 4 * digits
        self._lane = (1 << self._width) - 1
        self._ones = sum([1 << lane * self._width for lane in range(_COUNT)])
        self._all = self._ones * self._lane
        self._guards = self._ones << (self._width - 1)
        self._set, self._clear = "f" * digits, "0" * digits
        self._spread: dict[int, tuple[int, int]] = {}
        lowest = [0]
        for lane in range(_COUNT):
            lowest.append(lowest[-1] | 1 << lane * self._width)
        self._lowest = lowest  # a one in each of the lowest n lanes
        self.empty = self._ones * self._none
        """No value in any lane."""

    def every(self, number: int) -> int:
        """Give a plain number (no value) in every lane."""
        return self._ones * number

    def value(self, lanes: int, lane: int) -> int | None:
        """Give the value in a lane, if it has one."""
        raised = self.number(lanes, lane)
        return None if raised <= 2 * self._none else raised - self._bias

    def number(self, lanes: int, lane: int) -> int:
        """Give the plain number in a lane."""
        return lanes >> lane * self._width & self._lane

    def of(self, value: int) -> int:
        """Give one value in every lane."""
        return self._ones * (value + self._bias)

    def offer(self, lanes: int, shift: int, added: int, moods: int) -> int:
        """Give what these lanes offer to the moods that ``shift`` moves into them, ``added`` on top; none to others."""
        width = self._width
        if shift > 0:
            highest = lanes >> MOOD_HIGHEST * width
            lanes = lanes >> shift * width | highest * self._lowest[shift] << (_COUNT - shift) * width
        elif shift < 0:
            lowest = lanes & self._lane
            lanes = lanes << -shift * width & self._all | lowest * self._lowest[-shift]
        here, elsewhere = self._spread.get(moods) or self._spread_out(moods)
        return lanes + self._ones * added & here | elsewhere

    def at_least(self, one: int, other: int) -> int:
        """Give a mask of the lanes in which ``one`` is at least ``other``."""
        guards = (one | self._guards) - other & self._guards
        return guards - (guards >> self._width - 1)

    def differing(self, one: int, other: int) -> int:
        """Give the lowest lane in which these are not the same (they must differ somewhere)."""
        difference = one ^ other
        return ((difference & -difference).bit_length() - 1) // self._width

    def _spread_out(self, moods: int) -> tuple[int, int]:
        """Give a mask of the lanes of these moods, and ``none`` in all others."""
        here = int(f"{moods:b}".replace("1", self._set).replace("0", self._clear), 16)
        pair = self._spread[moods] = here, self.empty & ~here
        return pair
