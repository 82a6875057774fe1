"""How often something may be done: allowances that are used up, and come back with time."""

from __future__ import annotations


class Allowance:
    """Something that may be done so many times at once, and then again so many times a second (a token bucket).

    Times are seconds of one steady clock.
    """

    def __init__(self, at_once: float, each_second: float) -> None:
        self._most, self._each_second = at_once, each_second
        self._left, self._counted_at = at_once, 0.0

    def left(self, now: float) -> float:
        """Give how many times it may be done now."""
        if self._left < self._most:
            self._left = min(self._most, self._left + max(0.0, now - self._counted_at) * self._each_second)
        self._counted_at = now
        return self._left

    def whole(self, now: float) -> bool:
        """Say whether nothing of it is used up."""
        return self.left(now) >= self._most

    def take(self, now: float) -> bool:
        """Use it once; say whether that was allowed."""
        if self.left(now) < 1:
            return False
        self._left -= 1
        return True


class WrongCodes:
    """Who has given wrong codes of late, so that a code of six digits cannot be found by trying.

    Ten from one address and thirty in all, then one in thirty and one in two seconds: in a class of three hours that is
    at most one chance in 180 for everybody together. What has been made good by time is forgotten, and since all
    together may try so little, there is never much to keep.
    """

    def __init__(self) -> None:
        self._of_everybody = Allowance(30, 1 / 2)
        self._of_address: dict[str, Allowance] = {}

    def may_try(self, address: str, now: float) -> bool:
        """Say whether a code from this address is looked at."""
        own = self._of_address.get(address)
        return self._of_everybody.left(now) >= 1 and (own is None or own.left(now) >= 1)

    def note(self, address: str, now: float) -> None:
        """Remember that a code from this address was wrong."""
        self._of_address = {one: tries for one, tries in self._of_address.items() if not tries.whole(now)}
        self._of_everybody.take(now)
        self._of_address.setdefault(address, Allowance(10, 1 / 30)).take(now)

    def __len__(self) -> int:
        return len(self._of_address)
