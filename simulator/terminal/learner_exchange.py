"""A learner's record in the terminal: written to a file, and taken in from one."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.kept_texts import KeptTexts
from simulator.library.outside_files import read_outside
from simulator.paths import LEARNER_SUFFIX
from simulator.records.database import Database
from simulator.records.learner_file import LARGEST_FILE, read_learner, write_learner
from simulator.records.learner_intake import Taken, take_in
from simulator.records.learners import Learners, tidy_name
from simulator.terminal.commands import Printing
from simulator.terminal.exchange import written


def export_learner(places: list[str], target: Path, database: Database, printing: Printing, *, force: bool) -> int:
    """Write the record of the learner whom ``places`` names: the word ``learner``, and the name."""
    if len(places) != 2 or places[0] != "learner":
        raise UserError(
            say(
                f"带走一位学员的记录要这样写：export learner 姓名 --to 文件{LEARNER_SUFFIX}",
                f"A learner's record is taken along like this: export learner NAME --to FILE{LEARNER_SUFFIX}",
            )
        )
    name = tidy_name(places[1])
    learner = next((one for one in Learners(database).all() if one.name == name), None)
    if learner is None:
        raise UserError(
            say(
                f"记录里没有叫“{name}”的学员。请检查名字，一个字也不能差。",
                f"There is no learner called “{name}” in the record. Check the name, which has to be the very same.",
            )
        )
    return written(target, write_learner(database, learner.id), printing, force=force)


def import_learner(
    file: Path,
    name: str | None,
    database: Database,
    printing: Printing,
    ask: Callable[[Text], str | None] | None,
    *,
    join: bool,
) -> int:
    """Take a learner's record in; 1 where there is such a learner already and nobody said that it may join them.

    ``ask`` asks the person who sits there; None where nobody does.
    """
    with closing(read_learner(read_outside(file, LARGEST_FILE + 1), KeptTexts().scenario)) as carried:
        name = tidy_name(name or carried.name)
        there = any(one.name == name for one in Learners(database).all())
        if there and not (join or _may_join(name, ask)):
            printing.out(_not_joined(name).to(printing.language))
            return 1
        taken = take_in(database, carried, name)
    if printing.as_json:
        data = {"learner": taken.learner.name, "added": taken.added, "known": taken.known, "joined": there}
        printing.out(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        printing.out(taken_sentence(taken).to(printing.language))
    return 0


def _may_join(name: str, ask: Callable[[Text], str | None] | None) -> bool:
    question = say(
        f"这台电脑上已经有“{name}”了。是同一个人就写 y，把两边的练习并在一起；不是就按回车。",
        f"There is a “{name}” on this PC already. If it is the same person, write y to put both records together; "
        "if not, press Enter.",
    )
    return ask is not None and (ask(question) or "").lower() in ("y", "yes", "是")


def _not_joined(name: str) -> Text:
    return say(
        f"没有收下，什么也没有改动：这台电脑上已经有“{name}”了。"
        "同一个人请加上 --join；不是同一个人请用 --learner 另起一个名字。",
        f"Nothing was taken in or changed: there is a “{name}” on this PC already. Add --join if it is the same "
        "person, or choose another name with --learner.",
    )


def taken_sentence(taken: Taken) -> Text:
    """Say what came of taking a record in."""
    return say(
        f"收在“{taken.learner.name}”名下了：新收 {taken.added} 次练习，原来就有的 {taken.known} 次。",
        f"It is now the record of “{taken.learner.name}”. Attempts taken in: {taken.added}; here already: "
        f"{taken.known}.",
    )
