"""The vote by phone while a class is led: opened and closed with the lesson's votes, and its counts taken into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.classroom.events import Step
from simulator.gui.background import Background
from simulator.gui.classroom.slide import PhoneWay

if TYPE_CHECKING:  # what serves phones is loaded when it is asked for
    from simulator.classroom.phone_vote import Invitation, PhoneVote
    from simulator.gui.classroom.leading import Leading
    from simulator.i18n import Text

_ASK_MS = 400  # between two looks at what the phones have voted
_CLOSING = 5.0  # seconds that the program waits for the page to be closed when it ends

_Vote = tuple[int, int, int, Step]  # on which path, where on it, and the step: which of the lesson's votes it is


class Phones(QObject):
    """Off until the facilitator opens it, for one class.

    Items of an inspection are not voted for by phone: a phone has one choice.

    Signals:
        changed(): it is open or closed now, or more phones have joined.
        failed(object): it could not be opened; why.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, new_vote: Callable[[str], PhoneVote], parent: QObject | None = None) -> None:
        """Use ``new_vote`` to prepare the voting at an address of this machine."""
        super().__init__(parent)
        self._new_vote = new_vote
        self._background = Background("phones", self)
        self._background.unhandled.connect(self.failed)
        self._vote: PhoneVote | None = None
        self._leading: Leading | None = None
        self._numbers: dict[_Vote, int] = {}
        self._open: _Vote | None = None
        self._sent: Mapping[str, int] = {}
        self.way: PhoneWay | None = None
        self.if_it_fails: Text | None = None
        self.joined = 0
        self._asking = QTimer(self)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self.collect)

    def open(self, address: str) -> None:
        """Let phones come to an address of this machine."""
        if self._vote is not None:
            return
        vote = self._vote = self._new_vote(address)

        def opened(invitation: Invitation) -> None:
            self.way = PhoneWay(invitation.code, invitation.url, invitation.squares)
            self.if_it_fails = invitation.if_it_fails
            self._asking.start()
            if self._leading is not None:
                self.follow(self._leading)
            self.changed.emit()

        def refused(error: Exception) -> None:
            self._vote = None
            self.failed.emit(error)

        self._background.run(vote.start, opened, refused)

    def close(self) -> None:
        """Forget everything, tell the phones that the class is over, and close the page."""
        self._asking.stop()
        vote, self._vote = self._vote, None
        self.way, self._open, self.joined = None, None, 0
        self._numbers = {}
        if vote is not None:
            vote.stop()
            self.changed.emit()

    def finish(self) -> None:
        """Close it without a farewell, since the program ends."""
        vote, self._vote = self._vote, None
        self._asking.stop()
        self._background.finish()
        if vote is not None:
            vote.stop(0)
            vote.wait(_CLOSING)

    def follow(self, leading: Leading) -> None:
        """Open and close the vote of the phones as the lesson's own."""
        self._leading = leading
        if self._vote is None or self.way is None:
            return
        wanted = self._wanted(leading)
        if wanted == self._open:
            return
        self._open = wanted
        if wanted is None:
            self._vote.close_vote()
            return
        from simulator.classroom.phone_ballot import PhoneOption

        number = self._numbers.setdefault(wanted, len(self._numbers) + 1)
        choices = [choice for choice in leading.lesson.choices if choice.available]
        self._sent = {}  # what is in the lesson already stays until a phone votes anew
        self._vote.open_vote(number, [PhoneOption(choice.number) for choice in choices])

    def collect(self) -> None:
        """Take what the phones have voted into the open vote."""
        vote, leading = self._vote, self._leading
        if vote is None or leading is None:
            return
        joined = vote.phones()
        if joined != self.joined:
            self.joined = joined
            self.changed.emit()
        if self._open is None:
            return
        ids = {choice.number: choice.id for choice in leading.lesson.choices}
        counts = {ids[number]: count for number, count in vote.counts().items() if count}
        if counts != self._sent:
            self._sent = counts
            leading.do(lambda lesson, at_ms: lesson.count_phones(counts, at_ms))

    def _wanted(self, leading: Leading) -> _Vote | None:
        """Give which vote the phones may vote in now: one that is open, and that no later one has followed."""
        now, scene = leading.lesson.now, leading.lesson.scene
        if leading.telling or scene is None or scene.inspection is not None or not now.moment.voting:
            return None
        path = (len(now.paths), len(now.what_ifs_left)) if now.in_what_if else (1, 0)
        key = (*path, now.path.at, now.moment.step)
        newest = self._numbers.get(key, len(self._numbers) + 1) >= len(self._numbers)
        return key if newest else None
