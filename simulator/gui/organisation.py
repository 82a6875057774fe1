"""What the window knows of the organisation's learning record store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.classroom.xapi.report import Report
    from simulator.classroom.xapi.statements import Manner
    from simulator.records.database import Database


class Organisation(NamedTuple):
    """How statements speak, by the language; and where a store is configured, what delivers and how that stands."""

    manner: Callable[[str], Manner]
    send: tuple[str, ...] = ()  # the command that delivers what waits
    report: Callable[[Database], Report] | None = None


def organisation_at(path: Path, version: Callable[[], str], program: tuple[str, ...]) -> Organisation:
    """Give what is known by the file at ``path``: nothing delivers where there is no such file.

    ``program`` starts this program on the same data. Nothing is read before it is asked for.
    """

    def manner(language: str) -> Manner:
        from simulator.classroom.xapi.store import manner_at

        return manner_at(path, language, version())

    def report(database: Database) -> Report:
        from simulator.classroom.xapi.report import report_at

        return report_at(path, database)

    if not path.exists():
        return Organisation(manner)
    return Organisation(manner, (*program, "send", "--when-due"), report)
