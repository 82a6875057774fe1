"""Attempts for the organisation in the terminal: what ``export xapi`` and ``send`` do."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from simulator.classroom.xapi.delivery import Delivery, is_refusal
from simulator.classroom.xapi.file import KINDS, NOTHING_SELECTED, statement_file
from simulator.classroom.xapi.posting import Answer, Poster
from simulator.classroom.xapi.store import read_store
from simulator.classroom.xapi.telling import Telling
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.outside_files import write_outside
from simulator.records.database import Database
from simulator.records.identities import Selection, selected
from simulator.records.learners import Learners, tidy_name
from simulator.records.outbox import Outbox, Standing

Say = Callable[[Text], None]


def selection_of(learner: str | None, scenario: str | None, since: date | None, until: date | None) -> Selection:
    """Give a selection whose days are whole ones where this PC stands, the last one included."""
    name = tidy_name(learner) if learner is not None else None
    return Selection(name, scenario, _midnight(since), _midnight(until + timedelta(days=1) if until else None))


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time()).astimezone() if day else None


def export_statements(
    database: Database, selection: Selection, target: Path, tell: Telling, out: Say, *, force: bool
) -> int:
    """Write a selection of attempts as statements; 1 where nothing is in it or something had to be left out."""
    if target.suffix.lower() not in KINDS:
        raise UserError(
            say(
                f"文件名要以 .json 或 .jsonl 结尾，“{target.name}”不是。",
                f"The file's name ends in .json or .jsonl; “{target.name}” does not.",
            )
        )
    if not force and target.exists():
        raise UserError(
            say(
                f"已经有 {target} 了，没有动它。换一个名字，或加上 --force 覆盖。",
                f"There is already a {target}, which was left alone. Choose another name, or use --force.",
            )
        )
    names = [learner.name for learner in Learners(database).all()]
    if selection.learner is not None and selection.learner not in names:
        raise UserError(
            say(
                f"记录里没有“{selection.learner}”这位学员。有：{'、'.join(names)}。",
                f"The record has no learner “{selection.learner}”. It has: {', '.join(names)}.",
            )
        )
    attempts = selected(database, selection)
    if not attempts:
        out(NOTHING_SELECTED)
        return 1
    file = statement_file(attempts, tell, target)
    write_outside(target, file.content)
    written = len(attempts) - len(file.left_out)
    out(
        say(
            f"已写成 {target}：{written} 次练习，{file.statements} 条语句。",
            f"Written: {target}, {written} attempts in {file.statements} statements.",
        )
    )
    if file.left_out:
        out(file.remark())
    return int(bool(file.left_out))


def send(
    database: Database,
    place: Path,
    tell: Telling,
    clock: Callable[[], datetime],
    out: Say,
    *,
    when_due: bool,
) -> int:
    """Deliver what waits to the store of which the file at ``place`` speaks; 1 where not everything has arrived.

    ``when_due`` does nothing before the time that was set after a failure. Raises UserError where there is no store.
    """
    store = read_store(place)
    if store is None:
        raise UserError(
            say(
                f"没有设置学习记录库，什么也没送。请管理员写好 {place}。",
                f"No learning record store is configured, so nothing was sent. An administrator may write {place}.",
            )
        )
    outbox = Outbox(database)
    due = outbox.standing().not_before
    if when_due and due is not None and clock() < due:
        out(say(f"还没到再试的时候（{due:%H:%M} UTC）。", f"It is not yet time to try again ({due:%H:%M} UTC)."))
        return 1
    delivery = Delivery(outbox, Poster(store, clock), clock, random.random)
    delivery.write_out(tell)
    delivered = delivery.deliver()
    standing = outbox.standing()
    out(
        say(f"送到 {store.host}：{delivered.sent} 条语句。", f"Delivered to {store.host}: {delivered.sent} statements.")
    )
    if standing.parked:
        out(
            say(
                f"有 {standing.parked} 条没被收下，留在发件箱里，不再重送。",
                f"{standing.parked} were refused; they stay in the outbox and are not sent again.",
            )
        )
    if delivered.stopped is not None:
        out(_stopped(delivered.stopped, standing))
    return int(not standing.empty or bool(delivered.parked))


def _stopped(answer: Answer, standing: Standing) -> Text:
    waiting = standing.statements
    if answer.status in (401, 403):
        return say(
            f"学习记录库不认这个用户和密钥（{standing.trouble}）。{waiting} 条语句还等着，一条没丢；请管理员核对设置。",
            f"The store does not accept this user and key ({standing.trouble}). {waiting} statements wait and none is "
            "lost; an administrator should check the settings.",
        )
    if is_refusal(answer):
        return say(
            f"这个地址上没有学习记录库在收（{standing.trouble}）。{waiting} 条语句还等着；请管理员核对地址。",
            f"At this address no store takes statements ({standing.trouble}). {waiting} of them wait; an administrator "
            "should check the address.",
        )
    return say(
        f"这次没送到（{standing.trouble}）。{waiting} 条语句还等着，一条没丢，下次再送。",
        f"It could not be delivered now ({standing.trouble}). {waiting} statements wait, none is lost, and they are "
        "tried again later.",
    )
