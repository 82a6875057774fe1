"""Voting by phone: an instructor opens a page for this class only, on the hall's own network, and closes it again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from socket import create_server, socket
from threading import Thread
from typing import Any, NamedTuple

from simulator.classroom.lan_address import may_be_opened
from simulator.classroom.phone_ballot import PhoneBallot, PhoneOption
from simulator.errors import BugError, UserError
from simulator.i18n import Text, say

FAREWELL = 3.0
"""Seconds for which phones are still told that the class is over."""


class Invitation(NamedTuple):
    """What the projector shows so that phones come.

    ``squares`` are the rows of the QR code of ``url``, true where dark, without the light edge. ``if_it_fails`` tells
    the instructor what to look at when phones do not reach the page.
    """

    url: str
    code: str
    squares: tuple[tuple[bool, ...], ...]
    if_it_fails: Text


class PhoneVote:
    """Voting by phone in one class: nothing listens before ``start``, and nothing is left after ``stop``.

    It works on a thread of its own and calls nobody back: the window asks for ``counts`` and ``phones`` as often as it
    shows them. Every method but ``start`` and ``wait`` returns at once. One thread at a time may start and stop it.
    """

    def __init__(self, address: str, language: str, page: Path, clock: Callable[[], float], random: Random) -> None:
        """Prepare a vote.

        Args:
            address: one that this machine has on a local network (see ``lan_address.addresses``), or 127.0.0.1.
            language: the language that the phones' page begins in, ``zh`` or ``en``.
            page: the folder of the page, ``phone`` of the assets.
            clock: steady seconds.
            random: gives the code and the tokens, so it must not be predictable (``random.SystemRandom``).

        """
        self._address, self._language, self._page = address, language, page
        self._clock, self._random = clock, random
        self._ballot = PhoneBallot(lambda: f"{random.getrandbits(128):032x}")
        self._running: _Running | None = None

    def start(self) -> Invitation:
        """Open the page on a free port; takes some tenths of a second, so not for the window's thread.

        Raises UserError where the address is not one of this machine's on a local network.
        """
        if self._running is not None:
            raise BugError("a vote by phone is started once")
        import segno  # BSD, kept, pure Python without dependencies

        from simulator.classroom.phone_server import Gate, read_page, serve

        page = read_page(self._page, self._language)
        listening = _listen(self._address)
        host = f"{self._address}:{listening.getsockname()[1]}"
        code = f"{self._random.randrange(10**6):06d}"
        # The other kind of loop that Windows has would make Tornado start one more thread.
        loop = asyncio.SelectorEventLoop()
        stopping: asyncio.Future[float] = loop.create_future()
        serving = serve(listening, page, Gate(host, code, self._clock), self._ballot, stopping)
        thread = Thread(target=_run, args=(loop, serving), name="phones", daemon=True)
        self._running = _Running(thread, loop, stopping)
        thread.start()
        squares = segno.make(f"http://{host}/", error="m", micro=False).matrix
        return Invitation(f"http://{host}/", code, tuple(tuple(map(bool, row)) for row in squares), _if_it_fails(host))

    def open_vote(self, vote: int, options: Sequence[PhoneOption]) -> None:
        """Let phones vote among these options.

        ``vote`` is the number of this vote in the class: higher than the last one's, or equal to it to open that one
        again with what was chosen. Votes cast for an older number do not count. Raises BugError for anything else.
        """
        self._ballot.open_vote(vote, options)

    def close_vote(self) -> None:
        """Take no more votes and no more changes; the counts stay."""
        self._ballot.close_vote()

    def counts(self) -> Mapping[int, int]:
        """Give how many phones chose each option of the vote that is open, or was last."""
        return self._ballot.counts()

    def phones(self) -> int:
        """Give how many phones have joined, whether or not they are still there."""
        return self._ballot.phones()

    def stop(self, farewell: float = FAREWELL) -> None:
        """Forget everything at once, tell the phones for some seconds that the class is over, then close the page."""
        self._ballot.end()
        if self._running is not None and self._running.thread.is_alive():
            with suppress(RuntimeError):  # the loop may have ended just now
                self._running.loop.call_soon_threadsafe(self._running.stop_within, farewell)

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop`` until the page is closed, but no longer than this; say whether it is."""
        if self._running is not None:
            self._running.thread.join(seconds)
        return self._running is None or not self._running.thread.is_alive()


class _Running(NamedTuple):
    """What runs while the page is open."""

    thread: Thread
    loop: asyncio.AbstractEventLoop
    stopping: asyncio.Future[float]

    def stop_within(self, farewell: float) -> None:
        if not self.stopping.done():
            self.stopping.set_result(farewell)


def _run(loop: asyncio.AbstractEventLoop, serving: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(serving)


def _listen(address: str) -> socket:
    """Listen on a free port of one address, and of no other."""
    if not may_be_opened(address):
        raise UserError(
            say(
                f"“{address}”不是本地网络的地址，手机投票没有打开。请另选一个地址，或先连上本地网络；举手计票照常可用。",
                f"“{address}” is not an address of a local network, so voting by phone was not opened. Choose another "
                "one, or join a local network first; hands can be counted all the same.",
            )
        )
    try:
        listening = create_server((address, 0), backlog=256)
    except OSError as error:
        raise UserError(
            say(
                f"{address} 打不开，手机投票没有开始（{error.strerror}）。可能网络换了，或被防火墙拦住："
                "请重新选一个地址；在 Windows 上，可在“允许应用通过防火墙”里为本程序勾选“专用”。举手计票照常可用。",
                f"{address} cannot be opened, so voting by phone has not begun ({error.strerror}). Perhaps the network "
                "has changed, or a firewall forbids it: choose an address anew; on Windows, tick Private for this "
                "program under “Allow an app through the firewall”. Hands can be counted all the same.",
            )
        ) from error
    listening.setblocking(False)
    return listening


def _if_it_fails(host: str) -> Text:
    return say(
        f"手机打不开 {host} 时：看手机是否连着同一个 Wi-Fi（不是移动数据），它是否允许设备互访；在 Windows 上，"
        "再看“允许应用通过防火墙”里本程序的“专用”网络是否已勾选。仍不行就举手计票。",
        f"If phones cannot open {host}: see that they are on the same Wi-Fi (not on mobile data) and that this Wi-Fi "
        "lets devices reach each other; on Windows, see also that Private is ticked for this program under “Allow an "
        "app through the firewall”. Failing that, count hands.",
    )
