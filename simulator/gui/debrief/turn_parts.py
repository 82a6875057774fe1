"""The parts that a turn is set with, here as it was and there as it might have been."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from simulator.domain.debrief import Deed, Finding, Outcome, RuleReview
from simulator.domain.rulebook import Severity
from simulator.domain.scenario import Line, Speaker
from simulator.gui.debrief.typesetting import column, kicker, paragraph, widest, with_icon, with_mark
from simulator.gui.debrief.words import TONES, outcome_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.tool_tip import plain_tip


def clerk_word() -> str:
    """Say who answered."""
    return QCoreApplication.translate("Debrief", "You")


def mood_words(before: int, after: int) -> str:
    """Say how the mood stood, or went."""
    change = f"{before} \u2192 {after}" if before != after else str(after)
    return QCoreApplication.translate("Debrief", "mood %1").replace("%1", change)


def points_words(points: int) -> str:
    """Say what was earned or lost."""
    signed = f"{points:+d}".replace("-", "\u2212")
    return QCoreApplication.translate("Debrief", "points %1").replace("%1", signed)


def dialogue(presentation: Presentation, lines: Iterable[Line], citizen: str) -> QVBoxLayout:
    """Set lines with the speaker's name above, once for lines of one speaker that follow each other.

    What the narrator tells stands smaller, like a stage direction.
    """
    layout = column(SPACE // 2)
    speaker: Speaker | None = None
    for line in lines:
        words = presentation.words(line.text)
        if line.speaker is not speaker and speaker is not None:
            layout.addSpacing(SPACE)
        if line.speaker is Speaker.NARRATOR:
            layout.addWidget(paragraph(words, size="small", tone="soft"))
        else:
            if line.speaker is not speaker:
                layout.addWidget(kicker(citizen if line.speaker is Speaker.CITIZEN else clerk_word()))
            layout.addWidget(paragraph(words))
        speaker = line.speaker
    return layout


def set_deed(presentation: Presentation, layout: QVBoxLayout, deed: Deed, size: str = "lead") -> None:
    """Set what a clerk said and did, or found in an inspection."""
    words = presentation.words
    if deed.say is not None:
        layout.addWidget(paragraph(words(deed.say), size=size))
    if deed.do is not None:
        label = paragraph(words(deed.do), size="small" if deed.say else size, tone="soft" if deed.say else "")
        layout.addLayout(with_icon(presentation, "hand", "soft_ink", label))
    for finding in deed.findings:
        layout.addLayout(_finding(presentation, finding))


def rule_rows(presentation: Presentation, rules: Iterable[RuleReview]) -> QVBoxLayout:
    """Set the rules that were at stake in a turn, each with what was done to it."""
    layout = column(SPACE)
    for review in rules:
        layout.addLayout(_rule(presentation, review))
    return layout


def _finding(presentation: Presentation, finding: Finding) -> QHBoxLayout:
    words = presentation.words(finding.item.text)
    if finding.outcome is None:
        left = QCoreApplication.translate("Debrief", "%1 (in order, left alone)").replace("%1", words)
        return with_icon(presentation, "check-list", "soft_ink", paragraph(left, size="small", tone="soft"))
    if finding.outcome is Outcome.KEPT:
        title = QCoreApplication.translate("Debrief", "Put right: %1")
    elif finding.ticked:
        title = QCoreApplication.translate("Debrief", "In order, and ticked: %1")
    else:
        title = QCoreApplication.translate("Debrief", "To be put right, and not ticked: %1")
    text = title.replace("%1", words)
    if finding.item.because is not None:
        text += "\n" + presentation.words(finding.item.because)
    return with_icon(presentation, finding.outcome.value, TONES[finding.outcome], paragraph(text, size="small"))


def _rule(presentation: Presentation, review: RuleReview) -> QHBoxLayout:
    statement = presentation.words(review.rule.statement) if review.rule else review.id
    if review.outcome is Outcome.BROKEN and review.rule and review.rule.severity is Severity.CRITICAL:
        statement = QCoreApplication.translate("Debrief", "Critical rule: %1").replace("%1", statement)
    quiet = "soft" if review.outcome is Outcome.KEPT else ""
    words = paragraph(statement, size="small", tone=quiet)
    if review.rule is not None:
        words.setToolTip(plain_tip(presentation.words(review.rule.why)))
    word, width = outcome_word(review.outcome), widest(presentation, map(outcome_word, Outcome))
    return with_mark(presentation, review.outcome.value, word, TONES[review.outcome], words, width)
