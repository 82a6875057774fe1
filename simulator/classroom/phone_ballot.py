"""The votes of a class's phones: who has joined, what may be chosen now, and what each has chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from threading import Lock
from typing import NamedTuple

from simulator.errors import BugError
from simulator.i18n import Text

MOST_PHONES = 500


class PhoneOption(NamedTuple):
    """What a phone may vote for: the number on the projector, and its words if the phones shall show them too."""

    number: int
    words: Text | None = None


class Phase(StrEnum):
    """What a phone's page shows."""

    CODE = "code"  # it has not joined
    WAITING = "waiting"  # no vote yet
    OPEN = "open"
    CLOSED = "closed"
    OVER = "over"  # the class has ended, and everything is forgotten


class Moment(NamedTuple):
    """What one phone is to know now; ``mine`` is the option that it chose in this vote, 0 before it has."""

    phase: Phase
    vote: int = 0
    options: tuple[PhoneOption, ...] = ()
    mine: int = 0


class PhoneBallot:
    """The votes of a class's phones, each known by a random token and by nothing else.

    A phone has one choice in a vote, however often it votes. Any thread may use this.
    """

    def __init__(self, new_token: Callable[[], str]) -> None:
        self._new_token = new_token
        self._lock = Lock()
        self._choices: dict[str, int] = {}  # token -> option number in this vote, 0 before it chose
        self._phase = Phase.WAITING
        self._vote = 0
        self._options: tuple[PhoneOption, ...] = ()

    def join(self) -> str | None:
        """Let a phone in that knew the code, and give its token; None where no more can be taken."""
        with self._lock:
            if self._phase is Phase.OVER or len(self._choices) >= MOST_PHONES:
                return None
            token = self._new_token()
            self._choices[token] = 0
            return token

    def knows(self, token: str) -> bool:
        """Say whether a phone with this token has joined."""
        with self._lock:
            return token in self._choices

    def moment(self, token: str) -> Moment:
        """Give what the phone with this token is to know now."""
        with self._lock:
            if self._phase is Phase.OVER:
                return Moment(Phase.OVER)
            if token not in self._choices:
                return Moment(Phase.CODE)
            return Moment(self._phase, self._vote, self._options, self._choices[token])

    def choose(self, token: str, vote: int, option: int) -> bool:
        """Vote, or change one's vote; say whether it counts: only in the vote that is open, for what it offers."""
        with self._lock:
            counts = (
                self._phase is Phase.OPEN
                and vote == self._vote
                and token in self._choices
                and option in (offered.number for offered in self._options)
            )
            if counts:
                self._choices[token] = option
            return counts

    def open_vote(self, vote: int, options: Sequence[PhoneOption]) -> None:
        """Open a vote. Its number is the last one's, which opens that again with what was chosen, or a higher one.

        Raises BugError for a lower number, for options without or with equal numbers, and after the end.
        """
        numbers = [option.number for option in options]
        with self._lock:
            if self._phase is Phase.OVER or vote < max(1, self._vote):
                raise BugError(f"vote {vote} cannot be opened after vote {self._vote}, {self._phase}")
            if not numbers or min(numbers) < 1 or len(set(numbers)) < len(numbers):
                raise BugError(f"these are not options to vote for: {numbers}")
            self._choices = {
                token: chosen if vote == self._vote and chosen in numbers else 0
                for token, chosen in self._choices.items()
            }
            self._phase, self._vote, self._options = Phase.OPEN, vote, tuple(options)

    def close_vote(self) -> None:
        """Let no phone vote or change its vote any more; nothing where no vote is open."""
        with self._lock:
            if self._phase is Phase.OPEN:
                self._phase = Phase.CLOSED

    def counts(self) -> Mapping[int, int]:
        """Give how many phones chose each option of this vote, in the order of the options."""
        with self._lock:
            chosen = Counter(self._choices.values())
            return {option.number: chosen[option.number] for option in self._options}

    def phones(self) -> int:
        """Give how many phones have joined."""
        with self._lock:
            return len(self._choices)

    def end(self) -> None:
        """Forget everything; from now on a phone is told only that the class is over."""
        with self._lock:
            self._choices, self._options = {}, ()
            self._phase, self._vote = Phase.OVER, 0
