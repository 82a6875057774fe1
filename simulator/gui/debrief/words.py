"""The words that several parts of a debrief share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from simulator.domain.debrief import Deed, Outcome
from simulator.domain.scenario import Stage
from simulator.gui.presentation import Presentation

TONES = {Outcome.KEPT: "celadon", Outcome.MISSED: "ochre", Outcome.BROKEN: "persimmon"}
"""The colour of each outcome; its icon has the outcome's own name."""


def stage_word(stage: Stage) -> str:
    """Name a stage of a visit."""
    return {
        Stage.IMAGE: QCoreApplication.translate("Debrief", "Before opening"),
        Stage.GREETING: QCoreApplication.translate("Debrief", "Greeting"),
        Stage.SERVING: QCoreApplication.translate("Debrief", "Serving"),
        Stage.FAREWELL: QCoreApplication.translate("Debrief", "Farewell"),
        Stage.COMPLAINT: QCoreApplication.translate("Debrief", "Complaint"),
    }[stage]


def outcome_word(outcome: Outcome) -> str:
    """Name what was done to a rule."""
    return {
        Outcome.KEPT: QCoreApplication.translate("Debrief", "Kept"),
        Outcome.MISSED: QCoreApplication.translate("Debrief", "Missed"),
        Outcome.BROKEN: QCoreApplication.translate("Debrief", "Broken"),
    }[outcome]


def deed_words(deed: Deed, presentation: Presentation) -> str:
    """Give in one line what a clerk said, or else did, or ticked."""
    if words := presentation.words(deed.say or deed.do):
        return words
    ticked = [presentation.words(finding.item.text) for finding in deed.findings if finding.ticked]
    if not ticked:
        return QCoreApplication.translate("Debrief", "Nothing ticked")
    separator = QCoreApplication.translate("Debrief", "; ", "between ticked items")
    return QCoreApplication.translate("Debrief", "Ticked: %1").replace("%1", separator.join(ticked))


def time_words(stretches: Sequence[float]) -> str:
    """Say in what way time limits were other than written."""
    parts = [
        QCoreApplication.translate("Debrief", "× %1").replace("%1", f"{stretch:g}")
        if stretch
        else QCoreApplication.translate("Debrief", "off")
        for stretch in stretches
    ]
    separator = QCoreApplication.translate("Debrief", ", ", "between time limits")
    return QCoreApplication.translate("Debrief", "Time limits: %1").replace("%1", separator.join(parts))
