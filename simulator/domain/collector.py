"""Holding the cyclic garbage collector off while a great many values are made that all stay.

Each collection walks every value made so far and finds nothing to free; reading and proving take twice as long with it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector for a block.

    Threads may do so at once: whoever found it running turns it on again, so it cannot be left off.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # Frozen and thawed, what was made counts as old, and is not walked at once for being new.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
