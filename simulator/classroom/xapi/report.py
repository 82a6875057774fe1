"""How delivery stands, in sentences for people."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from simulator.classroom.xapi.store import Store, read_store
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.records.database import Database
from simulator.records.outbox import NOTHING_WAITS, Outbox, Standing


class Report(NamedTuple):
    """Whether all is well, how it stands, and what to do; nothing where there is nothing to do."""

    sound: bool
    found: Text
    advice: Text


NONE_CONFIGURED = Report(
    True, say("没有设置，练习结果不会送出这台电脑。", "none is configured, so no attempt leaves this PC."), say("", "")
)


def report_at(path: Path, database: Database | None) -> Report:
    """Report on the store of which the file at ``path`` speaks, and on what the record, if there is one, has for it."""
    try:
        store = read_store(path)
    except UserError as error:
        return Report(False, error.sentence, say("", ""))
    if store is None:
        return NONE_CONFIGURED
    return report(store, Outbox(database).standing() if database is not None else NOTHING_WAITS)


def report(store: Store, standing: Standing) -> Report:
    """Report how the outbox stands that goes to this store."""
    waiting = standing.attempts + standing.statements
    found = say(
        f"{store.host}：{waiting} 项等着送，{standing.parked} 项没被收下。",
        f"{store.host}: {waiting} waiting, {standing.parked} refused.",
    )
    if standing.trouble:
        advice = say(
            f"上一次没送到（{standing.trouble}）。会自己再试；一直这样，就请管理员核对设置。",
            f"The last delivery failed ({standing.trouble}). It is tried again by itself; if it stays so, an "
            "administrator should check the settings.",
        )
        return Report(False, found, advice)
    if standing.parked:
        advice = say(
            "没被收下的留在发件箱里，不再重送；请告诉维护程序的人。",
            "What was refused stays in the outbox and is not sent again; tell whoever looks after the program.",
        )
        return Report(False, found, advice)
    return Report(True, found, say("", ""))
