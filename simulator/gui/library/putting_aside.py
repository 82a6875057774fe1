"""Beginning a scenario anew where something was left in the middle of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from simulator.gui import prompts

if TYPE_CHECKING:
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card
    from simulator.records.attempts import Outline
    from simulator.records.database import Database


def put_aside(
    asking: QWidget,
    presentation: Presentation,
    record: RecordKeeper,
    card: Card,
    attempts: Sequence[Outline],
    done: Callable[[Card], None],
) -> None:
    """Put the unfinished attempts of a card's scenario aside, if that is meant; then tell who wants to begin anew."""
    question = QCoreApplication.translate(
        "LibraryPage",
        "Start “%1” from the beginning? The attempt that you left in the middle is put aside: it stays in your "
        "record, but you cannot continue it.",
    ).replace("%1", presentation.words(card.title))
    start_over = QCoreApplication.translate("LibraryPage", "Start over")
    keep = QCoreApplication.translate("LibraryPage", "Keep it")
    if any(outline.turns for outline in attempts) and not prompts.confirm(asking, question, start_over, keep):
        return

    def work(database: Database) -> Card:
        from simulator.records.attempts import Attempts

        for outline in attempts:
            Attempts(database).set_aside(outline.id)
        return card

    record.ask(work, done)
